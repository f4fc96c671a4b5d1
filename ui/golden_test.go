package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"souk/ui/screens"
	"souk/ui/theme"
	"souk/ui/uitest"
	"souk/workshop"
)

var sizes = []struct{ width, height int }{{80, 24}, {120, 40}, {200, 60}}

// at opens a workshop on a stage.
func at(t testing.TB, s *workshop.Session, stage workshop.Stage, width, height int, name theme.Name) *uitest.Driver {
	options := []uitest.Option{uitest.WithTheme(name), uitest.WithPlace(workshop.Place{At: workshop.Target{Stage: stage}})}
	if s.State().Objectives.Len() > 0 {
		options = append(options, withFindings(t, s))
	}
	return uitest.Open(t, s, width, height, options...)
}

// TestScreens compares every screen at three sizes, as it is without colours. The colour themes must not differ in that.
func TestScreens(t *testing.T) {
	for _, s := range screens.All() {
		t.Run(string(s.Stage()), func(t *testing.T) {
			var out strings.Builder
			for _, size := range sizes {
				d := at(t, midway(t), s.Stage(), size.width, size.height, theme.Dark)
				screen := d.Screen()
				fmt.Fprintf(&out, "%d × %d\n%s\n\n", size.width, size.height, trimmed(screen))
				exact(t, d.App.View().Content, size.width, size.height)
				for _, name := range []theme.Name{theme.Light, theme.HighContrast} {
					if got := at(t, midway(t), s.Stage(), size.width, size.height, name).Screen(); got != screen {
						t.Errorf("%s says something else than dark at %d × %d", name, size.width, size.height)
					}
				}
			}
			golden.RequireEqual(t, out.String())
		})
	}
}

// TestThemes compares every screen in every theme, with its colours, at the smallest size.
func TestThemes(t *testing.T) {
	for _, s := range screens.All() {
		for _, name := range theme.Names() {
			t.Run(string(s.Stage())+"/"+string(name), func(t *testing.T) {
				d := at(t, midway(t), s.Stage(), 80, 24, name)
				golden.RequireEqual(t, d.App.View().Content)
			})
		}
	}
}

// trimmed is a screen without the blanks at the ends of its lines.
func trimmed(screen string) string {
	lines := strings.Split(screen, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// exact fails where a screen has not exactly its size.
func exact(t *testing.T, screen string, width, height int) {
	t.Helper()
	lines := strings.Split(screen, "\n")
	if len(lines) != height {
		t.Errorf("%d lines on a screen of %d", len(lines), height)
	}
	for i, l := range lines {
		if w := ansi.StringWidth(l); w != width {
			t.Errorf("line %d is %d cells wide on a screen of %d: %q", i+1, w, width, ansi.Strip(l))
		}
	}
}

// TestPictures keeps the pictures of the README true.
func TestPictures(t *testing.T) {
	room := midway(t)
	walk := func(stage workshop.Stage) *uitest.Driver {
		d := at(t, room, stage, 120, 36, theme.Dark)
		d.App.Visit(workshop.Target{Stage: stage, Team: team(t, room, "Payments").ID, Objective: objective(t, room, "Payments", 1).ID})
		return d
	}
	for name, d := range map[string]*uitest.Driver{
		"stalls": walk(workshop.StallsStage), "duplicates": walk(workshop.DuplicateStage), "agreement": walk(workshop.AgreementStage),
		"review": onTeam(t, prepared(t), "Growth", 120, 36, theme.Dark).Press("down", "down"),
	} {
		picture := uitest.SVG(d.App.View().Content, theme.New(theme.Dark), 120)
		path := filepath.Join("..", "docs", name+".svg")
		if updating() {
			if err := os.WriteFile(path, picture, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(kept) != string(picture) {
			t.Errorf("%s does not show the screen any more: run go test ./ui -update and look at it", path)
		}
	}
}

func TestALongNameKeepsOffTheNextColumn(t *testing.T) {
	d := uitest.Open(t, long(t), 80, 24, uitest.WithPlace(workshop.Place{At: workshop.Target{Stage: workshop.StrategyStage}}))
	d.Press("right", "right").Sees("PULSE").Sees("The Team with the Long …  –")
}
