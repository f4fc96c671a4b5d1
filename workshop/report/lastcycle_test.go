package report_test

import (
	"strings"
	"testing"

	"souk/model"
	"souk/workshop"
	"souk/workshop/report"
)

func lastCycle() model.Drafts {
	res := func(team, outcome string) model.Result {
		return model.Result{Team: text(team), Objective: text(outcome + "!"), Outcome: text(outcome)}
	}
	return model.Drafts{
		LastCycle: []model.Result{res("Red", "Met: 3"), res("Red", "Missed"), res("Blue", "Exceeded"), res("Blue", "")},
		Promises: []model.Promise{
			{By: text("Red"), What: text("a"), Kept: model.Kept}, {By: text("Blue"), What: text("b"), Kept: model.Broken}, {By: text("Blue"), What: text("c")},
		},
		Signals: []model.PastSignal{{Text: text("x"), Answer: text("yes")}, {Text: text("y")}},
		Cycles: []model.PastCycle{
			{Cycle: text("Q3"), Results: []model.Result{res("Gone", "Partly met"), res("Red", "0.7")}},
			{
				Cycle: text("Q4"),
				Total: model.Figures{Objectives: 8, WhyNow: 5, Agreed: 1, Shared: 8, Confidence: model.Confident([]int{2, 5})},
				Teams: []model.Figures{{Team: text("red"), Objectives: 3, WhyNow: 3, Agreed: 1, Confidence: model.Confident([]int{2, 5})}},
			},
		},
	}
}

func TestLastCycleInOneSentence(t *testing.T) {
	r := newRoom(t)
	r.keepsQuiet("In short", "Last cycle")
	r.do(workshop.ImportDrafts{Drafts: lastCycle()})
	r.says("In short", "Last cycle had 4 objectives (1 met, 1 missed, 1 exceeded and 1 not recorded), 3 promises between teams (1 kept, 1 broken and "+
		"1 not recorded) and 2 signals to leadership (1 answered).")
}

func TestResultsOverTheCycles(t *testing.T) {
	r := newRoom(t)
	d := lastCycle()
	r.do(workshop.ImportDrafts{Drafts: model.Drafts{LastCycle: d.LastCycle}})
	r.keepsQuiet("Context", "Results over the cycles")
	r.do(workshop.ImportDrafts{Drafts: d})
	r.says("Context", "Results over the cycles\nGone | 1 partly met | \nRed | 1 without a verdict | 1 met and 1 missed\nBlue |  | 1 exceeded and 1 not recorded")
}

func TestAlignmentIsComparedWithLastCycle(t *testing.T) {
	r := newRoom(t)
	r.do(workshop.Vote{Objective: r.side("Red", 1).Objective, Votes: []int{4, 4}})
	r.keepsQuiet("Alignment in figures", "→", "From")
	r.do(workshop.ImportDrafts{Drafts: lastCycle()})
	r.says("Alignment in figures", "From Q4 to Q1, all together: why now said 63 % → 50 %, agreed by both 13 % → 0 %, shared 100 % → 0 % and confidence 3.5 → 4.0.",
		"Red | 3 of 3 → 1 of 2 | 1 of 3 → 0 of 2 | 0 of 3 → 0 of 2 | – | 3.5 (2 to 5) → 4.0 (4 to 4)",
		"Green | – → 1 of 2 |", "All together | 5 of 8 → 3 of 6 | 1 of 8 → 0 of 6 | 8 of 8 → 0 of 6 | – | 3.5 (2 to 5) → 4.0 (4 to 4)")
	r.keepsQuiet("Alignment in figures", "over the cycles")
	r.do(workshop.ImportDrafts{Drafts: model.Drafts{Cycles: []model.PastCycle{{Cycle: text("Q3"), Total: model.Figures{Objectives: 200, WhyNow: 199, Agreed: 1}}}}})
	r.says("Alignment in figures", "From Q4 to Q1", "All together over the cycles\nQ3 | 199 of 200 | 1 of 200 | 0 of 200 | – | –\nQ4 | 5 of 8 |", "\nQ1 | 3 of 6 |")
	got := r.chapter("Alignment in figures")
	if red, green := strings.Index(got, "Red |"), strings.Index(got, "Green |"); red > green {
		t.Error("the teams do not stand in the order of their stalls")
	}
}

func TestSharesAreNotRoundedToAllOrNothing(t *testing.T) {
	got := report.Shares(model.Figures{Objectives: 300, WhyNow: 299, Agreed: 1, Shared: 300, Asked: 0})
	if want := "99 1 100 – –"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestDroppedSignalsAreListedApart(t *testing.T) {
	r := supported(t)
	dropped := func() []report.Signal { return report.DroppedSignals(r.s.State(), r.s.State().OnTheTable(nil)) }
	g := r.signals()[0]
	if got := dropped(); len(got) > 0 {
		t.Errorf("%+v", got)
	}
	r.do(workshop.RaiseSignal{Text: text("Nobody rests"), Evidence: text("0 of 4"), Owner: text("Eve")})
	raised := r.signals()[0]
	for _, matter := range []string{g.Matter, raised.Matter, "always-missed/gone"} {
		r.do(workshop.DropSignal{Key: matter})
	}
	got := dropped()
	if len(got) != 2 || got[0].Text != "Nobody rests" || got[0].Owner != "Eve" || got[1].Text != g.Text || got[1].Matter != g.Matter || len(got[1].Evidence) == 0 {
		t.Fatalf("%+v", got)
	}
	if got[0].Status != report.Dropped || got[0].Source() != report.RaisedByHand || got[1].Source() != "intent without support" {
		t.Errorf("%+v", got)
	}
	r.keepsQuiet("Signals to leadership", "Nobody rests", g.Text)
	r.do(workshop.TakeUpSignal{Key: g.Matter})
	if got := r.signals(); len(dropped()) != 1 || len(got) != 1 || got[0].Matter != g.Matter {
		t.Errorf("%+v", got)
	}
}

func TestWhatTheDetectorSeesIsToldWhereItIsAsked(t *testing.T) {
	r := newRoom(t)
	var found []model.Finding
	for _, other := range []string{"Green", "Blue"} {
		a, b := r.side("Red", 1), r.side(other, 1)
		found = append(found, model.Finding{ID: model.Pair(model.Duplicate, a, b), Kind: model.Duplicate, Score: 0.95, A: a, B: b, Card: "c"})
	}
	says := func(options ...report.Option) bool {
		for _, g := range report.Told(r.s.State(), options...) {
			if g.Kind == "fragmented-outcome" {
				return true
			}
		}
		return false
	}
	if says() || !says(report.Seeing(found)) {
		t.Errorf("without findings it is told: %v; with them: %v", says(), says(report.Seeing(found)))
	}
}
