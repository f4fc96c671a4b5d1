package screens

import (
	"fmt"
	"slices"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
)

// partPick lets the room choose a key result of what a team owns together with others, and then the owner that delivers it.
func partPick(f flow.Frame, t model.Team, all []workshop.Shared) flow.Dialog {
	spec := dialog.PickSpec{Title: fmt.Sprintf("Who delivers which key result? What %s owns with others", t.Name.Line())}
	var open []func() flow.Dialog
	for _, one := range all {
		for i, k := range one.Objective.KeyResults {
			label := fmt.Sprintf("%s KR%d", f.State.Label(one.Objective.ID), i+1)
			spec.Options = append(spec.Options, dialog.Option{
				Label: label + "  " + words(k).Line(), Detail: f.State.TeamName(f.State.Deliverer(one.Objective, k)), Search: one.Objective.Title.Line(),
			})
			open = append(open, func() flow.Dialog { return ownerPick(f, one, k, label) })
		}
	}
	spec.Choose = func(i int) flow.Effect { return flow.Effect{Open: open[i]()} }
	return dialog.NewPick(spec)
}

// ownerPick gives a key result to one of the owners; the cursor is on the one after who has it now.
func ownerPick(f flow.Frame, one workshop.Shared, k model.KeyResult, label string) flow.Dialog {
	o, now := one.Objective, f.State.Deliverer(one.Objective, k)
	owners := append([]model.TeamID{o.Team}, o.Owners...)
	spec := dialog.PickSpec{
		Title: fmt.Sprintf("Who delivers %s “%s”?", label, words(k).Line()), At: (slices.Index(owners, now) + 1) % len(owners),
		Choose: func(i int) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.AssignKeyResult{Objective: o.ID, KeyResult: k.ID, Team: owners[i]}}}
		},
	}
	for _, id := range owners {
		option := dialog.Option{Label: ownerName(f.State, one, id)}
		if id == now {
			option.Off = "delivers it now"
		}
		spec.Options = append(spec.Options, option)
	}
	return dialog.NewPick(spec)
}

// virtualDialog says what a virtual team is for and until when; where there are several, the room picks one first.
func virtualDialog(f flow.Frame, teams []model.Team) flow.Dialog {
	if len(teams) == 1 {
		return virtualForm(f, teams[0])
	}
	spec := dialog.PickSpec{Title: "Which virtual team?"}
	for _, t := range teams {
		spec.Options = append(spec.Options, dialog.Option{Label: t.Name.Line(), Detail: t.Description.Line()})
	}
	spec.Choose = func(i int) flow.Effect { return flow.Effect{Open: virtualForm(f, teams[i])} }
	return dialog.NewPick(spec)
}

func virtualForm(f flow.Frame, t model.Team) flow.Dialog {
	until := t.Until
	if until.IsEmpty() {
		until = endOfCycle(f.State)
	}
	fields := []dialog.Field{
		{Key: "purpose", Label: "purpose", Value: t.Description, Hint: "What the team is for, in one sentence."},
		{Key: "until", Label: "until", Value: until, Hint: "A date or a moment of the cycle: then it ends."},
	}
	if len(t.Members) > 1 {
		lead := dialog.Field{Key: "lead", Label: "leads", Kind: dialog.Choice}
		for _, id := range t.Members {
			lead.Options = append(lead.Options, f.State.TeamName(id))
		}
		fields = append(fields, lead)
	}
	return dialog.NewForm(dialog.FormSpec{
		Title: "Virtual team " + t.Name.Line(), Fields: fields,
		Submit: func(v dialog.Values) flow.Effect {
			in := workshop.DescribeVirtualTeam{Team: t.ID, Purpose: v.Text("purpose"), Until: v.Text("until")}
			if len(t.Members) > 1 {
				in.Lead = t.Members[v.Choice("lead")]
			}
			return flow.Effect{Do: []workshop.Intent{in}}
		},
	})
}

// bringBackDialog brings back what was lifted; where it is several, the room picks one first.
func bringBackDialog(f flow.Frame, all []model.Objective) flow.Dialog {
	if len(all) == 1 {
		return objectiveDecisionForm(f, all[0], model.BringBack)
	}
	spec := dialog.PickSpec{Title: "Bring back which objective?"}
	for _, o := range all {
		home, _ := f.State.LiftedFrom(o.ID)
		spec.Options = append(spec.Options, dialog.Option{
			Label: f.State.Label(o.ID) + "  " + o.Title.Line(), Detail: "lifted from " + f.State.TeamName(home), Search: searchWords(o),
		})
	}
	spec.Choose = func(i int) flow.Effect { return flow.Effect{Open: objectiveDecisionForm(f, all[i], model.BringBack)} }
	return dialog.NewPick(spec)
}
