package detect

import (
	"context"

	"souk/workshop/internal/parallel"
)

// offered compares the objective with what the provider offers.
func (c *corpus) offered(k *ask, s *seen) {
	for i := range s.offers[k.team] {
		offer := &s.offers[k.team][i]
		for n := range s.lines[k.a] {
			l := &s.lines[k.a][n]
			if !offer.sketch.meets(&l.sketch) {
				continue
			}
			if sum := covered(offer, l, max(k.offer, sayableOffer)); sum > 0 {
				k.offer, k.offerAt = sum, &c.teams[k.team].offers[i].line
			}
		}
	}
}

// need is a stated need with the objective and the provider that it is put to.
type need struct {
	key  [2]int
	line *stated
}

// stateNeeds puts every stated need to the objective that it fits best.
func (c *corpus) stateNeeds(ctx context.Context, s *seen) {
	found := make([][]need, len(c.teams))
	parallel.Each(ctx, len(c.teams), func() func(int) {
		return func(i int) {
			for k := range c.teams[i].needs {
				n := &c.teams[i].needs[k]
				g, t := gistOf(&n.line), n.other
				if t < 0 {
					t = c.providerOf(i, g, s)
				}
				if a := c.bestFor(i, g, s); a >= 0 && t >= 0 {
					found[i] = append(found[i], need{[2]int{a, t}, n})
				}
			}
		}
	})
	s.asked = map[[2]int][]*stated{}
	for _, needs := range found {
		for _, n := range needs {
			s.asked[n.key] = append(s.asked[n.key], n.line)
		}
	}
}

// promises puts every offer that names its taker to the taker's objective that it fits best.
func (c *corpus) promises(s *seen) {
	s.promised = map[[2]int]*stated{}
	for t := range c.teams {
		if c.stopped() {
			return
		}
		for k := range c.teams[t].offers {
			offer := &c.teams[t].offers[k]
			if offer.other < 0 {
				continue
			}
			if a := c.bestFor(offer.other, s.offers[t][k], s); a >= 0 {
				s.promised[[2]int{a, t}] = offer
			}
		}
	}
}

// bestFor is the objective of a team that a line fits best, the first one where none does; -1 where the team has none.
func (c *corpus) bestFor(t int, g gist, s *seen) int {
	best, score := -1, -1.0
	for _, o := range c.teams[t].objectives {
		most := 0.0
		for i := range s.lines[o] {
			if l := &s.lines[o][i]; g.sketch.meets(&l.sketch) {
				most = max(most, covered(&g, l, most))
			}
		}
		if most > score {
			best, score = o, most
		}
	}
	return best
}

// How much of a need an offer must speak of.
const (
	coveredEnough = 0.5  // to answer it without naming the team
	sayableOffer  = 0.25 // to be worth telling
)

// providerOf is the team whose offer covers a need best, or -1.
func (c *corpus) providerOf(needing int, g gist, s *seen) int {
	best, score := -1, coveredEnough
	for t := range c.teams {
		if t == needing {
			continue
		}
		for i := range s.offers[t] {
			offer := &s.offers[t][i]
			if !g.sketch.meets(&offer.sketch) {
				continue
			}
			if most := covered(&g, offer, score); most > 0 {
				best, score = t, most
			}
		}
	}
	return best
}
