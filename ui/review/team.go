package review

import (
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/workshop"
)

// Team is one team's page: its drafts, and all there is to react to.
type Team struct {
	read      *reading
	id        model.TeamID
	at        string // the item under the cursor
	dismissed bool   // what was set aside is shown, too
	drafts    bool   // where there is room for one: the drafts instead of the list
	list      kit.List
	scroll    kit.Scroll // of the item's detail, or of the drafts where they take its place

	items  []item
	of     page
	steady steady // of the relations
	ofMore bool   // with the faint ones
}

// page is what the items were made of.
type page struct {
	turn      int
	team      model.TeamID
	dismissed bool
}

// Stage implements screens.Screen.
func (s *Team) Stage() workshop.Stage { return TeamStage }

// Title implements screens.Screen.
func (s *Team) Title() string { return "Team" }

// About implements screens.Screen.
func (s *Team) About() string {
	return "One team's drafts and all there is to react to, the most pressing first. x dismisses, s queues for the room, a asks the team ahead, " +
		"and the cursor goes on by itself; n marks the team as read and opens the next one."
}

// Progress says how many teams are read.
func (s *Team) Progress(f flow.Frame) string { return progress(s.read.of(f).standing(f.State)) }

// At implements screens.Screen.
func (s *Team) At(f flow.Frame) flow.Target {
	t, _ := s.team(f)
	return flow.Target{Stage: TeamStage, Team: t.ID, View: s.at}
}

// Show implements screens.Screen.
func (s *Team) Show(f flow.Frame, to flow.Target) {
	if to.Team == "" {
		return
	}
	if s.id != to.Team {
		s.open(to.Team)
	}
	if to.View != "" {
		s.at = to.View
	}
	for _, it := range s.rows(f) {
		if to.Objective != "" && it.objective == to.Objective {
			s.toItem(f, it.key)
			break
		}
	}
}

// open turns to a team's page.
func (s *Team) open(id model.TeamID) {
	s.id, s.at, s.drafts, s.scroll, s.steady = id, "", false, kit.Scroll{}, steady{}
}

// Takes reports whether a place outside of the review is shown here: what is found by its words is.
func (s *Team) Takes(t flow.Target) bool { return t.Team != "" }

// team is the one whose page it is: the first one at first.
func (s *Team) team(f flow.Frame) (model.Team, bool) {
	teams := f.State.Stalls()
	if i := slices.IndexFunc(teams, func(t model.Team) bool { return t.ID == s.id }); i >= 0 {
		return teams[i], true
	}
	if len(teams) == 0 {
		return model.Team{}, false
	}
	s.open(teams[0].ID)
	return teams[0], true
}

// rows are the items on the page. The cursor stays on its item; where that is gone, on the one that took its place.
func (s *Team) rows(f flow.Frame) []item {
	r := s.read.of(f)
	t, _ := s.team(f)
	now := page{turn: r.turn, team: t.ID, dismissed: s.dismissed}
	if s.of != now {
		if s.ofMore != r.more || f.Detecting {
			s.ofMore, s.steady = r.more, steady{}
		}
		s.items, s.of = itemsOf(f, r, s.steady.keep(r.with(t.ID)), t.ID, s.dismissed), now
		i := slices.IndexFunc(s.items, func(it item) bool { return it.key == s.at })
		switch {
		case i >= 0:
			s.list.To(i, len(s.items))
		case s.at == "":
			s.list = kit.List{}
			s.list.To(first(s.items), len(s.items))
		}
	}
	s.list.To(s.list.Cursor, len(s.items))
	if key := s.items[s.list.Cursor].key; key != s.at {
		s.at, s.scroll = key, kit.Scroll{}
	}
	return s.items
}

// current is the item under the cursor.
func (s *Team) current(f flow.Frame) item { return s.rows(f)[s.list.Cursor] }

// toItem puts the cursor on an item.
func (s *Team) toItem(f flow.Frame, key string) {
	s.at, s.of = key, page{}
	s.rows(f)
}

// goOn lets the cursor stand on the next item once this one is dealt with. Questions and what was dismissed are passed over.
func (s *Team) goOn(f flow.Frame) {
	items := s.rows(f)
	if next := s.list.Cursor + 1; next < len(items) {
		s.list.To(next, len(items))
		s.at, s.scroll = items[next].key, kit.Scroll{}
	}
}

// Bindings implements screens.Screen.
func (s *Team) Bindings(f flow.Frame) []flow.Binding {
	t, some := s.team(f)
	if !some {
		return nil
	}
	items := s.rows(f)
	out := screens.Moving(&s.list, len(items), max(f.Height/2-2, 1), "item")
	out = append(out, s.turning(f, t)...)
	out = append(out, s.acting(f, t)...)
	return append(out, s.looking(f)...)
}

// turning are the keys that go to other teams.
func (s *Team) turning(f flow.Frame, t model.Team) []flow.Binding {
	teams := f.State.Stalls()
	at := slices.IndexFunc(teams, func(o model.Team) bool { return o.ID == t.ID })
	step := func(by int) func() flow.Effect {
		return func() flow.Effect { s.open(teams[at+by].ID); return flow.Effect{} }
	}
	firstOff, lastOff := "", ""
	if at == 0 {
		firstOff = "This is the first team."
	}
	if at == len(teams)-1 {
		lastOff = "This is the last team."
	}
	read, next := f.State.Private.HasReviewed(t.ID), unread(f.State, t.ID)
	mark := []workshop.Intent{workshop.MarkReviewed{Team: t.ID, Reviewed: !read}}
	markHelp := "mark as read"
	if read {
		markHelp = "not read yet"
	}
	on := "read, next"
	if next == "" {
		on = "read, to queue"
	}
	return []flow.Binding{
		{Keys: []string{"n"}, Help: on, Foot: true, Do: func() flow.Effect {
			e := flow.Effect{Go: flow.Target{Stage: TeamStage, Team: next}}
			if next == "" {
				e = flow.Effect{Go: flow.Target{Stage: QueueStage}, Say: "All teams are read. This is what should come up."}
			}
			if !read {
				e.Do = mark
			}
			return e
		}},
		{Keys: []string{"right", "l"}, Show: "← →", Help: "team", Off: lastOff, Foot: true, Do: step(1)},
		{Keys: []string{"left", "h"}, Help: "team before", Off: firstOff, Do: step(-1)},
		{Keys: []string{"space"}, Help: markHelp, Do: func() flow.Effect { return flow.Effect{Do: mark} }},
	}
}

// looking are the keys that change what is seen.
func (s *Team) looking(f flow.Frame) []flow.Binding {
	scroll := func(key string) func() flow.Effect {
		return func() flow.Effect { s.readOn(f, key); return flow.Effect{} }
	}
	var out []flow.Binding
	if f.Compact() {
		show := flow.Binding{Keys: []string{"enter"}, Help: "drafts", Foot: true}
		if s.drafts {
			show = flow.Binding{Keys: []string{"enter", "esc"}, Help: "list", Foot: true}
		}
		show.Do = func() flow.Effect { s.drafts = !s.drafts; s.scroll = kit.Scroll{}; return flow.Effect{} }
		out = append(out, show)
	}
	dismissed, more := "show dismissed", "faint ones too"
	if s.dismissed {
		dismissed = "hide dismissed"
	}
	if s.read.more {
		more = "likely ones"
	}
	return append(out,
		flow.Binding{Keys: []string{"d"}, Help: dismissed, Foot: true, Do: func() flow.Effect { s.dismissed = !s.dismissed; return flow.Effect{} }},
		flow.Binding{Keys: []string{"v"}, Help: more, Do: func() flow.Effect { s.read.more = !s.read.more; return flow.Effect{} }},
		s.because(f, s.current(f)),
		flow.Binding{Keys: []string{"]"}, Help: "read on", Do: scroll("pgdown")},
		flow.Binding{Keys: []string{"["}, Help: "read back", Do: scroll("pgup")},
	)
}
