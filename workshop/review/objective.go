package review

import (
	"strings"
	"unicode"
)

// deliverable: an objective that begins with what will be made, "Launch …", or in German ends with it, "… einführen".
func deliverable(o *objective, tell tell) {
	l := &o.title
	at := l.delivered()
	if at < 0 {
		return
	}
	tell(o.mark(at, at), said{
		"“%s” says what will be done, not what will be different afterwards, and for whom.",
		"„%s“ sagt, was getan wird, nicht, was danach anders ist, und für wen.",
	}, l.quote(at, at))
}

// delivered is the token that says what will be made, or -1.
func (l *line) delivered() int {
	if len(l.tokens) == 0 {
		return -1
	}
	i := l.lead
	last := len(l.tokens) - 1
	switch {
	case l.says(i, "roll", "out"), l.says(i, "set", "up"), l.says(i, "go", "live"), l.says(i, "soft", "launch"), l.says(i, "put", "in", "place"):
		return i
	case l.says(i, "deliver", "on"):
		return -1
	case l.tokens[i].marks&german != 0 && i < last && l.tokens[i+1].marks&delivers != 0 && !startsSmall(l.text[l.tokens[i+1].start:]):
		return i + 1 // "Die Einführung …"
	case l.tokens[i].marks&delivers != 0 && !l.hyphened(i):
		if i < last && l.tokens[i+1].marks&compound != 0 && l.tokens[i+1].marks&until == 0 || l.isWorthIt(i) || l.isHow(i+1) {
			return -1
		}
		return i
	}
	if end, m := l.ends(); m&delivers != 0 && (l.german || m&stop == 0) && strings.HasSuffix(l.tokens[end].low, "n") && !l.isWorthItBefore(end) && (end != l.lead+1 || !isOften(l.tokens[l.lead].low)) {
		return end
	}
	return l.separated()
}

// isWorthIt reports whether what is built is an outcome by itself: a team, a culture, trust.
func (l *line) isWorthIt(verb int) bool {
	head := verb
	for i := verb + 1; i < len(l.tokens) && l.tokens[i].marks&until == 0; i++ {
		head = i
		if strings.ContainsAny(l.gap(i), ".,;:(") {
			break
		}
	}
	return l.tokens[head].marks&worthIt != 0
}

// isHow reports whether a verb has no object, but says how or how often: "ship daily", "ship without fear".
func (l *line) isHow(i int) bool {
	if i >= len(l.tokens) {
		return false
	}
	low := l.tokens[i].low
	if low == "without" || low == "ohne" || low == "every" && i+1 < len(l.tokens) && strings.HasPrefix("day week hour", l.tokens[i+1].low) {
		return true
	}
	ends := i+1 == len(l.tokens) || l.gap(i) != " " || l.tokens[i+1].marks&stop != 0
	return ends && (isOften(low) || isAdverb(low))
}

// isOften reports whether a word says how often or how fast.
func isOften(low string) bool {
	switch low {
	case "daily", "weekly", "hourly", "monthly", "often", "faster", "sooner", "täglich", "wöchentlich", "stündlich", "monatlich", "öfter", "häufiger", "schneller":
		return true
	}
	return false
}

func (l *line) isWorthItBefore(verb int) bool {
	for i := l.lead; i < verb; i++ {
		if l.tokens[i].marks&worthIt != 0 {
			return true
		}
	}
	return false
}

// separable are German verbs that stand in two parts: "wir führen … ein".
var separable = map[string]string{
	"führen": "ein", "führt": "ein", "setzen": "um", "setzt": "um", "rollen": "aus", "rollt": "aus", "bauen": "auf", "baut": "auf",
	"richten": "ein", "richtet": "ein", "lösen": "ab", "löst": "ab", "stellen": "um", "stellt": "um", "schließen": "ab", "schließt": "ab",
}

func (l *line) separated() int {
	last := len(l.tokens) - 1
	if part := separable[l.tokens[l.lead].low]; part != "" && l.tokens[last].low == part && last > l.lead {
		return l.lead
	}
	return -1
}

// onlyANumber: an objective that is nothing but a movement of a measure.
func onlyANumber(o *objective, tell tell) {
	if o.isOnlyANumber() {
		tell(o.whole(), said{
			"“%s” is a measure that moves. What does it make possible, and for whom? The figure can be its key result.",
			"„%s“ ist eine Kennzahl, die sich bewegt. Was wird damit möglich, und für wen? Die Zahl kann ein Schlüsselergebnis sein.",
		}, o.title.text)
	}
}

func (o *objective) isOnlyANumber() bool {
	l := &o.title
	if len(l.tokens) == 0 || l.purpose() || l.delivered() >= 0 {
		return false
	}
	q := l.quantity()
	if q.to != nil {
		symbol := strings.ContainsAny(l.text, "<>≤≥")
		return l.moved() >= 0 || l.leads()&improves != 0 || l.tokens[l.lead].kind == figure || q.from != nil || symbol
	}
	return len(l.tokens)-l.lead <= 7 && l.leads()&(rises|falls|improves) != 0 && l.has(measures)
}

// purpose reports whether a text says what for.
func (l *line) purpose() bool {
	for i := l.lead + 1; i < len(l.tokens); i++ {
		switch l.tokens[i].low {
		case "because", "so", "damit", "weil":
			return true
		case "to", "zu":
			if i+1 < len(l.tokens) && l.isVerbal(i+1) {
				return true
			}
		}
	}
	return false
}

// isVerbal reports whether the word behind "to" is likely a verb: "to help", not "to 40", "to the market", "to plan".
func (l *line) isVerbal(i int) bool {
	t := &l.tokens[i]
	switch t.low {
	case "plan", "target", "market", "sales", "under", "over", "least", "date", "about":
		return false
	}
	return t.kind == word && t.marks&(stop|counts|isNow) == 0
}

// figureInObjective: an objective with digits that count something; dates, versions and names may have them.
func figureInObjective(o *objective, tell tell) {
	l := &o.title
	i := l.nextFigure(0)
	for i >= 0 && (l.isClock(i) || l.isVersion(i)) {
		i = l.nextFigure(i + 1)
	}
	if i >= 0 && !o.isOnlyANumber() {
		n := l.tokens[i].figure
		if l.bracketed(n.start) {
			return // a remark
		}
		tell(o.span(n.start, n.end), said{
			"“%s” belongs to a key result; without it the objective says where you want to be.",
			"„%s“ gehört in ein Schlüsselergebnis; ohne die Zahl sagt das Ziel, wo ihr hinwollt.",
		}, l.text[n.start:n.end])
	}
}

// isClock reports whether a figure is the time of a day: 3 a.m., 22 Uhr.
func (l *line) isClock(i int) bool {
	if i+1 == len(l.tokens) {
		return false
	}
	switch next := l.tokens[i+1].low; next {
	case "a", "p":
		return l.says(i+2, "m") && l.gap(i+1) == "."
	case "am", "pm":
		return !l.german
	case "uhr":
		return true
	case "o":
		return l.says(i+2, "clock")
	}
	return false
}

// isVersion reports whether a figure is the version of something: 2.0.
func (l *line) isVersion(i int) bool {
	t := &l.tokens[i]
	return i > 0 && strings.HasSuffix(t.low, ".0") && !t.figure.isMeasured() && !t.figure.scaled
}

// shortObjective: too few words to say who gets what, where nothing else is to be said of them.
func shortObjective(o *objective, tell tell) {
	if n := o.title.count(); n < o.team.limit(FewestWords) && !o.isOnlyANumber() && o.title.delivered() < 0 {
		few := said{
			"%d words are not enough to tell somebody from another team what will be different.",
			"%d Wörter sagen jemandem aus einem anderen Team noch nicht, was anders wird.",
		}
		if n == 1 {
			few = said{
				"%d word is not enough to tell somebody from another team what will be different.",
				"%d Wort sagt jemandem aus einem anderen Team noch nicht, was anders wird.",
			}
		}
		tell(o.whole(), few, n)
	}
}

// longObjective: too many words to remember.
func longObjective(o *objective, tell tell) {
	if n := o.title.count(); n > o.team.limit(MostWords) {
		tell(o.whole(), said{
			"%d words; nobody will know it by heart. What is the one thing in it?",
			"%d Wörter; die kann niemand auswendig. Was ist die eine Sache darin?",
		}, n)
	}
}

// count is the number of words, without a label in front, what stands in brackets, and references such as group/project#12.
func (l *line) count() int {
	n, depth, from := 0, 0, 0
	if i := strings.Index(l.text, ": "); i >= 0 && i < 20 && !strings.Contains(l.text[:i], " ") {
		from = i + 1
	}
	for _, w := range strings.Fields(l.text[from:]) {
		opens, closes := strings.Count(w, "(")+strings.Count(w, "["), strings.Count(w, ")")+strings.Count(w, "]")
		if depth == 0 && opens == 0 && !strings.ContainsAny(w, "#_") && !isReferenceWord(w) && strings.IndexFunc(w, unicode.IsLetter) >= 0 || isDigit(w[0]) {
			n++
		}
		depth = max(0, depth+opens-closes)
	}
	return n
}

// isReferenceWord reports whether a word names a ticket: gitlab-org&412.
func isReferenceWord(w string) bool {
	i := strings.IndexByte(w, '&')
	return i > 0 && i+1 < len(w) && isDigit(w[i+1])
}
