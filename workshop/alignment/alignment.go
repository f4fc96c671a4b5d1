// Package alignment says how far a workshop is aligned: in counts that anybody can check, for each team and for all of them together. It is pure.
//
// Alignment is measured, not performance. The teams come in the order of their stalls and never by a figure: what stands here begins a
// conversation with a team and is no comparison between teams.
package alignment

import (
	"souk/model"
	"souk/workshop"
)

// Measure is how far the objectives of a team are aligned, or those of all teams where Team is empty.
type Measure struct {
	Team    model.TeamID
	Live    int // objectives that are part of the OKRs
	WhyNow  int // of these: with a why now
	Aligned int // of these: agreed by the team and by leadership
	Shared  int // of these: owned by another team as well

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
	for o := range s.Live() {
		all.add(o)
		if i, ok := at[o.Team]; ok {
			teams[i].add(o)
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

func (m *Measure) add(o model.Objective) {
	m.Live++
	m.WhyNow += one(!o.WhyNow.IsEmpty())
	m.Aligned += one(o.Agreement.IsAligned())
	m.Shared += one(o.IsShared())
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
