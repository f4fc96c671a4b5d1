package screens

import (
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
	"souk/workshop/alignment"
)

// following is the workshop of the cycle after the sample's, in which Platform had promised Payments something.
func following(t *testing.T) *workshop.Session {
	t.Helper()
	s := fixture(t)
	payments, platform := team(t, s.State(), "Payments"), team(t, s.State(), "Platform")
	do(t, s, workshop.MakeRequest{From: model.Side{Team: payments.ID}, To: model.Side{Team: platform.ID}, What: model.Clean("a connector")})
	for r := range s.State().Requests.All() {
		do(t, s, workshop.AnswerRequest{Request: r.ID, Answer: model.Committed, When: model.Clean("end of March")})
	}
	do(t, s, workshop.RaiseSignal{Text: model.Clean("Nobody knows the direction")})
	next, err := workshop.Begin(morning, model.Text{}, s.State(), model.Clean("2027-Q2"), alignment.Figures(s.State()))
	if err != nil {
		t.Fatal(err)
	}
	again, err := workshop.Resume(nil, next.Entries)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func TestLastCycleShowsResultsPromisesAndAnswers(t *testing.T) {
	s := fixture(t)
	st := &Strategy{}
	for _, size := range [][2]int{{120, 40}, {80, 24}} {
		f := frame(s, size[0], size[1])
		press(t, st, f, "4")
		press(t, st, f, "home")
		has(t, seen(t, st, f), "RESULTS  2 met, 2 partly met, 4 missed, 1 exceeded", "✓ Payments", "✗ Growth", "◐ Customer Care", "↑ Sustaining Engine", "exceeded",
			"PLATFORM PROMISED  5 of 8 kept, 2 late, 1 broken")
		press(t, st, f, "end")
		has(t, seen(t, st, f), "SIGNALS TO LEADERSHIP  2 of 2 answered", "✓ Nobody supports being the easiest bank")
	}
	f := frame(s, 120, 40)
	has(t, seen(t, st, f), "what last cycle's room told leadership", "leadership says", "The intent stays.")
	press(t, st, f, "up")
	press(t, st, f, "up")
	has(t, seen(t, st, f), "Data & Insights promised Growth", "sign-up funnel by channel", "due        weekly", "✓ kept")
}

func TestLastCycleIsRecordedRowByRow(t *testing.T) {
	s := following(t)
	st := &Strategy{}
	f := frame(s, 120, 40)
	press(t, st, f, "4")
	has(t, seen(t, st, f), "34 of 34 to record", "– not recorded –  e says it", "· Retail Banking")
	first := s.State().LastCycle[0]
	e := keys(press(t, st, f, "e").Open, f, "right", "enter", "97 %", "enter", "start early", "enter")
	first.Verdict, first.Outcome, first.Learned = model.Met, model.Clean("97 %"), model.Clean("start early")
	if want := []workshop.Intent{workshop.RecordResult{Result: first}}; !reflect.DeepEqual(e.Do, want) {
		t.Fatalf("%+v, want %+v", e.Do, want)
	}
	do(t, s, e.Do...)
	f = frame(s, 120, 40)
	has(t, seen(t, st, f), "33 of 34 to record", "RESULTS  1 met", s.State().LastCycle[1].Objective.Line())
	if p, _ := st.past.current(); p.result != s.State().LastCycle[1] {
		t.Errorf("the cursor does not go on to the next one, but to %+v", p)
	}

	press(t, st, f, "end")
	do(t, s, keys(press(t, st, f, "e").Open, f, "We do now", "enter").Do...)
	f = frame(s, 120, 40)
	press(t, st, f, "end")
	has(t, seen(t, st, f), "1 of 1 answered", "We do now")
	press(t, st, f, "up")
	has(t, seen(t, st, f), "PLATFORM PROMISED  1 made, not recorded yet", "Platform promised Payments", "end of March")
	do(t, s, keys(press(t, st, f, "e").Open, f, "right", "right", "right", "enter", "no hands", "enter").Do...)
	f = frame(s, 120, 40)
	press(t, st, f, "end")
	press(t, st, f, "up")
	has(t, seen(t, st, f), "0 of 1 kept, 1 broken", "✗ broken", "no hands")
}

// Words that somebody corrects bring their verdict with them, unless somebody chose another one.
func TestCorrectedWordsBringTheirVerdict(t *testing.T) {
	s := following(t)
	st := &Strategy{}
	record := func(more ...string) (model.Result, string) {
		t.Helper()
		f := frame(s, 120, 40)
		press(t, st, f, "4")
		press(t, st, f, "home")
		form := press(t, st, f, "e").Open
		e := keys(form, f, append(more, "enter", "enter")...)
		do(t, s, e.Do...)
		return s.State().LastCycle[0], ansi.Strip(form.View(f))
	}
	got, view := record("enter", "Missed: 60 %")
	if has(t, view, "(•) 1 as the words say", "as the words say: missed"); got.Became() != model.Missed || got.Verdict != "" {
		t.Errorf("%+v", got)
	}
	got, view = record("enter", "ctrl+u", "Met: 97 %")
	if has(t, view, "as the words say: met"); got.Became() != model.Met {
		t.Errorf("the words say met, and the result is %+v", got)
	}
	got, view = record("right", "right", "enter")
	if got.Verdict != model.PartlyMet || strings.Contains(view, "words say:") {
		t.Errorf("%+v\n%s", got, view)
	}
	if got, _ = record("enter", ", at last"); got.Verdict != model.PartlyMet || got.Outcome.Line() != "Met: 97 %, at last" {
		t.Errorf("what somebody chose does not stand: %+v", got)
	}
	got, view = record("right", "right", "right", "right", "enter", "!")
	if has(t, view, "as the words say: met"); got.Verdict != "" || got.Became() != model.Met {
		t.Errorf("%+v", got)
	}
}

func TestAStallSaysWhatBecameOfItsLastCycle(t *testing.T) {
	s := fixture(t)
	at := func(s *workshop.Session, name string, width, height int) string {
		screen := &Stalls{}
		f := frame(s, width, height)
		screen.Show(f, flow.Target{Team: team(t, s.State(), name).ID})
		return seen(t, screen, f)
	}
	const platform = "last cycle  promises: 5 of 8 kept, 2 late, 1 broken · partly met: "
	has(t, at(s, "Platform", 120, 35), platform+"Every team can release on any weekday")
	has(t, at(s, "Platform", 80, 19), platform)
	has(t, at(s, "Platform", 200, 55), "│ last cycle  promises: 5 of 8 kept")
	has(t, at(s, "Business Lending", 120, 35), "last cycle  missed: Credit answers in two working days")
	if view := at(s, "Technology & Operations", 120, 35); strings.Contains(view, "last cycle") {
		t.Errorf("a team without a last cycle has one:\n%s", view)
	}
	has(t, at(following(t), "Platform", 120, 35), "last cycle  promises: 1 made, not recorded yet · 3 results not recorded")
	screen := &Stalls{}
	f := frame(s, 120, 35)
	for _, name := range []string{"Platform", "Growth"} {
		screen.Show(f, flow.Target{Team: team(t, s.State(), name).ID})
		seen(t, screen, f)
	}
	has(t, seen(t, screen, f), "missed: 50,000 new accounts before Christmas")
}
