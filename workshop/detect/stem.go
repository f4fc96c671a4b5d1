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

// apart are English words that the stemmer would make one with words of another meaning: an engine is no engineer, experience no
// experiment, a customer nothing custom.
var apart = map[string]string{
	"engineer": "engineer", "engineers": "engineer", "engineering": "engineer",
	"experience": "experienc", "experiences": "experienc", "experienced": "experienc",
	"custom": "customiz", "customize": "customiz", "customized": "customiz", "customise": "customiz", "customised": "customiz",
	"customization": "customiz", "customizable": "customiz",
	"productivity": "productiv", "productive": "productiv", "production": "production", "productions": "production",
	"marketing": "marketing", "conversation": "conversat", "conversations": "conversat",
	"internal": "internal", "internally": "internal", "important": "important", "importantly": "important", "importance": "important",
	"organic": "organic", "organically": "organic", "business": "business", "businesses": "business",
	"position": "position", "positions": "position", "positioning": "position", "university": "universit", "universities": "universit",
	"accounting": "accounting", "news": "news", "generic": "generic", "objective": "objective", "objectives": "objective",
	"relevant": "relevant", "relevance": "relevant",
}

// stem cuts the endings off a folded word.
func stem(word string, in language) string {
	if s, ok := apart[word]; ok && in == inEnglish {
		return s
	}
	env := snowball.NewEnv(word)
	if in == inGerman {
		german.Stem(env)
	} else {
		english.Stem(env)
	}
	return env.Current()
}
