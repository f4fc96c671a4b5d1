package ui_test

import (
	"strings"
	"testing"

	"souk/model"
	"souk/ui/screens"
	"souk/ui/theme"
	"souk/ui/uitest"
	"souk/workshop"
)

// secret is what the coach keeps to themselves.
const secret = "zebrawood"

// withSecrets is the sample with a private note wherever there can be one.
func withSecrets(t *testing.T) *workshop.Session {
	t.Helper()
	s := sample(t)
	do := func(in workshop.Intent) {
		if _, err := s.Do(uitest.Start, model.Clean("Ada"), in); err != nil {
			t.Fatal(err)
		}
	}
	text := model.Clean("the " + secret + " is theirs")
	for team := range s.State().Teams.All() {
		do(workshop.NotePrivately{About: model.Side{Team: team.ID}, Text: text})
		for _, o := range team.Objectives {
			do(workshop.NotePrivately{About: model.Side{Team: team.ID, Objective: o}, Text: text})
		}
		do(workshop.DismissChecks{IDs: []string{"check/" + string(team.ID)}, Note: text})
	}
	return s
}

// TestNoKeyShowsWhatIsPrivate presses every key of every screen of the live walk, and goes through search and palette.
func TestNoKeyShowsWhatIsPrivate(t *testing.T) {
	s := withSecrets(t)
	for _, screen := range screens.All() {
		look := at(t, s, screen.Stage(), 120, 40, theme.Dark)
		for _, b := range append(look.App.ScreenBindings(), look.App.GlobalBindings()...) {
			for _, key := range b.Keys {
				d := at(t, s, screen.Stage(), 120, 40, theme.Dark)
				d.Press(key)
				if strings.Contains(d.Screen(), secret) {
					t.Errorf("%s, %q shows a private note:\n%s", screen.Stage(), key, d.Screen())
				}
			}
		}
		look.Press("/").Type(secret)
		if found := look.Press("enter").Screen(); strings.Contains(strings.ReplaceAll(found, "/ "+secret, ""), "the "+secret) {
			t.Errorf("%s: search finds a private note:\n%s", screen.Stage(), found)
		}
	}
}
