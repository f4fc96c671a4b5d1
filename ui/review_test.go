package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"souk/model"
	"souk/ui"
	"souk/ui/review"
	"souk/ui/theme"
	"souk/ui/uitest"
	"souk/workshop"
)

// alone opens a workshop in the review, on one of its screens.
func alone(t testing.TB, s *workshop.Session, stage workshop.Stage, width, height int, name theme.Name) *uitest.Driver {
	t.Helper()
	options := []uitest.Option{
		uitest.WithTheme(name), uitest.WithPlace(workshop.Place{At: workshop.Target{Stage: stage}}),
		func(c *ui.Config) {
			c.Screens, c.Mode, c.Alone = review.All(), review.Mode, true
			c.Ahead = func(*workshop.State) (string, error) { return "12 pages in q1-ahead: 12 new.", nil }
		},
	}
	if _, is := s.State().TeamByName(model.Clean("Digital Onboarding")); is {
		options = append(options, withFindings(t, s))
	}
	return uitest.Open(t, s, width, height, options...)
}

// prepared is the sample after a coach has begun to prepare it: something of everything.
func prepared(t testing.TB) *workshop.Session {
	s := sample(t)
	growth, care := objective(t, s, "Growth", 1), objective(t, s, "Customer Care", 2)
	twice := related(t, s, model.Duplicate, .86, "Growth", 1, "Digital Onboarding", 1, "Both want fewer people to give up while they sign up")
	needs := related(t, s, model.Dependency, .97, "Customer Care", 2, "Platform", 1, "Customer Care needs the customer timeline from Platform")
	do(t, s,
		workshop.MarkReviewed{Team: growth.Team, Reviewed: true},
		workshop.NotePrivately{About: model.Side{Team: growth.Team}, Text: model.Clean("They were handed this goal.")},
		workshop.NotePrivately{About: model.Side{Team: growth.Team, Objective: growth.ID}, Text: model.Clean("Ask who wrote it.")},
		workshop.TriageFindings{Findings: []model.Finding{twice}, Status: model.Queued},
		workshop.TriageFindings{Findings: []model.Finding{needs}, Status: model.Queued},
		workshop.OrderQueue{Queue: []model.FindingID{needs.ID, twice.ID}},
		workshop.AskStall{Team: growth.Team, Objective: growth.ID, Text: model.Clean("What will be different for those 60,000?")},
		workshop.AskStall{Team: care.Team, Text: model.Clean("Which contacts would you like to lose?")},
	)
	twice.Status = model.Queued
	do(t, s, workshop.PrepareFindings{Findings: []model.Finding{twice}, Words: model.Clean("Who owns the way in?"), Proposal: model.LeadAndFollow})
	return s
}

// onTeam turns to a team's page.
func onTeam(t testing.TB, s *workshop.Session, name string, width, height int, colours theme.Name) *uitest.Driver {
	t.Helper()
	d := alone(t, s, review.TeamStage, width, height, colours)
	d.App.Visit(workshop.Target{Stage: review.TeamStage, Team: team(t, s, name).ID})
	return d
}

// TestReview compares every screen of the review at three sizes. The colour themes must not differ in what they say.
func TestReview(t *testing.T) {
	for _, s := range review.All() {
		t.Run(string(s.Stage()), func(t *testing.T) {
			var out strings.Builder
			for _, size := range sizes {
				screen := func(name theme.Name) *uitest.Driver {
					d := alone(t, prepared(t), s.Stage(), size.width, size.height, name)
					d.App.Visit(workshop.Target{Stage: s.Stage(), Team: team(t, prepared(t), "Growth").ID})
					return d
				}
				d := screen(theme.Dark)
				fmt.Fprintf(&out, "%d × %d\n%s\n\n", size.width, size.height, trimmed(d.Screen()))
				exact(t, d.App.View().Content, size.width, size.height)
				for _, name := range []theme.Name{theme.Light, theme.HighContrast} {
					if got := screen(name).Screen(); got != d.Screen() {
						t.Errorf("%s says something else than dark at %d × %d", name, size.width, size.height)
					}
				}
			}
			golden.RequireEqual(t, out.String())
		})
	}
}

// TestReviewKeys checks the bindings of the review as TestKeys does those of the walk, and TestHelp their help.
func TestReviewKeys(t *testing.T) {
	all := workshops(t)
	all["prepared"] = prepared(t)
	for name, session := range all {
		for _, s := range review.All() {
			for _, size := range sizes {
				d := alone(t, session, s.Stage(), size.width, size.height, theme.Dark)
				checkBindings(t, name+" "+string(s.Stage()), append(d.App.ScreenBindings(), d.App.GlobalBindings()...))
			}
			d := alone(t, session, s.Stage(), 120, 100, theme.Dark)
			bindings := d.App.ScreenBindings()
			help := strings.Join(strings.Fields(d.Press("?").Screen()), " ")
			if !strings.Contains(help, strings.Join(strings.Fields(s.About()), " ")[:20]) {
				t.Errorf("%s does not say what it is for:\n%s", s.Stage(), help)
			}
			for _, b := range bindings {
				if !strings.Contains(help, b.Help) {
					t.Errorf("%s, %s: help does not say %q (%v)", name, s.Stage(), b.Help, b.Keys)
				}
			}
		}
	}
}

// TestReviewSizes draws the review at odd sizes, on every item of a page, with and without a dialog; each screen says whose eyes it is for.
func TestReviewSizes(t *testing.T) {
	for _, session := range append(slices.Collect(values(workshops(t))), prepared(t), long(t)) {
		for _, s := range review.All() {
			for _, size := range []struct{ width, height int }{{80, 24}, {99, 24}, {100, 25}, {101, 33}, {250, 80}, {80, 100}, {79, 23}, {20, 5}} {
				d := alone(t, session, s.Stage(), size.width, size.height, theme.NoColour)
				for range 12 {
					exact(t, d.App.View().Content, size.width, size.height)
					if size.width >= 80 && size.height >= 24 {
						d.Sees(review.Mode, "for the coach alone")
					}
					d.Press("down")
				}
				d.Press("p")
				exact(t, d.App.View().Content, size.width, size.height)
				d.Press("esc", "enter", "d", "v", "?")
				exact(t, d.App.View().Content, size.width, size.height)
			}
		}
	}
}

func values[K comparable, V any](m map[K]V) func(func(V) bool) {
	return func(yield func(V) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
	}
}

// long is a workshop of sixty teams whose words do not end.
func long(t testing.TB) *workshop.Session {
	d := model.Drafts{Organisation: model.Clean(strings.Repeat("Long Organisation ", 5))}
	for i := range 60 {
		words := strings.TrimSpace(strings.Repeat(fmt.Sprintf("Outcome of team %d ", i), 20))
		d.Teams = append(d.Teams, model.DraftTeam{
			Name: model.Clean(fmt.Sprintf("The Team with the Long Name and the Number %d", i)),
			Objectives: []model.DraftObjective{{
				Title: model.Clean(words), WhyNow: model.Clean(words),
				KeyResults: []model.DraftKeyResult{{Text: model.Clean("Increase " + words)}},
			}},
		})
	}
	s := workshop.New()
	do(t, s, workshop.ImportDrafts{Drafts: d, Source: model.Clean("long.json")})
	return s
}
