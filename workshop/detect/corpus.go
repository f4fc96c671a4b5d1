package detect

import (
	"cmp"
	"context"
	"math"
	"slices"

	"souk/model"
)

// feature is a stem or a concept with its weight in an objective.
type feature struct {
	id     int32
	weight float64
}

// objective is one objective as the detector sees it.
type objective struct {
	id       model.ObjectiveID
	team     int
	owners   []int
	lines    []line // the title first
	stems    []feature
	concepts []feature
	claims   []feature // concepts with the weight of the best place alone, not made to length 1
	supports []model.IntentID
	helps    []help
}

// help is a line in which an objective says that it supports another team.
type help struct{ team, line int }

// team is one team as the detector sees it.
type team struct {
	id         model.TeamID
	name       string
	virtual    bool
	objectives []int
	stall      []line // description, then offers
	needs      []stated
	offers     []stated
	aliases    []alias
	provides   []float64 // share by concept, out of its functions
	functions  []functionOf
	claimed    []float64 // by concept: how surely one of its objectives is about it
	claimedBy  []int     // the objective, or -1
}

// stated is a need or an offer out of a stall; other is the team it names, or -1.
type stated struct {
	other int
	line  line
}

// corpus is the whole input, parsed and weighed. Everything is in the order of the ids, so that neither the order of
// the teams nor that of the drafts matters.
type corpus struct {
	vocabulary
	objectives []objective
	teams      []team
	levels     map[string]bool // what the organisation calls its kinds of teams, folded
	rarity     []float64       // of stems, 0 to 1
	known      []float64       // rarity of concepts, 0 to 1
	spread     []int           // objectives with the stem
	scarce     []float64       // 1 for a concept that one team provides, less for what many do
	common     []bool          // stems that nearly every OKR uses, and numbers
}

// The weight of a line by its place.
func (p place) weight() float64 {
	switch {
	case p == inTitle:
		return 1
	case p == inWhy:
		return 0.4
	case p >= 0:
		return 0.8
	}
	return 0.6
}

// read parses the whole input. It looks at the context now and then, and returns early when that is done.
func read(ctx context.Context, in Input) *corpus {
	c := &corpus{vocabulary: *newVocabulary(theLexicon()), levels: map[string]bool{}}
	teams := slices.Clone(in.Teams)
	slices.SortFunc(teams, func(a, b model.Team) int { return cmp.Compare(a.ID, b.ID) })
	number := map[model.TeamID]int{}
	for i, t := range teams {
		number[t.ID] = i
		if level := singular(fold(t.Level.Line())); level != "" {
			c.levels[level] = true
		}
		c.teams = append(c.teams, team{id: t.ID, name: t.Name.Line(), virtual: t.Kind == model.VirtualTeam})
	}
	drafts := slices.Clone(in.Objectives)
	slices.SortFunc(drafts, func(a, b model.Objective) int { return cmp.Compare(a.ID, b.ID) })
	for i, d := range drafts {
		if i%64 == 0 && ctx.Err() != nil {
			return c
		}
		c.readObjective(d, number)
	}
	for i, t := range teams {
		c.readStall(i, t, number)
	}
	c.everyLine(c.settle)
	c.weigh(in)
	c.nameTeams()
	c.scarce = make([]float64, len(c.lex.concepts))
	for i := range c.teams {
		t := &c.teams[i]
		for id, share := range t.provides {
			c.scarce[id] += share
		}
		t.claimed, t.claimedBy = make([]float64, len(c.lex.concepts)), make([]int, len(c.lex.concepts))
		for id := range t.claimedBy {
			t.claimedBy[id] = -1
		}
		for _, o := range t.objectives {
			for _, claim := range c.objectives[o].claims {
				if claim.weight > t.claimed[claim.id] {
					t.claimed[claim.id], t.claimedBy[claim.id] = claim.weight, o
				}
			}
		}
	}
	for id, share := range c.scarce {
		c.scarce[id] = 0.4 + 0.6/max(share, 1)
	}
	return c
}

func (c *corpus) readObjective(d model.Objective, number map[model.TeamID]int) {
	t, ok := number[d.Team]
	if !ok {
		return
	}
	o := objective{id: d.ID, team: t}
	for _, owner := range d.Owners {
		if n, ok := number[owner]; ok {
			o.owners = append(o.owners, n)
		}
	}
	o.lines = append(o.lines, c.parse(d.Title.String(), inTitle))
	for i, kr := range d.KeyResults {
		l := c.parse(kr.Text.String(), place(i))
		l.kr = kr.ID
		o.lines = append(o.lines, l)
	}
	if !d.WhyNow.IsEmpty() {
		o.lines = append(o.lines, c.parse(d.WhyNow.String(), inWhy))
	}
	for _, s := range d.Supports {
		if s.Intent != "" {
			o.supports = append(o.supports, s.Intent)
			continue
		}
		if other, ok := number[s.Team]; ok && other != t {
			o.helps = append(o.helps, help{other, len(o.lines)})
		}
		o.lines = append(o.lines, c.parse(s.Text.String(), inWhy))
	}
	c.teams[t].objectives = append(c.teams[t].objectives, len(c.objectives))
	c.objectives = append(c.objectives, o)
}

func (c *corpus) readStall(i int, t model.Team, number map[model.TeamID]int) {
	if !t.Description.IsEmpty() {
		c.teams[i].stall = append(c.teams[i].stall, c.parse(t.Description.String(), inStall))
	}
	exchange := func(e model.Exchange) stated {
		other, ok := number[e.Team]
		if !ok || other == i {
			other = -1
		}
		return stated{other: other, line: c.parse(e.Text.String(), inStall)}
	}
	for _, e := range t.Needs {
		c.teams[i].needs = append(c.teams[i].needs, exchange(e))
	}
	for _, e := range t.Offers {
		c.teams[i].offers = append(c.teams[i].offers, exchange(e))
	}
}

// plainShare is how much a word counts that nearly every OKR uses.
const plainShare = 0.3

// weigh finds out how rare every stem and concept is, and builds the objectives' features.
func (c *corpus) weigh(in Input) {
	n := float64(len(c.objectives))
	c.spread, c.common = make([]int, c.size()), make([]bool, c.size())
	concepts := make([]int, len(c.lex.concepts))
	seenStem, seenConcept := make([]int, c.size()), make([]int, len(c.lex.concepts))
	for i := range c.objectives {
		for _, l := range c.objectives[i].lines {
			for _, t := range l.tokens {
				if seenStem[t.stem] != i+1 {
					seenStem[t.stem] = i + 1
					c.spread[t.stem]++
				}
			}
			for _, s := range l.said {
				if seenConcept[s.concept] != i+1 {
					seenConcept[s.concept] = i + 1
					concepts[s.concept]++
				}
			}
		}
	}
	rarity := func(df int) float64 { return math.Log(1+n/float64(max(df, 1))) / math.Log(1+max(n, 1)) }
	c.rarity = make([]float64, c.size())
	for id, df := range c.spread {
		c.rarity[id] = rarity(df)
	}
	c.known = make([]float64, len(concepts))
	for id, df := range concepts {
		c.known[id] = rarity(df)
	}
	for w := range wordsOf(in.Organisation.String()) { // an organisation's own name says nothing about an objective of it
		if word := c.word(w.text); c.words[word].marks&plain == 0 {
			for in := range languages {
				if s := c.stem(word, in); int(s) < len(c.rarity) {
					c.rarity[s] *= 0.1
					c.common[s] = true
				}
			}
		}
	}
	c.everyLine(c.weighLine)
	for i := range c.objectives {
		c.gather(&c.objectives[i])
	}
}

// everyLine calls f with every line of the input.
func (c *corpus) everyLine(f func(*line)) {
	for i := range c.objectives {
		for k := range c.objectives[i].lines {
			f(&c.objectives[i].lines[k])
		}
	}
	for i := range c.teams {
		t := &c.teams[i]
		for k := range t.stall {
			f(&t.stall[k])
		}
		for k := range t.needs {
			f(&t.needs[k].line)
		}
		for k := range t.offers {
			f(&t.offers[k].line)
		}
	}
}

func (c *corpus) weighLine(l *line) {
	for i := range l.tokens {
		t := &l.tokens[i]
		if int(t.stem) >= len(c.rarity) || c.isStop(*t, l.in) {
			continue
		}
		t.weight = c.rarity[t.stem]
		switch {
		case isNumber(c.words[t.word].text):
			t.weight *= 0.3
			c.common[t.stem] = true
		case c.words[t.word].marks&plain != 0:
			t.weight *= plainShare
			c.common[t.stem] = true
		}
		l.total += t.weight
	}
}

// gather makes the features of an objective: for every stem and concept the best place where it stands.
func (c *corpus) gather(o *objective) {
	stems, concepts, claims := map[int32]float64{}, map[int32]float64{}, map[int32]float64{}
	for _, l := range o.lines {
		for _, t := range l.tokens {
			if t.weight > 0 && !isNumber(c.words[t.word].text) {
				stems[t.stem] = max(stems[t.stem], t.weight*l.at.weight())
			}
		}
		for _, s := range l.said {
			id := int32(s.concept)
			concepts[id] = max(concepts[id], c.known[s.concept]*s.share*l.at.weight())
			claims[id] = max(claims[id], s.share*l.at.weight())
		}
	}
	o.stems, o.concepts, o.claims = normal(sorted(stems)), normal(sorted(concepts)), sorted(claims)
}

// sorted is a set of features in the order of the ids.
func sorted(weights map[int32]float64) []feature {
	all := make([]feature, 0, len(weights))
	for id, w := range weights {
		all = append(all, feature{id, w})
	}
	slices.SortFunc(all, func(a, b feature) int { return cmp.Compare(a.id, b.id) })
	return all
}

// normal makes a vector of length 1.
func normal(all []feature) []feature {
	sum := 0.0
	for _, f := range all {
		sum += f.weight * f.weight
	}
	if sum > 0 {
		for i := range all {
			all[i].weight /= math.Sqrt(sum)
		}
	}
	return all
}
