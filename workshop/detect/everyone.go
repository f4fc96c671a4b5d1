package detect

import "strings"

// everyone is a place where a line speaks of every team.
type everyone struct {
	line  int
	at    int // token
	gives bool
}

// everyoneIn is the first place where an objective asks something of every team, or gives something to every team; false where it
// does not. "Each team" is meant, and so are "the working groups", but not "sales teams".
func (c *corpus) everyoneIn(o *objective, gives bool) (everyone, bool) {
	for i := range o.lines {
		l := &o.lines[i]
		if l.at == inWhy {
			continue
		}
		for t := range l.tokens {
			first, ok := c.everyoneAt(l, t)
			if given := first > 0 && c.marksOf(l.tokens[first-1])&giving != 0; ok && given == gives {
				return everyone{line: i, at: t, gives: gives}, true
			}
		}
	}
	return everyone{}, false
}

// everyoneAt reports whether a token ends words that mean every team, and where they begin.
func (c *corpus) everyoneAt(l *line, t int) (int, bool) {
	w := c.words[l.tokens[t].word].text
	if !c.isTeamWord(w) {
		return 0, false
	}
	first := t
	if t > 0 && c.words[l.tokens[t-1].word].text == "working" {
		first--
	}
	plural := singular(w) != w || strings.HasSuffix(w, "en") || w == "bereiche"
	if first > 0 && isEvery(c.words[l.tokens[first-1].word].text) {
		return first - 1, plural || t+1 == len(l.tokens) || !isMember(c.words[l.tokens[t+1].word].text)
	}
	if plural = plural && (w != "groups" || first < t); !plural || first == 0 {
		return first, plural
	}
	before := l.tokens[first-1]
	if int(before.stem) < len(c.lex.teamNames) && len(c.lex.teamNames[before.stem]) > 0 {
		return first, false // "product teams" are of one kind
	}
	return first, c.isStop(before, l.in) || c.common[before.stem] || !strings.HasPrefix(l.text[before.end:], " ")
}

// isMember reports whether a word turns "all team" into people: "all team members".
func isMember(w string) bool { return w == "member" || w == "members" || w == "lead" || w == "leads" }

func isEvery(w string) bool {
	switch w {
	case "each", "every", "all", "across", "jedes", "jede", "jeder", "jedem", "alle", "allen", "aller":
		return true
	}
	return false
}
