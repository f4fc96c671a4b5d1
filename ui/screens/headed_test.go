package screens

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"souk/ui/kit"
)

// Wherever the cursor goes, its row is on the screen, and with it the heading right above where there is room for both.
func TestHeadedKeepsTheCursorVisible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "rows")
		each := rapid.IntRange(1, 7).Draw(t, "rows under a heading")
		width, height := rapid.IntRange(4, 40).Draw(t, "width"), rapid.IntRange(0, 15).Draw(t, "height")
		h := headed{
			n: n, tight: rapid.Bool().Draw(t, "tight"),
			head: func(i int) string {
				if i%each == 0 {
					return fmt.Sprintf("H%d", i)
				}
				return ""
			},
			row: func(i, _ int) string { return fmt.Sprintf("r%d", i) },
		}
		var l kit.List
		for range 5 {
			l.To(rapid.IntRange(-3, 35).Draw(t, "cursor"), n)
			lines := h.lines(plainStyles(), &l, width, height)
			if len(lines) != height {
				t.Fatalf("%d lines, want %d", len(lines), height)
			}
			view := ansi.Strip(kit.Join(lines))
			if row := fmt.Sprintf("▸ r%d", l.Cursor); n > 0 && height > 0 && width >= 7 && !strings.Contains(view+" ", row+" ") {
				t.Fatalf("%q is not in\n%s", row, view)
			}
			if head := fmt.Sprintf("H%d", l.Cursor); n > 0 && height > 3 && l.Cursor%each == 0 && !strings.Contains(view, head) {
				t.Fatalf("%q is not in\n%s", head, view)
			}
		}
	})
}

func TestHeadedSaysWhatIsLeftOut(t *testing.T) {
	h := headed{n: 9, head: func(i int) string { return map[int]string{0: "FIRST", 5: "SECOND"}[i] }, row: func(i, _ int) string { return fmt.Sprint("row ", i+1) }}
	var l kit.List
	view := ansi.Strip(kit.Join(h.lines(plainStyles(), &l, 20, 6)))
	if !strings.Contains(view, "FIRST") || !strings.Contains(view, "1–4 of 9") {
		t.Errorf("at the beginning:\n%s", view)
	}
	l.End(9)
	view = ansi.Strip(kit.Join(h.lines(plainStyles(), &l, 20, 6)))
	if !strings.Contains(view, "SECOND") || !strings.Contains(view, "6–9 of 9") {
		t.Errorf("at the end:\n%s", view)
	}
	h.rest = true
	if view = ansi.Strip(kit.Join(h.lines(plainStyles(), &l, 20, 6))); strings.Contains(view, kit.SignCursor) {
		t.Errorf("another pane has the keys:\n%s", view)
	}
}
