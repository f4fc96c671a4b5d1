package screens

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"souk/model"
	"souk/store/intake"
	"souk/ui/flow"
	"souk/ui/theme"
	"souk/workshop"
)

// morning is when everything in these tests happens.
var morning = time.Date(2027, 1, 14, 9, 0, 0, 0, time.UTC)

// fixture is a workshop with the sample marketplace loaded.
func fixture(t testing.TB) *workshop.Session {
	t.Helper()
	drafts, problems := intake.ReadFile("../../cmd/souk/demo.yaml")
	if intake.HasErrors(problems) {
		t.Fatalf("the sample marketplace cannot be read: %v", problems)
	}
	s := workshop.New()
	do(t, s, workshop.ImportDrafts{Drafts: drafts})
	return s
}

// marketplace is a workshop with teams that each have that many objectives with two key results; every title is repeated that often.
func marketplace(t testing.TB, teams, objectives, repeat int) *workshop.Session {
	t.Helper()
	d := model.Drafts{Organisation: model.Clean("Marketplace")}
	for i := range teams {
		team := model.DraftTeam{Name: model.Clean(fmt.Sprintf("Team %d", i+1)), Kind: model.DeliveryTeam}
		for j := range objectives {
			title := strings.TrimSpace(strings.Repeat(fmt.Sprintf("Outcome %d of team %d ", j+1, i+1), repeat))
			team.Objectives = append(team.Objectives, model.DraftObjective{
				Title:      model.Clean(title),
				KeyResults: []model.DraftKeyResult{{Text: model.Clean("From 1 to 2")}, {Text: model.Clean("From 30 % to 60 %")}},
			})
		}
		d.Teams = append(d.Teams, team)
	}
	s := workshop.New()
	do(t, s, workshop.ImportDrafts{Drafts: d})
	return s
}

// do records intents that must not be refused.
func do(t testing.TB, s *workshop.Session, intents ...workshop.Intent) {
	t.Helper()
	for _, in := range intents {
		if _, err := s.Do(morning, model.Clean("facilitator"), in); err != nil {
			t.Fatalf("%T: %v", in, err)
		}
	}
}

// frame is what a screen may know about a session, in that size.
func frame(s *workshop.Session, width, height int) flow.Frame {
	return flow.Frame{
		State: s.State(), Styles: theme.New(theme.Dark), Width: width, Height: height, Now: morning,
		Preview: func(in workshop.Intent) (*workshop.State, error) { return s.Preview(morning, model.Text{}, in) },
	}
}

// press presses a key on a screen and returns what follows; the key must be bound and not off.
func press(t testing.TB, s Screen, f flow.Frame, key string) flow.Effect {
	t.Helper()
	for _, b := range s.Bindings(f) {
		if !slices.Contains(b.Keys, key) {
			continue
		}
		if b.Off != "" {
			t.Fatalf("%s is off: %s", key, b.Off)
		}
		return b.Do()
	}
	t.Fatalf("%s is not bound", key)
	return flow.Effect{}
}

// off is why a key does nothing just now.
func off(t testing.TB, s Screen, f flow.Frame, key string) string {
	t.Helper()
	for _, b := range s.Bindings(f) {
		if slices.Contains(b.Keys, key) {
			return b.Off
		}
	}
	t.Fatalf("%s is not bound", key)
	return ""
}

// keys types into a dialog: names of keys as they are, everything else letter by letter. It returns the last effect.
func keys(d flow.Dialog, f flow.Frame, typed ...string) flow.Effect {
	var e flow.Effect
	for _, k := range typed {
		switch k {
		case "enter":
			e = d.Update(f, tea.KeyPressMsg{Code: tea.KeyEnter})
		case "esc":
			e = d.Update(f, tea.KeyPressMsg{Code: tea.KeyEscape})
		case "tab":
			e = d.Update(f, tea.KeyPressMsg{Code: tea.KeyTab})
		case "down":
			e = d.Update(f, tea.KeyPressMsg{Code: tea.KeyDown})
		case "right":
			e = d.Update(f, tea.KeyPressMsg{Code: tea.KeyRight})
		case "ctrl+u":
			e = d.Update(f, tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
		default:
			e = d.Update(f, tea.PasteMsg{Content: k})
		}
	}
	return e
}

// seen is a screen as people read it, after checking that it has exactly the frame's size.
func seen(t testing.TB, s Screen, f flow.Frame) string {
	t.Helper()
	view := ansi.Strip(s.View(f))
	lines := strings.Split(view, "\n")
	if len(lines) != f.Height {
		t.Errorf("%s at %d×%d has %d lines", s.Title(), f.Width, f.Height, len(lines))
	}
	for i, l := range lines {
		if w := ansi.StringWidth(l); w != f.Width {
			t.Errorf("%s at %d×%d: line %d is %d cells wide: %q", s.Title(), f.Width, f.Height, i+1, w, l)
		}
	}
	return view
}

// has fails where a view lacks some words.
func has(t testing.TB, view string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(view, w) {
			t.Errorf("%q is not in\n%s", w, view)
		}
	}
}

// team finds a team by its name.
func team(t testing.TB, s *workshop.State, name string) model.Team {
	t.Helper()
	found, ok := s.TeamByName(model.Clean(name))
	if !ok {
		t.Fatalf("there is no team %s", name)
	}
	return found
}
