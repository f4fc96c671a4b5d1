package workshop

import (
	"fmt"
	"slices"

	"souk/model"
)

// RaiseFinding puts a relation on the table that the detector did not see.
type RaiseFinding struct {
	Finding model.FindingKind
	A, B    model.Side
	Reason  model.Text
}

func (in RaiseFinding) check(d *desk) (Fact, error) {
	if err := d.relation(in.Finding, in.A, in.B); err != nil {
		return nil, err
	}
	f := model.Finding{
		ID: model.FindingID(d.id("f")), Kind: in.Finding, Score: 1, A: in.A, B: in.B,
		Source: cmpOr(d.by, model.Clean("the room")), Status: model.Queued,
	}
	if !in.Reason.IsEmpty() {
		f.Reasons = []model.Reason{{Rule: "raised", Text: in.Reason}}
	}
	return FindingRaised{Finding: f}, nil
}

// relation refuses what cannot be a relation of that kind.
func (d *desk) relation(kind model.FindingKind, a, b model.Side) error {
	if !slices.Contains(model.FindingKinds(), kind) {
		return refuse(Invalid, "Choose a kind of relation.")
	}
	for _, side := range []model.Side{a, b} {
		if err := d.side(side); err != nil {
			return err
		}
	}
	if a.Team == b.Team {
		return refuse(Invalid, "A relation is between two teams.")
	}
	if kind != model.Dependency && (a.Objective == "" || b.Objective == "") {
		return refuse(Empty, "Choose an objective on both sides.")
	}
	if a.Objective != "" && a.Objective == b.Objective {
		return refuse(Invalid, "A relation is between two objectives.")
	}
	return nil
}

func cmpOr(t, other model.Text) model.Text {
	if t.IsEmpty() {
		return other
	}
	return t
}

func (d *desk) side(s model.Side) error {
	if _, err := d.team(s.Team); err != nil {
		return err
	}
	if s.Objective == "" {
		return nil
	}
	o, err := d.objective(s.Objective)
	if err != nil {
		return err
	}
	for _, kr := range s.KeyResults {
		if _, _, ok := KeyResult(o, kr); !ok {
			return refuse(NotFound, "This key result is not in the objective any more.")
		}
	}
	return nil
}

// FindingRaised says that somebody put a relation on the table.
type FindingRaised struct {
	Finding model.Finding `json:"finding"`
}

// Kind implements Fact.
func (FindingRaised) Kind() string { return "finding-raised" }

// Title implements Fact.
func (f FindingRaised) Title(s *State) string {
	return fmt.Sprintf("raising the %s %s", f.Finding.Kind, s.Pair(f.Finding))
}

func (f FindingRaised) apply(s *State, _ Entry) { s.Findings = s.Findings.Put(f.Finding) }

// TriageFindings queues, dismisses, parks or reopens findings that are one matter.
type TriageFindings struct {
	Findings []model.Finding
	Status   model.FindingStatus
	Note     model.Text
}

func (in TriageFindings) check(d *desk) (Fact, error) {
	if len(in.Findings) == 0 {
		return nil, refuse(Empty, "Choose a finding.")
	}
	if !slices.Contains([]model.FindingStatus{model.Open, model.Queued, model.Dismissed, model.Parked}, in.Status) {
		return nil, refuse(Invalid, "A finding can be queued, dismissed, parked or reopened; a decision confirms it.")
	}
	same := true
	for _, f := range in.Findings {
		if err := d.undecided(f); err != nil {
			return nil, err
		}
		if err := d.side(f.A); err != nil {
			return nil, err
		}
		if err := d.side(f.B); err != nil {
			return nil, err
		}
		known, _ := d.Findings.Get(f.ID)
		same = same && known.Status == in.Status && known.Note == in.Note
	}
	if same {
		return nil, refuse(Unchanged, "It is marked like that already.")
	}
	return FindingsTriaged{Findings: withStatus(in.Findings, in.Status, in.Note)}, nil
}

// undecided refuses where the room has dealt with the finding.
func (d *desk) undecided(f model.Finding) error {
	if dec, decided := d.DecisionOn(f.ID); decided {
		return refuse(NotNow, "This is decided already: %s.", dec.Outcome)
	}
	if _, asked := d.RequestFor(f); asked {
		return refuse(NotNow, "This is asked already; record the answer, or take the request back.")
	}
	return nil
}

func withStatus(fs []model.Finding, st model.FindingStatus, note model.Text) []model.Finding {
	out := slices.Clone(fs)
	for i := range out {
		out[i].Status, out[i].Note = st, note
	}
	return out
}

// FindingsTriaged says what the room did with findings that are one matter; the findings carry their new status.
type FindingsTriaged struct {
	Findings []model.Finding `json:"findings"`
}

// Kind implements Fact.
func (FindingsTriaged) Kind() string { return "findings-triaged" }

// Title implements Fact.
func (f FindingsTriaged) Title(s *State) string {
	if len(f.Findings) == 0 {
		return "findings"
	}
	first := f.Findings[0]
	word := map[model.FindingStatus]string{
		model.Open: "reopening", model.Queued: "queueing", model.Dismissed: "dismissing", model.Parked: "parking",
	}[first.Status]
	return fmt.Sprintf("%s %s", word, s.Pair(first))
}

func (f FindingsTriaged) apply(s *State, _ Entry) { s.Findings = s.Findings.PutAll(f.Findings) }

// DecisionOn finds the decision about a finding.
func (s *State) DecisionOn(id model.FindingID) (model.Decision, bool) {
	if id == "" {
		return model.Decision{}, false
	}
	for d := range s.Decisions.All() {
		if d.Finding == id {
			return d, true
		}
	}
	return model.Decision{}, false
}

// RequestOn finds the request that came out of a finding.
func (s *State) RequestOn(id model.FindingID) (model.Request, bool) {
	if id == "" {
		return model.Request{}, false
	}
	for r := range s.Requests.All() {
		if r.Finding == id {
			return r, true
		}
	}
	return model.Request{}, false
}

func (s *State) stands(side model.Side) bool {
	if !s.Teams.Has(side.Team) {
		return false
	}
	if side.Objective == "" {
		return true
	}
	o, ok := s.Objectives.Get(side.Objective)
	return ok && o.Fate == model.Live
}
