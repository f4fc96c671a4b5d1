package intake

import (
	"strconv"
	"strings"

	"souk/model"
)

// reader takes the drafts out of the trees of one or more sources.
type reader struct {
	problems
	drafts  model.Drafts
	teams   map[string]*known // by folded name
	refs    []ref
	ids     map[string]spot
	removed removed
	texts   int // how many texts were read
}

// known is a team that was read.
type known struct {
	index  int // in drafts.Teams
	source int
	at     place
	titles map[string]spot // folded, of its objectives
}

func newReader() *reader {
	return &reader{teams: map[string]*known{}, ids: map[string]spot{}}
}

// root reads a whole source: the drafts, or a list of teams, or one team alone.
func (r *reader) root(n *node) {
	switch {
	case n.kind == list:
		r.each(n, r.team)
		return
	case n.child("teams") == nil && n.child("objectives") != nil:
		r.team(n)
		return
	}
	d := &r.drafts
	ignore := func(*node) {}
	r.fields(n, "the drafts",
		field{"organisation", r.line(&d.Organisation)},
		field{"cycle", r.line(&d.Cycle)},
		field{"vision", func(n *node) { r.each(n, r.vision) }},
		field{"strategy", func(n *node) { r.each(n, r.intent) }},
		field{"questions", r.questions},
		field{"last_cycle", func(n *node) { r.each(n, r.pastResult(&d.LastCycle)) }},
		field{"promises", func(n *node) { r.each(n, r.promise) }},
		field{"signals", func(n *node) { r.each(n, r.pastSignal) }},
		field{"cycles", func(n *node) { r.each(n, r.pastCycle) }},
		field{"teams", func(n *node) { r.each(n, r.team) }},
		field{"source", ignore}, // where the drafts come from
		field{"schema", ignore},
		field{"record", ignore}, // what the workshop agreed, in a report that was written as JSON
	)
}

func (r *reader) vision(n *node) {
	r.addIntent(n, model.Intent{Horizon: model.Vision, Text: r.oneLine(n)})
}

func (r *reader) intent(n *node) {
	var in model.Intent
	if n.kind == mapping {
		r.fields(n, "an entry of the strategy",
			field{"horizon", choose(r, &in.Horizon, horizons, model.Quarter)},
			field{"text", r.line(&in.Text)},
			field{"id", readID(r, &in.ID)},
		)
	} else {
		in.Text = r.oneLine(n)
	}
	if in.Horizon == "" {
		in.Horizon = model.Quarter
		r.warn(n.at, "say horizon: "+listed(spell(model.Horizons())), "This entry of the strategy has no horizon; it was read as this cycle's direction")
	}
	r.addIntent(n, in)
}

// addIntent leaves out what another source said already.
func (r *reader) addIntent(n *node, in model.Intent) {
	if in.Text.IsEmpty() {
		r.warn(n.at, "write its text or remove it", "This entry of the strategy is empty and was left out")
		return
	}
	for _, old := range r.drafts.Strategy {
		if old.Horizon == in.Horizon && model.Fold(old.Text) == model.Fold(in.Text) {
			return
		}
	}
	r.drafts.Strategy = append(r.drafts.Strategy, in)
}

// questions reads leadership's answers: in the order of the questions, or under keys that number or name them.
func (r *reader) questions(n *node) {
	all := model.Questions()
	answers := n.children
	if n.kind == scalar {
		answers = []node{*n}
	}
	for i := range answers {
		c := &answers[i]
		q := i
		if n.kind == mapping {
			q = question(c.key)
		}
		if c.kind == mapping {
			var asked model.Text
			var said node
			r.fields(c, "an answer", field{"question", r.line(&asked)}, field{"answer", func(a *node) { said = *a }})
			if !asked.IsEmpty() {
				q = question(asked.String())
			}
			c = &said
		}
		if q < 0 || q >= len(all) {
			r.warn(answers[i].at, "the questions are numbered 1 to "+strconv.Itoa(len(all)), "This answer belongs to none of the %d questions and was left out", len(all))
			continue
		}
		for len(r.drafts.Questions) <= q {
			r.drafts.Questions = append(r.drafts.Questions, model.Text{})
		}
		r.paragraphs(&r.drafts.Questions[q])(c)
	}
}

// question is the index of the question that a key means, by number or by words of it; -1 for none.
func question(key string) int {
	if n, err := strconv.Atoi(strings.TrimSpace(key)); err == nil {
		return n - 1
	}
	for i, q := range model.Questions() {
		if f := fold(key); f != "" && strings.Contains(fold(q), f) {
			return i
		}
	}
	return -1
}
