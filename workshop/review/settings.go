package review

import (
	"slices"

	"souk/model"
)

// Limit is the name of a number that a check compares with.
type Limit string

// The limits.
const (
	MostObjectives    Limit = "most-objectives"
	MostObjectivesTop Limit = "most-objectives-top" // of a team at the top
	FewestWords       Limit = "fewest-words"        // of an objective
	MostWords         Limit = "most-words"
	FewestKeyResults  Limit = "fewest-key-results"
	MostKeyResults    Limit = "most-key-results"
)

// Limits lists every limit with the value it has where the workshop says nothing else.
func Limits() map[Limit]int {
	return map[Limit]int{
		MostObjectives: 3, MostObjectivesTop: 5,
		FewestWords: 4, MostWords: 18,
		FewestKeyResults: 2, MostKeyResults: 5,
	}
}

// rules are the settings of one run.
type rules struct {
	off    []string
	limits map[Limit]int
}

// rulesOf reads a workshop's settings; a limit that nobody knows changes nothing.
func rulesOf(s model.CheckSettings) rules {
	r := rules{off: s.Off, limits: Limits()}
	for name := range r.limits {
		if n, ok := s.Limits[string(name)]; ok {
			r.limits[name] = n
		}
	}
	return r
}

func (r rules) isOff(check string) bool { return slices.Contains(r.off, check) }
