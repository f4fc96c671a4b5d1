// Package say puts numbers, names and quotations into English sentences, so that they read the same on the screen, in the record and on the
// command line.
package say

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
)

// Count is a number with its noun: "1 team", "3 teams".
func Count(n int, one string) string { return Plural(n, one, one+"s") }

// Plural is Count for a noun that takes more than an s: "1 entry", "3 entries".
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Join lists texts as one says them: "a, b and c".
func Join(texts []string) string { return join(texts, ", ") }

// Names is Join for names, which may have a comma of their own: "Risk, Legal & Tax; Red and Blue".
func Names(names []string) string {
	if slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, ",") }) {
		return join(names, "; ")
	}
	return Join(names)
}

func join(texts []string, between string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	last := len(texts) - 1
	return strings.Join(texts[:last], between) + " and " + texts[last]
}

// Quote puts a text into quotation marks, on one line.
func Quote(t model.Text) string { return "“" + t.Line() + "”" }
