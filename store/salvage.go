package store

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"time"
)

// findings is what lies in the pages of a file, in use or not. bbolt never overwrites a page in place, so what one page has lost,
// an older one may still have; the chain tells which of them are right.
type findings struct {
	ids     []string
	created time.Time
	entries map[uint64][]record
}

// scan reads all pages of a file, whatever state they are in.
func scan(file io.ReaderAt, size int64, pageSize int) (*findings, error) {
	f := &findings{entries: map[uint64][]record{}}
	step := int64(pageSize)
	for at := int64(0); at+step <= size; at += step {
		page := make([]byte, step)
		if _, err := file.ReadAt(page, at); err != nil {
			return nil, err
		}
		if binary.NativeEndian.Uint16(page[8:]) != leafPage {
			continue
		}
		if more := int64(binary.NativeEndian.Uint32(page[12:])); more > 0 && at+(more+1)*step <= size {
			page = make([]byte, (more+1)*step)
			if _, err := file.ReadAt(page, at); err != nil {
				return nil, err
			}
		}
		f.page(page)
	}
	return f, nil
}

// page collects what can be read of a leaf page.
func (f *findings) page(page []byte) {
	count, err := countOf(page)
	if err != nil {
		return
	}
	for i := range count {
		el, ok := elementAt(page, i)
		switch {
		case !ok:
		case el.isBucket && len(el.value) > inBucketSize:
			f.page(el.value[inBucketSize:])
		case bytes.Equal(el.key, idKey):
			f.ids = append(f.ids, string(el.value))
		case bytes.Equal(el.key, createdKey):
			_ = f.created.UnmarshalText(el.value) // an unreadable one is no loss
		case len(el.key) == seqSize && len(el.value) > hashSize:
			seq := binary.BigEndian.Uint64(el.key)
			f.entries[seq] = append(f.entries[seq], record{hash(el.value[:hashSize]), bytes.Clone(el.value[hashSize:])})
		}
	}
}

// extend adds to c what follows in the chain, and returns how many entries that were.
func (f *findings) extend(c *contents) int {
	start := len(c.records)
	for found := true; found; {
		found = false
		for _, r := range f.entries[c.seq()+1] {
			if follow(c.hashAt(c.seq()), r.entry) == r.hash {
				c.records = append(c.records, r)
				found = true
				break
			}
		}
	}
	return len(c.records) - start
}

// Recovered is what Recover brought back.
type Recovered struct {
	Path    string // of the new file
	Entries uint64 // how many are in it: the journal from its beginning
	// Beyond counts the entries that were found behind one that is lost. They cannot be relied on without it, and were left out.
	Beyond int
}

// Recover saves what can be saved of a damaged workshop file into a new one beside it, and leaves the old one as it is. It
// takes the longest journal whose every entry is proved by the chain.
func Recover(path string) (Recovered, error) {
	file, err := openRegular(path)
	if err != nil {
		return Recovered{}, err
	}
	defer func() { _ = file.Close() }() // it was only read
	pageSize := os.Getpagesize()
	if m, err := readMeta(file); err == nil {
		pageSize = m.pageSize
	}
	info, err := file.Stat()
	if err != nil {
		return Recovered{}, openingFailed(path, err)
	}
	f, err := scan(file, info.Size(), pageSize)
	if err != nil {
		return Recovered{}, openingFailed(path, err)
	}
	best := &contents{}
	for _, id := range f.ids {
		c := &contents{id: id, created: f.created}
		if f.extend(c); best.id == "" || c.seq() > best.seq() {
			best = c
		}
	}
	if best.seq() == 0 {
		return Recovered{}, fail(ErrDamaged, nil, "Nothing could be recovered from %s. Go back to the newest backup.", name(path))
	}
	out := Recovered{Entries: best.seq()}
	for seq := range f.entries {
		if seq > best.seq() {
			out.Beyond++
		}
	}
	out.Path, err = createBeside(filepath.Dir(path), path, "recovered", best)
	return out, err
}
