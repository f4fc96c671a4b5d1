package screens

import (
	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// nothingThere is why the keys that need a matter do nothing.
const nothingThere = "Nothing is on the table."

// bindings are all keys of a screen of findings; own are those that decide, also are the screen's others.
func (s *findings) bindings(f flow.Frame, own []flow.Binding, also ...flow.Binding) []flow.Binding {
	page := max(f.Height-4, 1)
	if !s.panes.single(f) || !s.rows(f).isOneLine(f.Width-kit.Gutter) {
		page /= 2
	}
	out := moving(&s.list, len(s.rows(f).rows), page, "choose")
	if !f.Zoom {
		out = append(out, s.panes.bindings(f, len(s.cache.rows))...)
	}
	out = append(append(out, own...), also...)
	out = append(append(out, s.triage(f)...), s.looking(f)...)
	if len(s.cache.rows) == 0 {
		out = onlyWorking(out)
	}
	for i, b := range out {
		out[i].Do = func() flow.Effect { s.anyKey(); return b.Do() }
	}
	return out
}

// triage sorts the matters without deciding them, and raises new ones.
func (s *findings) triage(f flow.Frame) []flow.Binding {
	m, some := s.current(f)
	off := untriable(m, some)
	mark := func(status model.FindingStatus, note model.Text) flow.Effect {
		return flow.Effect{Do: []workshop.Intent{workshop.TriageFindings{Findings: m.all, Status: status, Note: note}}}
	}
	queue, queued, back := off, off, off
	if off == "" && m.finding.Status == model.Queued {
		queue = "It is queued already; b puts it back."
	}
	if off == "" && m.finding.Status == model.Parked {
		queued = "It is parked already; b puts it back."
	}
	if off == "" && m.finding.Status == model.Open {
		back = "It is on the table."
	}
	return []flow.Binding{
		{Keys: []string{"s"}, Help: "queue", Off: queue, Foot: true, Do: func() flow.Effect { return mark(model.Queued, model.Text{}) }},
		{Keys: []string{"p"}, Help: "park", Off: queued, Foot: true, Do: func() flow.Effect {
			return flow.Effect{Open: dialog.NewForm(dialog.FormSpec{
				Title:  "Park: " + f.State.Pair(m.finding),
				Fields: []dialog.Field{{Key: "note", Label: "until", Hint: "what it waits for; may stay empty"}},
				Record: "park",
				Submit: func(v dialog.Values) flow.Effect { return mark(model.Parked, v.Text("note")) },
			})}
		}},
		{Keys: []string{"b"}, Help: "back on table", Off: back, Do: func() flow.Effect { return mark(model.Open, model.Text{}) }},
		{Keys: []string{"r"}, Help: "raise one", Foot: true, Off: noDrafts(f), Do: func() flow.Effect {
			s.follow = true
			return flow.Effect{Open: raiseOneOf(f, s.subject.kinds(), model.Side{})}
		}},
	}
}

// untriable says why a matter cannot be queued or parked.
func untriable(m matter, some bool) string {
	switch {
	case !some:
		return nothingThere
	case m.hasVerdict():
		return "It is decided: " + string(m.decision.Outcome) + "."
	case m.isAsked():
		return "It is asked already; record the answer."
	}
	return ""
}

func noDrafts(f flow.Frame) string {
	if f.State.Objectives.Len() == 0 {
		return "There are no drafts yet."
	}
	return ""
}

// looking are the keys that change what is seen.
func (s *findings) looking(f flow.Frame) []flow.Binding {
	ms := s.rows(f)
	m, some := s.current(f)
	none, open := "", ""
	if !some {
		none = nothingThere
	}
	if some && ms.next(s.list.Cursor, 1) < 0 {
		open = "Nothing waits for the room any more."
	}
	step := func(by int) func() flow.Effect {
		return func() flow.Effect { s.list.To(ms.next(s.list.Cursor, by), len(ms.rows)); return flow.Effect{} }
	}
	if !some {
		open = none
	}
	read := func(key string) func() flow.Effect {
		return func() flow.Effect { s.readOn(f, key); return flow.Effect{} }
	}
	stall := func(side model.Side) func() flow.Effect {
		return func() flow.Effect { return flow.Effect{Go: stallOf(side)} }
	}
	return []flow.Binding{
		{Keys: []string{"n"}, Help: "next open", Off: open, Foot: true, Do: step(1)},
		{Keys: []string{"N"}, Help: "open before", Off: open, Do: step(-1)},
		s.filter(f),
		s.moreOrLess(ms),
		s.explain(f),
		{Keys: []string{"J", "shift+down"}, Help: "read on", Off: none, Do: read("pgdown")},
		{Keys: []string{"K", "shift+up"}, Help: "read back", Off: none, Do: read("pgup")},
		{Keys: []string{"o"}, Help: "first stall", Off: none, Do: stall(m.finding.A)},
		{Keys: []string{"O"}, Help: "other stall", Off: none, Do: stall(m.finding.B)},
	}
}

func (s *findings) filter(f flow.Frame) flow.Binding {
	if s.team != "" {
		return flow.Binding{Keys: []string{"f"}, Help: "all teams", Foot: true, Do: func() flow.Effect { s.team = ""; return flow.Effect{} }}
	}
	return flow.Binding{Keys: []string{"f"}, Help: "one team", Off: noDrafts(f), Do: func() flow.Effect {
		return flow.Effect{Open: pickTeam(f, "Show only what concerns …", func(model.Team) string { return "" }, func(t model.Team) flow.Effect {
			s.team = t.ID
			return flow.Effect{Close: true}
		})}
	}}
}

func (s *findings) moreOrLess(ms *matters) flow.Binding {
	b := flow.Binding{Keys: []string{"v"}, Help: "show all", Do: func() flow.Effect { s.more = !s.more; return flow.Effect{} }}
	switch {
	case s.more:
		b.Help = "likely ones"
	case ms.hidden == 0:
		b.Off = "All is shown."
	}
	return b
}

// stallOf is the place where a side's own words stand.
func stallOf(side model.Side) flow.Target {
	to := flow.Target{Stage: workshop.StallsStage, Team: side.Team, Objective: side.Objective}
	if len(side.KeyResults) > 0 {
		to.KeyResult = side.KeyResults[0]
	}
	return to
}
