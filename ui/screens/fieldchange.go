package screens

import (
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
)

// fieldWidth is where the words of a changed field begin.
const fieldWidth = 10

// fieldChange shows one change of an objective: the field, and its words before and after. What is only new stands alone, without an
// empty "before".
func fieldChange(f flow.Frame, c model.Change, width int) []string {
	st := f.Styles
	name := c.Field
	if name == "fate" {
		name = "is now"
	}
	room := max(width-fieldWidth, 1)
	var lines []string
	if c.Before.IsEmpty() {
		lines = kit.Paragraph(st.After, c.After.Line(), room)
	} else {
		lines = kit.Change(st, c.Before.Line(), c.After.Line(), room)
	}
	label := st.Label.Render(kit.Pad(name, fieldWidth))
	for i := range lines {
		lines[i] = kit.Cut(label+lines[i], width)
		label = strings.Repeat(" ", fieldWidth)
	}
	return lines
}
