package workshop

import (
	"testing"

	"souk/model"
)

// parted are the parts of an objective in words: "Payments KR1, KR2 · Growth KR3 + Growth 1".
func parted(s *State, id model.ObjectiveID) string {
	o, _ := s.Objectives.Get(id)
	out := ""
	for i, p := range s.Parts(o) {
		if i > 0 {
			out += " · "
		}
		out += s.TeamName(p.Team) + " " + p.Numbers()
		for _, f := range p.Follows {
			out += "+ " + s.Label(f)
		}
	}
	return out
}

// sharing is a market in which Payments 1 and Growth 1 are one objective.
func sharing(t fataler) *room {
	t.Helper()
	r := market(t)
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Payments 1", "Growth 1")}, Outcome: model.ShareOwners})
	return r
}

func TestKeyResultsKeepTheirTeam(t *testing.T) {
	for _, c := range []struct {
		name string
		in   DecideFinding
		want string
	}{
		{"share", DecideFinding{Outcome: model.ShareOwners}, "Payments KR1, KR2 · Growth KR3, KR4"},
		{"the other leads", DecideFinding{Outcome: model.ShareOwners, Lead: "the other"}, "Growth KR1, KR2 · Payments KR3, KR4"},
		{"merge", DecideFinding{Outcome: model.Merge}, "Payments KR1, KR2, KR3, KR4"},
	} {
		r := market(t)
		f := r.finding(model.Duplicate, "Payments 1", "Growth 1")
		id := f.A.Objective
		if c.in.Lead != "" {
			c.in.Lead, id = f.B.Objective, f.B.Objective
		}
		c.in.Findings = []model.Finding{f}
		r.do(c.in)
		if got := parted(r.State(), id); got != c.want {
			t.Errorf("%s: the parts are %q, want %q", c.name, got, c.want)
		}
	}
	r := market(t)
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Synergy, "Payments 1", "Growth 1")}, Outcome: model.FormVirtualTeam, Name: text("Trust")})
	if got, want := parted(r.State(), r.id("Payments 1")), "Payments KR1, KR2 · Growth + Growth 1"; got != want {
		t.Errorf("the parts of a virtual team are %q, want %q", got, want)
	}
}

func TestAThirdOwnerKeepsThePartsOfTheOthers(t *testing.T) {
	r := sharing(t)
	r.do(DecideFinding{
		Findings: []model.Finding{r.finding(model.Duplicate, "Platform 1", "Payments 1")}, Outcome: model.ShareOwners,
	})
	if got, want := parted(r.State(), r.id("Platform 1")), "Platform KR1 · Payments KR2, KR3 · Growth KR4, KR5"; got != want {
		t.Errorf("the parts are %q, want %q", got, want)
	}
}

func TestDraftsSayWhoDelivers(t *testing.T) {
	d := model.Drafts{Teams: []model.DraftTeam{
		{Name: text("A"), Objectives: []model.DraftObjective{{Title: text("a"), Owners: []model.Text{text("B")}, KeyResults: []model.DraftKeyResult{
			{Text: text("one"), Team: text("b")}, {Text: text("two"), Owner: text("B")}, {Text: text("three"), Owner: text("Eve")}, {Text: text("four"), Team: text("C")},
		}}}},
		{Name: text("B")},
		{Name: text("C")},
	}}
	r := newRoom(t)
	r.do(ImportDrafts{Drafts: d})
	if got, want := parted(r.State(), r.id("A 1")), "A KR3, KR4 · B KR1, KR2"; got != want {
		t.Errorf("the parts are %q, want %q", got, want)
	}
	// What the room says stays, whatever the drafts say later.
	o := r.objective("A 1")
	r.do(AssignKeyResult{o.ID, o.KeyResults[1].ID, r.team("A")})
	d.Teams[0].Objectives[0].KeyResults[1].Team = text("B")
	d.Teams[0].Objectives[0].KeyResults[2].Team = text("B")
	r.do(ImportDrafts{Drafts: d})
	if got, want := parted(r.State(), o.ID), "A KR2, KR4 · B KR1, KR3"; got != want {
		t.Errorf("after another import the parts are %q, want %q", got, want)
	}
}

func TestAssigningKeyResults(t *testing.T) {
	r := sharing(t)
	o, single := r.objective("Payments 1"), r.objective("Payments 2")
	see := func(s *State) any { return parted(s, o.ID) }
	family(t, r, []allowed{
		{"to the other owner", AssignKeyResult{o.ID, o.KeyResults[1].ID, r.team("Growth")}, see, "Payments KR1 · Growth KR2, KR3, KR4"},
		{"to the author", AssignKeyResult{o.ID, o.KeyResults[2].ID, r.team("Payments")}, see, "Payments KR1, KR2, KR3 · Growth KR4"},
	}, []refused{
		{"an unknown objective", AssignKeyResult{"o99", o.KeyResults[0].ID, r.team("Growth")}, NotFound},
		{"an unknown key result", AssignKeyResult{o.ID, "k99", r.team("Growth")}, NotFound},
		{"an unknown team", AssignKeyResult{o.ID, o.KeyResults[0].ID, "t99"}, NotFound},
		{"a team that does not own it", AssignKeyResult{o.ID, o.KeyResults[0].ID, r.team("Platform")}, Invalid},
		{"of one team alone", AssignKeyResult{single.ID, single.KeyResults[0].ID, r.team("Growth")}, NotNow},
		{"as it is", AssignKeyResult{o.ID, o.KeyResults[0].ID, r.team("Payments")}, Unchanged},
	})
	before := asJSON(t, o)
	r.do(AssignKeyResult{o.ID, o.KeyResults[0].ID, r.team("Growth")})
	if asJSON(t, o) != before {
		t.Error("assigning changed an older state")
	}
	r.do(DecideObjective{Objective: o.ID, Outcome: model.Defer, Rationale: text("x")})
	r.refuses(NotNow, AssignKeyResult{o.ID, o.KeyResults[0].ID, r.team("Payments")})
}

func TestTogether(t *testing.T) {
	see := func(r *room) any {
		s := r.State()
		var out []string
		all := s.Together()
		for _, one := range all.Shared {
			line := s.Label(one.Objective.ID) + ":"
			for _, v := range one.Virtual {
				line += " (" + v.Name.Line() + ")"
			}
			for _, p := range one.Parts {
				line += " " + s.TeamName(p.Team)
			}
			out = append(out, line+", "+s.TeamName(one.Lead())+" leads")
		}
		for _, a := range all.Alone {
			line := a.Team.Name.Line() + ":"
			for _, o := range a.Objectives {
				line += " " + s.Label(o.ID)
			}
			out = append(out, line)
		}
		return out
	}
	r := market(t)
	check := func(when string, want ...string) {
		t.Helper()
		if got := asJSON(t, see(r)); got != asJSON(t, want) {
			t.Errorf("%s: %s, want %s", when, got, asJSON(t, want))
		}
	}
	check("as drafted", "Payments: Payments 1 Payments 2", "Platform: Platform 1", "Growth: Growth 1")
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Payments 1", "Platform 1")}, Outcome: model.ShareOwners})
	check("shared", "Payments 1: Payments Platform, Payments leads", "Payments: Payments 2", "Growth: Growth 1")
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Synergy, "Payments 2", "Growth 1")}, Outcome: model.FormVirtualTeam, Name: text("Trust")})
	r.do(DescribeVirtualTeam{Team: r.team("Trust"), Lead: r.team("Growth")})
	check("with a virtual team", "Payments 2: (Trust) Payments Growth, Growth leads", "Payments 1: Payments Platform, Payments leads")
	if all := r.State().SharedObjectives(); !all[0].Has(r.team("Growth")) || all[1].Has(r.team("Growth")) {
		t.Error("Growth has a part in the wrong objectives")
	}
	// What a team formed around goes on in what it was merged into.
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Payments 1", "Payments 2")}, Outcome: model.Merge})
	check("merged", "Payments 1: (Trust) Payments Platform Growth, Growth leads", "Growth: Growth 1")
}

func TestDescribingVirtualTeams(t *testing.T) {
	r := market(t)
	f := r.finding(model.Synergy, "Payments 2", "Growth 1")
	r.do(DecideFinding{Findings: []model.Finding{f}, Outcome: model.FormVirtualTeam, Name: text("Trust"), Rationale: text("one voice"), Until: text("end of June")})
	id := r.team("Trust")
	see := func(s *State) any {
		v, _ := s.Teams.Get(id)
		return []any{v.Description, v.Until, s.TeamName(v.Members[0]), len(v.Members)}
	}
	if got, want := asJSON(t, see(r.State())), `["one voice","end of June","Payments",2]`; got != want {
		t.Errorf("it forms as %s, want %s", got, want)
	}
	family(t, r, []allowed{
		{"all of it", DescribeVirtualTeam{id, text("one answer"), text("May"), r.team("Growth")}, see, []any{"one answer", "May", "Growth", 2}},
		{"the lead stays", DescribeVirtualTeam{Team: id, Until: text("May")}, see, []any{"", "May", "Payments", 2}},
	}, []refused{
		{"unknown", DescribeVirtualTeam{Team: "t99"}, NotFound},
		{"a team with a stall", DescribeVirtualTeam{Team: r.team("Growth"), Until: text("May")}, Invalid},
		{"led from outside", DescribeVirtualTeam{id, text("x"), text("May"), r.team("Platform")}, Invalid},
		{"as it is", DescribeVirtualTeam{id, text("one voice"), text("end of June"), r.team("Payments")}, Unchanged},
		{"as it is, no lead said", DescribeVirtualTeam{Team: id, Purpose: text("one voice"), Until: text("end of June")}, Unchanged},
	})
	d, _ := r.State().DecisionOn(f.ID)
	if v, ok := r.State().VirtualTeamOf(d); !ok || v.ID != id {
		t.Errorf("the decision formed %q", v.Name)
	}
	if got := r.State().VirtualTeamsOf(r.team("Growth")); len(got) != 1 || len(r.State().VirtualTeamsOf(r.team("Platform"))) != 0 {
		t.Errorf("Growth is in %d virtual teams", len(got))
	}
}
