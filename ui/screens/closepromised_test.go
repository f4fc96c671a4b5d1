package screens

import (
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// answered is a day on which the request to Platform got that answer.
func answered(t *testing.T, in workshop.AnswerRequest) *workshop.Session {
	t.Helper()
	s := aDay(t)
	for r := range s.State().Requests.All() {
		in.Request = r.ID
	}
	do(t, s, in)
	return s
}

func TestPromisesAreReadAloudWithTheDecisions(t *testing.T) {
	for _, c := range []struct {
		in    workshop.AnswerRequest
		wants []string
	}{
		{workshop.AnswerRequest{Answer: model.Committed, When: model.Clean("15 May")}, []string{"name-check connector", "promise · committed", "Platform", "15 May"}},
		{workshop.AnswerRequest{Answer: model.Countered, Text: model.Clean("half of it"), When: model.Clean("June")}, []string{"half of it", "promise · counter-proposal", "June"}},
		{workshop.AnswerRequest{Answer: model.SisterKR, Text: model.Clean("Connector live")}, []string{"Connector live", "promise · sister key result"}},
		{workshop.AnswerRequest{Answer: model.RiskOwned, Who: model.Clean("Ada")}, []string{"promise · risk owned", "who        Ada"}},
	} {
		s := answered(t, c.in)
		cl := &Close{}
		f := frame(s, 120, 35)
		has(t, seen(t, cl, f), "PROMISED", "0 of 2 read back", "Payments → Platform")
		press(t, cl, f, "down")
		press(t, cl, f, "down")
		has(t, seen(t, cl, f), c.wants...)
		if off(t, cl, f, "enter") == "" || off(t, cl, f, "o") == "" {
			t.Errorf("%s: a promise is marked, or gets an owner", c.in.Answer)
		}
		if cl.At(f).Decision != "" {
			t.Errorf("%s: the place is the decision %q", c.in.Answer, cl.At(f).Decision)
		}
	}
	s := answered(t, workshop.AnswerRequest{Answer: model.Declined, Text: model.Clean("no people")})
	if view := seen(t, &Close{}, frame(s, 120, 35)); strings.Contains(view, "PROMISED") {
		t.Errorf("what was declined is promised:\n%s", view)
	}
}

func TestWhatNeedsNobodyIsNotLoose(t *testing.T) {
	s := aDay(t)
	twin := model.Finding{ID: "twin", Kind: model.Duplicate, A: sideOf(t, s.State(), "Payments", 2, 1), B: sideOf(t, s.State(), "Platform", 1, 1)}
	do(t, s, workshop.DecideFinding{Findings: []model.Finding{twin}, Outcome: model.NotDuplicate})
	d, _ := s.State().DecisionOn("twin")
	cl := &Close{}
	f := frame(s, 120, 35)
	cl.Show(f, flow.Target{Decision: d.ID})
	view := seen(t, cl, f)
	has(t, view, "NEEDS NO OWNER", "0 of 3 read back")
	if strings.Contains(view, "– nobody yet –") {
		t.Errorf("it waits for an owner:\n%s", view)
	}
	has(t, seen(t, &Publish{}, f), "1 decision has no owner or date")
}

func TestAKeyResultWithoutAPromiseIsAtRisk(t *testing.T) {
	s := answered(t, workshop.AnswerRequest{Answer: model.Declined, Text: model.Clean("no people")})
	a := &Agreement{}
	f := frame(s, 120, 35)
	id := team(t, s.State(), "Payments").Objectives[0]
	a.Show(f, flow.Target{Objective: id})
	has(t, seen(t, a, f), "at risk: Platform declined")
	o, _ := s.State().Objectives.Get(id)
	lines := strings.Join(card{Frame: f, objective: o}.lines(60), "\n")
	has(t, lines, "at risk: Platform declined")

	s = answered(t, workshop.AnswerRequest{Answer: model.EscalatedUp, Who: model.Clean("the COO")})
	f = frame(s, 160, 35)
	has(t, strings.Join(unsettled(f, o, 100), "\n"), "at risk: escalated")
	d := &Dependencies{}
	press(t, d, f, "m")
	has(t, seen(t, d, f), "1 request · 1 not settled")
}

func TestAnAnsweredNeedDoesNotComeBackAfterAMerge(t *testing.T) {
	s := aDay(t)
	from, to := sideOf(t, s.State(), "Payments", 1, 1), sideOf(t, s.State(), "Data & Insights", 1, 1)
	twin := model.Finding{ID: "twin", Kind: model.Duplicate, A: to, B: from}
	need := model.Finding{Kind: model.Dependency, Score: 0.9, A: model.Side{Team: to.Team, Objective: to.Objective}}
	for r := range s.State().Requests.All() {
		need.B = r.To
	}
	need.ID = model.Pair(need.Kind, need.A, need.B)
	do(t, s, workshop.TriageFindings{Findings: []model.Finding{need}, Status: model.Queued},
		workshop.DecideFinding{Findings: []model.Finding{twin}, Outcome: model.Merge})
	d := &Dependencies{}
	f := withFindings(s, nil, 120, 35)
	seen(t, d, f)
	d.Show(f, flow.Target{Finding: need.ID})
	if d.At(f).Finding != need.ID {
		t.Fatalf("what was queued is not on the table: %+v", d.At(f))
	}
	if off(t, d, f, "a") == "" || off(t, d, f, "1") != "" {
		t.Error("it can be asked for again, or not be answered")
	}
	press(t, d, f, "m")
	has(t, seen(t, d, frame(s, 160, 35)), "formerly Payments 1")
}
