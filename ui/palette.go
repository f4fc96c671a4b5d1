package ui

import (
	"fmt"

	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
)

// palette lists everything that can be done here.
func (a *App) palette() flow.Dialog {
	var options []dialog.Option
	var effects []func() flow.Effect
	add := func(label, detail, off string, do func() flow.Effect) {
		options = append(options, dialog.Option{Label: label, Detail: detail, Off: off})
		effects = append(effects, do)
	}
	for _, b := range dialog.Merged(append(a.current().Bindings(a.frame()), a.globals()...)) {
		if b.Help != "" {
			add(b.Help, keyOf(b), b.Off, b.Do)
		}
	}
	for _, s := range a.Screens {
		add("go to "+s.Title(), "stage", "", func() flow.Effect {
			return flow.Effect{Go: flow.Target{Stage: s.Stage()}}
		})
	}
	add("stop the timer", "timer", unless(a.place.Timer.IsSet(), "No timer runs."), func() flow.Effect {
		return flow.Effect{Call: flow.Call{Name: flow.StopTimer}}
	})
	add("treat two words as the same", "glossary", "", func() flow.Effect { return flow.Effect{Open: wordsForm()} })
	return dialog.NewPick(dialog.PickSpec{
		Title: "Commands", Options: options, Pick: "do it",
		Choose: func(i int) flow.Effect {
			e := effects[i]()
			e.Close = true
			return e
		},
	})
}

// keyOf is how help writes the keys of a binding.
func keyOf(b flow.Binding) string {
	b.Foot = true
	return dialog.Hints([]flow.Binding{b})[0].Keys
}

// help explains the screen and every key that works on it.
func (a *App) help() flow.Dialog {
	s := a.current()
	return dialog.NewHelp(dialog.HelpSpec{
		Title: "Help: " + s.Title(),
		Text:  s.About(),
		Sections: []dialog.Section{
			{Title: s.Title(), Bindings: s.Bindings(a.frame())},
			{Title: "everywhere", Bindings: a.globals()},
		},
	})
}

// search finds any team, objective, key result or decision and goes there.
func (a *App) search() flow.Dialog {
	s := a.state()
	var options []dialog.Option
	var targets []flow.Target
	add := func(label, detail string, t flow.Target) {
		if a.home(t) < 0 {
			return
		}
		options = append(options, dialog.Option{Label: label, Detail: detail})
		targets = append(targets, t)
	}
	for t := range s.Teams.All() {
		add(t.Name.Line(), "team", flow.Target{Stage: workshop.StallsStage, Team: t.ID})
	}
	for o := range s.Objectives.All() {
		label := s.Label(o.ID)
		add(o.Title.Line(), label, flow.Target{Stage: workshop.StallsStage, Team: o.Team, Objective: o.ID})
		for i, k := range o.KeyResults {
			add(k.Text.Line(), fmt.Sprintf("%s KR%d", label, i+1),
				flow.Target{Stage: workshop.StallsStage, Team: o.Team, Objective: o.ID, KeyResult: k.ID})
		}
	}
	for d := range s.Decisions.All() {
		add(d.Summary.Line(), "decision", flow.Target{Stage: workshop.CloseStage, Decision: d.ID})
	}
	for r := range s.Requests.All() {
		add(r.What.Line(), s.Between(r), flow.Target{Stage: workshop.DependencyStage, Request: r.ID, Finding: r.Finding})
	}
	return dialog.NewPick(dialog.PickSpec{
		Title: "Find", Options: options, Pick: "go there", None: "There is nothing to find yet.",
		Choose: func(i int) flow.Effect { return flow.Effect{Go: targets[i], Close: true} },
	})
}
