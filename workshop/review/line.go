package review

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"souk/workshop"
)

// class is what a token is.
type class uint8

const (
	word   class = iota
	figure       // a number that counts or measures
	name         // a number that names: a date, a year, Tier 1, RFC 42, #123, FY21, 5G
)

// token is a word or a number in its place in the text.
type token struct {
	low        string  // in lower case
	figure     *number // of a figure
	start, end int
	marks      mark
	kind       class
}

// line is one text, read.
type line struct {
	text   string
	tokens []token
	lead   int // the first token that says something
	score  int // German words less English ones
	german bool
}

// read cuts a text into words and numbers.
func read(text string) line {
	l := line{text: text, tokens: make([]token, 0, strings.Count(text, " ")+2)}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r >= '0' && r <= '9':
			i = l.number(i)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			i = l.word(i)
		default:
			i += size
		}
	}
	l.nameFigures()
	l.lead = l.begins()
	for i := range l.tokens {
		switch m := l.tokens[i].marks; {
		case m&german != 0:
			l.score++
		case m&stop != 0:
			l.score--
		}
	}
	umlaut := strings.ContainsAny(text, "äöüßÄÖÜ")
	l.german = l.score > 0 || l.score == 0 && umlaut
	if umlaut {
		l.score++
	}
	return l
}

func (l *line) word(start int) int {
	end, digits := start, false
	for end < len(l.text) {
		r, size := utf8.DecodeRuneInString(l.text[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		digits = digits || unicode.IsDigit(r)
		end += size
	}
	low := strings.ToLower(l.text[start:end])
	t := token{low: low, marks: marksOf(low), start: start, end: end}
	if digits {
		t.kind = name
	}
	l.tokens = append(l.tokens, t)
	return end
}

// nameFigures finds the numbers that count nothing.
func (l *line) nameFigures() {
	for i := range l.tokens {
		t := &l.tokens[i]
		if t.kind == figure && (l.isReference(i) || l.isYear(i) || l.isDay(i) || l.isNumbered(i)) {
			t.kind = name
		}
	}
}

func (l *line) isReference(i int) bool {
	t := &l.tokens[i]
	return t.start > 0 && strings.IndexByte("#&!_", l.text[t.start-1]) >= 0
}

// isYear reports whether a number is a year: nobody writes 2027 where 2,027 are meant.
func (l *line) isYear(i int) bool {
	t := &l.tokens[i]
	return t.end-t.start == 4 && !t.figure.isMeasured() && t.figure.value >= 2010 && t.figure.value <= 2050
}

// isDay reports whether a number is the day of a month: 4 March, March 4, 31.
func (l *line) isDay(i int) bool {
	t := &l.tokens[i]
	if t.figure.value < 1 || t.figure.value > 31 || t.figure.isMeasured() {
		return false
	}
	if i+1 < len(l.tokens) && l.isMonth(i+1) && len(l.gap(i)) <= 2 {
		return true
	}
	return i > 0 && l.isMonth(i-1) && l.gap(i-1) == " "
}

// isMonth reports whether a token is the name of a month: "May" is, "may" is not.
func (l *line) isMonth(i int) bool {
	return workshop.MonthNamed(l.tokens[i].low) > 0 && unicode.IsUpper(l.first(i))
}

// isNumbered reports whether a number belongs to a name: Tier 1, RFC 42, Day-30.
func (l *line) isNumbered(i int) bool {
	n := l.tokens[i].figure
	if i == 0 || len(l.gap(i-1)) > 1 || n.percent || n.unit != "" {
		return false
	}
	before := &l.tokens[i-1]
	text := l.text[before.start:before.end]
	if before.marks&numbered != 0 || isCamel(text) {
		return true
	}
	switch before.low {
	case "week", "month", "woche", "monat": // Week 4, in week 4
		return i == 1 || l.tokens[i-2].low == "in" || l.tokens[i-2].low == "by" || l.tokens[i-2].low == "bis"
	case "under", "over", "unter", "über": // under-13
		return l.gap(i-1) == "-"
	}
	return l.gap(i-1) == "-" && len(text) > 1 && strings.ToUpper(text) == text // FW-400
}

// isCamel reports whether a word is written like the name of a product: PostgreSQL, iOS.
func isCamel(w string) bool {
	small, inner := false, false
	for _, r := range w {
		inner = inner || small && unicode.IsUpper(r)
		small = small || unicode.IsLower(r)
	}
	return inner
}

// first is the first character of a token.
func (l *line) first(i int) rune {
	r, _ := utf8.DecodeRuneInString(l.text[l.tokens[i].start:])
	return r
}

// gap is what stands between a token and the next one, or the end.
func (l *line) gap(i int) string {
	if i+1 < len(l.tokens) {
		return l.text[l.tokens[i].end:l.tokens[i+1].start]
	}
	return l.text[l.tokens[i].end:]
}

// begins finds the first token that says something: behind a label ("CEO: …", "(Stretch) …") and behind "We proactively …".
func (l *line) begins() int {
	i := 0
	for i < min(3, len(l.tokens)-1) && i >= 0 {
		gap := l.gap(i)
		i++
		if strings.HasPrefix(gap, ": ") || strings.HasPrefix(gap, ") ") && strings.HasPrefix(l.text, "(") {
			for i+1 < len(l.tokens) && strings.HasPrefix(l.gap(i), ": ") {
				i++
			}
			return l.behindFillers(i)
		}
	}
	return l.behindFillers(0)
}

func (l *line) behindFillers(i int) int {
	for i+1 < len(l.tokens) && (l.tokens[i].marks&filler != 0 || isAdverb(l.tokens[i].low) || l.says(i, "team", "to") || l.says(i, "there", "are") || i > 0 && l.says(i-1, "there", "are")) {
		i++
	}
	return i
}

func isAdverb(low string) bool {
	switch low {
	case "daily", "weekly", "monthly", "quarterly", "early", "family", "only", "supply", "apply", "reply", "assembly", "monopoly", "july":
		return false
	}
	return len(low) > 4 && strings.HasSuffix(low, "ly")
}

// leads returns the marks of the first token that says something.
func (l *line) leads() mark {
	if l.lead >= len(l.tokens) {
		return 0
	}
	return l.tokens[l.lead].marks
}

// ends returns the marks of the last word of the first sentence, where German infinitives stand.
func (l *line) ends() (int, mark) {
	last := len(l.tokens) - 1
	for i := l.lead; i < last; i++ {
		if gap := l.gap(i); strings.ContainsAny(gap, "(;:") || strings.HasPrefix(gap, ". ") || strings.Contains(gap, "–") {
			last = i
		}
	}
	if last < 0 || last <= l.lead || !startsSmall(l.text[l.tokens[last].start:]) {
		return 0, 0
	}
	return last, l.tokens[last].marks
}

func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// says reports whether the tokens from i on are these words.
func (l *line) says(i int, words ...string) bool {
	if i+len(words) > len(l.tokens) {
		return false
	}
	for n, w := range words {
		if l.tokens[i+n].low != w {
			return false
		}
	}
	return true
}

// find is the first token with one of the marks, or -1.
func (l *line) find(m mark) int {
	for i := range l.tokens {
		if l.tokens[i].marks&m != 0 {
			return i
		}
	}
	return -1
}

// has reports whether a word with one of the marks stands there.
func (l *line) has(m mark) bool { return l.find(m) >= 0 }

// quote is the text from one token to another one.
func (l *line) quote(first, last int) string {
	return l.text[l.tokens[first].start:l.tokens[last].end]
}

// hyphened reports whether a token is part of a compound with hyphens: the "drop" of "drop-off" wants nothing.
func (l *line) hyphened(i int) bool {
	t := &l.tokens[i]
	return t.end < len(l.text)-1 && l.text[t.end] == '-' && l.text[t.end+1] != ' ' || t.start > 1 && l.text[t.start-1] == '-' && l.text[t.start-2] != ' '
}
