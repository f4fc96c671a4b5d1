package model

// TeamKind says what a team is for.
type TeamKind string

// The kinds of teams. A VirtualTeam is formed in the workshop around a shared objective.
const (
	DeliveryTeam   TeamKind = "delivery"
	SupportTeam    TeamKind = "support"
	LeadershipTeam TeamKind = "leadership"
	TeamOfTeams    TeamKind = "team of teams"
	VirtualTeam    TeamKind = "virtual"
)

// TeamKinds lists every kind.
func TeamKinds() []TeamKind {
	return []TeamKind{DeliveryTeam, SupportTeam, LeadershipTeam, TeamOfTeams, VirtualTeam}
}

// Exchange is one line of what a stall needs or offers. Team names the other team where it is known: the provider of a
// need, the taker of an offer.
type Exchange struct {
	Team   TeamID `json:"team,omitempty"`
	Text   Text   `json:"text"`
	Raised bool   `json:"raised,omitempty"` // in the workshop, not in the drafts
}

// Team drafts OKRs and has a stall in the marketplace.
type Team struct {
	ID          TeamID        `json:"id"`
	Name        Text          `json:"name"`
	Level       Text          `json:"level,omitzero"` // division, stream, crew, pod, or the organisation's own word
	Parent      TeamID        `json:"parent,omitempty"`
	Kind        TeamKind      `json:"kind"`
	Description Text          `json:"description,omitzero"`
	Needs       []Exchange    `json:"needs,omitempty"`
	Offers      []Exchange    `json:"offers,omitempty"`
	Objectives  []ObjectiveID `json:"objectives,omitempty"` // authored, in the team's order
	Members     []TeamID      `json:"members,omitempty"`    // of a virtual team, the lead first
	Until       Text          `json:"until,omitzero"`       // when a virtual team ends: a date or a moment of the cycle

	Present   bool `json:"present,omitempty"`
	MayCommit bool `json:"may_commit,omitempty"` // somebody in the room may promise for the team
}

// Alias says whom the room means by a word: a team, or no team at all.
type Alias struct {
	Word Text   `json:"word"`
	Team TeamID `json:"team,omitempty"`
}
