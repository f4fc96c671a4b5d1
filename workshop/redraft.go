package workshop

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"

	"souk/model"
)

// objectives adds a team's drafted objectives to the import. It returns the ids of the new ones, and whether the drafts changed anything.
func (im *importing) objectives(team model.TeamID, drafted []model.DraftObjective) (fresh []model.ObjectiveID, changed bool) {
	before := len(im.fact.Objectives)
	for i, id := range im.found[team] {
		old, _ := im.Objectives.Get(id)
		was, _ := im.Drafted.Get(id)
		draft := im.draft(team, drafted[i], was, old)
		if old.ID == "" {
			fresh = append(fresh, draft.ID)
			im.fact.New++
			im.put(draft, draft)
			continue
		}
		if now := im.redraft(was, old, draft); !sameObjective(old, now) || im.reworded[id] {
			im.fact.Updated++
			im.put(now, draft)
			continue
		}
		im.fact.Unchanged++
	}
	return fresh, len(im.fact.Objectives) > before
}

func (im *importing) put(o, draft model.Objective) {
	im.fact.Objectives = append(im.fact.Objectives, o)
	if !reflect.DeepEqual(o, draft) {
		im.fact.Drafted = append(im.fact.Drafted, draft)
	}
}

// sameObjective compares what drafts can change.
func sameObjective(a, b model.Objective) bool {
	return a.Ref == b.Ref && a.Title == b.Title && a.WhyNow == b.WhyNow && a.Phase == b.Phase && a.Origin == b.Origin &&
		slices.Equal(a.Owners, b.Owners) && slices.Equal(a.Supports, b.Supports) && slices.Equal(a.KeyResults, b.KeyResults)
}

// draft is the objective as the drafts have it, under the ids of what it updates. What they leave out is as they had it before.
func (im *importing) draft(team model.TeamID, do model.DraftObjective, was, old model.Objective) model.Objective {
	o := model.Objective{
		ID: old.ID, Ref: cmp.Or(foreign(do.ID, old.ID), was.Ref), Team: cmp.Or(was.Team, team), Title: cmp.Or(do.Title, was.Title),
		WhyNow: cmp.Or(do.WhyNow, was.WhyNow), Phase: cmp.Or(do.Phase, was.Phase), Origin: cmp.Or(do.Origin, was.Origin),
		Supports: im.supported(do.Supports), KeyResults: im.keyResults(do.KeyResults, was, old),
	}
	if o.ID == "" {
		o.ID = model.ObjectiveID(im.id("o"))
	}
	for _, name := range do.Owners {
		if t := im.teams[model.Fold(name)]; t != "" && t != team && !slices.Contains(o.Owners, t) {
			o.Owners = append(o.Owners, t)
		}
	}
	if len(o.Owners) == 0 {
		o.Owners = was.Owners
	}
	if len(o.Supports) == 0 {
		o.Supports = was.Supports
	}
	if len(do.KeyResults) == 0 {
		o.KeyResults = was.KeyResults
	}
	return o
}

// foreign is the id that drafts give, unless it is our own: then they were written from this workshop.
func foreign[T ~string](id, own T) T {
	if id == own {
		return ""
	}
	return id
}

// supported is State.supports among the intents and teams that the import brings; an intent is known by its drafted words, too.
func (im *importing) supported(said []model.Text) []model.Support {
	var out []model.Support
	for _, t := range said {
		if t.IsEmpty() {
			continue
		}
		p := model.Support{Text: t}
		same := func(i model.Intent) bool { return model.Fold(i.Text) == model.Fold(t) }
		if i := slices.IndexFunc(im.fact.Intents, same); i >= 0 {
			p.Intent = im.fact.Intents[i].ID
		} else if i := slices.IndexFunc(im.fact.Brought.Intents, same); i >= 0 {
			p.Intent = im.fact.Brought.Intents[i].ID
		} else {
			p.Team = im.teams[model.Fold(t)]
		}
		out = append(out, p)
	}
	return out
}

// keyResults are the drafted key results under the ids of those that they update: found by the drafts' id, by ours, by their words as
// drafted or as they are now, and else by their place. One that the room dropped is found as well, but not by its place alone.
func (im *importing) keyResults(drafted []model.DraftKeyResult, was, old model.Objective) []model.KeyResult {
	drafted = slices.Clone(drafted)
	unmistakable(len(drafted), func(i int) *model.KeyResultID { return &drafted[i].ID })
	known := appended(was.KeyResults)
	for _, k := range old.KeyResults {
		if _, _, ok := KeyResult(was, k.ID); !ok {
			known = append(known, k)
		}
	}
	now := func(k int) (model.KeyResult, bool) {
		kr, _, ok := KeyResult(old, known[k].ID)
		return kr, ok
	}
	id := func(i int) string { return string(drafted[i].ID) }
	text := func(i int) string { return words(drafted[i].Text) }
	place := func(i int) string {
		if drafted[i].ID != "" { // and it was not found: it is a new one
			return ""
		}
		return strconv.Itoa(i)
	}
	found := pair(
		len(drafted), len(known),
		way{id, func(k int) string { return string(known[k].Ref) }},
		way{id, func(k int) string { return string(known[k].ID) }},
		way{text, func(k int) string { return words(known[k].Text) }},
		way{text, func(k int) string {
			if kr, ok := now(k); ok {
				return words(kr.Text)
			}
			return ""
		}},
		way{place, func(k int) string {
			if _, ok := now(k); ok && k < len(was.KeyResults) {
				return strconv.Itoa(k)
			}
			return ""
		}},
	)
	out := make([]model.KeyResult, 0, len(drafted))
	for i, dk := range drafted {
		w := model.KeyResult{}
		switch k := found[i]; {
		case k < 0:
			w.ID = model.KeyResultID(im.id("k"))
		case k < len(was.KeyResults) && (dk.ID != "" || words(dk.Text) == words(known[k].Text)):
			w = known[k]
		default: // other words say everything anew
			w.ID, w.Ref = known[k].ID, known[k].Ref
		}
		out = append(out, model.KeyResult{
			ID: w.ID, Ref: cmp.Or(foreign(dk.ID, w.ID), w.Ref), Text: cmp.Or(dk.Text, w.Text), Metric: cmp.Or(dk.Metric, w.Metric),
			Baseline: cmp.Or(dk.Baseline, w.Baseline), Target: cmp.Or(dk.Target, w.Target), Unit: cmp.Or(dk.Unit, w.Unit), Owner: cmp.Or(dk.Owner, w.Owner),
			Team: cmp.Or(im.teams[model.Fold(dk.Team)], w.Team),
		})
	}
	return out
}

// redraft takes over what the drafts changed and the workshop did not.
func (im *importing) redraft(was, now, draft model.Objective) model.Objective {
	out := now
	out.Ref = newer(was.Ref, now.Ref, draft.Ref)
	out.Title = newer(was.Title, now.Title, draft.Title)
	out.WhyNow = newer(was.WhyNow, now.WhyNow, draft.WhyNow)
	out.Phase = newer(was.Phase, now.Phase, draft.Phase)
	out.Origin = newer(was.Origin, now.Origin, draft.Origin)
	if slices.Equal(was.Supports, now.Supports) {
		out.Supports = draft.Supports
	}
	if slices.Equal(was.Owners, now.Owners) {
		out.Owners = draft.Owners
	}
	out.KeyResults = nil
	for _, k := range now.KeyResults {
		if kept, ok := im.redraftKeyResult(was, k, draft); ok {
			out.KeyResults = append(out.KeyResults, kept)
		}
	}
	for _, k := range draft.KeyResults {
		_, _, have := KeyResult(now, k.ID)
		_, _, had := KeyResult(was, k.ID) // and the room dropped it
		if !have && !had {
			out.KeyResults = append(out.KeyResults, k)
		}
	}
	return out
}

// redraftKeyResult is the key result as it should be now; false where the drafts dropped it and nothing in the workshop holds on to it.
func (im *importing) redraftKeyResult(was model.Objective, now model.KeyResult, draft model.Objective) (model.KeyResult, bool) {
	w, _, drafted := KeyResult(was, now.ID)
	d, _, stays := KeyResult(draft, now.ID)
	if !stays {
		return now, !drafted || w != now || im.isNamed(now.ID)
	}
	return model.KeyResult{
		ID:       now.ID,
		Ref:      newer(w.Ref, now.Ref, d.Ref),
		Text:     newer(w.Text, now.Text, d.Text),
		Metric:   newer(w.Metric, now.Metric, d.Metric),
		Baseline: newer(w.Baseline, now.Baseline, d.Baseline),
		Target:   newer(w.Target, now.Target, d.Target),
		Unit:     newer(w.Unit, now.Unit, d.Unit),
		Owner:    newer(w.Owner, now.Owner, d.Owner),
		Team:     newer(w.Team, now.Team, d.Team),
	}, true
}

// newer is what the drafts say now, unless the workshop changed what they said before.
func newer[T comparable](was, now, draft T) T {
	if was != now {
		return now
	}
	return draft
}

// isNamed reports whether a request or a finding of the room refers to the key result.
func (s *State) isNamed(id model.KeyResultID) bool {
	for r := range s.Requests.All() {
		if slices.Contains(r.From.KeyResults, id) || slices.Contains(r.To.KeyResults, id) {
			return true
		}
	}
	for f := range s.Findings.All() {
		if slices.Contains(f.A.KeyResults, id) || slices.Contains(f.B.KeyResults, id) {
			return true
		}
	}
	return false
}
