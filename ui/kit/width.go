package kit

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of cells that s takes.
//
// Nearly all that is drawn are letters of one cell, our own signs, and the sequences that set colours; those are counted here, since measuring is
// most of the work of a frame. Anything else is measured by x/ansi, which knows clusters and wide characters.
func Width(s string) int {
	n := 0
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= ' ' && c <= '~':
			n++
			i++
		case c == '\x1b':
			end := colourEnd(s, i)
			if end < 0 {
				return ansi.StringWidth(s)
			}
			i = end
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if !oneCell(r) {
				return ansi.StringWidth(s)
			}
			n++
			i += size
		}
	}
	return n
}

// colourEnd is where the sequence ESC [ digits ; … m that begins at i ends, or -1 where it is another one.
func colourEnd(s string, i int) int {
	if i+1 >= len(s) || s[i+1] != '[' {
		return -1
	}
	for j := i + 2; j < len(s); j++ {
		switch c := s[j]; {
		case c == 'm':
			return j + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return -1
		}
	}
	return -1
}

// oneCell reports whether r takes one cell whatever stands before it: Latin letters, general punctuation that is drawn, arrows, and the
// lines, blocks and shapes of our signs. What follows may still join it, but then that is not one of these and all is measured again.
func oneCell(r rune) bool {
	switch {
	case r >= 0xa1 && r <= 0x2ff:
		return r != 0xad && r != 0xa9 && r != 0xae
	case r >= 0x2010 && r <= 0x2027, r >= 0x2500 && r <= 0x259f:
		return true
	case r == '←' || r == '↑' || r == '→' || r == '↓' || r == '↻':
		return true
	case r == '●' || r == '◐' || r == '▸' || r == '✓' || r == '✗' || r == '⟦' || r == '⟧' || r == '⇧' || r == '€':
		return true
	}
	return false
}
