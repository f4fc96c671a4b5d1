package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"regexp"
	"strings"
)

// parseCSV reads a table with one row per key result. Quotes are taken strictly, since a lenient reader swallows the rest of the file behind an
// open one.
func parseCSV(ps *problems, text []byte) (root node, ok bool) {
	text = plainLineEnds(text)
	text, comma, skipped := separatorLine(text)
	if comma == 0 {
		comma, _ = sniff(text)
	}
	if bytes.Count(text, []byte(string(comma))) > maxCells {
		ps.fail(at(1, 1), "split it into one file per team", "The table has more than %d cells", maxCells)
		return node{}, false
	}
	t := table{ps: ps, rows: rowsOf(text, comma), skipped: skipped}
	header, ok := t.next()
	if !ok {
		if t.cells == nil && !ps.failed() {
			ps.fail(at(1, 1), "begin with a row such as: Team, Objective, Why now, Key result", "There is no row with the names of the columns")
		}
		return node{}, false
	}
	columns, ok := readHeader(ps, header, t.at)
	if !ok {
		return node{}, false
	}
	s := newSheet(ps, columns)
	for t.count <= maxRows+1 {
		cells, more := t.next()
		if !more {
			break
		}
		if cells, ok := t.fitted(cells, len(columns)); ok {
			s.row(cells, t.at)
		}
	}
	switch {
	case t.count > maxRows+1:
		ps.fail(t.at(0), "split it into one file per team", "The table has more than %d rows", maxRows)
		return node{}, false
	case t.count == 1 && !t.broken:
		ps.fail(at(1+skipped, 1), "write one row per key result under it", "There is no row under the names of the columns")
		return node{}, false
	}
	return s.tree(), true
}

// table hands out rows of cells.
type table struct {
	ps      *problems
	rows    *csv.Reader
	skipped int // lines before the header
	count   int // rows so far, the header included
	cells   []string
	broken  bool // a row could not be read
}

func rowsOf(text []byte, comma rune) *csv.Reader {
	rows := csv.NewReader(bytes.NewReader(text))
	rows.Comma = comma
	rows.FieldsPerRecord = -1
	rows.ReuseRecord = true
	rows.TrimLeadingSpace = comma != '\t'
	return rows
}

// at is the place of a cell of the row that was read last.
func (t *table) at(i int) place {
	if i >= len(t.cells) {
		i = len(t.cells) - 1
	}
	line, _ := t.rows.FieldPos(i)
	return at(line+t.skipped, i+1)
}

// next returns the next row that is not blank. A row with a stray quote is told and passed over; behind a quoted cell without proper end
// nothing is certain, so that ends the reading.
func (t *table) next() ([]string, bool) {
	for {
		cells, err := t.rows.Read()
		var fault *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil, false
		case errors.As(err, &fault) && errors.Is(err, csv.ErrBareQuote):
			t.count, t.broken = t.count+1, true
			t.ps.fail(at(fault.Line+t.skipped, 0), `put the whole cell in quotes and write each quote inside as ""`, "There is a quote inside a cell that is not quoted")
			if t.count == 1 {
				return nil, false
			}
		case errors.As(err, &fault):
			t.broken = true
			t.ps.fail(at(fault.StartLine+t.skipped, 0), `close the quotes, and write each quote inside a quoted cell as ""`, "A quoted cell in this row has no proper end")
			return nil, false
		case err != nil:
			t.broken = true
			t.ps.fail(at(1, 1), "export it again", "The table cannot be read: %s", err.Error())
			return nil, false
		case !blank(cells):
			t.count++
			t.cells = cells
			return cells, true
		}
	}
}

// fitted is a row with as many cells as there are columns.
func (t *table) fitted(cells []string, n int) ([]string, bool) {
	switch {
	case len(cells) < n:
		t.ps.warn(t.at(0), "check that no cell is missing in the middle", "This row has %d cells, the header %d; the last ones were read as empty", len(cells), n)
		return append(cells, make([]string, n-len(cells))...), true
	case len(cells) > n && !blank(cells[n:]):
		t.ps.fail(t.at(n), "put cells with a comma or semicolon in quotes", "This row has %d cells, the header %d", len(cells), n)
		return nil, false
	}
	return cells[:n], true
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// plainLineEnds makes a newline of every carriage return, as old spreadsheets end lines.
func plainLineEnds(text []byte) []byte {
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
}

var sepLine = regexp.MustCompile(`^(?i:"?sep=([,;|\t])"?)[ \t]*\n`)

// separatorLine takes off the line with which Excel is told the separator; comma is 0 where there is none.
func separatorLine(text []byte) (rest []byte, comma rune, skipped int) {
	if m := sepLine.FindSubmatch(text); m != nil {
		return text[len(m[0]):], rune(m[1][0]), 1
	}
	return text, 0, 0
}

// sniff finds the separator with which the first row has the most known names of columns, and that number.
func sniff(text []byte) (comma rune, known int) {
	comma = ','
	text = text[:min(len(text), 1<<16)]
	widest := 0
	for _, candidate := range ",;\t" {
		cells, err := rowsOf(text, candidate).Read()
		if err != nil {
			continue
		}
		n := 0
		for _, c := range cells {
			if _, ok := headers[headerKey(c)]; ok {
				n++
			}
		}
		if n > known || (n == known && len(cells) > widest) {
			comma, known, widest = candidate, n, len(cells)
		}
	}
	return comma, known
}

// looksLikeTable reports whether a text begins with the names of columns.
func looksLikeTable(text []byte) bool {
	text, comma, _ := separatorLine(plainLineEnds(text[:min(len(text), 1<<16)]))
	_, known := sniff(text)
	return comma != 0 || known > 1
}
