// Package review is the coach's reading of drafts before the workshop: checks that each say where something stands, why it matters and
// how it could be better. It advises and never blocks; a key result that is a milestone is told as one, not refused.
//
// # How a card comes about
//
//	text → line → marks → places → card
//
// A text becomes a line (line.go): words, each with what the lexicon knows of it (lexicon.go), and figures with their units. A key result
// becomes a quantity, from where to where (quantity.go, baseline.go), and is a metric, a baseline, a milestone or an activity (kind.go). Every check
// is a line in the table (checks.go) and a small function in the file of its family: objective.go, keyresult.go, measure.go, dates.go,
// whynow.go, team.go, copies.go. It tells places, with a reason in the language of the place (said.go). What one check tells often becomes
// one card for each team (card.go).
//
// To add a check, write its function and its line in the table; the tests over the table ask for sentences that make it speak and
// sentences that leave it silent.
//
// # What it promises
//
// It is pure. The same drafts give the same cards, and the id of a place depends on nothing but the check, the place and the text that it is
// about: who dismisses it hears of it again only when that text changes.
package review
