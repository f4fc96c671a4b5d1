package kit

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// pieces are what lines are made of, and what must not be counted the short way.
var pieces = []string{
	"why now", " ", "ä", "é", "ß", "Ł", "“", "”", "–", "…", "·", "•", "│", "─", "▸", "●", "◐", "✓", "✗", "⏸", "→", "↻", "█", "▂", "⟦", "⟧", "⇧", "€", "£", "©",
	"\x1b[1m", "\x1b[38;2;1;2;3m", "\x1b[m", "\x1b[0;4:3m", "\x1b[2J", "\x1b]0;t\a", "\x1b", "\x1b[", "\u0301", "\ufe0f", "\u200d", "漢", "👩‍👩‍👧", "🇩🇪",
	"1️⃣", "\u00ad", "\t", "\n", "\x00", "\u202e", "\u3000", "ｱ", "\u0e33", "\u1100\u1161",
}

func TestWidthIsWhatTheTerminalLibraryMeasures(t *testing.T) {
	for r := rune(0xa0); r < 0x3000; r++ {
		if s := string(r); oneCell(r) && ansi.StringWidth(s) != 1 {
			t.Errorf("%q takes %d cells", s, ansi.StringWidth(s))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := ""
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces") {
			s += p
		}
		if got, want := Width(s), ansi.StringWidth(s); got != want {
			t.Fatalf("%q takes %d cells, want %d", s, got, want)
		}
	})
}
