package screens

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// rows are those of the part that is shown.
func (s *Close) rows(f flow.Frame) headed {
	_, n := s.list()
	h := headed{n: n}
	group := func(of func(i int) string) func(int) string {
		return func(i int) string {
			if i > 0 && of(i-1) == of(i) {
				return ""
			}
			return of(i)
		}
	}
	switch s.parts.at {
	case parkingPart:
		h.head = group(func(i int) string {
			return oneOf(s.parking.made[i].Owner.IsEmpty(), "WITHOUT AN OWNER", "WITH AN OWNER")
		})
		h.row = func(i, width int) string {
			p := s.parking.made[i]
			return closeRow(f, !p.Owner.IsEmpty(), p.Text.Line(), responsible(p.Owner, p.Due), width)
		}
	case signalsPart:
		h.head = group(func(i int) string { return s.signals.made[i].heading() })
		h.row = func(i, width int) string {
			g := s.signals.made[i]
			if g.isDropped() {
				return kit.Cut(f.Styles.Dismissed.Render(kit.SignDismissed)+" "+f.Styles.Muted.Render(g.Text), width)
			}
			return closeRow(f, g.isKept(), g.Text, g.Owner, width)
		}
	default:
		h.head = group(func(i int) string { return s.decisions.made[i].heading() })
		h.row = func(i, width int) string {
			d := s.decisions.made[i]
			if d.isPromise() {
				return promiseRow(f, d, width)
			}
			text := outcomeCell(d.Outcome) + d.Summary.Line()
			return closeRow(f, d.ReadBack, text, responsible(d.Owner, d.Due), width)
		}
	}
	return h
}

func oneOf(yes bool, is, isNot string) string {
	if yes {
		return is
	}
	return isNot
}

// closeRow is something that must be finished: its sign, its words, and who sees to it where these leave room for that. The heading above
// says whether somebody does.
func closeRow(f flow.Frame, done bool, text, who string, width int) string {
	st := f.Styles
	sign := st.Open.Render(kit.SignOpen)
	if done {
		sign = st.Good.Render(kit.SignDecided)
	}
	if kit.Width(text)+kit.Width(who)+kit.Gutter+1 > width {
		who = ""
	}
	return kit.Between(sign+" "+st.Text.Render(text), st.Muted.Render(who), width)
}

// responsible says who sees to it and by when, as far as that was said.
func responsible(owner, due model.Text) string {
	return strings.Join(said(owner, due), " · ")
}

// detail is what the row under the cursor is about: a name for it, and its lines in a width.
func (s *Close) detail(f flow.Frame) (of string, draw func(width int) []string) {
	switch s.parts.at {
	case parkingPart:
		p, _ := s.parked(f)
		return string(p.ID), func(width int) []string { return parkingLines(f, p, width) }
	case signalsPart:
		g, _ := s.signal(f)
		return g.Matter, func(width int) []string { return signalLines(f, g, width) }
	}
	d, _ := s.decision(f)
	if d.isPromise() {
		return string(d.request.ID), func(width int) []string { return promiseLines(f, d, width) }
	}
	return string(d.ID), func(width int) []string { return readingLines(f, d.Decision, width) }
}

// outcomeWidth is the width of a decision's outcome before its sentence: a longer one takes what it needs.
const outcomeWidth = 17

// outcomeCell is an outcome as it stands before the decision's sentence.
func outcomeCell(o model.Outcome) string {
	return kit.Pad(string(o), max(outcomeWidth, kit.Width(string(o))+2))
}

// closeLabel is the width of the labels beside the close's lists.
const closeLabel = 11

// labelledOr is a labelled text, or a word where nothing was said.
func labelledOr(f flow.Frame, label string, t model.Text, blank string, width int) []string {
	if t.IsEmpty() {
		return []string{kit.Cut(f.Styles.Label.Render(kit.Pad(label, closeLabel))+f.Styles.Warn.Render(blank), width)}
	}
	return kit.Labelled(f.Styles, label, t.Line(), closeLabel, width)
}

// readingLines are a decision as it is read aloud: the sentence, who sees to it by when, why, and what changes.
func readingLines(f flow.Frame, d model.Decision, width int) []string {
	st := f.Styles
	head := st.Label.Render(d.Kind + " · " + string(d.Outcome))
	state := st.Open.Render(kit.SignOpen + " not read back yet")
	if d.ReadBack {
		state = st.Good.Render(kit.SignDecided + " read back")
	}
	var about []string
	if !d.Outcome.NeedsNobody() || !d.Owner.IsEmpty() {
		about = labelledOr(f, "owner", d.Owner, "– nobody yet –", width)
	}
	if !d.Outcome.NeedsNobody() || !d.Due.IsEmpty() {
		about = append(about, labelledOr(f, "due", d.Due, "– no date yet –", width)...)
	}
	for _, p := range []struct {
		label string
		text  model.Text
	}{{"agreed by", d.AgreedBy}, {"because", d.Rationale}} {
		if !p.text.IsEmpty() {
			about = append(about, kit.Labelled(st, p.label, p.text.Line(), closeLabel, width)...)
		}
	}
	return kit.Stack(1,
		append([]string{kit.Between(head, state, width)}, large(f, d.Summary.Line(), width)...),
		about, formedLines(f, d, width), decidedChanges(f, d.Changes, width))
}

func parkingLines(f flow.Frame, p model.Parking, width int) []string {
	st := f.Styles
	var about []string
	if p.About.Team != "" {
		what := f.State.TeamName(p.About.Team)
		if o, ok := f.State.Objectives.Get(p.About.Objective); ok {
			what = named(f, o)
		}
		about = kit.Labelled(st, "about", what, closeLabel, width)
	}
	about = append(about, labelledOr(f, "owner", p.Owner, "– nobody yet –", width)...)
	about = append(about, labelledOr(f, "due", p.Due, "– no date yet –", width)...)
	return kit.Stack(1, append([]string{st.Label.Render("parking lot")}, large(f, p.Text.Line(), width)...), about)
}

// decisionOwnerForm says who sees to a decision by when, and who agreed.
func decisionOwnerForm(f flow.Frame, d model.Decision) flow.Dialog {
	owner, due := d.Owner, d.Due
	if owner.IsEmpty() && len(d.Teams) > 0 {
		owner = model.Clean(f.State.TeamName(d.Teams[0]))
	}
	if due.IsEmpty() {
		due = endOfCycle(f.State)
	}
	return dialog.NewForm(dialog.FormSpec{
		Title: fmt.Sprintf("Who sees to it: %s “%s”", d.Outcome, d.Summary.Line()),
		Fields: []dialog.Field{
			{Key: "owner", Label: "owner", Value: owner},
			{Key: "due", Label: "due", Value: due, Hint: "A date or a moment of the cycle."},
			{Key: "by", Label: "agreed by", Value: d.AgreedBy, Hint: "May stay empty."},
		},
		Submit: func(v dialog.Values) flow.Effect {
			in := workshop.AmendDecision{Decision: d.ID, Owner: v.Text("owner"), Due: v.Text("due"), AgreedBy: v.Text("by")}
			return flow.Effect{Do: []workshop.Intent{in}}
		},
	})
}

// parkingForm says who takes an entry on; the next one without an owner follows.
func (s *Close) parkingForm(f flow.Frame, p model.Parking) flow.Dialog {
	owner, due := p.Owner, p.Due
	if owner.IsEmpty() && p.About.Team != "" {
		owner = model.Clean(f.State.TeamName(p.About.Team))
	}
	if due.IsEmpty() {
		due = endOfCycle(f.State)
	}
	return dialog.NewForm(dialog.FormSpec{
		Title: fmt.Sprintf("Who takes it on: “%s”", p.Text.Line()),
		Fields: []dialog.Field{
			{Key: "owner", Label: "owner", Value: owner, Required: true},
			{Key: "due", Label: "due", Value: due, Hint: "A date or a moment of the cycle; may stay empty."},
		},
		Submit: func(v dialog.Values) flow.Effect {
			s.parking.to(func(other model.Parking) bool { return other.Owner.IsEmpty() })
			return flow.Effect{Do: []workshop.Intent{workshop.OwnParking{Parking: p.ID, Owner: v.Text("owner"), Due: v.Text("due")}}}
		},
	})
}
