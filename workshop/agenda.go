package workshop

import (
	"fmt"
	"slices"

	"souk/model"
)

// Slot is a stage with its timebox.
type Slot struct {
	Stage   Stage `json:"stage"`
	Minutes int   `json:"minutes"`
}

// Agenda is the plan of a workshop. The zero value is no plan.
type Agenda struct {
	Start int    `json:"start"` // minutes after midnight, local time
	Slots []Slot `json:"slots,omitempty"`
}

// The limits of an agenda, in minutes.
const (
	dayStart   = 9 * 60
	longestDay = 8 * 60
	maxTotal   = 5 * longestDay
)

// share is how many minutes a stage asks for: some for itself, some for each team and each objective.
type share struct {
	stage                Stage
	own, team, objective float64
}

func shares() []share {
	return []share{
		{CheckInStage, 5, 0.5, 0},
		{StrategyStage, 20, 0.5, 0},
		{StallsStage, 0, 5, 0},
		{DependencyStage, 10, 2.5, 0},
		{DuplicateStage, 10, 1, 0},
		{SynergyStage, 10, 1, 0},
		{RegroupStage, 15, 0, 0},
		{AgreementStage, 5, 0, 1},
		{CloseStage, 10, 0.5, 0},
		{PublishStage, 5, 0, 0},
	}
}

// ProposeAgenda scales the timeboxes to the number of teams and objectives and to the minutes there are; with total 0 it takes what they ask for, a
// day at most. Boxes are multiples of five minutes where the time is one and suffices for that, every box has at least a minute, and the
// boxes sum up to the total.
func ProposeAgenda(teams, objectives, total int) Agenda {
	wishes, sum := make([]float64, len(Stages())), 0.0
	for i, s := range shares() {
		wishes[i] = max(s.own+s.team*float64(teams)+s.objective*float64(objectives), 1)
		sum += wishes[i]
	}
	if total == 0 {
		total = min((int(sum)+29)/30*30, longestDay)
	}
	unit := 1
	if total%5 == 0 && total >= 2*5*len(wishes) {
		unit = 5
	}
	a := Agenda{Start: dayStart}
	left, rest := total/unit, sum
	for i, s := range shares() {
		// Each takes its part of what is left, and leaves one for each that follows: so the sum is exact.
		units := int(wishes[i]/rest*float64(left) + 0.5)
		units = max(1, min(units, left-(len(wishes)-1-i)))
		a.Slots = append(a.Slots, Slot{s.stage, units * unit})
		left -= units
		rest -= wishes[i]
	}
	return a
}

// Total is the sum of the boxes in minutes.
func (a Agenda) Total() int {
	sum := 0
	for _, s := range a.Slots {
		sum += s.Minutes
	}
	return sum
}

// Box is the timebox of a stage in minutes; 0 where the stage is not planned.
func (a Agenda) Box(st Stage) int {
	for _, s := range a.Slots {
		if s.Stage == st {
			return s.Minutes
		}
	}
	return 0
}

// Clock is when a stage begins and ends, as times of day "09:40".
func (a Agenda) Clock(st Stage) (from, to string) {
	at := a.Start
	for _, s := range a.Slots {
		if s.Stage == st {
			return clock(at), clock(at + s.Minutes)
		}
		at += s.Minutes
	}
	return "", ""
}

// With is the agenda with another timebox for one stage.
func (a Agenda) With(st Stage, minutes int) Agenda {
	a.Slots = slices.Clone(a.Slots)
	for i, s := range a.Slots {
		if s.Stage == st {
			a.Slots[i].Minutes = minutes
		}
	}
	return a
}

func clock(minutes int) string {
	minutes %= 24 * 60
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}

// Plan is the agenda that was set, or else the proposal for the teams there are.
func (s *State) Plan() Agenda {
	if len(s.Agenda.Slots) > 0 {
		return s.Agenda
	}
	teams, objectives := 0, 0
	for t := range s.Teams.All() {
		if t.Kind != model.VirtualTeam { // it forms on the way, and the boxes must not jump then
			teams++
			objectives += len(t.Objectives)
		}
	}
	return ProposeAgenda(teams, objectives, 0)
}

// SetAgenda changes timeboxes or the start.
type SetAgenda struct{ Agenda Agenda }

func (in SetAgenda) check(d *desk) (Fact, error) {
	a := in.Agenda
	if a.Start < 0 || a.Start >= 24*60 {
		return nil, refuse(Invalid, "The start must be a time of day such as 09:00.")
	}
	if len(a.Slots) != len(Stages()) {
		return nil, refuse(Invalid, "The agenda must have a timebox for every stage.")
	}
	for i, s := range a.Slots {
		if s.Stage != Stages()[i] {
			return nil, refuse(Invalid, "The agenda must list the stages in the order of the walk.")
		}
		if s.Minutes < 0 || s.Minutes > maxTotal {
			return nil, refuse(Invalid, "A timebox must be between 0 and %d minutes.", maxTotal)
		}
	}
	if a.Total() == 0 || a.Total() > maxTotal {
		return nil, refuse(Invalid, "The agenda must take between a minute and five days.")
	}
	if slices.Equal(a.Slots, d.Agenda.Slots) && a.Start == d.Agenda.Start {
		return nil, refuse(Unchanged, "The agenda is like that already.")
	}
	a.Slots = slices.Clone(a.Slots)
	return AgendaSet{Agenda: a}, nil
}

// AgendaSet says which agenda holds from now on.
type AgendaSet struct {
	Agenda Agenda `json:"agenda"`
}

// Kind implements Fact.
func (AgendaSet) Kind() string { return "agenda-set" }

// Title implements Fact.
func (f AgendaSet) Title(*State) string { return fmt.Sprintf("agenda of %d minutes", f.Agenda.Total()) }

func (f AgendaSet) apply(s *State, _ Entry) { s.Agenda = f.Agenda }

// ReorderStalls says in which order the teams show their stalls.
type ReorderStalls struct{ Order []model.TeamID }

func (in ReorderStalls) check(d *desk) (Fact, error) {
	seen := map[model.TeamID]bool{}
	for _, id := range in.Order {
		if _, err := d.team(id); err != nil {
			return nil, err
		}
		if seen[id] {
			return nil, refuse(Invalid, "A team can have only one stall.")
		}
		seen[id] = true
	}
	if slices.Equal(in.Order, d.Order) {
		return nil, refuse(Unchanged, "The stalls stand in that order already.")
	}
	return StallsReordered{Order: slices.Clone(in.Order)}, nil
}

// StallsReordered says in which order the teams show their stalls; the others follow.
type StallsReordered struct {
	Order []model.TeamID `json:"order"`
}

// Kind implements Fact.
func (StallsReordered) Kind() string { return "stalls-reordered" }

// Title implements Fact.
func (StallsReordered) Title(*State) string { return "order of the stalls" }

func (f StallsReordered) apply(s *State, _ Entry) { s.Order = f.Order }
