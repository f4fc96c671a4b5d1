package screens

import (
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/say"
)

// Regroup is where teams take home what the workshop made of their drafts, before and after, and go on editing.
type Regroup struct {
	team    model.TeamID
	only    bool // teams with changes
	list    kit.List
	panes   panes
	scroll  kit.Scroll // of the right side
	changes changeCounts
	shared  together
}

// Stage implements Screen.
func (s *Regroup) Stage() workshop.Stage { return workshop.RegroupStage }

// Title implements Screen.
func (s *Regroup) Title() string { return "Regroup" }

// About implements Screen.
func (s *Regroup) About() string {
	return "The teams sit together and carry what was decided into their OKRs. On the left how much changed, on the right the words before and after, " +
		"what was decided about the team, and what is still open."
}

// At implements Screen.
func (s *Regroup) At(f flow.Frame) flow.Target {
	t, _ := s.current(s.teams(f))
	return flow.Target{Stage: workshop.RegroupStage, Team: t.ID}
}

// Show implements Screen.
func (s *Regroup) Show(f flow.Frame, t flow.Target) {
	if o, ok := f.State.Objectives.Get(t.Objective); ok {
		t.Team = o.Team
	}
	if !f.State.Teams.Has(t.Team) {
		return
	}
	s.visit(t.Team)
	if all := s.teams(f); !slices.ContainsFunc(all, func(o model.Team) bool { return o.ID == t.Team }) {
		s.only = false
	}
}

// Progress says how many teams have changes.
func (s *Regroup) Progress(f flow.Frame) string {
	all := f.State.Stalls()
	if len(all) == 0 {
		return ""
	}
	n := 0
	tally := s.changes.of(f.State)
	for _, t := range all {
		if tally.changed(t.ID) {
			n++
		}
	}
	return say.Count(n, "team") + " changed"
}

func (s *Regroup) visit(id model.TeamID) { s.team, s.scroll = id, kit.Scroll{} }

// teams are those on the left.
func (s *Regroup) teams(f flow.Frame) []model.Team {
	all := f.State.Stalls()
	if !s.only {
		return all
	}
	tally := s.changes.of(f.State)
	return slices.DeleteFunc(all, func(t model.Team) bool { return !tally.touched(t.ID) })
}

// current is the team under the cursor, and where it stands.
func (s *Regroup) current(teams []model.Team) (model.Team, int) {
	if len(teams) == 0 {
		return model.Team{}, 0
	}
	i := slices.IndexFunc(teams, func(t model.Team) bool { return t.ID == s.team })
	if i < 0 {
		i = min(s.list.Cursor, len(teams)-1)
	}
	return teams[i], i
}

// Bindings implements Screen.
func (s *Regroup) Bindings(f flow.Frame) []flow.Binding {
	teams := s.teams(f)
	filter := flow.Binding{Keys: []string{"f"}, Help: "changed only", Foot: true, Do: func() flow.Effect { s.only = !s.only; return flow.Effect{} }}
	if s.only {
		filter.Help = "all teams"
	}
	if len(teams) == 0 {
		if s.only {
			return []flow.Binding{filter}
		}
		return nil
	}
	t, at := s.current(teams)
	none := ""
	if !slices.ContainsFunc(t.Objectives, func(id model.ObjectiveID) bool { return isLive(f, id) }) {
		none = t.Name.Line() + " has no objective to edit."
	}
	out := append(s.moves(teams, at), s.panes.bindings(f, len(teams))...)
	out = append(out,
		flow.Binding{Keys: []string{"e"}, Help: "edit", Off: none, Foot: true, Do: s.about(f, t, "Edit which objective?", func(o model.Objective) flow.Dialog { return editMenu(f, o, "") })},
		flow.Binding{Keys: []string{"w"}, Help: "why now", Off: none, Foot: true, Do: s.about(f, t, "Why now of which objective?", func(o model.Objective) flow.Dialog { return whyNowForm(f, o) })})
	out = append(out, s.owning(f, t)...)
	out = append(out,
		flow.Binding{Keys: []string{"o"}, Help: "its stall", Foot: true, Do: func() flow.Effect {
			return flow.Effect{Go: flow.Target{Stage: workshop.StallsStage, Team: t.ID}}
		}}, filter)
	return append(out, s.paging(f, t)...)
}

// owning are the keys about what the team owns together with others, and about what was lifted.
func (s *Regroup) owning(f flow.Frame, t model.Team) []flow.Binding {
	shared := slices.DeleteFunc(s.shared.by(f.State, t.ID), func(one workshop.Shared) bool {
		return !one.Objective.IsShared() || len(one.Objective.KeyResults) == 0
	})
	virtual, up := f.State.VirtualTeamsOf(t.ID), lifted(f.State, t.ID)
	name := t.Name.Line()
	open := func(key, help, none string, n int, d func() flow.Dialog) flow.Binding {
		return flow.Binding{Keys: []string{key}, Help: help, Off: unlessAny(n > 0, none), Foot: n > 0, Do: func() flow.Effect { return flow.Effect{Open: d()} }}
	}
	return []flow.Binding{
		open("a", "parts", name+" shares no key result with another team.", len(shared), func() flow.Dialog { return partPick(f, t, shared) }),
		open("v", "virtual team", name+" takes part in no virtual team.", len(virtual), func() flow.Dialog { return virtualDialog(f, virtual) }),
		open("b", "bring back", "No objective was lifted from "+name+" or to it.", len(up), func() flow.Dialog { return bringBackDialog(f, up) }),
	}
}

// moves are the keys that go to other teams.
func (s *Regroup) moves(teams []model.Team, at int) []flow.Binding {
	to := func(i int) func() flow.Effect {
		return func() flow.Effect { s.visit(teams[max(min(i, len(teams)-1), 0)].ID); return flow.Effect{} }
	}
	return []flow.Binding{
		{Keys: []string{"up", "k", "left", "h"}, Show: "↑↓", Help: "team", Foot: true, Do: to(at - 1)},
		{Keys: []string{"down", "j", "right", "l"}, Help: "next team", Do: to(at + 1)},
		{Keys: []string{"home", "g"}, Help: "first team", Do: to(0)},
		{Keys: []string{"end", "G"}, Help: "last team", Do: to(len(teams) - 1)},
	}
}

// paging are the keys that page through the right side.
func (s *Regroup) paging(f flow.Frame, t model.Team) []flow.Binding {
	page := func(key string) func() flow.Effect {
		return func() flow.Effect {
			width, height := f.Width, f.Height
			if !s.panes.single(f) {
				_, width = kit.Split(f.Width, regroupList)
			}
			s.scroll.Key(key, len(s.detailText(f, t, width)), height)
			return flow.Effect{}
		}
	}
	return []flow.Binding{
		{Keys: []string{"pgdown"}, Help: "read on", Do: page("pgdown")},
		{Keys: []string{"pgup"}, Help: "read back", Do: page("pgup")},
	}
}

// about opens a dialog about an objective of the team; where it has several, the room picks one first.
func (s *Regroup) about(f flow.Frame, t model.Team, title string, open func(model.Objective) flow.Dialog) func() flow.Effect {
	return func() flow.Effect {
		var live []model.ObjectiveID
		for _, id := range t.Objectives {
			if isLive(f, id) {
				live = append(live, id)
			}
		}
		if len(live) == 1 {
			o, _ := f.State.Objectives.Get(live[0])
			return flow.Effect{Open: open(o)}
		}
		return flow.Effect{Open: objectivePick(f, title, []model.Team{t}, nil, func(o model.Objective) flow.Effect {
			return flow.Effect{Open: open(o)}
		})}
	}
}

func isLive(f flow.Frame, id model.ObjectiveID) bool {
	o, ok := f.State.Objectives.Get(id)
	return ok && o.Fate == model.Live
}
