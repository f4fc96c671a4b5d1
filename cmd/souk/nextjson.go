package main

import (
	"encoding/json"
	"io"

	"souk/model"
	"souk/workshop"
)

// nextJSON is the schema souk.next/1.
type nextJSON struct {
	Schema     string          `json:"schema"`
	File       string          `json:"file"` // the new one
	From       string          `json:"from"`
	Cycle      string          `json:"cycle"`
	LastCycle  string          `json:"last_cycle"`
	NewYear    bool            `json:"new_year"` // the annual intents want to be read again
	Intents    int             `json:"intents"`
	Answers    int             `json:"answers"` // of leadership, to the six questions
	Teams      int             `json:"teams"`
	Results    int             `json:"results"`  // of last cycle, to record
	Promises   int             `json:"promises"` // of last cycle, to record
	Signals    int             `json:"signals"`  // of last cycle
	Answered   int             `json:"signals_answered"`
	Cycles     []nextCycleJSON `json:"cycles"` // to compare with, the oldest first
	Deferred   []nextDraftJSON `json:"deferred"`
	Directions []model.Text    `json:"directions"` // those that ended, to say anew
	Ended      []model.Text    `json:"ended_virtual_teams"`
	Unsettled  int             `json:"unsettled_requests"`

	Requests []nextRequestJSON `json:"open_requests"` // those that nobody settled
	Parking  []nextParkingJSON `json:"parking"`       // what stays behind in the parking lot
}

type nextRequestJSON struct {
	From     string     `json:"from"`
	To       string     `json:"to"`
	What     model.Text `json:"what"`
	NeededBy model.Text `json:"needed_by,omitzero"`
}

type nextParkingJSON struct {
	Text  model.Text `json:"text"`
	Owner model.Text `json:"owner,omitzero"`
	Due   model.Text `json:"due,omitzero"`
}

type nextCycleJSON struct {
	Cycle     model.Text `json:"cycle"`
	Alignment bool       `json:"alignment"` // it is known how far it was aligned
	Results   int        `json:"results"`
}

type nextDraftJSON struct {
	Team      string     `json:"team"`
	Objective model.Text `json:"objective"`
}

// writeNext says in JSON what is in the new file, and what stayed behind.
func writeNext(to io.Writer, path, output string, last *workshop.State, next workshop.Next, newYear bool) error {
	s := next.State
	doc := nextJSON{
		Schema: "souk.next/1", File: output, From: path, Cycle: s.Cycle.Line(), LastCycle: last.Cycle.Line(), NewYear: newYear,
		Intents: len(s.Intents), Answers: said(s.Answers), Teams: s.Teams.Len(),
		Results: len(s.LastCycle), Promises: len(s.Promises), Signals: len(s.PastSignals), Answered: replied(s), Unsettled: next.Unsettled,
		Cycles: []nextCycleJSON{}, Deferred: []nextDraftJSON{}, Directions: []model.Text{}, Ended: []model.Text{},
		Requests: []nextRequestJSON{}, Parking: []nextParkingJSON{},
	}
	for _, r := range openRequests(last) {
		doc.Requests = append(doc.Requests, nextRequestJSON{last.TeamName(r.From.Team), last.TeamName(r.To.Team), r.What, r.NeededBy})
	}
	for p := range last.Parking.All() {
		doc.Parking = append(doc.Parking, nextParkingJSON{p.Text, p.Owner, p.Due})
	}
	for _, c := range s.PastCycles {
		doc.Cycles = append(doc.Cycles, nextCycleJSON{c.Cycle, c.HasFigures(), len(c.Results)})
	}
	for o := range s.Objectives.All() {
		doc.Deferred = append(doc.Deferred, nextDraftJSON{s.TeamName(o.Team), o.Title})
	}
	for _, i := range next.Directions {
		doc.Directions = append(doc.Directions, i.Text)
	}
	for _, t := range next.Virtual {
		doc.Ended = append(doc.Ended, t.Name)
	}
	enc := json.NewEncoder(to)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	return enc.Encode(doc)
}
