package report

import (
	"fmt"
	"slices"

	"souk/model"
	"souk/workshop/alignment"
	"souk/workshop/say"
)

// measures say how far the workshop is aligned, for each team in the order of the stalls, and how far older cycles were. Nothing here says
// which of two figures is the better one.
func (w *writer) measures() []Block {
	cycles := alignment.Over(w.State)
	now, last := cycles[len(cycles)-1], model.PastCycle{}
	if now.Total.Objectives == 0 {
		return nil
	}
	blocks := []Block{Paragraph{
		"How far the OKRs are aligned, not how well anybody performs. The teams stand in the order of their stalls; this is no ranking.",
	}}
	if len(cycles) > 1 {
		last = cycles[len(cycles)-2]
		blocks = append(blocks, w.sinceLast(last, now))
	}
	table := Table{Columns: append([]string{"Team"}, MeasureNames()...)}
	row := func(name string, was, is model.Figures) {
		cells := Measured(is)
		if last.HasFigures() {
			cells = Since(Measured(was), cells)
		}
		table.Rows = append(table.Rows, append([]string{name}, cells...))
	}
	before := last.ByTeam()
	for _, m := range now.Teams {
		if m.Objectives+m.Asked > 0 {
			row(m.Team.Line(), before[model.Fold(m.Team)], m)
		}
	}
	row("All together", last.Total, now.Total)
	blocks = append(blocks, table)
	if len(cycles) > 2 {
		blocks = append(blocks, Point{"All together over the cycles", []Block{overCycles(cycles)}})
	}
	return []Block{Section{"Alignment in figures", blocks}}
}

// MeasureNames are what is measured, in the order in which Measured says it.
func MeasureNames() []string {
	return []string{"Why now", "Agreed by both", "Shared with other teams", "Requests answered", "Confidence"}
}

// Measured says figures in words; a dash where there is nothing to measure.
func Measured(m model.Figures) []string {
	confidence := "–"
	if c := m.Confidence; c.Votes > 0 {
		confidence = fmt.Sprintf("%.1f (%d to %d)", c.Mean, c.Low, c.High)
	}
	return []string{of(m.WhyNow, m.Objectives), of(m.Agreed, m.Objectives), of(m.Shared, m.Objectives), of(m.Answered, m.Asked), confidence}
}

func of(n, all int) string {
	if all == 0 {
		return "–"
	}
	return fmt.Sprintf("%d of %d", n, all)
}

// Shares says figures in whole percent and the mean of the votes, in the order of Measured; a dash where there is nothing to measure.
func Shares(m model.Figures) []string {
	confidence := "–"
	if m.Confidence.Votes > 0 {
		confidence = fmt.Sprintf("%.1f", m.Confidence.Mean)
	}
	return []string{percent(m.WhyNow, m.Objectives), percent(m.Agreed, m.Objectives), percent(m.Shared, m.Objectives), percent(m.Answered, m.Asked), confidence}
}

// percent is a share in whole percent, which only all of it rounds to a hundred, and only nothing to zero.
func percent(n, all int) string {
	switch {
	case all == 0:
		return "–"
	case n == 0 || n == all:
		return fmt.Sprint(100 * n / all)
	}
	return fmt.Sprint(min(max((200*n+all)/(2*all), 1), 99))
}

// Since says each figure as it was and as it is; a dash where it was measured neither time.
func Since(was, is []string) []string {
	out := slices.Clone(is)
	for i := range out {
		if was[i] != "–" || is[i] != "–" {
			out[i] = was[i] + " → " + is[i]
		}
	}
	return out
}

// sinceLast is how the shares of all teams together changed from one cycle to the next.
func (w *writer) sinceLast(last, now model.PastCycle) Block {
	var parts []string
	was, is := Shares(last.Total), Shares(now.Total)
	for i, name := range []string{"why now said", "agreed by both", "shared", "requests answered", "confidence"} {
		switch {
		case was[i] == "–" && is[i] == "–":
		case name == "confidence":
			parts = append(parts, fmt.Sprintf("%s %s → %s", name, was[i], is[i]))
		default:
			parts = append(parts, fmt.Sprintf("%s %s → %s", name, inPercent(was[i]), inPercent(is[i])))
		}
	}
	return paragraph("From %s to %s, all together: %s.", last.Cycle.Line(), CycleName(now.Cycle), say.Join(parts))
}

func inPercent(share string) string {
	if share == "–" {
		return share
	}
	return share + " %"
}

// CycleName is what to call the cycle of a workshop, which may not say it.
func CycleName(cycle model.Text) string {
	if cycle.IsEmpty() {
		return "this workshop"
	}
	return cycle.Line()
}

func overCycles(cycles []model.PastCycle) Table {
	table := Table{Columns: append([]string{"Cycle"}, MeasureNames()...)}
	for _, c := range cycles {
		table.Rows = append(table.Rows, append([]string{CycleName(c.Cycle)}, Measured(c.Total)...))
	}
	return table
}
