package screens

import (
	"fmt"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
)

// rows are those of the part that is shown.
func (s *Strategy) rows(f flow.Frame) headed {
	st := f.Styles
	h := headed{n: s.size(f)}
	switch s.parts.at {
	case questionsPart:
		h.row = func(i, width int) string { return questionRow(f, i, width) }
	case lastCyclePart:
		h.row = func(i, width int) string {
			r := f.State.LastCycle[i]
			team := min(24, width/3)
			return kit.Cut(st.Label.Render(kit.Pad(r.Team.Line(), team))+"  "+st.Text.Render(r.Objective.Line()), width)
		}
	default:
		aims := s.context(f)
		h.head = func(i int) string {
			if i > 0 && aims[i-1].head == aims[i].head {
				return ""
			}
			return aims[i].head
		}
		h.row = func(i, width int) string {
			return kit.Between(st.Text.Render(aims[i].text()), st.Muted.Render(aims[i].who()), width)
		}
	}
	return h
}

func questionRow(f flow.Frame, i, width int) string {
	st := f.Styles
	sign := st.Muted.Render(kit.SignUnsaid)
	if !f.State.Answer(i).IsEmpty() {
		sign = st.Good.Render(kit.SignDecided)
	}
	return kit.Cut(sign+" "+st.Label.Render(fmt.Sprint(i+1))+"  "+st.Text.Render(model.Questions()[i]), width)
}

// detail is what the row under the cursor is about.
func (s *Strategy) detail(f flow.Frame, width int) []string {
	st := f.Styles
	switch s.parts.at {
	case questionsPart:
		n := s.questions.Cursor
		answer := kit.Paragraph(st.Warn, "– not answered yet –", width)
		if a := f.State.Answer(n); !a.IsEmpty() {
			answer = kit.Paragraph(st.Text, a.String(), width)
		}
		return kit.Stack(1, large(f, model.Questions()[n], width), append([]string{st.Label.Render("leadership says")}, answer...))
	case lastCyclePart:
		return resultLines(f, f.State.LastCycle[s.results.Cursor], width)
	}
	a, _ := s.aim(f)
	return a.lines(f, width)
}

// resultLines is what became of an objective of last cycle, and what the team learned.
func resultLines(f flow.Frame, r model.Result, width int) []string {
	const label = 11
	st := f.Styles
	blocks := [][]string{append(kit.Paragraph(st.Label, r.Team.Line(), width), large(f, r.Objective.Line(), width)...)}
	if !r.Outcome.IsEmpty() {
		blocks = append(blocks, kit.Labelled(st, "result", r.Outcome.Line(), label, width))
	}
	if !r.Learned.IsEmpty() {
		blocks = append(blocks, kit.Labelled(st, "learned", r.Learned.Line(), label, width))
	}
	return kit.Stack(1, blocks...)
}
