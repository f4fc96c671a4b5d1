package review

import (
	"strings"

	"souk/model"
)

// quantity is what a key result says in figures: from where to where.
type quantity struct {
	to       *number // the target, or the only figure; nil where there is none
	from     *number // the baseline, nil where none is written as a figure
	at, till int     // the tokens of the text that say so; at is -1 where only the fields of the draft say it
	based    bool    // a baseline is told, in whatever way
	moves    bool    // from and to can be compared
	remark   bool    // it stands in brackets
}

// quantityOf reads a text, and where it does not tell from where to where, what the draft says beside it.
func quantityOf(l *line, k model.KeyResult) quantity {
	q := l.quantity()
	q.based = q.based || !k.Baseline.IsEmpty()
	to := figureOf(k.Target)
	if q.from != nil || to == nil {
		return q
	}
	if q.to == nil {
		q.at, q.till = -1, -1
	} else if to.unit == "" {
		to.unit, to.percent = q.to.unit, to.percent || q.to.percent
	}
	if unit := strings.ToLower(k.Unit.Line()); unit != "" {
		to.unit, to.percent = unit, to.percent || unit == "%"
	}
	q.from, q.to, q.remark = figureOf(k.Baseline), to, false
	q.moves = q.from != nil
	return q
}

// figureOf is the first figure of a field.
func figureOf(t model.Text) *number {
	if t.IsEmpty() {
		return nil
	}
	l := read(t.String())
	if i := l.nextFigure(0); i >= 0 {
		return l.tokens[i].figure
	}
	return nil
}

// nextFigure is the first figure from a token on, or -1.
func (l *line) nextFigure(i int) int {
	for ; i < len(l.tokens); i++ {
		if l.tokens[i].kind == figure {
			return i
		}
	}
	return -1
}

func (l *line) quantity() quantity {
	q := quantity{at: -1, till: -1, based: l.tellsBaseline()}
	first := l.nextFigure(0)
	if first < 0 {
		return q
	}
	q.to, q.at, q.till, q.remark = l.tokens[first].figure, first, first, l.bracketed(l.tokens[first].start)
	for i := first; i >= 0; {
		j := l.nextFigure(i + 1)
		if j < 0 {
			break
		}
		if from, to, ok := l.pair(i, j); ok {
			q.at, q.till = i, j
			q.from, q.to, q.based = l.tokens[from].figure, l.tokens[to].figure, true
			q.moves, q.remark = comparable(q.from, q.to), false
			return q
		}
		i = j
	}
	return q
}

// pair tells two neighbouring figures that are a baseline and a target: "from 4 to 10", "18 → 40", "9 screens instead of 17".
func (l *line) pair(i, j int) (from, to int, ok bool) {
	between := l.text[l.tokens[i].end:l.tokens[j].start]
	for _, arrow := range []string{"→", "->", "=>", "⇒", "➔", "➜", "–>", "—>"} {
		if strings.Contains(between, arrow) {
			return i, j, true
		}
	}
	if j-i > 8 || l.isStep(i, j) {
		return 0, 0, false
	}
	toward, back := false, false
	for k := i + 1; k < j; k++ {
		switch t := &l.tokens[k]; {
		case t.low == "to" && l.ranged(i), t.low == "auf", t.low == "zu" && l.ranged(i):
			toward = true
		case t.marks&isNow != 0, t.low == "gegenüber":
			back = true
		case (t.low == "from" || t.low == "von") && k == j-1 && !l.says(j+1, "to") && !l.says(j+1, "auf"):
			back = true
		}
	}
	switch {
	case toward && (!back || l.ranged(i)):
		return i, j, true
	case back:
		return j, i, true
	case l.inBrackets(j):
		return j, i, true
	}
	return 0, 0, false
}

// ranged reports whether "from" stands a few words before a figure, or a colon right before it.
func (l *line) ranged(i int) bool {
	for k := i - 1; k >= max(0, i-5); k-- {
		switch l.tokens[k].low {
		case "from", "von", "vom":
			return true
		}
	}
	return i > 0 && strings.HasPrefix(l.gap(i-1), ":")
}

// bracketed reports whether a byte of a text stands in brackets.
func (l *line) bracketed(at int) bool {
	return strings.LastIndexByte(l.text[:at], '(') > strings.LastIndexByte(l.text[:at], ')')
}

// inBrackets reports whether a figure is a baseline in brackets: "by 42 % of new customers (29 % in Q4)".
func (l *line) inBrackets(j int) bool {
	before := strings.TrimRight(l.gap(j-1), " $€£<>≤≥~")
	if !strings.HasSuffix(before, "(") || j+2 >= len(l.tokens) {
		return false
	}
	for k := j + 1; k < min(j+4, len(l.tokens)); k++ {
		if (l.tokens[k].low == "in" || l.tokens[k].low == "last") && k+1 < len(l.tokens) && (l.tokens[k+1].kind == name || l.tokens[k].low == "last") {
			return true
		}
	}
	return false
}

// comparable reports whether two figures measure the same in the same unit.
func comparable(from, to *number) bool {
	if a, b := from.time(), to.time(); a != "" && b != "" && a != b {
		return false
	}
	if from.percent != to.percent && (from.unit+from.noun != "" && !from.percent || to.unit+to.noun != "" && !to.percent) {
		return false
	}
	if from.unit != to.unit && from.unit != "" && to.unit != "" {
		return false
	}
	if from.scaled != to.scaled {
		return false
	}
	a, b := root(from.noun), root(to.noun)
	return a == b || a == "" || b == ""
}

// time is the unit of a duration as it is written, or empty.
func (n *number) time() string {
	for _, w := range []string{n.unit, n.noun} {
		switch w {
		case "s", "ms", "h", "min", "d", "w", "sec", "hrs", "seconds", "minutes", "hours", "days", "weeks", "minute", "hour", "day", "week",
			"sekunden", "minuten", "stunden", "tage", "tagen", "wochen", "stunde", "tag", "woche":
			return w
		}
	}
	return ""
}
