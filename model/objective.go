package model

// Phase tells whether an objective learns or delivers.
type Phase string

// The phases; empty where the team did not say.
const (
	Discovery  Phase = "discovery"
	Delivering Phase = "delivery"
)

// Origin tells who wrote an objective; empty means its team.
type Origin string

// The origins.
const (
	Authored Origin = "authored"
	Assigned Origin = "assigned" // by leadership
)

// Support is what an objective contributes to: an intent of the strategy, a priority of another team, or something else in words,
// such as keeping the business running. Text is always set.
type Support struct {
	Intent IntentID `json:"intent,omitempty"`
	Team   TeamID   `json:"team,omitempty"`
	Text   Text     `json:"text"`
}

// Fate is what the workshop made of an objective. Only a Live one is part of the final OKRs.
type Fate string

// The fates.
const (
	Live     Fate = ""
	Dropped  Fate = "dropped"
	Deferred Fate = "deferred"
	Merged   Fate = "merged" // into Objective.Into
)

// Objective is one drafted objective with its key results.
type Objective struct {
	ID         ObjectiveID `json:"id"`
	Ref        ObjectiveID `json:"ref,omitempty"`    // the id that the drafts use
	Team       TeamID      `json:"team"`             // the author
	Owners     []TeamID    `json:"owners,omitempty"` // further owners: then it is shared
	Title      Text        `json:"title"`
	WhyNow     Text        `json:"why_now,omitzero"`
	Supports   []Support   `json:"supports,omitempty"`
	KeyResults []KeyResult `json:"key_results,omitempty"`
	Phase      Phase       `json:"phase,omitempty"`
	Origin     Origin      `json:"origin,omitempty"`

	Fate      Fate        `json:"fate,omitempty"`
	Into      ObjectiveID `json:"into,omitempty"`    // what a merged one became part of
	Follows   ObjectiveID `json:"follows,omitempty"` // the leading objective after "lead and follow"
	Notes     []Text      `json:"notes,omitempty"`   // what was agreed about it, e.g. the split of scope
	Agreement Agreement   `json:"agreement,omitzero"`
}

// IsShared reports whether more than one team owns the objective.
func (o Objective) IsShared() bool { return len(o.Owners) > 0 }

// KeyResult is one key result. Baseline and Target are kept as written: "71 %", "3 of 5", "done".
type KeyResult struct {
	ID       KeyResultID `json:"id"`
	Ref      KeyResultID `json:"ref,omitempty"` // the id that the drafts use
	Text     Text        `json:"text"`
	Metric   Text        `json:"metric,omitzero"`
	Baseline Text        `json:"baseline,omitzero"`
	Target   Text        `json:"target,omitzero"`
	Unit     Text        `json:"unit,omitzero"`
	Owner    Text        `json:"owner,omitzero"`
	Team     TeamID      `json:"team,omitempty"` // who delivers it, where the room or the drafts said so
}
