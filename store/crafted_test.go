package store

import (
	"encoding/binary"
	"hash/fnv"
	"os"
	"testing"
	"time"
)

// crafted is a file whose pages lie, with headers whose checksums fit.
type crafted struct {
	b    []byte
	meta meta
}

func (c crafted) page(id uint64) []byte { return c.b[id*uint64(c.meta.pageSize):] }

// setMeta changes a field of both headers.
func (c crafted) setMeta(at int, value uint64, size int) {
	for id := range uint64(2) {
		m := c.page(id)[pageHeaderSize:][:metaSize]
		if size == 4 {
			binary.NativeEndian.PutUint32(m[at:], uint32(value))
		} else {
			binary.NativeEndian.PutUint64(m[at:], value)
		}
		sum := fnv.New64a()
		sum.Write(m[:metaSize-8])
		binary.NativeEndian.PutUint64(m[metaSize-8:], sum.Sum64())
	}
}

func TestCraftedPagesAreRefusedAtOnce(t *testing.T) {
	e := binary.NativeEndian
	for what, craft := range map[string]func(crafted){
		"a page that is its own child": func(c crafted) {
			root := c.page(c.meta.root)
			e.PutUint16(root[8:], branchPage)
			e.PutUint16(root[10:], 1)
			e.PutUint32(root[pageHeaderSize:], elementSize)
			e.PutUint32(root[pageHeaderSize+4:], 1)
			e.PutUint64(root[pageHeaderSize+8:], c.meta.root)
		},
		"a root that is a list of free pages": func(c crafted) { c.setMeta(16, c.meta.freelist, 8) },
		"a root that is a header":             func(c crafted) { c.setMeta(16, 0, 8) },
		"65,535 elements":                     func(c crafted) { e.PutUint16(c.page(c.meta.root)[10:], 65535) },
		"an overflow of 2^32 pages":           func(c crafted) { e.PutUint32(c.page(c.meta.root)[12:], 1<<32-1) },
		"2^40 pages":                          func(c crafted) { c.setMeta(40, 1<<40, 8) },
		"pages of no size":                    func(c crafted) { c.setMeta(8, 0, 4) },
		"pages of 1 GiB":                      func(c crafted) { c.setMeta(8, 1<<30, 4) },
		"version 3":                           func(c crafted) { c.setMeta(4, 3, 4) },
		"2^60 free pages": func(c crafted) {
			e.PutUint16(c.page(c.meta.freelist)[10:], 0xFFFF)
			e.PutUint64(c.page(c.meta.freelist)[pageHeaderSize:], 1<<60)
		},
		"free pages that are in use": func(c crafted) {
			e.PutUint16(c.page(c.meta.freelist)[10:], 1)
			e.PutUint64(c.page(c.meta.freelist)[pageHeaderSize:], c.meta.root)
		},
		"no list of free pages, and a page of no kind": func(c crafted) {
			c.setMeta(32, noFreelist, 8)
			e.PutUint16(c.page(c.meta.root)[8:], 0x40)
		},
		"an element beyond its page": func(c crafted) { e.PutUint32(c.page(c.meta.root)[pageHeaderSize+12:], 1<<31) },
	} {
		t.Run(what, func(t *testing.T) {
			path := newWorkshop(t, 50)
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			file, err := openRegular(path)
			if err != nil {
				t.Fatal(err)
			}
			m, err := readMeta(file)
			if err != nil {
				t.Fatal(err)
			}
			_ = file.Close()
			craft(crafted{b, m})
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			wantUntouched(t, path, ErrDamaged)
			if d := time.Since(start); d > time.Second {
				t.Errorf("it took %v", d)
			}
		})
	}
}

func TestAFileWithoutAListOfFreePagesIsSound(t *testing.T) {
	path := newWorkshop(t, 50)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	crafted{b, meta{pageSize: os.Getpagesize()}}.setMeta(32, noFreelist, 8)
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	f, _ := open(t, path)
	if err := f.Append(signals(51, 52), nil); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	wantSignals(t, path, 52)
}
