package kit

import (
	"fmt"
	"strings"

	"souk/ui/theme"
)

// Matrix is a table of who and whom. It asks for the cells it shows only.
type Matrix struct {
	Corner string   // above the row labels: "asks ▸"
	Rows   []string // labels
	Cols   []string // headings
	Cell   func(row, col int) string
	Foot   func(col int) string // below the columns, or nil
	Sum    string               // the label of the foot: "load of provider"
	Row    int                  // the cell under the cursor
	Col    int
	Cells  int // width of a column; 0 is as wide as the headings, 4 to 8
}

// Widest and narrowest column that Matrix chooses itself.
const (
	minCells = 4
	maxCells = 8
)

// View draws the part of the matrix around the cursor that fits: exactly height lines of exactly width cells. Where rows or
// columns are left out, the last line says which are shown.
func (m Matrix) View(st *theme.Styles, width, height int) []string {
	label := Gutter + Width(m.Corner)
	for _, r := range m.Rows {
		label = max(label, Gutter+Width(r))
	}
	if m.Foot != nil {
		label = max(label, Gutter+Width(m.Sum))
	}
	label = max(min(label, width/3), min(width, 6))
	cells := m.cellWidth()
	footer := 0
	if m.Foot != nil {
		footer = 2
	}
	c0, c1 := visible(m.Col, len(m.Cols), (width-label)/(cells+1))
	r0, r1 := visible(m.Row, len(m.Rows), height-1-footer)
	cut := c1-c0 < len(m.Cols) || r1-r0 < len(m.Rows)
	if cut {
		r0, r1 = visible(m.Row, len(m.Rows), height-2-footer)
	}
	v := matrixView{m: m, st: st, label: label, cells: cells, from: c0, to: c1}
	lines := []string{v.heading()}
	for r := r0; r < r1; r++ {
		lines = append(lines, v.row(r))
	}
	if m.Foot != nil {
		lines = append(lines, Rule(st, label+(cells+1)*(c1-c0)), v.foot())
	}
	if cut {
		mark := fmt.Sprintf("rows %s · columns %s", shown(r0, r1, len(m.Rows)), shown(c0, c1, len(m.Cols)))
		lines = append(Fit(lines, width, height-1), Pad(blank(Gutter)+st.Muted.Render(mark), width))
	}
	return Fit(lines, width, height)
}

func (m Matrix) cellWidth() int {
	if m.Cells > 0 {
		return m.Cells
	}
	w := minCells
	for _, c := range m.Cols {
		w = max(w, Width(c))
	}
	return min(w, maxCells)
}

// visible returns the range of n things around the cursor when there is room for that many.
func visible(cursor, n, room int) (from, to int) {
	if n <= room {
		return 0, n
	}
	room = max(room, 1)
	from = max(min(cursor-room/2, n-room), 0)
	return from, min(from+room, n)
}

func shown(from, to, n int) string {
	if to-from >= n {
		return fmt.Sprintf("all %d", n)
	}
	return fmt.Sprintf("%d–%d of %d", from+1, to, n)
}

// matrixView draws the lines of a matrix, from the column from up to the column to.
type matrixView struct {
	m            Matrix
	st           *theme.Styles
	label, cells int
	from, to     int
}

func (v matrixView) heading() string {
	var b strings.Builder
	b.WriteString(Pad(v.st.Label.Render(blank(Gutter)+v.m.Corner), v.label))
	for c := v.from; c < v.to; c++ {
		style := v.st.Label
		if c == v.m.Col {
			style = v.st.Heading
		}
		b.WriteString(" " + style.Render(Pad(v.m.Cols[c], v.cells)))
	}
	return b.String()
}

func (v matrixView) row(r int) string {
	var b strings.Builder
	style, sign := v.st.Text, blank(Gutter)
	if r == v.m.Row {
		style, sign = v.st.Strong, SignCursor+" "
	}
	b.WriteString(style.Render(Pad(sign+v.m.Rows[r], v.label)))
	for c := v.from; c < v.to; c++ {
		cell := v.m.Cell(r, c)
		if r == v.m.Row && c == v.m.Col {
			b.WriteString(Selected(v.st, " "+cell, v.cells+1))
			continue
		}
		b.WriteString(" " + Pad(cell, v.cells))
	}
	return b.String()
}

func (v matrixView) foot() string {
	var b strings.Builder
	b.WriteString(v.st.Label.Render(Pad(blank(Gutter)+v.m.Sum, v.label)))
	for c := v.from; c < v.to; c++ {
		b.WriteString(" " + Pad(v.m.Foot(c), v.cells))
	}
	return b.String()
}
