package screens

import (
	"reflect"
	"strings"
	"testing"

	"souk/model"
	"souk/workshop"
)

func TestTheTeamsAreShownOverTheCycles(t *testing.T) {
	s := following(t)
	payments := s.State().LastCycle
	for _, r := range payments {
		if r.Team.Line() == "Payments" {
			r.Verdict, r.Outcome = model.Missed, model.Clean("61 % arrive in seconds")
			do(t, s, workshop.RecordResult{Result: r})
			break
		}
	}
	st := &Strategy{}
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		f := frame(s, size[0], size[1])
		press(t, st, f, "5")
		view := seen(t, st, f)
		has(t, view, "5 CYCLES 2 known", "2026-Q4   2027-Q1", "✓ met  ◐ partly met  ✗ missed", "Digital Onboarding", "Sustaining Engineering")
		for _, l := range strings.Split(view, "\n") {
			if strings.Contains(l, "Payments  ") && !strings.Contains(l, "✓         ✗··") {
				t.Errorf("Payments is shown as %q", l)
			}
		}
	}
	f := frame(s, 120, 40)
	st.courses.to(func(c course) bool { return c.team.Line() == "Payments" })
	has(t, seen(t, st, f), "│ 2027-Q1", "✗ Customers pay anyone in seconds – missed", "61 % arrive in seconds", "why now 2 of 3", "│ 2026-Q4",
		"Being switched on is not")
	if off(t, st, f, "e") == "" {
		t.Error("there is nothing to edit")
	}
}

func TestATeamThatIsGoneIsShownLast(t *testing.T) {
	s := fixture(t)
	do(t, s, workshop.ImportDrafts{Drafts: model.Drafts{Cycles: []model.PastCycle{{
		Cycle: model.Clean("2026-Q3"), Results: []model.Result{{Team: model.Clean("Gone"), Objective: model.Clean("x"), Verdict: model.Met}, {Objective: model.Clean("nobody's")}},
	}}}})
	rows := gatherCourses(s.State())
	last := rows[len(rows)-1]
	if !last.gone || last.team.Line() != "Gone" || len(last.cycles) != 2 || len(last.of[0]) != 1 || rows[0].gone {
		t.Errorf("%+v", last)
	}
	has(t, last.line(frame(s, 80, 20).Styles, 60), "Gone", "✓")
	if got := gatherCourses(workshop.New().State()); len(got) > 0 {
		t.Errorf("an empty workshop knows %v", got)
	}
}

func TestManyCyclesShowTheNewest(t *testing.T) {
	var cycles []model.PastCycle
	for _, c := range []string{"A", "B", "C", "D"} {
		cycles = append(cycles, model.PastCycle{Cycle: model.Clean(c)})
	}
	if head := coursesHead(cycles, 46); strings.Contains(head, "B") || !strings.Contains(head, "C         D") {
		t.Errorf("%q", head)
	}
	st := frame(workshop.New(), 80, 20).Styles
	if got := signs(st, make([]model.Result, 9)); !strings.Contains(got, "+3") {
		t.Errorf("nine results are %q", got)
	}
}

func TestLastCycleIsWrittenDownWhereNobodyBroughtIt(t *testing.T) {
	s := marketplace(t, 3, 1, 1)
	st := &Strategy{}
	f := frame(s, 120, 30)
	press(t, st, f, "4")
	has(t, seen(t, st, f), "Nobody brought what became of last cycle", "a and p write it down here")
	press(t, st, f, "5")
	has(t, seen(t, st, f), "Nothing is known yet of the cycles before")
	press(t, st, f, "4")
	name := s.State().Stalls()[1].Name
	e := keys(press(t, st, f, "a").Open, f, name.Line(), "enter", "Pay fast", "enter", "right", "enter", "97 %", "enter", "start early", "enter")
	want := model.Result{Team: name, Objective: model.Clean("Pay fast"), Verdict: model.Met, Outcome: model.Clean("97 %"), Learned: model.Clean("start early")}
	if !reflect.DeepEqual(e.Do, []workshop.Intent{workshop.AddResult{Result: want}}) {
		t.Fatalf("%+v", e.Do)
	}
	do(t, s, e.Do...)
	f = frame(s, 120, 30)
	e = keys(press(t, st, f, "p").Open, f, "Gone", "enter", name.Line(), "enter", "a gateway", "enter", "May", "enter", "right", "right", "enter", "in June", "enter")
	promise := model.Promise{
		By: model.Clean("Gone"), To: name, What: model.Clean("a gateway"), Due: model.Clean("May"), Kept: model.KeptLate, Note: model.Clean("in June"),
	}
	if !reflect.DeepEqual(e.Do, []workshop.Intent{workshop.AddPromise{Promise: promise}}) {
		t.Fatalf("%+v", e.Do)
	}
	do(t, s, e.Do...)
	f = frame(s, 120, 30)
	has(t, seen(t, st, f), "RESULTS  1 met", "Pay fast", "GONE PROMISED  0 of 1 kept, 1 late")
}
