package detect

import (
	"cmp"
	"context"
	"slices"

	"souk/model"
	"souk/workshop/internal/parallel"
)

// feature is a stem or a concept with its weight in an objective.
type feature struct {
	weight float64
	id     int32
	wants  direction // what the objective wants of a concept that it claims
	moves  direction // where the numbers of the line go that speaks of it
}

// objective is one objective as the detector sees it.
type objective struct {
	id       model.ObjectiveID
	team     int
	owners   []int
	lines    []line // the title first, then the key results and why now
	stems    []feature
	concepts []feature
	claims   []feature // concepts with the weight of the best place alone, not made to length 1
	supports []model.IntentID
	words    float64 // that say something
	times    times   // that it names
	metrics  []line  // what the key results measure, where it is written apart; never compared as lines
	helps    []help
}

// help says that an objective supports another team, in its words.
type help struct {
	team int
	line line
}

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
	nameWords  []int32   // without words like "team"
	provides   []float64 // share by concept, out of its functions
	alone      []float64 // the same, for what others hardly get without it
	functions  []functionOf
	works      []work    // what is written like a name and is mostly this team's matter
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
	meant      map[string]meaning // whom the room means by a name
	levels     map[string]bool    // what the organisation calls its kinds of teams, folded
	rarity     []float64          // of stems, 0 to 1
	known      []float64          // rarity of concepts, 0 to 1
	spread     []int              // objectives with the stem
	scarce     []float64          // 1 for a concept that one team provides, less for what many do
	common     []bool             // stems that nearly every OKR uses, and numbers
	stopped    func() bool        // nobody waits for the result any more: loops may end early
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

// read parses the whole input.
func read(ctx context.Context, in Input) *corpus {
	c := &corpus{vocabulary: *newVocabulary(lexiconWith(in.Words)), levels: map[string]bool{}, stopped: func() bool { return ctx.Err() != nil }}
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
	c.meant = meantBy(in.Aliases, number)
	drafts := slices.Clone(in.Objectives)
	slices.SortFunc(drafts, func(a, b model.Objective) int { return cmp.Compare(a.ID, b.ID) })
	for i, d := range drafts {
		if i%64 == 0 && c.stopped() {
			return c
		}
		c.readObjective(d, number)
	}
	for i, t := range teams {
		c.readStall(i, t, number)
	}
	c.everyLine(c.settle)
	c.count(in.Organisation)
	c.everyLine(c.weigh)
	parallel.Each(ctx, len(c.objectives), func() func(int) {
		var room gathering
		return func(i int) { c.gather(&c.objectives[i], &room) }
	})
	c.nameTeams()
	c.nameWorks()
	c.claim()
	return c
}

// claim finds out what the objectives of each team are about, and how scarce the teams are that provide a concept.
func (c *corpus) claim() {
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
	o.lines = make([]line, 0, len(d.KeyResults)+2)
	o.lines = append(o.lines, c.parse(d.Title.String(), inTitle))
	for i, kr := range d.KeyResults {
		l := c.parse(kr.Text.String(), place(i))
		l.kr = kr.ID
		o.lines = append(o.lines, l)
		if !kr.Metric.IsEmpty() {
			o.metrics = append(o.metrics, c.parse(kr.Metric.String(), inMetric))
		}
	}
	if !d.WhyNow.IsEmpty() {
		o.lines = append(o.lines, c.parse(d.WhyNow.String(), inWhy))
	}
	for _, s := range d.Supports {
		if s.Intent != "" {
			o.supports = append(o.supports, s.Intent)
		} else if other, ok := number[s.Team]; ok && other != t {
			o.helps = append(o.helps, help{other, c.parse(s.Text.String(), inStall)})
		}
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
