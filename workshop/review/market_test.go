package review_test

import (
	"testing"
	"time"

	"souk/model"
	"souk/workshop"
	"souk/workshop/review"
)

// What the coach dismissed or switched off in a workshop stays silent, and what the room dropped is not read.
func TestInputOfAWorkshop(t *testing.T) {
	s := workshop.New()
	do := func(in workshop.Intent) {
		t.Helper()
		if _, err := s.Do(time.Date(2027, 1, 11, 9, 0, 0, 0, time.UTC), model.Text{}, in); err != nil {
			t.Fatal(err)
		}
	}
	do(workshop.ImportDrafts{Drafts: model.Drafts{Cycle: model.Clean("2027-Q1"), Teams: []model.DraftTeam{{Name: model.Clean("North"), Objectives: []model.DraftObjective{
		{Title: model.Clean("Launch the app for quiet hours")}, {Title: model.Clean("Build new breakfast tables")},
	}}}}, Source: model.Clean("north.yaml")})
	first := review.Run(review.InputOf(s.State()))
	if len(first) != 3 {
		t.Fatalf("two deliverables, neither with a key result nor a why-now: %+v", first)
	}
	dismissed := placeOf(first, "deliverable")
	do(workshop.SetChecks{Settings: model.CheckSettings{Off: []string{"no-key-results"}}})
	do(workshop.DismissChecks{IDs: []string{dismissed.ID}})
	second := review.Run(review.InputOf(s.State()))
	if len(second) != 2 || placeOf(second, "deliverable").ID == dismissed.ID || placeOf(second, "no-key-results").ID != "" {
		t.Errorf("one was switched off and one place dismissed: %+v", second)
	}
}

// placeOf is the first place where a check speaks.
func placeOf(cards []review.Card, check string) review.Place {
	for _, c := range cards {
		if c.Check.ID == check {
			return c.Places[0]
		}
	}
	return review.Place{}
}
