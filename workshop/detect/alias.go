package detect

import (
	"math"
	"slices"
	"strings"
)

// alias is a way in which others write about a team.
type alias struct {
	stems [languages][]int32
	name  string   // folded
	words []string // folded, without a plural's s
	claim float64  // how well it fits this team, 0 to 1
	share float64  // how surely it means this team and no other, 0 to 1
	upper bool     // only where it is written in capitals: an acronym
}

// functionOf is what kind of team a team is, how surely, and the word that says so.
type functionOf struct {
	id    int
	share float64
	word  string
	whole bool // the team is called so, and nothing else
}

// nameTeams finds out how teams are called and what kinds of teams they are. A name that several teams may mean counts for those
// that it fits best.
func (c *corpus) nameTeams() {
	rivals := map[string]float64{}
	named := make([][]name, len(c.teams))
	for i := range c.teams {
		c.findFunctions(&c.teams[i])
		c.teams[i].nameWords = c.nameWords(c.teams[i].name)
		named[i] = c.decided(i, c.namesOf(&c.teams[i]))
		for _, n := range named[i] {
			rivals[n.text] += fitness(n)
		}
	}
	for i := range c.teams {
		for _, n := range named[i] {
			a := alias{name: n.text, claim: n.share, share: n.share * math.Sqrt(fitness(n)/rivals[n.text]), upper: n.upper}
			for w := range wordsOf(n.text) {
				id := c.word(w.text)
				a.words = append(a.words, singular(c.words[id].text))
				for in := range languages {
					a.stems[in] = append(a.stems[in], c.stem(id, in))
				}
			}
			if len(a.words) > 0 {
				c.teams[i].aliases = append(c.teams[i].aliases, a)
			}
		}
	}
}

// nameWords are the words of a team's name that tell it from others.
func (c *corpus) nameWords(name string) []int32 {
	var all []int32
	for w := range wordsOf(name) {
		if id := c.word(w.text); c.words[id].marks&(roleWord|stopEnglish|stopGerman) == 0 {
			all = append(all, id)
		}
	}
	return all
}

// fitness is how strongly a team claims a name against others: a little surer is much stronger.
func fitness(n name) float64 { return math.Pow(n.share, 6) }

// singular makes a name and its plural or genitive the same.
func singular(word string) string {
	if len(word) > 3 {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

// name is an alias before it is parsed.
type name struct {
	text  string // folded
	share float64
	upper bool
}

// namesOf are the names of a team: the whole, the parts between brackets, commas and slashes, each without role words, acronyms,
// and what others call its kind of team.
func (c *corpus) namesOf(t *team) []name {
	var all []name
	add := func(text string, share float64, upper bool) {
		text = fold(text)
		if text == "" || slices.ContainsFunc(all, func(n name) bool { return n.text == text }) {
			return
		}
		all = append(all, name{text, share, upper})
	}
	full := t.name
	add(full, 1, false)
	var parts [][]string
	for _, part := range partsOf(full) {
		if words := c.withoutRoles(part); len(words) > 0 {
			parts = append(parts, words)
		}
	}
	for _, words := range parts {
		switch {
		case len(words) == 1 && isAcronym(words[0]):
			add(words[0], 0.9, true)
		case len(parts) == 1:
			add(strings.Join(words, " "), 0.9, false)
		default:
			add(strings.Join(words, " "), 0.7, false)
		}
		if len(words) >= 3 {
			add(initials(words), 0.7, true)
		}
	}
	for _, f := range t.functions {
		for _, called := range c.lex.functions[f.id].called {
			share := 0.7
			if f.whole && len(parts) == 1 {
				share = 0.85
			}
			add(called, share*f.share, isAcronym(called))
		}
	}
	return all
}

// partsOf are the parts of a name between brackets, commas and the like.
func partsOf(name string) []string {
	name = strings.ReplaceAll(name, " & ", ",")
	return strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("()[]/,;:|", r) })
}

// modifier is how much a word counts in a team's name that others follow: "product analytics" is analytics first.
const modifier = 0.6

// withoutRoles are the words of a name that say whom it means. "IT" is one of them, "it" is not.
func (c *corpus) withoutRoles(text string) []string {
	var kept []string
	for w := range wordsOf(text) {
		m := c.lex.byWord[fold(w.text)]
		if m&roleWord == 0 && (m&stopEnglish == 0 || isAcronym(w.text)) {
			kept = append(kept, w.text)
		}
	}
	return kept
}

func isAcronym(word string) bool {
	return len(word) >= 2 && len(word) <= 5 && word == strings.ToUpper(word) && word != strings.ToLower(word)
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		for _, r := range w {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}

// findFunctions asks the ontology what kinds of teams a team is: its name says it best, then its description and offers.
func (c *corpus) findFunctions(t *team) {
	shares := map[int]functionOf{}
	look := func(l line, share float64) {
		for i := range l.tokens {
			for _, p := range c.functionsAt(&l, i) {
				f := functionOf{id: p.id, share: share * p.share, word: l.quote(i, i+p.length-1)}
				if len(c.withoutRoles(l.text[l.tokens[i+p.length-1].end:])) > 0 {
					f.share *= modifier
				}
				f.whole = len(c.withoutRoles(l.text[:l.tokens[i].start])) == 0 && f.share == 1
				if f.share > shares[p.id].share {
					shares[p.id] = f
				}
			}
		}
	}
	for _, part := range partsOf(t.name) {
		look(c.parse(part, inStall), 1)
	}
	named := len(shares) > 0
	for _, l := range t.stall {
		if !named {
			look(l, 0.4)
		}
	}
	t.provides, t.alone = make([]float64, len(c.lex.concepts)), make([]float64, len(c.lex.concepts))
	for id := range c.lex.functions {
		f, ok := shares[id]
		if !ok {
			continue
		}
		t.functions = append(t.functions, f)
		for concept, share := range c.lex.functions[id].provides {
			t.provides[concept] = max(t.provides[concept], share*f.share)
			if c.lex.functions[id].alone[concept] {
				t.alone[concept] = max(t.alone[concept], share*f.share)
			}
		}
	}
	for _, offer := range t.offers {
		for _, s := range offer.line.said {
			t.provides[s.concept] = max(t.provides[s.concept], s.share)
		}
	}
}

type functionMatch struct {
	id     int
	length int
	share  float64
}

// functionsAt are the kinds of teams whose name starts at a token. A name that is part of a longer one counts less.
func (c *corpus) functionsAt(l *line, at int) []functionMatch {
	var all []functionMatch
	first := l.tokens[at].stem
	if int(first) >= len(c.lex.teamNames) {
		return nil
	}
	for i := range c.lex.teamNames[first] {
		p := &c.lex.teamNames[first][i]
		if end := at + 1 + len(p.rest); end <= len(l.tokens) && c.says(p, l.tokens[at:end], l.in) {
			all = append(all, functionMatch{int(p.id), 1 + len(p.rest), p.share})
		}
	}
	return all
}
