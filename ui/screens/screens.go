// Package screens holds the stages of the walk, one file each.
//
// A screen keeps only where its cursor is. Everything else it reads from the frame, and it answers a key with an effect: data that says what
// should follow. It draws into exactly the width and height of the frame, from 80 columns by some 10 lines upwards, and says in words
// what to do where there is nothing to show.
//
// To add a screen: write its file, add one line to All. Tests that range over All give it goldens, key and help checks.
package screens

import (
	"souk/ui/flow"
	"souk/workshop"
)

// Screen is one stage of the walk.
type Screen interface {
	// Stage names the screen; it is what a flow.Target says to come here.
	Stage() workshop.Stage
	// Title is what the stage path shows.
	Title() string
	// About says in a sentence or two what the room does here.
	About() string
	// Bindings are the keys that work here, made from the live state; the footer, help, the palette and the dispatch read them.
	Bindings(flow.Frame) []flow.Binding
	// View draws the screen in Frame.Width × Frame.Height cells.
	View(flow.Frame) string
	// At is where the screen stands, to come back to.
	At(flow.Frame) flow.Target
	// Show goes to a target, as far as it exists.
	Show(flow.Frame, flow.Target)
}

// All makes every screen, in the order of the walk.
func All() []Screen {
	return []Screen{
		&CheckIn{},
		&Strategy{},
		&Stalls{},
		&Dependencies{},
		NewDuplicates(),
		NewSynergies(),
		&Regroup{},
		&Agreement{},
		&Close{},
		&Publish{},
	}
}
