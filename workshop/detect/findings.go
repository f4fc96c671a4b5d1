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

// findings scores what was looked at, keeps what is worth showing, and puts that into words. What gives no reason is not shown.
func (c *corpus) findings(in Input, looks []closeness, asks [][]ask) Findings {
	m := c.matters(looks)
	w := speaker{corpus: c, intents: map[model.IntentID]string{}}
	for _, i := range in.Intents {
		w.intents[i.ID] = i.Text.Line()
	}
	var all Findings
	for _, kind := range []struct {
		kind  model.FindingKind
		score func(*closeness) float64
	}{
		{model.Duplicate, func(k *closeness) float64 { return k.duplicate }},
		{model.Synergy, func(k *closeness) float64 { return k.synergy }},
		{model.Conflict, func(k *closeness) float64 { return k.conflict }},
	} {
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
		for _, x := range best(some, len(c.objectives), len(c.objectives), in.Top) {
			if f := w.symmetric(kind.kind, x); len(f.Reasons) > 0 {
				f.Card = m.card(kind.kind, x.look)
				all = append(all, f)
			}
		}
	}
	var some []candidate
	for _, list := range asks {
		for i := range list {
			k := &list[i]
			if p := k.dependency(); p >= floors[model.Dependency] {
				some = append(some, candidate{score: p, a: k.a, b: k.team, ask: k})
			}
		}
	}
	for _, x := range best(some, len(c.objectives), 0, in.Top) {
		if f := w.dependency(x); len(f.Reasons) > 0 {
			f.Card = m.asked(x.ask)
			all = append(all, f)
		}
	}
	slices.SortFunc(all, func(a, b model.Finding) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// best sorts candidates and keeps the first ones: at most top, unless that is 0, and perObjective of each side.
func best(all []candidate, as, bs, top int) []candidate {
	slices.SortFunc(all, func(x, y candidate) int {
		switch {
		case x.score != y.score:
			return cmp.Compare(y.score, x.score)
		case x.a != y.a:
			return x.a - y.a
		}
		return x.b - y.b
	})
	n := make([]int, max(as, bs))
	kept := all[:0]
	for _, x := range all {
		full := n[x.a] >= perObjective
		if bs > 0 {
			full = full && n[x.b] >= perObjective
			n[x.b]++
		}
		n[x.a]++
		if !full {
			kept = append(kept, x)
		}
		if top > 0 && len(kept) == top {
			break
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

var prefixes = map[model.FindingKind]string{model.Duplicate: "dup:", model.Synergy: "syn:", model.Conflict: "con:"}

func (w *speaker) symmetric(kind model.FindingKind, x candidate) model.Finding {
	a, b := &w.objectives[x.a], &w.objectives[x.b]
	f := model.Finding{
		ID:    model.FindingID(prefixes[kind] + string(a.id) + "~" + string(b.id)),
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
