package review

// noWhyNow: what the objective contributes to is said, or it need not contribute; why it matters now is not.
func noWhyNow(o *objective, tell tell) {
	if !o.WhyNow.IsEmpty() || len(o.Supports) == 0 && !o.team.supports() {
		return
	}
	if o.team.supports() {
		tell(o.whole(), said{
			"No why-now yet. One honest sentence is enough: who would notice if you left it out this cycle?",
			"Noch kein Warum-jetzt. Ein ehrlicher Satz genügt: Wer würde es merken, wenn ihr es in diesem Zyklus wegließet?",
		})
		return
	}
	tell(o.whole(), said{
		"It says what it supports, not why this cycle. What happens if it waits?",
		"Es sagt, worauf es einzahlt, nicht, warum in diesem Zyklus. Was passiert, wenn es wartet?",
	})
}

// standsAlone: neither a contribution nor a why-now. That is allowed, and asked about.
func standsAlone(o *objective, tell tell) {
	if o.WhyNow.IsEmpty() && len(o.Supports) == 0 && !o.team.supports() {
		tell(o.whole(), said{
			"Nothing says yet why it matters now or what it contributes to. It may stand alone; then say why it does.",
			"Noch sagt nichts, warum es jetzt wichtig ist oder wozu es beiträgt. Es darf allein stehen; dann sagt, warum.",
		})
	}
}

// echo: a why-now that says the title again.
func echo(o *objective, tell tell) {
	if o.echoes() {
		tell(o.whyNow(), said{
			"“%s” says the objective once more. What has changed that makes it matter this cycle?",
			"„%s“ sagt das Ziel noch einmal. Was hat sich geändert, dass es in diesem Zyklus wichtig ist?",
		}, o.why.short())
	}
}

// echoes reports whether the why-now says little that the title does not say.
func (o *objective) echoes() bool {
	why := o.why.content()
	return len(why) >= 2 && why.shared(o.words)*5 >= len(why)*4
}

// shortWhyNow: a why-now of a word or two, or of one that holds its place.
func shortWhyNow(o *objective, tell tell) {
	if o.why.isShort() && !o.echoes() {
		tell(o.whyNow(), said{
			"“%s” is too short to say why now. One sentence is enough.",
			"„%s“ ist zu kurz, um zu sagen, warum jetzt. Ein Satz genügt.",
		}, o.why.short())
	}
}

// isShort reports whether a why-now is not yet a sentence: "N11", "TBD", "County audit".
func (l *line) isShort() bool {
	if _, _, _, ok := l.placeholder(); ok && len(l.tokens) <= 5 {
		return true
	}
	return len(l.tokens) > 0 && len(l.tokens) <= 2 && !l.has(stock)
}

// fitsAnything: a why-now that could stand below any objective.
func fitsAnything(o *objective, tell tell) {
	if len(o.why.tokens) == 0 || o.why.isShort() {
		return
	}
	own := 0
	for i := range o.why.tokens {
		if t := &o.why.tokens[i]; t.kind != word || t.marks&(stop|stock|filler) == 0 {
			own++
		}
	}
	if own < 2 {
		tell(o.whyNow(), said{
			"“%s” would fit any objective. What is it about this one, now?",
			"„%s“ würde zu jedem Ziel passen. Was ist es bei diesem, jetzt?",
		}, o.why.short())
	}
}
