package review

import (
	"slices"
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/screens"
	"souk/ui/theme"
	"souk/workshop"
	checks "souk/workshop/review"
)

func TestAQuestionRepeatsTheWholeLineAndCutsBetweenWords(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Customers who wait ", 20))
	d := model.Drafts{Teams: []model.DraftTeam{{Name: model.Clean("Care"), Objectives: []model.DraftObjective{{
		Title: model.Clean("Nobody waits"), WhyNow: model.Clean(long), KeyResults: []model.DraftKeyResult{{Text: model.Clean("Waiting time below TBD minutes")}},
	}}}}}
	s := workshop.New()
	do(t, s, workshop.ImportDrafts{Drafts: d})
	var o model.Objective
	for o = range s.State().Objectives.All() {
	}
	ask := func(check string, at checks.Place) proposal {
		for _, c := range checks.Checks() {
			if c.ID == check {
				p := proposal{}
				p.onCheck(s.State(), item{sort: ofCheck, card: checks.Card{Check: &c, Places: []checks.Place{at}}})
				return p
			}
		}
		t.Fatalf("there is no check %s", check)
		return proposal{}
	}
	open := ask("placeholder", checks.Place{Span: model.Span{Objective: o.ID, KeyResult: o.KeyResults[0].ID}, Text: model.Clean("TBD")})
	if !strings.Contains(open.text, "“Waiting time below TBD minutes”") || open.quotes[0] != o.KeyResults[0].Text {
		t.Errorf("it asks %q, quoting %v", open.text, open.quotes)
	}
	why := ask("why-now-generic", checks.Place{Span: model.Span{Objective: o.ID}, InWhyNow: true, Text: o.WhyNow})
	if said, _, _ := strings.Cut(why.text, " …”"); !strings.Contains(long, strings.TrimPrefix(said, "“")+" ") || !strings.HasPrefix(long, why.quotes[0].Line()) {
		t.Errorf("it asks %q, quoting %v", why.text, why.quotes)
	}
	do(t, s, workshop.AskStall{Team: o.Team, Objective: o.ID, Text: model.Clean(open.text), Quotes: open.quotes})
	q := s.State().QuestionsTo(o.Team)[0]
	if s.State().IsOutdated(q) {
		t.Error("the draft reads as it did, and the question is outdated")
	}
	do(t, s, workshop.RewordKeyResult{Objective: o.ID, KeyResult: o.KeyResults[0].ID, Text: model.Clean("Waiting time below 9 minutes")})
	items := asked(s.State(), o.Team)
	if len(items) != 1 || !items[0].outdated {
		t.Errorf("the words are gone, and the items are %+v", items)
	}
}

// many is a workshop of teams of which the first asks all others for the same, and three write the same line.
func many(t *testing.T) (flow.Frame, []model.Side) {
	t.Helper()
	var d model.Drafts
	for _, name := range []string{"Product", "Sales", "Care", "Legal", "Finance"} {
		d.Teams = append(d.Teams, model.DraftTeam{Name: model.Clean(name), Objectives: []model.DraftObjective{{
			Title: model.Clean(name + " does well"), KeyResults: []model.DraftKeyResult{{Text: model.Clean("Every team of " + name + " has a number")}},
		}}})
	}
	s := workshop.New()
	do(t, s, workshop.ImportDrafts{Drafts: d})
	var sides []model.Side
	var fs []model.Finding
	for o := range s.State().Objectives.All() {
		sides = append(sides, model.Side{Team: o.Team, Objective: o.ID, KeyResults: []model.KeyResultID{o.KeyResults[0].ID}})
	}
	for _, b := range sides[1:] {
		fs = append(fs, model.Finding{ID: model.Pair(model.Dependency, sides[0], b), Kind: model.Dependency, Card: "all", Score: .9, A: sides[0], B: model.Side{Team: b.Team}})
	}
	for _, b := range sides[2:4] {
		fs = append(fs, model.Finding{ID: model.Pair(model.Duplicate, sides[1], b), Kind: model.Duplicate, Card: "same", Score: .9, A: sides[1], B: b})
	}
	return flow.Frame{State: s.State(), Findings: fs, Styles: theme.New(theme.NoColour), Width: 80, Height: 19}, sides
}

func TestWhoIsAskedByOneTeamForAllSeesThatTeam(t *testing.T) {
	f, sides := many(t)
	m := screens.Matters(f, true)[0]
	legal := sides[3].Team
	if got := kindSign(m, legal) + " " + others(f, m, legal); got != "← Product (asks all teams)" {
		t.Errorf("Legal sees %q", got)
	}
	if got := kindSign(m, sides[0].Team) + " " + others(f, m, sides[0].Team); got != "→ all teams" {
		t.Errorf("Product sees %q", got)
	}
	if got := questionOf(f, m, legal); got != "Does Product need Legal for this?" {
		t.Errorf("the question is %q", got)
	}
	if got := everybody(f, m); got != "Product → all teams" {
		t.Errorf("the queue says %q", got)
	}
}

func TestACardOfThreeTeamsShowsTheLineOfEach(t *testing.T) {
	f, sides := many(t)
	ms := screens.Matters(f, true)
	m := ms[len(ms)-1]
	care := sides[2].Team
	if got := others(f, m, care); got != "Sales, Legal" {
		t.Errorf("Care sees %q", got)
	}
	if got := everybody(f, m); got != "Sales = Care = Legal" {
		t.Errorf("the queue says %q", got)
	}
	team, _ := f.State.Teams.Get(care)
	for _, f.Width = range []int{80, 120} {
		page := strings.Join(strings.Fields(strings.Join(pairDetail(f, team, item{sort: ofPair, matter: m}, 66), " ")), " ")
		for _, want := range []string{"Sales 1 KR1 Every team of Sales has a number", "Legal 1 KR1 Every team of Legal", "Care 1 KR1 Every team of Care"} {
			if !strings.Contains(page, want) {
				t.Errorf("at %d, %q is missing: %s", f.Width, want, page)
			}
		}
	}
	q := questionFor(f, item{sort: ofPair, matter: m}, care)
	if !strings.HasPrefix(q.text, "Sales and Legal plan the same as you") {
		t.Errorf("Care is asked %q", q.text)
	}
}

func TestTheQueueKeepsItsOrderWhileTheCoachWorks(t *testing.T) {
	f, sides := many(t)
	f.Findings = nil
	for i, kind := range []model.FindingKind{model.Duplicate, model.Synergy, model.Conflict} {
		for k, b := range sides[1:4] {
			fi := model.Finding{ID: model.Pair(kind, sides[0], b), Kind: kind, Score: .9 - float64(i+10*k)/100, A: sides[0], B: b}
			f.Findings = append(f.Findings, fi)
		}
	}
	s := &Queue{read: &reading{}}
	keys := func() (out []string) {
		for _, e := range s.rows(f) {
			if !e.queued {
				out = append(out, e.matter.Key())
			}
		}
		return out
	}
	for left := keys(); len(left) > 1; left = left[1:] {
		if e, _ := s.current(f); e.matter.Key() != left[0] {
			t.Fatalf("the cursor is on %s, and left are %v", e.matter.Key(), left)
		}
		s.goOn(f)
		i := slices.IndexFunc(f.Findings, func(fi model.Finding) bool { return string(fi.ID) == left[0] })
		f.Findings = slices.Clone(f.Findings)
		f.Findings[i].Status = model.Queued
		slices.Reverse(f.Findings) // as if what the room decides had ranked them anew
		if got := keys(); !slices.Equal(got, left[1:]) {
			t.Fatalf("behind %s come %v, not %v", left[0], got, left[1:])
		}
	}
}

func TestWhatIsSaidOfNearlyEveryTeamIsNoMatterOfOne(t *testing.T) {
	f, _ := many(t)
	r := (&reading{}).of(f)
	if len(r.common) == 0 {
		t.Fatal("nobody says why now, and nothing is common")
	}
	for _, team := range f.State.Stalls() {
		for _, c := range r.own(team.ID) {
			if c.Check.ID == r.common[0].check.ID {
				t.Errorf("%s has a card of its own: %s", team.Name.Line(), c.Check.Title)
			}
		}
		if len(r.everywhere(team.ID)) == 0 {
			t.Errorf("%s does not show what is said of all", team.Name.Line())
		}
	}
	few, _, _ := two(t)
	if r := (&reading{}).of(flow.Frame{State: few.State()}); len(r.common) != 0 {
		t.Errorf("of two teams, %v is common", r.common)
	}
}

func TestTeamsAreSorted(t *testing.T) {
	f, sides := many(t)
	f.Findings = f.Findings[4:5] // Sales and Care
	s := &Teams{read: &reading{}, order: mostOpen}
	var got []model.TeamID
	for _, team := range s.rows(f) {
		got = append(got, team.ID)
	}
	want := []model.TeamID{sides[1].Team, sides[2].Team, sides[0].Team, sides[3].Team, sides[4].Team}
	if !slices.Equal(got, want) {
		t.Errorf("the most open first is %v, not %v", got, want)
	}
}
