package kit

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"souk/ui/theme"
)

// The signs around marked words where there is no colour.
const (
	markOpen  = "⟦"
	markClose = "⟧"
)

// Marked wraps a text and marks the byte ranges spans in it, the evidence for a finding. Spans may overlap, lie outside the text
// or within a character: what cannot be marked is left as it is. Without colour ⟦ ⟧ stand around the marked words.
func Marked(st *theme.Styles, text string, spans [][2]int, width int) []string {
	return MarkedIn(st, st.Text, st.Mark, text, spans, width)
}

// MarkedIn is Marked with styles of one's own for the text and the marks.
func MarkedIn(st *theme.Styles, base, mark lipgloss.Style, text string, spans [][2]int, width int) []string {
	text = spaced(text)
	spans = tidy(text, spans)
	if st.Plain {
		text, spans = bracketed(text, spans)
	}
	var out []string
	for _, line := range Breaks(text, width) {
		drawn := paintSpans(text, line, spans, base, mark)
		if Width(drawn) > width {
			drawn = Cut(drawn, width)
		}
		out = append(out, drawn)
	}
	return out
}

// paintSpans draws one line of the text.
func paintSpans(text string, line [2]int, spans [][2]int, base, mark lipgloss.Style) string {
	var b strings.Builder
	put := func(style lipgloss.Style, from, to int) {
		if from < to {
			b.WriteString(style.Render(text[from:to]))
		}
	}
	at := line[0]
	for _, s := range spans {
		from, to := max(s[0], at), min(s[1], line[1])
		if from >= to {
			continue
		}
		put(base, at, from)
		put(mark, from, to)
		at = to
	}
	put(base, at, line[1])
	return b.String()
}

// tidy is spans as whole characters of the text, in order and apart from each other.
func tidy(text string, spans [][2]int) [][2]int {
	if len(spans) == 0 {
		return nil
	}
	var out [][2]int
	for i := 0; i < len(text); {
		cluster, _ := ansi.FirstGraphemeCluster(text[i:], ansi.GraphemeWidth)
		end := i + max(len(cluster), 1)
		if touched(spans, i, end) {
			if n := len(out); n > 0 && out[n-1][1] == i {
				out[n-1][1] = end
			} else {
				out = append(out, [2]int{i, end})
			}
		}
		i = end
	}
	return out
}

// touched reports whether a span has a byte between from and to.
func touched(spans [][2]int, from, to int) bool {
	for _, s := range spans {
		if s[0] < to && s[1] > from && s[0] < s[1] {
			return true
		}
	}
	return false
}

// bracketed puts the signs into the text and moves the spans along.
func bracketed(text string, spans [][2]int) (string, [][2]int) {
	var b strings.Builder
	out := make([][2]int, 0, len(spans))
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s[0]])
		from := b.Len()
		b.WriteString(markOpen + text[s[0]:s[1]] + markClose)
		out = append(out, [2]int{from, b.Len()})
		at = s[1]
	}
	b.WriteString(text[at:])
	return b.String(), out
}
