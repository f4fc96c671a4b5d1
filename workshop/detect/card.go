package detect

import (
	"fmt"
	"slices"
	"strconv"

	"souk/model"
)

// groups is a union-find: what is joined has one root, the smallest member.
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g groups) root(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g groups) join(i, j int) {
	i, j = g.root(i), g.root(j)
	g[max(i, j)] = min(i, j)
}

// matters knows which objectives and which lines are one matter, so that a template line in ten teams is one card.
type matters struct {
	c          *corpus
	objectives groups // whose titles, or most lines, are the same
	lines      groups // that say the same
	first      []int  // number of an objective's first line
	led        map[together]string
}

// together is an objective and the team it has to do with.
type together struct {
	kind            model.FindingKind
	objective, team int
}

const (
	twins    = 0.8  // two objectives whose lines are this similar, in the mean, are one matter
	oneTopic = 0.65 // two lines this similar are one matter
)

func (c *corpus) matters(near []pair, looks []verdict) *matters {
	m := &matters{c: c, objectives: newGroups(len(c.objectives)), first: make([]int, len(c.objectives)), led: map[together]string{}}
	n := 0
	for i := range c.objectives {
		m.first[i] = n
		n += len(c.objectives[i].lines)
	}
	m.lines = newGroups(n)
	saying := map[string]int{} // a line with that essence
	for i := range looks {
		if i%1024 == 0 && c.stopped() {
			return m
		}
		p, k := near[i], &looks[i]
		if k.twins {
			m.objectives.join(int(p.a), int(p.b))
		}
		lineA, lineB := m.first[p.a]+int(k.lineA), m.first[p.b]+int(k.lineB)
		if k.oneTopic {
			m.lines.join(lineA, lineB)
		}
		if !k.muchAlike {
			continue
		}
		essence := c.essence(&c.objectives[p.a].lines[k.lineA])
		if essence == "" || essence != c.essence(&c.objectives[p.b].lines[k.lineB]) {
			continue
		}
		m.lines.join(lineA, lineB)
		if seen, ok := saying[essence]; ok {
			m.lines.join(seen, lineA)
		}
		saying[essence] = lineA
	}
	m.joinCompanions()
	return m
}

// essence is what a line says when the words are left out that every OKR uses: one concept, or up to three stems; empty where it
// says more.
func (c *corpus) essence(l *line) string {
	const most = 3
	concept, stems := int16(-1), []int32{}
	one := true
	for _, t := range l.tokens {
		if t.weight == 0 || c.common[t.stem] {
			continue
		}
		one = one && t.concept >= 0 && (concept < 0 || t.concept == concept)
		concept = t.concept
		if !slices.Contains(stems, t.stem) {
			stems = append(stems, t.stem)
		}
	}
	switch {
	case len(stems) == 0:
		return ""
	case one:
		return c.lex.concepts[concept].name
	case len(stems) > most:
		return ""
	}
	slices.Sort(stems)
	return fmt.Sprint(stems)
}

// joinCompanions makes one matter of lines that stand together in the objectives of two teams: they come out of one template.
func (m *matters) joinCompanions() {
	size := make([]int, len(m.lines))
	for i := range m.lines {
		size[m.lines.root(i)]++
	}
	seen := map[[2]int]int{}
	for i := range m.c.objectives {
		if i%1024 == 0 && m.c.stopped() {
			return
		}
		var roots []int
		for k := range m.c.objectives[i].lines {
			if root := m.lines.root(m.first[i] + k); size[root] > 1 && !slices.Contains(roots, root) {
				roots = append(roots, root)
			}
		}
		slices.Sort(roots)
		for x := range roots {
			for _, other := range roots[x+1:] {
				pair := [2]int{roots[x], other}
				if team, ok := seen[pair]; ok && team != m.c.objectives[i].team {
					m.lines.join(roots[x], other)
				}
				seen[pair] = m.c.objectives[i].team
			}
		}
	}
}

// card names the matter of a finding between two objectives. The findings of a kind must come best first: what one objective has to
// do with a second objective of the same team goes on the card of the first.
func (m *matters) card(kind model.FindingKind, x candidate, lines [2]int) string {
	if root := m.lines.root(m.first[x.a] + lines[0]); root == m.lines.root(m.first[x.b]+lines[1]) {
		o, found := slices.BinarySearch(m.first, root)
		if !found {
			o--
		}
		card := "line:" + string(m.c.objectives[o].id) + "/" + strconv.Itoa(root-m.first[o])
		if kind != model.Duplicate {
			card = string(kind) + ":" + card
		}
		return card
	}
	a, b := m.objectives.root(int(x.a)), m.objectives.root(int(x.b))
	one := together{kind, a, m.c.objectives[x.b].team}
	other := together{kind, b, m.c.objectives[x.a].team}
	for _, t := range []together{one, other} {
		if card := m.led[t]; card != "" && kind != model.Duplicate {
			return card
		}
	}
	card := string(kind) + ":" + string(m.c.objectives[min(a, b)].id) + "~" + string(m.c.objectives[max(a, b)].id)
	m.led[one], m.led[other] = card, card
	return card
}

// namesProvider reports whether a reason is about that very provider, not about teams of its kind.
func namesProvider(r model.Reason) bool {
	return slices.Contains([]string{statedNeed, namesTeam, worksFor, offersIt, theirMatter}, r.Rule)
}

// asked names the matter of a dependency: the same objective of several teams on one provider is one matter, and so is what one
// objective asks of every team.
func (m *matters) asked(x candidate, why []model.Reason) string {
	if slices.ContainsFunc(why, func(r model.Reason) bool { return r.Rule == asksEveryone }) && !slices.ContainsFunc(why, namesProvider) {
		return "all:" + string(m.c.objectives[m.objectives.root(int(x.a))].id)
	}
	return "ask:" + string(m.c.objectives[m.objectives.root(int(x.a))].id) + ">" + string(m.c.teams[x.b].id)
}
