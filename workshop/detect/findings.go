package detect

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"souk/model"
	"souk/workshop/internal/parallel"
)

// floors are the scores below which a relation is not worth a person's time. They lie a little above the share of all pairs
// that turn out to be related, so a rare kind has a low one.
var floors = map[model.FindingKind]float64{
	model.Duplicate: 0.005, model.Dependency: 0.06, model.Synergy: 0.05, model.Conflict: 0.005,
}

// perObjective is how many findings of a kind an objective takes part in, unless it is among the best of the other side.
const perObjective = 12

// candidate is a relation before it is put into words.
type candidate struct {
	score float64
	a, b  int32 // objectives, or an objective and a team
}

// compare puts the better candidate first.
func (x candidate) compare(y candidate) int {
	return cmp.Or(cmp.Compare(y.score, x.score), int(x.a-y.a), int(x.b-y.b))
}

// symmetrics are the kinds without a direction, with the start of their ids.
var symmetrics = []struct {
	kind   model.FindingKind
	prefix string
	score  func(*verdict) float64
}{
	{model.Duplicate, "dup:", func(v *verdict) float64 { return v.duplicate }},
	{model.Synergy, "syn:", func(v *verdict) float64 { return v.synergy }},
	{model.Conflict, "con:", func(v *verdict) float64 { return v.conflict }},
}

// findings keeps what is worth showing of what was looked at, and puts it into words. It is cut short when nobody waits any more.
func (c *corpus) findings(ctx context.Context, in Input, s *seen, near []pair, looks []verdict, asks []candidate) Findings {
	w := speaker{corpus: c, seen: s, matters: c.matters(near, looks), intents: map[model.IntentID]string{}, needs: map[model.FindingID]string{}}
	for _, i := range in.Intents {
		w.intents[i.ID] = i.Text.Line()
	}
	var together []spoken
	for _, kind := range symmetrics {
		if !in.wants(kind.kind) {
			continue
		}
		var some []candidate
		for i := range looks {
			if p := kind.score(&looks[i]); p >= floors[kind.kind] {
				some = append(some, candidate{p, near[i].a, near[i].b})
			}
		}
		for _, x := range c.best(some, len(c.objectives), len(c.objectives), in.Top) {
			together = append(together, spoken{x, kind.kind, kind.prefix})
		}
	}
	all := w.sayTogether(ctx, together)
	all = w.sayNeeded(ctx, all, c.best(asks, len(c.objectives), 0, in.Top))
	all = slices.DeleteFunc(all, func(f model.Finding) bool { return len(f.Reasons) == 0 }) // what gives no reason is not shown
	all.order()
	all.spread(w.needs)
	all.order()
	return all
}

// order puts the best first.
func (all Findings) order() {
	slices.SortFunc(all, func(a, b model.Finding) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	})
}

// ofOneMatter is how many pairs of a card, and how many teams that need the same of one provider, people would name before they go on to
// another matter.
const (
	ofOneMatter = 2
	ofOneNeed   = 3
)

// spread lowers the scores of all but the best findings of one matter: nobody lists all forty-five pairs of a line that stands in ten teams,
// nor every team that hires. needs name what a dependency is about where only its kind of team speaks for the provider.
func (all Findings) spread(needs map[model.FindingID]string) {
	before := map[string]int{}
	lower := func(f *model.Finding, matter string, most int) {
		if n := before[matter]; n >= most {
			f.Score = rounded(f.Score * float64(most) / float64(n+1))
		}
		before[matter]++
	}
	for i := range all {
		switch f := &all[i]; f.Kind {
		case model.Duplicate:
			lower(f, f.Card, ofOneMatter)
		case model.Dependency:
			lower(f, f.Card, ofOneMatter)
			if need := needs[f.ID]; need != "" {
				lower(f, need, ofOneNeed)
			}
		default: // what an objective has to do with several of a team is on one card, and each worth a look
		}
	}
}

// spoken is a candidate of a kind that is to be put into words.
type spoken struct {
	candidate
	kind   model.FindingKind
	prefix string
}

// sayTogether makes the findings between two objectives; those of a kind must come best first. Two objectives are looked at once, whatever they
// have to do with each other.
func (w *speaker) sayTogether(ctx context.Context, some []spoken) Findings {
	number := map[[2]int32]int{}
	var pairs [][]int // what is to be said of each
	for i, x := range some {
		n, known := number[[2]int32{x.a, x.b}]
		if !known {
			n, pairs = len(pairs), append(pairs, nil)
			number[[2]int32{x.a, x.b}] = n
		}
		pairs[n] = append(pairs[n], i)
	}
	all, lines := make(Findings, len(some)), make([][2]int, len(some))
	parallel.Each(ctx, len(pairs), func() func(int) {
		return func(n int) {
			x := some[pairs[n][0]]
			k := w.look(w.pair(w.seen, int(x.a), int(x.b)), w.seen)
			alike := w.whyAlike(&k)
			for _, i := range pairs[n] {
				all[i], lines[i] = w.symmetric(some[i], &k, alike), [2]int{k.lineA, k.lineB}
			}
		}
	})
	for i, x := range some {
		all[i].Card = w.matters.card(x.kind, x.candidate, lines[i])
	}
	return all
}

// sayNeeded adds the findings between an objective and a team.
func (w *speaker) sayNeeded(ctx context.Context, all Findings, some []candidate) Findings {
	first := len(all)
	all = append(all, make(Findings, len(some))...)
	wanted := make([]int16, len(some)) // the concept that speaks most for the provider
	parallel.Each(ctx, len(some), func() func(int) {
		return func(i int) {
			x := some[i]
			k := w.supply(int(x.a), int(x.b), w.seen)
			w.ask(&k, w.seen)
			all[first+i], wanted[i] = w.dependency(x, &k), k.wanted.concept
		}
	})
	for i, x := range some {
		f := &all[first+i]
		f.Card = w.matters.asked(x, f.Reasons)
		if wanted[i] >= 0 && !slices.ContainsFunc(f.Reasons, namesProvider) {
			w.needs[f.ID] = fmt.Sprintf("%d>%s", wanted[i], f.B.Team)
		}
	}
	return all
}

// best keeps the best candidates in order: at most top, unless that is 0, and perObjective of each side. The sides are numbers below
// as and bs; 0 for bs leaves that side uncounted.
func (c *corpus) best(all []candidate, as, bs, top int) []candidate {
	for i := len(all)/2 - 1; i >= 0; i-- {
		sink(all, i)
	}
	n, kept := make([]int, max(as, bs)), []candidate{}
	for len(all) > 0 && !c.stopped() {
		x := all[0]
		all[0] = all[len(all)-1]
		all = all[:len(all)-1]
		sink(all, 0)
		full := n[x.a] >= perObjective && (bs == 0 || n[x.b] >= perObjective)
		n[x.a]++
		if bs > 0 {
			n[x.b]++
		}
		if !full {
			kept = append(kept, x)
		}
		if len(kept) == top && top > 0 {
			break
		}
	}
	return kept
}

// sink moves a candidate down in a heap, whose best one is on top, until none below it is better.
func sink(heap []candidate, i int) {
	for {
		best := 2*i + 1
		if best >= len(heap) {
			return
		}
		if other := best + 1; other < len(heap) && heap[other].compare(heap[best]) < 0 {
			best = other
		}
		if heap[i].compare(heap[best]) <= 0 {
			return
		}
		heap[i], heap[best] = heap[best], heap[i]
		i = best
	}
}

// rounded keeps four digits, so that machines which add up in another way agree.
func rounded(p float64) float64 { return math.Round(p*10000) / 10000 }

// speaker puts relations into words.
type speaker struct {
	*corpus
	seen    *seen
	matters *matters
	intents map[model.IntentID]string
	needs   map[model.FindingID]string // what a dependency is about, where only the provider's kind speaks for it
}

// symmetric says what two objectives have to do with each other; alike is what they have in common.
func (w *speaker) symmetric(x spoken, k *closeness, alike []model.Reason) model.Finding {
	a, b := &w.objectives[x.a], &w.objectives[x.b]
	f := model.Finding{
		ID:    model.FindingID(x.prefix + string(a.id) + "~" + string(b.id)),
		Kind:  x.kind,
		Score: rounded(x.score),
		A:     model.Side{Team: w.teams[a.team].id, Objective: a.id},
		B:     model.Side{Team: w.teams[b.team].id, Objective: b.id},
	}
	switch x.kind {
	case model.Conflict:
		if against := w.whyAgainst(k); len(against) > 0 { // what they have in common makes none
			f.Reasons = append(against, alike...)
		}
	case model.Synergy:
		f.Reasons = slices.Concat(alike, w.whyTogether(k))
	default:
		f.Reasons = slices.Clone(alike)
	}
	f.Reasons = weigh(f.Reasons, k.addsTo(x.kind))
	return withKeyResults(f)
}

func (w *speaker) dependency(x candidate, k *ask) model.Finding {
	o := &w.objectives[x.a]
	f := model.Finding{
		ID:      model.FindingID("dep:" + string(o.id) + ">" + string(w.teams[x.b].id)),
		Kind:    model.Dependency,
		Score:   rounded(x.score),
		A:       model.Side{Team: w.teams[o.team].id, Objective: o.id},
		B:       model.Side{Team: w.teams[x.b].id},
		Reasons: weigh(w.whyNeeded(k), k.addsUp()),
	}
	if k.b >= 0 {
		f.B.Objective = w.objectives[k.b].id
	}
	return withKeyResults(f)
}

// withKeyResults names the key results that the reasons mark.
func withKeyResults(f model.Finding) model.Finding {
	for _, r := range f.Reasons {
		for _, s := range r.Spans {
			for _, side := range []*model.Side{&f.A, &f.B} {
				if s.KeyResult != "" && s.Objective == side.Objective && !slices.Contains(side.KeyResults, s.KeyResult) {
					side.KeyResults = append(side.KeyResults, s.KeyResult)
				}
			}
		}
	}
	return f
}
