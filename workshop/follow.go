package workshop

import (
	"fmt"
	"slices"

	"souk/model"
)

// followed is the rule of the reason that says where an objective went.
const followed = "followed"

// touched are the findings that the room touched or raised. One that still waits goes where its objectives went, if they were merged, and is
// left out where the same relation is on record already; taken are the pairs of those that went.
func (s *State) touched() (out []model.Finding, taken map[model.FindingID]bool) {
	out, taken = make([]model.Finding, 0, s.Findings.Len()), map[model.FindingID]bool{}
	for f := range s.Findings.All() {
		now, moved := s.follow(f)
		if moved {
			pair := model.Pair(now.Kind, now.A, now.B)
			if taken[pair] || s.Findings.Has(pair) {
				continue
			}
			taken[pair] = true
		}
		out = append(out, now)
	}
	return out, taken
}

// follow is a finding between the objectives that its own were merged into, with the reason why; false where it stays as it is: it is
// settled, nothing was merged, or both sides are one objective now.
func (s *State) follow(f model.Finding) (model.Finding, bool) {
	if f.Kind == model.Dependency || f.Status == model.Confirmed || f.Status == model.Dismissed {
		return f, false
	}
	a, b := s.survivor(f.A), s.survivor(f.B)
	if a.Objective == b.Objective || a.Objective == f.A.Objective && b.Objective == f.B.Objective {
		return f, false
	}
	f.Reasons = slices.Clip(f.Reasons)
	for _, side := range [][2]model.Side{{f.A, a}, {f.B, b}} {
		if was, is := side[0].Objective, side[1].Objective; was != is {
			f.Reasons = append(f.Reasons, model.Reason{
				Rule: followed, Text: model.Clean(fmt.Sprintf("%s went into %s.", s.Label(was), s.Label(is))),
			})
		}
	}
	f.A, f.B = a, b
	return f, true
}

// survivor is a side at the objective that its own became part of; its key results have other ids there.
func (s *State) survivor(side model.Side) model.Side {
	o, ok := s.Objectives.Get(side.Objective)
	for n := 0; ok && o.Fate == model.Merged && n < s.Objectives.Len(); n++ {
		if o, ok = s.Objectives.Get(o.Into); ok {
			side = model.Side{Team: o.Team, Objective: o.ID}
		}
	}
	return side
}
