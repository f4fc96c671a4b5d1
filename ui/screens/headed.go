package screens

import (
	"souk/ui/kit"
	"souk/ui/theme"
)

// headed is a list of n rows of which some have a heading above them; the cursor passes over headings. Every row takes one line.
type headed struct {
	n     int
	head  func(i int) string // the heading above row i, or empty; nil: there are none
	row   func(i, width int) string
	rest  bool // another pane has the keys, so that no row is marked
	tight bool // no blank line above a heading
}

// place is one line of a headed list: a row, or the heading above it, or a blank line.
type place struct {
	row         int
	head, blank bool
}

// lines draws what fits around the cursor: exactly height lines of exactly width cells, the last of them saying which rows these are
// where some are left out.
func (h headed) lines(st *theme.Styles, l *kit.List, width, height int) []string {
	l.To(l.Cursor, h.n)
	places, at := h.places(l.Cursor)
	room := height
	if len(places) > height {
		room = max(height-1, 1)
	}
	first := at
	if at > 0 && places[at-1].head {
		first = at - 1
	}
	l.Top = max(min(l.Top, first, len(places)-room), at-room+1, 0)
	shown := places[min(l.Top, len(places)):min(l.Top+room, len(places))]
	out := make([]string, 0, height)
	for _, p := range shown {
		out = append(out, h.line(st, p, p.row == l.Cursor, width))
	}
	out = kit.Fit(out, width, room)
	if len(places) > height && height > 1 {
		mark := kit.Part(shown[0].row, shown[len(shown)-1].row, h.n)
		out = append(out, kit.Pad("  "+st.Muted.Render(mark), width))
	}
	return kit.Fit(out, width, height)
}

// places are all lines, and the one of the row under the cursor.
func (h headed) places(cursor int) (out []place, at int) {
	out = make([]place, 0, h.n)
	for i := range h.n {
		if h.head != nil && h.head(i) != "" {
			if i > 0 && !h.tight {
				out = append(out, place{row: i, blank: true})
			}
			out = append(out, place{row: i, head: true})
		}
		if i == cursor {
			at = len(out)
		}
		out = append(out, place{row: i})
	}
	return out, at
}

func (h headed) line(st *theme.Styles, p place, here bool, width int) string {
	switch {
	case p.blank:
		return ""
	case p.head:
		return kit.Cut(st.Heading.Render(h.head(p.row)), width)
	}
	text := h.row(p.row, max(width-kit.Gutter, 0))
	if here && !h.rest {
		return kit.Selected(st, kit.SignCursor+" "+text, width)
	}
	return "  " + text
}
