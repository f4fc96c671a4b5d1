package report

import (
	"fmt"

	"souk/workshop/alignment"
)

// measures say how far the workshop is aligned, for each team in the order of the stalls.
func (w *writer) measures() []Block {
	all, teams := alignment.Of(w.State)
	if all.Live == 0 {
		return nil
	}
	table := Table{Columns: append([]string{"Team"}, MeasureNames()...)}
	for _, m := range teams {
		if m.Live+m.Asked > 0 {
			table.Rows = append(table.Rows, append([]string{w.TeamName(m.Team)}, Measured(m)...))
		}
	}
	table.Rows = append(table.Rows, append([]string{"All together"}, Measured(all)...))
	return []Block{Section{"Alignment in figures", []Block{
		Paragraph{"How far the OKRs are aligned, not how well anybody performs. The teams stand in the order of their stalls; this is no ranking."}, table,
	}}}
}

// MeasureNames are what is measured, in the order in which Measured says it.
func MeasureNames() []string {
	return []string{"Why now", "Agreed by both", "Shared with other teams", "Requests answered", "Confidence"}
}

// Measured says a measure in words; a dash where there is nothing to measure.
func Measured(m alignment.Measure) []string {
	confidence := "–"
	if mean, low, high, ok := m.Confidence(); ok {
		confidence = fmt.Sprintf("%.1f (%d to %d)", mean, low, high)
	}
	return []string{of(m.WhyNow, m.Live), of(m.Aligned, m.Live), of(m.Shared, m.Live), of(m.Answered, m.Asked), confidence}
}

func of(n, all int) string {
	if all == 0 {
		return "–"
	}
	return fmt.Sprintf("%d of %d", n, all)
}
