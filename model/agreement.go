package model

// Stance is what one side says to an objective.
type Stance string

// The stances. NotYet and ParkedStance carry a reason.
const (
	Unsaid       Stance = ""
	Agreed       Stance = "agreed"
	NotYet       Stance = "not yet"
	ParkedStance Stance = "parked"
)

// Party is one of the two sides whose agreement makes an objective aligned.
type Party string

// The parties.
const (
	TeamParty       Party = "team"
	LeadershipParty Party = "leadership"
)

// Word is a stance with its reason.
type Word struct {
	Stance Stance `json:"stance,omitempty"`
	Reason Text   `json:"reason,omitzero"`
}

// Agreement is what team and leadership say to an objective, and how confident the room is.
type Agreement struct {
	Team       Word  `json:"team,omitzero"`
	Leadership Word  `json:"leadership,omitzero"`
	Votes      []int `json:"votes,omitempty"` // fist of five, each 0 to 5
}

// Of returns what a party said.
func (a Agreement) Of(p Party) Word {
	if p == LeadershipParty {
		return a.Leadership
	}
	return a.Team
}

// IsAligned reports whether both parties agreed.
func (a Agreement) IsAligned() bool {
	return a.Team.Stance == Agreed && a.Leadership.Stance == Agreed
}

// Mean is the mean of a fist of five, and false where nobody voted.
func Mean(votes []int) (float64, bool) {
	if len(votes) == 0 {
		return 0, false
	}
	sum := 0
	for _, v := range votes {
		sum += v
	}
	return float64(sum) / float64(len(votes)), true
}

// Worried counts the votes of two and below: people who should be heard before the room goes on.
func Worried(votes []int) int {
	n := 0
	for _, v := range votes {
		if v <= 2 {
			n++
		}
	}
	return n
}
