package detect

import "slices"

// demand is something that an objective needs: what it speaks of itself, or what one usually needs for that.
type demand struct {
	concept int16
	of      int16 // the concept that the objective speaks of
	weight  float64
}

// demandsOf are the demands of an objective, each with the strongest of its causes. It needs room for one demand of every concept.
func (c *corpus) demandsOf(o *objective, best []demand) []demand {
	clear(best)
	add := func(d demand) {
		if d.weight > best[d.concept].weight {
			best[d.concept] = d
		}
	}
	for _, claim := range o.claims {
		of := int16(claim.id)
		add(demand{of, of, claim.weight})
		for _, s := range c.lex.needs[of] {
			add(demand{s.concept, of, needShare * s.share * claim.weight})
		}
	}
	return slices.Clone(slices.DeleteFunc(best, func(d demand) bool { return d.weight == 0 }))
}

// needed is how surely who pursues one concept needs another, 0 to 1.
func (l *lexicon) needed(pursued, concept int16) float64 {
	for _, s := range l.needs[pursued] {
		if s.concept == concept {
			return s.share
		}
	}
	return 0
}

// needShare is how much a demand counts that the objective does not speak of itself.
const needShare = 0.5

// supply begins to look at an objective and a team: what of the objective's demands does the team usually provide, and the
// objective's own team does not?
func (c *corpus) supply(a, t int, s *seen) ask {
	k := ask{a: a, team: t, b: -1, givenBy: -1}
	own, provider := c.teams[c.objectives[a].team].provides, &c.teams[t]
	k.wanted.concept = -1
	most := 0.0
	for _, d := range s.demands[a] {
		if provider.provides[d.concept] == 0 && provider.claimed[d.concept] == 0 {
			continue
		}
		rare := 0.4 + 0.6*c.known[d.concept]
		provided := d.weight * provider.provides[d.concept] * (1 - own[d.concept]) * c.scarce[d.concept]
		matched := d.weight * provider.claimed[d.concept] * rare
		if d.of == d.concept {
			k.direct = max(k.direct, provided)
			k.alone = max(k.alone, d.weight*provider.alone[d.concept]*(1-own[d.concept])*c.scarce[d.concept])
			matched *= 1 - own[d.concept]
		} else {
			provided *= c.lex.asked[d.concept]
			k.indirect = max(k.indirect, min(1, provided))
		}
		both := provided * provider.claimed[d.concept]
		k.match, k.both = max(k.match, matched), max(k.both, both)
		if score := provided + matched/2 + both; score > most {
			most, k.wanted = score, d
		}
	}
	return k
}

// suits is how well a team suits an objective, by what teams of its kind provide and by what it works on.
func (k *ask) suits() float64 {
	return (max(k.direct, 0.7*k.indirect) + k.both + k.match/2) / 2.5
}
