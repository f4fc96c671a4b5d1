package review

import (
	"souk/ui/flow"
	"souk/ui/screens"
	"souk/workshop"
)

// Room sets agenda and timeboxes: the check-in of the walk, as the coach needs it beforehand.
type Room struct{ screens.CheckIn }

// Stage implements screens.Screen.
func (s *Room) Stage() workshop.Stage { return RoomStage }

// Title implements screens.Screen.
func (s *Room) Title() string { return "Room" }

// About implements screens.Screen.
func (s *Room) About() string {
	return "When the day begins, and how long every stage gets. It leads and never forces; the room sees it at the check-in."
}

// Progress says nothing: who is here is said on the day.
func (s *Room) Progress(flow.Frame) string { return "" }

// At implements screens.Screen.
func (s *Room) At(f flow.Frame) flow.Target {
	to := s.CheckIn.At(f)
	to.Stage = RoomStage
	return to
}

// View implements screens.Screen.
func (s *Room) View(f flow.Frame) string {
	head := headline(f, "THE ROOM", "what you set here, the room sees")
	f.Height--
	return head + "\n" + s.CheckIn.View(f)
}
