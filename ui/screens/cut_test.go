package screens

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

func TestTheLegendOfTheCyclesIsWhole(t *testing.T) {
	f := frame(fixture(t), 120, 35)
	for _, width := range []int{30, 52, 78, 200} {
		lines := coursesFoot(f.Styles, width)
		legend := ansi.Strip(strings.Join(lines, "  "))
		for _, v := range model.Verdicts() {
			has(t, legend, string(v))
		}
		has(t, legend, notSaid)
		for _, l := range lines {
			if kit.Width(l) > width {
				t.Errorf("%q is wider than %d", ansi.Strip(l), width)
			}
		}
	}
}

func TestAnOutcomeIsNeverCut(t *testing.T) {
	for _, kind := range []model.FindingKind{model.Duplicate, model.Synergy, model.Conflict, model.Dependency} {
		for _, o := range model.Outcomes(kind) {
			if got := outcomeCell(o); !strings.HasPrefix(got, string(o)+" ") || kit.Width(got) < outcomeWidth {
				t.Errorf("%q stands as %q", o, got)
			}
		}
	}
}

func TestTheAgreementAsksWholeOrNotAtAll(t *testing.T) {
	s := fixture(t)
	o := s.State().ObjectivesOf(team(t, s.State(), "Sustaining Engineering").ID)[0].ID
	for _, width := range []int{100, 120, 160} {
		a := &Agreement{}
		f := frame(s, width, 35)
		a.Show(f, flow.Target{Stage: workshop.AgreementStage, Objective: o})
		_, head, found := strings.Cut(seen(t, a, f), "SUSTAINING ENGINEERING 1")
		head, _, _ = strings.Cut(head, "\n")
		if !found || strings.Contains(head, "…") {
			t.Errorf("at %d columns its head is %q", width, head)
		}
	}
}

func TestTheCheckInSaysWhereATeamBelongs(t *testing.T) {
	s := fixture(t)
	for _, width := range []int{80, 120, 200} {
		view := seen(t, &CheckIn{}, frame(s, width, 35))
		if width == 80 && strings.Contains(view, "…") || strings.Count(view, "in Technology & Operations") < 2 {
			t.Errorf("at %d columns:\n%s", width, view)
		}
	}
}

func TestOffersAreCalledSoWhereTheFirstIsForAnother(t *testing.T) {
	s := workshop.New()
	line := model.Clean
	do(t, s, workshop.ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{
		{Name: line("Asks"), Objectives: []model.DraftObjective{{Title: line("a")}}},
		{Name: line("Gives"), Offers: []model.DraftExchange{{Team: line("Other"), Text: line("for another")}, {Team: line("Asks"), Text: line("a seat")}, {Text: line("a desk")}}},
		{Name: line("Other")},
	}}})
	line1 := s.State().Stalls()
	e := evidence{Frame: frame(s, 80, 19), matter: matter{finding: model.Finding{Kind: model.Dependency, A: model.Side{Team: line1[0].ID}, B: model.Side{Team: line1[1].ID}}}}
	for _, width := range []int{24, 60} {
		got := ansi.Strip(strings.Join(e.stall(line1[1].ID, width), "\n"))
		if strings.Count(got, "offers") != 1 || !strings.Contains(got, "offers    a seat") || strings.Contains(got, "for another") {
			t.Errorf("%s", got)
		}
	}
}
