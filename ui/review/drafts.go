package review

import (
	"fmt"

	"charm.land/lipgloss/v2"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	checks "souk/workshop/review"
)

// draftMargin is what stands before a line of the drafts: the cursor's sign, the sign of the most severe check, a number.
const draftMargin = 7

// draftLines is as much of the drafts as fits, the objective of the item under the cursor in view.
func (s *Team) draftLines(f flow.Frame, t model.Team, width, height int) []string {
	text, from, at := s.draftText(f, t, width)
	view := kit.Scroll{Top: max(from-1, 0)}
	if at >= view.Top+height-2 {
		view.Top = at - height/2
	}
	return view.Window(f.Styles, text, width, height)
}

// draftText is the team's drafts, with what the checks mark in them, and the lines where the objective of the item under the cursor begins and
// where it is marked.
func (s *Team) draftText(f flow.Frame, t model.Team, width int) (text []string, from, at int) {
	d := drafts{Frame: f, item: s.current(f), cards: s.read.of(f).cards[t.ID], width: width}
	n := 0
	for i, o := range f.State.ObjectivesOf(t.ID) {
		if o.Fate != model.Live {
			continue
		}
		if n++; n > 1 {
			text = append(text, "")
		}
		if o.ID == d.item.objective {
			from, at = len(text), len(text)
		}
		lines, marked := d.objective(i, o)
		if marked >= 0 && o.ID == d.item.objective {
			at = len(text) + marked
		}
		text = append(text, lines...)
	}
	if n == 0 {
		return kit.Paragraph(f.Styles.Muted, "This team brought no objective of its own.", width), 0, 0
	}
	return text, from, at
}

// drafts draws a team's objectives.
type drafts struct {
	flow.Frame
	item  item
	cards []checks.Card
	width int
}

// objective draws one objective, and says at which of its lines the item under the cursor begins; -1 where at none.
func (d drafts) objective(i int, o model.Objective) (out []string, marked int) {
	st, marked := d.Styles, -1
	add := func(lines []string, hit bool) {
		if hit && marked < 0 {
			marked = len(out)
		}
		out = append(out, lines...)
	}
	here := o.ID == d.item.objective
	style := st.Text
	if here {
		style = st.Title
	}
	lines, hit := d.line(o.ID, "", o.Title.Line(), style, fmt.Sprint(i+1), here)
	add(lines, hit)
	for n, k := range o.KeyResults {
		lines, hit := d.line(o.ID, k.ID, screens.KeyResultText(k), st.Text, fmt.Sprintf("KR%d", n+1), false)
		add(lines, hit)
	}
	why := o.WhyNow.Line()
	style = st.Muted
	if why == "" {
		why = "– not said –"
	}
	lines, hit = d.whyNow(o.ID, why, style)
	add(lines, hit)
	for _, p := range o.Supports {
		add(d.margin(kit.Paragraph(st.Muted, p.Text.Line(), d.room()), "", "for"), false)
	}
	return out, marked
}

func (d drafts) room() int { return max(d.width-draftMargin, 1) }

// line draws a title or a key result with its marks.
func (d drafts) line(o model.ObjectiveID, kr model.KeyResultID, text string, style lipgloss.Style, label string, here bool) (lines []string, hit bool) {
	st := d.Styles
	var own, all [][2]int
	for _, sp := range d.item.spans {
		if sp.Objective == o && sp.KeyResult == kr {
			own = append(own, [2]int{sp.Start, sp.End})
		}
	}
	sign := ""
	for _, c := range d.cards {
		for _, p := range c.Places {
			if p.Span.Objective != o || p.Span.KeyResult != kr || p.InWhyNow {
				continue
			}
			if sign == "" {
				sign = severityStyle(st, c.Check.Severity).Render(severitySign(c.Check.Severity))
			}
			if p.Span.End-p.Span.Start < len(text) {
				all = append(all, [2]int{p.Span.Start, p.Span.End})
			}
		}
	}
	mark, spans := st.Accent, all
	if len(own) > 0 {
		mark, spans = st.Mark, own
	}
	lines = kit.MarkedIn(st, style, mark, text, spans, d.room())
	if here {
		label = kit.SignCursor + label
	}
	return d.margin(lines, sign, label), len(own) > 0
}

// whyNow draws why an objective matters now.
func (d drafts) whyNow(o model.ObjectiveID, text string, style lipgloss.Style) (lines []string, hit bool) {
	st := d.Styles
	var spans [][2]int
	sign := ""
	for _, c := range d.cards {
		for _, p := range c.Places {
			if p.Span.Objective == o && p.InWhyNow {
				sign = severityStyle(st, c.Check.Severity).Render(severitySign(c.Check.Severity))
				if hit = hit || c.ID == d.item.key; c.ID == d.item.key {
					spans = append(spans, [2]int{p.Span.Start, p.Span.End})
				}
			}
		}
	}
	return d.margin(kit.MarkedIn(st, style, st.Mark, text, spans, d.room()), sign, "why"), hit
}

// margin puts sign and label before the first line.
func (d drafts) margin(lines []string, sign, label string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		head := kit.Pad("", draftMargin)
		if i == 0 {
			head = kit.Pad(kit.Pad(sign, 2)+d.Styles.Label.Render(label), draftMargin)
		}
		out[i] = head + l
	}
	return out
}
