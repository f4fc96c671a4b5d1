package workshop

import (
	"testing"

	"souk/model"
)

func TestObjectives(t *testing.T) {
	r := market(t)
	r.do(MakeRequest{From: r.side("Payments 1", 2), To: r.side("Platform 1"), What: text("a gateway")})
	o := r.objective("Payments 1")
	kr := o.KeyResults
	see := func(f func(model.Objective) any) func(*State) any {
		return func(s *State) any { o, _ := s.Objectives.Get(o.ID); return f(o) }
	}
	krs := see(func(o model.Objective) any {
		var out []string
		for _, k := range o.KeyResults {
			out = append(out, k.Text.String())
		}
		return out
	})
	family(t, r, []allowed{
		{"why now", RecordWhyNow{o.ID, text("The law")}, see(func(o model.Objective) any { return o.WhyNow }), "The law"},
		{"no why now", RecordWhyNow{o.ID, model.Text{}}, see(func(o model.Objective) any { return o.WhyNow }), ""},
		{
			"supports",
			StateSupport{o.ID, []model.Text{text("Become the PRIMARY bank"), text("growth"), text("the lights stay on"), text(" ")}},
			see(func(o model.Objective) any { return o.Supports }),
			[]model.Support{
				{Intent: r.intent("Become the primary bank"), Text: text("Become the PRIMARY bank")},
				{Team: r.team("Growth"), Text: text("growth")},
				{Text: text("the lights stay on")},
			},
		},
		{"supports nothing", StateSupport{o.ID, nil}, see(func(o model.Objective) any { return len(o.Supports) }), 0},
		{"add", AddObjective{o.Team, text("A third")}, func(s *State) any {
			all := s.ObjectivesOf(o.Team)
			return []any{len(all), all[2].Title, s.Label(all[2].ID), s.Drafted.Has(all[2].ID)}
		}, []any{3, "A third", "Payments 3", false}},
		{"reword", RewordObjective{o.ID, text("Pay in a second")}, see(func(o model.Objective) any { return o.Title }), "Pay in a second"},
		{"add key result", AddKeyResult{o.ID, text("A third")}, krs, []string{"Instant payments from 71% to 97%", "Cut disputes", "A third"}},
		{"reword key result", RewordKeyResult{o.ID, kr[1].ID, text("Halve disputes")}, krs, []string{"Instant payments from 71% to 97%", "Halve disputes"}},
		{"drop key result", DropKeyResult{o.ID, kr[0].ID}, krs, []string{"Cut disputes"}},
	}, []refused{
		{"why of nothing", RecordWhyNow{"o99", text("x")}, NotFound},
		{"same why", RecordWhyNow{o.ID, o.WhyNow}, Unchanged},
		{"support of nothing", StateSupport{"o99", nil}, NotFound},
		{"same support", StateSupport{o.ID, []model.Text{text("reduce churn")}}, Unchanged},
		{"add to nobody", AddObjective{"t99", text("x")}, NotFound},
		{"add nothing", AddObjective{o.Team, text("\t")}, Empty},
		{"reword unknown", RewordObjective{"o99", text("x")}, NotFound},
		{"reword to nothing", RewordObjective{o.ID, model.Text{}}, Empty},
		{"reword to the same", RewordObjective{o.ID, o.Title}, Unchanged},
		{"key result for nothing", AddKeyResult{"o99", text("x")}, NotFound},
		{"empty key result", AddKeyResult{o.ID, model.Text{}}, Empty},
		{"reword key result of nothing", RewordKeyResult{"o99", kr[0].ID, text("x")}, NotFound},
		{"reword unknown key result", RewordKeyResult{o.ID, "k99", text("x")}, NotFound},
		{"reword key result to nothing", RewordKeyResult{o.ID, kr[0].ID, model.Text{}}, Empty},
		{"reword key result to the same", RewordKeyResult{o.ID, kr[0].ID, kr[0].Text}, Unchanged},
		{"drop unknown key result", DropKeyResult{o.ID, "k99"}, NotFound},
		{"drop what somebody is asked for", DropKeyResult{o.ID, kr[1].ID}, NotNow},
	})
}

func TestBeforeAndAfter(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	r.do(RewordObjective{o.ID, text("Pay in a second")})
	r.do(RewordKeyResult{o.ID, o.KeyResults[1].ID, text("Halve disputes")})
	r.do(DropKeyResult{o.ID, o.KeyResults[0].ID})
	r.do(AddKeyResult{o.ID, text("Ten banks live")})
	r.do(AddObjective{o.Team, text("New one")})
	var got []string
	for _, c := range r.State().ChangedByWorkshop(o.Team) {
		got = append(got, c.Field+": "+c.Before.String()+" → "+c.After.String())
	}
	want := []string{
		"title: Pay anyone in seconds → Pay in a second",
		"KR1: Instant payments from 71% to 97% → ",
		"KR1: Cut disputes → Halve disputes",
		"KR2:  → Ten banks live",
		"title:  → New one",
	}
	if asJSON(t, got) != asJSON(t, want) {
		t.Errorf("changes\n%s\nwant\n%s", asJSON(t, got), asJSON(t, want))
	}
	if n := len(r.State().ChangedByWorkshop(r.team("Growth"))); n != 0 {
		t.Errorf("%d changes at a stall that nobody touched", n)
	}
}
