package workshop

import (
	"slices"
	"testing"

	"souk/model"
)

// suggests is a finding of a program, with a reason.
func (r *room) suggests(kind model.FindingKind, a, b string, score float64) model.Finding {
	f := r.finding(kind, a, b)
	f.Score, f.Reasons = score, []model.Reason{{Rule: "guess", Text: text("it says so")}}
	return f
}

func TestBringFindings(t *testing.T) {
	r := market(t)
	good := r.suggests(model.Duplicate, "Payments 2", "Growth 1", 0.7)
	r.do(BringFindings{[]model.Finding{good}, text("a.json")})
	change := func(f func(*model.Finding)) []model.Finding {
		c := good
		f(&c)
		return []model.Finding{c}
	}
	count := func(s *State) any { return []int{s.Suggested.Len(), s.Findings.Len()} }
	of := func(s *State) any {
		f, _ := s.Suggested.Get(model.Pair(good.Kind, good.A, good.B))
		return []any{f.Score, f.Source, f.Status, f.Reasons[0].Rule}
	}
	certain := func(reason string) func(*model.Finding) {
		return func(f *model.Finding) { f.Score, f.Reasons = 1, []model.Reason{{Text: text(reason)}} }
	}
	swapped := change(func(f *model.Finding) { f.A, f.B, f.Score = f.B, f.A, 0.8 })
	family(t, r, []allowed{
		{"another", BringFindings{[]model.Finding{r.suggests(model.Synergy, "Payments 1", "Growth 1", 0.4)}, text("a.json")}, count, []int{2, 0}},
		{"one twice", BringFindings{append(change(func(f *model.Finding) { f.Score = 0.3 }), swapped...), text("a.json")}, of, []any{0.8, "a.json", "", "suggested"}},
		{"what is certain", BringFindings{change(certain("it says more")), text("b.json")}, of, []any{0.99, "b.json", "", "suggested"}},
		{"as if it were settled", BringFindings{change(func(f *model.Finding) { f.Status, f.Score = model.Dismissed, 0.9 }), text("a.json")}, of, []any{0.9, "a.json", "", "suggested"}},
	}, []refused{
		{"of nobody", BringFindings{Findings: []model.Finding{good}}, Empty},
		{"none", BringFindings{Source: text("a.json")}, Unchanged},
		{"the same again", BringFindings{[]model.Finding{good}, text("a.json")}, Unchanged},
		{"what another said", BringFindings{change(certain("it says so")), text("b.json")}, Unchanged},
		{"what another said, with its name", BringFindings{change(certain("a.json: it says so")), text("b.json")}, Unchanged},
		{"by somebody as sure", BringFindings{change(func(f *model.Finding) { f.Reasons = nil }), text("b.json")}, Unchanged},
		{"by somebody less sure", BringFindings{change(func(f *model.Finding) { f.Score = 0.6 }), text("b.json")}, Unchanged},
		{"without a score", BringFindings{change(func(f *model.Finding) { f.Score = 0 }), text("a.json")}, Invalid},
		{"of a kind unheard of", BringFindings{change(func(f *model.Finding) { f.Kind = "rumour" }), text("a.json")}, Invalid},
		{"about what is gone", BringFindings{change(func(f *model.Finding) { f.B.Objective = "o99" }), text("a.json")}, NotFound},
		{"within a team", BringFindings{change(func(f *model.Finding) { f.B = r.side("Payments 1") }), text("a.json")}, Invalid},
	})
}

func TestWhatProgramsSuggestLiesBesideWhatIsDetected(t *testing.T) {
	r := market(t)
	detected := r.finding(model.Duplicate, "Payments 2", "Growth 1")
	detected.ID, detected.Score, detected.Card = model.Pair(detected.Kind, detected.A, detected.B), 0.5, "c"
	detected.Reasons = []model.Reason{{Rule: "same-line", Text: text("both write it")}}
	table := func() (out []any) {
		for _, f := range r.State().OnTheTable([]model.Finding{detected}) {
			var why []string
			for _, reason := range f.Reasons {
				why = append(why, reason.Text.Line())
			}
			out = append(out, []any{f.Kind, f.Score, f.Source, f.Status, f.Card, why})
		}
		return out
	}
	want := func(json string) {
		t.Helper()
		if got := asJSON(t, table()); got != json {
			t.Errorf("on the table\n%s\nwant\n%s", got, json)
		}
	}
	r.do(BringFindings{[]model.Finding{
		r.suggests(model.Duplicate, "Growth 1", "Payments 2", 0.4), r.suggests(model.Synergy, "Platform 1", "Growth 1", 0.3),
	}, text("a.json")})
	want(`[["duplicate",0.7,"","","c",["a.json: it says so","both write it"]],["synergy",0.3,"a.json","","",["it says so"]]]`)
	r.do(BringFindings{[]model.Finding{r.suggests(model.Duplicate, "Growth 1", "Payments 2", 0.8)}, text("a.json")})
	want(`[["duplicate",0.9,"","","c",["a.json: it says so","both write it"]],["synergy",0.3,"a.json","","",["it says so"]]]`)

	touched := r.State().OnTheTable([]model.Finding{detected})[0]
	r.do(TriageFindings{[]model.Finding{touched}, model.Dismissed, text("far apart")})
	r.do(BringFindings{[]model.Finding{r.suggests(model.Duplicate, "Growth 1", "Payments 2", 0.95)}, text("a.json")})
	want(`[["duplicate",0.9,"","dismissed","c",["a.json: it says so","both write it"]],["synergy",0.3,"a.json","","",["it says so"]]]`)
	r.do(DecideObjective{Objective: r.id("Platform 1"), Outcome: model.Drop, Rationale: text("no time")})
	want(`[["duplicate",0.9,"","dismissed","c",["a.json: it says so","both write it"]]]`)
}

func TestTwoWhoFindTheSameAreSurerThanEither(t *testing.T) {
	r := market(t)
	detected := r.finding(model.Duplicate, "Payments 2", "Growth 1")
	detected.ID, detected.Score = model.Pair(detected.Kind, detected.A, detected.B), 0.4
	detected.Reasons = []model.Reason{{Rule: "same-line", Text: text("both write it"), Weight: 2}}
	for name, c := range map[string]struct {
		other   float64
		reasons []model.Reason
		score   float64
		adds    float64 // log-odds
		says    []string
	}{
		"for a reason of its own": {0.8, []model.Reason{{Text: text("I know them")}, {Text: text("and so do you")}}, 0.88, 2.4, []string{"b.json: I know them", "b.json: and so do you", "both write it"}},
		"for no reason":           {0.2, nil, 0.52, 0.49, []string{"b.json found it, too", "both write it"}},
		"for the same reason":     {0.6, []model.Reason{{Text: text("both write it")}}, 0.6, 0, []string{"both write it"}},
		"for certain":             {1, nil, 0.99, 5, []string{"b.json found it, too", "both write it"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := market(t)
			other := r.suggests(model.Duplicate, "Growth 1", "Payments 2", c.other)
			other.Reasons = c.reasons
			r.do(BringFindings{[]model.Finding{other}, text("b.json")})
			f := r.State().OnTheTable([]model.Finding{detected})[0]
			var says []string
			adds := 0.0
			for _, reason := range f.Reasons {
				if reason.Rule == suggested {
					adds += reason.Weight
				}
				says = append(says, reason.Text.Line())
			}
			if f.Score != c.score || adds != c.adds || !slices.Equal(says, c.says) {
				t.Errorf("%.2f, which adds %.2f: %q", f.Score, adds, says)
			}
		})
	}
}

// The one who is surer says which objective of the provider is meant; one that is named beats none.
func TestTheSurerOneNamesTheProvidersObjective(t *testing.T) {
	r := market(t)
	none := model.Side{Team: r.team("Payments")}
	for name, c := range map[string]struct {
		own, other model.Side
		score      float64
		want       model.Side
	}{
		"the other is surer":                {r.side("Payments 1"), r.side("Payments 2"), 0.8, r.side("Payments 2")},
		"the detector is surer":             {r.side("Payments 1"), r.side("Payments 2"), 0.3, r.side("Payments 1")},
		"the detector knows none":           {none, r.side("Payments 2"), 0.3, r.side("Payments 2")},
		"the other is surer and knows none": {r.side("Payments 1"), none, 0.8, r.side("Payments 1")},
	} {
		own := model.Finding{Kind: model.Dependency, Score: 0.5, A: r.side("Growth 1"), B: c.own, Reasons: []model.Reason{{Text: text("so it seems")}}}
		own.ID = model.Pair(own.Kind, own.A, own.B)
		other := own
		other.Score, other.B, other.Reasons = c.score, c.other, nil
		if got := joint(own, other); got.B.Objective != c.want.Objective {
			t.Errorf("%s: the objective is %q, want %q", name, got.B.Objective, c.want.Objective)
		}
	}
}
