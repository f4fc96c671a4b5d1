package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/screens"
	"souk/ui/theme"
	"souk/workshop"
	"souk/workshop/detect"
)

// Config is what the app needs from outside.
type Config struct {
	Session *workshop.Session
	Place   workshop.Place
	By      model.Text // who holds the keyboard
	Now     func() time.Time
	Theme   theme.Name // empty: as the file was left, or what fits the terminal's background
	// Append stores entries and the place in one transaction and returns when they are on the disk. Entries that are stored already are
	// stored once, so a failed Append may be repeated. Snapshot stores a state to open from.
	Append   func([]workshop.Entry, workshop.Place) error
	Snapshot func(*workshop.State) error
	// Report writes the record of the workshop, with what is on the table, in a format and says where.
	Report func(*workshop.State, []model.Finding, string) (string, error)
	// Ahead writes the pages that the teams get before the workshop, and says in a sentence what it wrote.
	Ahead func(*workshop.State) (string, error)
	// Detect finds relations; nil finds none.
	Detect func(context.Context, detect.Input, func(done, total int)) (detect.Findings, error)
	// Ask finds names that may mean several teams; nil finds none.
	Ask      func(context.Context, detect.Input) []detect.Question
	ReadOnly string // why nothing can be recorded; empty where it can
	Mode     string // what this is where it is not the live walk, such as "REVIEW": the header says it
	Alone    bool   // the coach prepares the workshop, unseen by the room: only there undo goes back behind what was made alone
	Leaving  string // what is said to who leaves, where it is not the live walk
	Screens  []screens.Screen
	// Later brings a message after a while; nil uses the clock.
	Later func(time.Duration, tea.Msg) tea.Cmd
}

// App is the workshop on the screen.
type App struct {
	Config
	width, height int
	styles        *theme.Styles
	chosen        bool // the theme was chosen, so the terminal's background does not matter
	screen        int
	place         workshop.Place
	dialog        flow.Dialog
	outbox        outbox
	detector      detector
	said          message
	quitting      bool // leave as soon as everything is saved
	interrupts    int  // how often ctrl+c came in a row
	ticking       bool
	findings      tableOfFindings
}

// message is what the status line says.
type message struct {
	text    string
	refused bool
}

// New makes an app that stands where the room was.
func New(c Config) *App {
	if c.Screens == nil {
		c.Screens = screens.All()
	}
	if c.Later == nil {
		c.Later = later
	}
	c.Session.WorkAlone(c.Alone)
	a := &App{Config: c, place: c.Place, chosen: c.Theme != "" || c.Place.Theme != ""}
	name := c.Theme
	if name == "" {
		name, _ = theme.Parse(c.Place.Theme)
	}
	a.styles = theme.New(name)
	a.place.Timer = a.place.Timer.Resumed(a.Now())
	a.resume()
	return a
}

func later(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// resume puts every screen where it was left, and the room where it was.
func (a *App) resume() {
	f := a.frame()
	for i, s := range a.Screens {
		if t, ok := a.place.Last[s.Stage()]; ok {
			s.Show(f, t)
		}
		if s.Stage() == a.place.At.Stage {
			a.screen = i
		}
	}
	if a.ReadOnly != "" {
		a.refuse(a.ReadOnly)
	}
}

// Init implements tea.Model.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{a.startDetector(), a.tick()}
	if !a.chosen {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(cmds...)
}

// Update implements tea.Model.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
		return a, nil
	case tea.BackgroundColorMsg:
		a.suitBackground(msg.IsDark())
		return a, nil
	case tickMsg:
		a.ticking = false
		return a, a.tick()
	case savedMsg:
		return a, a.saved(msg)
	case retryMsg:
		return a, a.flush()
	case detectedMsg:
		return a, a.detected(msg)
	case askedMsg:
		a.asked(msg)
		return a, nil
	case reportedMsg:
		a.reported(msg)
		return a, nil
	case LeaveMsg:
		return a, a.leave()
	case tea.KeyPressMsg:
		return a, a.key(msg)
	case tea.PasteMsg:
		return a, a.toDialog(msg)
	}
	return a, nil
}

// LeaveMsg asks the app to save what it has and leave, as after a signal.
type LeaveMsg struct{}

// key dispatches a key: dialog, then screen, then app.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	key := msg.String()
	if key == "ctrl+c" {
		return a.interrupt()
	}
	a.interrupts = 0
	if a.tooSmall() {
		return nil
	}
	if a.dialog != nil && key != "ctrl+p" && key != "f1" {
		return a.toDialog(msg)
	}
	a.said = message{}
	if b, ok := find(a.current().Bindings(a.frame()), key); ok && a.dialog == nil {
		return a.press(b)
	}
	if b, ok := find(a.globals(), key); ok {
		return a.press(b)
	}
	return nil
}

func (a *App) toDialog(msg tea.Msg) tea.Cmd {
	if a.dialog == nil {
		return nil
	}
	return a.carryOut(a.dialog.Update(a.sheetFrame(), msg))
}

func (a *App) press(b flow.Binding) tea.Cmd {
	if b.Off != "" {
		a.refuse(b.Off)
		return nil
	}
	return a.carryOut(b.Do())
}

func find(bindings []flow.Binding, key string) (flow.Binding, bool) {
	for _, b := range bindings {
		for _, k := range b.Keys {
			if k == key {
				return b, true
			}
		}
	}
	return flow.Binding{}, false
}

// interrupt leaves at the second ctrl+c in a row.
func (a *App) interrupt() tea.Cmd {
	if a.interrupts++; a.interrupts > 1 {
		return a.leave()
	}
	a.said = message{text: "Press ctrl+c once more to leave. Everything that is saved stays."}
	return nil
}

func (a *App) current() screens.Screen { return a.Screens[a.screen] }

// state is the workshop as it stands.
func (a *App) state() *workshop.State { return a.Session.State() }

// frame is what screens and dialogs may know, for a body of the app's whole size.
func (a *App) frame() flow.Frame {
	return flow.Frame{
		State: a.state(), Findings: a.onTheTable(), Detecting: a.detector.running, Questions: a.questions(), Styles: a.styles,
		Width: a.width, Height: a.bodyHeight(), Zoom: a.place.Zoom, Now: a.Now(), Timer: a.place.Timer,
		Preview: func(in workshop.Intent) (*workshop.State, error) { return a.Session.Preview(a.Now(), a.By, in) },
	}
}

func (a *App) refuse(sentence string) { a.said = message{text: sentence, refused: true} }

func (a *App) say(sentence string) { a.said = message{text: sentence} }
