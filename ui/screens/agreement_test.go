package screens

import (
	"reflect"
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// agreeing is an agreement with the cursor on an objective of Payments.
func agreeing(t *testing.T, n int) (*workshop.Session, *Agreement, model.ObjectiveID) {
	t.Helper()
	s := aDay(t)
	id := team(t, s.State(), "Payments").Objectives[n-1]
	a := &Agreement{}
	a.Show(frame(s, 120, 35), flow.Target{Objective: id})
	return s, a, id
}

func TestAgreementShowsWhatWasSaid(t *testing.T) {
	s, a, id := agreeing(t, 2)
	for _, size := range [][2]int{{80, 19}, {120, 35}, {200, 55}} {
		view := seen(t, a, frame(s, size[0], size[1]))
		has(t, view, "PAYMENTS", "1 of 30 aligned · 1 not yet · 28 open", "not yet", "2.0 !", "4.0")
	}
	has(t, seen(t, a, frame(s, 120, 35)), "“is it this quarter?”", "2.0 (3) ! 2 worried")
	has(t, seen(t, a, frame(s, 200, 55)), "why now, or what is missing")
	press(t, a, frame(s, 120, 35), "up")
	has(t, seen(t, a, frame(s, 120, 35)), "! not final: waits for Platform")
	if got := a.Progress(frame(s, 120, 35)); got != "1/30" {
		t.Errorf("progress %q", got)
	}
	if a.Settled(frame(s, 120, 35)) {
		t.Error("28 are open, and the agreement is settled")
	}
	f := frame(s, 80, 19)
	press(t, a, f, "down")
	press(t, a, f, "enter")
	has(t, seen(t, a, f), "why now", "“is it this quarter?”")
	if at := a.At(f); at.Objective != id {
		t.Errorf("the screen stands at %+v", at)
	}
}

func TestAgreementIsSpoken(t *testing.T) {
	s, a, id := agreeing(t, 3)
	say := func(p model.Party, st model.Stance, reason string) workshop.Intent {
		return workshop.Speak{Objective: id, Party: p, Stance: st, Reason: model.Clean(reason)}
	}
	for _, step := range []struct {
		key   string
		typed []string
		want  []workshop.Intent
	}{
		{"y", nil, []workshop.Intent{say(model.TeamParty, model.Agreed, ""), say(model.LeadershipParty, model.Agreed, "")}},
		{"l", nil, []workshop.Intent{say(model.LeadershipParty, model.Unsaid, "")}},
		{"y", nil, []workshop.Intent{say(model.LeadershipParty, model.Agreed, "")}},
		{"a", nil, []workshop.Intent{say(model.TeamParty, model.Unsaid, "")}},
		{"n", []string{"money → COO", "enter", "enter"}, []workshop.Intent{say(model.TeamParty, model.NotYet, "money → COO")}},
		{"a", nil, []workshop.Intent{say(model.TeamParty, model.Agreed, "")}},
		{"p", []string{"after the merger", "enter", "enter"}, []workshop.Intent{say(model.LeadershipParty, model.ParkedStance, "after the merger")}},
		{"v", []string{"4 5", "enter"}, []workshop.Intent{workshop.Vote{Objective: id, Votes: []int{4, 5}}}},
	} {
		f := frame(s, 120, 30)
		e := press(t, a, f, step.key)
		if step.typed != nil {
			e = keys(e.Open, f, step.typed...)
		}
		if !reflect.DeepEqual(e.Do, step.want) {
			t.Fatalf("%s gives %+v, want %+v", step.key, e.Do, step.want)
		}
		do(t, s, e.Do...)
	}
	if off(t, a, frame(s, 120, 30), "y") != "" {
		t.Error("one side parked it, and y says that both agreed")
	}
}

func TestNotYetNeedsAReason(t *testing.T) {
	s, a, _ := agreeing(t, 1)
	f := frame(s, 120, 30)
	if e := keys(press(t, a, f, "n").Open, f, "enter", "enter"); len(e.Do) > 0 || e.Close {
		t.Errorf("not yet without a reason gives %+v", e)
	}
	if off(t, a, f, "y") == "" {
		t.Error("both have agreed, and y can be pressed")
	}
}

func TestAgreementFilters(t *testing.T) {
	s, a, id := agreeing(t, 2)
	f := frame(s, 120, 35)
	press(t, a, f, "f")
	if view := seen(t, a, f); strings.Contains(view, "not yet  ") || !strings.Contains(view, "only open") {
		t.Errorf("among the open ones is\n%s", view)
	}
	press(t, a, f, "f")
	has(t, seen(t, a, f), "only not yet")
	if at := a.At(f); at.Objective != id {
		t.Errorf("the one with a not yet is %+v", at)
	}
	press(t, a, f, "f")
	has(t, seen(t, a, f), "only low confidence")
	do(t, s, workshop.Vote{Objective: id, Votes: []int{5}})
	f = frame(s, 120, 35)
	has(t, seen(t, a, f), "No vote shows doubt.", "f shows the others")
	press(t, a, f, "f")
	has(t, seen(t, a, f), "RETAIL BANKING")
	a.Show(f, flow.Target{View: "not yet", Objective: team(t, s.State(), "Growth").Objectives[0]})
	if at := a.At(f); at.View != "all" || s.State().Label(at.Objective) != "Growth 1" {
		t.Errorf("what the filter hides is shown as %+v", at)
	}
}

func TestAgreementGoesOnToTheNextOpenOne(t *testing.T) {
	s, a, _ := agreeing(t, 1)
	f := frame(s, 120, 35)
	press(t, a, f, "space")
	if at := a.At(f); s.State().Label(at.Objective) != "Payments 3" {
		t.Errorf("the next open one is %s", s.State().Label(at.Objective))
	}
	e := press(t, a, f, "o")
	if e.Go.Stage != workshop.StallsStage || e.Go.Objective != a.At(f).Objective {
		t.Errorf("o goes to %+v", e.Go)
	}
}

func TestTheAgreementIsSettledOnceBothHaveSpokenToAll(t *testing.T) {
	s, a := fixture(t), &Agreement{}
	for o := range s.State().Live() {
		do(t, s, workshop.Speak{Objective: o.ID, Party: model.TeamParty, Stance: model.NotYet, Reason: model.Clean("a date")})
	}
	if !a.Settled(frame(s, 120, 35)) {
		t.Error("nothing is open, and the agreement is not settled")
	}
}
