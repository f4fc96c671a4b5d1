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
	"souk/workshop/say"
)

// matrixShare is how much of the width the matrix takes beside the explanation of a cell.
const matrixShare = 0.62

// asks is the matrix of who asks whom.
type asks struct {
	from, to []model.TeamID // teams that ask, and teams that are asked
	cells    map[[2]model.TeamID][]model.Request
	loads    map[model.TeamID]workshop.Load
}

func asksOf(s *workshop.State) asks {
	out := asks{cells: map[[2]model.TeamID][]model.Request{}, loads: s.Loads()}
	asking := map[model.TeamID]bool{}
	for r := range s.Requests.All() {
		asking[r.From.Team] = true
		at := [2]model.TeamID{r.From.Team, r.To.Team}
		out.cells[at] = append(out.cells[at], r)
	}
	for _, t := range everyTeam(s) {
		if asking[t.ID] {
			out.from = append(out.from, t.ID)
		}
		if out.loads[t.ID].Asked > 0 {
			out.to = append(out.to, t.ID)
		}
	}
	return out
}

func (a asks) at(row, col int) []model.Request {
	if row >= len(a.from) || col >= len(a.to) {
		return nil
	}
	return a.cells[[2]model.TeamID{a.from[row], a.to[col]}]
}

// cell is the sign of what is most open between two teams, and how often where that is more than once.
func (a asks) cell(st *theme.Styles, row, col int) string {
	signs := map[string]int{}
	for _, r := range a.at(row, col) {
		signs[answerSign(st, r.Answer().Answer)]++
	}
	for _, k := range []model.AnswerKind{model.Unanswered, model.Countered, model.EscalatedUp, model.Declined, model.Committed} {
		sign := answerSign(st, k)
		switch n := signs[sign]; {
		case n > 1:
			return fmt.Sprintf("%s%d", sign, n)
		case n == 1:
			return sign
		}
	}
	return ""
}

// openMatrix shows the matrix, with the cursor on the request under the list's.
func (s *Dependencies) openMatrix(f flow.Frame) {
	s.isMatrix = true
	m, _ := s.current(f)
	a := asksOf(f.State)
	if i, j := slices.Index(a.from, m.finding.A.Team), slices.Index(a.to, m.finding.B.Team); i >= 0 && j >= 0 {
		s.row, s.col = i, j
	}
}

func (s *Dependencies) matrixBindings(f flow.Frame) []flow.Binding {
	a := asksOf(f.State)
	off, none := "", ""
	if len(a.from) == 0 {
		off = "Nobody has asked yet."
	}
	there := a.at(s.row, s.col)
	if len(there) == 0 {
		none = "Nothing is asked here."
	}
	move := func(row, col int) func() flow.Effect {
		return func() flow.Effect {
			s.row = max(min(s.row+row, len(a.from)-1), 0)
			s.col = max(min(s.col+col, len(a.to)-1), 0)
			return flow.Effect{}
		}
	}
	list := func() flow.Effect { s.isMatrix = false; return flow.Effect{} }
	return []flow.Binding{
		{Keys: []string{"up", "k"}, Show: "↑↓←→", Help: "choose", Off: off, Foot: true, Do: move(-1, 0)},
		{Keys: []string{"down", "j"}, Help: "who asks", Off: off, Do: move(1, 0)},
		{Keys: []string{"left", "h"}, Help: "who is asked", Off: off, Do: move(0, -1)},
		{Keys: []string{"right", "l"}, Help: "who is asked", Off: off, Do: move(0, 1)},
		{Keys: []string{"enter"}, Help: "go to request", Off: none, Foot: true, Do: func() flow.Effect {
			s.isMatrix = false
			s.findings.Show(f, flow.Target{Request: there[0].ID})
			s.panes.open = true
			return flow.Effect{}
		}},
		{Keys: []string{"m", "esc"}, Help: "list", Foot: true, Do: list},
	}
}

func (s *Dependencies) viewMatrix(f flow.Frame) string {
	st := f.Styles
	a := asksOf(f.State)
	if len(a.from) == 0 {
		head := []string{st.Heading.Render("WHO ASKS WHOM")}
		lines := append(head, kit.Empty(st, "Nobody has asked another team yet.", "Press m for the list; there, a asks.", f.Width, f.Height-1)...)
		return kit.Join(kit.Fit(lines, f.Width, f.Height))
	}
	s.row, s.col = max(min(s.row, len(a.from)-1), 0), max(min(s.col, len(a.to)-1), 0)
	if f.Compact() || f.Zoom {
		below := s.cellLines(f, a, f.Width)
		below = below[:min(len(below), f.Height/3)]
		lines := append(s.gridLines(f, a, f.Width, f.Height-len(below)-1), kit.Rule(st, f.Width))
		return kit.Join(kit.Fit(append(lines, below...), f.Width, f.Height))
	}
	left, right := kit.Split(f.Width, matrixShare)
	return kit.Join(kit.Columns(st, f.Height,
		kit.Column{Lines: s.gridLines(f, a, left, f.Height), Width: left},
		kit.Column{Lines: s.cellLines(f, a, right), Width: right}))
}

// gridLines draws the matrix, and below it who carries too much and who waits for each other.
func (s *Dependencies) gridLines(f flow.Frame, a asks, width, height int) []string {
	st := f.Styles
	head := st.Heading.Render("WHO ASKS WHOM") + st.Text.Render("  "+a.counts(f.State))
	notes := append(overloads(f, a, width), cycles(f, width)...)
	notes = notes[:min(len(notes), max(height-8, 0))]
	m := kit.Matrix{
		Corner: "asks ▸", Sum: "asked in all", Row: s.row, Col: s.col,
		Cell: func(row, col int) string { return a.cell(st, row, col) },
		Foot: func(col int) string { return a.load(st, col) },
	}
	for _, t := range a.from {
		m.Rows = append(m.Rows, f.State.TeamName(t))
	}
	m.Cols, m.Cells = columnNames(f.State, a.to, width-width/3)
	room := min(height-len(notes)-2, len(a.from)+4)
	lines := append([]string{kit.Cut(head, width), ""}, m.View(st, width, room)...)
	if len(notes) > 0 && len(lines)+len(notes) < height {
		lines = append(lines, "")
	}
	return append(lines, notes...)
}

func (a asks) counts(s *workshop.State) string {
	open := 0
	for _, l := range a.loads {
		open += l.Open
	}
	return fmt.Sprintf("%s · %d not settled", say.Count(s.Requests.Len(), "request"), open)
}

func (a asks) load(st *theme.Styles, col int) string {
	l := a.loads[a.to[col]]
	if workshop.Overloaded(l, a.loads) {
		return st.Risk.Render(fmt.Sprintf("%d %s", l.Asked, kit.SignRisk))
	}
	return fmt.Sprint(l.Asked)
}

// columnNames are the heads of columns that have room together, and the width of each: whole names where they fit, or else, in a width
// that the matrix chooses, the first word where it tells the teams apart.
func columnNames(s *workshop.State, ids []model.TeamID, room int) (names []string, cells int) {
	names = make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.TeamName(id)
		cells = max(cells, kit.Width(names[i]))
	}
	if len(ids)*(cells+1) <= room {
		return names, cells
	}
	seen := map[string]int{}
	first := func(name string) string { word, _, _ := strings.Cut(name, " "); return word }
	for _, n := range names {
		seen[first(n)]++
	}
	for i, n := range names {
		names[i] = first(n)
		if seen[names[i]] > 1 {
			names[i] = initials(n)
		}
	}
	return names, 0
}

// initials are the first letters of a name's words, the last word being written out.
func initials(name string) string {
	parts := strings.Fields(name)
	var b strings.Builder
	for i, p := range parts {
		if i == len(parts)-1 {
			b.WriteString(p)
			break
		}
		b.WriteRune([]rune(p)[0])
	}
	return b.String()
}

// overloads says who is asked for more than can be expected.
func overloads(f flow.Frame, a asks, width int) []string {
	var out []string
	for _, t := range a.to {
		l := a.loads[t]
		if !workshop.Overloaded(l, a.loads) {
			continue
		}
		text := fmt.Sprintf("%s: %s, %d promised", f.State.TeamName(t), say.Count(l.Asked, "ask"), l.Promised)
		if n, by := a.sameDate(t); n > 1 {
			text += fmt.Sprintf(", %d of them by %s", n, by)
		}
		out = append(out, kit.Cut(kit.Risk(f.Styles, text), width))
	}
	return out
}

// sameDate is the date by which most is asked of a team, and how much.
func (a asks) sameDate(to model.TeamID) (n int, by string) {
	dates := map[string]int{}
	for _, from := range a.from {
		for _, r := range a.cells[[2]model.TeamID{from, to}] {
			if date := r.NeededBy.Line(); date != "" {
				if dates[date]++; dates[date] > n {
					n, by = dates[date], date
				}
			}
		}
	}
	return n, by
}

// cycles says which teams wait for each other in a ring.
func cycles(f flow.Frame, width int) []string {
	var out []string
	for _, ring := range f.State.Cycles() {
		names := make([]string, 0, len(ring)+1)
		for _, t := range append(slices.Clone(ring), ring[0]) {
			names = append(names, f.State.TeamName(t))
		}
		out = append(out, kit.Paragraph(f.Styles.Risk, "↻ "+strings.Join(names, " → ")+" wait for each other", width)...)
	}
	return out
}

// cellLines says what the two teams under the cursor ask of each other.
func (s *Dependencies) cellLines(f flow.Frame, a asks, width int) []string {
	st := f.Styles
	from, to := a.from[s.row], a.to[s.col]
	names := f.State.TeamName(from) + " → " + f.State.TeamName(to)
	there := a.at(s.row, s.col)
	if len(there) == 0 {
		return append(kit.Paragraph(st.Heading, names, width), kit.Paragraph(st.Muted, "nothing asked", width)...)
	}
	blocks := [][]string{kit.Paragraph(st.Heading, names, width)}
	for _, r := range there {
		lines := requestLines(f, r, width)
		if o, ok := f.State.Objectives.Get(f.State.Now(r.From).Objective); ok {
			text := f.State.Label(o.ID) + " “" + o.Title.Line() + "”"
			if o.ID != r.From.Objective {
				text += ", formerly " + f.State.Label(r.From.Objective)
			}
			lines = append(lines, kit.Labelled(st, "for", text, 10, width)...)
		}
		blocks = append(blocks, lines)
	}
	return kit.Stack(1, blocks...)
}
