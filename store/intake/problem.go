package intake

import (
	"cmp"
	"fmt"
	"slices"

	"souk/model"
)

// Severity tells whether a problem stops the import.
type Severity int

// The severities.
const (
	Warning Severity = iota
	Error
)

func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Problem is something about a source that a person should know. Its texts are safe to show.
type Problem struct {
	File     string
	Line     int // counted from 1; 0 where the file as a whole is meant
	Column   int // the character in the line, or the cell in a row of a CSV file; 0 where it does not matter
	Severity Severity
	What     string // what is wrong
	Next     string // what to do about it
}

func (p Problem) String() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s — %s", p.File, p.What, p.Next)
	}
	return fmt.Sprintf("%s:%d: %s — %s", p.File, p.Line, p.What, p.Next)
}

// HasErrors reports whether a problem stops the import.
func HasErrors(ps []Problem) bool {
	return slices.ContainsFunc(ps, func(p Problem) bool { return p.Severity == Error })
}

// maxShown is how many problems are told; the rest is counted.
const maxShown = 100

// place is where something stands in a source.
type place struct{ line, column int32 }

func at(line, column int) place { return place{int32(line), int32(column)} }

// spot is a place in one of several sources.
type spot struct {
	file string
	place
}

// problems collects what is wrong. It keeps no more than can be shown, so a hostile file cannot fill the memory with complaints.
type problems struct {
	file   string   // the source that is being read
	files  []string // all of them, in order
	kept   [2][]Problem
	counts [2]int
}

// open says which source the next problems belong to.
func (ps *problems) open(file string) {
	ps.file = model.Clean(file).Line()
	ps.files = append(ps.files, ps.file)
}

func (ps *problems) fail(at place, next, what string, args ...any) {
	ps.add(Error, at, next, what, args)
}

func (ps *problems) warn(at place, next, what string, args ...any) {
	ps.add(Warning, at, next, what, args)
}

func (ps *problems) add(s Severity, at place, next, what string, args []any) {
	ps.counts[s]++
	if ps.isFull(s) {
		return
	}
	ps.kept[s] = append(ps.kept[s], Problem{
		File: ps.file, Line: int(at.line), Column: int(at.column), Severity: s,
		What: fmt.Sprintf(what, args...), Next: next,
	})
}

// isFull reports whether further problems of that severity are only counted.
func (ps *problems) isFull(s Severity) bool { return len(ps.kept[s]) == maxShown }

// here is a place in the source that is being read.
func (ps *problems) here(at place) spot { return spot{ps.file, at} }

// lineOf names the line of an earlier spot.
func (ps *problems) lineOf(s spot) string {
	if s.file == ps.file {
		return fmt.Sprintf("line %d", s.line)
	}
	return fmt.Sprintf("line %d of %s", s.line, s.file)
}

// failed reports whether an Error was found.
func (ps *problems) failed() bool { return ps.counts[Error] > 0 }

// list returns what is to be told: errors before warnings where there is no room for all, and then in the order of the sources.
func (ps *problems) list() []Problem {
	shown := slices.Clone(ps.kept[Error])
	shown = append(shown, ps.kept[Warning][:min(len(ps.kept[Warning]), maxShown-len(shown))]...)
	order := make(map[string]int, len(ps.files))
	for i, f := range ps.files {
		order[f] = i
	}
	slices.SortStableFunc(shown, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(order[a.File], order[b.File]), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if hidden := ps.counts[Error] + ps.counts[Warning] - len(shown); hidden > 0 {
		shown = append(shown, Problem{
			File: ps.file, Severity: Warning, What: fmt.Sprintf("There are %d more problems like these", hidden),
			Next: "mend those above first, then import again",
		})
	}
	return shown
}

// quoted is a piece of a source inside a message: clean, short, on one line.
func quoted(s string) string {
	const most = 60
	if len(s) > 8*most {
		s = s[:8*most]
	}
	r := []rune(model.Clean(s).Line())
	if len(r) > most {
		r = append(r[:most-1], '…')
	}
	return "“" + string(r) + "”"
}
