package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strings"
)

// maxReads is how often a reading starts anew because another window has saved something meanwhile.
const maxReads = 20

// readFile reads a workshop file and verifies it: the pages, the chain, the checksums. It takes no lock, so a file may be
// read while it is open in another window. bbolt never writes to a page that the newest commit uses, so what was read is right if
// no commit came in between. The error is a sentence.
func readFile(path string) (*contents, error) {
	file, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read
	return readContents(path, file)
}

func readContents(path string, file *os.File) (*contents, error) {
	for range maxReads {
		before, err := readMeta(file)
		if err != nil {
			return nil, headerFailed(path, err)
		}
		c, err := readCommit(file, before)
		if after, errAfter := readMeta(file); errAfter != nil || after != before {
			continue
		}
		switch {
		case err == nil:
			return c, nil
		case errors.Is(err, ErrNotWorkshop):
			return nil, fail(ErrNotWorkshop, nil, "%s is a database of another program, not a workshop file. Choose a file that souk has made.", name(path))
		case errors.Is(err, ErrNewer):
			return nil, fail(ErrNewer, nil, "%s was written by a newer version of souk. Update souk to open it.", name(path))
		}
		return nil, damaged(path, err)
	}
	return nil, fail(ErrLocked, nil, "%s is being written to all the time. Try again in a moment.", name(path))
}

func headerFailed(path string, err error) error {
	if errors.Is(err, errForeign) {
		return fail(ErrNotWorkshop, err, "%s is not a workshop file. Choose a file that souk has made.", name(path))
	}
	return damaged(path, err)
}

// readCommit reads what one of bbolt's commits has stored.
func readCommit(file *os.File, m meta) (*contents, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if pages := uint64(info.Size()) / uint64(m.pageSize); m.highWater > pages {
		return nil, fmt.Errorf("%d pages are cut off at its end", m.highWater-pages)
	}
	b, err := readBuckets(&pageWalk{file: file, meta: m, seen: make([]bool, m.highWater)})
	if err != nil {
		return nil, err
	}
	c, err := b.contents()
	if err != nil {
		return nil, err
	}
	c.commit = m.commit
	if m.alone {
		// The commit of the broken header does not show any more, but its pages may still be there.
		found, err := scan(file, info.Size(), m.pageSize)
		if err != nil {
			return nil, err
		}
		c.orphans = found.extend(c)
	}
	return c, nil
}

// buckets is what was found in the file, by the names of format souk/1.
type buckets struct {
	about, snapshot, place map[string][]byte // nil where the bucket is missing
	journal                []element
}

func readBuckets(w *pageWalk) (*buckets, error) {
	b := &buckets{}
	into := func(m *map[string][]byte) visit {
		*m = map[string][]byte{}
		return func(e element) error { (*m)[string(e.key)] = e.value; return nil }
	}
	var other visit
	other = func(e element) error {
		if e.isBucket {
			return w.bucket(e.value, other)
		}
		return nil
	}
	err := w.walk(func(e element) error {
		switch {
		case !e.isBucket:
			return nil
		case bytes.Equal(e.key, metaBucket):
			return w.bucket(e.value, into(&b.about))
		case bytes.Equal(e.key, journalBucket):
			b.journal = []element{}
			return w.bucket(e.value, func(e element) error { b.journal = append(b.journal, e); return nil })
		case bytes.Equal(e.key, snapshotBucket):
			return w.bucket(e.value, into(&b.snapshot))
		case bytes.Equal(e.key, placeBucket):
			return w.bucket(e.value, into(&b.place))
		}
		return w.bucket(e.value, other)
	})
	return b, err
}

// contents understands the buckets and verifies the chain.
func (b *buckets) contents() (*contents, error) {
	switch got := string(b.about[string(formatKey)]); {
	case got == format:
	case strings.HasPrefix(got, formats):
		return nil, ErrNewer
	default:
		return nil, ErrNotWorkshop
	}
	if b.journal == nil || b.snapshot == nil || b.place == nil {
		return nil, errors.New("a part of it is missing")
	}
	c := &contents{id: string(b.about[string(idKey)]), records: make([]record, 0, len(b.journal))}
	if err := c.created.UnmarshalText(b.about[string(createdKey)]); err != nil {
		return nil, errors.New("the time of its creation cannot be read")
	}
	for _, e := range b.journal {
		next := c.seq() + 1
		if len(e.key) != seqSize || binary.BigEndian.Uint64(e.key) != next {
			return nil, fmt.Errorf("entry %d is missing", next)
		}
		if len(e.value) < hashSize {
			return nil, fmt.Errorf("entry %d is cut short", next)
		}
		c.add(e.value[hashSize:])
		if c.hashAt(next) != hash(e.value[:hashSize]) {
			return nil, fmt.Errorf("entry %d is not what was stored", next)
		}
	}
	if !bytes.Equal(b.about[string(headKey)], c.head()) {
		return nil, fmt.Errorf("its journal ends at entry %d, which is not the last one that was stored", c.seq())
	}
	c.snapshot = b.snapshot[string(latestKey)]
	c.place, _ = unseal(b.place[string(latestKey)])
	return c, nil
}
