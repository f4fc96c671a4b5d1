package workshop

import (
	"testing"

	"souk/model"
)

// raised is a market with a conflict between Growth 1 and Platform 1 that was raised by hand, and its finding.
func raised(t *testing.T) (*room, model.FindingID) {
	t.Helper()
	r := market(t)
	r.do(RaiseFinding{model.Conflict, r.side("Growth 1"), r.side("Platform 1", 1), text("the same people")})
	var id model.FindingID
	for f := range r.State().Findings.All() {
		id = f.ID
	}
	return r, id
}

// onTable is a finding as it is on the table.
func onTable(t *testing.T, s *State, detected []model.Finding, id model.FindingID) model.Finding {
	t.Helper()
	for _, f := range s.OnTheTable(detected) {
		if f.ID == id {
			return f
		}
	}
	t.Fatalf("%s is not on the table", id)
	return model.Finding{}
}

func TestWhatWasRaisedFollowsAMerge(t *testing.T) {
	r, id := raised(t)
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Payments 2", "Platform 1")}, Outcome: model.Merge})
	detected := r.finding(model.Conflict, "Growth 1", "Payments 2")
	detected.ID = model.Pair(detected.Kind, detected.A, detected.B)
	f := onTable(t, r.State(), []model.Finding{detected}, id)
	if f.B.Objective != r.id("Payments 2") || f.B.Team != r.team("Payments") {
		t.Errorf("it is between %+v and %+v", f.A, f.B)
	}
	if last := f.Reasons[len(f.Reasons)-1].Text; last != text("Platform 1 went into Payments 2.") || f.Reasons[0].Text != text("the same people") {
		t.Errorf("its reasons are %+v", f.Reasons)
	}
	if got := len(r.State().OnTheTable([]model.Finding{detected})); got != 2 {
		t.Errorf("with what was detected about the same pair and what was merged, %d are on the table, want 2", got)
	}
	r.do(DecideFinding{Findings: []model.Finding{f}, Outcome: model.TradeOff, Rationale: text("half each")})
	if d, _ := r.State().DecisionOn(id); d.Outcome != model.TradeOff {
		t.Errorf("the decision is %+v", d)
	}
}

func TestWhatCannotFollowCanBeClosed(t *testing.T) {
	for name, gone := range map[string]func(r *room){
		"both are one now": func(r *room) {
			r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Growth 1", "Platform 1")}, Outcome: model.Merge})
		},
		"deferred": func(r *room) {
			r.do(DecideObjective{Objective: r.id("Platform 1"), Outcome: model.Defer, Rationale: text("later")})
		},
	} {
		r, id := raised(t)
		gone(r)
		f := onTable(t, r.State(), nil, id)
		r.refuses(NotNow, DecideFinding{Findings: []model.Finding{f}, Outcome: model.Escalated})
		r.do(DecideFinding{Findings: []model.Finding{f}, Outcome: model.NoConflict})
		if d, decided := r.State().DecisionOn(id); !decided || len(d.Changes) > 0 {
			t.Errorf("%s: it is closed with %+v", name, d)
		}
	}
}

func TestWhatIsDecidedStaysAsItWas(t *testing.T) {
	r, id := raised(t)
	r.do(DecideFinding{Findings: []model.Finding{onTable(t, r.State(), nil, id)}, Outcome: model.NoConflict})
	before := asJSON(t, onTable(t, r.State(), nil, id))
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Payments 2", "Platform 1")}, Outcome: model.Merge})
	if after := asJSON(t, onTable(t, r.State(), nil, id)); after != before {
		t.Errorf("it was %s and is %s", before, after)
	}
}
