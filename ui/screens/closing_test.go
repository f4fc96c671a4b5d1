package screens

import (
	"reflect"
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

func TestDecisionsAreReadBack(t *testing.T) {
	s := aDay(t)
	c := &Close{}
	f := frame(s, 120, 35)
	has(t, seen(t, c, f), "0 of 2 read back", "NO OWNER OR DATE YET", "OWNER AND DATE", "● drop  ", "– nobody yet –", "because", "the team is small")
	loose, complete := c.decisions.made[0], c.decisions.made[1]
	e := press(t, c, f, "enter")
	if want := (flow.Effect{Do: []workshop.Intent{workshop.ReadBack{Decision: loose.ID}}}); !reflect.DeepEqual(e, want) {
		t.Fatalf("%+v", e)
	}
	do(t, s, e.Do...)
	f = frame(s, 120, 35)
	if at := c.At(f); at.Decision != complete.ID {
		t.Error("the cursor did not go on to the next decision")
	}
	do(t, s, press(t, c, f, "space").Do...)
	f = frame(s, 120, 35)
	if got := c.Progress(f); got != "2/2" {
		t.Errorf("progress %q", got)
	}
	if off(t, c, f, "enter") == "" {
		t.Error("it was read back, and can be again")
	}
	if c.Settled(f) {
		t.Error("something is parked without an owner, and the close is settled")
	}
	for p := range f.State.Parking.All() {
		if p.Owner.IsEmpty() {
			do(t, s, workshop.OwnParking{Parking: p.ID, Owner: model.Clean("Ada")})
		}
	}
	if !c.Settled(frame(s, 120, 35)) {
		t.Error("all is read back and owned, and the close is not settled")
	}
}

func TestADecisionGetsItsOwner(t *testing.T) {
	s := aDay(t)
	c := &Close{parts: parts{at: signalsPart}}
	f := frame(s, 120, 35)
	var dropped model.Decision
	for d := range s.State().Decisions.All() {
		dropped = d
	}
	c.Show(f, flow.Target{Decision: dropped.ID})
	if at := c.At(f); at.Decision != dropped.ID || at.View != "decisions" {
		t.Fatalf("the screen stands at %+v", at)
	}
	e := keys(press(t, c, f, "o").Open, f, "enter", "ctrl+u", "12 Feb", "enter", "Ada and Bo", "enter")
	want := workshop.AmendDecision{Decision: dropped.ID, Owner: model.Clean("Growth"), Due: model.Clean("12 Feb"), AgreedBy: model.Clean("Ada and Bo")}
	if !reflect.DeepEqual(e.Do, []workshop.Intent{want}) {
		t.Fatalf("%+v", e.Do)
	}
	do(t, s, e.Do...)
	f = frame(s, 120, 35)
	view := seen(t, c, f)
	has(t, view, "owner      Growth", "due        12 Feb", "agreed by")
	if strings.Contains(view, "NO OWNER OR DATE YET") || c.At(f).Decision != dropped.ID {
		t.Errorf("the decision is not where it was, or still loose:\n%s", view)
	}
}

func TestTheParkingLotGetsOwners(t *testing.T) {
	s := aDay(t)
	c := &Close{}
	f := frame(s, 120, 35)
	press(t, c, f, "2")
	has(t, seen(t, c, f), "2 without owner", "WITHOUT AN OWNER", "WITH AN OWNER", "Office move", "address book", "Payments 1")
	first := c.parking.made[0]
	e := keys(press(t, c, f, "enter").Open, f, "ctrl+u", "Cleo", "enter", "ctrl+u", "May", "enter")
	want := workshop.OwnParking{Parking: first.ID, Owner: model.Clean("Cleo"), Due: model.Clean("May")}
	if !reflect.DeepEqual(e.Do, []workshop.Intent{want}) {
		t.Fatalf("%+v", e.Do)
	}
	do(t, s, e.Do...)
	f = frame(s, 120, 35)
	if p, _ := c.parked(f); p.Text.Line() != "A party in December" {
		t.Errorf("the cursor went on to %q", p.Text.Line())
	}
	has(t, seen(t, c, f), "1 without owner", "Cleo · May")
}

func TestTheCloseComparesThePulse(t *testing.T) {
	s := aDay(t)
	c := &Close{}
	f := frame(s, 120, 35)
	press(t, c, f, "4")
	has(t, seen(t, c, f), "start → now", "3.3 → 4.3")
	e := keys(press(t, c, f, "v").Open, f, "5", "enter")
	if p, ok := e.Do[0].(workshop.TakePulse); !ok || p.When != workshop.CloseStage {
		t.Errorf("%+v", e)
	}
}

func TestWithOnePaneEnterLooksFirst(t *testing.T) {
	s := aDay(t)
	c := &Close{}
	f := frame(s, 80, 19)
	if e := press(t, c, f, "enter"); len(e.Do) > 0 {
		t.Fatalf("enter reads back what nobody has seen: %+v", e)
	}
	has(t, seen(t, c, f), "not read back yet", "because")
	if e := press(t, c, f, "enter"); len(e.Do) != 1 {
		t.Errorf("the second enter gives %+v", e)
	}
	press(t, c, f, "esc")
	has(t, seen(t, c, f), "NO OWNER OR DATE YET")
}
