package store

import (
	"encoding/json"
	"testing"

	"go.etcd.io/bbolt"

	"souk/workshop"
)

// snapped makes a file of 4 entries with a snapshot after the second, in which the signals are not those of the journal: so a test
// sees which of the two was used.
func snapped(t *testing.T) string {
	t.Helper()
	path := newWorkshop(t, 2)
	f, _ := open(t, path)
	odd, err := workshop.Resume(nil, signals(1, 1))
	if err != nil {
		t.Fatal(err)
	}
	state := *odd.State()
	state.Seq = 2
	if err := f.Snapshot(&state); err != nil {
		t.Fatal(err)
	}
	if err := f.Append(signals(3, 4), nil); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// resealed is a snapshot whose checksum fits, and whose header says what it is told to.
func resealed(t *testing.T, seq uint64, at hash, by string) []byte {
	t.Helper()
	header, err := json.Marshal(snapshotHeader{Seq: seq, Hash: at[:], Writer: by})
	if err != nil {
		t.Fatal(err)
	}
	return seal(append(header, "\n{\"seq\":0}"...))
}

func signalsIn(t *testing.T, path string) int {
	t.Helper()
	l, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return l.Session.State().Signals.Len()
}

func TestOpeningStartsFromTheSnapshot(t *testing.T) {
	if got := signalsIn(t, snapped(t)); got != 3 {
		t.Errorf("%d signals, want the snapshot's 1 and the 2 behind it", got)
	}
}

func TestASnapshotThatDoesNotFitIsLeftAside(t *testing.T) {
	for name, change := range map[string]func([]byte) []byte{
		"flipped bit":        func(b []byte) []byte { b[len(b)-3] ^= 1; return b },
		"cut short":          func(b []byte) []byte { return b[:20] },
		"not a state":        func([]byte) []byte { return seal([]byte("{}\nno")) },
		"another hash":       func([]byte) []byte { return resealed(t, 2, hash{}, writer()) },
		"another version":    func([]byte) []byte { return resealed(t, 0, hash{}, "souk 99") },
		"later than the end": func([]byte) []byte { return resealed(t, 99, hash{}, writer()) },
	} {
		t.Run(name, func(t *testing.T) {
			path := snapped(t)
			edit(t, path, func(tx *bbolt.Tx) error {
				b := tx.Bucket(snapshotBucket)
				return b.Put(latestKey, change(append([]byte(nil), b.Get(latestKey)...)))
			})
			if got := signalsIn(t, path); got != 4 {
				t.Errorf("%d signals, want the journal's 4", got)
			}
		})
	}
}

func TestASnapshotIsNotUsedWhenTheTailReachesBehindIt(t *testing.T) {
	path := newWorkshop(t, 2)
	f, l := open(t, path)
	if err := f.Snapshot(l.Session.State()); err != nil {
		t.Fatal(err)
	}
	undo, err := l.Session.Undo(noon, signals(1, 1)[0].By)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Append([]workshop.Entry{undo}, nil); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	if got := signalsIn(t, path); got != 1 {
		t.Errorf("%d signals, want 1 after the undo", got)
	}
}

func TestASnapshotOfWhatIsNotStoredIsRefused(t *testing.T) {
	f, l := open(t, newWorkshop(t, 2))
	ahead := *l.Session.State()
	ahead.Seq = 3
	wantError(t, f.Snapshot(&ahead), ErrOutOfOrder, "no entry 3")
}
