package ui_test

import (
	"fmt"
	"testing"

	"souk/model"
	"souk/ui/screens"
	"souk/ui/theme"
	"souk/ui/uitest"
	"souk/workshop"
)

// many is a workshop with 200 teams and 10,000 objectives.
func many(b *testing.B) *workshop.Session {
	b.Helper()
	words := []string{"payments", "onboarding", "churn", "latency", "revenue", "search", "mobile", "fraud", "billing", "retention", "cost"}
	var d model.Drafts
	for i := range 200 {
		t := model.DraftTeam{Name: model.Clean(fmt.Sprintf("Team %d", i))}
		for j := range 50 {
			n := i*50 + j
			o := model.DraftObjective{Title: model.Clean(fmt.Sprintf("Improve %s of %s in region %d", words[n%11], words[n/11%11], n))}
			for k := range 3 {
				o.KeyResults = append(o.KeyResults, model.DraftKeyResult{
					Text: model.Clean(fmt.Sprintf("Raise %s from %d%% to %d%% for group %d", words[(n+k)%11], n%40, n%40+15, n*k%997)),
				})
			}
			t.Objectives = append(t.Objectives, o)
		}
		d.Teams = append(d.Teams, t)
	}
	s := workshop.New()
	do(b, s, workshop.ImportDrafts{Drafts: d, Source: model.Clean("many.json")})
	return s
}

// BenchmarkView draws each screen of 10,000 objectives at 120 × 40.
func BenchmarkView(b *testing.B) {
	s := many(b)
	for _, screen := range screens.All() {
		d := open(b, s, screen.Stage())
		b.Run(string(screen.Stage()), func(b *testing.B) {
			for b.Loop() {
				d.App.View()
			}
		})
	}
}

// BenchmarkKey moves the cursor on each screen of 10,000 objectives and draws the next frame.
func BenchmarkKey(b *testing.B) {
	s := many(b)
	for _, screen := range screens.All() {
		d := open(b, s, screen.Stage())
		b.Run(string(screen.Stage()), func(b *testing.B) {
			for b.Loop() {
				d.Press("down")
				d.App.View()
			}
		})
	}
}

// BenchmarkAction checks, records and folds what a team says among 10,000 objectives, and draws the next frame: the CPU of one action but for
// the disk.
func BenchmarkAction(b *testing.B) {
	d := open(b, many(b), workshop.AgreementStage)
	b.ReportAllocs()
	for b.Loop() {
		d.Press("a") // agreed, and open again the next time
		d.App.View()
	}
}

func open(b *testing.B, s *workshop.Session, stage workshop.Stage) *uitest.Driver {
	b.Helper()
	return uitest.Open(b, s, 120, 40, uitest.WithTheme(theme.Dark), uitest.WithoutDetector(),
		uitest.WithPlace(workshop.Place{At: workshop.Target{Stage: stage}}))
}
