package kit

import (
	"fmt"

	"souk/ui/theme"
)

// Scroll is how far a long text is scrolled. The zero value shows the beginning.
type Scroll struct{ Top int }

// Key answers the keys that scroll n lines in a window of height lines, and tells whether it was one.
func (s *Scroll) Key(key string, n, height int) bool {
	switch key {
	case "up", "k":
		s.Top--
	case "down", "j":
		s.Top++
	case "pgup":
		s.Top -= max(height-2, 1)
	case "pgdown":
		s.Top += max(height-2, 1)
	case "home", "g":
		s.Top = 0
	case "end", "G":
		s.Top = n
	default:
		return false
	}
	s.clamp(n, height)
	return true
}

// Window is the visible part of lines that are wrapped already: exactly height lines of exactly width cells, the last of
// them saying how many are above and below where not all fit.
func (s *Scroll) Window(st *theme.Styles, lines []string, width, height int) []string {
	if len(lines) <= height || height < 2 {
		s.Top = 0
		return Fit(lines, width, height)
	}
	s.clamp(len(lines), height)
	end := min(s.Top+height-1, len(lines))
	out := Fit(lines[s.Top:end], width, height-1)
	mark := fmt.Sprintf("↓ %d more", len(lines)-end)
	switch {
	case end == len(lines):
		mark = fmt.Sprintf("↑ %d more", s.Top)
	case s.Top > 0:
		mark = fmt.Sprintf("↑ %d  ↓ %d more", s.Top, len(lines)-end)
	}
	return append(out, Pad(st.Muted.Render(mark), width))
}

// clamp keeps the window, whose last line is the mark, within n lines.
func (s *Scroll) clamp(n, height int) {
	last := 0
	if n > height {
		last = n - max(height-1, 1)
	}
	s.Top = max(min(s.Top, last), 0)
}
