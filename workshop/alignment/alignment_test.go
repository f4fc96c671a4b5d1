package alignment_test

import (
	"reflect"
	"testing"
	"time"

	"souk/model"
	"souk/workshop"
	"souk/workshop/alignment"
)

func text(s string) model.Text { return model.Clean(s) }

func TestOfCountsWhatIsLive(t *testing.T) {
	s := workshop.New()
	do := func(in workshop.Intent) {
		t.Helper()
		if _, err := s.Do(time.Time{}, model.Text{}, in); err != nil {
			t.Fatalf("%T: %v", in, err)
		}
	}
	do(workshop.ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{
		{Name: text("A"), Objectives: []model.DraftObjective{{Title: text("a"), WhyNow: text("now"), Owners: []model.Text{text("B")}}, {Title: text("b"), WhyNow: text("now")}}},
		{Name: text("B"), Objectives: []model.DraftObjective{{Title: text("c")}}},
	}}})
	teams := s.State().Stalls()
	a, b := teams[0], teams[1]
	for _, p := range []model.Party{model.TeamParty, model.LeadershipParty} {
		do(workshop.Speak{Objective: a.Objectives[0], Party: p, Stance: model.Agreed})
	}
	do(workshop.Speak{Objective: b.Objectives[0], Party: model.TeamParty, Stance: model.Agreed})
	do(workshop.Vote{Objective: a.Objectives[0], Votes: []int{4, 1}})
	do(workshop.Vote{Objective: b.Objectives[0], Votes: []int{5}})
	do(workshop.MakeRequest{From: model.Side{Team: a.ID, Objective: a.Objectives[0]}, To: model.Side{Team: b.ID}, What: text("help")})
	do(workshop.DecideObjective{Objective: a.Objectives[1], Outcome: model.Drop, Rationale: text("too much")})
	do(workshop.ReorderStalls{Order: []model.TeamID{b.ID, a.ID}})

	all, each := alignment.Of(s.State())
	want := alignment.Measure{Live: 2, WhyNow: 1, Aligned: 1, Shared: 1, Asked: 1, Votes: []int{4, 1, 5}}
	if !reflect.DeepEqual(all, want) {
		t.Errorf("all are %+v, want %+v", all, want)
	}
	wantEach := []alignment.Measure{
		{Team: b.ID, Live: 2, WhyNow: 1, Aligned: 1, Shared: 1, Asked: 1, Votes: []int{4, 1, 5}}, // what it owns with A counts for both
		{Team: a.ID, Live: 1, WhyNow: 1, Aligned: 1, Shared: 1, Votes: []int{4, 1}},
	}
	if !reflect.DeepEqual(each, wantEach) {
		t.Errorf("the teams are %+v, want %+v", each, wantEach)
	}
	figures := model.Figures{Objectives: 2, WhyNow: 1, Agreed: 1, Shared: 1, Asked: 1, Confidence: model.Confidence{Votes: 3, Mean: 3.33, Low: 1, High: 5}}
	if got := all.Figures(s.State()); got != figures {
		t.Errorf("the figures are %+v, want %+v", got, figures)
	}
	if got := (alignment.Measure{}).Figures(s.State()); got != (model.Figures{}) {
		t.Errorf("nobody did anything, and there are figures: %+v", got)
	}
}

func TestMembersOfAVirtualTeamShareItsObjective(t *testing.T) {
	s := workshop.New()
	do := func(in workshop.Intent) {
		t.Helper()
		if _, err := s.Do(time.Time{}, model.Text{}, in); err != nil {
			t.Fatalf("%T: %v", in, err)
		}
	}
	do(workshop.ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{
		{Name: text("A"), Objectives: []model.DraftObjective{{Title: text("a")}, {Title: text("b")}}},
		{Name: text("B"), Objectives: []model.DraftObjective{{Title: text("c")}}},
		{Name: text("C"), Objectives: []model.DraftObjective{{Title: text("d")}}},
	}}})
	teams := s.State().Stalls()
	f := model.Finding{ID: "f", Kind: model.Synergy, A: model.Side{Team: teams[0].ID, Objective: teams[0].Objectives[1]}, B: model.Side{Team: teams[2].ID, Objective: teams[2].Objectives[0]}}
	do(workshop.DecideFinding{Findings: []model.Finding{f}, Outcome: model.FormVirtualTeam, Name: text("V"), Rationale: text("both")})
	all, each := alignment.Of(s.State())
	if all.Live != 4 || all.Shared != 1 {
		t.Errorf("all are %+v, want one of four objectives shared", all)
	}
	for i, want := range []alignment.Measure{{Live: 2, Shared: 1}, {Live: 1}, {Live: 2, Shared: 1}} {
		if want.Team = teams[i].ID; !reflect.DeepEqual(each[i], want) {
			t.Errorf("team %d is %+v, want %+v", i+1, each[i], want)
		}
	}
}
