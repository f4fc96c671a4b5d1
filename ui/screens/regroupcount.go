package screens

import (
	"souk/model"
	"souk/workshop"
)

// changeCounts is how much the workshop changed for each team. It follows the state at the cost of what changed since it last looked, so
// that a key costs the same with ten objectives as with ten thousand.
type changeCounts struct {
	state     *workshop.State
	fields    map[model.TeamID]int // changed fields of its objectives
	decisions map[model.TeamID]int // decisions it takes part in
}

// of counts for a state.
func (c *changeCounts) of(s *workshop.State) *changeCounts {
	if c.state == s {
		return c
	}
	if c.fields == nil {
		c.fields = map[model.TeamID]int{}
	}
	for id := range c.stale(s) {
		c.fields[id] = len(s.ChangedByWorkshop(id))
	}
	c.decisions = map[model.TeamID]int{}
	for d := range s.Decisions.All() {
		for _, id := range d.Teams {
			c.decisions[id]++
		}
	}
	c.state = s
	return c
}

// stale are the teams whose objectives may differ from what was counted.
func (c *changeCounts) stale(s *workshop.State) map[model.TeamID]bool {
	out := map[model.TeamID]bool{}
	if c.state == nil {
		for t := range s.Teams.All() {
			out[t.ID] = true
		}
		return out
	}
	for _, t := range s.Teams.Changed(c.state.Teams) {
		out[t.ID] = true
	}
	for _, tables := range [][2]workshop.Table[model.ObjectiveID, model.Objective]{
		{s.Objectives, c.state.Objectives}, {s.Drafted, c.state.Drafted},
	} {
		for _, o := range tables[0].Changed(tables[1]) {
			out[o.Team] = true
		}
	}
	return out
}

// changed reports whether the workshop changed an objective of a team.
func (c *changeCounts) changed(id model.TeamID) bool { return c.fields[id] > 0 }

// touched reports whether a team has something to look at here: a change, or a decision that left its objectives as they are.
func (c *changeCounts) touched(id model.TeamID) bool { return c.fields[id]+c.decisions[id] > 0 }
