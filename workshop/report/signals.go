package report

import (
	"strings"

	"souk/model"
	"souk/workshop"
	"souk/workshop/signal"
)

// Source tells where a signal comes from.
type Source string

// The sources of signals.
const (
	RaisedByHand      Source = "raised in the workshop" // or computed, and kept by the room
	EscalatedRequest  Source = "escalated request"
	EscalatedConflict Source = "escalated conflict"
	NotDiscussed      Source = "seen in the drafts, not discussed"
	Dropped           Source = "dropped in the workshop" // of those that DroppedSignals lists
)

// Signal is what leadership should hear, in one sentence, with its evidence.
type Signal struct {
	Source        Source
	Kind          string         // of a computed one, as package signal names it
	Matter        string         // by which it is known again
	ID            model.SignalID // of one that was raised or kept
	Text          string
	Evidence      []string // a line each
	Owner, Answer string
}

// Signals lists what goes up to leadership: what the room raised or kept, what it escalated, and what was computed and not discussed. What the
// room dropped is left out; so is what it raised itself in the same words.
func Signals(s *workshop.State, findings []model.Finding) []Signal {
	var out []Signal
	raised := map[string]bool{}
	for g := range s.KeptSignals() {
		out = append(out, Signal{
			Source: RaisedByHand, Kind: g.Kind, Matter: g.Matter(), ID: g.ID, Text: g.Text.Line(), Evidence: evidence(g),
			Owner: g.Owner.Line(), Answer: g.Answer.Line(),
		})
		raised[model.Fold(g.Text)] = true
	}
	for _, g := range signal.Open(s, findings) {
		if raised[model.Fold(model.Clean(g.Text))] {
			continue
		}
		source := NotDiscussed
		switch g.Kind {
		case signal.EscalatedRequest:
			source = EscalatedRequest
		case signal.EscalatedConflict:
			source = EscalatedConflict
		}
		out = append(out, Signal{Source: source, Kind: g.Kind, Matter: g.Key, Text: g.Text, Evidence: g.Evidence, Owner: g.Owner})
	}
	return out
}

// DroppedSignals lists what the room decided not to tell leadership, the computed ones as long as there is something to see in them. The
// reasons are in State.DroppedSignals.
func DroppedSignals(s *workshop.State, findings []model.Finding) []Signal {
	var out []Signal
	raised := map[string]bool{}
	for g := range s.Signals.All() {
		if _, quiet := s.DroppedSignals[g.Matter()]; quiet {
			raised[g.Matter()] = true
			out = append(out, Signal{
				Source: Dropped, Kind: g.Kind, Matter: g.Matter(), ID: g.ID, Text: g.Text.Line(), Evidence: evidence(g), Owner: g.Owner.Line(),
			})
		}
	}
	if len(s.DroppedSignals) == len(raised) {
		return out
	}
	for _, g := range signal.Compute(s, findings) {
		if _, quiet := s.DroppedSignals[g.Key]; quiet && !raised[g.Key] {
			out = append(out, Signal{Source: Dropped, Kind: g.Kind, Matter: g.Key, Text: g.Text, Evidence: g.Evidence, Owner: g.Owner})
		}
	}
	return out
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

// signals are the signals by their source.
func (w *writer) signals() []Block {
	section := Section{Title: "Signals to leadership"}
	for _, part := range []struct {
		source Source
		title  string
	}{
		{RaisedByHand, "Raised by the room"},
		{EscalatedRequest, "Escalated requests"},
		{EscalatedConflict, "Escalated conflicts"},
	} {
		var points []Block
		for _, g := range w.told {
			if g.Source == part.source {
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
		if g.Source == NotDiscussed {
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
