// Package disk knows what the operating systems promise about files and what they do not.
package disk

import (
	"errors"
	"os"
	"runtime"
	"syscall"
)

// SyncFolder makes a new name in a folder last through a power cut, where the system can do that.
func SyncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		err = nil
	}
	return errors.Join(err, d.Close())
}
