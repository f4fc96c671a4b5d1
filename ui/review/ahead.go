package review

import (
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/workshop"
	"souk/workshop/report"
	"souk/workshop/say"
)

// Ahead shows what every team gets before the workshop, as it will get it.
type Ahead struct {
	list   kit.List
	scroll kit.Scroll
}

// Stage implements screens.Screen.
func (s *Ahead) Stage() workshop.Stage { return AheadStage }

// Title implements screens.Screen.
func (s *Ahead) Title() string { return "Ahead" }

// About implements screens.Screen.
func (s *Ahead) About() string {
	return "A page for each team, to be sent ahead: its OKRs, what you ask it, what others will ask of it. Nothing private is in it. " +
		"m writes all pages as Markdown, into a folder beside the workshop file; a page that you edited stays."
}

// At implements screens.Screen.
func (s *Ahead) At(f flow.Frame) flow.Target {
	t, _ := s.team(f)
	return flow.Target{Stage: AheadStage, Team: t.ID}
}

// Show implements screens.Screen.
func (s *Ahead) Show(f flow.Frame, to flow.Target) {
	teams := f.State.Stalls()
	if i := slices.IndexFunc(teams, func(t model.Team) bool { return t.ID == to.Team }); i >= 0 {
		s.list.To(i, len(teams))
	}
}

func (s *Ahead) team(f flow.Frame) (model.Team, bool) {
	teams := f.State.Stalls()
	if len(teams) == 0 {
		return model.Team{}, false
	}
	s.list.To(s.list.Cursor, len(teams))
	return teams[s.list.Cursor], true
}

// teamsWidth is the width of the list of teams.
const teamsWidth = 28

// View implements screens.Screen.
func (s *Ahead) View(f flow.Frame) string {
	teams := f.State.Stalls()
	lines := []string{headline(f, "TO SEND AHEAD", say.Plural(f.State.TeamsAsked(), "team is asked", "teams are asked")+" something"), ""}
	height := max(f.Height-len(lines), 0)
	t, some := s.team(f)
	if !some {
		lines = append(lines, kit.Empty(f.Styles, "There is no team yet.", "Load drafts with “souk import FILE.souk drafts.yaml”.", f.Width, height)...)
		return kit.Join(kit.Fit(lines, f.Width, f.Height))
	}
	list := s.list.Rows(f.Styles, len(teams), teamsWidth, height, func(i int, _ bool, width int) []string {
		return []string{aheadRow(f, teams[i], width)}
	})
	right := max(f.Width-teamsWidth-kit.DividerWidth, 1)
	page := s.scroll.Window(f.Styles, pageLines(f, t, right), right, height)
	lines = append(lines, kit.Columns(f.Styles, height, kit.Column{Lines: list, Width: teamsWidth}, kit.Column{Lines: page, Width: right})...)
	return kit.Join(kit.Fit(lines, f.Width, f.Height))
}

func aheadRow(f flow.Frame, t model.Team, width int) string {
	st := f.Styles
	note := ""
	if n := len(f.State.QuestionsTo(t.ID)); n > 0 {
		note = st.Accent.Render(say.Plural(n, "question", "questions"))
	}
	if slices.ContainsFunc(f.State.QuestionsTo(t.ID), f.State.IsOutdated) {
		note = st.Warn.Render(kit.SignRisk+" ") + note
	}
	return kit.Between(st.Text.Render(t.Name.Line()), note, width)
}

// pageLines is a team's page as it reads on paper.
func pageLines(f flow.Frame, t model.Team, width int) []string {
	st := f.Styles
	d := report.Ahead(f.State, t.ID)
	var outdated []string
	for _, q := range f.State.QuestionsTo(t.ID) {
		if f.State.IsOutdated(q) {
			outdated = append(outdated, kit.Paragraph(st.Warn, kit.SignRisk+" The draft has changed since: “"+q.Text.Line()+"”", width)...)
		}
	}
	return kit.Stack(1, outdated, kit.Paragraph(st.Title, d.Title, width), blockLines(f, d.Blocks, width))
}

func blockLines(f flow.Frame, blocks []report.Block, width int) []string {
	st := f.Styles
	var out [][]string
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Section:
			out = append(out, append(kit.Paragraph(st.Heading, b.Title, width), blockLines(f, b.Blocks, width)...))
		case report.Paragraph:
			out = append(out, kit.Paragraph(st.Text, b.Text, width))
		case report.Point:
			out = append(out, append(kit.Paragraph(st.Strong, b.Text, width), blockLines(f, b.Blocks, width)...))
		case report.List:
			var lines []string
			for _, item := range b.Items {
				lines = append(lines, kit.Labelled(st, "-", item, 2, width)...)
			}
			out = append(out, lines)
		case report.Facts:
			var lines []string
			widest := labels
			for _, x := range b.Items {
				widest = max(widest, kit.Width(x.Name))
			}
			for _, x := range b.Items {
				lines = append(lines, kit.Labelled(st, x.Name, x.Text, widest+2, width)...)
			}
			out = append(out, lines)
		}
	}
	return kit.Stack(1, out...)
}

// Bindings implements screens.Screen.
func (s *Ahead) Bindings(f flow.Frame) []flow.Binding {
	teams := f.State.Stalls()
	t, some := s.team(f)
	none := ""
	if !some {
		none = "There is no team yet."
	}
	out := screens.Moving(&s.list, len(teams), max(f.Height-4, 1), "team")
	for i, b := range out {
		out[i].Do = func() flow.Effect { s.scroll = kit.Scroll{}; return b.Do() }
	}
	scroll := func(key string) func() flow.Effect {
		return func() flow.Effect {
			width := max(f.Width-teamsWidth-kit.DividerWidth, 1)
			s.scroll.Key(key, len(pageLines(f, t, width)), f.Height-2)
			return flow.Effect{}
		}
	}
	return append(out,
		flow.Binding{Keys: []string{"m"}, Help: "write all pages", Off: none, Foot: some, Do: func() flow.Effect {
			return flow.Effect{Call: flow.Call{Name: flow.WriteAhead}}
		}},
		flow.Binding{Keys: []string{"a"}, Help: "ask the team", Off: none, Foot: some, Do: func() flow.Effect {
			return flow.Effect{Open: askForm(f, model.Side{Team: t.ID}, proposal{}, func() {})}
		}},
		flow.Binding{Keys: []string{"enter"}, Help: "team's page", Off: none, Foot: some, Do: func() flow.Effect {
			return flow.Effect{Go: flow.Target{Stage: TeamStage, Team: t.ID}}
		}},
		flow.Binding{Keys: []string{"]"}, Show: "[ ]", Help: "read on", Off: none, Foot: some, Do: scroll("pgdown")},
		flow.Binding{Keys: []string{"["}, Help: "read back", Off: none, Do: scroll("pgup")},
	)
}
