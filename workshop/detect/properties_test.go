package detect

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"souk/model"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var texts = cmp.Comparer(func(a, b model.Text) bool { return a == b })

// anyMarket draws small marketplaces out of words that make relations likely.
func anyMarket(t *rapid.T) Input {
	word := rapid.SampledFrom(strings.Fields(`reduce increase launch churn sign-up registrations fraud rate Payments Platform Web Support team with
		needs each for to the hiring Umsatz steigern Kundenbindung von 5% 2027 API über 👩‍💻 naïve ﬁne - … e.g. latency p95 docs release ` + "हिन्दी ไทย"))
	line := func(label string) model.Text {
		return model.Clean(strings.Join(rapid.SliceOfN(word, 0, 9).Draw(t, label), " "))
	}
	in := Input{Organisation: line("organisation")}
	names := []string{"Payments", "Platform", "Web & Docs", "People Ops (HR)", "Customer Support"}
	for i, n := range names[:rapid.IntRange(0, len(names)).Draw(t, "teams")] {
		team := model.Team{ID: model.TeamID(fmt.Sprintf("t%d", i)), Name: model.Clean(n), Description: line("description")}
		for range rapid.IntRange(0, 2).Draw(t, "stall") {
			other := model.TeamID(fmt.Sprintf("t%d", rapid.IntRange(0, 5).Draw(t, "other")))
			team.Needs = append(team.Needs, model.Exchange{Team: other, Text: line("need")})
			team.Offers = append(team.Offers, model.Exchange{Text: line("offer")})
		}
		for range rapid.IntRange(0, 3).Draw(t, "objectives") {
			o := model.Objective{ID: model.ObjectiveID(fmt.Sprintf("o%d", len(in.Objectives))), Team: team.ID, Title: line("title"), WhyNow: line("why now")}
			for k := range rapid.IntRange(0, 3).Draw(t, "key results") {
				o.KeyResults = append(o.KeyResults, model.KeyResult{ID: model.KeyResultID(fmt.Sprintf("%s.%d", o.ID, k)), Text: line("key result")})
			}
			team.Objectives = append(team.Objectives, o.ID)
			in.Objectives = append(in.Objectives, o)
		}
		in.Teams = append(in.Teams, team)
	}
	return in
}

func TestInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyMarket(t)
		all, err := Run(context.Background(), in, nil)
		if err != nil {
			t.Fatal(err)
		}
		check(t, in, all)
	})
}

// check tests what holds for every finding.
func check(t rapid.TB, in Input, all Findings) {
	t.Helper()
	objectives := map[model.ObjectiveID]model.Objective{}
	for _, o := range in.Objectives {
		objectives[o.ID] = o
	}
	seen := map[model.FindingID]bool{}
	for i, f := range all {
		if seen[f.ID] {
			t.Errorf("%s stands there twice", f.ID)
		}
		seen[f.ID] = true
		if f.A.Team == f.B.Team || f.A.Objective == "" || f.B.Objective == "" && f.Kind != model.Dependency {
			t.Errorf("%s: %+v and %+v", f.ID, f.A, f.B)
		}
		if f.Kind != model.Dependency && f.A.Objective > f.B.Objective {
			t.Errorf("%s: the sides are not in order", f.ID)
		}
		if f.Score <= 0 || f.Score > 1 || f.Card == "" || len(f.Reasons) == 0 {
			t.Errorf("%s: score %v, card %q, %d reasons", f.ID, f.Score, f.Card, len(f.Reasons))
		}
		if i > 0 && (all[i-1].Score < f.Score || all[i-1].Score == f.Score && all[i-1].ID > f.ID) {
			t.Errorf("%s is out of order", f.ID)
		}
		for _, r := range f.Reasons {
			checkReason(t, objectives, f, r)
		}
	}
}

func checkReason(t rapid.TB, objectives map[model.ObjectiveID]model.Objective, f model.Finding, r model.Reason) {
	t.Helper()
	if r.Rule == "" || r.Text.IsEmpty() {
		t.Errorf("%s: empty reason %+v", f.ID, r)
	}
	for _, s := range r.Spans {
		o, ok := objectives[s.Objective]
		text := o.Title.String()
		for _, k := range o.KeyResults {
			if k.ID == s.KeyResult {
				text = k.Text.String()
			}
		}
		if !ok || s.Start < 0 || s.End <= s.Start || s.End > len(text) || !utf8.ValidString(text[s.Start:s.End]) {
			t.Errorf("%s: span %+v in %q", f.ID, s, text)
		}
		if s.Objective != f.A.Objective && s.Objective != f.B.Objective {
			t.Errorf("%s marks another objective: %+v", f.ID, s)
		}
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyMarket(t)
		want, _ := Run(context.Background(), in, nil)
		in.Teams = rapid.Permutation(in.Teams).Draw(t, "order of teams")
		in.Objectives = rapid.Permutation(in.Objectives).Draw(t, "order of objectives")
		got, _ := Run(context.Background(), in, nil)
		if diff := cmp.Diff(want, got, texts); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestCopyIsADuplicate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(strings.Fields("churn latency invoices warehouse fraud onboarding release Umsatz Kündigung"))
		title := "Reduce " + strings.Join(rapid.SliceOfNDistinct(word, 2, 5, rapid.ID).Draw(t, "words"), " ")
		all, _ := Run(context.Background(), market("A", " "+title, "B", " "+title), nil)
		if f := all.find(model.Duplicate, "o01", "o02"); f == nil || f.Score < 0.9 {
			t.Fatalf("%s: %+v", title, f)
		}
	})
}

func FuzzRun(f *testing.F) {
	f.Add("Payments", "Reduce churn from 5% to 3%, with the name-check API from Platform", "each team")
	f.Add("", "", "")
	f.Add("Zahlungsverkehr (ZV)", "Abbrüche bei der Registrierung senken – gemeinsam mit Plattform", "für alle Teams")
	f.Add("a/b,c", "İstanbul ǅ ﬀ K ẞ 👩‍👩‍👧‍👦 \u0301\u0301", "e̋ʼs s' 1,5.2:3")
	f.Fuzz(func(t *testing.T, name, line, other string) {
		in := market("Platform", " Uptime", "  The name-check API is live", "Web", " Sign-up")
		in.Organisation = model.Clean(other)
		in.Teams = append(in.Teams, model.Team{ID: "t9", Name: model.Clean(name), Description: model.Clean(other), Objectives: []model.ObjectiveID{"o9"}})
		in.Objectives = append(in.Objectives, model.Objective{
			ID: "o9", Team: "t9", Title: model.Clean(line), KeyResults: []model.KeyResult{{ID: "o9.1", Text: model.Clean(other)}},
		})
		in.Objectives[1].WhyNow = model.Clean(line)
		check(t, in, run(t, in))
	})
}
