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
		{Team: b.ID, Live: 1, Asked: 1, Votes: []int{5}},
		{Team: a.ID, Live: 1, WhyNow: 1, Aligned: 1, Shared: 1, Votes: []int{4, 1}},
	}
	if !reflect.DeepEqual(each, wantEach) {
		t.Errorf("the teams are %+v, want %+v", each, wantEach)
	}
	if mean, low, high, ok := all.Confidence(); !ok || low != 1 || high != 5 || mean < 3.3 || mean > 3.4 {
		t.Errorf("confidence %v, %d to %d, %v", mean, low, high, ok)
	}
	if _, _, _, ok := (alignment.Measure{}).Confidence(); ok {
		t.Error("nobody voted, and there is a mean")
	}
}
