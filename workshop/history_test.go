package workshop

import (
	"testing"

	"souk/model"
)

func result(team, objective, cycle, outcome string) model.Result {
	return model.Result{Team: text(team), Objective: text(objective), Cycle: text(cycle), Outcome: text(outcome)}
}

// known says which cycles a workshop knows, with their results.
func known(s *State) any {
	var out []string
	for _, c := range s.History() {
		line := c.Cycle.Line()
		for _, r := range c.Results {
			line += " " + r.Team.Line() + "=" + string(r.Became())
		}
		out = append(out, line)
	}
	return out
}

func TestHistoryIsInTheOrderOfTime(t *testing.T) {
	for name, c := range map[string]struct {
		cycle  string
		cycles []model.PastCycle
		last   []model.Result
		want   []string
	}{
		"what does not say its cycle was the one before": {"2027-Q1", nil, []model.Result{result("A", "x", "", "Met")}, []string{"2026-Q4 A=met"}},
		"nobody knows which":                             {"Spring", nil, []model.Result{result("A", "x", "", "Met")}, []string{" A=met"}},
		"results of several cycles, the newest first": {
			"2027-Q1", nil,
			[]model.Result{result("A", "x", "2026-q4", "Met"), result("B", "y", "", "Missed"), result("A", "x", "2026-Q2", "Missed")},
			[]string{"2026-Q2 A=missed", "2026-q4 A=met B=missed"},
		},
		"beside the older ones": {
			"Q1 2027",
			[]model.PastCycle{{Cycle: text("Q4 2026")}, {Cycle: text("Q3 2026"), Results: []model.Result{result("A", "x", "", "Exceeded")}}},
			[]model.Result{result("A", "x", "", "Met")},
			[]string{"Q3 2026 A=exceeded", "Q4 2026 A=met"},
		},
		"names that tell no order stand as they came": {
			"Summer",
			[]model.PastCycle{{Cycle: text("Winter")}, {Cycle: text("Spring")}},
			[]model.Result{result("A", "x", "spring", "Met")},
			[]string{"Winter", "Spring A=met"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t)
			d := model.Drafts{Cycle: text(c.cycle), Cycles: c.cycles, LastCycle: c.last}
			r.do(ImportDrafts{Drafts: d})
			before := asJSON(t, r.State())
			if got := asJSON(t, known(r.State())); got != asJSON(t, c.want) {
				t.Errorf("%s, want %s", got, asJSON(t, c.want))
			}
			if asJSON(t, r.State()) != before {
				t.Error("asking changed the state")
			}
		})
	}
}

// What the room recorded, a blank too, counts more than what is known of the same cycle from elsewhere.
func TestHistoryBelievesTheRoom(t *testing.T) {
	r := newRoom(t)
	cycles := []model.PastCycle{{Cycle: text("2026-Q4"), Results: []model.Result{result("A", "x", "", "Met")}}}
	r.do(ImportDrafts{Drafts: model.Drafts{Cycle: text("2027-Q1"), Cycles: cycles, LastCycle: []model.Result{result("A", "x", "", "Met")}}})
	r.do(RecordResult{result("A", "x", "", "")})
	if got := asJSON(t, known(r.State())); got != `["2026-Q4 A="]` {
		t.Errorf("%s", got)
	}
}

func TestOlderCyclesAreImportedOnce(t *testing.T) {
	r := newRoom(t)
	cycle := func(why int, results ...model.Result) ImportDrafts {
		return ImportDrafts{Drafts: model.Drafts{Cycles: []model.PastCycle{{
			Cycle: text("2026-Q4"), Results: results, Total: model.Figures{Objectives: 4, WhyNow: why}, Teams: []model.Figures{{Team: text("A"), Objectives: 4, WhyNow: why}},
		}}}}
	}
	r.do(cycle(2, result("A", "x", "", "Met")))
	r.refuses(Unchanged, cycle(2, result("A", "x", "", "Met")))
	r.do(cycle(3))
	r.do(ImportDrafts{Drafts: model.Drafts{Cycles: []model.PastCycle{{Cycle: text("2026-q4"), Results: []model.Result{result("B", "y", "", "Missed")}}}}})
	s := r.State()
	if len(s.PastCycles) != 1 || s.PastCycles[0].Total.WhyNow != 3 || s.PastCycles[0].ByTeam()["a"].WhyNow != 3 || len(s.PastCycles[0].Results) != 2 {
		t.Errorf("%+v", s.PastCycles)
	}
}

// TestThreeCyclesAreRemembered goes from cycle to cycle: each brings what the last one left, and loses nothing of those before.
func TestThreeCyclesAreRemembered(t *testing.T) {
	r := market(t)
	begin := func(why int) *room {
		t.Helper()
		after, _, ok := PeriodOf(r.State().Cycle).After()
		if !ok {
			t.Fatal("the cycle has no name")
		}
		next, err := Begin(r.now, text("Ada"), r.State(), after, model.PastCycle{Total: model.Figures{Objectives: 4, WhyNow: why}})
		if err != nil {
			t.Fatal(err)
		}
		again, err := Resume(nil, next.Entries)
		if err != nil {
			t.Fatal(err)
		}
		return &room{t: t, Session: again, now: r.now}
	}
	r = begin(1)
	for _, res := range r.State().LastCycle {
		res.Verdict = model.Met
		r.do(RecordResult{res})
	}
	r.do(AddObjective{r.team("Payments"), text("Pay anyone in seconds")})
	r = begin(2)
	r.do(RecordResult{model.Result{Team: text("Payments"), Objective: text("Pay anyone in seconds"), Verdict: model.Exceeded}})
	want := []string{"2026-Q4 Payments=", "2027-Q1 Payments=met Payments=met Platform=met Growth=met", "2027-Q2 Payments=exceeded"}
	if got := asJSON(t, known(r.State())); got != asJSON(t, want) {
		t.Errorf("%s, want %s", got, asJSON(t, want))
	}
	var why []int
	for _, c := range r.State().PastCycles {
		why = append(why, c.Total.WhyNow)
	}
	if got := asJSON(t, why); got != "[0,1,2]" {
		t.Errorf("the figures are %s", got)
	}
	r = begin(3)
	if got := known(r.State()); asJSON(t, got) != asJSON(t, append(want, "2027-Q3")) {
		t.Errorf("a cycle without objectives leaves %v", got)
	}
}

func TestACycleWithoutANameIsCalledByTheOneThatFollows(t *testing.T) {
	r := market(t)
	r.do(NameWorkshop{Organisation: text("Northwind"), Cycle: model.Text{}})
	for next, want := range map[string]string{"2027-Q2": `["2026-Q4","2027-Q1"]`, "Summer": `["two cycles before Summer","before Summer"]`} {
		got, err := Begin(r.now, model.Text{}, r.State(), text(next), model.PastCycle{Total: model.Figures{Objectives: 1}})
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, c := range got.State.PastCycles {
			names = append(names, c.Cycle.Line())
		}
		if asJSON(t, names) != want {
			t.Errorf("before %s: %v, want %s", next, names, want)
		}
	}
}
