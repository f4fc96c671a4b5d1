package store

import (
	"bytes"
	"encoding/json"
	"runtime/debug"
	"sync"

	"souk/workshop"
)

// snapshotHeader says what a snapshot belongs to. The state follows it on the next line.
type snapshotHeader struct {
	Seq      uint64   `json:"seq"`
	Hash     []byte   `json:"hash"`     // of entry Seq
	Writer   string   `json:"writer"`   // the version of souk; another one may fold to another state
	Examples []uint64 `json:"examples"` // one entry for each kind and version up to Seq
}

// writer names this build of souk.
var writer = sync.OnceValue(func() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	out := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" || s.Key == "vcs.modified" {
			out += " " + s.Value
		}
	}
	return out
})

// newSnapshot seals the JSON of a state for the entry that it belongs to.
func (c *contents) newSnapshot(seq uint64, state []byte) ([]byte, error) {
	examples, err := c.examples(seq)
	if err != nil {
		return nil, err
	}
	at := c.hashAt(seq)
	header, err := json.Marshal(snapshotHeader{Seq: seq, Hash: at[:], Writer: writer(), Examples: examples})
	if err != nil {
		return nil, err
	}
	return seal(append(append(header, '\n'), state...)), nil
}

// examples finds the first entry of each kind and version up to seq.
func (c *contents) examples(seq uint64) ([]uint64, error) {
	seen := map[version]bool{}
	var out []uint64
	for i, r := range c.records[:seq] {
		v, err := versionOf(r.entry)
		if err != nil {
			return nil, err
		}
		if !seen[v] {
			seen[v] = true
			out = append(out, uint64(i)+1)
		}
	}
	return out, nil
}

// state is the snapshot's state, or nil where there is none that can be relied on: it is damaged, belongs to other entries, was
// made by another version of souk, or rests on entries that this version does not know.
func (c *contents) state() *workshop.State {
	payload, ok := unseal(c.snapshot)
	if !ok {
		return nil
	}
	line, rest, _ := bytes.Cut(payload, []byte{'\n'})
	var h snapshotHeader
	if json.Unmarshal(line, &h) != nil || h.Writer != writer() || h.Seq > c.seq() {
		return nil
	}
	if at := c.hashAt(h.Seq); !bytes.Equal(h.Hash, at[:]) {
		return nil
	}
	for _, seq := range h.Examples {
		if seq == 0 || seq > h.Seq {
			return nil
		}
		if _, err := workshop.DecodeEntry(c.records[seq-1].entry); err != nil {
			return nil
		}
	}
	s := &workshop.State{}
	if json.Unmarshal(rest, s) != nil || s.Seq != h.Seq {
		return nil
	}
	return s
}
