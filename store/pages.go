package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The flags of a page, and of an element that is a bucket.
const (
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10

	bucketElement = 0x01
)

// maxDepth is far deeper than any tree of pages that bbolt builds.
const maxDepth = 32

// pageWalk reads the pages that are in use, each once, so it ends on any file. It checks that they form sound trees and a sound list of
// free pages: bbolt trusts them, and may not come back from bad ones. It takes no lock: see readFile.
type pageWalk struct {
	file io.ReaderAt
	meta meta
	seen []bool // by page, overflow pages too
}

// visit gets the elements of a bucket's leaf pages in their order.
type visit func(element) error

// walk visits the elements of the root bucket, then checks the list of free pages.
func (w *pageWalk) walk(root visit) error {
	if err := w.tree(w.meta.root, nil, nil, maxDepth, root); err != nil {
		return err
	}
	return w.freelist()
}

// read takes a page and its overflow pages from the file, and marks them as used.
func (w *pageWalk) read(id uint64) ([]byte, error) {
	size := uint64(w.meta.pageSize)
	if id < 2 || id >= w.meta.highWater {
		return nil, fmt.Errorf("it refers to page %d, which it does not have", id)
	}
	page := make([]byte, size)
	if _, err := w.file.ReadAt(page, int64(id*size)); err != nil {
		return nil, fmt.Errorf("page %d cannot be read: %w", id, err)
	}
	more := uint64(binary.NativeEndian.Uint32(page[12:]))
	if got := binary.NativeEndian.Uint64(page); got != id || more >= w.meta.highWater-id {
		return nil, fmt.Errorf("page %d has a broken header", id)
	}
	for n := id; n <= id+more; n++ {
		if w.seen[n] {
			return nil, fmt.Errorf("page %d is used twice", n)
		}
		w.seen[n] = true
	}
	if more == 0 {
		return page, nil
	}
	page = make([]byte, size*(more+1))
	if _, err := w.file.ReadAt(page, int64(id*size)); err != nil {
		return nil, fmt.Errorf("page %d cannot be read: %w", id, err)
	}
	return page, nil
}

// tree checks a page and all below it. Its keys begin at from and come before below, unless that is nil.
func (w *pageWalk) tree(id uint64, from, below []byte, depth int, leaf visit) error {
	if depth == 0 {
		return errors.New("its pages are nested too deeply")
	}
	page, err := w.read(id)
	if err != nil {
		return err
	}
	elements, err := elementsOf(page)
	if err != nil {
		return fmt.Errorf("page %d: %w", id, err)
	}
	if n := len(elements); n > 0 && (bytes.Compare(elements[0].key, from) < 0 || below != nil && bytes.Compare(elements[n-1].key, below) >= 0) {
		return fmt.Errorf("page %d: its keys are out of order", id)
	}
	for i, e := range elements {
		if !e.isBranch {
			if err := leaf(e); err != nil {
				return err
			}
			continue
		}
		limit := below
		if i+1 < len(elements) {
			limit = elements[i+1].key
		}
		if err := w.tree(e.child, e.key, limit, depth-1, leaf); err != nil {
			return err
		}
	}
	return nil
}

// bucket visits the elements of a bucket: a tree of its own, or a single page inside the value.
func (w *pageWalk) bucket(value []byte, leaf visit) error {
	if len(value) < inBucketSize {
		return errors.New("a bucket is cut short")
	}
	if root := binary.NativeEndian.Uint64(value); root != 0 {
		return w.tree(root, nil, nil, maxDepth, leaf)
	}
	elements, err := elementsOf(value[inBucketSize:])
	if err != nil {
		return fmt.Errorf("a small bucket: %w", err)
	}
	for _, e := range elements {
		if e.isBranch || e.isBucket {
			return errors.New("a small bucket holds another")
		}
		if err := leaf(e); err != nil {
			return err
		}
	}
	return nil
}

// freelist checks the list of free pages, which bbolt loads before it writes.
func (w *pageWalk) freelist() error {
	if w.meta.freelist == noFreelist {
		return nil // bbolt finds the free pages itself, in the trees that were checked
	}
	page, err := w.read(w.meta.freelist)
	if err != nil {
		return err
	}
	e := binary.NativeEndian
	count, ids := uint64(e.Uint16(page[10:])), page[pageHeaderSize:]
	if count == 0xFFFF {
		count, ids = e.Uint64(ids), ids[8:]
	}
	if e.Uint16(page[8:]) != freelistPage || count > uint64(len(ids)/8) {
		return errors.New("its list of free pages is broken")
	}
	for i := range count {
		id := e.Uint64(ids[8*i:])
		if id < 2 || id >= w.meta.highWater || w.seen[id] {
			return fmt.Errorf("its list of free pages names page %d, which is not free", id)
		}
		w.seen[id] = true
	}
	return nil
}

// element is one entry of a page.
type element struct {
	isBranch, isBucket bool
	child              uint64 // of a branch
	key, value         []byte // slices of the page
}

// elementsOf reads a branch or leaf page. Keys rise, and everything lies within the page.
func elementsOf(page []byte) ([]element, error) {
	count, err := countOf(page)
	if err != nil {
		return nil, err
	}
	out := make([]element, count)
	for i := range out {
		var ok bool
		if out[i], ok = elementAt(page, i); !ok {
			return nil, errors.New("an element lies outside of it")
		}
		if i > 0 && bytes.Compare(out[i-1].key, out[i].key) >= 0 {
			return nil, errors.New("its keys are out of order")
		}
	}
	return out, nil
}

// countOf is how many elements a branch or leaf page has.
func countOf(page []byte) (int, error) {
	if len(page) < pageHeaderSize {
		return 0, errors.New("it is cut short")
	}
	flags, count := binary.NativeEndian.Uint16(page[8:]), int(binary.NativeEndian.Uint16(page[10:]))
	if flags != branchPage && flags != leafPage || flags == branchPage && count == 0 {
		return 0, errors.New("it is of no known kind")
	}
	if pageHeaderSize+count*elementSize > len(page) {
		return 0, errors.New("it is cut short")
	}
	return count, nil
}

// elementAt reads one element; false where it reaches beyond the page. i is less than countOf.
func elementAt(page []byte, i int) (element, bool) {
	e := binary.NativeEndian
	b := page[pageHeaderSize+i*elementSize:]
	var el element
	var pos, keySize, valueSize uint64
	if e.Uint16(page[8:]) == branchPage {
		pos, keySize = uint64(e.Uint32(b)), uint64(e.Uint32(b[4:]))
		el.isBranch, el.child = true, e.Uint64(b[8:])
	} else {
		el.isBucket = e.Uint32(b)&bucketElement != 0
		pos, keySize, valueSize = uint64(e.Uint32(b[4:])), uint64(e.Uint32(b[8:])), uint64(e.Uint32(b[12:]))
	}
	if pos < elementSize || pos+keySize+valueSize > uint64(len(b)) {
		return element{}, false
	}
	el.key, el.value = b[pos:pos+keySize], b[pos+keySize:pos+keySize+valueSize]
	return el, true
}
