package screens

import (
	"cmp"
	"slices"

	"souk/ui/flow"
	"souk/workshop/detect"
)

// The room's decisions rank anew what is left. What lies under the cursor keeps its place on the screen all the same, and what moved
// around it bears a sign until the next key.
const (
	signRose = "↑"
	signSank = "↓"
)

// byLikelihood are the numbers of rows in the order in which the detector alone would put them. Which of them are shown follows from
// that: the decisions of the room move what is shown, and bring up nothing else, so that the room comes to an end.
func byLikelihood(rows []matter) []int {
	before := make([]float64, len(rows))
	order := make([]int, len(rows))
	for i, m := range rows {
		before[i], order[i] = detect.Unlearned(m.finding), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(before[b], before[a]) })
	return order
}

// keepPlace puts the cursor on the matter that it was on, and leaves that where it is on the screen. As long as nobody has chosen one, that is
// none that the coach dismissed, unless there is no other.
func (s *findings) keepPlace(old matters) {
	if at := s.list.Cursor; !s.begun && at < len(old.rows) && old.rows[at].isAside() {
		s.list.To(max(s.cache.next(-1, 1), 0), len(s.cache.rows))
		return
	}
	if s.list.Cursor >= len(old.rows) {
		return
	}
	was, n := old.rows[s.list.Cursor], len(s.cache.rows)
	at := slices.IndexFunc(s.cache.rows, was.is)
	switch from := s.cache.from; {
	case at < 0:
	case from.team != old.from.team || from.more != old.from.more:
		s.list.To(at, n)
	case !s.cache.within(old):
		s.list.Top = max(s.list.Top+at-s.list.Cursor, 0)
		s.list.To(at, n)
	default:
		s.list.To(s.list.Cursor, n)
		m := s.cache.rows[at]
		s.cache.rows = slices.Insert(slices.Delete(s.cache.rows, at, at+1), s.list.Cursor, m)
	}
}

// within reports whether every row was among the older ones.
func (ms *matters) within(old matters) bool {
	known := map[string]bool{}
	for _, m := range old.rows {
		known[m.key()] = true
	}
	return !slices.ContainsFunc(ms.rows, func(m matter) bool { return !known[m.key()] })
}

// noteMoves remembers which rows rose or sank with their score, apart from the one under the cursor.
func (s *findings) noteMoves(old matters) {
	type place struct {
		at    int
		score float64
	}
	before := map[string]place{}
	for i, m := range old.rows {
		before[m.key()] = place{i, m.finding.Score}
	}
	for i, m := range s.cache.rows {
		was, known := before[m.key()]
		sign := ""
		switch {
		case !known || i == s.list.Cursor:
		case i < was.at && m.finding.Score > was.score:
			sign = signRose
		case i > was.at && m.finding.Score < was.score:
			sign = signSank
		}
		if sign == "" {
			continue
		}
		if s.moved == nil {
			s.moved = map[string]string{}
		}
		s.moved[m.key()] = sign
	}
}

// anyKey forgets what was only to last until the next key.
func (s *findings) anyKey() {
	s.wanted, s.moved, s.begun = flow.Target{}, nil, true
}
