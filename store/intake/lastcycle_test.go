package intake_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"souk/model"
	"souk/store/intake"
)

func TestLastCycleIsRead(t *testing.T) {
	d, ps := read(t, "drafts.yaml", `last_cycle:
  - {team: Payments, objective: Pay fast, cycle: 2026-Q4, verdict: Teilweise erreicht, outcome: "0.6"}
  - {team: Growth, objective: Grow, verdict: met, outcome: "Met: 41,000"}
commitments:
  - {by: Platform, to: Payments, what: a gateway, due: May, kept: Late, note: in June}
  - {By: Platform, What: a stream, kept: yes}
  - {by: Growth, what: fewer waves, kept: gebrochen}
  - {by: Growth, what: a calendar, kept: unknown}
signals:
  - {text: Nobody knows the direction, evidence: [1 of 5 teams, 2 of 9 leads], answer: We say it again}
  - {text: Nobody supports it, evidence: 0 of 5}
`)
	want := model.Drafts{
		LastCycle: []model.Result{
			{Team: model.Clean("Payments"), Objective: model.Clean("Pay fast"), Cycle: model.Clean("2026-Q4"), Verdict: model.PartlyMet, Outcome: model.Clean("0.6")},
			{Team: model.Clean("Growth"), Objective: model.Clean("Grow"), Outcome: model.Clean("Met: 41,000")}, // the words say it
		},
		Promises: []model.Promise{
			{
				By: model.Clean("Platform"), To: model.Clean("Payments"), What: model.Clean("a gateway"), Due: model.Clean("May"),
				Kept: model.KeptLate, Note: model.Clean("in June"),
			},
			{By: model.Clean("Platform"), What: model.Clean("a stream"), Kept: model.Kept},
			{By: model.Clean("Growth"), What: model.Clean("fewer waves"), Kept: model.Broken},
			{By: model.Clean("Growth"), What: model.Clean("a calendar")},
		},
		Signals: []model.PastSignal{
			{Text: model.Clean("Nobody knows the direction"), Evidence: model.Clean("1 of 5 teams\n2 of 9 leads"), Answer: model.Clean("We say it again")},
			{Text: model.Clean("Nobody supports it"), Evidence: model.Clean("0 of 5")},
		},
	}
	if diff := cmp.Diff(want, d, sameTexts); diff != "" {
		t.Error(diff)
	}
	if got := said(ps); got != "" {
		t.Errorf("problems:\n%s", got)
	}
}

func TestWhatIsWrongWithLastCycleIsSaid(t *testing.T) {
	_, ps := read(t, "drafts.yaml", `last_cycle:
  - {team: Payments, objective: Pay fast, verdict: splendid}
promises:
  - {by: Platform, what: a gateway, kept: maybe}
`)
	want := "warning drafts.yaml:2: “splendid” is not a known verdict and was left out — use one of met, partly met, missed, exceeded or carried over\n" +
		"warning drafts.yaml:4: “maybe” does not say what became of the promise and was left out — use one of kept, late or broken\n"
	if got := said(ps); got != want {
		t.Errorf("problems:\n%swant:\n%s", got, want)
	}
	_, ps = intake.Read("drafts.yaml", []byte("last_cycle: [{team: Payments}]\npromises: [{what: x}, {by: x}, y]\nsignals: [{answer: x}]\n"), intake.YAML)
	want = `error drafts.yaml:1: This result of last cycle does not say which objective it is about — add objective: … to it
error drafts.yaml:2: This promise of last cycle does not say who made it — add by: … with the team's name to it
error drafts.yaml:2: This promise of last cycle does not say what was promised — add what: … to it
error drafts.yaml:2: There is a text where a promise of last cycle should be — write its keys and values here, e.g. by: …
error drafts.yaml:3: This signal of last cycle does not say anything — add text: … to it
`
	if got := said(ps); got != want {
		t.Errorf("problems:\n%swant:\n%s", got, want)
	}
}
