package review

import (
	"strings"

	"souk/model"
)

// noBaseline: a target without a word about today.
func noBaseline(k *keyResult, tell tell) {
	q := k.q
	if k.is != Metric || q.to == nil || q.based || q.remark || k.of.Phase == model.Discovery || k.has(keeps) {
		return
	}
	if q.to.value == 0 || q.to.percent && q.to.value >= 100 || k.isPlanned() {
		return // all, none, or as planned: the target speaks for itself
	}
	if k.isNone() || k.isOnTop() {
		return
	}
	if k.moved() >= 0 || k.measured() >= 0 || !k.Metric.IsEmpty() || q.to.percent && k.isShareOf() || k.isCeiling() {
		tell(k.figures(), said{"“%s” does not say where it stands today.", "„%s“ sagt nicht, wo es heute steht."}, k.short())
	}
}

// isPlanned reports whether the figure compares with a plan.
func (k *keyResult) isPlanned() bool {
	for i := range k.tokens {
		switch k.tokens[i].low {
		case "plan", "budget", "planned", "committed", "geplant", "geplante", "geplanten", "planung":
			return true
		}
	}
	return false
}

// isNone reports whether there should be nothing beyond the figure: "no call over 4 minutes".
func (k *keyResult) isNone() bool {
	if len(k.tokens) == 0 {
		return false // the figure is that of a field
	}
	switch k.tokens[k.lead].low {
	case "no", "none", "nobody", "never", "zero", "kein", "keine", "keiner", "niemand", "null":
		return !k.says(k.lead+1, "more") && !k.says(k.lead+1, "less") && !k.says(k.lead+1, "higher") && !k.says(k.lead+1, "lower")
	}
	return false
}

// isOnTop reports whether the figure begins at nothing: "$200k in incremental revenue".
func (k *keyResult) isOnTop() bool {
	for i := range k.tokens {
		switch k.tokens[i].low {
		case "incremental", "additional", "zusätzlich", "zusätzliche", "zusätzlichen", "zusätzlicher":
			return true
		}
	}
	return false
}

// isCeiling reports whether the figure is what something should stay below: "under 150 ms", "< 3 days".
func (k *keyResult) isCeiling() bool {
	if k.q.at < 0 {
		return false
	}
	if n := k.tokens[k.q.at].figure; strings.ContainsAny(k.text[n.start:n.end], "<≤") {
		return true
	}
	if k.q.at == 0 {
		return false
	}
	switch k.tokens[k.q.at-1].low {
	case "under", "below", "unter":
		return true
	}
	return k.q.at > 1 && (k.says(k.q.at-2, "less", "than") || k.says(k.q.at-2, "weniger", "als"))
}

// isShareOf reports whether a percentage is a share of something, not the size of something: "30 % of orders", not "30 % discount".
func (k *keyResult) isShareOf() bool {
	next := k.q.till + 1
	if k.q.till < 0 || next >= len(k.tokens) {
		return true
	}
	t := &k.tokens[next]
	return t.marks&(stop|percent|rises|falls) != 0 || t.kind != word || strings.ContainsAny(k.gap(k.q.till), ",.;:(")
}

// targetIsBaseline: a target that is reached already.
func targetIsBaseline(k *keyResult, tell tell) {
	if k.q.moves && k.q.from.value == k.q.to.value && !k.has(keeps) {
		tell(k.figures(), said{"Target and baseline are the same: “%s”.", "Zielwert und Ausgangswert sind gleich: „%s“."}, k.short())
	}
}

// wrongWay: the verb says up and the figures go down, or the other way round.
func wrongWay(k *keyResult, tell tell) {
	q := k.q
	if !q.moves || q.from.value == q.to.value {
		return
	}
	verb, d := k.direction()
	if d == 0 || d > 0 == (q.to.value > q.from.value) {
		return
	}
	falling := said{
		"“%s” and the figures, which go down, do not fit: “%s”.",
		"„%s“ und die Zahlen, die fallen, passen nicht zusammen: „%s“.",
	}
	rising := said{
		"“%s” and the figures, which go up, do not fit: “%s”.",
		"„%s“ und die Zahlen, die steigen, passen nicht zusammen: „%s“.",
	}
	way := falling
	if d < 0 {
		way = rising
	}
	tell(k.figures(), way, k.quote(verb, verb), k.short())
}

// direction is the verb that says more or less, and which; 0 where none or both are said, or where less is more: speed, a rank.
func (l *line) direction() (verb, d int) {
	for i := range l.tokens {
		t := &l.tokens[i]
		switch t.low {
		case "speed", "fast", "faster", "rank", "ranking", "position", "geschwindigkeit", "platz", "rang", "tempo":
			return 0, 0
		}
		way := 0
		switch {
		case l.hyphened(i):
		case t.marks&rises != 0:
			way = 1
		case t.marks&falls != 0:
			way = -1
		}
		if way != 0 && d != 0 && way != d {
			return 0, 0
		}
		if way != 0 && d == 0 {
			verb, d = i, way
		}
	}
	return verb, d
}

// noUnit: a measure that needs one, and a bare figure.
func noUnit(k *keyResult, tell tell) {
	q := k.q
	if k.is != Metric || q.to == nil || q.remark || !k.Unit.IsEmpty() || k.has(isIndex) {
		return
	}
	if !q.to.isBare() || q.from != nil && !q.from.isBare() {
		return
	}
	figure := k.Target.Line()
	if q.at >= 0 {
		figure = k.tokens[q.till].low
	}
	if at := k.measured(); at >= 0 && (q.at > at || q.at < 0) {
		tell(k.figures(), said{"%s of what? “%s” has no unit.", "%s was? „%s“ hat keine Einheit."}, figure, k.quote(at, at))
	}
}

// measured is the noun that is measured, or -1: a "retention period" is no retention.
func (l *line) measured() int {
	for i := range l.tokens {
		if l.tokens[i].marks&measures != 0 && !l.hyphened(i) && l.isHead(i) {
			return i
		}
	}
	return -1
}

func (l *line) isHead(i int) bool {
	if i+1 == len(l.tokens) || l.gap(i) != " " {
		return true
	}
	next := &l.tokens[i+1]
	return next.kind == figure || next.marks&(stop|rises|falls|isNow) != 0
}

// over100: a share of more than everything.
func over100(k *keyResult, tell tell) {
	q := k.q
	if q.to == nil || !q.to.percent || q.to.value <= 100 {
		return
	}
	for i := range k.tokens {
		switch k.tokens[i].low {
		case "by", "um", "nrr", "growth", "wachstum", "attainment", "quota", "plan", "target", "goal", "budget", "roi", "net", "vs", "than", "more",
			"compared", "coverage", "vorjahr", "planerfüllung", "zielerreichung", "capacity", "increase", "return", "rendite":
			return
		}
	}
	if k.has(isShare) || k.isOf() {
		tell(k.figures(), said{"More than 100 %% of them cannot be: “%s”.", "Mehr als 100 %% davon kann es nicht geben: „%s“."}, k.short())
	}
}

// isOf reports whether a percentage is one "of" something: 120 % of users.
func (k *keyResult) isOf() bool {
	if k.q.till < 0 || k.q.till+1 >= len(k.tokens) {
		return false
	}
	next := k.tokens[k.q.till+1].low
	if next == "percent" || next == "prozent" {
		next = ""
		if k.q.till+2 < len(k.tokens) {
			next = k.tokens[k.q.till+2].low
		}
	}
	return next == "of" || next == "der" || next == "aller"
}
