package intake

import "unicode/utf8"

// nearest is the word most like the given one, where one is near enough to have been meant. It looks at no more than a thousand short words.
func nearest(word string, words []string) (string, bool) {
	w := []rune(fold(word))
	if len(w) > 40 {
		return "", false
	}
	best, least := "", min((len(w)+1)/2, 4)
	for _, candidate := range words[:min(len(words), 1000)] {
		if utf8.RuneCountInString(candidate) > 60 {
			continue
		}
		if d := distance(w, []rune(fold(candidate))); d < least {
			best, least = candidate, d
		}
	}
	return best, best != ""
}

// distance is how many characters must be put in, taken out or changed to make b of a (Levenshtein).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		corner := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := corner
			if x != y {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, corner+1)
		}
	}
	return row[len(b)]
}
