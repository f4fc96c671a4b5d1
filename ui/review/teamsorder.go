package review

import (
	"cmp"
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/screens"
	checks "souk/workshop/review"
)

// order is how the teams are sorted.
type order int

const (
	asTheyStand order = iota // in the order of the stalls
	mostToFix
	mostOpen
	orders
)

// words say what comes first in an order.
func (o order) words() string {
	switch o {
	case mostToFix:
		return "most to fix"
	case mostOpen:
		return "most open"
	case asTheyStand, orders:
	}
	return "as they stand"
}

// teamsPage is what the order of the teams was made of.
type teamsPage struct {
	turn  int
	order order
}

// rows are the teams in their order.
func (s *Teams) rows(f flow.Frame) []model.Team {
	r := s.read.of(f)
	if now := (teamsPage{r.turn, s.order}); s.of != now {
		s.teams, s.of = s.sorted(f, r), now
	}
	return s.teams
}

func (s *Teams) sorted(f flow.Frame, r *reading) []model.Team {
	teams := slices.Clone(f.State.Stalls())
	weight := map[model.TeamID][2]int{}
	for _, t := range teams {
		switch s.order {
		case mostToFix:
			weight[t.ID] = [2]int{severe(r.own(t.ID), checks.Fix), severe(r.own(t.ID), checks.Talk)}
		case mostOpen:
			_, open := waiting(r.with(t.ID))
			weight[t.ID] = [2]int{open, 0}
		case asTheyStand, orders:
		}
	}
	slices.SortStableFunc(teams, func(a, b model.Team) int {
		x, y := weight[a.ID], weight[b.ID]
		return cmp.Or(cmp.Compare(y[0], x[0]), cmp.Compare(y[1], x[1]))
	})
	return teams
}

// waiting counts the matters that are queued, and those that are open.
func waiting(ms []screens.Matter) (queued, open int) {
	for _, m := range ms {
		switch m.Finding().Status {
		case model.Queued:
			queued++
		case model.Open:
			open++
		case model.Confirmed, model.Dismissed, model.Parked:
		}
	}
	return queued, open
}
