package dialog

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"souk/model"
	"souk/ui/theme"
)

// named are some of the keys that an editor answers.
var named = map[string]tea.KeyPressMsg{
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
	"ctrl+left": {Code: tea.KeyLeft, Mod: tea.ModCtrl}, "ctrl+right": {Code: tea.KeyRight, Mod: tea.ModCtrl},
	"ctrl+w": {Code: 'w', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+k": {Code: 'k', Mod: tea.ModCtrl},
	"alt+d": {Code: 'd', Mod: tea.ModAlt}, "ctrl+j": {Code: 'j', Mod: tea.ModCtrl}, "ctrl+home": {Code: tea.KeyHome, Mod: tea.ModCtrl},
	"ctrl+end": {Code: tea.KeyEnd, Mod: tea.ModCtrl},
}

func press(e *editor, keys string) {
	for _, k := range strings.Fields(keys) {
		e.key(named[k])
	}
}

func TestEditorTypesDeletesAndMoves(t *testing.T) {
	for _, c := range []struct{ text, keys, typed, want string }{
		{"abc", "left left backspace", "X", "Xbc"},
		{"why now then", "ctrl+w", "again", "why now again"},
		{"why now then", "ctrl+left ctrl+left", "just ", "why just now then"},
		{"one two", "home", "> ", "> one two"},
		{"one two", "ctrl+u", "x", "x"},
		{"one two", "ctrl+home ctrl+k", "x", "x"},
		{"one", "ctrl+j", "two", "one\ntwo"},
		{"", "left right up down backspace delete ctrl+w alt+d ctrl+u ctrl+k", "a", "a"},
	} {
		e := newEditor(model.Clean(c.text), true, 4)
		press(e, c.keys)
		e.insert(c.typed)
		if e.text() != c.want {
			t.Errorf("%q, %s, %q: got %q, want %q", c.text, c.keys, c.typed, e.text(), c.want)
		}
	}
}

func TestEditorOfOneLineTakesNoNewline(t *testing.T) {
	e := newEditor(model.Clean("a"), false, 4)
	press(e, "ctrl+j")
	e.insert("x\ny")
	if e.text() != "ax y" {
		t.Errorf("got %q", e.text())
	}
}

func TestEditorCleansWhatIsPasted(t *testing.T) {
	e := newEditor(model.Text{}, true, 4)
	e.insert("a\x1b[31mb\u202ec\r\nd\x00")
	if got, want := e.text(), "a[31mbc\nd"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEditorSaysWhenItIsFull(t *testing.T) {
	e := newEditor(model.Clean(strings.Repeat("a ", model.MaxText/2-1)), false, 3)
	if said := e.insert("bb"); said != "" {
		t.Errorf("the last two characters fit, and it said %q", said)
	}
	if said := e.insert("c"); said != tooLong {
		t.Errorf("it is full and said %q", said)
	}
	if n := e.area.Length(); n != model.MaxText {
		t.Errorf("it holds %d characters", n)
	}
}

// TestEditorHoldsWhateverIsPressed presses anything anywhere: the text stays clean, the cursor stands within the field, and lines have their
// exact width.
func TestEditorHoldsWhateverIsPressed(t *testing.T) {
	names := make([]string, 0, len(named))
	for k := range named {
		names = append(names, k)
	}
	inserts := rapid.OneOf(rapid.StringN(0, 4, -1), rapid.SampledFrom([]string{"漢", "👩‍👩‍👧", "🇩🇪", "\u0301", "two words ", "\n"}))
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(4, 40).Draw(t, "width")
		e := newEditor(model.Clean(rapid.String().Draw(t, "text")), rapid.Bool().Draw(t, "lines"), 4)
		e.active = true
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "type") {
				e.insert(inserts.Draw(t, "insert"))
			} else {
				e.key(named[rapid.SampledFrom(names).Draw(t, "key")])
			}
			check(t, e, width)
		}
	})
}

func check(t *rapid.T, e *editor, width int) {
	t.Helper()
	if model.Clean(e.text()).String() != e.text() || (!e.lines && strings.Contains(e.text(), "\n")) {
		t.Fatalf("the text is not clean: %q", e.text())
	}
	lines := e.view(theme.New(theme.Dark), width)
	if len(lines) < 1 || len(lines) > e.area.MaxHeight {
		t.Fatalf("%d lines are drawn", len(lines))
	}
	for _, l := range lines {
		if ansi.StringWidth(l) != width {
			t.Fatalf("%q is %d cells wide, want %d", l, ansi.StringWidth(l), width)
		}
	}
	if c := e.cursor(width); c.X < 0 || c.X >= width || c.Y < 0 || c.Y >= len(lines) {
		t.Fatalf("the cursor is at %d, %d of %d lines", c.X, c.Y, len(lines))
	}
}
