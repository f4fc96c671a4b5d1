package screens

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop/detect"
	"souk/workshop/say"
)

// beside is the width from which the two sides stand side by side.
const beside = 66

// detailLines draws the matter under the cursor: the question, both sides in their own words, why it is on the table, what became
// of it. The keys that decide stand at the foot, whatever is scrolled.
func (s *findings) detailLines(f flow.Frame, own []flow.Binding, width, height int) []string {
	m, _ := s.current(f)
	if !s.read.is(m) {
		s.read, s.scroll = m, kit.Scroll{}
	}
	body, foot := s.parts(f, m, own, width, height)
	return append(s.scroll.Window(f.Styles, body, width, height-len(foot)), foot...)
}

// readOn scrolls the evidence.
func (s *findings) readOn(f flow.Frame, key string) {
	m, _ := s.current(f)
	width := f.Width
	if !s.panes.single(f) {
		_, width = kit.Split(f.Width, listShare)
	}
	body, foot := s.parts(f, m, nil, width, f.Height)
	s.read = m
	s.scroll.Key(key, len(body), f.Height-len(foot)-2) // two lines for the keys that decide
}

// parts are the lines of the evidence, which may be more than there is room for, and of the keys below.
func (s *findings) parts(f flow.Frame, m matter, own []flow.Binding, width, height int) (body, foot []string) {
	if keys := keyLines(f, own, width); len(keys) > 0 && height > len(keys)+4 {
		foot = keys
		if height > lowPane {
			foot = append([]string{""}, foot...)
		}
	}
	return evidence{Frame: f, matter: m, isLow: height <= lowPane}.fit(width, height-len(foot)), foot
}

// fit is the matter in as much detail as that room allows, or in the least.
func (e evidence) fit(width, room int) (body []string) {
	for _, e.detail = range []detail{spacious, whole, brief, relevant, evident} {
		if e.detail == spacious && !e.Zoom {
			continue
		}
		if body = e.lines(width); len(body) <= room {
			break
		}
	}
	return body
}

// keyLines writes keys in as many lines as they take; those that do nothing just now are left out.
func keyLines(f flow.Frame, keys []flow.Binding, width int) []string {
	st := f.Styles
	var out []string
	line, used := "", 0
	for _, b := range keys {
		if b.Off != "" {
			continue
		}
		text := st.Key.Render(kit.KeyNames(b.Keys)) + st.Text.Render(" "+b.Help)
		if b.Note != "" {
			text += st.Accent.Render(" (" + b.Note + ")")
		}
		if w := kit.Width(text); used > 0 && used+3+w > width {
			out = append(out, line)
			line, used = "", 0
		}
		if used > 0 {
			line += "   "
			used += 3
		}
		line += text
		used += kit.Width(text)
	}
	if used > 0 {
		out = append(out, line)
	}
	return out
}

// detail is how much of a matter is drawn, depending on the room there is.
type detail int

const (
	spacious detail = iota // with more air, for the back of the room
	whole
	brief    // the key results that the matter is about, or all where it is about none in particular, and why now
	relevant // only the key results that the matter is about, and why now
	evident  // only the key results that the matter is about
)

// evidence draws one matter.
type evidence struct {
	flow.Frame
	matter matter
	detail detail
	isLow  bool // a pane so low that blank lines cost too much

	whyFirst bool // the reasons stand before the two sides
}

// lowPane is the height up to which a pane is low: a dialog stands below it.
const lowPane = 14

func (e evidence) lines(width int) []string {
	gap := 1
	switch {
	case e.isLow:
		gap = 0
	case e.detail == spacious:
		gap = 2
	}
	if e.whyFirst {
		return kit.Stack(gap, e.question(width), e.became(width), e.why(width), e.sides(width))
	}
	return kit.Stack(gap, e.question(width), e.sides(width), e.became(width), e.why(width))
}

// question is what the room has to answer, and where the matter stands.
func (e evidence) question(width int) []string {
	st := e.Styles
	badge := kit.Cut(" "+whereItStands(e.matter)+" ", width/2)
	lines := kit.Paragraph(st.Heading, questionOf(e.Frame, e.matter), max(width-kit.Width(badge)-2, 1))
	lines[0] = kit.Between(lines[0], st.Badge.Render(badge), width)
	return lines
}

func questionOf(f flow.Frame, m matter) string {
	a, b := f.State.TeamName(m.finding.A.Team), f.State.TeamName(m.finding.B.Team)
	if m.isAsked() {
		return fmt.Sprintf("%s asks %s", a, b)
	}
	switch m.finding.Kind {
	case model.Duplicate:
		if n := len(m.teams()); n > 2 {
			return fmt.Sprintf("Is this the same work in %d teams?", n)
		}
		return "Is this the same work?"
	case model.Synergy:
		return "Would they gain from doing this together?"
	case model.Conflict:
		return "Do these stand in each other's way?"
	case model.Dependency:
	}
	return fmt.Sprintf("Does %s need %s for this?", a, b)
}

// whereItStands says where a matter stands: what became of it, or how sure the detector is, or that people raised it.
func whereItStands(m matter) string {
	switch {
	case m.hasVerdict():
		return string(m.decision.Outcome)
	case m.isAsked():
		return answerWord(m.request.Answer().Answer)
	case m.finding.RaisedByHand():
		return "raised by hand"
	}
	return likelihood(m.finding.Score)
}

// likelihood is a score with a word for it.
func likelihood(p float64) string {
	switch {
	case p >= 0.75:
		return "likely " + score(p)
	case p >= 0.5:
		return "possible " + score(p)
	}
	return "faint " + score(p)
}

func (e evidence) sides(width int) []string {
	a, b := e.matter.finding.A, e.matter.finding.B
	roleA, roleB := "", ""
	if e.matter.finding.Kind == model.Dependency {
		roleA, roleB = "needs", "provides"
	}
	var out []string
	if width >= beside {
		left, right := kit.Split(width, 0.5)
		l, r := e.side(a, roleA, left), e.side(b, roleB, right)
		out = kit.Columns(e.Styles, max(len(l), len(r)), kit.Column{Lines: l, Width: left}, kit.Column{Lines: r, Width: right})
	} else {
		out = kit.Stack(1, e.side(a, roleA, width), e.side(b, roleB, width))
	}
	if teams := e.matter.teams(); len(teams) > 2 {
		names := make([]string, 0, len(teams)-2)
		for _, t := range teams[2:] {
			names = append(names, e.State.TeamName(t))
		}
		out = append(append(out, ""), kit.Labelled(e.Styles, "also in", strings.Join(names, ", "), 10, width)...)
	}
	return out
}

// side draws one end of the relation: whose it is, the objective with the evidence marked, and why it matters now.
func (e evidence) side(side model.Side, role string, width int) []string {
	st := e.Styles
	o, known := e.State.Objectives.Get(side.Objective)
	name := e.State.TeamName(side.Team)
	if known {
		name = e.State.Label(side.Objective)
	}
	head := kit.Paragraph(st.Heading, strings.ToUpper(name), width)
	if last := len(head) - 1; kit.Width(head[last])+1+kit.Width(role) <= width {
		head[last] += st.Muted.Render(" " + role)
	}
	if !known {
		return append(head, e.stall(side.Team, width)...)
	}
	spans := spansOf(e.matter.finding)
	c := card{Frame: e.Frame, objective: o, spans: spans}
	if e.detail >= brief {
		c.only = concerned(o, side, spans)
	}
	var left []string
	if n := len(o.KeyResults); e.detail >= relevant && len(c.only) == 0 && n > 0 {
		c.objective.KeyResults = nil
		left = []string{kit.Cut(st.Muted.Render("     "+say.Count(n, "key result")), width)}
	}
	lines := append(append(head, c.lines(width)...), left...)
	return append(lines, e.reasonsFor(o, width)...)
}

// reasonsFor is why an objective matters now, and what became of it, as far as there is room for that.
func (e evidence) reasonsFor(o model.Objective, width int) []string {
	switch {
	case e.detail == evident:
		return nil
	case e.detail <= whole:
		return append(whyNowLines(e.Frame, o, width), fateLine(e.Frame, o, width)...)
	case o.WhyNow.IsEmpty():
		return fateLine(e.Frame, o, width)
	}
	why := kit.Labelled(e.Styles, "why now", o.WhyNow.Line(), 10, width)
	return append(why, fateLine(e.Frame, o, width)...)
}

// stall says what a team offers that has no objective for what is needed.
func (e evidence) stall(id model.TeamID, width int) []string {
	t, _ := e.State.Teams.Get(id)
	lines := kit.Paragraph(e.Styles.Text, "has no objective of its own for this", width)
	label := "offers"
	for _, x := range t.Offers {
		if x.Team != "" && x.Team != e.matter.finding.A.Team {
			continue
		}
		lines = append(lines, kit.Labelled(e.Styles, label, x.Text.Line(), 10, width)...)
		label = ""
	}
	return lines
}

// concerned are the key results that the finding is about; none where it is about the objective as a whole.
func concerned(o model.Objective, side model.Side, spans []model.Span) []model.KeyResultID {
	out := append([]model.KeyResultID{}, side.KeyResults...)
	for _, s := range spans {
		if s.Objective == o.ID && s.KeyResult != "" {
			out = append(out, s.KeyResult)
		}
	}
	return out
}

func spansOf(fi model.Finding) []model.Span {
	var out []model.Span
	for _, r := range fi.Reasons {
		out = append(out, r.Spans...)
	}
	return out
}

// became says what the room made of it: the decision, or the request with its trail, or why it was set aside.
func (e evidence) became(width int) []string {
	m, st := e.matter, e.Styles
	switch {
	case m.hasVerdict():
		return verdictLines(e.Frame, m.decision, width)
	case m.isAsked():
		lines := requestLines(e.Frame, m.request, width)
		if p := m.finding.Proposal; p != "" && m.request.IsWaiting() {
			lines = append(lines, kit.Paragraph(st.Strong, "proposed: "+string(p), width)...)
		}
		return lines
	}
	var text string
	if m.finding.Status != model.Open {
		text = kit.StatusWord(m.finding.Status)
	}
	if !m.finding.Note.IsEmpty() {
		text += ": " + m.finding.Note.Line()
	}
	if p := m.finding.Proposal; p != "" {
		text += strings.Repeat(" · ", min(len(text), 1)) + "proposed: " + string(p)
	}
	if text == "" {
		return nil
	}
	return kit.Paragraph(st.Strong, text, width)
}

// why lists the reasons as sentences, apart from them what the coach says, and who put it on the table where that was not the detector.
func (e evidence) why(width int) []string {
	var out, reasons []string
	if words := e.matter.finding.Words; !words.IsEmpty() {
		out = kit.Paragraph(e.Styles.Strong, "the coach: "+words.Line(), width)
	}
	for _, r := range e.matter.finding.Reasons {
		if r.Rule != detect.Learned { // that is part of the explanation of the score
			reasons = append(reasons, r.Text.Line())
		}
	}
	if origin := e.matter.finding.Origin(); origin != "" {
		reasons = append(reasons, origin)
	}
	label := "why"
	for _, r := range reasons {
		out = append(out, kit.Labelled(e.Styles, label, r, 5, width)...)
		label = ""
	}
	return out
}
