package workshop

import (
	"slices"
	"testing"

	"souk/model"
)

func TestAFindingIsPreparedForTheRoom(t *testing.T) {
	r := market(t)
	f := r.finding(model.Duplicate, "Payments 1", "Platform 1")
	r.do(PrepareFindings{[]model.Finding{f}, text("Who answers for uptime?"), model.LeadAndFollow})
	got, _ := r.State().Findings.Get(f.ID)
	if got.Words.Line() != "Who answers for uptime?" || got.Proposal != model.LeadAndFollow || got.Status != model.Open {
		t.Errorf("prepared is %+v", got)
	}
	r.refuses(Unchanged, PrepareFindings{[]model.Finding{got}, got.Words, got.Proposal})
	r.refuses(Invalid, PrepareFindings{[]model.Finding{f}, text("x"), model.TradeOff})
	r.refuses(Empty, PrepareFindings{})
	dep := r.finding(model.Dependency, "Payments 1", "Platform 1")
	r.do(PrepareFindings{Findings: []model.Finding{dep}, Proposal: model.Outcome(model.Committed)})
	r.undo()
	if _, known := r.State().Findings.Get(dep.ID); known {
		t.Error("undo leaves the finding prepared")
	}
}

func TestTheQueueComesFirstInItsOrder(t *testing.T) {
	r := market(t)
	var fs []model.Finding
	for i, pair := range [][2]string{{"Payments 1", "Platform 1"}, {"Payments 2", "Platform 1"}, {"Growth 1", "Platform 1"}} {
		f := r.finding(model.Synergy, pair[0], pair[1])
		f.Score = 0.9 - float64(i)/10
		fs = append(fs, f)
	}
	r.refuses(NotFound, OrderQueue{[]model.FindingID{fs[2].ID}})
	r.do(TriageFindings{fs[1:], model.Queued, model.Text{}})
	r.do(OrderQueue{[]model.FindingID{fs[2].ID, fs[1].ID}})
	r.refuses(Unchanged, OrderQueue{[]model.FindingID{fs[2].ID, fs[1].ID}})
	r.refuses(Invalid, OrderQueue{[]model.FindingID{fs[2].ID, fs[2].ID}})
	order := func() []model.FindingID {
		table := r.State().OnTheTable(fs[:1])
		r.State().InQueueOrder(table)
		var ids []model.FindingID
		for _, f := range table {
			ids = append(ids, f.ID)
		}
		return ids
	}
	want := []model.FindingID{fs[2].ID, fs[1].ID, fs[0].ID}
	if got := order(); !slices.Equal(got, want) {
		t.Errorf("the table is %v", got)
	}
	r.do(TriageFindings{fs[2:], model.Dismissed, model.Text{}})
	if got := order(); !slices.Equal(got, want) {
		t.Errorf("a decision moves the queue: %v", got)
	}
}

func TestStallsAreAskedAhead(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	r.do(AskStall{Team: o.Team, Objective: o.ID, Text: text("Who needs it now?")})
	r.refuses(Unchanged, AskStall{Team: o.Team, Objective: o.ID, Text: text("who needs it  now?")})
	r.refuses(Empty, AskStall{Team: o.Team})
	r.do(AskStall{Team: o.Team, Text: text("What would you drop?")})
	q := r.State().QuestionsTo(o.Team)
	if len(q) != 2 || q[0].Objective != o.ID {
		t.Fatalf("the questions are %+v", q)
	}
	r.do(RewordStallQuestion{q[0].ID, text("Why now?")})
	r.refuses(Unchanged, RewordStallQuestion{q[0].ID, text("Why now?")})
	r.do(RewordStallQuestion{Question: q[1].ID})
	if q = r.State().QuestionsTo(o.Team); len(q) != 1 || q[0].Text.Line() != "Why now?" {
		t.Errorf("the questions are %+v", q)
	}
}

func TestAQuestionThatIsTakenBackSaysSo(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	r.do(AskStall{Team: o.Team, Text: text("What would you drop?")})
	r.do(AskStall{Team: o.Team, Text: text("Whom do you need?")})
	q := r.State().QuestionsTo(o.Team)
	r.refuses(Unchanged, RewordStallQuestion{q[1].ID, text("what would  you drop?")})
	r.do(RewordStallQuestion{Question: q[0].ID})
	if got, _ := r.CanUndo(); got != "taking back a question to Payments" {
		t.Errorf("undo says %q", got)
	}
	r.do(RewordStallQuestion{q[1].ID, text("What would you drop?")})
	if n := r.State().TeamsAsked(); n != 1 {
		t.Errorf("%d teams are asked", n)
	}
}

func TestAQuestionKnowsWhenItsWordsAreGone(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	title := o.Title
	r.do(AskStall{Team: o.Team, Objective: o.ID, Text: text("Why “" + title.Line() + "”?"), Quotes: []model.Text{title}})
	r.do(AskStall{Team: o.Team, Objective: o.ID, Text: text("In my own words?"), Quotes: []model.Text{title}})
	outdated := func() []bool {
		var out []bool
		for _, q := range r.State().QuestionsTo(o.Team) {
			out = append(out, r.State().IsOutdated(q))
		}
		return out
	}
	if got := outdated(); !slices.Equal(got, []bool{false, false}) {
		t.Errorf("the drafts hold it, and outdated are %v", got)
	}
	r.do(RewordObjective{Objective: o.ID, Title: text("Something else altogether")})
	if got := outdated(); !slices.Equal(got, []bool{true, false}) {
		t.Errorf("the words are gone, and outdated are %v", got)
	}
	r.undo()
	if got := outdated(); !slices.Equal(got, []bool{false, false}) {
		t.Errorf("they are back, and outdated are %v", got)
	}
}

func TestTheOrderOfTheQueueIsNoStepOfItsOwn(t *testing.T) {
	r := market(t)
	f := r.finding(model.Duplicate, "Payments 1", "Platform 1")
	if _, err := r.DoAll(r.now, text("Ada"), TriageFindings{Findings: []model.Finding{f}, Status: model.Queued}, OrderQueue{[]model.FindingID{f.ID}}); err != nil {
		t.Fatal(err)
	}
	if got, _ := r.CanUndo(); got != "queueing Payments ~ Platform" {
		t.Errorf("undo says %q", got)
	}
}
