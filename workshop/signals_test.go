package workshop

import (
	"testing"

	"souk/model"
)

// told lists what goes up to leadership, with leadership's answers.
func told(s *State) any {
	var out []string
	for g := range s.KeptSignals() {
		line := g.Matter() + ": " + g.Text.String() + "/" + g.Evidence.String() + "/" + g.Owner.String()
		if !g.Answer.IsEmpty() {
			line += "/" + g.Answer.String()
		}
		out = append(out, line)
	}
	return out
}

func TestSignals(t *testing.T) {
	r := market(t)
	r.do(RaiseSignal{text("Nobody rests"), text("0 of 4"), text("Eve")})
	r.do(KeepSignal{Kind: "unsupported-intent", Key: "unsupported-intent/i1", Text: text("Nobody supports X"), Evidence: text("0 of 5")})
	byHand, _ := r.State().SignalAbout("s2")
	kept, _ := r.State().SignalAbout("unsupported-intent/i1")
	r.do(AnswerSignal{kept.ID, text("We drop it")})
	r.do(DropSignal{Key: "no-why-now/t1", Text: text("Payments struggles")})
	const hand, computed = "s2: Nobody rests/0 of 4/Eve", "unsupported-intent/i1: Nobody supports X/0 of 5//We drop it"
	family(t, r, []allowed{
		{"raise", RaiseSignal{text("More"), text("x"), text("Bob")}, told, []string{hand, computed, "s6: More/x/Bob"}},
		{"keep", KeepSignal{Kind: "k", Key: "k/1", Text: text("K"), Evidence: text("a\nb")}, told, []string{hand, computed, "k/1: K/a\nb/"}},
		{"word a kept one anew", KeepSignal{Kind: "unsupported-intent", Key: kept.About, Text: text("X is lonely")}, told, []string{hand, "unsupported-intent/i1: X is lonely///We drop it"}},
		{"reword", RewordSignal{byHand.ID, text("Rest!"), text("0 of 4"), text("Bob")}, told, []string{"s2: Rest!/0 of 4/Bob", computed}},
		{"drop what the room raised", DropSignal{Key: byHand.Matter()}, told, []string{computed}},
		{"drop a kept one", DropSignal{Key: kept.Matter()}, told, []string{hand}},
		{"keep a dropped one", KeepSignal{Kind: "no-why-now", Key: "no-why-now/t1", Text: text("P")}, func(s *State) any {
			return len(s.DroppedSignals)
		}, 0},
		{"drop", DropSignal{Key: "k/1", Note: text("known")}, func(s *State) any { return s.DroppedSignals["k/1"].String() }, "known"},
		{"take up again", TakeUpSignal{Key: "no-why-now/t1"}, func(s *State) any { return []any{len(s.DroppedSignals), told(s)} }, []any{0, []string{hand, computed}}},
		{"answer", AnswerSignal{byHand.ID, text("Yes")}, told, []string{hand + "/Yes", computed}},
		{"take an answer back", AnswerSignal{Signal: kept.ID}, told, []string{hand, "unsupported-intent/i1: Nobody supports X/0 of 5/"}},
	}, []refused{
		{"empty signal", RaiseSignal{Evidence: text("x")}, Empty},
		{"keep nothing", KeepSignal{Kind: "k", Key: "k/1"}, Empty},
		{"keep without a key", KeepSignal{Kind: "k", Text: text("x")}, Invalid},
		{"keep again", KeepSignal{Kind: kept.Kind, Key: kept.About, Text: kept.Text, Evidence: kept.Evidence}, Unchanged},
		{"reword to nothing", RewordSignal{Signal: byHand.ID}, Empty},
		{"reword to the same", RewordSignal{byHand.ID, byHand.Text, byHand.Evidence, byHand.Owner}, Unchanged},
		{"reword unknown", RewordSignal{Signal: "s99", Text: text("x")}, NotFound},
		{"drop nothing", DropSignal{}, Empty},
		{"drop again", DropSignal{Key: "no-why-now/t1"}, Unchanged},
		{"take up what was not dropped", TakeUpSignal{Key: kept.About}, NotFound},
		{"answer unknown", AnswerSignal{"s99", text("x")}, NotFound},
		{"answer the same", AnswerSignal{kept.ID, text("We drop it")}, Unchanged},
	})
}

func TestADroppedSignalComesBackWhenItIsKept(t *testing.T) {
	r := market(t)
	keep := KeepSignal{Kind: "k", Key: "k/1", Text: text("K")}
	r.do(keep)
	g, _ := r.State().SignalAbout("k/1")
	r.do(DropSignal{Key: "k/1"})
	if _, err := r.try(AnswerSignal{g.ID, text("Yes")}); err == nil {
		t.Error("what was dropped can be answered")
	}
	r.do(keep)
	var kept []model.SignalID
	for one := range r.State().KeptSignals() {
		kept = append(kept, one.ID)
	}
	if len(kept) != 1 || kept[0] != g.ID {
		t.Errorf("kept are %v, want %s alone", kept, g.ID)
	}
}

func TestWhatWasDroppedIsTakenUpAsItWas(t *testing.T) {
	r := market(t)
	r.do(RaiseSignal{text("Nobody rests"), text("0 of 4"), text("Eve")})
	byHand, _ := r.State().SignalAbout("s2")
	before := asJSON(t, told(r.State()))
	r.do(AnswerSignal{byHand.ID, text("Yes")})
	answered := asJSON(t, told(r.State()))
	r.do(DropSignal{Key: byHand.Matter()})
	dropped := r.State()
	r.do(TakeUpSignal{Key: byHand.Matter(), Text: byHand.Text})
	if got := asJSON(t, told(r.State())); got != answered || got == before {
		t.Errorf("it came back as %s", got)
	}
	if _, quiet := dropped.DroppedSignals[byHand.Matter()]; !quiet {
		t.Error("the state before changed")
	}
}
