package model_test

import (
	"slices"
	"testing"

	"souk/model"
)

func TestAgreementNeedsBothParties(t *testing.T) {
	yes, no := model.Word{Stance: model.Agreed}, model.Word{Stance: model.NotYet, Reason: model.Clean("no capacity")}
	for _, c := range []struct {
		a    model.Agreement
		want bool
	}{
		{model.Agreement{}, false},
		{model.Agreement{Team: yes}, false},
		{model.Agreement{Leadership: yes}, false},
		{model.Agreement{Team: yes, Leadership: no}, false},
		{model.Agreement{Team: yes, Leadership: yes}, true},
	} {
		if c.a.IsAligned() != c.want {
			t.Errorf("%+v aligned: %v", c.a, !c.want)
		}
	}
	a := model.Agreement{Team: yes, Leadership: no}
	if a.Of(model.TeamParty) != yes || a.Of(model.LeadershipParty) != no {
		t.Error("a party's word is mixed up with the other's")
	}
}

func TestFistOfFive(t *testing.T) {
	if _, voted := model.Mean(nil); voted {
		t.Error("nobody voted, and there is a mean")
	}
	if m, _ := model.Mean([]int{5, 4, 0}); m != 3 {
		t.Errorf("mean %v, want 3", m)
	}
	if n := model.Worried([]int{0, 2, 3, 5}); n != 2 {
		t.Errorf("%d worried, want 2", n)
	}
}

func TestRequestSettles(t *testing.T) {
	settled := map[model.AnswerKind]bool{
		model.Unanswered: false, model.Countered: false, model.Committed: true, model.Declined: true,
		model.SisterKR: true, model.RiskOwned: true, model.EscalatedUp: false,
	}
	for answer, want := range settled {
		r := model.Request{Trail: []model.Turn{{}, {Answer: answer}}}
		if r.IsSettled() != want {
			t.Errorf("%q settles: %v", answer, !want)
		}
	}
	if (model.Request{}).IsSettled() {
		t.Error("a request without a trail is settled")
	}
	for _, k := range model.AnswerKinds() {
		if _, known := settled[k]; !known {
			t.Errorf("answer %q is not tested", k)
		}
	}
}

func TestEveryKindOfFindingHasOutcomes(t *testing.T) {
	for _, k := range model.FindingKinds() {
		if len(model.Outcomes(k)) == 0 {
			t.Errorf("nothing can be decided about a %s", k)
		}
	}
	if model.Outcomes("rumour") != nil {
		t.Error("something can be decided about an unknown kind")
	}
	last := []model.Outcome{model.NotDependency, model.NotDuplicate, model.NoSynergy, model.NoConflict}
	for i, k := range model.FindingKinds() {
		o := model.Outcomes(k)
		if o[len(o)-1] != last[i] {
			t.Errorf("the last outcome of a %s is %q", k, o[len(o)-1])
		}
		for j, outcome := range o {
			if outcome.RulesOut() != (j == len(o)-1) {
				t.Errorf("%q rules a %s out: %v", outcome, k, outcome.RulesOut())
			}
		}
	}
}

func TestHorizonsHaveWords(t *testing.T) {
	var words []string
	for _, h := range model.Horizons() {
		if slices.Contains(words, h.Word()) || h.Word() == "" {
			t.Errorf("%q is called %q", h, h.Word())
		}
		words = append(words, h.Word())
	}
	if model.Horizon("decade").Word() != "decade" {
		t.Error("an unknown horizon loses its name")
	}
	if len(model.Questions()) != 6 {
		t.Errorf("%d questions, want six", len(model.Questions()))
	}
}

func TestDraftsCount(t *testing.T) {
	d := model.Drafts{Teams: []model.DraftTeam{
		{Objectives: []model.DraftObjective{{KeyResults: make([]model.DraftKeyResult, 3)}, {}}}, {},
	}}
	if teams, objectives, krs := d.Count(); teams != 2 || objectives != 2 || krs != 3 {
		t.Errorf("counted %d, %d, %d", teams, objectives, krs)
	}
	complete := model.Decision{Owner: model.Clean("Ada"), Due: model.Clean("June")}
	for o, want := range map[model.Outcome]bool{
		model.NotDuplicate: true, model.KeepBoth: true, model.NoSynergy: true, model.NoConflict: true, model.NotDependency: true, model.Merge: false,
	} {
		if (model.Decision{Outcome: o}).IsComplete() != want {
			t.Errorf("%q is complete without owner and date: %v", o, !want)
		}
	}
	if !complete.IsComplete() || (model.Decision{Owner: model.Clean("Ada")}).IsComplete() {
		t.Error("a decision is complete with an owner and a date, and only then")
	}
}
