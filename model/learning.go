package model

import (
	"cmp"
	"time"
)

// Parking is what must not be lost and not be discussed now. Every entry ends with an owner.
type Parking struct {
	ID    ParkingID `json:"id"`
	Text  Text      `json:"text"`
	About Side      `json:"about,omitzero"`
	Owner Text      `json:"owner,omitzero"`
	Due   Text      `json:"due,omitzero"`
	At    time.Time `json:"at"`
}

// Signal is a bottom-up observation for leadership, with its evidence. One that souk computed keeps its kind, and the key by which the same
// matter is known again.
type Signal struct {
	ID       SignalID  `json:"id"`
	Kind     string    `json:"kind,omitempty"` // empty: the room raised it itself
	About    string    `json:"about,omitempty"`
	Text     Text      `json:"text"`
	Evidence Text      `json:"evidence,omitzero"` // a line for each thing that was seen
	Owner    Text      `json:"owner,omitzero"`
	Answer   Text      `json:"answer,omitzero"` // leadership's
	At       time.Time `json:"at"`
}

// Matter is what a signal is about, by which it is known again: the key of a computed one, or the signal's own id.
func (s Signal) Matter() string { return cmp.Or(s.About, string(s.ID)) }

// Comment is what somebody says about an objective outside a decision.
type Comment struct {
	ID        CommentID   `json:"id"`
	Objective ObjectiveID `json:"objective"`
	By        Text        `json:"by,omitzero"`
	Text      Text        `json:"text"`
	At        time.Time   `json:"at"`
}
