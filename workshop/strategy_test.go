package workshop

import (
	"testing"

	"souk/model"
)

func TestStrategy(t *testing.T) {
	r := market(t)
	churn, pay := r.intent("Reduce churn"), r.team("Payments")
	r.do(TakePulse{StrategyStage, pay, []int{3, 4}})
	word := func(id model.IntentID) func(*State) any {
		return func(s *State) any { i, ok := s.Intent(id); return []any{i.Text, ok} }
	}
	pulse := func(s *State) any { return s.PulseOf(StrategyStage, pay) }
	family(t, r, []allowed{
		{"add", AddIntent{model.Quarter, text("Go live")}, func(s *State) any { i, ok := s.IntentByText(text("go  LIVE")); return []any{i.Horizon, ok} }, []any{"quarter", true}},
		{"reword", RewordIntent{churn, text("Keep customers")}, word(churn), []any{"Keep customers", true}},
		{"drop", DropIntent{churn}, word(churn), []any{"", false}},
		{"answer", AnswerQuestion{5, text("No")}, func(s *State) any { return []any{s.Answer(0), s.Answer(4), s.Answer(5)} }, []any{"To make banking simple", "", "No"}},
		{"blank", AnswerQuestion{0, model.Text{}}, func(s *State) any { return s.Answer(0) }, ""},
		{"pulse again", TakePulse{StrategyStage, pay, []int{5}}, pulse, []int{5}},
		{"pulse at the close", TakePulse{CloseStage, pay, []int{0}}, pulse, []int{3, 4}},
		{"no pulse", TakePulse{StrategyStage, pay, nil}, pulse, []int(nil)},
		{"pulse of two teams", TakePulse{StrategyStage, r.team("Growth"), []int{1}}, func(s *State) any { return s.PulseOf(StrategyStage, "") }, []int{3, 4, 1}},
	}, []refused{
		{"empty", AddIntent{model.Quarter, text(" ")}, Empty},
		{"no horizon", AddIntent{"decade", text("Go live")}, Invalid},
		{"known", AddIntent{model.Quarter, text("reduce CHURN")}, Unchanged},
		{"reword to nothing", RewordIntent{churn, model.Text{}}, Empty},
		{"reword unknown", RewordIntent{"i99", text("x")}, NotFound},
		{"reword to the same", RewordIntent{churn, text("Reduce churn")}, Unchanged},
		{"reword to another", RewordIntent{churn, text("become the primary bank")}, Invalid},
		{"drop unknown", DropIntent{"i99"}, NotFound},
		{"question -1", AnswerQuestion{-1, text("x")}, Invalid},
		{"question 6", AnswerQuestion{6, text("x")}, Invalid},
		{"same answer", AnswerQuestion{0, text("To make banking simple")}, Unchanged},
		{"pulse of nobody", TakePulse{StrategyStage, "t99", []int{1}}, NotFound},
		{"pulse in between", TakePulse{RegroupStage, pay, []int{1}}, Invalid},
		{"six fingers", TakePulse{StrategyStage, pay, []int{6}}, Invalid},
		{"minus one", TakePulse{StrategyStage, pay, []int{-1}}, Invalid},
		{"same pulse", TakePulse{StrategyStage, pay, []int{3, 4}}, Unchanged},
		{"never pulsed", TakePulse{CloseStage, pay, nil}, Unchanged},
	})
}

func TestWhatSupportedADroppedIntentKeepsItsWords(t *testing.T) {
	r := market(t)
	churn := r.intent("Reduce churn")
	r.do(DropIntent{churn})
	if s := r.objective("Payments 1").Supports; len(s) != 1 || s[0].Text != text("reduce churn") {
		t.Errorf("supports %+v", s)
	}
}

func TestQuestionsOutOfRangeInAJournalChangeNothing(t *testing.T) {
	for _, n := range []int{-1, 6, 1 << 40} {
		s := (&State{}).after(Entry{Seq: 1, Fact: QuestionAnswered{Number: n, Answer: text("x")}})
		if len(s.Answers) != 0 {
			t.Errorf("question %d has an answer", n)
		}
	}
}
