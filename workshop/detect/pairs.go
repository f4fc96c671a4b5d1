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

// inverted lists the objectives of every stem or concept.
type inverted [][]feature // feature.id is the objective

func invert(n int, size int, features func(o int) []feature, limit int) inverted {
	count := make([]int, size)
	for o := range n {
		for _, f := range features(o) {
			count[f.id]++
		}
	}
	index := make(inverted, size)
	for o := range n {
		for _, f := range features(o) {
			if count[f.id] < 2 || count[f.id] > limit {
				continue
			}
			if index[f.id] == nil {
				index[f.id] = make([]feature, 0, count[f.id])
			}
			index[f.id] = append(index[f.id], feature{id: int32(o), weight: f.weight})
		}
	}
	return index
}

// apart reports whether two objectives belong to different teams.
func (c *corpus) apart(a, b int) bool {
	x, y := &c.objectives[a], &c.objectives[b]
	return x.team != y.team && !slices.Contains(x.owners, y.team) && !slices.Contains(y.owners, x.team)
}

// pairs finds the pairs worth a close look, in order.
func (c *corpus) pairs(ctx context.Context) []pair {
	n := len(c.objectives)
	limit := n
	if n > everything { // words that stand everywhere find no partners
		limit = max(everything, n/20)
	}
	stems := invert(n, c.size(), func(o int) []feature { return c.objectives[o].stems }, limit)
	concepts := invert(n, len(c.known), func(o int) []feature { return c.objectives[o].concepts }, limit)
	most := n
	if n > everything {
		most = near
	}
	found := make([][]pair, n)
	parallel.Each(ctx, n, func() func(int) {
		sums := make([]cosines, n)
		var touched []int32
		var kept, clashing []pair
		return func(a int) {
			touched = c.accumulate(a, stems, concepts, sums, touched[:0])
			clashing = clashing[:0]
			if n <= everyStrain {
				for b := a + 1; b < n; b++ {
					if c.apart(a, b) && (sums[b].none() && c.strained(a, b) || c.halted(a, b)) {
						clashing = append(clashing, pair{a: int32(a), b: int32(b), cosines: sums[b]})
					}
				}
			}
			kept = c.nearest(kept[:0], a, touched, sums, most)
			found[a] = slices.Concat(kept, clashing)
		}
	})
	return c.merge(found)
}

// cosines are those of an objective with another one.
type cosines struct{ stems, concepts float64 }

func (c cosines) none() bool     { return c.stems == 0 && c.concepts == 0 }
func (c cosines) score() float64 { return c.stems + c.concepts/2 }

// accumulate adds up the cosines of objective a with every other and returns whom it touched.
func (c *corpus) accumulate(a int, stems, concepts inverted, sums []cosines, touched []int32) []int32 {
	for _, f := range c.objectives[a].stems {
		for _, p := range stems[f.id] {
			sum := &sums[p.id]
			if sum.none() {
				touched = append(touched, p.id)
			}
			sum.stems += f.weight * p.weight
		}
	}
	for _, f := range c.objectives[a].concepts {
		for _, p := range concepts[f.id] {
			sum := &sums[p.id]
			if sum.none() {
				touched = append(touched, p.id)
			}
			sum.concepts += f.weight * p.weight
		}
	}
	return touched
}

// nearest adds the best partners of objective a among those that it touched, the best first, and clears their sums.
func (c *corpus) nearest(kept []pair, a int, touched []int32, sums []cosines, most int) []pair {
	least := -1.0 // what a pair must have once there are enough
	for _, b := range touched {
		sum := sums[b]
		sums[b] = cosines{}
		if sum.score() < least || !c.apart(a, int(b)) {
			continue
		}
		kept = insert(kept, pair{a: int32(a), b: b, cosines: sum}, most)
		if len(kept) == most {
			least = kept[most-1].score()
		}
	}
	return kept
}

// insert puts a pair into its place among the best ones of an objective, if it is one of them.
func insert(kept []pair, p pair, most int) []pair {
	nearer := func(x, y pair) bool {
		sx, sy := x.score(), y.score()
		return sx > sy || sx == sy && x.b < y.b
	}
	i := len(kept)
	for i > 0 && nearer(p, kept[i-1]) {
		i--
	}
	if i == most {
		return kept
	}
	return slices.Insert(kept, i, p)[:min(len(kept)+1, most)]
}

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
