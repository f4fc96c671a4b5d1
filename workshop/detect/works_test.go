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
