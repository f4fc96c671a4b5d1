package dialog

import (
	"strings"

	"souk/model"
)

// Values is what stands in the fields of a form, by the fields' keys. A key that is no field has the zero value.
type Values struct {
	texts   map[string]model.Text
	choices map[string]int
}

// Text is what a field says: what was typed, or the words of the chosen option.
func (v Values) Text(key string) model.Text { return v.texts[key] }

// Choice is the index of the chosen option.
func (v Values) Choice(key string) int { return v.choices[key] }

// Votes are the votes typed into a field of digits.
func (v Values) Votes(key string) []int { return votes(v.texts[key].String()) }

// votes reads the digits 0 to 5.
func votes(s string) []int {
	var out []int
	for _, r := range s {
		if isVote(r) {
			out = append(out, int(r-'0'))
		}
	}
	return out
}

func isVote(r rune) bool { return r >= '0' && r <= '5' }

// Digits writes votes as they are typed into a field of digits.
func digits(votes []int) string {
	var b strings.Builder
	for i, v := range votes {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte(byte('0' + min(max(v, 0), 5)))
	}
	return b.String()
}
