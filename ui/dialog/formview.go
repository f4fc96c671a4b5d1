package dialog

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"souk/ui/flow"
	"souk/ui/kit"
)

// labelWidth is the widest label before a field.
const labelWidth = 24

// formLayout is where things stand in a form's view.
type formLayout struct {
	lines    []string // lead, fields, preview
	foot     []string // the sentence
	top      int      // the first of lines that is visible
	height   int      // how many of lines are visible
	from, to int      // the lines of the focused field
}

// View implements flow.Dialog.
func (m *Form) View(f flow.Frame) string {
	l := m.layout(f)
	end := min(l.top+l.height, len(l.lines))
	visible := slices.Clone(l.lines[min(l.top, end):end])
	if rest := len(l.lines) - end + 1; rest > 1 && l.to < end {
		visible[len(visible)-1] = f.Styles.Muted.Render(fmt.Sprintf("↓ %d more", rest))
	}
	out := make([]string, 0, f.Height)
	for _, line := range append(visible, l.foot...) {
		out = append(out, kit.Cut(line, f.Width))
	}
	return kit.Join(out)
}

// Cursor implements flow.Dialog.
func (m *Form) Cursor(f flow.Frame) *tea.Cursor {
	c := m.focused()
	if c == nil || c.text == nil {
		return nil
	}
	l := m.layout(f)
	at := c.text.cursor(m.fieldWidth(f))
	if at == nil {
		return nil
	}
	at.X += m.labels(f) + kit.Gutter
	at.Y += l.from - l.top
	if at.Y < 0 || at.Y >= l.height {
		return nil
	}
	return at
}

// labels is the width of the labels, fieldWidth what is left for the fields.
func (m *Form) labels(f flow.Frame) int {
	w := 0
	for _, c := range m.controls {
		w = max(w, kit.Width(c.Label)+2)
	}
	return min(w, labelWidth, f.Width/3)
}

func (m *Form) fieldWidth(f flow.Frame) int {
	return max(kit.Measure(f.Width, true)-m.labels(f)-kit.Gutter, 4)
}

// size tells every text field its width.
func (m *Form) size(f flow.Frame) {
	for _, c := range m.controls {
		if c.text != nil {
			c.text.resize(m.fieldWidth(f))
		}
	}
}

func (m *Form) layout(f flow.Frame) formLayout {
	st := f.Styles
	l := formLayout{foot: message(f, m.said)}
	if m.spec.Lead != "" {
		l.lines = append(kit.Paragraph(st.Text, m.spec.Lead, f.Width), "")
	}
	for i, c := range m.controls {
		focused := i == m.at
		if focused {
			l.from = len(l.lines)
		}
		l.lines = append(l.lines, m.field(f, c, focused)...)
		if focused {
			l.to = len(l.lines)
		}
	}
	if p := m.previewed(f); len(p) > 0 {
		l.lines = append(append(l.lines, ""), p...)
	}
	l.foot = l.foot[:min(len(l.foot), max(f.Height-1, 0))]
	l.height = max(f.Height-len(l.foot), 1)
	l.top = scrolled(l)
	return l
}

// preview is what FormSpec.Preview drew last, and for what.
type preview struct {
	values string
	frame  flow.Frame
	lines  []string
}

// previewed asks for the preview only when a value or the frame changed, since a preview may try out an intent.
func (m *Form) previewed(f flow.Frame) []string {
	if m.spec.Preview == nil {
		return nil
	}
	v := m.Values()
	p, values := &m.preview, fmt.Sprint(v.texts, v.choices)
	same := p.lines != nil && p.values == values && p.frame.State == f.State && p.frame.Styles == f.Styles &&
		p.frame.Width == f.Width && p.frame.Height == f.Height && p.frame.Zoom == f.Zoom
	if !same {
		lines := m.spec.Preview(f, v)
		*p = preview{values: values, frame: f, lines: append([]string{}, lines...)}
	}
	return p.lines
}

// scrolled is the first visible line: the focused field is visible, and as much of what follows as possible.
func scrolled(l formLayout) int {
	if len(l.lines) <= l.height {
		return 0
	}
	return max(min(l.from, len(l.lines)-l.height), 0)
}

// field draws one field with its sign, its label and, while it has the focus, its hint.
func (m *Form) field(f flow.Frame, c *control, focused bool) []string {
	st := f.Styles
	labels, width := m.labels(f), m.fieldWidth(f)
	sign, style := "  ", st.Label
	if focused {
		sign, style = kit.SignCursor+" ", st.Heading
	}
	lines := c.view(f, focused, width)
	for i, l := range lines {
		head := style.Render(kit.Pad("", labels+kit.Gutter))
		if i == 0 {
			head = style.Render(kit.Pad(sign+c.Label, labels+kit.Gutter))
		}
		lines[i] = head + l
	}
	if focused && c.Hint != "" {
		for _, h := range kit.Paragraph(st.Muted, c.Hint, width) {
			lines = append(lines, kit.Pad("", labels+kit.Gutter)+h)
		}
	}
	return lines
}
