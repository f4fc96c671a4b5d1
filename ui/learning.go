package ui

import (
	"souk/model"
	"souk/workshop"
	"souk/workshop/detect"
)

// relearned is what is on the table, ranked by what the room decided so far.
func relearned(s *workshop.State, table []model.Finding) []model.Finding {
	return detect.Relearn(table, decided(s), func(sp model.Span) string { return quote(s, sp) })
}

// decided is what the room made of findings: a request takes one up, and so does every outcome but that there is no such relation.
func decided(s *workshop.State) []detect.Decided {
	var all []detect.Decided
	add := func(id model.FindingID) {
		if f, ok := s.Findings.Get(id); ok && !f.RaisedByHand() {
			all = append(all, detect.Decided{Finding: f, Accepted: f.Status == model.Confirmed})
		}
	}
	for d := range s.Decisions.All() {
		add(d.Finding)
	}
	for r := range s.Requests.All() {
		add(r.Finding)
	}
	return all
}

// quote is what a span marks; nothing where the text has become another one.
func quote(s *workshop.State, sp model.Span) string {
	o, _ := s.Objectives.Get(sp.Objective)
	text := o.Title.String()
	if sp.KeyResult != "" {
		k, _, _ := workshop.KeyResult(o, sp.KeyResult)
		text = k.Text.String()
	}
	if sp.Start < 0 || sp.End > len(text) || sp.Start > sp.End {
		return ""
	}
	return text[sp.Start:sp.End]
}
