package detect

import (
	"fmt"
	"slices"

	"souk/model"
)

// whyTogether says what makes a synergy beside what the two have in common.
func (w *speaker) whyTogether(k *closeness) []model.Reason {
	var all []model.Reason
	a, b := &w.objectives[k.a], &w.objectives[k.b]
	if k.intent {
		for _, id := range a.supports {
			for _, other := range b.supports {
				if id == other && w.intents[id] != "" {
					all = append(all, because(oneIntent, "Both support %s", short(w.intents[id])))
				}
			}
		}
	}
	if k.chain > 0 {
		all = append(all, w.whyChained(k, a, b)...)
	}
	all = append(all, w.whyNamed(k)...)
	if max(k.adds, k.kin) >= kindred {
		all = append(all, because(partnership, "The work of %s and of %s %s adds up", w.teams[a.team].name, w.teams[b.team].name, howOften(max(k.adds, k.kin))))
	}
	return all
}

// howOften is a share of the data files as a person says it.
func howOften(share float64) string {
	if share > weakShare {
		return "usually"
	}
	return "sometimes"
}

// kindred is how near the kinds of two teams must be for it to be a reason.
const kindred = 0.5

// whyChained says that what a and b speak of usually goes together, unless it is in the same words.
func (c *corpus) whyChained(k *closeness, a, b *objective) []model.Reason {
	la, sa := saying(a, k.chainBy[0])
	lb, sb := saying(b, k.chainBy[1])
	if fold(la.quote(sa.first, sa.last)) == fold(lb.quote(sb.first, sb.last)) {
		return nil
	}
	x, y := k.chainBy[0], k.chainBy[1]
	r := because(leadsTo, "%s and %s %s go hand in hand: %s and %s", capital(c.lex.concepts[x].name), c.lex.concepts[y].name,
		howOften(max(c.lex.needed(x, y), c.lex.needed(y, x))), short(c.phrase(la, sa)), short(c.phrase(lb, sb)))
	mark(&r, a, la, sa.first, sa.last)
	mark(&r, b, lb, sb.first, sb.last)
	return []model.Reason{r}
}

// whyTraded says what one of the two pushes and what that strains at the other.
func (c *corpus) whyTraded(k *closeness) model.Reason {
	from, to, by := &c.objectives[k.a], &c.objectives[k.b], k.tensionBy
	if c.lex.tension[int(by[0])*len(c.lex.concepts)+int(by[1])] < 0 {
		from, to, by = to, from, [2]int16{by[1], by[0]}
	}
	lf, sf := saying(from, by[0])
	lt, st := saying(to, by[1])
	r := because(tradeOff, "%s at %s, %s at %s: %s", short(c.phrase(lf, sf)), c.teams[from.team].name, short(c.phrase(lt, st)), c.teams[to.team].name,
		c.lex.tensions[k.tensionID])
	mark(&r, from, lf, sf.first, sf.last)
	mark(&r, to, lt, st.first, st.last)
	return r
}

// whyNamed says that one of the two names the other's team.
func (c *corpus) whyNamed(k *closeness) []model.Reason {
	if k.mention == nil || k.named < sayable {
		return nil
	}
	o := &c.objectives[k.mentionBy]
	return []model.Reason{c.whyMentioned(o, k.mention)}
}

// sayable is how surely a place must mean a team for a person to say so.
const sayable = 0.25

func (c *corpus) whyMentioned(o *objective, m *mention) model.Reason {
	l := m.line
	r := because(namesTeam, "%s names %s: %s", c.teams[o.team].name, c.teams[m.team].name, short(l.around(m.first, m.last)))
	mark(&r, o, l, m.first, m.last)
	return r
}

// around is a part of the line with a few words before and behind it.
func (l *line) around(first, last int) string {
	return l.excerpt(max(0, first-7), min(len(l.tokens)-1, last+5))
}

// excerpt is a part of the line, with dots where something is left out.
func (l *line) excerpt(from, to int) string {
	text := l.quote(from, to)
	if from > 0 {
		text = "… " + text
	}
	if to < len(l.tokens)-1 {
		text += " …"
	}
	return text
}

// whyAgainst says what sets two objectives against each other.
func (c *corpus) whyAgainst(k *closeness) []model.Reason {
	a, b := &c.objectives[k.a], &c.objectives[k.b]
	var all []model.Reason
	if k.opposite && k.line >= muchAlike/2 {
		la, lb := &a.lines[k.lineA], &b.lines[k.lineB]
		r := because(opposites, "One wants more, the other less: %s and %s", short(la.text), short(lb.text))
		markLine(&r, a, la)
		markLine(&r, b, lb)
		all = append(all, r)
	}
	if k.tensionID >= 0 {
		all = append(all, c.whyTraded(k))
	}
	if k.atOnce > 0 {
		all = append(all, c.whyAtOnce(a, b))
		if k.standstill > 0 {
			slices.Reverse(all) // that says most
		}
	}
	return append(all, c.whyNamed(k)...)
}

// whyAtOnce says that both name one month or season.
func (c *corpus) whyAtOnce(a, b *objective) model.Reason {
	both := a.times & b.times
	la, ta := c.naming(a, both)
	lb, tb := c.naming(b, both)
	r := because(sameTime, "%s and %s fall into one %s", short(la.around(ta, ta)), short(lb.around(tb, tb)), both.unit())
	mark(&r, a, la, ta, ta)
	mark(&r, b, lb, tb, tb)
	return r
}

// whyNeeded says why an objective may need a team.
func (w *speaker) whyNeeded(k *ask) []model.Reason {
	o, provider := &w.objectives[k.a], &w.teams[k.team]
	var all []model.Reason
	for _, n := range k.needs {
		all = append(all, because(statedNeed, "%s says what it needs of %s: %s",
			w.teams[o.team].name, provider.name, short(n.line.text)))
	}
	if k.mentions != nil && k.mention >= sayable {
		all = append(all, w.whyMentioned(o, k.mentions))
	}
	if k.workAt != nil {
		r := because(theirMatter, "“%s” is mostly a matter of %s: %s", k.workAt.quote(k.workIs, k.workIs), provider.name,
			short(k.workAt.around(k.workIs, k.workIs)))
		mark(&r, o, k.workAt, k.workIs, k.workIs)
		all = append(all, r)
	}
	if k.givenAt != nil && k.given >= sayable {
		all = append(all, w.whyGiven(k, o, provider))
	}
	if k.offerAt != nil && k.offer >= sayableOffer {
		all = append(all, because(offersIt, "%s offers: %s", provider.name, short(k.offerAt.text)))
	}
	if k.allAt != nil {
		r := because(asksEveryone, "%s writes this about all teams: %s", w.teams[o.team].name, short(k.allAt.text))
		markLine(&r, o, k.allAt)
		all = append(all, r)
	}
	if k.wanted.concept >= 0 {
		all = append(all, w.whyProvided(k, o, provider))
	}
	if k.fit >= fitting {
		all = append(all, w.whyFitting(k, o, provider)...)
	}
	if k.usual >= kindred {
		all = append(all, because(partnership, "A team like %s %s needs one like %s", w.teams[o.team].name, howOften(k.usual), provider.name))
	}
	if k.b >= 0 {
		all = append(all, w.wordsShared(o, &w.objectives[k.b])...)
	} else {
		all = append(all, because(gap, "%s has no objective for it", provider.name))
	}
	return all
}

// fitting is how well an objective must fit what a team writes about for it to be a reason: better than the mean of the teams.
const fitting = 0.4

// whyFitting says in which words an objective speaks of what the team writes about.
func (w *speaker) whyFitting(k *ask, o *objective, provider *team) []model.Reason {
	words := w.telling(&w.seen.profiles, &w.seen.pieces, k.a, k.team)
	r := model.Reason{Rule: theirWords}
	var said []string
	for _, word := range words[:min(len(words), mostWords)] {
		l, t := firstToken(o, func(x token) bool { return x.word == word })
		mark(&r, o, l, t, t)
		said = append(said, "“"+l.quote(t, t)+"”")
	}
	if len(said) == 0 {
		return nil
	}
	r.Text = model.Clean(fmt.Sprintf("%s writes about %s more than other teams do", provider.name, and(said)))
	return []model.Reason{r}
}

// whyGiven says what the provider writes that it does for the needing team.
func (c *corpus) whyGiven(k *ask, o *objective, provider *team) model.Reason {
	by, l := &c.objectives[k.givenBy], k.givenAt.line
	var r model.Reason
	if title := &by.lines[0]; k.givenAt.strength == supported {
		r = because(worksFor, "%s says that it supports %s with %s", provider.name, c.teams[o.team].name, short(title.text))
		markLine(&r, by, title)
	} else {
		r = because(worksFor, "%s writes what it does for %s: %s", provider.name, c.teams[o.team].name, short(l.around(k.givenAt.first, k.givenAt.last)))
		mark(&r, by, l, k.givenAt.first, k.givenAt.last)
	}
	if k.givenBy != k.b {
		r.Spans = nil // of an objective that is not on the card
	}
	return r
}

// whyProvided says what the objective needs and that the provider's kind of team usually does it, or that it works on it.
func (c *corpus) whyProvided(k *ask, o *objective, provider *team) model.Reason {
	d := k.wanted
	l, s := saying(o, d.of)
	words, name := short(l.quote(s.first, s.last)), c.lex.concepts[d.concept].name
	usual, needs := provider.provides[d.concept], howOften(c.lex.needed(d.of, d.concept))
	var r model.Reason
	switch own := d.of == d.concept; {
	case own && usual > 0:
		r = because(usuallyProvides, "%s is %s the work of a team like %s", words, howOften(usual), provider.name)
	case own:
		r = because(usuallyProvides, "%s: %s works on %s, too", words, provider.name, name)
	case usual > 0:
		r = because(usuallyProvides, "%s %s needs %s, the work of a team like %s", words, needs, name, provider.name)
	default:
		r = because(usuallyProvides, "%s %s needs %s, and %s works on that", words, needs, name, provider.name)
	}
	mark(&r, o, l, s.first, s.last)
	return r
}
