package detect

import (
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"souk/model"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// quoted reads spans in an input.
func quoted(in Input) func(model.Span) string {
	texts := map[model.Span]string{}
	for _, o := range in.Objectives {
		texts[model.Span{Objective: o.ID}] = o.Title.String()
		for _, k := range o.KeyResults {
			texts[model.Span{Objective: o.ID, KeyResult: k.ID}] = k.Text.String()
		}
	}
	return func(s model.Span) string {
		return texts[model.Span{Objective: s.Objective, KeyResult: s.KeyResult}][s.Start:s.End]
	}
}

// anyDecided draws findings and what the room made of some of them.
func anyDecided(t *rapid.T) (Input, Findings, []Decided) {
	in := anyMarket(t)
	found, _ := Run(context.Background(), in, nil)
	var decided []Decided
	for _, f := range found {
		switch rapid.IntRange(0, 3).Draw(t, "decision") {
		case 0:
			decided = append(decided, Decided{f, true})
		case 1:
			decided = append(decided, Decided{f, false})
		}
	}
	return in, found, decided
}

func scores(found []model.Finding) map[model.FindingID]float64 {
	out := map[model.FindingID]float64{}
	for _, f := range found {
		out[f.ID] = f.Score
	}
	return out
}

func TestRelearn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, found, decided := anyDecided(t)
		before := slices.Clone(found)
		got := Relearn(found, decided, quoted(in))
		if diff := cmp.Diff(before, found, texts); diff != "" {
			t.Fatalf("what was found is changed:\n%s", diff)
		}
		if diff := cmp.Diff(found, Findings(Relearn(found, nil, quoted(in))), texts, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("no decision changes something:\n%s", diff)
		}
		again := Relearn(found, rapid.Permutation(decided).Draw(t, "order"), quoted(in))
		if diff := cmp.Diff(got, again, texts); diff != "" {
			t.Fatalf("the order of decisions matters:\n%s", diff)
		}
		if diff := cmp.Diff(got, Relearn(Relearn(found, decided[:len(decided)/2], quoted(in)), decided, quoted(in)), texts); diff != "" {
			t.Fatalf("what was learned before matters:\n%s", diff)
		}
		most := mostAtFirst
		if len(decided) >= laterIs {
			most = mostLater
		}
		old := scores(found)
		for i, f := range got {
			if by := math.Abs(logit(f.Score) - logit(old[f.ID])); by > most+0.01 {
				t.Errorf("%s moves by %.2f after %d decisions", f.ID, by, len(decided))
			}
			if math.Abs(Unlearned(f)-old[f.ID]) > 1e-4 {
				t.Errorf("%s had %v, not %v", f.ID, old[f.ID], Unlearned(f))
			}
			if i > 0 && got[i-1].Score < f.Score {
				t.Errorf("%s is out of order", f.ID)
			}
		}
	})
}

func TestRelearnIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, found, decided := anyDecided(t)
		if len(found) == 0 {
			return
		}
		one := rapid.SampledFrom([]model.Finding(found)).Draw(t, "one")
		with := scores(Relearn(found, append(slices.Clip(decided), Decided{one, true}), quoted(in)))
		none := scores(Relearn(found, decided, quoted(in)))
		against := scores(Relearn(found, append(slices.Clip(decided), Decided{one, false}), quoted(in)))
		for id := range none {
			if with[id] < none[id] || against[id] > none[id] {
				t.Fatalf("%s: %v, %v after a yes, %v after a no", id, none[id], with[id], against[id])
			}
		}
	})
}

func TestWhatResemblesMovesMost(t *testing.T) {
	about := func(id, word, rule string, score float64) model.Finding {
		marks := []model.Span{{Objective: model.ObjectiveID(word)}}
		return model.Finding{ID: model.FindingID(id), Kind: model.Synergy, Score: score, Reasons: []model.Reason{{Rule: rule, Spans: marks}}}
	}
	word := func(s model.Span) string { return string(s.Objective) }
	like, unlike := about("like", "campaign", "shared-words", 0.5), about("unlike", "audit", "same-concept", 0.55)
	duplicate := about("duplicate", "audit", "shared-words", 0.5)
	duplicate.Kind = model.Duplicate
	found := []model.Finding{unlike, like, duplicate}
	yes := Relearn(found, []Decided{{about("x", "campaigns", "shared-words", 0.1), true}}, word)
	if yes[0].ID != "like" {
		t.Errorf("a yes leaves %+v", yes)
	}
	last := yes[0].Reasons[len(yes[0].Reasons)-1]
	if last.Rule != Learned || last.Weight <= 0 || last.Text.Line() != "The room took up one about “campaign”" {
		t.Errorf("the reason is %+v", last)
	}
	no := scores(Relearn(found, []Decided{{about("x", "campaign", "shared-words", 0.9), false}}, word))
	if no["like"] >= 0.5 || no["like"] < 0.35 || no["unlike"] <= no["like"]+0.08 {
		t.Errorf("a no leaves %v", no)
	}
	if no["duplicate"] != 0.5 {
		t.Errorf("a no to a synergy moves a duplicate with the same reason to %v", no["duplicate"])
	}
	var three []Decided
	for i := range 3 {
		three = append(three, Decided{about(fmt.Sprint(i), "launch", "chain", 0.9), false})
	}
	if s := scores(Relearn(found, three, word)); s["unlike"] < 0.42 {
		t.Errorf("three times no silence a kind: %v", s)
	}
}

func TestTheFindingsOfACardMoveTogether(t *testing.T) {
	in := bank()
	found := run(t, in)
	card := ""
	for i := range found {
		if found[i].Kind == model.Synergy {
			if card == "" {
				card = found[i].Card
			}
			found[i].Card = card
		}
	}
	got := Relearn(found, []Decided{{found[0], true}, {found[len(found)-1], false}}, quoted(in))
	order := func(all []model.Finding) (ids []model.FindingID) {
		for _, f := range all {
			if f.Card == card {
				ids = append(ids, f.ID)
			}
		}
		return ids
	}
	if diff := cmp.Diff(order(found), order(got)); diff != "" {
		t.Errorf("a card is shuffled:\n%s", diff)
	}
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

func BenchmarkRelearn(b *testing.B) {
	in := bank()
	one := run(b, in)
	var found []model.Finding
	for i := range 800 {
		f := one[i%len(one)]
		f.ID = model.FindingID(fmt.Sprint(i))
		found = append(found, f)
	}
	decided := make([]Decided, 0, 40)
	for i, f := range found[:40] {
		decided = append(decided, Decided{f, i%2 == 0})
	}
	quote := quoted(in)
	for b.Loop() {
		Relearn(found, decided, quote)
	}
}
