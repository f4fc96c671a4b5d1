package detect

// offered compares the objective with what the provider offers.
func (c *corpus) offered(k *ask, s *seen) {
	for i, offer := range s.offers[k.team] {
		for _, l := range s.entries[k.a] {
			if sum := covered(offer, l); sum > k.offer {
				k.offer, k.offerAt = sum, &c.teams[k.team].offers[i].line
			}
		}
	}
}

// covered is the share of what an offer says that a line speaks of.
func covered(offer, l []entry) float64 {
	both, all := 0.0, 0.0
	for _, x := range offer {
		all += x.weight
		best := 0.0
		for _, y := range l {
			switch {
			case x.stem == y.stem:
				best = 1
			case x.concept >= 0 && x.concept == y.concept:
				best = max(best, sameConcept)
			}
		}
		both += best * x.weight
	}
	if all == 0 {
		return 0
	}
	return both / all
}

// stateNeeds puts every stated need to the objective that it fits best.
func (c *corpus) stateNeeds() map[[2]int][]*stated {
	asked := map[[2]int][]*stated{}
	for i := range c.teams {
		for k := range c.teams[i].needs {
			n := &c.teams[i].needs[k]
			a := c.bestFor(i, &n.line)
			if a < 0 {
				continue
			}
			t := n.other
			if t < 0 {
				t = c.providerOf(i, &n.line)
			}
			if t >= 0 {
				asked[[2]int{a, t}] = append(asked[[2]int{a, t}], n)
			}
		}
	}
	return asked
}

// promises puts every offer that names its taker to the taker's objective that it fits best.
func (c *corpus) promises() map[[2]int]*stated {
	promised := map[[2]int]*stated{}
	for t := range c.teams {
		for k := range c.teams[t].offers {
			offer := &c.teams[t].offers[k]
			if offer.other < 0 {
				continue
			}
			if a := c.bestFor(offer.other, &offer.line); a >= 0 {
				promised[[2]int{a, t}] = offer
			}
		}
	}
	return promised
}

// bestFor is the objective of a team that a line fits best, the first one where none does; -1 where the team has none.
func (c *corpus) bestFor(t int, l *line) int {
	best, score := -1, -1.0
	e := entriesOf(l)
	for _, o := range c.teams[t].objectives {
		s := 0.0
		for i := range c.objectives[o].lines {
			s = max(s, covered(e, entriesOf(&c.objectives[o].lines[i])))
		}
		if s > score {
			best, score = o, s
		}
	}
	return best
}

// coveredEnough is how much of a need an offer must speak of to answer it without naming the team.
const coveredEnough = 0.5

// providerOf is the team whose offer covers a need best, or -1.
func (c *corpus) providerOf(needing int, l *line) int {
	best, score := -1, coveredEnough
	e := entriesOf(l)
	for t := range c.teams {
		if t == needing {
			continue
		}
		for i := range c.teams[t].offers {
			if s := covered(e, entriesOf(&c.teams[t].offers[i].line)); s > score {
				best, score = t, s
			}
		}
	}
	return best
}
