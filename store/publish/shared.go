package publish

import "souk/model"

// jsonShared is an objective that teams own together. What the others own alone stands with their teams.
type jsonShared struct {
	jsonItem
	Virtual []model.Text `json:"virtual_teams,omitempty"` // that formed around it
	Lead    string       `json:"lead"`
	Parts   []jsonPart   `json:"parts"`
}

// jsonPart is what one owner delivers; empty lists stand for nothing yet.
type jsonPart struct {
	Team       string       `json:"team"`
	KeyResults []model.Text `json:"key_results"`
	Follows    []jsonItem   `json:"follows,omitempty"` // with objectives of its own
}

func (e *exporting) shared() []jsonShared {
	var out []jsonShared
	for _, one := range e.Together().Shared {
		j := jsonShared{jsonItem: e.about(one.Objective.ID), Lead: e.TeamName(one.Lead()), Parts: []jsonPart{}}
		for _, t := range one.Virtual {
			j.Virtual = append(j.Virtual, t.Name)
		}
		for _, p := range one.Parts {
			part := jsonPart{Team: e.TeamName(p.Team), KeyResults: []model.Text{}}
			for _, n := range p.KeyResults {
				part.KeyResults = append(part.KeyResults, one.Objective.KeyResults[n-1].Text)
			}
			for _, id := range p.Follows {
				part.Follows = append(part.Follows, e.about(id))
			}
			j.Parts = append(j.Parts, part)
		}
		out = append(out, j)
	}
	return out
}
