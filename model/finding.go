package model

// FindingKind is the kind of relation between two objectives.
type FindingKind string

// The kinds of findings. A dependency reads "a needs b"; the others have no direction.
const (
	Duplicate  FindingKind = "duplicate"
	Dependency FindingKind = "dependency"
	Synergy    FindingKind = "synergy"
	Conflict   FindingKind = "conflict"
)

// FindingKinds lists every kind in the order in which the room meets them.
func FindingKinds() []FindingKind {
	return []FindingKind{Dependency, Duplicate, Synergy, Conflict}
}

// FindingStatus is what the room did with a finding.
type FindingStatus string

// The statuses of a finding.
const (
	Open      FindingStatus = ""
	Queued    FindingStatus = "queued"
	Confirmed FindingStatus = "confirmed"
	Dismissed FindingStatus = "dismissed"
	Parked    FindingStatus = "parked"
)

// Side is one end of a finding. Objective is empty where a provider has none for what is needed; KeyResults are
// those that matter, none meaning the objective as a whole.
type Side struct {
	Team       TeamID        `json:"team"`
	Objective  ObjectiveID   `json:"objective,omitempty"`
	KeyResults []KeyResultID `json:"key_results,omitempty"`
}

// Span marks evidence: the bytes [Start, End) of an objective's title, or of a key result's text where KeyResult is set.
type Span struct {
	Objective ObjectiveID `json:"objective"`
	KeyResult KeyResultID `json:"key_result,omitempty"`
	Start     int         `json:"start"`
	End       int         `json:"end"`
}

// Reason says why a finding is on the table, in words that a person would say.
type Reason struct {
	Rule   string  `json:"rule"`
	Text   Text    `json:"text"`
	Spans  []Span  `json:"spans,omitempty"`
	Weight float64 `json:"weight,omitempty"` // what it adds to the score, in log-odds; 0 where that is not known
}

// Finding is a relation that the detector, a coach or the room puts on the table. Findings that are one matter (a
// template line in ten teams) have the same Card.
type Finding struct {
	ID      FindingID     `json:"id"`
	Kind    FindingKind   `json:"kind"`
	Score   float64       `json:"score,omitempty"` // 0 to 1; 1 for what the room itself raised
	Card    string        `json:"card,omitempty"`
	A       Side          `json:"a"`
	B       Side          `json:"b"`
	Reasons []Reason      `json:"reasons,omitempty"`
	Source  Text          `json:"source,omitzero"` // who raised it; empty for the detector
	Status  FindingStatus `json:"status,omitempty"`
	Note    Text          `json:"note,omitzero"` // why it was dismissed or parked

	Words    Text    `json:"words,omitzero"`     // how the coach puts it to the room; empty: the reasons speak
	Proposal Outcome `json:"proposal,omitempty"` // what the coach proposes; for a dependency the name of an answer
}

// RaisedByHand reports whether people put the finding on the table, rather than a program that computed a score.
func (f Finding) RaisedByHand() bool { return f.Score >= 1 && !f.Source.IsEmpty() }

// Origin says who put the finding on the table: "raised by Ada", "suggested by a script"; empty for the detector.
func (f Finding) Origin() string {
	switch {
	case f.Source.IsEmpty():
		return ""
	case f.RaisedByHand():
		return "raised by " + f.Source.Line()
	}
	return "suggested by " + f.Source.Line()
}

// Needing are the key results of a dependency that need something: those it names, or else the first one in which evidence stands.
func (f Finding) Needing() []KeyResultID {
	if len(f.A.KeyResults) > 0 {
		return f.A.KeyResults
	}
	for _, r := range f.Reasons {
		for _, s := range r.Spans {
			if s.Objective == f.A.Objective && s.KeyResult != "" {
				return []KeyResultID{s.KeyResult}
			}
		}
	}
	return nil
}

// Pair is the id that everybody gives the relation of that kind between two sides: a dependency is between what needs and a team, the
// others are between two objectives in any order.
func Pair(kind FindingKind, a, b Side) FindingID {
	if kind == Dependency {
		from := string(a.Objective)
		if from == "" {
			from = string(a.Team)
		}
		return FindingID("dep:" + from + ">" + string(b.Team))
	}
	return FindingID(string(kind)[:3] + ":" + string(min(a.Objective, b.Objective)) + "~" + string(max(a.Objective, b.Objective)))
}
