package model

import (
	"math"
	"slices"
)

// Figures count how far objectives are aligned: those of a team, or of all teams where Team is empty. They are no measure of performance.
type Figures struct {
	Team       Text       `json:"team,omitzero"` // by name, since it may be gone
	Objectives int        `json:"objectives"`
	WhyNow     int        `json:"why_now"`        // of the objectives
	Agreed     int        `json:"agreed_by_both"` // of the objectives: by the team and by leadership
	Shared     int        `json:"shared"`         // of the objectives: with other teams
	Asked      int        `json:"requests"`
	Answered   int        `json:"requests_answered"`
	Confidence Confidence `json:"confidence,omitzero"`
}

// Confidence sums up votes; it is zero where nobody voted.
type Confidence struct {
	Votes int     `json:"votes"`
	Mean  float64 `json:"mean"` // to two digits
	Low   int     `json:"low"`
	High  int     `json:"high"`
}

// Confident sums up votes of confidence.
func Confident(votes []int) Confidence {
	mean, ok := Mean(votes)
	if !ok {
		return Confidence{}
	}
	return Confidence{len(votes), math.Round(mean*100) / 100, slices.Min(votes), slices.Max(votes)}
}

// mostConfident is the highest vote of a fist of five.
const mostConfident = 5

// IsPossible reports whether no part is larger than its whole.
func (f Figures) IsPossible() bool {
	for _, p := range [][2]int{{f.WhyNow, f.Objectives}, {f.Agreed, f.Objectives}, {f.Shared, f.Objectives}, {f.Answered, f.Asked}} {
		if p[0] < 0 || p[0] > p[1] {
			return false
		}
	}
	c := f.Confidence
	return c.Votes >= 0 && float64(c.Low) <= c.Mean && c.Mean <= float64(c.High) && c.High <= mostConfident
}

// PastCycle is what an older cycle leaves: how far its workshop was aligned, and what became of its objectives. The results of the last
// cycle stand apart, since the room still records them.
type PastCycle struct {
	Cycle   Text      `json:"cycle"`
	Results []Result  `json:"results,omitempty"`
	Total   Figures   `json:"total,omitzero"`
	Teams   []Figures `json:"teams,omitempty"` // in the order of their stalls
}

// HasFigures reports whether it is known how far that cycle was aligned.
func (c PastCycle) HasFigures() bool {
	return c.Total.Objectives > 0 || slices.ContainsFunc(c.Teams, func(f Figures) bool { return f.Objectives > 0 })
}

// ByTeam are the figures of the teams by their folded names.
func (c PastCycle) ByTeam() map[string]Figures {
	out := make(map[string]Figures, len(c.Teams))
	for _, f := range c.Teams {
		out[Fold(f.Team)] = f
	}
	return out
}

// Key is what cycles are looked up by.
func (c PastCycle) Key() string { return Fold(c.Cycle) }

// IsSame reports whether two are the same cycle.
func (c PastCycle) IsSame(o PastCycle) bool { return c.Key() == o.Key() }

// IsEqual reports whether two say the same.
func (c PastCycle) IsEqual(o PastCycle) bool {
	return c.Cycle == o.Cycle && c.Total == o.Total && slices.Equal(c.Results, o.Results) && slices.Equal(c.Teams, o.Teams)
}
