package screens

import (
	"souk/ui/flow"
	"souk/ui/kit"
)

// reading is how far the text beside a list is scrolled. It begins anew where the text is about something else.
type reading struct {
	scroll    kit.Scroll
	of        string
	n, height int // what was drawn last
}

// window is the visible part of a text about of, which is asked for its lines in the width there is. In presenter zoom lines are short and
// stand in the middle.
func (r *reading) window(f flow.Frame, of string, width, height int, draw func(width int) []string) []string {
	if r.of != of {
		r.of, r.scroll = of, kit.Scroll{}
	}
	measure := kit.Measure(width, f.Zoom)
	lines := draw(measure)
	r.n, r.height = len(lines), height
	return kit.Indent(r.scroll.Window(f.Styles, lines, measure, height), (width-measure)/2)
}

// large draws the words that the room talks about: the largest on the screen.
func large(f flow.Frame, text string, width int) []string {
	if f.Zoom {
		return kit.Big(f.Styles.Title, text, width)
	}
	return kit.Paragraph(f.Styles.Title, text, width)
}

// bindings are the keys that scroll.
func (r *reading) bindings() []flow.Binding {
	off := ""
	if r.n <= r.height {
		off = "All of it is on the screen."
	}
	page := func(key string) func() flow.Effect {
		return func() flow.Effect { r.scroll.Key(key, r.n, r.height); return flow.Effect{} }
	}
	return []flow.Binding{
		{Keys: []string{"J", "shift+down"}, Help: "read on", Off: off, Do: page("pgdown")},
		{Keys: []string{"K", "shift+up"}, Help: "read back", Off: off, Do: page("pgup")},
	}
}

// down are the keys that scroll where nothing else has a cursor: the arrows do it as well.
func (r *reading) down() []flow.Binding {
	out := r.bindings()
	out[0].Keys, out[0].Show, out[0].Foot = append(out[0].Keys, "down", "j", "pgdown"), "↓", out[0].Off == ""
	out[1].Keys = append(out[1].Keys, "up", "k", "pgup")
	return out
}
