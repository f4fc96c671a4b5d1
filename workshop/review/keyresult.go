package review

import (
	"strconv"
	"strings"

	"souk/model"
)

// placeholder: something is still to be written.
func placeholder(k *keyResult, tell tell) {
	if start, end, ok := k.placeholder(); ok {
		tell(k.span(start, end), "“%s” still holds a place. A rough figure is enough to talk about.", k.text[start:end])
	}
}

// placeholder finds what stands for a figure or a sentence to come: "X %", "N4", "TBD", "to be filled in".
func (l *line) placeholder() (start, end int, ok bool) {
	for i := range l.tokens {
		t := &l.tokens[i]
		switch t.low {
		case "tbd", "tba", "tbc", "xx", "xxx", "yy", "todo":
			return t.start, t.end, true
		case "x", "y", "n", "z":
			if l.isUnknown(i) {
				return t.start, t.end, true
			}
		case "l", "m", "p", "k":
			if strings.HasSuffix(l.text[:t.start], "$") || strings.HasSuffix(l.text[:t.start], "€") {
				return t.start, t.end, true
			}
		case "fill", "filled":
			if l.says(i, t.low, "in") && i > 0 && (l.tokens[i-1].low == "to" || l.tokens[i-1].low == "be") {
				return l.tokens[0].start, l.tokens[i+1].end, true
			}
		case "definieren", "ergänzen", "klären", "offen":
			if i > 0 && i <= 4 && (l.says(i-1, "zu") || l.says(i-1, "noch")) && i+1 == len(l.tokens) {
				return l.tokens[i-1].start, t.end, true
			}
		}
		if isBlank(l.text[t.start:t.end]) {
			return t.start, t.end, true
		}
	}
	if i := strings.Index(l.text, "???"); i >= 0 {
		return i, i + 3, true
	}
	return 0, 0, false
}

// isBlank reports whether a word is a letter with a number in the place of a figure: N0, N14.
func isBlank(w string) bool {
	if len(w) < 2 || w[0] != 'N' {
		return false
	}
	n, err := strconv.Atoi(w[1:])
	return err == nil && n >= 0 && n < 40 // N95 is a mask
}

// isUnknown reports whether a single letter stands for a figure: "$N", "X %", "from X to Y", "longer than X days".
func (l *line) isUnknown(i int) bool {
	t := &l.tokens[i]
	if rest := strings.TrimLeft(l.text[t.end:], " "); strings.HasPrefix(rest, "%") {
		return true
	}
	if t.start > 0 && strings.IndexByte("$<>", l.text[t.start-1]) >= 0 || strings.HasSuffix(l.text[:t.start], "€") {
		return true
	}
	if startsSmall(l.text[t.start:]) || i == 0 || l.hyphened(i) {
		return false
	}
	switch l.tokens[i-1].low {
	case "least", "from", "to", "by", "of", "than", "von", "auf", "um", "mindestens", "zu":
		return true
	}
	return false
}

// activity: what people will keep doing.
func activity(k *keyResult, tell tell) {
	if k.is != Activity {
		return
	}
	at := k.lead
	if k.tokens[at].marks&acts == 0 {
		at, _ = k.ends()
	}
	tell(k.mark(at, at), "“%s” is something people do. How would you notice that it helped?", k.short())
}

// milestone: done or not, beside key results that measure.
func milestone(k *keyResult, tell tell) {
	if k.is == Milestone && !k.of.onlyDoes() && k.of.Phase != model.Discovery && !k.isVague() && k.q.to == nil {
		tell(k.whole(), "“%s” is done or not done, a milestone. That is fine beside figures that move.", k.short())
	}
}

// baselineFirst: what has to be known before there can be a target.
func baselineFirst(k *keyResult, tell tell) {
	if k.is == Baseline && k.of.Phase != model.Discovery && !k.of.onlyDoes() {
		tell(k.whole(), "“%s” finds something out first. That is a good start; the next cycle can have a target.", k.short())
	}
}

// short is a text to quote in a sentence: the first words of a long one.
func (l *line) short() string {
	const most = 9
	if len(l.tokens) <= most+2 {
		return strings.TrimRight(l.text, " .;,")
	}
	start := 0
	if l.lead < len(l.tokens) && l.lead > 0 && strings.HasPrefix(l.gap(l.lead-1), ": ") {
		start = l.tokens[l.lead].start
	}
	first := 0
	for l.tokens[first].start < start {
		first++
	}
	last := min(first+most, len(l.tokens)) - 1
	return l.text[start:l.tokens[last].end] + " …"
}

// vagueWords: a degree that everybody reads differently.
func vagueWords(k *keyResult, tell tell) {
	if !k.isVague() {
		return
	}
	at := k.improved()
	if at < 0 {
		at = k.find(vague)
	}
	tell(k.mark(at, at), "“%s” can mean anything here. By how much, and who would notice?", k.quote(at, at))
}

// isVague reports whether a key result claims a degree and has no figure to show it.
func (k *keyResult) isVague() bool {
	if k.is == Placeholder || k.is == Activity || k.is == Baseline || k.q.to != nil || k.q.based || k.leads()&counts != 0 || !k.Target.IsEmpty() {
		return false
	}
	if k.improved() >= 0 {
		return true
	}
	const longest = 18 // words in which one of them says what the whole is about
	return k.leads()&(delivers|outputs) == 0 && k.delivered() < 0 && len(k.tokens) <= longest && k.has(vague) && !k.has(counts)
}

// improved is the verb by which a text as a whole wants something better, or -1.
func (l *line) improved() int {
	if l.leads()&improves != 0 {
		return l.lead
	}
	if end, m := l.ends(); m&improves != 0 && l.german {
		return end
	}
	return -1
}

// noNumber: more or less of something, and no figure.
func noNumber(k *keyResult, tell tell) {
	if k.is != Metric || k.q.to != nil || k.isVague() || k.has(counts) || !k.Target.IsEmpty() {
		return
	}
	if at := k.moved(); at >= 0 {
		tell(k.mark(at, at), "“%s”: from where to where?", k.short())
	}
}

// businessAsUsual: what goes on anyway.
func businessAsUsual(o *objective, tell tell) {
	if o.team.supports() || o.runsTheBusiness() {
		return
	}
	if at := o.title.goesOn(); at >= 0 {
		tell(o.mark(at, at), "“%s” goes on with what you do anyway. What would be different at the end of the cycle?", o.title.quote(at, at))
	}
	for i := range o.keyResults {
		k := &o.keyResults[i]
		if at := k.goesOn(); at >= 0 && k.q.to == nil && k.is != Placeholder {
			tell(k.mark(at, at), "“%s” goes on with what you do anyway. What would be different at the end of the cycle?", k.short())
		}
	}
}

// goesOn is the token that says that nothing changes, or -1.
func (l *line) goesOn() int {
	if len(l.tokens) == 0 {
		return -1
	}
	switch l.tokens[l.lead].low {
	case "maintain", "continue", "continued", "maintaining", "continuing", "keep", "operate", "weiterhin", "fortführung", "aufrechterhaltung", "laufend", "laufender":
		return l.lead
	}
	if end, _ := l.ends(); end > 0 {
		switch l.tokens[end].low {
		case "weiterführen", "fortführen", "fortsetzen", "aufrechterhalten", "beibehalten":
			return end
		}
	}
	for i := range l.tokens {
		switch {
		case l.says(i, "business", "as", "usual"), l.says(i, "day", "to", "day"):
			return i
		case l.tokens[i].low == "tagesgeschäft" || l.tokens[i].low == "regelbetrieb":
			return i
		}
	}
	return -1
}

// runsTheBusiness reports whether an objective says itself that it keeps the business running: then it needs no more.
func (o *objective) runsTheBusiness() bool {
	for _, s := range o.Supports {
		low := strings.ToLower(s.Text.Line())
		if strings.Contains(low, "running") || strings.Contains(low, "am laufen") || strings.Contains(low, "betrieb") {
			return true
		}
	}
	return false
}
