package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"souk/model"
)

// What can go wrong, for errors.Is. The errors of this package wrap one of these, and the cause where there is one.
var (
	ErrNotFound    = errors.New("no such file")
	ErrNotWorkshop = errors.New("not a workshop file")
	ErrExists      = errors.New("the file exists already")
	ErrLocked      = errors.New("open in another window")
	ErrDamaged     = errors.New("the file is damaged")
	ErrNewer       = errors.New("written by a newer version of souk")
	ErrReadOnly    = errors.New("the file is open for reading only")
	ErrNotSaved    = errors.New("not saved")
	ErrReplaced    = errors.New("the file was taken away while it was open")
	ErrOutOfOrder  = errors.New("the entries do not follow what is stored")
	ErrClosed      = errors.New("the file is closed")
	ErrUnusable    = errors.New("the file cannot be used")
)

// problem is a sentence for people around what went wrong.
type problem struct {
	sentence string
	wraps    []error
}

func (p *problem) Error() string   { return p.sentence }
func (p *problem) Unwrap() []error { return p.wraps }

// fail makes an error of a sentence, the sentinel it stands for and what caused it (or nil).
func fail(sentinel, cause error, format string, args ...any) error {
	p := &problem{sentence: fmt.Sprintf(format, args...), wraps: []error{sentinel}}
	if cause != nil {
		p.wraps = append(p.wraps, cause)
	}
	return p
}

// name is a file's name as it may be shown: names can hold anything, escape sequences too.
func name(path string) string { return model.Clean(filepath.Base(path)).Line() }

// detail is an error's text as it may be shown inside a sentence.
func detail(err error) string { return strings.TrimSuffix(model.Clean(err.Error()).Line(), ".") }
