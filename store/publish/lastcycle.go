package publish

import (
	"souk/model"
	"souk/workshop"
)

type jsonResult struct {
	Team      model.Text    `json:"team,omitzero"`
	Objective model.Text    `json:"objective"`
	Cycle     model.Text    `json:"cycle,omitzero"`
	Verdict   model.Verdict `json:"verdict,omitempty"` // said, or what the outcome begins with
	Outcome   model.Text    `json:"outcome"`
	Learned   model.Text    `json:"learned,omitzero"`
}

type jsonPromise struct {
	By   model.Text    `json:"by"`
	To   model.Text    `json:"to,omitzero"`
	What model.Text    `json:"what"`
	Due  model.Text    `json:"due,omitzero"`
	Kept model.Keeping `json:"kept,omitempty"` // empty: nobody said
	Note model.Text    `json:"note,omitzero"`
}

type jsonPastSignal struct {
	Text     model.Text `json:"text"`
	Evidence model.Text `json:"evidence,omitzero"`
	Answer   model.Text `json:"answer,omitzero"` // leadership's
}

type jsonCycle struct {
	Cycle   model.Text      `json:"cycle"`
	Results []jsonResult    `json:"results,omitempty"`
	Total   model.Figures   `json:"total,omitzero"`
	Teams   []model.Figures `json:"teams,omitempty"`
}

// cycles are the older cycles in the form of drafts, the oldest first; the results of the last one stand under last_cycle.
func cycles(s *workshop.State) []jsonCycle {
	var out []jsonCycle
	for _, c := range s.PastCycles {
		j := jsonCycle{Cycle: c.Cycle, Total: c.Total, Teams: c.Teams}
		for _, r := range c.Results {
			j.Results = append(j.Results, result(r))
		}
		out = append(out, j)
	}
	return out
}

func result(r model.Result) jsonResult {
	return jsonResult{r.Team, r.Objective, r.Cycle, r.Became(), r.Outcome, r.Learned}
}

// lastCycle is what became of last cycle, in the form of drafts.
func lastCycle(s *workshop.State) (results []jsonResult, promises []jsonPromise, signals []jsonPastSignal) {
	for _, r := range s.LastCycle {
		results = append(results, result(r))
	}
	for _, p := range s.Promises {
		promises = append(promises, jsonPromise{p.By, p.To, p.What, p.Due, p.Kept, p.Note})
	}
	for _, g := range s.PastSignals {
		signals = append(signals, jsonPastSignal{g.Text, g.Evidence, g.Answer})
	}
	return results, promises, signals
}
