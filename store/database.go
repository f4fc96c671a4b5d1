package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// lockTimeout is how long an opening waits for another window; closeTimeout how long a closing waits for a lock inside bbolt, which
// a fault may have left behind.
const (
	lockTimeout  = 300 * time.Millisecond
	closeTimeout = 500 * time.Millisecond
)

// errStuck says that a file stays locked, by ourselves.
var errStuck = errors.New("the database does not close")

// database is an open bbolt file together with its handle, which tells whether the path still leads to it.
type database struct {
	bolt *bbolt.DB
	file *os.File // bbolt's to close
	info os.FileInfo
}

// openWriting opens a file that was read and found in order, and keeps other writers out.
func openWriting(path string) (*database, *contents, error) {
	c, err := readFile(path)
	if err != nil {
		return nil, nil, err
	}
	d, err := openBolt(path)
	if err != nil {
		return nil, nil, err
	}
	// Another window may have saved something before the lock was ours.
	if m, err := readMeta(d.file); err != nil || m.commit != c.commit {
		if c, err = readContents(path, d.file); err != nil {
			return nil, nil, errors.Join(err, d.close())
		}
	}
	return d, c, nil
}

func openBolt(path string) (*database, error) {
	d := &database{}
	err := guarded(func() (err error) {
		d.bolt, err = bbolt.Open(path, 0, &bbolt.Options{
			Timeout: lockTimeout, FreelistType: bbolt.FreelistMapType,
			OpenFile: func(path string, flag int, mode os.FileMode) (f *os.File, err error) {
				d.file, err = os.OpenFile(path, flag&^os.O_CREATE, mode)
				return d.file, err
			},
		})
		if err == nil {
			d.info, err = d.file.Stat()
		}
		return err
	})
	if err != nil {
		err = openingFailed(path, err)
		if d.bolt != nil {
			err = errors.Join(err, d.close())
		}
		return nil, err
	}
	return d, nil
}

func openingFailed(path string, err error) error {
	var f *fault
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return fail(ErrLocked, err, "%s is open in another window. Close it there, or wait until it is closed.", name(path))
	case errors.As(err, &f):
		return damaged(path, err)
	case errors.Is(err, fs.ErrNotExist):
		return fail(ErrNotFound, err, "There is no %s here. Check the name and the folder.", name(path))
	case errors.Is(err, fs.ErrPermission):
		return fail(ErrUnusable, err, "You may not open %s. Ask its owner for access, or work on a copy of your own.", name(path))
	}
	return fail(ErrUnusable, err, "%s cannot be opened: %s.", name(path), detail(err))
}

func damaged(path string, err error) error {
	return fail(ErrDamaged, err, "%s is damaged: %s. Rescue what is in it with: souk recover %[1]s", name(path), detail(err))
}

// close gives the file free.
func (d *database) close() error {
	done := make(chan error, 1)
	go func() { done <- guarded(d.bolt.Close) }()
	select {
	case err := <-done:
		return err
	case <-time.After(closeTimeout):
		return errStuck
	}
}

// fault is a panic of bbolt, or a page that could not be read from under it.
type fault struct{ what any }

func (f *fault) Error() string { return fmt.Sprintf("it cannot be read (%v)", f.what) }

// guarded runs f and makes an error of every way in which bbolt answers a bad file: a panic, or a fault in mapped memory.
func guarded(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = &fault{r}
		}
	}()
	return f()
}
