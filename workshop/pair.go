package workshop

import (
	"slices"

	"souk/model"
)

// way is one way to tell that a draft and something known are the same: both say the same word, which is not empty.
type way struct{ drafted, known func(i int) string }

// pair finds for each of the drafts the known thing that it updates, -1 where it is new. A better way goes before a worse one for all of
// them; where several say the same, they pair in their order.
func pair(drafted, known int, ways ...way) []int {
	out := slices.Repeat([]int{-1}, drafted)
	taken := make([]bool, known)
	for _, w := range ways {
		waiting := map[string][]int{}
		for k := range known {
			if word := w.known(k); word != "" && !taken[k] {
				waiting[word] = append(waiting[word], k)
			}
		}
		for i := range drafted {
			word := w.drafted(i)
			if ks := waiting[word]; out[i] < 0 && len(ks) > 0 {
				out[i], taken[ks[0]] = ks[0], true
				waiting[word] = ks[1:]
			}
		}
	}
	return out
}

// words is a title as a word that is never empty.
func words(t model.Text) string { return "=" + model.Fold(t) }

// unmistakable blanks the ids that stand more than once: they tell nothing apart.
func unmistakable[T ~string](n int, id func(i int) *T) {
	times := map[T]int{}
	for i := range n {
		times[*id(i)]++
	}
	for i := range n {
		if times[*id(i)] > 1 {
			*id(i) = ""
		}
	}
}
