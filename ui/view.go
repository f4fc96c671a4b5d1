package ui

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
)

// The smallest terminal that the screens are made for.
const (
	minWidth  = 80
	minHeight = 24
)

// chrome is how many lines the app itself needs: top line, two rules, status line, keys.
const chrome = 5

// sheetContext is how many lines of the screen stay visible above a dialog, where it leaves them.
const sheetContext = 6

// View implements tea.Model.
func (a *App) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: "souk · " + a.state().Name()}
	if a.width == 0 || a.height == 0 {
		return v
	}
	v.BackgroundColor, v.ForegroundColor = a.styles.Background, a.styles.Foreground
	if a.tooSmall() {
		v.Content = a.notice()
		return v
	}
	body, cursor := a.body()
	lines := append([]string{a.header(), kit.Rule(a.styles, a.width)}, body...)
	lines = append(lines, kit.Rule(a.styles, a.width), a.statusLine(), a.footer())
	v.Content = kit.Paint(a.styles, kit.Join(kit.Fit(lines, a.width, a.height)))
	if cursor != nil {
		cursor.Y += 2
		v.Cursor = cursor
	}
	return v
}

func (a *App) tooSmall() bool { return a.width < minWidth || a.height < minHeight }

func (a *App) notice() string {
	text := fmt.Sprintf("souk needs a terminal of %d × %d; this one has %d × %d. Make it larger, or the letters smaller. Nothing is lost.",
		minWidth, minHeight, a.width, a.height)
	return kit.Join(kit.Fit(kit.Wrap(text, max(a.width, 1)), a.width, a.height))
}

func (a *App) bodyHeight() int { return max(a.height-chrome, 1) }

// body is the screen, with the open dialog as a sheet over its lower part; and where the text cursor is in it.
func (a *App) body() ([]string, *tea.Cursor) {
	f := a.frame()
	if a.dialog == nil {
		return kit.Lines(a.current().View(f)), nil
	}
	sf := a.sheetFrame()
	sheet := kit.Lines(a.dialog.View(sf))
	f.Height = max(a.bodyHeight()-len(sheet)-1, 0)
	var lines []string
	if f.Height > 0 {
		lines = kit.Fit(kit.Lines(a.current().View(f)), a.width, f.Height)
	}
	top := len(lines) + 1
	lines = append(lines, kit.TitledRule(a.styles, a.dialog.Title(), a.width))
	lines = append(lines, kit.Indent(sheet, sheetMargin)...)
	cursor := a.dialog.Cursor(sf)
	if cursor != nil {
		cursor.X += sheetMargin
		cursor.Y += top
	}
	return lines, cursor
}

// sheetMargin stands left and right of a dialog.
const sheetMargin = 2

// sheetFrame is the frame of the open dialog.
func (a *App) sheetFrame() flow.Frame {
	f := a.frame()
	f.Width = max(a.width-2*sheetMargin, 1)
	f.Height = max(a.bodyHeight()-sheetContext, 8)
	return f
}

func (a *App) header() string {
	path := make([]kit.Step, len(a.Screens))
	for i, s := range a.Screens {
		_, been := a.place.Last[s.Stage()]
		path[i] = kit.Step{Name: s.Title(), Been: been && i < a.screen, Now: i == a.screen}
		if one, ok := s.(interface{ Settled(flow.Frame) bool }); ok && path[i].Been {
			path[i].Done = one.Settled(a.frame())
		}
		if p, ok := s.(interface{ Progress(flow.Frame) string }); ok && i == a.screen {
			path[i].Note = p.Progress(a.frame())
		}
	}
	top := kit.Top{Name: a.state().Name(), Path: path}
	if a.Mode != "" {
		top.Name = a.Mode + " · " + top.Name
	}
	if t := a.place.Timer; t.IsSet() {
		left := t.Remaining(a.Now())
		top.Clock, top.Late = clock(left, t.IsRunning()), left < 0
		if top.Aside = !a.timerIsHere(); top.Aside {
			top.Clock = "(" + top.Clock + ")"
		}
	}
	return kit.Header(a.styles, top, a.width)
}

// clock writes the time left: "03:12", "over 00:20", "paused 03:12".
func clock(left time.Duration, running bool) string {
	word, d := "", left
	switch {
	case left < 0:
		word, d = "over ", -left
	case !running:
		word = "paused "
	}
	s := int(d.Round(time.Second).Seconds())
	return fmt.Sprintf("%s%02d:%02d", word, s/60, s%60)
}

// statusLine says what has just happened, whether it is saved, and what undo would take back.
func (a *App) statusLine() string {
	st := a.styles
	left := st.Status.Render(" " + a.said.text)
	if a.said.refused {
		left = st.Refused.Render(" " + kit.SignRisk + " " + a.said.text)
	}
	if a.said.text == "" {
		left = st.Status.Render(" " + a.undoHint())
	}
	return kit.Between(left, a.savedHint()+" ", a.width)
}

func (a *App) undoHint() string {
	var hints []string
	if title, ok := a.Session.CanUndo(); ok && a.ReadOnly == "" && !a.undoesImport() {
		hints = append(hints, "u undo: "+title)
	}
	if title, ok := a.Session.CanRedo(); ok && a.ReadOnly == "" {
		hints = append(hints, "^r redo: "+title)
	}
	return strings.Join(hints, "   ")
}

func (a *App) savedHint() string {
	st, o := a.styles, a.outbox
	switch {
	case a.ReadOnly != "":
		return st.Warn.Render("read-only")
	case o.failed != nil:
		return st.Refused.Render(fmt.Sprintf("%s NOT SAVED (%d): trying again", kit.SignRisk, o.unsaved()))
	case o.unsaved() > 0:
		return st.Status.Render("saving …")
	case o.savedAt.IsZero():
		return ""
	}
	return st.Good.Render("✓ saved " + o.savedAt.Format("15:04"))
}

// footer shows the keys that matter most here: the dialog's, or the screen's and then the app's own.
func (a *App) footer() string {
	if a.dialog != nil {
		return kit.Footer(a.styles, dialog.Hints(a.dialog.Bindings(a.sheetFrame())), 1, a.width)
	}
	bindings := append(foot(a.current().Bindings(a.frame())), foot(a.globals())...)
	return kit.Footer(a.styles, dialog.Hints(bindings), keptInFooter, a.width)
}

// keptInFooter is how many of the app's own keys stand in every footer: the next stage, and help.
const keptInFooter = 2

func foot(bindings []flow.Binding) []flow.Binding {
	var out []flow.Binding
	for _, b := range bindings {
		if b.Foot {
			out = append(out, b)
		}
	}
	return out
}
