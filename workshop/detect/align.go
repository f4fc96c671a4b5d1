package detect

import (
	"cmp"
	"slices"
)

// entry is one thing that a line says, once.
type entry struct {
	stem    int32
	concept int16
	weight  float64
	token   int
}

// sketch has a bit for every stem and concept of a line: two lines without a common bit have nothing in common.
type sketch [4]uint64

func sketchOf(all []entry) (s sketch) {
	set := func(x uint32) {
		x = x * 2654435761 >> 24
		s[x>>6] |= 1 << (x & 63)
	}
	for _, e := range all {
		set(uint32(e.stem))
		if e.concept >= 0 {
			set(^uint32(e.concept))
		}
	}
	return s
}

func (s *sketch) meets(t *sketch) bool {
	return s[0]&t[0]|s[1]&t[1]|s[2]&t[2]|s[3]&t[3] != 0
}

// entriesOf are the words of a line that say something, in the order of the stems.
func entriesOf(l *line) []entry {
	all := make([]entry, 0, len(l.tokens))
	for i, t := range l.tokens {
		if t.weight > 0 {
			all = append(all, entry{t.stem, t.concept, t.weight, i})
		}
	}
	slices.SortFunc(all, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.stem, b.stem), cmp.Compare(a.token, b.token))
	})
	return slices.CompactFunc(all, func(a, b entry) bool { return a.stem == b.stem })
}

// sameConcept is how much two different words for one concept count, compared with the same word.
const sameConcept = 0.7

// similar is how much of what two lines say they both say, 0 to 1: the share of the weight that stands on both sides. Different words for
// one concept count, too.
func similar(a, b []entry) float64 {
	var both, all float64
	var restA, restB [8]entry
	na, nb := 0, 0
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || (i < len(a) && a[i].stem < b[j].stem):
			all += a[i].weight
			if a[i].concept >= 0 && na < len(restA) {
				restA[na] = a[i]
				na++
			}
			i++
		case i == len(a) || a[i].stem > b[j].stem:
			all += b[j].weight
			if b[j].concept >= 0 && nb < len(restB) {
				restB[nb] = b[j]
				nb++
			}
			j++
		default:
			both += a[i].weight + b[j].weight
			all += a[i].weight + b[j].weight
			i++
			j++
		}
	}
	for _, x := range restA[:na] {
		for k := range restB[:nb] {
			if y := &restB[k]; x.concept == y.concept {
				both += 2 * sameConcept * min(x.weight, y.weight)
				y.concept = -1
				break
			}
		}
	}
	if all == 0 {
		return 0
	}
	return min(both/all, 1)
}
