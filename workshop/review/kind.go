package review

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a key result is. None is wrong in itself.
type Kind string

// The kinds of key results.
const (
	Metric      Kind = "metric"      // a measure moves
	Baseline    Kind = "baseline"    // something becomes known, so that the next cycle can have a target
	Milestone   Kind = "milestone"   // something is done or not
	Activity    Kind = "activity"    // somebody keeps doing something
	Placeholder Kind = "placeholder" // it is still to be written
)

// kindOf tells what a key result is by its words; named says that its measure has a name.
func kindOf(l *line, q quantity, named bool) Kind {
	if _, _, _, ok := l.placeholder(); ok {
		return Placeholder
	}
	lead := l.leads()
	_, end := l.ends()
	switch {
	case l.asks():
		return Baseline
	case q.from != nil || named && q.to != nil:
		return Metric
	case lead&learns != 0 && !l.goesFurther():
		return Baseline
	case q.to != nil && q.to.isMeasured() && (!q.remark || lead&(acts|delivers|outputs) == 0):
		return Metric
	case lead&acts != 0 && !l.hyphened(l.lead) && !l.isState() || end&acts != 0 && l.german:
		return Activity
	case l.isAmount():
		return Metric
	case q.to == nil && l.isPassive(learns) && !l.isPassive(outputs):
		return Baseline
	case l.delivered() >= 0 || lead&(outputs|delivers) != 0 || end&(outputs|delivers) != 0 && l.german:
		return Milestone
	case q.to != nil || named || l.moved() >= 0:
		return Metric
	}
	return Milestone
}

// asks reports whether a text asks something itself, not in a quotation or in brackets.
func (l *line) asks() bool {
	if !strings.Contains(l.text, "?") {
		return false
	}
	own := outside(l.text)
	if strings.IndexFunc(own, unicode.IsLetter) < 0 {
		own = l.text
	}
	return strings.Contains(own, "?")
}

// closes says what ends what a sign begins.
var closes = map[rune]string{'(': ")", '[': "]", '{': "}", '„': "“”", '“': "”", '‚': "‘’", '‘': "’", '«': "»", '"': `"`, '\'': "'"}

// outside is a text without its quotations and brackets.
func outside(text string) string {
	var own strings.Builder
	skipTo, before := 0, ' '
	for i, r := range text {
		if i < skipTo {
			continue
		}
		start := i + utf8.RuneLen(r)
		if until := closes[r]; until != "" && (r != '\'' || !unicode.IsLetter(before)) {
			if n := strings.IndexAny(text[start:], until); n >= 0 {
				_, size := utf8.DecodeRuneInString(text[start+n:])
				skipTo = start + n + size
				continue
			}
		}
		own.WriteRune(r)
		before = r
	}
	return own.String()
}

// goesFurther reports whether a text that begins with finding something out goes on with what comes of it: "identify and roll out".
func (l *line) goesFurther() bool {
	for i := l.lead + 1; i+1 < len(l.tokens); i++ {
		joined := l.tokens[i].low == "and" || l.tokens[i].low == "und" || l.tokens[i].low == "then"
		next := i + 1
		if !joined && strings.Contains(l.gap(i-1), "&") {
			joined, next = true, i
		}
		if !joined {
			continue
		}
		switch l.tokens[next].low {
		case "implement", "introduce", "deploy", "ship", "deliver", "launch", "build", "create", "fix", "resolve", "achieve", "reach", "get", "remove",
			"reduce", "increase", "improve", "hire", "einführen", "umsetzen", "beheben", "senken", "steigern", "verbessern":
			return true
		}
		if l.says(next, "roll", "out") || l.says(next, "set", "up") || l.says(next, "put", "in", "place") {
			return true
		}
	}
	return false
}

// isPassive reports whether something "is tracked".
func (l *line) isPassive(m mark) bool {
	for i := 1; i < len(l.tokens); i++ {
		if l.tokens[i].marks&m == 0 {
			continue
		}
		switch l.tokens[i-1].low {
		case "is", "are", "being", "be", "been", "wird", "werden":
			return true
		}
	}
	return false
}

// isState reports whether a text says that something is so, rather than what to do.
func (l *line) isState() bool {
	for i := range l.tokens {
		switch l.tokens[i].low {
		case "is", "are", "was", "were", "has", "have", "exist", "exists", "ist", "sind", "wird", "werden", "hat", "haben":
			return true
		}
	}
	return false
}

// isAmount reports whether a text begins with a number in words: "every file …", "at least four customers …".
func (l *line) isAmount() bool {
	i := l.lead
	if l.says(i, "at", "least") {
		i += 2
	} else if l.says(i, "mindestens") {
		i++
	}
	return i < len(l.tokens) && l.tokens[i].marks&counts != 0 && l.tokens[i].marks&(rises|falls) == 0
}

// moved is the verb by which a text as a whole wants more or less of something, or -1: its first word, "increase …", a form that has a
// subject, "the rate increases …", or a German infinitive at the end.
func (l *line) moved() int {
	if l.leads()&(rises|falls) != 0 && !l.hyphened(l.lead) && !l.says(l.lead+1, "back") && !l.says(l.lead+1, "questions") && !l.says(l.lead+1, "awareness") {
		return l.lead
	}
	if end, m := l.ends(); m&(rises|falls) != 0 {
		return end
	}
	for i := range l.tokens {
		switch l.tokens[i].low {
		case "increases", "decreases", "grows", "rises", "falls", "drops", "climbs", "steigt", "sinkt", "wächst", "fällt", "reduces", "lowers":
			return i
		}
	}
	return -1
}
