package screens

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/say"
)

// CheckIn says who is here and who may promise for their team, and shows the agenda.
type CheckIn struct {
	list     kit.List
	agenda   agenda
	planning bool // the agenda has the keys
}

// agendaView is how a target names the agenda.
const agendaView = "agenda"

// Stage implements Screen.
func (s *CheckIn) Stage() workshop.Stage { return workshop.CheckInStage }

// Title implements Screen.
func (s *CheckIn) Title() string { return "Check-in" }

// About implements Screen.
func (s *CheckIn) About() string {
	return "Who is here, and who may promise something for their team? Promises of others are kept as open questions. " +
		"The agenda gives every stage its minutes; it leads and never forces."
}

// At implements Screen. It names no team: what is put into the parking lot here is not about the one under the cursor.
func (s *CheckIn) At(flow.Frame) flow.Target {
	to := flow.Target{Stage: workshop.CheckInStage}
	if s.planning {
		to.View = agendaView
	}
	return to
}

// Show implements Screen.
func (s *CheckIn) Show(f flow.Frame, to flow.Target) {
	s.planning = to.View == agendaView
	teams := f.State.Stalls()
	if i := slices.IndexFunc(teams, func(t model.Team) bool { return t.ID == to.Team }); i >= 0 {
		s.list.To(i, len(teams))
	}
}

// Progress says how many teams are here.
func (s *CheckIn) Progress(f flow.Frame) string {
	c := countTeams(f.State)
	if c.teams == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d here", c.here, c.teams)
}

// team is the one under the cursor.
func (s *CheckIn) team(teams []model.Team) (model.Team, bool) {
	if len(teams) == 0 {
		return model.Team{}, false
	}
	s.list.To(s.list.Cursor, len(teams))
	return teams[s.list.Cursor], true
}

// teamCounts is the marketplace in numbers.
type teamCounts struct{ teams, objectives, keyResults, here, commit int }

func countTeams(s *workshop.State) teamCounts {
	var c teamCounts
	for t := range s.Teams.All() {
		if t.Kind == model.VirtualTeam {
			continue
		}
		c.teams++
		if t.Present {
			c.here++
		}
		if t.MayCommit {
			c.commit++
		}
		objectives, krs := s.CountLive(t.ID)
		c.objectives += objectives
		c.keyResults += krs
	}
	return c
}

// View implements Screen.
func (s *CheckIn) View(f flow.Frame) string {
	head := s.head(f)
	below := f
	below.Height = max(f.Height-len(head), 0)
	p := panes{open: s.planning}
	lines := p.view(below, checkInList,
		func(width, height int) []string { return s.teams(f, width, height) },
		func(width, height int) []string { return s.agenda.lines(f, !s.planning, width, height) })
	return kit.Join(kit.Fit(append(head, lines...), f.Width, f.Height))
}

// head says what this is and how the room stands.
func (s *CheckIn) head(f flow.Frame) []string {
	st, c := f.Styles, countTeams(f.State)
	lines := []string{st.Title.Render("Who is here, and who may promise for their team?")}
	if c.teams > 0 {
		lines = append(lines, st.Heading.Render(fmt.Sprintf("%s · %s · %s · %d here · %d may commit",
			say.Count(c.teams, "team"), say.Count(c.objectives, "objective"), say.Count(c.keyResults, "key result"), c.here, c.commit)))
	}
	if f.Height > 14 {
		lines = append(lines, "")
	}
	return kit.Indent(lines, 1)
}

// checkInList is how much of the width the teams take; the columns behind a team's name are in cells.
const (
	checkInList   = 0.66
	checkInName   = 24 // a name takes at most, where something stands behind it
	checkInTeam   = 72 // both take at most, so that what is counted stays near
	checkInNumber = 4
	checkInHere   = 6
	checkInCommit = 11
	checkInCounts = 2*checkInNumber + checkInHere + checkInCommit
)

// teams are the rows of teams in the order of their stalls.
func (s *CheckIn) teams(f flow.Frame, width, height int) []string {
	st := f.Styles
	teams := f.State.Stalls()
	if len(teams) == 0 {
		return kit.Empty(st, "No team is here yet. Load what the teams drafted, or add them by hand.",
			"souk import FILE.souk drafts.yaml\na adds a team\nN names the workshop", width, height)
	}
	name := 0
	for _, t := range teams {
		name = min(max(name, kit.Width(t.Name.Line())), checkInName)
	}
	head := kit.Pad("  team", kit.Gutter+checkInRoom(width-kit.Gutter)) +
		kit.PadLeft("O", checkInNumber) + kit.PadLeft("KR", checkInNumber) +
		kit.Center("here", checkInHere) + kit.Center("may commit", checkInCommit)
	rows := headed{n: len(teams), rest: s.planning, row: func(i, width int) string { return s.row(f, teams[i], name, width) }}
	return append([]string{kit.Cut(st.Label.Render(head), width)}, rows.lines(st, &s.list, width, height-1)...)
}

// checkInRoom is what a row leaves to the team's name and where it belongs.
func checkInRoom(width int) int { return max(min(width-checkInCounts, checkInTeam), 1) }

// row is a team with where it belongs behind its name, what it brings, and who is here for it.
func (s *CheckIn) row(f flow.Frame, t model.Team, nameWidth, width int) string {
	st := f.Styles
	objectives, krs := f.State.CountLive(t.ID)
	room := checkInRoom(width)
	name := st.Text.Render(t.Name.Line())
	if t.Present {
		name = st.Strong.Render(t.Name.Line())
	}
	about, own := belongs(f.State, t), kit.Width(t.Name.Line())
	for len(about) > 1 && own+2+kit.Width(strings.Join(about, " · ")) >= room { // where it belongs matters more than what it is called
		about = about[1:]
	}
	if text := strings.Join(about, " · "); text != "" {
		aside := max(min(nameWidth, room-3-kit.Width(text)), min(own, nameWidth))
		name = kit.Pad(name, min(aside, room)) + "  " + st.Muted.Render(text)
	}
	return kit.Pad(kit.Cut(name, max(room-1, 1)), room) +
		st.Text.Render(kit.PadLeft(fmt.Sprint(objectives), checkInNumber)) +
		st.Text.Render(kit.PadLeft(fmt.Sprint(krs), checkInNumber)) +
		kit.Center(yesOrDash(f, t.Present), checkInHere) + kit.Center(yesOrDash(f, t.MayCommit), checkInCommit)
}

// yesOrDash is ✓ or a neutral dash.
func yesOrDash(f flow.Frame, yes bool) string {
	if yes {
		return f.Styles.Good.Render(kit.SignDecided)
	}
	return f.Styles.Muted.Render("–")
}

// Bindings implements Screen.
func (s *CheckIn) Bindings(f flow.Frame) []flow.Binding {
	teams := f.State.Stalls()
	var out []flow.Binding
	if s.planning {
		out = append(out, s.agenda.bindings(f, "")...)
		out = append(out, flow.Binding{Keys: []string{"left", "h", "esc"}, Show: "←", Help: "teams", Foot: true, Do: s.plan(false)})
	} else {
		out = append(out, moving(&s.list, len(teams), max(f.Height-5, 1), "team")...)
		out = append(out, flow.Binding{Keys: []string{"right", "l", "enter"}, Show: "→", Help: "agenda", Foot: true, Do: s.plan(true)})
		out = append(out, s.agenda.changing(f, "Go to the agenda with → first.")...)
	}
	out = append(out, s.presence(f, teams)...)
	if len(teams) == 0 {
		out = onlyWorking(out)
	}
	return append(out,
		flow.Binding{Keys: []string{"a"}, Help: "add team", Foot: !s.planning, Do: func() flow.Effect { return flow.Effect{Open: s.addTeam(len(teams))} }},
		flow.Binding{Keys: []string{"N"}, Help: "name workshop", Foot: len(teams) == 0, Do: func() flow.Effect { return flow.Effect{Open: nameForm(f)} }},
		flow.Binding{Keys: []string{"b"}, Help: "begin, minutes", Foot: s.planning, Do: func() flow.Effect { return flow.Effect{Open: beginForm(f)} }})
}

func (s *CheckIn) plan(on bool) func() flow.Effect {
	return func() flow.Effect { s.planning = on; return flow.Effect{} }
}

// presence are the keys that mark who is here and who may commit.
func (s *CheckIn) presence(f flow.Frame, teams []model.Team) []flow.Binding {
	t, any := s.team(teams)
	none := ""
	switch {
	case s.planning:
		none = "Go back to the teams with ← first."
	case !any:
		none = "There is no team yet; a adds one."
	}
	mark := func(present, commit bool) func() flow.Effect {
		return func() flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.MarkPresence{Team: t.ID, Present: present, MayCommit: commit}}}
		}
	}
	var missing []workshop.Intent
	for _, t := range teams {
		if !t.Present {
			missing = append(missing, workshop.MarkPresence{Team: t.ID, Present: true})
		}
	}
	everyone := none
	if everyone == "" && len(missing) == 0 {
		everyone = "Every team is here already."
	}
	return []flow.Binding{
		{Keys: []string{"space"}, Help: "here", Off: none, Foot: !s.planning, Do: mark(!t.Present, false)},
		{Keys: []string{"c"}, Help: "may commit", Off: none, Foot: !s.planning, Do: mark(true, !t.MayCommit)},
		{Keys: []string{"A"}, Help: "all here", Off: everyone, Foot: len(missing) > 1, Do: func() flow.Effect { return flow.Effect{Do: missing} }},
	}
}

// addTeam opens a stall; the cursor goes to it.
func (s *CheckIn) addTeam(at int) flow.Dialog {
	kinds := []model.TeamKind{model.DeliveryTeam, model.SupportTeam, model.LeadershipTeam, model.TeamOfTeams}
	options := make([]string, len(kinds))
	for i, k := range kinds {
		options[i] = string(k)
	}
	return dialog.NewForm(dialog.FormSpec{
		Title: "Add a team to the marketplace",
		Fields: []dialog.Field{
			{Key: "name", Label: "name", Required: true},
			{Key: "level", Label: "level", Hint: "Division, stream, crew, pod, or your own word; may stay empty."},
			{Key: "kind", Label: "kind", Kind: dialog.Choice, Options: options},
		},
		Record: "add",
		Submit: func(v dialog.Values) flow.Effect {
			s.list.To(at, at+1)
			return flow.Effect{Do: []workshop.Intent{workshop.AddTeam{Name: v.Text("name"), Level: v.Text("level"), Team: kinds[v.Choice("kind")]}}}
		},
	})
}

// nameForm says whose workshop it is and for which cycle.
func nameForm(f flow.Frame) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title: "Name the workshop",
		Fields: []dialog.Field{
			{Key: "organisation", Label: "organisation", Value: f.State.Organisation, Required: true},
			{Key: "cycle", Label: "cycle", Value: f.State.Cycle, Hint: "The quarter or other period the OKRs are drafted for, such as 2027-Q1."},
		},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.NameWorkshop{Organisation: v.Text("organisation"), Cycle: v.Text("cycle")}}}
		},
	})
}
