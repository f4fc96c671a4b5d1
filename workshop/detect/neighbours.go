package detect

import "slices"

// neighbours find the objectives that share most with one. Words and concepts that stand everywhere find nobody.
type neighbours struct {
	*corpus
	stems, concepts inverted
	teams           []int32 // by objective
	shared          bool    // some objective has several owners
}

// inverted lists the objectives of every stem or concept; nil for one that finds nobody.
type inverted [][]posting

// posting is half as large as a feature: going through them takes most of the time.
type posting struct {
	objective int32
	weight    float32
}

func (c *corpus) neighbours() *neighbours {
	n := len(c.objectives)
	limit := n
	if n > everything {
		limit = max(everything, n/20)
	}
	x := &neighbours{corpus: c, teams: make([]int32, n)}
	for o := range c.objectives {
		x.teams[o] = int32(c.objectives[o].team)
		x.shared = x.shared || len(c.objectives[o].owners) > 0
	}
	x.stems = invert(n, c.size(), func(o int) []feature { return c.objectives[o].stems }, limit)
	x.concepts = invert(n, len(c.known), func(o int) []feature { return c.objectives[o].concepts }, limit)
	return x
}

func invert(n, size int, features func(o int) []feature, limit int) inverted {
	count := make([]int, size)
	for o := range n {
		for _, f := range features(o) {
			count[f.id]++
		}
	}
	index := make(inverted, size)
	for id, k := range count {
		if k > 1 && k <= limit {
			index[id] = make([]posting, 0, k)
		}
	}
	for o := range n {
		for _, f := range features(o) {
			if cap(index[f.id]) > 0 {
				index[f.id] = append(index[f.id], posting{int32(o), float32(f.weight)})
			}
		}
	}
	return index
}

// search looks for one objective after the other.
type search struct {
	*neighbours
	sums    []cosines // by objective; none of those that were not touched
	touched []int32
	kept    []pair
}

// sumUp adds up what every other objective shares with objective a.
func (s *search) sumUp(a int) {
	s.touched = s.touched[:0]
	for _, f := range s.objectives[a].stems {
		weight := float32(f.weight)
		for _, p := range s.stems[f.id] {
			sum := &s.sums[p.objective]
			if sum.none() {
				s.touched = append(s.touched, p.objective)
			}
			sum.stems += weight * p.weight
		}
	}
	for _, f := range s.objectives[a].concepts {
		weight := float32(f.weight)
		for _, p := range s.concepts[f.id] {
			sum := &s.sums[p.objective]
			if sum.none() {
				s.touched = append(s.touched, p.objective)
			}
			sum.concepts += weight * p.weight
		}
	}
}

// opposed are the pairs with later objectives that stand against the one looked for though they share nothing, or name the time of a standstill.
func (s *search) opposed(a int) []pair {
	var all []pair
	for b := a + 1; b < len(s.objectives); b++ {
		if s.apart(a, b) && (s.sums[b].none() && s.strained(a, b) || s.halted(a, b)) {
			all = append(all, pair{a: int32(a), b: int32(b), cosines: s.sums[b]})
		}
	}
	return all
}

// nearest are the pairs with the most objectives of other teams that share something with the one looked for, the nearest first. It forgets what
// was found; the result holds until the next search.
func (s *search) nearest(a, most int) []pair {
	s.kept = s.kept[:0]
	least := float32(-1) // what one must have once there are enough
	for _, b := range s.touched {
		sum := s.sums[b]
		s.sums[b] = cosines{}
		if sum.score() < least || s.teams[a] == s.teams[b] || s.shared && !s.apart(a, int(b)) {
			continue
		}
		s.kept = insert(s.kept, pair{a: int32(a), b: b, cosines: sum}, most)
		if len(s.kept) == most {
			least = s.kept[most-1].score()
		}
	}
	return s.kept
}

// insert puts a pair into its place among the nearest ones of an objective, if it is one of them.
func insert(kept []pair, p pair, most int) []pair {
	i, score := len(kept), p.score()
	for i > 0 && (score > kept[i-1].score() || score == kept[i-1].score() && p.b < kept[i-1].b) {
		i--
	}
	if i == most {
		return kept
	}
	return slices.Insert(kept, i, p)[:min(len(kept)+1, most)]
}
