package workshop

import (
	"testing"

	"souk/model"
)

func TestSupporters(t *testing.T) {
	r := market(t)
	churn := r.intent("Reduce churn")
	r.do(StateSupport{r.id("Growth 1"), []model.Text{text("the law"), text("reduce churn")}})
	labels := func() (out []string) {
		for o := range r.State().Supporters(churn) {
			out = append(out, r.State().Label(o.ID))
		}
		return out
	}
	if got := asJSON(t, labels()); got != `["Payments 1","Growth 1"]` {
		t.Errorf("supporters %s", got)
	}
	r.do(DecideObjective{Objective: r.id("Payments 1"), Outcome: model.Defer, Rationale: text("later")})
	if got := asJSON(t, labels()); got != `["Growth 1"]` {
		t.Errorf("supporters %s; a deferred objective supports nothing", got)
	}
	for range r.State().Supporters(churn) {
		break
	}
}

func TestOnlyLiveObjectivesAreCounted(t *testing.T) {
	r := market(t)
	team := r.team("Payments")
	objectives, krs := r.State().CountLive(team)
	o := r.objective("Payments 1")
	r.do(DecideObjective{Objective: o.ID, Outcome: model.Defer, Rationale: text("later")})
	if n, k := r.State().CountLive(team); n != objectives-1 || k != krs-len(o.KeyResults) || len(o.KeyResults) == 0 {
		t.Errorf("%d objectives and %d key results count, of %d and %d before one with %d was deferred", n, k, objectives, krs, len(o.KeyResults))
	}
	if n, k := r.State().CountLive("t99"); n+k != 0 {
		t.Errorf("a team that is not there has %d objectives and %d key results", n, k)
	}
}

func TestWhatIsNotThereHasAName(t *testing.T) {
	s := market(t).State()
	if s.TeamName("t99") != "?" || s.Label("o99") != "?" || len(s.ObjectivesOf("t99")) != 0 {
		t.Error("what is not there must read as a question mark")
	}
	if _, _, ok := KeyResult(model.Objective{}, "k1"); ok {
		t.Error("an objective without key results has one")
	}
}

func TestFindingsWithoutAProviderStand(t *testing.T) {
	r := market(t)
	need := model.Finding{ID: "f", Kind: model.Dependency, A: r.side("Payments 1"), B: model.Side{Team: r.team("Retail")}}
	gone := model.Finding{ID: "g", Kind: model.Dependency, A: r.side("Payments 1"), B: model.Side{Team: "t99"}}
	if got := r.State().OnTheTable([]model.Finding{need, gone}); len(got) != 1 || got[0].ID != "f" {
		t.Errorf("on the table %+v", got)
	}
	if got := r.State().Pair(need); got != "Payments → Retail" {
		t.Errorf("the room calls it %q", got)
	}
	need.Kind = model.Conflict
	if got := r.State().Pair(need); got != "Payments × Retail" {
		t.Errorf("the room calls it %q", got)
	}
}

// A key result that the room found something about stays, even where the drafts leave it out.
func TestAFindingHoldsOnToItsKeyResult(t *testing.T) {
	r := market(t)
	r.do(RaiseFinding{model.Synergy, r.side("Growth 1", 1), r.side("Payments 1"), text("both")})
	d := drafts()
	d.Teams[2].Objectives[0].KeyResults = d.Teams[2].Objectives[0].KeyResults[1:]
	r.refuses(Unchanged, ImportDrafts{Drafts: d})
	if n := len(r.objective("Growth 1").KeyResults); n != 2 {
		t.Errorf("%d key results, want 2", n)
	}
}
