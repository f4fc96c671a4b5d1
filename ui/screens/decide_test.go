package screens

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/theme"
	"souk/workshop"
)

func plainStyles() *theme.Styles { return theme.New(theme.NoColour) }

// decidedBy presses a key on a finding, fills in the form, and returns the intent, which must be accepted.
func decidedBy(t *testing.T, s *workshop.Session, d Screen, f flow.Frame, key string, typed ...string) workshop.DecideFinding {
	t.Helper()
	e := keys(press(t, d, f, key).Open, f, typed...)
	if len(e.Do) != 1 {
		t.Fatalf("%s and %v record %+v", key, typed, e)
	}
	in, ok := e.Do[0].(workshop.DecideFinding)
	if !ok {
		t.Fatalf("%s records %T", key, e.Do[0])
	}
	if !e.Close {
		t.Errorf("%s leaves its form open", key)
	}
	do(t, s, in)
	return in
}

// screenOf is the screen that shows a finding of relations.
func screenOf(id model.FindingID) Screen {
	switch id[:3] {
	case "dep":
		return &Dependencies{}
	case "dup":
		return NewDuplicates()
	}
	return NewSynergies()
}

func TestEveryOutcomeIsOneForm(t *testing.T) {
	for _, c := range []struct {
		finding model.FindingID
		key     string
		typed   []string
		outcome model.Outcome
		shows   string // afterwards
	}{
		{"dup4", "1", []string{"enter", "enter", "enter", "enter"}, model.LeadAndFollow, "follows"},
		{"dup4", "2", []string{"enter", "enter", "enter", "enter", "enter"}, model.ShareOwners, "share one objective"},
		{"dup4", "3", []string{"enter", "enter", "enter", "enter", "enter"}, model.Merge, "carries it alone"},
		{"dup4", "4", []string{"the web", "enter", "the app", "enter", "enter", "enter", "enter"}, model.SplitScope, "the web"},
		{"dup4", "5", []string{"enter", "enter", "enter"}, model.KeepBoth, "knowingly"},
		{"dup4", "x", []string{"enter"}, model.NotDuplicate, "not the same work"},
		{"syn1", "1", []string{"enter", "enter", "enter", "enter", "enter"}, model.ShareObjective, "share one objective"},
		{"syn1", "2", []string{"enter", "Who is it", "enter", "enter", "enter", "enter", "enter"}, model.FormVirtualTeam, "Who is it"},
		{"syn1", "3", []string{"enter", "enter", "enter", "enter"}, model.Sequence, "comes first"},
		{"syn1", "4", []string{"the identity check", "enter", "enter", "enter"}, model.ShareAsset, "the identity check"},
		{"syn1", "5", []string{"enter", "enter", "enter"}, model.StayInTouch, "stay in touch"},
		{"syn1", "x", []string{"enter"}, model.NoSynergy, "nothing to gain"},
		{"con1", "1", []string{"enter", "fraud first", "enter", "enter", "enter"}, model.OneGivesWay, "gives way"},
		{"con1", "2", []string{"two screens less", "enter", "enter", "enter"}, model.TradeOff, "two screens less"},
		{"con1", "3", []string{"enter", "enter", "enter"}, model.Escalated, "Leadership must decide"},
		{"con1", "x", []string{"enter"}, model.NoConflict, "do not stand"},
		{"dep1", "x", []string{"enter"}, model.NotDependency, "does not depend"},
	} {
		t.Run(string(c.outcome), func(t *testing.T) {
			s := fixture(t)
			all := relations(t, s.State())
			f := withFindings(s, all, 200, 60)
			d := screenOf(c.finding)
			d.Show(f, flow.Target{Finding: c.finding})
			in := decidedBy(t, s, d, f, c.key, c.typed...)
			if in.Outcome != c.outcome || in.Findings[0].ID != c.finding {
				t.Fatalf("%s records %+v", c.key, in)
			}
			f = withFindings(s, all, 200, 60)
			has(t, strings.Join(strings.Fields(seen(t, d, f)), " "), string(c.outcome), c.shows)
			if off(t, d, f, c.key) == "" {
				t.Error("it can be decided once more")
			}
		})
	}
}

func TestTheProposedOutcomeIsThereWhenTheRoomDecides(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	do(t, s, workshop.PrepareFindings{Findings: all[1:4], Proposal: model.LeadAndFollow})
	d := NewDuplicates()
	f := withFindings(s, all, 120, 40)
	has(t, seen(t, d, f), "proposed: lead and follow", "1 lead and follow (proposed)")
	has(t, ansi.Strip(press(t, d, f, "1").Open.View(f)), "This is what was proposed. This settles Platform ~ Customer Care; Sustaining Engineering stays on the table.")
	has(t, ansi.Strip(press(t, d, f, "2").Open.View(f)), "Proposed was: lead and follow. This settles")
}

func TestOwnerAndWordsFollowTheLead(t *testing.T) {
	s := fixture(t)
	f := withFindings(s, relations(t, s.State()), 120, 35)
	d := NewDuplicates()
	d.Show(f, flow.Target{Finding: "dup4"})
	onboarding := objectiveOf(t, s.State(), "Digital Onboarding", 1)
	in := decidedBy(t, s, d, f, "3", "right", "enter", "enter", "its form loses them", "enter", "enter", "enter")
	if in.Lead != onboarding.ID || in.Owner.Line() != "Digital Onboarding" || !in.Title.IsEmpty() || in.Due.Line() != "end of 2027-Q1" {
		t.Errorf("with the other lead it records %+v", in)
	}
	if got, _ := s.State().Objectives.Get(onboarding.ID); got.Title != onboarding.Title {
		t.Errorf("the lead got the words %q", got.Title.Line())
	}
}

func TestTheFormFillsInTheLead(t *testing.T) {
	s := fixture(t)
	f := withFindings(s, relations(t, s.State()), 120, 40)
	onboarding := objectiveOf(t, s.State(), "Digital Onboarding", 1)
	growth := objectiveOf(t, s.State(), "Growth", 1)
	for _, key := range []string{"2", "3"} {
		d := NewDuplicates()
		d.Show(f, flow.Target{Finding: "dup4"})
		form := press(t, d, f, key).Open
		has(t, ansi.Strip(form.View(f)), "objective's title  "+growth.Title.Line())
		keys(form, f, "right")
		has(t, ansi.Strip(form.View(f)), "objective's title  "+onboarding.Title.Line(), "owner              Digital Onboarding")
		keys(form, f, "enter", "ctrl+u", "Ours", "enter", "enter", "ctrl+u", "Eve", "tab", "tab", "right")
		has(t, ansi.Strip(form.View(f)), "(•) 1 Growth", "objective's title  Ours", "owner              Eve")
	}
}

func TestDecisionShowsBeforeAndAfter(t *testing.T) {
	s := fixture(t)
	f := withFindings(s, relations(t, s.State()), 120, 40)
	d := NewDuplicates()
	d.Show(f, flow.Target{Finding: "dup4"})
	form := press(t, d, f, "3").Open
	keys(form, f, "enter", "ctrl+u", "More people become customers")
	view := strings.Join(strings.Fields(ansi.Strip(form.View(f))), " ")
	has(t, view, "Growth 1 title before 60,000 new accounts", "after More people become customers", "KR4 Reduce abandoned registrations",
		"Digital Onboarding 1", "merged into Growth 1", "owner Growth · due end of 2027-Q1")

	form = press(t, d, f, "4").Open
	has(t, ansi.Strip(form.View(f)), "Say what each of the two teams takes on.")
}

func TestCardOfManyTeamsIsSettledAsAWhole(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	f := withFindings(s, all, 120, 35)
	d := NewDuplicates()
	has(t, ansi.Strip(press(t, d, f, "5").Open.View(f)), "settled for all 3 teams")
	in := decidedBy(t, s, d, f, "5", "every team keeps its own", "enter", "enter", "enter")
	if len(in.Findings) != 3 {
		t.Errorf("the decision is about %d pairs", len(in.Findings))
	}
	for _, id := range []model.FindingID{"dup1", "dup2", "dup3"} {
		if got, _ := s.State().Findings.Get(id); got.Status != model.Confirmed {
			t.Errorf("%s is %q", id, got.Status)
		}
	}
}

func TestWhatWasNotDecidedStaysOnTheTable(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	f := withFindings(s, all, 120, 35)
	d := NewDuplicates()
	before := d.rows(f).open
	decidedBy(t, s, d, f, "1", "enter", "enter", "enter", "enter")
	f = withFindings(s, all, 120, 35)
	if ms := d.rows(f); ms.open != before || ms.settled != 1 || ms.find("dup1", "") == ms.find("dup2", "") {
		t.Fatalf("after one pair of three %d are open and %d settled, %d before", ms.open, ms.settled, before)
	}
	d.Show(f, flow.Target{Finding: "dup2"})
	has(t, ansi.Strip(press(t, d, f, "5").Open.View(f)), "settled for all 3 teams")
	decidedBy(t, s, d, f, "5", "enter", "enter", "enter")
	f = withFindings(s, all, 120, 35)
	if ms := d.rows(f); ms.open != before-1 || ms.settled != 2 || ms.find("dup2", "") != ms.find("dup3", "") {
		t.Errorf("after all %d are open and %d settled", ms.open, ms.settled)
	}
	if m := d.rows(f).rows[d.rows(f).find("dup1", "")]; m.decision.Outcome != model.LeadAndFollow || len(m.all) != 1 {
		t.Errorf("the first pair is %+v", m)
	}
}

func TestNothingIsDecidedAboutWhatIsGone(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	do(t, s, workshop.TriageFindings{Findings: all[4:5], Status: model.Queued}) // touched, so it stays on the table
	do(t, s, workshop.DecideObjective{Objective: all[4].A.Objective, Outcome: model.Drop, Rationale: model.Clean("too much")})
	f := withFindings(s, all, 120, 35)
	d := NewDuplicates()
	d.Show(f, flow.Target{Finding: "dup4"})
	if got := off(t, d, f, "1"); !strings.Contains(got, "Growth 1 is no longer part of the OKRs; x closes this.") {
		t.Errorf("1 is off because %q", got)
	}
	decidedBy(t, s, d, f, "x", "enter")
}

func TestWhatFollowedAMergeIsDecidedLikeAnyOther(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	side := func(name string, n int) model.Side {
		return model.Side{Team: team(t, s.State(), name).ID, Objective: objectiveOf(t, s.State(), name, n).ID}
	}
	do(t, s, workshop.RaiseFinding{Finding: model.Conflict, A: side("Growth", 2), B: side("Digital Onboarding", 1)})
	do(t, s, workshop.DecideFinding{Findings: all[4:5], Outcome: model.Merge}) // Digital Onboarding 1 into Growth 1
	f := withFindings(s, s.State().OnTheTable(nil), 120, 35)
	d := NewSynergies()
	has(t, seen(t, d, f), "Digital Onboarding 1 went into Growth 1.")
	has(t, ansi.Strip(press(t, d, f, "1").Open.View(f)), "(•) 1 Growth 2   ( ) 2 Growth 1")
	decidedBy(t, s, d, f, "1", "enter", "sign-up first", "enter", "enter", "enter")
}
