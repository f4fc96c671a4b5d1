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

// look is what the preview beside the keys of the publish stage shows.
type look int

const (
	theRecord look = iota
	byTeam
	byShared
	looks // how many there are
)

func (l look) word() string {
	return [...]string{"the record", "by team", "shared first"}[l]
}

// title is what stands above it.
func (l look) title() string {
	return [...]string{"what the record will say", "the OKRs by team", "the OKRs, shared first"}[l]
}

// next is what the key shows that turns from one to the other.
func (l look) next() look { return (l + 1) % looks }

// okrLine is one line of the final OKRs, drawn only where it is seen: a heading or another text, an objective, or one of its key results.
type okrLine struct {
	text  string
	head  bool
	id    model.ObjectiveID
	kr    int  // counted from 1; 0: the objective itself
	label bool // the objective stands away from its team, so that its team is named

	virtual bool // the text is about a virtual team
	below   bool // and this is the objective below it
}

// okrLines are the final OKRs of a state in one of the two orders.
type okrLines struct {
	state *workshop.State
	look  look
	lines []okrLine
	list  kit.List
}

// of makes the lines anew where the state or the order changed.
func (l *okrLines) of(s *workshop.State, by look) []okrLine {
	if l.state == s && l.look == by {
		return l.lines
	}
	if l.look != by {
		l.list = kit.List{}
	}
	l.state, l.look, l.lines = s, by, nil
	if by == byShared {
		l.together(s)
		return l.lines
	}
	for _, t := range s.Stalls() {
		l.team(t, s.ObjectivesOf(t.ID))
	}
	return l.lines
}

func (l *okrLines) add(one okrLine) { l.lines = append(l.lines, one) }

// team adds the live ones of a team's objectives.
func (l *okrLines) team(t model.Team, all []model.Objective) {
	l.add(okrLine{text: strings.ToUpper(t.Name.Line()), head: true})
	n := len(l.lines)
	for _, o := range all {
		if o.Fate != model.Live {
			continue
		}
		l.add(okrLine{id: o.ID})
		for i := range o.KeyResults {
			l.add(okrLine{id: o.ID, kr: i + 1})
		}
	}
	if len(l.lines) == n {
		l.add(okrLine{text: "No objective this cycle."})
	}
}

// together adds what is shared, and then what every team does on its own.
func (l *okrLines) together(s *workshop.State) {
	all := s.Together()
	title := ""
	for _, one := range all.Shared {
		head := "SHARED OBJECTIVES"
		if len(one.Virtual) > 0 {
			head = "VIRTUAL TEAMS"
		}
		if head != title {
			title = head
			l.add(okrLine{text: head, head: true})
		}
		for _, t := range one.Virtual {
			l.add(okrLine{text: strings.Join(append([]string{t.Name.Line(), untilWord(t)}, said(t.Description)...), " · "), virtual: true})
		}
		l.add(okrLine{id: one.Objective.ID, label: true, below: len(one.Virtual) > 0})
		for _, p := range one.Parts {
			l.part(s, one, p)
		}
	}
	if len(all.Shared) == 0 {
		l.add(okrLine{text: "No objective is shared, and no virtual team was formed."})
	}
	if len(all.Alone) > 0 {
		l.add(okrLine{text: "ON THEIR OWN", head: true})
	}
	for _, a := range all.Alone {
		l.team(a.Team, a.Objectives)
	}
}

func (l *okrLines) part(s *workshop.State, one workshop.Shared, p workshop.Part) {
	who := ownerName(s, one, p.Team)
	if p.IsEmpty() {
		who += ": no key result of its own yet"
	}
	l.add(okrLine{text: who})
	for _, n := range p.KeyResults {
		l.add(okrLine{id: one.Objective.ID, kr: n})
	}
	for _, id := range p.Follows {
		o, _ := s.Objectives.Get(id)
		l.add(okrLine{text: "follows with " + s.Label(id) + " " + o.Title.Line()})
	}
}

// untilWord is the end of a virtual team as one says it.
func untilWord(t model.Team) string {
	if t.Until.IsEmpty() {
		return "no end yet"
	}
	return "until " + t.Until.Line()
}

// window draws the lines around the cursor.
func (l *okrLines) window(f flow.Frame, by look, width, height int) []string {
	lines := l.of(f.State, by)
	return l.list.Rows(f.Styles, len(lines), width, height, func(i int, _ bool, width int) []string {
		out := lines[i].draw(f, by, width)
		if i+1 < len(lines) && !lines[i].head && lines[i+1].begins() {
			out = append(out, "")
		}
		return out
	})
}

// begins reports whether something new begins, below a blank line.
func (one okrLine) begins() bool { return one.head || one.virtual || one.label && !one.below }

func (one okrLine) draw(f flow.Frame, by look, width int) []string {
	st := f.Styles
	o, ok := f.State.Objectives.Get(one.id)
	switch {
	case one.head:
		return []string{kit.Cut(st.Heading.Render(one.text), width)}
	case !ok:
		return kit.Paragraph(st.Strong, one.text, width)
	case one.kr == 0:
		t, _ := f.State.Teams.Get(o.Team)
		name := fmt.Sprint(slices.Index(t.Objectives, o.ID) + 1)
		if one.label {
			name = f.State.Label(o.ID)
		}
		return kit.Paragraph(st.Title, name+" "+o.Title.Line(), width)
	}
	k := o.KeyResults[one.kr-1]
	text := keyResultText(k)
	if by == byTeam && f.State.IsSplit(o) {
		text += " – " + f.State.TeamName(f.State.Deliverer(o, k))
	}
	return kit.Indent(kit.Labelled(st, fmt.Sprintf("KR%d", one.kr), text, krIndent, max(width-2, 1)), 2)
}
