package signal

import (
	"cmp"
	"slices"

	"souk/model"
	"souk/workshop"
	"souk/workshop/say"
)

// The kinds of signals.
const (
	EscalatedRequest   = "escalated-request"
	EscalatedConflict  = "escalated-conflict"
	UnansweredQuestion = "unanswered-question"
	UnsupportedIntent  = "unsupported-intent"
	CrowdedIntent      = "crowded-intent"
	ManyNotYet         = "many-not-yet"
	FragmentedOutcome  = "fragmented-outcome"
	CascadedCopy       = "cascaded-copy"
	MirrorsOrgChart    = "mirrors-org-chart"
	DriftingTeams      = "drifting-teams"
	NoWhyNow           = "no-why-now"
	HiddenLoad         = "hidden-load"
	AlwaysExceeded     = "always-exceeded"
	AlwaysMissed       = "always-missed"
)

// Signal is something that leadership should hear, as far as souk can tell.
type Signal struct {
	Kind     string
	Key      string         // the matter: its kind and the ids of what it is about
	Text     string         // one sentence
	Evidence []string       // what can be seen, a line each
	Owner    string         // whom the room named for it
	Intent   model.IntentID // that it is about, if it is about one
}

// Word is what people call a kind of signal.
func Word(kind string) string {
	switch kind {
	case EscalatedRequest:
		return "escalated request"
	case EscalatedConflict:
		return "escalated conflict"
	case UnansweredQuestion:
		return "question without an answer"
	case UnsupportedIntent:
		return "intent without support"
	case CrowdedIntent:
		return "crowded intent"
	case ManyNotYet:
		return "many “not yet” at one intent"
	case FragmentedOutcome:
		return "one outcome in pieces"
	case CascadedCopy:
		return "cascaded copy"
	case MirrorsOrgChart:
		return "OKRs like the org chart"
	case DriftingTeams:
		return "teams drifting apart"
	case NoWhyNow:
		return "why now left open"
	case HiddenLoad:
		return "hidden load"
	case AlwaysExceeded:
		return "always exceeded"
	case AlwaysMissed:
		return "always missed"
	}
	return kind
}

// Compute lists every signal of a workshop, what the room escalated first. The findings are those on the table; only what the room or a coach
// touched counts, and what the detector is sure of.
func Compute(s *workshop.State, findings []model.Finding) []Signal {
	r := newReader(s, findings)
	var out []Signal
	for _, tell := range []func() []Signal{
		r.escalated, r.unanswered, r.unsupported, r.crowded, r.notYet, r.fragmented, r.copies, r.mirror,
		r.drifting, r.withoutWhyNow, r.hidden, r.results,
	} {
		for _, g := range tell() {
			out = append(out, r.remember(g))
		}
	}
	return out
}

// reader is a workshop with what is looked up in it over and over.
type reader struct {
	*workshop.State
	findings []model.Finding
	live     []model.Objective
	behind   map[model.IntentID][]model.Objective // the live objectives that say they support an intent
	stating  int                                  // live objectives that say which intent they support
}

// newReader looks at a workshop. The findings have an order of their own here, so that the same signals are told whatever a screen shows first.
func newReader(s *workshop.State, findings []model.Finding) *reader {
	findings = slices.Clone(findings)
	slices.SortFunc(findings, func(a, b model.Finding) int { return cmp.Or(-cmp.Compare(a.Score, b.Score), cmp.Compare(a.ID, b.ID)) })
	r := &reader{State: s, findings: findings, live: make([]model.Objective, 0, s.Objectives.Len()), behind: map[model.IntentID][]model.Objective{}}
	for o := range s.Live() {
		r.live = append(r.live, o)
		stated := map[model.IntentID]bool{}
		for _, p := range o.Supports {
			if p.Intent != "" && !stated[p.Intent] {
				stated[p.Intent] = true
				r.behind[p.Intent] = append(r.behind[p.Intent], o)
			}
		}
		if len(stated) > 0 {
			r.stating++
		}
	}
	return r
}

// titled is an objective by its label and words: Payments 1 “Customers pay anyone in seconds”.
func (r *reader) titled(o model.Objective) string { return r.Label(o.ID) + " " + say.Quote(o.Title) }

func (r *reader) names(teams []model.TeamID) []string {
	out := make([]string, 0, len(teams))
	for _, t := range teams {
		out = append(out, r.TeamName(t))
	}
	return out
}

// some names teams, or counts them where there are many.
func (r *reader) some(teams []model.TeamID) string {
	if len(teams) > mostNames {
		return say.Count(len(teams), "team")
	}
	return say.Names(r.names(teams))
}

// mostNames is how many teams a sentence names.
const mostNames = 3

// teamsOf are the teams of objectives, each once, in the order of the objectives.
func teamsOf(objectives []model.Objective) []model.TeamID {
	var out []model.TeamID
	for _, o := range objectives {
		if !slices.Contains(out, o.Team) {
			out = append(out, o.Team)
		}
	}
	return out
}

func ids(objectives []model.Objective) []model.ObjectiveID {
	out := make([]model.ObjectiveID, len(objectives))
	for i, o := range objectives {
		out[i] = o.ID
	}
	return out
}
