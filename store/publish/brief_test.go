package publish_test

import (
	"fmt"
	"strings"
	"testing"

	"souk/model"
	"souk/store/intake"
	"souk/store/publish"
	"souk/workshop"
)

func (st *story) brief() string {
	st.t.Helper()
	var b strings.Builder
	if err := publish.WriteBrief(&b, st.state()); err != nil {
		st.t.Fatal(err)
	}
	return b.String()
}

// An answer calls objectives and key results by the numbers of the brief, so the import must understand them alike, also once one is gone.
func TestTheNumbersOfABriefAreThoseOfTheImport(t *testing.T) {
	st := marketplace(t)
	growth, _ := st.state().TeamByName(text("Growth"))
	st.do(workshop.DecideObjective{Objective: growth.Objectives[0], Outcome: model.Drop, Rationale: text("twice")})
	brief := st.brief()
	for o := range st.state().Objectives.All() {
		name := st.state().TeamName(o.Team)
		_, drafts, _ := strings.Cut(brief, "\n### "+name+"\n")
		drafts, _, _ = strings.Cut(drafts, "\n### ")
		n := strings.TrimPrefix(st.state().Label(o.ID), name+" ")
		if has := strings.Contains(drafts, "\nObjective "+n+": "+o.Title.Line()+"\n"); has != (o.Fate == model.Live) {
			t.Errorf("%s %s, %s: it is there: %t", name, n, o.Fate, has)
		}
		if o.Fate != model.Live {
			continue
		}
		for i, kr := range o.KeyResults {
			if !strings.Contains(drafts, fmt.Sprintf("\n  Key result %d: %s", i+1, kr.Text.Line())) {
				t.Errorf("%s %s has no key result %d", name, n, i+1)
			}
		}
	}
}

func TestTheExampleOfABriefCanBeImported(t *testing.T) {
	st := marketplace(t)
	_, example, _ := strings.Cut(st.brief(), "```json\n")
	example, _, _ = strings.Cut(example, "```")
	example = strings.NewReplacer("NEEDS", "Growth", "PROVIDES", "Platform").Replace(example)
	got, err := intake.FindingsFrom(strings.NewReader(example), st.state())
	if err != nil || len(got.LeftOut) > 0 || len(got.Findings) != 1 {
		t.Fatalf("%+v, error %v", got, err)
	}
	if f := got.Findings[0]; f.Score != 0.8 || len(f.A.KeyResults) != 1 || len(f.Reasons) == 0 || !strings.HasPrefix(f.Reasons[0].Text.Line(), "The pilot") {
		t.Errorf("%+v", f)
	}
}

func TestABriefHoldsNothingOfTheCoach(t *testing.T) {
	st := marketplace(t)
	growth, _ := st.state().TeamByName(text("Growth"))
	st.do(workshop.NotePrivately{About: model.Side{Team: growth.ID}, Text: text("zebrawood")})
	st.do(workshop.AskStall{Team: growth.ID, Text: text("ironwood")})
	if brief := st.brief(); strings.Contains(brief, "wood") {
		t.Errorf("it holds what the coach wrote:\n%s", brief)
	}
}

func TestABriefNeedsTwoTeams(t *testing.T) {
	st := begin(t, "one.yaml", []byte("teams:\n  - name: Payments\n    objectives: [{title: Pay anyone}]\n"))
	if err := publish.WriteBrief(&strings.Builder{}, st.state()); err == nil || !strings.Contains(err.Error(), "souk import") {
		t.Errorf("it says %v", err)
	}
}
