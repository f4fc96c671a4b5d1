package workshop

import (
	"fmt"
	"slices"
	"testing"

	"souk/model"
)

// aWorkshop is one in which the room agreed things that have a future.
func aWorkshop(t *testing.T) *room {
	r := market(t)
	r.do(SetChecks{model.CheckSettings{Off: []string{"digits"}}})
	r.do(TreatAs{text("churn"), text("attrition")})
	r.do(NameTeam{text("engineers"), r.team("Platform")})
	r.do(NameTeam{Word: text("customers")})
	r.do(AddIntent{model.Quarter, text("Instant payments are live")})
	r.do(AnswerQuestion{5, text("not yet")})
	for _, what := range []string{"a gateway", "an event stream", "a test bank"} {
		r.do(MakeRequest{From: r.side("Payments 1"), To: r.side("Platform 1"), What: text(what)})
	}
	r.do(AnswerRequest{Request: r.request(1).ID, Answer: model.Committed, When: text("end of May")})
	r.do(AnswerRequest{Request: r.request(2).ID, Answer: model.Declined, Text: text("no capacity")})
	r.do(RaiseSignal{Text: text("Nobody knows the direction"), Evidence: text("1 of 5")})
	r.do(RaiseSignal{Text: text("Platform is asked by all")})
	for g := range r.State().Signals.All() {
		r.do(AnswerSignal{g.ID, text("We hear you")})
		break
	}
	r.do(DecideObjective{Objective: r.id("Payments 2"), Outcome: model.Defer, Rationale: text("next quarter")})
	r.do(DecideObjective{Objective: r.id("Growth 1"), Outcome: model.Drop, Rationale: text("not now")})
	f := r.finding(model.Synergy, "Payments 1", "Platform 1")
	r.do(DecideFinding{Findings: []model.Finding{f}, Outcome: model.FormVirtualTeam, Name: text("Trust"), Owner: text("Eve")})
	return r
}

func TestTheNextCycleBeginsWithWhatLasts(t *testing.T) {
	r := aWorkshop(t)
	figures := model.PastCycle{Total: model.Figures{Objectives: 2, WhyNow: 1}, Teams: []model.Figures{{Team: text("Payments"), Objectives: 1}}}
	next, err := Begin(r.now, text("Ada"), r.State(), text("2027-Q2"), figures)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Resume(nil, next.Entries)
	if err != nil || content(t, again.State()) != content(t, next.State) {
		t.Fatalf("the entries do not lead to the state: %v", err)
	}
	s := next.State
	if s.Name() != "Northwind · 2027-Q2" || len(s.Intents) != 2 || len(s.Answers) != 5 || s.Answer(0).Line() != "To make banking simple" {
		t.Errorf("%s, %+v, %+v", s.Name(), s.Intents, s.Answers)
	}
	if s.Teams.Len() != 4 || len(next.Virtual) != 1 || next.Unsettled != 1 || len(next.Directions) != 1 {
		t.Errorf("%d teams, ended %+v, %d requests open, directions %+v", s.Teams.Len(), next.Virtual, next.Unsettled, next.Directions)
	}
	payments, _ := s.TeamByName(text("Payments"))
	if s.TeamName(payments.Parent) != "Retail" || payments.Level.Line() != "stream" || len(payments.Needs) != 0 {
		t.Errorf("%+v", payments)
	}
	same := func(what string, got, want any) {
		if g, w := asJSON(t, got), asJSON(t, want); g != w {
			t.Errorf("%s: %s, want %s", what, g, w)
		}
	}
	q1 := text("2027-Q1")
	same("last cycle", s.LastCycle, []model.Result{
		{Team: text("Payments"), Objective: text("Pay anyone in seconds"), Cycle: q1}, {Team: text("Platform"), Objective: text("A gateway that never sleeps"), Cycle: q1},
	})
	same("promises", s.Promises, []model.Promise{{By: text("Platform"), To: text("Payments"), What: text("a gateway"), Due: text("end of May")}})
	same("signals", s.PastSignals, []model.PastSignal{
		{Text: text("Nobody knows the direction"), Evidence: text("1 of 5"), Answer: text("We hear you")}, {Text: text("Platform is asked by all")},
	})
	same("checks", s.Private.Checks, r.State().Private.Checks)
	same("words", s.Words, r.State().Words)
	platform, _ := s.TeamByName(text("Platform"))
	same("aliases", s.Aliases, []model.Alias{{Word: text("engineers"), Team: platform.ID}, {Word: text("customers")}})
	deferred := s.ObjectivesOf(payments.ID)
	if s.Objectives.Len() != 1 || deferred[0].Title.Line() != "Fewer false alarms" || len(deferred[0].KeyResults) != 1 || deferred[0].Fate != model.Live {
		t.Errorf("the drafts are %+v", deferred)
	}
}

// TestNothingThatWasAgreedIsLost follows what a virtual team was given, and what the room sent up.
func TestNothingThatWasAgreedIsLost(t *testing.T) {
	r := aWorkshop(t)
	lift := func(label string) {
		r.do(DecideObjective{Objective: r.id(label), Outcome: model.Lift, To: r.team("Trust"), Rationale: text("together")})
	}
	r.do(AddObjective{r.team("Growth"), text("Fraud is rare")})
	r.do(AddKeyResult{r.objective("Growth 2").ID, text("Fraud below 1 %")})
	fraud := r.id("Growth 2")
	lift("Growth 2")
	r.do(DecideObjective{Objective: fraud, Outcome: model.Defer, Rationale: text("next quarter")})
	lift("Payments 1")
	r.do(RaiseSignal{Text: text("Payments asks Platform, which was escalated")})

	sent := []model.PastSignal{
		{Text: text("payments asks platform, which was escalated"), Evidence: text("said otherwise")},
		{Text: text("Growth asks Platform, which was escalated"), Evidence: text("no capacity")},
	}
	next, err := Begin(r.now, text("Ada"), r.State(), text("2027-Q2"), model.PastCycle{}, sent...)
	if err != nil {
		t.Fatal(err)
	}
	s := next.State
	var results, signals, owned []string
	for _, row := range s.LastCycle {
		results = append(results, row.Team.Line()+": "+row.Objective.Line())
	}
	for _, g := range s.PastSignals[2:] {
		signals = append(signals, g.Text.Line()+" / "+g.Evidence.Line())
	}
	for _, team := range s.Stalls() {
		for _, o := range s.ObjectivesOf(team.ID) {
			owned = append(owned, fmt.Sprintf("%s: %s (%d)", team.Name.Line(), o.Title.Line(), len(o.KeyResults)))
		}
	}
	for what, c := range map[string][2][]string{
		"last cycle": {results, {"Platform: A gateway that never sleeps", "Trust: Pay anyone in seconds"}},
		"signals":    {signals, {"Payments asks Platform, which was escalated / ", "Growth asks Platform, which was escalated / no capacity"}},
		"drafts":     {owned, {"Payments: Fewer false alarms (1)", "Payments: Fraud is rare (1)"}},
	} {
		if !slices.Equal(c[0], c[1]) {
			t.Errorf("%s: %q, want %q", what, c[0], c[1])
		}
	}
	if s.Teams.Len() != 4 {
		t.Errorf("%d teams", s.Teams.Len())
	}
}

// A virtual team that came with the drafts has no members: what it deferred goes on with it.
func TestAVirtualTeamWithoutALeadGoesOn(t *testing.T) {
	r := market(t)
	r.do(ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{{
		Name: text("Guild"), Kind: model.VirtualTeam, Objectives: []model.DraftObjective{{Title: text("One design")}, {Title: text("One voice")}},
	}}}})
	r.do(DecideObjective{Objective: r.id("Guild 1"), Outcome: model.Defer, Rationale: text("next quarter")})
	next, err := Begin(r.now, text("Ada"), r.State(), text("2027-Q2"), model.PastCycle{})
	if err != nil {
		t.Fatal(err)
	}
	guild, ok := next.State.TeamByName(text("Guild"))
	if drafts := next.State.ObjectivesOf(guild.ID); !ok || len(drafts) != 1 || drafts[0].Title.Line() != "One design" {
		t.Errorf("%+v %+v", guild, drafts)
	}
	if len(next.Virtual) != 0 {
		t.Errorf("it is said to have ended")
	}
	if last := next.State.LastCycle; last[len(last)-1].Objective.Line() != "One voice" {
		t.Errorf("%+v", last)
	}
}

func TestWhatCannotBegin(t *testing.T) {
	r := market(t)
	for name, c := range map[string]struct {
		last  *State
		cycle string
		code  Code
	}{
		"without a name": {r.State(), " ", Empty}, "with the same name": {r.State(), "2027-q1", Invalid}, "without teams": {New().State(), "Q2", Empty},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Begin(r.now, model.Text{}, c.last, text(c.cycle), model.PastCycle{})
			wantCode(t, err, c.code)
		})
	}
}
