package review

import (
	"slices"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/screens"
	"souk/ui/theme"
	"souk/workshop"
	checks "souk/workshop/review"
)

// TestEveryCheckHasAQuestion holds that a coach never begins with a blank, and that no question speaks of checks.
func TestEveryCheckHasAQuestion(t *testing.T) {
	known := map[string]bool{}
	for _, c := range checks.Checks() {
		known[c.ID] = true
		it := item{sort: ofCheck, card: checks.Card{Check: &c, Places: []checks.Place{{Text: model.Clean("Warehouse quality")}}}}
		english, german := proposal{}, proposal{german: true}
		english.onCheck(workshop.New().State(), it)
		german.onCheck(workshop.New().State(), it)
		for _, q := range []string{english.text, german.text} {
			if !strings.Contains(q, "?") || strings.Contains(q, "{}") || strings.Contains(strings.ToLower(q), "check") {
				t.Errorf("%s asks %q", c.ID, q)
			}
		}
		if english.text == german.text {
			t.Errorf("%s asks everybody %q", c.ID, german.text)
		}
		if strings.Contains(english.text, "“") != (len(english.quotes) == 1) {
			t.Errorf("%s quotes %v in %q", c.ID, english.quotes, english.text)
		}
	}
	for id := range askOf {
		if !known[id] {
			t.Errorf("there is a question for %s, which is no check", id)
		}
	}
}

func TestAQuestionAboutSeveralPlacesSaysSo(t *testing.T) {
	c := checks.Checks()[0]
	place := checks.Place{Text: model.Clean("Launch the new returns portal")}
	it := item{sort: ofCheck, card: checks.Card{Check: &c, Places: []checks.Place{place, place, place}}}
	q := proposal{}
	if q.onCheck(workshop.New().State(), it); !strings.Contains(q.text, "2 other lines of yours") {
		t.Errorf("it asks %q", q.text)
	}
}

// workshopStart is when everything in these tests happens.
var workshopStart = time.Date(2027, 1, 12, 9, 0, 0, 0, time.UTC)

// two is a workshop with a team that needs another one.
func two(t *testing.T) (s *workshop.Session, need, like model.Finding) {
	t.Helper()
	d := model.Drafts{Teams: []model.DraftTeam{
		{Name: model.Clean("Payments"), Objectives: []model.DraftObjective{{Title: model.Clean("Customers pay anyone in seconds")}}},
		{Name: model.Clean("Platform"), Objectives: []model.DraftObjective{{Title: model.Clean("Teams ship without waiting for us")}}},
	}}
	s = workshop.New()
	do(t, s, workshop.ImportDrafts{Drafts: d})
	var sides []model.Side
	for o := range s.State().Objectives.All() {
		sides = append(sides, model.Side{Team: o.Team, Objective: o.ID})
	}
	need = model.Finding{ID: "n", Kind: model.Dependency, Score: .9, A: sides[0], B: sides[1]}
	like = model.Finding{ID: "l", Kind: model.Duplicate, Score: .8, A: sides[0], B: sides[1]}
	return s, need, like
}

func do(t *testing.T, s *workshop.Session, intents ...workshop.Intent) {
	t.Helper()
	for _, in := range intents {
		if _, err := s.Do(workshopStart, model.Clean("Ada"), in); err != nil {
			t.Fatalf("%T: %v", in, err)
		}
	}
}

func TestQuestionsAboutAnotherTeamDependOnTheSide(t *testing.T) {
	s, need, like := two(t)
	f := flow.Frame{State: s.State(), Findings: []model.Finding{need, like}}
	ms := screens.Matters(f, true)
	ask := func(m screens.Matter, team model.TeamID) string {
		return questionFor(f, item{sort: ofPair, matter: m}, team).text
	}
	for want, got := range map[string]string{
		"what exactly do you need from Platform":                            ask(ms[0], need.A.Team),
		"Payments may need something from you":                              ask(ms[0], need.B.Team),
		"Platform plans “Teams ship without waiting for us”. Is that the s": ask(ms[1], like.A.Team),
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it asks %q, not %q", got, want)
		}
	}
}

func TestQueueingKeepsTheOrderAndTakesOut(t *testing.T) {
	s, need, like := two(t)
	read := &reading{}
	press := func(id model.FindingID) {
		t.Helper()
		table := s.State().OnTheTable([]model.Finding{need, like})
		s.State().InQueueOrder(table)
		f := flow.Frame{State: s.State(), Findings: table}
		ms := read.of(f).matters
		i := slices.IndexFunc(ms, func(m screens.Matter) bool { return m.Finding().ID == id })
		if _, err := s.DoAll(workshopStart, model.Text{}, queueing(f, read, ms[i])...); err != nil {
			t.Fatal(err)
		}
	}
	press("l")
	press("n")
	if got := s.State().Queue; !slices.Equal(got, []model.FindingID{"l", "n"}) {
		t.Errorf("the queue is %v", got)
	}
	press("l")
	got, _ := s.State().Findings.Get("l")
	if !slices.Equal(s.State().Queue, []model.FindingID{"n"}) || got.Status != model.Open {
		t.Errorf("taken out, the queue is %v and the finding %q", s.State().Queue, got.Status)
	}
	press("n")
	if len(s.State().Queue) != 0 {
		t.Errorf("the queue is %v", s.State().Queue)
	}
}

// The words are the coach's own: the form begins empty, shows what the machine would say, and says who reads them.
func TestTheWordsOfAMatterBeginEmpty(t *testing.T) {
	s, need, like := two(t)
	need.Reasons = []model.Reason{{Text: model.Clean("Payments names Platform")}}
	f := flow.Frame{State: s.State(), Findings: []model.Finding{need, like}, Styles: theme.New(theme.NoColour), Width: 100, Height: 20}
	ms := screens.Matters(f, true)
	form := wordForm(f, ms[0])
	if v := form.(*dialog.Form).Values().Text("words"); !v.IsEmpty() {
		t.Errorf("it begins with %q", v.Line())
	}
	for _, want := range []string{"the page ahead to Platform", "only the reasons speak: “Payments names Platform”"} {
		if view := form.View(f); !strings.Contains(view, want) {
			t.Errorf("%q is not in\n%s", want, view)
		}
	}
	if view := wordForm(f, ms[1]).View(f); strings.Contains(view, "ahead") {
		t.Errorf("what is no dependency is on no page:\n%s", view)
	}
}

func TestDismissingTakesOutOfTheQueue(t *testing.T) {
	s, need, like := two(t)
	do(t, s,
		workshop.TriageFindings{Findings: []model.Finding{need}, Status: model.Queued}, workshop.TriageFindings{Findings: []model.Finding{like}, Status: model.Queued},
		workshop.OrderQueue{Queue: []model.FindingID{"l", "n"}})
	f := flow.Frame{State: s.State(), Findings: s.State().OnTheTable(nil)}
	read := &reading{}
	i := slices.IndexFunc(read.of(f).matters, func(m screens.Matter) bool { return m.Finding().ID == "l" })
	do(t, s, triage(f, read, read.matters[i], model.Dismissed)...)
	if got := s.State().Queue; !slices.Equal(got, []model.FindingID{"n"}) {
		t.Errorf("what is dismissed stays in the queue: %v", got)
	}
}

func TestTheChecksRunOnlyWhenTheDraftsChange(t *testing.T) {
	s, _, _ := two(t)
	before := s.State()
	team := before.Stalls()[0]
	do(t, s, workshop.MarkReviewed{Team: team.ID, Reviewed: true}, workshop.NotePrivately{About: model.Side{Team: team.ID}, Text: model.Clean("x")})
	if !sameDrafts(before, s.State()) {
		t.Error("a mark and a note change what the checks say")
	}
	for name, in := range map[string]workshop.Intent{
		"a why-now":    workshop.RecordWhyNow{Objective: team.Objectives[0], Why: model.Clean("The law changes in May.")},
		"a dismissal":  workshop.DismissChecks{IDs: []string{"c"}},
		"the settings": workshop.SetChecks{Settings: model.CheckSettings{Off: []string{"vague"}}},
		"the cycle":    workshop.NameWorkshop{Organisation: model.Clean("Bank"), Cycle: model.Clean("2027-Q1")},
	} {
		old := s.State()
		do(t, s, in)
		if sameDrafts(old, s.State()) {
			t.Errorf("%s does not change what the checks say", name)
		}
	}
}

func TestTheNextUnreadTeamIsFoundRoundTheEnd(t *testing.T) {
	s, _, _ := two(t)
	teams := s.State().Stalls()
	if got := unread(s.State(), teams[1].ID); got != teams[0].ID {
		t.Errorf("after the last comes %q", got)
	}
	do(t, s, workshop.MarkReviewed{Team: teams[0].ID, Reviewed: true})
	if got := unread(s.State(), teams[1].ID); got != "" {
		t.Errorf("there is another unread team: %q", got)
	}
	if got := unread(s.State(), ""); got != teams[1].ID {
		t.Errorf("the first unread team is %q", got)
	}
}
