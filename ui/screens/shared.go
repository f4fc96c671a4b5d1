package screens

import (
	"fmt"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/theme"
	"souk/workshop"
)

// What follows is for other packages of screens, which are to show the same things in the same way.

// Matter is one thing to talk about: the findings of one card, and what became of it.
type Matter = matter

// Matters are the rows of all the screens of findings, in the order in which they come up there; with more, also what is probably nothing.
func Matters(f flow.Frame, more bool) []Matter {
	return gather(f, model.FindingKinds(), source{more: more}).rows
}

// Key names the matter, whatever happens to it.
func (m matter) Key() string { return m.key() }

// Finding is the first finding of the card.
func (m matter) Finding() model.Finding { return m.finding }

// Findings are those of the whole card.
func (m matter) Findings() []model.Finding { return m.all }

// Pairs are the findings of the card, each as a matter of its own.
func (m matter) Pairs() []Matter {
	out := make([]Matter, len(m.all))
	for i, fi := range m.all {
		out[i] = matter{finding: fi, all: m.all[i : i+1], request: m.request, decision: m.decision}
	}
	return out
}

// Need is what a dependency probably asks for.
func (m matter) Need(f flow.Frame) model.Text { return needed(f, m.finding, asking(m.finding)) }

// Line is the line of one side that the matter is about: a key result, with its number, or the objective; empty where there is none.
func (m matter) Line(f flow.Frame, side model.Side) (label string, text model.Text) {
	o, known := f.State.Objectives.Get(side.Objective)
	if !known {
		return f.State.TeamName(side.Team), model.Text{}
	}
	for _, id := range concerned(o, side, spansOf(m.finding)) {
		if k, n, ok := workshop.KeyResult(o, id); ok {
			return fmt.Sprintf("%s KR%d", f.State.Label(o.ID), n), words(k)
		}
	}
	return f.State.Label(o.ID), o.Title
}

// Teams are all teams of the card.
func (m matter) Teams() []model.TeamID { return m.teams() }

// Settled says why the matter cannot be prepared any more; empty while it can.
func (m matter) Settled() string { return untriable(m, true) }

// Likelihood says how sure the detector is, or what became of the matter.
func (m matter) Likelihood() string { return whereItStands(m) }

// Score is how sure the detector is in three cells: ".86", or "·" where nothing was computed.
func (m matter) Score() string { return kit.PadLeft(shortScore(m), 3) }

// Sign is the sign of what became of the matter.
func (m matter) Sign(f flow.Frame) string { return matterSign(f, m) }

// Question is what the room will have to answer.
func (m matter) Question(f flow.Frame) string { return questionOf(f, m) }

// Topic is what the matter is about in a few words, or what became of it.
func (m matter) Topic(f flow.Frame) string { return matterWords(f, m) }

// Why lists the reasons, the coach's words before them.
func (m matter) Why(f flow.Frame, width int) []string {
	return evidence{Frame: f, matter: m}.why(width)
}

// Side draws one end of the matter: whose it is, the objective, the key results that it is about.
func (m matter) Side(f flow.Frame, side model.Side, width int) []string {
	return evidence{Frame: f, matter: m, detail: evident}.side(side, "", width)
}

// Evidence draws the whole matter in as much detail as there is room for, the reasons before the objectives.
func (m matter) Evidence(f flow.Frame, width, height int) []string {
	return evidence{Frame: f, matter: m, isLow: height <= lowPane, whyFirst: true}.fit(width, height)
}

// Planning is the check-in as it is before the day: the agenda has the keys.
func Planning() CheckIn { return CheckIn{planning: true} }

// Moving are the keys that move a cursor in n rows.
func Moving(l *kit.List, n, page int, what string) []flow.Binding { return moving(l, n, page, what) }

// Headed draws n rows around the cursor; head is the heading above row i, or empty.
func Headed(st *theme.Styles, l *kit.List, n int, head func(i int) string, row func(i, width int) string, width, height int) []string {
	return headed{n: n, head: head, row: row, tight: true}.lines(st, l, width, height)
}

// KeyLines writes keys in as many lines as they take; those that do nothing just now are left out.
func KeyLines(f flow.Frame, keys []flow.Binding, width int) []string {
	shown := make([]flow.Binding, len(keys))
	for i, b := range keys {
		if b.Show != "" {
			b.Keys = []string{b.Show}
		}
		shown[i] = b
	}
	return keyLines(f, shown, width)
}

// KeyResultText is a key result's words with the numbers that stand beside them; the words come first, so that spans fit.
func KeyResultText(k model.KeyResult) string { return keyResultText(k) }

// Belongs says what a team is: its level, its kind where that is not delivery, and its parent.
func Belongs(f flow.Frame, t model.Team) []string { return belongs(f.State, t) }

// Raise puts a relation of one of these kinds on the table by hand.
func Raise(f flow.Frame, from model.Side) flow.Dialog {
	return raiseOneOf(f, model.FindingKinds(), from)
}
