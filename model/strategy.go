package model

// Horizon is how far an intent looks ahead.
type Horizon string

// The horizons, farthest first.
const (
	Vision    Horizon = "vision"
	MultiYear Horizon = "multi-year" // a strategic intent
	Annual    Horizon = "annual"     // a business intent
	Quarter   Horizon = "quarter"    // this cycle's direction
)

// Horizons lists every horizon, farthest first.
func Horizons() []Horizon { return []Horizon{Vision, MultiYear, Annual, Quarter} }

// Word is what the room calls an intent of that horizon.
func (h Horizon) Word() string {
	switch h {
	case Vision:
		return "vision"
	case MultiYear:
		return "strategic intent"
	case Annual:
		return "business intent"
	case Quarter:
		return "direction this cycle"
	}
	return string(h)
}

// Intent is one sentence of the strategy.
type Intent struct {
	ID      IntentID `json:"id,omitempty"`
	Horizon Horizon  `json:"horizon"`
	Text    Text     `json:"text"`
}

// Questions are the six questions that every direction must answer.
func Questions() []string {
	return []string{
		"Why are we doing what we do?",
		"Which future do we want to create?",
		"What value do we create, and for whom?",
		"What impact do we want to have?",
		"Where do we play and how do we win?",
		"Does everyone know and understand the direction?",
	}
}
