package screens

import (
	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
)

// adding are the keys that write down what no drafts brought: a room's first cycle with souk has a last one, too.
func adding(f flow.Frame) []flow.Binding {
	return []flow.Binding{
		{Keys: []string{"a"}, Help: "add result", Foot: true, Do: func() flow.Effect { return flow.Effect{Open: addResultForm(f)} }},
		{Keys: []string{"p"}, Help: "add promise", Foot: true, Do: func() flow.Effect { return flow.Effect{Open: addPromiseForm(f)} }},
	}
}

// teamNamed is the team that somebody means, or what was typed: a team of last cycle may be gone.
func teamNamed(s *workshop.State, said model.Text) model.Text {
	if t, ok := meant(s, said, ""); ok {
		return t.Name
	}
	return said
}

const firstLetters = "The first letters will do; a team that is gone is written in full."

func addResultForm(f flow.Frame) flow.Dialog {
	verdicts := model.Verdicts()
	return dialog.NewForm(dialog.FormSpec{
		Title: "What became of an objective of last cycle",
		Fields: []dialog.Field{
			{Key: "team", Label: "team", Required: true, Hint: firstLetters},
			{Key: "objective", Label: "objective", Required: true},
			verdictField(""),
			{Key: "outcome", Label: "in words", Hint: "In the team's words, e.g. 0.4: two of five banks live."},
			{Key: "learned", Label: "learned", Hint: "What it means for this cycle."},
		},
		Preview: func(f flow.Frame, v dialog.Values) []string {
			return append(meantLines(f, v.Text("team"), ""), wordsSay(f, v)...)
		},
		Record: "add",
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.AddResult{Result: model.Result{
				Team: teamNamed(f.State, v.Text("team")), Objective: v.Text("objective"), Verdict: chosen(verdicts, v.Choice("verdict")),
				Outcome: v.Text("outcome"), Learned: v.Text("learned"),
			}}}}
		},
	})
}

func addPromiseForm(f flow.Frame) flow.Dialog {
	keepings := model.Keepings()
	return dialog.NewForm(dialog.FormSpec{
		Title: "A promise of last cycle, between teams",
		Fields: []dialog.Field{
			{Key: "by", Label: "by", Required: true, Hint: "Who made it. " + firstLetters},
			{Key: "to", Label: "to", Hint: "To whom. " + firstLetters},
			{Key: "what", Label: "what", Required: true},
			{Key: "due", Label: "due", Hint: "By when it was promised; may stay empty."},
			{Key: "kept", Label: "it was", Kind: dialog.Choice, Options: options(notSaid, keepings)},
			{Key: "note", Label: "note", Hint: "What one should know about it; may stay empty."},
		},
		Preview: func(f flow.Frame, v dialog.Values) []string {
			if to := v.Text("to"); !to.IsEmpty() {
				return meantLines(f, to, "")
			}
			return meantLines(f, v.Text("by"), "")
		},
		Record: "add",
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.AddPromise{Promise: model.Promise{
				By: teamNamed(f.State, v.Text("by")), To: teamNamed(f.State, v.Text("to")), What: v.Text("what"), Due: v.Text("due"),
				Kept: chosen(keepings, v.Choice("kept")), Note: v.Text("note"),
			}}}}
		},
	})
}
