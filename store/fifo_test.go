//go:build unix

package store

import (
	"path/filepath"
	"syscall"
	"testing"
)

func TestAPipeIsNoWorkshop(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.souk")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("no pipes here")
	}
	_, _, err := Open(path)
	wantError(t, err, ErrNotWorkshop, "not a regular file")
}
