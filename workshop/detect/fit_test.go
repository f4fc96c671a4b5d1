package detect

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"souk/model"
)

// The weights in judge.go come from here: what a coach expects, moved toward what people listed. There are two knobs: how far a weight
// may move, and how many invented organisations a real one counts for.

// expected is what a coach expects of every signal: how much it says, in log-odds, where it is as strong as it can be. The signals are
// those of judge.go, in their order.
var expected = map[model.FindingKind][]float64{
	model.Duplicate:  {6, 6, 1, 3, 1, -1, 1, 1, 3, 0.5, -5},
	model.Synergy:    {0.5, 0.5, 2.5, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 0.5, 1, 1.5, 1.5, 1, -5},
	model.Conflict:   {4, 2, 1, 1, 1, 1.5, 2.5, 1, 1, 0.5, 1, 1, 1.5, -5},
	model.Dependency: {3, 1, 1, 0.5, 0.5, 0.5, 1.5, 1.5, 1.5, 1.5, 1, 0.5, 0.5, -5},
}

// spread is how far a weight may move from what is expected, as a share of it: the standard deviation of the prior.
const spread = 0.3

// example is a candidate with what coaches made of it.
type example struct {
	signals []float64
	grade   float64    // how many coaches listed it
	share   float64    // how surely a room accepts it
	look    *closeness // nil for an ask
}

// accepted is how surely a room accepts what so many of two coaches listed.
func accepted(grade float64) float64 { return [...]float64{0, 0.7, 1}[int(grade)] }

// organisation is the part of a set's name before the first hyphen.
func organisation(set string) string {
	name, _, _ := strings.Cut(set, "-")
	return name
}

// labelled are the examples of a set by kind, and all grades of its relations, found or not.
type labelled struct {
	name     string
	examples map[model.FindingKind][]example
	grades   map[model.FindingKind][]float64
}

func readLabelled(t *testing.T, name string) labelled {
	in, gold := readAny(t, name)
	ctx := context.Background()
	c := read(ctx, in)
	near := c.pairs(ctx)
	s := c.prepare(ctx, near)
	c.looks(ctx, near, s)
	l := labelled{name, map[model.FindingKind][]example{}, map[model.FindingKind][]float64{}}
	for kind, grades := range gold {
		for _, g := range grades {
			l.grades[kind] = append(l.grades[kind], g)
		}
	}
	for _, p := range near {
		k := c.look(p, s)
		key := relation(model.Duplicate, string(c.objectives[p.a].id), string(c.objectives[p.b].id))
		for kind, signals := range map[model.FindingKind][]float64{
			model.Duplicate: k.alike(), model.Synergy: k.together(), model.Conflict: k.against(),
		} {
			l.examples[kind] = append(l.examples[kind], example{signals, gold[kind][key], accepted(gold[kind][key]), &k})
		}
	}
	for a := range c.objectives {
		for t := range c.teams {
			if !c.mayAsk(a, t) {
				continue
			}
			k := c.supply(a, t, s)
			if c.ask(&k, s) {
				key := relation(model.Dependency, string(c.objectives[a].id), string(c.teams[t].id))
				l.examples[model.Dependency] = append(l.examples[model.Dependency],
					example{k.wanting(), gold[model.Dependency][key], accepted(gold[model.Dependency][key]), nil})
			}
		}
	}
	return l
}

// realCounts is how many invented organisations a real one counts for.
const realCounts = 4

// learn fits a judge to some sets. Every organisation counts the same, but for the real ones; what is the same in both drafts teaches nothing
// about synergies and conflicts.
func learn(sets []labelled, kind model.FindingKind, duplicates judge) judge {
	size, total := map[string]float64{}, 0.0
	var all []example
	var weights []float64
	for pass := range 2 {
		for _, set := range sets {
			for _, e := range set.examples[kind] {
				if e.look != nil && kind != model.Duplicate && duplicates.odds(e.look.alike()) > 0 {
					continue
				}
				if pass == 0 {
					size[organisation(set.name)]++
					total++
					continue
				}
				weight := total / float64(len(size)) / size[organisation(set.name)]
				if slices.Contains(realNames, set.name) {
					weight *= realCounts
				}
				all, weights = append(all, e), append(weights, weight)
			}
		}
	}
	rows, shares := make([][]float64, len(all)), make([]float64, len(all))
	for k, e := range all {
		rows[k], shares[k] = append([]float64{1}, e.signals...), e.share
	}
	prior, precision := append([]float64{-4}, expected[kind]...), []float64{1e-4}
	for _, w := range expected[kind] {
		precision = append(precision, 1/(spread*spread*w*w))
	}
	w := logistic(rows, shares, weights, prior, precision)

	// How much the whole says is another matter than which signal says more: two parameters, hardly held.
	odds := make([][]float64, len(rows))
	for k, row := range rows {
		odds[k] = []float64{1, dot(w, row)}
	}
	platt := logistic(odds, shares, weights, []float64{0, 1}, []float64{0.1, 4})
	j := judge{bias: platt[0] + platt[1]*w[0]}
	for _, x := range w[1:] {
		j.weights = append(j.weights, platt[1]*x)
	}
	return j
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// logistic is the most probable weights of a logistic regression whose weights lie around a prior, by Newton's method.
func logistic(rows [][]float64, shares, counts, prior, precision []float64) []float64 {
	n := len(prior)
	w := slices.Clone(prior)
	for range 40 {
		gradient, curve := make([]float64, n), make([][]float64, n)
		for i := range n {
			gradient[i] = precision[i] * (w[i] - prior[i])
			curve[i] = make([]float64, n)
			curve[i][i] = precision[i]
		}
		for k, row := range rows {
			p := sigmoid(dot(w, row))
			for i := range n {
				gradient[i] += counts[k] * (p - shares[k]) * row[i]
				for j := range n {
					curve[i][j] += counts[k] * p * (1 - p) * row[i] * row[j]
				}
			}
		}
		step := solve(curve, gradient)
		most := 0.0
		for _, x := range step {
			most = max(most, math.Abs(x))
		}
		for i := range w {
			w[i] -= step[i] * min(1, 2/max(most, 1e-12))
		}
		if most < 1e-4 {
			break
		}
	}
	return w
}

// solve is Gauss's elimination for a matrix that is symmetric and positive.
func solve(m [][]float64, b []float64) []float64 {
	n := len(b)
	x := slices.Clone(b)
	for i := range n {
		for j := i + 1; j < n; j++ {
			f := m[j][i] / m[i][i]
			for k := i; k < n; k++ {
				m[j][k] -= f * m[i][k]
			}
			x[j] -= f * x[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for j := i + 1; j < n; j++ {
			x[i] -= m[i][j] * x[j]
		}
		x[i] /= m[i][i]
	}
	return x
}

// folds is into how many parts the invented organisations are divided, to learn from all but one and judge that one. Every real
// organisation is a part of its own.
const folds = 5

// part names the part of a set.
func part(sets []labelled, i int) string {
	if slices.Contains(realNames, sets[i].name) {
		return organisation(sets[i].name)
	}
	return fmt.Sprint(i % folds)
}

// group tells where a set comes from.
func group(t *testing.T, name string) string {
	switch {
	case slices.Contains(realNames, name):
		return "real"
	case slices.Contains(inventedNames(t), name):
		return "trades"
	}
	return "organisations"
}

// TestOnUnseenOrganisations learns the weights from all organisations but some and judges those that were left out. It prints what
// docs/detection.md reports, and what judge.go should say.
func TestOnUnseenOrganisations(t *testing.T) {
	if !testing.Verbose() { // .ci/run says -v
		t.Skip("this learns and prints for some seconds: run it with -v")
	}
	var sets []labelled
	for _, name := range slices.Concat(organisationNames(t), inventedNames(t), realNames) {
		sets = append(sets, readLabelled(t, name))
	}
	kinds := []model.FindingKind{model.Duplicate, model.Dependency, model.Synergy, model.Conflict}
	own := map[model.FindingKind]judge{
		model.Duplicate: duplicates, model.Dependency: dependencies, model.Synergy: synergies, model.Conflict: conflicts,
	}
	unseen := map[model.FindingKind]map[string]judge{} // by part
	for _, kind := range kinds {
		unseen[kind] = map[string]judge{}
		for i := range sets {
			out := part(sets, i)
			if _, ok := unseen[kind][out]; ok {
				continue
			}
			var others []labelled
			for k, other := range sets {
				if part(sets, k) != out {
					others = append(others, other)
				}
			}
			unseen[kind][out] = learn(others, kind, unseen[model.Duplicate][out])
		}
		all := learn(sets, kind, duplicates)
		t.Logf("%-10s judge{%.1f, %.1f}", kind, all.bias, all.weights)
	}
	means := map[string][2]float64{}
	for _, kind := range kinds {
		sum, n, judged := map[string][2]float64{}, map[string]float64{}, [2][]guess{}
		for i, set := range sets {
			if len(set.grades[kind]) == 0 {
				continue
			}
			g, got := group(t, set.name), [2]float64{}
			for k, j := range []judge{own[kind], unseen[kind][part(sets, i)]} {
				guesses := guessAll(set.examples[kind], kind, j, []judge{duplicates, unseen[model.Duplicate][part(sets, i)]}[k])
				got[k] = rank(guesses, set.grades[kind])
				judged[k] = append(judged[k], guesses...)
			}
			sum[g] = [2]float64{sum[g][0] + got[0], sum[g][1] + got[1]}
			n[g]++
			if g != "organisations" {
				t.Logf("%-10s %-24s %.2f / %.2f", kind, set.name, got[0], got[1])
			}
		}
		for _, g := range []string{"real", "trades", "organisations"} {
			mean := [2]float64{sum[g][0] / n[g], sum[g][1] / n[g]}
			t.Logf("%-10s %-24s %.3f seen, %.3f unseen, in the mean of %.0f", kind, g, mean[0], mean[1], n[g])
			if kind != model.Conflict {
				means[g] = [2]float64{means[g][0] + mean[0]/3, means[g][1] + mean[1]/3}
			}
		}
		t.Logf("%-10s off by %.3f seen, %.3f unseen", kind, miscalibrated(judged[0]), miscalibrated(judged[1]))
	}
	for g, mean := range means {
		t.Logf("%s: %.3f seen, %.3f unseen", g, mean[0], mean[1])
		if mean[0]-mean[1] > 0.03 {
			t.Errorf("the weights in judge.go know the %s: %.3f seen, %.3f unseen", g, mean[0], mean[1])
		}
	}
}

// guess is a score and what coaches, and a room, make of it.
type guess struct{ score, grade, share float64 }

func guessAll(all []example, kind model.FindingKind, j, duplicates judge) []guess {
	var guesses []guess
	for _, e := range all {
		p := sigmoid(j.odds(e.signals))
		if e.look != nil && kind != model.Duplicate {
			look := *e.look
			look.duplicate = sigmoid(duplicates.odds(look.alike()))
			p *= look.different()
		}
		guesses = append(guesses, guess{p, e.grade, e.share})
	}
	slices.SortStableFunc(guesses, func(a, b guess) int { return -cmpFloat(a.score, b.score) })
	return guesses
}

func cmpFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// rank is nDCG over the first 20.
func rank(guesses []guess, grades []float64) float64 {
	const most = 20
	gain := func(rank int, grade float64) float64 { return grade / math.Log2(float64(rank+2)) }
	got, best := 0.0, 0.0
	for i, g := range guesses[:min(most, len(guesses))] {
		got += gain(i, g.grade)
	}
	slices.Sort(grades)
	slices.Reverse(grades)
	for i, g := range grades[:min(most, len(grades))] {
		best += gain(i, g)
	}
	return got / best
}

// miscalibrated is the mean distance between scores and shares over ten equally large groups of the better half of the guesses.
func miscalibrated(guesses []guess) float64 {
	slices.SortStableFunc(guesses, func(a, b guess) int { return -cmpFloat(a.score, b.score) })
	guesses = guesses[:len(guesses)/2]
	off, groups := 0.0, 10
	for g := range groups {
		score, share, n := 0.0, 0.0, 0.0
		for _, x := range guesses[g*len(guesses)/groups : (g+1)*len(guesses)/groups] {
			score, share, n = score+x.score, share+x.share, n+1
		}
		off += math.Abs(score-share) / n / float64(groups)
	}
	return off
}
