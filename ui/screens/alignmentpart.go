package screens

import (
	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/alignment"
	"souk/workshop/report"
)

// The columns of the alignment, in cells.
const (
	alignTeam   = 24 // and up to half as much more where there is room
	alignColumn = 10
	alignLast   = 14
)

// aligned is how far a state is aligned, counted once.
type aligned struct {
	state  *workshop.State
	cycles []model.PastCycle // the last one is this workshop
	since  [][]string        // last cycle's shares and this one's: all together, and then each team; nothing where last cycle was not measured
}

func (a *aligned) of(s *workshop.State) *aligned {
	if a.state == s {
		return a
	}
	*a = aligned{state: s, cycles: alignment.Over(s)}
	now := a.now()
	if len(a.cycles) > 1 {
		last := a.cycles[len(a.cycles)-2]
		before := last.ByTeam()
		a.since = append(a.since, report.Since(report.Shares(last.Total), report.Shares(now.Total)))
		for _, m := range now.Teams {
			a.since = append(a.since, report.Since(report.Shares(before[model.Fold(m.Team)]), report.Shares(m)))
		}
	}
	return a
}

func (a *aligned) now() model.PastCycle { return a.cycles[len(a.cycles)-1] }

// alignment is the part of the close that shows how far the workshop is aligned. Presenter zoom leaves it as wide as it is.
func (s *Close) alignment(f flow.Frame) []string {
	f.Zoom = false
	return s.reading.window(f, "alignment", f.Width, f.Height, func(int) []string { return s.aligned.of(f.State).lines(f) })
}

// lines draw how far the workshop is aligned: all of it, and each team in the order of the stalls. Where older cycles were measured they stand
// above it, and each team has its shares of last cycle and of this one; nothing says which is better.
func (a *aligned) lines(f flow.Frame) []string {
	st, now := f.Styles, a.now()
	if now.Total.Objectives == 0 {
		return kit.Empty(st, "There are no objectives to measure.", "souk import brings drafted OKRs into the workshop.", f.Width, f.Height)
	}
	row := func(render func(...string) string, name string, cells []string) string {
		return kit.Cut(render(alignmentRow(f, name, cells)), f.Width)
	}
	lines := []string{
		kit.Cut("  "+st.Title.Render("How far are we aligned?")+st.Muted.Render("  not how well anybody performs, and no ranking"), f.Width),
		"",
		row(st.Label.Render, "", []string{"why now", "agreed by", "shared", "requests", "confidence"}),
	}
	second := []string{"", "both", "", "answered", ""}
	if len(a.since) == 0 {
		lines = append(lines, row(st.Label.Render, "team", second), row(st.Strong.Render, "all together", report.Measured(now.Total)))
		for _, m := range now.Teams {
			lines = append(lines, row(st.Text.Render, m.Team.Line(), report.Measured(m)))
		}
		return lines
	}
	lines = append(lines, row(st.Label.Render, "all together", second))
	older := a.cycles[:len(a.cycles)-1]
	for _, c := range older {
		lines = append(lines, row(st.Text.Render, c.Cycle.Line(), report.Measured(c.Total)))
	}
	head := "in % and mean confidence, " + older[len(older)-1].Cycle.Line() + " → " + report.CycleName(now.Cycle)
	lines = append(lines, row(st.Strong.Render, report.CycleName(now.Cycle), report.Measured(now.Total)), "",
		kit.Cut("  "+st.Label.Render(head), f.Width), row(st.Strong.Render, "all together", a.since[0]))
	for i, m := range now.Teams {
		lines = append(lines, row(st.Text.Render, m.Team.Line(), a.since[i+1]))
	}
	return lines
}

// alignmentRow is a name and its cells.
func alignmentRow(f flow.Frame, name string, cells []string) string {
	names := min(max(f.Width-kit.Gutter-4*alignColumn-alignLast, alignTeam), alignTeam*3/2)
	out := "  " + kit.Pad(kit.Cut(name, names-1), names)
	for i, c := range cells {
		width := alignColumn
		if i == len(cells)-1 {
			width = alignLast
		}
		out += kit.Pad(c, width)
	}
	return out
}
