package dialog

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
)

// Kind is how a field is filled in.
type Kind int

// The kinds of fields.
const (
	Line   Kind = iota // one line; also dates, in people's words
	Area               // several lines, ctrl+j for a new one
	Choice             // one of the options: ← → or its number
	Digits             // a fist of five: digits 0 to 5
)

// Field is one field of a form, as its maker describes it.
type Field struct {
	Key      string // what Values calls it
	Label    string // what stands before it
	Hint     string // a prompt, shown below while the field has the focus
	Kind     Kind
	Value    model.Text // prefilled, of Line and Area
	Options  []string   // of Choice
	At       int        // the option chosen at first
	Votes    []int      // prefilled, of Digits
	Required bool
	// Follows is what a Line or Area says until somebody types into it, where that depends on other fields; it may be nil.
	Follows func(Values) model.Text
}

// Heights of the text fields, in lines at most.
const (
	lineHeight = 3
	areaHeight = 6
)

// control is a field in use.
type control struct {
	Field
	text *editor // nil for Choice
	at   int
	own  model.Text // what it was filled with, not typed
}

func newControl(f Field) *control {
	c := &control{Field: f, at: max(min(f.At, len(f.Options)-1), 0)}
	switch f.Kind {
	case Line:
		c.text = newEditor(f.Value, false, lineHeight)
	case Area:
		c.text = newEditor(f.Value, true, areaHeight)
	case Digits:
		c.text = newEditor(model.Clean(digits(f.Votes)), false, lineHeight)
		c.text.allow = func(r rune) bool { return isVote(r) || r == ' ' }
	case Choice:
	}
	c.own = c.value()
	return c
}

// follow fills the field with what it says now, unless somebody typed into it.
func (c *control) follow(v Values) {
	if c.Follows == nil || c.text == nil || c.value() != c.own {
		return
	}
	c.text.set(c.Follows(v))
	c.own = c.value()
}

func (c *control) focus(on bool) {
	if c.text != nil {
		c.text.active = on
	}
}

// value is what the field says now.
func (c *control) value() model.Text {
	switch {
	case c.text != nil:
		return c.text.value()
	case len(c.Options) > 0:
		return model.Clean(c.Options[c.at])
	}
	return model.Text{}
}

// key answers a key that is the field's own, and returns a sentence where the field cannot take it.
func (c *control) key(msg tea.KeyPressMsg) string {
	if c.text == nil {
		c.choose(msg.String())
		return ""
	}
	if c.Kind == Digits && msg.Text != "" && c.text.fit(msg.Text) == "" {
		return "A vote is a number of fingers: 0 to 5."
	}
	return c.text.key(msg)
}

func (c *control) choose(key string) {
	n := len(c.Options)
	if n == 0 {
		return
	}
	switch key {
	case "left":
		c.at = (c.at + n - 1) % n
	case "right", "space":
		c.at = (c.at + 1) % n
	default:
		if i, err := strconv.Atoi(key); err == nil && i >= 1 && i <= n {
			c.at = i - 1
		}
	}
}

// keeps reports whether an arrow key moves within the field rather than to the next one.
func (c *control) keeps(key string) bool {
	return c.text != nil && c.text.keeps(key)
}

// view draws the field without its label: lines of at most width cells.
func (c *control) view(f flow.Frame, focused bool, width int) []string {
	if c.Kind == Choice {
		return c.viewOptions(f, focused, width)
	}
	lines := c.text.view(f.Styles, width)
	if v := votes(c.text.value().String()); c.Kind == Digits && len(v) > 0 {
		lines = append(lines, kit.Cut(kit.Votes(f.Styles, v), width))
	}
	return lines
}

// viewOptions draws the options in a row, or one below the other where a row is too narrow. The chosen one has a sign.
func (c *control) viewOptions(f flow.Frame, focused bool, width int) []string {
	st := f.Styles
	row, used := "", 0
	lines := make([]string, len(c.Options))
	for i, o := range c.Options {
		text := "( ) " + strconv.Itoa(i+1) + " " + o
		style := st.Text
		if i == c.at {
			text, style = "(•) "+strconv.Itoa(i+1)+" "+o, st.Strong
			if focused {
				style = st.Selected
			}
		}
		text = kit.Cut(text, width)
		lines[i] = style.Render(text)
		row += lines[i] + "   "
		used += kit.Width(text) + 3
	}
	if used-3 <= width {
		return []string{kit.Cut(row, width)}
	}
	return lines
}
