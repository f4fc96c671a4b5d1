package review

import (
	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/workshop"
	checks "souk/workshop/review"
)

// acting are the keys that do something with the item under the cursor. Those that deal with it let the cursor go on.
func (s *Team) acting(f flow.Frame, t model.Team) []flow.Binding {
	it := s.current(f)
	side := model.Side{Team: t.ID, Objective: it.objective}
	pairs, settled := "This is not about another team; x, a and p work here.", ""
	if it.sort == ofPair {
		settled = it.matter.Settled()
		pairs = settled
	}
	then := func(e flow.Effect) flow.Effect {
		s.goOn(f)
		return e
	}
	queue := flow.Binding{Keys: []string{"s"}, Help: "queue", Off: pairs, Do: func() flow.Effect {
		return then(flow.Effect{Do: queueing(f, s.read, it.matter)})
	}}
	if it.sort == ofPair && it.matter.Finding().Status == model.Queued {
		queue.Help = "out of queue"
	}
	return []flow.Binding{
		s.dismissing(f, it, settled),
		queue,
		{Keys: []string{"a"}, Help: "ask the team", Do: func() flow.Effect {
			return flow.Effect{Open: askForm(f, side, questionFor(f, it, t.ID), func() { s.goOn(f) })}
		}},
		{Keys: []string{"p"}, Help: "note", Do: func() flow.Effect { return flow.Effect{Open: noteForm(f, side)} }},
		s.wording(f, it, pairs),
		{Keys: []string{"o"}, Help: "propose", Off: pairs, Do: func() flow.Effect { return flow.Effect{Open: proposalPick(f, it.matter)} }},
	}
}

// dismissing sets an item aside, or brings it back.
func (s *Team) dismissing(f flow.Frame, it item, settled string) flow.Binding {
	b := flow.Binding{Keys: []string{"x"}, Help: "dismiss"}
	record := func(intents ...workshop.Intent) flow.Effect {
		s.goOn(f)
		return flow.Effect{Do: intents}
	}
	switch it.sort {
	case ofTeam, ofNote:
		b.Off = "Nothing to dismiss here; p changes a note."
	case ofCheck:
		b.Do = func() flow.Effect { return record(workshop.DismissChecks{IDs: placesOf(it.card)}) }
		if it.quiet {
			b.Help = "bring back"
			b.Do = func() flow.Effect { return record(workshop.DismissChecks{IDs: placesOf(it.card), Again: true}) }
		}
	case ofPair:
		status := model.Dismissed
		if it.matter.Finding().Status == model.Dismissed {
			b.Help, status = "bring back", model.Open
		}
		b.Off = settled
		b.Do = func() flow.Effect { return record(triage(f, s.read, it.matter, status)...) }
	case ofAsked:
		b.Help = "do not ask"
		b.Do = func() flow.Effect { return record(workshop.RewordStallQuestion{Question: it.question.ID}) }
	}
	return b
}

// because sets an item aside as x does, with a reason.
func (s *Team) because(f flow.Frame, it item) flow.Binding {
	b := flow.Binding{Keys: []string{"X"}, Help: "dismiss, why"}
	then := func() { s.goOn(f) }
	switch {
	case it.sort == ofCheck && !it.quiet:
		b.Do = func() flow.Effect { return flow.Effect{Open: dismissForm(it.card, then)} }
	case it.sort == ofPair && it.matter.Finding().Status != model.Dismissed:
		b.Off = it.matter.Settled()
		b.Do = func() flow.Effect { return flow.Effect{Open: setAsideForm(f, s.read, it.matter, then)} }
	default:
		b.Off = "Nothing to dismiss here."
	}
	return b
}

// wording says a finding, or a question, in the coach's own words.
func (s *Team) wording(f flow.Frame, it item, pairs string) flow.Binding {
	b := flow.Binding{Keys: []string{"w"}, Help: "word it", Off: pairs, Do: func() flow.Effect { return flow.Effect{Open: wordForm(f, it.matter)} }}
	if it.sort == ofAsked {
		b.Off = ""
		b.Do = func() flow.Effect { return flow.Effect{Open: rewordForm(it.question)} }
	}
	return b
}

// queueing brings a matter up last, or takes it out of the queue.
func queueing(f flow.Frame, r *reading, m screens.Matter) []workshop.Intent {
	if m.Finding().Status == model.Queued {
		return triage(f, r, m, model.Open)
	}
	return triage(f, r, m, model.Queued)
}

// triage queues a matter last, or opens or dismisses it, and takes it out of the queue.
func triage(f flow.Frame, r *reading, m screens.Matter, status model.FindingStatus) []workshop.Intent {
	out := []workshop.Intent{workshop.TriageFindings{Findings: m.Findings(), Status: status}}
	var order []model.FindingID
	for _, q := range r.of(f).queued() {
		if q.Key() != m.Key() {
			order = append(order, q.Finding().ID)
		}
	}
	if status == model.Queued {
		order = append(order, m.Finding().ID)
	}
	return append(out, reorder(f.State, order)...)
}

// reorder puts the queue into an order, where it is not in it.
func reorder(s *workshop.State, order []model.FindingID) []workshop.Intent {
	if len(order) == len(s.Queue) {
		same := true
		for i, id := range order {
			same = same && s.Queue[i] == id
		}
		if same {
			return nil
		}
	}
	return []workshop.Intent{workshop.OrderQueue{Queue: order}}
}

// placesOf are the ids that silence a card.
func placesOf(c checks.Card) []string {
	ids := make([]string, len(c.Places))
	for i, p := range c.Places {
		ids[i] = p.ID
	}
	return ids
}

func dismissForm(c checks.Card, then func()) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title:  "Dismiss: " + c.Check.Title,
		Lead:   "It stays quiet until the text changes; d shows it again.",
		Fields: []dialog.Field{{Key: "note", Label: "because", Hint: "your reason, private; may stay empty"}},
		Record: "dismiss",
		Submit: func(v dialog.Values) flow.Effect {
			then()
			return flow.Effect{Do: []workshop.Intent{workshop.DismissChecks{IDs: placesOf(c), Note: v.Text("note")}}}
		},
	})
}

// setAsideForm dismisses a matter with a reason.
func setAsideForm(f flow.Frame, r *reading, m screens.Matter, then func()) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title:  "Dismiss: " + f.State.Pair(m.Finding()),
		Fields: []dialog.Field{{Key: "note", Label: "because", Hint: "the room may read it; may stay empty"}},
		Record: "dismiss",
		Submit: func(v dialog.Values) flow.Effect {
			then()
			intents := triage(f, r, m, model.Dismissed)
			intents[0] = workshop.TriageFindings{Findings: m.Findings(), Status: model.Dismissed, Note: v.Text("note")}
			return flow.Effect{Do: intents}
		},
	})
}

func askForm(f flow.Frame, about model.Side, p proposal, then func()) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title:  "Ask " + labelOf(f, about) + " ahead of the workshop",
		Fields: []dialog.Field{{Key: "text", Label: "question", Kind: dialog.Area, Value: model.Clean(p.text), Hint: "The team gets it as it stands here.", Required: true}},
		Record: "ask",
		Submit: func(v dialog.Values) flow.Effect {
			then()
			return flow.Effect{Do: []workshop.Intent{workshop.AskStall{Team: about.Team, Objective: about.Objective, Text: v.Text("text"), Quotes: p.quotes}}}
		},
	})
}

func rewordForm(q model.StallQuestion) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title:  "Re-word the question",
		Fields: []dialog.Field{{Key: "text", Label: "question", Kind: dialog.Area, Value: q.Text, Required: true}},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.RewordStallQuestion{Question: q.ID, Text: v.Text("text")}}}
		},
	})
}

// noteForm writes the coach's note; an empty one takes it away.
func noteForm(f flow.Frame, about model.Side) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title:  "Private note on " + labelOf(f, about),
		Fields: []dialog.Field{{Key: "text", Label: "note", Kind: dialog.Area, Value: f.State.Private.NoteOn(about), Hint: "Only you see it, and only here. Empty takes it away."}},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.NotePrivately{About: about, Text: v.Text("text")}}}
		},
	})
}

func labelOf(f flow.Frame, about model.Side) string {
	if about.Objective != "" {
		return f.State.Label(about.Objective)
	}
	return f.State.TeamName(about.Team)
}

// wordForm says a matter as it should be read out in the room.
func wordForm(f flow.Frame, m screens.Matter) flow.Dialog {
	fi := m.Finding()
	lead := "They stand above the reasons, on the shared screen."
	if fi.Kind == model.Dependency {
		lead = "They stand above the reasons, on the shared screen, and on the page ahead to " + f.State.TeamName(fi.B.Team) + " once this is queued."
	}
	hint := "Empty, only the reasons speak."
	if len(fi.Reasons) > 0 {
		hint = "Empty, only the reasons speak: “" + kit.Cut(fi.Reasons[0].Text.Line(), longestQuote) + "”"
	}
	return dialog.NewForm(dialog.FormSpec{
		Title:  "How the room hears it: " + f.State.Pair(fi),
		Lead:   lead,
		Fields: []dialog.Field{{Key: "words", Label: "words", Kind: dialog.Area, Value: fi.Words, Hint: hint}},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.PrepareFindings{Findings: m.Findings(), Words: v.Text("words"), Proposal: fi.Proposal}}}
		},
	})
}

// proposalPick chooses what the coach proposes for a matter.
func proposalPick(f flow.Frame, m screens.Matter) flow.Dialog {
	fi := m.Finding()
	outcomes := append([]model.Outcome{""}, workshop.Proposals(fi.Kind)...)
	spec := dialog.PickSpec{Title: "Propose for " + f.State.Pair(fi), Pick: "propose"}
	for i, o := range outcomes {
		label := string(o)
		if o == "" {
			label = "no proposal"
		}
		spec.Options = append(spec.Options, dialog.Option{Label: label})
		if o == fi.Proposal {
			spec.At = i
		}
	}
	spec.Choose = func(i int) flow.Effect {
		return flow.Effect{Do: []workshop.Intent{workshop.PrepareFindings{Findings: m.Findings(), Words: fi.Words, Proposal: outcomes[i]}}}
	}
	return dialog.NewPick(spec)
}
