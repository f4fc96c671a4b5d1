package screens

import (
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop/alignment"
	"souk/workshop/report"
)

// The columns of the alignment, in cells.
const (
	alignTeam   = 24 // and up to half as much more where there is room
	alignColumn = 10
	alignLast   = 14
)

// alignment is the part of the close that shows how far the workshop is aligned. Presenter zoom leaves it as wide as it is.
func (s *Close) alignment(f flow.Frame) []string {
	f.Zoom = false
	return s.reading.window(f, "alignment", f.Width, f.Height, func(int) []string { return alignmentLines(f) })
}

// alignmentLines draw how far the workshop is aligned: all of it, and each team in the order of the stalls.
func alignmentLines(f flow.Frame) []string {
	st := f.Styles
	all, teams := alignment.Of(f.State)
	if all.Live == 0 {
		return kit.Empty(st, "There are no objectives to measure.", "souk import brings drafted OKRs into the workshop.", f.Width, f.Height)
	}
	names := min(max(f.Width-kit.Gutter-4*alignColumn-alignLast, alignTeam), alignTeam*3/2)
	row := func(name string, cells []string) string {
		out := kit.Pad(kit.Cut(name, names-1), names)
		for i, c := range cells {
			width := alignColumn
			if i == len(cells)-1 {
				width = alignLast
			}
			out += kit.Pad(c, width)
		}
		return "  " + out
	}
	lines := []string{
		kit.Cut("  "+st.Title.Render("How far are we aligned?")+st.Muted.Render("  not how well anybody performs, and no ranking"), f.Width),
		"",
		kit.Cut(st.Label.Render(row("", []string{"why now", "agreed by", "shared", "requests", "confidence"})), f.Width),
		kit.Cut(st.Label.Render(row("team", []string{"", "both", "", "answered", ""})), f.Width),
		kit.Cut(st.Strong.Render(row("all together", report.Measured(all))), f.Width),
	}
	for _, m := range teams {
		lines = append(lines, kit.Cut(st.Text.Render(row(f.State.TeamName(m.Team), report.Measured(m))), f.Width))
	}
	return lines
}
