package review

import (
	"cmp"
	"slices"

	"souk/ui/screens"
)

// steady keeps matters in the order in which they first came, whatever a decision makes of their scores: what stands below the cursor does not
// move while the coach goes through it. The zero value knows none.
type steady struct {
	place map[string]int
	first int
}

// keep puts matters into their order. Those that are new stand before the others. It changes the slice.
func (s *steady) keep(ms []screens.Matter) []screens.Matter {
	if s.place == nil {
		s.place = map[string]int{}
	}
	for _, m := range slices.Backward(ms) {
		if _, known := s.place[m.Key()]; !known {
			s.first--
			s.place[m.Key()] = s.first
		}
	}
	slices.SortStableFunc(ms, func(a, b screens.Matter) int { return cmp.Compare(s.place[a.Key()], s.place[b.Key()]) })
	return ms
}
