package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// breaker finds line breaks in one pass; lines are byte ranges of the text, so that marks can be carried over.
type breaker struct {
	text  string
	limit int
	lines [][2]int

	start, width int // the line at hand
	end, next    int // the best place to break it: where the line would end, where the next would start
	nextWidth    int // cells between start and next
}

// Breaks returns the byte ranges of the lines into which text falls at that width; spaces at a break belong to no line.
func Breaks(text string, width int) [][2]int {
	b := &breaker{text: spaced(text), limit: max(width, 1), end: -1}
	inSpace := false
	for i := 0; i < len(b.text); {
		cluster, w := ansi.FirstGraphemeCluster(b.text[i:], ansi.GraphemeWidth)
		n := max(len(cluster), 1)
		switch c := b.text[i]; {
		case c == '\n':
			b.close(i, i+n)
			inSpace = false
		case c == ' ' && n == 1 && !strings.HasPrefix(b.text[i+1:], "%"): // one that carries a mark is a character; 97 % stays together
			b.space(i, inSpace)
			inSpace = true
		default:
			if w == 2 && b.width > 0 && !inSpace { // between ideographs
				b.end, b.next, b.nextWidth = i, i, b.width
			}
			inSpace = false
			b.word(i, w)
		}
		i += n
	}
	b.close(len(b.text), len(b.text))
	return b.lines
}

// space notes a place to break. Spaces may stick out of the line, since a break there swallows them.
func (b *breaker) space(i int, more bool) {
	b.width++
	if !more {
		b.end = i
	}
	b.next, b.nextWidth = i+1, b.width
}

// word adds a character of w cells, breaking before it where the line is full.
func (b *breaker) word(i, w int) {
	for b.width+w > b.limit && b.width > 0 {
		if b.end >= b.start && b.next > b.start && b.end >= 0 {
			rest := b.width - b.nextWidth
			b.lines = append(b.lines, [2]int{b.start, b.end})
			b.start, b.width = b.next, rest
		} else {
			b.lines = append(b.lines, [2]int{b.start, i})
			b.start, b.width = i, 0
		}
		b.end, b.next, b.nextWidth = -1, 0, 0
	}
	b.width += w
}

// close ends a line at a newline or at the end of the text.
func (b *breaker) close(end, next int) {
	if b.width > b.limit && b.end >= b.start { // only spaces stick out
		end = b.end
	}
	b.lines = append(b.lines, [2]int{b.start, end})
	b.start, b.width = next, 0
	b.end, b.next, b.nextWidth = -1, 0, 0
}
