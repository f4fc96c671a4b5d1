package detect

import (
	"cmp"
	"math"
	"slices"

	"souk/model"
)

// plainShare is how much a word counts that nearly every OKR uses.
const plainShare = 0.3

// count finds out how rare every stem and concept is. An organisation's own name says nothing about an objective of it.
func (c *corpus) count(organisation model.Text) {
	n := float64(len(c.objectives))
	rarity := func(df int) float64 { return math.Log(1+n/float64(max(df, 1))) / math.Log(1+max(n, 1)) }
	concepts := c.countSpread()
	c.known = make([]float64, len(concepts))
	for id, df := range concepts {
		c.known[id] = rarity(df)
	}
	c.rarity, c.common = make([]float64, c.size()), make([]bool, c.size())
	for id, df := range c.spread {
		c.rarity[id] = rarity(df)
	}
	for w := range wordsOf(organisation.String()) {
		word := c.word(w.text)
		if c.words[word].marks&plain != 0 {
			continue
		}
		for in := range languages {
			if s := c.stem(word, in); int(s) < len(c.rarity) {
				c.rarity[s] *= 0.1
				c.common[s] = true
			}
		}
	}
}

// countSpread counts the objectives that use every stem, and returns how many speak of every concept.
func (c *corpus) countSpread() []int {
	c.spread = make([]int, c.size())
	concepts := make([]int, len(c.lex.concepts))
	seenStem, seenConcept := make([]int, c.size()), make([]int, len(c.lex.concepts))
	for i := range c.objectives {
		if i%256 == 0 && c.stopped() {
			break
		}
		for _, l := range slices.Concat(c.objectives[i].lines, c.objectives[i].metrics) {
			for _, t := range l.tokens {
				if seenStem[t.stem] != i+1 {
					seenStem[t.stem] = i + 1
					c.spread[t.stem]++
				}
			}
			for _, s := range l.said {
				if seenConcept[s.concept] != i+1 {
					seenConcept[s.concept] = i + 1
					concepts[s.concept]++
				}
			}
		}
	}
	return concepts
}

// everyLine calls f with every line of the input.
func (c *corpus) everyLine(f func(*line)) {
	for i := range c.objectives {
		if i%256 == 0 && c.stopped() {
			return
		}
		for _, lines := range [][]line{c.objectives[i].lines, c.objectives[i].metrics} {
			for k := range lines {
				f(&lines[k])
			}
		}
	}
	for i := range c.teams {
		t := &c.teams[i]
		for k := range t.stall {
			f(&t.stall[k])
		}
		for k := range t.needs {
			f(&t.needs[k].line)
		}
		for k := range t.offers {
			f(&t.offers[k].line)
		}
	}
}

// weigh says how much every word of a line says.
func (c *corpus) weigh(l *line) {
	for i := range l.tokens {
		t := &l.tokens[i]
		if int(t.stem) >= len(c.rarity) || c.isStop(*t, l.in) {
			continue
		}
		t.weight = c.rarity[t.stem]
		switch {
		case isNumber(c.words[t.word].text):
			t.weight *= 0.3
			c.common[t.stem] = true
		case c.words[t.word].marks&plain != 0 || t.concept < 0 && c.marksOf(*t)&(goesUp|goesDown|keeps|builds) != 0:
			t.weight *= plainShare
			c.common[t.stem] = true
		}
	}
}

// gathering is where the features of an objective are collected.
type gathering struct{ stems, concepts, claims []feature }

// gather makes the features of an objective: for every stem and concept the best place where it stands.
func (c *corpus) gather(o *objective, g *gathering) {
	g.stems, g.concepts, g.claims = g.stems[:0], g.concepts[:0], g.claims[:0]
	for _, lines := range [][]line{o.lines, o.metrics} {
		for i := range lines {
			l := &lines[i]
			place := l.at.weight()
			if l.at != inMetric {
				o.words += l.telling()
			}
			for _, t := range l.tokens {
				if t.weight > 0 && !isNumber(c.words[t.word].text) {
					g.stems = append(g.stems, feature{id: t.stem, weight: t.weight * place})
				}
			}
			for _, s := range l.said {
				id := int32(s.concept)
				g.concepts = append(g.concepts, feature{id: id, weight: c.known[s.concept] * s.share * place})
				wants, moves := l.wants, l.moves
				if s.turns {
					wants, moves = wants.turned(), moves.turned()
				}
				g.claims = append(g.claims, feature{s.share * place, id, wants, moves})
			}
		}
	}
	o.times = c.timesOf(o)
	o.stems, o.concepts, o.claims = normal(strongest(g.stems)), normal(strongest(g.concepts)), strongest(g.claims)
}

// strongest is a set of features in the order of the ids, each as strong as its best place.
func strongest(all []feature) []feature {
	slices.SortFunc(all, func(a, b feature) int {
		return cmp.Or(int(a.id-b.id), cmp.Compare(b.weight, a.weight))
	})
	for i := len(all) - 2; i >= 0; i-- {
		if all[i].id == all[i+1].id && all[i].wants == nowhere {
			all[i].wants = all[i+1].wants
		}
		if all[i].id == all[i+1].id && all[i].moves == nowhere {
			all[i].moves = all[i+1].moves
		}
	}
	return slices.Clone(slices.CompactFunc(all, func(a, b feature) bool { return a.id == b.id }))
}

// normal makes a vector of length 1.
func normal(all []feature) []feature {
	sum := 0.0
	for _, f := range all {
		sum += f.weight * f.weight
	}
	if sum > 0 {
		for i := range all {
			all[i].weight /= math.Sqrt(sum)
		}
	}
	return all
}

// telling is how many words of a line say something.
func (l *line) telling() float64 {
	n := 0.0
	for _, t := range l.tokens {
		if t.weight > 0 {
			n++
		}
	}
	return n
}
