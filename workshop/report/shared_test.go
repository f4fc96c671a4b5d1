package report_test

import (
	"strings"
	"testing"

	"souk/model"
	"souk/workshop"
	"souk/workshop/report"
)

// decide decides a synergy between the first objectives of two teams.
func (r *room) decide(a, b string, in workshop.DecideFinding) {
	r.t.Helper()
	in.Findings = []model.Finding{{ID: model.FindingID(a + b), Kind: model.Synergy, A: r.side(a, 1), B: r.side(b, 1)}}
	r.do(in)
}

func (r *room) team(name string) model.TeamID {
	r.t.Helper()
	t, ok := r.s.State().TeamByName(text(name))
	if !ok {
		r.t.Fatalf("no team %s", name)
	}
	return t.ID
}

func (r *room) hasNo(title string) {
	r.t.Helper()
	for _, b := range report.Build(r.s.State()).Blocks {
		if s, ok := b.(report.Section); ok && s.Title == title {
			r.t.Errorf("there is a section %q", title)
		}
	}
}

func TestSharedObjectivesSayWhoDeliversWhat(t *testing.T) {
	r := newRoom(t)
	r.hasNo("Virtual org chart")
	r.decide("Red", "Green", workshop.DecideFinding{Outcome: model.ShareObjective})
	r.says("What teams do together", "Red 1 “Red wins” – Red (lead): KR1; Green: KR2.")
	r.says("The OKRs", "KR1 Red from 1 to 2 – Red", "KR2 Green from 1 to 2 – Green", "Owned by: Red (lead) and Green", "KR1 Red from 3 to 4\n")
	r.says("Virtual org chart", "Shared objectives\nRed 1 “Red wins”\nRed (lead): KR1 Red from 1 to 2\nGreen: KR2 Green from 1 to 2\nOn their own\nRed\n2 Red lasts\nGreen\n2 Green lasts\nBlue\n1 Blue wins")
	side := r.side("Red", 1)
	o, _ := r.s.State().Objectives.Get(side.Objective)
	r.do(workshop.AssignKeyResult{Objective: o.ID, KeyResult: o.KeyResults[1].ID, Team: side.Team})
	r.says("What teams do together", "Red (lead): KR1, KR2; Green: no key result of its own yet.")
	r.says("Virtual org chart", "Green: no key result of its own yet")
}

func TestALeadOfAVirtualTeamIsTheSameEverywhere(t *testing.T) {
	r := newRoom(t)
	r.decide("Red", "Blue", workshop.DecideFinding{Outcome: model.FormVirtualTeam, Name: text("Yellow")})
	r.do(workshop.DescribeVirtualTeam{Team: r.team("Yellow"), Lead: r.team("Blue"), Until: text("June")})
	r.says("The OKRs", "Owned by: Red and Blue (lead)")
	r.says("What teams do together", "Red: KR1; Blue (lead): follows with Blue 1.", "Lead: Blue\nMembers: Red")
}

// Blue 1 follows into the virtual team, and is shared with Green itself.
func TestVirtualOrgChart(t *testing.T) {
	r := newRoom(t)
	r.decide("Blue", "Green", workshop.DecideFinding{Outcome: model.ShareObjective})
	r.decide("Red", "Blue", workshop.DecideFinding{Outcome: model.FormVirtualTeam, Name: text("Yellow"), Rationale: text("one voice")})
	r.says("What teams do together", "Yellow\nPurpose: one voice\nUntil: no end said yet\nLead: Red\nMembers: Blue\nAround: Red 1 “Red wins”")
	r.do(workshop.DescribeVirtualTeam{Team: r.team("Yellow"), Purpose: text("one answer"), Until: text("end of June"), Lead: r.team("Blue")})
	r.says("Virtual org chart",
		"Virtual teams\nYellow\nPurpose: one answer\nUntil: end of June\nLead: Blue\nAround: Red 1 “Red wins”\nRed: KR1 Red from 1 to 2\nBlue (lead): follows with Blue 1 “Blue wins”\n"+
			"Shared objectives\nBlue 1 “Blue wins”\nBlue (lead): KR1 Blue from 1 to 2\nGreen: KR2 Green from 1 to 2\nOn their own",
		"Green\n2 Green lasts")
}

func TestTheOKRsByWhatIsShared(t *testing.T) {
	r := newRoom(t)
	by := func() string {
		var out []string
		for _, b := range report.Build(r.s.State(), report.ByShared()).Blocks {
			if s, ok := b.(report.Section); ok && (strings.HasPrefix(s.Title, "The OKRs") || s.Title == "Virtual org chart") {
				out = append(append(out, "# "+s.Title), texts(s.Blocks)...)
			}
		}
		return strings.Join(out, "\n")
	}
	if got := by(); !strings.HasPrefix(got, "# The OKRs\nRed\n1 Red wins\n") {
		t.Errorf("where nothing is shared it reads\n%s", got)
	}
	r.decide("Red", "Green", workshop.DecideFinding{Outcome: model.ShareObjective})
	r.do(workshop.DecideObjective{Objective: r.side("Blue", 2).Objective, Outcome: model.Drop, Rationale: text("too much")})
	got := by()
	for _, want := range []string{
		"# The OKRs, by what is shared\nShared objectives\nRed 1 Red wins\nKR1 Red from 1 to 2 – Red\nKR2 Green from 1 to 2 – Green\nWhy now: not said yet",
		"On their own\nRed\nRed 2 Red lasts\nKR1 Red from 3 to 4\nWhy now: it is late\nGreen\nGreen 2 Green lasts",
		"No longer part of the OKRs\nGreen", "1 “Green wins” was merged into Red 1 “Red wins”.", "Blue\nNo longer part of the OKRs\n2 “Blue lasts” was dropped: too much.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no\n%s\nin\n%s", want, got)
		}
	}
	if strings.Contains(got, "# The OKRs\n") || strings.Contains(got, "Virtual org chart") {
		t.Errorf("the OKRs stand there twice:\n%s", got)
	}
}

func TestLiftedAndBroughtBack(t *testing.T) {
	r := newRoom(t)
	o := r.side("Red", 1).Objective
	r.do(workshop.DecideObjective{Objective: o, Outcome: model.Lift, To: r.team("Blue"), Rationale: text("it is everyone's")})
	r.says("The OKRs", "Lifted: from Red to Blue: it is everyone's", "Owned by: Blue (lead) and Red", "KR1 Red from 1 to 2 – Red")
	r.do(workshop.DecideObjective{Objective: o, Outcome: model.BringBack, To: r.team("Red"), Rationale: text("Red knows it best")})
	r.says("The OKRs", "Red\n1 Red wins\nKR1 Red from 1 to 2\n", "Lifted: from Red to Blue: it is everyone's\nBrought back: from Blue to Red: Red knows it best")
	r.says("Decisions", "“Red wins” is lifted to Blue.", "“Red wins” is brought back to Red.", "Red 1, who delivers what:  > Red KR1", "Red 1, shared with: Red > ")
	r.hasNo("Virtual org chart")
}
