// Package uitest drives the app in tests, with words: Press, Type, Sees. Everything runs in one goroutine, commands included, so a test
// never waits; time stands still until the test moves it.
package uitest

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"souk/model"
	"souk/ui"
	"souk/ui/theme"
	"souk/workshop"
	"souk/workshop/detect"
)

// Start is when every test begins.
var Start = time.Date(2027, 1, 12, 9, 0, 0, 0, time.UTC)

// Store is a workshop file in memory, which may fail.
type Store struct {
	Entries   []workshop.Entry
	Place     workshop.Place
	Snapshots []*workshop.State
	Fails     error // while set, nothing can be stored
}

// Append stores entries unless the store fails.
func (s *Store) Append(es []workshop.Entry, p workshop.Place) error {
	if s.Fails != nil {
		return s.Fails
	}
	for _, e := range es {
		if e.Seq > uint64(len(s.Entries)) {
			s.Entries = append(s.Entries, e)
		}
	}
	s.Place = p
	return nil
}

// Driver is somebody at the keyboard, and what they see.
type Driver struct {
	App     *ui.App
	Store   *Store
	Now     time.Time
	t       testing.TB
	waiting []tea.Msg // what comes later: ticks, retries
	left    bool
}

// Option changes how the app starts.
type Option func(*ui.Config)

// WithTheme starts the app in a theme.
func WithTheme(n theme.Name) Option { return func(c *ui.Config) { c.Theme = n } }

// WithPlace starts the app where the room was left.
func WithPlace(p workshop.Place) Option { return func(c *ui.Config) { c.Place = p } }

// WithoutDetector starts the app with nothing that looks for relations.
func WithoutDetector() Option { return func(c *ui.Config) { c.Detect = nil } }

// Open shows a workshop in a terminal of that size, with a store that works and the real detector.
func Open(t testing.TB, session *workshop.Session, width, height int, options ...Option) *Driver {
	t.Helper()
	d := &Driver{t: t, Store: &Store{}, Now: Start}
	c := ui.Config{
		Session: session, Theme: theme.Dark, By: model.Clean("Ada"), Detect: detect.Run,
		Now:    func() time.Time { return d.Now },
		Append: func(es []workshop.Entry, p workshop.Place) error { return d.Store.Append(es, p) },
		Snapshot: func(s *workshop.State) error {
			d.Store.Snapshots = append(d.Store.Snapshots, s)
			return nil
		},
		Report: func(_ *workshop.State, _ []model.Finding, format string) (string, error) {
			if format != "md" && format != "json" {
				return "", errors.New("no such format")
			}
			return "record." + format, nil
		},
		Later: func(_ time.Duration, msg tea.Msg) tea.Cmd {
			d.waiting = append(d.waiting, msg)
			return nil
		},
	}
	for _, o := range options {
		o(&c)
	}
	d.App = ui.New(c)
	d.run(d.App.Init())
	d.Send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

// Send hands a message to the app and carries out what follows.
func (d *Driver) Send(msg tea.Msg) {
	if _, quit := msg.(tea.QuitMsg); quit {
		d.left = true
		return
	}
	_, cmd := d.App.Update(msg)
	d.run(cmd)
}

func (d *Driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	default:
		d.Send(msg)
	}
}

// Press presses keys by their names: "w", "enter", "shift+tab".
func (d *Driver) Press(keys ...string) *Driver {
	d.t.Helper()
	for _, k := range keys {
		d.Send(Key(k))
	}
	return d
}

// Type types a text, character by character.
func (d *Driver) Type(text string) *Driver {
	for _, r := range text {
		if r == ' ' {
			d.Send(Key("space"))
			continue
		}
		d.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return d
}

// Later lets that much time pass, and brings what was waiting for it.
func (d *Driver) Later(by time.Duration) *Driver {
	d.Now = d.Now.Add(by)
	waiting := d.waiting
	d.waiting = nil
	for _, m := range waiting {
		d.Send(m)
	}
	return d
}

// Screen is what is on the screen, without colours.
func (d *Driver) Screen() string { return ansi.Strip(d.App.View().Content) }

// Sees fails where a text is not on the screen.
func (d *Driver) Sees(texts ...string) *Driver {
	d.t.Helper()
	screen := d.Screen()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			d.t.Fatalf("%q is not on the screen:\n%s", text, screen)
		}
	}
	return d
}

// SeesNo fails where a text is on the screen.
func (d *Driver) SeesNo(texts ...string) *Driver {
	d.t.Helper()
	screen := d.Screen()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			d.t.Fatalf("%q is on the screen:\n%s", text, screen)
		}
	}
	return d
}

// HasLeft reports whether the app has ended.
func (d *Driver) HasLeft() bool { return d.left }

// State is the workshop as it stands.
func (d *Driver) State() *workshop.State { return d.App.Session.State() }
