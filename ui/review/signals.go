package review

import (
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop/report"
)

// signalsSheet is what leadership may need to hear, as far as the drafts show it. The room keeps, words or drops it at the close.
func signalsSheet(f flow.Frame) flow.Dialog {
	signals := report.Signals(f.State, f.Findings)
	return dialog.NewHelp(dialog.HelpSpec{
		Title: "What leadership may need to hear",
		Text:  "Seen in the drafts as they stand. The room keeps, words or drops each at the close.",
		Body: func(f flow.Frame) []string {
			st, width := f.Styles, kit.Measure(f.Width, false)
			if len(signals) == 0 {
				return kit.Paragraph(st.Muted, "Nothing so far.", width)
			}
			var blocks [][]string
			for _, g := range signals {
				lines := kit.Paragraph(st.Strong, g.Text, width)
				for _, e := range g.Evidence {
					lines = append(lines, kit.Labelled(st, "  -", e, 4, width)...)
				}
				blocks = append(blocks, lines)
			}
			return kit.Stack(1, blocks...)
		},
	})
}
