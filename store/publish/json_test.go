package publish_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"souk/model"
	"souk/store/intake"
	"souk/store/publish"
	"souk/workshop"
)

// final is the OKRs as they stand, without ids: what an import of the report must give again.
func final(s *workshop.State) map[string]any {
	out := map[string]any{"organisation": s.Organisation, "cycle": s.Cycle, "answers": s.Answers, "last cycle": s.LastCycle, "promises": s.Promises, "signals": s.PastSignals}
	out["cycles"] = s.PastCycles
	var intents []string
	for _, i := range s.Intents {
		intents = append(intents, string(i.Horizon)+": "+i.Text.String())
	}
	out["intents"] = intents
	for t := range s.Teams.All() {
		out["team "+t.Name.Line()] = finalTeam(s, t)
	}
	return out
}

func finalTeam(s *workshop.State, t model.Team) []string {
	out := []string{fmt.Sprintf("%s, %s, %s, in %s", t.Kind, t.Level, t.Description, s.TeamName(t.Parent))}
	for _, x := range t.Needs {
		out = append(out, fmt.Sprintf("needs of %s: %s", s.TeamName(x.Team), x.Text))
	}
	for _, x := range t.Offers {
		out = append(out, fmt.Sprintf("offers %s: %s", s.TeamName(x.Team), x.Text))
	}
	if t.Kind == model.VirtualTeam {
		return out
	}
	for _, o := range s.ObjectivesOf(t.ID) {
		if o.Fate != model.Live {
			continue
		}
		line := fmt.Sprintf("%q why %q phase %q origin %q supports %q owners", o.Title, o.WhyNow, o.Phase, o.Origin, s.SupportTexts(o))
		for _, id := range o.Owners {
			line += " " + s.TeamName(id)
		}
		out = append(out, line)
		for _, p := range o.Supports {
			out = append(out, fmt.Sprintf("  linked to an intent %v, to a team %v", p.Intent != "", p.Team != ""))
		}
		for _, k := range o.KeyResults {
			out = append(out, fmt.Sprintf("  %q %q %q %q %q %q of %s", k.Text, k.Metric, k.Baseline, k.Target, k.Unit, k.Owner, s.TeamName(s.Deliverer(o, k))))
		}
	}
	return out
}

// imported reads a JSON report as drafts, which must give no problem at all.
func imported(t testing.TB, report string) model.Drafts {
	t.Helper()
	drafts, problems := intake.Read("report.json", []byte(report), intake.JSON)
	if len(problems) > 0 {
		t.Fatalf("the report cannot be imported as it is: %v", problems)
	}
	return drafts
}

func TestReimportGivesTheSameOKRs(t *testing.T) {
	for name, s := range map[string]*workshop.State{"marketplace": marketplace(t).walk().state(), "harbour": harbour(t).state()} {
		again := &story{t: t, s: workshop.New()}
		again.do(workshop.ImportDrafts{Drafts: imported(t, written(t, s, publish.JSON))})
		if diff := cmp.Diff(final(s), final(again.state()), cmp.Comparer(func(a, b model.Text) bool { return a == b })); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestReportBringsNothingNewToItsOwnWorkshop(t *testing.T) {
	st := marketplace(t).walk()
	drafts := imported(t, written(t, st.state(), publish.JSON))
	_, err := st.s.Do(st.at, text("Frida"), workshop.ImportDrafts{Drafts: drafts})
	var refused *workshop.Error
	if !errors.As(err, &refused) || refused.Code != workshop.Unchanged {
		t.Errorf("importing the report again: %v, want that nothing changed", err)
	}
}

func TestEditedReportUpdatesItsWorkshop(t *testing.T) {
	st := marketplace(t).walk()
	before := st.state()
	edited := strings.Replace(written(t, before, publish.JSON), "Merchants see tomorrow's money today", "Merchants see next week's money today", 1)
	st.do(workshop.ImportDrafts{Drafts: imported(t, edited)})
	after := st.state()
	o, _ := after.Objectives.Get(st.objective("Payments", 3))
	if o.Title != text("Merchants see next week's money today") {
		t.Errorf("the title is still %q", o.Title)
	}
	if after.Objectives.Len() != before.Objectives.Len() || after.Decisions.Len() != before.Decisions.Len() || after.Teams.Len() != before.Teams.Len() {
		t.Errorf("%d objectives and %d teams, want %d and %d", after.Objectives.Len(), after.Teams.Len(), before.Objectives.Len(), before.Teams.Len())
	}
}

func TestReimportOfRealDrafts(t *testing.T) {
	paths, _ := filepath.Glob("../../../shared/bench/*.drafts.json")
	if len(paths) == 0 {
		t.Skip("the bench drafts are not beside this repository")
	}
	for _, path := range paths {
		drafts, problems := intake.ReadFile(path)
		if intake.HasErrors(problems) {
			t.Errorf("%s: %v", path, problems)
			continue
		}
		first := &story{t: t, s: workshop.New()}
		first.do(workshop.ImportDrafts{Drafts: drafts})
		again, problems := intake.Read("report.json", []byte(written(t, first.state(), publish.JSON)), intake.JSON)
		if intake.HasErrors(problems) {
			t.Errorf("%s: %v", path, problems)
			continue
		}
		second := &story{t: t, s: workshop.New()}
		second.do(workshop.ImportDrafts{Drafts: again})
		if diff := cmp.Diff(final(first.state()), final(second.state()), cmp.Comparer(func(a, b model.Text) bool { return a == b })); diff != "" {
			t.Errorf("%s:\n%s", path, diff)
		}
	}
}

func TestIDsOfAReportAreUnique(t *testing.T) {
	st := &story{t: t, s: workshop.New()}
	draft := func(name string) model.DraftTeam {
		return model.DraftTeam{Name: text(name), Objectives: []model.DraftObjective{
			{ID: "1", Title: text(name + " one"), KeyResults: []model.DraftKeyResult{{ID: "k", Text: text("kr")}, {Text: text("other")}}},
			{ID: "o1.3", Title: text(name + " two")}, // looks like an id of our own
		}}
	}
	st.do(workshop.ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{draft("A")}}})
	st.do(workshop.ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{draft("B")}}})
	if d := imported(t, withKeyResults(written(t, st.state(), publish.JSON))); len(d.Teams) != 2 {
		t.Errorf("%d teams came back", len(d.Teams))
	}
}

// withKeyResults gives every objective without key results one, since an import would remark on that.
func withKeyResults(report string) string {
	for _, team := range []string{"A", "B"} {
		report = strings.Replace(report, fmt.Sprintf("%q", team+" two"), fmt.Sprintf("%q, \"key_results\": [\"x\"]", team+" two"), 1)
	}
	return report
}

func TestRecordIsForPrograms(t *testing.T) {
	var got struct {
		Teams []struct {
			Objectives []struct {
				KeyResults []struct{ Text string } `json:"key_results"`
			}
		}
		Record struct {
			Summary struct {
				Objectives int
				KeyResults int `json:"key_results"`
			}
			Decisions []struct {
				Kind, Outcome, Summary string
				Changes                []struct{ Team, Objective, Field, Before, After string }
			}
			Requests []struct {
				From, To struct{ Team, Objective string }
				Settled  bool
				Trail    []struct{ Answer, When string }
			}
			Virtual []struct {
				Name    string
				Members []string
			} `json:"virtual_teams"`
			Agreements []struct {
				ID, Team   string
				Leadership struct{ Stance, Reason string }
			}
			Parking   []struct{ Text, Owner string }
			Signals   []struct{ Source, Status, Kind, Text, Evidence string }
			Alignment struct {
				Total struct{ Objectives, Requests int }
				Teams []struct {
					Team       string
					WhyNow     int `json:"why_now"`
					Confidence *struct{ Votes, Low, High int }
				}
			}
		}
	}
	s := marketplace(t).walk().state()
	if err := json.Unmarshal([]byte(written(t, s, publish.JSON)), &got); err != nil {
		t.Fatal(err)
	}
	r := got.Record
	objectives, krs := 0, 0
	for _, t := range got.Teams {
		for _, o := range t.Objectives {
			objectives++
			krs += len(o.KeyResults)
		}
	}
	if sum := r.Summary; sum.Objectives != objectives || sum.KeyResults != krs || objectives == 0 || objectives == s.Objectives.Len() {
		t.Errorf("the summary counts %+v, and the teams have %d objectives with %d key results", sum, objectives, krs)
	}
	if len(r.Decisions) != s.Decisions.Len() || len(r.Requests) != s.Requests.Len() || len(r.Parking) != 2 || len(r.Signals) != 6 {
		t.Errorf("decisions %d, requests %d, parking %d, signals %d", len(r.Decisions), len(r.Requests), len(r.Parking), len(r.Signals))
	}
	for i, g := range [][2]string{
		{"raised in the workshop", "kept"}, {"escalated request", "escalated"}, {"escalated conflict", "escalated"}, {"question without an answer", "open"}, {"intent without support", "open"},
	} {
		if got := r.Signals[i]; got.Source != g[0] || got.Status != g[1] {
			t.Errorf("signal %d is %s and %s, want %v: %s", i, got.Source, got.Status, g, got.Text)
		}
	}
	if g := r.Signals[5]; g.Source != "always exceeded" || g.Status != "open" || g.Kind != "always-exceeded" || !strings.Contains(g.Evidence, "99.93 %") {
		t.Errorf("the last signal reads %+v", g)
	}
	if a := r.Alignment; len(a.Teams) != 12 || a.Teams[0].Team != "Retail Banking" || a.Total.Requests != 6 || a.Teams[3].Confidence == nil || a.Teams[3].Confidence.Low != 2 {
		t.Errorf("the alignment reads %+v", a)
	}
	if q := r.Requests[0]; q.From.Team != "Payments" || q.To.Team != "Platform" || !q.Settled || len(q.Trail) != 3 || q.Trail[1].Answer != "counter-propose" {
		t.Errorf("the first request reads %+v", q)
	}
	if len(r.Virtual) != 1 || cmp.Diff(r.Virtual[0].Members, []string{"Fraud & Identity", "Digital Onboarding"}) != "" {
		t.Errorf("virtual teams: %+v", r.Virtual)
	}
	for _, a := range r.Agreements {
		if a.ID == "" || a.Team == "" {
			t.Errorf("an agreement without its objective: %+v", a)
		}
	}
}

func TestJSONSaysWhoDeliversWhat(t *testing.T) {
	var got struct {
		Record struct {
			Virtual []struct {
				Name, Purpose, Until string
				Members              []string
			} `json:"virtual_teams"`
			Shared []struct {
				Team, Objective, Lead string
				Virtual               []string `json:"virtual_teams"`
				Parts                 []struct {
					Team       string
					KeyResults []string `json:"key_results"`
					Follows    []struct{ Objective string }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, harbour(t).state(), publish.JSON)), &got); err != nil {
		t.Fatal(err)
	}
	want := `{[{On the Platform one journey, from the ticket to the seat end of June [Trains Tickets]}] ` +
		`[{Trains Passengers can rely on the next train Trains [On the Platform] [{Trains [Punctuality up] []} ` +
		`{Tickets [Live position of every train in the app] [{Buying a ticket takes ten seconds}]}]}]}`
	if s := fmt.Sprint(got.Record); s != want {
		t.Errorf("the record has\n%s\nnot\n%s", s, want)
	}
}
