package workshop

import (
	"slices"
	"time"

	"souk/model"
)

// Next is the workshop of the next cycle as the last one leaves it.
type Next struct {
	Entries []Entry // from the first one
	State   *State  // after them

	// What stays behind, since it belongs to the cycle that ends.
	Directions []model.Intent
	Virtual    []model.Team
	Unsettled  int // requests without an answer that settles them
}

// Begin makes the next cycle's workshop out of the last one: what lasts comes along, what was agreed comes back as the last cycle, whose
// outcome nobody knows yet. Directions, needs, offers and virtual teams belong to one cycle: they are said anew or end with it. figures are how
// far the last one was aligned, as package alignment counts it; escalated is what the room sent up without raising it itself, as package signal
// tells it.
func Begin(at time.Time, by model.Text, last *State, cycle model.Text, figures model.PastCycle, escalated ...model.PastSignal) (Next, error) {
	switch {
	case cycle.IsEmpty():
		return Next{}, refuse(Empty, "Say what the next cycle is called.")
	case model.Fold(cycle) == model.Fold(last.Cycle):
		return Next{}, refuse(Invalid, "The next cycle cannot have the name of this one.")
	case len(last.Stalls()) == 0:
		return Next{}, refuse(Empty, "There is no team in this workshop, so there is nothing to begin the next cycle with.")
	}
	next := Next{Unsettled: last.unsettled()}
	for _, i := range last.Intents {
		if i.Horizon == model.Quarter {
			next.Directions = append(next.Directions, i)
		}
	}
	drafts := last.leaves(cycle)
	for t := range last.virtualTeams() {
		if !slices.ContainsFunc(drafts.Teams, func(d model.DraftTeam) bool { return d.Name == t.Name }) {
			next.Virtual = append(next.Virtual, t)
		}
	}
	drafts.Cycles = last.leftOver(cycle, figures)
	for _, g := range escalated {
		if !slices.ContainsFunc(drafts.Signals, g.IsSame) {
			drafts.Signals = append(drafts.Signals, g)
		}
	}
	s := New()
	ins := append(last.settings(), ImportDrafts{Drafts: drafts, Source: last.source()})
	entries, err := s.DoAll(at, by, ins...)
	if err != nil {
		return Next{}, err
	}
	more, err := s.DoAll(at, by, last.aliasesFor(s.State())...)
	next.Entries, next.State = append(entries, more...), s.State()
	return next, err
}

// source is what the next cycle calls the workshop that it comes from.
func (s *State) source() model.Text {
	if s.Cycle.IsEmpty() {
		return model.Clean("last cycle")
	}
	return s.Cycle
}

// settings are what the detector and the review were told.
func (s *State) settings() []Intent {
	var ins []Intent
	if !sameChecks(s.Private.Checks, model.CheckSettings{}) {
		ins = append(ins, SetChecks{s.Private.Checks})
	}
	for _, pair := range s.Words {
		ins = append(ins, TreatAs{pair[0], pair[1]})
	}
	return ins
}

// aliasesFor are whom ambiguous words mean, for the teams as the next workshop has them.
func (s *State) aliasesFor(next *State) []Intent {
	var ins []Intent
	for _, a := range s.Aliases {
		if a.Team == "" {
			ins = append(ins, NameTeam{Word: a.Word})
			continue
		}
		was, _ := s.Teams.Get(a.Team)
		if t, ok := next.TeamByName(was.Name); ok {
			ins = append(ins, NameTeam{Word: a.Word, Team: t.ID})
		}
	}
	return ins
}

func (s *State) unsettled() int {
	n := 0
	for r := range s.Requests.All() {
		if !r.IsSettled() {
			n++
		}
	}
	return n
}

// leaves are the drafts that a workshop leaves for the next cycle.
func (s *State) leaves(cycle model.Text) model.Drafts {
	d := model.Drafts{Organisation: s.Organisation, Cycle: cycle, Questions: s.lasting()}
	for _, i := range s.Intents {
		if i.Horizon != model.Quarter {
			d.Strategy = append(d.Strategy, model.Intent{Horizon: i.Horizon, Text: i.Text})
		}
	}
	d.Teams, d.LastCycle = s.leftTeams()
	for r := range s.Requests.All() {
		if a := r.Answer(); a.Answer == model.Committed || a.Answer == model.SisterKR {
			d.Promises = append(d.Promises, model.Promise{By: s.nameOf(r.To.Team), To: s.nameOf(r.From.Team), What: r.What, Due: a.When})
		}
	}
	for g := range s.KeptSignals() {
		d.Signals = append(d.Signals, model.PastSignal{Text: g.Text, Evidence: g.Evidence, Answer: g.Answer})
	}
	return d
}

// leftTeams are the teams with what they deferred, and what is live as last cycle's results. What was lifted to a virtual team is among them
// under its name; deferred, it comes back to who leads it.
func (s *State) leftTeams() ([]model.DraftTeam, []model.Result) {
	var teams []model.DraftTeam
	var results []model.Result
	at := map[model.TeamID]int{}
	add := func(t model.Team) {
		draft := model.DraftTeam{Name: t.Name, Level: t.Level, Kind: t.Kind, Description: t.Description}
		if s.Teams.Has(t.Parent) {
			draft.Parent = s.nameOf(t.Parent)
		}
		at[t.ID], teams = len(teams), append(teams, draft)
	}
	stalls := s.Stalls()
	for _, t := range stalls {
		add(t)
	}
	for _, t := range slices.AppendSeq(stalls, s.virtualTeams()) {
		for _, o := range s.ObjectivesOf(t.ID) {
			if o.Team != t.ID {
				continue // a virtual team lists what it formed around, too
			}
			switch o.Fate {
			case model.Live:
				results = append(results, model.Result{Team: t.Name, Objective: o.Title, Cycle: s.Cycle})
			case model.Deferred:
				next := s.goesTo(t, o)
				if _, ok := at[next.ID]; !ok {
					add(next)
				}
				teams[at[next.ID]].Objectives = append(teams[at[next.ID]].Objectives, s.asDraft(o))
			case model.Dropped, model.Merged: // the room let go of it
			}
		}
	}
	return teams, results
}

// goesTo is the team that goes on with an objective: its own, or of a virtual team the lead, or else who had the objective before. A virtual
// team without either goes on itself, since nothing may be lost.
func (s *State) goesTo(t model.Team, o model.Objective) model.Team {
	if t.Kind != model.VirtualTeam {
		return t
	}
	home, _ := s.LiftedFrom(o.ID)
	for _, id := range append(slices.Clone(t.Members), home) {
		if m, ok := s.Teams.Get(id); ok && m.Kind != model.VirtualTeam {
			return m
		}
	}
	return t
}

// lasting are leadership's answers but the one to the last question, whether the direction is understood: that is asked anew.
func (s *State) lasting() []model.Text {
	return s.Answers[:min(len(s.Answers), len(model.Questions())-1)]
}

func (s *State) nameOf(id model.TeamID) model.Text {
	t, _ := s.Teams.Get(id)
	return t.Name
}

// asDraft is an objective as its team would bring it.
func (s *State) asDraft(o model.Objective) model.DraftObjective {
	d := model.DraftObjective{ID: o.Ref, Title: o.Title, WhyNow: o.WhyNow, Supports: s.SupportTexts(o), Phase: o.Phase, Origin: o.Origin}
	for _, id := range o.Owners {
		d.Owners = append(d.Owners, s.nameOf(id))
	}
	for _, k := range o.KeyResults {
		d.KeyResults = append(d.KeyResults, model.DraftKeyResult{
			ID: k.Ref, Text: k.Text, Metric: k.Metric, Baseline: k.Baseline, Target: k.Target, Unit: k.Unit, Owner: k.Owner, Team: s.nameOf(k.Team),
		})
	}
	return d
}

// SupportTexts are what an objective says to support, an intent of the strategy in its words of today.
func (s *State) SupportTexts(o model.Objective) []model.Text {
	out := make([]model.Text, 0, len(o.Supports))
	for _, p := range o.Supports {
		text := p.Text
		if i, ok := s.Intent(p.Intent); ok && p.Intent != "" {
			text = i.Text
		}
		out = append(out, text)
	}
	return out
}
