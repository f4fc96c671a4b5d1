package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// wantUntouched checks that opening a file fails as it should, in any way, and leaves the file as it was.
func wantUntouched(t *testing.T, path string, is error) {
	t.Helper()
	before, _ := os.ReadFile(path)
	f, _, err := Open(path)
	if err == nil {
		_ = f.Close()
	}
	wantError(t, err, is, name(path))
	_, err = Read(path)
	wantError(t, err, is, name(path))
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}

func TestWhatIsNoWorkshopIsRefusedUntouched(t *testing.T) {
	for name, content := range map[string][]byte{
		"empty":      {},
		"one byte":   {1},
		"text":       []byte("Objectives\n- grow\n"),
		"zeros":      make([]byte, 1<<16),
		"large text": bytes.Repeat([]byte("OKR "), 1<<16),
		"sqlite":     append([]byte("SQLite format 3\x00"), make([]byte, 1<<13)...),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "w.souk")
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			wantUntouched(t, path, ErrNotWorkshop)
			wantAlone(t, path)
		})
	}
}

func TestAFolderIsNoWorkshop(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.souk")
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	wantUntouched(t, path, ErrNotWorkshop)
}

func TestAMissingFileIsNotCreated(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.souk")
	wantUntouched(t, path, ErrNotFound)
	if _, err := os.Lstat(path); err == nil {
		t.Error("the file was created")
	}
	wantUntouched(t, filepath.Join(path, "deeper.souk"), ErrNotFound)
	if err := os.Symlink(path, path+".link"); err != nil {
		t.Skip("no symbolic links here")
	}
	wantUntouched(t, path+".link", ErrNotFound)
}

func TestDevicesAreNoWorkshops(t *testing.T) {
	for _, path := range []string{"/dev/null", "/dev/zero", "/dev/full"} {
		if _, err := os.Stat(path); err != nil {
			t.Skip("no devices here")
		}
		_, _, err := Open(path)
		wantError(t, err, ErrNotWorkshop, "not a regular file")
	}
}

func TestADatabaseOfAnotherProgramIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.souk")
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("b")); return err }), db.Close()); err != nil {
		t.Fatal(err)
	}
	wantUntouched(t, path, ErrNotWorkshop)
}

func TestANameIsCleanedBeforeItIsShown(t *testing.T) {
	_, err := Read(filepath.Join(t.TempDir(), "a\x1b]52;c;AAAA\x07b.souk"))
	wantError(t, err, ErrNotFound, "a]52;c;AAAAb.souk")
}

func TestAFileCutShortIsDamaged(t *testing.T) {
	whole := newWorkshop(t, 200)
	for _, part := range []int64{2, 3, 4, 10} {
		path := filepath.Join(t.TempDir(), "w.souk")
		b, err := os.ReadFile(whole)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b[:int64(len(b))/part], 0o600); err != nil {
			t.Fatal(err)
		}
		wantUntouched(t, path, ErrDamaged)
	}
}

func TestADamagedEntryIsNamed(t *testing.T) {
	for says, change := range map[string]func(*bbolt.Bucket) error{
		"entry 3 is not what was stored": func(b *bbolt.Bucket) error {
			v := bytes.Clone(b.Get(seqKey(3)))
			v[len(v)-5] ^= 0x20
			return b.Put(seqKey(3), v)
		},
		"entry 3 is cut short":           func(b *bbolt.Bucket) error { return b.Put(seqKey(3), []byte("x")) },
		"entry 3 is missing":             func(b *bbolt.Bucket) error { return b.Delete(seqKey(3)) },
		"ends at entry 5":                func(b *bbolt.Bucket) error { return b.Delete(seqKey(6)) },
		"entry 7 is missing":             func(b *bbolt.Bucket) error { return b.Put([]byte("zzzzzzzzz"), []byte("stray")) },
		"entry 6 is not what was stored": func(b *bbolt.Bucket) error { return b.Put(seqKey(6), b.Get(seqKey(5))) },
	} {
		t.Run(says, func(t *testing.T) {
			path := newWorkshop(t, 6)
			edit(t, path, func(tx *bbolt.Tx) error { return change(tx.Bucket(journalBucket)) })
			_, err := Read(path)
			wantError(t, err, ErrDamaged, says)
			_, _, err = Open(path)
			wantError(t, err, ErrDamaged, "souk recover w.souk")
		})
	}
}

// TestDamageNeverPassesUnnoticed flips bytes all over a file. Every such file must open to the same workshop and go on, or be refused with
// a sentence, soon, without a crash.
func TestDamageNeverPassesUnnoticed(t *testing.T) {
	path := newWorkshop(t, 40)
	f, l := open(t, path)
	if err := f.Snapshot(l.Session.State()); err != nil {
		t.Fatal(err)
	}
	if err := f.Append(signals(41, 60), nil); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(t.TempDir(), "w.souk")
	random := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 400 {
		b := bytes.Clone(whole)
		page := random.IntN(len(b) / 4096)
		where := page*4096 + random.IntN([]int{16, 200, 4096}[random.IntN(3)])
		for n := 1 + random.IntN(3); n > 0; n-- {
			b[min(where+random.IntN(8), len(b)-1)] = byte(random.Uint32())
		}
		if err := os.WriteFile(broken, b, 0o600); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		note := fmt.Sprintf("bytes near %d of page %d", where%4096, page)
		l, err := Read(broken)
		switch {
		case err != nil:
			refused++
			if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotWorkshop) {
				t.Errorf("%s: %v", note, err)
			}
		case l.Entries != 60 || l.Session.State().Signals.Len() != 60:
			t.Errorf("%s: opened with %d entries", note, l.Entries)
		default:
			f, _ := open(t, broken)
			if err := errors.Join(f.Append(signals(61, 62), nil), f.Close()); err != nil {
				t.Errorf("%s: it opened, but: %v", note, err)
			}
			wantSignals(t, broken, 62)
		}
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("%s: it took %v", note, d)
		}
	}
	if refused == 0 {
		t.Error("no damage was noticed at all")
	}
}
