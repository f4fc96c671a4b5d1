package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/store"
	"souk/workshop"
	"souk/workshop/review"
)

func TestLintSaysHowMuchItLeavesOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.souk")
	importInto(t, path, "cycle: 2027-Q1\nteams:\n- name: Payments\n  objectives:\n  - title: Launch the new portal for parents\n    key_results: [Increase repeat orders]\n")
	wantIn(t, souk(t, "lint", path), "→ “Launch” says", "“Increase repeat orders”: from where to where?")
	if out := souk(t, "lint", path); strings.Contains(out, "Left out") {
		t.Errorf("nothing is left out, and it says\n%s", out)
	}

	file, loaded, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	var dismissed []string
	off := []string{"no-number", "stands-alone"}
	for _, c := range review.Run(review.InputOf(loaded.Session.State())) {
		if c.Check.ID != off[0] && c.Check.ID != off[1] {
			dismissed = append(dismissed, c.Places[0].ID)
		}
	}
	quiet := func(intents ...workshop.Intent) {
		t.Helper()
		for _, in := range intents {
			e, err := loaded.Session.Do(time.Now(), model.Text{}, in)
			if err != nil {
				t.Fatal(err)
			}
			if err := file.Append([]workshop.Entry{e}, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	quiet(workshop.DismissChecks{IDs: dismissed[:1]}, workshop.SetChecks{Settings: model.CheckSettings{Off: off}})
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	wantIn(t, souk(t, "lint", path), "Left out: 1 dismissed place, 2 checks that are switched off (no-number, stands-alone).")
	wantIn(t, souk(t, "lint", "--json", path), `"dismissed":1,"off":["no-number","stands-alone"]`)

	if file, loaded, err = store.Open(path); err != nil {
		t.Fatal(err)
	}
	quiet(workshop.DismissChecks{IDs: dismissed[1:]})
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	wantIn(t, souk(t, "lint", path), "Nothing more to say about these drafts. Left out: ", "dismissed places, 2 checks")
}
