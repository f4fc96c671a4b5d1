package detect

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// times are the months and seasons that a text names, a bit each.
type times uint16

const months = 12 // the other times are seasons

// unit says of what times are one.
func (t times) unit() string {
	if t&(1<<months-1) != 0 {
		return "month"
	}
	return "season"
}

// timeNames are how months and seasons are written, by their number: twelve months, then four seasons.
var timeNames = map[string]int8{
	"january": 0, "february": 1, "march": 2, "april": 3, "may": 4, "june": 5, "july": 6, "august": 7, "september": 8, "october": 9,
	"november": 10, "december": 11, "jan": 0, "feb": 1, "mar": 2, "apr": 3, "jun": 5, "jul": 6, "aug": 7, "sep": 8, "sept": 8, "oct": 9,
	"nov": 10, "dec": 11, "januar": 0, "februar": 1, "märz": 2, "mai": 4, "juni": 5, "juli": 6, "oktober": 9, "okt": 9, "dezember": 11, "dez": 11,
	"christmas": 11, "weihnachten": 11, "weihnachtsgeschäft": 11,
	"spring": 12, "frühjahr": 12, "frühling": 12, "summer": 13, "sommer": 13, "sommerferien": 13, "autumn": 14, "herbst": 14, "winter": 15,
}

// timeAt is the month or season that a token names: "August", "15.08." or "2026-08-15"; -1 where it names none.
func (v *vocabulary) timeAt(l *line, t int) int {
	text := l.quote(t, t)
	if isNumber(text) {
		return monthOf(l.text[l.tokens[t].start:])
	}
	n := int(v.words[l.tokens[t].word].time)
	if r, _ := utf8.DecodeRuneInString(text); n >= 0 && unicode.IsLower(r) && l.in == inEnglish {
		return -1 // one may march on
	}
	return n
}

func timeNamed(word string) int8 {
	if n, ok := timeNames[word]; ok {
		return n
	}
	return -1
}

// monthOf is the month of a date at the start of a text; -1 where there is none.
func monthOf(text string) int {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != '-' })
	if end >= 0 {
		text = text[:end]
	}
	month := func(day, month string) int {
		d, errD := strconv.Atoi(day)
		m, errM := strconv.Atoi(month)
		if errD != nil || errM != nil || d < 1 || d > 31 || m < 1 || m > 12 {
			return -1
		}
		return m - 1
	}
	if parts := strings.Split(text, "."); len(parts) == 3 && len(parts[2])%2 == 0 { // no version
		return month(parts[0], parts[1])
	}
	if parts := strings.Split(text, "-"); len(parts) == 3 && len(parts[0]) == 4 {
		return month(parts[2], parts[1])
	}
	return -1
}

// timesOf are all months and seasons that an objective names; why now tells of other times, too.
func (v *vocabulary) timesOf(o *objective) times {
	var all times
	for i := range o.lines {
		l := &o.lines[i]
		if l.at == inWhy {
			continue
		}
		for t := range l.tokens {
			if n := v.timeAt(l, t); n >= 0 {
				all |= 1 << n
			}
		}
	}
	return all
}

// naming is where an objective names one of some times.
func (v *vocabulary) naming(o *objective, of times) (*line, int) {
	for i := range o.lines {
		l := &o.lines[i]
		for t := range l.tokens {
			if n := v.timeAt(l, t); l.at != inWhy && n >= 0 && of&(1<<n) != 0 {
				return l, t
			}
		}
	}
	return nil, 0
}
