package screens

import (
	"reflect"
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

func TestStrategyShowsWhoSupportsWhat(t *testing.T) {
	s := aDay(t)
	st := &Strategy{}
	f := frame(s, 120, 35)
	view := seen(t, st, f)
	has(t, view, "CONTEXT", "VISION", "STRATEGIC INTENT", "BUSINESS INTENT", "DIRECTION THIS CYCLE", "nobody yet", "stand alone")
	easiest, ok := s.State().IntentByText(model.Clean("Be the easiest bank to use for older and disabled customers"))
	if !ok {
		t.Fatal("the intent is not in the sample marketplace")
	}
	st.Show(f, flow.Target{Stage: workshop.StrategyStage, Intent: easiest.ID})
	has(t, seen(t, st, f), "Nobody says yet that they support it")
	if at := st.At(f); at.Intent != easiest.ID || at.View != "context" {
		t.Errorf("the screen stands at %+v", at)
	}
	payments := team(t, s.State(), "Payments")
	do(t, s, workshop.StateSupport{Objective: payments.Objectives[0], Supports: []model.Text{easiest.Text, easiest.Text}})
	has(t, seen(t, st, frame(s, 120, 35)), "Payments 1", "why now", "1 team")
}

func TestStrategyShowsQuestionsAndResults(t *testing.T) {
	s := aDay(t)
	st := &Strategy{}
	f := frame(s, 120, 35)
	press(t, st, f, "2")
	has(t, seen(t, st, f), "5/6 answered", "Why are we doing what we do?")
	for range 4 {
		press(t, st, f, "down")
	}
	has(t, seen(t, st, f), "– not answered yet –")
	e := keys(press(t, st, f, "e").Open, f, "In the north", "enter")
	want := workshop.AnswerQuestion{Number: 4, Answer: model.Clean("In the north")}
	if !reflect.DeepEqual(e.Do, []workshop.Intent{want}) {
		t.Fatalf("%+v", e.Do)
	}
	press(t, st, f, "4")
	has(t, seen(t, st, f), "Payments", "result", "learned", "Being switched on is not arriving.")
	press(t, st, f, "right")
	press(t, st, f, "right")
	if at := st.At(f); at.View != "context" {
		t.Errorf("behind the last part comes %q", at.View)
	}
}

func TestStrategyIsEdited(t *testing.T) {
	s := workshop.New()
	st := &Strategy{}
	f := frame(s, 120, 30)
	has(t, seen(t, st, f), "There is no strategy here yet", "a adds an intent")
	if off(t, st, f, "e") == "" || off(t, st, f, "x") == "" {
		t.Error("there is nothing to edit, and it can be edited")
	}
	do(t, s, keys(press(t, st, f, "a").Open, f, "right", "right", "enter", "Grow in the south", "enter").Do...)
	i := s.State().Intents[0]
	if i.Horizon != model.Annual || i.Text.Line() != "Grow in the south" {
		t.Fatalf("%+v", i)
	}
	f = frame(s, 120, 30)
	do(t, s, keys(press(t, st, f, "e").Open, f, "ctrl+u", "Grow in the west", "enter").Do...)
	if got := s.State().Intents[0].Text.Line(); got != "Grow in the west" {
		t.Errorf("%q", got)
	}
	f = frame(s, 120, 30)
	do(t, s, keys(press(t, st, f, "x").Open, f, "enter").Do...)
	if len(s.State().Intents) != 0 {
		t.Error("the intent is still there")
	}
}

func TestThePulseGoesOnToTheNextTeam(t *testing.T) {
	s := fixture(t)
	st := &Strategy{}
	f := frame(s, 120, 30)
	press(t, st, f, "3")
	has(t, seen(t, st, f), clarity, "nobody was asked yet")
	stalls := s.State().Stalls()
	for i := range 2 {
		f = frame(s, 120, 30)
		e := keys(press(t, st, f, "enter").Open, f, "4 2 5", "enter")
		want := workshop.TakePulse{When: workshop.StrategyStage, Team: stalls[i].ID, Votes: []int{4, 2, 5}}
		if !reflect.DeepEqual(e.Do, []workshop.Intent{want}) {
			t.Fatalf("%+v", e.Do)
		}
		do(t, s, e.Do...)
	}
	view := seen(t, st, frame(s, 120, 30))
	has(t, view, "3.7 (6)", "2 to 5", "2 worried", "2 × 2")
	if strings.Contains(view, "start → now") {
		t.Error("the strategy stage compares with itself")
	}
}
