package detect

import (
	"context"
	"math"
	"slices"

	"souk/workshop/internal/parallel"
)

// pair is two objectives of different teams that may have to do with each other; a comes before b.
type pair struct {
	a, b int32
	cosines
	same float64 // how likely they are one thing, once they were looked at
}

// near is how many partners of an objective are looked at closely. Smaller inputs are looked at whole.
const near = 16

// everything is the number of objectives up to which every pair that shares anything is looked at closely.
const everything = 80

// everyStrain is the number of objectives up to which pairs are looked at that share nothing, because one pushes what strains the
// other.
const everyStrain = 250

// strained reports whether one of two objectives says that it pushes what usually strains what the other says that it wants.
func (c *corpus) strained(a, b int) bool {
	n := len(c.lex.concepts)
	for _, x := range c.objectives[a].claims {
		row := c.lex.tension[int(x.id)*n : int(x.id+1)*n]
		for _, y := range c.objectives[b].claims {
			if id := row[y.id]; id != 0 && x.weight*y.weight*c.lex.strains[int(x.id)*n+int(y.id)] >= 0.4 && clashes(id > 0, x, y) {
				return true
			}
		}
	}
	return false
}

// halted reports whether one of two objectives says that things stand still at a time that both name.
func (c *corpus) halted(a, b int) bool {
	x, y := &c.objectives[a], &c.objectives[b]
	return x.times&y.times != 0 && max(standing(c.lex.standstill, x), standing(c.lex.standstill, y)) > 0
}

// apart reports whether two objectives belong to different teams.
func (c *corpus) apart(a, b int) bool {
	x, y := &c.objectives[a], &c.objectives[b]
	return x.team != y.team && !slices.Contains(x.owners, y.team) && !slices.Contains(y.owners, x.team)
}

// pairs finds the pairs worth a close look, in order.
func (c *corpus) pairs(ctx context.Context) []pair {
	n := len(c.objectives)
	most := n
	if n > everything {
		most = near
	}
	x := c.neighbours()
	found := make([][]pair, n)
	parallel.Each(ctx, n, func() func(int) {
		s := search{neighbours: x, sums: make([]cosines, n)}
		return func(a int) {
			s.sumUp(a)
			var opposed []pair
			if n <= everyStrain {
				opposed = s.opposed(a)
			}
			found[a] = slices.Concat(s.nearest(a, most), opposed)
		}
	})
	return c.merge(found)
}

// cosines are those of an objective with another one.
type cosines struct{ stems, concepts float32 }

func (c cosines) none() bool     { return c.stems == 0 && c.concepts == 0 }
func (c cosines) score() float32 { return c.stems + c.concepts/2 }

// merge puts every pair into its order, once.
func (c *corpus) merge(found [][]pair) []pair {
	count := make([]int, len(found)+1) // where the pairs of an objective begin
	for _, some := range found {
		for _, p := range some {
			count[min(p.a, p.b)+1]++
		}
	}
	for a := range found {
		count[a+1] += count[a]
	}
	all, next := make([]pair, count[len(found)]), slices.Clone(count)
	for _, some := range found {
		for _, p := range some {
			if p.a > p.b {
				p.a, p.b = p.b, p.a
			}
			all[next[p.a]] = p
			next[p.a]++
		}
	}
	kept := all[:0]
	for a := range found {
		if a%256 == 0 && c.stopped() {
			break
		}
		some := all[count[a]:count[a+1]]
		slices.SortFunc(some, func(x, y pair) int { return int(x.b - y.b) })
		kept = append(kept, slices.CompactFunc(some, func(x, y pair) bool { return x.b == y.b })...)
	}
	return kept
}

// sigmoid turns log-odds into a probability.
func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
