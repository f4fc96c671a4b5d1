package screens

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// asked is the sample marketplace with one dependency asked for.
func asked(t *testing.T) (*workshop.Session, *Dependencies, []model.Finding) {
	t.Helper()
	s := fixture(t)
	all := relations(t, s.State())
	d := &Dependencies{}
	f := withFindings(s, all, 120, 40)
	do(t, s, keys(press(t, d, f, "a").Open, f, "enter", "15 February", "enter", "enter", "enter").Do...)
	return s, d, all
}

func TestAsking(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	d := &Dependencies{}
	f := withFindings(s, all, 120, 40)
	for _, key := range []string{"1", "6"} {
		if got := off(t, d, f, key); got != "Nobody has asked yet; press a to ask." {
			t.Errorf("%s is off because %q", key, got)
		}
	}
	form := press(t, d, f, "a").Open
	if form.Title() != "Payments asks Platform" {
		t.Errorf("the form is called %q", form.Title())
	}
	e := keys(form, f, "enter", "15 February", "enter", "right", "enter", "right", "enter")
	in, ok := e.Do[0].(workshop.MakeRequest)
	if !ok {
		t.Fatalf("asking is %+v", e)
	}
	o := objectiveOf(t, s.State(), "Payments", 1)
	if in.What.Line() != "name-check connector in production by 15 February" || in.NeededBy.Line() != "15 February" || in.Size != model.Large ||
		in.From.Objective != o.ID || in.From.KeyResults[0] != o.KeyResults[0].ID || in.Findings[0].ID != "dep1" {
		t.Errorf("it asks %+v", in)
	}
	do(t, s, in)
	f = withFindings(s, all, 120, 40)
	has(t, seen(t, d, f), "Payments asks Platform", "not answered", "needed by 15 February, size L", "Platform has not answered yet.", "1 commit")
	for _, key := range []string{"a", "x", "s", "p"} {
		if off(t, d, f, key) == "" {
			t.Errorf("%s still works after asking", key)
		}
	}
}

func TestTheFirstKeyResultOfTheEvidenceWaits(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	o := objectiveOf(t, s.State(), "Payments", 1)
	all[0].A.KeyResults = []model.KeyResultID{o.KeyResults[2].ID, o.KeyResults[1].ID}
	all[0].Reasons = nil
	d := &Dependencies{}
	f := withFindings(s, all, 120, 40)
	in := keys(press(t, d, f, "a").Open, f, "enter", "enter", "enter", "enter").Do[0].(workshop.MakeRequest)
	if in.What != o.KeyResults[2].Text || in.From.KeyResults[0] != o.KeyResults[2].ID {
		t.Errorf("it asks %+v", in)
	}
}

func TestEveryAnswerIsOneForm(t *testing.T) {
	for _, c := range []struct {
		key   string
		typed []string
		want  workshop.AnswerRequest
		shows string
	}{
		{"1", []string{"enter", "enter"}, workshop.AnswerRequest{Answer: model.Committed, When: model.Clean("15 February"), Who: model.Clean("Platform")}, "✓ .97"},
		{"2", []string{"15 March", "enter", "sandbox in February", "enter"}, workshop.AnswerRequest{Answer: model.Countered, When: model.Clean("15 March"), Text: model.Clean("sandbox in February")}, "◐ .97"},
		{"3", []string{"two seats are empty", "enter"}, workshop.AnswerRequest{Answer: model.Declined, Text: model.Clean("two seats are empty")}, "✗ .97"},
		{"5", []string{"enter", "a manual check", "enter"}, workshop.AnswerRequest{Answer: model.RiskOwned, Who: model.Clean("Payments"), Text: model.Clean("a manual check")}, "! .97"},
		{"6", []string{"enter", "enter"}, workshop.AnswerRequest{Answer: model.EscalatedUp, Who: model.Clean("leadership")}, "! .97"},
	} {
		t.Run(string(c.want.Answer), func(t *testing.T) {
			s, d, all := asked(t)
			f := withFindings(s, all, 120, 40)
			e := keys(press(t, d, f, c.key).Open, f, c.typed...)
			c.want.Request = d.At(f).Request
			if len(e.Do) != 1 || e.Do[0] != c.want {
				t.Fatalf("%s records %+v, not %+v", c.key, e.Do, c.want)
			}
			do(t, s, e.Do...)
			has(t, seen(t, d, withFindings(s, all, 120, 40)), c.shows, answerWord(c.want.Answer))
		})
	}
}

// What the coach proposes is there until the room has answered: beside what was asked, at its key, and in the form.
func TestTheProposedAnswerIsThereWhenItIsNeeded(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	do(t, s, workshop.PrepareFindings{Findings: all[:1], Words: model.Clean("Whose connector is it?"), Proposal: model.Outcome(model.Countered)})
	d := &Dependencies{}
	f := withFindings(s, all, 120, 40)
	has(t, seen(t, d, f), "proposed: counter-propose", "the coach: Whose connector is it?")
	do(t, s, keys(press(t, d, f, "a").Open, f, "enter", "15 February", "enter", "enter", "enter").Do...)
	f = withFindings(s, all, 120, 40)
	has(t, seen(t, d, f), "not answered", "proposed: counter-propose", "2 counter-propose (proposed)")
	has(t, ansi.Strip(press(t, d, f, "2").Open.View(f)), "This is what was proposed.")
	other := press(t, d, f, "1").Open
	has(t, ansi.Strip(other.View(f)), "Proposed was: counter-propose.")
	do(t, s, keys(other, f, "enter", "enter").Do...)
	if view := seen(t, d, withFindings(s, all, 120, 40)); strings.Contains(view, "proposed: ") {
		t.Errorf("it is proposed although the room has answered:\n%s", view)
	}
}

func TestSisterKeyResultGoesIntoTheOtherTeamsObjective(t *testing.T) {
	s, d, all := asked(t)
	f := withFindings(s, all, 120, 40)
	form := press(t, d, f, "4").Open
	keys(form, f, "enter", "right")
	has(t, ansi.Strip(form.View(f)), "Platform 2", "KR4       name-check connector")
	do(t, s, keys(form, f, "enter").Do...)
	o := objectiveOf(t, s.State(), "Platform", 2)
	if n := len(o.KeyResults); n != 4 {
		t.Errorf("Platform 2 has %d key results", n)
	}
}

func TestACounterProposalCanBeAccepted(t *testing.T) {
	s, d, all := asked(t)
	f := withFindings(s, all, 120, 40)
	do(t, s, keys(press(t, d, f, "2").Open, f, "15 March", "enter", "enter").Do...)
	f = withFindings(s, all, 120, 40)
	has(t, seen(t, d, f), "counter-proposal: by 15 March")
	e := keys(press(t, d, f, "1").Open, f, "enter", "enter")
	if in := e.Do[0].(workshop.AnswerRequest); in.When.Line() != "15 March" {
		t.Errorf("it commits by %q", in.When.Line())
	}
	do(t, s, e.Do...)
	if got := d.Progress(withFindings(s, all, 120, 40)); got != "1/2" {
		t.Errorf("the progress is %s", got)
	}
}

func TestRequestsWithoutAFindingAreOnTheTable(t *testing.T) {
	s := fixture(t)
	do(t, s, workshop.MakeRequest{
		From: sideOf(t, s.State(), "Growth", 3, 2), To: model.Side{Team: team(t, s.State(), "Platform").ID}, What: model.Clean("event triggers"),
	})
	d := &Dependencies{}
	f := withFindings(s, nil, 120, 35)
	has(t, seen(t, d, f), "1 on the table", "Growth → Platform", "event triggers")
	again := &Dependencies{}
	again.Show(f, d.At(f))
	if again.At(f).Request == "" {
		t.Error("its place is not found again")
	}
	if off(t, d, f, "1") != "" || off(t, d, f, "x") == "" {
		t.Error("it can be answered, and not be ruled out")
	}
}

// ring asks in a circle, and much of one team.
func ring(t *testing.T) *workshop.Session {
	t.Helper()
	s := fixture(t)
	ask := func(from string, n int, to, by string) {
		do(t, s, workshop.MakeRequest{
			From: sideOf(t, s.State(), from, n, 1), To: model.Side{Team: team(t, s.State(), to).ID}, What: model.Clean("help for " + from), NeededBy: model.Clean(by),
		})
	}
	ask("Payments", 1, "Fraud & Identity", "")
	ask("Fraud & Identity", 3, "Data & Insights", "")
	ask("Data & Insights", 1, "Payments", "")
	for _, from := range []string{"Growth", "Business Lending", "Customer Care", "Digital Onboarding", "Payments"} {
		ask(from, 1, "Platform", "1 March")
	}
	ask("Growth", 3, "Platform", "soon")
	return s
}

func TestMatrix(t *testing.T) {
	s := ring(t)
	d := &Dependencies{}
	f := withFindings(s, nil, 160, 35)
	press(t, d, f, "m")
	view := seen(t, d, f)
	has(t, view, "WHO ASKS WHOM  9 requests · 9 not settled", "●2", "6 !", "! Platform: 6 asks, 0 promised, 5 of them by 1 March",
		"↻ Payments → Fraud & Identity → Data & Insights → Payments wait for each other")
	if strings.Contains(view, "Legal") {
		t.Error("a team that neither asks nor is asked stands in the matrix")
	}
	for range 12 { // to the corner at the bottom right, and not beyond
		press(t, d, f, "down")
		press(t, d, f, "right")
	}
	a := asksOf(s.State())
	if d.row != len(a.from)-1 || d.col != len(a.to)-1 {
		t.Errorf("the cursor is at %d, %d", d.row, d.col)
	}
	for _, size := range [][2]int{{80, 19}, {80, 10}, {120, 35}, {200, 55}} {
		seen(t, d, withFindings(s, nil, size[0], size[1]))
	}
}

func TestMatrixLeadsToTheRequest(t *testing.T) {
	s := ring(t)
	d := &Dependencies{}
	f := withFindings(s, nil, 120, 35)
	d.Show(f, flow.Target{Request: d.At(f).Request, View: "matrix"})
	if d.At(f).View != "matrix" {
		t.Fatal("the matrix is not shown again")
	}
	a := asksOf(s.State())
	d.row, d.col = indexOf(t, s, a.from, "Data & Insights"), indexOf(t, s, a.to, "Payments")
	has(t, seen(t, d, f), "Data & Insights → Payments", "help for Data & Insights")
	press(t, d, f, "enter")
	m, _ := d.current(f)
	if d.isMatrix || m.request.What.Line() != "help for Data & Insights" {
		t.Errorf("enter leads to %q", m.request.What.Line())
	}
}

func indexOf(t *testing.T, s *workshop.Session, ids []model.TeamID, name string) int {
	t.Helper()
	for i, id := range ids {
		if s.State().TeamName(id) == name {
			return i
		}
	}
	t.Fatalf("%s is not there", name)
	return -1
}

func TestEmptyMatrix(t *testing.T) {
	s := fixture(t)
	d := &Dependencies{}
	f := withFindings(s, nil, 120, 35)
	d.Show(f, flow.Target{View: "matrix"})
	has(t, seen(t, d, f), "Nobody has asked another team yet.", "Press m for the list")
	if off(t, d, f, "enter") == "" || off(t, d, f, "up") == "" {
		t.Error("keys work in an empty matrix")
	}
}

func TestNamesOfColumnsStayApart(t *testing.T) {
	s := workshop.New()
	for _, name := range []string{"Data & Insights", "Data Platform", "Legal & Compliance"} {
		do(t, s, workshop.AddTeam{Name: model.Clean(name)})
	}
	var ids []model.TeamID
	for _, t := range s.State().Stalls() {
		ids = append(ids, t.ID)
	}
	for room, want := range map[int]string{40: "D&Insights,DPlatform,Legal", 60: "Data & Insights,Data Platform,Legal & Compliance"} {
		names, _ := columnNames(s.State(), ids, room)
		if got := strings.Join(names, ","); got != want {
			t.Errorf("in %d cells the columns are called %s", room, got)
		}
	}
}
