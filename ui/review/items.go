package review

import (
	"slices"

	"charm.land/lipgloss/v2"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/ui/theme"
	"souk/workshop"
	checks "souk/workshop/review"
)

// The signs of a team's page beside those of the kit; each takes one cell.
const (
	signNote = "¶"
	signAsk  = "?"
	signTalk = "›"
)

// sort is what an item is.
type sort int

const (
	ofTeam  sort = iota // the team itself, with the private note on it
	ofNote              // a private note on an objective
	ofCheck             // what a check says
	ofPair              // a relation with another team
	ofAsked             // a question that is sent ahead
)

// item is one thing on a team's page that the coach may react to.
type item struct {
	sort      sort
	key       string // stays the same whatever happens to the item
	head      string // what stands above the first of its section
	objective model.ObjectiveID
	spans     []model.Span // in the team's drafts

	card     checks.Card
	quiet    bool // the coach has silenced the card
	matter   screens.Matter
	question model.StallQuestion
	outdated bool // the question repeats words that the drafts do not hold any more
}

// itemsOf is everything on a team's page, the most pressing first. With dismissed, what the coach has set aside stands at the end.
func itemsOf(f flow.Frame, r *reading, with []screens.Matter, team model.TeamID, dismissed bool) []item {
	out := []item{{sort: ofTeam, key: "team"}}
	for _, o := range f.State.ObjectivesOf(team) {
		if !f.State.Private.NoteOn(model.Side{Team: team, Objective: o.ID}).IsEmpty() {
			out = append(out, item{sort: ofNote, key: "note " + string(o.ID), objective: o.ID})
		}
	}
	section := func(head string, items []item) {
		if len(items) > 0 {
			items[0].head = head
		}
		out = append(out, items...)
	}
	set, aside := paired(with, team)
	section("FIX BEFORE THE WORKSHOP", checked(r.own(team), checks.Fix))
	section("WITH OTHER TEAMS", set)
	section("TALK ABOUT", checked(r.own(team), checks.Talk))
	section("FINE TO IGNORE", checked(r.own(team), checks.Fine))
	section("ASKED AHEAD", asked(f.State, team))
	var everywhere []item
	for _, s := range checks.Severities() {
		everywhere = append(everywhere, checked(r.everywhere(team), s)...)
	}
	section("AS IN NEARLY EVERY TEAM", everywhere)
	if dismissed {
		for _, s := range checks.Severities() {
			for _, it := range checked(r.dismissed[team], s) {
				it.quiet = true
				it.key = "quiet " + it.key
				aside = append(aside, it)
			}
		}
		section("DISMISSED", aside)
	}
	return out
}

// checked are the cards of one severity.
func checked(cards []checks.Card, s checks.Severity) []item {
	var out []item
	for _, c := range cards {
		if c.Check.Severity != s {
			continue
		}
		it := item{sort: ofCheck, key: c.ID, card: c}
		for i, p := range c.Places {
			if i == 0 || it.objective == p.Span.Objective {
				it.objective = p.Span.Objective
			} else {
				it.objective = ""
			}
			if !p.InWhyNow {
				it.spans = append(it.spans, p.Span)
			}
		}
		out = append(out, it)
	}
	return out
}

// paired are the relations of a team, those that were dismissed apart.
func paired(ms []screens.Matter, team model.TeamID) (on, aside []item) {
	for _, m := range ms {
		it := item{sort: ofPair, key: m.Key(), matter: m, objective: sideOf(m, team).Objective}
		for _, p := range ownPairs(m, team) {
			for _, r := range p.Finding().Reasons {
				it.spans = append(it.spans, r.Spans...)
			}
		}
		if m.Finding().Status == model.Dismissed {
			aside = append(aside, it)
			continue
		}
		on = append(on, it)
	}
	return on, aside
}

func asked(s *workshop.State, team model.TeamID) []item {
	var out []item
	for _, q := range s.QuestionsTo(team) {
		out = append(out, item{sort: ofAsked, key: string(q.ID), objective: q.Objective, question: q, outdated: s.IsOutdated(q)})
	}
	return out
}

// first is where the coach begins on a page: the first thing to react to.
func first(items []item) int {
	return max(slices.IndexFunc(items, func(it item) bool { return it.sort == ofCheck || it.sort == ofPair }), 0)
}

func severitySign(s checks.Severity) string {
	switch s {
	case checks.Fix:
		return kit.SignRisk
	case checks.Talk:
		return signTalk
	case checks.Fine:
	}
	return kit.SignUnsaid
}

func severityStyle(st *theme.Styles, s checks.Severity) lipgloss.Style {
	switch s {
	case checks.Fix:
		return st.Risk
	case checks.Talk:
		return st.Warn
	case checks.Fine:
	}
	return st.Muted
}
