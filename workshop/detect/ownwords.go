package detect

import (
	"slices"
	"strings"

	"souk/model"
)

// mostOwn is how many pairs of own words count: those that were said last.
const mostOwn = 300

// lexiconWith is the lexicon with the words that a workshop treats as the same.
func lexiconWith(own [][2]model.Text) *lexicon {
	if len(own) == 0 {
		return theLexicon()
	}
	return newLexicon(own[max(0, len(own)-mostOwn):])
}

// readOwn makes each pair of words say one concept: the one that the glossary knows the first word by, or else the second, or else a new one
// with the name of the first. What the workshop says goes before what the glossary says.
func (l *lexicon) readOwn(own [][2]model.Text) {
	for _, pair := range own {
		one, other := plainTerm(model.Fold(pair[0])), plainTerm(model.Fold(pair[1]))
		if len(l.sequence(one, inEnglish)) == 0 || len(l.sequence(other, inEnglish)) == 0 {
			continue
		}
		id, turns := l.conceptOf(one)
		if id < 0 {
			id, turns = l.conceptOf(other)
		}
		if id < 0 {
			id = len(l.concepts)
			l.concepts = append(l.concepts, concept{name: one})
		}
		for in := range languages {
			l.prefer(one, in, id, turns)
			l.prefer(other, in, id, turns)
		}
	}
}

// conceptOf is the concept that exactly this term says, and whether it says the opposite; -1 where there is none.
func (l *lexicon) conceptOf(term string) (id int, turns bool) {
	var written []string
	for w := range wordsOf(term) {
		written = append(written, singular(fold(w.text)))
	}
	for in := range languages {
		ids := l.sequence(term, in)
		if int(ids[0]) >= len(l.phrases[in]) {
			continue
		}
		for _, p := range l.phrases[in][ids[0]] {
			if slices.Equal(p.rest, ids[1:]) && (p.words == nil || slices.Equal(p.words, written)) {
				return int(p.id), p.turns
			}
		}
	}
	return -1, false
}

// prefer is add, before what other phrases with the same first word say.
func (l *lexicon) prefer(term string, in language, id int, turns bool) {
	if turns {
		term = "!" + term
	}
	l.add(&l.phrases[in], term, in, id, 1)
	first := l.sequence(term, in)[0] // words only: the mark does not count
	all := l.phrases[in][first]
	last := all[len(all)-1]
	copy(all[1:], all)
	all[0] = last
}

// Entry is a line of the glossary: a concept, and the words that say it in English and in German.
type Entry struct {
	Concept         string
	English, German []string
}

// Glossary is what the detector knows about words beforehand, in the order of its file.
func Glossary() []Entry {
	var all []Entry
	for _, row := range rows(glossaryText, 4) {
		all = append(all, Entry{Concept: row[0], English: terms(row[2]), German: terms(row[3])})
	}
	return all
}

// terms are the words of a cell as people write them.
func terms(cell string) []string {
	all := list(cell)
	for i, t := range all {
		all[i] = plainTerm(t)
	}
	return all
}

// plainTerm is a term without the marks before it that only the detector needs.
func plainTerm(t string) string { return strings.TrimLeft(t, "!~= ") }
