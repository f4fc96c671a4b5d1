package detect

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// slice is a word with its place in a text.
type slice struct {
	text       string
	start, end int
}

// wordsOf yields the words and numbers of a text: Unicode word segments that hold a letter or a digit.
func wordsOf(text string) iter.Seq[slice] {
	return func(yield func(slice) bool) {
		for it := words.FromString(text); it.Next(); {
			w := it.Value()
			if !says(w) {
				continue
			}
			for from := 0; from < len(w); { // "npm.js" and "we're" are several words
				to := len(w)
				if i := strings.IndexFunc(w[from:], parts); i >= 0 && !isNumber(w) {
					to = from + i
				}
				if part := w[from:to]; says(part) && !yield(slice{part, it.Start() + from, it.Start() + to}) {
					return
				}
				_, size := utf8.DecodeRuneInString(w[min(to, len(w)):])
				from = to + max(size, 1)
			}
		}
	}
}

// parts reports whether a character ends a word in the middle of a segment.
func parts(r rune) bool {
	switch r {
	case '.', '\'', '’', ':', '_':
		return true
	}
	return false
}

func says(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

func isNumber(word string) bool {
	return word != "" && word[0] >= '0' && word[0] <= '9'
}

// word is what the detector knows about one written form.
type word struct {
	stems [languages]int32 // -1 until somebody asks
	text  string
	marks marks
	time  int8 // the month or season that it names, or -1
	// compound is the concept inside a German compound, once somebody asked.
	compound *said
}

// vocabulary gives numbers to the words and stems of one run. The stems of the lexicon keep theirs.
type vocabulary struct {
	lex   *lexicon
	ids   map[string]int32 // of words, as written
	words []word
	own   map[string]int32 // stems beyond the lexicon's
	votes [languages]int   // lines in each language
	// tokens is where a line is parsed, before it is kept in as little room as it needs.
	tokens []token
}

func newVocabulary(lex *lexicon) *vocabulary {
	return &vocabulary{lex: lex, ids: map[string]int32{}, own: map[string]int32{}}
}

// word is the number of a word as written.
func (v *vocabulary) word(text string) int32 {
	if id, ok := v.ids[text]; ok {
		return id
	}
	folded := fold(text)
	w := word{text: folded, stems: [languages]int32{-1, -1}, marks: v.lex.byWord[folded], time: timeNamed(folded)}
	id := int32(len(v.words))
	v.words = append(v.words, w)
	v.ids[strings.Clone(text)] = id
	return id
}

// stem is the number of a word's stem.
func (v *vocabulary) stem(id int32, in language) int32 {
	w := &v.words[id]
	if w.stems[in] < 0 {
		s := w.text
		if !isNumber(s) {
			s = stem(s, in)
		}
		w.stems[in] = v.intern(s)
	}
	return w.stems[in]
}

func (v *vocabulary) intern(s string) int32 {
	if id, ok := v.lex.stems[s]; ok {
		return id
	}
	id, ok := v.own[s]
	if !ok {
		id = int32(len(v.lex.stems) + len(v.own))
		v.own[s] = id
	}
	return id
}

// size is one more than the greatest number of a stem.
func (v *vocabulary) size() int { return len(v.lex.stems) + len(v.own) }
