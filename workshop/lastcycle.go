package workshop

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
)

// RecordResult says what became of an objective of last cycle. The result is found by its team and objective.
type RecordResult struct{ Result model.Result }

func (in RecordResult) check(d *desk) (Fact, error) {
	i := slices.IndexFunc(d.LastCycle, in.Result.IsSame)
	if i < 0 {
		return nil, refuse(NotFound, "This objective is not among those of last cycle.")
	}
	if in.Result.Verdict != "" && !slices.Contains(model.Verdicts(), in.Result.Verdict) {
		return nil, refuse(Invalid, "Choose what became of it.")
	}
	was, next := d.LastCycle[i], d.LastCycle[i]
	next.Verdict, next.Outcome, next.Learned = in.Result.Verdict, in.Result.Outcome, in.Result.Learned
	next = next.SaidOnce()
	if next == was {
		return nil, refuse(Unchanged, "That is the result already.")
	}
	next.Recorded = true
	return ResultRecorded{Result: next}, nil
}

// ResultRecorded says what became of an objective of last cycle.
type ResultRecorded struct {
	Result model.Result `json:"result"`
}

// Kind implements Fact.
func (ResultRecorded) Kind() string { return "result-recorded" }

// Title implements Fact.
func (f ResultRecorded) Title(*State) string {
	return "result of “" + short(f.Result.Objective) + "”"
}

func (f ResultRecorded) apply(s *State, _ Entry) {
	s.LastCycle = replaced(s.LastCycle, f.Result)
}

// JudgePromise says what became of a promise of last cycle. The promise is found by who promised whom what.
type JudgePromise struct{ Promise model.Promise }

func (in JudgePromise) check(d *desk) (Fact, error) {
	i := slices.IndexFunc(d.Promises, in.Promise.IsSame)
	if i < 0 {
		return nil, refuse(NotFound, "This promise is not among those of last cycle.")
	}
	if in.Promise.Kept != "" && !slices.Contains(model.Keepings(), in.Promise.Kept) {
		return nil, refuse(Invalid, "Choose what became of the promise.")
	}
	was, next := d.Promises[i], d.Promises[i]
	next.Kept, next.Note = in.Promise.Kept, in.Promise.Note
	if next == was {
		return nil, refuse(Unchanged, "That is known already.")
	}
	next.Recorded = true
	return PromiseJudged{Promise: next}, nil
}

// PromiseJudged says what became of a promise of last cycle.
type PromiseJudged struct {
	Promise model.Promise `json:"promise"`
}

// Kind implements Fact.
func (PromiseJudged) Kind() string { return "promise-judged" }

// Title implements Fact.
func (f PromiseJudged) Title(*State) string {
	return fmt.Sprintf("promise of %s: “%s”", f.Promise.By.Line(), short(f.Promise.What))
}

func (f PromiseJudged) apply(s *State, _ Entry) {
	s.Promises = replaced(s.Promises, f.Promise)
}

// AnswerPastSignal is what leadership says to a signal of last cycle; an empty answer is an honest blank.
type AnswerPastSignal struct{ Text, Answer model.Text }

func (in AnswerPastSignal) check(d *desk) (Fact, error) {
	i := slices.IndexFunc(d.PastSignals, model.PastSignal{Text: in.Text}.IsSame)
	if i < 0 {
		return nil, refuse(NotFound, "This signal is not among those of last cycle.")
	}
	next := d.PastSignals[i]
	if next.Answer == in.Answer {
		return nil, refuse(Unchanged, "That is the answer already.")
	}
	next.Answer, next.Recorded = in.Answer, true
	return PastSignalAnswered{Signal: next}, nil
}

// PastSignalAnswered is what leadership says to a signal of last cycle.
type PastSignalAnswered struct {
	Signal model.PastSignal `json:"signal"`
}

// Kind implements Fact.
func (PastSignalAnswered) Kind() string { return "past-signal-answered" }

// Title implements Fact.
func (f PastSignalAnswered) Title(*State) string {
	return "answer to “" + short(f.Signal.Text) + "”"
}

func (f PastSignalAnswered) apply(s *State, _ Entry) {
	s.PastSignals = replaced(s.PastSignals, f.Signal)
}

// past is something of last cycle. What is the same has the same key.
type past[T any] interface {
	Key() string
	IsSame(T) bool
}

// replaced is a list in which v stands in the place of the one that is the same.
func replaced[T past[T]](all []T, v T) []T {
	out := slices.Clone(all)
	if i := slices.IndexFunc(out, v.IsSame); i >= 0 {
		out[i] = v
	}
	return out
}

// Promised are one team's promises of last cycle.
type Promised struct {
	By                       model.Text
	Promises                 []model.Promise
	Kept, Late, Broken, Open int // Open: nobody said what became of them
}

// Promisers lists who promised something last cycle, in the order of their first promise.
func (s *State) Promisers() []Promised {
	var out []Promised
	for _, p := range s.Promises {
		i := slices.IndexFunc(out, func(o Promised) bool { return model.Fold(o.By) == model.Fold(p.By) })
		if i < 0 {
			i, out = len(out), append(out, Promised{By: p.By})
		}
		out[i].add(p)
	}
	return out
}

func (p *Promised) add(one model.Promise) {
	p.Promises = append(p.Promises, one)
	switch one.Kept {
	case model.Kept:
		p.Kept++
	case model.KeptLate:
		p.Late++
	case model.Broken:
		p.Broken++
	default:
		p.Open++
	}
}

// String sums it up: "5 of 8 kept, 2 late, 1 broken".
func (p Promised) String() string {
	n := len(p.Promises)
	if p.Open == n {
		return fmt.Sprintf("%d made, not recorded yet", n)
	}
	parts := []string{fmt.Sprintf("%d of %d kept", p.Kept, n)}
	for _, more := range []struct {
		n    int
		what string
	}{{p.Late, "late"}, {p.Broken, "broken"}, {p.Open, "not recorded yet"}} {
		if more.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", more.n, more.what))
		}
	}
	return strings.Join(parts, ", ")
}

// Past is what last cycle knows of a team: what became of its objectives, and what it promised others.
func (s *State) Past(team model.Text) ([]model.Result, Promised) {
	var results []model.Result
	for _, r := range s.LastCycle {
		if model.Fold(r.Team) == model.Fold(team) {
			results = append(results, r)
		}
	}
	promised := Promised{By: team}
	for _, p := range s.Promises {
		if model.Fold(p.By) == model.Fold(team) {
			promised.add(p)
		}
	}
	return results, promised
}
