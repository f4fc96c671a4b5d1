package signal_test

import (
	"slices"
	"testing"

	"souk/model"
	"souk/workshop"
	"souk/workshop/signal"
)

// open are the keys of the signals that nobody kept or dropped.
func (r *room) open() []string {
	var out []string
	for _, g := range signal.Open(r.State(), r.State().OnTheTable(nil)) {
		out = append(out, g.Key)
	}
	return out
}

// settleAll keeps or drops whatever is open.
func (r *room) settleAll(keep bool) {
	r.t.Helper()
	all := signal.Open(r.State(), r.State().OnTheTable(nil))
	if len(all) == 0 {
		r.t.Fatal("nothing is open")
	}
	for _, g := range all {
		if keep {
			r.do(workshop.KeepSignal{Kind: g.Kind, Key: g.Key, Text: text(g.Text)})
		} else {
			r.do(workshop.DropSignal{Key: g.Key})
		}
	}
}

func (r *room) whyNow(team int, why string) {
	r.t.Helper()
	for n := 1; n < 3; n++ {
		r.do(workshop.RecordWhyNow{Objective: r.side(team, n).Objective, Why: text(why)})
	}
}

func TestWhatIsSettledStaysSettled(t *testing.T) {
	unanswered := func(d *model.Drafts) {
		d.Questions = []model.Text{text("a"), text("b")}
	}
	copied := func(d *model.Drafts) {
		for i := range 3 {
			d.Teams[i].Objectives[0].Title = text("Accomplish the hiring goals of the quarter")
		}
	}
	synergies := func(r *room, pairs ...[2]int) {
		for _, p := range pairs {
			r.settle(model.Synergy, r.side(p[0], 1), r.side(p[1], 1), model.Confirmed)
		}
	}
	drop := func(r *room, team int) {
		r.do(workshop.DecideObjective{Objective: r.side(team, 1).Objective, Outcome: model.Drop, Rationale: text("too much")})
	}
	for name, c := range map[string]struct {
		drafts      []func(*model.Drafts)
		before      func(*room)
		after       func(*room)
		kinds, left int // signals to settle, and how many are told afterwards, all of them settled
	}{
		"a team says its why now":        {[]func(*model.Drafts){silent(2, 2), silent(3, 2)}, nil, func(r *room) { r.whyNow(2, "the law") }, 2, 1},
		"a drifting team comes back":     {[]func(*model.Drafts){alone, alsoAlone}, doubt, func(r *room) { r.whyNow(5, "the law") }, 4, 2},
		"one of four questions":          {[]func(*model.Drafts){unanswered}, nil, func(r *room) { r.do(workshop.AnswerQuestion{Number: 3, Answer: text("c")}) }, 1, 1},
		"two of four questions":          {[]func(*model.Drafts){unanswered}, nil, func(r *room) { answer(r, 3, 4) }, 1, 2},
		"a copy goes":                    {[]func(*model.Drafts){copied}, nil, func(r *room) { drop(r, 1) }, 1, 1},
		"a piece goes":                   {nil, func(r *room) { synergies(r, [2]int{1, 2}, [2]int{1, 3}, [2]int{1, 4}) }, func(r *room) { drop(r, 2) }, 1, 1},
		"a piece comes":                  {nil, func(r *room) { synergies(r, [2]int{1, 2}, [2]int{1, 3}) }, func(r *room) { synergies(r, [2]int{1, 4}) }, 1, 1},
		"another piece is in the middle": {nil, func(r *room) { synergies(r, [2]int{1, 2}, [2]int{1, 3}) }, func(r *room) { synergies(r, [2]int{2, 3}, [2]int{2, 4}) }, 1, 1},
	} {
		for _, keep := range []bool{true, false} {
			t.Run(name, func(t *testing.T) {
				r := newRoom(t, c.drafts...)
				if c.before != nil {
					c.before(r)
				}
				if got := r.open(); len(got) != c.kinds {
					t.Fatalf("open are %v", got)
				}
				r.settleAll(keep)
				c.after(r)
				if got := r.open(); len(got) > 0 {
					t.Errorf("open again: %v", got)
				}
				if got := r.compute(); len(got) != c.left {
					t.Errorf("told are %+v, want %d", got, c.left)
				}
			})
		}
	}
}

func TestWhatIsNewIsOpen(t *testing.T) {
	r := newRoom(t, silent(2, 2))
	r.settleAll(false)
	r.whyNow(3, "")
	if got := r.open(); !slices.Equal(got, []string{signal.NoWhyNow + "/" + string(r.side(3, 1).Team)}) {
		t.Errorf("open are %v", got)
	}
	r = newRoom(t)
	for _, p := range [][2]int{{1, 2}, {1, 3}} {
		r.settle(model.Synergy, r.side(p[0], 1), r.side(p[1], 1), model.Confirmed)
	}
	r.settleAll(true)
	for _, p := range [][2]int{{4, 5}, {4, 6}} {
		r.settle(model.Synergy, r.side(p[0], 1), r.side(p[1], 1), model.Confirmed)
	}
	if got := r.open(); len(got) != 1 {
		t.Errorf("another outcome in pieces: open are %v", got)
	}
}

// Files of earlier versions hold the teams of one kind in one key.
func TestTeamsThatWereSettledTogether(t *testing.T) {
	r := newRoom(t, silent(2, 2), silent(3, 2))
	r.do(workshop.DropSignal{Key: signal.NoWhyNow + "/" + string(r.side(2, 1).Team) + "+" + string(r.side(3, 1).Team)})
	if got := r.open(); len(got) > 0 {
		t.Errorf("open are %v", got)
	}
}

func TestTheOrderOfTheTableChangesNoSignal(t *testing.T) {
	r := newRoom(t)
	for _, p := range [][2]int{{1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}, {4, 6}} {
		r.settle(model.Synergy, r.side(p[0], 1), r.side(p[1], 1), model.Queued)
	}
	table := r.State().OnTheTable(nil)
	want := signal.Compute(r.State(), table)
	back := slices.Clone(table)
	slices.Reverse(back)
	got := signal.Compute(r.State(), back)
	if len(want) == 0 || !slices.EqualFunc(got, want, func(a, b signal.Signal) bool { return a.Key == b.Key && slices.Equal(a.Evidence, b.Evidence) }) {
		t.Errorf("%+v\nturned round: %+v", want, got)
	}
}

// alsoAlone is alone for Team 5.
func alsoAlone(d *model.Drafts) {
	for j := range d.Teams[4].Objectives {
		d.Teams[4].Objectives[j] = model.DraftObjective{Title: text([]string{"Green gadgets", "Yellow gadgets"}[j])}
	}
}

func doubt(r *room) {
	r.notYet(5, 1, "what is it for?")
	r.notYet(6, 1, "what is it for?")
}

func answer(r *room, numbers ...int) {
	for _, n := range numbers {
		r.do(workshop.AnswerQuestion{Number: n, Answer: text("so")})
	}
}
