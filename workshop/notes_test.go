package workshop

import (
	"testing"

	"souk/model"
)

func TestNotes(t *testing.T) {
	r := market(t)
	id := r.id("Payments 1")
	r.do(Park{Text: text("pensions"), Owner: text("Eve"), Due: text("May")})
	var parked model.Parking
	for p := range r.State().Parking.All() {
		parked = p
	}
	lot := func(s *State) any {
		var out []string
		for p := range s.Parking.All() {
			out = append(out, p.Text.String()+"/"+p.Owner.String())
		}
		return out
	}
	family(t, r, []allowed{
		{"park", Park{Text: text("canteen"), About: r.side("Payments 1", 2)}, lot, []string{"pensions/Eve", "canteen/"}},
		{"own", OwnParking{parked.ID, text("Bob"), text("June")}, lot, []string{"pensions/Bob"}},
		{"comment", Comment{Objective: id, Text: text("bold")}, func(s *State) any {
			for c := range s.Comments.All() {
				return []any{c.Objective, c.By, c.Text}
			}
			return nil
		}, []any{id, "Ada", "bold"}},
		{"comment of somebody", Comment{id, text("Bob"), text("bold")}, func(s *State) any {
			for c := range s.Comments.All() {
				return c.By
			}
			return nil
		}, "Bob"},
	}, []refused{
		{"park nothing", Park{}, Empty},
		{"park about nobody", Park{Text: text("x"), About: model.Side{Team: "t99"}}, NotFound},
		{"park about no objective", Park{Text: text("x"), About: model.Side{Team: r.team("Growth"), Objective: "o99"}}, NotFound},
		{"own unknown", OwnParking{"p99", text("Bob"), model.Text{}}, NotFound},
		{"own by nobody", OwnParking{Parking: parked.ID}, Empty},
		{"own again", OwnParking{parked.ID, text("Eve"), text("May")}, Unchanged},
		{"comment on nothing", Comment{Objective: "o99", Text: text("x")}, NotFound},
		{"empty comment", Comment{Objective: id}, Empty},
	})
}
