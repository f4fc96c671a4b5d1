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

// listShare is how much of the width the list takes where there is room for list and evidence.
const listShare = 0.38

// subject is what a screen of findings is about.
type subject int

const (
	dependencies subject = iota
	duplicates
	synergies
)

func (s subject) kinds() []model.FindingKind {
	switch s {
	case duplicates:
		return []model.FindingKind{model.Duplicate}
	case synergies:
		return []model.FindingKind{model.Synergy, model.Conflict}
	case dependencies:
	}
	return []model.FindingKind{model.Dependency}
}

// findings is what the screens for dependencies, duplicates and synergies have in common: the list of what is on the table, the
// evidence for the one under the cursor, and the keys to sort them.
type findings struct {
	subject subject
	list    kit.List
	panes   panes
	scroll  kit.Scroll
	team    model.TeamID      // only what concerns this team; empty: all
	more    bool              // also what is probably nothing
	begun   bool              // somebody has chosen where the cursor is
	follow  bool              // the next one that is raised gets the cursor
	wanted  flow.Target       // what is to be shown as soon as it is there; any key gives it up
	moved   map[string]string // the signs of rows that rose or sank, by key; the next key takes them away
	cache   matters
	read    matter // what scroll belongs to
}

// Stage implements Screen.
func (s *findings) Stage() workshop.Stage {
	return [...]workshop.Stage{workshop.DependencyStage, workshop.DuplicateStage, workshop.SynergyStage}[s.subject]
}

// Title implements Screen.
func (s *findings) Title() string {
	return [...]string{"Dependencies", "Duplicates", "Synergies"}[s.subject]
}

// About implements Screen.
func (s *findings) About() string {
	return [...]string{
		"Who needs what from whom? Ask for it with a date and a size, and record the other team's answer. " +
			"A key result that waits for an answer is not final.",
		"Do two teams plan the same work? The evidence stands beside the OKRs; the room decides, and the OKRs change accordingly.",
		"Which objectives would gain from each other, and which stand in each other's way? Nobody has to cooperate: saying no is a decision too.",
	}[s.subject]
}

// rows are the matters on the table. The cursor stays on its matter when others come, go or move.
func (s *findings) rows(f flow.Frame) *matters {
	src := sourceOf(f, s.team, s.more)
	if s.cache.from == src {
		return &s.cache
	}
	old := s.cache
	s.cache = gather(f, s.subject.kinds(), src)
	s.keepPlace(old)
	s.noteMoves(old)
	if s.follow {
		s.toRaised(old)
	}
	s.list.To(s.list.Cursor, len(s.cache.rows))
	s.seek(f)
	return &s.cache
}

// toRaised puts the cursor on what was raised by hand since the older rows.
func (s *findings) toRaised(old matters) {
	for i, m := range s.cache.rows {
		if m.finding.RaisedByHand() && old.find(m.finding.ID, "") < 0 {
			s.list.To(i, len(s.cache.rows))
			s.follow = false
		}
	}
}

// current is the matter under the cursor.
func (s *findings) current(f flow.Frame) (matter, bool) {
	ms := s.rows(f)
	if len(ms.rows) == 0 {
		return matter{}, false
	}
	return ms.rows[s.list.Cursor], true
}

// Progress says how far the room is: "2/7".
func (s *findings) Progress(f flow.Frame) string {
	ms := s.rows(f)
	if n := len(ms.rows) - ms.aside; n > 0 {
		return fmt.Sprintf("%d/%d", ms.settled, n)
	}
	return ""
}

// At implements Screen.
func (s *findings) At(f flow.Frame) flow.Target {
	m, _ := s.current(f)
	if s.wanted != (flow.Target{}) {
		return flow.Target{Stage: s.Stage(), Finding: s.wanted.Finding, Request: s.wanted.Request}
	}
	if m.isAside() && !s.begun {
		return flow.Target{Stage: s.Stage()}
	}
	return flow.Target{Stage: s.Stage(), Finding: m.finding.ID, Request: m.request.ID}
}

// Show implements Screen. What is hidden comes into view; what the detector has yet to find again is shown once it has.
func (s *findings) Show(f flow.Frame, to flow.Target) {
	s.wanted = flow.Target{Finding: to.Finding, Request: to.Request}
	s.rows(f)
	s.seek(f)
}

// seek puts the cursor on what was to be shown, if it is there.
func (s *findings) seek(f flow.Frame) {
	if s.wanted == (flow.Target{}) {
		return
	}
	at := s.cache.find(s.wanted.Finding, s.wanted.Request)
	if at < 0 {
		all := gather(f, s.subject.kinds(), sourceOf(f, "", true))
		if at = all.find(s.wanted.Finding, s.wanted.Request); at < 0 {
			return
		}
		s.team, s.more, s.cache = "", true, all
	}
	s.list.To(at, len(s.cache.rows))
	s.wanted, s.begun = flow.Target{}, true
}

// view draws list and evidence; own are the keys that decide, which stand below the evidence.
func (s *findings) view(f flow.Frame, own []flow.Binding) string {
	ms := s.rows(f)
	if len(ms.rows) == 0 {
		return kit.Join(kit.Fit(s.empty(f, ms), f.Width, f.Height))
	}
	p := s.panes
	p.open = p.open || f.Zoom // in presenter zoom only what is on the table
	lines := p.view(f, listShare,
		func(width, height int) []string { return s.listLines(f, ms, width, height) },
		func(width, height int) []string { return s.detailLines(f, own, width, height) })
	return kit.Join(kit.Fit(lines, f.Width, f.Height))
}

func (s *findings) empty(f flow.Frame, ms *matters) []string {
	st := f.Styles
	var what, next string
	switch {
	case s.team != "":
		what, next = "Nothing on the table concerns "+f.State.TeamName(s.team)+".", "Press f for all teams, or r to raise one."
	case f.State.Objectives.Len() == 0:
		what, next = "There are no drafts yet, so there is nothing to compare.",
			"Load them with “souk import FILE.souk drafts.yaml”, or add a team at the check-in."
	case f.Detecting:
		what, next = "Looking for relations …", "Press r to raise one meanwhile."
	case ms.hidden > 0:
		what, next = "Nothing found that is worth the room's time.",
			"Press r to raise one, or v to look at "+say.Count(ms.hidden, "faint trace")+"."
	default:
		what, next = "Nothing found that is worth the room's time.", "Press r to raise one."
	}
	head := []string{st.Heading.Render(s.heading())}
	if note := s.unclear(f); note != "" {
		head = append(head, kit.Cut(st.Accent.Render(note), f.Width))
	}
	return append(head, kit.Empty(st, what, next, f.Width, f.Height-len(head))...)
}

// heading names the list.
func (s *findings) heading() string {
	if s.subject == synergies {
		return "SYNERGIES, CONFLICTS"
	}
	return strings.ToUpper(s.Title())
}

// listLines draws the heading and the rows around the cursor.
func (s *findings) listLines(f flow.Frame, ms *matters, width, height int) []string {
	st := f.Styles
	head := st.Heading.Render(s.heading()) + st.Text.Render("  "+s.counts(ms))
	lines := []string{kit.Cut(head, width)}
	if s.team != "" {
		lines = append(lines, kit.Cut(st.Accent.Render("only "+f.State.TeamName(s.team))+st.Muted.Render(" · f all teams"), width))
	}
	if note := s.unclear(f); note != "" && height > 8 {
		lines = append(lines, kit.Cut(st.Accent.Render(note), width))
	}
	if height > 12 {
		lines = append(lines, "")
	}
	var foot []string
	if note := s.hiddenNote(f, ms); note != "" && height > 8 {
		foot = []string{kit.Cut(st.Muted.Render("  "+note), width)}
	}
	room := height - len(lines) - len(foot)
	row := s.row(f, ms)
	if needs := heightOf(row, len(ms.rows), width, room); len(foot) > 0 && needs < room {
		room = needs
		foot = append([]string{""}, foot...)
	}
	return append(append(lines, s.list.Rows(st, len(ms.rows), width, room, row)...), foot...)
}

// heightOf is how many lines n rows take in a list of that width; it counts no further than to most.
func heightOf(row kit.Row, n, width, most int) int {
	total := 0
	for i := 0; i < n && total < most; i++ {
		total += len(row(i, false, width-kit.Gutter))
	}
	return total
}

func (s *findings) counts(ms *matters) string {
	parts := []string{fmt.Sprintf("%d on the table", ms.open)}
	if ms.settled > 0 {
		parts = append(parts, fmt.Sprintf("%d decided", ms.settled))
	}
	if ms.parked > 0 {
		parts = append(parts, fmt.Sprintf("%d parked", ms.parked))
	}
	return strings.Join(parts, " · ")
}

func (s *findings) hiddenNote(f flow.Frame, ms *matters) string {
	switch {
	case f.Detecting:
		return "still looking for relations …"
	case ms.hidden > 0:
		return fmt.Sprintf("v  %d more, less likely", ms.hidden)
	case s.more:
		return "v  only the likely ones"
	}
	return ""
}
