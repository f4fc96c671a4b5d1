package dialog

import (
	tea "charm.land/bubbletea/v2"

	"souk/ui/flow"
	"souk/ui/kit"
)

// Section is a part of the help: keys that belong together.
type Section struct {
	Title    string
	Bindings []flow.Binding
}

// HelpSpec describes the help of a screen, or whatever else is read and closed.
type HelpSpec struct {
	Title    string
	Text     string                    // what the screen is for; blank lines stand between paragraphs
	Body     func(flow.Frame) []string // more lines below the text, at the frame's width; may be nil
	Sections []Section
}

// Help shows what a screen is for and every key that works there; a key that does nothing just now says why.
type Help struct {
	spec   HelpSpec
	scroll kit.Scroll
}

var _ flow.Dialog = (*Help)(nil)

// NewHelp makes the help of a screen.
func NewHelp(spec HelpSpec) *Help { return &Help{spec: spec} }

// Title implements flow.Dialog.
func (h *Help) Title() string { return h.spec.Title }

// Refuse implements flow.Dialog: help asks for nothing that could be refused.
func (h *Help) Refuse(string) {}

// Update implements flow.Dialog.
func (h *Help) Update(f flow.Frame, msg tea.Msg) flow.Effect {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return flow.Effect{}
	}
	switch key.String() {
	case "esc", "?", "f1", "q", "enter":
		return flow.Effect{Close: true}
	case "space":
		h.scroll.Key("pgdown", len(h.lines(f)), f.Height)
	default:
		h.scroll.Key(key.String(), len(h.lines(f)), f.Height)
	}
	return flow.Effect{}
}

// View implements flow.Dialog.
func (h *Help) View(f flow.Frame) string {
	lines := h.lines(f)
	return kit.Join(h.scroll.Window(f.Styles, lines, f.Width, min(f.Height, len(lines))))
}

// lines is the whole help at the frame's width.
func (h *Help) lines(f flow.Frame) []string {
	st := f.Styles
	blocks := [][]string{}
	if h.spec.Text != "" {
		blocks = append(blocks, kit.Paragraph(st.Text, h.spec.Text, kit.Measure(f.Width, true)))
	}
	if h.spec.Body != nil {
		blocks = append(blocks, h.spec.Body(f))
	}
	keys := 0
	for _, s := range h.spec.Sections {
		for _, b := range Merged(s.Bindings) {
			keys = max(keys, kit.Width(keysOf(b)))
		}
	}
	keys = min(keys, f.Width/3)
	for _, s := range h.spec.Sections {
		if len(s.Bindings) == 0 {
			continue
		}
		block := []string{st.Heading.Render(kit.Cut(s.Title, f.Width))}
		for _, b := range Merged(s.Bindings) {
			block = append(block, helpLine(f, b, keys))
		}
		blocks = append(blocks, block)
	}
	return kit.Stack(1, blocks...)
}

// helpLine says what one key does, and why not where it is off.
func helpLine(f flow.Frame, b flow.Binding, keys int) string {
	st := f.Styles
	style := st.Key
	text := st.Text.Render(b.Help)
	if b.Off != "" {
		style = st.KeyOff
		text += st.Muted.Render("  – not now: " + b.Off)
	}
	return kit.Cut("  "+style.Render(kit.Pad(keysOf(b), keys))+"   "+text, f.Width)
}

// Cursor implements flow.Dialog: there is none.
func (h *Help) Cursor(flow.Frame) *tea.Cursor { return nil }

// Bindings implements flow.Dialog.
func (h *Help) Bindings(flow.Frame) []flow.Binding {
	return []flow.Binding{
		{Keys: []string{"up", "down"}, Help: "scroll", Foot: true},
		{Keys: []string{"pgup", "pgdown"}, Help: "page"},
		{Keys: []string{"esc", "?"}, Help: "close", Foot: true},
	}
}
