package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestCheckDescribesASoundFile(t *testing.T) {
	path := newWorkshop(t, 5)
	f, l := open(t, path)
	if err := f.Snapshot(l.Session.Base(2)); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	h, err := Check(path)
	if err != nil {
		t.Fatal(err)
	}
	if h.Entries != 5 || h.Snapshot != 3 || len(h.Head) != hashSize || h.ID != l.ID || h.ReadOnly != "" {
		t.Errorf("the health is %+v", h)
	}
}

func TestCheckComparesTheSnapshotWithTheJournal(t *testing.T) {
	_, err := Check(snapped(t))
	wantError(t, err, ErrDamaged, "snapshot does not agree")
}

func TestCheckFindsAnEntryThatCannotBeFolded(t *testing.T) {
	path := newWorkshop(t, 2)
	c, err := readFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for says, entry := range map[string]string{
		"takes back something":   `{"seq":3,"at":"2027-01-12T12:00:00Z","kind":"taken-back","v":1,"data":{"target":1,"what":""}}`,
		"entry 3 calls itself 9": `{"seq":9,"at":"2027-01-12T12:00:00Z","kind":"signal-raised","v":1,"data":{}}`,
		"no entry":               `{"seq":3`,
	} {
		next, err := c.with([]line{{3, []byte(entry)}})
		if err != nil {
			t.Fatal(err)
		}
		copied := filepath.Join(t.TempDir(), "w.souk")
		if err := create(copied, next); err != nil {
			t.Fatal(err)
		}
		_, err = Check(copied)
		wantError(t, err, ErrDamaged, says)
	}
}

func TestABackupIsTheSameWorkshop(t *testing.T) {
	path := newWorkshop(t, 3)
	f, l := open(t, path)
	first, err := f.KeepBackup(noon)
	if err != nil {
		t.Fatal(err)
	}
	if want := filepath.Join(filepath.Dir(path), "w.backups", "w.2027-01-12-120000.souk"); first != want {
		t.Errorf("the backup is %s, want %s", first, want)
	}
	second := filepath.Join(t.TempDir(), "copy.souk")
	if err := Backup(path, second); err != nil {
		t.Fatal(err)
	}
	wantError(t, Backup(path, second), ErrExists, "copy.souk")
	wantSignals(t, second, 3)
	_ = f.Close()
	if got := wantSignals(t, first, 3); got.ID != l.ID || !got.Created.Equal(noon) {
		t.Errorf("the backup was loaded as %+v", got)
	}
}

func TestTheNewestTenBackupsAreKept(t *testing.T) {
	path := newWorkshop(t, 1)
	folder := filepath.Join(filepath.Dir(path), "w.backups")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "a note.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	f, _ := open(t, path)
	var last string
	for n := range 13 {
		var err error
		if last, err = f.KeepBackup(noon.Add(time.Duration(n) * time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 11 || left[0].Name() != "a note.txt" || !strings.Contains(left[1].Name(), "120300") {
		t.Errorf("these are left: %v, %v", left, err)
	}
	wantSignals(t, last, 1)
}

func TestAFileOpenForReadingCanBeBackedUp(t *testing.T) {
	path := newWorkshop(t, 1)
	appendRaw(t, path, `{"seq":2,"at":"2027-01-12T12:00:00Z","kind":"moon-landed","v":1,"data":{}}`)
	_, _ = open(t, path)
	copied := filepath.Join(t.TempDir(), "w.souk")
	if err := Backup(path, copied); err != nil {
		t.Fatal(err)
	}
	if l, err := Read(copied); err != nil || l.Entries != 2 {
		t.Errorf("the backup was loaded as %+v, %v", l, err)
	}
}
