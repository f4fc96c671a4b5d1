package intake

import (
	"slices"
	"strings"

	"souk/model"
)

// role is what a team is mentioned as.
type role string

const (
	parentRole   role = "parent"
	ownerRole    role = "owner"
	exchangeRole role = "team of a need or an offer"
)

// ref is a mention of a team by name, which may stand in a later source.
type ref struct {
	spot
	role role
	team int // who mentions it, for a parent
	name model.Text
}

// mention reads the name of a team.
func (r *reader) mention(to *model.Text, team int, as role) func(*node) {
	return func(n *node) {
		r.line(to)(n)
		if !to.IsEmpty() {
			r.refs = append(r.refs, ref{r.here(n.at), as, team, *to})
		}
	}
}

// result checks what needs all sources, and ends the reading.
func (r *reader) result() (model.Drafts, []Problem) {
	if !r.failed() && r.drafts.IsEmpty() {
		r.fail(place{}, "give it teams with their objectives", "There is no team and no strategy to import")
	}
	r.checkNames()
	r.checkCircles()
	for i := range r.drafts.Teams {
		r.settle(&r.drafts.Teams[i])
	}
	if r.failed() {
		return model.Drafts{}, r.list()
	}
	return r.drafts, r.list()
}

// checkNames warns of teams that nobody drafted for.
func (r *reader) checkNames() {
	var all []string
	for _, ref := range r.refs {
		if r.teams[model.Fold(ref.name)] != nil || r.isFull(Warning) {
			continue
		}
		if all == nil {
			for _, t := range r.drafts.Teams {
				all = append(all, t.Name.String())
			}
		}
		next := "correct the name, or add the team"
		if near, ok := nearest(ref.name.String(), all); ok {
			next = "did you mean " + quoted(near) + "?"
		}
		r.file = ref.file
		r.warn(ref.place, next, "There is no team %s, which is named here as %s", quoted(ref.name.String()), ref.role)
	}
}

// checkCircles fails where a team is above itself.
func (r *reader) checkCircles() {
	parents := make(map[int]ref)
	for _, ref := range r.refs {
		if ref.role == parentRole {
			parents[ref.team] = ref
		}
	}
	done := make([]bool, len(r.drafts.Teams))
	for i := range done {
		var path []int
		for t := i; !done[t]; {
			if start := slices.Index(path, t); start >= 0 {
				r.circle(path[start:], parents)
				break
			}
			path = append(path, t)
			above := r.teams[model.Fold(r.drafts.Teams[t].Parent)]
			if above == nil {
				break
			}
			t = above.index
		}
		for _, t := range path {
			done[t] = true
		}
	}
}

func (r *reader) circle(teams []int, parents map[int]ref) {
	names := make([]string, 0, len(teams)+1)
	for _, t := range append(teams, teams[0]) {
		names = append(names, r.drafts.Teams[t].Name.Line())
	}
	last := parents[teams[len(teams)-1]]
	r.file = last.file
	r.fail(last.place, "remove one of these parents", "The parents of these teams go in a circle: %s", strings.Join(names, " → "))
}

// settle fills in what follows from all sources: the team that an exchange begins with. The kind of a team that did not say stays
// empty, so that importing again does not change what the workshop knows.
func (r *reader) settle(t *model.DraftTeam) {
	for _, exchanges := range [][]model.DraftExchange{t.Needs, t.Offers} {
		for i := range exchanges {
			r.address(&exchanges[i])
		}
	}
	for i := range t.Objectives {
		o := &t.Objectives[i]
		o.Owners = slices.DeleteFunc(o.Owners, func(name model.Text) bool { return model.Fold(name) == model.Fold(t.Name) })
	}
}

// address reads "Platform: name-check API" as a need for the team Platform, where there is one.
func (r *reader) address(x *model.DraftExchange) {
	name, text, found := strings.Cut(x.Text.String(), ":")
	if !found || !x.Team.IsEmpty() || strings.TrimSpace(text) == "" {
		return
	}
	if k := r.teams[model.Fold(model.Clean(name))]; k != nil {
		x.Team, x.Text = r.drafts.Teams[k.index].Name, model.Clean(strings.TrimSpace(text))
	}
}
