package ui_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"souk/model"
	"souk/store/intake"
	"souk/ui"
	"souk/ui/uitest"
	"souk/workshop"
	"souk/workshop/detect"
)

// sample is a workshop with the sample marketplace and nothing else.
func sample(t testing.TB) *workshop.Session {
	t.Helper()
	data, err := os.ReadFile("../cmd/souk/demo.yaml")
	if err != nil {
		t.Fatal(err)
	}
	drafts, problems := intake.Read("demo.yaml", data, intake.YAML)
	if intake.HasErrors(problems) {
		t.Fatal(problems)
	}
	s := workshop.New()
	do(t, s, workshop.ImportDrafts{Drafts: drafts, Source: model.Clean("demo.yaml")})
	return s
}

func do(t testing.TB, s *workshop.Session, intents ...workshop.Intent) {
	t.Helper()
	for _, in := range intents {
		if _, err := s.Do(uitest.Start, model.Clean("Ada"), in); err != nil {
			t.Fatalf("%T: %v", in, err)
		}
	}
}

func team(t testing.TB, s *workshop.Session, name string) model.Team {
	t.Helper()
	found, ok := s.State().TeamByName(model.Clean(name))
	if !ok {
		t.Fatalf("there is no team %s", name)
	}
	return found
}

// objective is the n-th objective of a team, counted from 1.
func objective(t testing.TB, s *workshop.Session, name string, n int) model.Objective {
	t.Helper()
	os := s.State().ObjectivesOf(team(t, s, name).ID)
	if n > len(os) {
		t.Fatalf("%s has only %d objectives", name, len(os))
	}
	return os[n-1]
}

// midway is a workshop in which something of everything has happened.
func midway(t testing.TB) *workshop.Session {
	s := sample(t)
	growth, onboarding := objective(t, s, "Growth", 1), objective(t, s, "Digital Onboarding", 1)
	payments, platform := objective(t, s, "Payments", 1), team(t, s, "Platform")
	fraud, care := objective(t, s, "Fraud & Identity", 2), objective(t, s, "Customer Care", 2)
	side := func(o model.Objective) model.Side { return model.Side{Team: o.Team, Objective: o.ID} }
	pair := func(kind model.FindingKind, id string, a, b model.Objective) []model.Finding {
		return []model.Finding{{ID: model.FindingID(id), Kind: kind, Score: .9, A: side(a), B: side(b)}}
	}
	do(t, s,
		workshop.MarkPresence{Team: platform.ID, Present: true, MayCommit: true},
		workshop.AnswerQuestion{Number: 4, Answer: model.Clean("In everyday banking, by being the easiest.")},
		workshop.TakePulse{When: workshop.StrategyStage, Team: platform.ID, Votes: []int{4, 3, 5, 2}},
		workshop.RecordWhyNow{Objective: payments.ID, Why: model.Clean("Instant payments become mandatory in October.")},
		workshop.MakeRequest{
			From: side(payments), To: model.Side{Team: platform.ID},
			What: model.Clean("a name-check API"), NeededBy: model.Clean("15 February"), Size: model.Medium,
		},
		workshop.DecideFinding{
			Findings: pair(model.Duplicate, "duplicate:Growth:Digital Onboarding", growth, onboarding), Outcome: model.LeadAndFollow, Lead: onboarding.ID,
			Rationale: model.Clean("Onboarding owns the flow."), Owner: model.Clean("Mara K."), Due: model.Clean("end of January"),
		},
		workshop.DecideFinding{
			Findings: pair(model.Synergy, "synergy:Fraud & Identity:Customer Care", fraud, care), Outcome: model.FormVirtualTeam,
			Name: model.Clean("Identity together"), Rationale: model.Clean("one identity check for all"),
		},
		workshop.Speak{Objective: payments.ID, Party: model.TeamParty, Stance: model.Agreed},
		workshop.Speak{Objective: payments.ID, Party: model.LeadershipParty, Stance: model.Agreed},
		workshop.Speak{Objective: growth.ID, Party: model.LeadershipParty, Stance: model.NotYet, Reason: model.Clean("Is it this quarter?")},
		workshop.Vote{Objective: payments.ID, Votes: []int{4, 5, 3, 4}},
		workshop.Vote{Objective: growth.ID, Votes: []int{1, 2, 4}},
		workshop.Park{Text: model.Clean("Who owns the branch opening hours?")},
		workshop.RaiseSignal{Text: model.Clean("Nobody works on older customers."), Evidence: model.Clean("no objective supports it")},
	)
	answered, ok := s.State().RequestOn("")
	if ok {
		t.Fatalf("a request without a finding is found by none: %v", answered)
	}
	for r := range s.State().Requests.All() {
		do(t, s, workshop.AnswerRequest{Request: r.ID, Answer: model.Countered, When: model.Clean("10 March")})
	}
	return s
}

// withFindings puts a few fixed findings on the table, so that what the detector gets better at changes no golden.
func withFindings(t testing.TB, s *workshop.Session) uitest.Option {
	found := detect.Findings{
		related(t, s, model.Dependency, .97, "Customer Care", 2, "Platform", 1, "Customer Care needs the customer timeline from Platform"),
		related(t, s, model.Duplicate, .86, "Growth", 1, "Digital Onboarding", 1, "Both want fewer people to give up while they sign up"),
		related(t, s, model.Duplicate, .62, "Payments", 2, "Customer Care", 1, "Both count payment disputes"),
		related(t, s, model.Synergy, .71, "Fraud & Identity", 2, "Customer Care", 2, "Both prove who a customer is"),
		related(t, s, model.Conflict, .55, "Digital Onboarding", 1, "Fraud & Identity", 1, "One takes steps out of the path in which the other adds checks"),
	}
	return func(c *ui.Config) {
		c.Detect = func(context.Context, detect.Input, func(int, int)) (detect.Findings, error) { return found, nil }
	}
}

// related is a finding between two objectives, with the first words of both titles marked.
func related(t testing.TB, s *workshop.Session, kind model.FindingKind, score float64, teamA string, a int, teamB string, b int, why string) model.Finding {
	oa, ob := objective(t, s, teamA, a), objective(t, s, teamB, b)
	first := func(o model.Objective) model.Span {
		return model.Span{Objective: o.ID, End: strings.IndexByte(o.Title.Line(), ' ')}
	}
	return model.Finding{
		ID: model.FindingID(string(kind) + ":" + teamA + ":" + teamB), Kind: kind, Score: score,
		A: model.Side{Team: oa.Team, Objective: oa.ID}, B: model.Side{Team: ob.Team, Objective: ob.ID},
		Reasons: []model.Reason{{Rule: "story", Text: model.Clean(why), Spans: []model.Span{first(oa), first(ob)}}},
	}
}
