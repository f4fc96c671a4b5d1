package workshop

import (
	"fmt"
	"slices"

	"souk/model"
)

// Pulse is a team's fist of five on "do we know and understand the direction?".
type Pulse struct {
	When  Stage        `json:"when"` // StrategyStage or CloseStage
	Team  model.TeamID `json:"team"`
	Votes []int        `json:"votes"`
}

// AddIntent adds a sentence to the strategy.
type AddIntent struct {
	Horizon model.Horizon
	Text    model.Text
}

func (in AddIntent) check(d *desk) (Fact, error) {
	if in.Text.IsEmpty() {
		return nil, refuse(Empty, "Say the intent.")
	}
	if !slices.Contains(model.Horizons(), in.Horizon) {
		return nil, refuse(Invalid, "Choose a horizon.")
	}
	if _, taken := d.IntentByText(in.Text); taken {
		return nil, refuse(Unchanged, "This intent is in the strategy already.")
	}
	return IntentAdded{Intent: model.Intent{ID: model.IntentID(d.id("i")), Horizon: in.Horizon, Text: in.Text}}, nil
}

// RewordIntent changes the words of an intent.
type RewordIntent struct {
	Intent model.IntentID
	Text   model.Text
}

func (in RewordIntent) check(d *desk) (Fact, error) {
	if in.Text.IsEmpty() {
		return nil, refuse(Empty, "Say the intent, or drop it.")
	}
	i, ok := d.Intent(in.Intent)
	if !ok {
		return nil, refuse(NotFound, "This intent is not in the strategy any more.")
	}
	if i.Text == in.Text {
		return nil, refuse(Unchanged, "The intent reads like that already.")
	}
	if other, taken := d.IntentByText(in.Text); taken && other.ID != in.Intent {
		return nil, refuse(Invalid, "This intent is in the strategy already.")
	}
	return IntentReworded(in), nil
}

// DropIntent takes an intent out of the strategy.
type DropIntent struct{ Intent model.IntentID }

func (in DropIntent) check(d *desk) (Fact, error) {
	i, ok := d.Intent(in.Intent)
	if !ok {
		return nil, refuse(NotFound, "This intent is not in the strategy any more.")
	}
	return IntentDropped{Intent: in.Intent, Text: i.Text}, nil
}

// Intent finds an intent.
func (s *State) Intent(id model.IntentID) (model.Intent, bool) {
	for _, i := range s.Intents {
		if i.ID == id {
			return i, true
		}
	}
	return model.Intent{}, false
}

// IntentAdded says that the strategy has one more intent.
type IntentAdded struct {
	Intent model.Intent `json:"intent"`
}

// IntentReworded says how an intent reads now.
type IntentReworded struct {
	Intent model.IntentID `json:"intent"`
	Text   model.Text     `json:"text"`
}

// IntentDropped says that an intent is no longer part of the strategy. What named it keeps its words.
type IntentDropped struct {
	Intent model.IntentID `json:"intent"`
	Text   model.Text     `json:"text"`
}

// Kind implements Fact.
func (IntentAdded) Kind() string { return "intent-added" }

// Kind implements Fact.
func (IntentReworded) Kind() string { return "intent-reworded" }

// Kind implements Fact.
func (IntentDropped) Kind() string { return "intent-dropped" }

// Title implements Fact.
func (f IntentAdded) Title(*State) string {
	return fmt.Sprintf("%s “%s”", f.Intent.Horizon.Word(), short(f.Intent.Text))
}

// Title implements Fact.
func (f IntentReworded) Title(*State) string {
	return fmt.Sprintf("wording of “%s”", short(f.Text))
}

// Title implements Fact.
func (f IntentDropped) Title(*State) string { return fmt.Sprintf("dropping “%s”", short(f.Text)) }

func (f IntentAdded) apply(s *State, _ Entry) { s.Intents = appended(s.Intents, f.Intent) }

func (f IntentReworded) apply(s *State, _ Entry) {
	s.Intents = slices.Clone(s.Intents)
	for i := range s.Intents {
		if s.Intents[i].ID == f.Intent {
			s.Intents[i].Text = f.Text
		}
	}
}

func (f IntentDropped) apply(s *State, _ Entry) {
	s.Intents = slices.DeleteFunc(slices.Clone(s.Intents), func(i model.Intent) bool { return i.ID == f.Intent })
}

// AnswerQuestion is leadership's answer to one of the six questions; an empty text is an honest blank.
type AnswerQuestion struct {
	Number int // from 0, in the order of model.Questions
	Answer model.Text
}

func (in AnswerQuestion) check(d *desk) (Fact, error) {
	if in.Number < 0 || in.Number >= len(model.Questions()) {
		return nil, refuse(Invalid, "There are %d questions.", len(model.Questions()))
	}
	if d.Answer(in.Number) == in.Answer {
		return nil, refuse(Unchanged, "That is the answer already.")
	}
	return QuestionAnswered(in), nil
}

// Answer is leadership's answer to question n, counted from 0.
func (s *State) Answer(n int) model.Text {
	if n < len(s.Answers) {
		return s.Answers[n]
	}
	return model.Text{}
}

// QuestionAnswered is leadership's answer to one of the six questions.
type QuestionAnswered struct {
	Number int        `json:"number"`
	Answer model.Text `json:"answer"`
}

// Kind implements Fact.
func (QuestionAnswered) Kind() string { return "question-answered" }

// Title implements Fact.
func (f QuestionAnswered) Title(*State) string {
	return fmt.Sprintf("answer to question %d", f.Number+1)
}

func (f QuestionAnswered) apply(s *State, _ Entry) {
	if f.Number < 0 || f.Number >= len(model.Questions()) {
		return
	}
	answers := make([]model.Text, max(len(s.Answers), f.Number+1))
	copy(answers, s.Answers)
	answers[f.Number] = f.Answer
	s.Answers = answers
}

// TakePulse records a team's fist of five on the clarity of the direction; no votes takes it away.
type TakePulse struct {
	When  Stage
	Team  model.TeamID
	Votes []int
}

func (in TakePulse) check(d *desk) (Fact, error) {
	if _, err := d.team(in.Team); err != nil {
		return nil, err
	}
	if in.When != StrategyStage && in.When != CloseStage {
		return nil, refuse(Invalid, "The clarity pulse is taken in the strategy stage and at the close.")
	}
	if err := checkVotes(in.Votes); err != nil {
		return nil, err
	}
	if slices.Equal(d.PulseOf(in.When, in.Team), in.Votes) {
		return nil, refuse(Unchanged, "That is the pulse already.")
	}
	in.Votes = slices.Clone(in.Votes)
	return PulseTaken(in), nil
}

func checkVotes(votes []int) error {
	for _, v := range votes {
		if v < 0 || v > 5 {
			return refuse(Invalid, "A fist of five has votes from 0 to 5.")
		}
	}
	return nil
}

// PulseTaken is a team's fist of five on the clarity of the direction.
type PulseTaken struct {
	When  Stage        `json:"when"`
	Team  model.TeamID `json:"team"`
	Votes []int        `json:"votes"`
}

// Kind implements Fact.
func (PulseTaken) Kind() string { return "pulse-taken" }

// Title implements Fact.
func (f PulseTaken) Title(s *State) string { return "clarity pulse of " + s.TeamName(f.Team) }

func (f PulseTaken) apply(s *State, _ Entry) {
	s.Pulses = slices.DeleteFunc(slices.Clone(s.Pulses), func(p Pulse) bool { return p.When == f.When && p.Team == f.Team })
	if len(f.Votes) > 0 {
		s.Pulses = append(s.Pulses, Pulse(f))
	}
}

// PulseOf is a team's fist of five in a stage; all teams' together where the team is empty.
func (s *State) PulseOf(when Stage, team model.TeamID) []int {
	var votes []int
	for _, p := range s.Pulses {
		if p.When == when && (team == "" || p.Team == team) {
			votes = append(votes, p.Votes...)
		}
	}
	return votes
}

// short is a text as it fits into a title.
func short(t model.Text) string {
	r := []rune(t.Line())
	if len(r) <= 40 {
		return string(r)
	}
	return string(r[:39]) + "…"
}
