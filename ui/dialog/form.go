package dialog

import (
	tea "charm.land/bubbletea/v2"

	"souk/model"
	"souk/ui/flow"
)

// FormSpec describes a form.
type FormSpec struct {
	Title  string
	Lead   string // what the form is about, above the fields
	Fields []Field
	Record string // what enter does on the last field; empty: "record"
	// Preview draws what would come of it, below the fields; it may be nil.
	Preview func(flow.Frame, Values) []string
	// Check returns a sentence where the values do not do; it may be nil.
	Check  func(Values) string
	Submit func(Values) flow.Effect
}

// Form asks for a few values. enter goes on to the next field and records on the last, ctrl+s records from anywhere, esc closes and
// asks once where something was typed.
type Form struct {
	spec     FormSpec
	controls []*control
	at       int
	said     string // the sentence at the foot
	warned   bool   // esc was pressed once
	preview  preview
}

var _ flow.Dialog = (*Form)(nil)

// sureToLeave is asked when esc would throw away what was typed.
const sureToLeave = "Press esc again to throw away what you typed, or go on typing."

// NewForm makes a form with the focus on its first field.
func NewForm(spec FormSpec) *Form {
	if spec.Record == "" {
		spec.Record = "record"
	}
	m := &Form{spec: spec}
	for _, f := range spec.Fields {
		m.controls = append(m.controls, newControl(f))
	}
	m.move(0)
	return m
}

// Title implements flow.Dialog.
func (m *Form) Title() string { return m.spec.Title }

// Refuse implements flow.Dialog.
func (m *Form) Refuse(sentence string) { m.said = sentence }

// Values is what stands in the fields now.
func (m *Form) Values() Values {
	v := Values{texts: map[string]model.Text{}, choices: map[string]int{}}
	for _, c := range m.controls {
		v.texts[c.Key] = c.value()
		v.choices[c.Key] = c.at
	}
	return v
}

// Update implements flow.Dialog.
func (m *Form) Update(f flow.Frame, msg tea.Msg) flow.Effect {
	m.size(f)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.key(msg)
	case tea.PasteMsg:
		m.said, m.warned = "", false
		if c := m.focused(); c != nil && c.text != nil {
			m.said = c.text.insert(msg.Content)
		}
	}
	return flow.Effect{}
}

func (m *Form) key(msg tea.KeyPressMsg) flow.Effect {
	key := msg.String()
	if key == "esc" {
		if m.warned || !m.isChanged() {
			return flow.Effect{Close: true}
		}
		m.said, m.warned = sureToLeave, true
		return flow.Effect{}
	}
	m.said, m.warned = "", false
	c := m.focused()
	switch {
	case key == "ctrl+s", key == "enter" && m.at >= len(m.controls)-1:
		return m.submit()
	case c == nil:
	case key == "enter", key == "tab", key == "down" && !c.keeps(key):
		m.move(1)
	case key == "shift+tab", key == "up" && !c.keeps(key):
		m.move(-1)
	default:
		m.said = c.key(msg)
		m.follow()
	}
	return flow.Effect{}
}

// follow fills in anew what follows other fields.
func (m *Form) follow() {
	v := m.Values()
	for _, c := range m.controls {
		c.follow(v)
	}
}

// submit records, or says what is missing and goes there.
func (m *Form) submit() flow.Effect {
	for i, c := range m.controls {
		if c.Required && c.value().IsEmpty() {
			m.move(i - m.at)
			m.said = "Please fill in “" + c.Label + "” first."
			return flow.Effect{}
		}
	}
	v := m.Values()
	if m.spec.Check != nil {
		if m.said = m.spec.Check(v); m.said != "" {
			return flow.Effect{}
		}
	}
	return closing(m.spec.Submit(v))
}

func (m *Form) focused() *control {
	if m.at >= len(m.controls) {
		return nil
	}
	return m.controls[m.at]
}

// move puts the focus delta fields further, round the ends.
func (m *Form) move(delta int) {
	n := len(m.controls)
	if n == 0 {
		return
	}
	m.at = ((m.at+delta)%n + n) % n
	for i, c := range m.controls {
		c.focus(i == m.at)
	}
}

// isChanged reports whether a field differs from what it was prefilled with.
func (m *Form) isChanged() bool {
	for _, c := range m.controls {
		if c.value() != c.own {
			return true
		}
	}
	return false
}

// Bindings implements flow.Dialog.
func (m *Form) Bindings(flow.Frame) []flow.Binding {
	enter := "next field"
	if m.at >= len(m.controls)-1 {
		enter = m.spec.Record
	}
	out := []flow.Binding{{Keys: []string{"enter"}, Help: enter, Foot: true}}
	if len(m.controls) > 1 {
		out = append(out,
			flow.Binding{Keys: []string{"tab", "shift+tab"}, Show: "tab", Help: "other field", Foot: true},
			flow.Binding{Keys: []string{"ctrl+s"}, Help: m.spec.Record, Foot: true})
	}
	if c := m.focused(); c != nil {
		switch c.Kind {
		case Area:
			out = append(out, flow.Binding{Keys: []string{"ctrl+j"}, Help: "new line", Foot: true})
		case Choice:
			out = append(out, flow.Binding{Keys: []string{"left", "right"}, Help: "choose", Foot: true})
		case Line, Digits:
		}
	}
	return append(out, flow.Binding{Keys: []string{"esc"}, Help: "close", Foot: true})
}
