package report_test

import (
	"strings"
	"testing"

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
	if !strings.Contains(asks, "Red, for “Red wins”: a blue stamp by March\nGreen, for “Green lasts”: Red names Blue") {
		t.Errorf("others ask %q", asks)
	}
	all := strings.Join([]string{page["What we would like to hear from you"], asks, page["Your OKRs, as we have them"], page["What to bring"]}, "\n")
	for _, no := range []string{"nobody queued", "not a dependency", "zebrawood", "For Red alone", "commit", "0.9", ".9"} {
		if strings.Contains(all, no) {
			t.Errorf("%q is on the page:\n%s", no, all)
		}
	}
}
