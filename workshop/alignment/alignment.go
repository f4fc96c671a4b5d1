// Package alignment says how far a workshop is aligned: in counts that anybody can check, for each team and for all of them together. It is pure.
//
// Alignment is measured, not performance. The teams come in the order of their stalls and never by a figure: what stands here begins a
// conversation with a team and is no comparison between teams.
//
// An objective is shared when more than one team owns it, or when it is that of a virtual team with other members than its author. In the
// figures of the teams it counts for each of these teams, as every figure of it does; in those of all teams together it counts once. So the
// figures of the teams may add up to more than those of all.
package alignment

import (
	"souk/model"
	"souk/workshop"
)

// Measure is how far the objectives of a team are aligned, or those of all teams where Team is empty.
type Measure struct {
	Team    model.TeamID
	Live    int // objectives that are part of the OKRs: those that the team owns, alone or with others
	WhyNow  int // of these: with a why now
	Aligned int // of these: agreed by the team and by leadership
	Shared  int // of these: shared with another team, see above

	Asked    int   // requests to the team
	Answered int   // of these: settled
	Votes    []int // of confidence, on all live objectives together
}

// Of measures a workshop: all of it, and each team that has a stall.
func Of(s *workshop.State) (all Measure, teams []Measure) {
	at := map[model.TeamID]int{}
	for i, t := range s.Stalls() {
		at[t.ID] = i
		teams = append(teams, Measure{Team: t.ID})
	}
	with := map[model.ObjectiveID][]workshop.Part{} // those that are shared
	for _, o := range s.SharedObjectives() {
		if len(o.Parts) > 1 {
			with[o.Objective.ID] = o.Parts
		}
	}
	for o := range s.Live() {
		parts, shared := with[o.ID]
		if !shared {
			parts = []workshop.Part{{Team: o.Team}}
		}
		all.add(o, shared)
		for _, p := range parts {
			if i, ok := at[p.Team]; ok {
				teams[i].add(o, shared)
			}
		}
	}
	for r := range s.Requests.All() {
		all.ask(r)
		if i, ok := at[r.To.Team]; ok {
			teams[i].ask(r)
		}
	}
	return all, teams
}

func (m *Measure) add(o model.Objective, shared bool) {
	m.Live++
	m.WhyNow += one(!o.WhyNow.IsEmpty())
	m.Aligned += one(o.Agreement.IsAligned())
	m.Shared += one(shared)
	m.Votes = append(m.Votes, o.Agreement.Votes...)
}

func (m *Measure) ask(r model.Request) {
	m.Asked++
	m.Answered += one(r.IsSettled())
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
