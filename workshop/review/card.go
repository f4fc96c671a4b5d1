package review

import (
	"cmp"
	"context"
	"slices"

	"souk/model"
	"souk/workshop/internal/parallel"
)

// Card is one thing that a coach may want to do something about, and the places it is about, in the order of the drafts.
type Card struct {
	ID     string
	Check  *Check
	Team   model.TeamID
	Reason model.Text
	Places []Place
	German bool // the places are written in German
}

// Place is where a check speaks. ID stays the same until the text changes that the check read.
type Place struct {
	ID       string
	Span     model.Span // in the title, or the key result that it names; without an objective it is about the team
	InWhyNow bool       // the span is one of the why-now
	Text     model.Text // what is marked
	Reason   model.Text
	german   bool
}

// Example is the example of the check in the language of the places.
func (c Card) Example() Example {
	if c.German {
		return c.Check.German
	}
	return c.Check.English
}

const (
	few    = 2 // places of one check in one team that are a card each
	common = 3 // a check that speaks about one in so many objectives is told once a team
)

// Run reads the drafts. Cards come team by team, the most pressing first. What a check tells of more than two places of a team, or
// of more than a third of all objectives, is one card for the team. It calls Quiet from several goroutines.
func Run(in Input) []Card {
	m := readMarket(in)
	m.findCopies()
	found := make([][]Card, len(m.teams)) // of each team one card for each check
	parallel.Each(context.Background(), len(m.teams), func() func(int) {
		return func(t int) { found[t] = m.teams[t].askAll(in.Quiet) }
	})
	isCommon := make([]bool, len(checks))
	for c := range checks {
		touched := map[model.ObjectiveID]bool{}
		for t := range found {
			for _, p := range found[t][c].Places {
				touched[p.Span.Objective] = true
			}
		}
		isCommon[c] = len(touched)*common > len(in.Objectives)
	}
	var all []Card
	for t := range found {
		first := len(all)
		for c, card := range found[t] {
			all = append(all, card.split(&m.teams[t], isCommon[c])...)
		}
		slices.SortStableFunc(all[first:], func(a, b Card) int { return cmp.Compare(a.Check.Severity.rank(), b.Check.Severity.rank()) })
	}
	return all
}

// askAll lets every check look at a team.
func (t *team) askAll(quiet func(string) bool) []Card {
	cards := make([]Card, len(checks))
	for i := range checks {
		if c := &checks[i]; !t.m.rules.isOff(c.ID) {
			cards[i] = t.ask(c, quiet)
		}
	}
	return cards
}

// ask lets a check look at a team.
func (t *team) ask(c *Check, quiet func(string) bool) Card {
	card := Card{Check: c, Team: t.ID}
	c.look(t, func(at spot, reason said, args ...any) {
		id := idOf(c.ID, t.ID, at)
		if quiet != nil && quiet(id) {
			return
		}
		card.Places = append(card.Places, Place{
			ID: id, Span: at.span, InWhyNow: at.inWhyNow, Text: model.Clean(at.text), Reason: reason.in(at.german, args...), german: at.german,
		})
	})
	return card
}

// split makes a card of each place, or one of all.
func (c Card) split(t *team, isCommon bool) []Card {
	if len(c.Places) == 0 {
		return nil
	}
	c.German = mostGerman(c.Places)
	if len(c.Places) > 1 && (isCommon || len(c.Places) > few) {
		c.ID = idOfAll(c.Check.ID, c.Places)
		c.Reason = said{"%d of %d %s %s.", "%d von %d %s %s."}.in(c.German, len(c.Places), t.count(c.Check.of), said(c.Check.of).word(c.German), c.Check.many.word(c.German))
		return []Card{c}
	}
	out := make([]Card, len(c.Places))
	for i, p := range c.Places {
		out[i] = c
		out[i].ID, out[i].Reason, out[i].Places = p.ID, p.Reason, c.Places[i:i+1]
		out[i].German = p.german
	}
	return out
}

// mostGerman reports whether most places are German.
func mostGerman(places []Place) bool {
	n := 0
	for _, p := range places {
		if p.german {
			n++
		}
	}
	return n*2 > len(places)
}

// count is how many of what a check is about a team has.
func (t *team) count(what of) int {
	n := 0
	if what != keyResults {
		n = len(t.objectives)
	}
	if what == keyResults || what == both {
		for i := range t.objectives {
			n += len(t.objectives[i].keyResults)
		}
	}
	return n
}

// idOf is the id of a place: the check, what it speaks about, and the text that it read.
func idOf(check string, t model.TeamID, at spot) string {
	where := cmp.Or(string(at.span.KeyResult), string(at.span.Objective), string(t))
	return hexed(check, hashOn(hashOn(hash(where), "\x00"), at.about))
}

// idOfAll is the id of a card with several places.
func idOfAll(check string, places []Place) string {
	h := hash("")
	for _, p := range places {
		h = hashOn(h, p.ID)
	}
	return hexed(check, h)
}

// hexed is an id that tells its check.
func hexed(check string, h uint64) string {
	const digits = "0123456789abcdef"
	out := make([]byte, 0, len(check)+17)
	out = append(append(out, check...), ':')
	for shift := 60; shift >= 0; shift -= 4 {
		out = append(out, digits[h>>shift&15])
	}
	return string(out)
}
