package ui_test

import (
	"slices"
	"strings"
	"testing"

	"souk/model"
	"souk/ui"
	"souk/ui/review"
	"souk/ui/theme"
	"souk/ui/uitest"
	"souk/workshop"
)

// TestACoachPreparesTheRoom is a review by keys, from the first unread team to the pages, and the walk that starts from it.
func TestACoachPreparesTheRoom(t *testing.T) {
	s := sample(t)
	d := alone(t, s, review.TeamsStage, 120, 40, theme.Dark)
	d.Sees("0 of 12 read").Press("n").Sees("RETAIL BANKING").Press("n", "n").Sees("GROWTH", "▸TEAM 2 of 12 read")

	// One finger through a page: queue, dismiss, ask; the cursor goes on by itself.
	d.Sees("▸ ● .86 = Digital Onboarding").Press("s").Sees("◐ .86 = Digital Onboarding", "▸ › O1 A measure, not a purpose")
	d.Press("X").Sees("because").Type("it was handed to them").Press("enter").SeesNo("A measure, not a purpose").Sees("▸ › O1 Why now?")
	d.Press("a").Sees("Ask Growth 1 ahead", "What happens if it waits").Press("enter").Sees("▸ › O2 Why now?", "ASKED AHEAD")
	d.Press("p").Sees("Private note on Growth 2").Type("their board wants it").Press("enter").Sees("Growth 2 their board wants it")
	d.Press("g", "down", "down").Sees("▸ ◐ .86 = Digital Onboarding")
	d.Press("w", "ctrl+u").Type("Who owns the way in?").Press("enter").Press("o").Type("lead").Press("enter").Sees("propose lead and follow")

	for range 9 {
		d.Press("n")
	}
	d.Sees("SUSTAINING ENGINEERING", "11 of 12 read", "n read, to queue").Press("n").Sees("▸QUEUE 1", "DUPLICATES  1 queued")
	d.Press("down").Sees("▸    ● .97 Customer Care → Platform").Press("s").Sees("▸    ● .62 Payments = Customer Care").Press("s")
	d.Sees("DEPENDENCIES  1 queued", "DUPLICATES  2 queued").Press("up").Sees("▸  2 ◐ .62 Payments = Customer Care")
	d.Press("K").Sees("▸  1 ◐ .62 Payments = Customer Care").Press("tab").Sees("THE ROOM", "▸", "Dependencies").Press("tab", "down", "down")
	d.Sees("Growth: questions for your stall", "What happens if it waits").SeesNo("their board").Press("m").Sees("12 pages in q1-ahead")
	d.Press("shift+tab", "shift+tab", "shift+tab", "shift+tab").Sees("12 of 12 read · 3 queued · 1 asked", "All are read")

	live := func(stage workshop.Stage) *uitest.Driver {
		return at(t, d.App.Session, stage, 120, 40, theme.Dark)
	}
	screen := live(workshop.DuplicateStage).Sees("▸ ◐ .62 Payments ~ Customer Care").SeesNo("REVIEW", "their board").Screen()
	if first, then := strings.Index(screen, ".62 Payments"), strings.Index(screen, ".86 Growth"); first < 0 || then < first {
		t.Errorf("the queue does not come first in its order:\n%s", screen)
	}
	live(workshop.DuplicateStage).Press("down").Sees("Who owns the way in?", "proposed: lead and follow")
	live(workshop.DependencyStage).Sees("▸ ◐ .97 Customer Care → Platform")
}

func TestWhatIsDismissedComesBack(t *testing.T) {
	s := prepared(t)
	d := onTeam(t, s, "Growth", 120, 40, theme.Dark)
	d.Press("down").Sees("▸ › O1 A measure").Press("x").SeesNo("A measure, not a purpose", "because")
	d.Press("up").Sees("▸ ◐ .86").Press("x").SeesNo("WITH OTHER TEAMS")
	d.Press("d").Sees("DISMISSED", "✗ .86 = Digital Onboarding", "✗ O1 A measure").Press("end").Sees("x bring back").Press("x")
	d.Sees("› O1 A measure", "▸ ✗ .86").Press("x").Sees("● .86 = Digital Onboarding").SeesNo("DISMISSED")
	d.Press("u").Sees("✗ .86 = Digital Onboarding")
}

func TestTheCoachSeesTheSignalsBeforehand(t *testing.T) {
	d := alone(t, sample(t), review.TeamsStage, 120, 40, theme.Dark)
	d.Press("i").Sees("What leadership may need to hear", "older and disabled", "none of them this one").Press("esc").SeesNo("may need to hear")
}

func TestATeamThatIsReadCanBeUnread(t *testing.T) {
	d := alone(t, sample(t), review.TeamsStage, 80, 24, theme.Dark)
	d.Press("space").Sees("1 of 12 read").Press("n").Sees("TECHNOLOGY & OPERATIONS").Press("left").Sees("RETAIL BANKING", "✓ read")
	d.Press("space").Sees("not read yet", "0 of 12 read").Press("left").Sees("This is the first team.")
}

func TestDraftsAreReadWhereThereIsLittleRoom(t *testing.T) {
	d := onTeam(t, prepared(t), "Growth", 80, 24, theme.Dark)
	d.SeesNo("Cut sign-up drop-off").Press("enter").Sees("▸1   60,000 new accounts", "Cut sign-up drop-off", "why  – not said –").Press("esc").Sees("WITH OTHER TEAMS")
}

func TestFindingGoesToTheTeamsPage(t *testing.T) {
	d := alone(t, sample(t), review.TeamsStage, 120, 40, theme.Dark)
	d.Press("/").Type("prove who you are").Press("enter").Sees("DIGITAL ONBOARDING", "You prove who you are once")
	if options := d.Press("/").Type("decision").Screen(); strings.Contains(options, "stage") {
		t.Errorf("search offers what the review does not show:\n%s", options)
	}
}

func TestChecksAreSwitchedAndLimited(t *testing.T) {
	d := onTeam(t, sample(t), "Growth", 120, 40, theme.Dark)
	d.Sees("A measure, not a purpose").Press("shift+tab").Press("c").Type("a measure").Press("enter").Sees("is silent in this workshop", "off").Press("esc")
	d.Press("tab").SeesNo("A measure, not a purpose").Press("shift+tab").Press("c").Type("fewest key").Press("enter").Press("ctrl+u").Type("5").Press("enter")
	if got := d.State().Private.Checks; !slices.Equal(got.Off, []string{"only-a-number"}) || got.Limits["fewest-key-results"] != 5 {
		t.Errorf("the checks are set to %+v", got)
	}
	d.Press("tab").Sees("key results")
}

// The review has a place of its own in the file, and the room stays where it was.
func TestTheReviewAndTheRoomEachKeepTheirPlace(t *testing.T) {
	s := sample(t)
	room := workshop.Place{At: workshop.Target{Stage: workshop.DuplicateStage}, Timer: workshop.Timer{Box: 1e9, Left: 1e9}}
	inReview := func(c *ui.Config) {
		c.Screens, c.Place = review.All(), review.Resume(c.Place)
		keep := c.Append
		c.Append = func(es []workshop.Entry, p workshop.Place) error { return keep(es, review.Leave(room, p)) }
	}
	d := uitest.Open(t, s, 80, 24, uitest.WithPlace(room), inReview, uitest.WithoutDetector())
	d.Sees("▸TEAMS").SeesNo("00:01").Press("n", "right", "T")
	kept := d.Store.Place
	if kept.At != room.At || kept.Timer != room.Timer {
		t.Errorf("the room is moved to %+v", kept)
	}
	room = kept
	again := uitest.Open(t, s, 80, 24, uitest.WithPlace(kept), inReview, uitest.WithoutDetector())
	again.Sees("▸TEAM ", "TECHNOLOGY & OPERATIONS")
	uitest.Open(t, s, 80, 24, uitest.WithPlace(kept), uitest.WithoutDetector()).Sees("▸DUPLICATES")
}

func TestANoteIsTakenAwayByEmptyingIt(t *testing.T) {
	s := prepared(t)
	d := onTeam(t, s, "Growth", 80, 24, theme.Dark).Press("home").Sees("▸ ¶ They were handed this goal.")
	d.Press("p", "ctrl+u", "enter").Sees("no note on the team")
	if got := d.State().Private.NoteOn(model.Side{Team: team(t, s, "Growth").ID}); !got.IsEmpty() {
		t.Errorf("the note is still %q", got.Line())
	}
}

func TestAnEmptyQueueOffersNoKeyThatDoesNothing(t *testing.T) {
	d := alone(t, workshop.New(), review.QueueStage, 80, 24, theme.Dark)
	for _, b := range d.App.ScreenBindings() {
		if b.Foot && b.Off != "" {
			t.Errorf("the footer offers %q: %s", b.Help, b.Off)
		}
	}
	d.SeesNo("s queue", "x dismiss", "f one kind")
}

// One pair of keys reads on everywhere in the review; J and K are for the order of the queue alone.
func TestOnePairOfKeysReadsOn(t *testing.T) {
	for _, stage := range []workshop.Stage{review.TeamStage, review.QueueStage, review.AheadStage} {
		d := alone(t, prepared(t), stage, 80, 24, theme.Dark)
		help := map[string]string{}
		for _, b := range d.App.ScreenBindings() {
			for _, k := range b.Keys {
				help[k] = b.Help
			}
		}
		if help["]"] != "read on" || help["["] != "read back" {
			t.Errorf("%s: ] is %q, [ is %q", stage, help["]"], help["["])
		}
		if stage != review.QueueStage && help["J"]+help["K"] != "" {
			t.Errorf("%s: J is %q, K is %q", stage, help["J"], help["K"])
		}
	}
}

func TestTeamsAreSortedByWhatThereIsToDo(t *testing.T) {
	d := alone(t, prepared(t), review.TeamsStage, 120, 40, theme.Dark)
	d.Press("o").Sees("most to fix first").Press("o").Sees("most open first").Sees("▸ Fraud & Identity").Press("o").SeesNo("first").Sees("▸ Retail Banking")
}

// What is asked is marked once the drafts have lost the words that it repeats.
func TestAQuestionIsMarkedWhenTheDraftChanges(t *testing.T) {
	s := sample(t)
	d := onTeam(t, s, "Growth", 120, 40, theme.Dark)
	d.Press("down").Press("a").Press("enter").Sees("? O1").SeesNo("! O1")
	growth := objective(t, s, "Growth", 1)
	do(t, s, workshop.RewordObjective{Objective: growth.ID, Title: model.Clean("New customers come by themselves")})
	d = onTeam(t, s, "Growth", 120, 40, theme.Dark)
	d.Sees("! O1").Press("end").Sees("The draft has changed since")
	ahead := alone(t, s, review.AheadStage, 120, 40, theme.Dark)
	ahead.App.Visit(workshop.Target{Stage: review.AheadStage, Team: growth.Team})
	ahead.Sees("! 1 question", "The draft has changed since")
}
