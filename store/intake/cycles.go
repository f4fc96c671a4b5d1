package intake

import (
	"strconv"
	"strings"

	"souk/model"
)

// pastCycle reads what an older cycle left: its results, and how far its workshop was aligned. A cycle may stand in several places.
func (r *reader) pastCycle(n *node) {
	var c model.PastCycle
	ok := r.fields(n, "an older cycle",
		field{"cycle", r.line(&c.Cycle)},
		field{"results", func(n *node) { r.each(n, r.pastResult(&c.Results)) }},
		field{"total", func(n *node) { c.Total = r.figures(n) }},
		field{"teams", func(n *node) {
			r.each(n, func(n *node) {
				if f := r.figures(n); !f.Team.IsEmpty() {
					c.Teams = append(c.Teams, f)
				} else if f != (model.Figures{}) {
					r.fail(n.at, "add team: … to it", "These figures of an older cycle do not say of which team they are")
				}
			})
		}},
	)
	switch {
	case !ok:
	case c.Cycle.IsEmpty():
		r.fail(n.at, "add cycle: … with its name to it", "This older cycle has no name")
	default:
		r.drafts.Cycles = append(r.drafts.Cycles, c)
	}
}

// figures reads counts of alignment, and leaves out those that cannot be.
func (r *reader) figures(n *node) model.Figures {
	var f model.Figures
	if !r.fields(n, "figures of an older cycle",
		field{"team", r.line(&f.Team)},
		field{"objectives", r.whole(&f.Objectives)},
		field{"why_now", r.whole(&f.WhyNow)},
		field{"agreed_by_both", r.whole(&f.Agreed)},
		field{"shared", r.whole(&f.Shared)},
		field{"requests", r.whole(&f.Asked)},
		field{"requests_answered", r.whole(&f.Answered)},
		field{"confidence", func(n *node) { f.Confidence = r.confidence(n) }},
	) {
		return model.Figures{}
	}
	if !f.IsPossible() {
		r.warn(n.at, "correct them", "These figures of an older cycle cannot be, since a part is larger than its whole; they were left out")
		return model.Figures{}
	}
	return f
}

func (r *reader) confidence(n *node) (c model.Confidence) {
	r.fields(n, "the votes of an older cycle",
		field{"votes", r.whole(&c.Votes)},
		field{"mean", func(n *node) {
			if f, err := strconv.ParseFloat(strings.Replace(r.oneLine(n).Line(), ",", ".", 1), 64); err == nil && f >= 0 && f <= 5 {
				c.Mean = f
			} else {
				r.warn(n.at, "write a number from 0 to 5", "%s is no mean of a fist of five and was left out", quoted(n.text))
			}
		}},
		field{"low", r.whole(&c.Low)},
		field{"high", r.whole(&c.High)},
	)
	return c
}

// whole reads a whole number that is not negative.
func (r *reader) whole(to *int) func(*node) {
	return func(n *node) {
		t := r.oneLine(n)
		if t.IsEmpty() {
			return
		}
		i, err := strconv.Atoi(t.Line())
		if err != nil || i < 0 {
			r.warn(n.at, "write a whole number", "%s is no count and was left out", quoted(t.String()))
			return
		}
		*to = i
	}
}
