package screens

import (
	"fmt"
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/say"
)

// Close ends the workshop: decisions are read back, every entry of the parking lot gets an owner, signals go up to leadership, the clarity
// pulse is taken again, and the room sees how far it came.
type Close struct {
	parts     parts
	decisions kept[aloud]
	parking   kept[model.Parking]
	signals   kept[told]
	findings  []model.Finding // of which the signals were made
	aligned   aligned
	pulse     pulse
	panes     panes
	reading   reading
}

// The parts of the close.
const (
	decisionsPart = iota
	parkingPart
	signalsPart
	closePulse
	alignmentPart
)

// closeList is how much of the width the list takes.
const closeList = 0.5

// Stage implements Screen.
func (s *Close) Stage() workshop.Stage { return workshop.CloseStage }

// Title implements Screen.
func (s *Close) Title() string { return "Close" }

// About implements Screen.
func (s *Close) About() string {
	return "Read every decision aloud: does it stand as written, who sees to it, by when? Give each entry of the parking lot an owner. " +
		"Keep, word or drop what leadership should hear, and ask once more whether the direction is clear."
}

// At implements Screen.
func (s *Close) At(f flow.Frame) flow.Target {
	to := flow.Target{Stage: workshop.CloseStage, View: s.parts.view(s.all(f))}
	if d, ok := s.decision(f); ok && s.parts.at == decisionsPart {
		to.Decision = d.ID
	}
	return to
}

// Show implements Screen.
func (s *Close) Show(f flow.Frame, to flow.Target) {
	s.parts.show(s.all(f), to.View)
	if to.Decision == "" {
		return
	}
	s.decision(f)
	if i := slices.IndexFunc(s.decisions.made, func(d aloud) bool { return d.ID == to.Decision }); i >= 0 {
		s.parts.at = decisionsPart
		s.decisions.list.Cursor = i
	}
}

// Progress says how many decisions are read back.
func (s *Close) Progress(f flow.Frame) string {
	s.decision(f)
	done, all := s.readBack()
	if all == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", done, all)
}

// Settled reports whether every decision is read back and all that was parked has an owner.
func (s *Close) Settled(f flow.Frame) bool {
	s.decision(f)
	s.parked(f)
	done, all := s.readBack()
	return all > 0 && done == all && ownerless(s.parking.made) == 0
}

// readBack counts the decisions that were read back, and all of them.
func (s *Close) readBack() (done, all int) {
	for _, d := range s.decisions.made {
		if d.isPromise() {
			continue
		}
		all++
		if d.ReadBack {
			done++
		}
	}
	return done, all
}

// all are the parts with how far each is.
func (s *Close) all(f flow.Frame) []part {
	s.decision(f)
	s.parked(f)
	s.signal(f)
	done, of := s.readBack()
	decisions := fmt.Sprintf("%d of %d read back", done, of)
	if of == 0 {
		decisions = "none"
	}
	parking := things(len(s.parking.made))
	if loose := ownerless(s.parking.made); loose > 0 {
		parking = fmt.Sprintf("%d without owner", loose)
	}
	return []part{
		{"decisions", decisions},
		{"parking lot", parking},
		{"signals", s.signalNote()},
		{"pulse", s.clarity().note(f.State)},
		{"aligned", ""},
	}
}

// things says how full the parking lot is.
func things(n int) string {
	if n == 0 {
		return "empty"
	}
	return say.Count(n, "thing")
}

func ownerless(entries []model.Parking) int {
	n := 0
	for _, p := range entries {
		if p.Owner.IsEmpty() {
			n++
		}
	}
	return n
}

func (s *Close) clarity() *pulse {
	s.pulse.when = workshop.CloseStage
	return &s.pulse
}

// decision is the decision or promise under the cursor.
func (s *Close) decision(f flow.Frame) (aloud, bool) {
	same := func(a, b aloud) bool { return a.ID == b.ID && a.request.ID == b.request.ID }
	s.decisions.rows(f.State, same, func() []aloud { return toRead(f.State) })
	return s.decisions.current()
}

// parked is the entry of the parking lot under the cursor. Those without an owner come first.
func (s *Close) parked(f flow.Frame) (model.Parking, bool) {
	same := func(a, b model.Parking) bool { return a.ID == b.ID }
	s.parking.rows(f.State, same, func() []model.Parking {
		return stillFirst(slices.Collect(f.State.Parking.All()), func(p model.Parking) bool { return p.Owner.IsEmpty() })
	})
	return s.parking.current()
}

// stillFirst puts those to which something is still missing before the others.
func stillFirst[T any](all []T, missing func(T) bool) []T {
	out := make([]T, 0, len(all))
	for _, want := range []bool{true, false} {
		for _, one := range all {
			if missing(one) == want {
				out = append(out, one)
			}
		}
	}
	return out
}

// list is the cursor of the part that is shown, in how many rows.
func (s *Close) list() (*kit.List, int) {
	switch s.parts.at {
	case parkingPart:
		return &s.parking.list, len(s.parking.made)
	case signalsPart:
		return &s.signals.list, len(s.signals.made)
	}
	return &s.decisions.list, len(s.decisions.made)
}

// View implements Screen.
func (s *Close) View(f flow.Frame) string {
	head := []string{" " + s.parts.line(f, s.all(f), f.Width-2)}
	if f.Height > 14 {
		head = append(head, "")
	}
	below := f
	below.Height = max(f.Height-len(head), 0)
	return kit.Join(kit.Fit(append(head, s.body(below)...), f.Width, f.Height))
}

func (s *Close) body(f flow.Frame) []string {
	switch s.parts.at {
	case closePulse:
		return s.clarity().lines(f, f.Width, f.Height)
	case alignmentPart:
		return s.alignment(f)
	}
	list, n := s.list()
	if n == 0 {
		return s.empty(f)
	}
	p := s.panes
	p.open = p.open || f.Zoom
	return p.view(f, closeList,
		func(width, height int) []string { return s.rows(f).lines(f.Styles, list, width, height) },
		func(width, height int) []string {
			of, draw := s.detail(f)
			return s.reading.window(f, of, width, height, draw)
		})
}

func (s *Close) empty(f flow.Frame) []string {
	what, next := "No decision was recorded in this workshop yet.", "shift+tab goes back to the stages before; 2 shows the parking lot"
	switch s.parts.at {
	case parkingPart:
		what, next = "The parking lot is empty: nothing was put aside.", "P puts something into the parking lot"
	case signalsPart:
		what, next = "Nothing goes up to leadership so far.", "S raises a signal to leadership"
	}
	return kit.Empty(f.Styles, what, next, f.Width, f.Height)
}

// Bindings implements Screen.
func (s *Close) Bindings(f flow.Frame) []flow.Binding {
	all := s.all(f)
	switch s.parts.at {
	case closePulse:
		return append(s.clarity().bindings(f), s.parts.bindings(all, s.back)...)
	case alignmentPart:
		return append(s.parts.bindings(all, s.back), s.reading.down()...)
	}
	list, n := s.list()
	out := moving(list, n, max(f.Height-4, 1), "choose")
	var primary []string // enter opens the detail first where there is room for one pane only
	switch {
	case f.Zoom || !s.panes.single(f):
		primary = []string{"enter", "space"}
	case s.panes.open:
		primary = []string{"enter", "space"}
		out = append(out, s.panes.bindings(f, n)...)
	default:
		primary = []string{"space"}
		out = append(out, s.panes.bindings(f, n)...)
	}
	out = append(out, s.doing(f, primary)...)
	out = append(out, s.parts.bindings(all, s.back)...)
	if n == 0 {
		out = onlyWorking(out)
	}
	return append(out, s.reading.bindings()...)
}

func (s *Close) back() { s.panes.open = false }

// doing are the keys that finish what is under the cursor.
func (s *Close) doing(f flow.Frame, primary []string) []flow.Binding {
	main := flow.Binding{Keys: primary, Show: kit.KeyName(primary[0]), Foot: true}
	owner := flow.Binding{Keys: []string{"o"}, Help: "owner, date", Foot: true}
	switch s.parts.at {
	case parkingPart:
		p, any := s.parked(f)
		main.Help, main.Off = "owner, date", unlessAny(any, "The parking lot is empty.")
		main.Do = func() flow.Effect { return flow.Effect{Open: s.parkingForm(f, p)} }
		owner.Off, owner.Do, owner.Foot = main.Off, main.Do, false
	case signalsPart:
		return s.settling(f, primary)
	default:
		d, any := s.decision(f)
		main.Help, main.Off = "read back", unlessAny(any, "There is no decision here.")
		owner.Off = main.Off
		switch {
		case any && d.isPromise():
			main.Off, owner.Off = "A promise is read aloud; it has no mark.", "The answer says who and by when; it is given at Dependencies."
		case any && d.ReadBack:
			main.Off = "It was read back and stands."
		}
		main.Do = func() flow.Effect { return s.readAloud(d) }
		owner.Do = func() flow.Effect { return flow.Effect{Open: decisionOwnerForm(f, d.Decision)} }
	}
	return append([]flow.Binding{main, owner}, s.describing(f)...)
}

func unlessAny(any bool, why string) string {
	if any {
		return ""
	}
	return why
}

// readAloud marks a decision as read back and goes on to the next that was not.
func (s *Close) readAloud(d aloud) flow.Effect {
	s.decisions.to(func(other aloud) bool { return !other.ReadBack && !other.isPromise() })
	return flow.Effect{Do: []workshop.Intent{workshop.ReadBack{Decision: d.ID}}}
}
