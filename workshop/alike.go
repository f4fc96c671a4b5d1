package workshop

import (
	"slices"
	"strings"
	"unicode"

	"souk/model"
)

// likeness is one way to tell that a draft and something known are nearly the same: by two sets of words that have enough in common.
type likeness struct {
	drafted, known func(i int) []string
	enough         func(common, drafted, known int) bool
}

// pairAlike goes on where pair found nothing; may says which of them could be the same at all. Two are paired where each is the other's best
// and no third is as good, so that their order does not matter. A better likeness goes before a worse one for all of them.
func pairAlike(found []int, known int, may func(i, k int) bool, likenesses ...likeness) {
	taken := make([]bool, known)
	for _, k := range found {
		if k >= 0 {
			taken[k] = true
		}
	}
	for _, like := range likenesses {
		drafts, knowns := like.bests(found, taken, may)
		for i, d := range drafts {
			if d.is() && knowns[d.other].is() && knowns[d.other].other == i {
				found[i], taken[d.other] = d.other, true
			}
		}
	}
}

// bests finds for each draft that has no pair what resembles it most, and the other way round.
func (like likeness) bests(found []int, taken []bool, may func(i, k int) bool) (drafts, knowns []best) {
	drafts, knowns = make([]best, len(found)), make([]best, len(taken))
	sizes, holders := make([]int, len(taken)), map[string][]int{}
	for k := range taken {
		if taken[k] {
			continue
		}
		words := like.known(k)
		sizes[k] = len(words)
		for _, w := range words {
			holders[w] = append(holders[w], k)
		}
	}
	for i := range found {
		if found[i] >= 0 {
			continue
		}
		words, common := like.drafted(i), map[int]int{}
		for _, w := range words {
			for _, k := range holders[w] {
				common[k]++
			}
		}
		for k, n := range common {
			if like.enough(n, len(words), sizes[k]) && may(i, k) {
				overlap := float64(n) / float64(len(words)+sizes[k]-n)
				drafts[i].see(overlap, k)
				knowns[k].see(overlap, i)
			}
		}
	}
	return drafts, knowns
}

// best is what resembles something most; of two that do so equally neither is.
type best struct {
	overlap float64
	other   int
	tie     bool
}

func (b *best) see(overlap float64, other int) {
	switch {
	case overlap > b.overlap:
		*b = best{overlap: overlap, other: other}
	case overlap == b.overlap:
		b.tie = true
	}
}

func (b best) is() bool { return b.overlap > 0 && !b.tie }

// most is more than half of the larger set.
func most(common, a, b int) bool { return 2*common > max(a, b) }

// nearly is six tenths of what the sets have together.
func nearly(common, a, b int) bool { return 10*common >= 6*(a+b-common) }

// set is the texts that are not empty, each once, as Fold compares.
func set(texts ...model.Text) []string {
	var out []string
	for _, t := range texts {
		if !t.IsEmpty() {
			out = append(out, model.Fold(t))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// titleWords are the words of a title, each once.
func titleWords(t model.Text) []string {
	out := strings.FieldsFunc(model.Fold(t), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) })
	slices.Sort(out)
	return slices.Compact(out)
}
