package report

// Document is a report.
type Document struct {
	Title  string
	Blocks []Block
}

// Block is one of the types below.
type Block interface{ block() }

// Section is a chapter with a heading.
type Section struct {
	Title  string
	Blocks []Block
}

// Paragraph is running text.
type Paragraph struct{ Text string }

// List is a list of short texts, in no order that matters.
type List struct{ Items []string }

// Point is one thing that is looked up on its own, such as a decision: a statement and what belongs to it.
type Point struct {
	Text   string
	Blocks []Block
}

// Facts are names with what is said under them, such as "Owner".
type Facts struct{ Items []Fact }

// Fact is one line of Facts.
type Fact struct{ Name, Text string }

// Table has the same number of cells in every row as it has columns.
type Table struct {
	Columns []string
	Rows    [][]string
}

// Changes tell what reads differently now.
type Changes struct{ Items []Change }

// Change is one field before and after; Before is empty for what is new, After for what is gone.
type Change struct{ What, Before, After string }

func (Section) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Point) block()     {}
func (Facts) block()     {}
func (Table) block()     {}
func (Changes) block()   {}
