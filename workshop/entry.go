package workshop

import (
	"fmt"
	"time"

	"souk/model"
)

// Intent is what somebody wants to happen. It refers to what the State holds and is checked before anything is recorded.
type Intent interface {
	// check refuses with an *Error, or returns what will have happened.
	check(*desk) (Fact, error)
}

// Fact is what happened, in the past tense.
type Fact interface {
	// Kind is the fact's name on disk; it never changes.
	Kind() string
	// apply folds the fact into a state that it may change. It is total and pure.
	apply(*State, Entry)
	// Title names the fact for the footer and the journal, e.g. "why now of Payments 1", given the state after it.
	Title(*State) string
}

// Entry is one line of the journal. Seq counts from 1 without gaps.
type Entry struct {
	Seq  uint64
	At   time.Time
	By   model.Text // who held the keyboard
	With uint64     // the first of the entries that one key made together; 0 for an entry by itself
	// Alone says that the coach made it alone, preparing the workshop: in front of the room it is not taken back.
	Alone bool
	Fact  Fact
}

// desk is where an intent is checked: the state, and the means to make ids for the entry to come.
type desk struct {
	*State
	at    time.Time
	by    model.Text
	seq   uint64
	given int
}

// id makes a new id. Sequence numbers are never used again, so ids are not either.
func (d *desk) id(prefix string) string {
	d.given++
	if d.given == 1 {
		return fmt.Sprintf("%s%d", prefix, d.seq)
	}
	return fmt.Sprintf("%s%d.%d", prefix, d.seq, d.given)
}

func (d *desk) objective(id model.ObjectiveID) (model.Objective, error) {
	o, ok := d.Objectives.Get(id)
	if !ok {
		return o, refuse(NotFound, "This objective is not in the workshop any more.")
	}
	return o, nil
}

func (d *desk) team(id model.TeamID) (model.Team, error) {
	t, ok := d.Teams.Get(id)
	if !ok {
		return t, refuse(NotFound, "This team is not in the workshop any more.")
	}
	return t, nil
}

// trial is the state as it would be after the fact.
func (d *desk) trial(f Fact) *State {
	return d.after(Entry{Seq: d.seq, At: d.at, By: d.by, Fact: f})
}

// after folds one entry into a copy.
func (s *State) after(e Entry) *State {
	next := *s
	e.Fact.apply(&next, e)
	next.Seq = e.Seq
	return &next
}
