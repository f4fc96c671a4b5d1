package workshop

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"souk/model"
)

// The journal of format 1 folds to its state for ever: a change that breaks TestGoldenJournal breaks the files that people have. -update is
// for the time before a format is released, and for the first golden of a new one.
var update = flag.Bool("update", false, "write the golden journal and its state anew")

const goldenJournal, goldenState = "testdata/journal-1.jsonl", "testdata/state-1.json"

func TestGoldenJournal(t *testing.T) {
	if *update {
		writeGolden(t)
	}
	file, err := os.ReadFile(goldenJournal)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(goldenState)
	if err != nil {
		t.Fatal(err)
	}
	var entries []Entry
	seen := map[string]bool{}
	for line := range bytes.Lines(file) {
		e, err := DecodeEntry(line)
		if err != nil {
			t.Fatal(err)
		}
		again, err := EncodeEntry(e)
		if err != nil || string(again) != string(bytes.TrimSpace(line)) {
			t.Errorf("entry %d is written as\n%s\nnot as\n%s\n%v", e.Seq, again, line, err)
		}
		seen[e.Fact.Kind()] = true
		entries = append(entries, e)
	}
	for _, f := range facts() {
		if !seen[f.Kind()] {
			t.Errorf("the golden journal has no %s", f.Kind())
		}
	}
	s, err := Resume(nil, entries)
	if err != nil {
		t.Fatal(err)
	}
	if got := indented(t, s.State()); got != string(want) {
		t.Errorf("the golden journal folds to\n%s\nnot to\n%s", got, want)
	}
	var snapshot State
	if err := json.Unmarshal(want, &snapshot); err != nil {
		t.Fatal(err)
	}
	if got := indented(t, &snapshot); got != string(want) {
		t.Errorf("the golden state is read as\n%s", got)
	}
}

func indented(t *testing.T, s *State) string {
	t.Helper()
	b, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + "\n"
}

func writeGolden(t *testing.T) {
	t.Helper()
	r := goldenStory(t)
	var b bytes.Buffer
	for _, e := range r.journal {
		line, err := EncodeEntry(e)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(goldenJournal, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(goldenState, []byte(indented(t, r.State())), 0o644); err != nil {
		t.Fatal(err)
	}
}

// goldenStory is a workshop in which everything happens that can be in a journal.
func goldenStory(t *testing.T) *room {
	t.Helper()
	r := newRoom(t)
	r.do(NameWorkshop{text("Northwind Bank"), text("2027-Q1")})
	r.do(ImportDrafts{Drafts: drafts(), Source: text("drafts.yaml")})
	r.do(AddTeam{Name: text("Legal"), Level: text("stream"), Team: model.SupportTeam})
	for _, n := range []string{"Payments", "Legal"} {
		r.do(MarkPresence{r.team(n), true, true})
	}
	r.do(ReorderStalls{[]model.TeamID{r.team("Growth"), r.team("Payments")}})
	r.do(SetAgenda{r.State().Plan().With(StallsStage, 40)})
	r.do(AddIntent{model.Quarter, text("Instant payments are live")})
	r.do(RewordIntent{r.intent("Reduce churn"), text("Keep customers")})
	r.do(DropIntent{r.intent("Become the primary bank")})
	r.do(AnswerQuestion{5, text("Ask again at the close")})
	r.do(TakePulse{StrategyStage, r.team("Payments"), []int{3, 4, 2}})
	goldenStalls(r)
	goldenFindings(r)
	r.do(Speak{r.id("Platform 1"), model.TeamParty, model.Agreed, model.Text{}})
	r.do(Speak{r.id("Platform 1"), model.LeadershipParty, model.NotYet, text("the budget is open")})
	r.do(Vote{r.id("Platform 1"), []int{4, 4, 1}})
	r.do(Park{Text: text("pensions"), About: r.side("Legal 1")})
	for p := range r.State().Parking.All() {
		r.do(OwnParking{p.ID, text("Eve"), text("May")})
	}
	r.do(RaiseSignal{text("Nobody supports the direction"), text("0 of 5 objectives"), text("Eve")})
	r.do(Comment{r.id("Platform 1"), text("Bob"), text("bold, and right 👩\u200d🚀")})
	r.do(TakePulse{CloseStage, r.team("Payments"), []int{5}})
	r.undo()
	r.undo()
	r.redo()
	goldenHints(r)
	goldenReview(r)
	goldenSignals(r)
	goldenPast(r)
	goldenCycles(r)
	goldenParts(r)
	goldenAgain(r)
	r.undo()
	r.redo()
	return r
}

// goldenReview is what a coach leaves in the file before the workshop.
func goldenReview(r *room) {
	r.WorkAlone(true)
	defer r.WorkAlone(false)
	o := r.objective("Platform 1")
	r.do(NotePrivately{r.side("Platform 1"), text("their third reorganisation")})
	r.do(MarkReviewed{o.Team, true})
	r.do(DismissChecks{IDs: []string{"c1"}, Note: text("fine here")})
	r.do(SetChecks{model.CheckSettings{Off: []string{"digits"}, Limits: map[string]int{"objectives": 4}}})
	f := r.finding(model.Synergy, "Platform 1", "Growth 1")
	r.do(TriageFindings{[]model.Finding{f}, model.Queued, model.Text{}})
	f, _ = r.State().Findings.Get(f.ID)
	r.do(PrepareFindings{[]model.Finding{f}, text("Both want trust"), model.ShareObjective})
	r.do(OrderQueue{[]model.FindingID{f.ID}})
	r.do(AskStall{Team: o.Team, Objective: o.ID, Text: text("Who needs it now?")})
}

// goldenPast is what becomes known of last cycle.
func goldenPast(r *room) {
	r.do(ImportDrafts{Source: text("last.yaml"), Drafts: model.Drafts{
		LastCycle: []model.Result{{Team: text("Growth"), Objective: text("Customers stay"), Cycle: text("2026-Q4"), Verdict: model.Missed}},
		Promises:  []model.Promise{{By: text("Platform"), To: text("Payments"), What: text("a gateway"), Due: text("May")}},
		Signals:   []model.PastSignal{{Text: text("Nobody knows the direction"), Evidence: text("1 of 5\n2 teams")}},
	}})
	r.do(RecordResult{model.Result{
		Team: text("Payments"), Objective: text("Instant payments"), Verdict: model.PartlyMet, Outcome: text("0.6"), Learned: text("start earlier"),
	}})
	r.do(JudgePromise{model.Promise{By: text("Platform"), To: text("Payments"), What: text("a gateway"), Kept: model.KeptLate, Note: text("in June")}})
	r.do(AnswerPastSignal{text("Nobody knows the direction"), text("We say it in every meeting")})
}

// goldenCycles is what is known of older cycles, and what the room adds by hand.
func goldenCycles(r *room) {
	r.do(ImportDrafts{Source: text("older.yaml"), Drafts: model.Drafts{Cycles: []model.PastCycle{{
		Cycle:   text("2026-Q3"),
		Results: []model.Result{{Team: text("Growth"), Objective: text("Customers come"), Outcome: text("Missed")}},
		Total:   model.Figures{Objectives: 9, WhyNow: 6, Agreed: 5, Shared: 1, Asked: 4, Answered: 3, Confidence: model.Confident([]int{2, 5})},
		Teams:   []model.Figures{{Team: text("Growth"), Objectives: 3, WhyNow: 2, Asked: 1}},
	}}}})
	r.do(AddResult{model.Result{Team: text("Platform"), Objective: text("One pipeline"), Verdict: model.CarriedOver, Learned: text("too large")}})
	r.do(AddPromise{model.Promise{By: text("Growth"), To: text("Platform"), What: text("fewer waves"), Kept: model.Broken}})
	r.do(DropSignal{"hidden-load/t2", text("Platform carries much"), model.Text{}})
	r.do(TakeUpSignal{Key: "hidden-load/t2", Text: text("Platform carries much")})
}

// goldenParts is what becomes of what teams own together, and of what was lifted.
func goldenParts(r *room) {
	o := r.objective("Retail 1")
	r.do(AssignKeyResult{o.ID, o.KeyResults[0].ID, r.team("Retail")})
	r.do(DescribeVirtualTeam{r.team("Trust"), text("one answer to customers"), text("end of June"), r.team("Legal")})
	r.do(DecideObjective{Objective: o.ID, Outcome: model.BringBack, To: r.team("Payments"), Rationale: text("they know the customers")})
}

// goldenAgain is what becomes of drafts that come again: a team with another name, an objective in other words.
func goldenAgain(r *room) {
	d := drafts()
	d.Teams[1].Objectives[0].Title = text("Nobody waits for the gateway")
	d.Teams[2].Name = text("Loyalty")
	r.do(ImportDrafts{Drafts: d, Source: text("again.yaml")})
}

// goldenSignals is what becomes of signals.
func goldenSignals(r *room) {
	r.do(KeepSignal{Kind: "unsupported-intent", Key: "unsupported-intent/i3", Text: text("Nobody supports it"), Evidence: text("0 of 5\n2 teams")})
	g, _ := r.State().SignalAbout("unsupported-intent/i3")
	r.do(RewordSignal{Signal: g.ID, Text: text("Nobody says that it helps")})
	r.do(AnswerSignal{g.ID, text("We drop it")})
	r.do(DropSignal{"no-why-now/t1", text("Payments struggles"), text("they said it aloud")})
}

// goldenHints is what helps the detector.
func goldenHints(r *room) {
	brought := r.finding(model.Synergy, "Platform 1", "Growth 1")
	brought.Score, brought.Card = 0.7, "c2"
	brought.Reasons = []model.Reason{{Rule: "guess", Text: text("both keep customers"), Spans: []model.Span{{Objective: brought.A.Objective, Start: 0, End: 9}}}}
	r.do(BringFindings{[]model.Finding{brought}, text("script.json")})
	r.do(TreatAs{text("churn"), text("attrition")})
	r.do(NameTeam{text("engineers"), r.team("Platform")})
}

func goldenStalls(r *room) {
	o := r.objective("Payments 1")
	r.do(RecordWhyNow{o.ID, text("Instant payments become mandatory")})
	r.do(StateSupport{o.ID, []model.Text{text("Keep customers"), text("Growth"), text("the law")}})
	r.do(AddObjective{r.team("Legal"), text("Contracts in a day")})
	r.do(RewordObjective{r.id("Legal 1"), text("Contracts in two days")})
	r.do(AddKeyResult{r.id("Legal 1"), text("90% within two days")})
	r.do(RewordKeyResult{o.ID, o.KeyResults[1].ID, text("Halve disputes")})
	r.do(DropKeyResult{o.ID, o.KeyResults[1].ID})
	r.do(AddNeed{r.team("Payments"), r.team("Legal"), text("a contract")})
	r.do(AddOffer{Team: r.team("Legal"), Text: text("templates")})
}

func goldenFindings(r *room) {
	dep := r.finding(model.Dependency, "Payments 1", "Platform 1")
	dep.Reasons = []model.Reason{{Rule: "names-team", Text: text("names Platform"), Spans: []model.Span{{Objective: dep.A.Objective, Start: 0, End: 3}}}}
	dep.Card = "c1"
	other := r.finding(model.Dependency, "Payments 2", "Platform 1")
	r.do(TriageFindings{[]model.Finding{dep, other}, model.Queued, text("first")})
	r.do(RaiseFinding{model.Conflict, r.side("Growth 1"), r.side("Platform 1"), text("the same people")})
	r.do(MakeRequest{[]model.Finding{dep, other}, r.side("Payments 1", 1), r.side("Platform 1"), text("a gateway"), text("May"), model.Large})
	id := r.request(1).ID
	r.do(AnswerRequest{Request: id, Answer: model.Countered, When: text("June")})
	r.do(AnswerRequest{Request: id, Answer: model.SisterKR, Text: text("Gateway live"), Who: text("Bob"), Into: r.id("Platform 1")})
	decide := func(kind model.FindingKind, a, b string, o model.Outcome) model.Finding {
		f := r.finding(kind, a, b)
		r.do(DecideFinding{
			Findings: []model.Finding{f}, Outcome: o, Rationale: text("as agreed"), Owner: text("Eve"), Due: text("May"), AgreedBy: text("both"),
			Name: text("Trust"), ScopeLead: text("cards"), ScopeRest: text("transfers"),
		})
		return f
	}
	decide(model.Dependency, "Growth 1", "Legal 1", model.NotDependency)
	decide(model.Synergy, "Payments 1", "Legal 1", model.FormVirtualTeam)
	decide(model.Conflict, "Growth 1", "Platform 1", model.TradeOff)
	f := decide(model.Duplicate, "Payments 2", "Growth 1", model.Merge)
	d, _ := r.State().DecisionOn(f.ID)
	r.do(AmendDecision{d.ID, text("Bob"), text("June"), text("both")})
	r.do(ReadBack{d.ID})
	r.do(DecideObjective{Objective: r.id("Payments 1"), Outcome: model.Lift, To: r.team("Retail"), Rationale: text("bigger than one team")})
	r.do(DecideObjective{Objective: r.id("Legal 1"), Outcome: model.Defer, Rationale: text("next quarter"), Owner: text("Ada")})
}
