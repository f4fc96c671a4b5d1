package report

import (
	"fmt"

	"souk/model"
	"souk/workshop"
)

// Source tells where a signal comes from.
type Source string

// The sources of signals.
const (
	RaisedByHand      Source = "raised in the workshop"
	EscalatedRequest  Source = "escalated request"
	EscalatedConflict Source = "escalated conflict"
	UnsupportedIntent Source = "intent without support"
)

// Signal is what leadership should hear, in one sentence, with its evidence.
type Signal struct {
	Source                Source
	Text, Evidence, Owner string
}

// Signals lists what goes up to leadership: what the room raised, what it could not decide, and the intents that no live objective says it
// supports. A vision is nobody's task in one cycle and is left out; so is what the room raised in the same words.
func Signals(s *workshop.State) []Signal {
	var out []Signal
	raised := map[string]bool{}
	for g := range s.Signals.All() {
		out = append(out, Signal{RaisedByHand, g.Text.Line(), g.Evidence.Line(), g.Owner.Line()})
		raised[model.Fold(g.Text)] = true
	}
	for _, g := range derived(s) {
		if !raised[model.Fold(model.Clean(g.Text))] {
			out = append(out, g)
		}
	}
	return out
}

// derived are the signals that follow from what happened.
func derived(s *workshop.State) []Signal {
	var out []Signal
	for r := range s.Requests.All() {
		a := r.Answer()
		if a.Answer == model.EscalatedUp {
			text := fmt.Sprintf("%s asks %s for “%s”, which was escalated", s.TeamName(r.From.Team), s.TeamName(r.To.Team), r.What.Line())
			out = append(out, Signal{EscalatedRequest, text, a.Text.Line(), a.Who.Line()})
		}
	}
	for d := range s.Decisions.All() {
		if d.Outcome == model.Escalated {
			out = append(out, Signal{EscalatedConflict, d.Summary.Line(), d.Rationale.Line(), d.Owner.Line()})
		}
	}
	supported := map[model.IntentID]bool{}
	for o := range s.Live() {
		for _, p := range o.Supports {
			supported[p.Intent] = true
		}
	}
	for _, i := range s.Intents {
		if i.Horizon != model.Vision && !supported[i.ID] {
			text := fmt.Sprintf("No objective says that it supports the %s “%s”.", i.Horizon.Word(), i.Text.Line())
			out = append(out, Signal{Source: UnsupportedIntent, Text: text})
		}
	}
	return out
}

// signals are the signals by their source.
func (w *writer) signals() []Block {
	section := Section{Title: "Signals to leadership"}
	all := Signals(w.State)
	for _, part := range []struct {
		source Source
		title  string
	}{
		{RaisedByHand, "Raised by the room"},
		{EscalatedRequest, "Escalated requests"},
		{EscalatedConflict, "Escalated conflicts"},
		{UnsupportedIntent, "Intents that nobody supports"},
	} {
		var points []Block
		var lines []string
		for _, g := range all {
			switch {
			case g.Source != part.source:
			case g.Source == UnsupportedIntent:
				lines = append(lines, g.Text)
			default:
				var f facts
				f.add("Evidence", g.Evidence)
				f.add("With", g.Owner)
				points = append(points, Point{sentence(g.Text), f.blocks()})
			}
		}
		if points = append(points, list(lines)...); len(points) > 0 {
			section.Blocks = append(section.Blocks, Section{part.title, points})
		}
	}
	if len(section.Blocks) == 0 {
		section.Blocks = []Block{Paragraph{"The room sends no signal to leadership."}}
	}
	return []Block{section}
}
