package detect

import (
	"strings"
	"unicode/utf8"

	snowball "github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/german"
	"golang.org/x/text/unicode/norm"
)

// language is what a line is written in, as far as stemming goes.
type language uint8

const (
	inEnglish language = iota
	inGerman
	languages
)

// fold makes words comparable: compatibility forms and case do not matter.
func fold(word string) string {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return strings.ToLower(norm.NFKC.String(word))
		}
	}
	return strings.ToLower(word)
}

// stem cuts the endings off a folded word.
func stem(word string, in language) string {
	env := snowball.NewEnv(word)
	if in == inGerman {
		german.Stem(env)
	} else {
		english.Stem(env)
	}
	return env.Current()
}
