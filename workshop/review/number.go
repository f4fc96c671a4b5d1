package review

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"souk/workshop"
)

// number is a figure with what it is a number of, as far as that stands beside it.
type number struct {
	value    float64
	unit     string // a sign: "€", "s", "x"; empty where none is written
	noun     string // the word that follows, in lower case: "days"
	percent  bool
	scaled   bool // thousands, millions …
	compared bool // a sign says more or less than: <, ≥, 50+
	start    int  // where it stands, with its signs
	end      int
}

// isMeasured reports whether a figure has a sign that makes it a measure.
func (n *number) isMeasured() bool { return n.percent || n.unit != "" || n.compared }

// isBare reports whether a figure stands alone.
func (n *number) isBare() bool { return !n.percent && n.unit == "" && n.noun == "" }

// number reads the number that starts at a digit, with its sign and unit, and returns where it ends.
func (l *line) number(start int) int {
	text := l.text
	end := start
	for end < len(text) && (isDigit(text[end]) || isSeparator(text, end)) {
		end++
	}
	digits := text[start:end]
	t := token{low: digits, start: start, end: end, kind: figure, figure: &number{start: start, end: end}}
	n := t.figure
	var ok bool
	if n.value, ok = valueOf(digits); !ok || isDate(text, start, end) {
		t.kind = name
	}
	if isNegative(text[:start]) {
		n.value = -n.value
	}
	l.before(n, start)
	t.end = l.suffix(&t)
	n.end = t.end
	if t.kind == figure {
		l.after(n, t.end)
	}
	l.tokens = append(l.tokens, t)
	return t.end
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// isSeparator reports whether a character separates digits within one number: 1,000 and 3.5 and 10'000.
func isSeparator(text string, i int) bool {
	return strings.IndexByte(".,'", text[i]) >= 0 && i > 0 && isDigit(text[i-1]) && i+1 < len(text) && isDigit(text[i+1])
}

// valueOf reads a figure as it is written in English or German; "31.03.2027" is none.
func valueOf(digits string) (float64, bool) {
	plain := strings.ReplaceAll(digits, "'", "")
	if i := strings.IndexAny(plain, ".,"); i >= 0 {
		if grouped(plain, i) {
			plain = strings.NewReplacer(".", "", ",", "").Replace(plain)
		} else {
			plain = strings.ReplaceAll(plain, ",", ".")
		}
	}
	x, err := strconv.ParseFloat(plain, 64)
	return x, err == nil
}

// grouped reports whether separators group thousands: each is followed by three digits, and one to three come first.
func grouped(digits string, first int) bool {
	if first > 3 || digits[0] == '0' {
		return false
	}
	rest := digits[first:]
	for len(rest) >= 4 && (rest[0] == '.' || rest[0] == ',') && !strings.ContainsAny(rest[1:4], ".,") {
		rest = rest[4:]
	}
	return rest == ""
}

// isDate reports whether digits are part of a date in figures: 2027-03-31, 3/31, or "31.3. um 8".
func isDate(text string, start, end int) bool {
	joins := func(i int) bool { return i >= 0 && i < len(text) && strings.IndexByte("-/", text[i]) >= 0 }
	if n, err := strconv.Atoi(text[start:end]); err == nil && n > 31 && n < 1900 && strings.HasPrefix(text[end:], "/") {
		return false // calls answered: 80/30
	}
	if joins(end) && end+1 < len(text) && isDigit(text[end+1]) || joins(start-1) && start > 1 && isDigit(text[start-2]) {
		return true
	}
	rest, dotted := strings.CutPrefix(text[end:], ".")
	if !dotted || !startsSmall(strings.TrimPrefix(rest, " ")) && !isDayNext(text[:start]) {
		return false
	}
	_, _, _, ok := germanDate(text[start:end])
	return ok
}

// isDayNext reports whether a date is likely to follow: "bis", "zum".
func isDayNext(before string) bool {
	words := strings.Fields(strings.ToLower(before))
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "bis", "zum", "am", "ab", "vom", "seit", "vor":
		return true
	}
	return false
}

// isNegative reports whether a sign right before a figure makes it negative: "from -3 %", not "10-15" and not "- 15".
func isNegative(before string) bool {
	rest, ok := strings.CutSuffix(before, "-")
	if !ok {
		rest, ok = strings.CutSuffix(before, "−")
	}
	return ok && (rest == "" || strings.HasSuffix(rest, " ") || strings.HasSuffix(rest, "("))
}

// before reads what stands before a figure: a currency, a comparison.
func (l *line) before(n *number, start int) {
	rest := strings.TrimRight(l.text[:start], " ~")
	for rest != "" {
		r, size := utf8.DecodeLastRuneInString(rest)
		switch {
		case unicode.Is(unicode.Sc, r):
			n.unit = string(r)
		case strings.ContainsRune("<>≤≥≦≧", r):
			n.compared = true
		case r == '=' || r == '-' || r == '+':
		default:
			return
		}
		n.start = len(rest) - size
		rest = strings.TrimRight(rest[:n.start], " ")
	}
}

// suffix reads letters that are written together with a figure, 5k, 3x, 150ms, and returns where they end. Others make it a name: 5G.
func (l *line) suffix(t *token) int {
	end := t.end
	for end < len(l.text) {
		r, size := utf8.DecodeRuneInString(l.text[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		end += size
	}
	suffix := strings.ToLower(l.text[t.end:end])
	switch suffix {
	case "":
	case "k", "m", "mio", "mrd", "bn", "b":
		t.figure.scale(suffix)
	case "hr", "std":
		t.figure.unit = "h"
	case "x", "s", "ms", "h", "min", "d", "w", "gb", "tb", "mb", "kb", "kg", "km", "pp", "sec", "hrs", "eur", "usd":
		t.figure.unit = suffix
	default:
		minutes, ok := minutesOf(suffix)
		if !ok {
			t.kind = name
			break
		}
		t.figure.unit = "h"
		t.figure.value += minutes / 60
	}
	return end
}

// minutesOf reads what follows the hours of a duration: the "h40" of 3h40 and 3h40m.
func minutesOf(suffix string) (float64, bool) {
	rest, ok := strings.CutPrefix(suffix, "h")
	n, err := strconv.Atoi(strings.TrimRight(rest, "min"))
	return float64(n), ok && err == nil && n >= 0 && n < 60
}

// after reads what stands behind a figure: %, +, €, or the word that it counts.
func (l *line) after(n *number, end int) {
	rest := l.text[end:]
	if strings.HasPrefix(rest, "+") {
		n.compared = true
		n.end++
		rest = rest[1:]
	}
	for {
		spaced := strings.TrimLeft(rest, " \u00a0\u202f-")
		r, size := utf8.DecodeRuneInString(spaced)
		switch {
		case r == '%' || r == '‰':
			n.percent = true
			n.end = len(l.text) - len(spaced) + size
			n.value = decimal(l.text, n, end)
			return
		case unicode.Is(unicode.Sc, r):
			n.unit = string(r)
			n.end = len(l.text) - len(spaced) + size
			return
		case (r == ':' || r == '~') && len(spaced) > 1 && isDigit(spaced[1]), r == '/' && len(spaced) > size:
			n.unit = "per" // 7:1, 10~12, 164/month
			return
		case !unicode.IsLetter(r):
			return
		}
		end := wordEnd(spaced)
		low := strings.ToLower(spaced[:end])
		m := marksOf(low)
		switch {
		case m&large != 0 && end > 1:
			n.scale(low)
			n.end = len(l.text) - len(spaced) + end
			rest = spaced[end:]
			continue
		case m&percent != 0:
			n.percent = true
		case m&stop == 0 && workshop.MonthNamed(low) == 0 || low == "per" || low == "pro" || low == "a" || low == "je":
			n.noun = low
			if m == 0 && !isAdjective(low) {
				n.end = len(l.text) - len(spaced) + end
			}
		}
		return
	}
}

// isAdjective reports whether a word behind a figure is not yet what it counts: "3 new features".
func isAdjective(low string) bool {
	switch low {
	case "new", "other", "additional", "further", "different", "neue", "neuen", "weitere", "weiteren":
		return true
	}
	return false
}

// decimal reads a percentage again: 99.999 % are no thousands.
func decimal(text string, n *number, end int) float64 {
	digits := strings.TrimLeftFunc(text[n.start:end], func(r rune) bool { return r < '0' || r > '9' })
	if x, err := strconv.ParseFloat(strings.Replace(digits, ",", ".", 1), 64); err == nil {
		return math.Copysign(x, n.value)
	}
	return n.value
}

func wordEnd(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
	}
	return len(s)
}

func (n *number) scale(by string) {
	n.scaled = true
	switch by {
	case "k", "thousand", "tsd", "tausend":
		n.value *= 1e3
	case "bn", "b", "billion", "mrd", "milliarden":
		n.value *= 1e9
	default:
		n.value *= 1e6
	}
}
