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
		list := max(height/2, 3)
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
	text := fmt.Sprintf("%s of about %d that the day has room for", counted(len(queued), "card", "cards"), room)
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
	who := f.State.Pair(fi)
	if fi.Kind == model.Duplicate {
		who = f.State.TeamName(fi.A.Team) + " = " + f.State.TeamName(fi.B.Team)
	}
	if n := len(e.matter.Teams()); n > 2 {
		who = counted(n, "team", "teams")
	}
	return kit.Cut(st.Label.Render(place)+e.matter.Sign(f)+" "+st.Muted.Render(e.matter.Score())+" "+st.Text.Render(who)+
		st.Muted.Render("  "+words), width)
}

// evidence is the whole matter under the cursor.
func (s *Queue) evidence(f flow.Frame, width, height int) []string {
	e, _ := s.current(f)
	keys := screens.KeyLines(f, s.acting(f), width)
	room := max(height-len(keys)-1, 1)
	body := e.matter.Evidence(f, width, room)
	return append(append(s.scroll.Window(f.Styles, body, width, room), ""), keys...)
}

// brief is the matter under the cursor in few lines: the question, the reasons, whose objectives.
func (s *Queue) brief(f flow.Frame, width, height int) []string {
	e, _ := s.current(f)
	keys := screens.KeyLines(f, s.acting(f), width)
	st, m := f.Styles, e.matter
	fi := m.Finding()
	badge := st.Badge.Render(" " + m.Likelihood() + " ")
	head := []string{kit.Between(st.Heading.Render(m.Question(f)), badge, width)}
	var sides []string
	for _, side := range []model.Side{fi.A, fi.B} {
		if o, ok := f.State.Objectives.Get(side.Objective); ok {
			sides = append(sides, kit.Cut(st.Label.Render(f.State.Label(o.ID)+"  ")+st.Text.Render(o.Title.Line()), width))
		} else {
			sides = append(sides, kit.Cut(st.Label.Render(f.State.TeamName(side.Team)+"  ")+st.Muted.Render("has no objective of its own for this"), width))
		}
	}
	if fi.Proposal != "" {
		sides = append(sides, kit.Labelled(st, "propose", string(fi.Proposal), labels, width)...)
	}
	body := slices.Concat(head, sides, m.Why(f, width))
	return append(s.scroll.Window(f.Styles, body, width, max(height-len(keys), 0)), keys...)
}
