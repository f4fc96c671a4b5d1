package review

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/workshop"
	checks "souk/workshop/review"
)

// Teams shows which drafts the coach has read, and what there is to react to in each.
type Teams struct {
	read  *reading
	list  kit.List
	order order

	teams []model.Team // in that order
	of    teamsPage
}

// Stage implements screens.Screen.
func (s *Teams) Stage() workshop.Stage { return TeamsStage }

// Title implements screens.Screen.
func (s *Teams) Title() string { return "Teams" }

// About implements screens.Screen.
func (s *Teams) About() string {
	return "Read the drafts alone, team by team: n goes on to the next team that you have not read. What you note and mark here nobody else sees; " +
		"what you queue comes up in the room, and what you ask is sent ahead."
}

// Progress says how many teams are read.
func (s *Teams) Progress(f flow.Frame) string { return progress(s.read.of(f).standing(f.State)) }

func progress(st standing) string {
	if st.teams == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d read", st.read, st.teams)
}

// At implements screens.Screen.
func (s *Teams) At(f flow.Frame) flow.Target {
	t, _ := s.team(f)
	return flow.Target{Stage: TeamsStage, Team: t.ID}
}

// Show implements screens.Screen.
func (s *Teams) Show(f flow.Frame, to flow.Target) {
	teams := s.rows(f)
	if i := slices.IndexFunc(teams, func(t model.Team) bool { return t.ID == to.Team }); i >= 0 {
		s.list.To(i, len(teams))
	}
}

// team is the one under the cursor.
func (s *Teams) team(f flow.Frame) (model.Team, bool) {
	teams := s.rows(f)
	if len(teams) == 0 {
		return model.Team{}, false
	}
	s.list.To(s.list.Cursor, len(teams))
	return teams[s.list.Cursor], true
}

// View implements screens.Screen.
func (s *Teams) View(f flow.Frame) string {
	r, teams := s.read.of(f), s.rows(f)
	now := r.standing(f.State)
	note := standingWords(now)
	if s.order != asTheyStand && f.Width >= 100 {
		note += " · " + s.order.words() + " first"
	}
	lines := append([]string{headline(f, "THE DRAFTS", note), ""}, everywhereLines(f, r)...)
	if len(teams) == 0 {
		lines = append(lines, kit.Empty(f.Styles, "There are no drafts yet.", "Load them with “souk import FILE.souk drafts.yaml”.", f.Width, f.Height-2)...)
		return kit.Join(kit.Fit(lines, f.Width, f.Height))
	}
	lines = append(lines, kit.Indent([]string{teamsHead(f)}, kit.Gutter)...)
	foot := kit.Paragraph(f.Styles.Accent, whatNext(now, f.Detecting), f.Width)
	room := max(f.Height-len(lines)-len(foot)-1, 1)
	rows := s.list.Rows(f.Styles, len(teams), f.Width, min(room, len(teams)), func(i int, _ bool, width int) []string {
		return []string{teamRow(f, r, teams[i], width)}
	})
	lines = append(append(lines, rows...), "")
	return kit.Join(kit.Fit(append(lines, foot...), f.Width, f.Height))
}

func standingWords(st standing) string {
	return fmt.Sprintf("%d of %d read · %d queued · %d asked", st.read, st.teams, st.queued, st.asked)
}

// whatNext is the coach's next step.
func whatNext(st standing, detecting bool) string {
	switch {
	case detecting:
		return "Still looking for relations between the teams …"
	case st.read < st.teams:
		return "n opens the next team that you have not read."
	case st.queued == 0:
		return "All are read. Nothing is queued yet: n goes to the queue, where the best candidates stand."
	default:
		return "All are read. n goes to the queue; agenda and timeboxes come next, then what to send ahead."
	}
}

// everywhereLines say what the checks say of nearly every team: that is one thing to say to all, not a matter of any of them.
func everywhereLines(f flow.Frame, r *reading) []string {
	if len(r.common) == 0 {
		return nil
	}
	teams := len(f.State.Stalls())
	parts := make([]string, len(r.common))
	for i, c := range r.common {
		parts[i] = fmt.Sprintf("“%s” in %d of %d teams", c.check.Title, c.teams, teams)
	}
	text := "Nearly everywhere: " + strings.Join(parts, ", ") + ". Say it once to all; c silences a check. The columns leave it out."
	return append(kit.Paragraph(f.Styles.Warn, text, f.Width), "")
}

// The columns beside a team's name, in cells.
const (
	colRead   = 6
	colNumber = 4
	colCards  = 5
	colQueued = 7
	colOpen   = 6
	colAsked  = 6
	colNote   = 5
	colsAll   = colRead + 2*colNumber + 3*colCards + colQueued + colOpen + colAsked + colNote
)

func teamsHead(f flow.Frame) string {
	width := f.Width - kit.Gutter
	head := kit.Pad("", max(width-colsAll, 1)) + kit.Center("read", colRead) + kit.PadLeft("O", colNumber) + kit.PadLeft("KR", colNumber)
	for _, s := range checks.Severities() {
		head += kit.PadLeft(string(s), colCards)
	}
	head += kit.PadLeft("queued", colQueued) + kit.PadLeft("open", colOpen) + kit.PadLeft("asked", colAsked) + kit.PadLeft("note", colNote)
	return kit.Cut(f.Styles.Label.Render(head), width)
}

// teamRow is a team, what it brings, and what there is to react to.
func teamRow(f flow.Frame, r *reading, t model.Team, width int) string {
	st := f.Styles
	name, read := st.Strong.Render(t.Name.Line()), st.Muted.Render(kit.SignUnsaid)
	if f.State.Private.HasReviewed(t.ID) {
		name, read = st.Text.Render(t.Name.Line()), st.Good.Render(kit.SignDecided)
	}
	objectives, krs := f.State.CountLive(t.ID)
	number := func(n, width int, style func(...string) string) string {
		if n == 0 {
			return st.Muted.Render(kit.PadLeft(kit.SignUnsaid, width))
		}
		return style(kit.PadLeft(fmt.Sprint(n), width))
	}
	line := kit.Pad(kit.Cut(name, max(width-colsAll-1, 1)), max(width-colsAll, 1)) + kit.Center(read, colRead) +
		number(objectives, colNumber, st.Text.Render) + number(krs, colNumber, st.Text.Render)
	for _, s := range checks.Severities() {
		line += number(severe(r.own(t.ID), s), colCards, severityStyle(st, s).Render)
	}
	queued, open := waiting(r.with(t.ID))
	note := " "
	if hasNote(f.State, t) {
		note = signNote
	}
	return line + number(queued, colQueued, st.Queued.Render) + number(open, colOpen, st.Text.Render) +
		number(len(f.State.QuestionsTo(t.ID)), colAsked, st.Text.Render) + st.Accent.Render(kit.PadLeft(note, colNote))
}

func severe(cards []checks.Card, s checks.Severity) int {
	n := 0
	for _, c := range cards {
		if c.Check.Severity == s {
			n++
		}
	}
	return n
}

// hasNote reports whether there is a private note on the team or one of its objectives.
func hasNote(s *workshop.State, t model.Team) bool {
	if !s.Private.NoteOn(model.Side{Team: t.ID}).IsEmpty() {
		return true
	}
	return slices.ContainsFunc(t.Objectives, func(o model.ObjectiveID) bool {
		return !s.Private.NoteOn(model.Side{Team: t.ID, Objective: o}).IsEmpty()
	})
}

// Bindings implements screens.Screen.
func (s *Teams) Bindings(f flow.Frame) []flow.Binding {
	t, some := s.team(f)
	none := ""
	if !some {
		none = "There is no team yet."
	}
	next, on := flow.Target{Stage: TeamStage, Team: t.ID}, "next unread"
	if f.State.Private.HasReviewed(t.ID) {
		next.Team = unread(f.State, t.ID)
	}
	if next.Team == "" {
		next, on = flow.Target{Stage: QueueStage}, "to the queue"
	}
	read, help := f.State.Private.HasReviewed(t.ID), "mark as read"
	if read {
		help = "not read yet"
	}
	open := func(to flow.Target) func() flow.Effect {
		return func() flow.Effect { return flow.Effect{Go: to} }
	}
	then := (s.order + 1) % orders
	sort := func() flow.Effect {
		s.order, s.list = then, kit.List{}
		return flow.Effect{}
	}
	out := screens.Moving(&s.list, len(f.State.Stalls()), max(f.Height-6, 1), "team")
	return append(out,
		flow.Binding{Keys: []string{"enter"}, Help: "read", Off: none, Foot: some, Do: open(flow.Target{Stage: TeamStage, Team: t.ID})},
		flow.Binding{Keys: []string{"n"}, Help: on, Off: none, Foot: some, Do: open(next)},
		flow.Binding{Keys: []string{"space"}, Help: help, Off: none, Foot: some, Do: func() flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.MarkReviewed{Team: t.ID, Reviewed: !read}}}
		}},
		flow.Binding{Keys: []string{"p"}, Help: "private note", Off: none, Foot: some, Do: func() flow.Effect {
			return flow.Effect{Open: noteForm(f, model.Side{Team: t.ID})}
		}},
		flow.Binding{Keys: []string{"o"}, Help: then.words(), Off: none, Do: sort},
		flow.Binding{Keys: []string{"i"}, Help: "signals", Off: none, Foot: some, Do: func() flow.Effect { return flow.Effect{Open: signalsSheet(f)} }},
		flow.Binding{Keys: []string{"c"}, Help: "checks", Foot: some, Do: func() flow.Effect { return flow.Effect{Open: checksPick(f, 0)} }},
	)
}

// belongs says what a team is and what it brings.
func belongs(f flow.Frame, t model.Team) string { return strings.Join(screens.Belongs(f, t), " · ") }
