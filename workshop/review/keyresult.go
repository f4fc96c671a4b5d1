package review

import (
	"strconv"
	"strings"

	"souk/model"
)

// placeholder: something is still to be written.
func placeholder(k *keyResult, tell tell) {
	if start, end, missing, ok := k.placeholder(); ok {
		tell(k.span(start, end), fillIn[missing], k.text[start:end])
	}
}

// blank is what a placeholder stands for.
type blank uint8

const (
	aFigure blank = iota
	aSentence
	something
)

// fillIn asks for what is still to be written.
var fillIn = map[blank]said{
	aFigure: {
		"“%s” still holds a place. A rough figure is enough to talk about.",
		"„%s“ ist noch ein Platzhalter. Eine grobe Zahl reicht, um darüber zu reden.",
	},
	aSentence: {
		"“%s” still holds a place. One sentence is enough to talk about.",
		"„%s“ ist noch ein Platzhalter. Ein Satz reicht, um darüber zu reden.",
	},
	something: {
		"“%s” still holds a place. What would you write there today? A guess is enough to talk about.",
		"„%s“ ist noch ein Platzhalter. Was würdet ihr heute dort hinschreiben? Eine Vermutung reicht, um darüber zu reden.",
	},
}

// placeholder finds what stands for a figure or a sentence to come: "X %", "N4", "TBD", "to be filled in".
func (l *line) placeholder() (start, end int, missing blank, ok bool) {
	for i := range l.tokens {
		t := &l.tokens[i]
		switch t.low {
		case "tbd", "tba", "tbc", "todo":
			return t.start, t.end, l.missing(i, i), true
		case "xx", "xxx", "yy":
			return t.start, t.end, aFigure, true
		case "x", "y", "n", "z":
			if l.isUnknown(i) {
				return t.start, t.end, aFigure, true
			}
		case "l", "m", "p", "k":
			if strings.HasSuffix(l.text[:t.start], "$") || strings.HasSuffix(l.text[:t.start], "€") {
				return t.start, t.end, aFigure, true
			}
		case "fill", "filled":
			if l.says(i, t.low, "in") && i > 0 && (l.tokens[i-1].low == "to" || l.tokens[i-1].low == "be") {
				return l.tokens[0].start, l.tokens[i+1].end, aSentence, true
			}
		case "definieren", "ergänzen", "klären", "offen":
			if i > 0 && i <= 4 && (l.says(i-1, "zu") || l.says(i-1, "noch")) && i+1 == len(l.tokens) {
				return l.tokens[i-1].start, t.end, l.missing(i-1, i), true
			}
		}
		if isBlank(l.text[t.start:t.end]) {
			return t.start, t.end, aFigure, true
		}
	}
	if i := strings.Index(l.text, "???"); i >= 0 {
		return i, i + 3, something, true
	}
	return 0, 0, 0, false
}

// missing is what the tokens from first to last stand for: a figure behind a colon or a measure, a sentence where nothing else stands there.
func (l *line) missing(first, last int) blank {
	if first > 0 && l.says(first-1, "noch") {
		first--
	}
	switch {
	case first == 0 && last+1 == len(l.tokens):
		return aSentence
	case l.bracketed(l.tokens[first].start):
		return something
	case first > 0 && strings.HasPrefix(l.gap(first-1), ":"), l.has(measures), l.says(0, "zielwert"):
		return aFigure
	}
	return something
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
	tell(k.mark(at, at), said{
		"“%s” is something people do. How would you notice that it helped?",
		"„%s“ ist etwas, das Leute tun. Woran würdet ihr merken, dass es geholfen hat?",
	}, k.short())
}

// milestone: done or not, beside key results that measure.
func milestone(k *keyResult, tell tell) {
	if k.is == Milestone && !k.of.onlyDoes() && k.of.Phase != model.Discovery && !k.isVague() && k.q.to == nil {
		tell(k.whole(), said{
			"“%s” is done or not done, a milestone. That is fine beside figures that move.",
			"„%s“ ist erledigt oder nicht, ein Meilenstein. Das ist gut neben Zahlen, die sich bewegen.",
		}, k.short())
	}
}

// baselineFirst: what has to be known before there can be a target.
func baselineFirst(k *keyResult, tell tell) {
	if k.is == Baseline && k.of.Phase != model.Discovery && !k.of.onlyDoes() {
		tell(k.whole(), said{
			"“%s” finds something out first. That is a good start; the next cycle can have a target.",
			"„%s“ findet erst etwas heraus. Das ist ein guter Anfang; der nächste Zyklus kann einen Zielwert haben.",
		}, k.short())
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
	tell(k.mark(at, at), said{
		"“%s” can mean anything here. By how much, and who would notice?",
		"„%s“ kann hier alles heißen. Um wie viel, und wer würde es merken?",
	}, k.quote(at, at))
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
		tell(k.mark(at, at), said{"“%s”: from where to where?", "„%s“: von wo nach wo?"}, k.short())
	}
}

var goesOn = said{
	"“%s” goes on with what you do anyway. What would be different at the end of the cycle?",
	"„%s“ führt fort, was ihr ohnehin tut. Was wäre am Ende des Zyklus anders?",
}

// businessAsUsual: what goes on anyway.
func businessAsUsual(o *objective, tell tell) {
	if o.team.supports() || o.runsTheBusiness() {
		return
	}
	if at := o.title.goesOn(); at >= 0 {
		tell(o.mark(at, at), goesOn, o.title.quote(at, at))
	}
	for i := range o.keyResults {
		k := &o.keyResults[i]
		if at := k.goesOn(); at >= 0 && k.q.to == nil && k.is != Placeholder {
			tell(k.mark(at, at), goesOn, k.short())
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
