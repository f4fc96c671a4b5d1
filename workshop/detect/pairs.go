package detect

import (
	"context"
	"math"
	"runtime"
	"slices"
	"sync"
)

// pair is two objectives of different teams that may have to do with each other; a comes before b.
type pair struct {
	a, b  int
	stems float64 // cosine of their stems
	// concepts is the cosine of their concepts.
	concepts float64
}

// near is how many partners of an objective are looked at closely. Smaller inputs are looked at whole.
const near = 16

// everything is the number of objectives up to which every pair that shares anything is looked at closely.
const everything = 80

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
			index[f.id] = append(index[f.id], feature{int32(o), f.weight})
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
	found := make([][]pair, n)
	each(ctx, n, func() func(int) {
		byStem, byConcept := make([]float64, n), make([]float64, n)
		var touched []int
		return func(a int) {
			touched = c.accumulate(a, stems, concepts, byStem, byConcept, touched[:0])
			found[a] = make([]pair, 0, len(touched))
			for _, b := range touched {
				if c.apart(a, b) {
					found[a] = append(found[a], pair{a, b, byStem[b], byConcept[b]})
				}
				byStem[b], byConcept[b] = 0, 0
			}
			if n > everything {
				found[a] = nearest(found[a])
			}
		}
	})
	return c.merge(found)
}

// accumulate adds up the cosines of objective a with every other and returns whom it touched.
func (c *corpus) accumulate(a int, stems, concepts inverted, byStem, byConcept []float64, touched []int) []int {
	for _, f := range c.objectives[a].stems {
		for _, p := range stems[f.id] {
			if byStem[p.id] == 0 && byConcept[p.id] == 0 {
				touched = append(touched, int(p.id))
			}
			byStem[p.id] += f.weight * p.weight
		}
	}
	for _, f := range c.objectives[a].concepts {
		for _, p := range concepts[f.id] {
			if byStem[p.id] == 0 && byConcept[p.id] == 0 {
				touched = append(touched, int(p.id))
			}
			byConcept[p.id] += f.weight * p.weight
		}
	}
	return touched
}

// nearest keeps the best partners of one objective.
func nearest(all []pair) []pair {
	if len(all) <= near {
		return all
	}
	nearer := func(x, y pair) bool {
		sx, sy := x.stems+x.concepts/2, y.stems+y.concepts/2
		return sx > sy || sx == sy && x.b < y.b
	}
	kept := make([]pair, 0, near+1)
	for _, p := range all {
		if len(kept) == near && !nearer(p, kept[near-1]) {
			continue
		}
		i := len(kept)
		for i > 0 && nearer(p, kept[i-1]) {
			i--
		}
		kept = slices.Insert(kept, i, p)[:min(len(kept)+1, near)]
	}
	return kept
}

// merge puts every pair into its order, once.
func (c *corpus) merge(found [][]pair) []pair {
	partners, total := make([][]pair, len(found)), 0
	for _, some := range found {
		for _, p := range some {
			if p.a > p.b {
				p.a, p.b = p.b, p.a
			}
			partners[p.a] = append(partners[p.a], p)
			total++
		}
	}
	all := make([]pair, 0, total)
	for a, some := range partners {
		if a%256 == 0 && c.stopped() {
			break
		}
		slices.SortFunc(some, func(x, y pair) int { return x.b - y.b })
		all = append(all, slices.CompactFunc(some, func(x, y pair) bool { return x.b == y.b })...)
	}
	return all
}

// each calls a worker for every number below n, on all cores; make prepares one worker per core. It returns early when the
// context is done, with some numbers left out.
func each(ctx context.Context, n int, prepare func() func(int)) {
	const step = 16
	cores := min(runtime.GOMAXPROCS(0), (n+step-1)/step)
	var wg sync.WaitGroup
	var mu sync.Mutex
	next := 0
	take := func() (int, int) {
		mu.Lock()
		defer mu.Unlock()
		from := next
		next = min(next+step, n)
		return from, next
	}
	for range cores {
		wg.Go(func() {
			work := prepare()
			for from, to := take(); from < to && ctx.Err() == nil; from, to = take() {
				for i := from; i < to; i++ {
					work(i)
				}
			}
		})
	}
	wg.Wait()
}

// sigmoid turns log-odds into a probability.
func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
