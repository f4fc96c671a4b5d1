package workshop

import (
	"testing"

	"souk/model"
)

func (r *room) request(n int) model.Request {
	r.t.Helper()
	for q := range r.State().Requests.All() {
		if n--; n == 0 {
			return q
		}
	}
	r.t.Fatalf("there are not so many requests")
	return model.Request{}
}

func TestMakingRequests(t *testing.T) {
	r := market(t)
	from, to := r.side("Payments 1", 1), r.side("Platform 1")
	asked, ruledOut := r.finding(model.Dependency, "Growth 1", "Platform 1"), r.finding(model.Dependency, "Growth 1", "Payments 2")
	r.do(MakeRequest{Findings: []model.Finding{asked}, From: asked.A, To: asked.B, What: text("an API")})
	r.do(DecideFinding{Findings: []model.Finding{ruledOut}, Outcome: model.NotDependency})
	f := r.finding(model.Dependency, "Payments 1", "Platform 1")
	other := r.finding(model.Dependency, "Payments 2", "Platform 1")
	family(t, r, []allowed{
		{
			"out of a card",
			MakeRequest{Findings: []model.Finding{f, other}, From: from, To: to, What: text("a gateway"), NeededBy: text("May"), Size: model.Large},
			func(s *State) any {
				q, ok := s.RequestOn(f.ID)
				a, _ := s.Findings.Get(f.ID)
				b, _ := s.Findings.Get(other.ID)
				return []any{ok, q.From, q.To, q.What, q.NeededBy, q.Size, q.IsSettled(), len(q.Trail), a.Status, b.Status}
			},
			[]any{true, from, to, "a gateway", "May", "L", false, 1, "confirmed", "confirmed"},
		},
		{
			"out of the room, to a team",
			MakeRequest{From: from, To: model.Side{Team: r.team("Growth")}, What: text("numbers")},
			func(s *State) any { return []int{s.Requests.Len(), len(s.Waiting(from.Objective))} },
			[]int{2, 1},
		},
	}, []refused{
		{"from nobody", MakeRequest{From: model.Side{Team: "t99"}, To: to, What: text("x")}, NotFound},
		{"to no objective", MakeRequest{From: from, To: model.Side{Team: to.Team, Objective: "o99"}, What: text("x")}, NotFound},
		{"for no key result", MakeRequest{From: model.Side{Team: from.Team, Objective: from.Objective, KeyResults: []model.KeyResultID{"k99"}}, To: to, What: text("x")}, NotFound},
		{"to itself", MakeRequest{From: from, To: r.side("Payments 2"), What: text("x")}, Invalid},
		{"nothing", MakeRequest{From: from, To: to}, Empty},
		{"size", MakeRequest{From: from, To: to, What: text("x"), Size: "XXL"}, Invalid},
		{"asked already", MakeRequest{Findings: []model.Finding{f, asked}, From: from, To: to, What: text("x")}, NotNow},
		{"ruled out already", MakeRequest{Findings: []model.Finding{ruledOut}, From: from, To: to, What: text("x")}, NotNow},
	})
}

func TestAnsweringRequests(t *testing.T) {
	r := market(t)
	r.do(MakeRequest{From: r.side("Payments 1", 1), To: r.side("Platform 1"), What: text("a gateway")})
	r.do(DecideObjective{Objective: r.id("Growth 1"), Outcome: model.Drop, Rationale: text("no time")})
	id, into := r.request(1).ID, r.id("Platform 1")
	r.do(AnswerRequest{Request: id, Answer: model.Countered, Text: text("half of it")})
	see := func(s *State) any {
		q, _ := s.Requests.Get(id)
		o, _ := s.Objectives.Get(into)
		return []any{q.Answer().Answer, q.Answer().By, q.IsSettled(), len(q.Trail), len(o.KeyResults)}
	}
	family(t, r, []allowed{
		{"commit", AnswerRequest{Request: id, Answer: model.Committed, When: text("May")}, see, []any{"commit", "Ada", true, 3, 1}},
		{"other counter", AnswerRequest{Request: id, Answer: model.Countered, When: text("June")}, see, []any{"counter-propose", "Ada", false, 3, 1}},
		{"decline", AnswerRequest{Request: id, Answer: model.Declined, Text: text("no people")}, see, []any{"decline", "Ada", true, 3, 1}},
		{"sister in words", AnswerRequest{Request: id, Answer: model.SisterKR, Text: text("API live")}, see, []any{"sister key result", "Ada", true, 3, 1}},
		{"sister in an objective", AnswerRequest{Request: id, Answer: model.SisterKR, Text: text("API live"), Into: into}, see, []any{"sister key result", "Ada", true, 3, 2}},
		{"risk", AnswerRequest{Request: id, Answer: model.RiskOwned, Who: text("Bob")}, see, []any{"risk owned", "Ada", true, 3, 1}},
		{"escalate", AnswerRequest{Request: id, Answer: model.EscalatedUp, Who: text("the board")}, see, []any{"escalate", "Ada", false, 3, 1}},
	}, []refused{
		{"unknown", AnswerRequest{Request: "r99", Answer: model.Declined, Text: text("x")}, NotFound},
		{"nothing", AnswerRequest{Request: id}, Invalid},
		{"a shrug", AnswerRequest{Request: id, Answer: "perhaps"}, Invalid},
		{"commit without a date", AnswerRequest{Request: id, Answer: model.Committed}, Empty},
		{"counter with nothing", AnswerRequest{Request: id, Answer: model.Countered}, Empty},
		{"decline without a reason", AnswerRequest{Request: id, Answer: model.Declined, When: text("May")}, Empty},
		{"sister without words", AnswerRequest{Request: id, Answer: model.SisterKR, Into: into}, Empty},
		{"risk of nobody", AnswerRequest{Request: id, Answer: model.RiskOwned, Text: text("x")}, Empty},
		{"escalate to nobody", AnswerRequest{Request: id, Answer: model.EscalatedUp}, Empty},
		{"sister in no objective", AnswerRequest{Request: id, Answer: model.SisterKR, Text: text("x"), Into: "o99"}, NotFound},
		{"sister in another's objective", AnswerRequest{Request: id, Answer: model.SisterKR, Text: text("x"), Into: r.id("Payments 1")}, Invalid},
		{"said already", AnswerRequest{Request: id, Answer: model.Countered, Text: text("half of it")}, Unchanged},
	})
	r.do(DecideObjective{Objective: into, Outcome: model.Drop, Rationale: text("no time")})
	r.refuses(NotNow, AnswerRequest{Request: id, Answer: model.SisterKR, Text: text("x"), Into: into})
}

func TestEveryAnswerIsTested(t *testing.T) {
	if n := len(model.AnswerKinds()); n != 6 {
		t.Errorf("there are %d answers; extend TestAnsweringRequests", n)
	}
}

func TestARequestWaitsAlsoAfterAMerge(t *testing.T) {
	r := market(t)
	r.do(MakeRequest{From: r.side("Payments 2", 1), To: r.side("Platform 1"), What: text("a gateway")})
	lead := r.id("Growth 1")
	r.do(DecideFinding{Findings: []model.Finding{r.finding(model.Duplicate, "Growth 1", "Payments 2")}, Outcome: model.Merge})
	if n := len(r.State().Waiting(lead)); n != 1 {
		t.Errorf("%d requests wait at the objective that took the others' key results over, want 1", n)
	}
	r.do(AnswerRequest{Request: r.request(1).ID, Answer: model.Committed, When: text("May")})
	if n := len(r.State().Waiting(lead)); n != 0 {
		t.Errorf("%d requests wait after the answer", n)
	}
}
