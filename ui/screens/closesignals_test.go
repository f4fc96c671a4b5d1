package screens

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// atSignals is the close at its signals, with the cursor on the one that says some words.
func atSignals(t *testing.T, f flow.Frame, words string) *Close {
	t.Helper()
	c := &Close{parts: parts{at: signalsPart}}
	c.signal(f)
	i := slices.IndexFunc(c.signals.made, func(g told) bool { return strings.Contains(g.Text, words) })
	if i < 0 {
		t.Fatalf("no signal says %q: %v", words, c.signals.made)
	}
	c.signals.list.Cursor = i
	return c
}

func TestASignalIsKept(t *testing.T) {
	s := aDay(t)
	f := frame(s, 120, 35)
	c := atSignals(t, f, "older and disabled customers")
	has(t, seen(t, c, f), "SEEN HERE: KEEP, WORD OR DROP", "GOES UP TO LEADERSHIP", "Three teams wait for Platform",
		"intent without support", "evidence", "For comparison")
	if off(t, c, f, "a") == "" {
		t.Error("leadership can answer what it was not told")
	}
	open := c.signalNote()
	do(t, s, press(t, c, f, "s").Do...)
	f = frame(s, 120, 35)
	if g, _ := c.signal(f); !g.isOpen() {
		t.Error("the cursor did not go on to the next open signal")
	}
	if c.signalNote() == open {
		t.Errorf("still %s", open)
	}
	c = atSignals(t, f, "older and disabled customers")
	has(t, seen(t, c, f), "goes up to leadership with the record", "leadership has not answered", "For comparison")
	if off(t, c, f, "s") == "" {
		t.Error("what was kept can be kept again")
	}
	e := keys(press(t, c, f, "a").Open, f, "We drop it", "enter")
	do(t, s, e.Do...)
	f = frame(s, 120, 35)
	has(t, seen(t, c, f), "answer     We drop it")
}

func TestASignalIsWorded(t *testing.T) {
	s := aDay(t)
	f := frame(s, 120, 35)
	c := atSignals(t, f, "exceeds its targets")
	g, _ := c.signal(f)
	e := keys(press(t, c, f, "w").Open, f, "ctrl+u", "The ledger needs a bolder target", "enter", "CTO", "enter")
	want := workshop.KeepSignal{
		Kind: "always-exceeded", Key: g.Matter, Text: model.Clean("The ledger needs a bolder target"),
		Evidence: model.Clean(strings.Join(g.Evidence, "\n")), Owner: model.Clean("CTO"),
	}
	if !reflect.DeepEqual(e.Do, []workshop.Intent{want}) {
		t.Fatalf("%+v", e.Do)
	}
	do(t, s, e.Do...)
	f = frame(s, 120, 35)
	c = atSignals(t, f, "bolder target")
	e = keys(press(t, c, f, "w").Open, f, "ctrl+u", "Bolder!", "enter", "enter")
	do(t, s, e.Do...)
	f = frame(s, 120, 35)
	has(t, seen(t, atSignals(t, f, "Bolder!"), f), "Bolder!", "CTO", "99.93 %")
}

func TestADroppedSignalIsQuietAndCanBeBroughtBack(t *testing.T) {
	s := aDay(t)
	f := frame(s, 120, 35)
	for _, words := range []string{"exceeds its targets", "Three teams wait for Platform"} {
		c := atSignals(t, f, words)
		before, note := len(c.signals.made), c.signalNote()
		e := keys(press(t, c, f, "d").Open, f, "they know", "enter")
		if d, ok := e.Do[0].(workshop.DropSignal); !ok || d.Note.Line() != "they know" {
			t.Fatalf("%+v", e)
		}
		do(t, s, e.Do...)
		f = frame(s, 120, 35)
		for _, g := range tell(f.State, f.Findings) {
			if strings.Contains(g.Text, words) {
				t.Errorf("%q still goes up", words)
			}
		}
		c = atSignals(t, f, words)
		has(t, seen(t, c, f), "DROPPED: NOT TOLD TO LEADERSHIP", "✗ ", "because    they know")
		if g, _ := c.signal(f); !g.isDropped() || c.signals.list.Cursor != before-1 {
			t.Errorf("%+v stands at %d of %d, %s", g, c.signals.list.Cursor, before, c.signalNote())
		}
		for _, key := range []string{"w", "d", "a"} {
			if off(t, c, f, key) == "" {
				t.Errorf("%s does something to a signal that was dropped", key)
			}
		}
		do(t, s, press(t, c, f, "s").Do...)
		f = frame(s, 120, 35)
		c = atSignals(t, f, words)
		if g, _ := c.signal(f); g.isDropped() || len(c.signals.made) != before || c.signalNote() != note {
			t.Errorf("brought back it is %+v", g)
		}
	}
}

func TestTheCloseShowsTheAlignment(t *testing.T) {
	s := marketplace(t, 60, 2, 1)
	c := &Close{}
	f := frame(s, 80, 12)
	press(t, c, f, "5")
	has(t, seen(t, c, f), "How far are we aligned?", "why now", "agreed by", "requests", "confidence", "all together", "more")
	if view := seen(t, c, f); strings.Contains(view, "→") {
		t.Errorf("there is no cycle to compare with:\n%s", view)
	}
	press(t, c, f, "down")
	has(t, seen(t, c, f), "↑")
	f = frame(workshop.New(), 80, 12)
	has(t, seen(t, &Close{parts: parts{at: alignmentPart}}, f), "no objectives to measure")
}

func TestTheCloseComparesWithTheCyclesBefore(t *testing.T) {
	s := aDay(t)
	c := &Close{}
	for _, f := range []flow.Frame{frame(s, 80, 30), frame(s, 120, 35)} {
		press(t, c, f, "5")
		has(t, seen(t, c, f), "2026-Q4", "16 of 29", "23 of 30", "in % and mean confidence, 2026-Q4 → 2027-Q1", "55 → 77", "67 → 67", "Sustaining")
	}
	do(t, s, workshop.AddTeam{Name: model.Clean("Quiet"), Team: model.SupportTeam})
	var order []string
	for _, l := range strings.Split(seen(t, c, frame(s, 120, 40)), "\n") {
		for _, st := range s.State().Stalls() {
			if strings.Contains(l, st.Name.Line()) && strings.Contains(l, "→") || strings.Contains(l, "Quiet") && st.Name.Line() == "Quiet" {
				order = append(order, st.Name.Line())
			}
		}
	}
	var want []string
	for _, st := range s.State().Stalls() {
		want = append(want, st.Name.Line())
	}
	if !reflect.DeepEqual(order, want) {
		t.Errorf("the teams stand as %v, not as their stalls: %v", order, want)
	}
}

func TestWordingASignalKeepsItsLines(t *testing.T) {
	s := marketplace(t, 3, 2, 1)
	do(t, s, workshop.RaiseSignal{Text: model.Clean("Nobody rests.\nAsk the teams."), Evidence: model.Clean("0 of 4\nsaid twice")})
	f := frame(s, 120, 35)
	c := atSignals(t, f, "Nobody rests")
	e := keys(press(t, c, f, "w").Open, f, "enter", "Bo", "enter")
	g, _ := c.signal(f)
	want := workshop.RewordSignal{Signal: g.ID, Text: model.Clean("Nobody rests.\nAsk the teams."), Evidence: model.Clean("0 of 4\nsaid twice"), Owner: model.Clean("Bo")}
	if !reflect.DeepEqual(e.Do, []workshop.Intent{want}) {
		t.Errorf("%+v, want %+v", e.Do, want)
	}
	do(t, s, workshop.AnswerSignal{Signal: g.ID, Answer: model.Clean("Yes.\nIn May.")})
	f = frame(s, 120, 35)
	c = atSignals(t, f, "Nobody rests")
	e = keys(press(t, c, f, "a").Open, f, " Or June", "enter")
	if !reflect.DeepEqual(e.Do, []workshop.Intent{workshop.AnswerSignal{Signal: g.ID, Answer: model.Clean("Yes.\nIn May. Or June")}}) {
		t.Errorf("%+v", e.Do)
	}
	d := press(t, c, f, "a").Open
	var refused *workshop.Error
	if _, err := s.Do(f.Now, model.Text{}, keys(d, f, "enter").Do[0]); !errors.As(err, &refused) || refused.Code != workshop.Unchanged {
		t.Errorf("an answer that is as it was: %v", err)
	}
}
