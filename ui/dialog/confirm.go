package dialog

import (
	tea "charm.land/bubbletea/v2"

	"souk/ui/flow"
	"souk/ui/kit"
)

// ConfirmSpec describes a question that is answered with yes or no.
type ConfirmSpec struct {
	Title    string
	Question string
	Detail   string // what yes would mean; may be empty
	Yes      flow.Effect
	No       flow.Effect
	YesHelp  string // what yes does, for the footer; empty: "yes"
	NoHelp   string // empty: "no"
}

// Confirm asks before something that people may not want: y or enter is yes, n or esc is no.
type Confirm struct {
	spec ConfirmSpec
	said string
}

var _ flow.Dialog = (*Confirm)(nil)

// NewConfirm makes a question.
func NewConfirm(spec ConfirmSpec) *Confirm {
	if spec.YesHelp == "" {
		spec.YesHelp = "yes"
	}
	if spec.NoHelp == "" {
		spec.NoHelp = "no"
	}
	return &Confirm{spec: spec}
}

// Title implements flow.Dialog.
func (c *Confirm) Title() string { return c.spec.Title }

// Refuse implements flow.Dialog.
func (c *Confirm) Refuse(sentence string) { c.said = sentence }

// Update implements flow.Dialog.
func (c *Confirm) Update(_ flow.Frame, msg tea.Msg) flow.Effect {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return flow.Effect{}
	}
	switch key.String() {
	case "y", "Y", "enter":
		return closing(c.spec.Yes)
	case "n", "N", "esc":
		return closing(c.spec.No)
	}
	return flow.Effect{}
}

// View implements flow.Dialog.
func (c *Confirm) View(f flow.Frame) string {
	st, width := f.Styles, kit.Measure(f.Width, true)
	var detail []string
	if c.spec.Detail != "" {
		detail = kit.Paragraph(st.Text, c.spec.Detail, width)
	}
	keys := st.Key.Render("y") + st.Text.Render(" "+c.spec.YesHelp+"     ") +
		st.Key.Render("n") + st.Text.Render(" "+c.spec.NoHelp)
	lines := kit.Stack(1, kit.Paragraph(st.Strong, c.spec.Question, width), detail,
		append([]string{kit.Cut(keys, f.Width)}, message(f, c.said)...))
	return kit.Join(lines[:min(len(lines), max(f.Height, 1))])
}

// Cursor implements flow.Dialog: there is none.
func (c *Confirm) Cursor(flow.Frame) *tea.Cursor { return nil }

// Bindings implements flow.Dialog.
func (c *Confirm) Bindings(flow.Frame) []flow.Binding {
	return []flow.Binding{
		{Keys: []string{"y", "enter"}, Help: c.spec.YesHelp, Foot: true},
		{Keys: []string{"n", "esc"}, Help: c.spec.NoHelp, Foot: true},
	}
}
