package review

// noWhyNow: what the objective contributes to is said, or it need not contribute; why it matters now is not.
func noWhyNow(o *objective, tell tell) {
	if !o.WhyNow.IsEmpty() || len(o.Supports) == 0 && !o.team.supports() {
		return
	}
	if o.team.supports() {
		tell(o.whole(), "No why-now yet. One honest sentence is enough: who would notice if you left it out this cycle?")
		return
	}
	tell(o.whole(), "It says what it supports, not why this cycle. What happens if it waits?")
}

// standsAlone: neither a contribution nor a why-now. That is allowed, and asked about.
func standsAlone(o *objective, tell tell) {
	if o.WhyNow.IsEmpty() && len(o.Supports) == 0 && !o.team.supports() {
		tell(o.whole(), "Nothing says yet why it matters now or what it contributes to. It may stand alone; then say why it does.")
	}
}

// echo: a why-now that says the title again.
func echo(o *objective, tell tell) {
	if o.WhyNow.IsEmpty() {
		return
	}
	said := o.why.content()
	if len(said) >= 2 && said.shared(o.words)*5 >= len(said)*4 {
		tell(o.whyNow(), "“%s” says the objective once more. What has changed that makes it matter this cycle?", o.why.short())
	}
}

// fitsAnything: a why-now that could stand below any objective.
func fitsAnything(o *objective, tell tell) {
	if o.WhyNow.IsEmpty() || len(o.why.tokens) == 0 {
		return
	}
	if _, _, ok := o.why.placeholder(); ok && len(o.why.tokens) <= 5 {
		tell(o.whyNow(), "“%s” holds a place. One sentence is enough.", o.why.short())
		return
	}
	own := 0
	for i := range o.why.tokens {
		if t := &o.why.tokens[i]; t.kind != word || t.marks&(stop|stock|filler) == 0 {
			own++
		}
	}
	if own < 2 {
		tell(o.whyNow(), "“%s” would fit any objective. What is it about this one, now?", o.why.short())
	}
}
