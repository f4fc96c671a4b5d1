package screens

import (
	"fmt"
	"slices"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/say"
)

// Strategy shows what the teams align to: the intents with who says to support them, the six questions, the clarity pulse, and what
// became of last cycle.
type Strategy struct {
	parts     parts
	aims      kept[aim]
	questions kit.List
	past      kept[pastRow]
	courses   kept[course]
	unsaid    int // of these: what became of them nobody said yet
	pulse     pulse
	panes     panes
	reading   reading
}

// The parts of the strategy stage.
const (
	contextPart = iota
	questionsPart
	strategyPulse
	lastCyclePart
	cyclesPart
)

// How much of the width the list takes: sentences of the strategy need more than what the others list.
const (
	strategyList = 0.5
	contextList  = 0.6
)

// Stage implements Screen.
func (s *Strategy) Stage() workshop.Stage { return workshop.StrategyStage }

// Title implements Screen.
func (s *Strategy) Title() string { return "Strategy" }

// About implements Screen.
func (s *Strategy) About() string {
	return "Which direction do we align to, and does everyone know and understand it? Teams support it in their own words; " +
		"an intent that nobody supports yet, or a question without an answer, is something to talk about."
}

// At implements Screen.
func (s *Strategy) At(f flow.Frame) flow.Target {
	to := flow.Target{Stage: workshop.StrategyStage, View: s.parts.view(s.all(f))}
	if a, ok := s.aim(f); ok && s.parts.at == contextPart {
		to.Intent = a.intent.ID
	}
	return to
}

// Show implements Screen.
func (s *Strategy) Show(f flow.Frame, to flow.Target) {
	s.parts.show(s.all(f), to.View)
	if to.Intent == "" {
		return
	}
	if i := slices.IndexFunc(s.context(f), func(a aim) bool { return a.intent.ID == to.Intent }); i >= 0 {
		s.parts.at = contextPart
		s.aims.list.Cursor = i
	}
}

// all are the parts with how far each is.
func (s *Strategy) all(f flow.Frame) []part {
	answered := 0
	for n := range model.Questions() {
		if !f.State.Answer(n).IsEmpty() {
			answered++
		}
	}
	return []part{
		{"context", say.Count(len(f.State.Intents), "intent")},
		{"questions", fmt.Sprintf("%d/%d answered", answered, len(model.Questions()))},
		{"pulse", s.clarity().note(f.State)},
		{"last cycle", s.pastNote(f)},
		{"cycles", s.courseNote(f)},
	}
}

func (s *Strategy) clarity() *pulse {
	s.pulse.when = workshop.StrategyStage
	return &s.pulse
}

// context are the rows of the first part.
func (s *Strategy) context(f flow.Frame) []aim {
	same := func(a, b aim) bool { return a.intent.ID == b.intent.ID && a.head == b.head && a.beside == b.beside }
	return s.aims.rows(f.State, same, func() []aim { return gatherAims(f.State) })
}

func (s *Strategy) aim(f flow.Frame) (aim, bool) {
	s.context(f)
	return s.aims.current()
}

// View implements Screen.
func (s *Strategy) View(f flow.Frame) string {
	head := []string{" " + s.parts.line(f, s.all(f), f.Width-2)}
	if f.Height > 14 {
		head = append(head, "")
	}
	below := f
	below.Height = max(f.Height-len(head), 0)
	return kit.Join(kit.Fit(append(head, s.body(below)...), f.Width, f.Height))
}

func (s *Strategy) body(f flow.Frame) []string {
	if s.parts.at == strategyPulse {
		return s.clarity().lines(f, f.Width, f.Height)
	}
	n := s.size(f)
	if n == 0 {
		return s.empty(f)
	}
	s.list().To(s.list().Cursor, n)
	p := s.panes
	p.open = p.open || f.Zoom
	share := strategyList
	if s.parts.at == contextPart || s.parts.at == cyclesPart {
		share = contextList
	}
	return p.view(f, share,
		func(width, height int) []string { return s.listed(f, width, height) },
		func(width, height int) []string {
			of := fmt.Sprint(s.parts.at, s.list().Cursor)
			return s.reading.window(f, of, width, height, func(width int) []string { return s.detail(f, width) })
		})
}

// list is the cursor of the part that is shown.
func (s *Strategy) list() *kit.List {
	switch s.parts.at {
	case questionsPart:
		return &s.questions
	case lastCyclePart:
		return &s.past.list
	case cyclesPart:
		return &s.courses.list
	}
	return &s.aims.list
}

// size is the number of rows of the part that is shown.
func (s *Strategy) size(f flow.Frame) int {
	switch s.parts.at {
	case questionsPart:
		return len(model.Questions())
	case lastCyclePart:
		return len(s.lastCycle(f))
	case cyclesPart:
		return len(s.overCycles(f))
	}
	return len(s.context(f))
}

// Bindings implements Screen.
func (s *Strategy) Bindings(f flow.Frame) []flow.Binding {
	var out []flow.Binding
	if s.parts.at == strategyPulse {
		out = s.clarity().bindings(f)
	} else {
		out = moving(s.list(), s.size(f), max(f.Height-4, 1), "choose")
		if !f.Zoom {
			out = append(out, s.panes.bindings(f, s.size(f))...)
		}
		out = append(out, flow.Binding{Keys: []string{"v"}, Help: "take votes", Off: "3 shows the clarity pulse.", Do: nothing})
	}
	out = append(out, s.editing(f)...)
	out = append(out, s.parts.bindings(s.all(f), func() { s.panes.open = false })...)
	if s.size(f) == 0 {
		out = onlyWorking(out)
	}
	return append(out, s.reading.bindings()...)
}

func nothing() flow.Effect { return flow.Effect{} }

// editing are the keys that change the strategy.
func (s *Strategy) editing(f flow.Frame) []flow.Binding {
	a, any := s.aim(f)
	context, intent := "", ""
	if s.parts.at != contextPart {
		context = "1 shows the intents."
	}
	if intent = context; intent == "" && (!any || a.intent.ID == "") {
		intent = "Choose an intent first."
	}
	edit := flow.Binding{Keys: []string{"e"}, Help: "re-word", Off: intent, Do: func() flow.Effect { return flow.Effect{Open: intentForm(f, a.intent)} }}
	switch s.parts.at {
	case questionsPart:
		n := s.questions.Cursor
		edit = flow.Binding{Keys: []string{"e"}, Help: "answer", Do: func() flow.Effect { return flow.Effect{Open: answerQuestionForm(f, n)} }}
	case strategyPulse:
		edit.Off = "v takes a team's votes."
	case lastCyclePart:
		edit = s.recording(f)
		edit.Foot = edit.Off == ""
		return append([]flow.Binding{edit}, adding(f)...)
	case cyclesPart:
		edit.Off = "4 records what became of last cycle."
	}
	edit.Foot = edit.Off == ""
	return []flow.Binding{
		edit,
		{Keys: []string{"a"}, Help: "add intent", Off: context, Foot: context == "", Do: func() flow.Effect { return flow.Effect{Open: addIntentForm(a.intent.Horizon)} }},
		{Keys: []string{"x"}, Help: "drop intent", Off: intent, Foot: intent == "", Do: func() flow.Effect { return flow.Effect{Open: dropIntent(a)} }},
	}
}

// addIntentForm adds a sentence to the strategy; the horizon is at first that of the intent under the cursor.
func addIntentForm(at model.Horizon) flow.Dialog {
	horizons := model.Horizons()
	options := make([]string, len(horizons))
	for i, h := range horizons {
		options[i] = h.Word()
	}
	return dialog.NewForm(dialog.FormSpec{
		Title: "Add to the strategy",
		Fields: []dialog.Field{
			{Key: "horizon", Label: "what", Kind: dialog.Choice, Options: options, At: max(slices.Index(horizons, at), 0)},
			{Key: "text", Label: "text", Required: true, Hint: "One sentence that a team can say it supports."},
		},
		Record: "add",
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.AddIntent{Horizon: horizons[v.Choice("horizon")], Text: v.Text("text")}}}
		},
	})
}

// intentForm re-words an intent.
func intentForm(f flow.Frame, i model.Intent) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title:  fmt.Sprintf("Re-word the %s “%s”", i.Horizon.Word(), i.Text.Line()),
		Fields: []dialog.Field{{Key: "text", Label: "text", Value: i.Text, Required: true}},
		Preview: func(f flow.Frame, v dialog.Values) []string {
			if v.Text("text") == i.Text {
				return nil
			}
			return kit.Change(f.Styles, i.Text.Line(), v.Text("text").Line(), f.Width)
		},
		Submit: func(v dialog.Values) flow.Effect {
			if v.Text("text") == i.Text {
				return flow.Effect{Say: unchanged}
			}
			return flow.Effect{Do: []workshop.Intent{workshop.RewordIntent{Intent: i.ID, Text: v.Text("text")}}}
		},
	})
}

// dropIntent asks before an intent goes.
func dropIntent(a aim) flow.Dialog {
	detail := "No objective names it."
	if n := len(a.objectives); n > 0 {
		detail = fmt.Sprintf("What %s said to support it stays in their words.", say.Count(n, "objective"))
	}
	return dialog.NewConfirm(dialog.ConfirmSpec{
		Title:    "Drop this " + a.intent.Horizon.Word(),
		Question: a.intent.Text.Line(),
		Detail:   detail + " Undo brings it back.",
		Yes:      flow.Effect{Do: []workshop.Intent{workshop.DropIntent{Intent: a.intent.ID}}},
		YesHelp:  "drop it", NoHelp: "keep it",
	})
}

// answerQuestionForm is leadership's answer to one of the six questions; it may be taken away again.
func answerQuestionForm(f flow.Frame, n int) flow.Dialog {
	before := f.State.Answer(n)
	return dialog.NewForm(dialog.FormSpec{
		Title:  "Leadership's answer: " + model.Questions()[n],
		Fields: []dialog.Field{{Key: "answer", Label: "answer", Kind: dialog.Area, Value: before, Hint: "In leadership's own words. An honest blank is fine."}},
		Submit: func(v dialog.Values) flow.Effect {
			if v.Text("answer") == before {
				return flow.Effect{Say: unchanged}
			}
			return flow.Effect{Do: []workshop.Intent{workshop.AnswerQuestion{Number: n, Answer: v.Text("answer")}}}
		},
	})
}
