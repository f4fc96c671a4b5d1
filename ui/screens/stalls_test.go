package screens

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

func TestStallsShowATeamWhole(t *testing.T) {
	s := fixture(t)
	payments := team(t, s.State(), "Payments")
	screen := &Stalls{}
	screen.Show(frame(s, 120, 35), flow.Target{Team: payments.ID})
	view := seen(t, screen, frame(s, 120, 35))
	has(t, view, "PAYMENTS", "stream · in Retail Banking", "3 objectives", "▸ 1  Customers pay anyone in seconds",
		"KR4 Warn before risky payees", "why now   Instant payments become mandatory", "supports", "team ·  leadership ·",
		"needs   Platform: name-check connector", "offers  Data & Insights")
	has(t, seen(t, screen, frame(s, 80, 19)), "PAYMENTS", "▸ 1  Customers pay anyone in seconds", "why now", "needs   Platform", "offers")
	has(t, seen(t, screen, frame(s, 80, 10)), "PAYMENTS", "▸ 1  Customers pay anyone in seconds")
	has(t, seen(t, screen, frame(s, 200, 55)), "│ needs   Platform", "   3  Merchants see tomorrow's money today")

	zoomed := frame(s, 120, 35)
	zoomed.Zoom = true
	if view := seen(t, screen, zoomed); strings.Contains(view, "Fewer payments") {
		t.Errorf("in presenter zoom one objective is on the table:\n%s", view)
	}
	if got, want := screen.Progress(zoomed), "4/12"; got != want {
		t.Errorf("progress is %s, want %s", got, want)
	}
}

func TestStallsMoveThroughTheMarketplace(t *testing.T) {
	s := fixture(t)
	f := frame(s, 80, 19)
	line := f.State.Stalls()
	screen := &Stalls{}
	press(t, screen, f, "right")
	press(t, screen, f, "down")
	want := flow.Target{Stage: workshop.StallsStage, Team: line[1].ID, Objective: line[1].Objectives[1], View: seenView + string(line[1].ID)}
	if got := screen.At(f); got != want {
		t.Errorf("after right and down the room is at %v, want %v", got, want)
	}
	if e := press(t, screen, f, "end"); e.Say != "" {
		t.Errorf("end says %q", e.Say)
	}
	press(t, screen, f, "down")
	if got := screen.At(f).Objective; got != line[1].Objectives[len(line[1].Objectives)-1] {
		t.Errorf("down goes past the last objective, to %q", got)
	}
	for range len(line) {
		press(t, screen, f, "right")
	}
	if e := press(t, screen, f, "right"); e.Say == "" {
		t.Error("right does not say that this was the last stall")
	}
	if got := screen.At(f).Team; got != line[len(line)-1].ID {
		t.Errorf("the last stall is %q", got)
	}
	e := keys(press(t, screen, f, "g").Open, f, "payments", "enter")
	if want := (flow.Target{Stage: workshop.StallsStage, Team: team(t, f.State, "Payments").ID}); e.Go != want {
		t.Errorf("going to Payments goes to %v", e.Go)
	}
}

func TestStallsChangePlaces(t *testing.T) {
	s := fixture(t)
	f := frame(s, 80, 19)
	line := f.State.Stalls()
	screen := &Stalls{}
	if off(t, screen, f, "K") == "" {
		t.Error("the first stall can be moved up")
	}
	e := press(t, screen, f, "shift+down")
	in := e.Do[0].(workshop.ReorderStalls)
	if in.Order[0] != line[1].ID || in.Order[1] != line[0].ID || len(in.Order) != len(line) {
		t.Errorf("the order becomes %v", in.Order)
	}
	do(t, s, e.Do...)
	if got := screen.Progress(frame(s, 80, 19)); got != "2/12" {
		t.Errorf("the room stays with the team that moved: %s", got)
	}
}

func TestStallsAreSettledOnceTheRoomHasSeenAll(t *testing.T) {
	s := fixture(t)
	f := frame(s, 80, 19)
	screen := &Stalls{}
	line := f.State.Stalls()
	for i := range line {
		screen.At(f)
		if got := screen.Settled(f); got != (i == len(line)-1) {
			t.Errorf("after %d stalls of %d settled is %v", i+1, len(line), got)
		}
		press(t, screen, f, "right")
	}
	again := &Stalls{}
	again.Show(f, screen.At(f))
	if !again.Settled(f) {
		t.Error("opened again, the stalls are not known to be seen")
	}
}

func TestAStallTellsOfLastCycleOnce(t *testing.T) {
	s := workshop.New()
	line := func(s string) model.Text { return model.Clean(s) }
	long := line(strings.Repeat("a long story ", 12))
	do(t, s, workshop.ImportDrafts{Drafts: model.Drafts{
		Teams: []model.DraftTeam{
			{Name: line("Small"), Objectives: []model.DraftObjective{{Title: line("one thing")}}},
			{Name: line("Large"), Objectives: []model.DraftObjective{{Title: line("one thing")}}, Needs: []model.DraftExchange{{Text: long}, {Text: long}, {Text: long}}},
		},
		LastCycle: []model.Result{
			{Team: line("Small"), Objective: line("first"), Outcome: line("met")},
			{Team: line("Small"), Objective: line("second"), Outcome: line("missed")},
			{Team: line("Large"), Objective: line("third"), Outcome: line("missed")},
		},
	}})
	f := frame(s, 80, 19)
	for i, name := range []string{"Small", "Large"} {
		screen := &Stalls{}
		screen.Show(f, flow.Target{Team: s.State().Stalls()[i].ID})
		if n := strings.Count(seen(t, screen, f), "last cycle"); n != 1 {
			t.Errorf("%s tells of last cycle %d times:\n%s", name, n, seen(t, screen, f))
		}
		if reads := strings.Contains(seen(t, screen, f), kit.KeyName("pgdown")); reads != (name == "Large") {
			t.Errorf("%s says how to read on: %v", name, reads)
		}
	}
}

func TestStallTimerIsATeamsShare(t *testing.T) {
	s := fixture(t)
	f := frame(s, 80, 19)
	screen := &Stalls{}
	want := float64(f.State.Plan().Box(workshop.StallsStage)) / 12
	if got := press(t, screen, f, "space").Call; got != (flow.Call{Name: flow.StartTimer, Minutes: want, Team: f.State.Stalls()[0].ID}) {
		t.Errorf("space calls %v", got)
	}
	f.Timer = workshop.Timer{Stage: workshop.StallsStage, Team: f.State.Stalls()[0].ID}.Start(time.Minute, f.Now)
	if got := press(t, screen, f, "space").Call.Name; got != flow.PauseTimer {
		t.Errorf("space at the same stall calls %s", got)
	}
	press(t, screen, f, "right")
	if got := press(t, screen, f, "space").Call.Name; got != flow.StartTimer {
		t.Errorf("space at the next stall calls %s", got)
	}
}

func TestStallKeysOpenWhatTheySay(t *testing.T) {
	s := fixture(t)
	payments := team(t, s.State(), "Payments")
	f := frame(s, 100, 20)
	screen := &Stalls{}
	screen.Show(f, flow.Target{Team: payments.ID})
	for key, title := range map[string]string{
		"w": "Why now: Payments 1", "e": "Edit Payments 1", "n": "What Payments needs", "o": "What Payments offers",
		"a": "One more objective of Payments", "c": "Comment on Payments 1",
	} {
		if d := press(t, screen, f, key).Open; d == nil || !strings.HasPrefix(d.Title(), title) {
			t.Errorf("%s opens %v, want %s", key, d, title)
		}
	}
	if press(t, screen, f, "r").Open == nil {
		t.Error("r opens nothing")
	}
}

func TestStallNeedAndOffer(t *testing.T) {
	s := fixture(t)
	payments, platform := team(t, s.State(), "Payments"), team(t, s.State(), "Platform")
	f := frame(s, 100, 20)
	screen := &Stalls{}
	screen.Show(f, flow.Target{Team: payments.ID})
	e := keys(press(t, screen, f, "n").Open, f, "a test bank", "enter", "plat", "enter")
	want := workshop.AddNeed{Team: payments.ID, From: platform.ID, Text: model.Clean("a test bank")}
	if len(e.Do) != 1 || e.Do[0] != want {
		t.Errorf("the need is %v, want %v", e.Do, want)
	}
	e = keys(press(t, screen, f, "o").Open, f, "a tour", "enter", "enter")
	if want := (workshop.AddOffer{Team: payments.ID, Text: model.Clean("a tour")}); len(e.Do) != 1 || e.Do[0] != want {
		t.Errorf("the offer is %v, want %v", e.Do, want)
	}
	d := press(t, screen, f, "n").Open
	if e := keys(d, f, "a tour", "enter", "nobody", "enter"); len(e.Do) > 0 || !strings.Contains(ansi.Strip(d.View(f)), "not clear which team") {
		t.Errorf("a team that is not there is taken: %v\n%s", e.Do, d.View(f))
	}
}

func TestStallGoesToTheObjectiveThatIsAdded(t *testing.T) {
	s := fixture(t)
	payments := team(t, s.State(), "Payments")
	f := frame(s, 100, 20)
	screen := &Stalls{}
	screen.Show(f, flow.Target{Team: payments.ID})
	e := keys(press(t, screen, f, "a").Open, f, "Fewer forms", "enter")
	do(t, s, e.Do...)
	f = frame(s, 100, 20)
	screen.Show(f, e.Go)
	has(t, seen(t, screen, f), "▸ 4  Fewer forms", "w say it now")
}

func TestStallMarksWhatIsNotFinal(t *testing.T) {
	s := fixture(t)
	payments := team(t, s.State(), "Payments")
	o, _ := s.State().Objectives.Get(payments.Objectives[0])
	do(t, s, workshop.MakeRequest{
		From: model.Side{Team: payments.ID, Objective: o.ID, KeyResults: []model.KeyResultID{o.KeyResults[2].ID}},
		To:   model.Side{Team: team(t, s.State(), "Platform").ID}, What: model.Clean("a connector"),
	})
	f := frame(s, 120, 35)
	screen := &Stalls{}
	screen.Show(f, flow.Target{Team: payments.ID})
	has(t, seen(t, screen, f), "! needs Platform, not answered")
	press(t, screen, f, "down")
	has(t, seen(t, screen, frame(s, 80, 17)), "! waits", "▸ 2  Fewer payments go wrong")
}

func TestStallIsReadThroughPageByPage(t *testing.T) {
	s := fixture(t)
	f := frame(s, 80, 12)
	screen := &Stalls{}
	screen.Show(f, flow.Target{Team: team(t, f.State, "Payments").ID})
	read := seen(t, screen, f)
	for range 12 {
		press(t, screen, f, "pgdown")
		read += seen(t, screen, f)
	}
	has(t, read, "Fewer payments go wrong", "KR3 Standing orders", "Merchants see tomorrow's money", "every merchant who agrees")
	press(t, screen, f, "down")
	has(t, seen(t, screen, f), "▸ 2  Fewer payments go wrong")
	if why := off(t, screen, frame(s, 120, 60), "pgdown"); why == "" {
		t.Error("there is nothing to read on where all is on the screen")
	}
}

func TestStallsStandAnySize(t *testing.T) {
	for name, s := range map[string]*workshop.Session{
		"nothing": workshop.New(), "many teams": marketplace(t, 60, 3, 1), "long titles": marketplace(t, 2, 4, 14),
		"a long stall": marketplace(t, 1, 300, 1), "no objectives": marketplace(t, 3, 0, 1),
	} {
		t.Run(name, func(t *testing.T) {
			for _, size := range [][2]int{{80, 19}, {80, 8}, {80, 2}, {120, 35}, {200, 55}} {
				for _, zoom := range []bool{false, true} {
					f := frame(s, size[0], size[1])
					f.Zoom = zoom
					screen := &Stalls{}
					seen(t, screen, f)
					for _, b := range screen.Bindings(f) {
						if b.Off == "" && b.Do().Open == nil {
							seen(t, screen, f)
						}
					}
				}
			}
		})
	}
	has(t, seen(t, &Stalls{}, frame(workshop.New(), 80, 19)), "No team has opened a stall yet", "souk import")
	empty := &Stalls{}
	f := frame(marketplace(t, 1, 0, 1), 80, 19)
	has(t, seen(t, empty, f), "brought no objective of its own", "a writes an objective")
	if off(t, empty, f, "w") == "" {
		t.Error("w works without an objective")
	}
}

func TestStallCursorIsSeenInALongStall(t *testing.T) {
	s := marketplace(t, 1, 300, 1)
	f := frame(s, 80, 12)
	screen := &Stalls{}
	for _, key := range []string{"down", "down", "end", "up", "home"} {
		press(t, screen, f, key)
		at := screen.At(f).Objective
		o, _ := f.State.Objectives.Get(at)
		has(t, seen(t, screen, f), o.Title.Line(), "KR2 From 30 %")
	}
	has(t, seen(t, screen, f), "300 objectives")
}

func TestALongObjectiveLeavesItsNeighboursALine(t *testing.T) {
	s := marketplace(t, 1, 3, 20)
	f := frame(s, 80, 15)
	screen := &Stalls{}
	press(t, screen, f, "down")
	has(t, seen(t, screen, f), "   1  Outcome 1 of team 1", "▸ 2  Outcome 2 of team 1", "   3  Outcome 3 of team 1", "↓ 2 more")
	press(t, screen, f, "pgdown")
	if view := seen(t, screen, f); !strings.Contains(strings.Split(view, "\n")[2], "why now") {
		t.Errorf("read on does not begin behind what was seen:\n%s", view)
	}
}

func TestEveryKeyIsBoundOnce(t *testing.T) {
	s := fixture(t)
	global := []string{"?", "f1", ":", "ctrl+p", "ctrl+c", "ctrl+r", "/", "u", "t", "+", "z", "q", "tab", "shift+tab", "P", "S", "T"}
	for _, width := range []int{80, 120} {
		for _, screen := range []Screen{&Stalls{}, &Regroup{}} {
			bound := slices.Clone(global)
			for _, b := range screen.Bindings(frame(s, width, 30)) {
				for _, k := range b.Keys {
					if slices.Contains(bound, k) {
						t.Errorf("%s binds %s twice, or it is the app's", screen.Title(), k)
					}
					bound = append(bound, k)
				}
				if b.Help == "" || b.Do == nil {
					t.Errorf("%s: %v has no help or does nothing", screen.Title(), b.Keys)
				}
			}
		}
	}
}

func BenchmarkStalls(b *testing.B) {
	f := frame(marketplace(b, 100, 100, 1), 120, 40)
	screen := &Stalls{}
	for b.Loop() {
		screen.View(f)
		screen.Bindings(f)
	}
}
