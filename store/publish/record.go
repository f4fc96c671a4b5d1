package publish

import (
	"strings"
	"time"

	"souk/model"
	"souk/workshop"
	"souk/workshop/alignment"
	"souk/workshop/report"
)

// jsonRecord is what the workshop agreed, for other programs. Teams stand by name, objectives as jsonItem.
type jsonRecord struct {
	Summary    jsonSummary     `json:"summary"`
	Pulse      []jsonPulse     `json:"pulse,omitempty"`
	Decisions  []jsonDecision  `json:"decisions"`
	Requests   []jsonRequest   `json:"requests"`
	Circles    [][]string      `json:"waiting_circles,omitempty"` // each team waits for the next, the last for the first
	Alignment  jsonAlignment   `json:"alignment"`
	Agreements []jsonAgreement `json:"agreements"`
	Gone       []jsonGone      `json:"no_longer_part,omitempty"`
	Virtual    []jsonVirtual   `json:"virtual_teams,omitempty"`
	Shared     []jsonShared    `json:"shared,omitempty"` // those of virtual teams first
	Parking    []jsonParking   `json:"parking"`
	Signals    []jsonSignal    `json:"signals"`
	Comments   []jsonComment   `json:"comments,omitempty"`
}

type jsonSummary struct {
	Teams      int `json:"teams"`
	Objectives int `json:"objectives"` // those that are live, and their key results
	KeyResults int `json:"key_results"`

	Aligned int `json:"aligned"`
	NotYet  int `json:"not_yet"`
	Parked  int `json:"parked"`
	Open    int `json:"open"`
}

// jsonItem says which objective is meant. The id is empty for one that is no longer part of the OKRs.
type jsonItem struct {
	Team       string            `json:"team"`
	ID         model.ObjectiveID `json:"id,omitempty"`
	Objective  model.Text        `json:"objective,omitzero"`
	KeyResults []model.Text      `json:"key_results,omitempty"`
}

type jsonPulse struct {
	When  workshop.Stage `json:"when"`
	Team  string         `json:"team"`
	Votes []int          `json:"votes"`
}

type jsonDecision struct {
	Kind      string        `json:"kind"`
	Outcome   model.Outcome `json:"outcome"`
	Summary   model.Text    `json:"summary"`
	Teams     []string      `json:"teams,omitempty"`
	Owner     model.Text    `json:"owner,omitzero"`
	Due       model.Text    `json:"due,omitzero"`
	Rationale model.Text    `json:"rationale,omitzero"`
	AgreedBy  model.Text    `json:"agreed_by,omitzero"`
	At        time.Time     `json:"at"`
	ReadBack  bool          `json:"read_back,omitempty"`
	Changes   []jsonChange  `json:"changes,omitempty"`
}

type jsonChange struct {
	jsonItem
	Field  string     `json:"field"`
	Before model.Text `json:"before"`
	After  model.Text `json:"after"`
}

type jsonRequest struct {
	From     jsonItem   `json:"from"`
	To       jsonItem   `json:"to"`
	What     model.Text `json:"what"`
	NeededBy model.Text `json:"needed_by,omitzero"`
	Size     model.Size `json:"size,omitempty"`
	Settled  bool       `json:"settled"`
	Trail    []jsonTurn `json:"trail"`
}

type jsonTurn struct {
	At     time.Time        `json:"at"`
	By     model.Text       `json:"by,omitzero"`
	Answer model.AnswerKind `json:"answer,omitempty"` // empty for the ask
	When   model.Text       `json:"when,omitzero"`
	Who    model.Text       `json:"who,omitzero"`
	Text   model.Text       `json:"text,omitzero"`
}

type jsonAgreement struct {
	jsonItem
	Author     model.Word   `json:"author,omitzero"` // what the team said
	Leadership model.Word   `json:"leadership,omitzero"`
	Votes      []int        `json:"votes,omitempty"`
	Follows    *jsonItem    `json:"follows,omitempty"`
	Notes      []model.Text `json:"notes,omitempty"`
}

type jsonGone struct {
	jsonItem
	Fate model.Fate `json:"fate"`
	Into *jsonItem  `json:"into,omitempty"`
}

type jsonVirtual struct {
	Name    model.Text `json:"name"`
	Purpose model.Text `json:"purpose,omitzero"`
	Until   model.Text `json:"until,omitzero"`
	Members []string   `json:"members"` // the lead first
	Around  []jsonItem `json:"around"`
}

type jsonParking struct {
	Text  model.Text `json:"text"`
	About *jsonItem  `json:"about,omitempty"`
	Owner model.Text `json:"owner,omitzero"`
	Due   model.Text `json:"due,omitzero"`
	At    time.Time  `json:"at"`
}

type jsonSignal struct {
	Source   string        `json:"source"`         // where it comes from, in words
	Kind     string        `json:"kind,omitempty"` // of a computed one
	Status   report.Status `json:"status"`
	Text     string        `json:"text"`
	Evidence string        `json:"evidence,omitempty"` // a line for each thing that was seen
	Owner    string        `json:"owner,omitempty"`
	Answer   string        `json:"answer,omitempty"` // leadership's
}

type jsonAlignment struct {
	Total model.Figures   `json:"total"`
	Teams []model.Figures `json:"teams"` // in the order of their stalls
}

type jsonComment struct {
	jsonItem
	By   model.Text `json:"by,omitzero"`
	Text model.Text `json:"text"`
	At   time.Time  `json:"at"`
}

// record comes after teams, which gives the ids.
func (e *exporting) record(told []report.Signal) jsonRecord {
	r := jsonRecord{
		Decisions: []jsonDecision{}, Requests: []jsonRequest{}, Agreements: []jsonAgreement{}, Parking: []jsonParking{}, Signals: []jsonSignal{},
		Summary: jsonSummary{Teams: len(e.Stalls())},
	}
	for _, t := range e.Stalls() {
		objectives, krs := e.CountLive(t.ID)
		r.Summary.Objectives += objectives
		r.Summary.KeyResults += krs
	}
	r.Summary.Aligned, r.Summary.NotYet, r.Summary.Parked, r.Summary.Open = e.Aligned()
	for _, p := range e.Pulses {
		r.Pulse = append(r.Pulse, jsonPulse{p.When, e.TeamName(p.Team), p.Votes})
	}
	for d := range e.Decisions.All() {
		r.Decisions = append(r.Decisions, e.decision(d))
	}
	for q := range e.Requests.All() {
		r.Requests = append(r.Requests, e.request(q))
	}
	for _, ring := range e.Cycles() {
		r.Circles = append(r.Circles, e.namesOf(ring))
	}
	e.agreements(&r)
	for p := range e.Parking.All() {
		j := jsonParking{Text: p.Text, Owner: p.Owner, Due: p.Due, At: p.At}
		if p.About.Team != "" {
			about := e.item(p.About)
			j.About = &about
		}
		r.Parking = append(r.Parking, j)
	}
	for _, g := range told {
		r.Signals = append(r.Signals, jsonSignal{g.Source(), g.Kind, g.Status, g.Text, strings.Join(g.Evidence, "\n"), g.Owner, g.Answer})
	}
	r.Shared = e.shared()
	r.Alignment = e.alignment()
	for c := range e.Comments.All() {
		r.Comments = append(r.Comments, jsonComment{e.about(c.Objective), c.By, c.Text, c.At})
	}
	return r
}

func (e *exporting) alignment() jsonAlignment {
	now := alignment.Figures(e.State)
	return jsonAlignment{now.Total, append([]model.Figures{}, now.Teams...)}
}

// agreements are what was said to each objective, by team, and what became of the others.
func (e *exporting) agreements(r *jsonRecord) {
	for _, t := range e.Stalls() {
		for _, o := range e.ObjectivesOf(t.ID) {
			if o.Fate != model.Live {
				r.Gone = append(r.Gone, jsonGone{e.about(o.ID), o.Fate, e.other(o.Into)})
				continue
			}
			a := o.Agreement
			r.Agreements = append(r.Agreements, jsonAgreement{e.about(o.ID), a.Team, a.Leadership, a.Votes, e.other(o.Follows), o.Notes})
		}
	}
	for t := range e.Teams.All() {
		if t.Kind != model.VirtualTeam {
			continue
		}
		v := jsonVirtual{Name: t.Name, Purpose: t.Description, Until: t.Until, Members: e.namesOf(t.Members)}
		for _, id := range t.Objectives {
			v.Around = append(v.Around, e.about(id))
		}
		r.Virtual = append(r.Virtual, v)
	}
}

func (e *exporting) decision(d model.Decision) jsonDecision {
	j := jsonDecision{
		Kind: d.Kind, Outcome: d.Outcome, Summary: d.Summary, Teams: e.namesOf(d.Teams), Owner: d.Owner, Due: d.Due,
		Rationale: d.Rationale, AgreedBy: d.AgreedBy, At: d.At, ReadBack: d.ReadBack,
	}
	for _, c := range d.Changes {
		j.Changes = append(j.Changes, jsonChange{e.item(model.Side{Team: c.Team, Objective: c.Objective}), c.Field, c.Before, c.After})
	}
	return j
}

func (e *exporting) request(r model.Request) jsonRequest {
	j := jsonRequest{
		From: e.item(e.Now(r.From)), To: e.item(e.Now(r.To)), What: r.What, NeededBy: r.NeededBy, Size: r.Size, Settled: r.IsSettled(), Trail: []jsonTurn{},
	}
	for _, t := range r.Trail {
		j.Trail = append(j.Trail, jsonTurn(t))
	}
	return j
}

// other is another objective, or nil for none.
func (e *exporting) other(id model.ObjectiveID) *jsonItem {
	if id == "" {
		return nil
	}
	j := e.about(id)
	return &j
}

// about is an objective with its team.
func (e *exporting) about(id model.ObjectiveID) jsonItem {
	o, _ := e.Objectives.Get(id)
	return e.item(model.Side{Team: o.Team, Objective: id})
}

func (e *exporting) item(s model.Side) jsonItem {
	o, _ := e.Objectives.Get(s.Objective)
	j := jsonItem{Team: e.TeamName(s.Team), ID: e.objectives[s.Objective], Objective: o.Title}
	for _, id := range s.KeyResults {
		if k, _, ok := workshop.KeyResult(o, id); ok {
			j.KeyResults = append(j.KeyResults, k.Text)
		}
	}
	return j
}
