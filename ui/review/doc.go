// Package review holds the screens on which a coach reads the drafts alone, days before the workshop, and prepares it.
//
// They are screens as those of the walk are, run by the same app on the same file. What they show may be private: the coach's notes,
// what the coach has read, the checks on drafts. So none of them is part of the walk, and each says that it is for the coach alone. What is
// prepared here for the room is public from then on: the queue, its words and proposals, the agenda, and the questions that are sent ahead.
//
// All screens share one reading of the drafts (reading.go). A team's page is a list of items (items.go), and what a key does with an
// item stands in one file (acting.go).
package review

import (
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/workshop"
)

// The screens of the review.
const (
	TeamsStage workshop.Stage = "review-teams"
	TeamStage  workshop.Stage = "review-team"
	QueueStage workshop.Stage = "review-queue"
	RoomStage  workshop.Stage = "review-room"
	AheadStage workshop.Stage = "review-ahead"
)

// Mode is what the header says beside the workshop's name.
const Mode = "REVIEW"

// All makes every screen of the review, in the order in which a coach needs them.
func All() []screens.Screen {
	r := &reading{}
	return []screens.Screen{&Teams{read: r}, &Team{read: r}, &Queue{read: r}, &Room{screens.Planning()}, &Ahead{}}
}

// confidential stands on every screen of the review.
const confidential = "for the coach alone"

// headline is the first line of a screen: what it is, how things stand, and that it is private.
func headline(f flow.Frame, name, note string) string {
	st := f.Styles
	left := st.Heading.Render(name) + st.Text.Render("  "+note)
	return kit.Between(left, st.Warn.Render(confidential), f.Width)
}
