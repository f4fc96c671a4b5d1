package workshop

import (
	"slices"

	"souk/model"
)

// rename finds the drafts of known teams that have another name now: most of their objectives are the same. Only drafts that name at least half of
// the teams with OKRs tell that a name is gone; those of one team alone may be a sister's, out of the same template.
func (im *importing) rename(drafted []model.DraftTeam) {
	gone, all := im.unnamed(drafted)
	if !all && len(im.fact.Brought.Names) == 0 {
		return
	}
	fresh := slices.DeleteFunc(slices.Clone(drafted), func(t model.DraftTeam) bool { return im.teams[model.Fold(t.Name)] != "" })
	titles := func(of func(o, was model.Objective) model.Text) func(k int) []string {
		return func(k int) []string {
			var out []model.Text
			now, was := im.known(gone[k].ID, true)
			for i := range now {
				out = append(out, of(now[i], was[i]))
			}
			return set(out...)
		}
	}
	drafts := func(i int) []string {
		var out []model.Text
		for _, o := range fresh[i].Objectives {
			out = append(out, o.Title)
		}
		return set(out...)
	}
	found := slices.Repeat([]int{-1}, len(fresh))
	pairAlike(
		found, len(gone), func(i, k int) bool { return all || im.wasCalled(gone[k].ID, fresh[i].Name) },
		likeness{drafts, titles(func(_, was model.Objective) model.Text { return was.Title }), most},
		likeness{drafts, titles(func(o, _ model.Objective) model.Text { return o.Title }), most},
	)
	for i, k := range found {
		if k >= 0 {
			delete(im.teams, model.Fold(gone[k].Name))
			im.teams[model.Fold(fresh[i].Name)] = gone[k].ID
			im.fact.Brought.Names = appended(im.fact.Brought.Names, model.Alias{Word: gone[k].Name, Team: gone[k].ID})
		}
	}
}

// unnamed lists the teams with OKRs that the drafts do not name; all reports whether they name so many that they must be the drafts of all teams.
func (im *importing) unnamed(drafted []model.DraftTeam) (teams []model.Team, all bool) {
	named := map[model.TeamID]bool{}
	for _, t := range drafted {
		named[im.teams[model.Fold(t.Name)]] = true
	}
	n := 0
	for t := range im.Teams.All() {
		if t.Kind == model.VirtualTeam || len(im.stalls[t.ID]) == 0 {
			continue
		}
		if n++; !named[t.ID] {
			teams = append(teams, t)
		}
	}
	return teams, 2*len(teams) <= n
}

// remember keeps what teams were called before, since other teams' drafts may still say so. A name that is in use again means its new bearer.
func (im *importing) remember() {
	names := &im.fact.Brought.Names
	*names = slices.DeleteFunc(slices.Clone(*names), func(a model.Alias) bool { return im.teams[model.Fold(a.Word)] != "" })
	for _, a := range *names {
		im.teams[model.Fold(a.Word)] = a.Team
	}
}

// wasCalled reports whether a team had that name before.
func (im *importing) wasCalled(id model.TeamID, name model.Text) bool {
	return slices.ContainsFunc(im.fact.Brought.Names, func(a model.Alias) bool { return a.Team == id && model.Fold(a.Word) == model.Fold(name) })
}
