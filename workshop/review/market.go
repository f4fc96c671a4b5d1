package review

import (
	"context"
	"iter"
	"strings"

	"souk/model"
	"souk/workshop"
	"souk/workshop/internal/parallel"
)

// Input is what the checks read.
type Input struct {
	Cycle      model.Text
	Teams      []model.Team      // in the order of their stalls
	Objectives []model.Objective // the live ones; those of unknown teams are not read
	Settings   model.CheckSettings
	Quiet      func(id string) bool // the places that somebody dismissed; nil: none
}

// InputOf is what there is to read in a workshop, with its settings and dismissals.
func InputOf(s *workshop.State) Input {
	in := Input{Cycle: s.Cycle, Teams: s.Stalls(), Settings: s.Private.Checks}
	for _, t := range in.Teams {
		for _, o := range s.ObjectivesOf(t.ID) {
			if o.Fate == model.Live {
				in.Objectives = append(in.Objectives, o)
			}
		}
	}
	in.Quiet = func(id string) bool {
		_, quiet := s.Private.Dismissed[id]
		return quiet
	}
	return in
}

// market is the drafts of all teams, read.
type market struct {
	rules rules
	cycle cycle
	teams []team
	owned bool // most objectives name an owner
}

// all yields the objectives of all teams.
func (m *market) all() iter.Seq[*objective] {
	return func(yield func(*objective) bool) {
		for t := range m.teams {
			for i := range m.teams[t].objectives {
				if !yield(&m.teams[t].objectives[i]) {
					return
				}
			}
		}
	}
}

type team struct {
	model.Team
	m          *market
	top        bool
	spoken     tongue
	objectives []objective
}

type objective struct {
	model.Objective
	team       *team
	title, why line
	words      words // of the title
	keyResults []keyResult
	copied     *keyResult // of another team, that the title says again
}

type keyResult struct {
	model.KeyResult
	line
	of      *objective
	no      int // counted from 1
	q       quantity
	is      Kind
	words   words
	subject words // what is measured: without verbs, figures and degrees
}

func readMarket(in Input) *market {
	m := &market{rules: rulesOf(in.Settings), cycle: cycleOf(in.Cycle), teams: make([]team, len(in.Teams))}
	byTeam := map[model.TeamID][]model.Objective{}
	owned := 0
	for _, o := range in.Objectives {
		byTeam[o.Team] = append(byTeam[o.Team], o)
		if isOwned(o) {
			owned++
		}
	}
	m.owned = owned > 0 && owned*2 >= len(in.Objectives)
	parents := map[model.TeamID]bool{}
	for _, t := range in.Teams {
		parents[t.Parent] = true
	}
	parallel.Each(context.Background(), len(in.Teams), func() func(int) {
		return func(i int) {
			t := in.Teams[i]
			m.teams[i] = team{Team: t, m: m, top: t.Kind == model.LeadershipTeam || t.Parent == "" && parents[t.ID]}
			m.teams[i].read(byTeam[t.ID])
		}
	})
	return m
}

func (t *team) read(drafted []model.Objective) {
	t.objectives = make([]objective, len(drafted))
	for i, o := range drafted {
		r := &t.objectives[i]
		*r = objective{Objective: o, team: t, title: read(o.Title.String()), why: read(o.WhyNow.String())}
		r.words = r.title.content()
		r.keyResults = make([]keyResult, len(o.KeyResults))
		for k, kr := range o.KeyResults {
			l := read(kr.Text.String())
			q := quantityOf(&l, kr)
			r.keyResults[k] = keyResult{
				KeyResult: kr, line: l, of: r, no: k + 1, q: q, is: kindOf(&l, q, !kr.Metric.IsEmpty()),
				words: l.content(), subject: l.subject(),
			}
		}
	}
	t.spoken = t.tongue()
}

func (t *team) limit(l Limit) int { return t.m.rules.limits[l] }

// supports reports whether the team serves others rather than customers.
func (t *team) supports() bool { return t.Kind == model.SupportTeam }

// span marks bytes of the title.
func (o *objective) span(start, end int) spot {
	return spot{
		span: model.Span{Objective: o.ID, Start: start, End: end}, text: o.title.text[start:end], about: o.title.text,
		german: speaksGerman(o.title.tongue(), o.team.spoken),
	}
}

// mark marks tokens of the title.
func (o *objective) mark(first, last int) spot {
	return o.span(o.title.tokens[first].start, o.title.tokens[last].end)
}

// whole marks the title.
func (o *objective) whole() spot { return o.span(0, len(o.title.text)) }

// held marks the title and is about the key results, too.
func (o *objective) held() spot {
	at := o.whole()
	var all strings.Builder
	for i := range o.keyResults {
		all.WriteString(o.keyResults[i].about())
		all.WriteByte('\n')
	}
	at.about += "\n" + all.String()
	return at
}

// whyNow marks the why-now.
func (o *objective) whyNow() spot {
	return spot{
		span: model.Span{Objective: o.ID, End: len(o.why.text)}, inWhyNow: true, text: o.why.text,
		about: o.title.text + "\n" + o.why.text, german: speaksGerman(o.why.tongue(), o.title.tongue(), o.team.spoken),
	}
}

// span marks bytes of the text.
func (k *keyResult) span(start, end int) spot {
	return spot{
		span: model.Span{Objective: k.of.ID, KeyResult: k.ID, Start: start, End: end}, text: k.text[start:end], about: k.about(),
		german: speaksGerman(k.tongue(), k.of.title.tongue(), k.of.team.spoken),
	}
}

// mark marks tokens of the text.
func (k *keyResult) mark(first, last int) spot {
	return k.span(k.tokens[first].start, k.tokens[last].end)
}

func (k *keyResult) whole() spot { return k.span(0, len(k.text)) }

// figures marks what the quantity was read from.
func (k *keyResult) figures() spot {
	if k.q.at < 0 {
		return k.whole()
	}
	return k.span(k.tokens[k.q.at].figure.start, k.tokens[k.q.till].figure.end)
}

// about is everything that was drafted of the key result.
func (k *keyResult) about() string {
	fields := []model.Text{k.Metric, k.Baseline, k.Target, k.Unit}
	all := k.text
	for _, f := range fields {
		if !f.IsEmpty() {
			all += "\n" + f.String()
		}
	}
	return all
}

func isOwned(o model.Objective) bool {
	for _, k := range o.KeyResults {
		if !k.Owner.IsEmpty() {
			return true
		}
	}
	return len(o.Owners) > 0
}
