package workshop

import (
	"fmt"
	"testing"
)

// TestAPeriodIsReadOnce says what follows a cycle and which months it has: one reading, so that they cannot disagree.
func TestAPeriodIsReadOnce(t *testing.T) {
	for name, want := range map[string]struct {
		after, before string // empty: the name does not tell
		months        string
		quarter       int
		fiscal        bool
	}{
		"2027-Q1":                   {"2027-Q2", "2026-Q4", "2027-01 2027-03", 1, false},
		"2027-Q4":                   {"2028-Q1", "2027-Q3", "2027-10 2027-12", 4, false},
		"Q1 2028":                   {"Q2 2028", "Q4 2027", "2028-01 2028-03", 1, false},
		"q2/27":                     {"q3/27", "q1/27", "2027-04 2027-06", 2, false},
		"2027Q3":                    {"2027Q4", "2027Q2", "2027-07 2027-09", 3, false},
		"H1 2027":                   {"H2 2027", "H2 2026", "2027-01 2027-06", 0, false},
		"2025H2":                    {"2026H1", "2025H1", "2025-07 2025-12", 0, false},
		"T3/2025 (Sep–Dez)":         {"T1/2026", "T2/2025", "2025-09 2025-12", 0, false},
		"1. Quartal 2027":           {"2. Quartal 2027", "4. Quartal 2026", "2027-01 2027-03", 1, false},
		"4. Quartal 2027":           {"1. Quartal 2028", "3. Quartal 2027", "2027-10 2027-12", 4, false},
		"1. Halbjahr 2026":          {"2. Halbjahr 2026", "2. Halbjahr 2025", "2026-01 2026-06", 0, false},
		"CY2018-Q3 (Jul–Sep 2018)":  {"CY2018-Q4", "CY2018-Q2", "2018-07 2018-09", 3, false},
		"FY22-Q3 (Aug–Oct 2021)":    {"FY22-Q4", "FY22-Q2", "2021-08 2021-10", 3, true},
		"FY21-Q4 (Nov–Jan 2021)":    {"FY22-Q1", "FY21-Q3", "2020-11 2021-01", 4, true},
		"FY99 Q4":                   {"FY00 Q1", "FY99 Q3", "", 4, true},
		"FY00 Q1":                   {"FY00 Q2", "FY99 Q4", "", 1, true},
		"GJ26 Q1":                   {"GJ26 Q2", "GJ25 Q4", "", 1, true},
		"FY26/27 Q3":                {"FY26/27 Q4", "FY26/27 Q2", "", 3, true},
		"FY26/27 Q4":                {"FY27/28 Q1", "FY26/27 Q3", "", 4, true},
		"2026/27-Q3":                {"2026/27-Q4", "2026/27-Q2", "", 3, true},
		"Q1 2026/2027":              {"Q2 2026/2027", "Q4 2025/2026", "", 1, true},
		"2025/26 Q3 (Oct–Dec)":      {"2025/26 Q4", "2025/26 Q2", "", 3, true},
		"Q4":                        {"Q1", "Q3", "", 4, false},
		"Northwind, Q1 2027":        {"", "", "2027-01 2027-03", 1, false},
		"2024 Q2 (Apr–Jun), drafts": {"", "", "2024-04 2024-06", 2, false},
		"Aug–Oct 2021":              {"", "", "2021-08 2021-10", 0, false},
		"2027":                      {"", "", "2027-01 2027-12", 0, false},
		"2027-01 Q1":                {},
		"Q1 2027, week 12":          {},
		"Q1 and Q2 2027":            {},
		"Aug to Oct, Q3":            {"", "", "", 3, false},
		"":                          {}, "Spring 2027": {}, "Q5 2027": {}, "H3": {}, "IQ2": {}, "Q4b": {}, "Q0 2027": {}, "5. Quartal 2027": {}, "2026-28 Q1": {},
	} {
		p := PeriodOf(text(name))
		after, newYear, ok := p.After()
		before, also := p.Before()
		if after.Line() != want.after || before.Line() != want.before || ok != (want.after != "") || also != (want.before != "") {
			t.Errorf("%q: after it %q (%v), before it %q (%v), want %q and %q", name, after.Line(), ok, before.Line(), also, want.after, want.before)
		}
		if ends := ok && PeriodOf(after).part == 1; newYear != ends {
			t.Errorf("%q: that a year ends is %v", name, newYear)
		}
		months := ""
		if first, last := p.Months(); first != 0 || last != 0 {
			months = fmt.Sprintf("%d-%02d %d-%02d", first/12, first%12+1, last/12, last%12+1)
		}
		if months != want.months || p.Quarter() != want.quarter || p.IsFiscal() != want.fiscal {
			t.Errorf("%q: %q, quarter %d, fiscal %v, want %+v", name, months, p.Quarter(), p.IsFiscal(), want)
		}
	}
}

func TestPeriodsInOtherWords(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		same, other bool
	}{
		{"2026-Q4", "Q4 2026", true, false},
		{"4. Quartal 2026", "Q4/26", true, false},
		{"2026-Q4", "2026-Q3", false, true},
		{"Q4", "Q3", false, true},
		{"Q4", "Q4 2026", false, false},
		{"FY26 Q4", "2026-Q3", false, false},
		{"2026-H2", "2026-Q4", false, false},
		{"Summer", "2026-Q4", false, false},
		{"Summer", "Winter", false, false},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			p, q := PeriodOf(text(pair[0])), PeriodOf(text(pair[1]))
			if p.IsSame(q) != c.same || p.IsOther(q) != c.other {
				t.Errorf("%q and %q: same %v, other %v", pair[0], pair[1], p.IsSame(q), p.IsOther(q))
			}
		}
	}
}
