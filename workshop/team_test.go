package workshop

import (
	"testing"

	"souk/model"
)

func TestNamesAndTeams(t *testing.T) {
	r := market(t)
	pay, plat := r.team("Payments"), r.team("Platform")
	team := func(id model.TeamID) func(*State) any {
		return func(s *State) any { t, _ := s.Teams.Get(id); return []any{t.Present, t.MayCommit} }
	}
	family(t, r, []allowed{
		{"name", NameWorkshop{text("Contoso"), text("Q2")}, func(s *State) any { return s.Name() }, "Contoso · Q2"},
		{"name without cycle", NameWorkshop{Organisation: text("Contoso")}, func(s *State) any { return s.Name() }, "Contoso"},
		{"team", AddTeam{Name: text("Legal"), Team: model.SupportTeam}, func(s *State) any {
			t, ok := s.TeamByName(text(" LEGAL "))
			return []any{ok, t.Kind, t.Present}
		}, []any{true, "support", true}},
		{"team of no kind", AddTeam{Name: text("Legal")}, func(s *State) any { t, _ := s.TeamByName(text("Legal")); return t.Kind }, "delivery"},
		{"absent", MarkPresence{Team: pay}, team(pay), []any{false, false}},
		{"may commit", MarkPresence{pay, true, true}, team(pay), []any{true, true}},
		{
			"need",
			AddNeed{Team: pay, From: plat, Text: text("a sandbox")},
			func(s *State) any { t, _ := s.Teams.Get(pay); return t.Needs[1] },
			model.Exchange{Team: plat, Text: text("a sandbox"), Raised: true},
		},
		{
			"offer",
			AddOffer{Team: pay, Text: text("test cards")},
			func(s *State) any { t, _ := s.Teams.Get(pay); return t.Offers },
			[]model.Exchange{{Text: text("test cards"), Raised: true}},
		},
	}, []refused{
		{"no name", NameWorkshop{Cycle: text("Q2")}, Empty},
		{"same name", NameWorkshop{text("Northwind"), text("2027-Q1")}, Unchanged},
		{"nameless team", AddTeam{}, Empty},
		{"team twice", AddTeam{Name: text("payments")}, Invalid},
		{"strange kind", AddTeam{Name: text("Legal"), Team: "choir"}, Invalid},
		{"unknown team", MarkPresence{Team: "t99", Present: true}, NotFound},
		{"commits from afar", MarkPresence{pay, false, true}, Invalid},
		{"marked already", MarkPresence{pay, true, false}, Unchanged},
		{"need of nobody", AddNeed{Team: "t99", Text: text("x")}, NotFound},
		{"need from nobody", AddNeed{Team: pay, From: "t99", Text: text("x")}, NotFound},
		{"need from itself", AddNeed{Team: pay, From: pay, Text: text("x")}, Invalid},
		{"need of nothing", AddNeed{Team: pay}, Empty},
		{"offer to itself", AddOffer{Team: pay, To: pay, Text: text("x")}, Invalid},
		{"offer of nothing", AddOffer{Team: pay, Text: text(" \n")}, Empty},
	})
}

func TestNameOfAWorkshop(t *testing.T) {
	for _, c := range []struct{ org, cycle, want string }{
		{"", "", "a new workshop"}, {"", "Q1", "Q1"}, {"Northwind", "", "Northwind"}, {"Northwind", "Q1", "Northwind · Q1"},
	} {
		s := State{Organisation: text(c.org), Cycle: text(c.cycle)}
		if s.Name() != c.want {
			t.Errorf("%q and %q make %q", c.org, c.cycle, s.Name())
		}
	}
}

func TestStallsFollowTheirOrder(t *testing.T) {
	r := market(t)
	names := func() (out []string) {
		for _, t := range r.State().Stalls() {
			out = append(out, t.Name.String())
		}
		return out
	}
	order := []model.TeamID{r.team("Growth"), r.team("Payments")}
	r.do(ReorderStalls{order})
	order[0] = r.team("Retail") // what the caller does to its own slice must not matter
	if got := asJSON(t, names()); got != `["Growth","Payments","Platform","Retail"]` {
		t.Errorf("stalls %s", got)
	}
	r.refuses(Unchanged, ReorderStalls{[]model.TeamID{r.team("Growth"), r.team("Payments")}})
	r.refuses(NotFound, ReorderStalls{[]model.TeamID{"t99"}})
	r.refuses(Invalid, ReorderStalls{[]model.TeamID{r.team("Growth"), r.team("Growth")}})
}
