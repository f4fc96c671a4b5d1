package workshop

import "testing"

func TestTimer(t *testing.T) {
	timer := Timer{}.Start(10*60e9, morning)
	if !timer.IsSet() || !timer.IsRunning() || timer.Remaining(morning.Add(4*60e9)) != 6*60e9 {
		t.Errorf("started: %+v", timer)
	}
	paused := timer.Toggle(morning.Add(4 * 60e9)).Add(5 * 60e9)
	if paused.IsRunning() || paused.Remaining(morning.Add(99*60e9)) != 11*60e9 {
		t.Errorf("paused: %+v", paused)
	}
	on := paused.Toggle(morning.Add(20 * 60e9)).Add(60e9)
	if on.Remaining(morning.Add(21*60e9)) != 11*60e9 || on.Box != 16*60e9 {
		t.Errorf("goes on: %+v", on)
	}
	if on.Remaining(morning.Add(60*60e9)) >= 0 {
		t.Error("the timer does not run past its end")
	}
	if none := (Timer{}).Add(60e9).Toggle(morning); none.IsSet() || none.IsRunning() {
		t.Error("no timer became one")
	}
}
