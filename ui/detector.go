package ui

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"souk/model"
	"souk/workshop"
	"souk/workshop/detect"
)

// topFindings is how many findings of a kind the detector brings to the screens.
const topFindings = 200

// detector looks for relations beside the workshop. Each run has a number; what an older run says is dropped.
type detector struct {
	run        int
	running    bool
	ctx        context.Context // of the newest run
	cancel     context.CancelFunc
	found      detect.Findings
	generation int // of what was found
	questions  []detect.Question
}

// detectedMsg is the end of a run.
type detectedMsg struct {
	run   int
	found detect.Findings
	err   error
}

// startDetector begins a run, and ends the one before.
func (a *App) startDetector() tea.Cmd {
	if a.Detect == nil {
		return nil
	}
	d := &a.detector
	if d.cancel != nil {
		d.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	d.run++
	d.ctx, d.cancel, d.running = ctx, cancel, true
	run, state, find := d.run, a.state(), a.Detect
	return func() tea.Msg {
		msg := detectedMsg{run: run}
		msg.err = survive(func() error {
			var err error
			msg.found, err = find(ctx, DetectInput(state), nil)
			return err
		})
		return msg
	}
}

// survive turns a panic into an error: the room can go on without what the detector would say, but not without souk.
func survive(do func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("souk made a mistake there (%v); everything else works", r)
		}
	}()
	return do()
}

// askedMsg are the names that a run found unclear.
type askedMsg struct {
	run       int
	questions []detect.Question
	err       error
}

// startAsking looks for unclear names once the relations are found: they can wait.
func (a *App) startAsking() tea.Cmd {
	if a.Ask == nil {
		return nil
	}
	ctx, run, state, ask := a.detector.ctx, a.detector.run, a.state(), a.Ask
	return func() tea.Msg {
		msg := askedMsg{run: run}
		msg.err = survive(func() error {
			msg.questions = ask(ctx, DetectInput(state))
			return nil
		})
		return msg
	}
}

func (a *App) asked(msg askedMsg) {
	if msg.run != a.detector.run {
		return
	}
	if msg.err != nil {
		a.refuse("The search for unclear names failed: " + msg.err.Error())
	}
	a.detector.questions = msg.questions
}

// questions are those that nobody has answered yet.
func (a *App) questions() []detect.Question {
	var open []detect.Question
	for _, q := range a.detector.questions {
		if !slices.ContainsFunc(a.state().Aliases, func(known model.Alias) bool { return model.Fold(known.Word) == model.Fold(q.Word) }) {
			open = append(open, q)
		}
	}
	return open
}

// DetectInput is a workshop as the detector sees it.
func DetectInput(s *workshop.State) detect.Input {
	in := detect.Input{
		Organisation: s.Organisation, Cycle: s.Cycle, Intents: s.Intents, Words: s.Words, Aliases: s.Aliases, Top: topFindings,
	}
	for t := range s.Teams.All() {
		in.Teams = append(in.Teams, t)
	}
	for o := range s.Live() {
		in.Objectives = append(in.Objectives, o)
	}
	return in
}

// detected takes what the newest run found, and lets what an older one says go.
func (a *App) detected(msg detectedMsg) tea.Cmd {
	if msg.run != a.detector.run {
		return nil
	}
	a.detector.running = false
	if msg.err != nil {
		a.refuse("The search for relations failed: " + msg.err.Error())
		return nil
	}
	a.detector.found = msg.found
	a.detector.generation++
	return a.startAsking()
}

// changed reports whether the detector would see something else.
func changed(before, after *workshop.State) bool {
	if before == after {
		return false
	}
	if !slices.Equal(before.Words, after.Words) || !slices.Equal(before.Aliases, after.Aliases) {
		return true
	}
	for old, o := range after.Objectives.Changed(before.Objectives) {
		if old == nil || old.Title != o.Title || old.Fate != o.Fate || old.WhyNow != o.WhyNow || len(old.KeyResults) != len(o.KeyResults) {
			return true
		}
		for i, k := range o.KeyResults {
			if old.KeyResults[i].Text != k.Text {
				return true
			}
		}
	}
	for old, t := range after.Teams.Changed(before.Teams) {
		if old == nil || old.Name != t.Name || len(old.Needs) != len(t.Needs) || len(old.Offers) != len(t.Offers) {
			return true
		}
	}
	return false
}

// tableOfFindings is what lies on the table, kept until the workshop or the detector changes it.
type tableOfFindings struct {
	state      *workshop.State
	generation int
	findings   []model.Finding
}

// Detected is what lies on the table of a workshop when the detector looks at it now, as a screen would show it. Where the detector fails, what
// the room touched lies there alone.
func Detected(ctx context.Context, s *workshop.State) ([]model.Finding, error) {
	var found detect.Findings
	err := survive(func() (err error) {
		found, err = detect.Run(ctx, DetectInput(s), nil)
		return err
	})
	return Table(s, found), err
}

// Table is what lies on the table of a workshop where the detector found this.
func Table(s *workshop.State, found []model.Finding) []model.Finding {
	return relearned(s, s.OnTheTable(found))
}

func (a *App) onTheTable() []model.Finding {
	t := &a.findings
	if t.state != a.state() || t.generation != a.detector.generation {
		*t = tableOfFindings{a.state(), a.detector.generation, Table(a.state(), a.detector.found)}
		a.state().InQueueOrder(t.findings)
	}
	return t.findings
}
