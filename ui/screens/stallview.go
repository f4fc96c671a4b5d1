package screens

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop/say"
)

// stallView draws one team's stall.
type stallView struct {
	flow.Frame
	line   []model.Team // all stalls in their order
	at     int          // of them
	team   model.Team
	cursor int // in the team's objectives
	kr     model.KeyResultID
	past   string // what became of last cycle; empty where nobody brought that
}

// The stall's measures, in cells.
const (
	stallMargin   = 2
	stallNumber   = 5   // "▸ 1  " before an objective's words
	stallMeasure  = 118 // the longest line
	stallPast     = 12  // "last cycle  "
	stallWide     = 160 // columns from which needs and offers stand beside the objectives
	stallFootRoom = 10  // lines from which needs and offers are shown under the objectives
	stallListRoom = 8   // lines of objectives from which those beside the one under the cursor have theirs
	stallHeadRoom = 26  // lines from which there is room for the team's description
)

// objective is the one under the cursor; the zero value where the team has none.
func (v stallView) objective() model.Objective {
	if v.cursor >= len(v.team.Objectives) {
		return model.Objective{}
	}
	o, _ := v.State.Objectives.Get(v.team.Objectives[v.cursor])
	return o
}

// side is where a finding would start that is raised here.
func (v stallView) side() model.Side {
	side := model.Side{Team: v.team.ID, Objective: v.objective().ID}
	if v.kr != "" {
		side.KeyResults = []model.KeyResultID{v.kr}
	}
	return side
}

// measure is the width of the stall; zoom makes the lines short and puts them into the middle.
func (v stallView) measure() int {
	if v.Zoom {
		return kit.Measure(max(v.Width-stallMargin, 1), true)
	}
	return max(min(v.Width-stallMargin, stallMeasure), 1)
}

// lines is the screen: the head, the objectives, needs and offers.
func (v stallView) lines(scroll *kit.Scroll, reading bool) []string {
	out := append(v.head(), v.body(scroll, reading)...)
	margin := stallMargin / 2
	if v.Zoom {
		margin = max((v.Width-v.measure())/2, 0)
	}
	return kit.Fit(kit.Indent(out, margin), v.Width, v.Height)
}

// body is what stands below the head. Needs and offers stand below the objectives, or beside them on a wide screen.
func (v stallView) body(scroll *kit.Scroll, reading bool) []string {
	if reading {
		text, _ := v.whole()
		return scroll.Window(v.Styles, text, v.measure(), v.room())
	}
	foot := v.foot()
	height := max(v.room()-len(foot), 0)
	objectives := v.objectives
	if len(v.team.Objectives) == 0 {
		objectives = v.empty
	}
	body := append(kit.Fit(objectives(height), v.measure(), height), foot...)
	if !v.isWide() {
		return body
	}
	top, beside := kit.Scroll{}, v.beside()
	trade := top.Window(v.Styles, v.trade(beside), beside, v.room())
	return kit.Columns(v.Styles, v.room(), kit.Column{Lines: body, Width: v.measure()}, kit.Column{Lines: trade, Width: beside})
}

// beside is the width of needs and offers on a wide screen.
func (v stallView) beside() int { return v.Width - v.measure() - stallMargin - kit.DividerWidth }

// trade is needs and offers in one column.
func (v stallView) trade(width int) []string {
	return kit.Stack(1, v.exchange("needs", v.team.Needs, width), v.exchange("offers", v.team.Offers, width), v.earlier(width))
}

// isWide reports whether needs and offers have room beside the objectives.
func (v stallView) isWide() bool { return !v.Zoom && v.Width >= stallWide }

// room is the number of lines below the head.
func (v stallView) room() int { return max(v.Height-len(v.head()), 0) }

// head says whose stall it is.
func (v stallView) head() []string {
	st, width := v.Styles, v.measure()
	live, krs := v.State.CountLive(v.team.ID)
	counts := st.Label.Render(say.Count(live, "objective") + " · " + say.Count(krs, "key result"))
	name := kit.Cut(strings.ToUpper(v.team.Name.Line()), max(width/2, 1))
	place := strings.Join(belongs(v.State, v.team), " · ")
	out := []string{kit.Between(st.Heading.Render(name)+"   "+st.Label.Render(place), counts, width)}
	if v.Height >= stallHeadRoom && !v.team.Description.IsEmpty() && !v.Zoom {
		out = append(out, kit.Cut(st.Muted.Render(v.team.Description.Line()), width))
	}
	return append(out, "")
}

// empty is what stands where a team brought no objective.
func (v stallView) empty(height int) []string {
	return kit.Empty(v.Styles, v.team.Name.Line()+" brought no objective of its own.",
		"n and o say what it needs and offers, a writes an objective", v.measure(), height)
}

// objectives draws as much of the objectives as fits into height: the one under the cursor whole, as far as that leaves its neighbours a
// line each, these whole as long as there is room, the others as one line.
func (v stallView) objectives(height int) []string {
	selected := v.block(v.cursor)
	if room := height - v.kept(height); len(selected) > room {
		top := kit.Scroll{}
		selected = top.Window(v.Styles, selected[:len(selected)-1], v.measure(), room) // without the blank line behind
	}
	if v.Zoom {
		return selected
	}
	from, to := v.neighbours(height - len(selected))
	blocks := make([][]string, to-from)
	for i := range blocks {
		blocks[i] = []string{v.row(from + i)}
	}
	blocks[v.cursor-from] = selected
	spare := height - len(selected) - (to - from - 1)
	for d := 1; d < to-from && spare > 0; d++ {
		for _, i := range []int{v.cursor + d, v.cursor - d} {
			if i < from || i >= to {
				continue
			}
			if whole := v.block(i); len(whole)-1 <= spare {
				spare -= len(whole) - 1
				blocks[i-from] = whole
			}
		}
	}
	return slices.Concat(blocks...)
}

// kept is how many lines of the objectives belong to others than the one under the cursor, however long that is.
func (v stallView) kept(height int) int {
	if v.Zoom || height < stallListRoom {
		return 0
	}
	return min(max(len(v.team.Objectives)-1, 0), 2)
}

// neighbours is the range of objectives around the cursor that are shown when there are that many lines beside the one under it. Their
// numbers say where it stands among those that the head counts.
func (v stallView) neighbours(lines int) (from, to int) {
	n := len(v.team.Objectives)
	from = max(min(v.cursor-lines/2, n-1-lines), 0)
	return from, min(from+lines+1, n)
}

// fits reports whether the whole stall is on the screen.
func (v stallView) fits() bool {
	if v.Zoom || len(v.team.Objectives) > v.Height {
		return false
	}
	text, _ := v.whole()
	return len(text) <= v.room() && (!v.isWide() || len(v.trade(v.beside())) <= v.room())
}

// unread is where to read on in the whole stall: behind what is shown of the objective under the cursor.
func (v stallView) unread() int {
	_, at := v.whole()
	height := v.room() - len(v.foot())
	return at + min(len(v.block(v.cursor)), max(height-v.kept(height)-1, 0))
}

// whole is the stall as one text, and where the objective under the cursor begins in it.
func (v stallView) whole() (text []string, at int) {
	for i := range v.team.Objectives {
		if i == v.cursor {
			at = len(text)
		}
		text = append(text, v.block(i)...)
	}
	return append(append(text, v.exchanges(v.measure())...), v.earlier(v.measure())...), at
}

// row is an objective on one line: its words, and what is still missing.
func (v stallView) row(i int) string {
	st := v.Styles
	o, _ := v.State.Objectives.Get(v.team.Objectives[i])
	style, note := st.Text, ""
	switch {
	case o.Fate != model.Live:
		style, note = st.Muted, st.Muted.Render(string(o.Fate))
	case len(v.State.Waiting(o.ID)) > 0:
		note = kit.Risk(st, "waits")
	case len(v.State.AtRisk(o.ID)) > 0:
		note = kit.Risk(st, "at risk")
	case o.WhyNow.IsEmpty():
		note = st.Warn.Render("why now –")
	}
	return kit.Between(v.number(i)+style.Render(o.Title.Line()), note, v.measure())
}

func (v stallView) number(i int) string {
	st := v.Styles
	sign, style := " ", st.Label
	if i == v.cursor {
		sign, style = kit.SignCursor, st.Accent
	}
	return style.Render(kit.Pad(fmt.Sprintf("%s %d ", sign, i+1), stallNumber))
}

// block is an objective with its key results, why now, supports and whatever was said about it, and a blank line behind.
func (v stallView) block(i int) []string {
	if i >= len(v.team.Objectives) {
		return nil
	}
	o, _ := v.State.Objectives.Get(v.team.Objectives[i])
	st, here := v.Styles, i == v.cursor
	width := max(v.measure()-stallNumber, 1)
	c := card{Frame: v.Frame, objective: o}
	style := st.Text
	if here {
		c.selected, style = v.kr, st.Title
	}
	parts := [][]string{kit.Paragraph(style, o.Title.Line()+nature(o), width)}
	open := doubts(v.Frame, o)
	for n, k := range o.KeyResults {
		parts = append(parts, c.keyResult(n, k, open, width))
	}
	about := kit.Indent(v.about(o, here, width-1), 1)
	gap := 0
	if v.Zoom {
		gap = 1
	}
	out := kit.Stack(gap, append(parts, about)...)
	for y := range out {
		head := strings.Repeat(" ", stallNumber)
		if y == 0 {
			head = v.number(i)
		}
		out[y] = head + out[y]
	}
	return append(out, "")
}

// nature says what is particular about an objective.
func nature(o model.Objective) string {
	var out string
	if o.Phase != "" {
		out = "  · " + string(o.Phase)
	}
	if o.Origin == model.Assigned {
		out += "  · assigned by leadership"
	}
	return out
}

// about is what was said about an objective. What is not said yet comes with the key that says it.
func (v stallView) about(o model.Objective, here bool, width int) []string {
	st := v.Styles
	out := whyNowLines(v.Frame, o, width)
	if here && o.WhyNow.IsEmpty() {
		out[0] = kit.Between(out[0], st.Key.Render("w")+st.Text.Render(" say it now"), width)
	}
	agreed := agreementLine(v.Frame, o, width)
	last := len(out) - 1
	switch said := o.Agreement.Team.Stance + o.Agreement.Leadership.Stance; {
	case !here && said == "" && len(o.Agreement.Votes) == 0:
	case kit.Width(out[last])+3+kit.Width(agreed) <= width:
		out[last] = kit.Between(out[last], agreed, width)
	default:
		out = append(out, agreed)
	}
	out = append(out, fateLine(v.Frame, o, width)...)
	if here {
		out = append(out, commentLines(v.Frame, o.ID, width)...)
	}
	return out
}

// foot is what the team needs and offers and its last cycle, under the objectives: whole where that leaves room for the objective under
// the cursor, or else on a line each. There is none in presenter zoom, where one thing is on the table.
func (v stallView) foot() []string {
	if v.Zoom || v.isWide() || v.room() < stallFootRoom {
		return nil
	}
	lines := append(v.exchanges(v.measure()), v.earlier(v.measure())...)
	if most := min(v.room()-len(v.block(v.cursor))-v.kept(v.room())-1, v.Height/3); len(lines) > max(most, 2) {
		return v.inShort(v.brief("needs", v.team.Needs), v.brief("offers", v.team.Offers),
			v.Styles.Label.Render(kit.Pad("last cycle", stallPast)+v.past))
	}
	return append(lines, "")
}

// earlier is what became of the team's last cycle.
func (v stallView) earlier(width int) []string {
	if v.past == "" {
		return nil
	}
	out := kit.Wrap(v.past, max(width-stallPast, 1))
	for i, l := range out {
		head := ""
		if i == 0 {
			head = "last cycle"
		}
		out[i] = kit.Cut(v.Styles.Label.Render(kit.Pad(head, stallPast)+l), width)
	}
	return out
}

// inShort are lines as far as they fit; where one of them does not, the last names the key that reads on.
func (v stallView) inShort(lines ...string) []string {
	width, cut := v.measure(), false
	if v.past == "" {
		lines = lines[:len(lines)-1]
	}
	for i, l := range lines {
		cut = cut || kit.Width(l) > width
		lines[i] = kit.Cut(l, width)
	}
	if last := len(lines) - 1; cut {
		on := "  " + v.Styles.Key.Render(kit.KeyName("pgdown"))
		lines[last] = kit.Pad(kit.Cut(lines[last], width-kit.Width(on)), width-kit.Width(on)) + on
	}
	return lines
}

// brief is needs or offers on one line.
func (v stallView) brief(label string, xs []model.Exchange) string {
	parts := make([]string, 0, len(xs))
	for _, x := range xs {
		parts = append(parts, v.exchanged(x))
	}
	text := v.Styles.Text.Render(strings.Join(parts, " · "))
	if len(xs) == 0 {
		text = v.Styles.Muted.Render(kit.SignUnsaid)
	}
	return v.Styles.Label.Render(kit.Pad(label, 8)) + text
}

// exchanged is a need or an offer in words.
func (v stallView) exchanged(x model.Exchange) string {
	if x.Team == "" {
		return x.Text.Line()
	}
	return v.State.TeamName(x.Team) + ": " + x.Text.Line()
}

// exchanges are the needs and the offers: side by side where there is room.
func (v stallView) exchanges(width int) []string {
	if width < 90 {
		return kit.Stack(1, v.exchange("needs", v.team.Needs, width), v.exchange("offers", v.team.Offers, width))
	}
	half := (width - 4) / 2
	left, right := v.exchange("needs", v.team.Needs, half), v.exchange("offers", v.team.Offers, half)
	n := max(len(left), len(right))
	left, right = kit.Fit(left, half, n), kit.Fit(right, half, n)
	for i := range left {
		left[i] += "    " + right[i]
	}
	return left
}

func (v stallView) exchange(label string, xs []model.Exchange, width int) []string {
	if len(xs) == 0 {
		return []string{kit.Cut(v.Styles.Label.Render(kit.Pad(label, 8))+v.Styles.Muted.Render(kit.SignUnsaid), width)}
	}
	var out []string
	for _, x := range xs {
		out = append(out, kit.Labelled(v.Styles, label, v.exchanged(x), 8, width)...)
		label = ""
	}
	return out
}
