package screens

import (
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// raised follows the steps of raising a finding and returns the intent.
func raised(t *testing.T, f flow.Frame, d flow.Dialog, steps ...[]string) workshop.RaiseFinding {
	t.Helper()
	for i, typed := range steps {
		e := keys(d, f, typed...)
		if i < len(steps)-1 {
			if e.Open == nil {
				t.Fatalf("step %d, %v, leads nowhere: %+v", i+1, typed, e)
			}
			d = e.Open
			continue
		}
		if len(e.Do) != 1 {
			t.Fatalf("the last step records %+v", e)
		}
		in, _ := e.Do[0].(workshop.RaiseFinding)
		return in
	}
	return workshop.RaiseFinding{}
}

func TestRaising(t *testing.T) {
	s := fixture(t)
	f := frame(s, 120, 30)
	payments, platform := sideOf(t, s.State(), "Payments", 1, 0), sideOf(t, s.State(), "Platform", 1, 0)

	in := raised(t, f, raiseFinding(f, model.Dependency, payments), []string{"Platform", "enter"}, []string{"the connector", "enter"})
	if in.Finding != model.Dependency || in.A.Objective != payments.Objective || in.B.Team != platform.Team || in.B.Objective != "" || in.Reason.Line() != "the connector" {
		t.Errorf("it raises %+v", in)
	}
	in = raised(t, f, raiseFinding(f, "", model.Side{}),
		[]string{"conflict", "enter"}, []string{"pay anyone", "enter"}, []string{"without waiting", "enter"}, []string{"enter"})
	if in.Finding != model.Conflict || in.A.Objective != payments.Objective || in.B.Objective != platform.Objective {
		t.Errorf("it raises %+v", in)
	}
	do(t, s, in)
}

func TestRaisingNeedsAnotherTeam(t *testing.T) {
	s := fixture(t)
	f := frame(s, 120, 30)
	payments := sideOf(t, s.State(), "Payments", 1, 0)
	if e := keys(raiseFinding(f, model.Duplicate, payments), f, "Fewer payments go wrong", "enter"); e.Open != nil {
		t.Error("two objectives of one team can be raised")
	}
}

func TestWhatIsRaisedGetsTheCursor(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	d := NewDuplicates()
	f := withFindings(s, all, 120, 35)
	d.Show(f, flow.Target{Finding: "dup4"})
	in := raised(t, f, press(t, d, f, "r").Open, []string{"pay anyone", "enter"}, []string{"without waiting", "enter"}, []string{"a hunch", "enter"})
	do(t, s, in)
	has(t, seen(t, d, withFindings(s, all, 120, 35)), "▸ ◐   · Payments ~ Platform", "raised by facilitator", "why  a hunch")
}
