package review

import (
	"fmt"

	"souk/model"
)

// said is a sentence in English and in German; both are formats that take the same arguments in the same order.
type said struct{ english, german string }

// in is the sentence in one of the languages.
func (s said) in(german bool, args ...any) model.Text {
	format := s.english
	if german {
		format = s.german
	}
	return model.Clean(fmt.Sprintf(format, args...))
}

// word is what stands there in one of the languages.
func (s said) word(german bool) string {
	if german {
		return s.german
	}
	return s.english
}

// tongue is the language that a text shows: figures and names show none, and one word is not enough.
type tongue int8

const (
	english tongue = iota - 1
	neither
	inGerman
)

// speaksGerman reports whether the first text that shows a language is German.
func speaksGerman(texts ...tongue) bool {
	for _, t := range texts {
		if t != neither {
			return t == inGerman
		}
	}
	return false
}

// tongue is the language of a text.
func (l *line) tongue() tongue {
	switch {
	case l.score >= 2:
		return inGerman
	case l.score <= -2:
		return english
	}
	return neither
}

// tongue is the language of most of a team's texts.
func (t *team) tongue() tongue {
	sum := 0
	for i := range t.objectives {
		o := &t.objectives[i]
		sum += o.title.score
		for k := range o.keyResults {
			sum += o.keyResults[k].score
		}
	}
	switch {
	case sum > 0:
		return inGerman
	case sum < 0:
		return english
	}
	return neither
}
