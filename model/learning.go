package model

import "time"

// Parking is what must not be lost and not be discussed now. Every entry ends with an owner.
type Parking struct {
	ID    ParkingID `json:"id"`
	Text  Text      `json:"text"`
	About Side      `json:"about,omitzero"`
	Owner Text      `json:"owner,omitzero"`
	Due   Text      `json:"due,omitzero"`
	At    time.Time `json:"at"`
}

// Signal is a bottom-up observation for leadership, with its evidence.
type Signal struct {
	ID       SignalID  `json:"id"`
	Text     Text      `json:"text"`
	Evidence Text      `json:"evidence,omitzero"`
	Owner    Text      `json:"owner,omitzero"`
	At       time.Time `json:"at"`
}

// Comment is what somebody says about an objective outside a decision.
type Comment struct {
	ID        CommentID   `json:"id"`
	Objective ObjectiveID `json:"objective"`
	By        Text        `json:"by,omitzero"`
	Text      Text        `json:"text"`
	At        time.Time   `json:"at"`
}
