package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"sync/atomic"
	"syscall"

	"souk/workshop"
)

// File is an open workshop file. Its methods may be called from any goroutine; one goroutine of its own does the work, in order.
type File struct {
	path     atomic.Pointer[string]
	readOnly string
	jobs     chan job // nil in a file that is open for reading only
	done     chan struct{}
}

// job is work for the owner, and where its error goes.
type job struct {
	do    func(*owner) error
	reply chan error
}

// Open opens a workshop file and locks it. A file that can be read and not changed (Loaded.ReadOnly says why) is not locked, and
// refuses every change with ErrReadOnly.
func Open(path string) (*File, *Loaded, error) {
	d, c, err := openWriting(path)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return openReadOnly(path)
	}
	if err != nil {
		return nil, nil, err
	}
	loaded, err := c.loaded(path)
	if err != nil {
		return nil, nil, errors.Join(err, d.close())
	}
	if loaded.ReadOnly != "" {
		return newFile(path, loaded.ReadOnly), loaded, d.close()
	}
	f := newFile(path, "")
	o := newOwner(f, d.info)
	if err := o.adopt(d, c); err != nil {
		return nil, nil, errors.Join(o.settle(err, c), o.close())
	}
	f.jobs = make(chan job)
	go f.work(o)
	return f, loaded, nil
}

func openReadOnly(path string) (*File, *Loaded, error) {
	loaded, err := Read(path)
	if err != nil {
		return nil, nil, err
	}
	if loaded.ReadOnly == "" {
		loaded.ReadOnly = fmt.Sprintf("You may read %s, not change it: nothing is recorded. Ask its owner for access, or work on a copy of your own.", name(path))
	}
	return newFile(path, loaded.ReadOnly), loaded, nil
}

func newFile(path, readOnly string) *File {
	f := &File{readOnly: readOnly, done: make(chan struct{})}
	f.path.Store(&path)
	return f
}

// Path is where the workshop is stored. It changes when Append reports ErrReplaced and goes on in a rescue file.
func (f *File) Path() string { return *f.path.Load() }

// Append stores entries, and the place unless that is nil, in one transaction. It returns nil once they are on the disk.
//
// Entries that are stored already are passed over, so after an error the same call may be repeated. ErrNotSaved says that the disk
// refused: try again later. ErrReplaced says that the file was taken away; everything, these entries too, is in the file
// that Path now names, and what follows goes there. ErrOutOfOrder, ErrReadOnly and ErrClosed are final.
func (f *File) Append(entries []workshop.Entry, place *workshop.Place) error {
	batch, err := encode(entries)
	if err != nil {
		return err
	}
	var at []byte
	if place != nil {
		if at, err = json.Marshal(place); err != nil {
			return err
		}
	}
	return f.ask(func(o *owner) error { return o.append(batch, at) })
}

// Snapshot stores a state for a quicker opening. The entries up to state.Seq must have been stored.
func (f *File) Snapshot(state *workshop.State) error {
	b, err := json.Marshal(state)
	if err != nil {
		return err
	}
	return f.ask(func(o *owner) error { return o.snapshot(state.Seq, b) })
}

// Close gives the file free. It waits for an Append in flight.
func (f *File) Close() error {
	if f.readOnly != "" {
		return nil
	}
	err := f.ask((*owner).close)
	if errors.Is(err, ErrClosed) {
		return nil
	}
	return err
}

func (f *File) ask(do func(*owner) error) error {
	if f.readOnly != "" {
		return fail(ErrReadOnly, nil, "%s", f.readOnly)
	}
	j := job{do, make(chan error, 1)}
	select {
	case f.jobs <- j:
		return <-j.reply
	case <-f.done:
		return fail(ErrClosed, nil, "%s is closed already. Open it again.", name(f.Path()))
	}
}

// work is the goroutine that owns the database.
func (f *File) work(o *owner) {
	defer close(f.done)
	for !o.closed {
		j := <-f.jobs
		j.reply <- guarded(func() error { return j.do(o) })
	}
}
