package ui_test

import (
	"context"
	"testing"

	"souk/model"
	"souk/ui"
	"souk/ui/uitest"
	"souk/workshop"
	"souk/workshop/detect"
)

func TestAnUnclearNameIsAskedOnceAndLooksAnew(t *testing.T) {
	s := sample(t)
	var seen []detect.Input
	d := uitest.Open(t, s, 120, 40, uitest.WithPlace(workshop.Place{At: workshop.Target{Stage: workshop.DependencyStage}}), func(c *ui.Config) {
		c.Detect = func(_ context.Context, in detect.Input, _ func(int, int)) (detect.Findings, error) {
			seen = append(seen, in)
			return nil, nil
		}
		c.Ask = func(_ context.Context, in detect.Input) []detect.Question {
			return []detect.Question{{Word: model.Clean("Marketing"), Teams: []model.TeamID{in.Teams[0].ID, in.Teams[1].ID}, Times: 2}}
		}
	})
	d.Sees("Who is meant by “Marketing”?").Press("w", "enter").SeesNo("Who is meant")
	if n := len(seen); n != 2 || len(seen[1].Aliases) != 1 || seen[1].Aliases[0].Team != seen[0].Teams[0].ID {
		t.Fatalf("the detector looked %d times, last with %+v", n, seen[n-1].Aliases)
	}
	d.Press("u").Sees("Who is meant by “Marketing”?")
}

func TestTwoWordsAreTreatedAsTheSame(t *testing.T) {
	d := uitest.Open(t, sample(t), 120, 40)
	d.Press("ctrl+p").Type("two words").Press("enter").Sees("Two words that mean the same here")
	d.Type("wobbler").Press("enter").Type("gizmo").Press("enter").Sees("undo: “wobbler” = “gizmo”")
	if w := d.State().Words; len(w) != 1 || w[0][1].Line() != "gizmo" {
		t.Errorf("the words are %v", w)
	}
}

func TestAMistakeOfTheDetectorDoesNotEndTheWorkshop(t *testing.T) {
	mistake := func(c *ui.Config) {
		c.Detect = func(context.Context, detect.Input, func(int, int)) (detect.Findings, error) { panic("off by one") }
	}
	uitest.Open(t, sample(t), 120, 40, mistake).Sees("The search for relations failed", "off by one").Press("1").Sees("Strategy")
	mistake = func(c *ui.Config) {
		c.Ask = func(context.Context, detect.Input) []detect.Question { panic("off by two") }
	}
	uitest.Open(t, sample(t), 120, 40, mistake).Sees("The search for unclear names failed", "off by two")
}
