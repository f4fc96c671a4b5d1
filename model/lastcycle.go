package model

import (
	"slices"
	"strings"
	"unicode"
)

// Verdict says in a word what became of last cycle's objective; it is empty where nobody said.
type Verdict string

// The verdicts.
const (
	Met         Verdict = "met"
	PartlyMet   Verdict = "partly met"
	Missed      Verdict = "missed"
	Exceeded    Verdict = "exceeded"
	CarriedOver Verdict = "carried over"
)

// Verdicts lists every verdict in the order in which the screen offers them.
func Verdicts() []Verdict { return []Verdict{Met, PartlyMet, Missed, Exceeded, CarriedOver} }

// Result is what became of last cycle's objective of a team.
type Result struct {
	Team      Text    `json:"team,omitzero"` // by name, since it may be gone
	Objective Text    `json:"objective"`
	Cycle     Text    `json:"cycle,omitzero"`
	Verdict   Verdict `json:"verdict,omitempty"`  // where somebody said it; see Became
	Outcome   Text    `json:"outcome"`            // in the team's words, e.g. "0.4: two of five banks live"
	Learned   Text    `json:"learned,omitzero"`   // what it means for this cycle
	Recorded  bool    `json:"recorded,omitempty"` // in the workshop, not in the drafts
}

// Key is what results are looked up by; those of several cycles may have the same.
func (r Result) Key() string { return Fold(r.Team) + "\n" + Fold(r.Objective) }

// IsSame reports whether two results are about the same objective. One that does not say its cycle may be of any.
func (r Result) IsSame(o Result) bool {
	return r.Key() == o.Key() && (r.Cycle.IsEmpty() || o.Cycle.IsEmpty() || Fold(r.Cycle) == Fold(o.Cycle))
}

// Became is the verdict: what was said, or else what the outcome begins with.
func (r Result) Became() Verdict {
	if r.Verdict != "" {
		return r.Verdict
	}
	return ReadVerdict(r.Outcome)
}

// SaidOnce is the result without a verdict that its outcome begins with anyway.
func (r Result) SaidOnce() Result {
	if r.Verdict == ReadVerdict(r.Outcome) {
		r.Verdict = ""
	}
	return r
}

// verdictWords are what people begin an outcome with, in English and German.
var verdictWords = []struct {
	verdict Verdict
	words   []string
}{
	{Missed, []string{"missed", "not met", "not achieved", "not reached", "failed", "verfehlt", "nicht erreicht", "nicht erfüllt"}},
	{PartlyMet, []string{
		"partly met", "partially met", "partly", "partially", "mostly met", "teilweise erreicht", "teilweise", "teils", "zum teil erreicht", "zum teil",
		"überwiegend erreicht",
	}},
	{Exceeded, []string{"exceeded", "overachieved", "übertroffen", "übererfüllt"}},
	{CarriedOver, []string{"carried over", "carried forward", "rolled over", "übertragen"}},
	{Met, []string{"met", "achieved", "reached", "done", "erreicht", "erfüllt"}},
}

// ReadVerdict is the verdict that a text begins with: "Met: …", "Missed, 0.4", "Teilweise erreicht". "Met in October, missed in December" is
// partly met, and "Reached 41 of 50" leaves it open. It is empty where the text begins with anything else.
func ReadVerdict(t Text) Verdict {
	clause := Fold(t)
	if end := strings.IndexFunc(clause, func(r rune) bool { return strings.ContainsRune(":;(!?", r) }); end >= 0 {
		clause = clause[:end]
	}
	clause, _, _ = strings.Cut(clause, ". ")
	for _, v := range verdictWords {
		for _, w := range v.words {
			rest, begins := strings.CutPrefix(clause, w)
			if !begins || beginsWord(rest) {
				continue
			}
			if v.verdict == Met && countsWith(rest) {
				return ""
			}
			if v.verdict == Met && slices.ContainsFunc(words(rest), func(s string) bool { return s == "missed" || s == "verfehlt" }) {
				return PartlyMet
			}
			return v.verdict
		}
	}
	return ""
}

// countsWith reports whether a number follows: then it, and not the word before it, says how it went.
func countsWith(s string) bool {
	s = strings.TrimLeft(s, " ")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

func beginsWord(s string) bool {
	for _, r := range s {
		return !isBetweenWords(r)
	}
	return false
}

func words(s string) []string { return strings.FieldsFunc(s, isBetweenWords) }

func isBetweenWords(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// Keeping is what became of a promise; it is empty where nobody said.
type Keeping string

// What became of a promise.
const (
	Kept     Keeping = "kept"
	KeptLate Keeping = "late"
	Broken   Keeping = "broken"
)

// Keepings lists what may become of a promise, in the order in which the screen offers it.
func Keepings() []Keeping { return []Keeping{Kept, KeptLate, Broken} }

// Promise is what one team promised another last cycle. Teams stand by name, since they may be gone.
type Promise struct {
	By       Text    `json:"by"`
	To       Text    `json:"to,omitzero"`
	What     Text    `json:"what"`
	Due      Text    `json:"due,omitzero"`
	Kept     Keeping `json:"kept,omitempty"`
	Note     Text    `json:"note,omitzero"`
	Recorded bool    `json:"recorded,omitempty"` // in the workshop, not in the drafts
}

// Key is what promises are looked up by: who promised whom what.
func (p Promise) Key() string { return Fold(p.By) + "\n" + Fold(p.To) + "\n" + Fold(p.What) }

// IsSame reports whether two promises are the same one.
func (p Promise) IsSame(o Promise) bool { return p.Key() == o.Key() }

// PastSignal is what last cycle's room told leadership, and what leadership answered. An empty answer is an honest blank.
type PastSignal struct {
	Text     Text `json:"text"`
	Evidence Text `json:"evidence,omitzero"` // a line for each thing that was seen
	Answer   Text `json:"answer,omitzero"`
	Recorded bool `json:"recorded,omitempty"` // the answer, in the workshop
}

// Key is what signals are looked up by.
func (g PastSignal) Key() string { return Fold(g.Text) }

// IsSame reports whether two signals say the same.
func (g PastSignal) IsSame(o PastSignal) bool { return g.Key() == o.Key() }
