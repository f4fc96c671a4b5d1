package intake

import (
	"strings"
	"unicode/utf8"

	"souk/model"
)

// team reads a team's draft, into the team of that name where another source began it.
func (r *reader) team(n *node) {
	t, k, ok := r.named(n)
	if !ok {
		return
	}
	r.fields(n, "a team",
		field{"name", func(*node) {}}, // read by named
		field{"level", r.line(&t.Level)},
		field{"parent", r.mention(&t.Parent, k.index, parentRole)},
		field{"kind", choose(r, &t.Kind, teamKinds, model.DeliveryTeam)},
		field{"description", r.paragraphs(&t.Description)},
		field{"needs", r.exchanges(&t.Needs)},
		field{"offers", r.exchanges(&t.Offers)},
		field{"objectives", func(n *node) { r.each(n, func(o *node) { r.objective(t, k, o) }) }},
	)
}

// named finds or begins the team that a node describes.
func (r *reader) named(n *node) (*model.DraftTeam, *known, bool) {
	c := n.child("name")
	if n.kind != mapping || c == nil || c.kind == nothing {
		r.fail(n.at, "add name: … to it", "This team has no name")
		return nil, nil, false
	}
	name := r.oneLine(c)
	if name.IsEmpty() {
		if c.kind == scalar && strings.TrimSpace(c.text) == "" {
			r.fail(c.at, "write the team's name", "This team's name is empty")
		}
		return nil, nil, false
	}
	k, again := r.teams[model.Fold(name)]
	switch {
	case again && k.source == len(r.files):
		r.fail(c.at, "give it another name, or write all its objectives in one place", "The team %s stands here a second time, after line %d", quoted(name.String()), k.at.line)
		return nil, nil, false
	case again:
		k.source, k.at = len(r.files), c.at
	default:
		k = &known{index: len(r.drafts.Teams), source: len(r.files), at: c.at, titles: map[string]spot{}}
		r.teams[model.Fold(name)] = k
		r.drafts.Teams = append(r.drafts.Teams, model.DraftTeam{Name: name})
	}
	return &r.drafts.Teams[k.index], k, true
}

// exchanges reads needs or offers: a text each, or a team and a text.
func (r *reader) exchanges(to *[]model.DraftExchange) func(*node) {
	return func(n *node) {
		r.each(n, func(e *node) {
			var x model.DraftExchange
			if e.kind == mapping {
				r.fields(e, "a need or an offer", field{"team", r.mention(&x.Team, 0, exchangeRole)}, field{"text", r.paragraphs(&x.Text)})
			} else {
				x.Text = r.text(e)
			}
			if !x.Text.IsEmpty() {
				*to = append(*to, x)
			}
		})
	}
}

func (r *reader) objective(t *model.DraftTeam, k *known, n *node) {
	var o model.DraftObjective
	if n.kind == mapping {
		r.fields(n, "an objective",
			field{"title", r.line(&o.Title)},
			field{"id", readID(r, &o.ID)},
			field{"why_now", r.paragraphs(&o.WhyNow)},
			field{"supports", r.lines(&o.Supports)},
			field{"owners", r.owners(&o.Owners)},
			field{"phase", choose(r, &o.Phase, phases, "")},
			field{"origin", choose(r, &o.Origin, origins, "")},
			field{"key_results", func(n *node) { r.each(n, func(kr *node) { r.keyResult(&o, kr) }) }},
		)
	} else {
		o.Title = r.oneLine(n)
	}
	if o.Title.IsEmpty() {
		r.untitled(n)
		return
	}
	if len(o.KeyResults) == 0 {
		r.warn(n.at, "add key results, or leave that to the workshop", "The objective %s has no key results", quoted(o.Title.String()))
	}
	title := model.Fold(o.Title)
	if first, twice := k.titles[title]; twice {
		r.warn(n.at, "give one of them another title if they are two", "%s has the objective %s twice, first in %s", t.Name.Line(), quoted(o.Title.String()), r.lineOf(first))
	} else {
		k.titles[title] = r.here(n.at)
	}
	t.Objectives = append(t.Objectives, o)
}

// untitled fails for an objective without title, unless its title was refused for a reason already told.
func (r *reader) untitled(n *node) {
	c := n
	if n.kind == mapping {
		c = n.child("title")
	}
	if c == nil || c.kind == nothing || (c.kind == scalar && strings.TrimSpace(c.text) == "") {
		r.fail(n.at, "add title: … to it", "This objective has no title")
	}
}

func (r *reader) keyResult(o *model.DraftObjective, n *node) {
	var kr model.DraftKeyResult
	if n.kind == mapping {
		r.fields(n, "a key result",
			field{"text", r.paragraphs(&kr.Text)},
			field{"id", readID(r, &kr.ID)},
			field{"metric", r.line(&kr.Metric)},
			field{"baseline", r.line(&kr.Baseline)},
			field{"target", r.line(&kr.Target)},
			field{"unit", r.line(&kr.Unit)},
			field{"owner", r.line(&kr.Owner)},
			field{"team", r.mention(&kr.Team, 0, ownerRole)},
		)
	} else {
		kr.Text = r.text(n)
	}
	switch {
	case !kr.Text.IsEmpty():
		o.KeyResults = append(o.KeyResults, kr)
	case kr != (model.DraftKeyResult{}):
		r.fail(n.at, "add text: … to it", "This key result has no text")
	default:
		r.warn(n.at, "write it or remove it", "This key result is empty and was left out")
	}
}

func (r *reader) owners(to *[]model.Text) func(*node) {
	return func(n *node) {
		r.each(n, func(e *node) {
			var name model.Text
			r.mention(&name, 0, ownerRole)(e)
			if !name.IsEmpty() {
				*to = append(*to, name)
			}
		})
	}
}

// readID reads an id, which is unique among all sources.
func readID[T ~string](r *reader, to *T) func(*node) {
	return func(n *node) {
		id := r.oneLine(n).String()
		switch first, twice := r.ids[id]; {
		case id == "":
		case utf8.RuneCountInString(id) > maxID:
			r.fail(n.at, "use a short one", "This id is longer than %d characters", maxID)
		case twice:
			r.fail(n.at, "give each its own id, or leave the ids out", "The id %s was given before, in %s", quoted(id), r.lineOf(first))
		default:
			r.ids[id] = r.here(n.at)
			*to = T(id)
		}
	}
}
