package signal_test

import (
	"strings"
	"testing"

	"souk/model"
	"souk/workshop"
	"souk/workshop/signal"
)

// titled names objective n of a team.
func titled(team, objective int, title string) func(*model.Drafts) {
	return func(d *model.Drafts) { d.Teams[team-1].Objectives[objective-1].Title = text(title) }
}

func TestCascadedCopy(t *testing.T) {
	measure := func(d *model.Drafts) {
		d.Teams[0].Objectives[0].KeyResults[0].Text = text("Incidents from 9 % to 3 % a month")
	}
	g := newRoom(t, measure, titled(2, 1, "incidents from 9% to 3% a month.")).tells(signal.CascadedCopy,
		"Team 2 has a key result of Team 1 as an objective, word for word: “incidents from 9% to 3% a month.”",
		"Team 1 1, key result 1: “Incidents from 9 % to 3 % a month”", "Team 2 1", "why now: the year has begun")
	if strings.HasSuffix(g.Text, ".”.") {
		t.Errorf("two full stops: %s", g.Text)
	}
	newRoom(t, measure, titled(1, 2, "Incidents from 9 % to 3 % a month")).quiet(signal.CascadedCopy) // its own
	newRoom(t, measure, titled(2, 1, "Incidents from 8 % to 3 % a month")).quiet(signal.CascadedCopy)
	newRoom(t, titled(1, 1, "Great team"), titled(2, 1, "Great team")).quiet(signal.CascadedCopy) // too short to be a copy
	newRoom(t, func(d *model.Drafts) {                                                            // a measure that two teams share is a duplicate and no copy
		for i := range 2 {
			d.Teams[i].Objectives[0].KeyResults[0].Text = text("Team eNPS of at least 30 in March")
		}
	}).quiet(signal.CascadedCopy)
}

func TestObjectivesWithTheSameWords(t *testing.T) {
	same := func(n int) []func(*model.Drafts) {
		var all []func(*model.Drafts)
		for i := range n {
			all = append(all, titled(i+1, 1, "Accomplish the hiring goals of the quarter"))
		}
		return all
	}
	newRoom(t, same(2)...).tells(signal.CascadedCopy, "Team 1 and Team 2 have the same objective, word for word: “Accomplish")
	newRoom(t, same(4)...).tells(signal.CascadedCopy, "4 teams have the same objective", "Team 4 1 “Accomplish")
	r := newRoom(t, same(2)...)
	r.do(workshop.DecideFinding{
		Findings: []model.Finding{r.settle(model.Duplicate, r.side(1, 1), r.side(2, 1), model.Queued)}, Outcome: model.LeadAndFollow,
	})
	r.quiet(signal.CascadedCopy) // the room has joined them
}

func TestFragmentedOutcome(t *testing.T) {
	r := newRoom(t)
	r.settle(model.Synergy, r.side(1, 1), r.side(2, 1), model.Confirmed)
	r.settle(model.Synergy, r.side(3, 1), r.side(4, 1), model.Confirmed)
	r.quiet(signal.FragmentedOutcome)
	f := r.settle(model.Duplicate, r.side(1, 1), r.side(3, 1), model.Queued)
	r.tells(signal.FragmentedOutcome, "Team 1, Team 3 and Team 2 pursue one outcome with an objective each", "Team 2 1 “Outcome number 1 of team 2”: synergy, the room decided: stay in touch",
		"duplicate, queued for the room")
	r.do(workshop.DecideFinding{Findings: []model.Finding{f}, Outcome: model.KeepBoth, Rationale: text("two markets")})
	r.tells(signal.FragmentedOutcome, "duplicate, the room decided: keep both")
}

func TestWhatIsNoFragmentation(t *testing.T) {
	r := newRoom(t)
	r.settle(model.Synergy, r.side(1, 1), r.side(2, 1), model.Dismissed)
	r.settle(model.Synergy, r.side(1, 1), r.side(3, 1), model.Confirmed)
	r.settle(model.Dependency, r.side(1, 1), r.side(4, 1), model.Queued)
	r.quiet(signal.FragmentedOutcome)
	r = newRoom(t, func(d *model.Drafts) { d.Teams[1].Parent, d.Teams[2].Parent = text("Team 1"), text("Team 1") })
	r.settle(model.Synergy, r.side(1, 1), r.side(2, 1), model.Confirmed)
	r.settle(model.Synergy, r.side(1, 1), r.side(3, 1), model.Confirmed)
	r.quiet(signal.FragmentedOutcome) // one function and two of its teams
	r = newRoom(t)
	r.settle(model.Synergy, r.side(1, 1), r.side(3, 1), model.Confirmed)
	r.do(workshop.DecideFinding{Findings: []model.Finding{r.settle(model.Synergy, r.side(1, 1), r.side(2, 1), model.Queued)}, Outcome: model.ShareObjective})
	r.quiet(signal.FragmentedOutcome) // two of them share it
}

func TestTheDetectorIsSureOfADuplicateInSeveralTeams(t *testing.T) {
	r := newRoom(t)
	found := func(score float64, card string) []model.Finding {
		var all []model.Finding
		for _, p := range [][2]int{{1, 2}, {1, 3}, {2, 3}} {
			a, b := r.side(p[0], 1), r.side(p[1], 1)
			all = append(all, model.Finding{ID: model.Pair(model.Duplicate, a, b), Kind: model.Duplicate, Score: score, Card: card, A: a, B: b})
		}
		return all
	}
	tells := func(findings []model.Finding) bool { return len(signal.Compute(r.State(), findings)) > 0 }
	if !tells(found(0.9, "c1")) {
		t.Error("three teams plan the same, and nothing is said")
	}
	if tells(found(0.6, "c1")) || tells(found(0.9, "")) {
		t.Error("a guess, or pairs that are no one matter, make a signal")
	}
	measures := found(0.9, "c1")
	for i := range measures {
		measures[i].A.KeyResults, measures[i].B.KeyResults = []model.KeyResultID{"k"}, []model.KeyResultID{"l"}
	}
	if tells(measures) {
		t.Error("a measure that three teams share is no shared outcome")
	}
}

func TestMirrorsOrgChart(t *testing.T) {
	room := func(change ...func(*model.Drafts)) *room {
		r := newRoom(t, append(change, supports("Team 1"), func(d *model.Drafts) {
			for i := range d.Teams[1:] {
				d.Teams[i+1].Parent = text("Team 1")
			}
			for j := range d.Teams[0].Objectives {
				d.Teams[0].Objectives[j].Supports = nil
			}
		})...)
		for team := 1; team < 4; team++ {
			for n := 1; n < 3; n++ {
				r.do(workshop.Speak{Objective: r.side(team, n).Objective, Party: model.TeamParty, Stance: model.Agreed})
			}
		}
		return r
	}
	r := room()
	r.tells(signal.MirrorsOrgChart, "each of the 6 teams owns its objectives alone", "None of 12 objectives is shared", "The room has spoken about 6 of them.", "10 of 10 times")
	r.do(workshop.DecideFinding{Findings: []model.Finding{r.settle(model.Synergy, r.side(1, 1), r.side(2, 1), model.Queued)}, Outcome: model.ShareObjective})
	r.quiet(signal.MirrorsOrgChart)

	r = room()
	r.do(workshop.StateSupport{Objective: r.side(2, 1).Objective, Supports: []model.Text{text("Team 3")}})
	r.quiet(signal.MirrorsOrgChart) // a team that is not above it

	r = room()
	r.do(workshop.Speak{Objective: r.side(1, 1).Objective, Party: model.TeamParty})
	r.quiet(signal.MirrorsOrgChart) // the room has not come so far

	room(func(d *model.Drafts) { d.Teams = d.Teams[:5] }).quiet(signal.MirrorsOrgChart)
}
