package workshop

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"souk/model"
)

// periods are the parts of a year that a cycle can be, with how many a year has.
var periods = map[byte]int{'q': 4, 't': 3, 'h': 2}

var (
	periodPattern = regexp.MustCompile(`(?i)[qth]\d+`)
	yearPattern   = regexp.MustCompile(`\d+`)
	remarkPattern = regexp.MustCompile(`\s*\([^()]*\)$`)
	wordPattern   = regexp.MustCompile(`\p{L}+`)
)

// yearWords may stand before a year; any other word may be about the cycle that ends, such as its months.
var yearWords = []string{"fy", "cy", "gj"}

// CycleAfter is the name of the cycle that follows: 2027-Q2 after 2027-Q1, and “Q1 2028” after “Q4 2027”; newYear says that a year ended.
// A remark in brackets at the end is about the cycle that ends, and left out. It is false where the name does not say what follows.
func CycleAfter(cycle model.Text) (next model.Text, newYear, ok bool) { return cycleBeside(cycle, 1) }

// CycleBefore is the name of the cycle that came before, as CycleAfter is the one that follows.
func CycleBefore(cycle model.Text) (before model.Text, ok bool) {
	before, _, ok = cycleBeside(cycle, -1)
	return before, ok
}

// cycleBeside is the name of the next cycle (by is 1) or of the one before (-1).
func cycleBeside(cycle model.Text, by int) (beside model.Text, otherYear, ok bool) {
	name := remarkPattern.ReplaceAllString(cycle.Line(), "")
	from, to, found := period(name)
	if !found || !onlyYears(name[:from]+" "+name[to:]) {
		return model.Text{}, false, false
	}
	last := periods[strings.ToLower(name)[from]]
	n, _ := strconv.Atoi(name[from+1 : to])
	if n < 1 || n > last {
		return model.Text{}, false, false
	}
	head, tail := name[:from+1], name[to:]
	if n += by; n >= 1 && n <= last {
		return model.Clean(fmt.Sprint(head, n, tail)), false, true
	}
	if len(yearPattern.FindAllString(head+tail, -1)) > 1 {
		return model.Text{}, false, false
	}
	n = (n-1+last)%last + 1
	return model.Clean(fmt.Sprint(yearMoved(head, by), n, yearMoved(tail, by))), true, true
}

// period finds the only part of a name that stands for a part of a year.
func period(name string) (from, to int, ok bool) {
	for _, at := range periodPattern.FindAllStringIndex(name, -1) {
		before, _ := utf8.DecodeLastRuneInString(name[:at[0]])
		after, _ := utf8.DecodeRuneInString(name[at[1]:])
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			continue
		}
		if ok {
			return 0, 0, false
		}
		from, to, ok = at[0], at[1], true
	}
	return from, to, ok
}

func onlyYears(rest string) bool {
	for _, w := range wordPattern.FindAllString(rest, -1) {
		if !slices.Contains(yearWords, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// yearMoved counts the year in a text on, or back: 2027 becomes 2028, and FY99 becomes FY00.
func yearMoved(text string, by int) string {
	return yearPattern.ReplaceAllStringFunc(text, func(year string) string {
		n, err := strconv.Atoi(year)
		if err != nil {
			return year
		}
		all := int(math.Pow10(len(year)))
		return fmt.Sprintf("%0*d", len(year), (n+by+all)%all)
	})
}
