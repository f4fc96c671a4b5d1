package workshop

import (
	"testing"

	"souk/model"
)

// draftOf is a team's draft: each objective with its key results.
func draftOf(team string, objectives ...model.DraftObjective) model.DraftTeam {
	return model.DraftTeam{Name: text(team), Objectives: objectives}
}

func drafted(title string, keyResults ...string) model.DraftObjective {
	o := model.DraftObjective{Title: text(title)}
	for _, k := range keyResults {
		o.KeyResults = append(o.KeyResults, model.DraftKeyResult{Text: text(k)})
	}
	return o
}

func TestANewObjectiveIsNotTheOneThatWasDropped(t *testing.T) {
	r := newRoom(t)
	bring := func(title string) {
		o := drafted(title, "Churn from 5% to 3%", "NPS 10 to 20")
		r.do(ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{draftOf("Care", o), draftOf("Growth", drafted("Beta", "b"))}}})
	}
	bring("Customers stay")
	r.do(DecideObjective{Objective: r.id("Care 1"), Outcome: model.Drop, Rationale: text("too vague")})
	bring("Subscribers renew without being asked")
	live := 0
	for o := range r.State().Live() {
		if o.Team == r.team("Care") {
			live++
		}
	}
	if live != 1 {
		t.Errorf("%d objectives of Care are live", live)
	}
}

func TestAFileUnderATeamsOldNameIsStillThatTeams(t *testing.T) {
	r := newRoom(t)
	all := func(first string) []model.DraftTeam {
		return []model.DraftTeam{
			draftOf(first, drafted("Alpha one", "a1"), drafted("Alpha two", "a2")), draftOf("B", drafted("Beta", "b")), draftOf("C", drafted("Gamma", "c")),
		}
	}
	r.do(ImportDrafts{Drafts: model.Drafts{Teams: all("Sales")}})
	r.do(ImportDrafts{Drafts: model.Drafts{Teams: all("Field Sales")}})
	teams, objectives := r.State().Teams.Len(), r.State().Objectives.Len()
	r.do(ImportDrafts{Drafts: model.Drafts{Teams: all("Sales")[:1]}})
	if s := r.State(); s.Teams.Len() != teams || s.Objectives.Len() != objectives {
		t.Errorf("%d teams and %d objectives became %d and %d", teams, objectives, s.Teams.Len(), s.Objectives.Len())
	}
}

// virtual forms a virtual team around the first objectives of two teams.
func virtual(r *room, name string) model.TeamID {
	r.t.Helper()
	r.do(DecideFinding{
		Findings: []model.Finding{r.finding(model.Synergy, "Payments 1", "Growth 1")}, Outcome: model.FormVirtualTeam, Name: text(name),
	})
	return r.team(name)
}

func TestADraftedTeamDoesNotTakeAVirtualTeamsPlace(t *testing.T) {
	r := market(t)
	virtual(r, "Fraud")
	in := ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{draftOf("Fraud", drafted("Stop fraud", "less fraud"))}}}
	r.refuses(Invalid, in)
}

func TestWhatComesBackFromAVirtualTeamIsNotSharedAnyMore(t *testing.T) {
	r := market(t)
	to := virtual(r, "Trust")
	o := r.objective("Platform 1")
	r.do(DecideObjective{Objective: o.ID, Outcome: model.Lift, To: to, Rationale: text("x")})
	r.do(DecideObjective{Objective: o.ID, Outcome: model.BringBack, To: o.Team, Rationale: text("x")})
	back, _ := r.State().Objectives.Get(o.ID)
	if around := r.State().SharedOf(back).Virtual; len(around) > 0 {
		t.Errorf("it is still around %v", around)
	}
}

func TestACycleMayBeSpelledInAnotherWay(t *testing.T) {
	r := newRoom(t)
	d := model.Drafts{
		Cycle: text("2027-Q1"), Teams: []model.DraftTeam{draftOf("A", drafted("x"))},
		LastCycle: []model.Result{{Team: text("A"), Objective: text("Old"), Cycle: text("2026-Q4")}},
		Cycles:    []model.PastCycle{{Cycle: text("2026-Q4"), Total: model.Figures{Objectives: 3}}},
	}
	r.do(ImportDrafts{Drafts: d})
	d.LastCycle = []model.Result{{Team: text("A"), Objective: text("Old"), Cycle: text("Q4 2026"), Outcome: text("met")}}
	d.Cycles = nil
	r.do(ImportDrafts{Drafts: d})
	if s := r.State(); len(s.LastCycle) != 1 || len(s.History()) != 1 {
		t.Errorf("there are %d results in %d cycles", len(s.LastCycle), len(s.History()))
	}
}

func TestUndoDoesNotEmptyANewCycle(t *testing.T) {
	r := market(t)
	r.do(SetChecks{model.CheckSettings{Off: []string{"digits"}}})
	next, err := Begin(morning, model.Text{}, r.State(), text("2027-Q2"), model.PastCycle{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := Resume(nil, next.Entries)
	if err != nil {
		t.Fatal(err)
	}
	teams := s.State().Teams.Len()
	if title, can := s.CanUndo(); can {
		t.Errorf("the room may undo %q", title)
	}
	if _, err = s.TakeBack(morning, text("Ada")); err == nil || s.State().Teams.Len() != teams {
		t.Errorf("%d teams are left of %d", s.State().Teams.Len(), teams)
	}
}

func TestSettingsOfTheChecksAreTheStatesOwn(t *testing.T) {
	r := market(t)
	off, limits := []string{"digits"}, map[string]int{"objectives": 4}
	r.do(SetChecks{model.CheckSettings{Off: off, Limits: limits}})
	off[0], limits["objectives"] = "x", 9
	if c := r.State().Private.Checks; c.Off[0] != "digits" || c.Limits["objectives"] != 4 {
		t.Errorf("they changed to %v", c)
	}
}
