package review

import (
	"strings"

	"souk/workshop"
)

// tellsBaseline reports whether a text says where things stand, in whatever way: "(today 40)", "up from none", "Ist: 12 %", "(avg 2026: 47)".
func (l *line) tellsBaseline() bool {
	for i := range l.tokens {
		t := &l.tokens[i]
		if t.marks&isNow != 0 && (t.low != "was" || !l.german) {
			return true
		}
		if l.isFrom(i) || l.standsAt(i) || t.kind == figure && (l.isMovement(i) || l.isRemark(i)) {
			return true
		}
		if l.says(i, "so", "far") || l.says(i, "to", "date") && (i+2 == len(l.tokens) || l.gap(i+1) != " " || l.tokens[i+2].kind == figure) || l.says(i, "at", "present") || l.says(i, "at", "the", "moment") {
			return true
		}
	}
	return false
}

// isFrom reports whether a baseline follows in figures or words: "from none", "vs 9".
func (l *line) isFrom(i int) bool {
	if i+1 == len(l.tokens) {
		return false
	}
	next := &l.tokens[i+1]
	switch l.tokens[i].low {
	case "from", "von", "gegenüber":
		return next.kind == figure || next.marks&counts != 0 && next.low != "all" && next.low != "every"
	case "vs", "versus":
		return next.kind == figure
	}
	return false
}

// standsAt reports whether a figure follows that is one of today or of the past: "Ist: 12", "current state is 3,315", "last year Jan–March: 44 %".
func (l *line) standsAt(i int) bool {
	next := i + 1
	switch l.tokens[i].low {
	case "ist":
		if startsSmall(l.text[l.tokens[i].start:]) || i == 0 && !strings.ContainsAny(l.gap(i), ":-") {
			return false
		}
	case "current", "aktuelle", "aktueller", "aktuelles", "aktuellen", "derzeitige", "derzeitiger", "bisherige", "bisheriger", "vorjahr", "vorjahreswert",
		"vorquartal", "vormonat":
	case "last", "previous", "prior", "letztes", "letztem", "letzten", "letzter", "voriges", "vorigen", "vergangenes", "vergangenen":
		if next == len(l.tokens) || !isTimeSpan(l.tokens[next].low) {
			return false
		}
		next++
	default:
		return false
	}
	for ; next < min(i+6, len(l.tokens)); next++ {
		switch t := &l.tokens[next]; {
		case t.kind == figure:
			return true
		case !l.isAside(next):
			return false
		}
	}
	return false
}

func isTimeSpan(low string) bool {
	switch low {
	case "year", "quarter", "month", "cycle", "season", "week", "jahr", "quartal", "monat", "zyklus", "saison", "woche":
		return true
	}
	return false
}

// isAside reports whether a word may stand between "current" and the figure, or beside a figure of the past: a time, an average.
func (l *line) isAside(i int) bool {
	t := &l.tokens[i]
	if t.kind == name || isTimeSpan(t.low) || workshop.MonthNamed(t.low) > 0 {
		return true
	}
	switch t.low {
	case "avg", "average", "mean", "median", "schnitt", "mittel", "durchschnitt", "im", "in", "since", "seit", "state", "status", "value", "level", "rate",
		"is", "are", "at", "wert", "stand", "bei", "liegt", "ist", "last", "letztes", "letzten", "vorjahr", "vor":
		return true
	}
	return false
}

// isMovement reports whether a figure goes over into another one that is written as a measure, too, or whether its change is told beside where it
// ends: "4.6 % to 3.2 %", "by 50 to 450".
func (l *line) isMovement(i int) bool {
	if !l.says(i+1, "to") || i+2 >= len(l.tokens) || l.tokens[i+2].kind != figure {
		return l.isStep(i, l.nextFigure(i+1))
	}
	from, to := l.tokens[i].figure, l.tokens[i+2].figure
	return l.isStep(i, i+2) || (from.percent || from.unit != "") && (to.percent || to.unit != "")
}

// isStep reports whether the first of two figures is how far it is to the second one: "by 50 to 450", "um 5 auf 9 Tage".
func (l *line) isStep(i, j int) bool {
	if i == 0 || j < 0 || l.tokens[i-1].low != "by" && l.tokens[i-1].low != "um" {
		return false
	}
	return l.tokens[j-1].low == "to" || l.tokens[j-1].low == "auf"
}

// isRemark reports whether a figure behind another one stands in brackets as one of the past, or tells how much a change is: "(12)", "(2026: 14)",
// "(33 % increase)".
func (l *line) isRemark(i int) bool {
	n := l.tokens[i].figure
	open := strings.LastIndexByte(l.text[:n.start], '(')
	if !l.bracketed(n.start) || l.nextFigure(0) == i || l.tokens[l.nextFigure(0)].start > open {
		return false
	}
	aside, moves := true, false
	for k := range l.tokens {
		t := &l.tokens[k]
		if t.start < open || k > i && strings.Contains(l.text[l.tokens[i].end:t.start], ")") {
			continue
		}
		aside = aside && (t.kind == figure || l.isAside(k) || t.marks&percent != 0)
		moves = moves || t.marks&(rises|falls) != 0
	}
	signed := strings.ContainsAny(l.text[n.start:n.start+1], "+-")
	return aside || n.percent && (moves || signed)
}
