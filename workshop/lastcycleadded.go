package workshop

import (
	"fmt"
	"slices"

	"souk/model"
)

// AddResult says what became of an objective of last cycle that no drafts brought.
type AddResult struct{ Result model.Result }

func (in AddResult) check(d *desk) (Fact, error) {
	r := in.Result
	switch {
	case r.Team.IsEmpty():
		return nil, refuse(Empty, "Say whose objective it was.")
	case r.Objective.IsEmpty():
		return nil, refuse(Empty, "Say which objective it was.")
	case r.Verdict != "" && !slices.Contains(model.Verdicts(), r.Verdict):
		return nil, refuse(Invalid, "Choose what became of it.")
	case slices.ContainsFunc(d.LastCycle, r.IsSame):
		return nil, refuse(Unchanged, "This objective of %s is among those of last cycle already.", r.Team.Line())
	}
	r = r.SaidOnce()
	r.Recorded = true
	return ResultAdded{Result: r}, nil
}

// ResultAdded says what became of an objective of last cycle that no drafts brought.
type ResultAdded struct {
	Result model.Result `json:"result"`
}

// Kind implements Fact.
func (ResultAdded) Kind() string { return "result-added" }

// Title implements Fact.
func (f ResultAdded) Title(*State) string {
	return fmt.Sprintf("last cycle of %s: “%s”", f.Result.Team.Line(), short(f.Result.Objective))
}

func (f ResultAdded) apply(s *State, _ Entry) { s.LastCycle = appended(s.LastCycle, f.Result) }

// AddPromise remembers what one team promised another last cycle, and what became of it.
type AddPromise struct{ Promise model.Promise }

func (in AddPromise) check(d *desk) (Fact, error) {
	p := in.Promise
	switch {
	case p.By.IsEmpty():
		return nil, refuse(Empty, "Say who made the promise.")
	case p.What.IsEmpty():
		return nil, refuse(Empty, "Say what was promised.")
	case p.Kept != "" && !slices.Contains(model.Keepings(), p.Kept):
		return nil, refuse(Invalid, "Choose what became of the promise.")
	case slices.ContainsFunc(d.Promises, p.IsSame):
		return nil, refuse(Unchanged, "This promise of %s is among those of last cycle already.", p.By.Line())
	}
	p.Recorded = true
	return PromiseAdded{Promise: p}, nil
}

// PromiseAdded remembers a promise of last cycle that no drafts brought.
type PromiseAdded struct {
	Promise model.Promise `json:"promise"`
}

// Kind implements Fact.
func (PromiseAdded) Kind() string { return "promise-added" }

// Title implements Fact.
func (f PromiseAdded) Title(*State) string {
	return fmt.Sprintf("last cycle's promise of %s: “%s”", f.Promise.By.Line(), short(f.Promise.What))
}

func (f PromiseAdded) apply(s *State, _ Entry) { s.Promises = appended(s.Promises, f.Promise) }
