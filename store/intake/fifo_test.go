//go:build unix

package intake_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"souk/store/intake"
)

func TestAPipeIsNotOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe.yaml")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("no pipes here: ", err)
	}
	if _, ps := intake.ReadFile(path); !strings.Contains(said(ps), "This is not a regular file") {
		t.Error(said(ps))
	}
}
