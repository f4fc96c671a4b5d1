package report_test

import (
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/workshop"
	"souk/workshop/report"
)

// page is what a team gets before the workshop, section by section.
func (r *room) page(team string) map[string]string {
	r.t.Helper()
	out := map[string]string{}
	for _, b := range report.Ahead(r.s.State(), r.side(team, 1).Team).Blocks {
		if s, ok := b.(report.Section); ok {
			out[s.Title] = strings.Join(texts(s.Blocks), "\n")
		}
	}
	return out
}

func TestAPageThatAsksNothingInventsNothing(t *testing.T) {
	r := newRoom(t)
	page := r.page("Red")
	for _, section := range []string{"What we would like to hear from you", "What others will ask of you"} {
		if said, there := page[section]; there {
			t.Errorf("nobody asked, and it says %q: %q", section, said)
		}
	}
	for section, words := range map[string]string{
		"Your OKRs, as we have them": "Red wins", "What to bring": "Somebody who may promise something for Red.",
	} {
		if !strings.Contains(page[section], words) {
			t.Errorf("%q lacks %q: %q", section, words, page[section])
		}
	}
}

func TestAPageHoldsTheQuestionsAndWhatOthersWillAsk(t *testing.T) {
	r := newRoom(t)
	red, blue := r.side("Red", 1), r.side("Blue", 2)
	why := []model.Reason{{Rule: "names", Text: text("Red names Blue")}}
	fs := []model.Finding{
		{ID: "open", Kind: model.Dependency, A: r.side("Green", 1), B: blue, Reasons: []model.Reason{{Text: text("nobody queued this")}}},
		{ID: "plain", Kind: model.Dependency, Score: .7, A: r.side("Green", 2), B: blue, Reasons: why},
		{ID: "worded", Kind: model.Dependency, Score: .9, A: red, B: blue, Reasons: why},
		{ID: "other", Kind: model.Synergy, A: red, B: blue, Reasons: []model.Reason{{Text: text("not a dependency")}}},
	}
	r.do(workshop.AskStall{Team: blue.Team, Text: text("What would you drop?")})
	r.do(workshop.AskStall{Team: blue.Team, Objective: blue.Objective, Text: text("Why does it last?")})
	r.do(workshop.AskStall{Team: red.Team, Text: text("For Red alone?")})
	for _, f := range fs[1:] {
		r.do(workshop.TriageFindings{Findings: []model.Finding{f}, Status: model.Queued})
	}
	worded := fs[2]
	worded.Status = model.Queued
	r.do(workshop.PrepareFindings{Findings: []model.Finding{worded}, Words: text("a blue stamp by March"), Proposal: model.Outcome(model.Committed)})
	r.do(workshop.OrderQueue{Queue: []model.FindingID{"worded", "plain"}})
	r.do(workshop.NotePrivately{About: blue, Text: text("zebrawood")})

	page := r.page("Blue")
	if got := page["What we would like to hear from you"]; got != "What would you drop?\nBlue lasts\nWhy does it last?" {
		t.Errorf("it is asked %q", got)
	}
	asks := page["What others will ask of you"]
	if !strings.Contains(asks, "Red needs something from you for “Red wins”: a blue stamp by March\nGreen needs something from you for “Green lasts”") {
		t.Errorf("others ask %q", asks)
	}
	all := strings.Join([]string{page["What we would like to hear from you"], asks, page["Your OKRs, as we have them"], page["What to bring"]}, "\n")
	for _, no := range []string{"nobody queued", "not a dependency", "Red names Blue", "zebrawood", "For Red alone", "commit", "0.9", ".9"} {
		if strings.Contains(all, no) {
			t.Errorf("%q is on the page:\n%s", no, all)
		}
	}
}

func TestAPageSaysWhatSomebodyRaisedAndWhichKeyResultNeedsIt(t *testing.T) {
	r := newRoom(t)
	red, blue := r.side("Red", 1), r.side("Blue", 2)
	o, _ := r.s.State().Objectives.Get(red.Objective)
	found := model.Finding{ID: "found", Kind: model.Dependency, Score: .9, A: red, B: blue, Reasons: []model.Reason{{
		Rule: "works", Text: text("“Red” is mostly a matter of Blue"), Spans: []model.Span{{Objective: o.ID, KeyResult: o.KeyResults[0].ID, End: 3}},
	}}}
	raised := model.Finding{ID: "raised", Kind: model.Dependency, Score: 1, Source: text("Ada"), A: r.side("Green", 1), B: blue, Reasons: []model.Reason{{Text: text("two people in May")}}}
	r.do(workshop.TriageFindings{Findings: []model.Finding{found}, Status: model.Queued})
	r.do(workshop.TriageFindings{Findings: []model.Finding{raised}, Status: model.Queued})
	asks := r.page("Blue")["What others will ask of you"]
	if want := "Red needs something from you for “" + o.KeyResults[0].Text.Line() + "”"; !strings.Contains(asks, want+"\n") {
		t.Errorf("others ask %q, not %q", asks, want)
	}
	if !strings.Contains(asks, "”: two people in May") || strings.Contains(asks, "matter of") {
		t.Errorf("others ask %q", asks)
	}
}

func TestATeamThatDraftsInGermanIsWrittenToInGerman(t *testing.T) {
	s := workshop.New()
	do := func(in workshop.Intent) {
		t.Helper()
		if _, err := s.Do(time.Date(2027, 1, 12, 9, 0, 0, 0, time.UTC), text("Ada"), in); err != nil {
			t.Fatal(err)
		}
	}
	objective := func(title, kr string) []model.DraftObjective {
		return []model.DraftObjective{{Title: text(title), KeyResults: []model.DraftKeyResult{{Text: text(kr)}}}}
	}
	do(workshop.ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{
		{Name: text("Netz"), Objectives: objective("Der Strom kommt auch bei Sturm an", "Ausfälle von 14 auf 9 Minuten im Jahr")},
		{Name: text("Sales"), Objectives: objective("Customers stay with us for the service", "Renewals up from 80% to 90%")},
	}}})
	netz, _ := s.State().TeamByName(text("Netz"))
	sales, _ := s.State().TeamByName(text("Sales"))
	need := model.Finding{ID: "n", Kind: model.Dependency, A: model.Side{Team: sales.ID, Objective: sales.Objectives[0]}, B: model.Side{Team: netz.ID}}
	do(workshop.TriageFindings{Findings: []model.Finding{need}, Status: model.Queued})
	german, english := flat(report.Ahead(s.State(), netz.ID)), flat(report.Ahead(s.State(), sales.ID))
	for _, want := range []string{"Netz: Fragen an euren Stand", "Sales braucht etwas von euch für „Customers stay with us for the service“", "Warum jetzt", "noch nicht gesagt", "Was ihr mitbringt"} {
		if !strings.Contains(german, want) {
			t.Errorf("the German page lacks %q:\n%s", want, german)
		}
	}
	for _, no := range []string{"stall", "Why now", "bring to"} {
		if strings.Contains(german, no) {
			t.Errorf("the German page says %q:\n%s", no, german)
		}
	}
	if !strings.Contains(english, "Sales: questions for your stall") || strings.Contains(english, "Warum") {
		t.Errorf("the English page reads:\n%s", english)
	}
}

// flat is all that a document says.
func flat(d report.Document) string {
	return d.Title + "\n" + strings.Join(texts(d.Blocks), "\n")
}
