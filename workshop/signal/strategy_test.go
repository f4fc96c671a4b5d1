package signal_test

import (
	"testing"

	"souk/model"
	"souk/workshop"
	"souk/workshop/signal"
)

func intent(h model.Horizon, s string) func(*model.Drafts) {
	return func(d *model.Drafts) { d.Strategy = append(d.Strategy, model.Intent{Horizon: h, Text: text(s)}) }
}

// supports has every objective support that, or nothing where it is empty.
func supports(what string) func(*model.Drafts) {
	return func(d *model.Drafts) {
		for i := range d.Teams {
			for j := range d.Teams[i].Objectives {
				d.Teams[i].Objectives[j].Supports = nil
				if what != "" {
					d.Teams[i].Objectives[j].Supports = []model.Text{text(what)}
				}
			}
		}
	}
}

func TestUnsupportedIntent(t *testing.T) {
	for name, c := range map[string]struct {
		drafts []func(*model.Drafts)
		want   bool
	}{
		"an annual one": {[]func(*model.Drafts){intent(model.Annual, "Nobody's dream")}, true},
		"a vision":      {[]func(*model.Drafts){intent(model.Vision, "Nobody's dream")}, false},
		"a multi-year one that annual ones carry": {[]func(*model.Drafts){intent(model.MultiYear, "Nobody's dream")}, false},
		"a multi-year one beside one that is named": {
			[]func(*model.Drafts){intent(model.MultiYear, "Nobody's dream"), intent(model.MultiYear, "Somebody's"), func(d *model.Drafts) {
				d.Teams[0].Objectives[0].Supports = []model.Text{text("Somebody's"), text("Customers stay with us")}
			}}, true,
		},
		"a direction that is all there is for the cycle": {[]func(*model.Drafts){intent(model.Quarter, "Nobody's dream")}, true},
		"drafts of which a quarter says what it supports": {[]func(*model.Drafts){intent(model.Annual, "Nobody's dream"), supports(""), func(d *model.Drafts) {
			for i := range 3 {
				d.Teams[i].Objectives[0].Supports = []model.Text{text("Losses shrink")}
			}
		}}, false},
		"drafts that do not say what they support": {[]func(*model.Drafts){intent(model.Annual, "Nobody's dream"), supports("")}, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t, c.drafts...)
			if !c.want {
				r.quiet(signal.UnsupportedIntent)
				return
			}
			r.tells(signal.UnsupportedIntent, "“Nobody's dream”.", "12 of 12 objectives say which intent they support, none of them this one.")
		})
	}
}

func TestAnIntentLosesItsOnlySupporter(t *testing.T) {
	r := newRoom(t, intent(model.Annual, "Rest"), func(d *model.Drafts) { d.Teams[0].Objectives[0].Supports = []model.Text{text("Rest")} })
	r.quiet(signal.UnsupportedIntent)
	r.do(workshop.DecideObjective{Objective: r.side(1, 1).Objective, Outcome: model.Drop, Rationale: text("late")})
	r.tells(signal.UnsupportedIntent, "“Rest”", "“Customers stay with us” 3")
}

func TestCrowdedIntent(t *testing.T) {
	newRoom(t, supports("Losses shrink")).tells(signal.CrowdedIntent, "Everybody crowds on “Losses shrink”: 12 of 12 objectives", "6 of 6 teams", "“Customers stay with us” 0")
	newRoom(t, supports("Losses shrink"), func(d *model.Drafts) { d.Strategy = d.Strategy[1:] }).quiet(signal.CrowdedIntent) // there is hardly a choice
	newRoom(t, supports("Losses shrink"), func(d *model.Drafts) { d.Teams = d.Teams[:4] }).quiet(signal.CrowdedIntent)
	newRoom(t, func(d *model.Drafts) { // every team, and still a third of the objectives only
		for i := range d.Teams {
			d.Teams[i].Objectives[0].Supports = []model.Text{text("Losses shrink")}
			d.Teams[i].Objectives[1].Supports = []model.Text{text("Customers stay with us")}
			d.Teams[i].Objectives = append(d.Teams[i].Objectives, model.DraftObjective{Title: text("More"), Supports: []model.Text{text("Accounts open in minutes")}})
		}
	}).quiet(signal.CrowdedIntent)
}

func TestManyNotYetAtOneIntent(t *testing.T) {
	r := newRoom(t)
	r.notYet(1, 1, "who pays?")
	r.quiet(signal.ManyNotYet)
	r.notYet(1, 2, "another intent")
	r.quiet(signal.ManyNotYet)
	r.notYet(2, 2, "too early") // it supports what 1.1 supports
	r.tells(signal.ManyNotYet, "2 of the 4 objectives behind “Customers stay with us” met a “not yet”.",
		"Team 1 1 “Outcome number 1 of team 1”: leadership says not yet: who pays?", "too early")
}

func TestManyNotYetIsAThird(t *testing.T) {
	r := newRoom(t, supports("Losses shrink"))
	r.notYet(1, 1, "a")
	r.notYet(2, 1, "b")
	r.notYet(3, 1, "c")
	r.quiet(signal.ManyNotYet) // 3 of 12
	r.notYet(4, 1, "d")
	r.tells(signal.ManyNotYet, "4 of the 12")
}

func TestUnansweredQuestions(t *testing.T) {
	answers := func(all ...string) func(*model.Drafts) {
		return func(d *model.Drafts) {
			for _, a := range all {
				d.Questions = append(d.Questions, text(a))
			}
		}
	}
	newRoom(t, answers("", "", "")).quiet(signal.UnansweredQuestion) // the drafts brought no answers
	newRoom(t, answers("a", "b", "c", "d", "e", "f")).quiet(signal.UnansweredQuestion)
	g := newRoom(t, answers("a", "b", "c", "d", " ", "f")).tells(signal.UnansweredQuestion, "“Where do we play and how do we win?”", "Question 5 of 6 is blank; 5 are answered.")
	if g.Key != "unanswered-question/5" {
		t.Errorf("the key is %s", g.Key)
	}
	newRoom(t, answers("a", "b", "c")).tells(signal.UnansweredQuestion, "3 of the 6 questions", "Question 4 is blank: “What impact")
}
