package detect

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"souk/model"
)

// Question asks whom the drafts mean by a name that several teams may have.
type Question struct {
	Word  model.Text
	Teams []model.TeamID // the likeliest first
	Times int            // how often others write it
}

const (
	mostQuestions = 5
	sureEnough    = 0.75 // a name of which a team has so much means that team
	maybe         = 0.1  // a team with less of a name is hardly meant
	spokenOf      = 0.5  // so strongly a line must write of a name as of a team
)

// Questions are the names that stand in the drafts of others and may mean several teams, those that are written most often first. What the
// input knows already is not asked again. It returns nothing once the context is done.
func Questions(ctx context.Context, in Input) []Question {
	c := read(ctx, in)
	if c.stopped() {
		return nil
	}
	open := c.ambiguous()
	if len(open) == 0 {
		return nil
	}
	names := c.callings()
	for i := range c.objectives {
		if i%256 == 0 && c.stopped() {
			return nil
		}
		o := &c.objectives[i]
		for k := range o.lines {
			c.askedBy(&o.lines[k], o.team, names, open)
		}
	}
	var all []Question
	for _, q := range open {
		if q.Times > 0 {
			all = append(all, q.Question)
		}
	}
	slices.SortFunc(all, func(a, b Question) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(a.Word.String(), b.Word.String()))
	})
	return all[:min(len(all), mostQuestions)]
}

// doubtful is a question in the making.
type doubtful struct {
	Question
	teams []int
}

// ambiguous are the names of which no team has enough, by name.
func (c *corpus) ambiguous() map[string]*doubtful {
	type claim struct {
		team  int
		share float64
	}
	claims, upper := map[string][]claim{}, map[string]bool{}
	for i, t := range c.teams {
		for _, a := range t.aliases {
			claims[a.name] = append(claims[a.name], claim{i, a.share})
			upper[a.name] = a.upper
		}
	}
	open := map[string]*doubtful{}
	for name, all := range claims {
		total := 0.0
		for _, x := range all {
			total += x.share
		}
		slices.SortStableFunc(all, func(a, b claim) int { return cmp.Compare(b.share, a.share) })
		if _, known := c.meant[name]; known || all[0].share >= sureEnough*total {
			continue
		}
		word := name
		if upper[name] {
			word = strings.ToUpper(name)
		}
		d := &doubtful{Question: Question{Word: model.Clean(word)}}
		for _, x := range all {
			if x.share >= maybe*total {
				d.teams = append(d.teams, x.team)
				d.Teams = append(d.Teams, c.teams[x.team].id)
			}
		}
		if len(d.teams) > 0 { // a name that everybody has a little is no name
			open[name] = d
		}
	}
	return open
}

// askedBy counts where a line of another team writes one of the names.
func (c *corpus) askedBy(l *line, author int, names callings, open map[string]*doubtful) {
	for i := range l.tokens {
		for _, call := range names[l.in][l.tokens[i].stem] {
			d := open[call.alias.name]
			if d == nil || call.team != d.teams[0] || slices.Contains(d.teams, author) || !c.follows(l.tokens[i:], call.alias.words) {
				continue
			}
			last := i + len(call.alias.words) - 1
			written := l.quote(i, last)
			if call.alias.upper && !isAcronym(written) {
				continue
			}
			if strength, _ := c.cue(l, i, last); strength < spokenOf {
				continue
			}
			d.Times++
			if fold(written) == call.alias.name && d.Times == 1 {
				d.Word = model.Clean(written)
			}
		}
	}
}

// meaning is whom the room means by a name: a team, or -1 for none. What was asked in capitals counts in capitals only.
type meaning struct {
	team  int
	upper bool
}

func meantBy(aliases []model.Alias, number map[model.TeamID]int) map[string]meaning {
	meant := map[string]meaning{}
	for _, a := range aliases {
		word, m := a.Word.Line(), meaning{team: -1}
		m.upper = isAcronym(word)
		if a.Team != "" {
			team, known := number[a.Team]
			if !known {
				continue
			}
			m.team = team
		}
		meant[fold(word)] = m
	}
	return meant
}

// decided are the names of a team after what the room said.
func (c *corpus) decided(team int, names []name) []name {
	names = slices.DeleteFunc(names, func(n name) bool {
		_, known := c.meant[n.text]
		return known
	})
	for _, text := range slices.Sorted(maps.Keys(c.meant)) {
		if m := c.meant[text]; m.team == team {
			names = append(names, name{text: text, share: 1, upper: m.upper})
		}
	}
	return names
}
