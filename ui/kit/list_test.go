package kit_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"souk/ui/kit"
)

func TestRowsKeepTheCursorVisible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := anyTheme(t)
		n, width := rapid.IntRange(0, 200).Draw(t, "n"), rapid.IntRange(3, 60).Draw(t, "width")
		height := rapid.IntRange(1, 15).Draw(t, "height")
		tall := rapid.IntRange(1, 3).Draw(t, "tall")
		asked := 0
		row := func(i int, selected bool, w int) []string {
			asked++
			lines := make([]string, 1+i%tall)
			lines[0] = fmt.Sprintf("row%d", i)
			return lines
		}
		var l kit.List
		for range rapid.IntRange(1, 6).Draw(t, "moves") {
			l.Key(rapid.SampledFrom([]string{"up", "down", "pgup", "pgdown", "home", "end", "j", "k"}).Draw(t, "key"), n, height)
			l.Move(rapid.IntRange(-50, 50).Draw(t, "delta"), n)
			asked = 0
			lines := l.Rows(st, n, width, height, row)
			exactly(t, "Rows", lines, width, height)
			if n > 0 && !strings.Contains(ansi.Strip(kit.Join(lines)), kit.Cut(fmt.Sprintf("▸ row%d", l.Cursor), width)) {
				t.Fatalf("the cursor's row %d is not visible in\n%s", l.Cursor, ansi.Strip(kit.Join(lines)))
			}
			if asked > 4*height+4 {
				t.Fatalf("%d rows were drawn for a height of %d", asked, height)
			}
		}
	})
}

func TestRowsSayWhatIsLeftOut(t *testing.T) {
	l := kit.List{Cursor: 11}
	row := func(i int, _ bool, _ int) []string { return []string{fmt.Sprint(i + 1)} }
	lines := l.Rows(noColour(), 172, 30, 10, row)
	if got := strings.TrimSpace(ansi.Strip(lines[9])); got != "4–12 of 172" {
		t.Errorf("the mark is %q", got)
	}
	if l.Move(-1, 172); l.Top != 3 {
		t.Errorf("moving within the window scrolls to %d", l.Top)
	}
	lines = l.Rows(noColour(), 3, 30, 10, row)
	if strings.Contains(kit.Join(lines), "of 3") {
		t.Error("a list that fits has a mark")
	}
}

func TestListIgnoresOtherKeys(t *testing.T) {
	var l kit.List
	if l.Key("x", 5, 3) {
		t.Error("x moves")
	}
	l.End(0)
	if l.Cursor != 0 {
		t.Errorf("the cursor of an empty list is %d", l.Cursor)
	}
}

func TestScrollShowsEveryLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := anyTheme(t)
		n, height := rapid.IntRange(0, 60).Draw(t, "n"), rapid.IntRange(2, 12).Draw(t, "height")
		lines := make([]string, n)
		for i := range lines {
			lines[i] = fmt.Sprintf("<%d>", i)
		}
		var s kit.Scroll
		seen := ""
		for range n + 1 {
			out := s.Window(st, lines, 20, height)
			exactly(t, "Window", out, 20, height)
			seen += ansi.Strip(kit.Join(out))
			s.Key("down", n, height)
		}
		for _, l := range lines {
			if !strings.Contains(seen, l) {
				t.Fatalf("%s is never shown", l)
			}
		}
	})
}

func TestScrollSaysThereIsMore(t *testing.T) {
	var s kit.Scroll
	lines := strings.Split(strings.Repeat("x\n", 29)+"x", "\n")
	last := func() string { return strings.TrimSpace(ansi.Strip(s.Window(noColour(), lines, 20, 11)[10])) }
	if got := last(); got != "↓ 20 more" {
		t.Errorf("at the top: %q", got)
	}
	s.Key("end", len(lines), 11)
	if got := last(); got != "↑ 20 more" {
		t.Errorf("at the end: %q", got)
	}
}

func BenchmarkRows10000(b *testing.B) {
	st := noColour()
	l := kit.List{}
	row := func(i int, _ bool, w int) []string {
		return []string{kit.Between("an objective of some length", "0.83", w)}
	}
	for i := range b.N {
		l.To(i*37%10_000, 10_000)
		l.Rows(st, 10_000, 60, 36, row)
	}
}
