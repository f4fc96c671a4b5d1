package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"souk/model"
	"souk/workshop"
)

var noon = time.Date(2027, 1, 12, 12, 0, 0, 0, time.UTC)

// signals makes entries from to to, each a signal that names its number.
func signals(from, to uint64) []workshop.Entry {
	var out []workshop.Entry
	for seq := from; seq <= to; seq++ {
		out = append(out, signal(seq, fmt.Sprintf("signal %d", seq)))
	}
	return out
}

func signal(seq uint64, text string) workshop.Entry {
	return workshop.Entry{
		Seq: seq, At: noon.Add(time.Duration(seq) * time.Second), By: model.Clean("Ada"),
		Fact: workshop.SignalRaised{Signal: model.Signal{ID: model.SignalID(fmt.Sprintf("s%d", seq)), Text: model.Clean(text), At: noon}},
	}
}

// newFile makes a workshop file with n entries and returns its path.
func newWorkshop(t testing.TB, n uint64) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.souk")
	if err := Create(path, noon, signals(1, n)); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t testing.TB, path string) (*File, *Loaded) {
	t.Helper()
	f, l, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f, l
}

// wantSignals checks that a file holds n entries, and a state with all their signals.
func wantSignals(t testing.TB, path string, n int) *Loaded {
	t.Helper()
	l, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Session.State().Signals.Len(); l.Entries != uint64(n) || got != n {
		t.Fatalf("%s holds %d entries and %d signals, want %d", path, l.Entries, got, n)
	}
	return l
}

// wantError checks what an error is, and that it is a sentence which says something in particular.
func wantError(t testing.TB, err, is error, says string) {
	t.Helper()
	if !errors.Is(err, is) {
		t.Fatalf("got the error %v, want one that is %q", err, is)
	}
	if !strings.Contains(err.Error(), says) || !strings.HasSuffix(strings.TrimSuffix(err.Error(), "w.souk"), ".") && !strings.HasSuffix(err.Error(), "w.souk") {
		t.Errorf("the error reads %q, want a sentence with %q", err, says)
	}
}

// edit changes the database of a closed file behind the store's back.
func edit(t testing.TB, path string, f func(*bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(path, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(f), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// appendRaw stores an entry's bytes, whatever they are.
func appendRaw(t testing.TB, path, entry string) {
	t.Helper()
	d, c, err := openWriting(path)
	if err != nil {
		t.Fatal(err)
	}
	next, err := c.with([]line{{c.seq() + 1, []byte(entry)}})
	if err != nil {
		t.Fatal(err)
	}
	err = d.bolt.Update(func(tx *bbolt.Tx) error { return writeTail(tx, next, c.seq(), nil) })
	if err := errors.Join(err, d.close()); err != nil {
		t.Fatal(err)
	}
}

func TestReopeningGivesBackWhatWasAppended(t *testing.T) {
	path := newWorkshop(t, 2)
	f, l := open(t, path)
	if l.Entries != 2 || l.ReadOnly != "" || !l.Created.Equal(noon) || len(l.ID) != 32 {
		t.Errorf("a new file was loaded as %+v", l)
	}
	place := workshop.Place{At: workshop.Target{Stage: workshop.StallsStage, View: "matrix"}, Zoom: true}
	if err := f.Append(signals(3, 5), &place); err != nil {
		t.Fatal(err)
	}
	if err := f.Append(signals(6, 6), nil); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	again := wantSignals(t, path, 6)
	if again.Place.At != place.At || !again.Place.Zoom {
		t.Errorf("the place came back as %+v", again.Place)
	}
	if again.ID != l.ID {
		t.Error("the workshop changed its id")
	}
	got, err := Log(path)
	if err != nil || len(got) != 6 || got[5].Entry.By != model.Clean("Ada") || got[5].Seq != 6 || got[5].Err != nil {
		t.Errorf("the log is %+v, %v", got, err)
	}
}

func TestAPlaceIsStoredAlone(t *testing.T) {
	path := newWorkshop(t, 1)
	f, _ := open(t, path)
	if err := f.Append(nil, &workshop.Place{Theme: "light"}); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	if l := wantSignals(t, path, 1); l.Place.Theme != "light" {
		t.Errorf("the place came back as %+v", l.Place)
	}
}

func TestAppendTwiceStoresOnce(t *testing.T) {
	path := newWorkshop(t, 2)
	f, _ := open(t, path)
	for range 2 {
		if err := f.Append(signals(2, 4), nil); err != nil {
			t.Fatal(err)
		}
	}
	_ = f.Close()
	wantSignals(t, path, 4)
}

func TestAppendRefusesWhatDoesNotFollow(t *testing.T) {
	path := newWorkshop(t, 2)
	f, _ := open(t, path)
	wantError(t, f.Append(signals(4, 4), nil), ErrOutOfOrder, "entry 3 is missing")
	wantError(t, f.Append([]workshop.Entry{signal(2, "another")}, nil), ErrOutOfOrder, "another entry 2")
	wantError(t, f.Append([]workshop.Entry{signal(3, "good"), signal(5, "gap")}, nil), ErrOutOfOrder, "entry 4 is missing")
	wantError(t, f.Append(signals(0, 0), nil), ErrOutOfOrder, "Entry 0")
	_ = f.Close()
	wantSignals(t, path, 2)
}

func TestASecondWindowIsRefused(t *testing.T) {
	path := newWorkshop(t, 1)
	f, _ := open(t, path)
	_, _, err := Open(path)
	wantError(t, err, ErrLocked, "w.souk is open in another window")
	_ = f.Close()
	wantSignals(t, path, 1)
}

func TestAFileMayBeReadWhileItIsWritten(t *testing.T) {
	path := newWorkshop(t, 1)
	f, _ := open(t, path)
	written := make(chan error, 1)
	const last = 300
	go func() {
		for seq := uint64(2); seq <= last; seq++ {
			if err := f.Append(signals(seq, seq), nil); err != nil {
				written <- err
				return
			}
		}
		written <- nil
	}()
	for before := uint64(1); before < last; {
		l, err := Read(path)
		if err != nil {
			t.Fatal(err)
		}
		if l.Entries < before || l.Session.State().Signals.Len() != int(l.Entries) || l.Restored != 0 {
			t.Fatalf("read %d entries after %d, restored %d", l.Entries, before, l.Restored)
		}
		before = l.Entries
	}
	if err := <-written; err != nil {
		t.Fatal(err)
	}
}

func TestAClosedFileRefuses(t *testing.T) {
	f, _ := open(t, newWorkshop(t, 1))
	for range 2 {
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	wantError(t, f.Append(signals(2, 2), nil), ErrClosed, "closed already")
}

func TestCreateLeavesAnExistingFileAlone(t *testing.T) {
	path := newWorkshop(t, 1)
	wantError(t, Create(path, noon, signals(1, 3)), ErrExists, "exists already")
	wantSignals(t, path, 1)

	other := filepath.Join(t.TempDir(), "w.souk")
	if err := os.WriteFile(other, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	wantError(t, Create(other, noon, nil), ErrExists, "exists already")
	if b, _ := os.ReadFile(other); string(b) != "mine" {
		t.Errorf("the file holds %q now", b)
	}
	wantAlone(t, other)
}

func TestCreateThatFailsLeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "no", "w.souk")
	wantError(t, Create(path, noon, nil), ErrNotFound, "no folder")
	path = filepath.Join(t.TempDir(), "w.souk")
	wantError(t, Create(path, noon, signals(2, 2)), ErrOutOfOrder, "entry 1 is missing")
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) > 0 {
		t.Errorf("these files are left: %v", left)
	}
}

// wantAlone checks that nothing is in a file's folder but the file.
func wantAlone(t testing.TB, path string) {
	t.Helper()
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("these files are there: %v", left)
	}
}

func TestANewerKindOpensForReading(t *testing.T) {
	path := newWorkshop(t, 2)
	appendRaw(t, path, `{"seq":3,"at":"2027-01-12T12:00:00Z","kind":"moon-landed","v":1,"data":{}}`)
	old, err := workshop.EncodeEntry(signal(4, "after"))
	if err != nil {
		t.Fatal(err)
	}
	appendRaw(t, path, string(old))

	f, l := open(t, path)
	if !strings.Contains(l.ReadOnly, "moon-landed") || !strings.Contains(l.ReadOnly, "Update souk") {
		t.Errorf("the reason is %q", l.ReadOnly)
	}
	if got := l.Session.State().Signals.Len(); got != 2 || l.Entries != 4 {
		t.Errorf("%d signals of %d entries were folded, want 2 of 4", got, l.Entries)
	}
	wantError(t, f.Append(signals(5, 5), nil), ErrReadOnly, "Update souk")
	if _, err := Read(path); err != nil {
		t.Errorf("a file that is open for reading cannot be read: %v", err)
	}
	log, err := Log(path)
	if err != nil || log[2].Err == nil || !strings.Contains(string(log[2].JSON), "moon-landed") || log[3].Err != nil {
		t.Errorf("the log is %+v, %v", log, err)
	}
}

func TestANewerFormatIsRefused(t *testing.T) {
	path := newWorkshop(t, 1)
	edit(t, path, func(tx *bbolt.Tx) error { return tx.Bucket(metaBucket).Put(formatKey, []byte("souk/2")) })
	_, _, err := Open(path)
	wantError(t, err, ErrNewer, "Update souk")
}
