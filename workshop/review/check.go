package review

import (
	"slices"

	"souk/model"
)

// Severity says what to do with a card.
type Severity string

// The severities, the most pressing first.
const (
	Fix  Severity = "fix"  // before the workshop
	Talk Severity = "talk" // with the team
	Fine Severity = "fine" // to ignore
)

// Severities lists every severity, the most pressing first.
func Severities() []Severity { return []Severity{Fix, Talk, Fine} }

func (s Severity) rank() int { return slices.Index(Severities(), s) }

// Words is what the severity asks the coach to do.
func (s Severity) Words() string {
	switch s {
	case Fix:
		return "fix before the workshop"
	case Talk:
		return "talk about"
	case Fine:
		return "fine to ignore"
	}
	return string(s)
}

// Example is a draft that a check speaks about, and one that it would not.
type Example struct {
	Weak   string `json:"weak"`
	Better string `json:"better"`
}

// Check is one thing that a coach looks for. ID is stable.
type Check struct {
	ID       string
	Title    string
	Why      string // why it matters, in one sentence
	Severity Severity
	English  Example
	German   Example

	of   of
	many said // what several of them do: "do not say where they start"
	look func(*team, tell)
}

// of is what a check is about; how many there are says how common it is.
type of said

var (
	objectives = of{"objectives", "Zielen"}
	keyResults = of{"key results", "Schlüsselergebnissen"}
	teams      = of{"teams", "Teams"}
	both       = of{"objectives and key results", "Zielen und Schlüsselergebnissen"}
)

// spot is where something stands, and the text that a dismissal holds for.
type spot struct {
	span     model.Span
	inWhyNow bool
	text     string // what is marked
	about    string // the whole text that the check read
	german   bool
}

// tell reports a spot and why, in a sentence.
type tell func(at spot, reason said, args ...any)

// eachObjective makes a check of a look at one objective.
func eachObjective(look func(*objective, tell)) func(*team, tell) {
	return func(t *team, tell tell) {
		for i := range t.objectives {
			look(&t.objectives[i], tell)
		}
	}
}

// eachKeyResult makes a check of a look at one key result.
func eachKeyResult(look func(*keyResult, tell)) func(*team, tell) {
	return func(t *team, tell tell) {
		for i := range t.objectives {
			for k := range t.objectives[i].keyResults {
				look(&t.objectives[i].keyResults[k], tell)
			}
		}
	}
}
