package workshop

import "souk/model"

// LeftOut is what was drafted before and is not in the drafts any more.
type LeftOut struct {
	Teams      []model.TeamID // with OKRs; only drafts that name at least half of them tell that one is gone
	Objectives []model.ObjectiveID
}

// LeftOut lists what drafts that were imported leave out: live objectives that their teams had drafted, in the order in which they came, and
// teams. What the room added itself was never in them.
func (s *State) LeftOut(drafts model.Drafts) LeftOut {
	im := newImport(&desk{State: s, seq: s.Seq + 1}, &DraftsImported{})
	teams := oneDraftPerTeam(drafts.Teams)
	im.name(teams)
	im.match(teams)
	var out LeftOut
	if gone, all := im.unnamed(teams); all && len(teams) > 0 {
		for _, t := range gone {
			out.Teams = append(out.Teams, t.ID)
		}
	}
	for was := range s.Drafted.All() {
		o, ok := s.Objectives.Get(was.ID)
		if _, named := im.found[was.Team]; ok && named && !im.taken[o.ID] && o.Fate == model.Live {
			out.Objectives = append(out.Objectives, o.ID)
		}
	}
	return out
}
