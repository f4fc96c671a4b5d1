package review

import (
	"fmt"
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/workshop"
	"souk/workshop/say"
)

// queueShare is how much of the width the queue takes where there is room for the evidence beside it.
const queueShare = 0.46

// View implements screens.Screen.
func (s *Queue) View(f flow.Frame) string {
	es := s.rows(f)
	lines := []string{headline(f, "THE QUEUE", s.note(f))}
	if f.Height > lowBody {
		lines = append(lines, "")
	}
	height := max(f.Height-len(lines), 0)
	switch {
	case len(es) == 0:
		lines = append(lines, s.empty(f, height)...)
	case !f.Compact():
		left, right := kit.Split(f.Width, queueShare)
		lines = append(lines, kit.Columns(f.Styles, height,
			kit.Column{Lines: s.listLines(f, es, left, height), Width: left},
			kit.Column{Lines: s.evidence(f, right, height), Width: right})...)
	case s.open:
		lines = append(lines, s.evidence(f, f.Width, height)...)
	default:
		list := min(listHeight(es), max(height-leastDetail, height/2, 3))
		lines = append(lines, s.listLines(f, es, f.Width, list)...)
		lines = append(lines, kit.Rule(f.Styles, f.Width))
		lines = append(lines, s.brief(f, f.Width, max(height-list-1, 0))...)
	}
	return kit.Join(kit.Fit(lines, f.Width, f.Height))
}

// note says what is queued and whether the day has room for it.
func (s *Queue) note(f flow.Frame) string {
	queued, room, plan := s.read.of(f).queued(), 0, f.State.Plan()
	for _, st := range []workshop.Stage{workshop.DependencyStage, workshop.DuplicateStage, workshop.SynergyStage} {
		room += plan.Box(st) / minutesPerCard
	}
	text := fmt.Sprintf("%s of about %d that the day has room for", say.Plural(len(queued), "card", "cards"), room)
	if s.kind != "" {
		text += " · only " + plural(s.kind)
	}
	return text
}

func plural(k model.FindingKind) string {
	switch k {
	case model.Dependency:
		return "dependencies"
	case model.Synergy:
		return "synergies"
	case model.Duplicate, model.Conflict:
	}
	return string(k) + "s"
}

func (s *Queue) empty(f flow.Frame, height int) []string {
	what, next := "Nothing found that is worth the room's time.", "Press v to look at the faint traces, or r to raise one yourself."
	switch {
	case f.Detecting:
		what, next = "Looking for relations …", "Press r to raise one yourself meanwhile."
	case s.kind != "":
		next = "Press f for the other kinds."
	case f.State.Objectives.Len() == 0:
		what, next = "There are no drafts yet.", "Load them with “souk import FILE.souk drafts.yaml”."
	}
	return kit.Empty(f.Styles, what, next, f.Width, height)
}

func (s *Queue) listLines(f flow.Frame, es []entry, width, height int) []string {
	return screens.Headed(f.Styles, &s.list, len(es), func(i int) string { return es[i].head }, func(i, width int) string {
		return queueRow(f, es, i, width)
	}, width, height)
}

// queueRow is a matter on one line; those that are queued have their place.
func queueRow(f flow.Frame, es []entry, i, width int) string {
	st, e := f.Styles, es[i]
	fi := e.matter.Finding()
	place := "   "
	if e.queued {
		first := i
		for first > 0 && es[first-1].queued && es[first-1].stage == e.stage {
			first--
		}
		place = kit.PadLeft(fmt.Sprint(i-first+1), 2) + " "
	}
	words := topic(f, e.matter)
	if !fi.Words.IsEmpty() {
		words = fi.Words.Line()
	}
	who := everybody(f, e.matter)
	return kit.Cut(st.Label.Render(place)+e.matter.Sign(f)+" "+st.Muted.Render(e.matter.Score())+" "+st.Text.Render(who)+
		st.Muted.Render("  "+words), width)
}

// evidence is the whole matter under the cursor.
func (s *Queue) evidence(f flow.Frame, width, height int) []string {
	e, _ := s.current(f)
	keys := screens.KeyLines(f, s.acting(f), width)
	room := max(height-len(keys)-1, 1)
	body := s.body(f, e, width, room)
	return append(append(s.scroll.Window(f.Styles, body, width, room), ""), keys...)
}

// body is the evidence, and behind it the lines of those teams that it does not draw.
func (s *Queue) body(f flow.Frame, e entry, width, height int) []string {
	var more []string
	if teams := e.matter.Teams(); len(teams) > 2 {
		more = sideLines(f, e.matter, teams[2:], width)
	}
	return kit.Stack(1, e.matter.Evidence(f, width, max(height-len(more)-1, 1)), more)
}

// brief is the matter under the cursor in few lines: the question, the reasons, whose objectives.
func (s *Queue) brief(f flow.Frame, width, height int) []string {
	e, _ := s.current(f)
	keys := screens.KeyLines(f, s.acting(f), width)
	st, m := f.Styles, e.matter
	fi := m.Finding()
	badge := st.Badge.Render(" " + m.Likelihood() + " ")
	head := []string{kit.Between(st.Heading.Render(questionToAll(f, m)), badge, width)}
	var sides []string
	for _, t := range m.Teams() {
		p := ownPairs(m, t)[0]
		side := sideOf(p, t)
		label, text := f.State.TeamName(t), "has no objective of its own for this"
		if o, ok := f.State.Objectives.Get(side.Objective); ok {
			label, text = f.State.Label(o.ID), o.Title.Line()
		}
		if len(m.Teams()) > 2 {
			if of, line := p.Line(f, side); !line.IsEmpty() {
				label, text = of, line.Line()
			}
		}
		sides = append(sides, kit.Cut(st.Label.Render(label+"  ")+st.Text.Render(text), width))
	}
	if fi.Proposal != "" {
		sides = append(sides, kit.Labelled(st, "propose", string(fi.Proposal), labels, width)...)
	}
	body := slices.Concat(head, sides, m.Why(f, width))
	return append(s.scroll.Window(f.Styles, body, width, max(height-len(keys), 0)), keys...)
}

// leastDetail is how many lines are kept for what is under the cursor where the list stands above it: the rule, some of it, and the keys.
const leastDetail = 7

// listHeight is how many lines a list of entries takes.
func listHeight(es []entry) int {
	n := len(es)
	for _, e := range es {
		if e.head != "" {
			n++
		}
	}
	return n
}
