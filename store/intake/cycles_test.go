package intake_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"souk/model"
	"souk/store/intake"
)

func TestOlderCyclesAreRead(t *testing.T) {
	d, ps := read(t, "drafts.yaml", `cycles:
  - cycle: 2026-Q3
    results: [{team: Payments, objective: Pay fast, verdict: verfehlt, learned: start early}]
  - cycle: 2026-Q4
    total: {objectives: 9, why_now: 6, agreed: 5, shared: 1, requests: 4, requests answered: 3, confidence: {votes: 2, mean: "3,5", low: 2, high: 5}}
    teams:
      - {team: Payments, objectives: 3, why_now: 2}
`)
	want := model.Drafts{Cycles: []model.PastCycle{
		{Cycle: model.Clean("2026-Q3"), Results: []model.Result{
			{Team: model.Clean("Payments"), Objective: model.Clean("Pay fast"), Verdict: model.Missed, Learned: model.Clean("start early")},
		}},
		{
			Cycle: model.Clean("2026-Q4"),
			Total: model.Figures{
				Objectives: 9, WhyNow: 6, Agreed: 5, Shared: 1, Asked: 4, Answered: 3, Confidence: model.Confidence{Votes: 2, Mean: 3.5, Low: 2, High: 5},
			},
			Teams: []model.Figures{{Team: model.Clean("Payments"), Objectives: 3, WhyNow: 2}},
		},
	}}
	if diff := cmp.Diff(want, d, sameTexts); diff != "" {
		t.Error(diff)
	}
	if got := said(ps); got != "" {
		t.Errorf("problems:\n%s", got)
	}
}

func TestWhatIsWrongWithOlderCyclesIsSaid(t *testing.T) {
	d, ps := read(t, "drafts.yaml", `cycles:
  - cycle: 2026-Q4
    total: {objectives: 9, why_now: 10}
    teams:
      - {team: Payments, objectives: three, shared: -1}
      - {team: Growth, objectives: 1, confidence: {votes: 1, mean: 7}}
      - {team: Platform, objectives: 1, confidence: {votes: 1, mean: 3, low: 4, high: 5}}
`)
	want := "warning drafts.yaml:3: These figures of an older cycle cannot be, since a part is larger than its whole; they were left out — correct them\n" +
		"warning drafts.yaml:5: “three” is no count and was left out — write a whole number\n" +
		"warning drafts.yaml:5: “-1” is no count and was left out — write a whole number\n" +
		"warning drafts.yaml:6: “7” is no mean of a fist of five and was left out — write a number from 0 to 5\n" +
		"warning drafts.yaml:7: These figures of an older cycle cannot be, since a part is larger than its whole; they were left out — correct them\n"
	if got := said(ps); got != want {
		t.Errorf("problems:\n%swant:\n%s", got, want)
	}
	if c := d.Cycles[0]; c.Total != (model.Figures{}) || len(c.Teams) != 2 {
		t.Errorf("%+v", c)
	}
	_, ps = intake.Read("drafts.yaml", []byte("cycles: [{results: [{team: x}]}, {cycle: Q4, teams: [{objectives: 1}]}, x]\n"), intake.YAML)
	want = `error drafts.yaml:1: This older cycle has no name — add cycle: … with its name to it
error drafts.yaml:1: This result of last cycle does not say which objective it is about — add objective: … to it
error drafts.yaml:1: These figures of an older cycle do not say of which team they are — add team: … to it
error drafts.yaml:1: There is a text where an older cycle should be — write its keys and values here, e.g. cycle: …
`
	if got := said(ps); got != want {
		t.Errorf("problems:\n%swant:\n%s", got, want)
	}
}
