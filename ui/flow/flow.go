// Package flow holds the few types that pass between the app, its screens and its dialogs: what a screen may know (Frame),
// what a key does (Binding), and what should follow from it (Effect). It decides nothing.
//
// Downward goes a Frame, read-only; upward comes an Effect, plain data that a test can compare. Screens and dialogs do no I/O,
// start no commands and never touch the session: they ask by returning an Effect.
package flow

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"souk/model"
	"souk/ui/theme"
	"souk/workshop"
	"souk/workshop/detect"
)

// Frame is what a screen or a dialog may know when it draws or answers a key. Everything in it is read-only.
type Frame struct {
	State *workshop.State
	// Findings are on the table: detected, raised by hand or touched by the room; best first, and in a stable order.
	Findings  []model.Finding
	Detecting bool // the detector is still at work
	// Questions are names in the drafts that may mean several teams, the most frequent first.
	Questions []detect.Question
	Styles    *theme.Styles
	Width     int // of the space to draw in, in cells
	Height    int
	Zoom      bool // presenter zoom: fewer things, more air
	Now       time.Time
	Timer     workshop.Timer
	// Preview is the state as it would be after an intent, or the refusal.
	Preview func(workshop.Intent) (*workshop.State, error)
}

// Compact reports whether there is no room for two panes side by side.
func (f Frame) Compact() bool { return f.Width < 100 }

// Binding is one key of a screen or a dialog: dispatch and help read the same value, made anew from the live state.
type Binding struct {
	Keys []string // as Bubble Tea names them: "w", "enter", "space", "up", "shift+up"
	Show string   // how help writes them; empty: the keys themselves
	Help string   // what the key does, two words at best: "why now"
	Note string   // what stands behind that where the keys are listed beside a matter: "proposed"
	Off  string   // why the key does nothing just now; empty while it works
	Foot bool     // belongs into the footer
	Do   func() Effect
}

// Effect is what should follow from a key. The zero value is nothing.
type Effect struct {
	Do    []workshop.Intent // recorded together, or none where one is refused; then its sentence is shown
	Go    Target            // where to go; the zero value stays
	Open  Dialog            // replaces the open dialog, if any
	Close bool              // closes the dialog, unless an intent was refused
	Say   string            // for the status line
	Call  Call              // for the app itself
}

// Call asks the app for something that is not about the workshop's content.
type Call struct {
	Name    CallName
	Minutes float64      // of StartTimer and AddTime
	Team    model.TeamID // of StartTimer: whose stall it counts; empty: the whole stage
	Path    string       // of WriteReport
}

// CallName names a Call.
type CallName string

// The calls.
const (
	NoCall      CallName = ""
	Undo        CallName = "undo"
	UndoImport  CallName = "undo import" // once that was asked
	Redo        CallName = "redo"
	Quit        CallName = "quit"
	Leave       CallName = "leave" // quit without asking again
	NextTheme   CallName = "theme"
	ToggleZoom  CallName = "zoom"
	StartTimer  CallName = "start timer"
	PauseTimer  CallName = "pause timer" // or go on
	AddTime     CallName = "add time"
	StopTimer   CallName = "stop timer"
	WriteReport CallName = "write report"
	WriteAhead  CallName = "write ahead" // the pages that teams get before the workshop
	Help        CallName = "help"
	Palette     CallName = "palette"
	Search      CallName = "search"
)

// Target is a place in the workshop: a screen and what to show there. The zero value is nowhere.
type Target = workshop.Target

// Dialog is what takes the keyboard until it is closed: a form, a picker, help. The app draws it as a sheet over the lower part of the
// screen and sends it every message; esc is the dialog's own to answer (with Close).
type Dialog interface {
	Title() string
	Update(Frame, tea.Msg) Effect
	// View draws the dialog in at most Frame.Width × Frame.Height cells, without its title.
	View(Frame) string
	// Cursor is where the text cursor stands in the view, or nil.
	Cursor(Frame) *tea.Cursor
	// Bindings are for footer and help; the dialog answers keys itself.
	Bindings(Frame) []Binding
	// Refuse shows the sentence of a refused intent and keeps what was typed.
	Refuse(sentence string)
}
