package model

import "time"

// Size is a rough effort.
type Size string

// The sizes.
const (
	Small  Size = "S"
	Medium Size = "M"
	Large  Size = "L"
)

// AnswerKind is what the asked team said to a request.
type AnswerKind string

// The answers. A request without one is Unanswered; Countered waits for the asking team.
const (
	Unanswered  AnswerKind = ""
	Committed   AnswerKind = "commit"
	Countered   AnswerKind = "counter-propose"
	Declined    AnswerKind = "decline"
	SisterKR    AnswerKind = "sister key result"
	RiskOwned   AnswerKind = "risk owned"
	EscalatedUp AnswerKind = "escalate"
)

// AnswerKinds lists every answer in the order in which the screen offers them.
func AnswerKinds() []AnswerKind {
	return []AnswerKind{Committed, Countered, Declined, SisterKR, RiskOwned, EscalatedUp}
}

// Turn is one step of a negotiation: the ask, or an answer to it.
type Turn struct {
	At     time.Time  `json:"at"`
	By     Text       `json:"by,omitzero"`
	Answer AnswerKind `json:"answer,omitempty"` // Unanswered for the ask
	When   Text       `json:"when,omitzero"`    // commit by, or the counter-proposal's date
	Who    Text       `json:"who,omitzero"`     // who owns it, or carries the risk
	Text   Text       `json:"text,omitzero"`    // why declined, the counter-proposal, the sister key result
}

// Request is a dependency on the table: what one team asks of another.
type Request struct {
	ID       RequestID `json:"id"`
	Finding  FindingID `json:"finding,omitempty"`
	From     Side      `json:"from"` // needs
	To       Side      `json:"to"`   // provides
	What     Text      `json:"what"`
	NeededBy Text      `json:"needed_by,omitzero"`
	Size     Size      `json:"size,omitempty"`
	Trail    []Turn    `json:"trail"`
}

// Answer is the last word of the negotiation.
func (r Request) Answer() Turn {
	if len(r.Trail) == 0 {
		return Turn{}
	}
	return r.Trail[len(r.Trail)-1]
}

// IsSettled reports whether the last word ends the negotiation: a counter-proposal does not, and what was escalated is left to others.
func (r Request) IsSettled() bool { return !r.IsWaiting() && r.Answer().Answer != EscalatedUp }

// IsWaiting reports whether one of the two teams must still answer the other.
func (r Request) IsWaiting() bool {
	a := r.Answer().Answer
	return a == Unanswered || a == Countered
}

// IsAtRisk reports whether nobody has promised or owns what is asked for after all that was said: it was declined or escalated.
func (r Request) IsAtRisk() bool {
	a := r.Answer().Answer
	return a == Declined || a == EscalatedUp
}
