package kit_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"souk/ui/kit"
	"souk/ui/theme"
)

// walk is a stage path with the room in stage now.
func walk(now int) []kit.Step {
	names := []string{
		"Check-in", "Strategy", "Stalls", "Dependencies", "Duplicates", "Synergies", "Regroup", "Agreement", "Close", "Publish",
	}
	steps := make([]kit.Step, len(names))
	for i, n := range names {
		steps[i] = kit.Step{Name: n, Done: i < now, Now: i == now}
	}
	return steps
}

func TestHeaderAlwaysShowsWhereTheRoomIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st, now := anyTheme(t), rapid.IntRange(0, 9).Draw(t, "now")
		width := rapid.IntRange(0, 220).Draw(t, "width")
		top := kit.Top{Name: texts().Draw(t, "name"), Path: walk(now), Clock: "⏱ 03:12"}
		line := kit.Header(st, top, width)
		exactly(t, "Header", []string{line}, width, 1)
		if width >= 80 {
			for _, want := range []string{"▸" + strings.ToUpper(top.Path[now].Name), "03:12"} {
				if !strings.Contains(ansi.Strip(line), want) {
					t.Fatalf("%q lacks %q", ansi.Strip(line), want)
				}
			}
		}
	})
}

func TestHeaderShowsThePositionWhereThePathIsCut(t *testing.T) {
	top := kit.Top{Name: "Northwind Bank · 2027-Q1", Path: walk(2), Clock: "⏱ 03:12"}
	top.Path[2].Note = "4/12"
	narrow := ansi.Strip(kit.Header(noColour(), top, 80))
	if !strings.Contains(narrow, "3/10 ") || !strings.Contains(narrow, "▸STALLS 4/12") {
		t.Errorf("80 columns: %q", narrow)
	}
	wide := ansi.Strip(kit.Header(noColour(), top, 180))
	if !strings.Contains(wide, "Check-in ✓  Strategy ✓  ▸STALLS 4/12  Dependencies") || !strings.Contains(wide, "Publish") {
		t.Errorf("180 columns: %q", wide)
	}
}

func TestFooterKeepsTheLastHint(t *testing.T) {
	hints := []kit.Hint{{Keys: "w", Help: "why now"}, {Keys: "n", Help: "need", Off: true}, {Keys: "o", Help: "offer"}, {Keys: "?", Help: "help"}}
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(0, 100).Draw(t, "width")
		line := kit.Footer(anyTheme(t), hints, 1, width)
		exactly(t, "Footer", []string{line}, width, 1)
		if width >= 8 && !strings.Contains(ansi.Strip(line), "? help") {
			t.Fatalf("%q lacks the help", ansi.Strip(line))
		}
	})
	if got := ansi.Strip(kit.Footer(noColour(), hints, 1, 60)); !strings.HasPrefix(got, " w why now   (n need)   o offer   ? help") {
		t.Errorf("got %q", got)
	}
}

func TestKeyName(t *testing.T) {
	for key, want := range map[string]string{
		"up": "↑", "shift+up": "⇧↑", "ctrl+p": "^p", "space": "space", "pgup": "pgup", "pgdown": "pgdn", "w": "w", "enter": "enter", "left": "←",
	} {
		if got := kit.KeyName(key); got != want {
			t.Errorf("KeyName(%q) = %q, want %q", key, got, want)
		}
	}
	if got := kit.KeyNames([]string{"up", "down"}) + " " + kit.KeyNames([]string{"y", "enter"}); got != "↑↓ y enter" {
		t.Errorf("KeyNames: %q", got)
	}
}

func teams(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("Team %d", i+1)
	}
	return out
}

func TestMatrixKeepsTheCursorVisible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, width, height := rapid.IntRange(1, 56).Draw(t, "n"), rapid.IntRange(20, 160).Draw(t, "width"), rapid.IntRange(8, 40).Draw(t, "height")
		m := kit.Matrix{
			Corner: "asks ▸", Rows: teams(n), Cols: teams(n), Sum: "load of provider",
			Row: rapid.IntRange(0, n-1).Draw(t, "row"), Col: rapid.IntRange(0, n-1).Draw(t, "col"),
			Foot: func(int) string { return "9 !" },
		}
		m.Cell = func(r, c int) string {
			if r == m.Row && c == m.Col {
				return "●7"
			}
			return ""
		}
		lines := m.View(anyTheme(t), width, height)
		exactly(t, "Matrix", lines, width, height)
		if !strings.Contains(ansi.Strip(kit.Join(lines)), "●7") {
			t.Fatalf("the cursor's cell is not visible:\n%s", ansi.Strip(kit.Join(lines)))
		}
	})
}

func TestMatrixFitsAsARule(t *testing.T) {
	m := kit.Matrix{
		Corner: "asks ▸", Rows: []string{"Payments", "Growth"}, Cols: []string{"Plat", "Data"}, Row: 1, Col: 0,
		Cell: func(r, c int) string { return [][]string{{"●2", "✓"}, {"✓", "●"}}[r][c] },
		Sum:  "load", Foot: func(c int) string { return []string{"9 !", "4"}[c] },
	}
	want := []string{
		"  asks ▸    Plat Data",
		"  Payments  ●2   ✓",
		"▸ Growth    ✓    ●",
		"────────────────────",
		"  load      9 !  4",
	}
	for i, l := range m.View(noColour(), 60, 5) {
		if got := strings.TrimRight(ansi.Strip(l), " "); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want[i]), " ") {
			t.Errorf("line %d is %q, want %q", i, got, want[i])
		}
	}
}

func TestBigStaysReadable(t *testing.T) {
	text := strings.Repeat("word ", 40)
	for i, l := range kit.Big(theme.New(theme.Dark).Title, text, 200) {
		if i%2 == 1 && l != "" {
			t.Errorf("line %d is not blank", i)
		}
		if w := kit.Width(strings.TrimLeft(ansi.Strip(l), " ")); w > kit.MeasureLimit {
			t.Errorf("line %d is %d cells", i, w)
		}
	}
}

func BenchmarkMatrix56(b *testing.B) {
	st := theme.New(theme.Dark)
	m := kit.Matrix{Rows: teams(56), Cols: teams(56), Cell: func(int, int) string { return st.Good.Render("✓") }}
	for i := range b.N {
		m.Row, m.Col = i%56, i%56
		m.View(st, 120, 36)
	}
}

func TestStackLeavesOutWhatIsEmpty(t *testing.T) {
	got := kit.Stack(1, []string{"a"}, nil, []string{"b", "c"}, []string{})
	if strings.Join(got, ",") != "a,,b,c" {
		t.Errorf("got %q", got)
	}
}

func TestTheHeaderTellsBeenFromDoneAndWhoseClockItIs(t *testing.T) {
	path := []kit.Step{{Name: "Stalls", Been: true, Done: true}, {Name: "Regroup", Been: true}, {Name: "Close", Now: true}}
	line := ansi.Strip(kit.Header(noColour(), kit.Top{Name: "Bank", Path: path, Clock: "03:12", Late: true}, 60))
	for _, want := range []string{"Stalls ✓", "Regroup ·", " ! 03:12"} {
		if !strings.Contains(line, want) {
			t.Errorf("%q is not in %q", want, line)
		}
	}
	for width := 30; width < 60; width++ {
		line := ansi.Strip(kit.Header(noColour(), kit.Top{Name: "Bank", Path: path, Clock: "(over 03:12)", Late: true, Aside: true}, width))
		if !strings.HasSuffix(line, " (over 03:12) ") || kit.Width(line) != width {
			t.Errorf("at %d columns: %q", width, line)
		}
	}
}
