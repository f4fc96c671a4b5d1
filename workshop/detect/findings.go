package detect

import (
	"cmp"
	"math"
	"slices"

	"souk/model"
)

// floors are the scores below which a relation is not worth a person's time. They lie a little above the share of all pairs
// that turn out to be related, so a rare kind has a low one.
var floors = map[model.FindingKind]float64{
	model.Duplicate: 0.01, model.Dependency: 0.06, model.Synergy: 0.05, model.Conflict: 0.005,
}

// perObjective is how many findings of a kind an objective takes part in, unless it is among the best of the other side.
const perObjective = 12

// candidate is a relation before it is put into words.
type candidate struct {
	score float64
	a, b  int // objectives, or an objective and a team
	look  *closeness
	ask   *ask
}

// symmetrics are the kinds without a direction, with the start of their ids.
var symmetrics = []struct {
	kind   model.FindingKind
	prefix string
	score  func(*closeness) float64
}{
	{model.Duplicate, "dup:", func(k *closeness) float64 { return k.duplicate }},
	{model.Synergy, "syn:", func(k *closeness) float64 { return k.synergy }},
	{model.Conflict, "con:", func(k *closeness) float64 { return k.conflict }},
}

// findings keeps what is worth showing of what was looked at, and puts it into words. What gives no reason is not shown. It is cut
// short when nobody waits any more.
func (c *corpus) findings(in Input, looks []closeness, asks [][]ask) Findings {
	m := c.matters(looks)
	w := speaker{corpus: c, intents: map[model.IntentID]string{}}
	for _, i := range in.Intents {
		w.intents[i.ID] = i.Text.Line()
	}
	var all Findings
	keep := func(f model.Finding, card string) {
		if f.Card = card; len(f.Reasons) > 0 {
			all = append(all, f)
		}
	}
	for _, kind := range symmetrics {
		if !in.wants(kind.kind) {
			continue
		}
		var some []candidate
		for i := range looks {
			k := &looks[i]
			if p := kind.score(k); p >= floors[kind.kind] {
				some = append(some, candidate{score: p, a: k.a, b: k.b, look: k})
			}
		}
		for _, x := range c.best(some, len(c.objectives), len(c.objectives), in.Top) {
			if c.stopped() {
				return nil
			}
			keep(w.symmetric(kind.kind, kind.prefix, x), m.card(kind.kind, x.look))
		}
	}
	for _, x := range c.best(c.wanted(asks), len(c.objectives), 0, in.Top) {
		if c.stopped() {
			return nil
		}
		keep(w.dependency(x), m.asked(x.ask))
	}
	slices.SortFunc(all, func(a, b model.Finding) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// wanted are the asks above the floor.
func (c *corpus) wanted(asks [][]ask) []candidate {
	var some []candidate
	for _, list := range asks {
		for i := range list {
			k := &list[i]
			if p := k.dependency(); p >= floors[model.Dependency] {
				some = append(some, candidate{score: p, a: k.a, b: k.team, ask: k})
			}
		}
	}
	return some
}

// best keeps the best candidates in order: at most top, unless that is 0, and perObjective of each side. The sides are numbers below
// as and bs; 0 for bs leaves that side uncounted.
func (c *corpus) best(all []candidate, as, bs, top int) []candidate {
	const slots = 1024 // by score, so that only what is shown needs to be sorted
	var ranked [slots][]candidate
	for k, x := range all {
		if k%1024 == 0 && c.stopped() {
			return nil
		}
		i := slots - 1 - int(x.score*(slots-1))
		ranked[i] = append(ranked[i], x)
	}
	n, kept := make([]int, max(as, bs)), []candidate{}
	for _, some := range ranked {
		if c.stopped() {
			break
		}
		slices.SortFunc(some, func(x, y candidate) int {
			return cmp.Or(cmp.Compare(y.score, x.score), x.a-y.a, x.b-y.b)
		})
		for _, x := range some {
			full := n[x.a] >= perObjective && (bs == 0 || n[x.b] >= perObjective)
			n[x.a]++
			if bs > 0 {
				n[x.b]++
			}
			if !full {
				kept = append(kept, x)
			}
			if len(kept) == top && top > 0 {
				return kept
			}
		}
	}
	return kept
}

// rounded keeps four digits, so that machines which add up in another way agree.
func rounded(p float64) float64 { return math.Round(p*10000) / 10000 }

// speaker puts relations into words.
type speaker struct {
	*corpus
	intents map[model.IntentID]string
}

func (w *speaker) symmetric(kind model.FindingKind, prefix string, x candidate) model.Finding {
	a, b := &w.objectives[x.a], &w.objectives[x.b]
	f := model.Finding{
		ID:    model.FindingID(prefix + string(a.id) + "~" + string(b.id)),
		Kind:  kind,
		Score: rounded(x.score),
		A:     model.Side{Team: w.teams[a.team].id, Objective: a.id},
		B:     model.Side{Team: w.teams[b.team].id, Objective: b.id},
	}
	switch kind {
	case model.Conflict:
		f.Reasons = w.whyAgainst(x.look)
	case model.Synergy:
		f.Reasons = w.whyTogether(x.look, w.intents)
	default:
		f.Reasons = w.whyAlike(x.look)
	}
	return withKeyResults(f)
}

func (w *speaker) dependency(x candidate) model.Finding {
	o := &w.objectives[x.a]
	f := model.Finding{
		ID:      model.FindingID("dep:" + string(o.id) + ">" + string(w.teams[x.b].id)),
		Kind:    model.Dependency,
		Score:   rounded(x.score),
		A:       model.Side{Team: w.teams[o.team].id, Objective: o.id},
		B:       model.Side{Team: w.teams[x.b].id},
		Reasons: w.whyNeeded(x.ask),
	}
	if x.ask.b >= 0 {
		f.B.Objective = w.objectives[x.ask.b].id
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
