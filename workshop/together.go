package workshop

import (
	"slices"

	"souk/model"
)

// Together is the OKRs in another order than the org chart's: first what teams own together, then what is left to each team alone.
type Together struct {
	Shared []Shared
	Alone  []Alone // in the order of the stalls; teams with nothing of their own are left out
}

// Shared is a live objective that teams own together.
type Shared struct {
	Objective model.Objective
	Virtual   []model.Team // those that formed around it
	Parts     []Part       // its author's first
}

// Lead is the team that leads: of a virtual team its first member, or else the author.
func (s Shared) Lead() model.TeamID {
	for _, t := range s.Virtual {
		if len(t.Members) > 0 {
			return t.Members[0]
		}
	}
	return s.Objective.Team
}

// Alone is what a team does on its own.
type Alone struct {
	Team       model.Team
	Objectives []model.Objective
}

// Together sorts the live objectives by who owns them. One that follows a shared one is told there, unless it is shared itself.
func (s *State) Together() Together {
	out := Together{Shared: s.SharedObjectives()}
	told := map[model.ObjectiveID]bool{}
	for _, one := range out.Shared {
		told[one.Objective.ID] = true
		for _, p := range one.Parts {
			for _, id := range p.Follows {
				told[id] = true
			}
		}
	}
	for _, t := range s.Stalls() {
		alone := Alone{Team: t}
		for _, o := range s.ObjectivesOf(t.ID) {
			if o.Fate == model.Live && !told[o.ID] {
				alone.Objectives = append(alone.Objectives, o)
			}
		}
		if len(alone.Objectives) > 0 {
			out.Alone = append(out.Alone, alone)
		}
	}
	return out
}

// SharedObjectives lists the live objectives that teams own together: those around which a virtual team formed first, in the order in which
// the teams formed, then the others in the order of the stalls.
func (s *State) SharedObjectives() []Shared {
	common, told := map[model.ObjectiveID]bool{}, map[model.ObjectiveID]bool{}
	for o := range s.Live() {
		if o.IsShared() {
			common[o.ID] = true
		}
	}
	var out []Shared
	share := func(o model.Objective) {
		if !told[o.ID] {
			told[o.ID] = true
			out = append(out, s.SharedOf(o))
		}
	}
	for t := range s.virtualTeams() {
		for _, id := range t.Objectives {
			if o, ok := s.standing(id); ok {
				share(o)
			}
		}
	}
	if len(common) == 0 {
		return out
	}
	for _, t := range s.Stalls() {
		for _, id := range t.Objectives {
			if common[id] {
				o, _ := s.Objectives.Get(id)
				share(o)
			}
		}
	}
	return out
}

// Has reports whether a team has a part in it.
func (s Shared) Has(id model.TeamID) bool {
	return slices.ContainsFunc(s.Parts, func(p Part) bool { return p.Team == id })
}

// IsAround reports whether a virtual team formed around it.
func (s Shared) IsAround(id model.TeamID) bool {
	return slices.ContainsFunc(s.Virtual, func(t model.Team) bool { return t.ID == id })
}

// SharedOf is an objective with its virtual teams and the parts of its owners. Members who do not own it have an empty part.
func (s *State) SharedOf(o model.Objective) Shared {
	one := Shared{Objective: o, Parts: s.Parts(o)}
	for t := range s.virtualTeams() {
		if !slices.ContainsFunc(t.Objectives, func(id model.ObjectiveID) bool { now, ok := s.standing(id); return ok && now.ID == o.ID }) {
			continue
		}
		one.Virtual = append(one.Virtual, t)
		for _, id := range t.Members {
			if !slices.ContainsFunc(one.Parts, func(p Part) bool { return p.Team == id }) {
				one.Parts = append(one.Parts, Part{Team: id})
			}
		}
	}
	return one
}

// standing is what became of an objective: itself while it is live, what it was merged into, or nothing.
func (s *State) standing(id model.ObjectiveID) (model.Objective, bool) {
	for range s.Objectives.Len() {
		o, ok := s.Objectives.Get(id)
		if !ok || o.Fate == model.Live {
			return o, ok
		}
		id = o.Into
	}
	return model.Objective{}, false
}
