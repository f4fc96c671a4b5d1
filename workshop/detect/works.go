package detect

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// How a thing that is written like a name shows whose it is.
const (
	titleCounts = 3    // an objective that has it in its title counts like so many that only mention it
	ownersShare = 0.35 // of what counts, a team must have so much to be the owner
)

// written is how the drafts write a stem.
type written struct {
	capital, lower int
	byTeam         map[int]stake
	counted        int // the last objective that was counted, plus one
}

// stake is what a team has to do with a stem.
type stake struct {
	weight int // how much
	by     int // the first objective that has it, or the last that has it in its title
}

// nameWorks finds the things (products, systems, programmes) that are written like names and are mostly one team's matter: who writes of
// them means that team, a little. Others know a team by its product rather than by its name.
func (c *corpus) nameWorks() {
	for stem, w := range c.writings() {
		if w.capital == 0 || w.lower*3 > w.capital || len(w.byTeam) < 2 || len(w.byTeam) > max(3, len(c.teams)/3) {
			continue
		}
		total, owner := 0, -1
		for i := range c.teams {
			n := w.byTeam[i].weight
			total += n
			if n > 0 && (owner < 0 || n > w.byTeam[owner].weight) {
				owner = i
			}
		}
		most := w.byTeam[owner]
		share := float64(most.weight) / float64(total)
		if share < ownersShare || most.weight < 2 {
			continue
		}
		c.teams[owner].works = append(c.teams[owner].works, work{int32(stem), share, most.by})
	}
	for i := range c.teams {
		slices.SortFunc(c.teams[i].works, func(a, b work) int { return int(a.stem - b.stem) })
	}
}

// work is a thing that is mostly one team's matter.
type work struct {
	stem  int32
	share float64
	by    int // the team's objective that is most about it
}

// writings are, by stem, how the drafts write what may be a name.
func (c *corpus) writings() map[int]*written {
	all, read := map[int]*written{}, map[string]bool{}
	for o := range c.objectives {
		if o%256 == 0 && c.stopped() {
			break
		}
		for k := range c.objectives[o].lines {
			l := &c.objectives[o].lines[k]
			if l.at == inWhy || read[l.text] { // a copied line is no second mention
				continue
			}
			read[l.text] = true
			for i, t := range l.tokens {
				if t.weight == 0 || t.concept >= 0 || c.common[t.stem] || c.spread[t.stem] < 2 || utf8.RuneCountInString(c.words[t.word].text) < 3 {
					continue
				}
				w := all[int(t.stem)]
				if w == nil {
					w = &written{byTeam: map[int]stake{}}
					all[int(t.stem)] = w
				}
				c.note(w, o, l, i)
			}
		}
	}
	return all
}

// note adds one place to how a stem is written.
func (c *corpus) note(w *written, o int, l *line, i int) {
	team := c.objectives[o].team
	switch {
	case isCoined(l.quote(i, i)) || i > 0 && l.isCapital(i) && l.in == inEnglish && !titled(l):
		w.capital++
	case i > 0 || l.in != inEnglish:
		w.lower++
	}
	if w.counted == o+1 {
		return
	}
	w.counted = o + 1
	own, known := w.byTeam[team]
	if !known || l.at == inTitle {
		own.by = o
	}
	own.weight++
	if l.at == inTitle {
		own.weight += titleCounts - 1
	}
	w.byTeam[team] = own
}

// isCoined reports whether a word has a capital or a digit behind its first letter, as product names have and other words do not.
func isCoined(word string) bool {
	for i, r := range word {
		if i > 0 && (unicode.IsUpper(r) || unicode.IsDigit(r)) {
			return unicode.IsLetter(rune(word[0]))
		}
	}
	return false
}

// worksOf finds where an objective writes of a team's work. What the team does about it answers the objective, unless a stated need says
// what is needed.
func (c *corpus) worksOf(k *ask, o *objective) {
	by := -1
	for _, w := range c.teams[k.team].works {
		for i := range o.lines {
			l := &o.lines[i]
			for t := range l.tokens {
				if strength := w.share * l.at.trust(); l.tokens[t].stem == w.stem && strength > k.work {
					k.work, k.workAt, k.workIs, by = strength, l, t, w.by
				}
			}
		}
	}
	if by >= 0 && k.b < 0 && len(k.needs) == 0 && c.apart(k.a, by) {
		k.b = by
	}
}
