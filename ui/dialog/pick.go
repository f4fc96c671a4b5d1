package dialog

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
)

// Option is one thing to pick.
type Option struct {
	Label  string
	Detail string // beside the label, may be overlooked
	Search string // more words that find it, never shown
	Off    string // why it cannot be picked just now; empty while it can
}

// PickSpec describes a picker.
type PickSpec struct {
	Title   string
	Options []Option
	At      int    // the option under the cursor at first
	None    string // what to say where there is nothing to pick; empty: a general sentence
	Pick    string // what enter does; empty: "choose"
	Choose  func(i int) flow.Effect
}

// Pick lets people choose one of many options. What is typed narrows the list at once: every word must occur, whatever its
// case; options that begin with what was typed come first.
type Pick struct {
	spec   PickSpec
	finder *finder
	filter *editor
	list   kit.List
	said   string
	page   int // rows shown last, for the page keys
}

var _ flow.Dialog = (*Pick)(nil)

// NewPick makes a picker; the options must not be changed afterwards.
func NewPick(spec PickSpec) *Pick {
	if spec.Pick == "" {
		spec.Pick = "choose"
	}
	if spec.None == "" {
		spec.None = "There is nothing to choose from yet."
	}
	p := &Pick{spec: spec, finder: newFinder(spec.Options), filter: newEditor(model.Text{}, false, 1), page: 10}
	p.filter.active = true
	p.list.To(spec.At, len(spec.Options))
	return p
}

// Title implements flow.Dialog.
func (p *Pick) Title() string { return p.spec.Title }

// Refuse implements flow.Dialog.
func (p *Pick) Refuse(sentence string) { p.said = sentence }

// Update implements flow.Dialog.
func (p *Pick) Update(f flow.Frame, msg tea.Msg) flow.Effect {
	p.page = max(f.Height-2, 1)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.key(msg)
	case tea.PasteMsg:
		p.said = p.filter.insert(msg.Content)
		p.narrow()
	}
	return flow.Effect{}
}

func (p *Pick) key(msg tea.KeyPressMsg) flow.Effect {
	p.said = ""
	switch key := msg.String(); key {
	case "esc":
		return flow.Effect{Close: true}
	case "enter":
		return p.choose()
	case "up", "down", "pgup", "pgdown", "home", "end":
		p.list.Key(key, len(p.finder.found), p.page)
	case "tab", "shift+tab":
	default:
		before := p.filter.text()
		p.said = p.filter.key(msg)
		if p.filter.text() != before {
			p.narrow()
		}
	}
	return flow.Effect{}
}

func (p *Pick) choose() flow.Effect {
	if len(p.finder.found) == 0 {
		p.said = "Nothing is found: take away a word, or press esc to close."
		return flow.Effect{}
	}
	i := p.finder.found[p.list.Cursor]
	if off := p.spec.Options[i].Off; off != "" {
		p.said = off
		return flow.Effect{}
	}
	return closing(p.spec.Choose(i))
}

func (p *Pick) narrow() {
	p.finder.find(p.filter.text())
	p.list = kit.List{}
}

// View implements flow.Dialog. Its height depends on the number of all options, so that it stays while the list narrows.
func (p *Pick) View(f flow.Frame) string {
	st := f.Styles
	f.Height = min(f.Height, max(len(p.spec.Options), 4)+3)
	count := fmt.Sprintf("%d of %d", len(p.finder.found), len(p.spec.Options))
	field := p.fieldWidth(f)
	top := st.Key.Render("› ") + p.filter.view(st, field)[0] + st.Muted.Render(kit.PadLeft(count, f.Width-field-2))
	foot := message(f, p.said)
	foot = foot[:min(len(foot), max(f.Height-2, 0))]
	room := max(f.Height-1-len(foot), 0)
	lines := []string{kit.Cut(top, f.Width)}
	switch {
	case len(p.spec.Options) == 0:
		lines = append(lines, kit.Empty(st, p.spec.None, "", f.Width, room)...)
	case len(p.finder.found) == 0:
		lines = append(lines, kit.Empty(st, "Nothing has all of these words.", "take away a word", f.Width, room)...)
	default:
		lines = append(lines, p.list.Rows(st, len(p.finder.found), f.Width, room, p.row(f))...)
	}
	lines = append(lines, foot...)
	return kit.Join(lines[:min(len(lines), max(f.Height, 1))])
}

// row draws an option: its label, and at the right its detail or why it is off.
func (p *Pick) row(f flow.Frame) kit.Row {
	st := f.Styles
	return func(i int, _ bool, width int) []string {
		o := p.spec.Options[p.finder.found[i]]
		label, detail := st.Text.Render(o.Label), o.Detail
		if o.Off != "" {
			label, detail = st.KeyOff.Render(o.Label), "– "+o.Off
		}
		detail = kit.Cut(detail, max(width-kit.Width(o.Label)-2, width*2/5))
		return []string{kit.Between(label, st.Muted.Render(detail), width)}
	}
}

func (p *Pick) fieldWidth(f flow.Frame) int { return max(min(f.Width-20, kit.MeasureLimit), 4) }

// Cursor implements flow.Dialog.
func (p *Pick) Cursor(f flow.Frame) *tea.Cursor {
	c := p.filter.cursor(p.fieldWidth(f))
	if c != nil {
		c.X += kit.Gutter
	}
	return c
}

// Bindings implements flow.Dialog.
func (p *Pick) Bindings(flow.Frame) []flow.Binding {
	off := ""
	if len(p.finder.found) == 0 {
		off = "nothing is found"
	}
	return []flow.Binding{
		{Keys: []string{"enter"}, Help: p.spec.Pick, Off: off, Foot: true},
		{Keys: []string{"up", "down"}, Help: "move", Foot: true},
		{Keys: []string{"pgup", "pgdown"}, Help: "page"},
		{Keys: []string{"home", "end"}, Help: "first, last"},
		{Show: "letters", Help: "narrow the list", Foot: true},
		{Keys: []string{"esc"}, Help: "close", Foot: true},
	}
}
