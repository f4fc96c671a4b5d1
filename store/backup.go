package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// keptBackups is how many backups stay; older ones are removed.
const keptBackups = 10

// Backup writes all that is stored in a workshop file into a new file, which must not exist. The file may be open elsewhere.
func Backup(path, to string) error {
	c, err := readFile(path)
	if err != nil {
		return err
	}
	return create(to, c)
}

// KeepBackup puts a backup into the folder NAME.backups beside the file, under the time now, and returns its path. The newest ten stay;
// the new one is on the disk, verified, before the oldest makes room for it.
func (f *File) KeepBackup(now time.Time) (path string, err error) {
	err = f.withContents(func(c *contents) (err error) {
		path, err = c.keepBackup(f.Path(), now)
		return err
	})
	return path, err
}

// withContents calls do with all that is stored; a file that is open for reading only is read for that.
func (f *File) withContents(do func(*contents) error) error {
	if f.readOnly == "" {
		return f.ask(func(o *owner) error { return do(o.held) })
	}
	c, err := readFile(f.Path())
	if err != nil {
		return err
	}
	return do(c)
}

func (c *contents) keepBackup(path string, now time.Time) (string, error) {
	folder := strings.TrimSuffix(path, ".souk") + ".backups"
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return "", fail(ErrUnusable, err, "No folder for the backups of %s can be made: %s. Copy the file by hand.", name(path), detail(err))
	}
	out, err := createBeside(folder, path, now.Format("2006-01-02-150405"), c)
	if err != nil {
		return "", err
	}
	return out, prune(folder, filepath.Base(strings.TrimSuffix(path, ".souk")))
}

// prune removes the oldest backups of a workshop. Their names sort by time; other files are left alone.
func prune(folder, workshop string) error {
	all, err := os.ReadDir(folder)
	if err != nil {
		return fail(ErrUnusable, err, "The backup was made, but older ones cannot be listed: %s. Look into the folder %s.", detail(err), name(folder))
	}
	var ours []string
	for _, f := range all {
		stamp, ok := strings.CutPrefix(f.Name(), workshop+".")
		if ok && len(stamp) >= len("2006-01-02-150405.souk") && strings.HasSuffix(stamp, ".souk") {
			ours = append(ours, f.Name())
		}
	}
	slices.Sort(ours)
	var errs []error
	for len(ours) > keptBackups {
		errs = append(errs, os.Remove(filepath.Join(folder, ours[0])))
		ours = ours[1:]
	}
	if err := errors.Join(errs...); err != nil {
		return fail(ErrUnusable, err, "The backup was made, but an older one cannot be removed: %s. Look into the folder %s.", detail(err), name(folder))
	}
	return nil
}
