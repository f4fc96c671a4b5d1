package detect

import (
	"strings"
	"testing"

	"souk/model"
)

func TestWhoWritesOfATeamsProductMeansTheTeam(t *testing.T) {
	in := market(
		"Night Shift", " Meridian runs without a night call", "  Meridian answers in a second",
		"Wards", " Nurses have time", "  Two pages fewer to fill in for Meridian",
		"Kitchen", " Warm meals", "  Nobody waits",
	)
	f := run(t, in).find(model.Dependency, "o02", "t1")
	if f == nil || !has(f, theirMatter) || string(f.B.Objective) != "o01" {
		t.Fatalf("nobody sees whose Meridian is: %+v", f)
	}
	for _, r := range f.Reasons {
		if r.Rule == theirMatter && !strings.HasPrefix(r.Text.Line(), "“Meridian” is mostly a matter of Night Shift") {
			t.Errorf("the reason is %q", r.Text.Line())
		}
	}
	for what, in := range map[string]Input{
		"a common word": market("Night Shift", " The oven runs without a night call", "  The oven answers", "Wards", " Nurses have time", "  Two pages fewer for the oven"),
		"what everybody has": market(
			"Night Shift", " The Meridian runs", "Wards", " Time for the Meridian", "Kitchen", " A warm Meridian", "Garden", " A green Meridian", "Door", " An open Meridian",
		),
	} {
		for _, f := range run(t, in) {
			if has(&f, theirMatter) {
				t.Errorf("%s: %v", what, f.Reasons)
			}
		}
	}
}

func TestAGermanNounIsNoNameByItself(t *testing.T) {
	in := market(
		"Tribe Schaden", " Schäden sind in drei Tagen reguliert",
		"Kundendialog", " Kunden erreichen uns sofort", "  Wiederholanrufe „Was ist mit meinem Schaden?“ von 4.100 auf 2.000", "  Rückrufe gemeinsam mit Schaden vereinbaren",
	)
	for _, f := range run(t, in) {
		for _, r := range f.Reasons {
			if r.Rule == namesTeam && strings.Contains(r.Text.Line(), "Wiederholanrufe") {
				t.Errorf("%s", r.Text.Line())
			}
		}
	}
	if f := run(t, in).find(model.Dependency, "o02", "t1"); !has(f, namesTeam) {
		t.Errorf("“gemeinsam mit Schaden” names nobody: %+v", f)
	}
}

func TestACopiedLineMakesNoProduct(t *testing.T) {
	for _, f := range run(t, market(
		"Sales", " Large firms trust us", "  Land six Big Code logos", "  Win Big deals",
		"Customer Engineering", " Rollouts go well", "  Land six Big Code logos",
	)) {
		if has(&f, theirMatter) {
			t.Errorf("%v", f.Reasons)
		}
	}
}
