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
	"souk/workshop/report"
)

// told is what leadership should hear: computed and open, sent up by what the room decided, or raised and kept by the room.
type told struct{ report.Signal }

func (g told) isKept() bool { return g.Status == report.Kept }

// isDropped reports whether the room decided that it is not for leadership.
func (g told) isDropped() bool { return g.Status == report.Dropped }

// isOpen reports whether the room has not said yet whether leadership should hear it.
func (g told) isOpen() bool { return g.Status == report.Open }

func (g told) heading() string {
	switch {
	case g.isOpen():
		return "SEEN HERE: KEEP, WORD OR DROP"
	case g.isKept():
		return "GOES UP TO LEADERSHIP"
	case g.isDropped():
		return "DROPPED: NOT TOLD TO LEADERSHIP"
	}
	return "GOES UP, SINCE IT WAS ESCALATED"
}

// word says what kind of signal it is.
func (g told) word() string {
	if g.Kind == "" {
		return "raised by the room"
	}
	return g.Source()
}

// written is the signal as the room wrote it, line by line, or as it is computed; lists show it on one line.
func (g told) written(s *workshop.State) model.Signal {
	if w, ok := s.Signals.Get(g.ID); ok {
		return w
	}
	return model.Signal{
		Kind: g.Kind, About: g.Matter, Text: model.Clean(g.Text), Evidence: model.Clean(strings.Join(g.Evidence, "\n")), Owner: model.Clean(g.Owner),
	}
}

// sendUp tells leadership a signal in these words.
func sendUp(w model.Signal) flow.Effect {
	if w.ID != "" {
		return flow.Effect{Do: []workshop.Intent{workshop.RewordSignal{Signal: w.ID, Text: w.Text, Evidence: w.Evidence, Owner: w.Owner}}}
	}
	return flow.Effect{Do: []workshop.Intent{workshop.KeepSignal{Kind: w.Kind, Key: w.About, Text: w.Text, Evidence: w.Evidence, Owner: w.Owner}}}
}

// tell lists what leadership should hear, as far as souk knows.
func tell(s *workshop.State, findings []model.Finding) []told {
	var all []told
	for _, g := range report.Signals(s, findings) {
		all = append(all, told{g})
	}
	return all
}

// sameFindings reports whether two tables are one and the same: what is told depends on more than which findings lie there.
func sameFindings(a, b []model.Finding) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// signal is the one under the cursor: the open ones come first, then those that the room escalated, then the kept ones, then the dropped ones.
func (s *Close) signal(f flow.Frame) (told, bool) {
	if !sameFindings(s.findings, f.Findings) {
		s.findings = f.Findings
		s.signals.forget()
	}
	same := func(a, b told) bool { return a.Matter == b.Matter }
	s.signals.rows(f.State, same, func() []told {
		all := tell(f.State, f.Findings)
		all = stillFirst(stillFirst(all, func(g told) bool { return !g.isKept() }), told.isOpen)
		for _, g := range report.DroppedSignals(f.State, f.Findings) {
			all = append(all, told{g})
		}
		return all
	})
	return s.signals.current()
}

// signalNote says how many signals wait for a word, or how many go up.
func (s *Close) signalNote() string {
	open, up := 0, 0
	for _, g := range s.signals.made {
		switch {
		case g.isOpen():
			open++
		case !g.isDropped():
			up++
		}
	}
	if open > 0 {
		return fmt.Sprintf("%d open", open)
	}
	return fmt.Sprint(up)
}

// settling are the keys that say what becomes of the signal under the cursor.
func (s *Close) settling(f flow.Frame, primary []string) []flow.Binding {
	g, any := s.signal(f)
	none := unlessAny(any, "There is no signal here.")
	keepOff, answerOff := none, none
	if any && g.isDropped() {
		return bringBack(g, primary)
	}
	switch {
	case !any:
	case g.isKept():
		keepOff = "It goes up to leadership already."
	default:
		answerOff = "Keep it first: leadership answers what it was told."
	}
	return []flow.Binding{
		{Keys: append(slices.Clone(primary), "s"), Show: "s", Help: "keep", Foot: true, Off: keepOff, Do: func() flow.Effect {
			s.signals.to(told.isOpen)
			return sendUp(g.written(f.State))
		}},
		{Keys: []string{"w"}, Help: "word", Foot: true, Off: none, Do: func() flow.Effect { return flow.Effect{Open: s.wordForm(f, g)} }},
		{Keys: []string{"d"}, Help: "drop", Foot: true, Off: none, Do: func() flow.Effect { return flow.Effect{Open: s.dropForm(g)} }},
		{Keys: []string{"a"}, Help: "answer", Foot: true, Off: answerOff, Do: func() flow.Effect { return flow.Effect{Open: leadershipForm(f, g)} }},
	}
}

// bringBack are the keys on a signal that was dropped.
func bringBack(g told, primary []string) []flow.Binding {
	const first = "Bring it back first: it was dropped."
	return []flow.Binding{
		{Keys: append(slices.Clone(primary), "s"), Show: "s", Help: "bring back", Foot: true, Do: func() flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.TakeUpSignal{Key: g.Matter, Text: model.Clean(g.Text)}}}
		}},
		{Keys: []string{"w"}, Help: "word", Off: first, Do: nothing},
		{Keys: []string{"d"}, Help: "drop", Off: "It was dropped already.", Do: nothing},
		{Keys: []string{"a"}, Help: "answer", Off: first, Do: nothing},
	}
}

// wordForm puts a signal into the room's words, and keeps it where it was open.
func (s *Close) wordForm(f flow.Frame, g told) flow.Dialog {
	w := g.written(f.State)
	return dialog.NewForm(dialog.FormSpec{
		Title: "What should leadership hear?",
		Lead:  strings.Join(g.Evidence, " · "),
		Fields: []dialog.Field{
			{Key: "text", Label: "signal", Kind: dialog.Area, Value: w.Text, Required: true},
			{Key: "owner", Label: "with", Value: w.Owner, Hint: "Who takes it up; may stay empty."},
		},
		Record: "keep",
		Submit: func(v dialog.Values) flow.Effect {
			if g.isOpen() {
				s.signals.to(told.isOpen)
			}
			w.Text, w.Owner = v.Text("text"), v.Text("owner")
			return sendUp(w)
		},
	})
}

// dropForm silences a signal for good.
func (s *Close) dropForm(g told) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title:  "Drop this signal for good?",
		Lead:   g.Text,
		Fields: []dialog.Field{{Key: "note", Label: "because", Hint: "May stay empty. It stays at the end of this list, and can be brought back."}},
		Record: "drop",
		Submit: func(v dialog.Values) flow.Effect {
			s.signals.to(told.isOpen)
			return flow.Effect{Do: []workshop.Intent{workshop.DropSignal{Key: g.Matter, Text: model.Clean(g.Text), Note: v.Text("note")}}}
		},
	})
}

// leadershipForm takes what leadership says to a signal.
func leadershipForm(f flow.Frame, g told) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title:  "What does leadership say to it?",
		Lead:   g.Text,
		Fields: []dialog.Field{{Key: "answer", Label: "answer", Kind: dialog.Area, Value: g.written(f.State).Answer, Hint: "Empty is an honest blank."}},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.AnswerSignal{Signal: g.ID, Answer: v.Text("answer")}}}
		},
	})
}

// signalLines are a signal with everything that can be seen of it.
func signalLines(f flow.Frame, g told, width int) []string {
	st := f.Styles
	var about []string
	for i, line := range g.Evidence {
		label := ""
		if i == 0 {
			label = "evidence"
		}
		about = append(about, kit.Labelled(st, label, line, closeLabel, width)...)
	}
	if g.Owner != "" {
		about = append(about, kit.Labelled(st, "with", g.Owner, closeLabel, width)...)
	}
	note := "Until somebody keeps it, the record only lists it as seen and not discussed."
	switch {
	case g.isKept():
		about = append(about, labelledOr(f, "answer", model.Clean(g.Answer), "– leadership has not answered –", width)...)
		note = "It goes up to leadership with the record."
	case g.isDropped():
		about = append(about, labelledOr(f, "because", f.State.DroppedSignals[g.Matter], "– no reason given –", width)...)
		note = "It is not told to leadership. s brings it back."
	case !g.isOpen():
		note = "It goes up to leadership with the record, since it was escalated."
	}
	return kit.Stack(1,
		append([]string{kit.Cut(st.Label.Render(g.word()), width)}, large(f, g.Text, width)...),
		about, kit.Paragraph(st.Muted, note, width))
}
