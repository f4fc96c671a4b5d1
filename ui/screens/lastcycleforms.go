package screens

import (
	"cmp"
	"slices"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
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

// options are the words of a choice; the first one stands for none of them.
func options[T ~string](none string, all []T) []string {
	out := []string{none}
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

// verdictField asks for a verdict. Where nobody chooses one, the words for it say it: so corrected words are enough.
func verdictField(said model.Verdict) dialog.Field {
	verdicts := model.Verdicts()
	return dialog.Field{
		Key: "verdict", Label: "result", Kind: dialog.Choice, Options: options("as the words say", verdicts), At: slices.Index(verdicts, said) + 1,
	}
}

// wordsSay tells what the words in a form stand for, where nobody chose a verdict.
func wordsSay(f flow.Frame, v dialog.Values) []string {
	if v.Choice("verdict") > 0 {
		return nil
	}
	word := cmp.Or(string(model.ReadVerdict(v.Text("outcome"))), notSaid)
	return []string{kit.Cut(f.Styles.Muted.Render("as the words say: ")+f.Styles.Strong.Render(word), f.Width)}
}

func resultForm(r model.Result) (dialog.FormSpec, func(dialog.Values) workshop.Intent) {
	verdicts := model.Verdicts()
	spec := dialog.FormSpec{
		Title: "What became of “" + r.Objective.Line() + "”",
		Lead:  r.Team.Line(),
		Fields: []dialog.Field{
			verdictField(r.Verdict),
			{Key: "outcome", Label: "in words", Value: r.Outcome, Hint: "In the team's words, e.g. 0.4: two of five banks live."},
			{Key: "learned", Label: "learned", Value: r.Learned, Hint: "What it means for this cycle."},
		},
		Preview: wordsSay,
	}
	return spec, func(v dialog.Values) workshop.Intent {
		r.Verdict, r.Outcome, r.Learned = chosen(verdicts, v.Choice("verdict")), v.Text("outcome"), v.Text("learned")
		return workshop.RecordResult{Result: r}
	}
}

func promiseForm(p model.Promise) (dialog.FormSpec, func(dialog.Values) workshop.Intent) {
	keepings := model.Keepings()
	spec := dialog.FormSpec{
		Title: "Did " + p.By.Line() + " keep its promise?",
		Lead:  p.What.Line(),
		Fields: []dialog.Field{
			{Key: "kept", Label: "it was", Kind: dialog.Choice, Options: options(notSaid, keepings), At: slices.Index(keepings, p.Kept) + 1},
			{Key: "note", Label: "note", Value: p.Note, Hint: "What one should know about it; may stay empty."},
		},
	}
	return spec, func(v dialog.Values) workshop.Intent {
		p.Kept, p.Note = chosen(keepings, v.Choice("kept")), v.Text("note")
		return workshop.JudgePromise{Promise: p}
	}
}

func pastAnswerForm(g model.PastSignal) (dialog.FormSpec, func(dialog.Values) workshop.Intent) {
	spec := dialog.FormSpec{
		Title:  "Leadership's answer to last cycle's signal",
		Lead:   g.Text.Line(),
		Fields: []dialog.Field{{Key: "answer", Label: "answer", Kind: dialog.Area, Value: g.Answer, Hint: "In leadership's own words. An honest blank is fine."}},
	}
	return spec, func(v dialog.Values) workshop.Intent {
		return workshop.AnswerPastSignal{Text: g.Text, Answer: v.Text("answer")}
	}
}
