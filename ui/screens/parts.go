package screens

import (
	"slices"
	"strconv"
	"strings"

	"souk/ui/flow"
	"souk/ui/kit"
)

// part is one of several things that a screen shows one at a time; its place is its key: 1, 2, 3 …
type part struct{ name, note string }

// parts is which part of a screen is shown.
type parts struct{ at int }

// line draws the parts with their keys; the one that is shown is written large. Where there is little room, only that one has its note, and
// the parts stand closer.
func (p parts) line(f flow.Frame, all []part, width int) string {
	line := p.draw(f, all, true, "   ")
	for _, gap := range []string{"   ", "  "} {
		if kit.Width(line) > width {
			line = p.draw(f, all, false, gap)
		}
	}
	return kit.Cut(line, width)
}

func (p parts) draw(f flow.Frame, all []part, notes bool, gap string) string {
	st := f.Styles
	drawn := make([]string, len(all))
	for i, one := range all {
		name := st.Text.Render(one.name)
		if i == p.at {
			name = st.Heading.Render(strings.ToUpper(one.name))
		}
		drawn[i] = st.Key.Render(strconv.Itoa(i+1)) + " " + name
		if one.note != "" && (notes || i == p.at) {
			drawn[i] += st.Muted.Render(" " + one.note)
		}
	}
	return strings.Join(drawn, gap)
}

// bindings are the keys that choose a part. What a part needs when it comes up is done by enter.
func (p *parts) bindings(all []part, enter func()) []flow.Binding {
	show := func(i int) func() flow.Effect {
		return func() flow.Effect {
			p.at = (i + len(all)) % len(all)
			enter()
			return flow.Effect{}
		}
	}
	out := []flow.Binding{
		{Keys: []string{"right", "l"}, Show: "← →", Help: "other part", Foot: true, Do: show(p.at + 1)},
		{Keys: []string{"left", "h"}, Help: "part before", Do: show(p.at - 1)},
	}
	for i, one := range all {
		out = append(out, flow.Binding{Keys: []string{strconv.Itoa(i + 1)}, Help: one.name, Do: show(i)})
	}
	return out
}

// view is how a target names the part that is shown; show is the way back.
func (p parts) view(all []part) string { return all[p.at].name }

func (p *parts) show(all []part, view string) {
	if i := slices.IndexFunc(all, func(one part) bool { return one.name == view }); i >= 0 {
		p.at = i
	}
}
