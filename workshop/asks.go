package workshop

import (
	"slices"

	"souk/model"
)

// Load is what a team is asked for.
type Load struct {
	Asked    int // requests made to it
	Promised int // of these: committed, or a sister key result
	Open     int // of these: not settled
}

// Loads sums up the requests per asked team.
func (s *State) Loads() map[model.TeamID]Load {
	out := map[model.TeamID]Load{}
	for r := range s.Requests.All() {
		l := out[r.To.Team]
		l.Asked++
		switch a := r.Answer().Answer; {
		case a == model.Committed || a == model.SisterKR:
			l.Promised++
		case !r.IsSettled():
			l.Open++
		}
		out[r.To.Team] = l
	}
	return out
}

// Overloaded is how many asks make a team a bottleneck: at least five, and at least twice the mean of the teams that are asked.
func Overloaded(l Load, all map[model.TeamID]Load) bool {
	sum := 0
	for _, o := range all {
		sum += o.Asked
	}
	return l.Asked >= 5 && l.Asked*len(all) >= 2*sum
}

// Cycles lists the groups of teams that wait for each other in a ring, from the requests that were not declined. Each group is one
// strongly connected component of the graph "asks" (Tarjan 1972), its teams in the order in which they wait.
func (s *State) Cycles() [][]model.TeamID {
	g := graph{edges: map[model.TeamID][]model.TeamID{}, index: map[model.TeamID]int{}, low: map[model.TeamID]int{}, on: map[model.TeamID]bool{}}
	var nodes []model.TeamID
	for r := range s.Requests.All() {
		if r.Answer().Answer == model.Declined {
			continue
		}
		if !slices.Contains(g.edges[r.From.Team], r.To.Team) {
			g.edges[r.From.Team] = append(g.edges[r.From.Team], r.To.Team)
		}
		nodes = append(nodes, r.From.Team)
	}
	for _, n := range nodes {
		if _, seen := g.index[n]; !seen {
			g.visit(n)
		}
	}
	for i, c := range g.found {
		g.found[i] = g.ring(c)
	}
	return g.found
}

type graph struct {
	edges map[model.TeamID][]model.TeamID
	index map[model.TeamID]int
	low   map[model.TeamID]int
	on    map[model.TeamID]bool
	stack []model.TeamID
	found [][]model.TeamID
}

func (g *graph) visit(n model.TeamID) {
	g.index[n] = len(g.index)
	g.low[n] = g.index[n]
	g.stack = append(g.stack, n)
	g.on[n] = true
	for _, m := range g.edges[n] {
		if _, seen := g.index[m]; !seen {
			g.visit(m)
			g.low[n] = min(g.low[n], g.low[m])
		} else if g.on[m] {
			g.low[n] = min(g.low[n], g.index[m])
		}
	}
	if g.low[n] != g.index[n] {
		return
	}
	at := slices.Index(g.stack, n)
	part := slices.Clone(g.stack[at:])
	g.stack = g.stack[:at]
	for _, m := range part {
		g.on[m] = false
	}
	if len(part) > 1 {
		g.found = append(g.found, part)
	}
}

// ring orders a component so that each team asks the next, as far as that goes.
func (g *graph) ring(part []model.TeamID) []model.TeamID {
	out := []model.TeamID{part[0]}
	for len(out) < len(part) {
		last := out[len(out)-1]
		next := slices.IndexFunc(g.edges[last], func(m model.TeamID) bool { return slices.Contains(part, m) && !slices.Contains(out, m) })
		if next < 0 {
			break
		}
		out = append(out, g.edges[last][next])
	}
	for _, m := range part {
		if !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}
