package dialog

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"souk/model"
	"souk/ui/kit"
	"souk/ui/theme"
)

// editor is a text field that grows with its text up to a few lines: a textarea that holds nothing but what model.Clean has passed. A
// single line wraps as well, so that the room can read all of it; only newlines do not enter it.
type editor struct {
	area   textarea.Model
	lines  bool              // newlines are allowed
	allow  func(r rune) bool // nil: everything
	width  int
	active bool
}

// tooLong is said when a text does not fit into a field.
const tooLong = "A field holds 4,000 characters: the rest was left out."

// endless is more rows than 4,000 characters can take: only the height that is shown is limited, not the text.
const endless = 2 * model.MaxText

func newEditor(value model.Text, lines bool, height int) *editor {
	e := &editor{area: textarea.New(), lines: lines}
	a := &e.area
	a.Prompt, a.ShowLineNumbers = "", false
	a.CharLimit = model.MaxText
	a.DynamicHeight, a.MinHeight, a.MaxHeight, a.MaxContentHeight = true, 1, height, endless
	a.SetVirtualCursor(false)
	a.SetStyles(textarea.Styles{})
	// Pasting arrives as a message; reading the clipboard would be I/O within Update. ctrl+j is a new line everywhere, as shift+enter is not.
	a.KeyMap.Paste.SetEnabled(false)
	a.KeyMap.CopySelection.SetEnabled(false)
	a.KeyMap.InsertNewline.SetKeys("ctrl+j")
	a.KeyMap.InsertNewline.SetEnabled(lines)
	e.resize(kit.MeasureLimit)
	e.set(value)
	a.Focus()
	return e
}

// set puts a text in the place of what stands in the field.
func (e *editor) set(value model.Text) {
	e.area.Reset()
	e.area.SetValue(e.fit(value.String()))
	e.area.MoveToEnd()
}

// text is what stands in the field, clean.
func (e *editor) text() string { return e.area.Value() }

// value is what stands in the field.
func (e *editor) value() model.Text { return model.Clean(e.text()) }

// resize tells the field its width; the last cell is left to the cursor.
func (e *editor) resize(width int) {
	if e.width != width {
		e.width = width
		e.area.SetWidth(max(width-1, 1))
	}
}

// insert puts a text where the cursor is and returns a sentence where not all of it has room.
func (e *editor) insert(s string) string {
	clean := e.fit(model.Clean(s).String())
	room := model.MaxText - e.area.Length()
	e.area.InsertString(clean)
	e.tidy()
	if utf8.RuneCountInString(clean) > room || utf8.RuneCountInString(s) > model.MaxText {
		return tooLong
	}
	return ""
}

// fit leaves out of a text what this field does not take.
func (e *editor) fit(s string) string {
	s = strings.ReplaceAll(s, "\t", " ")
	if !e.lines {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	if e.allow == nil {
		return s
	}
	return strings.Map(func(r rune) rune {
		if e.allow(r) {
			return r
		}
		return -1
	}, s)
}

// key answers a key and returns a sentence where the field cannot take it.
func (e *editor) key(msg tea.KeyPressMsg) string {
	if msg.Text != "" && !msg.Mod.Contains(tea.ModAlt) {
		return e.insert(msg.Text)
	}
	e.area, _ = e.area.Update(msg)
	e.tidy()
	return ""
}

// tidy cleans what stands side by side after a change. Nearly always it is clean already; where it is not, a character was torn apart, and the cursor
// goes to the end.
func (e *editor) tidy() {
	text := e.text()
	if clean := e.fit(model.Clean(text).String()); clean != text {
		e.area.SetValue(clean)
		e.area.MoveToEnd()
	}
}

// keeps reports whether up or down moves within the field.
func (e *editor) keeps(key string) bool {
	info := e.area.LineInfo()
	switch key {
	case "up":
		return e.area.Line() > 0 || info.RowOffset > 0
	case "down":
		return e.area.Line() < e.area.LineCount()-1 || info.RowOffset < info.Height-1
	}
	return false
}

// view draws the field: lines of exactly width cells.
func (e *editor) view(st *theme.Styles, width int) []string {
	e.resize(width)
	style := st.Field
	if e.active {
		style = st.FieldFocus
	}
	lines := kit.Lines(ansi.Strip(e.area.View()))
	lines = lines[:min(len(lines), e.area.Height())]
	for i, l := range lines {
		line := kit.Pad(strings.TrimRight(l, " "), width)
		if st.Plain && !e.active { // no ground shows how far the field goes
			text := strings.TrimRight(line, " ")
			line = text + strings.Repeat("_", kit.Width(line)-kit.Width(text))
		}
		lines[i] = style.Render(line)
	}
	return lines
}

// cursor is where the cursor stands in the view, or nil without focus.
func (e *editor) cursor(width int) *tea.Cursor {
	if !e.active {
		return nil
	}
	e.resize(width)
	at := e.area.Cursor()
	return tea.NewCursor(max(min(at.X, width-1), 0), max(min(at.Y, e.area.Height()-1), 0))
}
