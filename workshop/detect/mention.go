package detect

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// mention is one place where a line writes about another team.
type mention struct {
	team        int
	line        *line
	first, last int // tokens
	strength    float64
	gives       bool // the line does something for that team, rather than needing something of it
}

// callings finds aliases by their first stem.
type callings [languages]map[int32][]calling

type calling struct {
	team  int
	alias alias
}

func (c *corpus) callings() callings {
	var all callings
	for in := range languages {
		all[in] = map[int32][]calling{}
		for i, t := range c.teams {
			for _, a := range t.aliases {
				first := a.stems[in][0]
				all[in][first] = append(all[in][first], calling{i, a})
			}
		}
	}
	return all
}

// mentions are the places where an objective of one team writes about another, the strongest of each team and line.
func (c *corpus) mentions(o *objective, names callings) []mention {
	var all []mention
	for i := range o.lines {
		all = append(all, c.mentionsIn(&o.lines[i], o.team, names)...)
	}
	for i := range c.teams[o.team].stall { // what a team writes about itself holds for each of its objectives, a little
		for _, m := range c.mentionsIn(&c.teams[o.team].stall[i], o.team, names) {
			m.strength /= math.Sqrt(float64(len(c.teams[o.team].objectives)))
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.team, b.team), cmp.Compare(b.strength, a.strength))
	})
	return all
}

func (c *corpus) mentionsIn(l *line, author int, names callings) []mention {
	var all []mention
	for i := range l.tokens {
		for _, call := range names[l.in][l.tokens[i].stem] {
			if call.team == author || !c.follows(l.tokens[i:], call.alias.words) {
				continue
			}
			if i > 0 && isOurs(c.words[l.tokens[i-1].word].text) && c.isCalled(author, call.alias.name) {
				continue
			}
			last := i + len(call.alias.words) - 1
			if call.alias.upper && !isAcronym(l.quote(i, last)) {
				continue
			}
			m := mention{team: call.team, line: l, first: i, last: last}
			m.strength, m.gives = c.cue(l, i, last)
			m.strength *= call.alias.share * l.at.trust()
			all = append(all, m)
		}
	}
	return all
}

// isOurs reports whether a word says that the next one is the writer's own: "our engineering team" at Engineering is itself, whoever else is
// called so.
func isOurs(w string) bool { return w == "our" || strings.HasPrefix(w, "unser") }

// isCalled reports whether a name may well mean this team.
func (c *corpus) isCalled(team int, name string) bool {
	const mayWell = 0.4
	return slices.ContainsFunc(c.teams[team].aliases, func(a alias) bool { return a.name == name && a.claim >= mayWell })
}

// follows reports whether the tokens begin with these words. The stems are not enough: a marketer is not the marketing team.
func (c *corpus) follows(tokens []token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, w := range words {
		if singular(c.words[tokens[i].word].text) != w {
			return false
		}
	}
	return true
}

// trust is how far a mention counts by its place: a reason why often tells a story.
func (p place) trust() float64 {
	if p == inWhy || p == inStall {
		return 0.7
	}
	return 1
}

const cueReach = 4

// cue judges how a name is spoken of, by the words around it. A name that is a common word needs a cue or a capital.
func (c *corpus) cue(l *line, first, last int) (strength float64, gives bool) {
	common := c.isCommon(l, first, last)
	strength = 0.65
	if common {
		strength = 0.15
		if l.isCapital(first) && l.in != inGerman && !titled(l) { // German writes every noun so
			strength = 0.5
		}
	}
	if common && first > 0 && makesAThing(c.words[l.tokens[first-1].word].text) {
		return 0.1, false
	}
	if common && (c.modifies(l, last) || first > 0 && !l.isCapital(first) && c.modifies(l, first-1)) {
		return 0.1, false
	}
	for i := first - 1; i >= max(0, first-cueReach); i-- {
		m := c.marksOf(l.tokens[i])
		near := 1 - 0.12*float64(first-1-i)
		switch {
		case m&needStrong != 0:
			return max(strength, near), false
		case m&needMiddle != 0 && first-i <= 2:
			return max(strength, 0.8*near), false
		case m&giving != 0 && first-i <= 2:
			return max(strength, 0.7*near), true
		}
	}
	if last+1 < len(l.tokens) && c.isTeamWord(c.words[l.tokens[last+1].word].text) {
		strength = max(strength, 0.8)
	}
	return strength, false
}

// makesAThing reports whether the noun behind a word is a thing rather than a team: "my claim", "a platform", „mit meinem Schaden“.
func makesAThing(w string) bool {
	switch w {
	case "a", "an", "no", "my", "your", "his", "her", "their":
		return true
	}
	for _, stem := range []string{"mein", "dein", "sein", "ihr", "kein", "ein"} {
		if rest, ok := strings.CutPrefix(w, stem); ok && (rest == "" || slices.Contains([]string{"e", "em", "en", "er", "es"}, rest)) {
			return true
		}
	}
	return false
}

// modifies reports whether a word only says what kind of thing the next one is: "marketing website", "mobile platform". German writes
// that in one word.
func (c *corpus) modifies(l *line, at int) bool {
	if at+1 == len(l.tokens) || l.in == inGerman {
		return false
	}
	this, next := l.tokens[at], l.tokens[at+1]
	const verbs = goesUp | goesDown | keeps | builds | needStrong | needMiddle | giving
	return l.text[this.end:next.start] == " " && !c.isStop(this, l.in) && !c.isStop(next, l.in) &&
		!c.isTeamWord(c.words[next.word].text) && !c.isRole(next) && (c.marksOf(this)|c.marksOf(next))&verbs == 0
}

// isRole reports whether a word means people of a team: "product managers", "sales leads".
func (c *corpus) isRole(t token) bool {
	w := c.words[t.word].text
	return c.lex.byWord[w]&roleWord != 0 || c.lex.byWord[singular(w)]&roleWord != 0
}

// isTeamWord reports whether a word means a team: the usual ones, and the organisation's own words for its levels.
func (c *corpus) isTeamWord(w string) bool {
	switch w {
	case "team", "teams", "group", "groups", "department", "departments", "squad", "squads", "wg", "crew", "crews", "tribe", "tribes",
		"bereich", "bereiche", "bereichen", "abteilung", "abteilungen":
		return true
	}
	return c.levels[singular(w)]
}

// isCommon reports whether a name is a single word that is not written like a name, or that the drafts use for other things, too.
func (c *corpus) isCommon(l *line, first, last int) bool {
	if first != last {
		return false
	}
	t := l.tokens[first]
	if !l.isCapital(first) || c.marksOf(t)&plain != 0 || t.concept >= 0 {
		return true
	}
	return int(t.stem) < len(c.spread) && c.spread[t.stem]*8 > len(c.objectives)
}

// titled reports whether a line writes most words with a capital, so that capitals tell nothing.
func titled(l *line) bool {
	capitals := 0
	for i := range l.tokens {
		if l.isCapital(i) {
			capitals++
		}
	}
	return capitals*2 > len(l.tokens) || strings.ToUpper(l.text) == l.text
}
