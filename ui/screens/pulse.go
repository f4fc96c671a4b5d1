package screens

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// clarity is what the clarity pulse asks.
const clarity = "Do we know and understand the direction?"

// pulse is the clarity pulse of a stage: each team's fist of five on whether the direction is known and understood. At the close it stands
// beside what was said in the strategy stage.
type pulse struct {
	when workshop.Stage
	list kit.List
}

// note is the room's mean, for the line of parts.
func (p *pulse) note(s *workshop.State) string {
	if mean, ok := model.Mean(s.PulseOf(p.when, "")); ok {
		return fmt.Sprintf("%.1f", mean)
	}
	return ""
}

// The columns of the pulse, in cells.
const (
	pulseTeam   = 26
	pulseVotes  = 28
	pulseSpread = 10
)

// lines draws the question, the room's answer and each team's.
func (p *pulse) lines(f flow.Frame, width, height int) []string {
	st := f.Styles
	teams := f.State.Stalls()
	if len(teams) == 0 {
		return kit.Empty(st, "There is no team yet to ask.", "Teams are added at the check-in.", width, height)
	}
	all := f.State.PulseOf(p.when, "")
	out := []string{kit.Cut("  "+st.Title.Render(clarity)+st.Muted.Render("  0 not at all – 5 completely"), width)}
	room := st.Label.Render(kit.Pad("  the room", kit.Gutter+pulseTeam)) + p.cells(f, all, f.State.PulseOf(workshop.StrategyStage, ""))
	out = append(out, kit.Cut(room, width))
	if height > 9 {
		out = append(out, kit.Cut(st.Label.Render(kit.Pad("", kit.Gutter+pulseTeam))+p.spreadOut(f, all), width), "")
	}
	head := kit.Pad("  team", kit.Gutter+pulseTeam) + kit.Pad("votes", pulseVotes) + kit.Pad("spread", pulseSpread)
	if p.when == workshop.CloseStage {
		head += "start → now"
	}
	out = append(out, kit.Cut(st.Label.Render(head), width))
	rows := p.list.Rows(st, len(teams), width, height-len(out), func(i int, _ bool, width int) []string {
		t := teams[i]
		cells := p.cells(f, f.State.PulseOf(p.when, t.ID), f.State.PulseOf(workshop.StrategyStage, t.ID))
		return []string{kit.Cut(st.Text.Render(kit.Pad(kit.Cut(t.Name.Line(), pulseTeam-kit.Gutter), pulseTeam))+cells, width)}
	})
	return append(out, rows...)
}

// cells are the columns behind the team's name: votes, spread, and how the mean moved.
func (p *pulse) cells(f flow.Frame, votes, before []int) string {
	st := f.Styles
	spread := ""
	if len(votes) > 0 {
		spread = fmt.Sprintf("%d to %d", slices.Min(votes), slices.Max(votes))
	}
	out := kit.Pad(kit.Votes(st, votes), pulseVotes) + st.Text.Render(kit.Pad(spread, pulseSpread))
	if p.when != workshop.CloseStage {
		return out
	}
	from, asked := model.Mean(before)
	to, asking := model.Mean(votes)
	switch {
	case asked && asking:
		return out + st.Text.Render(fmt.Sprintf("%.1f → %.1f", from, to))
	case asked:
		return out + st.Muted.Render(fmt.Sprintf("%.1f", from))
	}
	return out + st.Muted.Render("–")
}

// spreadOut says how many gave each number of fingers.
func (p *pulse) spreadOut(f flow.Frame, votes []int) string {
	if len(votes) == 0 {
		return f.Styles.Muted.Render("nobody was asked yet: v takes a team's votes")
	}
	counts := make([]int, 6)
	for _, v := range votes {
		counts[min(max(v, 0), 5)]++
	}
	parts := make([]string, len(counts))
	for i, n := range counts {
		parts[i] = f.Styles.Label.Render(fmt.Sprint(i)) + f.Styles.Text.Render(fmt.Sprintf(" × %d", n))
	}
	return strings.Join(parts, "   ")
}

// bindings are the keys of the pulse: choose a team, take its votes.
func (p *pulse) bindings(f flow.Frame) []flow.Binding {
	teams := f.State.Stalls()
	none := ""
	if len(teams) == 0 {
		none = "There is no team yet to ask."
	}
	out := moving(&p.list, len(teams), max(f.Height-6, 1), "team")
	return append(out, flow.Binding{Keys: []string{"v", "enter"}, Show: "v", Help: "take votes", Off: none, Foot: true, Do: func() flow.Effect {
		p.list.To(p.list.Cursor, len(teams))
		return flow.Effect{Open: p.form(f, teams)}
	}})
}

// form takes the votes of the team under the cursor, and goes on to the next team that was not asked.
func (p *pulse) form(f flow.Frame, teams []model.Team) flow.Dialog {
	t := teams[p.list.Cursor]
	before := f.State.PulseOf(p.when, t.ID)
	return dialog.NewForm(dialog.FormSpec{
		Title: "Clarity pulse of " + t.Name.Line(),
		Lead:  clarity,
		Fields: []dialog.Field{{
			Key: "votes", Label: "fist of five", Kind: dialog.Digits, Votes: before,
			Hint: "A digit for each person: 0 not at all, 5 completely.",
		}},
		Submit: func(v dialog.Values) flow.Effect {
			votes := v.Votes("votes")
			if slices.Equal(votes, before) {
				return flow.Effect{Say: unchanged}
			}
			p.next(f.State, teams, t.ID)
			return flow.Effect{Do: []workshop.Intent{workshop.TakePulse{When: p.when, Team: t.ID, Votes: votes}}}
		},
	})
}

// next puts the cursor on the nearest team below that was not asked yet, apart from one; it stays where all were.
func (p *pulse) next(s *workshop.State, teams []model.Team, except model.TeamID) {
	for i := 1; i < len(teams); i++ {
		at := (p.list.Cursor + i) % len(teams)
		if teams[at].ID != except && len(s.PulseOf(p.when, teams[at].ID)) == 0 {
			p.list.To(at, len(teams))
			return
		}
	}
}
