package workshop

import (
	"slices"

	"souk/model"
)

// heir is the objective that an objective has become part of, or the objective itself.
func (s *State) heir(id model.ObjectiveID) model.ObjectiveID {
	for range s.Objectives.Len() {
		o, _ := s.Objectives.Get(id)
		if o.Fate != model.Merged {
			break
		}
		id = o.Into
	}
	return id
}

// Now is where a side of a request stands by now: the objective that its objective became part of, with the key results that ask there for
// the same. The team stays the one that asked or was asked.
func (s *State) Now(side model.Side) model.Side {
	id := s.heir(side.Objective)
	if id == side.Objective {
		return side
	}
	was, _ := s.Objectives.Get(side.Objective)
	is, _ := s.Objectives.Get(id)
	now := model.Side{Team: side.Team, Objective: id}
	for _, k := range is.KeyResults {
		if slices.ContainsFunc(side.KeyResults, func(old model.KeyResultID) bool {
			before, _, ok := KeyResult(was, old)
			return ok && asked(before) == asked(k)
		}) {
			now.KeyResults = append(now.KeyResults, k.ID)
		}
	}
	return now
}

// RequestFor finds the request that came out of a finding, or that asks for the same: a need that was asked for stays so wherever its
// objective, or that of the asked team, went.
func (s *State) RequestFor(f model.Finding) (model.Request, bool) {
	if r, ok := s.RequestOn(f.ID); ok {
		return r, true
	}
	if f.Kind != model.Dependency {
		return model.Request{}, false
	}
	for r := range s.Requests.All() {
		if s.asksFor(r, f) {
			return r, true
		}
	}
	return model.Request{}, false
}

// asksFor reports whether a request asks for what a dependency needs, of the same team or of whom has its objective now.
func (s *State) asksFor(r model.Request, f model.Finding) bool {
	from := s.Now(r.From)
	if from.Objective == "" || from.Objective != f.A.Objective {
		return false
	}
	if r.To.Team != f.B.Team {
		to, ok := s.Objectives.Get(s.heir(r.To.Objective))
		if !ok || to.Team != f.B.Team {
			return false
		}
	}
	needing := f.Needing() // the surest first: it would be asked for
	return len(needing) == 0 || slices.Contains(s.Now(s.covers(r)).KeyResults, needing[0])
}

// covers is the asking side of a request with every key result that it is for: those that it names and those of the finding that it came
// from, or all of its objective.
func (s *State) covers(r model.Request) model.Side {
	side := r.From
	if f, ok := s.Findings.Get(r.Finding); ok && len(side.KeyResults) > 0 {
		side.KeyResults = appended(side.KeyResults, f.A.KeyResults...)
	}
	if len(side.KeyResults) > 0 {
		return side
	}
	o, _ := s.Objectives.Get(side.Objective)
	for _, k := range o.KeyResults {
		side.KeyResults = append(side.KeyResults, k.ID)
	}
	return side
}

// askedAlready tells of many findings whether they are asked for.
func (s *State) askedAlready() func(model.Finding) bool {
	from := make(map[model.ObjectiveID]bool, s.Requests.Len())
	for r := range s.Requests.All() {
		from[s.heir(r.From.Objective)] = true
	}
	return func(f model.Finding) bool {
		if f.Kind != model.Dependency || !from[f.A.Objective] {
			return false
		}
		_, ok := s.RequestFor(f)
		return ok
	}
}
