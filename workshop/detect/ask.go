package detect

import (
	"cmp"
	"context"
	"slices"

	"souk/model"
	"souk/workshop/internal/parallel"
)

// ask is what a close look at one objective and one other team finds: does the objective need the team? Every figure is in 0 to 1.
type ask struct {
	a, team  int
	b        int     // the team's objective that fits best, or -1
	need     float64 // a stated need names the team, or an offer of it covers the need
	needs    []*stated
	mention  float64 // the objective names the team
	mentions *mention
	work     float64 // how surely it writes of what is mostly the team's matter
	workAt   *line
	workIs   int     // the token
	given    float64 // the team names the objective's team as the one it does something for
	givenBy  int
	givenAt  *mention
	wanted   demand  // what speaks most for the team: something needed that it usually provides, or works on
	direct   float64 // how surely the team usually provides something that the objective speaks of
	alone    float64 // the same, for what one hardly gets without such a team
	indirect float64 // how surely it provides something that one usually needs for that
	near     bool    // one of its objectives is a pair with it
	match    float64 // how surely one of its objectives is about what is needed
	both     float64 // it usually provides it, and an objective is about it
	all      float64 // the objective asks something of every team
	allAt    *line
	offer    float64 // an offer speaks of it
	offerAt  *line
	usual    float64 // teams of its kind usually need teams of the other's
	fit      float64 // how near the objective is to what the team writes about, compared with other teams
	large    float64 // how many objectives the team has, compared with others
	size     float64 // how many lines the objective has
	crowd    float64 // among how many teams it is
	seeking  float64 // teams of its kind need others: 0 less than most, 1 more
	sought   float64 // others need teams of the other's kind: 0 less than most, 1 more
}

// seen is what the detector keeps at hand while it looks for asks.
type seen struct {
	near     [][]pair   // by objective
	demands  [][]demand // by objective
	lines    [][]gist   // by objective and line
	mentions [][]mention
	asked    map[[2]int][]*stated // stated needs by objective and team
	promised map[[2]int]*stated   // offers that name the team, by its objective and the offering team
	stated   [][]int              // by objective: the teams of both, in any order
	asksAll  []*everyone          // by objective
	gifts    map[[2]int][]gift    // by the teams that take and give
	givers   [][]int              // by the team that takes, in any order
	offers   [][]gist             //  by team and offer
	offering map[int32][]int      // the teams that offer something with a telling stem
	// providers are, by concept, the teams that provide it most.
	providers [][]int
	themes    []theme // by objective
	profiles  profiles
	pieces    pieces
	nearness  nearness
}

// toAll stands for every team as the taker of a gift.
const toAll = -1

// gift is a place where a team writes what it does for another.
type gift struct {
	by int // the objective
	at *mention
}

// mostTeams is how many providers of an objective are looked at closely for no other reason than that they suit it.
const mostTeams = 12

// asks looks at every objective and every team that may provide something for it.
func (c *corpus) asks(ctx context.Context, s *seen) []candidate {
	found := make([][]candidate, len(c.objectives))
	parallel.Each(ctx, len(c.objectives), func() func(int) {
		all := make([]ask, len(c.teams))
		speaks := make([]bool, len(c.teams)) // something more than the ontology speaks for the team
		may := make([]bool, len(c.teams))
		var some []candidate
		return func(a int) {
			c.hints(a, s, speaks)
			teams := c.mayProvide(a, s, speaks, may)
			for _, t := range teams {
				all[t] = c.supply(a, t, s)
			}
			some = some[:0]
			for _, t := range suiting(all, teams, speaks) {
				k := all[t]
				if !c.ask(&k, s) {
					continue
				}
				if p := k.dependency(); p >= floors[model.Dependency] {
					some = append(some, candidate{p, int32(a), int32(t)})
				}
			}
			slices.SortFunc(some, candidate.compare)
			found[a] = slices.Clone(some[:min(len(some), perObjective)])
		}
	})
	return slices.Concat(found...)
}

// allTeams is the number of teams up to which every one is looked at.
const allTeams = 60

// mayProvide are the teams to look at for an objective, in order: those for which something speaks, and those that provide what
// it speaks of more than others do.
func (c *corpus) mayProvide(a int, s *seen, speaks, may []bool) []int {
	copy(may, speaks)
	for _, claim := range c.objectives[a].claims {
		for _, t := range s.providers[claim.id] {
			may[t] = true
		}
	}
	var teams []int
	for t := range may {
		if (may[t] || len(may) <= allTeams) && c.mayAsk(a, t) {
			teams = append(teams, t)
		}
	}
	return teams
}

// mayAsk reports whether an objective may need another team.
func (c *corpus) mayAsk(a, t int) bool {
	o := &c.objectives[a]
	return o.team != t && !c.teams[t].virtual && !slices.Contains(o.owners, t)
}

// hints finds the teams for which more speaks than the ontology.
func (c *corpus) hints(a int, s *seen, speaks []bool) {
	clear(speaks)
	if s.asksAll[a] != nil && len(speaks) <= allTeams {
		for t := range speaks {
			speaks[t] = true
		}
	}
	o := &c.objectives[a]
	for _, p := range s.near[a] {
		speaks[c.objectives[p.b].team] = true
	}
	for _, m := range s.mentions[a] {
		speaks[m.team] = true
	}
	for _, f := range o.stems {
		if len(c.teams) > allTeams && len(s.offering[f.id]) > mostTeams {
			continue // what many offer speaks for none of them
		}
		for _, t := range s.offering[f.id] {
			speaks[t] = true
		}
	}
	for _, t := range s.stated[a] {
		speaks[t] = true
	}
	for _, t := range s.givers[o.team] {
		speaks[t] = true
	}
}

// suiting are the teams worth a close look, in order.
func suiting(all []ask, among []int, speaks []bool) []int {
	var teams, rest []int
	for _, t := range among {
		if speaks[t] {
			teams = append(teams, t)
		} else if all[t].suits() > 0 {
			rest = append(rest, t)
		}
	}
	if len(rest) > mostTeams {
		slices.SortFunc(rest, func(x, y int) int {
			return cmp.Or(cmp.Compare(all[y].suits(), all[x].suits()), cmp.Compare(x, y))
		})
		rest = rest[:mostTeams]
	}
	teams = append(teams, rest...)
	slices.Sort(teams)
	return teams
}

// ask looks at one objective and one team; false where nothing speaks for a need.
func (c *corpus) ask(k *ask, s *seen) bool {
	o := &c.objectives[k.a]
	for i := range s.mentions[k.a] {
		if m := &s.mentions[k.a][i]; m.team == k.team && !m.gives && m.strength > k.mention {
			k.mention, k.mentions = m.strength, m
		}
	}
	c.closest(k, s)
	c.received(k, s)
	c.offered(k, s)
	if e := s.asksAll[k.a]; e != nil {
		k.all, k.allAt = 1, &o.lines[e.line]
	}
	if needs := s.asked[[2]int{k.a, k.team}]; len(needs) > 0 {
		k.need, k.needs = 1, needs
		c.answering(k, s)
	}
	if p := s.promised[[2]int{k.a, k.team}]; p != nil {
		k.offer, k.offerAt = 1, &p.line
	}
	c.worksOf(k, o)
	k.seeking, k.sought = c.leaning(c.lex.seeking, o.team), c.leaning(c.lex.sought, k.team)
	k.crowd = crowd(len(c.teams))
	k.fit = s.profiles.fit(k.a, k.team)
	k.large, k.size = c.large(k.team), float64(min(len(o.lines), 8))/8
	k.usual = c.partner(c.lex.usual, &c.teams[o.team], &c.teams[k.team])
	return k.near || k.need+k.mention+k.work+k.given+k.all+k.direct+k.indirect+k.match+k.offer > 0
}

// hardlyNear is how near an objective of a team must be at least, by the pieces of their words, to be the one that may cover a need.
const hardlyNear = 0.05

// closest finds the team's objective that fits best: the one that is most like it; without one, what the team works on of what is
// needed; without that, the nearest, if it is near at all.
func (c *corpus) closest(k *ask, s *seen) {
	best := 0.0
	for _, p := range s.near[k.a] {
		if c.objectives[p.b].team == k.team && p.same > best {
			best, k.b, k.near = p.same, int(p.b), true
		}
	}
	if k.b < 0 && k.wanted.concept >= 0 {
		if b := c.teams[k.team].claimedBy[k.wanted.concept]; b >= 0 && c.apart(k.a, b) {
			k.b = b
		}
	}
	if k.b >= 0 {
		return
	}
	best = hardlyNear
	for _, b := range c.teams[k.team].objectives {
		if nearer := s.nearness.nearer(k.a, b); nearer > best && c.apart(k.a, b) {
			best, k.b = nearer, b
		}
	}
}

// received finds where the team writes what it does for the objective's team, or for every team. Where it surely does, that is the
// objective that fits best.
func (c *corpus) received(k *ask, s *seen) {
	for _, g := range slices.Concat(s.gifts[[2]int{c.objectives[k.a].team, k.team}], s.gifts[[2]int{toAll, k.team}]) {
		p := c.pair(s, k.a, g.by)
		if strength := min(1, g.at.strength*(0.3+0.7*min(1, 3*float64(p.stems)+1.5*float64(p.concepts)))); strength > k.given {
			k.given, k.givenBy, k.givenAt = strength, g.by, g.at
		}
	}
	if k.given > 0.5 && c.apart(k.a, k.givenBy) {
		k.b = k.givenBy
	}
}

// answering finds the team's objective that covers a stated need best. One that covers next to nothing of it is no answer: then
// the need is a gap.
func (c *corpus) answering(k *ask, s *seen) {
	const enough = 0.2
	k.b = -1
	best := enough
	for _, n := range k.needs {
		need := gistOf(&n.line)
		for _, b := range c.teams[k.team].objectives {
			for i := range s.lines[b] {
				if sum := covered(&need, &s.lines[b][i], best); sum > 0 && c.apart(k.a, b) {
					best, k.b = sum, b
				}
			}
		}
	}
}

// pair is what is known of two objectives that were looked at closely; nothing of others.
func (c *corpus) pair(s *seen, a, b int) pair {
	i, ok := slices.BinarySearchFunc(s.near[a], b, func(p pair, b int) int { return int(p.b) - b })
	if !ok {
		return pair{a: int32(a), b: int32(b)}
	}
	return s.near[a][i]
}

// large is how many objectives a team has: 0 for none, 1 for twice as many as others in the mean, or more.
func (c *corpus) large(t int) float64 {
	return min(1, float64(len(c.teams[t].objectives)*len(c.teams))/float64(2*max(len(c.objectives), 1)))
}
