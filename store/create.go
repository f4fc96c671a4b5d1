package store

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"souk/store/internal/disk"
	"souk/workshop"
)

// Create makes a new workshop file that holds entries, which count from 1. It never touches a file that is there already
// (ErrExists), and leaves either the whole file or none.
func Create(path string, now time.Time, entries []workshop.Entry) error {
	id := make([]byte, 16)
	rand.Read(id) // it never fails
	c := &contents{id: hex.EncodeToString(id), created: now}
	batch, err := encode(entries)
	if err != nil {
		return err
	}
	if c, err = c.with(batch); err != nil {
		return err
	}
	return create(path, c)
}

// create writes a file under another name, verifies it, and only then gives it its name.
func create(path string, c *contents) error {
	if _, err := os.Lstat(path); err == nil {
		return exists(path)
	}
	draft := fmt.Sprintf("%s.new-%s", path, rand.Text()[:8])
	defer func() { _ = os.Remove(draft) }() // it has another name by then, or is of no use
	err := fill(draft, c)
	if err == nil {
		err = verifyCopy(draft, c)
	}
	if err == nil {
		err = publish(draft, path)
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return exists(path)
	case errors.Is(err, fs.ErrNotExist):
		return fail(ErrNotFound, err, "There is no folder for %s. Make the folder first, or choose another one.", name(path))
	case errors.Is(err, fs.ErrPermission):
		return fail(ErrUnusable, err, "You may not create %s in this folder. Choose another folder.", name(path))
	}
	return fail(ErrUnusable, err, "%s cannot be created: %s.", name(path), detail(err))
}

// maxNames bounds the search for a free name.
const maxNames = 100

// createBeside creates a file in a folder, named after another one and what it is; a number is added to a name that is taken.
func createBeside(folder, other, what string, c *contents) (path string, err error) {
	base := strings.TrimSuffix(filepath.Base(other), ".souk") + "." + what
	for n := 1; n <= maxNames; n++ {
		path = filepath.Join(folder, base+".souk")
		if n > 1 {
			path = filepath.Join(folder, fmt.Sprintf("%s-%d.souk", base, n))
		}
		if err = create(path, c); !errors.Is(err, ErrExists) {
			break
		}
	}
	return path, err
}

func exists(path string) error {
	return fail(ErrExists, nil, "%s exists already and was left as it is. Choose another name.", name(path))
}

func fill(path string, c *contents) error {
	var file *os.File
	db, err := bbolt.Open(path, 0o666, &bbolt.Options{
		Timeout: lockTimeout, FreelistType: bbolt.FreelistMapType,
		OpenFile: func(path string, flag int, mode os.FileMode) (f *os.File, err error) {
			file, err = os.OpenFile(path, flag|os.O_EXCL, mode)
			return file, err
		},
	})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error { return writeContents(tx, c) })
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, db.Close())
}

// verifyCopy reads a file back and compares.
func verifyCopy(path string, c *contents) error {
	got, err := readFile(path)
	if err != nil {
		return err
	}
	if got.id != c.id || !bytes.Equal(got.head(), c.head()) {
		return errors.New("the disk does not give back what was written")
	}
	return nil
}

// publish gives a file its name, unless there is one of that name.
func publish(draft, path string) error {
	err := os.Link(draft, path)
	if err != nil && !errors.Is(err, fs.ErrExist) && !errors.Is(err, fs.ErrNotExist) {
		// No hard links here: look first, and rename.
		if _, err := os.Lstat(path); err == nil {
			return fs.ErrExist
		}
		err = os.Rename(draft, path)
	}
	if err != nil {
		return err
	}
	return disk.SyncFolder(filepath.Dir(path))
}
