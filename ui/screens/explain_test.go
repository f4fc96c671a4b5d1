package screens

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"souk/model"
	"souk/workshop"
	"souk/workshop/detect"
)

func TestAScoreIsExplained(t *testing.T) {
	s := fixture(t)
	fi := relations(t, s.State())[4]
	fi.Reasons[0].Weight = 3
	fi.Reasons = append(fi.Reasons, model.Reason{Rule: "size", Text: model.Clean("Both are about sign-ups"), Weight: 1},
		model.Reason{Rule: "opposite", Text: model.Clean("One wants more, the other less"), Weight: -0.5})
	f := withFindings(s, []model.Finding{fi}, 120, 20)
	d := NewDuplicates()
	e := press(t, d, f, "e")
	if e.Open == nil || e.Open.Title() != "Why .86: Growth ~ Digital Onboarding" {
		t.Fatalf("e gives %+v", e)
	}
	has(t, ansi.Strip(e.Open.View(f)), "likely .86: of ten cards like this, about nine are accepted.", "75 %    The same metric under two names",
		"25 %    Both are about sign-ups", "against  One wants more, the other less", "Without any of this it would stand at .16.",
		"Nothing that the room decided so far changes it.")

	fi.Reasons = append(fi.Reasons, model.Reason{Rule: detect.Learned, Text: model.Clean("The room took up others about “launch”"), Weight: 0.5})
	f = withFindings(s, []model.Finding{fi}, 120, 20)
	has(t, ansi.Strip(press(t, d, f, "e").Open.View(f)), "The room took up others about “launch”: that raises it from .79")
	if strings.Contains(seen(t, d, f), "The room took up") {
		t.Error("what the room decided about others stands among the evidence")
	}
}

func TestAScoreWithoutSharesIsExplainedAsFarAsItIsKnown(t *testing.T) {
	s := fixture(t)
	for _, screen := range related() {
		f := withFindings(s, relations(t, s.State()), 80, 12)
		view := ansi.Strip(press(t, screen, f, "e").Open.View(f))
		has(t, view, "of ten cards like this", "·  ")
		if strings.Contains(view, "Without any") {
			t.Errorf("it pretends to know shares:\n%s", view)
		}
	}
}

func TestWhatPeopleRaisedHasNoScoreToExplain(t *testing.T) {
	s := fixture(t)
	do(t, s, workshop.RaiseFinding{Finding: model.Duplicate, A: sideOf(t, s.State(), "Growth", 1, 0), B: sideOf(t, s.State(), "Payments", 1, 0)})
	if off(t, NewDuplicates(), withFindings(s, nil, 80, 19), "e") == "" {
		t.Error("e explains what nobody computed")
	}
	if off(t, NewDuplicates(), withFindings(fixture(t), nil, 80, 19), "e") == "" {
		t.Error("e explains nothing")
	}
}

func TestAScoreMeansACountOfTen(t *testing.T) {
	for p, want := range map[float64]string{0.99: "likely .99: of ten cards like this, nearly all are", 0.52: "possible .52: of ten cards like this, about five are", 0.1: "about one is", 0.02: "hardly one is"} {
		if got := meaning(model.Finding{Score: p}); !strings.Contains(got, want) {
			t.Errorf("%v means %q", p, got)
		}
	}
}
