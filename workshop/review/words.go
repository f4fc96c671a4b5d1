package review

import (
	"cmp"
	"iter"
	"slices"
)

// words is the set of words of a text that say something, as hashes in ascending order.
type words []uint64

// content is the set of all words but those that every text has, without the endings that make no difference, and of the figures.
func (l *line) content() words {
	return l.wordsOf(func(t *token) bool { return t.kind != word || t.marks&stop == 0 })
}

// subject is the set of words that say what is measured.
func (l *line) subject() words {
	return l.wordsOf(func(t *token) bool { return t.kind != figure && t.marks&(stop|rises|falls|improves|counts) == 0 })
}

func (l *line) wordsOf(wanted func(*token) bool) words {
	out := make(words, 0, len(l.tokens))
	for i := range l.tokens {
		if t := &l.tokens[i]; wanted(t) {
			out = append(out, hash(root(t.low)))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// root cuts off the ending of an English plural.
func root(low string) string {
	if len(low) > 3 && low[len(low)-1] == 's' && low[len(low)-2] != 's' {
		return low[:len(low)-1]
	}
	return low
}

// shared counts the words that two sets have in common.
func (w words) shared(other words) int {
	n := 0
	for i, j := 0, 0; i < len(w) && j < len(other); {
		switch {
		case w[i] < other[j]:
			i++
		case w[i] > other[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// isAlike reports whether two texts use nearly the same words: three of four are the same.
func (w words) isAlike(other words) bool {
	both := w.shared(other)
	return both > 0 && both*4 >= (len(w)+len(other)-both)*3
}

// rarity says roughly how often words are used; it counts by the last bits of their hashes.
type rarity [1 << 14]uint32

func (r *rarity) note(w words) {
	for _, h := range w {
		r[h%uint64(len(r))]++
	}
}

// pairs yields pairs of a set's words such that two sets that are alike have at least one in common. Of n words, three of four are shared, so
// in any order at least two of the first n/4+2 are; the rarest come first, so that few other texts have them.
func (r *rarity) pairs(w words) iter.Seq[[2]uint64] {
	return func(yield func([2]uint64) bool) {
		const fewest = 3 // words that are worth comparing
		if len(w) < fewest {
			return
		}
		var room [32]uint64
		first := append(room[:0], w...)
		slices.SortFunc(first, func(a, b uint64) int {
			return cmp.Or(cmp.Compare(r[a%uint64(len(r))], r[b%uint64(len(r))]), cmp.Compare(a, b))
		})
		first = first[:min(len(first), len(first)/4+2)]
		for i, a := range first {
			for _, b := range first[i+1:] {
				if !yield([2]uint64{a, b}) {
					return
				}
			}
		}
	}
}

// hash is FNV-1a of 64 bits.
func hash(s string) uint64 { return hashOn(14695981039346656037, s) }

// hashOn goes on with a hash.
func hashOn(h uint64, s string) uint64 {
	for i := range len(s) {
		h ^= uint64(s[i])
		h *= 1099511628211
	}
	return h
}
