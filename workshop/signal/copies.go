package signal

import (
	"fmt"
	"slices"

	"souk/model"
	"souk/workshop/say"
)

// shortestCopy is how many letters and digits two lines must share to be a copy rather than a coincidence.
const shortestCopy = 15

// original is a key result that stands somewhere as an objective.
type original struct {
	in model.Objective
	n  int // counted from 1
}

// copies are objectives that stand word for word in another team: as a key result there, or as an objective. What the room has joined since,
// by sharing it or by following one lead, is none.
func (r *reader) copies() []Signal {
	titles := map[string][]model.Objective{}
	var order []string
	for _, o := range r.live {
		words := bare(o.Title)
		if len([]rune(words)) < shortestCopy {
			continue
		}
		if _, known := titles[words]; !known {
			order = append(order, words)
		}
		titles[words] = append(titles[words], o)
	}
	originals := map[string][]original{}
	for _, o := range r.live {
		for i, k := range o.KeyResults {
			if words := bare(k.Text); titles[words] != nil {
				originals[words] = append(originals[words], original{o, i + 1})
			}
		}
	}
	var out []Signal
	for _, words := range order {
		if g, ok := r.copied(titles[words], originals[words]); ok {
			out = append(out, g)
		}
	}
	return out
}

// copied is the signal about objectives with the same words, and the key results with these words.
func (r *reader) copied(same []model.Objective, originals []original) (Signal, bool) {
	var from []original
	involved := slices.Clone(same)
	for _, k := range originals {
		if slices.ContainsFunc(same, func(o model.Objective) bool { return o.Team != k.in.Team && !joined(o, k.in) }) {
			from = append(from, k)
			involved = append(involved, k.in)
		}
	}
	apart := slices.ContainsFunc(same, func(o model.Objective) bool { return o.Team != same[0].Team && !joined(o, same[0]) })
	if len(from) == 0 && !apart {
		return Signal{}, false
	}
	var evidence []string
	for _, k := range from {
		evidence = append(evidence, fmt.Sprintf("%s, key result %d: %s", r.Label(k.in.ID), k.n, say.Quote(k.in.KeyResults[k.n-1].Text)))
	}
	for _, o := range same {
		line := r.titled(o)
		if !o.WhyNow.IsEmpty() {
			line += ", why now: " + o.WhyNow.Line()
		}
		evidence = append(evidence, line)
	}
	return Signal{
		Kind: CascadedCopy, Key: key(CascadedCopy, ids(involved)...), Text: r.copyText(same, from), Evidence: evidence,
	}, true
}

func (r *reader) copyText(same []model.Objective, from []original) string {
	teams := r.some(teamsOf(same))
	if len(from) == 0 {
		return fmt.Sprintf("%s have the same objective, word for word: %s", teams, ended(same[0].Title))
	}
	verb := "has"
	if len(teamsOf(same)) > 1 {
		verb = "have"
	}
	sources := make([]model.Objective, len(from))
	for i, k := range from {
		sources[i] = k.in
	}
	return fmt.Sprintf("%s %s a key result of %s as an objective, word for word: %s", teams, verb, r.some(teamsOf(sources)), ended(same[0].Title))
}

// joined reports whether two objectives belong together by a decision of the room: one follows the other, or one team owns both.
func joined(a, b model.Objective) bool {
	return a.Follows == b.ID || b.Follows == a.ID || a.Follows != "" && a.Follows == b.Follows ||
		slices.Contains(a.Owners, b.Team) || slices.Contains(b.Owners, a.Team)
}
