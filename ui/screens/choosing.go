package screens

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
	"souk/workshop/say"
)

// pickTeam lets the room choose a team; off says why a team cannot be chosen, and may be nil.
func pickTeam(f flow.Frame, title string, off func(model.Team) string, choose func(model.Team) flow.Effect) flow.Dialog {
	return teamPick(f, title, "", off, choose)
}

// teamPick is pickTeam with the cursor on a team.
func teamPick(f flow.Frame, title string, at model.TeamID, off func(model.Team) string, choose func(model.Team) flow.Effect) flow.Dialog {
	spec := dialog.PickSpec{Title: title, None: "There is no team yet: one is added at the check-in."}
	teams := everyTeam(f.State)
	for i, t := range teams {
		o := dialog.Option{Label: t.Name.Line(), Detail: teamDetail(f.State, t)}
		if off != nil {
			o.Off = off(t)
		}
		if t.ID == at {
			spec.At = i
		}
		spec.Options = append(spec.Options, o)
	}
	spec.Choose = func(i int) flow.Effect { return choose(teams[i]) }
	return dialog.NewPick(spec)
}

// everyTeam lists the teams in the order of the stalls, then the virtual ones.
func everyTeam(s *workshop.State) []model.Team {
	teams := s.Stalls()
	for t := range s.Teams.All() {
		if t.Kind == model.VirtualTeam {
			teams = append(teams, t)
		}
	}
	return teams
}

// teamDetail is where a team belongs and how much it brought.
func teamDetail(s *workshop.State, t model.Team) string {
	objectives, _ := s.CountLive(t.ID)
	return strings.Join(append(belongs(s, t), say.Count(objectives, "objective")), " · ")
}

// belongs says what a team is: its level, its kind where that is not delivery, and its parent.
func belongs(s *workshop.State, t model.Team) []string {
	var out []string
	if !t.Level.IsEmpty() {
		out = append(out, t.Level.Line())
	}
	switch t.Kind {
	case model.SupportTeam, model.LeadershipTeam, model.VirtualTeam:
		out = append(out, string(t.Kind)+" team")
	case model.TeamOfTeams:
		out = append(out, string(t.Kind))
	case model.DeliveryTeam:
	}
	if t.Parent != "" {
		out = append(out, "in "+s.TeamName(t.Parent))
	}
	return out
}

// pickObjective lets the room choose one of all live objectives; off says why one cannot be chosen, and may be nil.
func pickObjective(f flow.Frame, title string, off func(model.Objective) string, choose func(model.Objective) flow.Effect) flow.Dialog {
	return objectivePick(f, title, f.State.Stalls(), off, choose)
}

// objectivePick is pickObjective among the objectives of some teams.
func objectivePick(f flow.Frame, title string, teams []model.Team, off func(model.Objective) string, choose func(model.Objective) flow.Effect) flow.Dialog {
	spec := dialog.PickSpec{Title: title, None: "There is no objective here yet."}
	var ids []model.ObjectiveID
	for _, t := range teams {
		for i, id := range t.Objectives {
			o, ok := f.State.Objectives.Get(id)
			if !ok || o.Fate != model.Live {
				continue
			}
			option := dialog.Option{Label: fmt.Sprintf("%s %d  %s", t.Name.Line(), i+1, o.Title.Line()), Search: searchWords(o)}
			if off != nil {
				option.Off = off(o)
			}
			spec.Options, ids = append(spec.Options, option), append(ids, id)
		}
	}
	spec.Choose = func(i int) flow.Effect {
		o, _ := f.State.Objectives.Get(ids[i])
		return choose(o)
	}
	return dialog.NewPick(spec)
}

// searchWords are the words of the key results.
func searchWords(o model.Objective) string {
	parts := make([]string, 0, len(o.KeyResults))
	for _, k := range o.KeyResults {
		parts = append(parts, words(k).Line())
	}
	return strings.Join(parts, " ")
}
