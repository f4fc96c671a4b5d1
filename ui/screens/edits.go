package screens

import (
	"fmt"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// unchanged is said when a form was recorded as it came up.
const unchanged = "Nothing was changed."

// named is how a dialog's title refers to an objective: the room's name for it, then its own words.
func named(f flow.Frame, o model.Objective) string {
	return f.State.Label(o.ID) + " “" + o.Title.Line() + "”"
}

// editMenu offers what can be done to an objective; where a key result is given, the cursor stands on re-wording that one.
func editMenu(f flow.Frame, o model.Objective, kr model.KeyResultID) flow.Dialog {
	m := menu{}
	closed := ""
	if o.Fate != model.Live {
		closed = "it was " + string(o.Fate)
	}
	m.add("re-word the objective", o.Title, "", func() flow.Dialog { return editForm(f, o, "") })
	for i, k := range o.KeyResults {
		if k.ID == kr {
			m.at = len(m.options)
		}
		m.add(fmt.Sprintf("re-word KR%d", i+1), words(k), "", func() flow.Dialog { return editForm(f, o, k.ID) })
	}
	m.add("add a key result", model.Text{}, "", func() flow.Dialog { return addKeyResultForm(f, o) })
	m.add("why now, and what it supports", o.WhyNow, "", func() flow.Dialog { return whyNowForm(f, o) })
	m.add("comment", model.Text{}, "", func() flow.Dialog { return commentForm(f, o) })
	for i, k := range o.KeyResults {
		drop := workshop.DropKeyResult{Objective: o.ID, KeyResult: k.ID}
		m.add(fmt.Sprintf("drop KR%d", i+1), words(k), refusal(f, drop), func() flow.Dialog { return dropKeyResult(f, o, k, drop) })
	}
	m.add("drop the objective", model.Text{}, closed, func() flow.Dialog { return objectiveDecisionForm(f, o, model.Drop) })
	m.add("defer it to a later cycle", model.Text{}, closed, func() flow.Dialog { return objectiveDecisionForm(f, o, model.Defer) })
	m.add("lift it to a higher team", model.Text{}, closed, func() flow.Dialog { return objectiveDecisionForm(f, o, model.Lift) })
	if home, ok := f.State.LiftedFrom(o.ID); ok {
		m.add("bring it back to "+f.State.TeamName(home)+", or another team", model.Text{}, closed, func() flow.Dialog { return objectiveDecisionForm(f, o, model.BringBack) })
	}
	return dialog.NewPick(dialog.PickSpec{
		Title: "Edit " + named(f, o), Options: m.options, At: m.at,
		Choose: func(i int) flow.Effect { return flow.Effect{Open: m.open[i]()} },
	})
}

// menu collects options, each of which opens a dialog.
type menu struct {
	options []dialog.Option
	open    []func() flow.Dialog
	at      int
}

func (m *menu) add(label string, detail model.Text, off string, open func() flow.Dialog) {
	m.options = append(m.options, dialog.Option{Label: label, Detail: detail.Line(), Off: off})
	m.open = append(m.open, open)
}

// refusal is why an intent would be refused just now; empty where it would not.
func refusal(f flow.Frame, in workshop.Intent) string {
	if _, err := f.Preview(in); err != nil {
		return err.Error()
	}
	return ""
}

// words are what a key result says: its text, or the metric where the draft has nothing else.
func words(k model.KeyResult) model.Text {
	if k.Text.IsEmpty() {
		return k.Metric
	}
	return k.Text
}

// editForm re-words an objective, or one of its key results, and shows the words that go and come while one types.
func editForm(f flow.Frame, o model.Objective, kr model.KeyResultID) flow.Dialog {
	title, label, before := "Re-word "+named(f, o), "objective", o.Title
	reword := func(t model.Text) workshop.Intent { return workshop.RewordObjective{Objective: o.ID, Title: t} }
	if k, n, ok := workshop.KeyResult(o, kr); ok {
		title, label, before = fmt.Sprintf("Re-word KR%d of %s", n, named(f, o)), fmt.Sprintf("KR%d", n), words(k)
		reword = func(t model.Text) workshop.Intent {
			return workshop.RewordKeyResult{Objective: o.ID, KeyResult: kr, Text: t}
		}
	}
	return dialog.NewForm(dialog.FormSpec{
		Title:  title,
		Fields: []dialog.Field{{Key: "text", Label: label, Kind: dialog.Line, Value: before, Required: true}},
		Preview: func(f flow.Frame, v dialog.Values) []string {
			if v.Text("text") == before {
				return nil
			}
			return kit.Change(f.Styles, before.Line(), v.Text("text").Line(), f.Width)
		},
		Submit: func(v dialog.Values) flow.Effect {
			if v.Text("text") == before {
				return flow.Effect{Say: unchanged}
			}
			return flow.Effect{Do: []workshop.Intent{reword(v.Text("text"))}}
		},
	})
}

// addKeyResultForm gives an objective one more key result, with those it has below.
func addKeyResultForm(f flow.Frame, o model.Objective) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title: "Add a key result to " + named(f, o),
		Fields: []dialog.Field{{
			Key: "text", Label: fmt.Sprintf("KR%d", len(o.KeyResults)+1), Kind: dialog.Line, Required: true,
			Hint: "What will be measurably different, from what to what?",
		}},
		Preview: func(f flow.Frame, _ dialog.Values) []string {
			bare := o
			bare.Title = model.Text{}
			return card{Frame: f, objective: bare}.lines(f.Width)
		},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.AddKeyResult{Objective: o.ID, Text: v.Text("text")}}}
		},
	})
}

func dropKeyResult(f flow.Frame, o model.Objective, k model.KeyResult, drop workshop.DropKeyResult) flow.Dialog {
	_, n, _ := workshop.KeyResult(o, k.ID)
	return dialog.NewConfirm(dialog.ConfirmSpec{
		Title:    fmt.Sprintf("Drop KR%d of %s", n, named(f, o)),
		Question: words(k).Line(),
		Detail:   "The key result goes out of the objective. Undo brings it back.",
		Yes:      flow.Effect{Do: []workshop.Intent{drop}},
		YesHelp:  "drop it", NoHelp: "keep it",
	})
}

// commentForm keeps what somebody says about an objective, with what was said before below.
func commentForm(f flow.Frame, o model.Objective) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title: "Comment on " + named(f, o),
		Fields: []dialog.Field{
			{Key: "text", Label: "comment", Kind: dialog.Area, Required: true},
			{Key: "by", Label: "who says it", Kind: dialog.Line, Hint: "A name or a team; may stay empty."},
		},
		Preview: func(f flow.Frame, _ dialog.Values) []string { return commentLines(f, o.ID, f.Width) },
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.Comment{Objective: o.ID, By: v.Text("by"), Text: v.Text("text")}}}
		},
	})
}

// commentLines are the comments on an objective, in the order in which they were made.
func commentLines(f flow.Frame, id model.ObjectiveID, width int) []string {
	var out []string
	for c := range f.State.Comments.All() {
		if c.Objective != id {
			continue
		}
		text := c.Text.Line()
		if !c.By.IsEmpty() {
			text = c.By.Line() + ": " + text
		}
		out = append(out, kit.Labelled(f.Styles, "comment", text, 10, width)...)
	}
	return out
}
