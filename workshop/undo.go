package workshop

import "souk/model"

// TakenBack says that the entry Target is not in effect any more.
type TakenBack struct {
	Target uint64     `json:"target"`
	What   model.Text `json:"what"`
}

// BroughtBack says that the entry Target, which had been taken back, is in effect again.
type BroughtBack struct {
	Target uint64     `json:"target"`
	What   model.Text `json:"what"`
}

// Kind implements Fact.
func (TakenBack) Kind() string { return "taken-back" }

// Kind implements Fact.
func (BroughtBack) Kind() string { return "brought-back" }

// Title implements Fact.
func (f TakenBack) Title(*State) string { return "took back: " + f.What.Line() }

// Title implements Fact.
func (f BroughtBack) Title(*State) string { return "brought back: " + f.What.Line() }

// The session folds both by moving the entry they name.
func (TakenBack) apply(*State, Entry)   {}
func (BroughtBack) apply(*State, Entry) {}
