package report

import (
	"strings"

	"souk/model"
	"souk/workshop"
	"souk/workshop/signal"
)

// Status is what the room made of a signal.
type Status string

// What may become of a signal.
const (
	Open      Status = "open"      // seen, and not discussed
	Kept      Status = "kept"      // the room raised it itself, or kept what was computed
	Escalated Status = "escalated" // it goes up whether or not it is kept, since the room could not settle it
	Dropped   Status = "dropped"   // only DroppedSignals lists these
)

// RaisedByHand is the source of what the room raised itself.
const RaisedByHand = "raised in the workshop"

// Signal is what leadership should hear, in one sentence, with its evidence.
type Signal struct {
	Status        Status
	Kind          string         // of a computed one, as package signal names it
	Matter        string         // by which it is known again
	ID            model.SignalID // of one that was raised or kept
	Text          string
	Evidence      []string // a line each
	Owner, Answer string
}

// Source tells where a signal comes from, whatever became of it: its kind in words, or RaisedByHand.
func (g Signal) Source() string {
	if g.Kind == "" {
		return RaisedByHand
	}
	return signal.Word(g.Kind)
}

// Signals lists what goes up to leadership: what the room raised or kept, what it escalated, and what was computed and not discussed. What the
// room dropped is left out; so is what it raised itself in the same words.
func Signals(s *workshop.State, findings []model.Finding) []Signal {
	var out []Signal
	raised := map[string]bool{}
	for g := range s.KeptSignals() {
		out = append(out, spoken(g, Kept))
		raised[model.Fold(g.Text)] = true
	}
	for _, g := range signal.Open(s, findings) {
		if raised[model.Fold(model.Clean(g.Text))] {
			continue
		}
		status := Open
		if g.Kind == signal.EscalatedRequest || g.Kind == signal.EscalatedConflict {
			status = Escalated
		}
		out = append(out, computed(g, status, g.Key))
	}
	return out
}

// DroppedSignals lists what the room decided not to tell leadership, each matter once, the computed ones as long as there is something to see
// in them. The reasons are in State.DroppedSignals.
func DroppedSignals(s *workshop.State, findings []model.Finding) []Signal {
	dropped := signal.Dropped(s)
	if len(dropped) == 0 {
		return nil
	}
	var out []Signal
	listed := map[string]bool{}
	for g := range s.Signals.All() {
		if _, quiet := s.DroppedSignals[g.Matter()]; quiet {
			listed[g.Matter()] = true
			out = append(out, spoken(g, Dropped))
		}
	}
	kept := signal.Kept(s)
	for _, g := range signal.Compute(s, findings) {
		matter, quiet := dropped.Of(g)
		if _, again := kept.Of(g); !quiet || again || listed[matter] {
			continue
		}
		listed[matter] = true
		out = append(out, computed(g, Dropped, matter))
	}
	return out
}

// spoken is a signal in the words of the room.
func spoken(g model.Signal, st Status) Signal {
	return Signal{
		Status: st, Kind: g.Kind, Matter: g.Matter(), ID: g.ID, Text: g.Text.Line(), Evidence: evidence(g), Owner: g.Owner.Line(), Answer: g.Answer.Line(),
	}
}

// computed is a signal that nobody put into words, about a matter.
func computed(g signal.Signal, st Status, matter string) Signal {
	return Signal{Status: st, Kind: g.Kind, Matter: matter, Text: g.Text, Evidence: g.Evidence, Owner: g.Owner}
}

// evidence is what was seen: a line for each thing where it was computed, one line where somebody said it.
func evidence(g model.Signal) []string {
	var out []string
	text := g.Evidence.String()
	if g.Kind == "" {
		text = g.Evidence.Line()
	}
	for line := range strings.Lines(text) {
		if text := model.Clean(line).Line(); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// signals are the signals by what became of them, what was escalated by where it comes from.
func (w *writer) signals() []Block {
	section := Section{Title: "Signals to leadership"}
	for _, part := range []struct {
		title string
		is    func(Signal) bool
	}{
		{"Raised by the room", func(g Signal) bool { return g.Status == Kept }},
		{"Escalated requests", func(g Signal) bool { return g.Status == Escalated && g.Kind == signal.EscalatedRequest }},
		{"Escalated conflicts", func(g Signal) bool { return g.Status == Escalated && g.Kind == signal.EscalatedConflict }},
	} {
		var points []Block
		for _, g := range w.told {
			if part.is(g) {
				points = append(points, g.point())
			}
		}
		if len(points) > 0 {
			section.Blocks = append(section.Blocks, Section{part.title, points})
		}
	}
	if len(section.Blocks) == 0 {
		section.Blocks = []Block{Paragraph{"The room sends no signal to leadership."}}
	}
	var seen []string
	for _, g := range w.told {
		if g.Status == Open {
			seen = append(seen, sentence(g.Text))
		}
	}
	if len(seen) > 0 {
		section.Blocks = append(section.Blocks, Section{"Seen in the drafts, not discussed", list(seen)})
	}
	return []Block{section}
}

// point is a signal with its evidence and leadership's answer, or the place for it.
func (g Signal) point() Block {
	var f facts
	var blocks []Block
	if len(g.Evidence) == 1 {
		f.add("Evidence", g.Evidence[0])
	} else if len(g.Evidence) > 1 {
		blocks = append([]Block{Paragraph{"Evidence:"}}, list(g.Evidence)...)
	}
	f.add("With", g.Owner)
	if g.Answer == "" {
		f.add("Answer", "to be filled in")
	} else {
		f.add("Answer", g.Answer)
	}
	return Point{sentence(g.Text), append(blocks, f.blocks()...)}
}
