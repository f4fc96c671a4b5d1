package screens

import (
	"souk/ui/flow"
	"souk/ui/kit"
)

// panes is a list on the left and what it is about on the right. Where there is no room for both, or in presenter zoom, the right
// side comes in place of the list on enter, and esc goes back.
type panes struct{ open bool }

// single reports whether only one pane is shown at a time.
func (p panes) single(f flow.Frame) bool { return f.Compact() || f.Zoom }

// view draws the panes; each is asked for its lines in its own width.
func (p panes) view(f flow.Frame, fraction float64, list, detail func(width, height int) []string) []string {
	switch {
	case !p.single(f):
		left, right := kit.Split(f.Width, fraction)
		return kit.Columns(f.Styles, f.Height,
			kit.Column{Lines: list(left, f.Height), Width: left},
			kit.Column{Lines: detail(right, f.Height), Width: right})
	case p.open:
		return kit.Fit(detail(f.Width, f.Height), f.Width, f.Height)
	}
	return kit.Fit(list(f.Width, f.Height), f.Width, f.Height)
}

// bindings are enter and esc, where there is one pane at a time and a list of n rows to look at.
func (p *panes) bindings(f flow.Frame, n int) []flow.Binding {
	if !p.single(f) || n == 0 && !p.open {
		return nil
	}
	if p.open {
		return []flow.Binding{{Keys: []string{"esc"}, Help: "list", Foot: true, Do: func() flow.Effect { p.open = false; return flow.Effect{} }}}
	}
	return []flow.Binding{{Keys: []string{"enter"}, Help: "look", Foot: true, Do: func() flow.Effect { p.open = true; return flow.Effect{} }}}
}
