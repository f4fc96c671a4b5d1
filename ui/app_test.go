package ui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"souk/model"
	"souk/ui"
	"souk/ui/theme"
	"souk/ui/uitest"
	"souk/workshop"
	"souk/workshop/detect"
)

func TestWhatIsRecordedIsSavedAndCanBeTakenBack(t *testing.T) {
	d := at(t, sample(t), workshop.StallsStage, 120, 40, theme.Dark)
	d.Press("P").Type("Who owns the branches?").Press("enter", "enter")
	d.Sees("✓ saved 09:00", "u undo: parking")
	if n := len(d.Store.Entries); n != 1 {
		t.Fatalf("%d entries are stored, want 1", n)
	}
	d.Press("u").SeesNo("u undo: parking")
	if d.State().Parking.Len() != 0 {
		t.Error("the parking lot is not empty after undo")
	}
	d.Press("ctrl+r")
	if d.State().Parking.Len() != 1 {
		t.Error("redo did not bring the parking lot back")
	}
	if n := len(d.Store.Entries); n != 3 {
		t.Errorf("%d entries are stored, want 3: undo and redo are entries", n)
	}
}

func TestARefusalKeepsTheDialogAndWhatWasTyped(t *testing.T) {
	d := uitest.Open(t, sample(t), 80, 24, func(c *ui.Config) { c.ReadOnly = "This file may only be read." })
	d.Press("P").Type("keep me").Press("enter", "enter")
	d.Sees("This file may only be read.", "keep me")
	if len(d.Store.Entries) != 0 {
		t.Error("something was stored in a file that may only be read")
	}
}

func TestAFailingDiskIsSaidAndTriedAgain(t *testing.T) {
	d := at(t, sample(t), workshop.StallsStage, 80, 24, theme.Dark)
	d.Store.Fails = errors.New("no space left on the disk")
	d.Press("P").Type("a").Press("enter", "enter")
	d.Sees("NOT SAVED (1)").SeesNo("✓ saved")
	d.Press("q").Sees("no space left on the disk")
	d.Press("esc")
	d.Store.Fails = nil
	d.Later(2 * time.Second).Sees("✓ saved 09:00")
	if len(d.Store.Entries) != 1 {
		t.Errorf("%d entries are stored, want 1", len(d.Store.Entries))
	}
}

func TestTheTimerWarnsAndNeverCutsOff(t *testing.T) {
	d := at(t, sample(t), workshop.CheckInStage, 120, 40, theme.Dark)
	box := d.State().Plan().Box(workshop.CheckInStage)
	d.Press("t", "+")
	d.Later(time.Duration(box) * time.Minute).Sees("01:00")
	d.Later(90 * time.Second).Sees("over 00:30")
	d.Press("t").Later(time.Hour).Sees("over 00:30")
	d.Press("tab").Sees(" (over 00:30)")
	if d.Store.Place.Timer.IsRunning() || !d.Store.Place.Timer.IsSet() {
		t.Errorf("the stored timer is %+v, want a paused one", d.Store.Place.Timer)
	}
}

func TestATimerBelongsToWhereItWasStarted(t *testing.T) {
	d := at(t, sample(t), workshop.StallsStage, 120, 40, theme.Dark)
	first := d.State().Stalls()[0].ID
	d.Press("space").SeesNo("(0")
	if got := d.Store.Place.Timer; got.Stage != workshop.StallsStage || got.Team != first || !got.IsRunning() {
		t.Fatalf("the timer is %+v, want one of the first stall", got)
	}
	d.Press("right").Sees(" (0")
	d.Press("tab").Sees(" (0")
	d.Press("t").SeesNo("(0")
	if got := d.Store.Place.Timer; got.Stage != workshop.DependencyStage || got.Team != "" || !got.IsRunning() {
		t.Errorf("t in the next stage leaves the timer %+v", got)
	}
	box := d.Store.Place.Timer.Box
	d.Press("shift+tab", "+")
	if d.Store.Place.Timer.Box != box {
		t.Error("another stage's timer got a minute more")
	}
}

func TestTwoYesesAtOnceAreTakenBackByOneName(t *testing.T) {
	d := at(t, sample(t), workshop.AgreementStage, 120, 40, theme.Dark)
	d.Press("y").Sees("u undo: both agree to ")
	d.Press("u").Sees("took back: both agree to ").Press("ctrl+r").Sees("brought back: both agree to ")
}

func TestOnlyAStageWithNothingOpenIsTicked(t *testing.T) {
	d := at(t, sample(t), workshop.StallsStage, 200, 60, theme.Dark)
	d.Press("tab").Sees("Stalls ·  ").SeesNo("Stalls ✓")
	d.Press("shift+tab")
	for range d.State().Stalls() {
		d.Press("right")
	}
	d.Press("tab").Sees("Stalls ✓")
}

func TestATimerThatRanOutLongAgoIsGone(t *testing.T) {
	old := workshop.Timer{Stage: workshop.StallsStage}.Start(time.Minute, uitest.Start.Add(-20*time.Hour))
	for timer, seen := range map[workshop.Timer]bool{old: false, old.Toggle(old.Deadline): true, old.Start(time.Minute, uitest.Start.Add(-2*time.Minute)): true} {
		place := workshop.Place{At: workshop.Target{Stage: workshop.StallsStage}, Timer: timer}
		d := uitest.Open(t, sample(t), 120, 40, uitest.WithPlace(place))
		if strings.Contains(d.Screen(), "over ") != seen && strings.Contains(d.Screen(), "paused ") != seen {
			t.Errorf("%+v: is it seen? want %v", timer, seen)
		}
	}
}

func TestQuitAsksAndCtrlCTwiceLeaves(t *testing.T) {
	d := at(t, sample(t), workshop.StallsStage, 80, 24, theme.Dark)
	d.Press("q").Sees("Leave the workshop?").Press("esc")
	if d.HasLeft() {
		t.Fatal("esc left")
	}
	d.Press("q", "y")
	if !d.HasLeft() {
		t.Fatal("yes did not leave")
	}
	d = at(t, sample(t), workshop.StallsStage, 80, 24, theme.Dark)
	d.Press("ctrl+c", "down", "ctrl+c")
	if d.HasLeft() {
		t.Fatal("two ctrl+c with something between them left")
	}
	d.Press("ctrl+c")
	if !d.HasLeft() {
		t.Fatal("two ctrl+c did not leave")
	}
}

func TestASignalSavesAndLeaves(t *testing.T) {
	d := at(t, sample(t), workshop.StallsStage, 80, 24, theme.Dark)
	d.Press("down", "tab")
	d.Send(ui.LeaveMsg{})
	if !d.HasLeft() || d.Store.Place.At.Stage != workshop.DependencyStage {
		t.Errorf("left: %v; stored: %+v", d.HasLeft(), d.Store.Place.At)
	}
}

func TestASmallTerminalGetsANotice(t *testing.T) {
	d := at(t, sample(t), workshop.StallsStage, 79, 24, theme.Dark)
	d.Sees("80 × 24", "79 × 24", "Nothing is lost").Press("u", "q")
	d.Send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.SeesNo("Nothing is lost", "Leave the workshop?")
}

func TestTheRoomComesBackToWhereItWas(t *testing.T) {
	s := sample(t)
	d := at(t, s, workshop.StallsStage, 120, 40, theme.Dark)
	d.Press("right", "right", "down", "tab", "tab", "z", "T")
	place := d.Store.Place
	before := d.Screen()
	again := uitest.Open(t, s, 120, 40, uitest.WithPlace(place), uitest.WithTheme(""), withFindings(t, s))
	if got := again.Screen(); !sameBody(got, before) {
		t.Errorf("the room finds\n%s\nand had left\n%s", got, before)
	}
	again.Press("shift+tab", "shift+tab")
	d.Press("shift+tab", "shift+tab")
	if !sameBody(again.Screen(), d.Screen()) {
		t.Errorf("the stall is not where it was left:\n%s\nwant\n%s", again.Screen(), d.Screen())
	}
}

// sameBody compares screens but for the status line.
func sameBody(a, b string) bool {
	cut := func(s string) string {
		lines := strings.Split(s, "\n")
		return strings.Join(lines[:len(lines)-2], "\n")
	}
	return cut(a) == cut(b)
}

func TestSearchFindsAndGoesThere(t *testing.T) {
	s := sample(t)
	kr := objective(t, s, "Payments", 2).KeyResults[0].Text.Line()
	d := at(t, s, workshop.CheckInStage, 120, 40, theme.Dark)
	d.Press("/").Type(kr[:20]).Sees("Payments 2 KR1").Press("enter")
	d.Sees("PAYMENTS")
	if got := d.Store.Place.At; got.Stage != workshop.StallsStage || got.Objective != objective(t, s, "Payments", 2).ID {
		t.Errorf("the room is at %+v", got)
	}
}

func TestThePaletteDoesWhatTheKeysDo(t *testing.T) {
	d := at(t, sample(t), workshop.CheckInStage, 80, 24, theme.Dark)
	d.Press(":").Type("go to agree").Press("enter")
	if got := d.Store.Place.At.Stage; got != workshop.AgreementStage {
		t.Errorf("the room is at %s", got)
	}
	d.Press("ctrl+p").Type("next theme").Press("enter").Sees("theme: light")
	d.Press("ctrl+p").Type("parking").Press("enter").Sees("Into the parking lot")
	d.Press("ctrl+p").Sees("Commands")
}

func TestTheTerminalsBackgroundChoosesUntilSomebodyDoes(t *testing.T) {
	d := uitest.Open(t, sample(t), 80, 24, uitest.WithTheme(""))
	dark := d.App.View().Content
	d.Send(tea.BackgroundColorMsg{Color: theme.New(theme.Light).Background})
	if d.App.View().Content == dark {
		t.Error("a light terminal got the dark theme")
	}
	d.Press("T")
	chosen := d.App.View().Content
	d.Send(tea.BackgroundColorMsg{Color: theme.New(theme.Light).Background})
	if d.App.View().Content != chosen {
		t.Error("the terminal overruled what somebody chose")
	}
}

func TestLateFindingsAreDropped(t *testing.T) {
	s := sample(t)
	a, b := objective(t, s, "Growth", 1), objective(t, s, "Payments", 1)
	f := model.Finding{
		ID: "late", Kind: model.Duplicate, Score: .9,
		A: model.Side{Team: a.Team, Objective: a.ID}, B: model.Side{Team: b.Team, Objective: b.ID},
	}
	d := uitest.Open(t, s, 120, 40, func(c *ui.Config) {
		c.Detect = nil
		c.Place.At.Stage = workshop.DuplicateStage
	})
	d.App.Deliver(d.App.Run()-1, detect.Findings{f})
	d.SeesNo("Growth ~ Payments")
	d.App.Deliver(d.App.Run(), detect.Findings{f})
	d.Sees("Growth ~ Payments")
}

func TestASnapshotIsTakenNowAndThen(t *testing.T) {
	d := at(t, sample(t), workshop.CheckInStage, 80, 24, theme.Dark)
	for range 210 {
		d.Press("P").Type("x").Press("enter", "enter")
	}
	if len(d.Store.Snapshots) != 1 {
		t.Fatalf("%d snapshots, want 1", len(d.Store.Snapshots))
	}
	got := d.Store.Snapshots[0]
	if back := uint64(len(d.Store.Entries)) - got.Seq; back < 90 || back > 210 {
		t.Errorf("the snapshot lies %d entries back", back)
	}
}

func TestTakingBackAnImportIsAskedFirst(t *testing.T) {
	d := at(t, sample(t), workshop.CheckInStage, 80, 24, theme.Dark)
	d.SeesNo("undo: import").Press("u").Sees("Take back the import", "ctrl+r brings them back").Press("esc")
	if d.State().Teams.Len() == 0 {
		t.Fatal("esc took the import back")
	}
	d.Press("u", "y")
	if d.State().Teams.Len() != 0 {
		t.Fatal("yes did not take the import back")
	}
	d.Press("ctrl+r").Sees("Retail Banking")
}

func TestTheWalkHasTwoEnds(t *testing.T) {
	d := at(t, sample(t), workshop.CheckInStage, 80, 24, theme.Dark)
	d.Press("shift+tab").Sees("This is the first stage.", "CHECK-IN")
	for range 20 {
		d.Press("tab")
	}
	d.Sees("PUBLISH", "This is the last stage")
}
