package signal_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/store/intake"
	"souk/workshop"
	"souk/workshop/detect"
	"souk/workshop/signal"
)

// drafted is a workshop to which drafts were brought, and what the detector finds in it.
func drafted(t *testing.T, file string) (*workshop.State, []model.Finding) {
	t.Helper()
	drafts, problems := intake.ReadFile(file)
	if intake.HasErrors(problems) {
		t.Fatal(problems)
	}
	r := &room{t, workshop.New()}
	r.do(workshop.ImportDrafts{Drafts: drafts})
	s := r.State()
	in := detect.Input{
		Organisation: s.Organisation, Cycle: s.Cycle, Intents: s.Intents, Top: 200,
		Teams: slices.Collect(s.Teams.All()), Objectives: slices.Collect(s.Live()),
	}
	found, err := detect.Run(t.Context(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s, s.OnTheTable(found)
}

// The signals of the sample are exactly those that the list at its top plants. Legal & Compliance, which supports no intent and says so
// honestly, is none.
func TestTheSampleTellsWhatWasPlanted(t *testing.T) {
	s, findings := drafted(t, "../../cmd/souk/demo.yaml")
	want := []string{
		"Leadership has no answer yet to “Where do we play and how do we win?”",
		"No objective says that it supports the business intent “Be the easiest bank to use for older and disabled customers”.",
		"Sustaining Engineering has a key result of Platform as an objective, word for word: “Critical incidents down from 9 to 3 a month”.",
		"Sustaining Engineering exceeds its targets every time.",
	}
	var got []string
	for _, g := range signal.Compute(s, findings) {
		got = append(got, g.Text)
		if len(g.Evidence) == 0 {
			t.Errorf("no evidence: %s", g.Text)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the sample tells\n%s", strings.Join(got, "\n"))
	}
	const answered = "and answered: The intent stays. We expect at least one objective for it in 2027-Q1."
	for i, g := range signal.Compute(s, findings) {
		if last := g.Evidence[len(g.Evidence)-1]; strings.HasSuffix(last, answered) != (i == 1) {
			t.Errorf("%s ends with %q", g.Text, last)
		}
	}
}

// On drafts of real organisations few things are told, and all can be read off the drafts. None of them says what it supports, so that nothing
// is said about their intents.
func TestRealDraftsTellLittle(t *testing.T) {
	const shared = "../../../shared"
	for file, want := range map[string]map[string]int{
		"bench/ipfs-2019q1-drafts.drafts.json":    {},
		"bench/posthog-2022q4-drafts.drafts.json": {},
		"bench/sourcegraph-cy19-q4.drafts.json":   {},
		"bench/sourcegraph-fy21-q1.drafts.json":   {},
		"bench/sourcegraph-fy22-q3.drafts.json":   {signal.CascadedCopy: 1, signal.NoWhyNow: 3},
		"samples/gitlab-fy21-q1.drafts.json":      {signal.CascadedCopy: 6, signal.FragmentedOutcome: 1},
		"samples/rust-2025h2.drafts.json":         {},
	} {
		path := filepath.Join(shared, file)
		if found, _ := filepath.Glob(path); len(found) == 0 {
			t.Skipf("%s is missing", path)
		}
		s, findings := drafted(t, path)
		got := map[string]int{}
		for _, g := range signal.Compute(s, findings) {
			got[g.Kind]++
			if want[g.Kind] < got[g.Kind] {
				t.Errorf("%s tells: %s\n%s", file, g.Text, strings.Join(g.Evidence, "\n"))
			}
		}
		for kind, n := range want {
			if got[kind] < n && kind != signal.FragmentedOutcome { // which depends on the detector
				t.Errorf("%s tells %d %s, want %d", file, got[kind], kind, n)
			}
		}
	}
}

func TestOpenLeavesOutWhatIsKeptOrDropped(t *testing.T) {
	s, findings := drafted(t, "../../cmd/souk/demo.yaml")
	r := &room{t, workshop.New()}
	drafts, _ := intake.ReadFile("../../cmd/souk/demo.yaml")
	r.do(workshop.ImportDrafts{Drafts: drafts})
	all := signal.Open(s, findings)
	r.do(workshop.KeepSignal{Kind: all[0].Kind, Key: all[0].Key, Text: text("In our words")}, workshop.DropSignal{Key: all[1].Key})
	var left []string
	for _, g := range signal.Open(r.State(), findings) {
		left = append(left, g.Key)
	}
	if !slices.Equal(left, []string{all[2].Key, all[3].Key}) {
		t.Errorf("open are %v", left)
	}
}

func BenchmarkCompute(b *testing.B) {
	d := model.Drafts{Strategy: []model.Intent{{Horizon: model.Annual, Text: text("Customers stay with us")}, {Horizon: model.Annual, Text: text("Losses shrink")}}}
	for i := range 500 {
		team := model.DraftTeam{Name: text("Team " + string(rune('A'+i%26)) + strings.Repeat("x", i/26))}
		for j := range 20 {
			o := model.DraftObjective{Title: text(strings.Repeat("Outcome ", 3) + team.Name.Line() + string(rune('a'+j))), Supports: []model.Text{text("Losses shrink")}}
			for range 3 {
				o.KeyResults = append(o.KeyResults, model.DraftKeyResult{Text: text("Measure " + team.Name.Line() + " from 1 to 2")})
			}
			team.Objectives = append(team.Objectives, o)
		}
		d.Teams = append(d.Teams, team)
	}
	s := workshop.New()
	if _, err := s.Do(time.Time{}, model.Text{}, workshop.ImportDrafts{Drafts: d}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		signal.Compute(s.State(), nil)
	}
}
