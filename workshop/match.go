package workshop

import (
	"slices"

	"souk/model"
)

// match finds for the objectives of all drafts those that they update: the same ones first, and then those that were worded anew. Each pass
// begins with what a team drafted itself, before what was lifted to it.
func (im *importing) match(drafted []model.DraftTeam) {
	for i, t := range drafted {
		drafted[i].Objectives = slices.Clone(t.Objectives)
		unmistakable(len(t.Objectives), func(k int) *model.ObjectiveID { return &drafted[i].Objectives[k].ID })
		im.found[im.teams[model.Fold(t.Name)]] = make([]model.ObjectiveID, len(t.Objectives))
	}
	for _, own := range []bool{true, false} {
		for _, t := range drafted {
			im.matchSame(im.teams[model.Fold(t.Name)], t.Objectives, own)
		}
	}
	for _, t := range drafted {
		im.matchAlike(im.teams[model.Fold(t.Name)], t.Objectives)
	}
}

// known are the objectives that a team may mean and no draft has taken, as they are and as they were drafted last; own ones are those that
// it drafted itself.
func (im *importing) known(team model.TeamID, own bool) (now, was []model.Objective) {
	for _, id := range im.stalls[team] {
		o, ok := im.Objectives.Get(id)
		if !ok || im.taken[id] {
			continue
		}
		w, drafted := im.Drafted.Get(id)
		author := o.Team
		if drafted {
			author = w.Team
		}
		if own == (author == team) {
			now, was = append(now, o), append(was, w)
		}
	}
	return now, was
}

// matchSame pairs by the drafts' id, by ours, by the title that an objective was drafted with, by the title that it has now.
func (im *importing) matchSame(team model.TeamID, drafted []model.DraftObjective, own bool) {
	now, was := im.known(team, own)
	if len(now) == 0 {
		return
	}
	left := im.unmatched(team)
	id := func(i int) string { return string(drafted[left[i]].ID) }
	title := func(i int) string { return words(drafted[left[i]].Title) }
	im.take(team, left, now, pair(
		len(left), len(now),
		way{id, func(k int) string { return string(now[k].Ref) }},
		way{id, func(k int) string { return string(now[k].ID) }},
		way{title, func(k int) string { return words(was[k].Title) }},
		way{title, func(k int) string { return words(now[k].Title) }},
	))
}

// matchAlike pairs by most of the key results, by the same why now, by nearly the same title. Drafts that say which one they are by another
// id, and titles that stand twice, tell too little.
func (im *importing) matchAlike(team model.TeamID, drafted []model.DraftObjective) {
	now, was := im.known(team, true)
	if len(now) == 0 {
		return
	}
	times := map[string]int{}
	for _, d := range drafted {
		times[words(d.Title)]++
	}
	left := slices.DeleteFunc(im.unmatched(team), func(i int) bool { return drafted[i].Title.IsEmpty() || times[words(drafted[i].Title)] > 1 })
	found := slices.Repeat([]int{-1}, len(left))
	keyResults := func(i int) []string {
		var texts []model.Text
		for _, k := range drafted[left[i]].KeyResults {
			texts = append(texts, k.Text)
		}
		return set(texts...)
	}
	why := func(i int) []string { return set(drafted[left[i]].WhyNow) }
	title := func(i int) []string { return titleWords(drafted[left[i]].Title) }
	may := func(i, k int) bool {
		return now[k].Fate == model.Live && (drafted[left[i]].ID == "" || now[k].Ref == "")
	}
	pairAlike(
		found, len(now), may,
		likeness{keyResults, func(k int) []string { return keyResultTexts(was[k]) }, most},
		likeness{keyResults, func(k int) []string { return keyResultTexts(now[k]) }, most},
		likeness{why, func(k int) []string { return set(was[k].WhyNow) }, most},
		likeness{why, func(k int) []string { return set(now[k].WhyNow) }, most},
		likeness{title, func(k int) []string { return titleWords(was[k].Title) }, nearly},
		likeness{title, func(k int) []string { return titleWords(now[k].Title) }, nearly},
	)
	im.take(team, left, now, found)
	for i, k := range found {
		if k >= 0 {
			im.reworded[im.found[team][left[i]]] = true
		}
	}
}

func keyResultTexts(o model.Objective) []string {
	texts := make([]model.Text, 0, len(o.KeyResults))
	for _, k := range o.KeyResults {
		texts = append(texts, k.Text)
	}
	return set(texts...)
}

// unmatched are the places of a team's drafts for which nothing was found.
func (im *importing) unmatched(team model.TeamID) []int {
	var out []int
	for i, id := range im.found[team] {
		if id == "" {
			out = append(out, i)
		}
	}
	return out
}

// take keeps what was found among the known for the drafts that were left.
func (im *importing) take(team model.TeamID, left []int, known []model.Objective, found []int) {
	for i, k := range found {
		if k >= 0 {
			im.found[team][left[i]] = known[k].ID
			im.taken[known[k].ID] = true
		}
	}
}
