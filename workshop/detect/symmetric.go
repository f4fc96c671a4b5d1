package detect

import "iter"

// closeness is what a close look at two objectives finds; every figure is in 0 to 1.
type closeness struct {
	pair
	title     float64 // how alike the titles are
	line      float64 // how alike the two most similar lines are
	lineA     int
	lineB     int
	mean      float64 // of the best match of every line of the shorter objective
	rare      float64 // the rarest stem that both use
	concept   float64 // the strongest concept that both speak of
	conceptID int16
	subject   float64 // how much two lines speak of the same concepts
	opposite  bool    // the most similar lines want opposite things
	chain     float64 // one leads to the other
	chainBy   [2]int16
	intent    bool    // both support one intent
	named     float64 // one names the other's team
	mention   *mention
	mentionBy int     // the objective that names the other's team
	kin       float64 // the two teams are of one kind
	size      float64 // how much the two say
	tension   float64 // a trade-off between them
	tensions  int
	tensionBy [2]int16 // its concepts, a's first
	tensionID int

	duplicate, synergy, conflict float64 // the scores
}

// look compares two objectives closely.
func (c *corpus) look(p pair, s *seen) closeness {
	a, b := &c.objectives[p.a], &c.objectives[p.b]
	k := closeness{pair: p, conceptID: -1, tensionID: -1}
	c.compareLines(&k, s)
	k.opposite = opposite(a.lines[k.lineA].wants, b.lines[k.lineB].wants)
	for stem := range c.tellingBoth(a, b) {
		k.rare = max(k.rare, c.rarity[stem])
	}
	c.compareClaims(&k, a, b)
	for _, x := range a.supports {
		for _, y := range b.supports {
			k.intent = k.intent || x == y
		}
	}
	k.names(s.mentions[p.a], p.a, b.team)
	k.names(s.mentions[p.b], p.b, a.team)
	k.kin = kin(c.teams[a.team].provides, c.teams[b.team].provides)
	k.size = float64(min(len(a.lines), 8)+min(len(b.lines), 8)) / 16
	k.judge()
	return k
}

// names takes the strongest mention of a team among those of an objective.
func (k *closeness) names(all []mention, o, team int) {
	for i := range all {
		if m := &all[i]; m.team == team && m.strength > k.named {
			k.named, k.mention, k.mentionBy = m.strength, m, o
		}
	}
}

func opposite(a, b direction) bool { return a == up && b == down || a == down && b == up }

// tellingBoth yields the stems that both objectives use, without those that nearly every OKR uses.
func (c *corpus) tellingBoth(a, b *objective) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i, j := 0, 0; i < len(a.stems) && j < len(b.stems); {
			x, y := a.stems[i].id, b.stems[j].id
			if x == y && !c.common[x] && !yield(x) {
				return
			}
			if x <= y {
				i++
			}
			if y <= x {
				j++
			}
		}
	}
}

// compareLines compares every line of one objective with every line of the other.
func (c *corpus) compareLines(k *closeness, s *seen) {
	a, b := s.entries[k.a], s.entries[k.b]
	linesA, linesB := c.objectives[k.a].lines, c.objectives[k.b].lines
	var few [16]float64
	bestB := few[:]
	if len(b) > len(few) {
		bestB = make([]float64, len(b))
	}
	sum := 0.0
	for i, x := range a {
		best := 0.0
		for j, y := range b {
			if !s.sketches[k.a][i].meets(&s.sketches[k.b][j]) {
				continue
			}
			k.subject = max(k.subject, c.subject(&linesA[i], &linesB[j]))
			alike := similar(x, y)
			if i == 0 && j == 0 {
				k.title = alike
			}
			if alike > k.line {
				k.line, k.lineA, k.lineB = alike, i, j
			}
			best, bestB[j] = max(best, alike), max(bestB[j], alike)
		}
		sum += best
	}
	for _, alike := range bestB[:len(b)] {
		sum += alike
	}
	k.mean = sum / float64(len(a)+len(b))
}

// subject is how much two lines speak of the same concepts.
func (c *corpus) subject(a, b *line) float64 {
	sum, last := 0.0, int16(-1)
	for _, x := range a.said {
		if x.concept == last {
			continue
		}
		last = x.concept
		for _, y := range b.said {
			if x.concept == y.concept {
				sum += c.known[x.concept] * x.share * y.share * min(a.at.weight(), b.at.weight())
				break
			}
		}
	}
	return min(1, sum/2)
}

func (c *corpus) compareClaims(k *closeness, a, b *objective) {
	n := len(c.lex.concepts)
	for _, x := range a.claims {
		row := int(x.id) * n
		for _, y := range b.claims {
			w := x.weight * y.weight
			if x.id == y.id {
				if s := w * c.known[x.id]; s > k.concept {
					k.concept, k.conceptID = s, int16(x.id)
				}
			} else if link := c.lex.linked[row+int(y.id)]; link > 0 {
				if s := link * w * (c.known[x.id] + c.known[y.id]) / 2; s > k.chain {
					k.chain, k.chainBy = s, [2]int16{int16(x.id), int16(y.id)}
				}
			}
			if id := int(c.lex.tension[row+int(y.id)]) - 1; id >= 0 {
				k.tensions++
				if s := w * (c.known[x.id] + c.known[y.id]) / 2; s > k.tension {
					k.tension, k.tensionID, k.tensionBy = s, id, [2]int16{int16(x.id), int16(y.id)}
				}
			}
		}
	}
}

// kin is how far two teams provide the same.
func kin(a, b []float64) float64 {
	both, all := 0.0, 0.0
	for id, w := range a {
		both += min(w, b[id])
		all += w + b[id]
	}
	if all == 0 {
		return 0
	}
	return 2 * both / all
}
