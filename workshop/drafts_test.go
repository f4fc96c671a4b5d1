package workshop

import (
	"testing"

	"pgregory.net/rapid"

	"souk/model"
)

func TestImport(t *testing.T) {
	r := market(t)
	f := r.journal[0].Fact.(DraftsImported)
	if f.New != 8 || f.Updated != 0 || f.Unchanged != 0 {
		t.Errorf("%d new, %d updated, %d unchanged; want 8, 0, 0", f.New, f.Updated, f.Unchanged)
	}
	s := r.State()
	pay, _ := s.Teams.Get(r.team("Payments"))
	if pay.Parent != r.team("Retail") || pay.Kind != model.DeliveryTeam || !pay.Present || pay.Needs[0].Team != r.team("Platform") || pay.Needs[0].Raised {
		t.Errorf("Payments came as %+v", pay)
	}
	o := r.objective("Payments 1")
	if o.Ref != "P-1" || o.KeyResults[0].Ref != "P-1.1" || o.Supports[0].Intent != r.intent("Reduce churn") {
		t.Errorf("Payments 1 came as %+v", o)
	}
	if p := r.objective("Platform 1").Supports[0]; p.Team != pay.ID {
		t.Errorf("Platform 1 supports %+v", p)
	}
	if was, ok := s.Drafted.Get(o.ID); !ok || asJSON(t, was) != asJSON(t, o) {
		t.Error("the drafted objective is not kept")
	}
	r.refuses(Empty, ImportDrafts{})
	r.refuses(Empty, ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{{}}}})
	r.refuses(Unchanged, ImportDrafts{Drafts: drafts(), Source: text("other.yaml")})
}

// Whatever is in the drafts, and whatever happened in the room: the same drafts twice change nothing the second time.
func TestImportingTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := story(t, 12)
		d := anyDrafts(t)
		if _, err := r.try(ImportDrafts{Drafts: d}); err != nil {
			return
		}
		before := content(t, r.State())
		if _, err := r.try(ImportDrafts{Drafts: d}); err == nil {
			t.Fatalf("the second import has %s\nbefore %s\nafter  %s", r.State().lastImport(t, r), before, content(t, r.State()))
		} else {
			wantCode(t, err, Unchanged)
		}
	})
}

func (s *State) lastImport(t fataler, r *room) string {
	return asJSON(t, r.journal[len(r.journal)-1].Fact)
}

// An import keeps every id, every decision, every word that was said, and each objective in exactly one list of its team.
func TestImportLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := story(t, 12)
		before := r.State()
		if _, err := r.try(ImportDrafts{Drafts: anyDrafts(t)}); err != nil {
			return
		}
		after := r.State()
		for o := range before.Objectives.All() {
			now, ok := after.Objectives.Get(o.ID)
			if !ok || now.Team != o.Team || now.Fate != o.Fate || asJSON(t, now.Agreement) != asJSON(t, o.Agreement) || asJSON(t, now.Notes) != asJSON(t, o.Notes) {
				t.Fatalf("%+v became %+v", o, now)
			}
		}
		for o := range after.Objectives.All() {
			n := 0
			team, _ := after.Teams.Get(o.Team)
			for _, id := range team.Objectives {
				if id == o.ID {
					n++
				}
			}
			if n != 1 {
				t.Fatalf("%s stands %d times in the list of its team", o.ID, n)
			}
		}
		if asJSON(t, before.Decisions) != asJSON(t, after.Decisions) || asJSON(t, before.Requests) != asJSON(t, after.Requests) {
			t.Fatal("decisions or requests changed")
		}
	})
}

// again imports the drafts once more after a change to them.
func (r *room) again(change func(d *model.Drafts)) DraftsImported {
	r.t.Helper()
	d := drafts()
	change(&d)
	return r.do(ImportDrafts{Drafts: d}).Fact.(DraftsImported)
}

func TestDraftsChangeWhatTheRoomDidNot(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	r.do(RewordObjective{o.ID, text("Pay in a second")})
	r.do(RewordKeyResult{o.ID, o.KeyResults[1].ID, text("Halve disputes")})
	r.do(StateSupport{o.ID, []model.Text{text("the law")}})
	f := r.again(func(d *model.Drafts) {
		p := &d.Teams[0].Objectives[0]
		p.Title, p.WhyNow, p.Supports = text("Pay anybody"), text("Mandatory in May"), []model.Text{text("Become the primary bank")}
		p.KeyResults[0].Text, p.KeyResults[1].Target = text("Instant payments to 99%"), text("5")
	})
	if f.New != 0 || f.Updated != 1 || f.Unchanged != 7 {
		t.Errorf("%d new, %d updated, %d unchanged", f.New, f.Updated, f.Unchanged)
	}
	now := r.objective("Payments 1")
	got := []model.Text{now.Title, now.WhyNow, now.Supports[0].Text, now.KeyResults[0].Text, now.KeyResults[1].Text, now.KeyResults[1].Target}
	want := `["Pay in a second","Mandatory in May","the law","Instant payments to 99%","Halve disputes","5"]`
	if asJSON(t, got) != want {
		t.Errorf("after the import %s, want %s", asJSON(t, got), want)
	}
	if now.ID != o.ID || now.KeyResults[0].ID != o.KeyResults[0].ID || now.KeyResults[1].ID != o.KeyResults[1].ID {
		t.Error("ids changed")
	}
}

func TestDraftsThatSayNothingChangeNothing(t *testing.T) {
	r := market(t)
	r.do(AddNeed{Team: r.team("Payments"), Text: text("a sandbox")})
	before := content(t, r.State())
	d := drafts()
	for i := range d.Teams {
		d.Teams[i].Level, d.Teams[i].Parent, d.Teams[i].Kind, d.Teams[i].Needs, d.Teams[i].Offers = model.Text{}, model.Text{}, "", nil, nil
		for j := range d.Teams[i].Objectives {
			o := &d.Teams[i].Objectives[j]
			*o = model.DraftObjective{Title: o.Title}
		}
	}
	d.Organisation, d.Cycle, d.Strategy, d.Questions, d.LastCycle = model.Text{}, model.Text{}, nil, nil, nil
	r.refuses(Unchanged, ImportDrafts{Drafts: d})
	d.Teams = d.Teams[:1]
	r.refuses(Unchanged, ImportDrafts{Drafts: d})
	r.refuses(Unchanged, ImportDrafts{Drafts: drafts()})
	if content(t, r.State()) != before {
		t.Error("the state changed")
	}
}

// A blank in one version of the drafts must not look like a change of the room in the next.
func TestABlankInBetweenDoesNotFreezeAField(t *testing.T) {
	r := market(t)
	r.again(func(d *model.Drafts) {
		d.Teams[0].Objectives[0].WhyNow, d.Teams[0].Objectives[0].Title = model.Text{}, text("Pay anybody")
	})
	r.again(func(d *model.Drafts) {
		d.Teams[0].Objectives[0].WhyNow, d.Teams[0].Objectives[0].Title = text("Mandatory in May"), text("Pay anybody")
	})
	if got := r.objective("Payments 1").WhyNow; got != text("Mandatory in May") {
		t.Errorf("why now is still %q", got)
	}
}

func TestNeedsRaisedInTheRoomStay(t *testing.T) {
	r := market(t)
	r.do(AddNeed{Team: r.team("Payments"), Text: text("a sandbox")})
	r.do(AddNeed{Team: r.team("Payments"), Text: text("people")})
	r.again(func(d *model.Drafts) {
		d.Teams[0].Needs = []model.DraftExchange{{Text: text("another gateway")}, {Text: text("People")}}
	})
	pay, _ := r.State().Teams.Get(r.team("Payments"))
	var got []string
	for _, n := range pay.Needs {
		got = append(got, n.Text.String())
	}
	if asJSON(t, got) != `["another gateway","People","a sandbox"]` {
		t.Errorf("needs %v", got)
	}
}

func TestDraftsDropKeyResultsThatNobodyHoldsOnTo(t *testing.T) {
	for n, want := range map[int]int{0: 1, 1: 2} {
		r := market(t)
		r.do(MakeRequest{From: r.side("Payments 1", 2), To: r.side("Platform 1"), What: text("a gateway")})
		asked := r.objective("Payments 1").KeyResults[1]
		d := drafts()
		p := &d.Teams[0].Objectives[0]
		p.KeyResults = append(p.KeyResults[:n:n], p.KeyResults[n+1:]...)
		p.WhyNow = text("Mandatory in May")
		r.do(ImportDrafts{Drafts: d})
		krs := r.objective("Payments 1").KeyResults
		if len(krs) != want || krs[want-1] != asked {
			t.Errorf("without key result %d in the drafts there are %+v", n+1, krs)
		}
	}
}

func TestKeyResultsAreFoundByTheirWordsAndElseByTheirPlace(t *testing.T) {
	r := market(t)
	was := r.objective("Payments 1").KeyResults
	r.again(func(d *model.Drafts) {
		k := d.Teams[0].Objectives[0].KeyResults
		k[1] = model.DraftKeyResult{Text: text("Ten banks live")}
	})
	if got := r.objective("Payments 1").KeyResults[1]; got.ID != was[1].ID || got.Text != text("Ten banks live") || !got.Metric.IsEmpty() {
		t.Errorf("by its place: %+v", got)
	}
	r.again(func(d *model.Drafts) {
		d.Teams[0].Objectives[0].KeyResults = []model.DraftKeyResult{
			{Text: text("ten  banks live"), Target: text("10")},
			{ID: "P-1.9", Text: text("A new one")},
			{Text: text("Instant payments from 71% to 97%")},
		}
	})
	got := r.objective("Payments 1").KeyResults
	if len(got) != 3 || got[0].ID != was[0].ID || got[1].ID != was[1].ID || got[1].Target != text("10") || got[2].Ref != "P-1.9" {
		t.Errorf("by their words: %+v", got)
	}
}

func TestWhatTheRoomDroppedStaysDropped(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	r.do(DropKeyResult{o.ID, o.KeyResults[1].ID})
	r.do(DropIntent{r.intent("Reduce churn")})
	r.refuses(Unchanged, ImportDrafts{Drafts: drafts()})
	r.again(func(d *model.Drafts) { d.Teams[0].Objectives[0].WhyNow = text("other") })
	if krs := r.objective("Payments 1").KeyResults; len(krs) != 1 {
		t.Errorf("key results %+v", krs)
	}
	if n := len(r.State().Intents); n != 1 {
		t.Errorf("%d intents, want 1", n)
	}
}

func TestWhatTheRoomRewordedIsKnownByItsDraftedWords(t *testing.T) {
	r := market(t)
	churn := r.intent("Reduce churn")
	r.do(RewordIntent{churn, text("Keep customers")})
	r.do(RewordObjective{r.id("Payments 2"), text("No false alarms")})
	r.do(NameWorkshop{text("Northwind Bank"), text("2027-Q1")})
	r.refuses(Unchanged, ImportDrafts{Drafts: drafts()})
	r.again(func(d *model.Drafts) {
		d.Organisation, d.Cycle = text("Northwind plc"), text("2027-Q2")
		d.Strategy[1].Horizon = model.Quarter
		d.Teams[2].Objectives[0].Supports = []model.Text{text("Reduce churn")}
	})
	if got := r.State().Name(); got != "Northwind Bank · 2027-Q2" {
		t.Errorf("the workshop is called %q", got)
	}
	if i, _ := r.State().Intent(churn); i.Horizon != model.Quarter || i.Text != text("Keep customers") || len(r.State().Intents) != 2 {
		t.Errorf("the strategy is %+v", r.State().Intents)
	}
	if p := r.objective("Growth 1").Supports[0]; p.Intent != churn {
		t.Errorf("Growth 1 supports %+v", p)
	}
}

func TestAnIntentThatArrivesLaterIsLinked(t *testing.T) {
	r := newRoom(t)
	d := drafts()
	d.Strategy = nil
	r.do(ImportDrafts{Drafts: d})
	r.do(ImportDrafts{Drafts: drafts()})
	if p := r.objective("Payments 1").Supports[0]; p.Intent != r.intent("Reduce churn") {
		t.Errorf("supports %+v", p)
	}
}

func TestALiftedObjectiveIsStillFound(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	r.do(DecideObjective{Objective: o.ID, Outcome: model.Lift, To: r.team("Retail"), Rationale: text("bigger")})
	r.refuses(Unchanged, ImportDrafts{Drafts: drafts()})
	f := r.again(func(d *model.Drafts) { d.Teams[0].Objectives[0].WhyNow = text("Mandatory in May") })
	if f.New != 0 || f.Updated != 1 {
		t.Errorf("%d new, %d updated", f.New, f.Updated)
	}
	if now := r.objective("Retail 1"); now.ID != o.ID || now.WhyNow != text("Mandatory in May") {
		t.Errorf("the lifted objective is %+v", now)
	}
}

func TestIdsGoBeforeTitles(t *testing.T) {
	r := market(t)
	one, two := r.id("Payments 1"), r.id("Payments 2")
	r.again(func(d *model.Drafts) {
		o := d.Teams[0].Objectives
		o[0].Title, o[1].Title = o[1].Title, o[0].Title
		o[0], o[1] = o[1], o[0]
	})
	if got := r.objective("Payments 1"); got.ID != one || got.Title != text("Fewer false alarms") {
		t.Errorf("P-1 became %+v", got)
	}
	if got := r.objective("Payments 2"); got.ID != two || got.Title != text("Pay anyone in seconds") || len(r.State().ObjectivesOf(r.team("Payments"))) != 2 {
		t.Errorf("the one without an id, which is known by its key results, became %+v", got)
	}
}

// What souk writes carries souk's own ids; they do not replace those of the drafts.
func TestDraftsWithOurOwnIds(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	r.refuses(Unchanged, ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{{
		Name: text("Payments"), Objectives: []model.DraftObjective{{
			ID: o.ID, Title: o.Title, KeyResults: []model.DraftKeyResult{{ID: o.KeyResults[0].ID, Text: o.KeyResults[0].Text}, {ID: o.KeyResults[1].ID, Text: o.KeyResults[1].Text}},
		}},
	}}}})
}

func TestATeamThatIsDraftedTwice(t *testing.T) {
	r := newRoom(t)
	r.do(ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{
		{Name: text("Ops"), Objectives: []model.DraftObjective{{Title: text("A")}}},
		{Name: text("ops "), Level: text("crew"), Objectives: []model.DraftObjective{{Title: text("A")}, {Title: text("B")}}},
	}}})
	if n := len(r.State().ObjectivesOf(r.team("Ops"))); n != 3 || r.State().Teams.Len() != 1 {
		t.Errorf("%d objectives of %d teams, want 3 of 1", n, r.State().Teams.Len())
	}
}

func TestParentsNeverCloseARing(t *testing.T) {
	r := newRoom(t)
	r.do(ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{
		{Name: text("A"), Parent: text("B")},
		{Name: text("B"), Parent: text("C")},
		{Name: text("C"), Parent: text("A")},
		{Name: text("D"), Parent: text("D")},
		{Name: text("E"), Parent: text("nobody")},
	}}})
	for team := range r.State().Teams.All() {
		seen := map[model.TeamID]bool{}
		for id := team.ID; id != ""; {
			if seen[id] {
				t.Fatalf("%s is above itself", team.Name)
			}
			seen[id] = true
			up, _ := r.State().Teams.Get(id)
			id = up.Parent
		}
	}
}
