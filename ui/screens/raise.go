package screens

import (
	"fmt"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
)

// raiseFinding puts a relation on the table by hand: it asks for what is not given of kind, own side and other side, and for a reason.
func raiseFinding(f flow.Frame, kind model.FindingKind, from model.Side) flow.Dialog {
	if kind == "" {
		return raiseOneOf(f, model.FindingKinds(), from)
	}
	return raiseOneOf(f, []model.FindingKind{kind}, from)
}

// raiseOneOf is raiseFinding with a choice of kinds.
func raiseOneOf(f flow.Frame, kinds []model.FindingKind, from model.Side) flow.Dialog {
	if len(kinds) == 1 {
		r := raising{frame: f, kind: kinds[0]}
		return r.own(from)
	}
	options := make([]dialog.Option, len(kinds))
	for i, k := range kinds {
		options[i] = dialog.Option{Label: string(k), Detail: kindMeans(k)}
	}
	return dialog.NewPick(dialog.PickSpec{
		Title: "Raise a relation: which kind?", Options: options,
		Choose: func(i int) flow.Effect {
			r := raising{frame: f, kind: kinds[i]}
			return flow.Effect{Open: r.own(from)}
		},
	})
}

func kindMeans(k model.FindingKind) string {
	switch k {
	case model.Duplicate:
		return "two teams plan the same work"
	case model.Synergy:
		return "two objectives gain from each other"
	case model.Conflict:
		return "two objectives stand in each other's way"
	case model.Dependency:
	}
	return "one team needs something of another"
}

// raising is a relation on its way to the table.
type raising struct {
	frame flow.Frame
	kind  model.FindingKind
}

// own asks whose objective it starts from, where that is not known.
func (r raising) own(from model.Side) flow.Dialog {
	if from.Objective != "" {
		return r.other(from)
	}
	title := "Raise a " + string(r.kind) + ": which objective?"
	if r.kind == model.Dependency {
		title = "Raise a dependency: which objective needs something?"
	}
	return pickObjective(r.frame, title,
		func(o model.Objective) string {
			if from.Team != "" && o.Team != from.Team {
				return "of another team"
			}
			return notLive(o)
		},
		func(o model.Objective) flow.Effect {
			return flow.Effect{Open: r.other(model.Side{Team: o.Team, Objective: o.ID})}
		})
}

// other asks for the other side: a team for a dependency, since it may have no objective for it; otherwise an objective.
func (r raising) other(from model.Side) flow.Dialog {
	s := r.frame.State
	if r.kind == model.Dependency {
		return pickTeam(r.frame, s.Label(from.Objective)+" needs something of whom?",
			func(t model.Team) string { return ownTeam(t.ID, from) },
			func(t model.Team) flow.Effect { return flow.Effect{Open: r.reason(from, model.Side{Team: t.ID})} })
	}
	title := fmt.Sprintf("%s: %s and which other objective?", capital(string(r.kind)), s.Label(from.Objective))
	return pickObjective(r.frame, title,
		func(o model.Objective) string {
			if off := ownTeam(o.Team, from); off != "" {
				return off
			}
			return notLive(o)
		},
		func(o model.Objective) flow.Effect {
			return flow.Effect{Open: r.reason(from, model.Side{Team: o.Team, Objective: o.ID})}
		})
}

// reason asks why, in one line, and puts it on the table.
func (r raising) reason(from, to model.Side) flow.Dialog {
	s := r.frame.State
	field := dialog.Field{Key: "reason", Label: "why", Hint: "in one sentence; may stay empty"}
	if r.kind == model.Dependency {
		field.Label, field.Hint = "what", "what is needed; may stay empty"
	}
	return dialog.NewForm(dialog.FormSpec{
		Title:  fmt.Sprintf("Raise a %s: %s", r.kind, s.Pair(model.Finding{Kind: r.kind, A: from, B: to})),
		Fields: []dialog.Field{field},
		Record: "raise",
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.RaiseFinding{Finding: r.kind, A: from, B: to, Reason: v.Text("reason")}}}
		},
	})
}

func ownTeam(t model.TeamID, from model.Side) string {
	if t == from.Team {
		return "the same team"
	}
	return ""
}

func notLive(o model.Objective) string {
	if o.Fate == model.Live {
		return ""
	}
	return string(o.Fate)
}
