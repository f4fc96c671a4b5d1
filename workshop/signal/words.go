package signal

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"souk/model"
)

func quote(t model.Text) string { return "“" + t.Line() + "”" }

// ended is a quotation at the end of a sentence.
func ended(t model.Text) string {
	if line := t.Line(); strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") {
		return quote(t)
	}
	return quote(t) + "."
}

// count is a number with its noun: "1 team", "3 teams".
func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// join lists texts as one says them: "a, b and c"; where a name has a comma itself, "a; b, c and d".
func join(texts []string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	last, comma := len(texts)-1, ", "
	if slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, ",") && !strings.HasPrefix(t, "“") }) {
		comma = "; "
	}
	return strings.Join(texts[:last], comma) + " and " + texts[last]
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
