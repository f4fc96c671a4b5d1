package review

import (
	"slices"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
)

// nothingHere is why the keys that need a matter do nothing.
const nothingHere = "Nothing is on the table."

// Bindings implements screens.Screen.
func (s *Queue) Bindings(f flow.Frame) []flow.Binding {
	es := s.rows(f)
	out := screens.Moving(&s.list, len(es), max(f.Height/2-2, 1), "choose")
	if f.Compact() && len(es) > 0 {
		b := flow.Binding{Keys: []string{"enter"}, Help: "evidence", Foot: true}
		if s.open {
			b = flow.Binding{Keys: []string{"enter", "esc"}, Help: "list", Foot: true}
		}
		b.Do = func() flow.Effect { s.open = !s.open; s.scroll = kit.Scroll{}; return flow.Effect{} }
		out = append(out, b)
	}
	out = append(out, s.acting(f)...)
	out = append(out, s.looking(f)...)
	if len(es) == 0 {
		onlyWorking(out)
	}
	return out
}

// onlyWorking takes the keys that do nothing out of the footer of a screen with nothing on it.
func onlyWorking(bindings []flow.Binding) {
	for i, b := range bindings {
		bindings[i].Foot = b.Foot && b.Off == ""
	}
}

// acting are the keys that do something with the matter under the cursor.
func (s *Queue) acting(f flow.Frame) []flow.Binding {
	e, some := s.current(f)
	off := nothingHere
	if some {
		off = e.matter.Settled()
	}
	queue := flow.Binding{Keys: []string{"s"}, Help: "queue", Off: off, Foot: true, Do: func() flow.Effect {
		s.goOn(f)
		return flow.Effect{Do: queueing(f, s.read, e.matter)}
	}}
	if e.queued {
		queue.Help = "out of queue"
	}
	return []flow.Binding{
		queue,
		{Keys: []string{"x"}, Help: "dismiss", Off: off, Foot: true, Do: func() flow.Effect {
			s.goOn(f)
			return flow.Effect{Do: triage(f, s.read, e.matter, model.Dismissed)}
		}},
		s.shifting(f, "K", -1, "earlier"),
		s.shifting(f, "J", 1, "later"),
		{Keys: []string{"w"}, Help: "word it", Off: off, Do: func() flow.Effect { return flow.Effect{Open: wordForm(f, e.matter)} }},
		{Keys: []string{"o"}, Help: "propose", Off: off, Do: func() flow.Effect { return flow.Effect{Open: proposalPick(f, e.matter)} }},
	}
}

// shifting moves a queued matter before or behind its neighbour in the same stage.
func (s *Queue) shifting(f flow.Frame, key string, by int, help string) flow.Binding {
	arrow := map[int]string{-1: "shift+up", 1: "shift+down"}[by]
	b := flow.Binding{Keys: []string{key, arrow}, Show: key, Help: help}
	e, some := s.current(f)
	to := s.list.Cursor + by
	switch {
	case !some:
		b.Off = nothingHere
	case !e.queued:
		b.Off = "Only what is queued has a place; s queues it."
	case to < 0 || to >= len(s.entries) || !s.entries[to].queued || s.entries[to].stage != e.stage:
		b.Off = "It has no neighbour there in its stage."
	default:
		neighbour := s.entries[to].matter.Finding().ID
		b.Do = func() flow.Effect {
			return flow.Effect{Do: reorder(f.State, s.moved(f, e.matter.Finding().ID, neighbour))}
		}
	}
	return b
}

// moved is the order of the queue with two places exchanged.
func (s *Queue) moved(f flow.Frame, a, b model.FindingID) []model.FindingID {
	var order []model.FindingID
	for _, m := range s.read.of(f).queued() {
		order = append(order, m.Finding().ID)
	}
	i, k := slices.Index(order, a), slices.Index(order, b)
	order[i], order[k] = order[k], order[i]
	return order
}

// looking are the keys that change what is seen, and what stands there.
func (s *Queue) looking(f flow.Frame) []flow.Binding {
	more := "faint ones too"
	if s.read.more {
		more = "likely ones"
	}
	e, some := s.current(f)
	none := ""
	if !some {
		none = nothingHere
	}
	because := flow.Binding{Keys: []string{"X"}, Help: "dismiss, why", Off: none, Do: func() flow.Effect {
		return flow.Effect{Open: setAsideForm(f, s.read, e.matter, func() { s.goOn(f) })}
	}}
	if some {
		because.Off = e.matter.Settled()
	}
	kind := flow.Binding{Keys: []string{"f"}, Help: "one kind", Off: none, Foot: true, Do: func() flow.Effect { return flow.Effect{Open: s.kindPick()} }}
	if s.kind != "" {
		kind.Help, kind.Off = "all kinds", ""
		kind.Do = func() flow.Effect { s.kind = ""; return flow.Effect{} }
	}
	raise := ""
	if f.State.Objectives.Len() == 0 {
		raise = "There are no drafts yet."
	}
	scroll := func(key string) func() flow.Effect {
		return func() flow.Effect { s.readOn(f, key); return flow.Effect{} }
	}
	page := func(side model.Side) func() flow.Effect {
		return func() flow.Effect {
			return flow.Effect{Go: flow.Target{Stage: TeamStage, Team: side.Team, Objective: side.Objective}}
		}
	}
	return []flow.Binding{
		because,
		kind,
		{Keys: []string{"v"}, Help: more, Do: func() flow.Effect { s.read.more = !s.read.more; return flow.Effect{} }},
		{Keys: []string{"r"}, Help: "raise one", Off: raise, Do: func() flow.Effect { return flow.Effect{Open: screens.Raise(f, model.Side{})} }},
		{Keys: []string{"1"}, Help: "first team", Off: none, Do: page(e.matter.Finding().A)},
		{Keys: []string{"2"}, Help: "other team", Off: none, Do: page(e.matter.Finding().B)},
		{Keys: []string{"]"}, Help: "read on", Off: none, Do: scroll("pgdown")},
		{Keys: []string{"["}, Help: "read back", Off: none, Do: scroll("pgup")},
	}
}

func (s *Queue) kindPick() flow.Dialog {
	kinds := model.FindingKinds()
	spec := dialog.PickSpec{Title: "Show only …"}
	for _, k := range kinds {
		spec.Options = append(spec.Options, dialog.Option{Label: plural(k)})
	}
	spec.Choose = func(i int) flow.Effect { s.kind = kinds[i]; return flow.Effect{Close: true} }
	return dialog.NewPick(spec)
}

// readOn scrolls the evidence.
func (s *Queue) readOn(f flow.Frame, key string) {
	e, _ := s.current(f)
	width, height := f.Width, f.Height-4
	if !f.Compact() {
		_, width = kit.Split(f.Width, queueShare)
	}
	s.scroll.Key(key, len(s.body(f, e, width, height)), height)
}
