package store

import (
	"bytes"
	"fmt"

	"souk/workshop"
)

// line is an entry on its way to the file.
type line struct {
	seq   uint64
	entry []byte
}

func encode(entries []workshop.Entry) ([]line, error) {
	out := make([]line, len(entries))
	for i, e := range entries {
		b, err := workshop.EncodeEntry(e)
		if err != nil {
			return nil, fmt.Errorf("entry %d cannot be written: %w", e.Seq, err)
		}
		out[i] = line{e.Seq, b}
	}
	return out, nil
}

// with is c and those lines of a batch that it lacks. Lines that it has must be the same, and the others follow without gaps.
// c stays as it is, but shares its memory: only the newest result for one c is good.
func (c *contents) with(batch []line) (*contents, error) {
	next := *c
	for _, l := range batch {
		switch at := next.seq(); {
		case l.seq == at+1:
			next.add(l.entry)
		case l.seq == 0 || l.seq > at:
			return nil, fail(ErrOutOfOrder, nil, "Entry %d was not stored, since entry %d is missing before it. Close the workshop and open it again.", l.seq, at+1)
		case !bytes.Equal(next.records[l.seq-1].entry, l.entry):
			return nil, fail(ErrOutOfOrder, nil, "Entry %d was not stored, since the file holds another entry %[1]d. Close the workshop and open it again.", l.seq)
		}
	}
	return &next, nil
}
