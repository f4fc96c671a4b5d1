package signal_test

import (
	"fmt"
	"strings"
	"testing"

	"souk/model"
	"souk/workshop"
	"souk/workshop/signal"
)

// silent takes the why now from the first objectives of Team n.
func silent(team, objectives int) func(*model.Drafts) {
	return func(d *model.Drafts) {
		for j := range objectives {
			d.Teams[team-1].Objectives[j].WhyNow = model.Text{}
		}
	}
}

// larger gives Team n more objectives, with a why now.
func larger(team, more int) func(*model.Drafts) {
	return func(d *model.Drafts) {
		for j := range more {
			d.Teams[team-1].Objectives = append(d.Teams[team-1].Objectives, model.DraftObjective{Title: text(fmt.Sprintf("Further outcome %d", j+1)), WhyNow: text("it is time")})
		}
	}
}

func TestTeamsThatLeaveWhyNowOpen(t *testing.T) {
	newRoom(t, silent(2, 2)).tells(signal.NoWhyNow, "Team 2 leaves open why its objectives matter now.", "No why now for 2 of 2 objectives: “Outcome number 1 of team 2” and")
	newRoom(t, larger(3, 2), silent(3, 3)).tells(signal.NoWhyNow, "Team 3 leaves open", "No why now for 3 of 4")
	if got := newRoom(t, silent(2, 2), silent(3, 2)).compute(); len(got) != 2 || !strings.HasPrefix(got[1].Text, "Team 3 leaves open") {
		t.Errorf("%+v", got)
	}
	newRoom(t, silent(2, 1)).quiet(signal.NoWhyNow)
	newRoom(t, larger(2, 1), silent(2, 2)).quiet(signal.NoWhyNow) // two of three
	newRoom(t, larger(2, 4), silent(2, 3)).quiet(signal.NoWhyNow) // three of six
	newRoom(t, silent(1, 2), silent(2, 2), silent(3, 2), silent(4, 1)).quiet(signal.NoWhyNow)
}

// support makes Team 1 a support team that five others need something of.
func support(need string) func(*model.Drafts) {
	return func(d *model.Drafts) {
		d.Teams[0].Kind = model.SupportTeam
		for i := 1; i < 6; i++ {
			d.Teams[i].Needs = []model.DraftExchange{{Team: text("Team 1"), Text: text(need)}}
		}
	}
}

func TestHiddenLoad(t *testing.T) {
	newRoom(t, support("contract texts")).tells(signal.HiddenLoad, "5 teams count on Team 1, and none of its objectives or offers says so.",
		"Team 2: need: contract texts", "Its own objectives: “Outcome number 1 of team 1” and")
	newRoom(t, support("contract texts"), func(d *model.Drafts) { d.Teams[0].Kind = model.DeliveryTeam }).quiet(signal.HiddenLoad)
	newRoom(t, support("contract texts"), func(d *model.Drafts) { d.Teams[0].Objectives[0].Title = text("Every team has its answer in two days") }).quiet(signal.HiddenLoad)
	newRoom(t, support("contract texts"), func(d *model.Drafts) {
		for _, taker := range []string{"Team 2", "Team 3", "Team 4"} {
			d.Teams[0].Offers = append(d.Teams[0].Offers, model.DraftExchange{Team: text(taker), Text: text("contracts")})
		}
	}).quiet(signal.HiddenLoad) // only two are left
}

func TestRequestsThatAnObjectiveAnswersAreNoHiddenLoad(t *testing.T) {
	r := newRoom(t, func(d *model.Drafts) { d.Teams[0].Kind = model.SupportTeam })
	to := model.Side{Team: r.side(1, 1).Team}
	for from := 2; from < 4; from++ {
		r.do(workshop.MakeRequest{From: r.side(from, 1), To: to, What: text("a review")})
	}
	r.do(workshop.MakeRequest{From: r.side(4, 1), To: r.side(1, 1), What: text("what it does anyway")})
	r.quiet(signal.HiddenLoad)
	r.do(workshop.MakeRequest{From: r.side(5, 1), To: to, What: text("a review")})
	r.tells(signal.HiddenLoad, "3 teams count on Team 1", "Team 5: request: a review")
	last := func() (q model.Request) {
		for q = range r.State().Requests.All() {
		}
		return q
	}
	r.do(workshop.AnswerRequest{Request: last().ID, Answer: model.Declined, Text: text("no hands")})
	r.quiet(signal.HiddenLoad)
	r.do(workshop.MakeRequest{From: r.side(6, 1), To: to, What: text("a review")})
	r.tells(signal.HiddenLoad, "Team 6: request")
	r.do(workshop.AnswerRequest{Request: last().ID, Answer: model.SisterKR, Text: text("Reviews in a day"), Into: r.side(1, 1).Objective})
	r.quiet(signal.HiddenLoad) // now its own objectives say so
}

// alone is a delivery team that says nothing about what it is for.
func alone(d *model.Drafts) {
	for j := range d.Teams[5].Objectives {
		d.Teams[5].Objectives[j] = model.DraftObjective{Title: text(fmt.Sprintf("Blue widgets %d", j+1))}
	}
}

func TestDriftingTeams(t *testing.T) {
	r := newRoom(t, alone)
	r.quiet(signal.DriftingTeams) // words alone are not enough
	r.notYet(6, 1, "what is it for?")
	r.tells(signal.DriftingTeams, "Team 6 drifts away from the strategy", "no word of the strategy in “Blue widgets 1” and “Blue widgets 2”", "leadership says not yet: what is it for?")
	r.do(workshop.MakeRequest{From: r.side(6, 1), To: model.Side{Team: r.side(1, 1).Team}, What: text("paint")})
	r.quiet(signal.DriftingTeams)
}

func TestDriftingNeedsMoreThanOneHint(t *testing.T) {
	for name, change := range map[string]func(*model.Drafts){
		"it says why now":            func(d *model.Drafts) { d.Teams[5].Objectives[0].WhyNow = text("the law") },
		"it supports something":      func(d *model.Drafts) { d.Teams[5].Objectives[0].Supports = []model.Text{text("Keep the lights on")} },
		"it speaks of the strategy":  func(d *model.Drafts) { d.Teams[5].Objectives[0].Title = text("Happier customers") },
		"it is a support team":       func(d *model.Drafts) { d.Teams[5].Kind = model.SupportTeam },
		"nobody says what they want": supports(""),
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t, alone, change)
			r.notYet(6, 1, "what is it for?")
			r.quiet(signal.DriftingTeams)
		})
	}
}

func TestWhatACoachDismissedAloneIsNoWordOfTheRoom(t *testing.T) {
	r := newRoom(t, alone)
	f := r.settle(model.Synergy, r.side(6, 1), r.side(1, 1), model.Dismissed)
	r.quiet(signal.DriftingTeams)
	r.do(workshop.DecideFinding{Findings: []model.Finding{f}, Outcome: model.NoSynergy})
	r.tells(signal.DriftingTeams, "the room ruled out a synergy: Team 6 ~ Team 1")
}

func TestEscalationsGoUp(t *testing.T) {
	r := newRoom(t)
	r.do(workshop.MakeRequest{From: r.side(1, 1), To: model.Side{Team: r.side(2, 1).Team}, What: text("paint")})
	var q model.Request
	for q = range r.State().Requests.All() {
	}
	r.quiet(signal.EscalatedRequest)
	r.do(workshop.AnswerRequest{Request: q.ID, Answer: model.EscalatedUp, Who: text("the COO"), Text: text("no budget")})
	if g := r.tells(signal.EscalatedRequest, "Team 1 asks Team 2 for “paint”", "no budget"); g.Owner != "the COO" {
		t.Errorf("%+v", g)
	}
	f := r.settle(model.Conflict, r.side(1, 1), r.side(2, 1), model.Queued)
	r.do(workshop.DecideFinding{Findings: []model.Finding{f}, Outcome: model.Escalated, Rationale: text("both are right"), Owner: text("Eve")})
	r.tells(signal.EscalatedConflict, "both are right")
}
