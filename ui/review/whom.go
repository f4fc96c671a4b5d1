package review

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/workshop"
)

// A card may be about many teams: a line that all of them write, or one objective that needs something of everybody. What follows says whom it
// concerns, seen from a team or as a whole.

// ownPairs are the relations of a card in which a team takes part; all of them where it takes part in none.
func ownPairs(m screens.Matter, team model.TeamID) []screens.Matter {
	var out []screens.Matter
	for _, p := range m.Pairs() {
		if fi := p.Finding(); fi.A.Team == team || fi.B.Team == team {
			out = append(out, p)
		}
	}
	switch {
	case len(out) > 0:
		return out
	case len(m.Pairs()) > 0:
		return m.Pairs()
	}
	return []screens.Matter{m}
}

// sideOf is a team's own end of a matter.
func sideOf(m screens.Matter, team model.TeamID) model.Side {
	own, _ := sidesOf(ownPairs(m, team)[0], team)
	return own
}

// sidesOf are a team's own end of a relation and the other one.
func sidesOf(m screens.Matter, team model.TeamID) (own, other model.Side) {
	if fi := m.Finding(); fi.B.Team == team {
		return fi.B, fi.A
	}
	return m.Finding().A, m.Finding().B
}

// otherTeams are those that a matter puts a team together with: those that it needs or that need it, or else all that the card is about.
func otherTeams(m screens.Matter, team model.TeamID) []model.TeamID {
	if m.Finding().Kind != model.Dependency {
		return slices.DeleteFunc(slices.Clone(m.Teams()), func(t model.TeamID) bool { return t == team })
	}
	var out []model.TeamID
	for _, p := range ownPairs(m, team) {
		if _, other := sidesOf(p, team); !slices.Contains(out, other.Team) {
			out = append(out, other.Team)
		}
	}
	return out
}

// ends are the teams that need something, and those that are asked for it.
func ends(m screens.Matter) (needing, asked []model.TeamID) {
	for _, p := range ownPairs(m, "") {
		fi := p.Finding()
		if !slices.Contains(needing, fi.A.Team) {
			needing = append(needing, fi.A.Team)
		}
		if !slices.Contains(asked, fi.B.Team) {
			asked = append(asked, fi.B.Team)
		}
	}
	return needing, asked
}

const (
	mostNames = 3 // how many teams a row names
	everyTeam = "all teams"
)

// listed names teams on a row, with a sign between them: the first of them where they are many, and "all teams" where one is left out at most.
func listed(s *workshop.State, teams []model.TeamID, sign string) string {
	if all := len(s.Stalls()); len(teams) >= mostNames && len(teams) >= all-1 {
		return everyTeam
	}
	var names []string
	for i, t := range teams {
		if i == mostNames && len(teams) > mostNames+1 {
			names = append(names, fmt.Sprintf("%d more", len(teams)-i))
			break
		}
		names = append(names, s.TeamName(t))
	}
	return strings.Join(names, sign)
}

// grouped names teams in a sentence, or says how many they are.
func grouped(s *workshop.State, teams []model.TeamID) string {
	if names := listed(s, teams, ", "); len(teams) <= mostNames || names == everyTeam {
		return names
	}
	return fmt.Sprintf("%d teams", len(teams))
}

// others names whom a matter concerns beside the team, and says where one team asks several for the same.
func others(f flow.Frame, m screens.Matter, team model.TeamID) string {
	out := listed(f.State, otherTeams(m, team), ", ")
	if needing, asked := ends(m); m.Finding().Kind == model.Dependency && len(needing) == 1 && len(asked) > 1 && needing[0] != team {
		if listed(f.State, asked, "") == everyTeam {
			return out + " (asks " + everyTeam + ")"
		}
		return out + fmt.Sprintf(" (asks %d teams)", len(asked))
	}
	return out
}

// everybody names all whom a matter concerns.
func everybody(f flow.Frame, m screens.Matter) string {
	switch m.Finding().Kind {
	case model.Dependency:
		needing, asked := ends(m)
		return listed(f.State, needing, ", ") + " → " + listed(f.State, asked, ", ")
	case model.Duplicate:
		return listed(f.State, m.Teams(), " = ")
	case model.Conflict:
		return listed(f.State, m.Teams(), " × ")
	case model.Synergy:
	}
	return listed(f.State, m.Teams(), " ~ ")
}

// kindSign says how a team stands to the other one: → needs, ← is needed, = the same work, ~ better together, × in each other's way.
func kindSign(m screens.Matter, team model.TeamID) string {
	switch m.Finding().Kind {
	case model.Duplicate:
		return "="
	case model.Synergy:
		return "~"
	case model.Conflict:
		return "×"
	case model.Dependency:
		if ownPairs(m, team)[0].Finding().B.Team == team {
			return "←"
		}
	}
	return "→"
}

// topic is what a matter is about in a few words; its kind is told by a sign.
func topic(f flow.Frame, m screens.Matter) string {
	return strings.TrimPrefix(m.Topic(f), "conflict: ")
}

// sideLines are the lines that a matter is about, one for each of these teams: "Sales 2 KR1  Land two large logos".
func sideLines(f flow.Frame, m screens.Matter, teams []model.TeamID, width int) []string {
	st := f.Styles
	var out []string
	for _, t := range teams {
		p := ownPairs(m, t)[0]
		label, line := p.Line(f, sideOf(p, t))
		text := line.Line()
		if text == "" {
			text = "no objective of its own for this"
		}
		if kit.Width(label) > width/2 {
			out = append(out, kit.Cut(st.Label.Render(label), width))
			label = ""
		}
		out = append(out, kit.Labelled(st, label, text, kit.Width(label)+2, width)...)
	}
	return out
}
