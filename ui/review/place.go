package review

import (
	"maps"

	"souk/workshop"
)

// bookmark is under which name the file keeps on which screen of the review the coach was.
const bookmark workshop.Stage = "review"

// Resume is where to open the review of a workshop whose room was left at that place: where the coach was, and without the room's timer.
func Resume(room workshop.Place) workshop.Place {
	coach := room
	coach.At = workshop.Target{Stage: room.Last[bookmark].Stage}
	coach.Timer, coach.Zoom = workshop.Timer{}, false
	return coach
}

// Leave is what the file keeps: the room's own place, and beside it where the coach is.
func Leave(room, coach workshop.Place) workshop.Place {
	room.Theme = coach.Theme
	last := maps.Clone(room.Last)
	if last == nil {
		last = map[workshop.Stage]workshop.Target{}
	}
	for _, s := range All() {
		if at, been := coach.Last[s.Stage()]; been {
			last[s.Stage()] = at
		}
	}
	last[bookmark] = workshop.Target{Stage: coach.At.Stage}
	room.Last = last
	return room
}
