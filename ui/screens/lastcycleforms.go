package screens

import (
	"slices"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
)

// pastForm says what became of something of last cycle; then is called when it was said.
func pastForm(p pastRow, then func()) flow.Dialog {
	var spec dialog.FormSpec
	var intent func(dialog.Values) workshop.Intent
	switch p.kind {
	case pastPromise:
		spec, intent = promiseForm(p.promise)
	case pastSignal:
		spec, intent = pastAnswerForm(p.signal)
	case pastResult:
		spec, intent = resultForm(p.result)
	}
	spec.Submit = func(v dialog.Values) flow.Effect {
		then()
		return flow.Effect{Do: []workshop.Intent{intent(v)}}
	}
	return dialog.NewForm(spec)
}

// options are the words of a choice of which the first is that nobody said.
func options[T ~string](all []T) []string {
	out := []string{notSaid}
	for _, one := range all {
		out = append(out, string(one))
	}
	return out
}

// chosen is the option that was chosen; the first one is empty.
func chosen[T ~string](all []T, at int) (none T) {
	if at == 0 {
		return none
	}
	return all[at-1]
}

func resultForm(r model.Result) (dialog.FormSpec, func(dialog.Values) workshop.Intent) {
	verdicts := model.Verdicts()
	return dialog.FormSpec{
		Title: "What became of “" + r.Objective.Line() + "”",
		Lead:  r.Team.Line(),
		Fields: []dialog.Field{
			{Key: "verdict", Label: "result", Kind: dialog.Choice, Options: options(verdicts), At: slices.Index(verdicts, r.Became()) + 1},
			{Key: "outcome", Label: "in words", Value: r.Outcome, Hint: "In the team's words, e.g. 0.4: two of five banks live."},
			{Key: "learned", Label: "learned", Value: r.Learned, Hint: "What it means for this cycle."},
		},
	}, func(v dialog.Values) workshop.Intent {
		r.Verdict, r.Outcome, r.Learned = chosen(verdicts, v.Choice("verdict")), v.Text("outcome"), v.Text("learned")
		return workshop.RecordResult{Result: r}
	}
}

func promiseForm(p model.Promise) (dialog.FormSpec, func(dialog.Values) workshop.Intent) {
	keepings := model.Keepings()
	return dialog.FormSpec{
		Title: "Did " + p.By.Line() + " keep its promise?",
		Lead:  p.What.Line(),
		Fields: []dialog.Field{
			{Key: "kept", Label: "it was", Kind: dialog.Choice, Options: options(keepings), At: slices.Index(keepings, p.Kept) + 1},
			{Key: "note", Label: "note", Value: p.Note, Hint: "What one should know about it; may stay empty."},
		},
	}, func(v dialog.Values) workshop.Intent {
		p.Kept, p.Note = chosen(keepings, v.Choice("kept")), v.Text("note")
		return workshop.JudgePromise{Promise: p}
	}
}

func pastAnswerForm(g model.PastSignal) (dialog.FormSpec, func(dialog.Values) workshop.Intent) {
	return dialog.FormSpec{
		Title:  "Leadership's answer to last cycle's signal",
		Lead:   g.Text.Line(),
		Fields: []dialog.Field{{Key: "answer", Label: "answer", Kind: dialog.Area, Value: g.Answer, Hint: "In leadership's own words. An honest blank is fine."}},
	}, func(v dialog.Values) workshop.Intent {
		return workshop.AnswerPastSignal{Text: g.Text, Answer: v.Text("answer")}
	}
}
