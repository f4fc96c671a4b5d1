package detect

import (
	"slices"
	"strings"
	"testing"

	"souk/model"
)

func same(pairs ...string) [][2]model.Text {
	var out [][2]model.Text
	for _, p := range pairs {
		a, b, _ := strings.Cut(p, "=")
		out = append(out, [2]model.Text{model.Clean(a), model.Clean(b)})
	}
	return out
}

func TestTheWorkshopsOwnWordsBringTogetherWhatSharesNone(t *testing.T) {
	in := market("Blue", " Fewer wobblers by summer", "Red", " The gizmo count falls to three", "Green", " Lunch is on time")
	score := func() float64 {
		if f := run(t, in).find(model.Duplicate, "o01", "o02"); f != nil {
			return f.Score
		}
		return 0
	}
	before := score()
	in.Words = same("Wobbler = gizmo")
	all := run(t, in)
	f := all.find(model.Synergy, "o01", "o02")
	if f == nil || !has(f, oneConcept) {
		t.Fatalf("what was made the same is not found: %+v", f)
	}
	if after := score(); after <= before {
		t.Errorf("the score goes from %v to %v", before, after)
	}
	if all.find(model.Synergy, "o01", "o03") != nil {
		t.Error("something else is found as well")
	}
	check(t, in, all)
}

func TestOwnWordsJoinTheGlossary(t *testing.T) {
	concept := func(l *lexicon, term string) string {
		if id, _ := l.conceptOf(term); id >= 0 {
			return l.concepts[id].name
		}
		return ""
	}
	if got := concept(theLexicon(), "churn"); got != "churn" {
		t.Fatalf("churn is %q", got)
	}
	l := newLexicon(append(same("farewell rate=churn", "x=", "—=y", "churn=retention"), [2]model.Text{model.Clean("=~ticket"), model.Clean("gizmo")}))
	for term, want := range map[string]string{
		"farewell rate": "churn", "gizmo": concept(theLexicon(), "ticket"), "ticket": concept(theLexicon(), "ticket"), "retention": "churn", "zzz": "",
	} {
		if got := concept(l, term); got != want {
			t.Errorf("%s says %q, want %q", term, got, want)
		}
	}
	if _, turns := newLexicon(same("gremlin=regression")).conceptOf("gremlin"); !turns || !turnsIn(theLexicon(), "regression") {
		t.Error("a word says the opposite of what it was made the same as")
	}
	if concept(theLexicon(), "gizmo") != "" || concept(theLexicon(), "retention") != "retention" {
		t.Error("the built-in glossary is changed")
	}
}

func turnsIn(l *lexicon, term string) bool {
	_, turns := l.conceptOf(term)
	return turns
}

func TestGlossaryCanBeRead(t *testing.T) {
	all := Glossary()
	i := slices.IndexFunc(all, func(e Entry) bool { return e.Concept == "churn" })
	if i < 0 || !slices.Contains(all[i].English, "churn") || len(all[i].German) == 0 {
		t.Fatalf("there is no churn in %d entries", len(all))
	}
	for _, e := range all {
		for _, term := range append(e.English, e.German...) {
			if term == "" || strings.ContainsAny(term, "~=!|") {
				t.Errorf("%s has the term %q", e.Concept, term)
			}
		}
	}
}

func BenchmarkOwnWords(b *testing.B) {
	own := same("wobbler=gizmo")
	for b.Loop() {
		lexiconWith(own)
	}
}
