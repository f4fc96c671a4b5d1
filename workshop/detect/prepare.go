package detect

import (
	"cmp"
	"context"
	"slices"

	"souk/workshop/internal/parallel"
)

// prepare puts at hand what the close looks need.
func (c *corpus) prepare(ctx context.Context, near []pair) *seen {
	s := &seen{mentions: make([][]mention, len(c.objectives))}
	s.themes = make([]theme, len(c.objectives))
	names := c.callings()
	s.lines = make([][]gist, len(c.objectives))
	s.demands, s.asksAll = make([][]demand, len(c.objectives)), make([]*everyone, len(c.objectives))
	parallel.Each(ctx, len(c.objectives), func() func(int) {
		room := make([]demand, len(c.lex.concepts))
		return func(i int) {
			o := &c.objectives[i]
			s.lines[i] = make([]gist, len(o.lines))
			for k := range o.lines {
				s.lines[i][k] = gistOf(&o.lines[k])
			}
			s.themes[i] = c.themeOf(o)
			s.demands[i], s.mentions[i] = c.demandsOf(o, room), c.mentions(o, names)
			if e, ok := c.everyoneIn(o, false); ok {
				s.asksAll[i] = &e
			}
		}
	})
	c.freshen(s.lines)
	c.openGifts(s)
	c.openOffers(s)
	c.stateNeeds(ctx, s)
	c.promises(s)
	c.openStated(s)
	s.providers = c.providers()
	s.pieces = c.pieces(s.lines)
	s.nearness = s.pieces.nearness(ctx)
	s.profiles = c.profiles(ctx, &s.pieces)
	s.pieces.of = nil // what is needed of it is in the other two
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

// partners are the pairs of every objective, which stands first in them, in the order of the others. The pairs must be in order.
func partners(near []pair, n int) [][]pair {
	count := make([]int, n)
	for _, p := range near {
		count[p.a]++
		count[p.b]++
	}
	all, room := make([][]pair, n), make([]pair, 2*len(near))
	for o, k := range count {
		all[o], room = room[:0:k], room[k:]
	}
	for _, p := range near {
		all[p.a] = append(all[p.a], p)
		all[p.b] = append(all[p.b], pair{p.b, p.a, p.cosines, p.same})
	}
	return all
}

// verdict is what is kept of a close look at two objectives. Those that are shown are looked at again, so that memory need not
// hold what was seen at all the others.
type verdict struct {
	duplicate, synergy, conflict float64
	lineA, lineB                 uint16 // the most similar lines
	twins                        bool   // the objectives are one matter
	oneTopic                     bool   // the lines are one matter
	muchAlike                    bool
}

// looks compares every pair closely, and puts at hand who is near whom.
func (c *corpus) looks(ctx context.Context, near []pair, s *seen) []verdict {
	all := make([]verdict, len(near))
	parallel.Each(ctx, len(near), func() func(int) {
		return func(i int) {
			k := c.look(near[i], s)
			all[i], near[i].same = k.verdict(), k.duplicate
		}
	})
	s.near = partners(near, len(c.objectives))
	return all
}

func (k *closeness) verdict() verdict {
	return verdict{
		k.duplicate, k.synergy, k.conflict, uint16(k.lineA), uint16(k.lineB),
		k.title >= nearlySame || k.mean >= twins, k.line >= oneTopic, k.line >= muchAlike,
	}
}

// openStated lists by objective and team what the maps hold by pairs.
func (c *corpus) openStated(s *seen) {
	s.stated, s.givers = make([][]int, len(c.objectives)), make([][]int, len(c.teams))
	for key := range s.asked {
		s.stated[key[0]] = append(s.stated[key[0]], key[1])
	}
	for key := range s.promised {
		s.stated[key[0]] = append(s.stated[key[0]], key[1])
	}
	for key := range s.gifts {
		if key[0] != toAll {
			s.givers[key[0]] = append(s.givers[key[0]], key[1])
		}
	}
}

// openOffers puts the offers at hand.
func (c *corpus) openOffers(s *seen) {
	s.offers, s.offering = make([][]gist, len(c.teams)), map[int32][]int{}
	for t := range c.teams {
		for i := range c.teams[t].offers {
			g := gistOf(&c.teams[t].offers[i].line)
			slices.SortStableFunc(g.entries, func(a, b entry) int { return cmp.Compare(b.weight, a.weight) }) // what tells most soon says no
			s.offers[t] = append(s.offers[t], g)
			for _, x := range g.entries {
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
