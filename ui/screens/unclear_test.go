package screens

import (
	"strings"
	"testing"

	"souk/model"
	"souk/workshop"
	"souk/workshop/detect"
)

func TestAnUnclearNameIsAsked(t *testing.T) {
	s := fixture(t)
	growth, care := team(t, s.State(), "Growth").ID, team(t, s.State(), "Customer Care").ID
	questions := []detect.Question{
		{Word: model.Clean("Marketing"), Teams: []model.TeamID{growth, care}, Times: 3}, {Word: model.Clean("Ops"), Teams: []model.TeamID{care, growth}, Times: 1},
	}
	for _, found := range [][]model.Finding{nil, relations(t, s.State())} {
		for _, size := range [][2]int{{80, 19}, {120, 35}, {120, 10}} {
			f := withFindings(s, found, size[0], size[1])
			f.Questions = questions
			d := &Dependencies{}
			has(t, seen(t, d, f), "w  Who is meant by “Marketing”? · 1 more")
			for choice, want := range map[string]model.TeamID{"Growth": growth, "Customer": care, "none": ""} {
				e := press(t, d, f, "w")
				if title := e.Open.Title(); title != "Who is meant by “Marketing”? Others write it in 3 lines" {
					t.Fatalf("the question is %q", title)
				}
				e = keys(e.Open, f, choice, "enter")
				if in, ok := e.Do[0].(workshop.NameTeam); !ok || in.Team != want || in.Word.Line() != "Marketing" || !e.Close {
					t.Errorf("%s gives %+v", choice, e)
				}
			}
			if strings.Contains(seen(t, NewDuplicates(), f), "Who is meant") {
				t.Error("duplicates ask for names")
			}
		}
	}
	f := withFindings(s, nil, 80, 19)
	if off(t, &Dependencies{}, f, "w") == "" || strings.Contains(seen(t, &Dependencies{}, f), "Who is meant") {
		t.Error("a question is asked where every name is clear")
	}
}
