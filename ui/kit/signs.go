package kit

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/theme"
)

// The signs that carry a meaning without colour; each takes one cell.
const (
	SignOpen      = "●"
	SignQueued    = "◐"
	SignDecided   = "✓"
	SignDismissed = "✗"
	SignParked    = "⏸"
	SignRisk      = "!"
	SignUnsaid    = "·"
	SignExceeded  = "↑"
	SignCarried   = "→"
	SignCursor    = "▸"
)

// Status is the sign of what the room did with a finding.
func Status(st *theme.Styles, s model.FindingStatus) string {
	switch s {
	case model.Queued:
		return st.Queued.Render(SignQueued)
	case model.Confirmed:
		return st.Decided.Render(SignDecided)
	case model.Dismissed:
		return st.Dismissed.Render(SignDismissed)
	case model.Parked:
		return st.Parked.Render(SignParked)
	case model.Open:
	}
	return st.Open.Render(SignOpen)
}

// StatusWord is the word that belongs to the sign of Status.
func StatusWord(s model.FindingStatus) string {
	if s == model.Open {
		return "open"
	}
	return string(s)
}

// Stance is the sign of what one side says to an objective; "not yet" is said in words.
func Stance(st *theme.Styles, s model.Stance) string {
	switch s {
	case model.Agreed:
		return st.Good.Render(SignDecided)
	case model.NotYet:
		return st.Risk.Render("not yet")
	case model.ParkedStance:
		return st.Parked.Render(SignParked)
	case model.Unsaid:
	}
	return st.Muted.Render(SignUnsaid)
}

// Risk is a sentence with the sign of a risk before it.
func Risk(st *theme.Styles, text string) string { return st.Risk.Render(SignRisk + " " + text) }

// bars are the heights of a spark.
const bars = "▁▂▃▄▅▆▇█"

// Votes is a fist of five on one line: how many are worried (0 to 2), fine (3) and convinced (4 and 5) as a spark, the mean, the
// number of votes, and a warning where somebody should be heard first: "▂▅█ 4.1 (7)", "█▂▁ 2.2 (5) ! 3 worried".
func Votes(st *theme.Styles, votes []int) string {
	mean, ok := model.Mean(votes)
	if !ok {
		return st.Muted.Render("–")
	}
	fine := 0
	for _, v := range votes {
		if v == 3 {
			fine++
		}
	}
	worried := model.Worried(votes)
	line := st.Accent.Render(Spark([]int{worried, fine, len(votes) - worried - fine})) +
		st.Text.Render(fmt.Sprintf(" %.1f (%d)", mean, len(votes)))
	if worried > 0 {
		line += " " + Risk(st, fmt.Sprintf("%d worried", worried))
	}
	return line
}

// Spark draws counts as bars, the greatest of them in full height and nothing as the lowest bar.
func Spark(counts []int) string {
	most := 0
	for _, c := range counts {
		most = max(most, c)
	}
	levels := []rune(bars)
	var b strings.Builder
	for _, c := range counts {
		level := 0
		if c > 0 {
			level = max((len(levels)-1)*c/most, 1)
		}
		b.WriteRune(levels[level])
	}
	return b.String()
}
