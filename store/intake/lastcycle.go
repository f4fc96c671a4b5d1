package intake

import (
	"strings"

	"souk/model"
)

// pastResult reads what became of an objective of a cycle before, into the results of that cycle.
func (r *reader) pastResult(to *[]model.Result) func(*node) {
	return func(n *node) {
		var res model.Result
		ok := r.fields(n, "a result of last cycle",
			field{"team", r.line(&res.Team)},
			field{"objective", r.line(&res.Objective)},
			field{"cycle", r.line(&res.Cycle)},
			field{"verdict", r.verdict(&res.Verdict)},
			field{"outcome", r.paragraphs(&res.Outcome)},
			field{"learned", r.paragraphs(&res.Learned)},
		)
		switch {
		case !ok:
		case res.Objective.IsEmpty():
			r.fail(n.at, "add objective: … to it", "This result of last cycle does not say which objective it is about")
		default:
			*to = append(*to, res.SaidOnce())
		}
	}
}

// verdict reads a verdict as people say it: met, achieved, verfehlt.
func (r *reader) verdict(to *model.Verdict) func(*node) {
	return func(n *node) {
		t := r.oneLine(n)
		if t.IsEmpty() {
			return
		}
		if *to = model.ReadVerdict(t); *to == "" {
			r.warn(n.at, "use one of "+listed(spell(model.Verdicts())), "%s is not a known verdict and was left out", quoted(t.String()))
		}
	}
}

// promise reads what one team promised another last cycle.
func (r *reader) promise(n *node) {
	var p model.Promise
	ok := r.fields(n, "a promise of last cycle",
		field{"by", r.line(&p.By)},
		field{"to", r.line(&p.To)},
		field{"what", r.line(&p.What)},
		field{"due", r.line(&p.Due)},
		field{"kept", r.keeping(&p.Kept)},
		field{"note", r.paragraphs(&p.Note)},
	)
	switch {
	case !ok:
	case p.By.IsEmpty():
		r.fail(n.at, "add by: … with the team's name to it", "This promise of last cycle does not say who made it")
	case p.What.IsEmpty():
		r.fail(n.at, "add what: … to it", "This promise of last cycle does not say what was promised")
	default:
		r.drafts.Promises = append(r.drafts.Promises, p)
	}
}

// keeping reads what became of a promise; that nobody knows is said by leaving it out, or in a word.
func (r *reader) keeping(to *model.Keeping) func(*node) {
	return func(n *node) {
		t := r.oneLine(n)
		if t.IsEmpty() {
			return
		}
		var known bool
		if *to, known = among(keepings, t); !known {
			r.warn(n.at, "use one of "+listed(spell(model.Keepings())), "%s does not say what became of the promise and was left out", quoted(t.String()))
		}
	}
}

// pastSignal reads what last cycle's room told leadership, and the answer.
func (r *reader) pastSignal(n *node) {
	var g model.PastSignal
	ok := r.fields(n, "a signal of last cycle",
		field{"text", r.line(&g.Text)},
		field{"evidence", r.listOrText(&g.Evidence)},
		field{"answer", r.paragraphs(&g.Answer)},
	)
	switch {
	case !ok:
	case g.Text.IsEmpty():
		r.fail(n.at, "add text: … to it", "This signal of last cycle does not say anything")
	default:
		r.drafts.Signals = append(r.drafts.Signals, g)
	}
}

// listOrText reads a text, or the lines of one as a list.
func (r *reader) listOrText(to *model.Text) func(*node) {
	return func(n *node) {
		if n.kind != list {
			r.paragraphs(to)(n)
			return
		}
		var all []model.Text
		r.lines(&all)(n)
		lines := make([]string, len(all))
		for i, t := range all {
			lines[i] = t.String()
		}
		r.keep(to, n, model.Clean(strings.Join(lines, "\n")))
	}
}
