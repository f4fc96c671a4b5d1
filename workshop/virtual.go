package workshop

import (
	"iter"
	"slices"

	"souk/model"
)

// virtualTeams yields the teams that formed in the workshop.
func (s *State) virtualTeams() iter.Seq[model.Team] {
	return func(yield func(model.Team) bool) {
		for t := range s.Teams.All() {
			if t.Kind == model.VirtualTeam && !yield(t) {
				return
			}
		}
	}
}

// VirtualTeamsOf lists the virtual teams in which a team takes part.
func (s *State) VirtualTeamsOf(id model.TeamID) []model.Team {
	var out []model.Team
	for t := range s.virtualTeams() {
		if slices.Contains(t.Members, id) {
			out = append(out, t)
		}
	}
	return out
}

// VirtualTeamOf finds the virtual team that a decision formed, as it is now.
func (s *State) VirtualTeamOf(d model.Decision) (model.Team, bool) {
	if d.Outcome != model.FormVirtualTeam {
		return model.Team{}, false
	}
	f, _ := s.Findings.Get(d.Finding)
	for t := range s.virtualTeams() {
		around := slices.Contains(t.Objectives, f.A.Objective) || slices.Contains(t.Objectives, f.B.Objective)
		if around && slices.Contains(t.Members, f.A.Team) && slices.Contains(t.Members, f.B.Team) {
			return t, true
		}
	}
	return model.Team{}, false
}

// DescribeVirtualTeam says what a virtual team is for, until when, and which member leads it.
type DescribeVirtualTeam struct {
	Team    model.TeamID
	Purpose model.Text
	Until   model.Text // a date or a moment of the cycle
	Lead    model.TeamID
}

func (in DescribeVirtualTeam) check(d *desk) (Fact, error) {
	t, err := d.team(in.Team)
	if err != nil {
		return nil, err
	}
	switch {
	case t.Kind != model.VirtualTeam:
		return nil, refuse(Invalid, "%s is no virtual team.", t.Name.Line())
	case in.Lead != "" && !slices.Contains(t.Members, in.Lead):
		return nil, refuse(Invalid, "Only a member can lead %s.", t.Name.Line())
	case t.Description == in.Purpose && t.Until == in.Until && (in.Lead == "" || in.Lead == t.Members[0]):
		return nil, refuse(Unchanged, "That is what is known of %s already.", t.Name.Line())
	}
	return VirtualTeamDescribed(in), nil
}

// VirtualTeamDescribed says what a virtual team is for, until when, and which member leads it; no lead leaves the one that it has.
type VirtualTeamDescribed struct {
	Team    model.TeamID `json:"team"`
	Purpose model.Text   `json:"purpose,omitzero"`
	Until   model.Text   `json:"until,omitzero"`
	Lead    model.TeamID `json:"lead,omitempty"`
}

// Kind implements Fact.
func (VirtualTeamDescribed) Kind() string { return "virtual-team-described" }

// Title implements Fact.
func (f VirtualTeamDescribed) Title(s *State) string { return "virtual team " + s.TeamName(f.Team) }

func (f VirtualTeamDescribed) apply(s *State, _ Entry) {
	s.changeTeam(f.Team, func(t *model.Team) {
		t.Description, t.Until = f.Purpose, f.Until
		if i := slices.Index(t.Members, f.Lead); i > 0 {
			t.Members = slices.Insert(slices.Delete(slices.Clone(t.Members), i, i+1), 0, f.Lead)
		}
	})
}
