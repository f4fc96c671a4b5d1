package signal

import (
	"cmp"
	"fmt"
	"slices"

	"souk/model"
)

const (
	fewestPieces = 3   // functions that an outcome is split over
	sure         = 0.8 // the score from which a duplicate among several teams counts although nobody in the room touched it yet
)

// bond is what relates two objectives to one outcome.
type bond struct {
	to      model.ObjectiveID
	finding model.Finding
}

// fragmented are outcomes that three and more functions pursue with an objective each. One objective in the middle is related to each of the
// others; so nothing is joined by a chain of likenesses.
func (r *reader) fragmented() []Signal {
	bonds, order := r.bonds()
	slices.SortStableFunc(order, func(a, b model.ObjectiveID) int { return cmp.Compare(len(bonds[b]), len(bonds[a])) })
	told := map[model.ObjectiveID]bool{}
	var out []Signal
	for _, hub := range order {
		if told[hub] {
			continue
		}
		o, _ := r.Objectives.Get(hub)
		pieces := []model.Objective{o}
		var evidence []string
		for _, b := range bonds[hub] {
			other, _ := r.Objectives.Get(b.to)
			if told[b.to] || slices.ContainsFunc(pieces, func(p model.Objective) bool { return p.ID == b.to }) {
				continue
			}
			pieces = append(pieces, other)
			evidence = append(evidence, fmt.Sprintf("%s: %s", r.titled(other), r.standing(b.finding)))
		}
		if r.functions(pieces) < fewestPieces || sameWords(pieces) {
			continue
		}
		for _, p := range pieces {
			told[p.ID] = true
		}
		out = append(out, Signal{
			Kind: FragmentedOutcome, Key: key(FragmentedOutcome, ids(pieces)...),
			Text: fmt.Sprintf("%s pursue one outcome with an objective each: a shared objective would hold it together.",
				r.some(teamsOf(pieces))),
			Evidence: append([]string{r.titled(o) + ", and beside it:"}, evidence...),
		})
	}
	return out
}

// bonds relates the objectives that stay apart although the room, a coach or the detector sees one outcome in them, in the order in which they
// were found.
func (r *reader) bonds() (map[model.ObjectiveID][]bond, []model.ObjectiveID) {
	cards := r.manyTeams()
	bonds := map[model.ObjectiveID][]bond{}
	var order []model.ObjectiveID
	add := func(from, to model.ObjectiveID, f model.Finding) {
		if len(bonds[from]) == 0 {
			order = append(order, from)
		}
		bonds[from] = append(bonds[from], bond{to, f})
	}
	for _, f := range r.findings {
		if !isOneOutcome(f, cards[f.Card]) {
			continue
		}
		a, okA := r.Objectives.Get(f.A.Objective)
		b, okB := r.Objectives.Get(f.B.Objective)
		if !okA || !okB || a.Fate != model.Live || b.Fate != model.Live || a.Team == b.Team || joined(a, b) {
			continue
		}
		add(a.ID, b.ID, f)
		add(b.ID, a.ID, f)
	}
	return bonds, order
}

// isOneOutcome reports whether the room or a coach took a finding up, or the detector is sure that several teams plan the same. A
// duplicate of single key results is a shared measure, not a shared outcome.
func isOneOutcome(f model.Finding, several bool) bool {
	touched := f.Status == model.Confirmed || f.Status == model.Queued
	switch f.Kind {
	case model.Synergy:
		return touched
	case model.Duplicate:
		measure := len(f.A.KeyResults) > 0 && len(f.B.KeyResults) > 0
		return !measure && (touched || f.Status == model.Open && f.Score >= sure && several)
	default:
		return false
	}
}

// manyTeams are the cards that are about three and more teams.
func (r *reader) manyTeams() map[string]bool {
	teams := map[string][]model.TeamID{}
	for _, f := range r.findings {
		for _, t := range []model.TeamID{f.A.Team, f.B.Team} {
			if f.Card != "" && !slices.Contains(teams[f.Card], t) {
				teams[f.Card] = append(teams[f.Card], t)
			}
		}
	}
	out := map[string]bool{}
	for card, ts := range teams {
		out[card] = len(ts) >= fewestPieces
	}
	return out
}

// sameWords reports whether objectives are copies, which is another signal.
func sameWords(pieces []model.Objective) bool {
	return !slices.ContainsFunc(pieces, func(o model.Objective) bool { return bare(o.Title) != bare(pieces[0].Title) })
}

// functions counts the teams of objectives; a team below another one of them is no function of its own.
func (r *reader) functions(pieces []model.Objective) int {
	teams := teamsOf(pieces)
	n := 0
	for _, t := range teams {
		if !slices.ContainsFunc(teams, func(other model.TeamID) bool { return other != t && r.isAbove(other, t) }) {
			n++
		}
	}
	return n
}

// isAbove reports whether a team is a parent of another one, or that one's parent's parent, and so on.
func (r *reader) isAbove(above, below model.TeamID) bool {
	for range r.Teams.Len() {
		t, ok := r.Teams.Get(below)
		if !ok || t.Parent == "" {
			return false
		}
		if below = t.Parent; below == above {
			return true
		}
	}
	return false
}

// standing says what the room made of a relation.
func (r *reader) standing(f model.Finding) string {
	if d, ok := r.DecisionOn(f.ID); ok {
		return string(f.Kind) + ", the room decided: " + string(d.Outcome)
	}
	switch f.Status {
	case model.Confirmed:
		return string(f.Kind) + ", confirmed by the room"
	case model.Queued:
		return string(f.Kind) + ", queued for the room"
	default:
		return string(f.Kind) + ", not discussed yet"
	}
}
