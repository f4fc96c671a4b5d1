package workshop

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"souk/model"
)

// Part is what one owner of an objective delivers to it.
type Part struct {
	Team       model.TeamID
	KeyResults []int               // their places in the objective, counted from 1
	Follows    []model.ObjectiveID // live objectives of its own that follow this one
}

// IsEmpty reports whether the team owns the objective without delivering anything that was said.
func (p Part) IsEmpty() bool { return len(p.KeyResults)+len(p.Follows) == 0 }

// Numbers names the key results of a part: "KR1, KR3".
func (p Part) Numbers() string {
	out := make([]string, 0, len(p.KeyResults))
	for _, n := range p.KeyResults {
		out = append(out, fmt.Sprintf("KR%d", n))
	}
	return strings.Join(out, ", ")
}

// Parts are what the owners of an objective deliver, its author first.
func (s *State) Parts(o model.Objective) []Part {
	parts := make([]Part, 0, 1+len(o.Owners))
	for _, id := range owners(o) {
		p := Part{Team: id}
		for i, k := range o.KeyResults {
			if s.Deliverer(o, k) == id {
				p.KeyResults = append(p.KeyResults, i+1)
			}
		}
		t, _ := s.Teams.Get(id)
		for _, own := range t.Objectives {
			if f, ok := s.Objectives.Get(own); ok && f.Fate == model.Live && f.Follows == o.ID && f.Team == id {
				p.Follows = append(p.Follows, own)
			}
		}
		parts = append(parts, p)
	}
	return parts
}

// owners are all teams that own an objective, its author first.
func owners(o model.Objective) []model.TeamID {
	return append([]model.TeamID{o.Team}, o.Owners...)
}

// Deliverer is the owner that delivers a key result: the one that was said, else the author.
func (s *State) Deliverer(o model.Objective, k model.KeyResult) model.TeamID {
	return cmp.Or(s.assigned(o, k), o.Team)
}

// assigned is the owner that was said to deliver a key result, by the room or by the drafts' name of its owner; empty where none was.
func (s *State) assigned(o model.Objective, k model.KeyResult) model.TeamID {
	if !o.IsShared() {
		return ""
	}
	all, named := owners(o), model.Fold(k.Owner)
	if slices.Contains(all, k.Team) {
		return k.Team
	}
	for _, id := range all {
		if t, ok := s.Teams.Get(id); ok && named != "" && model.Fold(t.Name) == named {
			return id
		}
	}
	return ""
}

// IsSplit reports whether another owner than the author delivers a key result of the objective.
func (s *State) IsSplit(o model.Objective) bool {
	return slices.ContainsFunc(o.KeyResults, func(k model.KeyResult) bool { return s.Deliverer(o, k) != o.Team })
}

// partsText says which owner delivers which key results, where that is not the author alone.
func (s *State) partsText(o model.Objective) model.Text {
	if !s.IsSplit(o) {
		return model.Text{}
	}
	var out []string
	for _, p := range s.Parts(o) {
		if len(p.KeyResults) > 0 {
			out = append(out, s.TeamName(p.Team)+" "+p.Numbers())
		}
	}
	return model.Clean(strings.Join(out, "; "))
}

// AssignKeyResult says which owner of a shared objective delivers a key result.
type AssignKeyResult struct {
	Objective model.ObjectiveID
	KeyResult model.KeyResultID
	Team      model.TeamID
}

func (in AssignKeyResult) check(d *desk) (Fact, error) {
	kr, err := d.keyResult(in.Objective, in.KeyResult)
	if err != nil {
		return nil, err
	}
	t, err := d.team(in.Team)
	if err != nil {
		return nil, err
	}
	o, _ := d.Objectives.Get(in.Objective)
	switch {
	case o.Fate != model.Live:
		return nil, refuse(NotNow, "This objective was %s.", o.Fate)
	case !o.IsShared():
		return nil, refuse(NotNow, "Only %s owns this objective, so it delivers all of it.", d.TeamName(o.Team))
	case !slices.Contains(owners(o), t.ID):
		return nil, refuse(Invalid, "%s does not own this objective.", t.Name.Line())
	case d.Deliverer(o, kr) == t.ID:
		return nil, refuse(Unchanged, "%s delivers this key result already.", t.Name.Line())
	}
	return KeyResultAssigned(in), nil
}

// KeyResultAssigned says which owner of a shared objective delivers a key result.
type KeyResultAssigned struct {
	Objective model.ObjectiveID `json:"objective"`
	KeyResult model.KeyResultID `json:"key_result"`
	Team      model.TeamID      `json:"team"`
}

// Kind implements Fact.
func (KeyResultAssigned) Kind() string { return "key-result-assigned" }

// Title implements Fact.
func (f KeyResultAssigned) Title(s *State) string {
	o, _ := s.Objectives.Get(f.Objective)
	_, n, _ := KeyResult(o, f.KeyResult)
	return fmt.Sprintf("%s delivers %s KR%d", s.TeamName(f.Team), s.Label(f.Objective), n)
}

func (f KeyResultAssigned) apply(s *State, _ Entry) {
	s.changeObjective(f.Objective, func(o *model.Objective) {
		o.KeyResults = slices.Clone(o.KeyResults)
		for i := range o.KeyResults {
			if o.KeyResults[i].ID == f.KeyResult {
				o.KeyResults[i].Team = f.Team
			}
		}
	})
}
