package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/store"
	"souk/workshop"
)

func TestNoCommandPrintsWhatIsPrivate(t *testing.T) {
	const secret = "zebrawood"
	path := filepath.Join(t.TempDir(), "w.souk")
	importInto(t, path, "cycle: 2027-Q1\nteams:\n- name: Payments\n  objectives:\n  - title: Customers pay anyone in seconds\n    key_results: [Nine of ten are content]\n"+
		"- name: Platform\n  objectives: [{title: Teams ship without asking}]\n")
	file, loaded, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	var journal []workshop.Entry
	for team := range loaded.Session.State().Teams.All() {
		for _, in := range []workshop.Intent{
			workshop.NotePrivately{About: model.Side{Team: team.ID, Objective: team.Objectives[0]}, Text: model.Clean(secret)},
			workshop.DismissChecks{IDs: []string{"check " + string(team.ID)}, Note: model.Clean(secret)},
		} {
			e, err := loaded.Session.Do(time.Now(), model.Text{}, in)
			if err != nil {
				t.Fatal(err)
			}
			journal = append(journal, e)
		}
	}
	if err := file.Append(journal, nil); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"log"},
		{"log", "--json"},
		{"report"},
		{"report", "--format", "json"},
		{"detect"},
		{"detect", "--json"},
		{"check"},
		{"lint"},
		{"lint", "--json"},
		{"ahead"},
		{"next"},
		{"findings", "brief"},
	} {
		out := souk(t, append(args, path)...)
		if strings.Contains(out, secret) {
			t.Errorf("souk %s prints a private note:\n%s", strings.Join(args, " "), out)
		}
	}
	err = filepath.WalkDir(filepath.Dir(path), func(written string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || written == path {
			return err
		}
		text, err := os.ReadFile(written)
		if strings.Contains(string(text), secret) {
			t.Errorf("%s holds a private note:\n%s", written, text)
		}
		return err
	})
	if pages, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "w-ahead", "*.md")); err != nil || len(pages) != 2 {
		t.Errorf("the pages are %v, error %v", pages, err)
	}
	if out := souk(t, "log", path); !strings.Contains(out, "a private note") {
		t.Errorf("the journal hides that there is a note:\n%s", out)
	}
}
