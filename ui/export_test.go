package ui

import (
	"souk/ui/flow"
	"souk/workshop/detect"
)

// ScreenBindings are the keys of the screen that is shown.
func (a *App) ScreenBindings() []flow.Binding { return a.current().Bindings(a.frame()) }

// GlobalBindings are the keys that work everywhere.
func (a *App) GlobalBindings() []flow.Binding { return a.globals() }

// Visit goes to a target.
func (a *App) Visit(t flow.Target) { a.visit(t) }

// Run is the number of the detector's newest run, and Deliver what a run says at its end.
func (a *App) Run() int { return a.detector.run }

// Deliver hands over what a run found.
func (a *App) Deliver(run int, found detect.Findings) {
	a.detected(detectedMsg{run: run, found: found})
}
