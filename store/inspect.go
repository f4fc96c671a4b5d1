package store

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"io"
	"os"
)

// maxSize is far beyond any workshop.
const maxSize = 4 << 30

// openRegular opens a regular file that is not empty, for reading. Others are refused before they are opened: a pipe would wait for ever.
func openRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, openingFailed(path, err)
	case info.IsDir():
		return nil, fail(ErrNotWorkshop, nil, "%s is a folder, not a workshop file. Name the file in it.", name(path))
	case !info.Mode().IsRegular():
		return nil, fail(ErrNotWorkshop, nil, "%s is not a regular file, so it cannot be a workshop file.", name(path))
	case info.Size() == 0:
		return nil, fail(ErrNotWorkshop, nil, "%s is empty: there is no workshop in it. Remove it, or choose another file.", name(path))
	case info.Size() > maxSize:
		return nil, fail(ErrNotWorkshop, nil, "%s is larger than any workshop file. Choose another file.", name(path))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, openingFailed(path, err)
	}
	return file, nil
}

// bbolt's file format, as far as it is read without bbolt.
const (
	boltMagic   = 0xED0CDAED
	boltVersion = 2

	pageHeaderSize = 16 // id 8, flags 2, count 2, overflow 4
	elementSize    = 16 // of branch and leaf alike
	inBucketSize   = 16 // root 8, sequence 8
	metaSize       = 64 // magic 4, version 4, page size 4, flags 4, root 8+8, freelist 8, high water 8, transaction 8, checksum 8

	minPageSize = 1 << 10
	maxPageSize = 1 << 16

	noFreelist = ^uint64(0)
)

var (
	errForeign = errors.New("it has no header of a workshop file")
	errHeaders = errors.New("its header is broken")
)

// meta is what one of the two header pages says.
type meta struct {
	pageSize                          int
	root, freelist, highWater, commit uint64
	alone                             bool // the other one is broken: it may have been the newer
}

// readMeta reads both header pages as bbolt does, and returns the newer one that is whole.
func readMeta(r io.ReaderAt) (meta, error) {
	first, err := metaAt(r, 0)
	if err == nil {
		second, err := metaAt(r, int64(first.pageSize))
		if err == nil && second.commit > first.commit {
			return second, nil
		}
		first.alone = err != nil
		return first, nil
	}
	for step := minPageSize; step <= maxPageSize; step *= 2 {
		if second, err := metaAt(r, int64(step)); err == nil && second.pageSize == step {
			second.alone = true
			return second, nil
		}
	}
	return meta{}, err
}

// metaAt reads one header page: errForeign where there is none, errHeaders where it is broken.
func metaAt(r io.ReaderAt, at int64) (meta, error) {
	b := make([]byte, metaSize)
	if _, err := r.ReadAt(b, at+pageHeaderSize); err != nil {
		if errors.Is(err, io.EOF) {
			return meta{}, errForeign
		}
		return meta{}, err
	}
	e := binary.NativeEndian
	if e.Uint32(b) != boltMagic {
		return meta{}, errForeign
	}
	sum := fnv.New64a()
	sum.Write(b[:metaSize-8])
	m := meta{
		pageSize: int(e.Uint32(b[8:])),
		root:     e.Uint64(b[16:]), freelist: e.Uint64(b[32:]), highWater: e.Uint64(b[40:]), commit: e.Uint64(b[48:]),
	}
	if e.Uint32(b[4:]) != boltVersion || sum.Sum64() != e.Uint64(b[56:]) ||
		m.pageSize < minPageSize || m.pageSize > maxPageSize || m.pageSize&(m.pageSize-1) != 0 {
		return meta{}, errHeaders
	}
	return m, nil
}
