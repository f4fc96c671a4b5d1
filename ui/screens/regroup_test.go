package screens

import (
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// regrouped is the sample marketplace after an edit, a decision between two teams, and a lift.
func regrouped(t testing.TB) *workshop.Session {
	t.Helper()
	s := fixture(t)
	payments, growth, onboarding := team(t, s.State(), "Payments"), team(t, s.State(), "Growth"), team(t, s.State(), "Digital Onboarding")
	do(t, s,
		workshop.RewordObjective{Objective: payments.Objectives[0], Title: model.Clean("Customers pay everyone in seconds")},
		workshop.AddKeyResult{Objective: payments.Objectives[0], Text: model.Clean("Refunds within a day")},
		workshop.DecideFinding{
			Findings: []model.Finding{{
				ID: "x", Kind: model.Duplicate,
				A: model.Side{Team: growth.ID, Objective: growth.Objectives[0]}, B: model.Side{Team: onboarding.ID, Objective: onboarding.Objectives[0]},
			}},
			Outcome: model.LeadAndFollow, Lead: growth.Objectives[0], Owner: model.Clean("Mia"), Due: model.Clean("15 March"),
		},
		workshop.DecideObjective{
			Objective: payments.Objectives[1], Outcome: model.Lift, To: team(t, s.State(), "Retail Banking").ID, Rationale: model.Clean("it is everyone's"),
		})
	return s
}

func TestRegroupShowsBeforeAndAfter(t *testing.T) {
	s := regrouped(t)
	f := frame(s, 120, 35)
	screen := &Regroup{}
	screen.Show(f, flow.Target{Team: team(t, f.State, "Payments").ID})
	has(t, seen(t, screen, f), "▸ Payments", "as drafted", "before  Customers pay anyone in seconds", "after   Customers pay everyone in seconds",
		"KR5       Refunds within a day", "2 changes · 1 decision",
		"decided", "is lifted to Retail Banking")
	screen.Show(f, flow.Target{Team: team(t, f.State, "Digital Onboarding").ID})
	has(t, seen(t, screen, f), "follows   Growth 1", "Growth leads with", "– Mia, 15 March")
	screen.Show(f, flow.Target{Team: team(t, f.State, "Customer Care").ID})
	has(t, seen(t, screen, f), "read as drafted", "still open", "why now is not said yet")
	if got := screen.Progress(f); got != "3 teams changed" {
		t.Errorf("progress is %q", got)
	}
}

func TestRegroupCountsFollowTheState(t *testing.T) {
	s := regrouped(t)
	var counts changeCounts
	fresh := func() map[model.TeamID]int {
		out := map[model.TeamID]int{}
		for _, tm := range s.State().Stalls() {
			out[tm.ID] = len(s.State().ChangedByWorkshop(tm.ID))
		}
		return out
	}
	compare := func(when string) {
		t.Helper()
		counts.of(s.State())
		for id, want := range fresh() {
			if counts.fields[id] != want {
				t.Errorf("%s: %s has %d changes, want %d", when, s.State().TeamName(id), counts.fields[id], want)
			}
		}
	}
	compare("at first")
	care := team(t, s.State(), "Customer Care")
	do(t, s, workshop.RecordWhyNow{Objective: care.Objectives[0], Why: model.Clean("because")}, workshop.AddObjective{Team: care.ID, Title: model.Clean("new")})
	compare("after edits")
	for range 5 {
		if _, err := s.Undo(morning, model.Text{}); err != nil {
			t.Fatal(err)
		}
		compare("after undo")
	}
}

func TestRegroupChoosesChangedTeamsAndEdits(t *testing.T) {
	s := regrouped(t)
	f := frame(s, 120, 35)
	screen := &Regroup{}
	press(t, screen, f, "f")
	if view := seen(t, screen, f); strings.Contains(view, "Customer Care") || !strings.Contains(view, "Digital Onboarding") {
		t.Errorf("only changed teams should be listed:\n%s", view)
	}
	press(t, screen, f, "down")
	if got, want := screen.At(f).Team, team(t, f.State, "Growth").ID; got != want {
		t.Errorf("down goes to %s, want Growth", f.State.TeamName(got))
	}
	d := press(t, screen, f, "e").Open
	d = keys(d, f, "every single week", "enter").Open
	if d == nil || !strings.HasPrefix(d.Title(), "Edit Growth 2") {
		t.Fatalf("e leads to %v", d)
	}
	d = keys(press(t, screen, f, "w").Open, f, "enter").Open
	if d == nil || !strings.HasPrefix(d.Title(), "Why now: Growth 1") {
		t.Fatalf("w leads to %v", d)
	}
	// A search may lead to a team that the filter hides.
	care := team(t, f.State, "Customer Care").ID
	screen.Show(f, flow.Target{Team: care})
	if got := screen.At(f).Team; got != care {
		t.Errorf("the room is at %s", f.State.TeamName(got))
	}
}

func TestRegroupOnASmallScreen(t *testing.T) {
	s := regrouped(t)
	f := frame(s, 80, 6)
	screen := &Regroup{}
	screen.Show(f, flow.Target{Team: team(t, f.State, "Payments").ID})
	has(t, seen(t, screen, f), "▸ Payments")
	press(t, screen, f, "enter")
	read := seen(t, screen, f)
	for range 4 {
		press(t, screen, f, "pgdown")
		read += seen(t, screen, f)
	}
	has(t, read, "PAYMENTS", "after   Customers pay everyone", "is lifted to Retail Banking")
	press(t, screen, f, "esc")
	has(t, seen(t, screen, f), "TEAMS")
}

func TestRegroupStandsAnySize(t *testing.T) {
	for _, s := range []*workshop.Session{workshop.New(), marketplace(t, 60, 2, 14), marketplace(t, 3, 0, 1), regrouped(t)} {
		for _, size := range [][2]int{{80, 19}, {80, 3}, {120, 35}, {200, 55}} {
			f := frame(s, size[0], size[1])
			screen := &Regroup{}
			seen(t, screen, f)
			for _, b := range screen.Bindings(f) {
				if b.Off == "" && b.Do().Open == nil {
					seen(t, screen, f)
				}
			}
		}
	}
	has(t, seen(t, &Regroup{}, frame(workshop.New(), 80, 19)), "No team has opened a stall yet")
	screen, f := &Regroup{}, frame(marketplace(t, 3, 1, 1), 80, 19)
	press(t, screen, f, "f")
	has(t, seen(t, screen, f), "all stand as drafted", "f shows all teams")
}

func BenchmarkRegroup(b *testing.B) {
	f := frame(marketplace(b, 100, 100, 1), 120, 40)
	screen := &Regroup{}
	for b.Loop() {
		screen.View(f)
		screen.Bindings(f)
	}
}
