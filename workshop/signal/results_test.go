package signal_test

import (
	"strings"
	"testing"

	"souk/model"
	"souk/workshop/signal"
)

// lastCycle are results of Team 1.
func lastCycle(outcomes ...string) func(*model.Drafts) {
	return func(d *model.Drafts) {
		for i, o := range outcomes {
			d.LastCycle = append(d.LastCycle, model.Result{Team: text("team 1"), Objective: text(string(rune('A' + i))), Outcome: text(o)})
		}
	}
}

func TestAlwaysExceededOrMissed(t *testing.T) {
	for name, c := range map[string]struct {
		outcomes []string
		kind     string // empty: neither
	}{
		"the team says so":              {[]string{"Exceeded: 99.9 %. Exceeded in each of the last five cycles"}, signal.AlwaysExceeded},
		"the team says so in German":    {[]string{"Übertroffen, wie in jedem der letzten vier Zyklen"}, signal.AlwaysExceeded},
		"one result is no pattern":      {[]string{"Exceeded: 99.9 %"}, ""},
		"all are exceeded":              {[]string{"Exceeded: 9", "Exceeded"}, signal.AlwaysExceeded},
		"one was met":                   {[]string{"Exceeded: 9", "Met", "Exceeded"}, ""},
		"all are missed":                {[]string{"Missed: 41,000", "Missed, 0.3"}, signal.AlwaysMissed},
		"missed, and that is said":      {[]string{"Missed again, as every quarter"}, signal.AlwaysMissed},
		"met every time is no signal":   {[]string{"Met, as in every cycle"}, ""},
		"nobody says what became of it": {[]string{"0.7", "0.8"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t, lastCycle(c.outcomes...))
			for _, kind := range []string{signal.AlwaysExceeded, signal.AlwaysMissed} {
				if kind != c.kind {
					r.quiet(kind)
				}
			}
			if c.kind != "" {
				g := r.tells(c.kind, "every time.", "“A”: "+c.outcomes[0])
				if want := c.kind + "/" + string(r.side(1, 1).Team); g.Key != want {
					t.Errorf("its key is %s, want %s", g.Key, want)
				}
			}
		})
	}
}

func TestTheSameAsLastCycle(t *testing.T) {
	past := func(said, answer string) func(*model.Drafts) {
		return func(d *model.Drafts) {
			d.Signals = append(d.Signals, model.PastSignal{Text: text(said), Answer: text(answer)})
		}
	}
	newRoom(t, lastCycle("Missed", "Missed"), past("team 1 misses its targets every time", "")).
		tells(signal.AlwaysMissed, "told last cycle already: “team 1 misses its targets every time”, and has not answered.")
	g := newRoom(t, lastCycle("Missed", "Missed"), past("Team 2 misses its targets every time", "")).tells(signal.AlwaysMissed)
	if len(g.Evidence) != 2 {
		t.Errorf("another team's signal is remembered: %v", g.Evidence)
	}
}

func TestAResultOfATeamThatIsGone(t *testing.T) {
	r := newRoom(t, func(d *model.Drafts) {
		d.LastCycle = []model.Result{
			{Team: text("Gone"), Objective: text("A"), Outcome: text("Missed")},
			{Team: text("Gone"), Objective: text("B"), Outcome: text("Missed")},
			{Objective: text("C"), Outcome: text("Missed")},
			{Objective: text("D"), Outcome: text("Missed")},
		}
	})
	found := 0
	for _, g := range r.compute() {
		if g.Kind == signal.AlwaysMissed {
			found++
			if g.Text != "Gone misses its targets every time." || g.Key != "always-missed/gone" {
				t.Errorf("%+v", g)
			}
		}
	}
	if found != 1 {
		t.Errorf("%d signals, want one: results of nobody are no pattern", found)
	}
}

// cycle are results of Team 1 in one cycle.
func cycle(name string, outcomes ...string) func(*model.Drafts) {
	return func(d *model.Drafts) {
		c := model.PastCycle{Cycle: text(name)}
		for i, o := range outcomes {
			c.Results = append(c.Results, model.Result{Team: text("Team 1"), Objective: text(string(rune('A' + i))), Outcome: text(o)})
		}
		d.Cycles = append(d.Cycles, c)
	}
}

func TestAlwaysIsSaidOfAllCyclesThatAreKnown(t *testing.T) {
	for name, c := range map[string]struct {
		last  []string
		older []func(*model.Drafts)
		says  []string // empty: nothing is said
	}{
		"one result in each of two cycles": {
			[]string{"Exceeded: 99 %"},
			[]func(*model.Drafts){cycle("Spring", "Exceeded: 98 %")},
			[]string{"team 1 exceeds its targets every time.", "Spring: “A”: Exceeded: 98 %", "Q4: “A”: Exceeded: 99 %"},
		},
		"a line for each cycle": {
			[]string{"Exceeded", "Exceeded: 2"},
			[]func(*model.Drafts){cycle("Spring", "Exceeded: 98 %")},
			[]string{"every time", "Q4: “A”: Exceeded; “B”: Exceeded: 2"},
		},
		"it was otherwise before":                  {[]string{"Exceeded", "Exceeded"}, []func(*model.Drafts){cycle("Spring", "Met")}, nil},
		"last cycle it was otherwise":              {[]string{"Met"}, []func(*model.Drafts){cycle("Spring", "Exceeded", "Exceeded")}, nil},
		"nobody recorded last cycle yet":           {[]string{""}, []func(*model.Drafts){cycle("Spring", "Exceeded in each of the last five cycles", "Exceeded")}, nil},
		"last cycle is recorded in part":           {[]string{"Exceeded", ""}, []func(*model.Drafts){cycle("Spring", "Exceeded")}, nil},
		"what nobody recorded then is passed over": {[]string{"Exceeded"}, []func(*model.Drafts){cycle("Winter", "Exceeded"), cycle("Spring", "")}, []string{"every time", "Winter: “A”: Exceeded"}},
		"three cycles in a row, whatever was before": {
			[]string{"Exceeded"},
			[]func(*model.Drafts){cycle("Autumn", "Missed"), cycle("Winter", "Exceeded"), cycle("Spring", "Exceeded")},
			[]string{"team 1 exceeds its targets 3 cycles in a row.", "Winter: “A”: Exceeded", "Q4: “A”: Exceeded"},
		},
		"two in a row are no pattern where it was otherwise before": {
			[]string{"Exceeded"}, []func(*model.Drafts){cycle("Autumn", "Missed"), cycle("Spring", "Exceeded")}, nil,
		},
		"the team says so, and the cycle before too": {
			[]string{"Exceeded, as every quarter"},
			[]func(*model.Drafts){cycle("Winter", ""), cycle("Spring", "Exceeded: 98 %")},
			[]string{"every time", "Spring: “A”: Exceeded: 98 %", "Q4: “A”: Exceeded, as every quarter"},
		},
		"the team says so of one, and the other is not recorded": {
			[]string{"Exceeded, as every quarter", ""}, nil, []string{"every time", "“A”: Exceeded, as every quarter"},
		},
		"the team says so, and missed two": {[]string{"Exceeded in each of the last five cycles", "Missed", "Missed"}, nil, nil},
		"the team says so, and it was otherwise before": {
			[]string{"Exceeded, as every quarter"}, []func(*model.Drafts){cycle("Winter", "Met"), cycle("Spring", "Exceeded: 98 %")}, nil,
		},
		"the team says so, and a result tells no verdict": {[]string{"Exceeded, as every quarter", "0.4"}, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t, append(c.older, lastCycle(c.last...))...)
			if len(c.says) == 0 {
				r.quiet(signal.AlwaysExceeded)
				r.quiet(signal.AlwaysMissed)
				return
			}
			g := r.tells(signal.AlwaysExceeded, c.says...)
			for _, line := range g.Evidence {
				if strings.Contains(line, "Missed") || strings.Contains(line, "Met") || strings.HasSuffix(line, "”") {
					t.Errorf("the evidence says %q", line)
				}
			}
		})
	}
}

func TestAVerdictWithoutWordsIsEvidence(t *testing.T) {
	r := newRoom(t, func(d *model.Drafts) {
		for _, what := range []string{"A", "B"} {
			d.LastCycle = append(d.LastCycle, model.Result{Team: text("Team 1"), Objective: text(what), Verdict: model.Missed, Learned: text("too late")})
		}
	})
	r.tells(signal.AlwaysMissed, "“A”: missed – too late")
}
