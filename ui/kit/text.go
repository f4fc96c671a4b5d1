// Package kit is what screens and dialogs are made of: strings in, strings out. Nothing here knows the workshop's state; what
// a widget remembers (a cursor, a scroll offset) is a small struct that its screen keeps.
//
// Widths are exact and in cells: a function that is given a width never returns a wider line, whatever the text. Text is
// measured and cut with x/ansi only. A text that is handed to Wrap, Marked or Change is plain; everywhere else it may be
// styled already. A line that is put together of parts is measured again as a whole, since a mark at the beginning of a part joins
// the character before it.
package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const ellipsis = "…"

// Cut shortens s to one line of at most width cells, with … where something is missing.
func Cut(s string, width int) string {
	if width <= 0 {
		return ""
	}
	if s = flat(s); Width(s) <= width {
		return s
	}
	return ansi.Truncate(s, width, ellipsis)
}

// Pad makes s exactly width cells wide.
func Pad(s string, width int) string {
	s = Cut(s, width)
	return s + blank(width-Width(s))
}

// PadLeft makes s exactly width cells wide, with the text at the right end.
func PadLeft(s string, width int) string {
	s = Cut(s, width)
	return Pad(blank(width-Width(s))+s, width)
}

// Center makes s exactly width cells wide, with the text in the middle.
func Center(s string, width int) string {
	s = Cut(s, width)
	return Pad(blank((width-Width(s))/2)+s, width)
}

// Between puts left and right at the two ends of one line of exactly width cells; where there is no room for both, left is cut.
func Between(left, right string, width int) string {
	if right == "" {
		return Pad(left, width)
	}
	right = Cut(right, width)
	room := width - Width(right)
	if room < 2 {
		return Pad(right, width)
	}
	return Pad(Pad(left, room-1)+" "+right, width)
}

// Wrap breaks a plain text into lines of at most width cells: between words where possible, within a word that is too long
// for a line. It keeps the text's own newlines and returns at least one line.
func Wrap(text string, width int) []string {
	spans := Breaks(text, width)
	lines := make([]string, 0, len(spans))
	text = spaced(text)
	for _, s := range spans {
		lines = append(lines, fitted(text[s[0]:s[1]], width))
	}
	return lines
}

// Indent puts n spaces before every line.
func Indent(lines []string, n int) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = blank(n) + l
	}
	return out
}

// Fit makes exactly height lines of exactly width cells: what is too long is cut, what is missing is blank.
func Fit(lines []string, width, height int) []string {
	out := make([]string, 0, max(height, 0))
	for i := range height {
		if i < len(lines) {
			out = append(out, Pad(lines[i], width))
		} else {
			out = append(out, blank(width))
		}
	}
	return out
}

// Join makes one string of lines.
func Join(lines []string) string { return strings.Join(lines, "\n") }

// Lines takes a string apart again.
func Lines(s string) []string { return strings.Split(s, "\n") }

func blank(n int) string { return strings.Repeat(" ", max(n, 0)) }

// flat is s on one line.
func flat(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, s)
}

// spaced is s with a space for every tab, so that byte offsets stay what they are.
func spaced(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "\t", " "), "\r", " ") }

// fitted cuts a line only where a single character is wider than the line.
func fitted(line string, width int) string {
	if Width(line) <= width {
		return line
	}
	return Cut(line, width)
}
