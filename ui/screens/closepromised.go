package screens

import (
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// aloud is what is read aloud at the close: a decision, or what a team said to a request. A promise has no mark of its own.
type aloud struct {
	model.Decision
	request model.Request // zero for a decision
}

func (a aloud) isPromise() bool { return a.request.ID != "" }

// heading is what the row stands under.
func (a aloud) heading() string {
	switch {
	case a.isPromise():
		return "PROMISED"
	case !a.IsComplete():
		return "NO OWNER OR DATE YET"
	case a.Owner.IsEmpty() || a.Due.IsEmpty():
		return "NEEDS NO OWNER"
	}
	return "OWNER AND DATE"
}

// toRead are the decisions and promises: decisions without an owner or a date come first, promises last.
func toRead(s *workshop.State) []aloud {
	var all []aloud
	for d := range s.Decisions.All() {
		all = append(all, aloud{Decision: d})
	}
	all = stillFirst(all, func(a aloud) bool { return a.heading() == "OWNER AND DATE" })
	all = stillFirst(all, func(a aloud) bool { return !a.IsComplete() })
	for r := range s.Requests.All() {
		said := r.Answer()
		if !slices.Contains([]model.AnswerKind{model.Committed, model.Countered, model.SisterKR, model.RiskOwned}, said.Answer) {
			continue
		}
		who := said.Who
		if who.IsEmpty() {
			who = model.Clean(s.TeamName(r.To.Team))
		}
		all = append(all, aloud{request: r, Decision: model.Decision{
			Owner: who, Due: said.When, Summary: model.Clean(s.Between(r) + ": " + promised(r)),
		}})
	}
	return all
}

// promised is what a team promised: what it was asked for, or what it said that it does instead.
func promised(r model.Request) string {
	if a := r.Answer(); !a.Text.IsEmpty() && (a.Answer == model.Countered || a.Answer == model.SisterKR) {
		return a.Text.Line()
	}
	return r.What.Line()
}

// promiseRow is a promise in the list: the sign of its answer, who promised what, and by when where there is room.
func promiseRow(f flow.Frame, a aloud, width int) string {
	st := f.Styles
	text := answerSign(st, a.request.Answer().Answer) + " " + st.Text.Render(a.Summary.Line())
	when := a.Due.Line()
	if kit.Width(text)+kit.Width(when)+kit.Gutter > width {
		when = ""
	}
	return kit.Between(text, st.Muted.Render(when), width)
}

// promiseLines are a promise as it is read aloud: who, what and by when, and how the two teams came to it.
func promiseLines(f flow.Frame, a aloud, width int) []string {
	st := f.Styles
	head := st.Label.Render("promise · " + answerWord(a.request.Answer().Answer))
	about := append(labelledOr(f, "who", a.Owner, "– nobody yet –", width), labelledOr(f, "by", a.Due, "– no date –", width)...)
	return kit.Stack(1,
		append([]string{kit.Cut(head, width)}, large(f, a.Summary.Line(), width)...), about, requestLines(f, a.request, width))
}
