package workshop

import (
	"fmt"
	"slices"

	"souk/model"
)

// MakeRequest puts a dependency on the table as a request. Finding is where it comes from, if any; the other pairs of its card are
// confirmed with it.
type MakeRequest struct {
	Findings []model.Finding
	From, To model.Side
	What     model.Text
	NeededBy model.Text
	Size     model.Size
}

func (in MakeRequest) check(d *desk) (Fact, error) {
	for _, side := range []model.Side{in.From, in.To} {
		if err := d.side(side); err != nil {
			return nil, err
		}
	}
	if in.From.Team == in.To.Team {
		return nil, refuse(Invalid, "A request goes to another team.")
	}
	if in.What.IsEmpty() {
		return nil, refuse(Empty, "Say what is needed.")
	}
	if in.Size != "" && !slices.Contains([]model.Size{model.Small, model.Medium, model.Large}, in.Size) {
		return nil, refuse(Invalid, "The size is S, M or L.")
	}
	r := model.Request{
		ID: model.RequestID(d.id("r")), From: in.From, To: in.To, What: in.What, NeededBy: in.NeededBy, Size: in.Size,
		Trail: []model.Turn{{At: d.at, By: d.by, When: in.NeededBy, Text: in.What}},
	}
	if len(in.Findings) > 0 {
		r.Finding = in.Findings[0].ID
	}
	for _, f := range in.Findings {
		if err := d.undecided(f); err != nil {
			return nil, err
		}
	}
	return RequestMade{Request: r, Findings: withStatus(in.Findings, model.Confirmed, model.Text{})}, nil
}

// RequestMade says what one team asked of another.
type RequestMade struct {
	Request  model.Request   `json:"request"`
	Findings []model.Finding `json:"findings,omitempty"`
}

// Kind implements Fact.
func (RequestMade) Kind() string { return "request-made" }

// Title implements Fact.
func (f RequestMade) Title(s *State) string { return "request " + s.Between(f.Request) }

func (f RequestMade) apply(s *State, _ Entry) {
	s.Requests = s.Requests.Put(f.Request)
	s.Findings = s.Findings.PutAll(f.Findings)
}

// Between is how the room refers to a request: "Payments → Platform".
func (s *State) Between(r model.Request) string {
	return s.TeamName(r.From.Team) + " → " + s.TeamName(r.To.Team)
}

// AnswerRequest records what was said to a request. A sister key result becomes part of the objective Into of the asked team, where that
// is given.
type AnswerRequest struct {
	Request model.RequestID
	Answer  model.AnswerKind
	When    model.Text
	Who     model.Text
	Text    model.Text
	Into    model.ObjectiveID
}

func (in AnswerRequest) check(d *desk) (Fact, error) {
	r, ok := d.Requests.Get(in.Request)
	if !ok {
		return nil, refuse(NotFound, "This request is not on the table any more.")
	}
	switch in.Answer {
	case model.Committed:
		if in.When.IsEmpty() {
			return nil, refuse(Empty, "Say by when %s commits.", d.TeamName(r.To.Team))
		}
	case model.Countered:
		if in.When.IsEmpty() && in.Text.IsEmpty() {
			return nil, refuse(Empty, "Say what %s proposes instead: another date, or something else.", d.TeamName(r.To.Team))
		}
	case model.Declined:
		if in.Text.IsEmpty() {
			return nil, refuse(Empty, "Say why %s declines.", d.TeamName(r.To.Team))
		}
	case model.SisterKR:
		if in.Text.IsEmpty() {
			return nil, refuse(Empty, "Say the key result that %s takes on.", d.TeamName(r.To.Team))
		}
	case model.RiskOwned:
		if in.Who.IsEmpty() {
			return nil, refuse(Empty, "Say who owns the risk.")
		}
	case model.EscalatedUp:
		if in.Who.IsEmpty() && in.Text.IsEmpty() {
			return nil, refuse(Empty, "Say to whom it is escalated, or what they must decide.")
		}
	default:
		return nil, refuse(Invalid, "Choose an answer.")
	}
	f := RequestAnswered{
		Request: in.Request,
		Turn:    model.Turn{At: d.at, By: d.by, Answer: in.Answer, When: in.When, Who: in.Who, Text: in.Text},
	}
	if last := r.Answer(); last.Answer == in.Answer && last.When == in.When && last.Who == in.Who && last.Text == in.Text {
		return nil, refuse(Unchanged, "That is the answer already.")
	}
	if in.Answer == model.SisterKR && in.Into != "" {
		o, err := d.objective(in.Into)
		if err != nil {
			return nil, err
		}
		if o.Team != r.To.Team {
			return nil, refuse(Invalid, "A sister key result belongs into an objective of %s.", d.TeamName(r.To.Team))
		}
		if o.Fate != model.Live {
			return nil, refuse(NotNow, "This objective was %s.", o.Fate)
		}
		f.Into, f.KeyResult = in.Into, model.KeyResult{ID: model.KeyResultID(d.id("k")), Text: in.Text}
	}
	return f, nil
}

// RequestAnswered says what was said to a request; a sister key result stands in KeyResult and becomes part of Into.
type RequestAnswered struct {
	Request   model.RequestID   `json:"request"`
	Turn      model.Turn        `json:"turn"`
	Into      model.ObjectiveID `json:"into,omitempty"`
	KeyResult model.KeyResult   `json:"key_result,omitzero"`
}

// Kind implements Fact.
func (RequestAnswered) Kind() string { return "request-answered" }

// Title implements Fact.
func (f RequestAnswered) Title(s *State) string {
	r, _ := s.Requests.Get(f.Request)
	return fmt.Sprintf("%s: %s", s.Between(r), f.Turn.Answer)
}

func (f RequestAnswered) apply(s *State, _ Entry) {
	r, ok := s.Requests.Get(f.Request)
	if !ok {
		return
	}
	r.Trail = appended(r.Trail, f.Turn)
	s.Requests = s.Requests.Put(r)
	if f.Into != "" {
		s.changeObjective(f.Into, func(o *model.Objective) { o.KeyResults = appended(o.KeyResults, f.KeyResult) })
	}
}

// Waiting lists the requests of an objective that wait for an answer, those of objectives merged into it included: until they are
// answered, its key results are not final.
func (s *State) Waiting(id model.ObjectiveID) []model.Request {
	return s.askedFor(id, model.Request.IsWaiting)
}

// AtRisk lists the requests of an objective that were declined or escalated, those of objectives merged into it included.
func (s *State) AtRisk(id model.ObjectiveID) []model.Request {
	return s.askedFor(id, model.Request.IsAtRisk)
}

func (s *State) askedFor(id model.ObjectiveID, wanted func(model.Request) bool) []model.Request {
	var out []model.Request
	for r := range s.Requests.All() {
		if wanted(r) && r.From.Objective != "" && s.heir(r.From.Objective) == id {
			out = append(out, r)
		}
	}
	return out
}
