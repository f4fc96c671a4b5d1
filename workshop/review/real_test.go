package review_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/store/intake"
	"souk/workshop"
	"souk/workshop/review"
)

// readDrafts is the workshop that a drafts file makes.
func readDrafts(t testing.TB, path string) *workshop.State {
	t.Helper()
	d, problems := intake.ReadFile(path)
	if intake.HasErrors(problems) {
		t.Fatalf("%s: %v", path, problems)
	}
	s := workshop.New()
	if _, err := s.Do(time.Date(2027, 1, 11, 9, 0, 0, 0, time.UTC), model.Text{}, workshop.ImportDrafts{Drafts: d, Source: model.Clean(path)}); err != nil {
		t.Fatal(err)
	}
	return s.State()
}

// What a coach should hear about the sample marketplace: what is planted there as weak drafting, and little else.
func TestTheSampleMarketplace(t *testing.T) {
	s := readDrafts(t, filepath.Join("..", "..", "cmd", "souk", "demo.yaml"))
	var got []string
	for _, c := range review.Run(review.InputOf(s)) {
		if c.Check.Severity == review.Fine {
			continue
		}
		for _, p := range c.Places {
			o, _ := s.Objectives.Get(p.Span.Objective)
			where := s.Label(o.ID)
			if _, n, ok := workshop.KeyResult(o, p.Span.KeyResult); ok {
				where += "." + string(rune('0'+n))
			}
			got = append(got, where+" "+c.Check.ID)
		}
	}
	slices.Sort(got)
	want := []string{
		"Customer Care 3 no-why-now",
		"Customer Care 3.1 no-baseline",
		"Data & Insights 1 no-why-now",
		"Digital Onboarding 2.3 no-baseline",
		"Fraud & Identity 3.1 no-baseline",
		"Fraud & Identity 3.3 no-baseline",
		"Growth 1 no-why-now",
		"Growth 1 only-a-number",
		"Growth 2 no-why-now",
		"Payments 2 no-why-now",
		"Platform 3 stands-alone",
		"Platform 3.1 no-baseline",
		"Retail Banking 2 stands-alone",
		"Sustaining Engineering 1 cascaded-copy",
		"Sustaining Engineering 1 only-a-number",
		"Sustaining Engineering 1 why-now-generic",
		"Sustaining Engineering 2.3 no-baseline",
		"Technology & Operations 2 stands-alone",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// On drafts of real companies the checks must be worth reading: what is common is one card a team, and nobody gets a page full of cards.
func TestRealDraftsAreWorthReading(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "*", "*.drafts.json"))
	if len(files) == 0 {
		t.Skip("there are no drafts of real companies in ../shared")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			s := readDrafts(t, file)
			in := review.InputOf(s)
			cards := review.Run(in)
			check(t, in, cards)
			pressing, perTeam := 0, map[model.TeamID]int{}
			for _, c := range cards {
				if c.Check.Severity != review.Fine {
					pressing++
					perTeam[c.Team]++
				}
			}
			t.Logf("%d objectives, %d cards, %d of them to fix or to talk about", len(in.Objectives), len(cards), pressing)
			if pressing > 3*len(in.Objectives) {
				t.Errorf("%d cards for %d objectives", pressing, len(in.Objectives))
			}
			for team, n := range perTeam {
				if n > 15 {
					t.Errorf("%s gets %d cards", s.TeamName(team), n)
				}
			}
		})
	}
}
