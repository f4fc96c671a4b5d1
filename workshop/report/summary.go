package report

import (
	"fmt"

	"souk/model"
	"souk/workshop"
	"souk/workshop/say"
)

// tally is the workshop in numbers.
type tally struct {
	live, aligned, notYet, parked, open                     int // objectives
	requests, promised, pending, declined, risks, escalated int
}

func sumUp(s *workshop.State) tally {
	var t tally
	t.aligned, t.notYet, t.parked, t.open = s.Aligned()
	t.live = t.aligned + t.notYet + t.parked + t.open
	for r := range s.Requests.All() {
		t.requests++
		switch r.Answer().Answer {
		case model.Committed, model.SisterKR:
			t.promised++
		case model.Declined:
			t.declined++
		case model.EscalatedUp:
			t.escalated++
		case model.RiskOwned:
			t.risks++
		default:
			t.pending++
		}
	}
	return t
}

// summary is the report for a reader with one minute.
func (w *writer) summary() []Block {
	return []Block{Section{"In short", append([]Block{
		Paragraph{w.teamsSentence() + " " + w.alignedSentence()},
		Paragraph{w.decisionsSentence() + " " + w.requestsSentence()},
	}, append(w.lastCycleSentence(), w.lookAt()...)...)}}
}

func (w *writer) teamsSentence() string {
	here, away := w.present()
	switch {
	case len(here)+len(away) == 0:
		return "No team has taken part yet."
	case len(away) == 0:
		return say.Count(len(here), "team") + " took part."
	}
	return fmt.Sprintf("%d of %s took part.", len(here), say.Count(len(here)+len(away), "team"))
}

func (w *writer) alignedSentence() string {
	t := w.tally
	if t.live == 0 {
		return "There are no objectives yet."
	}
	text := fmt.Sprintf("Of %s, %d %s aligned: the team and leadership agreed that it matters now.",
		say.Count(t.live, "objective"), t.aligned, are(t.aligned))
	rest := numbers(number{t.notYet, are(t.notYet) + " not aligned yet"}, number{t.parked, are(t.parked) + " parked"},
		number{t.open, are(t.open) + " open, since not both sides have spoken"})
	if len(rest) == 0 {
		return text
	}
	return text + " " + sentence(say.Join(rest))
}

func (w *writer) decisionsSentence() string {
	n, loose, free := w.Decisions.Len(), 0, 0
	for d := range w.Decisions.All() {
		if d.Outcome.NeedsNobody() {
			free++
		}
		if !d.IsComplete() {
			loose++
		}
	}
	switch {
	case n == 0:
		return "No decision was recorded."
	case free == n:
		return fmt.Sprintf("The room took %s, with nothing left to do.", say.Count(n, "decision"))
	case loose == 0 && free > 0:
		return fmt.Sprintf("The room took %s, each with an owner and a date where it needs one.", say.Count(n, "decision"))
	case loose == 0:
		return fmt.Sprintf("The room took %s, each with an owner and a date.", say.Count(n, "decision"))
	}
	return fmt.Sprintf("The room took %s; %d of them still %s an owner or a date.", say.Count(n, "decision"), loose, lacks(loose))
}

func lacks(n int) string {
	if n == 1 {
		return "lacks"
	}
	return "lack"
}

func (w *writer) requestsSentence() string {
	t := w.tally
	if t.requests == 0 {
		return "No team has asked another for anything."
	}
	return fmt.Sprintf("Teams made %s of each other: %s.", say.Count(t.requests, "request"), say.Join(numbers(
		number{t.promised, "promised"}, number{t.pending, "open"}, number{t.declined, "declined"},
		number{t.risks, "owned as a risk"}, number{t.escalated, "escalated"})))
}

// lookAt is what only leadership can move.
func (w *writer) lookAt() []Block {
	var items []string
	add := func(n int, format string, args ...any) {
		if n > 0 {
			items = append(items, fmt.Sprintf(format, args...))
		}
	}
	raised, seen := 0, 0
	for _, s := range w.told {
		switch s.Status {
		case Kept:
			raised++
		case Open:
			seen++
		default:
			items = append(items, sentence(s.Text))
		}
	}
	add(raised, "%s that the room raised, under “Signals to leadership”.", capital(say.Count(raised, "signal")))
	add(seen, "%s seen in the drafts and not discussed, at the end of the same section.", capital(say.Count(seen, "signal")))
	no := w.leadershipNotYet()
	add(no, "%s to which leadership said not yet, each with what is missing.", say.Count(no, "objective"))
	for _, ring := range w.Cycles() {
		items = append(items, sentence(say.Names(w.teamNames(ring))+" wait for each other"))
	}
	for _, t := range w.Stalls() {
		if l := w.loads[t.ID]; workshop.Overloaded(l, w.loads) {
			items = append(items, fmt.Sprintf("%s is asked for %d things, far more than the other teams, and has promised %d.",
				t.Name.Line(), l.Asked, l.Promised))
		}
	}
	if len(items) == 0 {
		return []Block{Paragraph{"Nothing in this record waits for leadership."}}
	}
	return []Block{Paragraph{"Leadership is asked to look at:"}, List{items}}
}

func (w *writer) leadershipNotYet() int {
	n := 0
	for o := range w.Live() {
		if o.Agreement.Leadership.Stance == model.NotYet {
			n++
		}
	}
	return n
}

// present tells who was in the room, virtual teams left out.
func (w *writer) present() (here, away []model.Team) {
	for _, t := range w.Stalls() {
		if t.Present {
			here = append(here, t)
		} else {
			away = append(away, t)
		}
	}
	return here, away
}

// attendance names the teams, and those for whom somebody could promise.
func (w *writer) attendance() []Block {
	here, away := w.present()
	if len(here)+len(away) == 0 {
		return nil
	}
	var blocks []Block
	var names, may, missing []string
	for _, t := range here {
		names = append(names, t.Name.Line())
		if t.MayCommit {
			may = append(may, t.Name.Line())
		}
	}
	for _, t := range away {
		missing = append(missing, t.Name.Line())
	}
	if len(names) > 0 {
		blocks = append(blocks, paragraph("In the room: %s.", say.Names(names)))
	}
	if len(may) > 0 && len(may) < len(names) {
		blocks = append(blocks, paragraph("Somebody in the room could promise for %s.", say.Names(may)))
	}
	if len(missing) > 0 {
		blocks = append(blocks, paragraph("Not in the room: %s.", say.Names(missing)))
	}
	return []Block{Section{"Who took part", blocks}}
}
