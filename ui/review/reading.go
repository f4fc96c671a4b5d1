package review

import (
	"cmp"
	"maps"
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/screens"
	"souk/workshop"
	checks "souk/workshop/review"
)

// reading is what there is to react to in the drafts, kept until the workshop or the detector changes it.
type reading struct {
	more bool // also relations that are probably none
	from source
	turn int // counts the readings, so that screens know when theirs is old

	cards     map[model.TeamID][]checks.Card
	dismissed map[model.TeamID][]checks.Card // what the coach has silenced
	common    []common                       // what the checks say of nearly every team
	matters   []screens.Matter
}

// common is a check that speaks of nearly every team, so that it says more about the organisation than about any of them.
type common struct {
	check *checks.Check
	teams int
}

// From how many teams on, and for which part of them, a check speaks of nearly every team.
const (
	fewTeams    = 5
	nearlyEvery = 0.8
)

// source is what a reading was made of.
type source struct {
	state *workshop.State
	first *model.Finding
	n     int
	more  bool
}

// of reads what is new since the last time.
func (r *reading) of(f flow.Frame) *reading {
	src := source{state: f.State, n: len(f.Findings), more: r.more}
	if src.n > 0 {
		src.first = &f.Findings[0]
	}
	if src == r.from {
		return r
	}
	if r.from.state == nil || !sameDrafts(r.from.state, f.State) {
		r.check(f.State)
	}
	r.from = src
	r.matters = screens.Matters(f, r.more)
	r.turn++
	return r
}

// check runs the checks twice: for what they say, and for what they would say had the coach not silenced it.
func (r *reading) check(s *workshop.State) {
	in := checks.InputOf(s)
	all := checks.Run(in)
	r.cards, r.common = byTeam(all), commonIn(all, len(in.Teams))
	r.dismissed = nil
	if quiet := in.Quiet; len(s.Private.Dismissed) > 0 {
		in.Quiet = func(id string) bool { return !quiet(id) }
		r.dismissed = byTeam(checks.Run(in))
	}
}

// commonIn are the checks that speak of nearly every team, the most common first.
func commonIn(cards []checks.Card, teams int) []common {
	type where struct {
		check string
		team  model.TeamID
	}
	var out []common
	seen := map[where]bool{}
	for _, c := range cards {
		at := where{c.Check.ID, c.Team}
		if seen[at] {
			continue
		}
		seen[at] = true
		i := slices.IndexFunc(out, func(o common) bool { return o.check.ID == c.Check.ID })
		if i < 0 {
			i, out = len(out), append(out, common{check: c.Check})
		}
		out[i].teams++
	}
	out = slices.DeleteFunc(out, func(c common) bool { return teams < fewTeams || float64(c.teams) < nearlyEvery*float64(teams) })
	slices.SortStableFunc(out, func(a, b common) int { return cmp.Compare(b.teams, a.teams) })
	return out
}

// own are the cards of a team that do not say the same of nearly every team.
func (r *reading) own(t model.TeamID) []checks.Card {
	return slices.DeleteFunc(slices.Clone(r.cards[t]), r.isCommon)
}

// everywhere are the cards of a team that say the same of nearly every team.
func (r *reading) everywhere(t model.TeamID) []checks.Card {
	return slices.DeleteFunc(slices.Clone(r.cards[t]), func(c checks.Card) bool { return !r.isCommon(c) })
}

func (r *reading) isCommon(c checks.Card) bool {
	return slices.ContainsFunc(r.common, func(o common) bool { return o.check.ID == c.Check.ID })
}

func byTeam(cards []checks.Card) map[model.TeamID][]checks.Card {
	out := map[model.TeamID][]checks.Card{}
	for _, c := range cards {
		out[c.Team] = append(out[c.Team], c)
	}
	return out
}

// sameDrafts reports whether the checks would say the same. It costs what lies between the two states, not what they hold.
func sameDrafts(a, b *workshop.State) bool {
	if a == b {
		return true
	}
	for range b.Objectives.Changed(a.Objectives) {
		return false
	}
	for range b.Teams.Changed(a.Teams) {
		return false
	}
	p, q := a.Private, b.Private
	return a.Objectives.Len() == b.Objectives.Len() && a.Teams.Len() == b.Teams.Len() && a.Cycle == b.Cycle && slices.Equal(a.Order, b.Order) &&
		maps.Equal(p.Dismissed, q.Dismissed) && slices.Equal(p.Checks.Off, q.Checks.Off) && maps.Equal(p.Checks.Limits, q.Checks.Limits)
}

// with are the matters that concern a team.
func (r *reading) with(id model.TeamID) []screens.Matter {
	var out []screens.Matter
	for _, m := range r.matters {
		if slices.Contains(m.Teams(), id) {
			out = append(out, m)
		}
	}
	return out
}

// queued are the matters that should come up, in their order.
func (r *reading) queued() []screens.Matter {
	var out []screens.Matter
	for _, m := range r.matters {
		if m.Finding().Status == model.Queued {
			out = append(out, m)
		}
	}
	return out
}

// standing is how far the coach is.
type standing struct{ teams, read, queued, asked int }

func (r *reading) standing(s *workshop.State) standing {
	out := standing{queued: len(r.queued())}
	for _, t := range s.Stalls() {
		out.teams++
		if s.Private.HasReviewed(t.ID) {
			out.read++
		}
		out.asked += len(s.QuestionsTo(t.ID))
	}
	return out
}

// unread is the next team after another that the coach has not read, round the ends; empty where there is none beside it.
func unread(s *workshop.State, after model.TeamID) model.TeamID {
	teams := s.Stalls()
	at := slices.IndexFunc(teams, func(t model.Team) bool { return t.ID == after })
	for i := range teams {
		if t := teams[(at+1+i)%len(teams)]; t.ID != after && !s.Private.HasReviewed(t.ID) {
			return t.ID
		}
	}
	return ""
}
