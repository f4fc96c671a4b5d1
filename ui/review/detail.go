package review

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	checks "souk/workshop/review"
)

// labels is the width of what stands before a line of the detail.
const labels = 8

// detail is all about the item under the cursor.
func (s *Team) detail(f flow.Frame, t model.Team, width int) []string {
	switch it := s.current(f); it.sort {
	case ofTeam:
		return teamDetail(f, t, width)
	case ofNote:
		o, _ := f.State.Objectives.Get(it.objective)
		note := f.State.Private.NoteOn(model.Side{Team: t.ID, Objective: it.objective})
		return kit.Stack(1, kit.Paragraph(f.Styles.Heading, o.Title.Line(), width), kit.Labelled(f.Styles, "note", note.String(), labels, width))
	case ofCheck:
		return cardDetail(f, t, it, width)
	case ofPair:
		return pairDetail(f, t, it, width)
	case ofAsked:
		lines := kit.Paragraph(f.Styles.Heading, "Asked ahead", width)
		if o, ok := f.State.Objectives.Get(it.objective); ok {
			lines = append(lines, kit.Paragraph(f.Styles.Muted, "about “"+o.Title.Line()+"”", width)...)
		}
		if it.outdated {
			lines = append(lines, kit.Paragraph(f.Styles.Warn, "The draft has changed since: words that this repeats are gone. w words it anew, x takes it back.", width)...)
		}
		return kit.Stack(1, lines, kit.Paragraph(f.Styles.Text, it.question.Text.String(), width))
	}
	return nil
}

// teamDetail is what the team says of itself, and the coach's note on it.
func teamDetail(f flow.Frame, t model.Team, width int) []string {
	st := f.Styles
	var note, about []string
	if n := f.State.Private.NoteOn(model.Side{Team: t.ID}); !n.IsEmpty() {
		note = kit.Labelled(st, "note", n.String(), labels, width)
	} else {
		note = kit.Paragraph(st.Muted, "No note yet: p writes one that only you see. a asks the team about its OKRs as a whole.", width)
	}
	if words := belongs(f, t); words != "" {
		about = append(about, kit.Labelled(st, "team", words, labels, width)...)
	}
	if !t.Description.IsEmpty() {
		about = append(about, kit.Labelled(st, "does", t.Description.Line(), labels, width)...)
	}
	exchange := func(label string, xs []model.Exchange) {
		for _, x := range xs {
			text := x.Text.Line()
			if x.Team != "" {
				text = f.State.TeamName(x.Team) + ": " + text
			}
			about = append(about, kit.Labelled(st, label, text, labels, width)...)
			label = ""
		}
	}
	exchange("needs", t.Needs)
	exchange("offers", t.Offers)
	return kit.Stack(1, note, about)
}

// cardDetail is what a check says: where and what, why it matters, and how it could be better.
func cardDetail(f flow.Frame, t model.Team, it item, width int) []string {
	st, c := f.Styles, it.card
	head := kit.Paragraph(st.Heading, c.Check.Title, width)
	words := c.Check.Severity.Words()
	if it.quiet {
		words = "dismissed"
		if note := f.State.Private.Dismissed[c.Places[0].ID]; !note.IsEmpty() {
			words += ": " + note.Line()
		}
	}
	severity := kit.Paragraph(severityStyle(st, c.Check.Severity), words, width)
	if len(head) == 1 && len(severity) == 1 && kit.Width(head[0])+2+kit.Width(severity[0]) <= width {
		head = []string{kit.Between(head[0], severity[0], width)}
	} else {
		head = append(head, severity...)
	}
	head = append(head, kit.Paragraph(st.Text, c.Reason.Line(), width)...)
	if len(c.Places) > 1 {
		for _, p := range c.Places {
			head = append(head, placeLines(f, t, p, width)...)
		}
	}
	example := c.Example()
	why := kit.Labelled(st, "why", c.Check.Why, labels, width)
	weak := kit.Labelled(st, "weak", example.Weak, labels, width)
	return kit.Stack(0, head, why, weak, kit.Labelled(st, "better", example.Better, labels, width))
}

// placeLines is one of several places of a card.
func placeLines(f flow.Frame, t model.Team, p checks.Place, width int) []string {
	one := item{objective: p.Span.Objective, card: checks.Card{Places: []checks.Place{p}}}
	return kit.Labelled(f.Styles, place(f, t, one), "“"+p.Text.Line()+"”", labels, width)
}

// questionOf is what the room will have to answer, as it concerns the team.
func questionOf(f flow.Frame, m screens.Matter, team model.TeamID) string {
	if m.Finding().Kind != model.Dependency {
		return m.Question(f)
	}
	if len(otherTeams(m, team)) == 1 {
		return ownPairs(m, team)[0].Question(f)
	}
	return questionToAll(f, m)
}

// questionToAll is what the room will have to answer, with all whom it concerns.
func questionToAll(f flow.Frame, m screens.Matter) string {
	needing, asked := ends(m)
	if m.Finding().Kind != model.Dependency || len(needing)+len(asked) < 3 {
		return m.Question(f)
	}
	do := "Do"
	if len(needing) == 1 {
		do = "Does"
	}
	return fmt.Sprintf("%s %s need %s for this?", do, grouped(f.State, needing), grouped(f.State, asked))
}

// pairDetail is a relation: what the room will be asked, why, what the coach prepared, and the words of the other team, or of all; its own stand
// in the drafts, or here where these have no room.
func pairDetail(f flow.Frame, t model.Team, it item, width int) []string {
	st, m := f.Styles, it.matter
	fi := m.Finding()
	badge := st.Badge.Render(" " + m.Likelihood() + " ")
	one := ownPairs(m, t.ID)[0]
	head := kit.Paragraph(st.Heading, questionOf(f, m, t.ID), max(width-kit.Width(badge)-2, 1))
	head[0] = kit.Between(head[0], badge, width)
	var stands, prepared []string
	if fi.Status != model.Open {
		stands = append(stands, kit.StatusWord(fi.Status))
	}
	if fi.Proposal != "" {
		stands = append(stands, "propose "+string(fi.Proposal))
	}
	if len(stands) > 0 {
		prepared = kit.Paragraph(st.Strong, strings.Join(stands, " · "), width)
	}
	if teams := otherTeams(m, t.ID); len(teams) > 1 {
		return kit.Stack(0, head, prepared, one.Why(f, width), sideLines(f, m, append(teams, t.ID), width))
	}
	own, other := sidesOf(one, t.ID)
	if f.Compact() {
		return kit.Stack(0, head, prepared, one.Why(f, width), one.Side(f, other, width), one.Side(f, own, width))
	}
	return kit.Stack(0, head, prepared, one.Why(f, width), one.Side(f, other, width))
}
