package workshop

import (
	"cmp"
	"slices"
	"strings"

	"souk/model"
)

// PrepareFindings says how findings that are one matter should come up: in which words, and with which proposal.
type PrepareFindings struct {
	Findings []model.Finding
	Words    model.Text
	Proposal model.Outcome // empty: none
}

func (in PrepareFindings) check(d *desk) (Fact, error) {
	if len(in.Findings) == 0 {
		return nil, refuse(Empty, "Choose a finding.")
	}
	fact, same := FindingsPrepared{}, true
	for _, f := range in.Findings {
		if err := d.undecided(f); err != nil {
			return nil, err
		}
		if err := cmp.Or(d.side(f.A), d.side(f.B)); err != nil {
			return nil, err
		}
		if in.Proposal != "" && !slices.Contains(Proposals(f.Kind), in.Proposal) {
			return nil, refuse(Invalid, "“%s” is no outcome of a %s.", in.Proposal, f.Kind)
		}
		same = same && f.Words == in.Words && f.Proposal == in.Proposal
		f.Words, f.Proposal = in.Words, in.Proposal
		fact.Findings = append(fact.Findings, f)
	}
	if same {
		return nil, refuse(Unchanged, "It is prepared like that already.")
	}
	return fact, nil
}

// Proposals lists what a coach may propose for a finding of that kind: what the room may decide, and for a dependency what may be answered.
func Proposals(k model.FindingKind) []model.Outcome {
	if k != model.Dependency {
		return model.Outcomes(k)
	}
	var out []model.Outcome
	for _, a := range model.AnswerKinds() {
		out = append(out, model.Outcome(a))
	}
	return append(out, model.Outcomes(k)...)
}

// FindingsPrepared says how findings should come up; they carry the words and the proposal.
type FindingsPrepared struct {
	Findings []model.Finding `json:"findings"`
}

// Kind implements Fact.
func (FindingsPrepared) Kind() string { return "findings-prepared" }

// Title implements Fact.
func (f FindingsPrepared) Title(s *State) string {
	if len(f.Findings) == 0 {
		return "findings"
	}
	return "preparing " + s.Pair(f.Findings[0])
}

func (f FindingsPrepared) apply(s *State, _ Entry) { s.Findings = s.Findings.PutAll(f.Findings) }

// OrderQueue says in which order findings should come up; each stands for its card. It replaces the order before.
type OrderQueue struct{ Queue []model.FindingID }

func (in OrderQueue) check(d *desk) (Fact, error) {
	seen := map[model.FindingID]bool{}
	for _, id := range in.Queue {
		f, known := d.Findings.Get(id)
		if !known || f.Status != model.Queued {
			return nil, refuse(NotFound, "Only what is queued can be ordered.")
		}
		if seen[id] {
			return nil, refuse(Invalid, "A finding comes up once.")
		}
		seen[id] = true
	}
	if slices.Equal(d.Queue, in.Queue) {
		return nil, refuse(Unchanged, "The queue is in that order already.")
	}
	return QueueOrdered{Queue: slices.Clone(in.Queue)}, nil
}

// QueueOrdered says in which order findings should come up.
type QueueOrdered struct {
	Queue []model.FindingID `json:"queue"`
}

// Kind implements Fact.
func (QueueOrdered) Kind() string { return "queue-ordered" }

// Title implements Fact.
func (QueueOrdered) Title(*State) string { return "the order of the queue" }

func (f QueueOrdered) apply(s *State, _ Entry) { s.Queue = f.Queue }

// InQueueOrder puts what the coach prepared first, in the coach's order, whatever became of it since; the rest stays as it is. It changes
// the slice.
func (s *State) InQueueOrder(fs []model.Finding) {
	if len(s.Queue) == 0 {
		return
	}
	place := make(map[model.FindingID]int, len(s.Queue))
	for i, id := range s.Queue {
		place[id] = i - len(s.Queue)
	}
	slices.SortStableFunc(fs, func(a, b model.Finding) int { return cmp.Compare(place[a.ID], place[b.ID]) })
}

// AskStall adds a question that is sent to a team ahead of the workshop.
type AskStall struct {
	Team      model.TeamID
	Objective model.ObjectiveID // empty: about the OKRs as a whole
	Text      model.Text
	Quotes    []model.Text // the words of the drafts that the text may repeat
}

func (in AskStall) check(d *desk) (Fact, error) {
	if err := d.side(model.Side{Team: in.Team, Objective: in.Objective}); err != nil {
		return nil, err
	}
	if in.Text.IsEmpty() {
		return nil, refuse(Empty, "Say the question.")
	}
	q := model.StallQuestion{ID: model.StallQuestionID(d.id("q")), Team: in.Team, Objective: in.Objective, Text: in.Text}
	for _, words := range in.Quotes {
		if repeats(q, words) {
			q.Quotes = append(q.Quotes, words)
		}
	}
	return d.askOnce(q)
}

// askOnce refuses what another question asks already.
func (d *desk) askOnce(q model.StallQuestion) (Fact, error) {
	for other := range d.StallQuestions.All() {
		if other.ID != q.ID && other.Team == q.Team && other.Objective == q.Objective && model.Fold(other.Text) == model.Fold(q.Text) {
			return nil, refuse(Unchanged, "This is asked already.")
		}
	}
	return StallAsked{Question: q}, nil
}

// StallAsked is a question to a team ahead of the workshop.
type StallAsked struct {
	Question model.StallQuestion `json:"question"`
}

// Kind implements Fact.
func (StallAsked) Kind() string { return "stall-asked" }

// Title implements Fact.
func (f StallAsked) Title(s *State) string {
	if f.Question.Text.IsEmpty() {
		return "taking back a question to " + s.TeamName(f.Question.Team)
	}
	return "a question to " + s.TeamName(f.Question.Team)
}

func (f StallAsked) apply(s *State, _ Entry) { s.StallQuestions = s.StallQuestions.Put(f.Question) }

// RewordStallQuestion changes a question to a team; an empty text takes it away.
type RewordStallQuestion struct {
	Question model.StallQuestionID
	Text     model.Text
}

func (in RewordStallQuestion) check(d *desk) (Fact, error) {
	q, ok := d.StallQuestions.Get(in.Question)
	if !ok {
		return nil, refuse(NotFound, "This question is not there any more.")
	}
	if q.Text == in.Text {
		return nil, refuse(Unchanged, "The question reads like that already.")
	}
	q.Text = in.Text
	if in.Text.IsEmpty() {
		return StallAsked{Question: q}, nil
	}
	return d.askOnce(q)
}

// QuestionsTo lists what a team is asked ahead of the workshop.
func (s *State) QuestionsTo(team model.TeamID) []model.StallQuestion {
	var out []model.StallQuestion
	for q := range s.StallQuestions.All() {
		if q.Team == team && !q.Text.IsEmpty() {
			out = append(out, q)
		}
	}
	return out
}

// TeamsAsked counts the teams that are asked something ahead of the workshop.
func (s *State) TeamsAsked() int {
	n := 0
	for _, t := range s.Stalls() {
		if len(s.QuestionsTo(t.ID)) > 0 {
			n++
		}
	}
	return n
}

// IsOutdated reports whether a question repeats words of the drafts that no draft holds any more.
func (s *State) IsOutdated(q model.StallQuestion) bool {
	return slices.ContainsFunc(q.Quotes, func(words model.Text) bool { return repeats(q, words) && !s.isDrafted(words.Line()) })
}

func repeats(q model.StallQuestion, words model.Text) bool {
	return !words.IsEmpty() && strings.Contains(q.Text.Line(), words.Line())
}

// isDrafted reports whether a live objective holds these words.
func (s *State) isDrafted(words string) bool {
	in := func(t model.Text) bool { return strings.Contains(t.Line(), words) }
	for o := range s.Live() {
		if in(o.Title) || in(o.WhyNow) || slices.ContainsFunc(o.KeyResults, func(k model.KeyResult) bool { return in(k.Text) || in(k.Metric) }) {
			return true
		}
	}
	return false
}
