package workshop

import (
	"testing"

	"souk/model"
)

func TestWhatADecisionSettles(t *testing.T) {
	for _, c := range []struct {
		outcome model.Outcome
		settled int
	}{
		{model.Merge, 1},
		{model.ShareOwners, 1},
		{model.LeadAndFollow, 1},
		{model.SplitScope, 1},
		{model.KeepBoth, 3},
		{model.NotDuplicate, 3},
	} {
		r := market(t)
		card := []model.Finding{
			r.finding(model.Duplicate, "Payments 2", "Growth 1"), r.finding(model.Duplicate, "Payments 2", "Platform 1"),
			r.finding(model.Duplicate, "Growth 1", "Platform 1"),
		}
		for i := range card {
			card[i].Card = "same line"
		}
		r.do(DecideFinding{Findings: card, Outcome: c.outcome, ScopeLead: text("a"), ScopeRest: text("b")})
		settled := 0
		for _, f := range card {
			if got, _ := r.State().Findings.Get(f.ID); got.Status != model.Open {
				settled++
			}
		}
		if settled != c.settled {
			t.Errorf("%s settles %d pairs, want %d", c.outcome, settled, c.settled)
		}
		if settled == 1 { // what is left can be decided
			r.do(DecideFinding{Findings: card[1:2], Outcome: model.NotDuplicate})
		}
	}
}
