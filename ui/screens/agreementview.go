package screens

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/theme"
)

// The columns of the agreement, in cells.
const (
	standNumber     = 5 // "  1  "
	standTeam       = 8
	standLeadership = 11
	standConfidence = 10
	standReason     = 80 // what title and why now take at least where why now has a column
)

// standColumns shares a row's width: the title has what the others leave, and gives why now a column where that leaves enough for both.
func standColumns(width int) (title, reason int) {
	rest := max(width-standNumber-standTeam-standLeadership-standConfidence-1, 1)
	if rest >= standReason {
		reason = rest * 2 / 5
	}
	return rest - reason, reason
}

// table draws the objectives with what both sides say, and how the room stands as a whole.
func (s *Agreement) table(f flow.Frame, rows []stand, width, height int) []string {
	st := f.Styles
	title, reason := standColumns(width - kit.Gutter)
	head := kit.Pad("", kit.Gutter+standNumber) + kit.Pad("does it matter now?", title+1) +
		kit.Pad("team", standTeam) + kit.Pad("leadership", standLeadership) + kit.Pad("confidence", standConfidence)
	if reason > 0 {
		head += " why now, or what is missing"
	}
	body := headed{
		n: len(rows), tight: true,
		head: func(i int) string {
			if i > 0 && rows[i-1].team == rows[i].team {
				return ""
			}
			return strings.ToUpper(f.State.TeamName(rows[i].team))
		},
		row: func(i, width int) string { return standRow(f, rows[i], width) },
	}.lines(st, &s.objectives.list, width, max(height-2, 1))
	out := append([]string{kit.Cut(st.Label.Render(head), width)}, body...)
	return append(out[:min(len(out), max(height-1, 1))], s.sum(st, width))
}

// sum is how the room stands, and what is shown of it.
func (s *Agreement) sum(st *theme.Styles, width int) string {
	c := s.counts
	line := st.Heading.Render(fmt.Sprintf("%d of %d aligned", c.aligned, c.all())) +
		st.Text.Render(fmt.Sprintf(" · %d not yet · %d open", c.notYet, c.open))
	if c.parked > 0 {
		line += st.Text.Render(fmt.Sprintf(" · %d parked", c.parked))
	}
	shown := ""
	if s.filter != everything {
		shown = st.Accent.Render("only " + s.filter.word())
	}
	return kit.Between("  "+line, shown, width)
}

// standRow is an objective on one line.
func standRow(f flow.Frame, r stand, width int) string {
	st := f.Styles
	o, _ := f.State.Objectives.Get(r.id)
	title, reason := standColumns(width)
	line := st.Label.Render(kit.PadLeft(fmt.Sprint(r.n), standNumber-2)) + "  " +
		kit.Pad(standTitle(f, o), title) + " " +
		kit.Pad(kit.Stance(st, o.Agreement.Team.Stance), standTeam) +
		kit.Pad(kit.Stance(st, o.Agreement.Leadership.Stance), standLeadership) +
		kit.Pad(confidenceCell(st, o.Agreement.Votes), standConfidence)
	if reason > 0 {
		line += " " + reasonCell(f, o, reason-1)
	}
	return kit.Cut(line, width)
}

// standTitle is the objective's words, with the sign of a risk where a key result is not final.
func standTitle(f flow.Frame, o model.Objective) string {
	title := f.Styles.Text.Render(o.Title.Line())
	if len(doubts(f, o)) > 0 {
		return f.Styles.Risk.Render(kit.SignRisk) + " " + title
	}
	return title
}

// confidenceCell is a fist of five in few cells: the spark, the mean, and a warning where somebody should be heard.
func confidenceCell(st *theme.Styles, votes []int) string {
	mean, ok := model.Mean(votes)
	if !ok {
		return st.Muted.Render("–")
	}
	spark, _, _ := strings.Cut(kit.Votes(st, votes), " ")
	out := spark + st.Text.Render(fmt.Sprintf(" %.1f", mean))
	if isDoubtful(votes) {
		out += " " + st.Risk.Render(kit.SignRisk)
	}
	return out
}

// reasonCell is what is missing for a yes, or else why the objective matters now.
func reasonCell(f flow.Frame, o model.Objective, width int) string {
	st := f.Styles
	for _, w := range []model.Word{o.Agreement.Leadership, o.Agreement.Team} {
		if w.Stance != model.Agreed && !w.Reason.IsEmpty() {
			return kit.Cut(st.Text.Render("“"+w.Reason.Line()+"”"), width)
		}
	}
	if o.WhyNow.IsEmpty() {
		return st.Muted.Render("– not said yet –")
	}
	return kit.Cut(st.Muted.Render(o.WhyNow.Line()), width)
}

// detail is the objective under the cursor with all that matters for a yes.
func (s *Agreement) detail(f flow.Frame, width, height int) []string {
	o, ok := s.current(f)
	if !ok {
		return nil
	}
	return s.reading.window(f, string(o.ID), width, height, func(width int) []string {
		st := f.Styles
		head := kit.Cut(st.Heading.Render(strings.ToUpper(f.State.Label(o.ID))), width)
		if asked := head + st.Muted.Render("  does it matter now?"); kit.Width(asked) <= width {
			head = asked
		}
		why := whyNowLines(f, o, width)
		why = append(why, fateLine(f, o, width)...)
		return kit.Stack(1,
			append([]string{head}, card{Frame: f, objective: o}.lines(width)...),
			why, wordLines(f, o, width), unsettled(f, o, width), commentLines(f, o.ID, width))
	})
}

// wordLines are what both sides said, with what is missing, and the room's confidence.
func wordLines(f flow.Frame, o model.Objective, width int) []string {
	const label = 12
	st := f.Styles
	var out []string
	for _, p := range []model.Party{model.TeamParty, model.LeadershipParty} {
		w := o.Agreement.Of(p)
		said := kit.Stance(st, w.Stance)
		switch w.Stance {
		case model.Agreed, model.ParkedStance:
			said += st.Text.Render(" " + string(w.Stance))
		case model.Unsaid:
			said = st.Muted.Render("– not said yet –")
		case model.NotYet:
		}
		out = append(out, kit.Cut(st.Label.Render(kit.Pad(string(p), label))+said, width))
		if !w.Reason.IsEmpty() {
			out = append(out, kit.Labelled(st, "", "“"+w.Reason.Line()+"”", label, width)...)
		}
	}
	return append(out, kit.Cut(st.Label.Render(kit.Pad("confidence", label))+kit.Votes(st, o.Agreement.Votes), width))
}

// unsettled says what an objective still waits for, so that its key results are not final, and what was declined or escalated.
func unsettled(f flow.Frame, o model.Objective, width int) []string {
	var out []string
	for _, r := range f.State.Waiting(o.ID) {
		text := fmt.Sprintf("%s not final: waits for %s – %s", kit.SignRisk, f.State.TeamName(r.To.Team), r.What.Line())
		out = append(out, kit.Paragraph(f.Styles.Risk, text, width)...)
	}
	for _, r := range f.State.AtRisk(o.ID) {
		text := fmt.Sprintf("%s %s – %s", kit.SignRisk, refused(f, r), r.What.Line())
		out = append(out, kit.Paragraph(f.Styles.Risk, text, width)...)
	}
	return out
}
