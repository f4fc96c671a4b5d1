package screens

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/theme"
	"souk/workshop"
	"souk/workshop/report"
)

// course is a team over the cycles that are known.
type course struct {
	team   model.Text
	cycles []model.PastCycle // the oldest first, shared by all courses
	of     [][]model.Result  // of the team, in each cycle
	was    []model.Figures   // of the team, in each cycle
	gone   bool              // no team of this workshop
}

// overCycles are the rows of the part that shows the teams over the cycles.
func (s *Strategy) overCycles(f flow.Frame) []course {
	return s.courses.rows(f.State, course.isSame, func() []course { return gatherCourses(f.State) })
}

// courseNote says how many cycles are known.
func (s *Strategy) courseNote(f flow.Frame) string {
	if all := s.overCycles(f); len(all) > 0 {
		return fmt.Sprint(len(all[0].cycles), " known")
	}
	return "none known"
}

// gatherCourses lists the teams that have results or figures in cycles before, in the order of their stalls, and then those that are gone.
func gatherCourses(s *workshop.State) []course {
	cycles := s.History()
	at := map[string]int{}
	var out []course
	add := func(team model.Text, gone bool) int {
		i, known := at[model.Fold(team)]
		if !known {
			i = len(out)
			at[model.Fold(team)] = i
			out = append(out, course{
				team: team, cycles: cycles, of: make([][]model.Result, len(cycles)), was: make([]model.Figures, len(cycles)), gone: gone,
			})
		}
		return i
	}
	for _, t := range s.Stalls() {
		add(t.Name, false)
	}
	for n, c := range cycles {
		for _, m := range c.Teams {
			out[add(m.Team, true)].was[n] = m
		}
		for _, r := range c.Results {
			if !r.Team.IsEmpty() {
				i := add(r.Team, true)
				out[i].of[n] = append(out[i].of[n], r)
			}
		}
	}
	return slices.DeleteFunc(out, func(c course) bool { return !c.isKnown() })
}

// isKnown reports whether anything is known of the team before this workshop.
func (c course) isKnown() bool {
	for n, results := range c.of {
		if len(results) > 0 || c.was[n].Objectives > 0 {
			return true
		}
	}
	return false
}

func (c course) isSame(o course) bool { return c.team == o.team }

// The columns of the cycles, in cells.
const (
	courseTeam  = 22 // and half as much more where there is room
	courseCycle = 10
)

// columns are the width of the teams' names, and the newest cycles that have room beside it.
func columns(cycles []model.PastCycle, width int) (names int, shown []model.PastCycle) {
	room := max((width-courseTeam)/courseCycle, 1)
	shown = cycles[max(len(cycles)-room, 0):]
	return min(max(width-len(shown)*courseCycle, courseTeam), courseTeam*3/2), shown
}

// coursesHead names the cycles above their columns; rows begin after the gutter of the cursor.
func coursesHead(cycles []model.PastCycle, width int) string {
	names, shown := columns(cycles, width-kit.Gutter)
	out := kit.Pad("", kit.Gutter+names)
	for _, c := range shown {
		name, _, _ := strings.Cut(pastCycleName(c), " (") // a remark, such as its months, has no room here
		out += kit.Pad(kit.Cut(name, courseCycle-1), courseCycle)
	}
	return out
}

// coursesFoot says what the signs mean, on as many lines as that takes.
func coursesFoot(st *theme.Styles, width int) []string {
	var all []string
	for _, v := range model.Verdicts() {
		all = append(all, verdictSign(st, v)+" "+st.Muted.Render(string(v)))
	}
	var out []string
	for _, one := range append(all, st.Muted.Render(kit.SignUnsaid+" "+notSaid)) {
		last := len(out) - 1
		if last >= 0 && kit.Width(out[last])+2+kit.Width(one) <= width {
			out[last] += "  " + one
			continue
		}
		out = append(out, kit.Cut(one, width))
	}
	return out
}

func pastCycleName(c model.PastCycle) string {
	if c.Cycle.IsEmpty() {
		return "last"
	}
	return c.Cycle.Line()
}

// line is a team with a sign for each result, cycle by cycle.
func (c course) line(st *theme.Styles, width int) string {
	name := st.Text
	if c.gone {
		name = st.Muted
	}
	names, shown := columns(c.cycles, width)
	out := name.Render(kit.Pad(kit.Cut(c.team.Line(), names-1), names))
	for _, results := range c.of[len(c.of)-len(shown):] {
		out += kit.Pad(signs(st, results), courseCycle)
	}
	return kit.Cut(out, width)
}

// signs are the signs of results; of many only the first, and how many follow.
func signs(st *theme.Styles, results []model.Result) string {
	const most = courseCycle - 4
	var out strings.Builder
	for i, r := range results {
		if i == most && len(results) > most+1 {
			out.WriteString(st.Muted.Render(fmt.Sprintf("+%d", len(results)-most)))
			break
		}
		row := resultRow(r)
		switch {
		case row.verdict != "":
			out.WriteString(verdictSign(st, row.verdict))
		case row.isOpen():
			out.WriteString(st.Muted.Render(kit.SignUnsaid))
		default:
			out.WriteString(st.Accent.Render(kit.SignOpen))
		}
	}
	return out.String()
}

// lines tell what became of a team's objectives, the last cycle first, and how far they were aligned.
func (c course) lines(f flow.Frame, width int) []string {
	st := f.Styles
	blocks := [][]string{large(f, c.team.Line(), width)}
	for n, cycle := range slices.Backward(c.cycles) {
		var lines []string
		for _, r := range c.of[n] {
			row := resultRow(r)
			word := string(row.verdict)
			switch {
			case row.isOpen():
				word = notSaid
			case model.ReadVerdict(r.Outcome) == row.verdict: // its words say it
				word = ""
			}
			text := kit.Indent(kit.Paragraph(st.Text, strings.Join(said(r.Objective, model.Clean(word)), " – "), max(width-2, 1)), 2)
			text[0] = signs(st, []model.Result{r}) + text[0][1:]
			lines = append(lines, text...)
			if words := strings.Join(said(r.Outcome, r.Learned), " – "); words != "" {
				lines = append(lines, kit.Indent(kit.Paragraph(st.Muted, words, max(width-2, 1)), 2)...)
			}
		}
		if m := c.was[n]; m.Objectives > 0 {
			cells := report.Measured(m)
			lines = append(lines, kit.Paragraph(st.Label, "why now "+cells[0]+", agreed by both "+cells[1]+", shared "+cells[2], width)...)
		}
		if len(lines) > 0 {
			blocks = append(blocks, append([]string{st.Heading.Render(strings.ToUpper(pastCycleName(cycle)))}, lines...))
		}
	}
	return kit.Stack(1, blocks...)
}
