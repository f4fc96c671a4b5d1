package workshop

import (
	"testing"

	"souk/model"
)

func TestWordsAndNames(t *testing.T) {
	r := market(t)
	r.do(TreatAs{text("churn"), text("attrition")})
	r.do(NameTeam{text("Engineers"), r.team("Platform")})
	r.do(NameTeam{text("ops"), ""})
	words := func(s *State) any { return s.Words }
	names := func(s *State) any { return s.Aliases }
	family(t, r, []allowed{
		{"another pair", TreatAs{text("loan"), text("credit")}, words, [][]string{{"churn", "attrition"}, {"loan", "credit"}}},
		{
			"another name",
			NameTeam{text("ops"), r.team("Growth")},
			names,
			[]model.Alias{{Word: text("Engineers"), Team: r.team("Platform")}, {Word: text("ops"), Team: r.team("Growth")}},
		},
		{
			"no team after all",
			NameTeam{text("engineers"), ""},
			names,
			[]model.Alias{{Word: text("ops")}, {Word: text("engineers")}},
		},
	}, []refused{
		{"a word alone", TreatAs{Word: text("churn")}, Empty},
		{"a word with itself", TreatAs{text("churn"), text("Churn ")}, Invalid},
		{"what is known", TreatAs{text("Attrition"), text("churn")}, Unchanged},
		{"no word", NameTeam{Team: r.team("Growth")}, Empty},
		{"a team that is not there", NameTeam{text("x"), "t99"}, NotFound},
		{"what was said", NameTeam{text("OPS"), ""}, Unchanged},
	})
}
