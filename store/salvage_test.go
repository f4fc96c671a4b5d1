package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"
)

// TestABrokenHeaderTakesNothingBack breaks each byte of either header in turn. bbolt would show the commit before the last.
func TestABrokenHeaderTakesNothingBack(t *testing.T) {
	path := newWorkshop(t, 3)
	f, _ := open(t, path)
	for seq := uint64(4); seq <= 6; seq++ {
		if err := f.Append(signals(seq, seq), nil); err != nil {
			t.Fatal(err)
		}
	}
	_ = f.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	restored := 0
	for at := range metaSize {
		for _, page := range []int{0, os.Getpagesize()} {
			b := bytes.Clone(whole)
			b[page+pageHeaderSize+at] ^= 4
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
			restored += wantSignals(t, path, 6).Restored
			f, l := open(t, path)
			if l.Entries != 6 {
				t.Fatalf("byte %d of the header at %d: opened with %d entries", at, page, l.Entries)
			}
			if err := f.Append(signals(7, 7), nil); err != nil {
				t.Fatal(err)
			}
			_ = f.Close()
			if l := wantSignals(t, path, 7); l.Restored != 0 {
				t.Errorf("byte %d of the header at %d is still broken", at, page)
			}
		}
	}
	if restored != metaSize {
		t.Errorf("the entry was restored %d times, want once for each of %d bytes of the newer header", restored, metaSize)
	}
}

func TestRecoverTakesTheProvenPartOfADamagedJournal(t *testing.T) {
	path := newWorkshop(t, 6)
	edit(t, path, func(tx *bbolt.Tx) error { return tx.Bucket(journalBucket).Put(seqKey(5), []byte("gone")) })
	before, _ := os.ReadFile(path)
	got, err := Recover(path)
	if err != nil {
		t.Fatal(err)
	}
	// The page as it was before the edit still holds the whole journal.
	if got.Path != filepath.Join(filepath.Dir(path), "w.recovered.souk") || got.Entries != 6 || got.Beyond != 0 {
		t.Errorf("recovered %+v", got)
	}
	wantSignals(t, got.Path, 6)
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the damaged file was changed")
	}
}

func TestRecoverStopsAtAnEntryThatIsLost(t *testing.T) {
	path := newWorkshop(t, 6)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b = bytes.ReplaceAll(b, []byte("signal 5"), []byte("signal 9"))
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Recover(path)
	if err != nil {
		t.Fatal(err)
	}
	if got.Entries != 4 || got.Beyond != 2 {
		t.Errorf("recovered %+v, want 4 entries, and 2 beyond", got)
	}
	wantSignals(t, got.Path, 4)
}

func TestRecoverWorksWithoutHeaders(t *testing.T) {
	path := newWorkshop(t, 300)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, append(make([]byte, 2*os.Getpagesize()), b[2*os.Getpagesize():]...), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(path); err == nil {
		t.Fatal("a file without headers was read")
	}
	got, err := Recover(path)
	if err != nil || got.Entries != 300 {
		t.Fatalf("recovered %+v, %v", got, err)
	}
	if l := wantSignals(t, got.Path, 300); !l.Created.Equal(noon) {
		t.Errorf("it was created at %v", l.Created)
	}
}

func TestRecoverSaysWhenThereIsNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.souk")
	if err := os.WriteFile(path, bytes.Repeat([]byte("none"), 9000), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Recover(path)
	wantError(t, err, ErrDamaged, "Nothing could be recovered")
	wantAlone(t, path)
	_, err = Recover(path + ".missing")
	if !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v", err)
	}
}
