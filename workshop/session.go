package workshop

import (
	"errors"
	"time"

	"souk/model"
)

// Session is a workshop in progress. It is not safe for use by several goroutines; the states it hands out are.
type Session struct {
	seq   uint64
	state *State
	done  []step // in effect since the base, oldest first: what undo takes back
	redo  []step // taken back, the next to redo last
}

// step is an entry in effect, and the state that it found.
type step struct {
	entry  Entry
	before *State
	title  string
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

// Do checks an intent and records it: the entry it returns is folded in already and must be stored. An error is always an *Error, and
// leaves the session as it was.
func (s *Session) Do(at time.Time, by model.Text, in Intent) (Entry, error) {
	fact, err := in.check(&desk{State: s.state, at: at, by: by, seq: s.seq + 1})
	if err != nil {
		return Entry{}, err
	}
	return s.record(at, by, fact), nil
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

// CanUndo names what Undo would take back.
func (s *Session) CanUndo() (title string, ok bool) {
	if len(s.done) == 0 {
		return "", false
	}
	return s.done[len(s.done)-1].title, true
}

// CanRedo names what Redo would bring back.
func (s *Session) CanRedo() (title string, ok bool) {
	if len(s.redo) == 0 {
		return "", false
	}
	return s.redo[len(s.redo)-1].title, true
}

// Undo takes back the newest entry in effect.
func (s *Session) Undo(at time.Time, by model.Text) (Entry, error) {
	if len(s.done) == 0 {
		return Entry{}, refuse(NothingToDo, "There is nothing to take back.")
	}
	last := s.done[len(s.done)-1]
	return s.record(at, by, TakenBack{Target: last.entry.Seq, What: model.Clean(last.title)}), nil
}

// Redo brings back what was taken back last.
func (s *Session) Redo(at time.Time, by model.Text) (Entry, error) {
	if len(s.redo) == 0 {
		return Entry{}, refuse(NothingToDo, "There is nothing to bring back.")
	}
	last := s.redo[len(s.redo)-1]
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
	e := Entry{Seq: s.seq + 1, At: at, By: by, Fact: f}
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
		s.redo = append(s.redo, s.done[n])
		s.state = s.done[n].before
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
	s.done = append(s.done, step{entry: e, before: before, title: e.Fact.Title(s.state)})
}
