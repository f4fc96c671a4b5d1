package workshop

import (
	"time"

	"souk/model"
)

// Target is a place in the workshop: a stage and what is looked at there. Fields that do not matter are empty.
type Target struct {
	Stage     Stage             `json:"stage,omitempty"`
	Team      model.TeamID      `json:"team,omitempty"`
	Objective model.ObjectiveID `json:"objective,omitempty"`
	KeyResult model.KeyResultID `json:"key_result,omitempty"`
	Intent    model.IntentID    `json:"intent,omitempty"`
	Finding   model.FindingID   `json:"finding,omitempty"`
	Request   model.RequestID   `json:"request,omitempty"`
	Decision  model.DecisionID  `json:"decision,omitempty"`
	View      string            `json:"view,omitempty"` // a screen's own word, such as "matrix"
}

// Place is where the room is. It is kept in the workshop file beside the journal, since moving about changes nothing.
type Place struct {
	At    Target           `json:"at"`
	Last  map[Stage]Target `json:"last,omitempty"` // where each screen was left
	Timer Timer            `json:"timer,omitzero"`
	Theme string           `json:"theme,omitempty"`
	Zoom  bool             `json:"zoom,omitempty"`
}

// Timer counts down to a deadline and beyond it: it warns, it never cuts off. While it is paused, Deadline is zero and Left is
// what remained. It belongs to the stage or stall where it was started. The zero value is no timer.
type Timer struct {
	Box      time.Duration `json:"box,omitempty"` // what it was started with, plus what was added
	Deadline time.Time     `json:"deadline,omitzero"`
	Left     time.Duration `json:"left,omitempty"`
	Stage    Stage         `json:"stage,omitempty"` // where it was started; empty in older files: nobody knows
	Team     model.TeamID  `json:"team,omitempty"`  // whose stall it counts; empty: the whole stage
}

// IsSet reports whether there is a timer, running or paused.
func (t Timer) IsSet() bool { return t.Box > 0 }

// IsOf reports whether there is a timer and it counts for a place.
func (t Timer) IsOf(at Target) bool {
	return t.IsSet() && (t.Stage == "" || t.Stage == at.Stage) && (t.Team == "" || t.Team == at.Team)
}

// forgotten is how long after its end a timer that nobody stopped is over for good.
const forgotten = time.Hour

// Resumed is a timer as the room finds it when it opens the file again: none where its box ended long ago, as on the day before.
func (t Timer) Resumed(now time.Time) Timer {
	if t.IsRunning() && t.Remaining(now) < -forgotten {
		return Timer{}
	}
	return t
}

// IsRunning reports whether the timer counts.
func (t Timer) IsRunning() bool { return !t.Deadline.IsZero() }

// Remaining is the time left, negative when the box is over.
func (t Timer) Remaining(now time.Time) time.Duration {
	if t.IsRunning() {
		return t.Deadline.Sub(now)
	}
	return t.Left
}

// Start begins a box for the stage or stall that the timer names.
func (t Timer) Start(box time.Duration, now time.Time) Timer {
	return Timer{Box: box, Deadline: now.Add(box), Stage: t.Stage, Team: t.Team}
}

// Toggle pauses a running timer and lets a paused one go on.
func (t Timer) Toggle(now time.Time) Timer {
	switch {
	case !t.IsSet():
		return t
	case t.IsRunning():
		t.Left, t.Deadline = t.Deadline.Sub(now), time.Time{}
		return t
	}
	t.Left, t.Deadline = 0, now.Add(t.Left)
	return t
}

// Add gives the room more time.
func (t Timer) Add(d time.Duration) Timer {
	if !t.IsSet() {
		return t
	}
	t.Box += d
	if t.IsRunning() {
		t.Deadline = t.Deadline.Add(d)
	} else {
		t.Left += d
	}
	return t
}
