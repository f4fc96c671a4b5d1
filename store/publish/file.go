package publish

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"souk/model"
	"souk/store/internal/disk"
	"souk/workshop"
	"souk/workshop/report"
)

// workshopEnding is how the names of workshop files end.
const workshopEnding = ".souk"

// WriteFile writes the report of a workshop into a file: the whole file or, with an error, none. A report that is there already is
// replaced. It refuses to write over a workshop file, through a symbolic link, and onto what is no regular file. The error is a sentence
// for people.
func WriteFile(path string, s *workshop.State, f Format, options ...report.Option) error {
	return writeWhole(path, func(w io.Writer) error { return Write(w, s, f, options...) })
}

// writeWhole writes a file as WriteFile promises.
func writeWhole(path string, write func(io.Writer) error) error {
	if err := mayWrite(path); err != nil {
		return err
	}
	draft, err := newDraft(path)
	if err != nil {
		return explain(path, err)
	}
	defer func() { _ = os.Remove(draft.Name()) }() // it has another name by then, or is of no use
	if old, err := os.Lstat(path); err == nil {
		_ = draft.Chmod(old.Mode().Perm()) // who may read it stays as it was, where the disk knows of that
	}
	if err := errors.Join(fill(draft, write), draft.Close()); err != nil {
		return explain(path, err)
	}
	if err := mayWrite(path); err != nil { // somebody may have been faster
		return err
	}
	if err := os.Rename(draft.Name(), path); err != nil {
		return explain(path, err)
	}
	if err := disk.SyncFolder(filepath.Dir(path)); err != nil {
		return explain(path, err)
	}
	return nil
}

func mayWrite(path string) error {
	name := shown(path)
	if strings.EqualFold(filepath.Ext(strings.TrimRight(path, ". ")), workshopEnding) {
		return fmt.Errorf("%s is the name of a workshop file; choose another name for the report", name)
	}
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return explain(path, err)
	case info.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%s is a link to another file and was left alone; name the file itself", name)
	case info.IsDir():
		return fmt.Errorf("%s is a folder; add a file name", name)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a regular file; choose another name", name)
	}
	return nil
}

// newDraft makes a new file beside the one to come, with the permissions that new files have here.
func newDraft(path string) (*os.File, error) {
	const attempts = 1000
	var err error
	for n := range attempts {
		var f *os.File
		f, err = os.OpenFile(filepath.Join(filepath.Dir(path), fmt.Sprintf(".souk-report-%d-%d", os.Getpid(), n)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
	return nil, err
}

func fill(file *os.File, write func(io.Writer) error) error {
	b := bufio.NewWriter(file)
	if err := write(b); err != nil {
		return err
	}
	if err := b.Flush(); err != nil {
		return err
	}
	return file.Sync()
}

// problem is a sentence for people around what went wrong, whose own words name files that nobody asked for.
type problem struct {
	sentence string
	cause    error
}

func (p *problem) Error() string { return p.sentence }
func (p *problem) Unwrap() error { return p.cause }

// explain says what stopped the writing and what to do about it.
func explain(path string, err error) error {
	var what string
	switch {
	case errors.Is(err, fs.ErrNotExist):
		what = "there is no folder for %s; make it first, or choose another one"
	case errors.Is(err, fs.ErrPermission):
		what = "%s may not be written here; choose another folder"
	case errors.Is(err, syscall.ENOSPC):
		what = "%s was not written, the disk is full; make room or choose another disk"
	default:
		return fmt.Errorf("%s was not written: %w", shown(path), err)
	}
	return &problem{fmt.Sprintf(what, shown(path)), err}
}

// shown is a file's name as it can be shown.
func shown(path string) string { return model.Clean(filepath.Base(path)).Line() }
