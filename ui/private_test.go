package ui_test

import (
	"strings"
	"testing"

	"souk/model"
	"souk/ui/review"
	"souk/ui/screens"
	"souk/ui/theme"
	"souk/ui/uitest"
	"souk/workshop"
)

// secret is what the coach keeps to themselves.
const secret = "zebrawood"

// confessions are what undo and redo would call what the coach did alone.
var confessions = []string{secret, "a private note", "a mark of the review", "a check of the review", "the settings of the review", "a question to"}

// withSecrets is the sample after a coach was alone with it: a private note wherever there can be one, and some steps more, one of them taken
// back.
func withSecrets(t *testing.T) *workshop.Session {
	t.Helper()
	s := sample(t)
	s.WorkAlone(true)
	text := model.Clean("the " + secret + " is theirs")
	var last model.Team
	for team := range s.State().Teams.All() {
		do(t, s, workshop.NotePrivately{About: model.Side{Team: team.ID}, Text: text})
		for _, o := range team.Objectives {
			do(t, s, workshop.NotePrivately{About: model.Side{Team: team.ID, Objective: o}, Text: text})
		}
		do(t, s, workshop.DismissChecks{IDs: []string{"check/" + string(team.ID)}, Note: text})
		last = team
	}
	do(t, s,
		workshop.SetChecks{Settings: model.CheckSettings{Off: []string{"digits"}}},
		workshop.AskStall{Team: last.ID, Text: model.Clean("Whom can we ask?")},
		workshop.AskStall{Team: last.ID, Text: model.Clean("What else?")})
	if _, err := s.Undo(uitest.Start, model.Clean("Ada")); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestNoKeyShowsWhatIsPrivate presses every key of every screen of the live walk, each in a room that has done nothing yet, and goes through
// search and palette.
func TestNoKeyShowsWhatIsPrivate(t *testing.T) {
	for _, screen := range screens.All() {
		open := func() *uitest.Driver {
			return uitest.Open(t, withSecrets(t), 120, 40, uitest.WithPlace(workshop.Place{At: workshop.Target{Stage: screen.Stage()}}), uitest.WithoutDetector())
		}
		tells := func(what, screen string) {
			t.Helper()
			for _, c := range confessions {
				if strings.Contains(screen, c) {
					t.Errorf("%s tells “%s”:\n%s", what, c, screen)
				}
			}
		}
		look := open()
		tells(string(screen.Stage()), look.SeesNo("undo: ", "redo: ").Screen())
		for _, b := range append(look.App.ScreenBindings(), look.App.GlobalBindings()...) {
			for _, key := range b.Keys {
				d := open().Press(key)
				tells(string(screen.Stage())+", "+key, d.Screen())
			}
		}
		look = open()
		before := look.State()
		look.Press("u").Sees("There is nothing to take back.").Press("ctrl+r").Sees("There is nothing to bring back.")
		if look.State() != before {
			t.Errorf("%s: undo touches what the coach did alone", screen.Stage())
		}
		tells(string(screen.Stage())+", the palette", look.Press(":").Type("undo").Screen())
		look.Press("esc", "/").Type(secret)
		if found := look.Press("enter").Screen(); strings.Contains(strings.ReplaceAll(found, "/ "+secret, ""), "the "+secret) {
			t.Errorf("%s: search finds a private note:\n%s", screen.Stage(), found)
		}
	}
}

// In the review undo works as ever.
func TestTheCoachTakesBackWhatWasDoneAlone(t *testing.T) {
	d := alone(t, withSecrets(t), review.TeamsStage, 120, 40, theme.Dark)
	d.Sees("u undo: a question to").Press("u", "u").Sees("took back: the settings of the review").Press("down").Sees("u undo: a check of the review", "^r redo: the settings")
}
