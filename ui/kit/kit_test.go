package kit_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"souk/model"
	"souk/ui/kit"
	"souk/ui/theme"
)

func noColour() *theme.Styles { return theme.New(theme.NoColour) }

// texts draws what people and files may bring: words, CJK, emoji, marks, newlines, anything that model.Clean lets through.
func texts() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"cut", "sign-up", "drop-off", "62 %", "漢字", "かな", "한국어", "👩‍👩‍👧", "🇩🇪", "❤️", "é", "ก็", "x", " ", "  ", "\n", "\t", "１", "…", "⟦",
			"Donaudampfschifffahrtsgesellschaft",
		}),
		rapid.StringN(0, 6, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return model.Clean(strings.Join(rapid.SliceOfN(piece, 0, 20).Draw(t, "pieces"), "")).String()
	})
}

func anyTheme(t *rapid.T) *theme.Styles {
	return theme.New(rapid.SampledFrom(theme.Names()).Draw(t, "theme"))
}

// within fails where a line is wider than width or is more than one line.
func within(t *rapid.T, what string, lines []string, width int) {
	t.Helper()
	for _, l := range lines {
		if w := ansi.StringWidth(l); w > width || strings.Contains(l, "\n") {
			t.Fatalf("%s: %q is %d cells wide, want at most %d", what, l, w, width)
		}
	}
}

// exactly fails where the lines are not height lines of width cells.
func exactly(t *rapid.T, what string, lines []string, width, height int) {
	t.Helper()
	within(t, what, lines, width)
	if len(lines) != height {
		t.Fatalf("%s: %d lines, want %d", what, len(lines), height)
	}
	for _, l := range lines {
		if w := ansi.StringWidth(l); w != width {
			t.Fatalf("%s: %q is %d cells wide, want %d", what, l, w, width)
		}
	}
}

func TestNothingIsWiderThanItsWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st, text, other := anyTheme(t), texts().Draw(t, "text"), texts().Draw(t, "other")
		width, height := rapid.IntRange(0, 90).Draw(t, "width"), rapid.IntRange(0, 12).Draw(t, "height")
		styled := st.Good.Render(strings.ReplaceAll(text, "\n", " ")) + other

		within(t, "Cut", []string{kit.Cut(text, width), kit.Cut(styled, width)}, width)
		exactly(t, "Pad", []string{
			kit.Pad(text, width), kit.PadLeft(text, width), kit.Center(text, width),
			kit.Between(text, other, width), kit.Pad(styled, width), kit.Selected(st, styled, width),
		}, width, 6)
		within(t, "Wrap", kit.Wrap(text, width), width)
		exactly(t, "Fit", kit.Fit([]string{text, other}, width, height), width, height)
		within(t, "Labelled", kit.Labelled(st, other, text, 12, width), width)
		within(t, "TitledRule", []string{kit.TitledRule(st, text, width)}, width)
		exactly(t, "Empty", kit.Empty(st, text, other, width, height), width, height)
		within(t, "Big", kit.Big(st.Title, text, width), width)
		within(t, "Change", kit.Change(st, text, other, width), width)
		left, right := kit.Split(max(width, 8), 0.4)
		columns := kit.Columns(st, height, kit.Column{Lines: []string{text}, Width: left}, kit.Column{Lines: []string{other}, Width: right})
		exactly(t, "Columns", columns, max(width, 8), height)
	})
}

func TestMarkedIsSafeForAnySpans(t *testing.T) {
	spans := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) [2]int {
		return [2]int{rapid.IntRange(-9, 99).Draw(t, "from"), rapid.IntRange(-9, 99).Draw(t, "to")}
	}), 0, 5)
	rapid.Check(t, func(t *rapid.T) {
		st, text, width := anyTheme(t), texts().Draw(t, "text"), rapid.IntRange(0, 60).Draw(t, "width")
		lines := kit.Marked(st, text, spans.Draw(t, "spans"), width)
		within(t, "Marked", lines, width)
		if got, want := letters(kit.Join(lines)), letters(text); width > 1 && got != want {
			t.Fatalf("Marked lost something: %q, want %q", got, want)
		}
	})
}

// letters is a text without styles, white space and the signs that the kit adds.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '⟦' || r == '⟧' {
			return -1
		}
		return r
	}, ansi.Strip(s))
}

func TestWrapKeepsEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, width := texts().Draw(t, "text"), rapid.IntRange(2, 60).Draw(t, "width")
		if got, want := letters(kit.Join(kit.Wrap(text, width))), letters(text); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

func TestWrapBreaksBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 5, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one two three", 8, []string{"one two", "three"}},
		{"one  two", 4, []string{"one", "two"}},
		{"abcdefgh ij", 4, []string{"abcd", "efgh", "ij"}},
		{"a abcdefgh", 4, []string{"a", "abcd", "efgh"}},
		{"one\n\ntwo", 9, []string{"one", "", "two"}},
		{"up to 97 % now", 8, []string{"up to", "97 % now"}},
		{"漢字漢字", 5, []string{"漢字", "漢字"}},
	} {
		if got := kit.Wrap(c.text, c.width); fmt.Sprint(got) != fmt.Sprint(c.want) || len(got) != len(c.want) {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestMarkedShowsTheSignsWithoutColour(t *testing.T) {
	got := kit.Join(kit.Marked(noColour(), "Half as many while signing up", [][2]int{{19, 29}, {0, 4}}, 80))
	if want := "⟦Half⟧ as many while ⟦signing up⟧"; ansi.Strip(got) != want {
		t.Errorf("got %q, want %q", ansi.Strip(got), want)
	}
	coloured := kit.Join(kit.Marked(theme.New(theme.Dark), "Half as many", [][2]int{{0, 4}}, 80))
	if ansi.Strip(coloured) != "Half as many" || !strings.Contains(coloured, theme.New(theme.Dark).Mark.Render("Half")) {
		t.Errorf("the mark is not drawn: %q", coloured)
	}
}

func TestChangeMarksTheChangedWords(t *testing.T) {
	got := ansi.Strip(kit.Join(kit.Change(noColour(), "Cut disputes from 14 to 6", "Cut card disputes from 14 to 8", 60)))
	want := "before  Cut disputes from 14 to ⟦6⟧\nafter   Cut ⟦card⟧ disputes from 14 to ⟦8⟧"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := ansi.Strip(kit.Join(kit.Change(noColour(), "", "new", 60))); !strings.Contains(got, "before  – nothing –") {
		t.Errorf("an empty side is not said: %q", got)
	}
}

func TestEverySignTakesOneCell(t *testing.T) {
	for _, s := range []string{
		kit.SignOpen, kit.SignQueued, kit.SignDecided, kit.SignDismissed, kit.SignParked, kit.SignRisk, kit.SignUnsaid, kit.SignCursor,
		"│", "─", "⟦", "⟧", "▁", "█", "↑", "↓", "…",
	} {
		if ansi.StringWidth(s) != 1 || ansi.StringWidthWc(s) != 1 {
			t.Errorf("%s takes %d or %d cells", s, ansi.StringWidth(s), ansi.StringWidthWc(s))
		}
	}
}

func TestVotesSayWhoShouldBeHeard(t *testing.T) {
	for _, c := range []struct {
		votes []int
		want  string
	}{
		{nil, "–"},
		{[]int{5, 4, 4, 3, 5}, "▁▂█ 4.2 (5)"},
		{[]int{1, 2, 3, 0}, "█▃▁ 1.5 (4) ! 3 worried"},
	} {
		if got := ansi.Strip(kit.Votes(noColour(), c.votes)); got != c.want {
			t.Errorf("Votes(%v) = %q, want %q", c.votes, got, c.want)
		}
	}
}

func TestSignsOfStatusAndStance(t *testing.T) {
	st := noColour()
	seen := map[string]bool{}
	for _, s := range []model.FindingStatus{model.Open, model.Queued, model.Confirmed, model.Dismissed, model.Parked} {
		sign := ansi.Strip(kit.Status(st, s))
		if seen[sign] || kit.StatusWord(s) == "" {
			t.Errorf("status %q has no sign or word of its own", s)
		}
		seen[sign] = true
	}
	for s, want := range map[model.Stance]string{
		model.Unsaid: "·", model.Agreed: "✓", model.NotYet: "not yet", model.ParkedStance: "⏸",
	} {
		if got := ansi.Strip(kit.Stance(st, s)); got != want {
			t.Errorf("stance %q is %q, want %q", s, got, want)
		}
	}
}

func TestPaintLeavesNoCellUnpainted(t *testing.T) {
	st := theme.New(theme.Light)
	bare := "a" + st.Good.Render("b") + "c\nd"
	painted := kit.Paint(st, bare)
	if ansi.Strip(painted) != ansi.Strip(bare) {
		t.Errorf("the text changed: %q", painted)
	}
	ground := "48;2;253;252;249"
	if got := strings.Count(painted, ground); got != 3 { // the start, after b, the second line
		t.Errorf("the ground is set %d times, want 3: %q", got, painted)
	}
	if kit.Paint(noColour(), bare) != bare {
		t.Error("no-colour is painted")
	}
}
