package workshop

import (
	"testing"

	"souk/model"
)

// stands is where an objective is, in words.
func stands(s *State, id model.ObjectiveID) []any {
	o, _ := s.Objectives.Get(id)
	return []any{s.Label(id), s.names(o.Owners), parted(s, id), o.Agreement.Team.Stance}
}

func TestBringingBack(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	why := text("they know it best")
	r.refuses(NotNow, DecideObjective{Objective: o.ID, Outcome: model.BringBack, To: r.team("Growth"), Rationale: why})
	lift := DecideObjective{Objective: o.ID, Outcome: model.Lift, To: r.team("Retail"), Rationale: text("for all")}
	r.do(lift)
	r.do(Speak{o.ID, model.TeamParty, model.Agreed, model.Text{}})
	back := func(to string) DecideObjective {
		return DecideObjective{Objective: o.ID, Outcome: model.BringBack, To: r.team(to), Rationale: why}
	}
	see := func(s *State) any { return stands(s, o.ID) }
	family(t, r, []allowed{
		{"home", back("Payments"), see, []any{"Payments 1", "", "Payments KR1, KR2", ""}},
		{"to another team", back("Growth"), see, []any{"Growth 2", "Payments", "Growth  · Payments KR1, KR2", ""}},
		{"as it was drafted", back("Payments"), func(s *State) any { return s.ChangedByWorkshop(r.team("Payments")) }, nil},
		{"the higher team lets go", back("Payments"), func(s *State) any { return len(s.ObjectivesOf(r.team("Retail"))) }, 0},
		{"in a sentence", back("Payments"), func(s *State) any {
			var d model.Decision
			for d = range s.Decisions.All() {
			}
			return []any{d.Summary, d.Rationale, changes(s, d)}
		}, []any{"Retail 1 “Pay anyone in seconds” is brought back to Payments.", "they know it best", []string{
			"Payments 1 team: Retail → Payments", "Payments 1 owners: Payments → ",
		}}},
	}, []refused{
		{"where it is", back("Retail"), Invalid},
		{"to nobody", DecideObjective{Objective: o.ID, Outcome: model.BringBack, Rationale: why}, NotFound},
		{"without a reason", DecideObjective{Objective: o.ID, Outcome: model.BringBack, To: r.team("Payments")}, Empty},
	})
	r.do(back("Payments"))
	r.refuses(NotNow, back("Growth"))
	r.do(lift)
	if home, ok := r.State().LiftedFrom(o.ID); !ok || home != r.team("Payments") {
		t.Errorf("lifted again, its home is %q", r.State().TeamName(home))
	}
}

func TestWhoStaysAnOwner(t *testing.T) {
	lift := func(r *room, to string) model.ObjectiveID {
		o := r.objective("Payments 1")
		r.do(DecideObjective{Objective: o.ID, Outcome: model.Lift, To: r.team(to), Rationale: text("for all")})
		return o.ID
	}
	back := func(r *room, id model.ObjectiveID) {
		r.do(DecideObjective{Objective: id, Outcome: model.BringBack, To: r.team("Payments"), Rationale: text("x")})
	}
	for _, c := range []struct {
		name string
		do   func(r *room) model.ObjectiveID
		want string
	}{
		{"a higher team that took on a key result", func(r *room) model.ObjectiveID {
			id := lift(r, "Retail")
			o, _ := r.State().Objectives.Get(id)
			r.do(AssignKeyResult{id, o.KeyResults[1].ID, r.team("Retail")})
			return id
		}, "Payments KR1 · Retail KR2"},
		{"an owner to which it was lifted", func(r *room) model.ObjectiveID {
			r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Payments 1", "Growth 1")}, Outcome: model.ShareOwners})
			return lift(r, "Growth")
		}, "Payments KR1, KR2 · Growth KR3, KR4"},
		{"a member of the virtual team around it", func(r *room) model.ObjectiveID {
			r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Synergy, "Payments 1", "Growth 1")}, Outcome: model.FormVirtualTeam, Name: text("Trust")})
			return lift(r, "Growth")
		}, "Payments KR1, KR2 · Growth + Growth 1"},
		{"nobody else", func(r *room) model.ObjectiveID { return lift(r, "Growth") }, "Payments KR1, KR2"},
	} {
		r := market(t)
		id := c.do(r)
		back(r, id)
		if got := parted(r.State(), id); got != c.want {
			t.Errorf("%s: the parts are %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBroughtBackToItsPlace(t *testing.T) {
	r := market(t)
	first, second := r.id("Payments 1"), r.id("Payments 2")
	for _, id := range []model.ObjectiveID{first, second} {
		r.do(DecideObjective{Objective: id, Outcome: model.Lift, To: r.team("Retail"), Rationale: text("x")})
	}
	for _, id := range []model.ObjectiveID{second, first} {
		r.do(DecideObjective{Objective: id, Outcome: model.BringBack, To: r.team("Payments"), Rationale: text("x")})
	}
	if a, b := r.State().Label(first), r.State().Label(second); a != "Payments 1" || b != "Payments 2" {
		t.Errorf("they stand as %s and %s", a, b)
	}
}

// A lift that was recorded before key results had teams leaves the higher team no part.
func TestALiftOfOldComesBack(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	e := r.do(DecideObjective{Objective: o.ID, Outcome: model.Lift, To: r.team("Retail"), Rationale: text("x")})
	v := e.Fact.(ObjectiveDecided)
	for i := range v.Objectives[0].KeyResults {
		v.Objectives[0].KeyResults[i].Team = ""
	}
	e.Fact = v
	s, err := Resume(nil, append(r.journal[:len(r.journal)-1:len(r.journal)-1], e))
	if err != nil {
		t.Fatal(err)
	}
	in := DecideObjective{Objective: o.ID, Outcome: model.BringBack, To: r.team("Payments"), Rationale: text("x")}
	if _, err := s.Do(r.now, text("Ada"), in); err != nil {
		t.Fatal(err)
	}
	if got, want := parted(s.State(), o.ID), "Payments KR1, KR2"; got != want {
		t.Errorf("the parts are %q, want %q", got, want)
	}
}

// A virtual team has no stall where an objective could go back to.
func TestNothingIsBroughtBackToAVirtualTeam(t *testing.T) {
	r := market(t)
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Synergy, "Payments 1", "Growth 1")}, Outcome: model.FormVirtualTeam, Name: text("Trust")})
	id := r.id("Payments 1")
	r.do(DecideObjective{Objective: id, Outcome: model.Lift, To: r.team("Retail"), Rationale: text("x")})
	r.refuses(Invalid, DecideObjective{Objective: id, Outcome: model.BringBack, To: r.team("Trust"), Rationale: text("x")})
}
