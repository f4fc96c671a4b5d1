package workshop

import (
	"fmt"
	"slices"

	"souk/model"
)

// Speak records what the team or leadership says to an objective. A "not yet" carries its reason.
type Speak struct {
	Objective model.ObjectiveID
	Party     model.Party
	Stance    model.Stance
	Reason    model.Text
}

func (in Speak) check(d *desk) (Fact, error) {
	o, err := d.objective(in.Objective)
	if err != nil {
		return nil, err
	}
	if o.Fate != model.Live {
		return nil, refuse(NotNow, "This objective was %s.", o.Fate)
	}
	if in.Party != model.TeamParty && in.Party != model.LeadershipParty {
		return nil, refuse(Invalid, "The team or leadership must say it.")
	}
	if !slices.Contains([]model.Stance{model.Unsaid, model.Agreed, model.NotYet, model.ParkedStance}, in.Stance) {
		return nil, refuse(Invalid, "One can agree, say not yet, or park it.")
	}
	if in.Stance == model.NotYet && in.Reason.IsEmpty() {
		return nil, refuse(Empty, "Say what is missing for a yes.")
	}
	if o.Agreement.Of(in.Party) == (model.Word{Stance: in.Stance, Reason: in.Reason}) {
		return nil, refuse(Unchanged, "That was said already.")
	}
	return AgreementSpoken(in), nil
}

// AgreementSpoken is what the team or leadership said to an objective.
type AgreementSpoken struct {
	Objective model.ObjectiveID `json:"objective"`
	Party     model.Party       `json:"party"`
	Stance    model.Stance      `json:"stance"`
	Reason    model.Text        `json:"reason,omitzero"`
}

// Kind implements Fact.
func (AgreementSpoken) Kind() string { return "agreement-spoken" }

// Title implements Fact.
func (f AgreementSpoken) Title(s *State) string {
	stance := string(f.Stance)
	if f.Stance == model.Unsaid {
		stance = "open again"
	}
	return fmt.Sprintf("%s, %s: %s", s.Label(f.Objective), f.Party, stance)
}

func (f AgreementSpoken) apply(s *State, _ Entry) {
	s.changeObjective(f.Objective, func(o *model.Objective) {
		w := model.Word{Stance: f.Stance, Reason: f.Reason}
		if f.Party == model.LeadershipParty {
			o.Agreement.Leadership = w
		} else {
			o.Agreement.Team = w
		}
	})
}

// Vote records the room's confidence in an objective as a fist of five; no votes takes it away.
type Vote struct {
	Objective model.ObjectiveID
	Votes     []int
}

func (in Vote) check(d *desk) (Fact, error) {
	o, err := d.objective(in.Objective)
	if err != nil {
		return nil, err
	}
	if err := checkVotes(in.Votes); err != nil {
		return nil, err
	}
	if slices.Equal(o.Agreement.Votes, in.Votes) {
		return nil, refuse(Unchanged, "That is the vote already.")
	}
	in.Votes = append([]int(nil), in.Votes...) // no votes are none, not an empty list: the two look the same on disk
	return ConfidenceVoted(in), nil
}

// ConfidenceVoted is the room's confidence in an objective as a fist of five.
type ConfidenceVoted struct {
	Objective model.ObjectiveID `json:"objective"`
	Votes     []int             `json:"votes"`
}

// Kind implements Fact.
func (ConfidenceVoted) Kind() string { return "confidence-voted" }

// Title implements Fact.
func (f ConfidenceVoted) Title(s *State) string { return "confidence in " + s.Label(f.Objective) }

func (f ConfidenceVoted) apply(s *State, _ Entry) {
	s.changeObjective(f.Objective, func(o *model.Objective) { o.Agreement.Votes = f.Votes })
}
