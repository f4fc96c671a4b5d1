package screens

import (
	"strconv"

	"souk/model"
	"souk/ui/flow"
)

// Duplicates is where the room looks at work that two teams seem to plan.
type Duplicates struct{ findings }

// NewDuplicates makes the screen.
func NewDuplicates() *Duplicates { return &Duplicates{findings{subject: duplicates}} }

// Bindings implements Screen.
func (s *Duplicates) Bindings(f flow.Frame) []flow.Binding { return s.bindings(f, s.outcomes(f)) }

// View implements Screen.
func (s *Duplicates) View(f flow.Frame) string { return s.view(f, s.outcomes(f)) }

// outcomes are the keys that decide the matter under the cursor: a digit for each outcome, and x where there is no such relation.
func (s *findings) outcomes(f flow.Frame) []flow.Binding {
	m, some := s.current(f)
	kind := m.finding.Kind
	if !some {
		kind = s.subject.kinds()[0]
	}
	all := model.Outcomes(kind)
	out := make([]flow.Binding, 0, len(all))
	for i, outcome := range all {
		key := strconv.Itoa(i + 1)
		if i == len(all)-1 {
			key = "x"
		}
		out = append(out, flow.Binding{
			Keys: []string{key}, Help: outcomeHelp(outcome), Note: m.note(outcome), Off: undecidable(f, m, some, outcome), Foot: s.panes.single(f) && !s.panes.open && !f.Zoom,
			Do: func() flow.Effect { return flow.Effect{Open: decideForm(f, m, outcome)} },
		})
	}
	return out
}

// note says that the coach proposes an outcome, or an answer of that name.
func (m matter) note(o model.Outcome) string {
	if o == m.finding.Proposal {
		return "proposed"
	}
	return ""
}

// proposal says in a form for an outcome, or for an answer of that name, what the coach proposes.
func (m matter) proposal(o model.Outcome) string {
	switch p := m.finding.Proposal; p {
	case "":
		return ""
	case o:
		return "This is what was proposed."
	default:
		return "Proposed was: " + string(p) + "."
	}
}

// outcomeHelp is the outcome in few words.
func outcomeHelp(o model.Outcome) string {
	if o == model.ShareAsset {
		return "share asset"
	}
	if o == model.ShareObjective {
		return "share objective"
	}
	return string(o)
}

// undecidable says why a matter cannot be decided like that. That there is no such relation can be said of what is gone, too.
func undecidable(f flow.Frame, m matter, some bool, outcome model.Outcome) string {
	if off := untriable(m, some); off != "" {
		return off
	}
	if outcome.RulesOut() {
		return ""
	}
	for _, side := range []model.Side{m.finding.A, m.finding.B} {
		if o, ok := f.State.Objectives.Get(side.Objective); !ok || o.Fate != model.Live {
			return f.State.Label(side.Objective) + " is no longer part of the OKRs; x closes this."
		}
	}
	return ""
}
