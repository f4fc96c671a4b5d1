package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"time"

	"souk/workshop"
)

// Health is what Check found in a file that is in order.
type Health struct {
	ID       string
	Created  time.Time
	Entries  uint64
	Head     []byte // the hash of the newest entry
	Snapshot uint64 // the entry that a usable snapshot belongs to; 0 for none
	Restored int    // as in Loaded
	ReadOnly string // as in Loaded
}

// Check reads a workshop file as a whole: the pages, the chain, every entry, the state that they fold to, and whether the snapshot says the
// same. A file that fails in any of these is ErrDamaged.
func Check(path string) (Health, error) {
	c, err := readFile(path)
	if err != nil {
		return Health{}, err
	}
	loaded, err := c.loaded(path)
	if err != nil {
		return Health{}, err
	}
	head := c.hashAt(c.seq())
	h := Health{ID: c.id, Created: c.created, Entries: c.seq(), Head: head[:], Restored: c.orphans, ReadOnly: loaded.ReadOnly}
	if _, _, err := c.resume(nil); err != nil {
		return h, damaged(path, err)
	}
	if state := c.state(); state != nil {
		h.Snapshot = state.Seq
		if err := c.agrees(state); err != nil {
			return h, damaged(path, err)
		}
	}
	return h, nil
}

// agrees folds the journal up to a snapshot's entry and compares.
func (c *contents) agrees(snapshot *workshop.State) error {
	head := *c
	head.records = c.records[:snapshot.Seq]
	session, _, err := head.resume(nil)
	if err != nil {
		return err
	}
	folded := *session.State()
	folded.Seq = snapshot.Seq // entries that take something back do not count in a state
	a, errA := json.Marshal(folded)
	b, errB := json.Marshal(snapshot)
	if err := errors.Join(errA, errB); err != nil {
		return err
	}
	if !bytes.Equal(a, b) {
		return errors.New("its snapshot does not agree with its journal")
	}
	return nil
}
