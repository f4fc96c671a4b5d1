package main

import (
	"fmt"
	"reflect"
	"strings"

	"souk/model"
	"souk/workshop"
	"souk/workshop/say"
)

// amounts is how many of each there are.
type amounts struct {
	Teams      int `json:"teams"`
	Objectives int `json:"objectives"`
	KeyResults int `json:"key_results"`
}

// String names what there is, or says that there is nothing.
func (a amounts) String() string {
	var parts []string
	add := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, say.Plural(n, one, many))
		}
	}
	add(a.Teams, "team", "teams")
	add(a.Objectives, "objective", "objectives")
	add(a.KeyResults, "key result", "key results")
	if len(parts) == 0 {
		return "nothing"
	}
	return strings.Join(parts, ", ")
}

// renamedJSON is a name that changed; Objective is how the room refers to it, where it is the title of one.
type renamedJSON struct {
	Objective string     `json:"objective,omitempty"`
	From      model.Text `json:"from"`
	To        model.Text `json:"to"`
}

// missingJSON is an objective that is not in the drafts any more, or a team with all of its own.
type missingJSON struct {
	Team      model.Text `json:"team"`
	Objective string     `json:"objective,omitempty"` // how the room refers to it
	Title     model.Text `json:"title,omitzero"`
}

// compare tells what the import made of the workshop, and what its drafts leave out.
func (r *imported) compare(before, after *workshop.State, drafts model.Drafts) {
	r.Workshop.Teams = len(after.Stalls())
	for o := range after.Live() {
		r.Workshop.Objectives++
		r.Workshop.KeyResults += len(o.KeyResults)
	}
	r.compareTeams(before, after)
	r.compareObjectives(before, after)
	if before.Drafted.Len() == 0 {
		return // nothing was there to be left out
	}
	out := after.LeftOut(drafts)
	for _, id := range out.Objectives {
		o, _ := after.Objectives.Get(id)
		t, _ := after.Teams.Get(o.Team)
		r.Missing = append(r.Missing, missingJSON{Team: t.Name, Objective: after.Label(id), Title: o.Title})
	}
	for _, id := range out.Teams {
		t, _ := after.Teams.Get(id)
		r.Missing = append(r.Missing, missingJSON{Team: t.Name})
	}
}

func (r *imported) compareTeams(before, after *workshop.State) {
	for old, t := range after.Teams.Changed(before.Teams) {
		if old == nil {
			r.Added.Teams++
			continue
		}
		if old.Name != t.Name {
			r.Renamed = append(r.Renamed, renamedJSON{From: old.Name, To: t.Name})
		}
		was := *old
		was.Objectives = t.Objectives // new ones are told as such
		if !reflect.DeepEqual(was, t) {
			r.Changed.Teams++
		}
	}
}

func (r *imported) compareObjectives(before, after *workshop.State) {
	for old, o := range after.Objectives.Changed(before.Objectives) {
		if old == nil {
			r.Added.Objectives++
			r.Added.KeyResults += len(o.KeyResults)
			continue
		}
		r.Changed.Objectives++
		for _, k := range o.KeyResults {
			was, _, known := workshop.KeyResult(*old, k.ID)
			switch {
			case !known:
				r.Added.KeyResults++
			case was != k:
				r.Changed.KeyResults++
			}
		}
		for _, k := range old.KeyResults {
			if _, _, stays := workshop.KeyResult(o, k.ID); !stays {
				r.Removed.KeyResults++
			}
		}
	}
	for old, o := range after.Drafted.Changed(before.Drafted) {
		if old != nil && model.Fold(old.Title) != model.Fold(o.Title) {
			r.Reworded = append(r.Reworded, renamedJSON{Objective: after.Label(o.ID), From: old.Title, To: o.Title})
		}
	}
}

// sum is what is in the workshop now and what the import did to it.
func (r *imported) sum() string {
	w := r.Workshop
	text := fmt.Sprintf("%s, %s, %s (new: %s; updated: %s", say.Plural(w.Teams, "team", "teams"),
		say.Plural(w.Objectives, "objective", "objectives"), say.Plural(w.KeyResults, "key result", "key results"), r.Added, r.Changed)
	if r.Removed != (amounts{}) {
		text += fmt.Sprintf("; gone: %s", r.Removed)
	}
	text += ")"
	if r.Results+r.Promises+r.Signals > 0 {
		text += fmt.Sprintf("; of last cycle %s, %s, %s", say.Plural(r.Results, "result", "results"),
			say.Plural(r.Promises, "promise", "promises"), say.Plural(r.Signals, "signal", "signals"))
	}
	if r.Cycles > 0 {
		text += "; " + say.Plural(r.Cycles, "older cycle", "older cycles")
	}
	return text
}

// shownLines is how many of the particulars of one kind are told on a terminal.
const shownLines = 10

// particulars are the lines about what is called otherwise, and what the drafts leave out.
func (r *imported) particulars() []string {
	var lines []string
	tell := func(n int, line func(i int) string) {
		for i := range min(n, shownLines) {
			lines = append(lines, line(i))
		}
		if n > shownLines {
			lines = append(lines, fmt.Sprintf("… and %d more like that; --json lists them all", n-shownLines))
		}
	}
	tell(len(r.Renamed), func(i int) string {
		return fmt.Sprintf("renamed: the team %s is %s now", r.Renamed[i].From.Line(), r.Renamed[i].To.Line())
	})
	tell(len(r.Reworded), func(i int) string {
		return fmt.Sprintf("reworded: %s “%s” is “%s” now", r.Reworded[i].Objective, r.Reworded[i].From.Line(), r.Reworded[i].To.Line())
	})
	tell(len(r.Missing), func(i int) string {
		if m := r.Missing[i]; m.Objective != "" {
			return fmt.Sprintf("no longer in the drafts: %s “%s”", m.Objective, m.Title.Line())
		}
		return fmt.Sprintf("no longer in the drafts: the team %s", r.Missing[i].Team.Line())
	})
	return lines
}
