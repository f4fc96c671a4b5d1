package intake

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"time"
	"unicode/utf8"

	"souk/model"
	"souk/workshop"
)

// unsaid is the score of a finding without one: the program did not say how sure it is.
const unsaid = 0.5

// Suggestions are findings of another program, matched with a workshop.
type Suggestions struct {
	Source   model.Text // what the file says, or else its name
	Findings []model.Finding
	LeftOut  []LeftOut
}

// LeftOut is a finding that does not fit the workshop. Its texts are safe to show.
type LeftOut struct {
	Number int    // in the file, counted from 1
	What   string // “duplicate of Payments and Platform”
	Why    string // a sentence
}

// ReadFindings reads the findings that a program wrote into a file, and matches their teams by name, their objectives by title or number
// and their key results by number or text. What does not match is left out with the reason; a file that cannot be read is an error.
func ReadFindings(path string, s *workshop.State) (Suggestions, error) {
	r := newReader()
	r.open(path)
	data, ok := r.load(path)
	if !ok {
		return Suggestions{}, fmt.Errorf("%v", r.list()[0])
	}
	return matchFindings(filepath.Base(path), data, s)
}

// FindingsFrom is ReadFindings for what comes through a pipe.
func FindingsFrom(in io.Reader, s *workshop.State) (Suggestions, error) {
	data, err := io.ReadAll(io.LimitReader(in, MaxFile+1))
	if err != nil {
		return Suggestions{}, err
	}
	return matchFindings("standard input", data, s)
}

func matchFindings(name string, data []byte, s *workshop.State) (Suggestions, error) {
	doc, err := parseFindings(name, data)
	if err != nil {
		return Suggestions{}, err
	}
	out := Suggestions{Source: model.Clean(doc.Source)}
	m := matcher{state: s, teams: map[string]model.Team{}}
	for t := range s.Teams.All() {
		m.teams[model.Fold(t.Name)] = t
	}
	for i, f := range doc.Findings {
		found, err := m.finding(f)
		if err == nil {
			err = fits(s, found, out.Source)
		}
		if err != nil {
			what := fmt.Sprintf("%s of %s and %s", cmp.Or(model.Clean(f.Kind).Line(), "finding"), named(f.A.Team), named(f.B.Team))
			out.LeftOut = append(out.LeftOut, LeftOut{i + 1, what, err.Error()})
			continue
		}
		out.Findings = append(out.Findings, found)
	}
	return out, nil
}

func named(team string) string { return cmp.Or(model.Clean(team).Line(), "no team") }

// fits asks the workshop whether a finding could be brought by itself.
func fits(s *workshop.State, f model.Finding, source model.Text) error {
	_, err := s.Preview(s.Seq+1, time.Time{}, model.Text{}, workshop.BringFindings{Findings: []model.Finding{f}, Source: source})
	var refused *workshop.Error
	if errors.As(err, &refused) && refused.Code == workshop.Unchanged {
		return nil
	}
	return err
}

// unmatched is the sentence why something does not fit.
type unmatched string

func (u unmatched) Error() string { return string(u) }

func misfit(format string, args ...any) error { return unmatched(fmt.Sprintf(format, args...)) }

// matcher finds what others write about in a workshop.
type matcher struct {
	state *workshop.State
	teams map[string]model.Team // by folded name
}

func (m matcher) finding(f found) (model.Finding, error) {
	out := model.Finding{Kind: model.FindingKind(f.Kind), Card: model.Clean(f.Card).Line(), Score: unsaid}
	if f.Score != nil {
		out.Score = *f.Score
	}
	if model.FindingStatus(f.Status) == model.Dismissed {
		return out, misfit("It was dismissed where it comes from.")
	}
	var err error
	if out.A, err = m.side(f.A); err != nil {
		return out, err
	}
	if out.B, err = m.side(f.B); err != nil {
		return out, err
	}
	for _, r := range append(f.Reasons, foundReason{Text: f.Reason}) {
		out.Reasons = append(out.Reasons, model.Reason{Text: model.Clean(r.Text), Spans: m.spans(out, r.Spans)})
	}
	return out, nil
}

func (m matcher) side(f foundSide) (model.Side, error) {
	t, ok := m.teams[model.Fold(model.Clean(f.Team))]
	if !ok {
		return model.Side{}, misfit("There is no team “%s”.", model.Clean(f.Team).Line())
	}
	side := model.Side{Team: t.ID}
	if f.Objective.isEmpty() {
		return side, nil
	}
	o, ok := m.objective(t, f.Objective)
	if !ok {
		return side, misfit("%s has no objective %s.", t.Name.Line(), f.Objective)
	}
	if o.Fate != model.Live {
		return side, misfit("%s was %s.", m.state.Label(o.ID), o.Fate)
	}
	side.Objective = o.ID
	for _, c := range f.KeyResults {
		i := slices.IndexFunc(o.KeyResults, func(k model.KeyResult) bool { return model.Fold(k.Text) == model.Fold(c.words) && !c.words.IsEmpty() })
		if i < 0 {
			i = c.n - 1
		}
		if i < 0 || i >= len(o.KeyResults) {
			return side, misfit("%s has no key result %s.", m.state.Label(o.ID), c)
		}
		side.KeyResults = append(side.KeyResults, o.KeyResults[i].ID)
	}
	return side, nil
}

// objective finds one by its title, the live one first where there are several; or else by its number.
func (m matcher) objective(t model.Team, c called) (model.Objective, bool) {
	all := m.state.ObjectivesOf(t.ID)
	var same []model.Objective
	for _, o := range all {
		if !c.words.IsEmpty() && model.Fold(o.Title) == model.Fold(c.words) {
			same = append(same, o)
		}
	}
	if i := slices.IndexFunc(same, func(o model.Objective) bool { return o.Fate == model.Live }); i >= 0 {
		return same[i], true
	}
	if len(same) > 0 {
		return same[0], true
	}
	if c.n < 1 || c.n > len(all) {
		return model.Objective{}, false
	}
	return all[c.n-1], true
}

// spans are the marks that stand in the texts of one of the sides as they are now; the others mark nothing any more.
func (m matcher) spans(f model.Finding, all []foundSpan) []model.Span {
	var out []model.Span
	for _, sp := range all {
		o, ok := m.objective(m.teams[model.Fold(model.Clean(sp.Team))], sp.Objective)
		if !ok || o.ID != f.A.Objective && o.ID != f.B.Objective {
			continue
		}
		text, span := o.Title.String(), model.Span{Objective: o.ID, Start: sp.Start, End: sp.End}
		if n := sp.KeyResult; n != 0 {
			if n < 1 || n > len(o.KeyResults) {
				continue
			}
			text, span.KeyResult = o.KeyResults[n-1].Text.String(), o.KeyResults[n-1].ID
		}
		if sp.Start >= 0 && sp.Start < sp.End && sp.End <= len(text) && utf8.ValidString(text[sp.Start:sp.End]) {
			out = append(out, span)
		}
	}
	return out
}
