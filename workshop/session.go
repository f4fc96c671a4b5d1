package workshop

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"souk/model"
)

// Session is a workshop in progress. It is not safe for use by several goroutines; the states it hands out are.
type Session struct {
	seq   uint64
	state *State
	done  []step // in effect since the base, oldest first: what undo takes back
	redo  []step // taken back, the next to redo last
	alone bool   // the coach prepares the workshop; the room does not see it
}

// step is an entry in effect, and the state that it found.
type step struct {
	entry  Entry
	before *State
	title  string
	alone  bool // only the coach alone may take it back, or bring it back
}

// ErrNeedsJournal says that a snapshot and the entries behind it do not suffice, since one of those takes back an entry before the
// snapshot: resume from the whole journal.
var ErrNeedsJournal = errors.New("an entry before the snapshot was taken back")

// New is an empty workshop.
func New() *Session { return &Session{state: &State{}} }

// Resume folds entries into a snapshot, or into an empty workshop where that is nil. The entries follow the snapshot without gaps. It
// returns ErrNeedsJournal where the snapshot is too young, and an *Error (Invalid) where the sequence is broken.
func Resume(snapshot *State, entries []Entry) (*Session, error) {
	s := New()
	if snapshot != nil {
		s.state, s.seq = snapshot, snapshot.Seq
	}
	for _, e := range entries {
		if e.Seq != s.seq+1 {
			return nil, refuse(Invalid, "The journal has a gap: entry %d follows %d.", e.Seq, s.seq)
		}
		if !s.fold(e) {
			if snapshot != nil {
				return nil, ErrNeedsJournal
			}
			return nil, refuse(Invalid, "Entry %d takes back something that is not there.", e.Seq)
		}
	}
	return s, nil
}

// State is the workshop as it stands.
func (s *Session) State() *State { return s.state }

// WorkAlone says whether the coach is alone with the workshop from here on, or in front of the room, as at first. What the coach records alone
// is marked so, and undo and redo in front of the room stop at it: there it is neither named nor touched.
func (s *Session) WorkAlone(alone bool) { s.alone = alone }

// inReach are the steps of which the newest may be taken back, or brought back, by who is here: none where the coach made it alone.
func (s *Session) inReach(steps []step) []step {
	if len(steps) > 0 && !s.alone && slices.ContainsFunc(companions(steps), func(st step) bool { return st.alone }) {
		return nil
	}
	return steps
}

// Do checks an intent and records it: the entry it returns is folded in already and must be stored. An error is always an *Error, and
// leaves the session as it was.
func (s *Session) Do(at time.Time, by model.Text, in Intent) (Entry, error) {
	entries, err := s.DoAll(at, by, in)
	if err != nil {
		return Entry{}, err
	}
	return entries[0], nil
}

// DoAll is Do for intents that belong together: all are recorded or none, and TakeBack takes them back together.
func (s *Session) DoAll(at time.Time, by model.Text, ins ...Intent) ([]Entry, error) {
	before := *s
	entries := make([]Entry, 0, len(ins))
	var with uint64
	if len(ins) > 1 {
		with = s.seq + 1
	}
	for _, in := range ins {
		fact, err := in.check(&desk{State: s.state, at: at, by: by, seq: s.seq + 1})
		if err != nil {
			*s = before
			return nil, err
		}
		e := Entry{Seq: s.seq + 1, At: at, By: by, With: with, Alone: s.alone, Fact: fact}
		s.fold(e)
		entries = append(entries, e)
	}
	return entries, nil
}

// Preview is the state as it would be after an intent, which is checked and not recorded. at and by are as for Do.
func (s *Session) Preview(at time.Time, by model.Text, in Intent) (*State, error) {
	return s.state.Preview(s.seq+1, at, by, in)
}

// Preview is the state as it would be if in became the entry seq.
func (s *State) Preview(seq uint64, at time.Time, by model.Text, in Intent) (*State, error) {
	d := &desk{State: s, at: at, by: by, seq: seq}
	fact, err := in.check(d)
	if err != nil {
		return nil, err
	}
	return d.trial(fact), nil
}

// CanUndo names what TakeBack would take back.
func (s *Session) CanUndo() (title string, ok bool) { return together(s.inReach(s.done)) }

// CanRedo names what BringBack would bring back.
func (s *Session) CanRedo() (title string, ok bool) { return together(s.inReach(s.redo)) }

// NextUndo is the fact that TakeBack would take back first.
func (s *Session) NextUndo() (Fact, bool) {
	done := s.inReach(s.done)
	if len(done) == 0 {
		return nil, false
	}
	return done[len(done)-1].entry.Fact, true
}

// together names the newest steps that belong together, by the one that was made first.
func together(steps []step) (title string, ok bool) {
	if len(steps) == 0 {
		return "", false
	}
	group := companions(steps)
	first := group[0]
	for _, st := range group {
		if st.entry.Seq < first.entry.Seq {
			first = st
		}
	}
	more := 0
	for _, st := range group {
		if _, follows := st.entry.Fact.(QueueOrdered); !follows && st.entry.Seq != first.entry.Seq { // the order of the queue follows from what is queued
			more++
		}
	}
	if title, both := bothAgree(group); both {
		return title, true
	}
	if more > 0 {
		return fmt.Sprintf("%s, and %d more", first.title, more), true
	}
	return first.title, true
}

// bothAgree names the two yeses to one objective that were said together.
func bothAgree(group []step) (title string, is bool) {
	if len(group) != 2 {
		return "", false
	}
	a, one := group[0].entry.Fact.(AgreementSpoken)
	b, other := group[1].entry.Fact.(AgreementSpoken)
	if !one || !other || a.Objective != b.Objective || a.Stance != model.Agreed || b.Stance != model.Agreed {
		return "", false
	}
	return "both agree to " + group[0].before.Label(a.Objective), true
}

// companions are the newest steps that were made together.
func companions(steps []step) []step {
	n := len(steps)
	with := steps[n-1].entry.With
	for n--; n > 0 && with != 0 && steps[n-1].entry.With == with; n-- {
	}
	return steps[n:]
}

// TakeBack takes back the newest entry in effect, with those that were made together with it.
func (s *Session) TakeBack(at time.Time, by model.Text) ([]Entry, error) {
	return s.repeat(s.inReach(s.done), func() (Entry, error) { return s.Undo(at, by) })
}

// BringBack brings back what was taken back last, with what was made together with it.
func (s *Session) BringBack(at time.Time, by model.Text) ([]Entry, error) {
	return s.repeat(s.inReach(s.redo), func() (Entry, error) { return s.Redo(at, by) })
}

func (s *Session) repeat(steps []step, once func() (Entry, error)) ([]Entry, error) {
	n := 1
	if len(steps) > 0 {
		n = len(companions(steps))
	}
	entries := make([]Entry, 0, n)
	for range n {
		e, err := once()
		if err != nil {
			return entries, err
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// Undo takes back the newest entry in effect.
func (s *Session) Undo(at time.Time, by model.Text) (Entry, error) {
	done := s.inReach(s.done)
	if len(done) == 0 {
		return Entry{}, refuse(NothingToDo, "There is nothing to take back.")
	}
	last := done[len(done)-1]
	return s.record(at, by, TakenBack{Target: last.entry.Seq, What: model.Clean(last.title)}), nil
}

// Redo brings back what was taken back last.
func (s *Session) Redo(at time.Time, by model.Text) (Entry, error) {
	redo := s.inReach(s.redo)
	if len(redo) == 0 {
		return Entry{}, refuse(NothingToDo, "There is nothing to bring back.")
	}
	last := redo[len(redo)-1]
	return s.record(at, by, BroughtBack{Target: last.entry.Seq, What: model.Clean(last.title)}), nil
}

// Base is a state that lies at least depth undoable steps back, for a snapshot from which that many steps can still be undone after
// opening again; nil while there is none. depth is at least 1.
func (s *Session) Base(depth int) *State {
	depth = max(depth, 1)
	if len(s.done) <= depth {
		return nil
	}
	first := s.done[len(s.done)-depth]
	base := *first.before
	base.Seq = first.entry.Seq - 1
	return &base
}

func (s *Session) record(at time.Time, by model.Text, f Fact) Entry {
	e := Entry{Seq: s.seq + 1, At: at, By: by, Alone: s.alone, Fact: f}
	s.fold(e)
	return e
}

// fold puts an entry on top. It is false, and nothing changes, where the entry takes back what is not the newest step.
func (s *Session) fold(e Entry) bool {
	switch f := e.Fact.(type) {
	case TakenBack:
		n := len(s.done) - 1
		if n < 0 || s.done[n].entry.Seq != f.Target {
			return false
		}
		taken := s.done[n]
		taken.alone = taken.alone || e.Alone
		s.redo = append(s.redo, taken)
		s.state = taken.before
		s.done = s.done[:n]
	case BroughtBack:
		n := len(s.redo) - 1
		if n < 0 || s.redo[n].entry.Seq != f.Target {
			return false
		}
		s.push(s.redo[n].entry)
		s.redo = s.redo[:n]
	default:
		s.push(e)
		s.redo = nil
	}
	s.seq = e.Seq
	return true
}

func (s *Session) push(e Entry) {
	before := s.state
	s.state = before.after(e)
	s.done = append(s.done, step{entry: e, before: before, title: e.Fact.Title(s.state), alone: e.Alone || IsPrivate(e.Fact)})
}
