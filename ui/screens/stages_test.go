package screens

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// framing are the screens at the two ends of the walk, in each of their parts.
func framing() map[string]Screen {
	out := map[string]Screen{
		"check-in": &CheckIn{}, "agenda": &CheckIn{planning: true}, "agreement": &Agreement{}, "publish": &Publish{},
	}
	for i := range 4 {
		out[fmt.Sprintf("strategy %d", i+1)] = &Strategy{parts: parts{at: i}}
		out[fmt.Sprintf("close %d", i+1)] = &Close{parts: parts{at: i}}
	}
	return out
}

// aDay is the sample marketplace at the end of a day: there is something to see on every screen.
func aDay(t testing.TB) *workshop.Session {
	t.Helper()
	s := fixture(t)
	stalls := s.State().Stalls()
	for i, tm := range stalls {
		if i%4 != 3 {
			do(t, s, workshop.MarkPresence{Team: tm.ID, Present: true, MayCommit: true})
		}
		do(t, s, workshop.TakePulse{When: workshop.StrategyStage, Team: tm.ID, Votes: []int{i % 6, 3, 4}})
	}
	growth, payments, platform := team(t, s.State(), "Growth"), team(t, s.State(), "Payments"), team(t, s.State(), "Platform")
	first, _ := s.State().Objectives.Get(payments.Objectives[0])
	do(t, s,
		workshop.TakePulse{When: workshop.CloseStage, Team: payments.ID, Votes: []int{4, 4, 5}},
		workshop.Speak{Objective: first.ID, Party: model.TeamParty, Stance: model.Agreed},
		workshop.Speak{Objective: first.ID, Party: model.LeadershipParty, Stance: model.Agreed},
		workshop.Vote{Objective: first.ID, Votes: []int{3, 4, 5, 4}},
		workshop.Speak{Objective: payments.Objectives[1], Party: model.LeadershipParty, Stance: model.NotYet, Reason: model.Clean("is it this quarter?")},
		workshop.Vote{Objective: payments.Objectives[1], Votes: []int{1, 2, 3}},
		workshop.MakeRequest{
			From: model.Side{Team: payments.ID, Objective: first.ID, KeyResults: []model.KeyResultID{first.KeyResults[0].ID}},
			To:   model.Side{Team: platform.ID}, What: model.Clean("name-check connector"), Size: model.Medium,
		},
		workshop.DecideObjective{Objective: growth.Objectives[1], Outcome: model.Defer, Rationale: model.Clean("later"), Owner: model.Clean("Ada"), Due: model.Clean("end of March")},
		workshop.DecideObjective{Objective: growth.Objectives[2], Outcome: model.Drop, Rationale: model.Clean("the team is small")},
		workshop.Park{Text: model.Clean("Office move"), Owner: model.Clean("Bo")},
		workshop.Park{Text: model.Clean("Who owns the address book of merchants?"), About: model.Side{Team: payments.ID, Objective: first.ID}},
		workshop.Park{Text: model.Clean("A party in December")},
		workshop.RaiseSignal{Text: model.Clean("Three teams wait for Platform"), Evidence: model.Clean("nine requests")},
	)
	return s
}

func TestFramingScreensFitEverySize(t *testing.T) {
	rooms := map[string]*workshop.Session{
		"empty": workshop.New(), "a day": aDay(t), "60 teams": marketplace(t, 60, 3, 1), "long": marketplace(t, 3, 2, 20),
	}
	long := rooms["long"]
	words := model.Clean(strings.Repeat("a long story ", 30))
	first := long.State().Stalls()[0]
	do(t, long,
		workshop.AddIntent{Horizon: model.Annual, Text: words}, workshop.AnswerQuestion{Number: 0, Answer: words},
		workshop.Park{Text: words, Owner: words}, workshop.RaiseSignal{Text: words, Evidence: words},
		workshop.DecideObjective{Objective: first.Objectives[0], Outcome: model.Drop, Rationale: words, Owner: words},
		workshop.Speak{Objective: first.Objectives[1], Party: model.TeamParty, Stance: model.NotYet, Reason: words},
		workshop.AddTeam{Name: words, Level: words})
	for room, s := range rooms {
		for name, screen := range framing() {
			for _, size := range [][2]int{{80, 5}, {80, 10}, {80, 19}, {99, 20}, {120, 35}, {200, 55}} {
				for _, zoom := range []bool{false, true} {
					t.Run(fmt.Sprintf("%s/%s/%v zoom %v", room, name, size, zoom), func(t *testing.T) {
						f := frame(s, size[0], size[1])
						f.Zoom = zoom
						if strings.TrimSpace(seen(t, screen, f)) == "" {
							t.Error("nothing is on the screen")
						}
						press(t, screen, f, "down")
						seen(t, screen, f)
					})
				}
			}
		}
	}
}

func TestFramingScreensBindEveryKeyOnceAndNoGlobalOne(t *testing.T) {
	global := []string{"?", "f1", ":", "ctrl+p", "ctrl+c", "ctrl+r", "/", "u", "t", "+", "z", "q", "tab", "shift+tab", "P", "S", "T", " "}
	for _, s := range []*workshop.Session{workshop.New(), aDay(t)} {
		for name, screen := range framing() {
			for _, width := range []int{80, 120} {
				bound := map[string]bool{}
				f := frame(s, width, 30)
				for _, b := range screen.Bindings(f) {
					for _, k := range b.Keys {
						if bound[k] {
							t.Errorf("%s at %d binds %q twice", name, width, k)
						}
						if slices.Contains(global, k) {
							t.Errorf("%s binds the app's key %q", name, k)
						}
						bound[k] = true
					}
					if n := len(strings.Fields(b.Help)); n == 0 || n > 3 {
						t.Errorf("%s: help of %v has %d words: %q", name, b.Keys, n, b.Help)
					}
					if b.Do == nil {
						t.Errorf("%s: %v does nothing", name, b.Keys)
					}
				}
			}
		}
	}
}

// TestFramingScreensDrawOnlyWhatTheyShow compares the work for a large marketplace with that for a small one: what somebody sees must not cost
// more where there is more of what they do not see. It counts what is allocated, which no busy machine changes.
func TestFramingScreensDrawOnlyWhatTheyShow(t *testing.T) {
	small, large := frame(marketplace(t, 200, 1, 1), 120, 40), frame(marketplace(t, 200, 50, 1), 120, 40)
	for name, screen := range framing() {
		work := func(f flow.Frame) float64 { return testing.AllocsPerRun(2, func() { screen.View(f) }) }
		if few, many := work(small), work(large); many > 2*few {
			t.Errorf("%s allocates %.0f times for 10,000 objectives, %.0f times for 200", name, many, few)
		}
	}
}

func TestAnEmptyScreenShowsOnlyKeysThatWork(t *testing.T) {
	for _, screen := range All() {
		for _, width := range []int{80, 120} {
			for _, b := range screen.Bindings(frame(workshop.New(), width, 19)) {
				if b.Foot && b.Off != "" {
					t.Errorf("%s has %v in the footer, which is off: %s", screen.Title(), b.Keys, b.Off)
				}
			}
		}
	}
}
