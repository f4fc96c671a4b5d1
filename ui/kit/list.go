package kit

import (
	"fmt"

	"souk/ui/theme"
)

// List is a cursor in a list and the first row that is drawn. The zero value stands on the first row.
type List struct {
	Cursor int
	Top    int
}

// Gutter is what Rows draws before each row: the sign of the cursor.
const Gutter = 2

// Move moves the cursor by delta rows and stays within n rows.
func (l *List) Move(delta, n int) { l.To(l.Cursor+delta, n) }

// To puts the cursor on row i, or on the nearest of n rows.
func (l *List) To(i, n int) { l.Cursor = max(min(i, n-1), 0) }

// Home goes to the first row.
func (l *List) Home() { l.Cursor = 0 }

// End goes to the last of n rows.
func (l *List) End(n int) { l.To(n-1, n) }

// Key answers the keys that move within n rows (arrows, j k, page keys, home end, g G), a page being that many rows, and
// tells whether it was one.
func (l *List) Key(key string, n, page int) bool {
	switch key {
	case "up", "k":
		l.Move(-1, n)
	case "down", "j":
		l.Move(1, n)
	case "pgup":
		l.Move(-max(page-1, 1), n)
	case "pgdown":
		l.Move(max(page-1, 1), n)
	case "home", "g":
		l.Home()
	case "end", "G":
		l.End(n)
	default:
		return false
	}
	return true
}

// Row draws row i of a list in width cells: one line or more. The sign of the cursor and the colour of the selection are
// added by Rows.
type Row func(i int, selected bool, width int) []string

// Rows draws the part of n rows around the cursor that fits into height: exactly height lines of exactly width cells, with
// "12–40 of 172" as the last line where something is left out. It asks for no more rows than it can show, and keeps the cursor
// visible by moving Top.
func (l *List) Rows(st *theme.Styles, n, width, height int, row Row) []string {
	l.To(l.Cursor, n)
	if n == 0 || height <= 0 {
		l.Top = 0
		return Fit(nil, width, height)
	}
	w := window{st: st, list: l, n: n, width: width, row: row}
	if n <= height {
		lines, first, last := w.draw(height)
		if first == 0 && last == n-1 && len(lines) <= height {
			return Fit(lines, width, height)
		}
	}
	room := max(height-1, 1)
	lines, first, last := w.draw(room)
	out := Fit(lines, width, room)
	if height > 1 {
		out = append(out, Pad(blank(Gutter)+st.Muted.Render(Part(first, last, n)), width))
	}
	return out
}

// Part says which of n rows are shown, counted from 1: "12–40 of 172", "7 of 172".
func Part(first, last, n int) string {
	if first == last {
		return fmt.Sprintf("%d of %d", first+1, n)
	}
	return fmt.Sprintf("%d–%d of %d", first+1, last+1, n)
}

// window draws the visible rows of a list.
type window struct {
	st       *theme.Styles
	list     *List
	n, width int
	row      Row
}

// draw returns the lines of the rows first to last, which fill height as well as they can.
func (w window) draw(height int) (lines []string, first, last int) {
	l := w.list
	l.Top = min(max(l.Top, l.Cursor-height+1, 0), l.Cursor)
	rows := make([][]string, 0, height)
	total := 0
	for i := l.Top; i <= l.Cursor; i++ {
		rows = append(rows, w.one(i))
		total += len(rows[len(rows)-1])
	}
	for total > height && len(rows) > 1 { // tall rows: the cursor's comes first
		total -= len(rows[0])
		rows = rows[1:]
		l.Top++
	}
	last = l.Cursor
	for last+1 < w.n && total < height {
		next := w.one(last + 1)
		if total+len(next) > height {
			break
		}
		rows, total, last = append(rows, next), total+len(next), last+1
	}
	for last == w.n-1 && l.Top > 0 { // no blank lines below while there are rows above
		before := w.one(l.Top - 1)
		if total+len(before) > height {
			break
		}
		rows, total = append([][]string{before}, rows...), total+len(before)
		l.Top--
	}
	for _, r := range rows {
		lines = append(lines, r...)
	}
	return lines, l.Top, last
}

// one draws a row with its gutter; a row without lines takes one.
func (w window) one(i int) []string {
	selected := i == w.list.Cursor
	lines := w.row(i, selected, max(w.width-Gutter, 0))
	if len(lines) == 0 {
		lines = []string{""}
	}
	out := make([]string, len(lines))
	for y, line := range lines {
		switch {
		case selected && y == 0:
			out[y] = Selected(w.st, "▸ "+line, w.width)
		case selected:
			out[y] = Selected(w.st, "  "+line, w.width)
		default:
			out[y] = "  " + line
		}
	}
	return out
}
