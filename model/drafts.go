package model

// Drafts is what the teams bring: the strategy's context and each team's drafted OKRs, as read from files. References
// between drafts are by name and by the intent's text; ids stand only where the file gave them.
type Drafts struct {
	Organisation Text
	Cycle        Text
	Strategy     []Intent
	Questions    []Text // leadership's answers, in the order of Questions()
	LastCycle    []Result
	Promises     []Promise    // of last cycle
	Signals      []PastSignal // of last cycle
	Cycles       []PastCycle  // older ones, the oldest first; of last cycle the figures
	Teams        []DraftTeam
}

// DraftTeam is one team's draft.
type DraftTeam struct {
	Name        Text
	Level       Text
	Parent      Text // a team's name
	Kind        TeamKind
	Description Text
	Needs       []DraftExchange
	Offers      []DraftExchange
	Objectives  []DraftObjective
}

// DraftExchange is a need or an offer; Team is the other team's name where the draft says it.
type DraftExchange struct {
	Team Text
	Text Text
}

// DraftObjective is one drafted objective.
type DraftObjective struct {
	ID         ObjectiveID // from the file, or empty
	Title      Text
	WhyNow     Text
	Supports   []Text // an intent's text, a team's name, or anything else
	Owners     []Text // names of further owners
	Phase      Phase
	Origin     Origin
	KeyResults []DraftKeyResult
}

// DraftKeyResult is one drafted key result.
type DraftKeyResult struct {
	ID       KeyResultID // from the file, or empty
	Text     Text
	Metric   Text
	Baseline Text
	Target   Text
	Unit     Text
	Owner    Text
	Team     Text // the name of the team that delivers it
}

// IsEmpty reports whether there is nothing to bring to a workshop.
func (d Drafts) IsEmpty() bool {
	return len(d.Teams)+len(d.Strategy)+len(d.Questions)+len(d.LastCycle)+len(d.Promises)+len(d.Signals)+len(d.Cycles) == 0
}

// Count returns the numbers of teams, objectives and key results.
func (d Drafts) Count() (teams, objectives, keyResults int) {
	for _, t := range d.Teams {
		objectives += len(t.Objectives)
		for _, o := range t.Objectives {
			keyResults += len(o.KeyResults)
		}
	}
	return len(d.Teams), objectives, keyResults
}
