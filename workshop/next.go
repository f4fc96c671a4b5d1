package workshop

import (
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
// far the last one was aligned, as package alignment counts it.
func Begin(at time.Time, by model.Text, last *State, cycle model.Text, figures model.PastCycle) (Next, error) {
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
	for t := range last.Teams.All() {
		if t.Kind == model.VirtualTeam {
			next.Virtual = append(next.Virtual, t)
		}
	}
	drafts := last.leaves(cycle)
	drafts.Cycles = last.leftOver(cycle, figures)
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
	for _, t := range s.Stalls() {
		draft := model.DraftTeam{Name: t.Name, Level: t.Level, Kind: t.Kind, Description: t.Description}
		if s.Teams.Has(t.Parent) {
			parent, _ := s.Teams.Get(t.Parent)
			draft.Parent = parent.Name
		}
		for _, o := range s.ObjectivesOf(t.ID) {
			switch o.Fate {
			case model.Live:
				d.LastCycle = append(d.LastCycle, model.Result{Team: t.Name, Objective: o.Title, Cycle: s.Cycle})
			case model.Deferred:
				draft.Objectives = append(draft.Objectives, s.asDraft(o))
			case model.Dropped, model.Merged: // the room let go of it
			}
		}
		d.Teams = append(d.Teams, draft)
	}
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
