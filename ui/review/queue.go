package review

import (
	"fmt"
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/workshop"
)

// Queue is what should come up in the room, and in which order; below it stand the best of what is not queued.
type Queue struct {
	read   *reading
	kind   model.FindingKind // only this kind; empty: all
	at     string            // the matter under the cursor
	open   bool              // where there is room for one: the evidence instead of the list
	list   kit.List
	scroll kit.Scroll

	entries []entry
	of      queuePage
	steady  steady // of what is not queued
	choice  choice
}

// choice is what decides which candidates there are.
type choice struct {
	kind model.FindingKind
	more bool
}

// entry is one row: a matter in the queue of its stage, or a candidate.
type entry struct {
	matter screens.Matter
	stage  workshop.Stage // where it comes up
	queued bool
	head   string // what stands above it
}

type queuePage struct {
	turn int
	kind model.FindingKind
}

// minutesPerCard is what talking about one card takes in the room.
const minutesPerCard = 3

// stageOf is where findings of a kind come up.
func stageOf(k model.FindingKind) workshop.Stage {
	switch k {
	case model.Dependency:
		return workshop.DependencyStage
	case model.Duplicate:
		return workshop.DuplicateStage
	case model.Synergy, model.Conflict:
	}
	return workshop.SynergyStage
}

// Stage implements screens.Screen.
func (s *Queue) Stage() workshop.Stage { return QueueStage }

// Title implements screens.Screen.
func (s *Queue) Title() string { return "Queue" }

// About implements screens.Screen.
func (s *Queue) About() string {
	return "What should come up in the room, stage by stage in this order, before anything else; and below it the best of what is not queued. " +
		"The numbers say how many cards the timeboxes have room for, at three minutes a card. " +
		"A second coach, or a language model that may see the drafts, finds what no word tells: souk findings brief writes what they need, souk findings import takes the answer."
}

// Progress says how much is queued.
func (s *Queue) Progress(f flow.Frame) string {
	n := len(s.read.of(f).queued())
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// At implements screens.Screen.
func (s *Queue) At(f flow.Frame) flow.Target {
	to := flow.Target{Stage: QueueStage, View: string(s.kind)}
	if e, some := s.current(f); some {
		to.Finding = e.matter.Finding().ID
	}
	return to
}

// Show implements screens.Screen.
func (s *Queue) Show(f flow.Frame, to flow.Target) {
	if slices.Contains(model.FindingKinds(), model.FindingKind(to.View)) {
		s.kind = model.FindingKind(to.View)
	}
	if to.Finding != "" {
		s.at, s.of = string(to.Finding), queuePage{}
	}
	s.rows(f)
}

// rows are the queue in the order in which the room will meet it, and the candidates. The cursor stays on its matter.
func (s *Queue) rows(f flow.Frame) []entry {
	r := s.read.of(f)
	if now := (queuePage{r.turn, s.kind}); s.of != now {
		if which := (choice{s.kind, r.more}); s.choice != which || f.Detecting {
			s.choice, s.steady = which, steady{}
		}
		s.entries, s.of = s.entriesOf(f, r), now
		if i := slices.IndexFunc(s.entries, func(e entry) bool { return e.matter.Key() == s.at }); i >= 0 {
			s.list.To(i, len(s.entries))
		}
	}
	s.list.To(s.list.Cursor, len(s.entries))
	if len(s.entries) > 0 && s.entries[s.list.Cursor].matter.Key() != s.at && !f.Detecting {
		s.at, s.scroll = s.entries[s.list.Cursor].matter.Key(), kit.Scroll{}
	}
	return s.entries
}

func (s *Queue) entriesOf(f flow.Frame, r *reading) []entry {
	wanted := func(m screens.Matter) bool { return s.kind == "" || m.Finding().Kind == s.kind }
	var out []entry
	for _, stage := range []workshop.Stage{workshop.DependencyStage, workshop.DuplicateStage, workshop.SynergyStage} {
		n := 0
		for _, m := range r.queued() {
			if stageOf(m.Finding().Kind) != stage {
				continue
			}
			if n++; wanted(m) {
				out = append(out, entry{matter: m, stage: stage, queued: true})
			}
		}
		if i := slices.IndexFunc(out, func(e entry) bool { return e.stage == stage }); i >= 0 {
			out[i].head = boxed(f, stage, n)
		}
	}
	for i, m := range s.steady.keep(interleaved(r.matters, s.kind)) {
		e := entry{matter: m, stage: stageOf(m.Finding().Kind)}
		if i == 0 {
			e.head = "NOT QUEUED, THE BEST OF EVERY KIND IN TURN"
		}
		out = append(out, e)
	}
	return out
}

// boxed says how a stage's queue fits into its timebox.
func boxed(f flow.Frame, stage workshop.Stage, n int) string {
	name := map[workshop.Stage]string{
		workshop.DependencyStage: "DEPENDENCIES", workshop.DuplicateStage: "DUPLICATES", workshop.SynergyStage: "SYNERGIES, CONFLICTS",
	}[stage]
	minutes := f.State.Plan().Box(stage)
	room := minutes / minutesPerCard
	text := fmt.Sprintf("%s  %d queued · %d min, room for %d", name, n, minutes, room)
	if n > room {
		text += fmt.Sprintf(" %s %d too many", kit.SignRisk, n-room)
	}
	return text
}

// interleaved are the open matters, the best of every kind in turn.
func interleaved(ms []screens.Matter, kind model.FindingKind) []screens.Matter {
	byKind := map[model.FindingKind][]screens.Matter{}
	for _, m := range ms {
		if m.Finding().Status == model.Open && m.Settled() == "" && (kind == "" || m.Finding().Kind == kind) {
			byKind[m.Finding().Kind] = append(byKind[m.Finding().Kind], m)
		}
	}
	var out []screens.Matter
	for i, more := 0, true; more; i++ {
		more = false
		for _, k := range model.FindingKinds() {
			if i < len(byKind[k]) {
				out = append(out, byKind[k][i])
				more = true
			}
		}
	}
	return out
}

// current is the row under the cursor.
func (s *Queue) current(f flow.Frame) (entry, bool) {
	es := s.rows(f)
	if len(es) == 0 {
		return entry{}, false
	}
	return es[s.list.Cursor], true
}

// goOn lets the cursor stand on the next row once this one is dealt with, or behind the last on the one before.
func (s *Queue) goOn(f flow.Frame) {
	es := s.rows(f)
	next := s.list.Cursor + 1
	if next == len(es) {
		next -= 2
	}
	if next >= 0 && next < len(es) {
		s.list.To(next, len(es))
		s.at, s.scroll = es[next].matter.Key(), kit.Scroll{}
	}
}
