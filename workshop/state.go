package workshop

import (
	"fmt"
	"iter"
	"slices"

	"souk/model"
)

// State is the workshop as it stands. It never changes: treat everything reached from it as read-only.
type State struct {
	Seq          uint64                                    `json:"seq"` // of the last entry that is folded in
	Organisation model.Text                                `json:"organisation,omitzero"`
	Cycle        model.Text                                `json:"cycle,omitzero"`
	Intents      []model.Intent                            `json:"intents,omitempty"`
	Answers      []model.Text                              `json:"answers,omitempty"` // leadership's, in the order of model.Questions
	LastCycle    []model.Result                            `json:"last_cycle,omitempty"`
	Promises     []model.Promise                           `json:"promises,omitempty"`     // of last cycle
	PastSignals  []model.PastSignal                        `json:"past_signals,omitempty"` // of last cycle
	PastCycles   []model.PastCycle                         `json:"past_cycles,omitempty"`  // older results, and how far each cycle was aligned; the oldest first
	Brought      Brought                                   `json:"brought,omitzero"`
	Pulses       []Pulse                                   `json:"pulses,omitempty"`
	Agenda       Agenda                                    `json:"agenda,omitzero"`
	Order        []model.TeamID                            `json:"order,omitempty"` // of the stalls, where it was changed
	Teams        Table[model.TeamID, model.Team]           `json:"teams"`
	Objectives   Table[model.ObjectiveID, model.Objective] `json:"objectives"`
	Drafted      Table[model.ObjectiveID, model.Objective] `json:"drafted"`            // each objective as it came to the marketplace
	Findings     Table[model.FindingID, model.Finding]     `json:"findings"`           // those that the room or a coach touched
	Suggested    Table[model.FindingID, model.Finding]     `json:"suggested,omitzero"` // brought from other programs
	Words        [][2]model.Text                           `json:"words,omitempty"`    // words that mean the same here
	Aliases      []model.Alias                             `json:"aliases,omitempty"`  // whom an ambiguous name means
	Requests     Table[model.RequestID, model.Request]     `json:"requests"`
	Decisions    Table[model.DecisionID, model.Decision]   `json:"decisions"`
	Parking      Table[model.ParkingID, model.Parking]     `json:"parking"`
	Signals      Table[model.SignalID, model.Signal]       `json:"signals"`
	Comments     Table[model.CommentID, model.Comment]     `json:"comments"`
	Queue        []model.FindingID                         `json:"queue,omitempty"` // what should come up, in the coach's order

	DroppedSignals map[string]model.Text `json:"dropped_signals,omitempty"` // by their matter, each with the reason

	StallQuestions Table[model.StallQuestionID, model.StallQuestion] `json:"stall_questions,omitzero"` // sent to the teams ahead
	Private        Private                                           `json:"private,omitzero"`
}

// Name is what the workshop is called: organisation and cycle.
func (s *State) Name() string {
	switch org, cycle := s.Organisation.Line(), s.Cycle.Line(); {
	case org == "" && cycle == "":
		return "a new workshop"
	case org == "":
		return cycle
	case cycle == "":
		return org
	default:
		return org + " · " + cycle
	}
}

// Stalls lists the teams that drafted OKRs, in the order of their stalls; virtual teams have none.
func (s *State) Stalls() []model.Team {
	var out []model.Team
	seen := map[model.TeamID]bool{}
	for _, id := range s.Order {
		if t, ok := s.Teams.Get(id); ok && t.Kind != model.VirtualTeam {
			out = append(out, t)
			seen[id] = true
		}
	}
	for t := range s.Teams.All() {
		if t.Kind != model.VirtualTeam && !seen[t.ID] {
			out = append(out, t)
		}
	}
	return out
}

// SameStalls reports whether b has the live objectives of a at the same stalls, whatever was said about them. It costs what lies between
// the two, not what they hold.
func SameStalls(a, b *State) bool {
	if a.Teams.Len() != b.Teams.Len() || a.Objectives.Len() != b.Objectives.Len() || !slices.Equal(a.Order, b.Order) {
		return false
	}
	for old, t := range b.Teams.Changed(a.Teams) {
		if old == nil || old.Kind != t.Kind || !slices.Equal(old.Objectives, t.Objectives) {
			return false
		}
	}
	for old, o := range b.Objectives.Changed(a.Objectives) {
		if old == nil || old.Fate != o.Fate {
			return false
		}
	}
	return true
}

// ObjectivesOf lists a team's own objectives in its order, dropped and merged ones included.
func (s *State) ObjectivesOf(id model.TeamID) []model.Objective {
	t, _ := s.Teams.Get(id)
	out := make([]model.Objective, 0, len(t.Objectives))
	for _, o := range t.Objectives {
		if ob, ok := s.Objectives.Get(o); ok {
			out = append(out, ob)
		}
	}
	return out
}

// Live yields the objectives that are part of the OKRs as they stand: neither dropped, deferred nor merged.
func (s *State) Live() iter.Seq[model.Objective] {
	return func(yield func(model.Objective) bool) {
		for o := range s.Objectives.All() {
			if o.Fate == model.Live && !yield(o) {
				return
			}
		}
	}
}

// CountLive counts the objectives of a team that are part of the OKRs as they stand, and their key results. It is how the workshop counts
// everywhere: what was dropped, deferred or merged is in no figure. For a virtual team it counts what became of those it formed around.
func (s *State) CountLive(id model.TeamID) (objectives, keyResults int) {
	t, _ := s.Teams.Get(id)
	for _, own := range t.Objectives {
		o, ok := s.Objectives.Get(own)
		if t.Kind == model.VirtualTeam {
			o, ok = s.standing(own)
		}
		if ok && o.Fate == model.Live {
			objectives++
			keyResults += len(o.KeyResults)
		}
	}
	return objectives, keyResults
}

// TeamName is the name of a team, or "?" where it is not known.
func (s *State) TeamName(id model.TeamID) string {
	if t, ok := s.Teams.Get(id); ok {
		return t.Name.Line()
	}
	return "?"
}

// Label is how the room refers to an objective: the team's name and its place in the team's list.
func (s *State) Label(id model.ObjectiveID) string {
	o, ok := s.Objectives.Get(id)
	if !ok {
		return "?"
	}
	t, _ := s.Teams.Get(o.Team)
	return fmt.Sprintf("%s %d", t.Name.Line(), slices.Index(t.Objectives, id)+1)
}

// Pair is how the room refers to a finding: "Payments → Platform" or "Growth ~ Onboarding".
func (s *State) Pair(f model.Finding) string {
	sign := " ~ "
	switch f.Kind {
	case model.Dependency:
		sign = " → "
	case model.Conflict:
		sign = " × "
	default: // no direction, no opposition
	}
	return s.TeamName(f.A.Team) + sign + s.TeamName(f.B.Team)
}

// Supporters yields the live objectives that say they support an intent.
func (s *State) Supporters(id model.IntentID) iter.Seq[model.Objective] {
	return func(yield func(model.Objective) bool) {
		for o := range s.Live() {
			if slices.ContainsFunc(o.Supports, func(p model.Support) bool { return p.Intent == id }) && !yield(o) {
				return
			}
		}
	}
}

// IntentByText finds an intent by its text, as Fold compares.
func (s *State) IntentByText(t model.Text) (model.Intent, bool) {
	want := model.Fold(t)
	for _, i := range s.Intents {
		if model.Fold(i.Text) == want {
			return i, true
		}
	}
	return model.Intent{}, false
}

// TeamByName finds a team by its name, as Fold compares.
func (s *State) TeamByName(name model.Text) (model.Team, bool) {
	want := model.Fold(name)
	for t := range s.Teams.All() {
		if model.Fold(t.Name) == want {
			return t, true
		}
	}
	return model.Team{}, false
}

// KeyResult finds a key result in an objective; n is its place, counted from 1.
func KeyResult(o model.Objective, id model.KeyResultID) (kr model.KeyResult, n int, ok bool) {
	for i, k := range o.KeyResults {
		if k.ID == id {
			return k, i + 1, true
		}
	}
	return model.KeyResult{}, 0, false
}

// Aligned counts the live objectives by what was said to them. One that is parked by either party is parked, one with a "not yet" is
// not yet; the rest is open.
func (s *State) Aligned() (aligned, notYet, parked, open int) {
	for o := range s.Live() {
		switch t, l := o.Agreement.Team.Stance, o.Agreement.Leadership.Stance; {
		case o.Agreement.IsAligned():
			aligned++
		case t == model.ParkedStance || l == model.ParkedStance:
			parked++
		case t == model.NotYet || l == model.NotYet:
			notYet++
		default:
			open++
		}
	}
	return aligned, notYet, parked, open
}

// changeObjective puts a changed copy of an objective; f must clone a slice before it changes it. An unknown id changes nothing.
func (s *State) changeObjective(id model.ObjectiveID, f func(*model.Objective)) {
	if o, ok := s.Objectives.Get(id); ok {
		f(&o)
		s.Objectives = s.Objectives.Put(o)
	}
}

func (s *State) changeTeam(id model.TeamID, f func(*model.Team)) {
	if t, ok := s.Teams.Get(id); ok {
		f(&t)
		s.Teams = s.Teams.Put(t)
	}
}

// appended is append on a copy.
func appended[T any](s []T, more ...T) []T { return append(slices.Clip(slices.Clone(s)), more...) }
