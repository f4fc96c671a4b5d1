package workshop

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"souk/model"
)

// tenet is a team with two objectives that have nothing in common.
func tenet() model.Drafts {
	return model.Drafts{Teams: []model.DraftTeam{
		{Name: text("Talent"), Objectives: []model.DraftObjective{
			{
				Title: text("Build the foundation to help our team scale"), WhyNow: text("Hiring is everybody's work"),
				KeyResults: []model.DraftKeyResult{{Text: text("90% of interviewers trained")}, {Text: text("One tool")}, {Text: text("A guide")}},
			},
			{Title: text("Candidates love us"), WhyNow: text("We lose half of them"), KeyResults: []model.DraftKeyResult{{Text: text("NPS of 60")}}},
		}},
		{Name: text("Sales"), Objectives: []model.DraftObjective{
			{Title: text("Every company can buy")}, {Title: text("A pipeline that repeats"), Supports: []model.Text{text("Talent")}}, {Title: text("Thrive")},
		}},
		{Name: text("Ops"), Objectives: []model.DraftObjective{{Title: text("Books in a day"), Supports: []model.Text{text("Sales")}}}},
	}}
}

func (r *room) imports(d model.Drafts, change func(d *model.Drafts)) DraftsImported {
	r.t.Helper()
	change(&d)
	return r.do(ImportDrafts{Drafts: d}).Fact.(DraftsImported)
}

func tenetRoom(t fataler) *room {
	r := newRoom(t)
	r.imports(tenet(), func(*model.Drafts) {})
	return r
}

func TestARewordedObjectiveIsFoundBy(t *testing.T) {
	for name, c := range map[string]struct {
		change func(o *model.DraftObjective)
		found  bool
	}{
		"all but its title": {func(o *model.DraftObjective) { o.Title = text("Everybody hires") }, true},
		"most of its key results": {func(o *model.DraftObjective) {
			o.Title, o.WhyNow, o.KeyResults[1].Text = text("Everybody hires"), text("Growth"), text("Two tools")
		}, true},
		"its why now": {func(o *model.DraftObjective) {
			o.Title, o.WhyNow, o.KeyResults = text("Everybody hires"), text("hiring is  everybody's work"), nil
		}, true},
		"nearly its title": {func(o *model.DraftObjective) {
			o.Title, o.WhyNow, o.KeyResults = text("Build the foundation that helps our team scale!"), text("Growth"), nil
		}, true},
		"nothing": {func(o *model.DraftObjective) {
			o.Title, o.WhyNow, o.KeyResults[0].Text, o.KeyResults[1].Text = text("Build offices"), text("Growth"), text("Two"), text("Three")
		}, false},
		"another id": {func(o *model.DraftObjective) { o.ID, o.Title = "T-9", text("Everybody hires") }, true}, // it had none
	} {
		t.Run(name, func(t *testing.T) {
			r := tenetRoom(t)
			was := r.objective("Talent 1")
			r.do(Speak{was.ID, model.TeamParty, model.NotYet, text("too much")})
			r.do(RecordWhyNow{r.id("Talent 2"), text("said aloud")})
			f := r.imports(tenet(), func(d *model.Drafts) { c.change(&d.Teams[0].Objectives[0]) })
			now := r.objective("Talent 1")
			if n := len(r.State().ObjectivesOf(now.Team)); (n == 2) != c.found || (f.New == 0) != c.found {
				t.Fatalf("%d objectives, %d new", n, f.New)
			}
			if now.ID != was.ID || now.Agreement.Team.Reason != text("too much") || c.found == (now.Title == was.Title) {
				t.Errorf("it became %+v", now)
			}
			if got := r.objective("Talent 2").WhyNow; got != text("said aloud") {
				t.Errorf("the other one's why now is %q", got)
			}
		})
	}
}

// The room's title stays, and the next drafts are told from what the last ones said.
func TestARewordedDraftOfWhatTheRoomRewordedIsKnown(t *testing.T) {
	r := tenetRoom(t)
	o := r.objective("Talent 1")
	r.do(RewordObjective{o.ID, text("Hire together")})
	d := tenet()
	d.Teams[0].Objectives[0].Title = text("Everybody hires")
	r.do(ImportDrafts{Drafts: d})
	if was, _ := r.State().Drafted.Get(o.ID); r.objective("Talent 1").Title != text("Hire together") || was.Title != text("Everybody hires") {
		t.Errorf("it is %q, drafted as %q", r.objective("Talent 1").Title, was.Title)
	}
	r.refuses(Unchanged, ImportDrafts{Drafts: d})
}

func TestWhatCouldBeTwoIsNeither(t *testing.T) {
	r := newRoom(t)
	twins := func(a, b string, ids ...model.ObjectiveID) model.Drafts {
		d := model.Drafts{Teams: []model.DraftTeam{{Name: text("Ops")}}}
		for i, title := range []string{a, b} {
			o := model.DraftObjective{Title: text(title), WhyNow: text("Keep the business running"), KeyResults: []model.DraftKeyResult{{Text: text("99%")}}}
			if i < len(ids) {
				o.ID = ids[i]
			}
			d.Teams[0].Objectives = append(d.Teams[0].Objectives, o)
		}
		return d
	}
	r.do(ImportDrafts{Drafts: twins("Books", "Ledgers", "O-1", "O-2")})
	f := r.do(ImportDrafts{Drafts: twins("Invoices", "Payroll")}).Fact.(DraftsImported)
	if f.New != 2 {
		t.Errorf("%d new; of two that are alike nobody knows which is which", f.New)
	}
	f = r.do(ImportDrafts{Drafts: twins("Invoices of today", "Payroll", "O-3")}).Fact.(DraftsImported)
	if f.New != 0 || r.objective("Ops 3").Title != text("Invoices of today") {
		t.Errorf("%d new; one that had no id may get one", f.New)
	}
	f = r.do(ImportDrafts{Drafts: twins("Invoices of tomorrow", "Payroll", "O-4")}).Fact.(DraftsImported)
	if f.New != 1 {
		t.Errorf("%d new; another id says that it is another one", f.New)
	}
}

func TestARenamedTeamKeepsWhatItHas(t *testing.T) {
	r := tenetRoom(t)
	sales, ops := r.team("Sales"), r.id("Ops 1")
	r.do(MarkPresence{sales, true, true})
	rename := func(d *model.Drafts) {
		d.Teams[1].Name, d.Teams[1].Objectives[2].Title = text("Field Sales"), text("Thrive together")
	}
	r.imports(tenet(), rename)
	now, _ := r.State().Teams.Get(sales)
	if r.State().Teams.Len() != 3 || now.Name != text("Field Sales") || !now.MayCommit || len(now.Objectives) != 4 {
		t.Fatalf("%d teams, and Sales became %+v", r.State().Teams.Len(), now)
	}
	if p := r.State().objectiveOf(ops).Supports[0]; p.Team != sales {
		t.Errorf("drafts that still say Sales mean %+v", p)
	}
	d := tenet()
	rename(&d)
	r.refuses(Unchanged, ImportDrafts{Drafts: d})
	r.imports(tenet(), func(*model.Drafts) {})
	if got := r.State().TeamName(sales); got != "Sales" || r.State().Teams.Len() != 3 {
		t.Errorf("with the old drafts it is called %s", got)
	}
}

func (s *State) objectiveOf(id model.ObjectiveID) model.Objective {
	o, _ := s.Objectives.Get(id)
	return o
}

func TestASisterTeamIsNotARenamedOne(t *testing.T) {
	r := tenetRoom(t)
	d := model.Drafts{Teams: tenet().Teams[1:2]}
	d.Teams[0].Name = text("Sales East") // out of the same template, in a file of its own
	r.do(ImportDrafts{Drafts: d})
	if r.State().Teams.Len() != 4 || r.team("Sales") == r.team("Sales East") {
		t.Error("drafts of one team renamed another")
	}
	d = tenet()
	d.Teams[1].Name, d.Teams[2].Name = text("Sales West"), text("Sales North")
	d.Teams[2].Objectives = d.Teams[1].Objectives
	r.do(ImportDrafts{Drafts: d})
	if r.State().Teams.Len() != 6 {
		t.Errorf("%d teams, want 6: of two that could be the old one nobody knows which it is", r.State().Teams.Len())
	}
}

func TestWhatDraftsLeaveOutIsListed(t *testing.T) {
	r := tenetRoom(t)
	r.do(AddObjective{r.team("Talent"), text("Said in the room")})
	two := r.id("Talent 2")
	r.do(DecideObjective{Objective: r.id("Sales 3"), Outcome: model.Drop, Rationale: text("no")})
	d := tenet()
	if out := r.State().LeftOut(d); len(out.Objectives)+len(out.Teams) > 0 {
		t.Errorf("the same drafts leave out %+v", out)
	}
	d.Teams[0].Objectives = d.Teams[0].Objectives[:1]
	d.Teams[1].Objectives = d.Teams[1].Objectives[:2]
	if out := r.State().LeftOut(d); asJSON(t, out) != asJSON(t, LeftOut{Objectives: []model.ObjectiveID{two}}) {
		t.Errorf("drafts leave out %+v, want %s", out, two)
	}
	if out := r.State().LeftOut(model.Drafts{Teams: d.Teams[:2]}); len(out.Teams) != 1 || out.Teams[0] != r.team("Ops") {
		t.Errorf("drafts of most teams leave out %+v", out)
	}
	if out := r.State().LeftOut(model.Drafts{Teams: d.Teams[1:2]}); len(out.Teams)+len(out.Objectives) != 0 {
		t.Errorf("drafts of one team leave out %+v", out)
	}
}

func TestATeamWhoseDraftsChangedIsUnread(t *testing.T) {
	r := tenetRoom(t)
	talent, sales, ops := r.team("Talent"), r.team("Sales"), r.team("Ops")
	for _, id := range []model.TeamID{talent, sales, ops} {
		r.do(MarkReviewed{id, true})
	}
	r.imports(tenet(), func(d *model.Drafts) {
		d.Teams[0].Objectives[0].WhyNow = text("We grow")
		d.Teams[1].Level = text("stream")
		d.Teams[2].Needs = []model.DraftExchange{{Text: text("a tool")}}
	})
	p := r.State().Private
	if p.HasReviewed(talent) || !p.HasReviewed(sales) || p.HasReviewed(ops) {
		t.Errorf("read are %v", p.Reviewed)
	}
	r.undo()
	if p := r.State().Private; len(p.Reviewed) != 3 {
		t.Errorf("after undo read are %v", p.Reviewed)
	}
}

// reworked draws what teams make of their drafts: they reword, rename, drop, add and shuffle. Every title stands once.
func reworked(t *rapid.T, d model.Drafts, round int) model.Drafts {
	n := 0
	fresh := func(label string) model.Text { n++; return text(fmt.Sprintf("%s %d.%d", label, round, n)) }
	chance := func(label string) bool { return rapid.IntRange(0, 3).Draw(t, label) == 0 }
	var teams []model.DraftTeam
	for _, team := range d.Teams {
		if chance("renamed") {
			team.Name = text("New " + team.Name.String())
		}
		var kept []model.DraftObjective
		for _, o := range team.Objectives {
			o.KeyResults = slices.Clone(o.KeyResults)
			switch rapid.IntRange(0, 5).Draw(t, "change") {
			case 0:
				continue
			case 1:
				o.Title = fresh("Anew")
			case 2:
				o.Title = text(o.Title.String() + " now")
			case 3:
				o.Title, o.WhyNow = fresh("Anew"), fresh("Since")
			case 4:
				o.Title, o.KeyResults = fresh("Anew"), append(o.KeyResults, model.DraftKeyResult{Text: fresh("One more")})
			}
			kept = append(kept, o)
		}
		for chance("more") {
			kept = append(kept, model.DraftObjective{Title: fresh("More"), WhyNow: text(rapid.SampledFrom([]string{"", "We grow", "We lose half of them"}).Draw(t, "why"))})
		}
		team.Objectives = kept
		teams = append(teams, team)
	}
	d.Teams = teams
	return d
}

// What a team reworked, renamed or left out: nothing that was known gets lost, no two drafts become one, and the same drafts again change nothing.
func TestReworkedDraftsLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, d := tenetRoom(t), tenet()
		for round := range rapid.IntRange(1, 3).Draw(t, "rounds") {
			before := r.State()
			d = reworked(t, d, round)
			if _, err := r.try(ImportDrafts{Drafts: d}); err != nil {
				wantCode(t, err, Unchanged)
			}
			for _, team := range d.Teams {
				known, ok := r.State().TeamByName(team.Name)
				if !ok {
					t.Fatalf("%s is not there", team.Name)
				}
				titles := map[model.Text]int{}
				for _, o := range r.State().ObjectivesOf(known.ID) {
					titles[o.Title]++
				}
				for _, o := range team.Objectives {
					if titles[o.Title] != 1 {
						t.Fatalf("%q stands %d times at %s", o.Title, titles[o.Title], team.Name)
					}
				}
			}
			for o := range before.Objectives.All() {
				if !r.State().Objectives.Has(o.ID) {
					t.Fatalf("%s was lost", o.ID)
				}
			}
			if _, err := r.try(ImportDrafts{Drafts: d}); err == nil {
				t.Fatalf("the same drafts again bring %s", r.State().lastImport(t, r))
			}
		}
	})
}

// The order in which teams and objectives stand in drafts says nothing about which is which.
func TestTheOrderOfDraftsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := reworked(t, tenet(), 0)
		shuffled := model.Drafts{Teams: rapid.Permutation(d.Teams).Draw(t, "teams")}
		for i, team := range shuffled.Teams {
			shuffled.Teams[i].Objectives = rapid.Permutation(team.Objectives).Draw(t, "objectives")
		}
		var became [2]string
		for i, drafts := range []model.Drafts{d, shuffled} {
			r := tenetRoom(t)
			known := r.State()
			if _, err := r.try(ImportDrafts{Drafts: drafts}); err != nil {
				wantCode(t, err, Unchanged)
			}
			for o := range known.Objectives.All() {
				now := r.State().objectiveOf(o.ID)
				became[i] += fmt.Sprintln(r.State().TeamName(now.Team), o.ID, now.Title, now.WhyNow, asJSON(t, keyResultTexts(now)))
			}
			became[i] += fmt.Sprintln(r.State().Teams.Len(), r.State().Objectives.Len())
		}
		if became[0] != became[1] {
			t.Fatalf("in one order\n%s\nin the other\n%s", became[0], became[1])
		}
	})
}
