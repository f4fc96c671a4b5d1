package store

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"go.etcd.io/bbolt"
)

// onDisk replaces the disk of an open file.
func onDisk(t *testing.T, f *File, update func(*bbolt.DB, func(*bbolt.Tx) error) error) {
	t.Helper()
	if err := f.ask(func(o *owner) error { o.update = update; return nil }); err != nil {
		t.Fatal(err)
	}
}

// failsAfter carries out a commit and calls it failed, n times.
func failsAfter(n int) func(*bbolt.DB, func(*bbolt.Tx) error) error {
	return func(db *bbolt.DB, f func(*bbolt.Tx) error) error {
		if n--; n < 0 {
			return db.Update(f)
		}
		return errors.Join(db.Update(f), syscall.EIO)
	}
}

// failsBefore refuses a commit, n times.
func failsBefore(n int, with error) func(*bbolt.DB, func(*bbolt.Tx) error) error {
	return func(db *bbolt.DB, f func(*bbolt.Tx) error) error {
		if n--; n < 0 {
			return db.Update(f)
		}
		return with
	}
}

func TestACommitThatOnlyLookedFailedIsNotRepeated(t *testing.T) {
	path := newWorkshop(t, 1)
	f, _ := open(t, path)
	onDisk(t, f, failsAfter(1))
	if err := f.Append(signals(2, 3), nil); err != nil {
		t.Fatalf("the entries are stored, but the answer is: %v", err)
	}
	_ = f.Close()
	wantSignals(t, path, 3)
}

func TestACommitThatFailedOnceIsRepeated(t *testing.T) {
	path := newWorkshop(t, 1)
	f, _ := open(t, path)
	onDisk(t, f, failsBefore(1, syscall.EIO))
	if err := f.Append(signals(2, 3), nil); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	wantSignals(t, path, 3)
}

func TestAFullDiskIsSaidAndOvercome(t *testing.T) {
	path := newWorkshop(t, 1)
	f, _ := open(t, path)
	onDisk(t, f, failsBefore(2, syscall.ENOSPC))
	err := f.Append(signals(2, 3), nil)
	wantError(t, err, ErrNotSaved, "no space left on device")
	if !errors.Is(err, syscall.ENOSPC) {
		t.Error("the cause is not wrapped")
	}
	if err := f.Append(signals(2, 4), nil); err != nil {
		t.Fatalf("with room again: %v", err)
	}
	_ = f.Close()
	wantSignals(t, path, 4)
	wantAlone(t, path)
}

func TestAPanicInTheDatabaseIsAnError(t *testing.T) {
	path := newWorkshop(t, 1)
	f, _ := open(t, path)
	onDisk(t, f, func(db *bbolt.DB, _ func(*bbolt.Tx) error) error {
		return db.Update(func(*bbolt.Tx) error { panic("page 7 already freed") })
	})
	wantError(t, f.Append(signals(2, 2), nil), ErrNotSaved, "page 7 already freed")
	onDisk(t, f, (*bbolt.DB).Update)
	if err := f.Append(signals(2, 2), nil); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	wantSignals(t, path, 2)
}

func TestAFileTakenAwayIsNoticedAndNothingIsLost(t *testing.T) {
	for name, take := range map[string]func(t *testing.T, path string) error{
		"deleted":     func(_ *testing.T, path string) error { return os.Remove(path) },
		"moved":       func(_ *testing.T, path string) error { return os.Rename(path, path+".old") },
		"cut to half": func(_ *testing.T, path string) error { return os.Truncate(path, size(path)/2) },
		"emptied":     func(_ *testing.T, path string) error { return os.Truncate(path, 0) },
		"replaced by another": func(t *testing.T, path string) error {
			return os.Rename(newWorkshop(t, 9), path)
		},
		"replaced by an older copy": func(_ *testing.T, path string) error {
			b, err := os.ReadFile(path)
			return errors.Join(err, os.WriteFile(path+".new", b, 0o600), os.Rename(path+".new", path))
		},
		"overwritten by another": func(t *testing.T, path string) error {
			b, err := os.ReadFile(newWorkshop(t, 9))
			return errors.Join(err, os.WriteFile(path, b, 0o600))
		},
		"overwritten with text": func(_ *testing.T, path string) error {
			return os.WriteFile(path, make([]byte, 100_000), 0o600)
		},
		"a folder now": func(_ *testing.T, path string) error {
			return errors.Join(os.Remove(path), os.Mkdir(path, 0o700))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := newWorkshop(t, 3)
			f, _ := open(t, path)
			if err := f.Append(signals(4, 5), nil); err != nil {
				t.Fatal(err)
			}
			if err := take(t, path); err != nil {
				t.Fatal(err)
			}
			wantError(t, f.Append(signals(6, 7), nil), ErrReplaced, "everything is in w.rescue.souk")
			if want := filepath.Join(filepath.Dir(path), "w.rescue.souk"); f.Path() != want {
				t.Errorf("the workshop goes on in %s, want %s", f.Path(), want)
			}
			if err := f.Append(signals(6, 8), nil); err != nil {
				t.Fatalf("after the rescue: %v", err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			wantSignals(t, f.Path(), 8)
		})
	}
}

func TestARescueTakesAFreeName(t *testing.T) {
	path := newWorkshop(t, 1)
	f, _ := open(t, path)
	taken := filepath.Join(filepath.Dir(path), "w.rescue.souk")
	if err := errors.Join(os.WriteFile(taken, []byte("mine"), 0o600), os.Remove(path)); err != nil {
		t.Fatal(err)
	}
	wantError(t, f.Append(signals(2, 2), nil), ErrReplaced, "w.rescue-2.souk")
	if b, _ := os.ReadFile(taken); string(b) != "mine" {
		t.Errorf("the file there holds %q now", b)
	}
}

func TestAFolderThatIsGoneLeadsToTheTemporaryFolder(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	folder := filepath.Join(t.TempDir(), "room")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "w.souk")
	if err := Create(path, noon, signals(1, 1)); err != nil {
		t.Fatal(err)
	}
	f, _ := open(t, path)
	if err := os.Rename(folder, folder+".away"); err != nil {
		t.Fatal(err)
	}
	wantError(t, f.Append(signals(2, 2), nil), ErrReplaced, filepath.Join(os.TempDir(), "w.rescue.souk"))
	_ = f.Close()
	wantSignals(t, f.Path(), 2)
}

func size(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
