package screens

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop/say"
)

// regroupList is the part of the width that the teams take.
const regroupList = 0.36

// View implements Screen.
func (s *Regroup) View(f flow.Frame) string {
	teams := s.teams(f)
	if len(teams) == 0 {
		what, next := "No team has opened a stall yet.", "Add teams at the check-in, or load their drafts: souk import FILE.souk drafts.yaml"
		if s.only {
			what, next = "No team's OKRs were changed: all stand as drafted.", "f shows all teams"
		}
		return kit.Join(kit.Empty(f.Styles, what, next, f.Width, f.Height))
	}
	t, at := s.current(teams)
	s.list.To(at, len(teams))
	return kit.Join(s.panes.view(f, regroupList,
		func(width, height int) []string { return s.listLines(f, teams, width, height) },
		func(width, height int) []string {
			return s.scroll.Window(f.Styles, s.detailText(f, t, width), width, height)
		}))
}

func (s *Regroup) listLines(f flow.Frame, teams []model.Team, width, height int) []string {
	st := f.Styles
	tally := s.changes.of(f.State)
	changed := 0
	for _, t := range teams {
		if tally.changed(t.ID) {
			changed++
		}
	}
	head := []string{kit.Between(st.Heading.Render("TEAMS"), st.Muted.Render(say.Count(changed, "team")+" changed"), width), ""}
	said := tally.brief
	if s.panes.single(f) {
		said = tally.note
	}
	rows := s.list.Rows(st, len(teams), width, height-len(head), func(i int, _ bool, width int) []string {
		id := teams[i].ID
		return []string{kit.Between(teams[i].Name.Line(), said(f, id), width)}
	})
	return append(head, rows...)
}

// note is how much changed for a team: "2 changes · 1 decision".
func (c *changeCounts) note(f flow.Frame, id model.TeamID) string {
	return c.said(f, id, say.Count(c.decisions[id], "decision"))
}

// brief is note as it fits into a row: "2 changes · 1 ✓".
func (c *changeCounts) brief(f flow.Frame, id model.TeamID) string {
	return c.said(f, id, fmt.Sprintf("%d %s", c.decisions[id], kit.SignDecided))
}

func (c *changeCounts) said(f flow.Frame, id model.TeamID, decisions string) string {
	var parts []string
	if n := c.fields[id]; n > 0 {
		parts = append(parts, say.Count(n, "change"))
	}
	if c.decisions[id] > 0 {
		parts = append(parts, decisions)
	}
	if len(parts) == 0 {
		return f.Styles.Muted.Render("as drafted")
	}
	return f.Styles.Accent.Render(strings.Join(parts, " · "))
}

// detailText is what the workshop made of a team's OKRs, objective by objective, what was decided about it, and what is still open.
func (s *Regroup) detailText(f flow.Frame, t model.Team, width int) []string {
	st := f.Styles
	measure := min(width, stallMeasure)
	head := []string{kit.Between(st.Heading.Render(kit.Cut(strings.ToUpper(t.Name.Line()), measure)), s.changes.of(f.State).note(f, t.ID), measure)}
	blocks := [][]string{head, changedObjectives(f, t, measure), s.ownedTogether(f, t, measure), decidedAbout(f, t, measure), stillOpen(f, t, measure)}
	if len(blocks[1]) == 0 {
		blocks[1] = kit.Paragraph(st.Muted, "The objectives of this team read as drafted.", measure)
	}
	return kit.Stack(1, blocks...)
}

// changedObjectives shows each changed objective of a team with its words before and after.
func changedObjectives(f flow.Frame, t model.Team, width int) []string {
	st := f.Styles
	changes := f.State.ChangedByWorkshop(t.ID)
	var out []string
	var at model.ObjectiveID
	for _, c := range changes {
		if c.Objective != at {
			if at = c.Objective; len(out) > 0 {
				out = append(out, "")
			}
			o, _ := f.State.Objectives.Get(at)
			label := f.State.Label(at)
			if !f.State.Drafted.Has(at) {
				label += " · new"
			}
			out = append(out, kit.Cut(st.Label.Render(label), width))
			out = append(out, kit.Paragraph(st.Title, o.Title.Line(), width)...)
		}
		if c.Field == "title" && c.Before.IsEmpty() {
			continue // the heading says it
		}
		out = append(out, kit.Indent(fieldChange(f, c, max(width-2, 1)), 2)...)
	}
	return out
}

// ownedTogether is what a team owns with others: each objective with the part of every owner.
func (s *Regroup) ownedTogether(f flow.Frame, t model.Team, width int) []string {
	var blocks [][]string
	for _, one := range s.shared.by(f.State, t.ID) {
		blocks = append(blocks, sharedLines(f, one, width))
	}
	return titled(f.Styles.Heading.Render("owned together"), kit.Stack(1, blocks...))
}

// decidedAbout are the decisions in which a team takes part, as they are read aloud.
func decidedAbout(f flow.Frame, t model.Team, width int) []string {
	st := f.Styles
	var out []string
	for d := range f.State.Decisions.All() {
		if !slices.Contains(d.Teams, t.ID) {
			continue
		}
		text := d.Summary.Line()
		if !d.Owner.IsEmpty() {
			text += " – " + d.Owner.Line()
		}
		if !d.Due.IsEmpty() {
			text += ", " + d.Due.Line()
		}
		out = append(out, signed(st.Decided.Render(kit.SignDecided), kit.Wrap(text, max(width-2, 1)))...)
	}
	return titled(st.Heading.Render("decided"), out)
}

// stillOpen is what a team may want to settle before the agreement.
func stillOpen(f flow.Frame, t model.Team, width int) []string {
	st := f.Styles
	var out []string
	add := func(id model.ObjectiveID, what string) {
		out = append(out, signed(st.Warn.Render(kit.SignUnsaid), kit.Wrap(f.State.Label(id)+": "+what, max(width-2, 1)))...)
	}
	for _, o := range f.State.ObjectivesOf(t.ID) {
		if o.Fate != model.Live {
			continue
		}
		if o.WhyNow.IsEmpty() {
			add(o.ID, "why now is not said yet")
		}
		for _, r := range f.State.Waiting(o.ID) {
			add(o.ID, "waits for "+f.State.TeamName(r.To.Team)+", "+r.What.Line())
		}
		for _, r := range f.State.AtRisk(o.ID) {
			add(o.ID, refused(f, r)+", "+r.What.Line())
		}
		for _, w := range []model.Word{o.Agreement.Team, o.Agreement.Leadership} {
			if w.Stance == model.NotYet {
				add(o.ID, "not yet agreed: "+w.Reason.Line())
			}
		}
	}
	return titled(st.Heading.Render("still open"), out)
}

// titled puts a title above lines, where there are any.
func titled(title string, lines []string) []string {
	if len(lines) == 0 {
		return nil
	}
	return append([]string{title}, lines...)
}

// signed puts a sign before the first of some lines; the others hang under its text.
func signed(sign string, lines []string) []string {
	for i := range lines {
		if i == 0 {
			lines[i] = sign + " " + lines[i]
			continue
		}
		lines[i] = "  " + lines[i]
	}
	return lines
}
