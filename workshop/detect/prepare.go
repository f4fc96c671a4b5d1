package detect

import (
	"cmp"
	"context"
	"slices"
)

// prepare puts at hand what the close looks need.
func (c *corpus) prepare(near []pair) *seen {
	s := &seen{near: make([][]pair, len(c.objectives)), mentions: make([][]mention, len(c.objectives))}
	s.asked, s.promised = c.stateNeeds(), c.promises()
	for _, p := range near {
		s.near[p.a] = append(s.near[p.a], p)
		s.near[p.b] = append(s.near[p.b], pair{p.b, p.a, p.stems, p.concepts})
	}
	names := c.callings()
	s.entries, s.sketches = make([][][]entry, len(c.objectives)), make([][]sketch, len(c.objectives))
	s.demands, s.asksAll = make([][]demand, len(c.objectives)), make([]*everyone, len(c.objectives))
	for i := range c.objectives {
		if i%256 == 0 && c.stopped() {
			return s
		}
		o := &c.objectives[i]
		for k := range o.lines {
			e := entriesOf(&o.lines[k])
			s.entries[i], s.sketches[i] = append(s.entries[i], e), append(s.sketches[i], sketchOf(e))
		}
		s.demands[i], s.mentions[i] = c.demandsOf(o), c.mentions(o, names)
		if e, ok := c.everyoneIn(o, false); ok {
			s.asksAll[i] = &e
		}
	}
	c.openGifts(s)
	c.openOffers(s)
	s.providers = c.providers()
	s.hub = c.hubs(s)
	return s
}

// openGifts collects the places where teams write what they do for others.
func (c *corpus) openGifts(s *seen) {
	s.gifts = map[[2]int][]gift{}
	for i := range c.objectives {
		o := &c.objectives[i]
		add := func(taker int, at *mention) {
			key := [2]int{taker, o.team}
			s.gifts[key] = append(s.gifts[key], gift{i, at})
		}
		if e, ok := c.everyoneIn(o, true); ok {
			add(toAll, &mention{line: &o.lines[e.line], first: e.at - 1, last: e.at, strength: 0.6, gives: true})
		}
		for k := range o.helps {
			h := &o.helps[k]
			add(h.team, &mention{team: h.team, line: &h.line, last: len(h.line.tokens) - 1, strength: supported, gives: true})
		}
		for k := range s.mentions[i] {
			if m := &s.mentions[i][k]; m.gives {
				add(m.team, m)
			}
		}
	}
}

// supported is the strength with which an objective names the team that it says it supports: no words around are needed.
const supported = 2

// hubs is how well every team suits the mean objective of others, out of a sample where there are many.
func (c *corpus) hubs(s *seen) []float64 {
	const sample = 300
	stride := 1 + len(c.objectives)/sample
	hubs := make([]float64, len(c.teams))
	for t := range c.teams {
		n := 0.0
		for a := 0; a < len(c.objectives); a += stride {
			if c.objectives[a].team != t {
				k := ask{a: a, team: t}
				c.supply(&k, s.demands[a])
				hubs[t] += k.suits()
				n++
			}
		}
		hubs[t] /= max(n, 1)
	}
	return hubs
}

// looks compares every pair closely.
func (c *corpus) looks(ctx context.Context, near []pair, s *seen) []closeness {
	all := make([]closeness, len(near))
	each(ctx, len(near), func() func(int) {
		return func(i int) { all[i] = c.look(near[i], s) }
	})
	return all
}

// openOffers puts the offers at hand.
func (c *corpus) openOffers(s *seen) {
	s.offers, s.offering = make([][][]entry, len(c.teams)), map[int32][]int{}
	for t := range c.teams {
		for i := range c.teams[t].offers {
			e := entriesOf(&c.teams[t].offers[i].line)
			s.offers[t] = append(s.offers[t], e)
			for _, x := range e {
				teams := s.offering[x.stem]
				if !c.common[x.stem] && (len(teams) == 0 || teams[len(teams)-1] != t) {
					s.offering[x.stem] = append(teams, t)
				}
			}
		}
	}
}

// providers are the teams that usually provide a concept, or work on it, the surest first.
func (c *corpus) providers() [][]int {
	all := make([][]int, len(c.lex.concepts))
	for concept := range all {
		sure := func(t int) float64 { return c.teams[t].provides[concept] + c.teams[t].claimed[concept]/2 }
		for t := range c.teams {
			if sure(t) > 0 {
				all[concept] = append(all[concept], t)
			}
		}
		slices.SortStableFunc(all[concept], func(x, y int) int { return cmp.Compare(sure(y), sure(x)) })
		all[concept] = slices.Clone(all[concept][:min(len(all[concept]), mostTeams/2)])
	}
	return all
}
