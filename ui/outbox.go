package ui

import (
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
)

// How long the outbox waits after a failed write, and how often a snapshot is taken. A snapshot lies so far back that as many steps can still be
// undone after opening again.
const (
	retryAfter    = 2 * time.Second
	snapshotEvery = 200
	snapshotDepth = 100
)

// outbox holds what is recorded and not yet on the disk. One write is in flight at a time.
type outbox struct {
	waiting  []workshop.Entry
	inFlight bool
	stored   workshop.Place // the place that is on the disk
	savedAt  time.Time
	failed   error
	since    int // entries since the last snapshot
}

func (o *outbox) put(es []workshop.Entry) { o.waiting = append(o.waiting, es...) }

// savedMsg is the end of a write.
type savedMsg struct {
	n     int // entries
	place workshop.Place
	at    time.Time
	err   error
}

// retryMsg says that it is time to try again.
type retryMsg struct{}

// flush begins to write what waits, unless a write is in flight.
func (a *App) flush() tea.Cmd {
	o := &a.outbox
	if o.inFlight || a.Append == nil || a.ReadOnly != "" || (len(o.waiting) == 0 && samePlace(o.stored, a.place)) {
		return nil
	}
	o.inFlight = true
	entries, place, store, now := append([]workshop.Entry(nil), o.waiting...), a.place, a.Append, a.Now
	return func() tea.Msg {
		err := store(entries, place)
		return savedMsg{n: len(entries), place: place, at: now(), err: err}
	}
}

func samePlace(a, b workshop.Place) bool {
	if a.At != b.At || a.Timer != b.Timer || a.Theme != b.Theme || a.Zoom != b.Zoom || len(a.Last) != len(b.Last) {
		return false
	}
	for k, v := range a.Last {
		if b.Last[k] != v {
			return false
		}
	}
	return true
}

// saved takes note of the end of a write and goes on.
func (a *App) saved(msg savedMsg) tea.Cmd {
	o := &a.outbox
	o.inFlight = false
	o.failed = msg.err
	if msg.err != nil {
		a.refuse(msg.err.Error())
		if a.quitting {
			a.quitting = false
			a.dialog = a.lastChance(msg.err)
		}
		return a.Later(retryAfter, retryMsg{})
	}
	o.waiting = o.waiting[msg.n:]
	o.stored = msg.place
	if msg.n > 0 {
		o.savedAt = msg.at
		o.since += msg.n
	}
	if next := a.flush(); next != nil {
		return next
	}
	if a.quitting {
		return tea.Quit
	}
	return a.snapshot()
}

// snapshot stores a state now and then, so that opening does not fold the whole journal.
func (a *App) snapshot() tea.Cmd {
	if a.outbox.since < snapshotEvery || a.Snapshot == nil {
		return nil
	}
	base := a.Session.Base(snapshotDepth)
	if base == nil {
		return nil
	}
	a.outbox.since = 0
	store := a.Snapshot
	return func() tea.Msg {
		// A snapshot that cannot be stored costs time at the next start, nothing else.
		_ = store(base)
		return nil
	}
}

// unsaved is how many entries are not on the disk.
func (o *outbox) unsaved() int { return len(o.waiting) }

// askToQuit asks while something is open.
func (a *App) askToQuit() tea.Cmd {
	var open string
	switch {
	case a.outbox.failed != nil:
		open = fmt.Sprintf("%d entries are not saved yet: %v", a.outbox.unsaved(), a.outbox.failed)
	case a.place.Timer.IsRunning():
		open = "The timer is running. The room will find everything as it is now."
	case a.ReadOnly != "":
		return a.leave()
	case a.Leaving != "":
		open = a.Leaving
	default:
		open = "Everything is saved. The room will find everything as it is now."
	}
	a.dialog = dialog.NewConfirm(dialog.ConfirmSpec{
		Title: "Leave the workshop?", Question: open,
		Yes: flow.Effect{Close: true, Call: flow.Call{Name: flow.Leave}},
	})
	return nil
}

// lastChance is asked when leaving would lose something.
func (a *App) lastChance(err error) flow.Dialog {
	return dialog.NewConfirm(dialog.ConfirmSpec{
		Title:    "Not saved",
		Question: fmt.Sprintf("%v Leave all the same and lose %d entries?", err, a.outbox.unsaved()),
		Yes:      flow.Effect{Close: true, Call: flow.Call{Name: flow.Leave}},
	})
}

// leave ends the program when everything is saved, and at once where saving has failed and somebody insists.
func (a *App) leave() tea.Cmd {
	if a.outbox.failed != nil {
		return tea.Quit
	}
	a.quitting = true
	a.remember()
	if cmd := a.flush(); cmd != nil {
		return cmd
	}
	if a.outbox.inFlight {
		return nil
	}
	return tea.Quit
}

// reportedMsg is the end of writing a report, or pages.
type reportedMsg struct {
	said string
	err  error
}

var (
	errNoReport = errors.New("this workshop cannot write its report from here: run souk report FILE")
	errNoAhead  = errors.New("the pages cannot be written from here: run souk ahead FILE")
)

func (a *App) writeReport(format string) tea.Cmd {
	state, findings, write := a.state(), a.onTheTable(), a.Report
	if write == nil {
		a.refuse(errNoReport.Error())
		return nil
	}
	a.say("writing the record …")
	return func() tea.Msg {
		path, err := write(state, findings, format)
		return reportedMsg{"The record is in " + path, err}
	}
}

func (a *App) writeAhead() tea.Cmd {
	state, write := a.state(), a.Ahead
	if write == nil {
		a.refuse(errNoAhead.Error())
		return nil
	}
	a.say("writing the pages …")
	return func() tea.Msg {
		said, err := write(state)
		return reportedMsg{said, err}
	}
}

func (a *App) reported(msg reportedMsg) {
	if msg.err != nil {
		a.refuse(msg.err.Error())
		return
	}
	a.say(model.Clean(msg.said).Line())
}
