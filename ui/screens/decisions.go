package screens

import (
	"fmt"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// objectiveDecisionForm drops, defers or lifts an objective, or brings it back. For the latter two the team is picked first: the parent is at
// hand to lift it to, and the team that it was lifted from to bring it back to.
func objectiveDecisionForm(f flow.Frame, o model.Objective, outcome model.Outcome) flow.Dialog {
	if outcome != model.Lift && outcome != model.BringBack {
		return decisionForm(f, o, workshop.DecideObjective{Objective: o.ID, Outcome: outcome})
	}
	own, _ := f.State.Teams.Get(o.Team)
	title, at := "Lift to which team: "+named(f, o), own.Parent
	if outcome == model.BringBack {
		title = "Bring back to which team: " + named(f, o)
		at, _ = f.State.LiftedFrom(o.ID)
	}
	off := func(t model.Team) string {
		switch {
		case t.ID == o.Team:
			return "has it already"
		case t.Kind == model.VirtualTeam:
			return "was formed for one objective"
		}
		return ""
	}
	return teamPick(f, title, at, off, func(t model.Team) flow.Effect {
		return flow.Effect{Open: decisionForm(f, o, workshop.DecideObjective{Objective: o.ID, Outcome: outcome, To: t.ID})}
	})
}

func decisionForm(f flow.Frame, o model.Objective, in workshop.DecideObjective) flow.Dialog {
	var title string
	team, due := o.Team, endOfCycle(f.State)
	switch in.Outcome {
	case model.Defer:
		title, due = "Defer "+named(f, o), model.Clean("next cycle")
	case model.Lift:
		title, team = fmt.Sprintf("Lift to %s: %s", f.State.TeamName(in.To), named(f, o)), in.To
	case model.BringBack:
		title, team = fmt.Sprintf("Bring back to %s: %s", f.State.TeamName(in.To), named(f, o)), in.To
	default:
		title, due = "Drop "+named(f, o), model.Clean("at once")
	}
	filled := func(v dialog.Values) workshop.DecideObjective {
		in.Rationale, in.Owner, in.Due = v.Text("why"), v.Text("owner"), v.Text("due")
		return in
	}
	return dialog.NewForm(dialog.FormSpec{
		Title: title,
		Fields: []dialog.Field{
			{Key: "why", Label: "because", Kind: dialog.Line, Required: true, Hint: "One sentence that can be read aloud at the close."},
			{Key: "owner", Label: "owner", Kind: dialog.Line, Value: model.Clean(f.State.TeamName(team)), Hint: "Who sees to it."},
			{Key: "due", Label: "due", Kind: dialog.Line, Value: due},
		},
		Preview: func(f flow.Frame, v dialog.Values) []string { return decided(f, o, filled(v)) },
		Submit:  func(v dialog.Values) flow.Effect { return flow.Effect{Do: []workshop.Intent{filled(v)}} },
	})
}

// endOfCycle is a date for a decision that nobody gave one.
func endOfCycle(s *workshop.State) model.Text {
	if s.Cycle.IsEmpty() {
		return model.Text{}
	}
	return model.Clean("end of " + s.Cycle.Line())
}

// decided shows what a decision would change, and which requests would be left without the objective that asked.
func decided(f flow.Frame, o model.Objective, in workshop.DecideObjective) []string {
	next, err := f.Preview(in)
	if err != nil {
		return kit.Paragraph(f.Styles.Muted, err.Error(), f.Width)
	}
	after, _ := next.Objectives.Get(o.ID)
	var out []string
	for _, c := range next.Diff(o, after) {
		out = append(out, fieldChange(f, c, f.Width)...)
	}
	for _, r := range f.State.Waiting(o.ID) {
		out = append(out, kit.Cut(kit.Risk(f.Styles, "still asks "+f.State.TeamName(r.To.Team)+": "+r.What.Line()), f.Width))
	}
	return out
}
