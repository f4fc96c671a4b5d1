package screens

import (
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// firstOf is the first objective of a team in the sample marketplace.
func firstOf(t testing.TB, s *workshop.Session, name string) model.Objective {
	t.Helper()
	o, _ := s.State().Objectives.Get(team(t, s.State(), name).Objectives[0])
	return o
}

func texts(s ...string) []model.Text {
	var out []model.Text
	for _, t := range s {
		out = append(out, model.Clean(t))
	}
	return out
}

func TestWhyNowRecordsOnlyWhatChanged(t *testing.T) {
	s := fixture(t)
	f := frame(s, 100, 20)
	o := firstOf(t, s, "Growth")
	churn := f.State.Intents[3].Text
	cases := map[string]struct {
		typed []string
		want  []workshop.Intent
	}{
		"nothing":  {[]string{"enter", "enter"}, nil},
		"why":      {[]string{"it is due", "enter", "enter"}, []workshop.Intent{workshop.RecordWhyNow{Objective: o.ID, Why: model.Clean("it is due")}}},
		"supports": {[]string{"enter", "; 4", "enter"}, []workshop.Intent{workshop.StateSupport{Objective: o.ID, Supports: []model.Text{o.Supports[0].Text, churn}}}},
		"alone":    {[]string{"enter", "ctrl+u", "ctrl+u", "enter"}, []workshop.Intent{workshop.StateSupport{Objective: o.ID}}},
		"both": {[]string{"due", "enter", "; keep; the 4", "enter"}, []workshop.Intent{
			workshop.RecordWhyNow{Objective: o.ID, Why: model.Clean("due")},
			workshop.StateSupport{Objective: o.ID, Supports: append([]model.Text{o.Supports[0].Text}, texts("keep", "the 4")...)},
		}},
	}
	for name, c := range cases {
		e := keys(whyNowForm(f, o), f, c.typed...)
		if !reflect.DeepEqual(e.Do, c.want) {
			t.Errorf("%s: %v, want %v", name, e.Do, c.want)
		}
		if c.want == nil && e.Say == "" {
			t.Errorf("%s: nothing is said about it", name)
		}
	}
}

func TestWhyNowNumbersStandForIntents(t *testing.T) {
	s := fixture(t)
	f := frame(s, 100, 20)
	d := whyNowForm(f, firstOf(t, s, "Growth"))
	keys(d, f, "enter", "; 4")
	has(t, ansi.Strip(d.View(f)), "✓  4  Reduce customer churn", "   3  Be the first bank")
	keys(d, f, "enter", "enter")
	d = whyNowForm(f, firstOf(t, s, "Growth"))
	e := keys(d, f, "enter", "; 77", "enter")
	if len(e.Do) > 0 || e.Close {
		t.Errorf("intent 77 is taken: %v", e)
	}
	has(t, ansi.Strip(d.View(f)), "there is no intent 77")
}

func TestSupportsKeepWordsWithASemicolon(t *testing.T) {
	odd := model.Clean("Grow; but slowly")
	s := supporting{intents: []model.Intent{{Text: model.Clean("Be quick; be safe")}}, before: []model.Support{{Text: odd}}}
	for line, want := range map[string][]model.Text{
		"Grow; but slowly; be quick; be safe": texts("Grow; but slowly", "Be quick; be safe"),
		"1; 1; mine":                          texts("Be quick; be safe", "mine"),
		" ; ;":                                nil,
		"Grow; fast":                          texts("Grow", "fast"),
	} {
		if got := s.read(model.Clean(line)); !reflect.DeepEqual(got, want) {
			t.Errorf("%q is read as %v, want %v", line, got, want)
		}
	}
}

func TestEditFormShowsTheWordsThatChange(t *testing.T) {
	s := fixture(t)
	f := frame(s, 100, 20)
	o := firstOf(t, s, "Payments")
	d := editForm(f, o, "")
	if e := keys(d, f, "enter"); len(e.Do) > 0 || e.Say != unchanged {
		t.Errorf("the same words are recorded: %v", e)
	}
	d = editForm(f, o, "")
	keys(d, f, " flat")
	has(t, ansi.Strip(d.View(f)), "before", "after", "Customers pay anyone in seconds flat")
	e := keys(d, f, "enter")
	if want := (workshop.RewordObjective{Objective: o.ID, Title: model.Clean("Customers pay anyone in seconds flat")}); e.Do[0] != want {
		t.Errorf("%v, want %v", e.Do, want)
	}
	kr := o.KeyResults[1]
	e = keys(editForm(f, o, kr.ID), f, "ctrl+u", "At once", "enter")
	if want := (workshop.RewordKeyResult{Objective: o.ID, KeyResult: kr.ID, Text: model.Clean("At once")}); e.Do[0] != want {
		t.Errorf("%v, want %v", e.Do, want)
	}
}

func TestEditMenuLeadsEverywhere(t *testing.T) {
	s := fixture(t)
	f := frame(s, 100, 30)
	o := firstOf(t, s, "Payments")
	kr := o.KeyResults[2]
	for _, c := range []struct {
		typed []string
		title string
	}{
		{[]string{"enter"}, "Re-word Payments 1"},
		{[]string{"re-word kr2", "enter"}, "Re-word KR2 of Payments 1"},
		{[]string{"add", "enter"}, "Add a key result to Payments 1"},
		{[]string{"why", "enter"}, "Why now: Payments 1"},
		{[]string{"comment", "enter"}, "Comment on Payments 1"},
		{[]string{"drop kr1", "enter"}, "Drop KR1 of Payments 1"},
		{[]string{"drop the", "enter"}, "Drop Payments 1"},
		{[]string{"defer", "enter"}, "Defer Payments 1"},
		{[]string{"lift", "enter"}, "Lift to which team: Payments 1"},
	} {
		d := keys(editMenu(f, o, ""), f, c.typed...).Open
		if d == nil || !strings.HasPrefix(d.Title(), c.title) {
			t.Errorf("%v leads to %v, want %s", c.typed, d, c.title)
		}
	}
	if d := keys(editMenu(f, o, kr.ID), f, "enter").Open; !strings.HasPrefix(d.Title(), "Re-word KR3") {
		t.Errorf("with the cursor on KR3 the menu leads to %s", d.Title())
	}
	do(t, s,
		workshop.MakeRequest{
			From: model.Side{Team: o.Team, Objective: o.ID, KeyResults: []model.KeyResultID{kr.ID}},
			To:   model.Side{Team: team(t, s.State(), "Platform").ID}, What: model.Clean("a connector"),
		},
		workshop.DecideObjective{Objective: o.ID, Outcome: model.Drop, Rationale: model.Clean("no")})
	o = firstOf(t, s, "Payments")
	d := editMenu(frame(s, 100, 30), o, "")
	for _, typed := range []string{"drop kr3", "drop the", "lift"} {
		d := editMenu(frame(s, 100, 30), o, "")
		if e := keys(d, f, typed, "enter"); e.Open != nil {
			t.Errorf("%s is possible", typed)
		}
	}
	has(t, ansi.Strip(d.View(f)), "it was dropped", "Platform is still asked")
}

func TestObjectiveDecisions(t *testing.T) {
	s := fixture(t)
	f := frame(s, 100, 30)
	o := firstOf(t, s, "Payments")
	d := objectiveDecisionForm(f, o, model.Drop)
	if e := keys(d, f, "enter", "enter", "enter"); len(e.Do) > 0 {
		t.Error("an objective is dropped without a reason")
	}
	d = objectiveDecisionForm(f, o, model.Drop)
	keys(d, f, "no one asks for it")
	has(t, ansi.Strip(d.View(f)), "is now    dropped")
	e := keys(d, f, "enter", "enter", "enter")
	want := workshop.DecideObjective{
		Objective: o.ID, Outcome: model.Drop, Rationale: model.Clean("no one asks for it"), Owner: model.Clean("Payments"), Due: model.Clean("at once"),
	}
	if e.Do[0] != want {
		t.Errorf("%v, want %v", e.Do, want)
	}
	pick := objectiveDecisionForm(f, o, model.Lift)
	form := keys(pick, f, "enter").Open // the parent is under the cursor
	keys(form, f, "everyone pays")
	has(t, ansi.Strip(form.View(f)), "team      before  Payments", "after   Retail Banking")
	e = keys(form, f, "enter", "enter", "enter")
	lifted := e.Do[0].(workshop.DecideObjective)
	if lifted.To != team(t, f.State, "Retail Banking").ID || lifted.Due != model.Clean("end of 2027-Q1") {
		t.Errorf("%v", lifted)
	}
	do(t, s, e.Do...)
}

func TestCommentAndKeyResultForms(t *testing.T) {
	s := fixture(t)
	f := frame(s, 100, 30)
	o := firstOf(t, s, "Payments")
	e := keys(commentForm(f, o), f, "ask the scheme", "enter", "Bo", "enter")
	if want := (workshop.Comment{Objective: o.ID, By: model.Clean("Bo"), Text: model.Clean("ask the scheme")}); e.Do[0] != want {
		t.Errorf("%v, want %v", e.Do, want)
	}
	do(t, s, e.Do...)
	has(t, ansi.Strip(commentForm(f, o).View(frame(s, 100, 30))), "Bo: ask the scheme")
	d := addKeyResultForm(f, o)
	has(t, ansi.Strip(d.View(f)), "KR5", "KR1 Raise successful")
	e = keys(d, f, "Refunds in a day", "enter")
	if want := (workshop.AddKeyResult{Objective: o.ID, Text: model.Clean("Refunds in a day")}); e.Do[0] != want {
		t.Errorf("%v, want %v", e.Do, want)
	}
}

func TestPickingTeamsAndObjectives(t *testing.T) {
	s := fixture(t)
	f := frame(s, 100, 30)
	growth := team(t, f.State, "Growth")
	var chosen model.TeamID
	own := func(x model.Team) string {
		if x.ID == growth.ID {
			return "is itself"
		}
		return ""
	}
	choose := func(x model.Team) flow.Effect { chosen = x.ID; return flow.Effect{Say: "done"} }
	if e := keys(pickTeam(f, "Who?", own, choose), f, "growth", "enter"); e.Say != "" || chosen != "" {
		t.Error("a team that is off was chosen")
	}
	if e := keys(pickTeam(f, "Who?", nil, choose), f, "growth", "enter"); e.Say != "done" || chosen != growth.ID {
		t.Errorf("%s was chosen", chosen)
	}
	do(t, s, workshop.DecideObjective{Objective: growth.Objectives[0], Outcome: model.Drop, Rationale: model.Clean("no")})
	f = frame(s, 100, 30)
	var found model.ObjectiveID
	take := func(o model.Objective) flow.Effect { found = o.ID; return flow.Effect{} }
	keys(pickObjective(f, "Which?", nil, take), f, "day-30 activation", "enter") // words of a key result
	if found != growth.Objectives[2] {
		t.Errorf("%s was chosen", f.State.Label(found))
	}
	found = ""
	keys(pickObjective(f, "Which?", nil, take), f, "60,000 new accounts", "enter")
	if found != "" {
		t.Error("a dropped objective can be chosen")
	}
}

func BenchmarkPickObjective(b *testing.B) {
	f := frame(marketplace(b, 100, 100, 1), 120, 40)
	for b.Loop() {
		pickObjective(f, "Which?", nil, nil).View(f)
	}
}
