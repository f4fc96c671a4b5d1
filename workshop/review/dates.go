package review

import (
	"strconv"
	"strings"

	"souk/model"
	"souk/workshop"
)

// cycle is the time that the drafts are for, as far as its name tells.
type cycle struct {
	name        string
	first, last workshop.Month // 0 where the name does not tell
	quarter     int            // 1 to 4, 0 where it is none
	fiscal      bool           // quarters are not those of the calendar
}

func cycleOf(name model.Text) cycle {
	p := workshop.PeriodOf(name)
	c := cycle{name: name.Line(), quarter: p.Quarter(), fiscal: p.IsFiscal()}
	c.first, c.last = p.Months()
	return c
}

// outsideCycle: a key result that is due before the cycle begins or after it ends.
func outsideCycle(k *keyResult, tell tell) {
	if k.of.team.m.cycle.name == "" {
		return
	}
	if first, last, out := k.dueOutside(k.of.team.m.cycle); out {
		tell(k.mark(first, last), said{
			"“%s” is not in the cycle, %s. What can be true at its end?",
			"„%s“ liegt nicht im Zyklus, %s. Was kann an seinem Ende wahr sein?",
		}, k.quote(first, last), k.of.team.m.cycle.name)
	}
}

// dueOutside finds a date behind "by", "until", "bis" … that lies outside of a cycle.
func (l *line) dueOutside(c cycle) (first, last int, out bool) {
	for i := range l.tokens {
		if l.tokens[i].marks&due == 0 {
			continue
		}
		at, starts := i+1, false
		for at < len(l.tokens) && at <= i+4 && l.tokens[at].marks&coming != 0 {
			starts = starts || isStart(l.tokens[at].low)
			at++
		}
		for n := at; n < min(at+2, len(l.tokens)); n++ {
			if end, outside, ok := l.dateAt(n, c, starts); ok {
				if outside {
					return i, end, true
				}
				break
			}
		}
	}
	return 0, 0, false
}

// isStart reports whether a word in front of a month says that its first days are meant.
func isStart(low string) bool {
	return low == "beginning" || low == "start" || low == "early" || low == "anfang"
}

// dateAt reads a date that begins with a token, and compares it with the cycle. The beginning of a month is its first day.
func (l *line) dateAt(i int, c cycle, starts bool) (end int, outside, ok bool) {
	t := &l.tokens[i]
	if q, ok := quarterOf(t.low); ok && c.quarter > 0 {
		end, year := l.yearBehind(i)
		if year > 0 && c.first > 0 && !c.fiscal {
			return end, c.lacks(q*3, 0, year), true
		}
		return i, q != c.quarter, true
	}
	if c.first > 0 && !starts && isYearEnd(t.low) {
		return i, c.lacks(12, 0, 0) || l.says(i-1, "next"), true
	}
	if c.first == 0 || t.kind == figure {
		return 0, false, false
	}
	if l.isMonth(i) {
		if strings.HasPrefix(l.gap(i), "'") || strings.HasPrefix(l.gap(i), "’") {
			return 0, false, false // May's
		}
		day, end := 0, i
		if starts {
			day = 1
		}
		if i+1 < len(l.tokens) && l.tokens[i+1].kind == name && l.gap(i) == " " {
			if n, err := strconv.Atoi(l.tokens[i+1].low); err == nil && n <= 31 {
				day, end = n, i+1
			}
		}
		if i > 0 && l.tokens[i-1].kind == name {
			if n, err := strconv.Atoi(l.tokens[i-1].low); err == nil && n <= 31 {
				day = n
			}
		}
		return l.monthAt(end, workshop.MonthNamed(t.low), day, c)
	}
	if n, err := strconv.Atoi(t.low); err == nil && n >= 1990 && n <= 2100 {
		return l.yearAt(i, n, c)
	}
	if m, day, year, ok := germanDate(t.low); ok {
		return i, c.lacks(m, day, year), true
	}
	return 0, false, false
}

// monthAt compares a month, with the year where one follows.
func (l *line) monthAt(end, m, day int, c cycle) (int, bool, bool) {
	end, year := l.yearBehind(end)
	return end, c.lacks(m, day, year), true
}

// yearBehind reads the year behind a month or a quarter, if there is one.
func (l *line) yearBehind(i int) (end, year int) {
	if i+1 < len(l.tokens) && l.tokens[i+1].kind == name && len(l.gap(i)) <= 2 {
		if n, err := strconv.Atoi(l.tokens[i+1].low); err == nil && n >= 1990 {
			return i + 1, n
		}
	}
	return i, 0
}

// isYearEnd reports whether a word behind "by the end of the" or "bis" says that the year ends.
func isYearEnd(low string) bool { return low == "year" || low == "eoy" || low == "jahresende" }

// yearAt compares a date that begins with a year: 2030, 2027-03-31.
func (l *line) yearAt(i, year int, c cycle) (int, bool, bool) {
	if i+2 < len(l.tokens) && l.gap(i) == "-" && l.gap(i+1) == "-" {
		m, err := strconv.Atoi(l.tokens[i+1].low)
		day, err2 := strconv.Atoi(l.tokens[i+2].low)
		if err == nil && err2 == nil && m >= 1 && m <= 12 {
			return i + 2, c.lacks(m, day, year), true
		}
	}
	return i, workshop.MonthOf(year, 12) < c.first || workshop.MonthOf(year, 1) > c.last, true
}

// lacks reports whether a month lies outside of the cycle; the first week after it is its end. Without a year it is the nearest one.
func (c cycle) lacks(m, day, year int) bool {
	in := func(x workshop.Month) bool {
		return x >= c.first && x <= c.last || x == c.last+1 && day >= 1 && day <= 7
	}
	if year > 0 {
		return !in(workshop.MonthOf(year, m))
	}
	for y := int(c.first)/12 - 1; y <= int(c.last)/12+1; y++ {
		if in(workshop.MonthOf(y, m)) {
			return false
		}
	}
	return true
}

func quarterOf(low string) (int, bool) {
	if len(low) == 2 && low[0] == 'q' && low[1] >= '1' && low[1] <= '4' {
		return int(low[1] - '0'), true
	}
	return 0, false
}

// germanDate reads 31.03.2027 and 31.3.
func germanDate(low string) (m, day, year int, ok bool) {
	parts := strings.Split(low, ".")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, 0, 0, false
	}
	day, err := strconv.Atoi(parts[0])
	m, err2 := strconv.Atoi(parts[1])
	if err != nil || err2 != nil || day < 1 || day > 31 || m < 1 || m > 12 {
		return 0, 0, 0, false
	}
	if len(parts) == 3 {
		year, err = strconv.Atoi(parts[2])
		if year < 100 {
			year += 2000
		}
	}
	return m, day, year, err == nil
}
