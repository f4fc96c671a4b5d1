package screens

import (
	"reflect"
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// owned is the sample marketplace in which Payments and Customer Care share an objective, Growth and Onboarding form a virtual team, and an
// objective of Platform was lifted.
func owned(t testing.TB) *workshop.Session {
	t.Helper()
	s := fixture(t)
	relation := func(kind model.FindingKind, a, b model.Objective) []model.Finding {
		return []model.Finding{{
			ID: model.FindingID(string(kind) + string(a.ID)), Kind: kind, A: model.Side{Team: a.Team, Objective: a.ID}, B: model.Side{Team: b.Team, Objective: b.ID},
		}}
	}
	at := func(name string, n int) model.Objective { return objectiveOf(t, s.State(), name, n) }
	do(t, s,
		workshop.DecideFinding{Findings: relation(model.Duplicate, at("Payments", 2), at("Customer Care", 1)), Outcome: model.ShareOwners},
		workshop.DecideFinding{
			Findings: relation(model.Synergy, at("Growth", 1), at("Digital Onboarding", 1)), Outcome: model.FormVirtualTeam,
			Name: model.Clean("One Front Door"), Rationale: model.Clean("one sign-up for all"),
		},
		workshop.DecideObjective{
			Objective: at("Platform", 3).ID, Outcome: model.Lift, To: team(t, s.State(), "Technology & Operations").ID, Rationale: model.Clean("hiring is decided there"),
		})
	return s
}

// recorded plays keys into a dialog until it records something, and records that.
func recorded(t testing.TB, s *workshop.Session, d flow.Dialog, f flow.Frame, typed ...string) workshop.Intent {
	t.Helper()
	e := keys(d, f, typed...)
	if len(e.Do) != 1 {
		t.Fatalf("%v lead to %+v", typed, e)
	}
	do(t, s, e.Do...)
	return e.Do[0]
}

func TestTheRoomSaysWhoDelivers(t *testing.T) {
	s := owned(t)
	f := frame(s, 120, 60)
	screen := &Regroup{}
	care := team(t, f.State, "Customer Care")
	screen.Show(f, flow.Target{Team: care.ID})
	has(t, seen(t, screen, f), "owned together", "Payments 2", "Payments (lead)", "KR4  Contacts per 1,000 customers")
	owners := press(t, screen, f, "a").Open
	owners = keys(owners, f, "disputes", "enter").Open
	if owners == nil || !strings.HasPrefix(owners.Title(), "Who delivers Payments 2 KR1 “Cut payment disputes") {
		t.Fatalf("the choice of a key result leads to %v", owners)
	}
	got := recorded(t, s, owners, f, "enter")
	o := objectiveOf(t, f.State, "Payments", 2)
	if want := (workshop.AssignKeyResult{Objective: o.ID, KeyResult: o.KeyResults[0].ID, Team: care.ID}); !reflect.DeepEqual(got, want) {
		t.Errorf("it records %+v, want %+v", got, want)
	}
	f = frame(s, 120, 60)
	view := seen(t, screen, f)
	if kr, with := strings.Index(view, "KR1  Cut payment disputes"), strings.Index(view, "│ Customer Care  "); kr < with || with < 0 {
		t.Errorf("KR1 does not stand with Customer Care:\n%s", view)
	}
	screen.Show(f, flow.Target{Team: team(t, f.State, "Legal & Compliance").ID})
	if why := off(t, screen, f, "a"); why != "Legal & Compliance shares no key result with another team." {
		t.Errorf("a is off because: %q", why)
	}
}

func TestAVirtualTeamIsDescribed(t *testing.T) {
	s := owned(t)
	f := frame(s, 120, 60)
	screen := &Regroup{}
	onboarding := team(t, f.State, "Digital Onboarding").ID
	screen.Show(f, flow.Target{Team: onboarding})
	has(t, seen(t, screen, f), "One Front Door", "purpose    one sign-up for all", "until      – no end yet –", "follows with Digital Onboarding 1")
	got := recorded(t, s, press(t, screen, f, "v").Open, f, "ctrl+u", "a door for all", "enter", "enter", "right", "enter")
	in, ok := got.(workshop.DescribeVirtualTeam)
	if !ok || in.Until.Line() != "end of 2027-Q1" || in.Lead != onboarding || !strings.Contains(in.Purpose.Line(), "a door for all") {
		t.Errorf("v records %+v", got)
	}
	f = frame(s, 120, 60)
	has(t, seen(t, screen, f), "a door for all", "until      end of 2027-Q1", "Digital Onboarding (lead)")
	if why := off(t, screen, withTeam(f, screen, "Payments"), "v"); why == "" {
		t.Error("Payments has a virtual team")
	}
	// The close shows it as it is now, and the key is there as well.
	for d := range s.State().Decisions.All() {
		if d.Outcome == model.FormVirtualTeam {
			c := &Close{}
			c.Show(f, flow.Target{Decision: d.ID})
			has(t, seen(t, c, f), "a door for all", "Digital Onboarding (lead)")
			if d := press(t, c, f, "v").Open; d == nil || d.Title() != "Virtual team One Front Door" {
				t.Errorf("v at the close opens %v", d)
			}
		}
	}
}

// withTeam puts the screen on a team.
func withTeam(f flow.Frame, s *Regroup, name string) flow.Frame {
	t, _ := f.State.TeamByName(model.Clean(name))
	s.Show(f, flow.Target{Team: t.ID})
	return f
}

func TestAVirtualTeamFormsWithPurposeAndEnd(t *testing.T) {
	s := fixture(t)
	f := withFindings(s, relations(t, s.State()), 120, 40)
	d := NewSynergies()
	d.Show(f, flow.Target{Finding: "syn1"})
	in := decidedBy(t, s, d, f, "2", "enter", "Who is it", "enter", "enter", "one check for all", "enter", "enter", "ctrl+u", "end of June", "enter")
	v, ok := s.State().TeamByName(in.Name)
	if !ok || v.Description.Line() != "one check for all" || !strings.Contains(v.Until.Line(), "end of June") {
		t.Errorf("it forms as %+v", v)
	}
}

func TestWhatWasLiftedIsBroughtBack(t *testing.T) {
	s := owned(t)
	f := frame(s, 120, 60)
	screen := &Regroup{}
	platform, above := team(t, f.State, "Platform"), team(t, f.State, "Technology & Operations")
	for _, at := range []model.Team{platform, above} {
		screen.Show(f, flow.Target{Team: at.ID})
		if d := press(t, screen, f, "b").Open; d == nil || !strings.HasPrefix(d.Title(), "Bring back to which team: Technology & Operations 3") {
			t.Fatalf("b at %s opens %v", at.Name.Line(), d)
		}
	}
	o, _ := f.State.Objectives.Get(above.Objectives[2])
	menu := keys(editMenu(f, o, ""), f, "bring", "enter").Open
	form := keys(menu, f, "enter").Open
	if form == nil || !strings.HasPrefix(form.Title(), "Bring back to Platform: ") {
		t.Fatalf("the menu leads to %v", form)
	}
	in, ok := recorded(t, s, form, f, "they know whom they need", "enter", "enter", "enter").(workshop.DecideObjective)
	if !ok || in.Outcome != model.BringBack || in.To != platform.ID || in.Owner.Line() != "Platform" {
		t.Errorf("it records %+v", in)
	}
	f = frame(s, 120, 60)
	screen.Show(f, flow.Target{Team: platform.ID})
	has(t, seen(t, screen, f), "is lifted to Technology &", "is brought back", "2 decisions")
	if why := off(t, screen, f, "b"); why != "No objective was lifted from Platform or to it." {
		t.Errorf("b is off because: %q", why)
	}
}

func TestPublishShowsTheOKRsInTwoOrders(t *testing.T) {
	s := owned(t)
	f := frame(s, 120, 35)
	p := &Publish{}
	has(t, seen(t, p, f), "WHAT THE RECORD WILL SAY", "v the OKRs by team", "1 virtual team has no end – see Regroup")
	press(t, p, f, "v")
	view := seen(t, p, f)
	has(t, view, "THE OKRS BY TEAM", "RETAIL BANKING", "1 Customers who join us stay with us", "KR1  Lower 12-month churn")
	if p.At(f).View != "by team" {
		t.Errorf("the place is %+v", p.At(f))
	}
	for range 20 {
		press(t, p, f, "down")
	}
	if seen(t, p, f) == view {
		t.Error("down does not read on")
	}
	press(t, p, f, "v")
	has(t, seen(t, p, f), "THE OKRS, SHARED FIRST", "v what the record will say", "VIRTUAL TEAMS", "One Front Door · no end yet · one sign-up for all", "Growth 1 60,000 new accounts",
		"Digital Onboarding", "follows with Digital Onboarding 1", "SHARED OBJECTIVES", "Payments (lead)", "Technology & Operations (lead): no key result of its own yet")
	press(t, p, f, "end")
	has(t, seen(t, p, f), "SUSTAINING ENGINEERING")
	press(t, p, f, "v")
	has(t, seen(t, p, f), "WHAT THE RECORD WILL SAY")

	again := &Publish{}
	again.Show(f, flow.Target{View: "shared first"})
	has(t, seen(t, again, frame(s, 80, 19)), "VIRTUAL TEAMS")
	plain := frame(fixture(t), 120, 35)
	has(t, seen(t, again, plain), "No objective is shared, and no virtual team was formed.", "ON THEIR OWN")
	for _, size := range [][2]int{{80, 19}, {80, 3}, {200, 55}} {
		for _, s := range []*workshop.Session{owned(t), marketplace(t, 60, 2, 14), workshop.New()} {
			seen(t, again, frame(s, size[0], size[1]))
		}
	}
}

func TestSharedIsSaidWhereTheObjectiveIs(t *testing.T) {
	s := owned(t)
	f := frame(s, 120, 40)
	o := objectiveOf(t, f.State, "Payments", 2)
	a := &Agreement{}
	a.Show(f, flow.Target{Objective: o.ID})
	flat := strings.Join(strings.Fields(strings.ReplaceAll(seen(t, a, f), "│", " ")), " ")
	if !strings.Contains(flat, "shared Payments (lead)") {
		t.Errorf("the agreement does not say who shares it:\n%s", flat)
	}
	if got, want := partsLine(f.State, f.State.SharedOf(o)), "Payments (lead) KR1, KR2, KR3 · Customer Care KR4, KR5, KR6"; got != want {
		t.Errorf("the parts are %q, want %q", got, want)
	}
}

func BenchmarkPublishShared(b *testing.B) {
	f := frame(marketplace(b, 100, 100, 1), 120, 40)
	p := &Publish{look: byShared}
	for b.Loop() {
		p.View(f)
		p.Bindings(f)
	}
}
