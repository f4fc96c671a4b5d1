package review

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/workshop/say"
)

// draftsShare is how much of the width the drafts take where there is room beside the list.
const draftsShare = 0.44

// View implements screens.Screen.
func (s *Team) View(f flow.Frame) string {
	t, some := s.team(f)
	if !some {
		lines := append([]string{headline(f, "NO TEAM YET", "")},
			kit.Empty(f.Styles, "There are no drafts yet.", "Load them with “souk import FILE.souk drafts.yaml”.", f.Width, f.Height-1)...)
		return kit.Join(kit.Fit(lines, f.Width, f.Height))
	}
	s.rows(f)
	lines := []string{s.head(f, t)}
	if f.Height > lowBody {
		lines = append(lines, "")
	}
	height := max(f.Height-len(lines), 0)
	switch {
	case !f.Compact():
		left, right := kit.Split(f.Width, draftsShare)
		lines = append(lines, kit.Columns(f.Styles, height,
			kit.Column{Lines: s.draftLines(f, t, left, height), Width: left},
			kit.Column{Lines: s.side(f, t, right, height), Width: right})...)
	case s.drafts:
		text, from, _ := s.draftText(f, t, f.Width)
		if s.scroll.Top == 0 {
			s.scroll.Top = max(from-1, 0)
		}
		lines = append(lines, s.scroll.Window(f.Styles, text, f.Width, height)...)
	default:
		lines = append(lines, s.side(f, t, f.Width, height)...)
	}
	return kit.Join(kit.Fit(lines, f.Width, f.Height))
}

// lowBody is the height up to which blank lines cost too much.
const lowBody = 20

// head says whose page it is, and whether it is read.
func (s *Team) head(f flow.Frame, t model.Team) string {
	st := f.Styles
	live, krs := f.State.CountLive(t.ID)
	read := "not read yet"
	if f.State.Private.HasReviewed(t.ID) {
		read = kit.SignDecided + " read"
	}
	note := fmt.Sprintf("%s · %s · %s", say.Plural(live, "objective", "objectives"), say.Plural(krs, "key result", "key results"), read)
	if about := belongs(f, t); about != "" && f.Width >= 110 {
		note = about + " · " + note
	}
	return headline(f, strings.ToUpper(kit.Cut(t.Name.Line(), max(f.Width/3, 1))), st.Text.Render(note))
}

// side is the list of items, and below it all about the one under the cursor, with the keys that work on it.
func (s *Team) side(f flow.Frame, t model.Team, width, height int) []string {
	items := s.items
	body, keys := s.detail(f, t, width), s.keys(f, t, width)
	places := len(items)
	for _, it := range items {
		if it.head != "" {
			places++
		}
	}
	list := min(places, max(height/2, height-leastDetail, height-len(body)-len(keys)-1))
	list = max(min(list, height-len(keys)-4), 3)
	head := func(i int) string { return items[i].head }
	row := func(i, width int) string { return s.row(f, t, items[i], width) }
	out := screens.Headed(f.Styles, &s.list, len(items), head, row, width, list)
	out = append(out, kit.Rule(f.Styles, width))
	out = append(out, s.scroll.Window(f.Styles, body, width, max(height-list-1-len(keys), 0))...)
	return append(out, keys...)
}

// keys are those that do something with the item under the cursor.
func (s *Team) keys(f flow.Frame, t model.Team, width int) []string {
	return screens.KeyLines(f, s.acting(f, t), width)
}

// row is an item on one line.
func (s *Team) row(f flow.Frame, t model.Team, it item, width int) string {
	st := f.Styles
	sign, text := st.Accent.Render(signNote), ""
	switch it.sort {
	case ofTeam:
		text = st.Muted.Render("no note on the team")
		if note := f.State.Private.NoteOn(model.Side{Team: t.ID}); !note.IsEmpty() {
			text = st.Text.Render(note.Line())
		}
	case ofNote:
		text = st.Label.Render(f.State.Label(it.objective)+" ") + st.Text.Render(f.State.Private.NoteOn(model.Side{Team: t.ID, Objective: it.objective}).Line())
	case ofCheck:
		sign = severityStyle(st, it.card.Check.Severity).Render(severitySign(it.card.Check.Severity))
		if it.quiet {
			sign = st.Dismissed.Render(kit.SignDismissed)
		}
		text = st.Label.Render(place(f, t, it)+" ") + st.Text.Render(it.card.Check.Title) + st.Muted.Render("  "+quote(it))
	case ofPair:
		sign = it.matter.Sign(f)
		text = st.Muted.Render(it.matter.Score()+" ") + st.Accent.Render(kindSign(it.matter, t.ID)) + " " +
			st.Text.Render(others(f, it.matter, t.ID)) + st.Muted.Render("  "+topic(f, it.matter))
	case ofAsked:
		sign = st.Accent.Render(signAsk)
		if it.outdated {
			sign = st.Warn.Render(kit.SignRisk)
		}
		text = st.Text.Render(it.question.Text.Line())
		if it.objective != "" {
			text = st.Label.Render(short(f, t, it.objective)+" ") + text
		}
	}
	return kit.Cut(sign+" "+text, width)
}

// place is where a card stands in the team's drafts: "O2", "O2 KR1", or "all" where it is about several of them.
func place(f flow.Frame, t model.Team, it item) string {
	if it.objective == "" {
		return "all"
	}
	out := short(f, t, it.objective)
	if len(it.card.Places) == 1 {
		o, _ := f.State.Objectives.Get(it.objective)
		for i, k := range o.KeyResults {
			if k.ID == it.card.Places[0].Span.KeyResult {
				out += fmt.Sprintf(" KR%d", i+1)
			}
		}
	}
	return out
}

// short is an objective by its place in the team's list.
func short(_ flow.Frame, t model.Team, id model.ObjectiveID) string {
	for i, o := range t.Objectives {
		if o == id {
			return fmt.Sprintf("O%d", i+1)
		}
	}
	return "O?"
}

// quote is what a card is about, on one line.
func quote(it item) string {
	if n := len(it.card.Places); n > 1 {
		return say.Plural(n, "place", "places")
	}
	return it.card.Places[0].Text.Line()
}

// readOn scrolls the detail, or the drafts where they stand in its place.
func (s *Team) readOn(f flow.Frame, key string) {
	t, _ := s.team(f)
	width := f.Width
	if !f.Compact() {
		_, width = kit.Split(f.Width, draftsShare)
	}
	n := len(s.detail(f, t, width))
	if s.drafts && f.Compact() {
		text, _, _ := s.draftText(f, t, f.Width)
		n = len(text)
	}
	s.scroll.Key(key, n, max(f.Height/2-3, 3))
}
