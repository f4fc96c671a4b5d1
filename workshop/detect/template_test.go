package detect

import (
	"fmt"
	"testing"

	"souk/model"
)

// filledIn is a marketplace in which so many teams have a line of one template, each beside an objective of its own.
func filledIn(teams int, line string) []string {
	own := []string{"Bread", "Rivers", "Violins", "Tents", "Maps", "Clocks", "Ferries", "Gardens", "Bricks", "Kites"}
	var lines []string
	for i := range teams {
		lines = append(lines, fmt.Sprintf("Team %s", own[i]), " "+own[i], "  "+line)
	}
	return lines
}

func TestALineOfATemplateTakesFewPlaces(t *testing.T) {
	in := market(append(filledIn(8, "Preserve the whole error budget"),
		"Bakery", " Morning trade", "  Fewer spoiled loaves in the shops", "Mill", " Flour that keeps", "  Loaves spoiled by damp flour down by half")...)
	place, n := 0, 0
	for _, f := range run(t, in) {
		if f.Kind != model.Duplicate {
			continue
		}
		if n++; string(f.A.Objective) == "o09" && string(f.B.Objective) == "o10" && place == 0 {
			place = n
		}
	}
	if place == 0 || place > 4 {
		t.Errorf("another matter comes at place %d of %d", place, n)
	}
}

func TestALineOfATemplateMakesNoSynergy(t *testing.T) {
	in := market(append(filledIn(8, "Standard reviews of the design"),
		"Bakery", " Morning trade", "  Fewer spoiled loaves in the shops", "Mill", " Flour that keeps", "  Loaves spoiled by damp flour down by half")...)
	all := run(t, in)
	related := all.find(model.Synergy, "o09", "o10")
	if related == nil {
		t.Fatal("no synergy where two objectives speak of one thing")
	}
	for _, f := range all {
		if f.Kind == model.Synergy && f.Score >= related.Score && f.ID != related.ID {
			t.Errorf("a line that eight teams have makes a synergy of %.2f, one matter of two teams %.2f", f.Score, related.Score)
			break
		}
	}
}

func TestWhatManyNeedOfOneTeamTakesFewPlaces(t *testing.T) {
	lines := []string{"People Ops", " A fair hiring process for everybody", "Legal", " Contracts signed in days"}
	for _, own := range []string{"Bread", "Rivers", "Violins", "Tents", "Maps", "Clocks", "Ferries"} {
		lines = append(lines, "Team "+own, " "+own+" that people love", "  Hire four people")
	}
	all := run(t, market(lines...))
	best, worst := 0.0, 1.0
	for _, f := range all {
		if f.Kind == model.Dependency && f.B.Team == "t1" && has(&f, usuallyProvides) {
			best, worst = max(best, f.Score), min(worst, f.Score)
		}
	}
	if best == 0 || worst > best*0.6 {
		t.Errorf("the seventh team that hires has %.2f, the first %.2f", worst, best)
	}
}
