package screens

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/say"
)

// aim is something that objectives say to support: an intent of the strategy, or what stands beside it.
type aim struct {
	head       string       // of the group it stands in
	intent     model.Intent // zero for what stands beside the strategy
	beside     string       // what that is
	objectives []model.ObjectiveID
	teams      []supporter
}

// supporter is a team with how many of its objectives support an aim.
type supporter struct {
	team model.TeamID
	n    int
}

// besideHead is the group of what stands beside the strategy.
const besideHead = "BESIDE THE STRATEGY"

// gatherAims lists the intents, farthest first, and what else the live objectives say to support.
func gatherAims(s *workshop.State) []aim {
	var out []aim
	for _, i := range s.Intents {
		out = append(out, aim{head: strings.ToUpper(i.Horizon.Word()), intent: i})
	}
	far := func(h model.Horizon) int {
		if at := slices.Index(model.Horizons(), h); at >= 0 {
			return at
		}
		return len(model.Horizons())
	}
	slices.SortStableFunc(out, func(a, b aim) int { return far(a.intent.Horizon) - far(b.intent.Horizon) })
	at := map[model.IntentID]int{}
	for i, a := range out {
		at[a.intent.ID] = i
	}
	other := aim{head: besideHead, beside: "other teams' priorities, and the running business"}
	alone := aim{head: besideHead, beside: "stand alone"}
	for o := range s.Live() {
		for i, p := range o.Supports {
			n, known := at[p.Intent]
			switch {
			case slices.ContainsFunc(o.Supports[:i], func(q model.Support) bool { return q.Intent == p.Intent }):
			case known && p.Intent != "":
				out[n].add(o)
			default:
				other.add(o)
			}
		}
		if len(o.Supports) == 0 {
			alone.add(o)
		}
	}
	for _, a := range []aim{other, alone} {
		if len(a.objectives) > 0 {
			out = append(out, a)
		}
	}
	return out
}

func (a *aim) add(o model.Objective) {
	a.objectives = append(a.objectives, o.ID)
	// objectives come team by team, so the search from the end is short
	for i := len(a.teams) - 1; i >= 0; i-- {
		if a.teams[i].team == o.Team {
			a.teams[i].n++
			return
		}
	}
	a.teams = append(a.teams, supporter{o.Team, 1})
}

// who says in a word how many teams support an aim. A vision is nobody's task of one cycle.
func (a aim) who() string {
	switch {
	case len(a.teams) > 0:
		return say.Count(len(a.teams), "team")
	case a.intent.Horizon == model.Vision:
		return ""
	}
	return "nobody yet"
}

// text is what the aim says.
func (a aim) text() string {
	if a.intent.ID == "" {
		return a.beside
	}
	return a.intent.Text.Line()
}

// Limits of what is listed about an aim: nobody reads further on a shared screen.
const (
	aimTeams      = 24
	aimObjectives = 80
)

// lines tell who supports an aim, with which objective, and why it matters now in their own words.
func (a aim) lines(f flow.Frame, width int) []string {
	st := f.Styles
	head := kit.Paragraph(st.Label, a.intent.Horizon.Word(), width)
	if a.intent.ID == "" {
		head = kit.Paragraph(st.Label, "beside the strategy", width)
	}
	title := large(f, a.text(), width)
	blocks := [][]string{append(head, title...)}
	switch {
	case len(a.objectives) == 0 && a.intent.Horizon == model.Vision:
		return kit.Stack(1, append(blocks, kit.Paragraph(st.Muted, "A vision need not be supported in one cycle.", width))...)
	case len(a.objectives) == 0:
		return kit.Stack(1, append(blocks, kit.Paragraph(st.Muted, "Nobody says yet that they support it. Is it for this cycle?", width))...)
	}
	names := make([]string, 0, len(a.teams))
	for _, t := range a.teams[:min(len(a.teams), aimTeams)] {
		names = append(names, fmt.Sprintf("%s %d", f.State.TeamName(t.team), t.n))
	}
	if rest := len(a.teams) - aimTeams; rest > 0 {
		names = append(names, say.Count(rest, "more team"))
	}
	blocks = append(blocks, kit.Labelled(st, "teams", strings.Join(names, " · "), 9, width))
	for _, id := range a.objectives[:min(len(a.objectives), aimObjectives)] {
		blocks = append(blocks, supportLines(f, id, width))
	}
	if rest := len(a.objectives) - aimObjectives; rest > 0 {
		blocks = append(blocks, kit.Paragraph(st.Muted, "and "+say.Count(rest, "more objective"), width))
	}
	return kit.Stack(1, blocks...)
}

// supportLines is an objective with why it matters now.
func supportLines(f flow.Frame, id model.ObjectiveID, width int) []string {
	o, _ := f.State.Objectives.Get(id)
	st := f.Styles
	out := kit.Paragraph(st.Strong, f.State.Label(id)+"  "+o.Title.Line(), width)
	if o.WhyNow.IsEmpty() {
		return append(out, kit.Cut(st.Label.Render("why now  ")+st.Muted.Render("– not said yet –"), width))
	}
	return append(out, kit.Labelled(st, "why now", o.WhyNow.Line(), 9, width)...)
}
