package workshop

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"slices"

	"souk/model"
)

// surest is the score of the surest finding that a program brings: only people are certain.
const surest = 0.99

// BringFindings puts what another program found beside what the detector finds. It changes nothing that the room did.
type BringFindings struct {
	Findings []model.Finding
	Source   model.Text // the program, or its file
}

func (in BringFindings) check(d *desk) (Fact, error) {
	if in.Source.IsEmpty() {
		return nil, refuse(Empty, "Say where the findings come from.")
	}
	fact := FindingsBrought{Source: in.Source}
	at := map[model.FindingID]int{}
	for _, f := range in.Findings {
		if err := d.relation(f.Kind, f.A, f.B); err != nil {
			return nil, err
		}
		if !(f.Score > 0 && f.Score <= 1) {
			return nil, refuse(Invalid, "A score lies between 0 and 1.")
		}
		f = suggestion(f, in.Source)
		known, _ := d.Suggested.Get(f.ID)
		if reflect.DeepEqual(known, f) || known.Source != in.Source && (known.Score >= f.Score || saysAgain(f, known)) {
			continue
		}
		if i, twice := at[f.ID]; twice {
			if fact.Findings[i].Score < f.Score {
				fact.Findings[i] = f
			}
			continue
		}
		at[f.ID] = len(fact.Findings)
		fact.Findings = append(fact.Findings, f)
	}
	if len(fact.Findings) == 0 {
		return nil, refuse(Unchanged, "Nothing in it is new.")
	}
	return fact, nil
}

// suggestion is a finding as it is kept: under the id of its pair, so that it meets what others found, and open.
func suggestion(f model.Finding, source model.Text) model.Finding {
	if f.Kind != model.Dependency && f.A.Objective > f.B.Objective {
		f.A, f.B = f.B, f.A
	}
	out := model.Finding{
		ID: model.Pair(f.Kind, f.A, f.B), Kind: f.Kind, Score: min(max(math.Round(f.Score*1e4)/1e4, 1e-4), surest), A: f.A, B: f.B, Source: source,
	}
	if f.Card != "" {
		out.Card = source.Line() + "/" + f.Card
	}
	for _, r := range f.Reasons {
		if !r.Text.IsEmpty() {
			out.Reasons = append(out.Reasons, model.Reason{Rule: suggested, Text: r.Text, Spans: r.Spans})
		}
	}
	return out
}

// saysAgain reports whether a finding says what another source said before, as a list does that was written from what is on the table.
func saysAgain(f, known model.Finding) bool {
	for _, said := range known.Reasons {
		if !slices.ContainsFunc(f.Reasons, func(r model.Reason) bool { return r.Text == said.Text || r.Text == saidBy(known.Source, said.Text) }) {
			return false
		}
	}
	return len(known.Reasons) > 0
}

// saidBy is a reason with the name of who gives it.
func saidBy(source, text model.Text) model.Text {
	return model.Clean(source.Line() + ": " + text.Line())
}

// suggested is the rule of the reasons that other programs give.
const suggested = "suggested"

// FindingsBrought says what another program found; those that were brought before are replaced.
type FindingsBrought struct {
	Source   model.Text      `json:"source"`
	Findings []model.Finding `json:"findings"`
}

// Kind implements Fact.
func (FindingsBrought) Kind() string { return "findings-brought" }

// Title implements Fact.
func (f FindingsBrought) Title(*State) string {
	if len(f.Findings) == 1 {
		return "a finding of " + f.Source.Line()
	}
	return fmt.Sprintf("%d findings of %s", len(f.Findings), f.Source.Line())
}

func (f FindingsBrought) apply(s *State, _ Entry) { s.Suggested = s.Suggested.PutAll(f.Findings) }

// OnTheTable joins what was detected with what other programs suggested and with what the room touched or raised: the room's status wins; a
// finding whose objective is gone (dropped, deferred, merged) and that nobody touched is left out, and so is a need that was asked for under another
// objective. Best first; a status does not move a finding, so that nothing jumps.
func (s *State) OnTheTable(detected []model.Finding) []model.Finding {
	touched, taken := s.touched()
	out := make([]model.Finding, 0, len(detected)+len(touched)+s.Suggested.Len())
	joined, isAsked := map[model.FindingID]bool{}, s.askedAlready()
	for _, f := range detected {
		if s.Findings.Has(f.ID) || taken[f.ID] || !s.stands(f.A) || !s.stands(f.B) || isAsked(f) {
			continue
		}
		if other, ok := s.Suggested.Get(f.ID); ok {
			f = joint(f, other)
			joined[f.ID] = true
		}
		out = append(out, f)
	}
	for f := range s.Suggested.All() {
		if !joined[f.ID] && !s.Findings.Has(f.ID) && !taken[f.ID] && s.stands(f.A) && s.stands(f.B) && !isAsked(f) {
			out = append(out, f)
		}
	}
	out = append(out, touched...)
	slices.SortFunc(out, func(a, b model.Finding) int {
		return cmp.Or(-cmp.Compare(a.Score, b.Score), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// joint is what the detector and another program both found. Two who found it without knowing of each other are surer than either: it holds unless
// both are wrong; what the other only repeats counts once. Whoever read the drafts says it better than whoever compared words, so the reasons of
// the other stand first, with its name. The surer one says which objective of the provider is meant.
func joint(f, other model.Finding) model.Finding {
	alone := f.Score
	if f.B.Objective == "" || other.Score > alone && other.B.Objective != "" {
		f.B = other.B
	}
	if isEcho(other, f) {
		if other.Score > alone {
			f.Score, f.Source = other.Score, other.Source
		}
		return f
	}
	f.Score = max(alone, min(surest, math.Round((1-(1-alone)*(1-other.Score))*1e4)/1e4))
	said := slices.Clone(other.Reasons)
	for i := range said {
		said[i].Text = saidBy(other.Source, said[i].Text)
	}
	if len(said) == 0 {
		said = []model.Reason{{Rule: suggested, Text: model.Clean(other.Source.Line() + " found it, too")}}
	}
	if f.Score > alone {
		said[0].Weight = math.Round((odds(f.Score)-odds(alone))*100) / 100
	}
	f.Reasons = slices.Concat(said, f.Reasons)
	return f
}

// isEcho reports whether a finding of another program gives a reason of the detector in the same words, as one that works on its output does.
func isEcho(other, f model.Finding) bool {
	return slices.ContainsFunc(other.Reasons, func(r model.Reason) bool {
		return slices.ContainsFunc(f.Reasons, func(own model.Reason) bool { return own.Text == r.Text })
	})
}

// odds are the log-odds of a probability below 1.
func odds(p float64) float64 { return math.Log(p / (1 - p)) }
