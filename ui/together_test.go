package ui_test

import (
	"testing"

	"souk/model"
	"souk/ui/uitest"
	"souk/workshop"
)

// TestWhatTeamsOwnTogether is a room that shares an objective, deals out its key results, forms a virtual team, lifts an objective and
// brings it back, and reads the OKRs by what is shared; all of it by keys.
func TestWhatTeamsOwnTogether(t *testing.T) {
	s := sample(t)
	d := uitest.Open(t, s, 120, 40, withFindings(t, s), uitest.WithPlace(workshop.Place{At: workshop.Target{Stage: workshop.DuplicateStage}}))
	d.Press("2").Sees("Share: Growth ~ Digital Onboarding", "parts     Growth KR1, KR2, KR3; Digital Onboarding KR4").Press("ctrl+s")

	d.Press("tab", "tab").Sees("REGROUP").Press("down", "down").Sees("GROWTH", "owned together", "a parts")
	d.Press("a").Type("KR2").Press("enter").Sees("Who delivers Growth 1 KR2").Press("enter")
	d.Sees("undo: Digital Onboarding delivers Growth 1 KR2")
	o := objective(t, s, "Growth", 1)
	if got := s.State().TeamName(s.State().Deliverer(o, o.KeyResults[1])); got != "Digital Onboarding" {
		t.Errorf("KR2 is delivered by %s", got)
	}

	d.Press("e").Type("every single").Press("enter").Type("lift").Press("enter").Sees("Lift to which team").Press("enter")
	d.Type("it is for all of retail").Press("ctrl+s").Sees("Retail Banking 3", "b bring back")
	d.Press("b", "enter").Type("Growth has the people").Sees("team      before  Retail Banking").Press("ctrl+s")
	d.Sees("undo: Growth 2: bring back").Press("pgdown").Sees("Retail Banking. – Retail Banking", "is brought")
	if back := objective(t, s, "Growth", 2); back.IsShared() || back.Title.Line() != "The north talks about us every single week" {
		t.Errorf("Growth 2 is %+v", back)
	}

	d.Press("tab", "tab", "tab").Sees("PUBLISH").Press("v").Sees("THE OKRS BY TEAM").Press("v")
	d.Sees("THE OKRS, SHARED FIRST", "SHARED OBJECTIVES", "Growth 1", "Growth (lead)", "ON THEIR OWN")
	for range 4 {
		d.Press("u")
	}
	if drafted := objective(t, s, "Growth", 1); drafted.IsShared() || drafted.Fate != model.Live {
		t.Errorf("after undo Growth 1 is %+v", drafted)
	}
	d.Sees("No objective is shared, and no virtual team was formed.")
}
