package store

import (
	"errors"
	"os"
	"path/filepath"

	"souk/model"
)

// rescue writes contents into a new file and goes on there, because the file that was open cannot be relied on. It always returns an error:
// the room must know.
func (o *owner) rescue(cause error, all *contents) error {
	lost := o.file.Path()
	if o.db != nil {
		_ = o.db.close() // it is given up
		o.db = nil
	}
	for _, folder := range []string{filepath.Dir(lost), os.TempDir()} {
		path, err := createBeside(folder, lost, "rescue", all)
		if err != nil {
			cause = errors.Join(cause, err)
			continue
		}
		d, _, err := openWriting(path)
		if err != nil {
			cause = errors.Join(cause, err)
			continue
		}
		o.db, o.info, o.held, o.stuck = d, d.info, all, false
		o.file.path.Store(&path)
		return fail(ErrReplaced, cause, "%s was replaced, moved or damaged while it was open. Nothing is lost: everything is in %s, and souk goes on there.",
			name(lost), shown(path, lost))
	}
	return fail(ErrNotSaved, cause, "Not saved: %s was taken away while it was open, and no other file can be written. Bring it back, or make room on the disk.", name(lost))
}

// shown is a path as the room needs it: the name where it is in the same folder.
func shown(path, beside string) string {
	if filepath.Dir(path) == filepath.Dir(beside) {
		return name(path)
	}
	return model.Clean(path).Line()
}
