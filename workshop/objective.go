package workshop

import (
	"fmt"
	"slices"

	"souk/model"
)

// RecordWhyNow says why an objective matters now. An empty text takes the answer away.
type RecordWhyNow struct {
	Objective model.ObjectiveID
	Why       model.Text
}

func (in RecordWhyNow) check(d *desk) (Fact, error) {
	o, err := d.objective(in.Objective)
	if err != nil {
		return nil, err
	}
	if o.WhyNow == in.Why {
		return nil, refuse(Unchanged, "That is the why now already.")
	}
	return WhyNowRecorded(in), nil
}

// WhyNowRecorded says why an objective matters now.
type WhyNowRecorded struct {
	Objective model.ObjectiveID `json:"objective"`
	Why       model.Text        `json:"why"`
}

// Kind implements Fact.
func (WhyNowRecorded) Kind() string { return "why-now-recorded" }

// Title implements Fact.
func (f WhyNowRecorded) Title(s *State) string { return "why now of " + s.Label(f.Objective) }

func (f WhyNowRecorded) apply(s *State, _ Entry) {
	s.changeObjective(f.Objective, func(o *model.Objective) { o.WhyNow = f.Why })
}

// StateSupport says what an objective supports, in words: the text of an intent, the name of a team, or anything else.
type StateSupport struct {
	Objective model.ObjectiveID
	Supports  []model.Text
}

func (in StateSupport) check(d *desk) (Fact, error) {
	o, err := d.objective(in.Objective)
	if err != nil {
		return nil, err
	}
	supports := d.supports(in.Supports)
	if slices.Equal(o.Supports, supports) {
		return nil, refuse(Unchanged, "That is what it supports already.")
	}
	return SupportStated{Objective: in.Objective, Supports: supports}, nil
}

// supports finds what is meant by what somebody said.
func (s *State) supports(said []model.Text) []model.Support {
	var out []model.Support
	for _, t := range said {
		if t.IsEmpty() {
			continue
		}
		p := model.Support{Text: t}
		if i, ok := s.IntentByText(t); ok {
			p.Intent = i.ID
		} else if team, ok := s.TeamByName(t); ok {
			p.Team = team.ID
		}
		out = append(out, p)
	}
	return out
}

// SupportStated says what an objective supports.
type SupportStated struct {
	Objective model.ObjectiveID `json:"objective"`
	Supports  []model.Support   `json:"supports"`
}

// Kind implements Fact.
func (SupportStated) Kind() string { return "support-stated" }

// Title implements Fact.
func (f SupportStated) Title(s *State) string { return "what " + s.Label(f.Objective) + " supports" }

func (f SupportStated) apply(s *State, _ Entry) {
	s.changeObjective(f.Objective, func(o *model.Objective) { o.Supports = f.Supports })
}

// AddObjective writes one more objective on a stall.
type AddObjective struct {
	Team  model.TeamID
	Title model.Text
}

func (in AddObjective) check(d *desk) (Fact, error) {
	if _, err := d.team(in.Team); err != nil {
		return nil, err
	}
	if in.Title.IsEmpty() {
		return nil, refuse(Empty, "Say the objective.")
	}
	return ObjectiveAdded{Objective: model.Objective{ID: model.ObjectiveID(d.id("o")), Team: in.Team, Title: in.Title}}, nil
}

// ObjectiveAdded says that a team has one more objective.
type ObjectiveAdded struct {
	Objective model.Objective `json:"objective"`
}

// Kind implements Fact.
func (ObjectiveAdded) Kind() string { return "objective-added" }

// Title implements Fact.
func (f ObjectiveAdded) Title(s *State) string { return "objective " + s.Label(f.Objective.ID) }

func (f ObjectiveAdded) apply(s *State, _ Entry) {
	s.Objectives = s.Objectives.Put(f.Objective)
	s.changeTeam(f.Objective.Team, func(t *model.Team) { t.Objectives = appended(t.Objectives, f.Objective.ID) })
}

// RewordObjective changes an objective's title.
type RewordObjective struct {
	Objective model.ObjectiveID
	Title     model.Text
}

func (in RewordObjective) check(d *desk) (Fact, error) {
	o, err := d.objective(in.Objective)
	if err != nil {
		return nil, err
	}
	if in.Title.IsEmpty() {
		return nil, refuse(Empty, "Say the objective.")
	}
	if o.Title == in.Title {
		return nil, refuse(Unchanged, "The objective reads like that already.")
	}
	return ObjectiveReworded{Objective: in.Objective, Before: o.Title, After: in.Title}, nil
}

// ObjectiveReworded says how an objective reads now.
type ObjectiveReworded struct {
	Objective model.ObjectiveID `json:"objective"`
	Before    model.Text        `json:"before"`
	After     model.Text        `json:"after"`
}

// Kind implements Fact.
func (ObjectiveReworded) Kind() string { return "objective-reworded" }

// Title implements Fact.
func (f ObjectiveReworded) Title(s *State) string { return "wording of " + s.Label(f.Objective) }

func (f ObjectiveReworded) apply(s *State, _ Entry) {
	s.changeObjective(f.Objective, func(o *model.Objective) { o.Title = f.After })
}

// AddKeyResult gives an objective one more key result.
type AddKeyResult struct {
	Objective model.ObjectiveID
	Text      model.Text
}

func (in AddKeyResult) check(d *desk) (Fact, error) {
	if _, err := d.objective(in.Objective); err != nil {
		return nil, err
	}
	if in.Text.IsEmpty() {
		return nil, refuse(Empty, "Say the key result.")
	}
	return KeyResultAdded{
		Objective: in.Objective,
		KeyResult: model.KeyResult{ID: model.KeyResultID(d.id("k")), Text: in.Text},
	}, nil
}

// RewordKeyResult changes the words of a key result.
type RewordKeyResult struct {
	Objective model.ObjectiveID
	KeyResult model.KeyResultID
	Text      model.Text
}

func (in RewordKeyResult) check(d *desk) (Fact, error) {
	kr, err := d.keyResult(in.Objective, in.KeyResult)
	if err != nil {
		return nil, err
	}
	if in.Text.IsEmpty() {
		return nil, refuse(Empty, "Say the key result, or drop it.")
	}
	if kr.Text == in.Text {
		return nil, refuse(Unchanged, "The key result reads like that already.")
	}
	return KeyResultReworded{Objective: in.Objective, KeyResult: in.KeyResult, Before: kr.Text, After: in.Text}, nil
}

// DropKeyResult takes a key result out of an objective.
type DropKeyResult struct {
	Objective model.ObjectiveID
	KeyResult model.KeyResultID
}

func (in DropKeyResult) check(d *desk) (Fact, error) {
	kr, err := d.keyResult(in.Objective, in.KeyResult)
	if err != nil {
		return nil, err
	}
	for r := range d.Requests.All() {
		if r.IsWaiting() && slices.Contains(d.Now(r.From).KeyResults, in.KeyResult) {
			return nil, refuse(NotNow, "%s is still asked for this key result; settle that request first.", d.TeamName(r.To.Team))
		}
	}
	return KeyResultDropped{Objective: in.Objective, KeyResult: in.KeyResult, Text: kr.Text}, nil
}

func (d *desk) keyResult(id model.ObjectiveID, kr model.KeyResultID) (model.KeyResult, error) {
	o, err := d.objective(id)
	if err != nil {
		return model.KeyResult{}, err
	}
	k, _, ok := KeyResult(o, kr)
	if !ok {
		return k, refuse(NotFound, "This key result is not in the objective any more.")
	}
	return k, nil
}

// KeyResultAdded says that an objective has one more key result.
type KeyResultAdded struct {
	Objective model.ObjectiveID `json:"objective"`
	KeyResult model.KeyResult   `json:"key_result"`
}

// KeyResultReworded says how a key result reads now.
type KeyResultReworded struct {
	Objective model.ObjectiveID `json:"objective"`
	KeyResult model.KeyResultID `json:"key_result"`
	Before    model.Text        `json:"before"`
	After     model.Text        `json:"after"`
}

// KeyResultDropped says that a key result is no longer part of its objective.
type KeyResultDropped struct {
	Objective model.ObjectiveID `json:"objective"`
	KeyResult model.KeyResultID `json:"key_result"`
	Text      model.Text        `json:"text"`
}

// Kind implements Fact.
func (KeyResultAdded) Kind() string { return "key-result-added" }

// Kind implements Fact.
func (KeyResultReworded) Kind() string { return "key-result-reworded" }

// Kind implements Fact.
func (KeyResultDropped) Kind() string { return "key-result-dropped" }

// Title implements Fact.
func (f KeyResultAdded) Title(s *State) string { return "key result for " + s.Label(f.Objective) }

// Title implements Fact.
func (f KeyResultReworded) Title(s *State) string {
	o, _ := s.Objectives.Get(f.Objective)
	_, n, _ := KeyResult(o, f.KeyResult)
	return fmt.Sprintf("wording of %s KR%d", s.Label(f.Objective), n)
}

// Title implements Fact.
func (f KeyResultDropped) Title(s *State) string {
	return fmt.Sprintf("dropping a key result of %s", s.Label(f.Objective))
}

func (f KeyResultAdded) apply(s *State, _ Entry) {
	s.changeObjective(f.Objective, func(o *model.Objective) { o.KeyResults = appended(o.KeyResults, f.KeyResult) })
}

func (f KeyResultReworded) apply(s *State, _ Entry) {
	s.changeObjective(f.Objective, func(o *model.Objective) {
		o.KeyResults = slices.Clone(o.KeyResults)
		for i := range o.KeyResults {
			if o.KeyResults[i].ID == f.KeyResult {
				o.KeyResults[i].Text = f.After
			}
		}
	})
}

func (f KeyResultDropped) apply(s *State, _ Entry) {
	s.changeObjective(f.Objective, func(o *model.Objective) {
		o.KeyResults = slices.DeleteFunc(slices.Clone(o.KeyResults), func(k model.KeyResult) bool { return k.ID == f.KeyResult })
	})
}
