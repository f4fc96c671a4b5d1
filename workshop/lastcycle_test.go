package workshop

import (
	"testing"

	"souk/model"
)

// lastYear is what the teams of the market bring of their last cycle.
func lastYear() model.Drafts {
	promise := func(by, to, what string, kept model.Keeping) model.Promise {
		return model.Promise{By: text(by), To: text(to), What: text(what), Due: text("May"), Kept: kept}
	}
	return model.Drafts{
		LastCycle: []model.Result{
			{Team: text("Payments"), Objective: text("Instant payments"), Outcome: text("Missed, 0.4")},
			{Team: text("Growth"), Objective: text("Customers stay")},
		},
		Promises: []model.Promise{
			promise("Platform", "Payments", "a gateway", model.Kept), promise("Growth", "Platform", "fewer waves", model.Broken),
			promise("platform", "Growth", "triggers", model.KeptLate), promise("Platform", "Retail", "a dashboard", ""),
		},
		Signals: []model.PastSignal{{Text: text("Nobody knows the direction"), Evidence: text("1 of 5")}},
	}
}

func TestLastCycleIsRecorded(t *testing.T) {
	r := market(t)
	r.do(ImportDrafts{Drafts: lastYear()})
	result := func(v model.Verdict, words string) RecordResult {
		return RecordResult{model.Result{Team: text("growth"), Objective: text("customers stay"), Verdict: v, Outcome: text(words)}}
	}
	judged := func(what string, k model.Keeping) JudgePromise {
		return JudgePromise{model.Promise{By: text("Platform"), To: text("Retail"), What: text(what), Kept: k, Note: text("in June")}}
	}
	family(t, r, []allowed{
		{"a verdict", result(model.CarriedOver, ""), func(s *State) any { return s.LastCycle[1] }, model.Result{
			Team: text("Growth"), Objective: text("Customers stay"), Verdict: model.CarriedOver, Recorded: true,
		}},
		{"a verdict that the words say", result(model.Met, "Met: 97 %"), func(s *State) any {
			return []any{s.LastCycle[1].Verdict, s.LastCycle[1].Became()}
		}, []any{"", model.Met}},
		{"a promise", judged("a dashboard", model.KeptLate), func(s *State) any { return s.Promises[3] }, model.Promise{
			By: text("Platform"), To: text("Retail"), What: text("a dashboard"), Due: text("May"), Kept: model.KeptLate, Note: text("in June"), Recorded: true,
		}},
		{"an answer", AnswerPastSignal{text("nobody knows the direction"), text("We will say it")}, func(s *State) any { return s.PastSignals }, []model.PastSignal{
			{Text: text("Nobody knows the direction"), Evidence: text("1 of 5"), Answer: text("We will say it"), Recorded: true},
		}},
	}, []refused{
		{"of an objective that is not there", RecordResult{model.Result{Team: text("Growth"), Objective: text("Instant payments")}}, NotFound},
		{"an unknown verdict", result("splendid", ""), Invalid},
		{"nothing new", result("", ""), Unchanged},
		{"a promise that nobody made", judged("a castle", model.Kept), NotFound},
		{"an unknown fate of a promise", judged("a dashboard", "maybe"), Invalid},
		{"an answer to nothing", AnswerPastSignal{text("else"), text("x")}, NotFound},
		{"the same answer", AnswerPastSignal{Text: text("Nobody knows the direction")}, Unchanged},
	})
}

func TestLastCycleIsAddedByHand(t *testing.T) {
	r := market(t)
	r.do(ImportDrafts{Drafts: lastYear()})
	add := func(team, what, cycle string) AddResult { return AddResult{result(team, what, cycle, "Met: 3 of 3")} }
	promised := func(by, what string, k model.Keeping) AddPromise {
		return AddPromise{model.Promise{By: text(by), To: text("Growth"), What: text(what), Kept: k}}
	}
	last := func(s *State) any { return []any{len(s.LastCycle), s.LastCycle[len(s.LastCycle)-1]} }
	family(t, r, []allowed{
		{"a result", AddResult{model.Result{Team: text("Gone"), Objective: text("x"), Verdict: model.Met, Outcome: text("Met: 3")}}, last, []any{
			3, model.Result{Team: text("Gone"), Objective: text("x"), Outcome: text("Met: 3"), Recorded: true},
		}},
		{"a promise", promised("Growth", "a calendar", model.Kept), func(s *State) any { return s.Promises[len(s.Promises)-1] }, model.Promise{
			By: text("Growth"), To: text("Growth"), What: text("a calendar"), Kept: model.Kept, Recorded: true,
		}},
	}, []refused{
		{"a result of nobody", add("", "x", ""), Empty},
		{"a result of nothing", add("Growth", "", ""), Empty},
		{"what is there", add("growth", "customers stay", ""), Unchanged},
		{"an unknown verdict", AddResult{model.Result{Team: text("A"), Objective: text("x"), Verdict: "splendid"}}, Invalid},
		{"a promise of nobody", promised("", "x", ""), Empty},
		{"a promise of nothing", promised("Growth", "", ""), Empty},
		{"a promise that is there", promised("PLATFORM", "triggers", ""), Unchanged},
		{"an unknown fate", promised("Growth", "x", "maybe"), Invalid},
	})
	r.do(add("Growth", "New", ""))
	later := lastYear()
	later.LastCycle = []model.Result{result("growth", "new", "", "Missed")}
	r.refuses(Unchanged, ImportDrafts{Drafts: later})
}

// A result that was added by hand does not say its cycle. Drafts of several cycles must not all end in it.
func TestWhatWasAddedByHandStandsForOneCycle(t *testing.T) {
	for name, c := range map[string]struct {
		cycle  string     // of this workshop
		drafts [][]string // the cycles of each import
		want   []string   // the rows then; the room's own is "met"
	}{
		"last cycle and the one before":  {"2027-Q1", [][]string{{"2026-Q3", "2026-Q4"}}, []string{"2026-Q4 met", "2026-Q3 missed"}},
		"one after the other":            {"2027-Q1", [][]string{{"2026-Q3"}, {"2026-Q4"}}, []string{"2026-Q4 met", "2026-Q3 missed"}},
		"in other words":                 {"2027-Q1", [][]string{{"Q3 2026", "Q4 2026"}}, []string{"Q4 2026 met", "Q3 2026 missed"}},
		"names that tell no order":       {"Summer", [][]string{{"Spring", "Winter"}, {"Spring"}}, []string{"Spring met", "Winter missed"}},
		"drafts that do not say it":      {"2027-Q1", [][]string{{""}}, []string{" met"}},
		"no cycle, then last cycle":      {"2027-Q1", [][]string{{""}, {"2026-Q4"}, {"2026-Q3"}}, []string{"2026-Q4 met", "2026-Q3 missed"}},
		"quarters without their year":    {"Q1", [][]string{{"Q3", "Q4"}}, []string{"Q4 met", "Q3 missed"}},
		"another name than it should be": {"2027-Q1", [][]string{{"last autumn"}}, []string{"last autumn met"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t)
			r.do(NameWorkshop{Organisation: text("Northwind"), Cycle: text(c.cycle)})
			r.do(AddResult{model.Result{Team: text("Growth"), Objective: text("Customers stay"), Verdict: model.Met}})
			for _, cycles := range c.drafts {
				var d model.Drafts
				for _, cycle := range cycles {
					d.LastCycle = append(d.LastCycle, result("Growth", "Customers stay", cycle, "Missed"))
				}
				_, _ = r.try(ImportDrafts{Drafts: d})
				r.refuses(Unchanged, ImportDrafts{Drafts: d})
			}
			var got []string
			for _, row := range r.State().LastCycle {
				got = append(got, row.Cycle.Line()+" "+string(row.Became()))
			}
			if asJSON(t, got) != asJSON(t, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
			first := r.State().LastCycle[0]
			first.Verdict = model.Exceeded
			r.do(RecordResult{first})
			if got := r.State().LastCycle[0].Became(); got != model.Exceeded {
				t.Errorf("the room records its result, and it is %q", got)
			}
		})
	}
}

func TestPromisesAreSummedUpPerTeam(t *testing.T) {
	r := market(t)
	r.do(ImportDrafts{Drafts: lastYear()})
	var lines []string
	for _, p := range r.State().Promisers() {
		lines = append(lines, p.By.Line()+": "+p.String())
	}
	want := []string{"Platform: 1 of 3 kept, 1 late, 1 not recorded yet", "Growth: 0 of 1 kept, 1 broken"}
	if got := asJSON(t, lines); got != asJSON(t, want) {
		t.Errorf("%s", got)
	}
	results, promised := r.State().Past(text("GROWTH"))
	if len(results) != 1 || promised.Broken != 1 || len(promised.Promises) != 1 {
		t.Errorf("%+v %+v", results, promised)
	}
}

func TestDraftsDoNotOverruleWhatTheRoomRecorded(t *testing.T) {
	r := market(t)
	r.do(ImportDrafts{Drafts: lastYear()})
	r.do(RecordResult{model.Result{Team: text("Growth"), Objective: text("Customers stay"), Verdict: model.Met}})
	r.do(JudgePromise{model.Promise{By: text("Platform"), To: text("Retail"), What: text("a dashboard"), Kept: model.Broken}})
	r.do(AnswerPastSignal{text("Nobody knows the direction"), text("We will say it")})
	r.refuses(Unchanged, ImportDrafts{Drafts: lastYear()})

	later := lastYear()
	later.LastCycle[0].Outcome = text("Partly met after all")
	later.LastCycle[1] = model.Result{Team: text("Growth"), Objective: text("Customers stay"), Cycle: text("2026-Q4"), Outcome: text("Missed"), Learned: text("ask earlier")}
	later.Promises[0].Kept, later.Promises[3].Kept = "", model.Kept
	later.Signals[0].Answer = text("No")
	r.do(ImportDrafts{Drafts: later})
	s := r.State()
	if got := s.LastCycle[0].Became(); got != model.PartlyMet {
		t.Errorf("what the drafts changed and the room did not is %q", got)
	}
	if g := s.LastCycle[1]; g.Became() != model.Met || g.Learned.Line() != "ask earlier" {
		t.Errorf("the room's result became %+v", g)
	}
	if len(s.LastCycle) != 2 || s.Promises[0].Kept != model.Kept || s.Promises[3].Kept != model.Broken {
		t.Errorf("%+v %+v", s.LastCycle, s.Promises)
	}
	if got := s.PastSignals[0].Answer.Line(); got != "We will say it" {
		t.Errorf("the room's answer became %q", got)
	}
}

// What the room blanked, it took back: no file says it again.
func TestDraftsDoNotFillWhatTheRoomBlanked(t *testing.T) {
	r := market(t)
	said := lastYear()
	said.Signals[0].Answer = text("We hear you")
	said.Promises[0].Note = text("in May")
	r.do(ImportDrafts{Drafts: said})
	r.do(RecordResult{model.Result{Team: text("Payments"), Objective: text("Instant payments")}})
	r.do(JudgePromise{model.Promise{By: text("Platform"), To: text("Payments"), What: text("a gateway")}})
	r.do(AnswerPastSignal{Text: text("Nobody knows the direction")})
	r.refuses(Unchanged, ImportDrafts{Drafts: said})

	said.LastCycle[0].Learned = text("ask earlier")
	r.do(ImportDrafts{Drafts: said})
	s := r.State()
	if g := s.LastCycle[0]; g.Learned.Line() != "ask earlier" || g.Became() != "" || !g.Outcome.IsEmpty() {
		t.Errorf("the result is %+v", g)
	}
	if got := s.Promises[0]; got.Kept != "" || !got.Note.IsEmpty() {
		t.Errorf("the promise is %+v", got)
	}
	if got := s.PastSignals[0]; !got.Answer.IsEmpty() {
		t.Errorf("the answer is %+v", got)
	}
}

func TestTheWordsOfTheRoomStandAlone(t *testing.T) {
	r := market(t)
	r.do(ImportDrafts{Drafts: lastYear()})
	r.do(RecordResult{model.Result{Team: text("Growth"), Objective: text("Customers stay"), Verdict: model.Met}})
	later := lastYear()
	later.LastCycle[1].Outcome = text("Missed: 5 %")
	r.refuses(Unchanged, ImportDrafts{Drafts: later})
	if g := r.State().LastCycle[1]; g.Became() != model.Met || !g.Outcome.IsEmpty() {
		t.Errorf("the result is %+v", g)
	}
}

func TestResultsOfTwoCyclesStandBesideEachOther(t *testing.T) {
	r := market(t)
	again := func(cycle, outcome string) model.Result {
		return model.Result{Team: text("Growth"), Objective: text("Customers stay"), Cycle: text(cycle), Outcome: text(outcome)}
	}
	r.do(ImportDrafts{Drafts: model.Drafts{LastCycle: []model.Result{again("Q3", "Met"), again("Q4", "Missed")}}})
	r.do(ImportDrafts{Drafts: model.Drafts{LastCycle: []model.Result{again("q4", "Exceeded")}}})
	if got := r.State().LastCycle; len(got) != 3 || got[1].Became() != model.Met || got[2].Became() != model.Exceeded {
		t.Errorf("%+v", got)
	}
}
