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

// The weights in judge.go come from here: what a coach expects, moved toward what coaches listed. With so few relations to learn from,
// how far a weight may move is the only knob.

// expected is what a coach expects of every signal: how much it says, in log-odds, where it is as strong as it can be. The signals are
// those of judge.go, in their order.
var expected = map[model.FindingKind][]float64{
	model.Duplicate:  {8, 3, 6, 1, -1.5},
	model.Synergy:    {1.5, 3.5, 2.5, 1, 0.4, 1.5, 1, 1.2, 1.2, 0.8, 1.5},
	model.Conflict:   {5, 3, 1.5, 1, 1.2, 1.5, 2.5, 1},
	model.Dependency: {5, 2.5, 0.5, 1.5, 3, 1.2, 1.5, 0.5, 0.5, 1, 0.2, 2, 2},
}

// spread is how far a weight may move from what is expected, as a share of it: the standard deviation of the prior.
const spread = 0.2

// example is a candidate with what coaches made of it.
type example struct {
	signals []float64
	share   float64 // of the coaches who listed it
	look    *closeness
	ask     *ask
}

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
	in, gold := readSet(t, name)
	ctx := context.Background()
	c := read(ctx, in)
	near := c.pairs(ctx)
	s := c.prepare(ctx, near)
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
			l.examples[kind] = append(l.examples[kind], example{signals, gold[kind][key] / 2, &k, nil})
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
					example{k.wanting(), gold[model.Dependency][key] / 2, nil, &k})
			}
		}
	}
	return l
}

// learn fits a judge to some sets. Every organisation counts the same; what is the same in both drafts teaches nothing about synergies
// and conflicts.
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
				all, weights = append(all, e), append(weights, total/float64(len(size))/size[organisation(set.name)])
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

// TestOnUnseenOrganisations learns the weights from all organisations but one and judges the one that was left out. It prints what
// docs/detection.md reports, and what judge.go should say.
func TestOnUnseenOrganisations(t *testing.T) {
	if !testing.Verbose() { // .ci/run says -v
		t.Skip("this learns and prints for some seconds: run it with -v")
	}
	var sets []labelled
	for _, name := range append(inventedNames(t), realNames...) {
		sets = append(sets, readLabelled(t, name))
	}
	kinds := []model.FindingKind{model.Duplicate, model.Dependency, model.Synergy, model.Conflict}
	own := map[model.FindingKind]judge{
		model.Duplicate: duplicates, model.Dependency: dependencies, model.Synergy: synergies, model.Conflict: conflicts,
	}
	judged := map[model.FindingKind][2][]guess{}
	seen, unseen := 0.0, 0.0
	for _, kind := range kinds {
		line, means := "", [2]float64{}
		for _, set := range sets {
			var others []labelled
			for _, other := range sets {
				if organisation(other.name) != organisation(set.name) {
					others = append(others, other)
				}
			}
			dup := learn(others, model.Duplicate, judge{})
			for i, j := range []judge{own[kind], learn(others, kind, dup)} {
				guesses := guessAll(set.examples[kind], kind, j, []judge{duplicates, dup}[i])
				got := rank(guesses, set.grades[kind])
				line += fmt.Sprintf(" %.2f", got)
				means[i] += got / float64(len(sets))
				both := judged[kind]
				both[i] = append(both[i], guesses...)
				judged[kind] = both
			}
			line += " |"
		}
		t.Logf("%-10s%s mean %.3f seen, %.3f unseen; off by %.3f seen, %.3f unseen", kind, line, means[0], means[1],
			miscalibrated(judged[kind][0]), miscalibrated(judged[kind][1]))
		if kind != model.Conflict {
			seen, unseen = seen+means[0]/3, unseen+means[1]/3
		}
		all := learn(sets, kind, learn(sets, model.Duplicate, judge{}))
		t.Logf("%-10s judge{%.1f, %.1f}", "", all.bias, all.weights)
	}
	t.Logf("mean %.3f seen, %.3f unseen", seen, unseen)
	if seen-unseen > 0.03 {
		t.Errorf("the weights in judge.go know these organisations: %.3f seen, %.3f unseen", seen, unseen)
	}
}

// guess is a score and what coaches made of it.
type guess struct{ score, share float64 }

func guessAll(all []example, kind model.FindingKind, j, duplicates judge) []guess {
	var guesses []guess
	for _, e := range all {
		p := sigmoid(j.odds(e.signals))
		if e.look != nil && kind != model.Duplicate {
			d := sigmoid(duplicates.odds(e.look.alike()))
			p *= 1 - d*d
		}
		guesses = append(guesses, guess{p, e.share})
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
		got += gain(i, 2*g.share)
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
