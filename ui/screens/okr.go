package screens

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
)

// krIndent is where the text of a key result begins.
const krIndent = 5

// card draws an objective with its key results: the title largest, evidence marked.
type card struct {
	flow.Frame
	objective model.Objective
	spans     []model.Span        // evidence to mark
	only      []model.KeyResultID // the key results that matter; none: all
	selected  model.KeyResultID   // the key result under the cursor
}

// lines draws the card in width cells.
func (c card) lines(width int) []string {
	st := c.Styles
	open := doubts(c.Frame, c.objective)
	out := kit.MarkedIn(st, st.Title, st.Mark, c.objective.Title.Line(), c.marks(""), width)
	for i, k := range c.objective.KeyResults {
		if len(c.only) > 0 && !slices.Contains(c.only, k.ID) && len(c.marks(k.ID)) == 0 {
			continue
		}
		out = append(out, c.keyResult(i, k, open, width)...)
	}
	return out
}

func (c card) keyResult(i int, k model.KeyResult, open []model.Request, width int) []string {
	st := c.Styles
	head := fmt.Sprintf(" KR%d ", i+1)
	if k.ID != "" && k.ID == c.selected {
		head = kit.SignCursor + head[1:]
	}
	label := st.Label.Render(kit.Pad(head, krIndent))
	lines := kit.MarkedIn(st, st.Text, st.Mark, keyResultText(k), c.marks(k.ID), max(width-krIndent, 1))
	for j, l := range lines {
		if j > 0 {
			label = strings.Repeat(" ", krIndent)
		}
		lines[j] = label + l
	}
	for _, w := range c.waiting(k.ID, open) {
		lines = append(lines, kit.Indent(kit.Paragraph(st.Risk, w, max(width-krIndent, 1)), krIndent)...)
	}
	return lines
}

// keyResultText is the key result's words with the numbers that stand beside them. The words come first, so that spans fit.
func keyResultText(k model.KeyResult) string {
	s := k.Text.Line()
	if s == "" {
		s = k.Metric.Line()
	}
	if k.Target.IsEmpty() || says(s, k.Target.Line()) {
		return s
	}
	if k.Baseline.IsEmpty() {
		return fmt.Sprintf("%s (to %s)", s, withUnit(k.Target, k.Unit))
	}
	return fmt.Sprintf("%s (%s → %s)", s, k.Baseline.Line(), withUnit(k.Target, k.Unit))
}

// says reports whether a text says a value, however it writes large numbers.
func says(text, value string) bool {
	plain := strings.NewReplacer(",", "", ".", "", "\u00a0", "", " ", "", "'", "")
	return strings.Contains(plain.Replace(text), plain.Replace(value))
}

func withUnit(value, unit model.Text) string {
	return strings.TrimSpace(value.Line() + " " + unit.Line())
}

// doubts are the requests for which the key results of an objective are not final, or at risk.
func doubts(f flow.Frame, o model.Objective) []model.Request {
	return append(f.State.Waiting(o.ID), f.State.AtRisk(o.ID)...)
}

// refused says what became of a request that leaves its key result at risk.
func refused(f flow.Frame, r model.Request) string {
	if r.Answer().Answer == model.Declined {
		return "at risk: " + f.State.TeamName(r.To.Team) + " declined"
	}
	return "at risk: escalated, not promised by " + f.State.TeamName(r.To.Team)
}

// waiting says whom a key result waits for, so that it is not final until they have answered, or who left it at risk.
func (c card) waiting(id model.KeyResultID, open []model.Request) []string {
	var out []string
	for _, r := range open {
		if !slices.Contains(c.State.Now(r.From).KeyResults, id) {
			continue
		}
		if r.IsAtRisk() {
			out = append(out, kit.SignRisk+" "+refused(c.Frame, r))
			continue
		}
		word := "not answered"
		if r.Answer().Answer == model.Countered {
			word = "counter-proposal open"
		}
		out = append(out, fmt.Sprintf("%s needs %s, %s", kit.SignRisk, c.State.TeamName(r.To.Team), word))
	}
	return out
}

func (c card) marks(kr model.KeyResultID) [][2]int {
	var out [][2]int
	for _, s := range c.spans {
		if s.Objective == c.objective.ID && s.KeyResult == kr {
			out = append(out, [2]int{s.Start, s.End})
		}
	}
	return out
}

// whyNowLines shows why the objective matters now, and what it supports, both neutrally where nothing was said.
func whyNowLines(f flow.Frame, o model.Objective, width int) []string {
	const label = 10
	st := f.Styles
	var out []string
	if o.WhyNow.IsEmpty() {
		out = append(out, kit.Cut(st.Label.Render(kit.Pad("why now", label))+st.Warn.Render("– not said yet –"), width))
	} else {
		out = append(out, kit.Labelled(st, "why now", o.WhyNow.Line(), label, width)...)
	}
	for i, p := range o.Supports {
		head := ""
		if i == 0 {
			head = "supports"
		}
		out = append(out, kit.Labelled(st, head, p.Text.Line(), label, width)...)
	}
	if len(o.Supports) == 0 {
		out = append(out, kit.Cut(st.Label.Render(kit.Pad("supports", label))+st.Muted.Render("stands alone"), width))
	}
	return out
}

// agreementLine is one line with what both sides said and how confident the room is.
func agreementLine(f flow.Frame, o model.Objective, width int) string {
	st := f.Styles
	line := st.Label.Render("team ") + kit.Stance(st, o.Agreement.Team.Stance) +
		st.Label.Render("  leadership ") + kit.Stance(st, o.Agreement.Leadership.Stance) +
		st.Label.Render("  confidence ") + kit.Votes(st, o.Agreement.Votes)
	return kit.Cut(line, width)
}

// fateLine says who shares an objective and what became of it; empty for one that is simply live.
func fateLine(f flow.Frame, o model.Objective, width int) []string {
	var parts []string
	switch o.Fate {
	case model.Merged:
		parts = append(parts, "merged into "+f.State.Label(o.Into))
	case model.Dropped, model.Deferred:
		parts = append(parts, string(o.Fate))
	case model.Live:
	}
	if o.Follows != "" {
		parts = append(parts, "follows "+f.State.Label(o.Follows))
	}
	for _, n := range o.Notes {
		parts = append(parts, n.Line())
	}
	var out []string
	if o.IsShared() {
		out = kit.Labelled(f.Styles, "shared", partsLine(f.State, f.State.SharedOf(o)), 10, width)
	}
	if len(parts) == 0 {
		return out
	}
	return append(out, kit.Labelled(f.Styles, "agreed", strings.Join(parts, " · "), 10, width)...)
}
