package workshop

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
)

// Diff lists what differs between two versions of an objective, for people to read; agreement does not count. A zero before stands for an
// objective that is new.
func (s *State) Diff(before, after model.Objective) []model.Change {
	var out []model.Change
	add := func(field string, b, a model.Text) {
		if b != a {
			out = append(out, model.Change{Team: after.Team, Objective: after.ID, Field: field, Before: b, After: a})
		}
	}
	add("title", before.Title, after.Title)
	add("why now", before.WhyNow, after.WhyNow)
	add("supports", supportsText(before), supportsText(after))
	s.diffKeyResults(before, after, add)
	if before.Team != "" {
		add("team", s.names([]model.TeamID{before.Team}), s.names([]model.TeamID{after.Team}))
	}
	add("owners", s.names(before.Owners), s.names(after.Owners))
	if after.IsShared() { // one team alone delivers all of it
		add("parts", s.partsText(before), s.partsText(after))
	}
	add("follows", s.reference(before.Follows), s.reference(after.Follows))
	add("notes", lines(before.Notes), lines(after.Notes))
	add("fate", s.fate(before), s.fate(after))
	return out
}

func (s *State) diffKeyResults(before, after model.Objective, add func(string, model.Text, model.Text)) {
	for i, k := range before.KeyResults {
		if _, _, ok := KeyResult(after, k.ID); !ok {
			add(fmt.Sprintf("KR%d", i+1), k.Text, model.Text{})
		}
	}
	for i, k := range after.KeyResults {
		old, _, _ := KeyResult(before, k.ID)
		add(fmt.Sprintf("KR%d", i+1), old.Text, k.Text)
	}
}

// ChangedByWorkshop lists what the workshop made of a team's drafted objectives, and its new ones, in the team's order.
func (s *State) ChangedByWorkshop(team model.TeamID) []model.Change {
	var out []model.Change
	for _, o := range s.ObjectivesOf(team) {
		drafted, _ := s.Drafted.Get(o.ID)
		out = append(out, s.Diff(drafted, o)...)
	}
	return out
}

func (s *State) fate(o model.Objective) model.Text {
	if o.Fate == model.Merged {
		return model.Clean("merged into " + s.Label(o.Into))
	}
	return model.Clean(string(o.Fate))
}

func (s *State) reference(id model.ObjectiveID) model.Text {
	if id == "" {
		return model.Text{}
	}
	return model.Clean(s.Label(id))
}

func (s *State) names(ids []model.TeamID) model.Text {
	var names []string
	for _, id := range ids {
		names = append(names, s.TeamName(id))
	}
	slices.Sort(names)
	return model.Clean(strings.Join(names, ", "))
}

func supportsText(o model.Objective) model.Text {
	texts := make([]model.Text, 0, len(o.Supports))
	for _, p := range o.Supports {
		texts = append(texts, p.Text)
	}
	return lines(texts)
}

func lines(ts []model.Text) model.Text {
	var out []string
	for _, t := range ts {
		out = append(out, t.Line())
	}
	return model.Clean(strings.Join(out, "; "))
}
