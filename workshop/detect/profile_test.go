package detect

import (
	"strings"
	"testing"

	"souk/model"
)

// TestWhatATeamWritesAboutSpeaksForIt has an objective that names nobody, and one team that writes about its matter in two objectives.
func TestWhatATeamWritesAboutSpeaksForIt(t *testing.T) {
	all := run(t, market(
		"Growth", " Newcomers trust us from their first payslip", "  Questions about payslips down by half",
		"Wages", " Every payslip right at the first run", "  Corrected payslips from 4 to 1 in a hundred", " Payslips that people can read",
		"Harbour", " Ships leave with the tide", "  Moorings booked a day ahead", " Pilots that speak to captains",
		"Orchard", " Apples without spots", " A cellar for the winter",
	))
	theirs := all.find(model.Dependency, "o01", "t2")
	if !has(theirs, theirWords) {
		t.Fatalf("got %+v", theirs)
	}
	for _, r := range theirs.Reasons {
		if r.Rule == theirWords && (!strings.Contains(r.Text.String(), "payslip") || len(r.Spans) == 0) {
			t.Errorf("the word must be told and marked: %+v", r)
		}
	}
	for _, other := range []string{"t3", "t4"} {
		if f := all.find(model.Dependency, "o01", other); f != nil && f.Score > theirs.Score/2 {
			t.Errorf("%s, which writes of other things, is at %.2f, Wages at %.2f", other, f.Score, theirs.Score)
		}
	}
}

// TestGermanWordsMeetInsideTheirCompounds compares an objective with teams that use none of its words: only a part of one.
func TestGermanWordsMeetInsideTheirCompounds(t *testing.T) {
	c := read(t.Context(), market(
		"Service", " Die Zählerablesung gelingt beim ersten Besuch",
		"Messung", " Alte Stromzähler werden rechtzeitig ausgebaut", "  Wasserzähler sind auf vier Jahre verplant",
		"Bäder", " Das Freibad öffnet im Mai", "  Die Becken sind dicht und die Duschen warm",
		"Busse", " Die Linien fahren pünktlich", "  Verspätungen am Abend von acht auf vier Minuten",
	))
	s := c.prepare(t.Context(), c.pairs(t.Context()))
	fit := func(team int) float64 { return s.profiles.fit(0, team) }
	if fit(1) < 0.5 || fit(1) < 2*max(fit(2), fit(3)) {
		t.Errorf("reading meters fits those who take them out %.2f, others %.2f and %.2f", fit(1), fit(2), fit(3))
	}
}

// TestWordsThatBeginAlikeBringObjectivesNear has no two words with one stem.
func TestWordsThatBeginAlikeBringObjectivesNear(t *testing.T) {
	c := read(t.Context(), market(
		"Wages", " Payslips right at the first run",
		"Engine", " A payroll that nobody must check by hand",
		"Harbour", " Ships leave with the tide",
		"Orchard", " Apples without spots",
	))
	s := c.prepare(t.Context(), c.pairs(t.Context()))
	near := func(o int) float64 { return s.nearness.nearer(0, o) }
	if near(1) <= 1.5*max(near(2), near(3)) {
		t.Errorf("payslips are near to a payroll %.2f, to others %.2f and %.2f", near(1), near(2), near(3))
	}
}
