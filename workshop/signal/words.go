package signal

import (
	"strings"
	"unicode"

	"souk/model"
	"souk/workshop/say"
)

// ended is a quotation at the end of a sentence.
func ended(t model.Text) string {
	if line := t.Line(); strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") {
		return say.Quote(t)
	}
	return say.Quote(t) + "."
}

// saidLast is what was said, behind a colon; nothing where that is blank.
func saidLast(t model.Text) string {
	if t.IsEmpty() {
		return ""
	}
	return ": " + t.Line()
}

// bare is a text as copies are compared: its letters, digits and signs of quantity, case ignored.
func bare(t model.Text) string {
	var b strings.Builder
	b.Grow(len(t.String()))
	for _, r := range t.String() {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("%€$£→", r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// The shortest word that says what a text is about, and how much of a word tells its family: reduce, reduces, reduction.
const (
	contentWord = 5
	stemLength  = 6
)

// about is what a text is about: the beginnings of its longer words.
func about(t model.Text) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(t.String()), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if r := []rune(w); len(r) >= contentWord {
			out[string(r[:min(len(r), stemLength)])] = true
		}
	}
	return out
}

// contains reports whether a text says one of some phrases.
func contains(t model.Text, phrases []string) bool {
	text := " " + model.Fold(t) + " "
	for _, p := range phrases {
		if strings.Contains(text, p) {
			return true
		}
	}
	return false
}
