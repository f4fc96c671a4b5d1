package detect

import (
	"cmp"
	"math"
	"slices"

	"souk/model"
)

// Decided is what the room made of a card: it took it up in whatever way, or it said that there is no such relation.
type Decided struct {
	Finding  model.Finding // the best of the card, as it was on the table
	Accepted bool
}

// Learned is the rule of the reason that Relearn adds: what the room's decisions did to a score.
const Learned = "the-room"

// How far decisions move a score, in log-odds. The bound is per direction: three times "no" never silence a kind.
const (
	mostAtFirst   = 0.5
	mostLater     = 1.5
	laterIs       = 5   // decisions in that direction
	surprisesHalf = 2.5 // so much surprise brings half of what a trait can bring
)

// trait is something that findings have in common.
type trait struct {
	sort traitSort
	name string
}

type traitSort int

const (
	ofKind traitSort = iota
	ofRule           // within a kind: no duplicate may well be a synergy
	ofWord
	traitSorts
)

// mostOf is the greatest bias of a trait; what has several traits of a sort gets the mean of theirs. More than this, or a bias of the two
// teams, puts fewer cards on the table that a room takes up (TestARoomThatDecides, docs/detection.md).
var mostOf = [traitSorts]float64{ofKind: 0.4, ofRule: 0.4, ofWord: 0.4}

// Relearn ranks what is on the table anew after what the room decided: what resembles what it took up rises, what resembles what it sent
// away sinks, and what is decided stays as it is. It is a function of the set of decisions, so their order does not matter and taking
// one back needs no more than to leave it out. The findings of a card move together. quote returns the words that a span marks.
func Relearn(table []model.Finding, decided []Decided, quote func(model.Span) string) []model.Finding {
	l := learner{quote: quote, surprise: map[trait]int{}}
	for _, d := range decided {
		l.learn(d)
	}
	type card struct {
		kind model.FindingKind
		name string
	}
	out, leads := make([]model.Finding, 0, len(table)), map[card]model.Reason{}
	for _, f := range table {
		if f.Status != model.Confirmed && f.Status != model.Dismissed {
			f = forget(f)
			of := card{f.Kind, f.Card}
			why, known := leads[of]
			if len(decided) > 0 && (!known || f.Card == "") {
				why = l.reason(f)
				leads[of] = why
			}
			f = moved(f, why)
		}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b model.Finding) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// Unlearned is the score of a finding apart from what the room decided about others.
func Unlearned(f model.Finding) float64 { return forget(f).Score }

func forget(f model.Finding) model.Finding {
	i := slices.IndexFunc(f.Reasons, func(r model.Reason) bool { return r.Rule == Learned })
	if i < 0 {
		return f
	}
	f.Score = rounded(shifted(f.Score, -f.Reasons[i].Weight))
	f.Reasons = slices.Delete(slices.Clone(f.Reasons), i, i+1)
	return f
}

// moved is a finding with a reason that the room gave. What is certain stays so.
func moved(f model.Finding, why model.Reason) model.Finding {
	if why.Weight != 0 && f.Score > 0 && f.Score < 1 {
		f.Score = shifted(f.Score, why.Weight)
		f.Reasons = append(slices.Clip(f.Reasons), why)
	}
	return f
}

// shifted moves a probability by so much log-odds. It rounds finely enough to keep two scores of the detector apart.
func shifted(p, by float64) float64 {
	return math.Round(sigmoid(math.Log(p/(1-p))+by)*1e6) / 1e6
}

// learner knows what surprised in the decisions: for each trait, by how much the room said yes more often than the scores promised, in
// millionths, so that sums do not depend on their order.
type learner struct {
	quote          func(model.Span) string
	surprise       map[trait]int
	taken, refused int
}

func (l *learner) learn(d Decided) {
	surprise := -Unlearned(d.Finding)
	if d.Accepted {
		surprise++
		l.taken++
	} else {
		l.refused++
	}
	for _, t := range l.traits(d.Finding) {
		l.surprise[t.trait] += int(math.Round(surprise * 1e6))
	}
}

// bias is what the decisions say about a trait: bounded, and small as long as they are few.
func (l *learner) bias(t trait) float64 {
	s := float64(l.surprise[t]) / 1e6
	return mostOf[t.sort] * s / (surprisesHalf + math.Abs(s))
}

// reason says what the decisions do to a finding, and names the trait that did most of it.
func (l *learner) reason(f model.Finding) model.Reason {
	traits := l.traits(f)
	var of [traitSorts]float64
	for _, t := range traits {
		of[t.sort]++
	}
	sum := 0.0
	for _, t := range traits {
		sum += l.bias(t.trait) / of[t.sort]
	}
	weight := math.Round(min(max(sum, -limit(l.refused)), limit(l.taken))*1e4) / 1e4
	most := slices.MaxFunc(traits, func(a, b shownTrait) int {
		return cmp.Or(cmp.Compare(weight*l.bias(a.trait)/of[a.sort], weight*l.bias(b.trait)/of[b.sort]), cmp.Compare(a.sort, b.sort))
	})
	r := because(Learned, "%s", l.sentence(most, weight > 0))
	r.Weight = weight
	return r
}

// limit is how far a score moves after so many decisions in that direction.
func limit(n int) float64 {
	if n < laterIs {
		return mostAtFirst
	}
	return mostLater
}

func (l *learner) sentence(t shownTrait, up bool) string {
	did, n := "said no to", l.refused
	if up {
		did, n = "took up", l.taken
	}
	others := "others"
	if n == 1 {
		others = "one"
	}
	what := "like it" // a kind or a rule is nothing that a person would name
	if t.sort == ofWord {
		what = "about “" + t.shown + "”"
	}
	return "The room " + did + " " + others + " " + what
}

// shownTrait is a trait in the words of one finding.
type shownTrait struct {
	trait
	shown string
}

// traits are what a finding may have in common with others, each once.
func (l *learner) traits(f model.Finding) []shownTrait {
	var all []shownTrait
	add := func(sort traitSort, name, shown string) {
		t := trait{sort, name}
		if !slices.ContainsFunc(all, func(o shownTrait) bool { return o.trait == t }) {
			all = append(all, shownTrait{t, shown})
		}
	}
	add(ofKind, string(f.Kind), "")
	for _, r := range f.Reasons {
		if r.Rule == Learned {
			continue
		}
		add(ofRule, string(f.Kind)+" "+r.Rule, "")
		for _, s := range r.Spans {
			for w := range wordsOf(l.quote(s)) {
				if word := fold(w.text); tells(word) {
					add(ofWord, singular(word), w.text)
				}
			}
		}
	}
	return all
}

// tells reports whether a word says what a text is about.
func tells(word string) bool {
	return theLexicon().byWord[word]&(stopEnglish|stopGerman|plain) == 0 && !isNumber(word) && len(word) > 1
}
