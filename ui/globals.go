package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
)

// globals are the keys that work on every screen. Those for the footer stand at its end; the last one, help, is always there.
func (a *App) globals() []flow.Binding {
	call := func(n flow.CallName) func() flow.Effect {
		return func() flow.Effect { return flow.Effect{Call: flow.Call{Name: n}} }
	}
	undo, canUndo := a.Session.CanUndo()
	redo, canRedo := a.Session.CanRedo()
	return []flow.Binding{
		{Keys: []string{"shift+tab"}, Help: "stage before", Off: unless(a.screen > 0, "This is the first stage."), Do: func() flow.Effect { return a.step(-1) }},
		{Keys: []string{"u"}, Help: named("undo", undo), Off: unless(canUndo, "There is nothing to take back."), Do: call(flow.Undo)},
		{Keys: []string{"ctrl+r"}, Help: named("redo", redo), Off: unless(canRedo, "There is nothing to bring back."), Do: call(flow.Redo)},
		{Keys: []string{"t"}, Help: a.timerHelp(), Do: a.timerKey},
		{Keys: []string{"+"}, Help: "one minute more", Off: unless(a.timerIsHere(), "No timer runs here; t starts one."), Do: func() flow.Effect {
			return flow.Effect{Call: flow.Call{Name: flow.AddTime, Minutes: 1}}
		}},
		{Keys: []string{"P"}, Help: "to the parking lot", Do: func() flow.Effect { return flow.Effect{Open: a.parkForm()} }},
		{Keys: []string{"S"}, Help: "signal to leadership", Do: func() flow.Effect { return flow.Effect{Open: signalForm()} }},
		{Keys: []string{"z"}, Help: "presenter zoom", Do: call(flow.ToggleZoom)},
		{Keys: []string{"T"}, Help: "next theme", Do: call(flow.NextTheme)},
		{Keys: []string{"q"}, Help: "leave", Do: call(flow.Quit)},
		{Keys: []string{"/"}, Help: "find", Foot: true, Do: call(flow.Search)},
		{Keys: []string{":", "ctrl+p"}, Show: ":", Help: "commands", Foot: true, Do: call(flow.Palette)},
		{Keys: []string{"tab"}, Help: "next stage", Foot: true, Off: unless(a.screen < len(a.Screens)-1, "This is the last stage; q leaves."), Do: func() flow.Effect { return a.step(1) }},
		{Keys: []string{"?", "f1"}, Show: "?", Help: "help", Foot: true, Do: call(flow.Help)},
	}
}

func named(verb, what string) string {
	if what == "" {
		return verb
	}
	return verb + ": " + what
}

func unless(ok bool, why string) string {
	if ok {
		return ""
	}
	return why
}

func (a *App) timerHelp() string {
	switch {
	case !a.timerIsHere():
		return "start timer"
	case a.place.Timer.IsRunning():
		return "pause timer"
	}
	return "go on with timer"
}

// timerIsHere reports whether there is a timer, and it counts for the stage or stall that the room looks at.
func (a *App) timerIsHere() bool {
	at := a.current().At(a.frame())
	at.Stage = a.current().Stage()
	return a.place.Timer.IsOf(at)
}

// timerKey starts the box of this stage, pauses its timer, or lets a paused one go on. A timer of another stage or stall gives way.
func (a *App) timerKey() flow.Effect {
	if a.timerIsHere() {
		return flow.Effect{Call: flow.Call{Name: flow.PauseTimer}}
	}
	box := a.state().Plan().Box(a.current().Stage())
	if box == 0 {
		box = 5
	}
	return flow.Effect{Call: flow.Call{Name: flow.StartTimer, Minutes: float64(box)}}
}

func (a *App) parkForm() flow.Dialog {
	at := a.current().At(a.frame())
	about := model.Side{Team: at.Team, Objective: at.Objective}
	if o, ok := a.state().Objectives.Get(at.Objective); ok && about.Team == "" {
		about.Team = o.Team
	}
	return dialog.NewForm(dialog.FormSpec{
		Title: "Into the parking lot",
		Fields: []dialog.Field{
			{Key: "text", Label: "what", Hint: "what must not be lost, and is not for now", Required: true},
			{Key: "owner", Label: "owner", Hint: "who takes it on; may follow at the close"},
		},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.Park{Text: v.Text("text"), About: about, Owner: v.Text("owner")}}}
		},
	})
}

func signalForm() flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title: "A signal to leadership",
		Fields: []dialog.Field{
			{Key: "text", Label: "signal", Hint: "what leadership should hear", Required: true},
			{Key: "evidence", Label: "evidence", Hint: "what in the room shows it"},
		},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.RaiseSignal{Text: v.Text("text"), Evidence: v.Text("evidence")}}}
		},
	})
}

// wordsForm tells the detector what the glossary does not know.
func wordsForm() flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title: "Two words that mean the same here",
		Fields: []dialog.Field{
			{Key: "word", Label: "word", Hint: "what some write", Required: true},
			{Key: "same", Label: "same as", Hint: "what others write for it", Required: true},
		},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.TreatAs{Word: v.Text("word"), Same: v.Text("same")}}}
		},
	})
}

// tickMsg comes once a second while the timer runs: nothing else on the screen moves by itself.
type tickMsg struct{}

func (a *App) tick() tea.Cmd {
	if a.ticking || !a.place.Timer.IsRunning() {
		return nil
	}
	a.ticking = true
	return a.Later(time.Second, tickMsg{})
}
