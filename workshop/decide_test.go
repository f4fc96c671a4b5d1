package workshop

import (
	"strings"
	"testing"

	"souk/model"
)

// changes are a decision's changes for people to read: "Growth 1 fate:  → merged into Payments 2".
func changes(s *State, d model.Decision) []string {
	out := []string{}
	for _, c := range d.Changes {
		out = append(out, s.Label(c.Objective)+" "+c.Field+": "+c.Before.String()+" → "+c.After.String())
	}
	return out
}

func TestWhatDecisionsChange(t *testing.T) {
	why := text("as agreed")
	for _, c := range []struct {
		kind    model.FindingKind
		in      DecideFinding
		status  model.FindingStatus
		changes []string
	}{
		{model.Duplicate, DecideFinding{Outcome: model.Merge}, model.Confirmed, []string{
			"Payments 2 KR2:  → Churn to 3%", "Growth 1 fate:  → merged into Payments 2",
		}},
		{model.Duplicate, DecideFinding{Outcome: model.LeadAndFollow}, model.Confirmed, []string{"Growth 1 follows:  → Payments 2"}},
		{model.Duplicate, DecideFinding{Outcome: model.ShareOwners, Title: text("Happy customers")}, model.Confirmed, []string{
			"Payments 2 title: Fewer false alarms → Happy customers", "Payments 2 KR2:  → Churn to 3%", "Payments 2 owners:  → Growth",
			"Payments 2 parts:  → Payments KR1; Growth KR2", "Growth 1 fate:  → merged into Payments 2",
		}},
		{model.Duplicate, DecideFinding{Outcome: model.SplitScope, ScopeLead: text("cards"), ScopeRest: text("transfers")}, model.Confirmed, []string{
			"Payments 2 notes:  → scope: cards", "Growth 1 notes:  → scope: transfers",
		}},
		{model.Duplicate, DecideFinding{Outcome: model.KeepBoth}, model.Confirmed, []string{}},
		{model.Duplicate, DecideFinding{Outcome: model.NotDuplicate}, model.Dismissed, []string{}},
		{model.Dependency, DecideFinding{Outcome: model.NotDependency}, model.Dismissed, []string{}},
		{model.Synergy, DecideFinding{Outcome: model.ShareObjective}, model.Confirmed, []string{
			"Payments 2 KR2:  → Churn to 3%", "Payments 2 owners:  → Growth", "Payments 2 parts:  → Payments KR1; Growth KR2",
			"Growth 1 fate:  → merged into Payments 2",
		}},
		{model.Synergy, DecideFinding{Outcome: model.FormVirtualTeam, Name: text("Trust")}, model.Confirmed, []string{
			"Payments 2 owners:  → Growth", "Growth 1 follows:  → Payments 2",
		}},
		{model.Synergy, DecideFinding{Outcome: model.Sequence}, model.Confirmed, []string{
			"Payments 2 notes:  → before Growth 1", "Growth 1 notes:  → after Payments 2",
		}},
		{model.Synergy, DecideFinding{Outcome: model.ShareAsset, Rationale: text("the alarm model")}, model.Confirmed, []string{
			"Payments 2 notes:  → shared with Growth: the alarm model", "Growth 1 notes:  → shared with Payments: the alarm model",
		}},
		{model.Synergy, DecideFinding{Outcome: model.StayInTouch}, model.Confirmed, []string{}},
		{model.Synergy, DecideFinding{Outcome: model.NoSynergy}, model.Dismissed, []string{}},
		{model.Conflict, DecideFinding{Outcome: model.OneGivesWay, Rationale: why}, model.Confirmed, []string{
			"Growth 1 notes:  → gives way to Payments 2: as agreed",
		}},
		{model.Conflict, DecideFinding{Outcome: model.TradeOff, Rationale: why}, model.Confirmed, []string{
			"Payments 2 notes:  → trade-off with Growth 1: as agreed", "Growth 1 notes:  → trade-off with Payments 2: as agreed",
		}},
		{model.Conflict, DecideFinding{Outcome: model.Escalated}, model.Confirmed, []string{}},
		{model.Conflict, DecideFinding{Outcome: model.NoConflict}, model.Dismissed, []string{}},
	} {
		t.Run(string(c.kind)+"/"+string(c.in.Outcome), func(t *testing.T) {
			r := market(t)
			before := content(t, r.State())
			f := r.finding(c.kind, "Payments 2", "Growth 1")
			c.in.Findings, c.in.Owner, c.in.Due, c.in.AgreedBy = []model.Finding{f}, text("Eve"), text("May"), text("all")
			r.do(c.in)
			d, ok := r.State().DecisionOn(f.ID)
			if !ok || d.Outcome != c.in.Outcome || d.Kind != string(c.kind) || !d.IsComplete() || d.AgreedBy != text("all") || !d.At.Equal(r.now) {
				t.Errorf("decision %+v", d)
			}
			if s := d.Summary.String(); s == "" || s[0] == ' ' {
				t.Errorf("the summary reads %q", s)
			}
			if got, want := asJSON(t, changes(r.State(), d)), asJSON(t, c.changes); got != want {
				t.Errorf("changes\n%s\nwant\n%s", got, want)
			}
			if got, _ := r.State().Findings.Get(f.ID); got.Status != c.status {
				t.Errorf("the finding is %q, want %q", got.Status, c.status)
			}
			r.refuses(NotNow, DecideFinding{Findings: []model.Finding{f}, Outcome: c.in.Outcome})
			r.undo()
			if content(t, r.State()) != before {
				t.Error("undo does not lead back")
			}
		})
	}
}

// Every outcome that a screen can offer is decided in the test above.
func TestEveryOutcomeCanBeDecided(t *testing.T) {
	for _, kind := range model.FindingKinds() {
		for _, o := range model.Outcomes(kind) {
			r := market(t)
			in := DecideFinding{
				Findings: []model.Finding{r.finding(kind, "Payments 2", "Growth 1")}, Outcome: o, Rationale: text("as agreed"),
				Name: text("Trust"), ScopeLead: text("a"), ScopeRest: text("b"),
			}
			r.do(in)
			if title, _ := r.CanUndo(); title == "" {
				t.Errorf("%s has no title", o)
			}
		}
	}
}

func TestTheOtherObjectiveCanLead(t *testing.T) {
	r := market(t)
	f := r.finding(model.Duplicate, "Payments 2", "Growth 1")
	r.do(DecideFinding{Findings: []model.Finding{f}, Outcome: model.Merge, Lead: f.B.Objective})
	if o, _ := r.State().Objectives.Get(f.A.Objective); o.Fate != model.Merged || o.Into != f.B.Objective {
		t.Errorf("Payments 2 is %+v", o)
	}
}

func TestJoiningAsksForAgreementAgain(t *testing.T) {
	for _, in := range []DecideFinding{{Outcome: model.Merge}, {Outcome: model.ShareOwners}} {
		r := market(t)
		r.do(Speak{r.id("Payments 2"), model.TeamParty, model.Agreed, model.Text{}})
		r.do(Vote{r.id("Payments 2"), []int{5}})
		in.Findings = []model.Finding{r.finding(model.Duplicate, "Payments 2", "Growth 1")}
		r.do(in)
		if a := r.objective("Payments 2").Agreement; a.Team.Stance != model.Unsaid || len(a.Votes) != 0 {
			t.Errorf("after %q the old agreement %+v stands for new words", in.Outcome, a)
		}
	}
}

func TestMergingKeepsAllKeyResults(t *testing.T) {
	d := model.Drafts{Teams: []model.DraftTeam{
		{Name: text("A"), Objectives: []model.DraftObjective{{Title: text("a"), KeyResults: []model.DraftKeyResult{
			{Text: text("Cut disputes"), Target: text("6")}, {Text: text("Same")},
		}}}},
		{Name: text("B"), Objectives: []model.DraftObjective{{Title: text("b"), Supports: []model.Text{text("the law")}, KeyResults: []model.DraftKeyResult{
			{Text: text("cut  Disputes"), Target: text("4")}, {Text: text("same"), Owner: text("Bob")}, {Text: text("Other")}, {Text: text("Other")},
		}}}},
	}}
	r := newRoom(t)
	r.do(ImportDrafts{Drafts: d})
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "A 1", "B 1")}, Outcome: model.Merge})
	lead := r.objective("A 1")
	seen := map[model.KeyResultID]bool{}
	var got []string
	for _, k := range lead.KeyResults {
		if seen[k.ID] {
			t.Errorf("the id %s stands for two key results", k.ID)
		}
		seen[k.ID] = true
		got = append(got, k.Text.String()+k.Target.String())
	}
	if want := `["Cut disputes6","Same","cut  Disputes4","Other","Other"]`; asJSON(t, got) != want {
		t.Errorf("key results %s, want %s", asJSON(t, got), want)
	}
	if len(lead.Supports) != 1 {
		t.Errorf("supports %+v", lead.Supports)
	}
}

func TestJoiningKeepsWhyNow(t *testing.T) {
	for _, outcome := range []model.Outcome{model.Merge, model.ShareOwners} {
		for _, c := range []struct{ lead, rest, want, note string }{
			{"", "Customers leave", "Customers leave", ""},
			{"Fines are due", "", "Fines are due", ""},
			{"Fines are due", "Customers leave", "Fines are due", "why now, Growth: Customers leave"},
			{"Customers leave", "customers  leave", "Customers leave", ""},
		} {
			r := market(t)
			for label, why := range map[string]string{"Payments 2": c.lead, "Growth 1": c.rest} {
				if r.objective(label).WhyNow != text(why) {
					r.do(RecordWhyNow{Objective: r.id(label), Why: text(why)})
				}
			}
			f := r.finding(model.Duplicate, "Payments 2", "Growth 1")
			r.do(DecideFinding{Findings: []model.Finding{f}, Outcome: outcome})
			o := r.objective("Payments 2")
			if o.WhyNow.String() != c.want || lines(o.Notes).String() != c.note {
				t.Errorf("%s of %q and %q: why now %q, notes %q", outcome, c.lead, c.rest, o.WhyNow, lines(o.Notes))
			}
			d, _ := r.State().DecisionOn(f.ID)
			shown := asJSON(t, changes(r.State(), d))
			if said := c.note != "" || c.lead == ""; said && !strings.Contains(shown, c.rest) {
				t.Errorf("the decision does not show %q: %s", c.rest, shown)
			}
		}
	}
}

func TestVirtualTeam(t *testing.T) {
	r := market(t)
	f := r.finding(model.Synergy, "Payments 2", "Growth 1")
	stalls := len(r.State().Stalls())
	r.do(DecideFinding{Findings: []model.Finding{f}, Outcome: model.FormVirtualTeam, Name: text("Trust"), Title: text("Customers trust us")})
	v, _ := r.State().Teams.Get(r.team("Trust"))
	if v.Kind != model.VirtualTeam || asJSON(t, v.Members) != asJSON(t, []model.TeamID{f.A.Team, f.B.Team}) || len(v.Objectives) != 1 {
		t.Errorf("the team is %+v", v)
	}
	if got := r.objective("Payments 2"); got.Title != text("Customers trust us") || !got.IsShared() {
		t.Errorf("its objective is %+v", got)
	}
	if len(r.State().Stalls()) != stalls {
		t.Error("a virtual team has a stall")
	}
	r.do(DecideObjective{Objective: f.A.Objective, Outcome: model.Lift, To: v.ID, Rationale: text("its own")})
	if v, _ := r.State().Teams.Get(v.ID); len(v.Objectives) != 1 {
		t.Errorf("after lifting it to the team, the team lists %v", v.Objectives)
	}
}

func TestDecisionsRefused(t *testing.T) {
	r := market(t)
	dup, asked := r.finding(model.Duplicate, "Payments 1", "Growth 1"), r.finding(model.Dependency, "Payments 1", "Platform 1")
	r.do(MakeRequest{Findings: []model.Finding{asked}, From: asked.A, To: asked.B, What: text("x")})
	r.do(DecideObjective{Objective: r.id("Payments 2"), Outcome: model.Drop, Rationale: text("x")})
	dropped := r.finding(model.Duplicate, "Payments 2", "Growth 1")
	decided := r.finding(model.Conflict, "Payments 1", "Growth 1")
	r.do(DecideFinding{Findings: []model.Finding{decided}, Outcome: model.NoConflict})
	self, half, unknown := dup, dup, dup
	self.B.Objective = dup.A.Objective
	half.B.Objective = ""
	unknown.A.Team = "t99"
	one := func(f model.Finding) []model.Finding { return []model.Finding{f} }
	syn, con := dup, dup
	syn.Kind, con.Kind = model.Synergy, model.Conflict
	family(t, r, nil, []refused{
		{"nothing", DecideFinding{Outcome: model.Merge}, Empty},
		{"an outcome of another kind", DecideFinding{Findings: one(dup), Outcome: model.Sequence}, Invalid},
		{"decided already", DecideFinding{Findings: one(decided), Outcome: model.NoConflict}, NotNow},
		{"a card of which one is decided", DecideFinding{Findings: []model.Finding{con, decided}, Outcome: model.NoConflict}, NotNow},
		{"asked already", DecideFinding{Findings: one(asked), Outcome: model.NotDependency}, NotNow},
		{"of nobody", DecideFinding{Findings: one(unknown), Outcome: model.Merge}, NotFound},
		{"a third leads", DecideFinding{Findings: one(dup), Outcome: model.Merge, Lead: r.id("Platform 1")}, Invalid},
		{"with itself", DecideFinding{Findings: one(self), Outcome: model.Merge}, Invalid},
		{"with a team", DecideFinding{Findings: one(half), Outcome: model.Merge}, NotFound},
		{"dropped", DecideFinding{Findings: one(dropped), Outcome: model.Merge}, NotNow},
		{"half a split", DecideFinding{Findings: one(dup), Outcome: model.SplitScope, ScopeLead: text("x")}, Empty},
		{"a nameless team", DecideFinding{Findings: one(syn), Outcome: model.FormVirtualTeam}, Empty},
		{"a team's name", DecideFinding{Findings: one(syn), Outcome: model.FormVirtualTeam, Name: text("growth")}, Invalid},
		{"giving way to nothing", DecideFinding{Findings: one(con), Outcome: model.OneGivesWay}, Empty},
		{"a silent trade-off", DecideFinding{Findings: one(con), Outcome: model.TradeOff}, Empty},
	})
}

func TestDecidingObjectives(t *testing.T) {
	r := market(t)
	o := r.objective("Payments 1")
	retail := r.team("Retail")
	r.do(DecideObjective{Objective: r.id("Payments 2"), Outcome: model.Drop, Rationale: text("x")})
	r.do(Speak{o.ID, model.TeamParty, model.Agreed, model.Text{}})
	see := func(s *State) any {
		o, _ := s.Objectives.Get(o.ID)
		var d model.Decision
		for d = range s.Decisions.All() {
		}
		return []any{o.Fate, s.TeamName(o.Team), s.names(o.Owners), o.Agreement.Team.Stance, d.Outcome, changes(s, d)}
	}
	why := text("no people")
	family(t, r, []allowed{
		{
			"drop",
			DecideObjective{Objective: o.ID, Outcome: model.Drop, Rationale: why},
			see,
			[]any{"dropped", "Payments", "", "agreed", "drop", []string{"Payments 1 fate:  → dropped"}},
		},
		{
			"defer",
			DecideObjective{Objective: o.ID, Outcome: model.Defer, Rationale: why},
			see,
			[]any{"deferred", "Payments", "", "agreed", "defer", []string{"Payments 1 fate:  → deferred"}},
		},
		{
			"lift",
			DecideObjective{Objective: o.ID, Outcome: model.Lift, To: retail, Rationale: why},
			see,
			[]any{"", "Retail", "Payments", "", "lift to a higher team", []string{
				"Retail 1 team: Payments → Retail", "Retail 1 owners:  → Payments", "Retail 1 parts:  → Payments KR1, KR2",
			}},
		},
		{"lift leaves the team's list", DecideObjective{Objective: o.ID, Outcome: model.Lift, To: retail, Rationale: why}, func(s *State) any {
			return []int{len(s.ObjectivesOf(o.Team)), len(s.ObjectivesOf(retail))}
		}, []int{1, 1}},
	}, []refused{
		{"unknown", DecideObjective{Objective: "o99", Outcome: model.Drop, Rationale: why}, NotFound},
		{"dropped already", DecideObjective{Objective: r.id("Payments 2"), Outcome: model.Defer, Rationale: why}, NotNow},
		{"no reason", DecideObjective{Objective: o.ID, Outcome: model.Drop}, Empty},
		{"merge with nothing", DecideObjective{Objective: o.ID, Outcome: model.Merge, Rationale: why}, Invalid},
		{"lift to nobody", DecideObjective{Objective: o.ID, Outcome: model.Lift, Rationale: why}, NotFound},
		{"lift to itself", DecideObjective{Objective: o.ID, Outcome: model.Lift, To: o.Team, Rationale: why}, Invalid},
	})
}

func TestAfterADecision(t *testing.T) {
	r := market(t)
	f := r.finding(model.Duplicate, "Payments 2", "Growth 1")
	r.do(DecideFinding{Findings: []model.Finding{f}, Outcome: model.LeadAndFollow})
	d, _ := r.State().DecisionOn(f.ID)
	see := func(s *State) any {
		d, _ := s.Decisions.Get(d.ID)
		return []any{d.Owner, d.Due, d.AgreedBy, d.IsComplete(), d.ReadBack}
	}
	family(t, r, []allowed{
		{"amend", AmendDecision{d.ID, text("Eve"), text("May"), text("both")}, see, []any{"Eve", "May", "both", true, false}},
		{"read back", ReadBack{d.ID}, see, []any{"", "", "", false, true}},
	}, []refused{
		{"amend unknown", AmendDecision{Decision: "d99"}, NotFound},
		{"amend nothing", AmendDecision{Decision: d.ID}, Unchanged},
		{"read unknown", ReadBack{"d99"}, NotFound},
	})
	r.do(ReadBack{d.ID})
	r.refuses(Unchanged, ReadBack{d.ID})
}
