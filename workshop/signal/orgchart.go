package signal

import (
	"fmt"

	"souk/model"
	"souk/workshop/say"
)

const (
	fewestTeams = 6 // from how many teams on an org chart is one
	spokenShare = 2 // the room has spoken about half of the objectives: it is past the regrouping
)

// mirror says that the OKRs are the org chart: after the room has regrouped there is still no objective that more than one team owns or
// follows, no virtual team, and nobody supports a team other than those above it.
func (r *reader) mirror() []Signal {
	teams := map[model.TeamID]bool{}
	spoken, upward := 0, 0
	for _, o := range r.live {
		teams[o.Team] = true
		if o.IsShared() || o.Follows != "" {
			return nil
		}
		if o.Agreement.Team.Stance != model.Unsaid || o.Agreement.Leadership.Stance != model.Unsaid {
			spoken++
		}
		for _, p := range o.Supports {
			switch {
			case p.Team == "":
			case r.isAbove(p.Team, o.Team):
				upward++
			default:
				return nil
			}
		}
	}
	if len(teams) < fewestTeams || spoken*spokenShare < len(r.live) {
		return nil
	}
	for t := range r.Teams.All() {
		if t.Kind == model.VirtualTeam {
			return nil
		}
	}
	evidence := []string{
		fmt.Sprintf("None of %s is shared or follows another team's, and no virtual team was formed.", say.Count(len(r.live), "objective")),
		fmt.Sprintf("The room has spoken about %d of them.", spoken),
	}
	if upward > 0 {
		evidence = append(evidence, fmt.Sprintf("Where an objective supports a team, %d of %d times it is one above its own.", upward, upward))
	}
	return []Signal{{
		Kind: MirrorsOrgChart, Key: key(MirrorsOrgChart, "all"), Evidence: evidence,
		Text: fmt.Sprintf("The OKRs mirror the org chart: each of the %d teams owns its objectives alone.", len(teams)),
	}}
}
