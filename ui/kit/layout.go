package kit

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"souk/ui/theme"
)

// MeasureLimit is the longest line that is comfortable to read from the back of the room.
const MeasureLimit = 72

// Column is one pane of Columns.
type Column struct {
	Lines []string
	Width int
}

// divider stands between two columns.
const divider = " │ "

// DividerWidth is what Columns needs between two columns.
const DividerWidth = 3

// Columns puts panes side by side with a rule between them: height lines of the sum of the widths and one divider for every gap.
func Columns(st *theme.Styles, height int, columns ...Column) []string {
	panes := make([][]string, len(columns))
	width := DividerWidth * max(len(columns)-1, 0)
	for i, c := range columns {
		panes[i] = Fit(c.Lines, c.Width, height)
		width += max(c.Width, 0)
	}
	rule := st.Rule.Render(divider)
	out := make([]string, 0, max(height, 0))
	for y := range height {
		parts := make([]string, len(panes))
		for i, p := range panes {
			parts[i] = p[y]
		}
		out = append(out, Pad(strings.Join(parts, rule), width))
	}
	return out
}

// Split shares a width between a left pane of about that fraction and a right pane, leaving room for the divider.
func Split(width int, fraction float64) (left, right int) {
	left = min(max(int(float64(width)*fraction), 1), max(width-DividerWidth-1, 1))
	return left, max(width-DividerWidth-left, 1)
}

// Rule is a line across.
func Rule(st *theme.Styles, width int) string {
	return st.Rule.Render(strings.Repeat("─", max(width, 0)))
}

// TitledRule is a line across with a title in it: the upper edge of a sheet or a section.
func TitledRule(st *theme.Styles, title string, width int) string {
	if width < 8 || title == "" {
		return Rule(st, width)
	}
	title = Cut(title, width-6)
	rest := width - Width(title) - 4
	return st.Rule.Render("── ") + st.Heading.Render(title) + st.Rule.Render(" "+strings.Repeat("─", rest))
}

// Labelled puts a label before a wrapped text; lines after the first hang under the text.
func Labelled(st *theme.Styles, label, text string, labelWidth, width int) []string {
	labelWidth = min(labelWidth, width/2)
	lines := Wrap(text, max(width-labelWidth, 1))
	for i, l := range lines {
		head := ""
		if i == 0 {
			head = label
		}
		lines[i] = Cut(st.Label.Render(Pad(head, labelWidth))+st.Text.Render(l), width)
	}
	return lines
}

// Paragraph wraps a text and draws every line in one style.
func Paragraph(style lipgloss.Style, text string, width int) []string {
	lines := Wrap(text, width)
	for i, l := range lines {
		lines[i] = style.Render(l)
	}
	return lines
}

// Selected draws a line as the row under the cursor, exactly width cells wide. Colours within the line give way, so that
// every word keeps its contrast; signs and words stay.
func Selected(st *theme.Styles, line string, width int) string {
	return st.Selected.Render(Pad(ansi.Strip(line), width))
}

// Empty is what stands where there is nothing yet: what is missing, and what to do about it ("press r to raise one").
func Empty(st *theme.Styles, what, next string, width, height int) []string {
	measure := max(min(width-4, MeasureLimit), 1)
	var lines []string
	for _, l := range Wrap(what, measure) {
		lines = append(lines, Center(st.Text.Render(l), width))
	}
	if next != "" {
		lines = append(lines, "")
		for _, l := range Wrap(next, measure) {
			lines = append(lines, Center(st.Accent.Render(l), width))
		}
	}
	above := make([]string, max((height-len(lines))/3, 0))
	return Fit(append(above, lines...), width, height)
}

// Measure is the width of a line of text within width: narrower in presenter zoom.
func Measure(width int, zoom bool) int {
	if zoom {
		return min(width, MeasureLimit)
	}
	return width
}

// Big draws a text for the whole room: a short measure in the middle of the width, and a blank line between the lines.
func Big(style lipgloss.Style, text string, width int) []string {
	measure := min(width, MeasureLimit)
	margin := (width - measure) / 2
	var out []string
	for i, l := range Wrap(text, measure) {
		if i > 0 {
			out = append(out, "")
		}
		out = append(out, blank(margin)+style.Render(l))
	}
	return out
}

// Stack puts blocks under each other with gap blank lines between them, leaving out empty blocks.
func Stack(gap int, blocks ...[]string) []string {
	var out []string
	for _, b := range blocks {
		if len(b) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, make([]string, gap)...)
		}
		out = append(out, b...)
	}
	return out
}

// Paint gives every cell of a screen the theme's own colours where it has none, so that the theme does not depend on the
// terminal's background. The lines should have their full width already.
func Paint(st *theme.Styles, screen string) string {
	if st.Plain || st.Background == nil {
		return screen
	}
	ground := ansi.Style{}.ForegroundColor(st.Foreground).BackgroundColor(st.Background).String()
	screen = strings.ReplaceAll(screen, ansi.ResetStyle, ansi.ResetStyle+ground)
	return ground + strings.ReplaceAll(screen, "\n", ansi.ResetStyle+"\n"+ground) + ansi.ResetStyle
}
