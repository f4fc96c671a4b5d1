package ui_test

import (
	"context"
	"strings"
	"testing"

	"souk/model"
	"souk/ui"
	"souk/ui/uitest"
	"souk/workshop"
	"souk/workshop/detect"
)

// finds lets the app find these.
func finds(found ...model.Finding) uitest.Option {
	return func(c *ui.Config) {
		c.Detect = func(context.Context, detect.Input, func(int, int)) (detect.Findings, error) { return found, nil }
	}
}

// alike are duplicates between the first objectives of teams of the sample: the first two were found for the same reason.
func alike(t *testing.T, s *workshop.State) []model.Finding {
	t.Helper()
	side := func(team string, n int) model.Side {
		found, ok := s.TeamByName(model.Clean(team))
		if !ok {
			t.Fatalf("the sample has no team %s", team)
		}
		return model.Side{Team: found.ID, Objective: found.Objectives[n]}
	}
	duplicate := func(id, rule string, score float64, a, b model.Side) model.Finding {
		return model.Finding{
			ID: model.FindingID(id), Kind: model.Duplicate, Score: score, A: a, B: b,
			Reasons: []model.Reason{{Rule: rule, Text: model.Clean("Both speak of " + id), Weight: 2}},
		}
	}
	return []model.Finding{
		duplicate("d1", "shared-words", 0.8, side("Payments", 0), side("Platform", 0)),
		duplicate("d2", "shared-words", 0.7, side("Payments", 1), side("Platform", 1)),
		duplicate("d3", "same-concept", 0.68, side("Growth", 0), side("Customer Care", 0)),
	}
}

// order tells which of some texts stands above the others on the screen.
func order(d *uitest.Driver, texts ...string) string {
	var out []string
	for _, l := range strings.Split(d.Screen(), "\n") {
		for _, text := range texts {
			if strings.Contains(l, text) && len(out) < len(texts) {
				out = append(out, text)
			}
		}
	}
	return strings.Join(out, " ")
}

func TestWhatTheRoomDecidedRanksWhatIsLeft(t *testing.T) {
	s := sample(t)
	d := uitest.Open(t, s, 120, 40, finds(alike(t, s.State())...), uitest.WithPlace(workshop.Place{At: workshop.Target{Stage: workshop.DuplicateStage}}))
	d.Sees("● .70 Payments ~ Platform").SeesNo("●↑", "●↓")
	if got := order(d, "● .70", "● .68"); got != "● .70 ● .68" {
		t.Fatalf("at first the order is %s:\n%s", got, d.Screen())
	}
	d.Press("x", "ctrl+s").Sees("✗ .80 Payments ~ Platform", "●↓.")
	if got := order(d, "●↓", "Growth ~"); !strings.HasPrefix(got, "Growth ~") {
		t.Errorf("what resembles a dismissed one does not sink: %s\n%s", got, d.Screen())
	}
	d.Press("down").SeesNo("●↓")
	d.Press("up", "u").Sees("● .80 Payments ~ Platform", "● .68 Growth", "●↑.70 Payments ~ Platform")
}
