package report_test

import (
	"reflect"
	"testing"

	"souk/model"
	"souk/workshop"
	"souk/workshop/report"
	"souk/workshop/signal"
)

// supported is a room in which everybody says what they support, and nobody "Rest".
func supported(t *testing.T) *room {
	r := newRoom(t)
	for _, team := range []string{"Red", "Green", "Blue"} {
		for n := range 2 {
			if in := (workshop.StateSupport{Objective: r.side(team, n+1).Objective, Supports: []model.Text{text("Grow")}}); team != "Red" || n > 0 {
				r.do(in)
			}
		}
	}
	return r
}

func (r *room) signals() []report.Signal {
	return report.Signals(r.s.State(), r.s.State().OnTheTable(nil))
}

func TestWhatNobodyDiscussedIsListedLast(t *testing.T) {
	r := supported(t)
	const rest = "No objective says that it supports the direction this cycle “Rest”."
	got := r.signals()
	if len(got) != 1 || got[0].Status != report.Open || got[0].Source() != "intent without support" || got[0].Kind != signal.UnsupportedIntent || got[0].Text != rest {
		t.Fatalf("the signals are %+v", got)
	}
	r.says("Signals to leadership", "The room sends no signal to leadership.", "Seen in the drafts, not discussed", rest)
	r.says("In short", "1 signal seen in the drafts and not discussed")

	r.do(workshop.KeepSignal{Kind: got[0].Kind, Key: got[0].Matter, Text: text("Nobody rests"), Evidence: text("6 of 6\nsay so"), Owner: text("the COO")})
	r.keepsQuiet("Signals to leadership", "not discussed", rest, "sends no signal")
	r.says("Signals to leadership", "Nobody rests.", "Evidence:", "6 of 6", "say so", "With: the COO", "Answer: to be filled in")
	r.says("In short", "1 signal that the room raised")

	kept := r.signals()
	if kept[0].Status != report.Kept || kept[0].Source() != "intent without support" {
		t.Errorf("kept is %+v, of %s", kept[0], kept[0].Source())
	}
	r.do(workshop.AnswerSignal{Signal: kept[0].ID, Answer: text("We drop it")})
	r.says("Signals to leadership", "Answer: We drop it")

	r.do(workshop.DropSignal{Key: kept[0].Matter})
	r.says("Signals to leadership", "The room sends no signal to leadership.")
	r.keepsQuiet("Signals to leadership", "Rest", "rests")
}

func TestWhatTheRoomRaisedItselfStandsOnce(t *testing.T) {
	r := supported(t)
	r.do(workshop.RaiseSignal{Text: text(r.signals()[0].Text), Evidence: text("said\ntwice")})
	got := r.signals()
	if len(got) != 1 || got[0].Source() != "raised in the workshop" || got[0].Status != report.Kept || !reflect.DeepEqual(got[0].Evidence, []string{"said twice"}) {
		t.Errorf("what the room raised in the same words stands twice: %+v", got)
	}
}

func TestWhatWasDroppedIsKnownAgainWhenItHasShrunk(t *testing.T) {
	r := newRoom(t)
	answer := func(n int) { r.do(workshop.AnswerQuestion{Number: n, Answer: text("so")}) }
	answer(0)
	answer(1)
	g := r.signals()[0]
	r.do(workshop.DropSignal{Key: g.Matter, Note: text("known")})
	answer(2)
	got := report.DroppedSignals(r.s.State(), nil)
	if len(got) != 1 || got[0].Matter != g.Matter || got[0].Text == g.Text || len(r.signals()) > 0 {
		t.Fatalf("dropped are %+v, told are %+v", got, r.signals())
	}
	answer(3)
	if got = report.DroppedSignals(r.s.State(), nil); len(got) != 1 || got[0].Matter != g.Matter { // two are a signal each
		t.Errorf("dropped are %+v", got)
	}
	r.do(workshop.TakeUpSignal{Key: got[0].Matter})
	if len(r.signals()) != 2 || len(report.DroppedSignals(r.s.State(), nil)) > 0 {
		t.Errorf("told are %+v", r.signals())
	}
}

func TestEscalationsGoUpUntilTheyAreDropped(t *testing.T) {
	r := newRoom(t)
	r.do(workshop.AnswerRequest{Request: r.ask("Red", "Green", "paint"), Answer: model.EscalatedUp, Who: text("the COO"), Text: text("no budget")})
	got := r.signals()
	if len(got) != 1 || got[0].Source() != "escalated request" || got[0].Status != report.Escalated {
		t.Fatalf("the signals are %+v", got)
	}
	r.says("Signals to leadership", "Escalated requests", "Red asks Green for “paint”", "Evidence: no budget", "With: the COO", "Answer: to be filled in")
	r.do(workshop.DropSignal{Key: got[0].Matter})
	r.says("Signals to leadership", "no signal")
}

func TestAlignmentInFigures(t *testing.T) {
	r := newRoom(t)
	red := r.side("Red", 1).Objective
	for _, party := range []model.Party{model.TeamParty, model.LeadershipParty} {
		r.do(workshop.Speak{Objective: red, Party: party, Stance: model.Agreed})
	}
	r.do(workshop.Vote{Objective: red, Votes: []int{5, 2}})
	r.do(workshop.AnswerRequest{Request: r.ask("Red", "Green", "paint"), Answer: model.Committed, When: text("May")})
	r.ask("Blue", "Green", "a wall")
	r.says("Alignment in figures", "no ranking",
		"Red | 1 of 2 | 1 of 2 | 0 of 2 | – | 3.5 (2 to 5)", "Green | 1 of 2 | 0 of 2 | 0 of 2 | 1 of 2 | –",
		"All together | 3 of 6 | 1 of 6 | 0 of 6 | 1 of 2 | 3.5 (2 to 5)")
}
