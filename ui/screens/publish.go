package screens

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/say"
)

// Publish writes the record of the workshop, and shows beforehand what will be in it.
type Publish struct {
	reading reading
	record  record
	look    look
	okrs    okrLines
}

// Stage implements Screen.
func (s *Publish) Stage() workshop.Stage { return workshop.PublishStage }

// Title implements Screen.
func (s *Publish) Title() string { return "Publish" }

// About implements Screen.
func (s *Publish) About() string {
	return "Write the record of the workshop: the decisions with their owners, the requests and answers, the agreement and the final OKRs. " +
		"It can be written again at any time; what was undone is not in it. The final OKRs stand in it in two orders: by team, and by what teams own together."
}

// At implements Screen.
func (s *Publish) At(flow.Frame) flow.Target {
	return flow.Target{Stage: workshop.PublishStage, View: s.look.word()}
}

// Show implements Screen.
func (s *Publish) Show(_ flow.Frame, to flow.Target) {
	for l := theRecord; l < looks; l++ {
		if l.word() == to.View {
			s.look = l
		}
	}
}

// publishList is how much of the width the left side takes.
const publishList = 0.46

// View implements Screen.
func (s *Publish) View(f flow.Frame) string {
	if isBlank(f.State) {
		return kit.Join(kit.Empty(f.Styles, "There is nothing to write yet: no team, no strategy, no decision.",
			"The check-in is where it begins: tab goes there.", f.Width, f.Height))
	}
	r := s.recorded(f)
	preview := func(width, height int) []string {
		other := f.Styles.Key.Render("v") + f.Styles.Muted.Render(" "+s.look.next().title())
		head := kit.Between(f.Styles.Heading.Render(strings.ToUpper(s.look.title())), other, width)
		if s.look != theRecord {
			return append([]string{head}, s.okrs.window(f, s.look, width, height-1)...)
		}
		below := s.reading.window(f, "record", width, height-1, func(width int) []string { return r.preview(f, width) })
		return append([]string{head}, below...)
	}
	if !f.Compact() && !f.Zoom {
		left, right := kit.Split(f.Width, publishList)
		return kit.Join(kit.Columns(f.Styles, f.Height,
			kit.Column{Lines: s.summary(f, r, left), Width: left},
			kit.Column{Lines: preview(right, f.Height), Width: right}))
	}
	if s.look != theRecord { // the OKRs need the room
		return kit.Join(kit.Fit(preview(f.Width, f.Height), f.Width, f.Height))
	}
	top := s.summary(f, r, f.Width)
	top = top[:min(len(top), max(f.Height*2/3, 1))]
	lines := append(top, "")
	lines = append(lines, preview(f.Width, max(f.Height-len(lines), 1))...)
	return kit.Join(kit.Fit(lines, f.Width, f.Height))
}

// summary is what one can do, and what should be done before.
func (s *Publish) summary(f flow.Frame, r record, width int) []string {
	st := f.Styles
	inner := max(width-2, 1)
	lines := large(f, "The record of the workshop", inner)
	write := []string{
		kit.Cut(st.Key.Render("1")+st.Text.Render(" write Markdown – to read and to send on"), inner),
		kit.Cut(st.Key.Render("2")+st.Text.Render(" write JSON – OKRs as code, imports again"), inner),
	}
	where := kit.Paragraph(st.Muted, "It goes into the workshop file's folder and replaces an older record.", inner)
	blocks := [][]string{lines, write, where}
	if warnings := r.warnings(); len(warnings) > 0 {
		var out []string
		for _, w := range warnings {
			out = append(out, kit.Paragraph(st.Warn, kit.SignRisk+" "+w, inner)...)
		}
		blocks = [][]string{lines, write, out, where}
	}
	gap := 1
	if f.Height < 16 {
		gap = 0
	}
	return kit.Indent(kit.Stack(gap, blocks...), 1)
}

// Bindings implements Screen.
func (s *Publish) Bindings(f flow.Frame) []flow.Binding {
	off := ""
	if isBlank(f.State) {
		off = "There is nothing to write yet."
	}
	write := func(format string) func() flow.Effect {
		return func() flow.Effect { return flow.Effect{Call: flow.Call{Name: flow.WriteReport, Path: format}} }
	}
	closing := ""
	if off != "" || len(s.recorded(f).warnings()) == 0 {
		closing = "Nothing is left to finish there."
	}
	out := []flow.Binding{
		{Keys: []string{"1", "enter"}, Show: "1", Help: "write Markdown", Off: off, Foot: true, Do: write("md")},
		{Keys: []string{"2"}, Help: "write JSON", Off: off, Foot: true, Do: write("json")},
		{Keys: []string{"c"}, Help: "finish at Close", Off: closing, Foot: closing == "", Do: func() flow.Effect {
			return flow.Effect{Go: flow.Target{Stage: workshop.CloseStage}}
		}},
		{Keys: []string{"v"}, Help: s.look.next().word(), Off: off, Foot: true, Do: func() flow.Effect {
			s.look = s.look.next()
			return flow.Effect{}
		}},
	}
	for i, key := range []string{"up", "down", "k", "j", "pgup", "pgdown", "home", "end", "g", "G"} {
		b := flow.Binding{Keys: []string{key}, Help: "read", Do: func() flow.Effect {
			if s.look == theRecord {
				s.reading.scroll.Key(key, s.reading.n, s.reading.height)
			} else {
				s.okrs.list.Key(key, len(s.okrs.of(f.State, s.look)), max(f.Height-2, 1))
			}
			return flow.Effect{}
		}}
		if i == 0 {
			b.Show, b.Foot = "↑↓", off == ""
		}
		out = append(out, b)
	}
	if off != "" {
		return onlyWorking(out)
	}
	return out
}

// isBlank reports whether a workshop has nothing to tell.
func isBlank(s *workshop.State) bool { return s.Teams.Len() == 0 && len(s.Intents) == 0 }

// record is the workshop in numbers, of one state.
type record struct {
	state     *workshop.State
	findings  []model.Finding
	teams     teamCounts
	tally     tally
	decisions []model.Decision
	loose     int // decisions without owner or date
	unread    int // decisions not read back
	requests  int
	promised  int
	waiting   int // requests that are not settled
	parking   int
	ownerless int // of these
	endless   int // virtual teams
	signals   int
	unsaid    int // signals that nobody kept or dropped
}

// recorded sums up a state with what is on the table, once.
func (s *Publish) recorded(f flow.Frame) record {
	state := f.State
	if s.record.state == state && sameFindings(s.record.findings, f.Findings) {
		return s.record
	}
	r := record{state: state, findings: f.Findings, teams: countTeams(state), parking: state.Parking.Len()}
	for _, g := range tell(state, f.Findings) {
		if g.isOpen() {
			r.unsaid++
		} else {
			r.signals++
		}
	}
	r.tally.aligned, r.tally.notYet, r.tally.parked, r.tally.open = state.Aligned()
	for d := range state.Decisions.All() {
		r.decisions = append(r.decisions, d)
		if !d.IsComplete() {
			r.loose++
		}
		if !d.ReadBack {
			r.unread++
		}
	}
	for q := range state.Requests.All() {
		r.requests++
		switch a := q.Answer().Answer; {
		case a == model.Committed || a == model.SisterKR:
			r.promised++
		case !q.IsSettled():
			r.waiting++
		}
	}
	for p := range state.Parking.All() {
		if p.Owner.IsEmpty() {
			r.ownerless++
		}
	}
	for t := range state.Teams.All() {
		if t.Kind == model.VirtualTeam && t.Until.IsEmpty() {
			r.endless++
		}
	}
	s.record = r
	return r
}

// warnings are what is not finished. The record can be written all the same, and says so.
func (r record) warnings() []string {
	var out []string
	add := func(n int, one, is, are, text string) {
		switch {
		case n == 1:
			out = append(out, fmt.Sprintf("1 %s %s %s", one, is, text))
		case n > 1:
			out = append(out, fmt.Sprintf("%d %ss %s %s", n, one, are, text))
		}
	}
	add(r.loose, "decision", "has", "have", "no owner or date – see Close")
	add(r.unread, "decision", "is", "are", "not read back – see Close")
	add(r.ownerless, "parked thing", "has", "have", "no owner – see Close")
	add(r.endless, "virtual team", "has", "have", "no end – see Regroup")
	add(r.waiting, "request", "has", "have", "no final answer – see Dependencies")
	return out
}

// preview is the record in short: the numbers, then every decision in its sentence.
func (r record) preview(f flow.Frame, width int) []string {
	st := f.Styles
	numbers := [][2]string{
		{"teams", fmt.Sprintf("%d, %d of them here", r.teams.teams, r.teams.here)},
		{"objectives", fmt.Sprintf("%d with %s", r.teams.objectives, say.Count(r.teams.keyResults, "key result"))},
		{"agreement", fmt.Sprintf("%d aligned · %d not yet · %d parked · %d open", r.tally.aligned, r.tally.notYet, r.tally.parked, r.tally.open)},
		{"decisions", fmt.Sprint(len(r.decisions))},
		{"requests", fmt.Sprintf("%d made · %d promised · %d without final answer", r.requests, r.promised, r.waiting)},
		{"parking lot", things(r.parking)},
		{"signals", fmt.Sprintf("%d to leadership · %d not discussed", r.signals, r.unsaid)},
	}
	var out []string
	for _, n := range numbers {
		out = append(out, kit.Labelled(st, n[0], n[1], 13, width)...)
	}
	out = append(out, "", kit.Cut(st.Heading.Render("DECISIONS"), width))
	if len(r.decisions) == 0 {
		out = append(out, kit.Paragraph(st.Muted, "No decision was recorded.", width)...)
	}
	for _, d := range r.decisions {
		sign := st.Open.Render(kit.SignOpen)
		if d.ReadBack {
			sign = st.Good.Render(kit.SignDecided)
		}
		out = append(out, signed(sign, kit.Paragraph(st.Text, d.Summary.Line(), max(width-2, 1)))...)
		who := responsible(d.Owner, d.Due)
		if who == "" && !d.Outcome.NeedsNobody() {
			who = "nobody yet"
		}
		if who != "" {
			out = append(out, kit.Cut("  "+st.Muted.Render(who), width))
		}
	}
	then := "Then context, requests, agreement, parking lot, signals, changes, and the final OKRs, by team and by what is shared."
	return append(append(out, ""), kit.Paragraph(st.Muted, then, width)...)
}
