package publish

import (
	"encoding/json"
	"io"

	"souk/model"
	"souk/workshop"
	"souk/workshop/report"
)

// schema names the form of the JSON report.
const schema = "souk.report/1"

// jsonReport is the OKRs as they stand in the form of drafts, which can be imported again, and beside them the record of the workshop, which
// an import leaves out.
type jsonReport struct {
	Schema       string           `json:"schema"`
	Organisation model.Text       `json:"organisation,omitzero"`
	Cycle        model.Text       `json:"cycle,omitzero"`
	Strategy     []jsonIntent     `json:"strategy,omitempty"`
	Questions    []model.Text     `json:"questions,omitempty"`
	LastCycle    []jsonResult     `json:"last_cycle,omitempty"`
	Promises     []jsonPromise    `json:"promises,omitempty"` // of last cycle
	Signals      []jsonPastSignal `json:"signals,omitempty"`  // of last cycle; those of this one stand in the record
	Cycles       []jsonCycle      `json:"cycles,omitempty"`   // older ones, the oldest first; of last cycle the figures
	Teams        []jsonTeam       `json:"teams"`
	Record       jsonRecord       `json:"record"`
}

type jsonIntent struct {
	Horizon model.Horizon `json:"horizon"`
	Text    model.Text    `json:"text"`
}

type jsonTeam struct {
	Name        model.Text      `json:"name"`
	Level       model.Text      `json:"level,omitzero"`
	Parent      string          `json:"parent,omitempty"`
	Kind        model.TeamKind  `json:"kind"`
	Description model.Text      `json:"description,omitzero"`
	Needs       []jsonExchange  `json:"needs,omitempty"`
	Offers      []jsonExchange  `json:"offers,omitempty"`
	Objectives  []jsonObjective `json:"objectives,omitempty"`
}

type jsonExchange struct {
	Team string     `json:"team,omitempty"`
	Text model.Text `json:"text"`
}

type jsonObjective struct {
	ID         model.ObjectiveID `json:"id,omitempty"`
	Title      model.Text        `json:"title"`
	WhyNow     model.Text        `json:"why_now,omitzero"`
	Supports   []model.Text      `json:"supports,omitempty"`
	Owners     []string          `json:"owners,omitempty"`
	Phase      model.Phase       `json:"phase,omitempty"`
	Origin     model.Origin      `json:"origin,omitempty"`
	KeyResults []jsonKeyResult   `json:"key_results,omitempty"`
}

type jsonKeyResult struct {
	ID       model.KeyResultID `json:"id,omitempty"`
	Text     model.Text        `json:"text"`
	Metric   model.Text        `json:"metric,omitzero"`
	Baseline model.Text        `json:"baseline,omitzero"`
	Target   model.Text        `json:"target,omitzero"`
	Unit     model.Text        `json:"unit,omitzero"`
	Owner    model.Text        `json:"owner,omitzero"`
	Team     string            `json:"team,omitempty"` // of the owners of a shared objective, the one that was said to deliver it
}

// writeJSON writes one JSON document.
func writeJSON(to io.Writer, s *workshop.State, options []report.Option) error {
	e := exporting{State: s, objectives: map[model.ObjectiveID]model.ObjectiveID{}, taken: map[string]bool{}}
	out := jsonReport{Schema: schema, Organisation: s.Organisation, Cycle: s.Cycle, Questions: answered(s.Answers), Teams: e.teams()}
	for _, i := range s.Intents {
		out.Strategy = append(out.Strategy, jsonIntent{i.Horizon, i.Text})
	}
	out.LastCycle, out.Promises, out.Signals = lastCycle(s)
	out.Cycles = cycles(s)
	out.Record = e.record(report.Told(s, options...))
	enc := json.NewEncoder(to)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false) // & is a letter in the names of teams; nothing embeds this in a page
	return enc.Encode(out)
}

// answered is the answers, or nothing where all are blank.
func answered(answers []model.Text) []model.Text {
	for _, a := range answers {
		if !a.IsEmpty() {
			return answers
		}
	}
	return nil
}

// exporting is a JSON report in the making. The ids it gives are unique in the report, as an import wants them: the drafts' own where there
// is one, so that whoever brought it finds it again.
type exporting struct {
	*workshop.State
	objectives map[model.ObjectiveID]model.ObjectiveID // the ids given, by our own
	taken      map[string]bool
}

func given[T ~string](e *exporting, ref, id T) T {
	for _, candidate := range []T{ref, id} {
		if candidate != "" && !e.taken[string(candidate)] {
			e.taken[string(candidate)] = true
			return candidate
		}
	}
	return ""
}

// teams are those with stalls, in their order, and then the virtual ones. A virtual team has no objectives here: the one that it was formed
// around stays with the team that leads it, and an import would make two of it.
func (e *exporting) teams() []jsonTeam {
	out := []jsonTeam{}
	for _, t := range e.Stalls() {
		out = append(out, e.team(t))
	}
	for t := range e.Teams.All() {
		if t.Kind == model.VirtualTeam {
			t.Objectives = nil
			out = append(out, e.team(t))
		}
	}
	return out
}

func (e *exporting) team(t model.Team) jsonTeam {
	j := jsonTeam{
		Name: t.Name, Level: t.Level, Kind: t.Kind, Description: t.Description, Parent: e.nameOf(t.Parent),
		Needs: e.exchanges(t.Needs), Offers: e.exchanges(t.Offers),
	}
	for _, id := range t.Objectives {
		if o, ok := e.Objectives.Get(id); ok && o.Fate == model.Live {
			j.Objectives = append(j.Objectives, e.objective(o))
		}
	}
	return j
}

func (e *exporting) nameOf(id model.TeamID) string {
	if !e.Teams.Has(id) {
		return ""
	}
	return e.TeamName(id)
}

func (e *exporting) namesOf(ids []model.TeamID) []string {
	var out []string
	for _, id := range ids {
		out = append(out, e.TeamName(id))
	}
	return out
}

func (e *exporting) exchanges(xs []model.Exchange) []jsonExchange {
	var out []jsonExchange
	for _, x := range xs {
		out = append(out, jsonExchange{Team: e.nameOf(x.Team), Text: x.Text})
	}
	return out
}

func (e *exporting) objective(o model.Objective) jsonObjective {
	j := jsonObjective{
		ID: given(e, o.Ref, o.ID), Title: o.Title, WhyNow: o.WhyNow, Owners: e.namesOf(o.Owners), Phase: o.Phase, Origin: o.Origin,
		Supports: e.SupportTexts(o),
	}
	e.objectives[o.ID] = j.ID
	for _, k := range o.KeyResults {
		kr := jsonKeyResult{
			ID: given(e, k.Ref, k.ID), Text: k.Text, Metric: k.Metric, Baseline: k.Baseline, Target: k.Target, Unit: k.Unit, Owner: k.Owner,
		}
		if o.IsShared() && k.Team == e.Deliverer(o, k) {
			kr.Team = e.TeamName(k.Team)
		}
		j.KeyResults = append(j.KeyResults, kr)
	}
	return j
}
