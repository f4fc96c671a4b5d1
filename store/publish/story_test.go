package publish_test

import (
	"os"
	"testing"
	"time"

	"souk/model"
	"souk/store/intake"
	"souk/workshop"
)

// story is a workshop in the making; each step is a minute later.
type story struct {
	t  testing.TB
	s  *workshop.Session
	at time.Time
}

// begin imports drafts.
func begin(t testing.TB, name string, data []byte) *story {
	t.Helper()
	drafts, problems := intake.Read(name, data, intake.Auto)
	if intake.HasErrors(problems) {
		t.Fatalf("drafts: %v", problems)
	}
	st := &story{t: t, s: workshop.New(), at: time.Date(2027, 1, 12, 9, 0, 0, 0, time.UTC)}
	st.do(workshop.ImportDrafts{Drafts: drafts, Source: text(name)})
	return st
}

// marketplace is the sample of `souk demo`.
func marketplace(t testing.TB) *story {
	t.Helper()
	const path = "../../cmd/souk/demo.yaml"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the sample marketplace is missing: %v", err)
	}
	return begin(t, path, data)
}

func (st *story) do(in workshop.Intent) {
	st.t.Helper()
	st.at = st.at.Add(time.Minute)
	if _, err := st.s.Do(st.at, text("Frida"), in); err != nil {
		st.t.Fatalf("%T: %v", in, err)
	}
}

func (st *story) undo() {
	st.t.Helper()
	if _, err := st.s.Undo(st.at, text("Frida")); err != nil {
		st.t.Fatal(err)
	}
}

func (st *story) state() *workshop.State { return st.s.State() }

func (st *story) team(name string) model.TeamID {
	st.t.Helper()
	t, ok := st.state().TeamByName(text(name))
	if !ok {
		st.t.Fatalf("no team %s", name)
	}
	return t.ID
}

// objective is a team's objective, counted from 1.
func (st *story) objective(team string, n int) model.ObjectiveID {
	st.t.Helper()
	t, _ := st.state().Teams.Get(st.team(team))
	return t.Objectives[n-1]
}

func (st *story) side(team string, n int, keyResults ...int) model.Side {
	st.t.Helper()
	side := model.Side{Team: st.team(team), Objective: st.objective(team, n)}
	o, _ := st.state().Objectives.Get(side.Objective)
	for _, k := range keyResults {
		side.KeyResults = append(side.KeyResults, o.KeyResults[k-1].ID)
	}
	return side
}

// find raises a finding and returns it.
func (st *story) find(kind model.FindingKind, a, b model.Side) []model.Finding {
	st.t.Helper()
	st.do(workshop.RaiseFinding{Finding: kind, A: a, B: b})
	var last model.Finding
	for f := range st.state().Findings.All() {
		last = f
	}
	return []model.Finding{last}
}

// ask makes a request and returns it.
func (st *story) ask(from, to model.Side, what, by string) model.RequestID {
	st.t.Helper()
	st.do(workshop.MakeRequest{From: from, To: to, What: text(what), NeededBy: text(by), Size: model.Medium})
	var last model.Request
	for r := range st.state().Requests.All() {
		last = r
	}
	return last.ID
}

func text(s string) model.Text { return model.Clean(s) }

// walk is a workshop with something of everything: every kind of decision, every kind of answer, and things taken back.
func (st *story) walk() *story {
	t := st.t
	t.Helper()
	st.do(workshop.MarkPresence{Team: st.team("Legal & Compliance")})
	st.do(workshop.MarkPresence{Team: st.team("Payments"), Present: true, MayCommit: true})
	st.do(workshop.TakePulse{When: workshop.StrategyStage, Team: st.team("Payments"), Votes: []int{2, 3, 4}})
	st.do(workshop.TakePulse{When: workshop.CloseStage, Team: st.team("Payments"), Votes: []int{4, 4, 5}})
	st.do(workshop.RecordWhyNow{Objective: st.objective("Growth", 2), Why: text("the campaign starts in March")})
	st.do(workshop.RecordWhyNow{Objective: st.objective("Growth", 2), Why: text("TAKEN BACK why now")})
	st.undo()

	st.requests()
	st.decisions()

	st.do(workshop.Speak{Objective: st.objective("Payments", 1), Party: model.TeamParty, Stance: model.Agreed})
	st.do(workshop.Speak{Objective: st.objective("Payments", 1), Party: model.LeadershipParty, Stance: model.Agreed})
	st.do(workshop.Vote{Objective: st.objective("Payments", 1), Votes: []int{5, 4, 4, 2}})
	st.do(workshop.Speak{Objective: st.objective("Platform", 2), Party: model.LeadershipParty, Stance: model.NotYet, Reason: text("who pays for the second region?")})
	st.do(workshop.Speak{Objective: st.objective("Platform", 1), Party: model.TeamParty, Stance: model.ParkedStance})
	st.do(workshop.Park{Text: text("Who owns the consent texts?"), About: st.side("Growth", 2), Owner: text("Mara"), Due: text("29 January")})
	st.do(workshop.Park{Text: text("Do we need a second test desk?")})
	st.do(workshop.RaiseSignal{Text: text("Ledger targets are exceeded every time"), Evidence: text("five cycles in a row"), Owner: text("CTO")})
	st.do(workshop.Comment{Objective: st.objective("Payments", 1), By: text("Aylin"), Text: text("The scheme test is on 3 March.")})
	return st
}

func (st *story) requests() {
	platform := model.Side{Team: st.team("Platform")}
	a := st.ask(st.side("Payments", 1, 3), platform, "name-check connector", "15 February")
	st.do(workshop.AnswerRequest{Request: a, Answer: model.Countered, When: text("15 March"), Text: text("sandbox in February")})
	st.do(workshop.AnswerRequest{Request: a, Answer: model.Committed, When: text("1 March"), Who: text("Devi")})
	st.ask(st.side("Growth", 3), platform, "in-app event triggers", "31 January")
	b := st.ask(st.side("Platform", 3), st.side("Payments", 1), "a quiet week in March", "")
	st.do(workshop.AnswerRequest{Request: b, Answer: model.Declined, Text: text("the scheme sets the dates")})
	c := st.ask(st.side("Platform", 1), st.side("Growth", 1), "one owner for environments", "")
	st.do(workshop.AnswerRequest{Request: c, Answer: model.SisterKR, Text: text("Growth names an owner for each environment"), Into: st.objective("Growth", 1)})
	d := st.ask(st.side("Business Lending", 1), platform, "two test environments", "1 February")
	st.do(workshop.AnswerRequest{Request: d, Answer: model.EscalatedUp, Who: text("COO"), Text: text("the nine engineers are booked")})
	e := st.ask(st.side("Business Lending", 2), model.Side{Team: st.team("Legal & Compliance")}, "consent wording", "")
	st.do(workshop.AnswerRequest{Request: e, Answer: model.RiskOwned, Who: text("Head of Credit")})
	st.ask(st.side("Business Lending", 3), platform, "TAKEN BACK request", "")
	st.undo()
}

func (st *story) decisions() {
	decide := func(in workshop.DecideFinding) {
		st.t.Helper()
		in.Owner, in.Due, in.AgreedBy = text("Anna"), text("5 February"), text("both leads")
		st.do(in)
	}
	dup := st.find(model.Duplicate, st.side("Growth", 1), st.side("Digital Onboarding", 1))
	decide(workshop.DecideFinding{Findings: dup, Outcome: model.LeadAndFollow, Rationale: text("sign-up is one flow")})
	merge := st.find(model.Duplicate, st.side("Platform", 2), st.side("Sustaining Engineering", 1))
	decide(workshop.DecideFinding{Findings: merge, Outcome: model.Merge, Rationale: text("word for word the same")})
	share := st.find(model.Duplicate, st.side("Payments", 2), st.side("Customer Care", 1))
	decide(workshop.DecideFinding{Findings: share, Outcome: model.NotDuplicate, Rationale: text("TAKEN BACK decision")})
	st.undo()
	decide(workshop.DecideFinding{Findings: share, Outcome: model.ShareOwners, Title: text("Payments that people need not ask about")})
	syn := st.find(model.Synergy, st.side("Fraud & Identity", 2), st.side("Digital Onboarding", 2))
	decide(workshop.DecideFinding{Findings: syn, Outcome: model.FormVirtualTeam, Name: text("One Identity"), Rationale: text("one check for all")})
	con := st.find(model.Conflict, st.side("Growth", 2), st.side("Customer Care", 2))
	decide(workshop.DecideFinding{Findings: con, Outcome: model.Escalated})
	dep := st.find(model.Dependency, st.side("Growth", 3), model.Side{Team: st.team("Payments")})
	decide(workshop.DecideFinding{Findings: dep, Outcome: model.NotDependency})
	st.do(workshop.DecideObjective{Objective: st.objective("Business Lending", 3), Outcome: model.Defer, Rationale: text("no interviews before Q2")})
	st.do(workshop.DecideObjective{Objective: st.objective("Customer Care", 3), Outcome: model.Drop, Rationale: text("a survey is not an objective")})
	st.do(workshop.DecideObjective{Objective: st.objective("Platform", 3), Outcome: model.Lift, To: st.team("Technology & Operations"), Rationale: text("hiring is decided there")})
	st.find(model.Synergy, st.side("Data & Insights", 2), st.side("Business Lending", 2))
	st.do(workshop.RewordObjective{Objective: st.objective("Growth", 2), Title: text("People who should know us do")})
}
