package detect

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// entry is one thing that a line says, once.
type entry struct {
	weight  float64
	stem    int32
	concept int16
	token   uint16
}

// sketch has a bit for every stem and concept of a line: two lines without a common bit have nothing in common.
type sketch [4]uint64

func sketchOf(all []entry) (s sketch) {
	for _, e := range all {
		s.set(stemBit(e))
		if e.concept >= 0 {
			s.set(conceptBit(e))
		}
	}
	return s
}

func bit(x uint32) uint32           { return x * 2654435761 >> 24 }
func stemBit(e entry) uint32        { return bit(uint32(e.stem)) }
func conceptBit(e entry) uint32     { return bit(^uint32(e.concept)) }
func (s *sketch) set(b uint32)      { s[b>>6] |= 1 << (b & 63) }
func (s *sketch) has(b uint32) bool { return s[b>>6]&(1<<(b&63)) != 0 }

func (s *sketch) meets(t *sketch) bool {
	return s[0]&t[0]|s[1]&t[1]|s[2]&t[2]|s[3]&t[3] != 0
}

// entriesOf are the words of a line that say something, in the order of the stems.
func entriesOf(l *line) []entry {
	n := 0
	for i := range l.tokens {
		if l.tokens[i].weight > 0 {
			n++
		}
	}
	all := make([]entry, 0, n)
	for i, t := range l.tokens {
		if t.weight > 0 {
			all = append(all, entry{t.weight, t.stem, t.concept, uint16(i)})
		}
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Or(int(a.stem-b.stem), int(a.token)-int(b.token)) })
	return slices.CompactFunc(all, func(a, b entry) bool { return a.stem == b.stem })
}

// gist is what is compared of a line.
type gist struct {
	entries []entry
	sketch  sketch
	sum     float64 // of the weights
	fresh   float64 // 1 for what a few objectives say, less for a line of a template
}

func gistOf(l *line) gist {
	e := entriesOf(l)
	g := gist{entries: e, sketch: sketchOf(e), fresh: 1}
	for _, x := range e {
		g.sum += x.weight
	}
	return g
}

// ofATemplate is how many objectives must have a line for it to be one that people fill in.
const ofATemplate = 4

// freshen finds the lines of templates: what stands in many objectives says little about any two of them.
func (c *corpus) freshen(lines [][]gist) {
	count := map[string]int{}
	var key []byte
	each := func(f func(*gist)) {
		for n, o := range lines {
			if n%256 == 0 && c.stopped() {
				return
			}
			for i := range o {
				key = key[:0]
				for _, e := range o[i].entries {
					key = binary.LittleEndian.AppendUint32(key, uint32(e.stem))
				}
				f(&o[i])
			}
		}
	}
	each(func(*gist) { count[string(key)]++ })
	each(func(g *gist) {
		if n := count[string(key)]; n >= ofATemplate {
			g.fresh = float64(ofATemplate-1) / float64(n)
		}
	})
}

// covered is the share of what an offer says that a line speaks of, or 0 where that is no more than least.
func covered(offer, l *gist, least float64) float64 {
	if offer.sum == 0 {
		return 0
	}
	missed, most := 0.0, (1-least)*offer.sum
	for _, x := range offer.entries {
		switch {
		case l.sketch.has(stemBit(x)) && slices.ContainsFunc(l.entries, func(y entry) bool { return y.stem == x.stem }):
		case x.concept >= 0 && l.sketch.has(conceptBit(x)) && slices.ContainsFunc(l.entries, func(y entry) bool { return y.concept == x.concept }):
			missed += (1 - sameConcept) * x.weight
		default:
			missed += x.weight
		}
		if missed >= most {
			return 0
		}
	}
	return 1 - missed/offer.sum
}

// sameConcept is how much two different words for one concept count, compared with the same word.
const sameConcept = 0.7

// overlap is what two lines both say: its share of all that they say, 0 to 1, how much it is, and the second thing in it that tells
// most. Two short lines with one word in common have a great share, but it is little.
type overlap struct{ share, sum, second float64 }

// similar compares two lines. Different words for one concept count, too.
func similar(a, b []entry) overlap {
	var both, all float64
	var first, second float64
	shared := func(weight float64) {
		both += 2 * weight
		if weight > first {
			first, second = weight, first
		} else {
			second = max(second, weight)
		}
	}
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
			shared((a[i].weight + b[j].weight) / 2)
			all += a[i].weight + b[j].weight
			i++
			j++
		}
	}
	for _, x := range restA[:na] {
		for k := range restB[:nb] {
			if y := &restB[k]; x.concept == y.concept {
				shared(sameConcept * min(x.weight, y.weight))
				y.concept = -1
				break
			}
		}
	}
	if all == 0 {
		return overlap{}
	}
	return overlap{min(both/all, 1), both / 2, second}
}
