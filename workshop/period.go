package workshop

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"souk/model"
)

// Period is the part of a year that the name of a cycle stands for, as far as the name tells: 2027-Q1, Q1 2027, 2025H2, T3/2025,
// FY26/27 Q3, 1. Quartal 2027, FY21-Q1 (Feb–Apr 2020). A name that can be read in two ways tells nothing.
type Period struct {
	name        string // without the remark at its end
	from, to    int    // where the number of the part stands in it
	of          int    // how many such parts a year has; 0 where the name tells no part
	part        int    // 1 is the first one
	year        int    // the first one of a pair; 0 where the name tells none
	fiscal      bool   // the year is the organisation's own: it has other months than the calendar's
	clear       bool   // the name says nothing else, so that one can count it on
	first, last Month  // 0 where the name does not tell
}

var (
	partPattern   = regexp.MustCompile(`(?i)([qth])(\d+)|(\d+)\.\s?(quartal|halbjahr|tertial)`)
	remarkPattern = regexp.MustCompile(`\s*\([^()]*\)$`)
	numberPattern = regexp.MustCompile(`\d+`)
	pairPattern   = regexp.MustCompile(`^\d+\s?[-–/]\s?['’]?\d+$`)
	wordPattern   = regexp.MustCompile(`\p{L}+`)
	rangePattern  = regexp.MustCompile(`(?i)([a-zä]{3,9})\.?\s?[-–—]\s?([a-zä]{3,9})\.?\s?(\d{4})\b`)
	yearPattern   = regexp.MustCompile(`^\s*(\d{4})\s*$`)
)

// parts are the parts of a year that a cycle can be, with how many a year has.
var parts = map[string]int{"q": 4, "t": 3, "h": 2, "quartal": 4, "tertial": 3, "halbjahr": 2}

// yearWords may stand before a year; any other word may be about this cycle only, such as its months. Some say that the year is a fiscal one.
var yearWords = map[string]bool{"fy": true, "gj": true, "cy": false}

// PeriodOf reads the name of a cycle. A remark in brackets at its end is about this cycle only.
func PeriodOf(cycle model.Text) Period {
	full := cycle.Line()
	p := Period{name: remarkPattern.ReplaceAllString(full, ""), clear: true}
	if rest, ok := p.readPart(); ok && !p.readYears(rest) {
		p.of, p.part, p.fiscal = 0, 0, false
	}
	p.readMonths(full)
	return p
}

// readPart finds the only part of a year that the name tells, and returns what stands around it.
func (p *Period) readPart() (rest string, ok bool) {
	var from, to int
	for _, at := range partPattern.FindAllStringSubmatchIndex(p.name, -1) {
		before, _ := utf8.DecodeLastRuneInString(p.name[:at[0]])
		after, _ := utf8.DecodeRuneInString(p.name[at[1]:])
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			continue
		}
		if p.of > 0 {
			p.of = 0
			return "", false
		}
		word, number := at[2:4], at[4:6]
		if word[0] < 0 {
			number, word = at[6:8], at[8:10]
		}
		from, to, p.from, p.to = at[0], at[1], number[0], number[1]
		p.of = parts[strings.ToLower(p.name[word[0]:word[1]])]
	}
	if p.of == 0 {
		return "", false
	}
	p.part, _ = strconv.Atoi(p.name[p.from:p.to])
	return p.name[:from] + " " + p.name[to:], true
}

// readYears reads the year or the pair of years that stands around a part; false where the numbers are anything else.
func (p *Period) readYears(rest string) bool {
	for _, w := range wordPattern.FindAllString(rest, -1) {
		fiscal, known := yearWords[strings.ToLower(w)]
		p.fiscal, p.clear = p.fiscal || fiscal, p.clear && known
	}
	at := numberPattern.FindAllStringIndex(rest, -1)
	years := make([]int, len(at))
	for i, a := range at {
		years[i], _ = strconv.Atoi(rest[a[0]:a[1]])
		if n := a[1] - a[0]; n != 2 && n != 4 {
			return false
		}
	}
	switch {
	case p.part < 1 || p.part > p.of || len(years) > 2:
		return false
	case len(years) == 0:
		return true
	case len(years) == 2:
		if (years[0]+1)%100 != years[1]%100 || !pairPattern.MatchString(rest[at[0][0]:at[1][1]]) {
			return false
		}
		p.fiscal = true
	}
	if p.year = years[0]; p.year < 100 {
		p.year += 2000
	}
	return true
}

// readMonths finds the months of the period: those that the name says, or those of the calendar.
func (p *Period) readMonths(full string) {
	of, part, year := p.of, p.part, p.year
	if y := yearPattern.FindString(full); y != "" {
		of, part = 1, 1
		year, _ = strconv.Atoi(strings.TrimSpace(y))
	}
	if of > 0 && year > 0 && !p.fiscal {
		p.first, p.last = MonthOf(year, (part-1)*12/of+1), MonthOf(year, part*12/of)
	}
	m := rangePattern.FindStringSubmatch(full)
	if m == nil {
		return
	}
	from, to := MonthNamed(strings.ToLower(m[1])), MonthNamed(strings.ToLower(m[2]))
	if from == 0 || to == 0 {
		return
	}
	year, _ = strconv.Atoi(m[3])
	p.last = MonthOf(year, to)
	if from > to {
		year--
	}
	p.first = MonthOf(year, from)
}

// After is the name of the period that follows: 2027-Q2 after 2027-Q1, and “Q1 2028” after “Q4 2027”; newYear says that a year ended. It is
// false where the name does not say what follows; what follows a whole year may be a part of the next one.
func (p Period) After() (next model.Text, newYear, ok bool) { return p.beside(1) }

// Before is the name of the period that came before, as After is of the one that follows.
func (p Period) Before() (before model.Text, ok bool) {
	before, _, ok = p.beside(-1)
	return before, ok
}

// beside is the name of the next period (by is 1) or of the one before (-1).
func (p Period) beside(by int) (beside model.Text, otherYear, ok bool) {
	if p.of == 0 || !p.clear {
		return model.Text{}, false, false
	}
	head, tail := p.name[:p.from], p.name[p.to:]
	n := p.part + by
	if otherYear = n < 1 || n > p.of; otherYear {
		n = (n-1+p.of)%p.of + 1
		head, tail = yearMoved(head, by), yearMoved(tail, by)
	}
	return model.Clean(fmt.Sprint(head, n, tail)), otherYear, true
}

// yearMoved counts the years in a text on, or back: 2027 becomes 2028, and FY99 becomes FY00.
func yearMoved(text string, by int) string {
	return numberPattern.ReplaceAllStringFunc(text, func(year string) string {
		n, _ := strconv.Atoi(year)
		all := int(math.Pow10(len(year)))
		return fmt.Sprintf("%0*d", len(year), (n+by+all)%all)
	})
}

// IsSame reports whether two names stand for the same period, in whichever words.
func (p Period) IsSame(o Period) bool {
	return p.of > 0 && p.of == o.of && p.part == o.part && p.year == o.year && p.fiscal == o.fiscal
}

// IsOther reports whether two names stand for different periods; where it is not clear, neither is true.
func (p Period) IsOther(o Period) bool {
	return p.of > 0 && p.of == o.of && p.fiscal == o.fiscal && (p.year > 0) == (o.year > 0) && !p.IsSame(o)
}

// Months are the first and the last month of the period; 0 where the name does not tell.
func (p Period) Months() (first, last Month) { return p.first, p.last }

// Quarter is which quarter of its year the period is; 0 where it is none.
func (p Period) Quarter() int {
	if p.of != 4 {
		return 0
	}
	return p.part
}

// IsFiscal reports whether the period is part of a year with other months than the calendar's.
func (p Period) IsFiscal() bool { return p.fiscal }

// Month counts months since the year 0.
type Month int

// MonthOf is a month of a year; 1 is January.
func MonthOf(year, month int) Month { return Month(year*12 + month - 1) }

// months are the names of the months by number, in English and German.
var months = func() map[string]int {
	m := map[string]int{}
	for i, names := range strings.Split(`january jan januar jänner|february feb februar|march mar märz|april apr|may mai|june jun juni|july jul juli|
		august aug|september sep sept|october oct oktober okt|november nov|december dec dezember dez`, "|") {
		for _, name := range strings.Fields(names) {
			m[name] = i + 1
		}
	}
	return m
}()

// MonthNamed is the number of the month that a word in small letters names, 1 for January; 0 where it names none.
func MonthNamed(word string) int { return months[word] }
