package screens

import (
	"fmt"
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// Agreement asks for every objective whether it matters now: what its team says, what leadership says, and how confident the room is.
type Agreement struct {
	objectives kept[stand]
	filter     filter
	counts     tally // of all objectives, whatever the filter
	counted    *workshop.State
	panes      panes
	reading    reading
}

// stand is a row: an objective, and where it stands in its team.
type stand struct {
	id   model.ObjectiveID
	team model.TeamID
	n    int // in the team, from 1
}

// tally counts objectives by what was said to them.
type tally struct{ aligned, notYet, parked, open int }

func (t tally) all() int { return t.aligned + t.notYet + t.parked + t.open }

// filter says which objectives are shown.
type filter int

const (
	everything filter = iota
	openOnes
	notYetOnes
	doubtful
	filters // how many there are
)

func (fi filter) word() string {
	return [...]string{"all", "open", "not yet", "low confidence"}[fi]
}

// lets reports whether an objective is shown.
func (fi filter) lets(o model.Objective) bool {
	switch fi {
	case openOnes:
		return isUnspoken(o)
	case notYetOnes:
		return o.Agreement.Team.Stance == model.NotYet || o.Agreement.Leadership.Stance == model.NotYet
	case doubtful:
		return isDoubtful(o.Agreement.Votes)
	case everything, filters:
	}
	return true
}

// isUnspoken reports whether one side still has to speak, and nobody said not yet or parked it.
func isUnspoken(o model.Objective) bool {
	for _, w := range []model.Word{o.Agreement.Team, o.Agreement.Leadership} {
		if w.Stance == model.NotYet || w.Stance == model.ParkedStance {
			return false
		}
	}
	return !o.Agreement.IsAligned()
}

// isDoubtful reports whether somebody should be heard before the room goes on.
func isDoubtful(votes []int) bool {
	mean, ok := model.Mean(votes)
	return ok && (mean < 3 || model.Worried(votes) > 0)
}

// agreementList is how much of the width the list takes.
const agreementList = 0.64

// Stage implements Screen.
func (s *Agreement) Stage() workshop.Stage { return workshop.AgreementStage }

// Title implements Screen.
func (s *Agreement) Title() string { return "Agreement" }

// About implements Screen.
func (s *Agreement) About() string {
	return "An objective is aligned when its team and leadership have agreed, in conversation, that it matters now. " +
		"A “not yet” carries what is missing. Who votes two fingers or fewer should be heard first."
}

// At implements Screen.
func (s *Agreement) At(f flow.Frame) flow.Target {
	o, _ := s.current(f)
	return flow.Target{Stage: workshop.AgreementStage, Team: o.Team, Objective: o.ID, View: s.filter.word()}
}

// Show implements Screen. An objective that the filter hides is shown among all.
func (s *Agreement) Show(f flow.Frame, to flow.Target) {
	for fi := everything; fi < filters; fi++ {
		if fi.word() == to.View {
			s.sift(fi)
		}
	}
	if to.Objective == "" {
		return
	}
	find := func() bool {
		i := slices.IndexFunc(s.rows(f), func(r stand) bool { return r.id == to.Objective })
		s.objectives.list.To(max(i, 0), len(s.objectives.made))
		return i >= 0
	}
	if !find() {
		s.sift(everything)
		find()
	}
}

// Progress says how many objectives are aligned.
func (s *Agreement) Progress(f flow.Frame) string {
	s.rows(f)
	if s.counts.all() == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.counts.aligned, s.counts.all())
}

// Settled reports whether both sides have spoken to every objective.
func (s *Agreement) Settled(f flow.Frame) bool {
	s.rows(f)
	return s.counts.all() > 0 && s.counts.open == 0
}

func (s *Agreement) sift(fi filter) {
	s.filter = fi
	s.objectives.forget()
}

// rows are the live objectives that the filter lets through, team by team.
func (s *Agreement) rows(f flow.Frame) []stand {
	same := func(a, b stand) bool { return a.id == b.id }
	if s.counted != f.State {
		s.counts.aligned, s.counts.notYet, s.counts.parked, s.counts.open = f.State.Aligned()
		s.counted = f.State
	}
	if old := s.objectives.state; old != nil && s.filter == everything && workshop.SameStalls(old, f.State) {
		s.objectives.state = f.State
	}
	return s.objectives.rows(f.State, same, func() []stand {
		out := make([]stand, 0, f.State.Objectives.Len())
		for _, t := range f.State.Stalls() {
			for i, id := range t.Objectives {
				if o, ok := f.State.Objectives.Get(id); ok && o.Fate == model.Live && s.filter.lets(o) {
					out = append(out, stand{id, t.ID, i + 1})
				}
			}
		}
		return out
	})
}

// current is the objective under the cursor.
func (s *Agreement) current(f flow.Frame) (model.Objective, bool) {
	s.rows(f)
	r, ok := s.objectives.current()
	if !ok {
		return model.Objective{}, false
	}
	return f.State.Objectives.Get(r.id)
}

// View implements Screen.
func (s *Agreement) View(f flow.Frame) string {
	rows := s.rows(f)
	if len(rows) == 0 {
		return kit.Join(s.empty(f))
	}
	p := s.panes
	p.open = p.open || f.Zoom
	lines := p.view(f, agreementList,
		func(width, height int) []string { return s.table(f, rows, width, height) },
		func(width, height int) []string { return s.detail(f, width, height) })
	return kit.Join(kit.Fit(lines, f.Width, f.Height))
}

func (s *Agreement) empty(f flow.Frame) []string {
	if s.counts.all() > 0 {
		what := map[filter]string{
			openOnes: "Nothing is open any more: both sides have spoken to every objective.", notYetOnes: "Nobody says “not yet” to an objective.",
			doubtful: "No vote shows doubt.",
		}[s.filter]
		return kit.Empty(f.Styles, what, "f shows the others", f.Width, f.Height)
	}
	return kit.Empty(f.Styles, "There are no objectives to agree on yet.",
		"Load the drafts: souk import FILE.souk drafts.yaml – or write them at the stalls.", f.Width, f.Height)
}

// Bindings implements Screen.
func (s *Agreement) Bindings(f flow.Frame) []flow.Binding {
	rows := s.rows(f)
	o, any := s.current(f)
	none := ""
	if !any {
		none = "There is no objective here; f shows the others."
	}
	out := moving(&s.objectives.list, len(rows), max(f.Height-4, 1), "objective")
	if !f.Zoom {
		out = append(out, s.panes.bindings(f, len(rows))...)
	}
	out = append(out, s.speaking(f, o, none)...)
	out = append(out, s.next(f))
	open := func(d func() flow.Dialog) func() flow.Effect {
		return func() flow.Effect { return flow.Effect{Open: d()} }
	}
	out = append(out,
		flow.Binding{Keys: []string{"f"}, Help: "filter", Foot: true, Do: func() flow.Effect {
			s.sift((s.filter + 1) % filters)
			return flow.Effect{Say: "shown: " + s.filter.word()}
		}},
		flow.Binding{Keys: []string{"w"}, Help: "why now", Off: none, Foot: true, Do: open(func() flow.Dialog { return whyNowForm(f, o) })},
		flow.Binding{Keys: []string{"e"}, Help: "edit", Off: none, Do: open(func() flow.Dialog { return editMenu(f, o, "") })},
		flow.Binding{Keys: []string{"c"}, Help: "comment", Off: none, Do: open(func() flow.Dialog { return commentForm(f, o) })},
		flow.Binding{Keys: []string{"o"}, Help: "open stall", Off: none, Do: func() flow.Effect {
			return flow.Effect{Go: flow.Target{Stage: workshop.StallsStage, Team: o.Team, Objective: o.ID}}
		}})
	if len(rows) == 0 {
		out = onlyWorking(out)
	}
	return append(out, s.reading.bindings()...)
}

// next goes on to an objective to which one side still has to speak.
func (s *Agreement) next(f flow.Frame) flow.Binding {
	b := flow.Binding{Keys: []string{"space"}, Help: "next open", Foot: true}
	if s.counts.open == 0 {
		b.Off = "Both sides have spoken to every objective."
	}
	b.Do = func() flow.Effect {
		unspoken := func(r stand) bool {
			o, _ := f.State.Objectives.Get(r.id)
			return isUnspoken(o)
		}
		if !s.objectives.to(unspoken) {
			return flow.Effect{Say: "There is no other open one among those shown; f shows the others."}
		}
		return flow.Effect{}
	}
	return b
}
