package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"go.etcd.io/bbolt"
)

// owner has the database of one File, and all that is stored in it in memory. Only the File's goroutine touches it.
type owner struct {
	file   *File
	db     *database // nil after a failed commit, until the file is opened again
	info   os.FileInfo
	held   *contents
	stuck  bool // we lock the file ourselves and cannot let go
	closed bool

	// update is bbolt's; a test puts a failing disk in its place.
	update func(*bbolt.DB, func(*bbolt.Tx) error) error
}

// errStrayed says that the database is not the one that was opened, though the handle is.
var errStrayed = errors.New("its content was exchanged")

func newOwner(f *File, info os.FileInfo) *owner {
	return &owner{file: f, info: info, update: (*bbolt.DB).Update}
}

// adopt takes over an open database and what was loaded from it, and puts entries back that a broken header hid.
func (o *owner) adopt(d *database, c *contents) error {
	o.db, o.held = d, c.stored()
	all := *c
	all.orphans = 0
	return o.commit(&all, nil)
}

// append stores what the file lacks of a batch.
func (o *owner) append(batch []line, place []byte) error {
	next, err := o.try(batch, place)
	if err != nil && !errors.Is(err, ErrOutOfOrder) {
		// The commit may have been carried out all the same. Opened again, the file says what is still missing.
		next, err = o.try(batch, place)
	}
	if errors.Is(err, ErrOutOfOrder) {
		return err
	}
	if err == nil {
		err = o.stillThere()
	}
	if err != nil && place != nil {
		next.place = place
	}
	return o.settle(err, next)
}

// try makes one attempt. It returns the contents as they should be, unless the batch does not follow (ErrOutOfOrder).
func (o *owner) try(batch []line, place []byte) (*contents, error) {
	notReady := o.ready()
	next, err := o.held.with(batch)
	switch {
	case err != nil:
		return nil, err
	case notReady != nil:
		return next, notReady
	}
	return next, o.commit(next, place)
}

// commit makes next, and a place where there is one, what is stored.
func (o *owner) commit(next *contents, place []byte) error {
	if place == nil && next.seq() == o.held.seq() {
		return nil
	}
	err := o.write(func(tx *bbolt.Tx) error { return writeTail(tx, next, o.held.seq(), place) })
	if err != nil {
		return err
	}
	if place != nil {
		next.place = place
	}
	o.held = next
	return nil
}

// write runs one transaction on the database that was opened, and on no other. After an error the handle is gone.
func (o *owner) write(f func(*bbolt.Tx) error) error {
	err := guarded(func() error {
		return o.update(o.db.bolt, func(tx *bbolt.Tx) error {
			for _, b := range [][]byte{metaBucket, journalBucket, snapshotBucket, placeBucket} {
				if tx.Bucket(b) == nil {
					return errStrayed
				}
			}
			if !bytes.Equal(tx.Bucket(metaBucket).Get(headKey), o.held.head()) {
				return errStrayed
			}
			return f(tx)
		})
	})
	if err != nil {
		o.stuck = errors.Is(o.db.close(), errStuck)
		o.db = nil
	}
	return err
}

// ready opens the file again where that is needed. What was stored must be there, and maybe more.
func (o *owner) ready() error {
	if o.db != nil {
		return nil
	}
	if o.stuck {
		return errStuck
	}
	path := o.file.Path()
	d, c, err := openWriting(path)
	if err != nil {
		return err
	}
	if !os.SameFile(d.info, o.info) || !c.extends(o.held) {
		return errors.Join(errStrayed, d.close())
	}
	return o.adopt(d, c)
}

// stillThere checks that what was just stored is stored where the path leads.
func (o *owner) stillThere() error {
	there, err := os.Stat(o.file.Path())
	if err != nil {
		return err
	}
	if !os.SameFile(there, o.info) {
		return errStrayed
	}
	var size int64
	if err := guarded(func() error {
		return o.db.bolt.View(func(tx *bbolt.Tx) error { size = tx.Size(); return nil })
	}); err != nil {
		return err
	}
	if there.Size() < size {
		return fmt.Errorf("%w: the file was cut short", ErrDamaged)
	}
	return nil
}

// settle decides what an error means for next, which was to be stored: a disk that refuses may take it later; a file that is not there any
// more, or not what it was, never will.
func (o *owner) settle(err error, next *contents) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errStrayed), errors.Is(err, errStuck), errors.Is(err, fs.ErrNotExist),
		errors.Is(err, ErrNotFound), errors.Is(err, ErrDamaged), errors.Is(err, ErrNotWorkshop), errors.Is(err, ErrNewer):
		return o.rescue(err, next)
	}
	return fail(ErrNotSaved, err, "Not saved: %s. Make sure that there is room on the disk and that it is connected; the entries are kept until then.", detail(err))
}

// snapshot stores a state that belongs to the entry seq.
func (o *owner) snapshot(seq uint64, state []byte) error {
	if seq > o.held.seq() {
		return fail(ErrOutOfOrder, nil, "There is no entry %d yet that a snapshot could be for.", seq)
	}
	if err := o.ready(); err != nil {
		return err
	}
	sealed, err := o.held.newSnapshot(seq, state)
	if err != nil {
		return err
	}
	if err := o.write(func(tx *bbolt.Tx) error { return tx.Bucket(snapshotBucket).Put(latestKey, sealed) }); err != nil {
		return fail(ErrNotSaved, err, "The snapshot was not saved: %s. Nothing is lost, opening takes longer.", detail(err))
	}
	o.held.snapshot = sealed
	return nil
}

func (o *owner) close() error {
	o.closed = true
	if o.db == nil {
		return nil
	}
	return o.db.close()
}
