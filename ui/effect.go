package ui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"souk/ui/flow"
	"souk/ui/screens"
	"souk/ui/theme"
	"souk/workshop"
)

// carryOut does what a key asked for. Where an intent is refused, nothing else happens: an open dialog keeps what was typed and shows the
// sentence.
func (a *App) carryOut(e flow.Effect) tea.Cmd {
	before := a.state()
	if err := a.do(e.Do); err != nil {
		a.refusal(err)
		return a.after(before)
	}
	if e.Say != "" {
		a.say(e.Say)
	}
	switch {
	case e.Open != nil:
		a.dialog = e.Open
	case e.Close:
		a.dialog = nil
	}
	if e.Go != (flow.Target{}) {
		a.visit(e.Go)
	}
	cmd := a.call(e.Call)
	return tea.Batch(cmd, a.after(before))
}

// do records intents, all or none.
func (a *App) do(intents []workshop.Intent) error {
	if len(intents) == 0 {
		return nil
	}
	if a.ReadOnly != "" {
		return &workshop.Error{Code: workshop.NotNow, Message: a.ReadOnly}
	}
	entries, err := a.Session.DoAll(a.Now(), a.By, intents...)
	a.outbox.put(entries)
	return err
}

// refusal shows why not, where the room looks.
func (a *App) refusal(err error) {
	if a.dialog != nil {
		a.dialog.Refuse(err.Error())
		return
	}
	a.refuse(err.Error())
}

// after is what follows from any key: what was recorded and where the room is now go to the file, and the detector looks again where the OKRs
// changed.
func (a *App) after(before *workshop.State) tea.Cmd {
	a.remember()
	cmds := []tea.Cmd{a.flush(), a.tick()}
	if changed(before, a.state()) {
		cmds = append(cmds, a.startDetector())
	}
	return tea.Batch(cmds...)
}

// visit goes to a target.
func (a *App) visit(t flow.Target) {
	if i := a.home(t); i >= 0 {
		a.leaveScreen()
		a.screen = i
		a.Screens[i].Show(a.frame(), t)
	}
}

// home is the screen of a target's stage, or else the first one that takes targets of other stages; -1 where there is none.
func (a *App) home(t flow.Target) int {
	if i := slices.IndexFunc(a.Screens, func(s screens.Screen) bool { return s.Stage() == t.Stage }); i >= 0 {
		return i
	}
	return slices.IndexFunc(a.Screens, func(s screens.Screen) bool {
		taker, ok := s.(interface{ Takes(flow.Target) bool })
		return ok && taker.Takes(t)
	})
}

// step goes some stages on, or back.
func (a *App) step(by int) flow.Effect {
	a.leaveScreen()
	a.screen = max(min(a.screen+by, len(a.Screens)-1), 0)
	return flow.Effect{}
}

func (a *App) leaveScreen() {
	last := map[workshop.Stage]workshop.Target{}
	for k, v := range a.place.Last {
		last[k] = v
	}
	last[a.current().Stage()] = a.current().At(a.frame())
	a.place.Last = last
}

// remember notes where the room is.
func (a *App) remember() {
	at := a.current().At(a.frame())
	at.Stage = a.current().Stage()
	a.place.At = at
	a.leaveScreen()
}

// call does what is not about the workshop's content.
func (a *App) call(c flow.Call) tea.Cmd {
	switch c.Name {
	case flow.NoCall:
	case flow.Undo:
		a.undo()
	case flow.UndoImport:
		a.takeBack(a.Session.TakeBack)
	case flow.Redo:
		a.takeBack(a.Session.BringBack)
	case flow.Quit:
		return a.askToQuit()
	case flow.Leave:
		return a.leave()
	case flow.NextTheme:
		a.wear(theme.Next(a.styles.Name))
	case flow.ToggleZoom:
		a.place.Zoom = !a.place.Zoom
	case flow.StartTimer:
		a.place.Timer = workshop.Timer{Stage: a.current().Stage(), Team: c.Team}.Start(minutes(c.Minutes), a.Now())
	case flow.PauseTimer:
		a.place.Timer = a.place.Timer.Toggle(a.Now())
	case flow.AddTime:
		a.place.Timer = a.place.Timer.Add(minutes(c.Minutes))
	case flow.StopTimer:
		a.place.Timer = workshop.Timer{}
	case flow.WriteReport:
		return a.writeReport(c.Path)
	case flow.WriteAhead:
		return a.writeAhead()
	case flow.Help:
		a.dialog = a.help()
	case flow.Palette:
		a.dialog = a.palette()
	case flow.Search:
		a.dialog = a.search()
	}
	return nil
}

func minutes(m float64) time.Duration { return time.Duration(m * float64(time.Minute)) }

// wear puts on a theme that somebody chose.
func (a *App) wear(n theme.Name) {
	a.styles, a.chosen = theme.New(n), true
	a.place.Theme = string(n)
	a.say("theme: " + string(n))
}

// suitBackground follows the terminal as long as nobody chose a theme.
func (a *App) suitBackground(dark bool) {
	if a.chosen || a.styles.IsDark == dark {
		return
	}
	if dark {
		a.styles = theme.New(theme.Dark)
	} else {
		a.styles = theme.New(theme.Light)
	}
}
