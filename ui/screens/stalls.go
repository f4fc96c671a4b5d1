package screens

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// Stalls shows one team at a time, large: its objectives with why they matter now, what it needs and what it offers.
type Stalls struct {
	team      model.TeamID
	objective model.ObjectiveID // under the cursor
	kr        model.KeyResultID // that somebody came for, if any
	reading   bool              // the whole stall is shown as one text to page through
	scroll    kit.Scroll        // of that text
	past      pastNote          // of the team
	seen      map[model.TeamID]bool
}

// seenView is how a target begins to name the stalls where the room has been.
const seenView = "seen "

// Stage implements Screen.
func (s *Stalls) Stage() workshop.Stage { return workshop.StallsStage }

// Title implements Screen.
func (s *Stalls) Title() string { return "Stalls" }

// About implements Screen.
func (s *Stalls) About() string {
	return "Each team shows its stall: what it wants to reach, why that matters now, what it needs from others and what it offers. " +
		"The room listens, asks “why now?”, and notes what it hears."
}

// At implements Screen. It notes that the room is at this stall.
func (s *Stalls) At(f flow.Frame) flow.Target {
	v, ok := s.stall(f)
	if !ok {
		return flow.Target{Stage: workshop.StallsStage}
	}
	s.been(v.team.ID)
	var seen []string
	for _, t := range v.line {
		if s.seen[t.ID] {
			seen = append(seen, string(t.ID))
		}
	}
	return flow.Target{
		Stage: workshop.StallsStage, Team: v.team.ID, Objective: v.objective().ID, KeyResult: s.kr, View: seenView + strings.Join(seen, " "),
	}
}

// Show implements Screen.
func (s *Stalls) Show(f flow.Frame, t flow.Target) {
	if ids, ok := strings.CutPrefix(t.View, seenView); ok {
		for _, id := range strings.Fields(ids) {
			s.been(model.TeamID(id))
		}
	}
	o, known := f.State.Objectives.Get(t.Objective)
	switch {
	case known:
		s.visit(o.Team, o.ID)
		s.kr = t.KeyResult
	case f.State.Teams.Has(t.Team):
		s.visit(t.Team, "")
	}
}

// Progress says which stall of how many it is.
func (s *Stalls) Progress(f flow.Frame) string {
	v, ok := s.stall(f)
	if !ok {
		return ""
	}
	return fmt.Sprintf("%d/%d", v.at+1, len(v.line))
}

// Settled reports whether the room has been at every stall.
func (s *Stalls) Settled(f flow.Frame) bool {
	for _, t := range f.State.Stalls() {
		if !s.seen[t.ID] {
			return false
		}
	}
	return len(s.seen) > 0
}

func (s *Stalls) been(id model.TeamID) {
	if s.seen == nil {
		s.seen = map[model.TeamID]bool{}
	}
	s.seen[id] = true
}

// visit goes to a stall, and to an objective of it where one is given.
func (s *Stalls) visit(team model.TeamID, o model.ObjectiveID) {
	s.team, s.objective, s.kr = team, o, ""
	s.reading, s.scroll = false, kit.Scroll{}
}

// stall is what is on the table: the team the room left off at, or the first. It is false where no team has come.
func (s *Stalls) stall(f flow.Frame) (stallView, bool) {
	v := stallView{Frame: f, line: f.State.Stalls(), kr: s.kr}
	if len(v.line) == 0 {
		return v, false
	}
	v.at = max(slices.IndexFunc(v.line, func(t model.Team) bool { return t.ID == s.team }), 0)
	v.team = v.line[v.at]
	v.cursor = max(slices.Index(v.team.Objectives, s.objective), 0)
	v.past = s.past.of(f.State, v.team)
	return v, true
}

// View implements Screen.
func (s *Stalls) View(f flow.Frame) string {
	v, ok := s.stall(f)
	if !ok {
		return kit.Join(kit.Empty(f.Styles, "No team has opened a stall yet.",
			"Add teams at the check-in, or load their drafts: souk import FILE.souk drafts.yaml", f.Width, f.Height))
	}
	return kit.Join(v.lines(&s.scroll, s.reading))
}

// Bindings implements Screen.
func (s *Stalls) Bindings(f flow.Frame) []flow.Binding {
	v, ok := s.stall(f)
	if !ok {
		return nil
	}
	o := v.objective()
	none := ""
	if o.ID == "" {
		none = v.team.Name.Line() + " has no objective here; press a to write one."
	}
	open := func(d func() flow.Dialog) func() flow.Effect {
		return func() flow.Effect { return flow.Effect{Open: d()} }
	}
	out := []flow.Binding{
		{Keys: []string{"w"}, Help: "why now", Off: none, Foot: none == "", Do: open(func() flow.Dialog { return whyNowForm(f, o) })},
		{Keys: []string{"e"}, Help: "edit", Off: none, Foot: none == "", Do: open(func() flow.Dialog { return editMenu(f, o, s.kr) })},
	}
	out = append(out, s.moves(v)...)
	out = append(out, s.timer(v),
		flow.Binding{Keys: []string{"n"}, Help: "need", Foot: true, Do: open(func() flow.Dialog { return needForm(f, v.team) })},
		flow.Binding{Keys: []string{"o"}, Help: "offer", Foot: true, Do: open(func() flow.Dialog { return offerForm(f, v.team) })},
		flow.Binding{Keys: []string{"r"}, Help: "raise finding", Foot: true, Do: open(func() flow.Dialog { return raiseFinding(f, "", v.side()) })},
		flow.Binding{Keys: []string{"a"}, Help: "add objective", Foot: none != "", Do: open(func() flow.Dialog { return addObjectiveForm(f, v.team) })},
		flow.Binding{Keys: []string{"c"}, Help: "comment", Off: none, Do: open(func() flow.Dialog { return commentForm(f, o) })},
		flow.Binding{Keys: []string{"g"}, Help: "go to team", Do: open(func() flow.Dialog { return s.choose(f, v) })},
		s.reorder(v, -1, "stall earlier", "shift+up", "K"),
		s.reorder(v, 1, "stall later", "shift+down", "J"))
	return append(out, s.paging(v)...)
}

// moves are the keys that go to other objectives and other stalls.
func (s *Stalls) moves(v stallView) []flow.Binding {
	n := len(v.team.Objectives)
	to := func(i int) func() flow.Effect {
		return func() flow.Effect {
			if n > 0 {
				s.visit(v.team.ID, v.team.Objectives[max(min(i, n-1), 0)])
			}
			return flow.Effect{}
		}
	}
	return []flow.Binding{
		{Keys: []string{"up", "k"}, Show: "↑↓", Help: "objective", Foot: n > 0, Do: to(v.cursor - 1)},
		{Keys: []string{"down", "j"}, Help: "next objective", Do: to(v.cursor + 1)},
		{Keys: []string{"home"}, Help: "first objective", Do: to(0)},
		{Keys: []string{"end", "G"}, Help: "last objective", Do: to(n - 1)},
		{Keys: []string{"right", "l"}, Show: "← →", Help: "team", Foot: true, Do: s.step(v, 1, "That was the last stall; tab goes on.")},
		{Keys: []string{"left", "h"}, Help: "team before", Do: s.step(v, -1, "This is the first stall.")},
	}
}

// step goes to a neighbouring stall, or says that there is none.
func (s *Stalls) step(v stallView, by int, end string) func() flow.Effect {
	return func() flow.Effect {
		next := v.at + by
		if next < 0 || next >= len(v.line) {
			return flow.Effect{Say: end}
		}
		s.visit(v.line[next].ID, "")
		return flow.Effect{}
	}
}

// timer gives a team its share of the stage. It pauses the timer of this stall or of the whole stage.
func (s *Stalls) timer(v stallView) flow.Binding {
	b := flow.Binding{Keys: []string{"space"}, Help: "timer", Foot: true}
	if v.Timer.IsOf(flow.Target{Stage: workshop.StallsStage, Team: v.team.ID}) {
		b.Do = func() flow.Effect { return flow.Effect{Call: flow.Call{Name: flow.PauseTimer}} }
		return b
	}
	share := max(float64(v.State.Plan().Box(workshop.StallsStage))/float64(len(v.line)), 1)
	b.Do = func() flow.Effect {
		return flow.Effect{Call: flow.Call{Name: flow.StartTimer, Minutes: share, Team: v.team.ID}}
	}
	return b
}

// reorder moves the stall in the line.
func (s *Stalls) reorder(v stallView, by int, help string, keys ...string) flow.Binding {
	b := flow.Binding{Keys: keys, Help: help}
	to := v.at + by
	switch {
	case to < 0:
		b.Off = "This is the first stall."
	case to >= len(v.line):
		b.Off = "This is the last stall."
	}
	b.Do = func() flow.Effect {
		order := make([]model.TeamID, len(v.line))
		for i, t := range v.line {
			order[i] = t.ID
		}
		order[v.at], order[to] = order[to], order[v.at]
		s.team = v.team.ID
		return flow.Effect{Do: []workshop.Intent{workshop.ReorderStalls{Order: order}}}
	}
	return b
}

// choose goes to a team by its name.
func (s *Stalls) choose(f flow.Frame, v stallView) flow.Dialog {
	off := func(t model.Team) string {
		if t.Kind == model.VirtualTeam {
			return "was formed in the workshop and has no stall"
		}
		return ""
	}
	return teamPick(f, "Whose stall?", v.team.ID, off, func(t model.Team) flow.Effect {
		return flow.Effect{Go: flow.Target{Stage: workshop.StallsStage, Team: t.ID}}
	})
}

// paging are the keys that page through a stall that has more to say than the screen can show.
func (s *Stalls) paging(v stallView) []flow.Binding {
	off := ""
	if !s.reading && v.fits() {
		off = "All of the stall is on the screen."
	}
	page := func(key string, from func() int) func() flow.Effect {
		return func() flow.Effect {
			text, _ := v.whole()
			if s.reading {
				s.scroll.Key(key, len(text), v.room())
			} else {
				s.reading, s.scroll.Top = true, from()
			}
			return flow.Effect{}
		}
	}
	return []flow.Binding{
		{Keys: []string{"pgdown"}, Help: "read on", Off: off, Foot: off == "", Do: page("pgdown", v.unread)},
		{Keys: []string{"pgup"}, Help: "read back", Off: off, Do: page("pgup", func() int { return 0 })},
	}
}
