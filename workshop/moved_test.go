package workshop

import (
	"testing"

	"souk/model"
)

// needOf is a dependency as the detector finds it, for one key result.
func needOf(r *room, label string, kr int, asked string) model.Finding {
	f := model.Finding{Kind: model.Dependency, Score: 0.8, A: r.side(label, kr), B: r.side(asked)}
	f.ID = model.Pair(f.Kind, f.A, f.B)
	return f
}

func TestANeedThatWasAskedForStaysSoAfterAMerge(t *testing.T) {
	r := market(t)
	own := needOf(r, "Growth 1", 1, "Platform 1")
	r.do(MakeRequest{From: r.side("Payments 2", 1), To: r.side("Platform 1"), What: text("a gateway")})
	r.do(AnswerRequest{Request: r.request(1).ID, Answer: model.Committed, When: text("May")})
	if n := len(r.State().OnTheTable([]model.Finding{needOf(r, "Growth 1", 2, "Platform 1")})); n != 1 {
		t.Fatalf("%d needs of another objective are on the table, want 1", n)
	}
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Growth 1", "Payments 2")}, Outcome: model.Merge})
	moved := needOf(r, "Growth 1", 2, "Platform 1")
	for _, f := range r.State().OnTheTable([]model.Finding{moved}) {
		if f.ID == moved.ID {
			t.Error("the need is on the table again")
		}
	}
	if q, ok := r.State().RequestFor(moved); !ok || q.ID != r.request(1).ID {
		t.Errorf("the need belongs to the request %q", q.ID)
	}
	r.refuses(NotNow, MakeRequest{Findings: []model.Finding{moved}, From: moved.A, To: moved.B, What: text("a gateway")})
	if _, ok := r.State().RequestFor(own); ok {
		t.Error("what the other objective needs counts as asked, too")
	}
	if _, ok := r.State().RequestFor(needOf(r, "Growth 1", 2, "Payments 1")); ok {
		t.Error("what nobody asked of that team counts as asked")
	}
	r.do(MakeRequest{Findings: []model.Finding{own}, From: own.A, To: own.B, What: text("numbers")})
}

func TestANeedStaysAskedForWhereTheAskedTeamsObjectiveWent(t *testing.T) {
	r := market(t)
	r.do(MakeRequest{From: r.side("Payments 1"), To: r.side("Platform 1"), What: text("a gateway")})
	f := needOf(r, "Payments 1", 1, "Growth 1")
	if _, ok := r.State().RequestFor(f); ok {
		t.Fatal("another team was asked")
	}
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Growth 1", "Platform 1")}, Outcome: model.Merge})
	if _, ok := r.State().RequestFor(f); !ok {
		t.Error("the need is to be asked for again, of whom took the objective over")
	}
}

func TestKeyResultsWithoutAPromiseAreAtRisk(t *testing.T) {
	r := market(t)
	r.do(MakeRequest{From: r.side("Payments 2", 1), To: r.side("Platform 1"), What: text("a gateway")})
	lead, id := r.id("Growth 1"), r.request(1).ID
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Growth 1", "Payments 2")}, Outcome: model.Merge})
	for _, c := range []struct {
		answer        AnswerRequest
		waits, atRisk int
	}{
		{AnswerRequest{Request: id, Answer: model.Countered, When: text("June")}, 1, 0},
		{AnswerRequest{Request: id, Answer: model.Declined, Text: text("no people")}, 0, 1},
		{AnswerRequest{Request: id, Answer: model.EscalatedUp, Who: text("the board")}, 0, 1},
		{AnswerRequest{Request: id, Answer: model.RiskOwned, Who: text("Bob")}, 0, 0},
	} {
		r.do(c.answer)
		if w, a := len(r.State().Waiting(lead)), len(r.State().AtRisk(lead)); w != c.waits || a != c.atRisk {
			t.Errorf("%s: %d wait and %d are at risk, want %d and %d", c.answer.Answer, w, a, c.waits, c.atRisk)
		}
	}
}
