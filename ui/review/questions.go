package review

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
	"souk/workshop"
	checks "souk/workshop/review"
)

// proposal is a question that a coach may begin with, and the words of the drafts in it.
type proposal struct {
	text   string
	quotes []model.Text
	german bool
}

// questionFor is what a coach would ask the team about an item; it is only a beginning, to be changed before it is sent.
func questionFor(f flow.Frame, it item, team model.TeamID) proposal {
	p := proposal{german: checks.IsGerman(f.State, team)}
	switch it.sort {
	case ofCheck:
		p.onCheck(f.State, it)
	case ofPair:
		p.onPair(f, it.matter, team)
	case ofTeam, ofNote, ofAsked:
	}
	return p
}

// longestQuote is how much of a line a question repeats, in cells.
const longestQuote = 120

// quote puts words of the drafts into quotation marks, shortened between words, and remembers them.
func (p *proposal) quote(t model.Text) string {
	words, rest := t.Line(), ""
	if kit.Width(words) > longestQuote {
		words = strings.TrimSuffix(kit.Cut(words, longestQuote), "…")
		if i := strings.LastIndexByte(words, ' '); i > 0 {
			words = words[:i]
		}
		words, rest = strings.TrimRight(words, " ,;:–-"), " …"
	}
	p.quotes = append(p.quotes, model.Clean(words))
	if p.german {
		return "„" + words + rest + "“"
	}
	return "“" + words + rest + "”"
}

// onCheck asks about what a check found, with the whole line that it is about; of several lines it names the first.
func (p *proposal) onCheck(s *workshop.State, it item) {
	place := it.card.Places[0]
	ask, known := askOf[it.card.Check.ID]
	if !known {
		p.text = place.Reason.Line()
		return
	}
	p.text = ask.in(p.german)
	if strings.Contains(p.text, "{}") {
		p.text = strings.ReplaceAll(p.text, "{}", p.quote(lineAt(s, place)))
	}
	switch n := len(it.card.Places) - 1; {
	case n == 1:
		p.text += oneMore.in(p.german)
	case n > 1:
		p.text += fmt.Sprintf(someMore.in(p.german), n)
	}
}

// lineAt is the whole text that a place is in.
func lineAt(s *workshop.State, at checks.Place) model.Text {
	o, known := s.Objectives.Get(at.Span.Objective)
	if !known {
		return at.Text
	}
	if at.InWhyNow && !o.WhyNow.IsEmpty() {
		return o.WhyNow
	}
	if k, _, ok := workshop.KeyResult(o, at.Span.KeyResult); ok && at.Span.KeyResult != "" {
		if k.Text.IsEmpty() {
			return k.Metric
		}
		return k.Text
	}
	return o.Title
}

// onPair asks a team about its relation with another one, or with several.
func (p *proposal) onPair(f flow.Frame, m screens.Matter, team model.TeamID) {
	own := ownPairs(m, team)
	first := own[0]
	ours, theirs := sidesOf(first, team)
	several := len(otherTeams(m, team)) > 1
	fill := []string{"{them}", p.names(f, otherTeams(m, team))}
	one := func(single, all asking) {
		p.text = single.in(p.german)
		if several {
			p.text = all.in(p.german)
		}
	}
	switch first.Finding().Kind {
	case model.Duplicate:
		one(askSame, askAllSame)
	case model.Synergy:
		one(askTogether, askAllTogether)
	case model.Conflict:
		one(askInTheWay, askAllInTheWay)
	case model.Dependency:
		one(askNeeding, askNeeding)
		if first.Finding().B.Team == team {
			one(askNeeded, askNeeded)
		}
		fill = append(fill, "{need}", p.quote(first.Need(f)))
	}
	if strings.Contains(p.text, "{us}") {
		fill = append(fill, "{us}", p.titleOf(f, ours))
	}
	if strings.Contains(p.text, "{theirs}") {
		fill = append(fill, "{theirs}", p.titleOf(f, theirs))
	}
	p.text = strings.NewReplacer(fill...).Replace(p.text)
}

// names lists teams as one says them: "A, B and C".
func (p *proposal) names(f flow.Frame, teams []model.TeamID) string {
	and := asking{" and ", " und "}.in(p.german)
	out := ""
	for i, t := range teams {
		switch {
		case i > 0 && i == len(teams)-1:
			out += and
		case i > 0:
			out += ", "
		}
		out += f.State.TeamName(t)
	}
	return out
}

// titleOf is the objective of a side in quotation marks, or the team's name where it has none.
func (p *proposal) titleOf(f flow.Frame, side model.Side) string {
	if o, ok := f.State.Objectives.Get(side.Objective); ok {
		return p.quote(o.Title)
	}
	name := f.State.TeamName(side.Team)
	return asking{"what " + name + " plans", "das, was " + name + " plant"}.in(p.german)
}
