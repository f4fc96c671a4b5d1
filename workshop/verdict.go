package workshop

import (
	"fmt"

	"souk/model"
)

// Verdict is a decision with everything that it changed, as it is afterwards.
type Verdict struct {
	Decision   model.Decision    `json:"decision"`
	Findings   []model.Finding   `json:"findings,omitempty"`
	Objectives []model.Objective `json:"objectives,omitempty"`
	Teams      []model.Team      `json:"teams,omitempty"`
}

func (v Verdict) apply(s *State, _ Entry) {
	s.Teams = s.Teams.PutAll(v.Teams)
	s.Objectives = s.Objectives.PutAll(v.Objectives)
	s.Findings = s.Findings.PutAll(v.Findings)
	if v.Decision.ID != "" {
		s.Decisions = s.Decisions.Put(v.Decision)
	}
}

// Title implements Fact.
func (v Verdict) Title(s *State) string {
	if len(v.Findings) > 0 {
		return fmt.Sprintf("%s: %s", s.Pair(v.Findings[0]), v.Decision.Outcome)
	}
	return fmt.Sprintf("%s: %s", s.Label(v.Decision.Objective), v.Decision.Outcome)
}

// Kind implements Fact; it stands on disk only under the names below.
func (v Verdict) Kind() string { return v.Decision.Kind + "-verdict" }

// What was decided about a finding, or about an objective.
type (
	DuplicateDecided   struct{ Verdict }
	SynergyDecided     struct{ Verdict }
	ConflictDecided    struct{ Verdict }
	DependencyRuledOut struct{ Verdict }
	ObjectiveDecided   struct{ Verdict }
)

// Kind implements Fact.
func (DuplicateDecided) Kind() string { return "duplicate-decided" }

// Kind implements Fact.
func (SynergyDecided) Kind() string { return "synergy-decided" }

// Kind implements Fact.
func (ConflictDecided) Kind() string { return "conflict-decided" }

// Kind implements Fact.
func (DependencyRuledOut) Kind() string { return "dependency-ruled-out" }

// Kind implements Fact.
func (ObjectiveDecided) Kind() string { return "objective-decided" }

// AmendDecision says who owns a decision, by when, and who agreed.
type AmendDecision struct {
	Decision model.DecisionID
	Owner    model.Text
	Due      model.Text
	AgreedBy model.Text
}

func (in AmendDecision) check(d *desk) (Fact, error) {
	dec, ok := d.Decisions.Get(in.Decision)
	if !ok {
		return nil, refuse(NotFound, "This decision was taken back.")
	}
	if dec.Owner == in.Owner && dec.Due == in.Due && dec.AgreedBy == in.AgreedBy {
		return nil, refuse(Unchanged, "It has that owner and date already.")
	}
	return DecisionAmended(in), nil
}

// ReadBack says that a decision was read aloud and stands.
type ReadBack struct{ Decision model.DecisionID }

func (in ReadBack) check(d *desk) (Fact, error) {
	dec, ok := d.Decisions.Get(in.Decision)
	if !ok {
		return nil, refuse(NotFound, "This decision was taken back.")
	}
	if dec.ReadBack {
		return nil, refuse(Unchanged, "It was read back already.")
	}
	return DecisionReadBack(in), nil
}

// DecisionAmended says who owns a decision, by when, and who agreed.
type DecisionAmended struct {
	Decision model.DecisionID `json:"decision"`
	Owner    model.Text       `json:"owner,omitzero"`
	Due      model.Text       `json:"due,omitzero"`
	AgreedBy model.Text       `json:"agreed_by,omitzero"`
}

// DecisionReadBack says that a decision was read aloud and stands.
type DecisionReadBack struct {
	Decision model.DecisionID `json:"decision"`
}

// Kind implements Fact.
func (DecisionAmended) Kind() string { return "decision-amended" }

// Kind implements Fact.
func (DecisionReadBack) Kind() string { return "decision-read-back" }

// Title implements Fact.
func (f DecisionAmended) Title(s *State) string {
	return "owner and date of " + s.decisionName(f.Decision)
}

// Title implements Fact.
func (f DecisionReadBack) Title(s *State) string { return "reading back " + s.decisionName(f.Decision) }

func (s *State) decisionName(id model.DecisionID) string {
	d, _ := s.Decisions.Get(id)
	return "“" + short(d.Summary) + "”"
}

func (f DecisionAmended) apply(s *State, _ Entry) {
	if d, ok := s.Decisions.Get(f.Decision); ok {
		d.Owner, d.Due, d.AgreedBy = f.Owner, f.Due, f.AgreedBy
		s.Decisions = s.Decisions.Put(d)
	}
}

func (f DecisionReadBack) apply(s *State, _ Entry) {
	if d, ok := s.Decisions.Get(f.Decision); ok {
		d.ReadBack = true
		s.Decisions = s.Decisions.Put(d)
	}
}
