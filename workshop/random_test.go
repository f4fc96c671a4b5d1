package workshop

import (
	"fmt"

	"pgregory.net/rapid"

	"souk/model"
)

// anyOf draws one of what a table holds, or the zero value where it is empty.
func anyOf[K ~string, V keyed[K]](t *rapid.T, of Table[K, V]) (v V) {
	var all []V
	for row := range of.All() {
		all = append(all, row)
	}
	if len(all) == 0 {
		return v
	}
	return rapid.SampledFrom(all).Draw(t, fmt.Sprintf("%T", v))
}

func anyText(t *rapid.T) model.Text {
	return text(rapid.SampledFrom([]string{"", "a", "b", "Payments", "Reduce churn", "“x”\n<b>", "ü", "👩\u200d👧"}).Draw(t, "text"))
}

func someText(t *rapid.T) model.Text {
	return text(fmt.Sprint("t", rapid.IntRange(0, 999).Draw(t, "n")))
}

func anySide(t *rapid.T, s *State) model.Side {
	o := anyOf(t, s.Objectives)
	side := model.Side{Team: o.Team, Objective: o.ID}
	for _, k := range o.KeyResults {
		if rapid.Bool().Draw(t, "kr") {
			side.KeyResults = append(side.KeyResults, k.ID)
		}
	}
	return side
}

func anyFinding(t *rapid.T, s *State) model.Finding {
	if s.Findings.Len() > 0 && rapid.Bool().Draw(t, "known") {
		return anyOf(t, s.Findings)
	}
	f := model.Finding{Kind: rapid.SampledFrom(model.FindingKinds()).Draw(t, "kind"), Score: 0.5, A: anySide(t, s), B: anySide(t, s)}
	f.ID = model.FindingID(fmt.Sprint(f.Kind, f.A.Objective, f.B.Objective))
	return f
}

func anyVotes(t *rapid.T) []int {
	return rapid.SliceOfN(rapid.IntRange(0, 5), 0, 4).Draw(t, "votes")
}

// anyIntent draws what somebody may want in a state; much of it is refused.
func anyIntent(t *rapid.T, s *State) Intent {
	o, team := anyOf(t, s.Objectives), anyOf(t, s.Teams)
	f := anyFinding(t, s)
	kr := model.KeyResultID("k99")
	if len(o.KeyResults) > 0 {
		kr = rapid.SampledFrom(o.KeyResults).Draw(t, "kr").ID
	}
	intent := model.IntentID("i99")
	if len(s.Intents) > 0 {
		intent = rapid.SampledFrom(s.Intents).Draw(t, "intent").ID
	}
	x, some := anyText(t), someText(t)
	return rapid.SampledFrom([]Intent{
		NameWorkshop{x, some},
		AddTeam{Name: some},
		MarkPresence{team.ID, true, rapid.Bool().Draw(t, "commit")},
		AddNeed{Team: team.ID, Text: some},
		AddOffer{Team: team.ID, Text: some},
		ReorderStalls{[]model.TeamID{team.ID}},
		SetAgenda{s.Plan().With(StallsStage, rapid.IntRange(0, 90).Draw(t, "minutes"))},
		AddIntent{model.Quarter, some},
		RewordIntent{intent, some},
		DropIntent{intent},
		AnswerQuestion{rapid.IntRange(0, 5).Draw(t, "q"), x},
		TakePulse{StrategyStage, team.ID, anyVotes(t)},
		RecordResult{model.Result{Team: text("Payments"), Objective: text("x"), Outcome: x, Verdict: rapid.SampledFrom(model.Verdicts()).Draw(t, "verdict")}},
		JudgePromise{model.Promise{By: text("Payments"), What: text("an API"), Kept: rapid.SampledFrom(model.Keepings()).Draw(t, "kept"), Note: some}},
		AnswerPastSignal{text("too much"), x},
		AddResult{model.Result{Team: text("Payments"), Objective: some, Outcome: x}},
		AddPromise{model.Promise{By: text("Payments"), What: some, Kept: rapid.SampledFrom(model.Keepings()).Draw(t, "added")}},
		RecordWhyNow{o.ID, x},
		StateSupport{o.ID, []model.Text{x, some}},
		AddObjective{team.ID, some},
		RewordObjective{o.ID, some},
		AddKeyResult{o.ID, some},
		RewordKeyResult{o.ID, kr, some},
		DropKeyResult{o.ID, kr},
		AssignKeyResult{o.ID, kr, team.ID},
		DescribeVirtualTeam{Team: team.ID, Purpose: x, Until: some, Lead: anyOf(t, s.Teams).ID},
		RaiseFinding{f.Kind, f.A, f.B, x},
		BringFindings{[]model.Finding{f, anyFinding(t, s)}, some},
		TreatAs{x, some},
		NameTeam{x, team.ID},
		TriageFindings{[]model.Finding{f}, rapid.SampledFrom([]model.FindingStatus{model.Queued, model.Dismissed, model.Open}).Draw(t, "st"), x},
		DecideFinding{
			Findings: []model.Finding{f}, Outcome: rapid.SampledFrom(model.Outcomes(f.Kind)).Draw(t, "outcome"), Title: x, Name: some,
			ScopeLead: some, ScopeRest: some, Rationale: some,
		},
		MakeRequest{Findings: []model.Finding{f}, From: f.A, To: f.B, What: some},
		MakeRequest{From: anySide(t, s), To: anySide(t, s), What: some},
		AnswerRequest{
			Request: anyOf(t, s.Requests).ID, Answer: rapid.SampledFrom(model.AnswerKinds()).Draw(t, "answer"), When: some, Who: some, Text: some,
			Into: anyOf(t, s.Objectives).ID,
		},
		DecideObjective{Objective: o.ID, Outcome: rapid.SampledFrom([]model.Outcome{model.Drop, model.Defer, model.Lift, model.BringBack}).Draw(t, "fate"), To: team.ID, Rationale: some},
		AmendDecision{Decision: anyOf(t, s.Decisions).ID, Owner: some},
		ReadBack{anyOf(t, s.Decisions).ID},
		Speak{o.ID, model.TeamParty, rapid.SampledFrom([]model.Stance{model.Agreed, model.NotYet, model.ParkedStance}).Draw(t, "stance"), some},
		Vote{o.ID, anyVotes(t)},
		Park{Text: some},
		OwnParking{anyOf(t, s.Parking).ID, some, x},
		RaiseSignal{Text: some},
		KeepSignal{Kind: "k", Key: x.Line(), Text: some},
		RewordSignal{Signal: anyOf(t, s.Signals).ID, Text: some},
		DropSignal{Key: anyOf(t, s.Signals).Matter(), Note: x},
		AnswerSignal{anyOf(t, s.Signals).ID, x},
		TakeUpSignal{Key: anyOf(t, s.Signals).Matter(), Text: x},
		Comment{o.ID, x, some},
		NotePrivately{f.A, x},
		MarkReviewed{team.ID, rapid.Bool().Draw(t, "reviewed")},
		DismissChecks{[]string{x.Line(), "c"}, some, rapid.Bool().Draw(t, "again")},
		SetChecks{model.CheckSettings{Off: []string{some.Line()}}},
		PrepareFindings{[]model.Finding{f}, x, ""},
		OrderQueue{[]model.FindingID{f.ID}},
		AskStall{Team: o.Team, Objective: o.ID, Text: x},
		RewordStallQuestion{anyOf(t, s.StallQuestions).ID, x},
		ImportDrafts{Drafts: anyDrafts(t)},
	}).Draw(t, "intent")
}

// anyDrafts draws drafts as careless as people write them: titles twice, empty titles, key results with the same words.
func anyDrafts(t *rapid.T) model.Drafts {
	pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	name := func(label string) model.Text {
		return text(pick(label, "", "Payments", "payments ", "Growth", "New", "Ops"))
	}
	var d model.Drafts
	d.Organisation, d.Cycle = text(pick("org", "", "Northwind", "Contoso")), text(pick("cycle", "", "Q1"))
	for range rapid.IntRange(0, 3).Draw(t, "intents") {
		d.Strategy = append(d.Strategy, model.Intent{
			Horizon: model.Horizon(pick("horizon", "", "annual", "quarter")), Text: text(pick("intent", "", "Reduce churn", "reduce  churn", "Grow")),
		})
	}
	for range rapid.IntRange(0, 2).Draw(t, "answers") {
		d.Questions = append(d.Questions, text(pick("answer", "", " ", "because")))
		d.LastCycle = append(d.LastCycle, model.Result{
			Team: name("of"), Objective: text(pick("what", "x", "y")), Cycle: text(pick("when", "", "Q4", "Q3")), Outcome: text(pick("how", "0.2", "Met", "")),
		})
		d.Promises = append(d.Promises, model.Promise{By: name("by"), What: text(pick("promise", "an API", "a dashboard")), Kept: model.Keeping(pick("kept", "", "late"))})
		d.Cycles = append(d.Cycles, model.PastCycle{
			Cycle: text(pick("cycle", "Q3", "2026-Q4")), Total: model.Figures{Objectives: rapid.IntRange(0, 2).Draw(t, "live")}, Results: d.LastCycle[:1:1],
		})
		d.Signals = append(d.Signals, model.PastSignal{Text: text(pick("signal", "too much", "too little")), Answer: text(pick("answer", "", "no"))})
	}
	for range rapid.IntRange(0, 4).Draw(t, "teams") {
		dt := model.DraftTeam{
			Name: name("team"), Level: text(pick("level", "", "crew")), Parent: name("parent"), Kind: model.TeamKind(pick("kind", "", "support")),
			Needs: []model.DraftExchange{{Team: name("from"), Text: text(pick("need", "", "an API"))}},
		}
		for range rapid.IntRange(0, 4).Draw(t, "objectives") {
			dt.Objectives = append(dt.Objectives, anyDraftObjective(t, pick, name))
		}
		d.Teams = append(d.Teams, dt)
	}
	return d
}

func anyDraftObjective(t *rapid.T, pick func(string, ...string) string, name func(string) model.Text) model.DraftObjective {
	o := model.DraftObjective{
		ID: model.ObjectiveID(pick("id", "", "", "P-1", "P-2", "o1.2")), Title: text(pick("title", "", "A", "a ", "B", "Pay anyone in seconds")),
		WhyNow: text(pick("why", "", "the law")), Supports: []model.Text{text(pick("supports", "", "Reduce churn", "Growth", "else"))},
		Owners: []model.Text{name("owner"), name("owner")}, Phase: model.Phase(pick("phase", "", "discovery")),
	}
	for range rapid.IntRange(0, 4).Draw(t, "krs") {
		o.KeyResults = append(o.KeyResults, model.DraftKeyResult{
			ID: model.KeyResultID(pick("krid", "", "", "k1", "P-1.1")), Text: text(pick("kr", "", "x", "X", "y", "Cut disputes")), Target: text(pick("target", "", "5", "6")),
		})
	}
	return o
}
