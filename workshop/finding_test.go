package workshop

import (
	"testing"

	"souk/model"
)

func TestFindings(t *testing.T) {
	r := market(t)
	dup, syn := r.finding(model.Duplicate, "Payments 2", "Growth 1"), r.finding(model.Synergy, "Payments 1", "Growth 1")
	decided, asked := r.finding(model.Conflict, "Payments 1", "Platform 1"), r.finding(model.Dependency, "Payments 1", "Platform 1")
	r.do(DecideFinding{Findings: []model.Finding{decided}, Outcome: model.NoConflict})
	r.do(MakeRequest{Findings: []model.Finding{asked}, From: asked.A, To: asked.B, What: text("a gateway")})
	r.do(TriageFindings{[]model.Finding{syn}, model.Queued, model.Text{}})
	gone := dup
	gone.B.Objective = "o99"
	status := func(fs ...model.Finding) func(*State) any {
		return func(s *State) any {
			var out []any
			for _, f := range fs {
				got, _ := s.Findings.Get(f.ID)
				out = append(out, string(got.Status)+"/"+got.Note.String())
			}
			return out
		}
	}
	a, b := r.side("Payments 1"), r.side("Growth 1", 1)
	family(t, r, []allowed{
		{"raise", RaiseFinding{model.Duplicate, a, b, text("the same customers")}, func(s *State) any {
			for f := range s.Findings.All() {
				if f.Score == 1 {
					return []any{f.Kind, f.A, f.B, f.Reasons[0].Text, f.Source, f.Status}
				}
			}
			return nil
		}, []any{"duplicate", a, b, "the same customers", "Ada", "queued"}},
		{"raise a need without a provider", RaiseFinding{Finding: model.Dependency, A: a, B: model.Side{Team: b.Team}}, func(s *State) any { return s.Findings.Len() }, 4},
		{"queue a card", TriageFindings{[]model.Finding{dup, syn}, model.Queued, model.Text{}}, status(dup, syn), []string{"queued/", "queued/"}},
		{"dismiss", TriageFindings{[]model.Finding{syn}, model.Dismissed, text("far apart")}, status(syn), []string{"dismissed/far apart"}},
		{"park", TriageFindings{[]model.Finding{dup}, model.Parked, text("later")}, status(dup), []string{"parked/later"}},
		{"reopen", TriageFindings{[]model.Finding{syn}, model.Open, model.Text{}}, status(syn), []string{"/"}},
	}, []refused{
		{"a rumour", RaiseFinding{Finding: "rumour", A: a, B: b}, Invalid},
		{"of nobody", RaiseFinding{Finding: model.Duplicate, A: model.Side{Team: "t99"}, B: b}, NotFound},
		{"with itself", RaiseFinding{Finding: model.Duplicate, A: a, B: r.side("Payments 2")}, Invalid},
		{"one objective twice", RaiseFinding{Finding: model.Duplicate, A: a, B: model.Side{Team: b.Team, Objective: a.Objective}}, Invalid},
		{"a duplicate of a team", RaiseFinding{Finding: model.Duplicate, A: a, B: model.Side{Team: b.Team}}, Empty},
		{"triage nothing", TriageFindings{Status: model.Queued}, Empty},
		{"confirm", TriageFindings{[]model.Finding{dup}, model.Confirmed, model.Text{}}, Invalid},
		{"shrug", TriageFindings{[]model.Finding{dup}, "perhaps", model.Text{}}, Invalid},
		{"what is gone", TriageFindings{[]model.Finding{gone}, model.Queued, model.Text{}}, NotFound},
		{"what is decided", TriageFindings{[]model.Finding{decided}, model.Queued, model.Text{}}, NotNow},
		{"what is asked", TriageFindings{[]model.Finding{asked}, model.Dismissed, model.Text{}}, NotNow},
		{"queue twice", TriageFindings{[]model.Finding{syn}, model.Queued, model.Text{}}, Unchanged},
		{"open what is open", TriageFindings{[]model.Finding{dup}, model.Open, model.Text{}}, Unchanged},
	})
}

func TestOnTheTable(t *testing.T) {
	r := market(t)
	low, high := r.finding(model.Duplicate, "Payments 1", "Growth 1"), r.finding(model.Synergy, "Platform 1", "Growth 1")
	low.Score, high.Score = 0.4, 0.9
	dropped := r.finding(model.Conflict, "Payments 2", "Growth 1")
	detected := []model.Finding{low, dropped, high}
	show := func() (out []string) {
		for _, f := range r.State().OnTheTable(detected) {
			out = append(out, string(f.Kind)+" "+string(f.Status))
		}
		return out
	}
	r.do(TriageFindings{[]model.Finding{low}, model.Dismissed, model.Text{}})
	r.do(RaiseFinding{Finding: model.Dependency, A: r.side("Growth 1"), B: model.Side{Team: r.team("Platform")}})
	if got, want := asJSON(t, show()), `["dependency queued","synergy ","conflict ","duplicate dismissed"]`; got != want {
		t.Errorf("on the table %s, want %s", got, want)
	}
	r.do(DecideObjective{Objective: r.id("Payments 2"), Outcome: model.Drop, Rationale: text("no time")})
	if got, want := asJSON(t, show()), `["dependency queued","synergy ","duplicate dismissed"]`; got != want {
		t.Errorf("with one objective dropped %s, want %s", got, want)
	}
	if got := r.State().Pair(high); got != "Platform ~ Growth" {
		t.Errorf("the room calls it %q", got)
	}
}
