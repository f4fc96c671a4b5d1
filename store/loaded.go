package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"souk/workshop"
)

// Loaded is what a workshop file held when it was opened.
type Loaded struct {
	Session *workshop.Session
	Place   workshop.Place
	ID      string // stays the same for the life of the workshop
	Created time.Time
	Entries uint64 // how many are stored
	// Restored says how many of the newest entries a broken header hid from an ordinary reading; they are in the session.
	Restored int
	// ReadOnly says why the file cannot be changed, in a sentence; it is empty while it can. Where that is because of an
	// entry that this version does not know, the session ends before it.
	ReadOnly string
}

// Read reads a workshop file, which may be open in another window.
func Read(path string) (*Loaded, error) {
	c, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return c.loaded(path)
}

// Record is one entry of the journal as it is stored.
type Record struct {
	Seq   uint64
	JSON  []byte
	Entry workshop.Entry
	Err   error // why there is no Entry: this version does not know its kind, for one
}

// Log reads the whole journal of a file, which may be open in another window.
func Log(path string) ([]Record, error) {
	c, err := readFile(path)
	if err != nil {
		return nil, err
	}
	out := make([]Record, len(c.records))
	for i, r := range c.records {
		out[i] = Record{Seq: uint64(i) + 1, JSON: r.entry}
		out[i].Entry, out[i].Err = workshop.DecodeEntry(r.entry)
	}
	return out, nil
}

// loaded folds the contents: the snapshot and what follows it, or the whole journal where that does not do.
func (c *contents) loaded(path string) (*Loaded, error) {
	out := &Loaded{ID: c.id, Created: c.created, Entries: c.seq(), Restored: c.orphans}
	if json.Unmarshal(c.place, &out.Place) != nil {
		out.Place = workshop.Place{}
	}
	if state := c.state(); state != nil {
		session, unknown, err := c.resume(state)
		if err == nil && unknown == nil {
			out.Session = session
			return out, nil
		}
	}
	session, unknown, err := c.resume(nil)
	if err != nil {
		return nil, damaged(path, err)
	}
	out.Session = session
	if unknown != nil {
		out.ReadOnly = fmt.Sprintf("%s. A newer version of souk wrote to %s: you see it as it was before that entry, and nothing is recorded. Update souk to go on.",
			detail(unknown), name(path))
	}
	return out, nil
}

// resume decodes and folds the entries behind a state, or all of them, up to the first that this version does not know.
func (c *contents) resume(from *workshop.State) (s *workshop.Session, unknown, err error) {
	var start uint64
	if from != nil {
		start = from.Seq
	}
	entries := make([]workshop.Entry, 0, c.seq()-start)
	for i, r := range c.records[start:] {
		e, err := workshop.DecodeEntry(r.entry)
		var refusal *workshop.Error
		if errors.As(err, &refusal) && refusal.Code == workshop.Unknown {
			unknown = err
			break
		}
		if err != nil {
			return nil, nil, err
		}
		if want := start + uint64(i) + 1; e.Seq != want {
			return nil, nil, fmt.Errorf("entry %d calls itself %d", want, e.Seq)
		}
		entries = append(entries, e)
	}
	s, err = workshop.Resume(from, entries)
	return s, unknown, err
}
