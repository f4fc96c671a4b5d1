package alignment

import (
	"souk/model"
	"souk/workshop"
)

// Figures are a workshop's measures as the next cycle compares with them, all of it and each team in the order of the stalls. The cycle is that
// of the workshop.
func Figures(s *workshop.State) model.PastCycle {
	all, teams := Of(s)
	out := model.PastCycle{Cycle: s.Cycle, Total: all.Figures(s)}
	for _, m := range teams {
		out.Teams = append(out.Teams, m.Figures(s))
	}
	return out
}

// Figures are the measure without the single votes, and with the team's name.
func (m Measure) Figures(s *workshop.State) model.Figures {
	t, _ := s.Teams.Get(m.Team)
	return model.Figures{
		Team: t.Name, Objectives: m.Live, WhyNow: m.WhyNow, Agreed: m.Aligned, Shared: m.Shared, Asked: m.Asked, Answered: m.Answered,
		Confidence: model.Confident(m.Votes),
	}
}

// Over lists the older cycles of which it is known how far they were aligned, the oldest first, and at the end this workshop.
func Over(s *workshop.State) []model.PastCycle { return append(s.MeasuredCycles(), Figures(s)) }
