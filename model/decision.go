package model

import "time"

// Outcome is what the room decided.
type Outcome string

// The outcomes, by what they decide.
const (
	Merge         Outcome = "merge"
	LeadAndFollow Outcome = "lead and follow"
	ShareOwners   Outcome = "share"
	SplitScope    Outcome = "split scope"
	KeepBoth      Outcome = "keep both"
	NotDuplicate  Outcome = "not a duplicate"

	NotDependency Outcome = "not a dependency"

	ShareObjective  Outcome = "share the objective"
	FormVirtualTeam Outcome = "virtual team"
	Sequence        Outcome = "sequence"
	ShareAsset      Outcome = "share a key result or asset"
	StayInTouch     Outcome = "stay in touch"
	NoSynergy       Outcome = "no synergy"

	OneGivesWay Outcome = "one gives way"
	TradeOff    Outcome = "trade-off agreed"
	Escalated   Outcome = "escalate"
	NoConflict  Outcome = "no conflict"

	Drop  Outcome = "drop"
	Defer Outcome = "defer"
	Lift  Outcome = "lift to a higher team"

	BringBack Outcome = "bring back" // what was lifted
)

// Outcomes lists what may be decided about a finding of that kind, in the order of the keys 1, 2, 3 …; the last one says that
// there is no such relation. A dependency is decided by a request and its answer.
func Outcomes(k FindingKind) []Outcome {
	switch k {
	case Duplicate:
		return []Outcome{LeadAndFollow, ShareOwners, Merge, SplitScope, KeepBoth, NotDuplicate}
	case Synergy:
		return []Outcome{ShareObjective, FormVirtualTeam, Sequence, ShareAsset, StayInTouch, NoSynergy}
	case Conflict:
		return []Outcome{OneGivesWay, TradeOff, Escalated, NoConflict}
	case Dependency:
		return []Outcome{NotDependency}
	}
	return nil
}

// RulesOut reports whether the room decided that there is no such relation.
func (o Outcome) RulesOut() bool {
	switch o {
	case NotDuplicate, NotDependency, NoSynergy, NoConflict:
		return true
	default:
		return false
	}
}

// NeedsNobody reports whether nothing is left to do after it, so that it needs neither an owner nor a date.
func (o Outcome) NeedsNobody() bool { return o == KeepBoth || o.RulesOut() }

// Change is what a decision did to one field of the OKRs, for people to read.
type Change struct {
	Team      TeamID      `json:"team"`
	Objective ObjectiveID `json:"objective,omitempty"`
	Field     string      `json:"field"` // "title", "KR2", "owners", "why now", …
	Before    Text        `json:"before,omitzero"`
	After     Text        `json:"after,omitzero"`
}

// Decision is what the room agreed, about a finding or about an objective.
type Decision struct {
	ID        DecisionID  `json:"id"`
	Finding   FindingID   `json:"finding,omitempty"`
	Objective ObjectiveID `json:"objective,omitempty"`
	Kind      string      `json:"kind"` // a FindingKind, or "objective"
	Outcome   Outcome     `json:"outcome"`
	Summary   Text        `json:"summary"` // one sentence that can be read aloud
	Teams     []TeamID    `json:"teams,omitempty"`
	Owner     Text        `json:"owner,omitzero"`
	Due       Text        `json:"due,omitzero"` // a date or a moment of the cycle, as said
	Rationale Text        `json:"rationale,omitzero"`
	AgreedBy  Text        `json:"agreed_by,omitzero"`
	At        time.Time   `json:"at"`
	Changes   []Change    `json:"changes,omitempty"`
	ReadBack  bool        `json:"read_back,omitempty"`
}

// IsComplete reports whether the decision has an owner and a date, or needs none.
func (d Decision) IsComplete() bool {
	return d.Outcome.NeedsNobody() || !d.Owner.IsEmpty() && !d.Due.IsEmpty()
}
