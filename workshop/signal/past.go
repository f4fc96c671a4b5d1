package signal

import (
	"souk/model"
	"souk/workshop/say"
)

// A past signal speaks of an intent where it has most of its longer words, and some of them.
const (
	fewestWords = 3
	mostOf      = 4 // three of four
)

// remember adds what leadership was told about the same last cycle, and what it answered.
func (r *reader) remember(g Signal) Signal {
	for _, past := range r.PastSignals {
		if !r.isSame(g, past) {
			continue
		}
		line := "Leadership was told last cycle already: " + say.Quote(past.Text)
		if past.Answer.IsEmpty() {
			line += ", and has not answered."
		} else {
			line += ", and answered: " + past.Answer.Line()
		}
		g.Evidence = append(g.Evidence, line)
	}
	return g
}

// isSame reports whether a signal of last cycle was about the same: in the same sentence, or about the same intent.
func (r *reader) isSame(g Signal, past model.PastSignal) bool {
	if bare(model.Clean(g.Text)) == bare(past.Text) {
		return true
	}
	if g.Intent == "" {
		return false
	}
	i, _ := r.Intent(g.Intent)
	said, common := about(past.Text), 0
	words := about(i.Text)
	for w := range words {
		if said[w] {
			common++
		}
	}
	return common >= fewestWords && common*mostOf >= len(words)*(mostOf-1)
}
