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
		case c.words[t.word].marks&plain != 0:
			t.weight *= plainShare
			c.common[t.stem] = true
		}
		l.total += t.weight
	}
}

// gather makes the features of an objective: for every stem and concept the best place where it stands.
func (c *corpus) gather(o *objective) {
	stems, concepts, claims := map[int32]float64{}, map[int32]float64{}, map[int32]float64{}
	for _, l := range slices.Concat(o.lines, o.metrics) {
		for _, t := range l.tokens {
			if t.weight > 0 && !isNumber(c.words[t.word].text) {
				stems[t.stem] = max(stems[t.stem], t.weight*l.at.weight())
			}
		}
		for _, s := range l.said {
			id := int32(s.concept)
			concepts[id] = max(concepts[id], c.known[s.concept]*s.share*l.at.weight())
			claims[id] = max(claims[id], s.share*l.at.weight())
		}
	}
	o.stems, o.concepts, o.claims = normal(sorted(stems)), normal(sorted(concepts)), sorted(claims)
}

// sorted is a set of features in the order of the ids.
func sorted(weights map[int32]float64) []feature {
	all := make([]feature, 0, len(weights))
	for id, w := range weights {
		all = append(all, feature{id, w})
	}
	slices.SortFunc(all, func(a, b feature) int { return cmp.Compare(a.id, b.id) })
	return all
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
