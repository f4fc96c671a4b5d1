package screens

import (
	"fmt"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop/say"
)

// rows are those of the part that is shown.
func (s *Strategy) rows(f flow.Frame) headed {
	st := f.Styles
	h := headed{n: s.size(f)}
	switch s.parts.at {
	case questionsPart:
		h.row = func(i, width int) string { return questionRow(f, i, width) }
	case lastCyclePart:
		rows := s.lastCycle(f)
		h.head = func(i int) string {
			if i > 0 && rows[i-1].head == rows[i].head {
				return ""
			}
			return rows[i].head
		}
		h.row = func(i, width int) string { return rows[i].line(st, width) }
	case cyclesPart:
		rows := s.overCycles(f)
		h.row = func(i, width int) string { return rows[i].line(st, width) }
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

// listed are the rows; between the names of the cycles and what the signs mean where the columns are cycles.
func (s *Strategy) listed(f flow.Frame, width, height int) []string {
	if s.parts.at != cyclesPart || height < 3 {
		return s.rows(f).lines(f.Styles, s.list(), width, height)
	}
	head := kit.Cut(f.Styles.Label.Render(coursesHead(s.overCycles(f)[0].cycles, width)), width)
	foot := coursesFoot(f.Styles, width)
	lines := append([]string{head}, s.rows(f).lines(f.Styles, s.list(), width, max(height-1-len(foot), 1))...)
	return append(lines, foot...)
}

func (s *Strategy) empty(f flow.Frame) []string {
	switch s.parts.at {
	case lastCyclePart:
		return kit.Empty(f.Styles, "Nobody brought what became of last cycle's objectives. What was learned then often says why something matters now.",
			"a and p write it down here, or import it with the drafts, under “last_cycle”: souk import FILE.souk drafts.yaml", f.Width, f.Height)
	case cyclesPart:
		return kit.Empty(f.Styles, "Nothing is known yet of the cycles before. Each cycle that begins with the file of the last one adds to it.",
			"souk next FILE.souk begins the next cycle; 4 writes down what became of the last one", f.Width, f.Height)
	}
	return kit.Empty(f.Styles, "There is no strategy here yet: no vision, no intent, no direction for this cycle.",
		"a adds an intent, or load the drafts: souk import FILE.souk drafts.yaml", f.Width, f.Height)
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
		return s.lastCycle(f)[s.past.list.Cursor].lines(f, width)
	case cyclesPart:
		return s.overCycles(f)[s.courses.list.Cursor].lines(f, width)
	}
	a, _ := s.aim(f)
	return a.lines(f, width)
}

// lastCycle are the rows of the last part.
func (s *Strategy) lastCycle(f flow.Frame) []pastRow {
	return s.past.rows(f.State, pastRow.isSame, func() []pastRow {
		rows := gatherPast(f.State)
		s.unsaid = 0
		for _, p := range rows {
			if p.isOpen() {
				s.unsaid++
			}
		}
		return rows
	})
}

// pastNote is how much of last cycle is known, or still to be said.
func (s *Strategy) pastNote(f flow.Frame) string {
	rows := s.lastCycle(f)
	if s.unsaid > 0 {
		return fmt.Sprintf("%d of %d to record", s.unsaid, len(rows))
	}
	return say.Count(len(f.State.LastCycle), "result")
}

// recording is the key that says what became of something of last cycle. What was not said yet leads on to the next of its kind.
func (s *Strategy) recording(f flow.Frame) flow.Binding {
	s.lastCycle(f)
	p, any := s.past.current()
	b := flow.Binding{Keys: []string{"e"}, Help: [...]string{"record result", "record promise", "answer"}[p.kind]}
	if !any {
		b.Off = "There is nothing of last cycle to record."
	}
	b.Do = func() flow.Effect {
		return flow.Effect{Open: pastForm(p, func() {
			if p.isOpen() {
				s.past.to(pastRow.isOpen)
			}
		})}
	}
	return b
}
