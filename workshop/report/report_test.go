package report_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/workshop"
	"souk/workshop/report"
)

func text(s string) model.Text { return model.Clean(s) }

// room is a workshop of three teams with two objectives each.
type room struct {
	t  *testing.T
	s  *workshop.Session
	at time.Time
}

func newRoom(t *testing.T) *room {
	t.Helper()
	r := &room{t: t, s: workshop.New(), at: time.Date(2027, 1, 12, 9, 0, 0, 0, time.UTC)}
	team := func(name string, supports ...model.Text) model.DraftTeam {
		return model.DraftTeam{Name: text(name), Objectives: []model.DraftObjective{
			{Title: text(name + " wins"), Supports: supports, KeyResults: []model.DraftKeyResult{{Text: text(name + " from 1 to 2")}}},
			{Title: text(name + " lasts"), WhyNow: text("it is\nlate"), KeyResults: []model.DraftKeyResult{{Text: text(name + " from 3 to 4")}}},
		}}
	}
	r.do(workshop.ImportDrafts{Drafts: model.Drafts{
		Organisation: text("Acme"), Cycle: text("Q1"),
		Strategy: []model.Intent{
			{Horizon: model.Vision, Text: text("A better world")}, {Horizon: model.Annual, Text: text("Grow")}, {Horizon: model.Quarter, Text: text("Rest")},
		},
		Teams: []model.DraftTeam{team("Red", text("Grow")), team("Green"), team("Blue")},
	}})
	return r
}

func (r *room) do(in workshop.Intent) {
	r.t.Helper()
	r.at = r.at.Add(time.Minute)
	if _, err := r.s.Do(r.at, text("Kim"), in); err != nil {
		r.t.Fatalf("%T: %v", in, err)
	}
}

func (r *room) side(team string, n int) model.Side {
	r.t.Helper()
	t, ok := r.s.State().TeamByName(text(team))
	if !ok {
		r.t.Fatalf("no team %s", team)
	}
	return model.Side{Team: t.ID, Objective: t.Objectives[n-1]}
}

func (r *room) ask(from, to, what string) model.RequestID {
	r.t.Helper()
	r.do(workshop.MakeRequest{From: r.side(from, 1), To: model.Side{Team: r.side(to, 1).Team}, What: text(what)})
	var last model.Request
	for q := range r.s.State().Requests.All() {
		last = q
	}
	return last.ID
}

// chapter is the text of a section, with the sections in it.
func (r *room) chapter(title string) string {
	r.t.Helper()
	for _, b := range report.Build(r.s.State()).Blocks {
		if s, ok := b.(report.Section); ok && s.Title == title {
			return strings.Join(texts(s.Blocks), "\n")
		}
	}
	r.t.Fatalf("there is no section %q", title)
	return ""
}

// texts are all texts of blocks, cells of a row joined.
func texts(blocks []report.Block) []string {
	var out []string
	for _, b := range blocks {
		switch t := b.(type) {
		case report.Section:
			out = append(append(out, t.Title), texts(t.Blocks)...)
		case report.Point:
			out = append(append(out, t.Text), texts(t.Blocks)...)
		case report.Paragraph:
			out = append(out, t.Text)
		case report.List:
			out = append(out, t.Items...)
		case report.Facts:
			for _, f := range t.Items {
				out = append(out, f.Name+": "+f.Text)
			}
		case report.Changes:
			for _, c := range t.Items {
				out = append(out, c.What+": "+c.Before+" > "+c.After)
			}
		case report.Table:
			for _, row := range t.Rows {
				out = append(out, strings.Join(row, " | "))
			}
		}
	}
	return out
}

func (r *room) says(title string, want ...string) {
	r.t.Helper()
	got := r.chapter(title)
	for _, w := range want {
		if !strings.Contains(got, w) {
			r.t.Errorf("%s does not say %q:\n%s", title, w, got)
		}
	}
}

func (r *room) keepsQuiet(title string, not ...string) {
	r.t.Helper()
	got := r.chapter(title)
	for _, w := range not {
		if strings.Contains(got, w) {
			r.t.Errorf("%s says %q:\n%s", title, w, got)
		}
	}
}

func TestEmptyWorkshopSaysSo(t *testing.T) {
	r := &room{t: t, s: workshop.New()}
	r.says("In short", "No team has taken part yet.", "There are no objectives yet.", "No decision was recorded.", "Nothing in this record waits for leadership.")
	r.says("Context", "No strategy was brought", "Not answered yet.", "The clarity pulse was not taken.")
	r.says("Decisions", "No decision was recorded.")
	r.says("Requests and answers", "No team has asked another for anything.")
	r.says("Parking lot", "The parking lot is empty.")
	r.says("Signals to leadership", "no signal")
	if got := report.Build(r.s.State()).Title; got != "Record of the workshop" {
		t.Errorf("the title is %q", got)
	}
}

func TestSummaryCounts(t *testing.T) {
	r := newRoom(t)
	r.do(workshop.MarkPresence{Team: r.side("Blue", 1).Team})
	for _, party := range []model.Party{model.TeamParty, model.LeadershipParty} {
		r.do(workshop.Speak{Objective: r.side("Red", 1).Objective, Party: party, Stance: model.Agreed})
	}
	r.do(workshop.Speak{Objective: r.side("Red", 2).Objective, Party: model.LeadershipParty, Stance: model.NotYet, Reason: text("too early")})
	r.do(workshop.Speak{Objective: r.side("Green", 1).Objective, Party: model.TeamParty, Stance: model.ParkedStance})
	r.do(workshop.AnswerRequest{Request: r.ask("Red", "Green", "paint"), Answer: model.Committed, When: text("May")})
	r.do(workshop.AnswerRequest{Request: r.ask("Red", "Blue", "time"), Answer: model.Declined, Text: text("none left")})
	r.ask("Blue", "Green", "a wall")
	r.says("In short", "2 of 3 teams took part. Of 6 objectives, 1 is aligned",
		"1 is not aligned yet, 1 is parked and 3 are open", "3 requests of each other: 1 promised, 1 open and 1 declined.",
		"1 objective to which leadership said not yet")
	r.says("Who took part", "In the room: Red and Green.", "Not in the room: Blue.")
	r.says("Why now, and agreement", "2 Red lasts | it is late | has not spoken | not yet: too early | no vote", "1 Red wins | not said yet | agreed | agreed")
}

func TestNegotiationIsTold(t *testing.T) {
	r := newRoom(t)
	q := r.ask("Red", "Green", "paint")
	r.says("Requests and answers", "Answer: none yet")
	r.do(workshop.AnswerRequest{Request: q, Answer: model.Countered, When: text("June"), Text: text("only blue")})
	r.says("Requests and answers", "1 request: 1 open.", "Green proposes something else, by June: only blue; Red has not answered yet")
	r.says("The OKRs", "Not final: Green has not settled: paint")
	r.do(workshop.AnswerRequest{Request: q, Answer: model.EscalatedUp, Who: text("the COO"), Text: text("no budget")})
	r.says("Requests and answers", "Red needs: paint", "12 January 2027, 09:02: Red asks", "09:03: Green proposes something else", "escalated to the COO: no budget")
	r.keepsQuiet("The OKRs", "Not final")
	r.says("The OKRs", "At risk: escalated, not promised by Green: paint")
	r.says("Signals to leadership", "Red asks Green for “paint”", "no budget", "the COO")
	r.says("In short", "Red asks Green for “paint”", "1 escalated")
}

func TestARequestIsToldWhereItStandsNow(t *testing.T) {
	r := newRoom(t)
	from := r.side("Red", 1)
	o, _ := r.s.State().Objectives.Get(from.Objective)
	from.KeyResults = []model.KeyResultID{o.KeyResults[0].ID}
	r.do(workshop.MakeRequest{From: from, To: r.side("Green", 1), What: text("paint")})
	var q model.RequestID
	for one := range r.s.State().Requests.All() {
		q = one.ID
	}
	twin := model.Finding{ID: "twin", Kind: model.Duplicate, A: r.side("Blue", 1), B: r.side("Red", 1)}
	r.do(workshop.DecideFinding{Findings: []model.Finding{twin}, Outcome: model.Merge})
	r.says("Requests and answers", "For: Blue 1 “Blue wins”, key result 2, formerly Red 1")
	r.says("The OKRs", "Red from 1 to 2 (not final)")
	r.do(workshop.AnswerRequest{Request: q, Answer: model.Declined, Text: text("none left")})
	r.says("The OKRs", "Red from 1 to 2 (at risk: Green declined)", "At risk: Green declined: paint")
}

func TestWhatNeedsNobodyIsNotLoose(t *testing.T) {
	r := newRoom(t)
	twin := model.Finding{ID: "twin", Kind: model.Duplicate, A: r.side("Blue", 1), B: r.side("Red", 1)}
	r.do(workshop.DecideFinding{Findings: []model.Finding{twin}, Outcome: model.NotDuplicate})
	r.says("In short", "The room took 1 decision, with nothing left to do.")
	r.keepsQuiet("Decisions", "nobody yet")
	r.keepsQuiet("Decisions", "no date yet")
	r.do(workshop.DecideObjective{Objective: r.side("Red", 2).Objective, Outcome: model.Drop, Rationale: text("later"), Owner: text("Bo"), Due: text("May")})
	r.says("In short", "The room took 2 decisions, each with an owner and a date where it needs one.")
	r.do(workshop.DecideObjective{Objective: r.side("Red", 1).Objective, Outcome: model.Drop, Rationale: text("later")})
	r.says("In short", "1 of them still lacks an owner or a date.")
}

func TestTeamsThatWaitForEachOther(t *testing.T) {
	r := newRoom(t)
	r.ask("Red", "Green", "a")
	r.ask("Green", "Blue", "b")
	r.keepsQuiet("Requests and answers", "→")
	r.ask("Blue", "Red", "c")
	r.says("Requests and answers", "Red → Green → Blue → Red")
	r.says("In short", "Red, Green and Blue wait for each other.")
}

func TestTakenBackIsNotInTheReport(t *testing.T) {
	r := newRoom(t)
	before := report.Build(r.s.State())
	r.do(workshop.DecideObjective{Objective: r.side("Red", 1).Objective, Outcome: model.Drop, Rationale: text("a mistake")})
	r.says("Decisions", "a mistake")
	r.says("What the workshop changed", "Red 1, what became of it:  > dropped", "Unchanged: Green and Blue.")
	r.says("The OKRs", "1 “Red wins” was dropped: a mistake.")
	if _, err := r.s.Undo(r.at, text("Kim")); err != nil {
		t.Fatal(err)
	}
	if after := report.Build(r.s.State()); !reflect.DeepEqual(before, after) {
		t.Error("the report is not what it was before the decision")
	}
}

func TestIntentsNameTheirSupporters(t *testing.T) {
	r := newRoom(t)
	r.says("Context", "Grow. Supported by Red 1.", "Rest. No objective says that it supports this.")
	r.keepsQuiet("Context", "A better world. ")
}

func TestVirtualTeamAndFollower(t *testing.T) {
	r := newRoom(t)
	r.do(workshop.RaiseFinding{Finding: model.Synergy, A: r.side("Red", 1), B: r.side("Green", 1)})
	var f model.Finding
	for f = range r.s.State().Findings.All() {
	}
	r.says("Decisions", "Still on the table", "Synergy: Red 1 “Red wins” and Green 1 “Green wins”.")
	r.do(workshop.DecideFinding{Findings: []model.Finding{f}, Outcome: model.FormVirtualTeam, Name: text("Yellow")})
	r.keepsQuiet("Decisions", "Still on the table")
	r.says("What teams do together", "Red 1 “Red wins” – Red (lead): KR1; Green: follows with Green 1.", "Yellow", "Lead: Red", "Members: Green", "Red 1 “Red wins” leads; Green 1 “Green wins” follows.")
	r.says("The OKRs", "Owned by: Red (lead) and Green", "Follows: Red 1 “Red wins”")
	r.keepsQuiet("The OKRs", "Yellow")
}

func TestEveryTextIsOneLineAndEveryTableSquare(t *testing.T) {
	r := newRoom(t)
	r.do(workshop.Park{Text: text("two\nlines"), Due: text("a\tb")})
	r.do(workshop.RaiseSignal{Text: text("one\n\nmore"), Evidence: text("x\ny")})
	r.do(workshop.Comment{Objective: r.side("Red", 1).Objective, Text: text("a\nb")})
	r.do(workshop.RewordObjective{Objective: r.side("Red", 1).Objective, Title: text("new\ntitle")})
	d := report.Build(r.s.State())
	for _, s := range texts(d.Blocks) {
		if strings.ContainsAny(s, "\n\t") {
			t.Errorf("%q is not on one line", s)
		}
	}
	square(t, d.Blocks)
}

func square(t *testing.T, blocks []report.Block) {
	t.Helper()
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Section:
			square(t, b.Blocks)
		case report.Point:
			square(t, b.Blocks)
		case report.Table:
			for _, row := range b.Rows {
				if len(row) != len(b.Columns) {
					t.Errorf("a row has %d cells under %d columns: %v", len(row), len(b.Columns), row)
				}
			}
		}
	}
}
