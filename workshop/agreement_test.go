package workshop

import (
	"testing"

	"souk/model"
)

func TestAgreement(t *testing.T) {
	r := market(t)
	id, gone := r.id("Payments 1"), r.id("Payments 2")
	r.do(DecideObjective{Objective: gone, Outcome: model.Drop, Rationale: text("no time")})
	r.do(Speak{id, model.TeamParty, model.Agreed, model.Text{}})
	r.do(Vote{id, []int{3, 5}})
	see := func(s *State) any { o, _ := s.Objectives.Get(id); return o.Agreement }
	yes := model.Word{Stance: model.Agreed}
	was := model.Agreement{Team: yes, Votes: []int{3, 5}}
	with := func(f func(*model.Agreement)) model.Agreement { a := was; f(&a); return a }
	family(t, r, []allowed{
		{"leadership agrees", Speak{id, model.LeadershipParty, model.Agreed, model.Text{}}, see, with(func(a *model.Agreement) { a.Leadership = yes })},
		{"not yet", Speak{id, model.LeadershipParty, model.NotYet, text("no money")}, see, with(func(a *model.Agreement) {
			a.Leadership = model.Word{Stance: model.NotYet, Reason: text("no money")}
		})},
		{"parked", Speak{id, model.TeamParty, model.ParkedStance, model.Text{}}, see, with(func(a *model.Agreement) { a.Team = model.Word{Stance: model.ParkedStance} })},
		{"open again", Speak{id, model.TeamParty, model.Unsaid, model.Text{}}, see, with(func(a *model.Agreement) { a.Team = model.Word{} })},
		{"votes", Vote{id, []int{0, 1}}, see, with(func(a *model.Agreement) { a.Votes = []int{0, 1} })},
		{"no votes", Vote{id, nil}, see, with(func(a *model.Agreement) { a.Votes = nil })},
	}, []refused{
		{"unknown", Speak{"o99", model.TeamParty, model.Agreed, model.Text{}}, NotFound},
		{"dropped", Speak{gone, model.TeamParty, model.Agreed, model.Text{}}, NotNow},
		{"nobody", Speak{id, "press", model.Agreed, model.Text{}}, Invalid},
		{"maybe", Speak{id, model.TeamParty, "maybe", model.Text{}}, Invalid},
		{"not yet without a reason", Speak{id, model.TeamParty, model.NotYet, text(" ")}, Empty},
		{"said already", Speak{id, model.TeamParty, model.Agreed, model.Text{}}, Unchanged},
		{"vote on nothing", Vote{"o99", []int{1}}, NotFound},
		{"six fingers", Vote{id, []int{6}}, Invalid},
		{"same vote", Vote{id, []int{3, 5}}, Unchanged},
	})
}

func TestAlignedCountsEveryLiveObjectiveOnce(t *testing.T) {
	r := market(t)
	count := func() []int { a, n, p, o := r.State().Aligned(); return []int{a, n, p, o} }
	say := func(label string, p model.Party, st model.Stance) { r.do(Speak{r.id(label), p, st, text("because")}) }
	say("Payments 1", model.TeamParty, model.Agreed)
	say("Payments 1", model.LeadershipParty, model.Agreed)
	say("Payments 2", model.TeamParty, model.NotYet)
	say("Platform 1", model.TeamParty, model.NotYet)
	say("Platform 1", model.LeadershipParty, model.ParkedStance)
	if got := asJSON(t, count()); got != "[1,1,1,1]" {
		t.Errorf("aligned, not yet, parked, open: %s", got)
	}
	r.do(DecideObjective{Objective: r.id("Payments 2"), Outcome: model.Defer, Rationale: text("later")})
	if got := asJSON(t, count()); got != "[1,0,1,1]" {
		t.Errorf("with one deferred: %s", got)
	}
}

func TestVotesBelongToTheWorkshop(t *testing.T) {
	r := market(t)
	votes := []int{4, 4}
	r.do(Vote{r.id("Payments 1"), votes})
	r.do(TakePulse{CloseStage, r.team("Growth"), votes})
	votes[0] = 0
	if got := r.objective("Payments 1").Agreement.Votes[0]; got != 4 {
		t.Errorf("the vote became %d behind the workshop's back", got)
	}
	if got := r.State().PulseOf(CloseStage, "")[0]; got != 4 {
		t.Errorf("the pulse became %d behind the workshop's back", got)
	}
}
