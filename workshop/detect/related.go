package detect

import "math"

// theme is what an objective is about, in the wide sense: the concepts that it speaks of, a little of what usually goes with them, and
// a little of what its team usually does. The length is 1, or 0.
type theme []float32

const (
	besides   = 0.3 // how much counts what usually goes with a concept
	ofItsKind = 0.2 // and what a team of that kind usually does
)

// themeOf adds up the theme of an objective. What is rare in the drafts counts more.
func (c *corpus) themeOf(o *objective) theme {
	n := len(c.lex.concepts)
	all := make(theme, n)
	add := func(id int, weight float64) { all[id] = max(all[id], float32(weight)) }
	for id, share := range c.teams[o.team].provides {
		add(id, ofItsKind*share)
	}
	for _, claim := range o.claims {
		add(int(claim.id), claim.weight)
		for id, link := range c.lex.linked[int(claim.id)*n : int(claim.id+1)*n] {
			add(id, besides*link*claim.weight)
		}
	}
	sum := float32(0)
	for id := range all {
		all[id] *= 0.2 + float32(c.known[id])
		sum += all[id] * all[id]
	}
	if sum > 0 {
		length := float32(math.Sqrt(float64(sum)))
		for id := range all {
			all[id] /= length
		}
	}
	return all
}

// related is how much two themes have in common, 0 to 1.
func related(a, b theme) float64 {
	b = b[:len(a)] // so that the loop need not check
	sum := float32(0)
	for i, x := range a {
		sum += x * b[i]
	}
	return min(1, float64(sum))
}

// partner is how surely teams of two kinds have to do with each other, by a table over the kinds.
func (c *corpus) partner(table []float64, a, b *team) float64 {
	most, n := 0.0, len(c.lex.functions)
	for _, f := range a.functions {
		for _, g := range b.functions {
			most = max(most, table[f.id*n+g.id]*f.share*g.share)
		}
	}
	return most
}

// inclined is what a table over the concepts, from -1 to 1, says of two objectives together, from 0 to 1.
func inclined(table []float64, a, b *objective) float64 {
	return (2 + standing(table, a) + standing(table, b)) / 4
}

// standing is what such a table says of one objective, from -1 to 1.
func standing(table []float64, o *objective) float64 {
	sum := 0.0
	for _, claim := range o.claims {
		sum += claim.weight * table[claim.id]
	}
	return min(1, max(-1, sum))
}

// leaning is what a table over the kinds of teams, from -1 to 1, says of a team, from 0 to 1.
func (c *corpus) leaning(table []float64, t int) float64 {
	sum := 0.0
	for _, f := range c.teams[t].functions {
		sum += f.share * table[f.id]
	}
	return (1 + min(1, max(-1, sum))) / 2
}
