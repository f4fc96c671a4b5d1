package screens

import (
	"strconv"

	"souk/model"
	"souk/ui/flow"
)

// matrixView is the word for the matrix in a Target.
const matrixView = "matrix"

// Dependencies is where teams ask each other for what they need, and answer: as a list, or as a matrix of who asks whom.
type Dependencies struct {
	findings
	isMatrix bool
	row, col int // of the cell under the cursor
}

// Bindings implements Screen.
func (s *Dependencies) Bindings(f flow.Frame) []flow.Binding {
	if s.isMatrix {
		return s.matrixBindings(f)
	}
	toMatrix := flow.Binding{Keys: []string{"m"}, Help: "matrix", Foot: true, Do: func() flow.Effect { s.openMatrix(f); return flow.Effect{} }}
	return s.bindings(f, s.answers(f), toMatrix, whoIsMeant(f))
}

// View implements Screen.
func (s *Dependencies) View(f flow.Frame) string {
	if s.isMatrix {
		return s.viewMatrix(f)
	}
	return s.view(f, s.answers(f))
}

// At implements Screen.
func (s *Dependencies) At(f flow.Frame) flow.Target {
	at := s.findings.At(f)
	if s.isMatrix {
		at.View = matrixView
	}
	return at
}

// Show implements Screen.
func (s *Dependencies) Show(f flow.Frame, to flow.Target) {
	s.findings.Show(f, to)
	s.isMatrix = false
	if to.View == matrixView {
		s.openMatrix(f)
	}
}

// answers are the keys that decide a dependency: ask first, then a digit for what the other team says; x where there is no such need.
func (s *Dependencies) answers(f flow.Frame) []flow.Binding {
	m, some := s.current(f)
	ask, answer := untriable(m, some), ""
	switch {
	case !some:
		answer = ask
	case m.hasVerdict():
		answer = ask
	case !m.isAsked():
		answer = "Nobody has asked yet; press a to ask."
	}
	foot := s.panes.single(f) && !s.panes.open && !f.Zoom
	out := []flow.Binding{{
		Keys: []string{"a"}, Help: "ask", Off: ask, Foot: foot && ask == "",
		Do: func() flow.Effect { return flow.Effect{Open: askForm(f, m)} },
	}}
	for i, kind := range model.AnswerKinds() {
		out = append(out, flow.Binding{
			Keys: []string{strconv.Itoa(i + 1)}, Help: string(kind), Note: m.note(model.Outcome(kind)), Off: answer, Foot: foot && answer == "" && i < 3,
			Do: func() flow.Effect { return flow.Effect{Open: answerForm(f, m, kind)} },
		})
	}
	return append(out, flow.Binding{
		Keys: []string{"x"}, Help: string(model.NotDependency), Note: m.note(model.NotDependency), Off: ask, Foot: foot && ask == "",
		Do: func() flow.Effect { return flow.Effect{Open: decideForm(f, m, model.NotDependency)} },
	})
}
