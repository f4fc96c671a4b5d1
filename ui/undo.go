package ui

import (
	"time"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
)

// undo takes back the newest step. An import takes every team along, so that is asked first, and not offered in the status line.
func (a *App) undo() {
	if a.undoesImport() && a.ReadOnly == "" {
		title, _ := a.Session.CanUndo()
		a.dialog = dialog.NewConfirm(dialog.ConfirmSpec{
			Title:    "Take back the " + title + "?",
			Question: "The teams that it brought leave the workshop with all that they drafted. ctrl+r brings them back.",
			Yes:      flow.Effect{Close: true, Call: flow.Call{Name: flow.UndoImport}},
		})
		return
	}
	a.takeBack(a.Session.TakeBack)
}

func (a *App) undoesImport() bool {
	fact, ok := a.Session.NextUndo()
	if !ok {
		return false
	}
	_, is := fact.(workshop.DraftsImported)
	return is
}

// takeBack runs undo or redo and says what that was.
func (a *App) takeBack(step func(time.Time, model.Text) ([]workshop.Entry, error)) {
	if a.ReadOnly != "" {
		a.refuse(a.ReadOnly)
		return
	}
	entries, err := step(a.Now(), a.By)
	a.outbox.put(entries)
	if err != nil {
		a.refusal(err)
		return
	}
	said := entries[len(entries)-1].Fact.Title(a.state())
	if len(entries) > 1 { // together they have a name of their own
		if title, ok := a.Session.CanRedo(); ok && isUndo(entries) {
			said = "took back: " + title
		} else if title, ok := a.Session.CanUndo(); ok {
			said = "brought back: " + title
		}
	}
	a.say(said)
}

func isUndo(entries []workshop.Entry) bool {
	_, is := entries[len(entries)-1].Fact.(workshop.TakenBack)
	return is
}
