package screens

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// What teams own together: who has which part in it, and the virtual teams around it.

// partsLine says on one line which owner delivers what: "Payments (lead) KR1, KR2 · Platform KR3".
func partsLine(s *workshop.State, one workshop.Shared) string {
	parts := make([]string, 0, len(one.Parts))
	for _, p := range one.Parts {
		what := p.Numbers()
		for _, id := range p.Follows {
			what = strings.TrimPrefix(what+", follows with "+s.Label(id), ", ")
		}
		if p.IsEmpty() {
			what = "(no key result yet)"
		}
		parts = append(parts, ownerName(s, one, p.Team)+" "+what)
	}
	return strings.Join(parts, " · ")
}

// ownerName is a team with a word for who leads.
func ownerName(s *workshop.State, one workshop.Shared, id model.TeamID) string {
	if id == one.Lead() {
		return s.TeamName(id) + " (lead)"
	}
	return s.TeamName(id)
}

// sharedLines draws an objective that teams own together: its virtual team, its words, and each owner with its key results.
func sharedLines(f flow.Frame, one workshop.Shared, width int) []string {
	st := f.Styles
	out := []string{kit.Cut(st.Label.Render(f.State.Label(one.Objective.ID)), width)}
	out = append(out, kit.Paragraph(st.Title, one.Objective.Title.Line(), width)...)
	for _, t := range one.Virtual {
		out = append(out, virtualLines(f, t, width)...)
	}
	for _, p := range one.Parts {
		out = append(out, kit.Cut(st.Strong.Render(ownerName(f.State, one, p.Team)), width))
		out = append(out, kit.Indent(partLines(f, one, p, max(width-2, 1)), 2)...)
	}
	return out
}

func partLines(f flow.Frame, one workshop.Shared, p workshop.Part, width int) []string {
	st := f.Styles
	var out []string
	for _, n := range p.KeyResults {
		out = append(out, kit.Labelled(st, fmt.Sprintf("KR%d", n), keyResultText(one.Objective.KeyResults[n-1]), krIndent, width)...)
	}
	for _, id := range p.Follows {
		o, _ := f.State.Objectives.Get(id)
		out = append(out, kit.Paragraph(st.Text, "follows with "+named(f, o), width)...)
	}
	if p.IsEmpty() {
		out = append(out, kit.Cut(st.Muted.Render("no key result of its own yet"), width))
	}
	return out
}

// virtualLines are what a virtual team is for, and until when.
func virtualLines(f flow.Frame, t model.Team, width int) []string {
	out := kit.Labelled(f.Styles, "team", t.Name.Line(), closeLabel, width)
	out = append(out, labelledOr(f, "purpose", t.Description, "– not said yet –", width)...)
	return append(out, labelledOr(f, "until", t.Until, "– no end yet –", width)...)
}

// together follows what teams own together, at the cost of one look at each state.
type together struct {
	state *workshop.State
	all   []workshop.Shared
}

// by lists what a team has a part in.
func (c *together) by(s *workshop.State, id model.TeamID) []workshop.Shared {
	if c.state != s {
		c.state, c.all = s, s.SharedObjectives()
	}
	var out []workshop.Shared
	for _, one := range c.all {
		if one.Has(id) {
			out = append(out, one)
		}
	}
	return out
}

// lifted lists the live objectives that were lifted from a team, or to it.
func lifted(s *workshop.State, id model.TeamID) []model.Objective {
	var out []model.Objective
	seen := map[model.ObjectiveID]bool{}
	for d := range s.Decisions.All() {
		if d.Outcome != model.Lift || seen[d.Objective] {
			continue
		}
		seen[d.Objective] = true
		o, ok := s.Objectives.Get(d.Objective)
		home, is := s.LiftedFrom(d.Objective)
		if ok && is && o.Fate == model.Live && (home == id || o.Team == id) {
			out = append(out, o)
		}
	}
	return out
}
