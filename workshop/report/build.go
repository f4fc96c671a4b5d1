package report

import (
	"fmt"

	"souk/model"
	"souk/workshop"
	"souk/workshop/say"
)

// Option changes what Build makes.
type Option func(*writer)

// ByShared lists the OKRs by what teams own together instead of team by team.
func ByShared() Option { return func(w *writer) { w.byShared = true } }

// Seeing lists the signals that follow from these findings, too: those on the table. Without it only what the room touched counts.
func Seeing(findings []model.Finding) Option { return func(w *writer) { w.table = findings } }

// Told are the signals that a report with these options lists.
func Told(s *workshop.State, options ...Option) []Signal {
	w := &writer{State: s, table: s.OnTheTable(nil)}
	for _, o := range options {
		o(w)
	}
	return Signals(s, w.table)
}

// Build makes the report of a workshop as it stands. It is pure: the same state and options give the same document.
func Build(s *workshop.State, options ...Option) Document {
	w := newWriter(s)
	for _, o := range options {
		o(w)
	}
	w.told = Told(s, options...)
	title := "Record of the workshop"
	if name := s.Name(); s.Organisation.Line()+s.Cycle.Line() != "" {
		title = name + ": record of the workshop"
	}
	d := Document{Title: title}
	for _, part := range []func() []Block{
		w.summary, w.attendance, w.context, w.decisions, w.requests, w.together, w.measures, w.agreement,
		w.parking, w.signals, w.comments, w.changed, w.finalOKRs,
	} {
		d.Blocks = append(d.Blocks, part()...)
	}
	return d
}

// writer is a report in the making: the state and what is looked up in it over and over.
type writer struct {
	*workshop.State
	labels  map[model.ObjectiveID]string
	waiting map[model.ObjectiveID][]model.Request  // not answered, declined or escalated, by the objective that needs them
	moves   map[model.ObjectiveID][]model.Decision // lifted and brought back
	fates   map[model.ObjectiveID]model.Decision   // the last one about it
	loads   map[model.TeamID]workshop.Load
	tally   tally
	table   []model.Finding
	told    []Signal

	byShared bool
}

func newWriter(s *workshop.State) *writer {
	w := &writer{
		State: s, labels: make(map[model.ObjectiveID]string, s.Objectives.Len()),
		waiting: map[model.ObjectiveID][]model.Request{}, moves: map[model.ObjectiveID][]model.Decision{}, fates: map[model.ObjectiveID]model.Decision{},
		loads: s.Loads(), tally: sumUp(s),
	}
	for t := range s.Teams.All() {
		if t.Kind == model.VirtualTeam {
			continue // its objective stays with the lead
		}
		for i, id := range t.Objectives {
			w.labels[id] = fmt.Sprintf("%s %d", t.Name.Line(), i+1)
		}
	}
	for r := range s.Requests.All() {
		if id := s.Now(r.From).Objective; id != "" && (r.IsWaiting() || r.IsAtRisk()) {
			w.waiting[id] = append(w.waiting[id], r)
		}
	}
	for d := range s.Decisions.All() {
		if d.Kind == "objective" {
			w.fates[d.Objective] = d
		}
		if (d.Outcome == model.Lift || d.Outcome == model.BringBack) && len(d.Teams) == 2 {
			w.moves[d.Objective] = append(w.moves[d.Objective], d)
		}
	}
	return w
}

// titled is an objective by its label and words: Payments 1 “Customers pay anyone in seconds”.
func (w *writer) titled(id model.ObjectiveID) string {
	o, ok := w.Objectives.Get(id)
	if !ok {
		return ""
	}
	return w.labels[id] + " " + say.Quote(o.Title)
}

func (w *writer) teamNames(ids []model.TeamID) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, w.TeamName(id))
	}
	return out
}

// side is one end of a relation: the objective and the key results that matter, or the team alone.
func (w *writer) side(s model.Side) string {
	o, ok := w.Objectives.Get(s.Objective)
	if !ok {
		return w.TeamName(s.Team)
	}
	text := w.titled(s.Objective)
	for _, id := range s.KeyResults {
		if _, n, ok := workshop.KeyResult(o, id); ok {
			text += fmt.Sprintf(", key result %d", n)
		}
	}
	return text
}

// place is a side of a request where it stands now, with where it stood.
func (w *writer) place(s model.Side) string {
	now := w.Now(s)
	text := w.side(now)
	if now.Objective != s.Objective {
		text += ", formerly " + w.labels[s.Objective]
	}
	return text
}

// changes are changes with the words of a reader for the fields.
func (w *writer) changes(cs []model.Change) []Block {
	if len(cs) == 0 {
		return nil
	}
	items := make([]Change, 0, len(cs))
	for _, c := range cs {
		what := w.TeamName(c.Team)
		if label := w.labels[c.Objective]; label != "" {
			what = label
		}
		items = append(items, Change{what + ", " + fieldName(c.Field), c.Before.Line(), c.After.Line()})
	}
	return []Block{Changes{items}}
}

// fieldName is the field of a model.Change as a reader would call it.
func fieldName(field string) string {
	switch {
	case field == "fate":
		return "what became of it"
	case field == "owners":
		return "shared with"
	case field == "parts":
		return "who delivers what"
	case len(field) > 2 && field[:2] == "KR":
		return "key result " + field[2:]
	}
	return field
}
