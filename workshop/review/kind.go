package review

import (
	"strings"

	"souk/model"
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

// KindOf tells what a key result is by its words.
func KindOf(k model.KeyResult) Kind {
	l := read(k.Text.String())
	q := quantityOf(&l, k)
	return kindOf(&l, q, !k.Metric.IsEmpty())
}

func kindOf(l *line, q quantity, named bool) Kind {
	if _, _, ok := l.placeholder(); ok {
		return Placeholder
	}
	lead := l.leads()
	_, end := l.ends()
	switch {
	case strings.Contains(l.text, "?"):
		return Baseline
	case q.from != nil || named && q.to != nil:
		return Metric
	case lead&learns != 0:
		return Baseline
	case q.to != nil && q.to.isMeasured() && (!q.remark || lead&(acts|delivers|outputs) == 0):
		return Metric
	case lead&acts != 0 && !l.hyphened(l.lead) && !l.isState() || end&acts != 0 && l.german:
		return Activity
	case l.isAmount():
		return Metric
	case q.to == nil && l.isPassive(learns):
		return Baseline
	case l.delivered() >= 0 || lead&(outputs|delivers) != 0 || end&(outputs|delivers) != 0 && l.german:
		return Milestone
	case q.to != nil || named || l.moved() >= 0:
		return Metric
	}
	return Milestone
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
