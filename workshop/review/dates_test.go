package review_test

import "testing"

// The name of a cycle that has a year of its own, or that can be read in two ways, tells no months: then no month is outside of it.
func TestOnlyMonthsThatTheCycleTellsAreOutsideOfIt(t *testing.T) {
	for cycle, outside := range map[string]map[string]bool{
		"2026-Q3":                  {"30 September": false, "30 June": true, "Q4": true},
		"FY26/27 Q3":               {"30 June": false, "31 December": false, "Q3": false, "Q4": true, "Q3 2026": false},
		"2026/27-Q3":               {"30 June": false, "31 December": false, "Q3": false, "Q4": true},
		"GJ27 Q1":                  {"30 June": false, "Q2": true},
		"2027-01 Q1":               {"30 June": false, "Q2": false},
		"T1 2027":                  {"30 April": false, "30 June": true},
		"1. Halbjahr 2027":         {"30 June": false, "31 July": true},
		"Northwind, Q1 2027":       {"31 March": false, "30 June": true},
		"FY21-Q1 (Feb–Apr 2020)":   {"30 April": false, "31 January": true, "Q1 2021": false, "Q2": true},
		"2025/26 Q3 (Oct–Dec)":     {"31 December": false, "30 June": false},
		"2024 Q2 (Apr–Jun), draft": {"30 June": false, "31 August": true},
	} {
		for due, want := range outside {
			found := places(drafts("cycle: "+cycle+"\n- Depots ready by "+due), "outside-cycle")
			if got := len(found) > 0; got != want {
				t.Errorf("in %s, that %s is outside is %v", cycle, due, got)
			}
		}
	}
}
