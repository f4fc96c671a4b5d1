package screens

import (
	"strings"
	"testing"

	"souk/model"
	"souk/workshop"
)

func TestNamesAreNeverCutWhereTheyHaveLinesOfTheirOwn(t *testing.T) {
	s := workshop.New()
	long := []string{"Director of Engineering, Enablement", "Director of Engineering, Secure"}
	d := model.Drafts{Organisation: model.Clean("Marketplace")}
	for _, name := range append(long, "Sales", "Support") {
		d.Teams = append(d.Teams, model.DraftTeam{Name: model.Clean(name), Objectives: []model.DraftObjective{{Title: model.Clean("Outcome of " + name)}}})
	}
	do(t, s, workshop.ImportDrafts{Drafts: d})
	between := func(id string, a, b string) model.Finding {
		return model.Finding{ID: model.FindingID(id), Kind: model.Duplicate, Score: 0.9, A: sideOf(t, s.State(), a, 1, 0), B: sideOf(t, s.State(), b, 1, 0)}
	}
	short := []model.Finding{between("short", "Sales", "Support")}
	has(t, seen(t, NewDuplicates(), withFindings(s, short, 80, 19)), "Sales ~ Support  Outcome of Sales")
	both := append(short, between("long", long[0], long[1]))
	for _, width := range []int{80, 120} {
		view := seen(t, NewDuplicates(), withFindings(s, both, width, 35))
		has(t, view, long[0]+" ~", long[1])
		if strings.Contains(view, "Support  Outcome") {
			t.Errorf("one row has one line, another has more:\n%s", view)
		}
	}
}

func TestRowsSayWhatBothSidesAreAbout(t *testing.T) {
	s := fixture(t)
	f := frame(s, 80, 19)
	side := sideOf(t, s.State(), "Growth", 1, 2)
	words := model.Reason{Rule: "shared-words", Text: model.Clean("Both speak of “cost” and “drop”"), Spans: []model.Span{spanOf(t, s.State(), side, "drop")}}
	concept := model.Reason{Rule: "same-concept", Text: model.Clean("Both are about costs: “cost” and “price”")}
	line := model.Reason{Rule: "similar-line", Text: model.Clean("These lines say much the same"), Spans: []model.Span{spanOf(t, s.State(), side, "sign-up drop-off")}}
	for want, reasons := range map[string][]model.Reason{
		"Both speak of “cost” and “drop”": {words}, "Both are about costs": {words, concept}, "sign-up drop-off": {line, concept},
	} {
		if got := shared(f, model.Finding{Kind: model.Synergy, A: side, Reasons: reasons}); got != want {
			t.Errorf("a row says %q, want %q", got, want)
		}
	}
}

func TestARowSaysWhatAReaderSays(t *testing.T) {
	s := fixture(t)
	a, b := sideOf(t, s.State(), "Growth", 1, 2), sideOf(t, s.State(), "Fraud & Identity", 1, 1)
	for kind, want := range map[model.FindingKind]string{model.Synergy: "They share a form: the long one", model.Conflict: "conflict: They share a form: the long one"} {
		said := []model.Reason{{Text: model.Clean("They share a form: the long one")}}
		do(t, s, workshop.BringFindings{Findings: []model.Finding{{Kind: kind, Score: 0.6, A: a, B: b, Reasons: said}}, Source: model.Clean("Ada")})
		own := model.Finding{ID: model.Pair(kind, a, b), Kind: kind, Score: 0.4, A: a, B: b, Reasons: []model.Reason{{Rule: "same-concept", Text: model.Clean("Both are about forms: x")}}}
		for _, f := range s.State().OnTheTable([]model.Finding{own}) {
			if got := topic(frame(s, 80, 19), f); f.Kind == kind && (got != want || f.Reasons[0].Text.Line() != "Ada: They share a form: the long one") {
				t.Errorf("a row says %q for %q", got, f.Reasons[0].Text.Line())
			}
		}
	}
}

func TestARowOfAConflictSaysWhatSetsBothAgainstEachOther(t *testing.T) {
	s := fixture(t)
	f := frame(s, 80, 19)
	alike := model.Reason{Rule: "same-concept", Text: model.Clean("Both are about costs: “cost” and “price”")}
	for rule, said := range map[string][2]string{
		"trade-off":           {"“waves” at Growth, “contacts: all” at Care: more demand means more load", "more demand means more load"},
		"opposite-directions": {"One wants more, the other less: “a: b” and “c”", "One wants more, the other less"},
		"same-time":           {"“freeze in May” and “launch in May” fall into one month", "“freeze in May” and “launch in May” fall into one month"},
	} {
		first := model.Reason{Rule: rule, Text: model.Clean(said[0])}
		side := sideOf(t, s.State(), "Growth", 1, 2)
		if got := topic(f, model.Finding{Kind: model.Conflict, A: side, Reasons: []model.Reason{first, alike}}); got != "conflict: "+said[1] {
			t.Errorf("%s: a row says %q, want %q", rule, got, said[1])
		}
	}
}

func TestABracketThatIsMarkedIsClosed(t *testing.T) {
	text := "Land N2 Large Logos (N3) and (more"
	for want, span := range map[string][2]int{
		"Land N2 Large Logos (N3)": {0, 23}, "N3": {21, 23}, "Land": {0, 4}, "and (more": {25, 34}, "Logos (N3)": {14, 24},
	} {
		if got := closed(text, span[0], span[1]); got != want {
			t.Errorf("%v is %q, not %q", span, got, want)
		}
	}
}
