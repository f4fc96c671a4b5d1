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
// what remained. The zero value is no timer.
type Timer struct {
	Box      time.Duration `json:"box,omitempty"` // what it was started with, plus what was added
	Deadline time.Time     `json:"deadline,omitzero"`
	Left     time.Duration `json:"left,omitempty"`
}

// IsSet reports whether there is a timer, running or paused.
func (t Timer) IsSet() bool { return t.Box > 0 }

// IsRunning reports whether the timer counts.
func (t Timer) IsRunning() bool { return !t.Deadline.IsZero() }

// Remaining is the time left, negative when the box is over.
func (t Timer) Remaining(now time.Time) time.Duration {
	if t.IsRunning() {
		return t.Deadline.Sub(now)
	}
	return t.Left
}

// Start begins a box.
func (t Timer) Start(box time.Duration, now time.Time) Timer {
	return Timer{Box: box, Deadline: now.Add(box)}
}

// Toggle pauses a running timer and lets a paused one go on.
func (t Timer) Toggle(now time.Time) Timer {
	switch {
	case !t.IsSet():
		return t
	case t.IsRunning():
		return Timer{Box: t.Box, Left: t.Deadline.Sub(now)}
	}
	return Timer{Box: t.Box, Deadline: now.Add(t.Left)}
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
