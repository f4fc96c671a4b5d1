package screens

import (
	"math"
	"slices"
	"strings"
	"testing"

	"souk/model"
	"souk/workshop/detect"
)

// rescored are findings as the room's decisions left them: these scores by id, ranked.
func rescored(all []model.Finding, by map[model.FindingID]float64) []model.Finding {
	out := slices.Clone(all)
	for i, f := range out {
		if w := by[f.ID]; w != 0 {
			out[i].Reasons = append(slices.Clip(f.Reasons), model.Reason{Rule: detect.Learned, Weight: w})
			out[i].Score = 1 / (1 + (1-f.Score)/f.Score*math.Exp(-w))
		}
	}
	slices.SortStableFunc(out, func(a, b model.Finding) int { return int(1e6 * (b.Score - a.Score)) })
	return out
}

// lineOf is the line of a view that starts a row with these words.
func lineOf(t *testing.T, view, words string) int {
	t.Helper()
	for i, l := range strings.Split(view, "\n") {
		if strings.Contains(l, words) {
			return i
		}
	}
	t.Fatalf("%q is not in\n%s", words, view)
	return 0
}

func TestWhatIsUnderTheCursorStaysWhereItIsWhenRowsMove(t *testing.T) {
	for _, height := range []int{12, 19, 35} {
		s := marketplace(t, 30, 1, 1)
		all := neighbours(s.State(), 15) // d0 … d14, .90 … .76
		for at := range all {
			d := NewDuplicates()
			f := withFindings(s, all, 80, height)
			for range at {
				press(t, d, f, "down")
				d.View(f)
			}
			before := lineOf(t, seen(t, d, f), "▸")
			f = withFindings(s, rescored(all, map[model.FindingID]float64{"d13": 0.9, "d1": -0.7, "d12": 0.8, "d0": -0.9}), 80, height)
			after := seen(t, d, f)
			if m, _ := d.current(f); m.finding.ID != all[at].ID {
				t.Fatalf("the cursor went from %s to %s", all[at].ID, m.finding.ID)
			}
			if line := lineOf(t, after, "▸"); line != before {
				t.Errorf("height %d: the card under the cursor went from line %d to %d:\n%s", height, before, line, after)
			}
		}
	}
}

func TestWhatIsUnderTheCursorStaysWhenOthersGo(t *testing.T) {
	s := marketplace(t, 30, 1, 1)
	all := neighbours(s.State(), 15)
	d := NewDuplicates()
	f := withFindings(s, all, 120, 35)
	for range 6 {
		press(t, d, f, "down")
	}
	before := lineOf(t, seen(t, d, f), "▸")
	f = withFindings(s, rescored(all[2:], map[model.FindingID]float64{"d10": 0.9}), 120, 35)
	if m, _ := d.current(f); m.finding.ID != "d6" || lineOf(t, seen(t, d, f), "▸") != before {
		t.Errorf("the cursor is on %s:\n%s", m.finding.ID, seen(t, d, f))
	}
}

func TestRowsThatMovedBearASignUntilTheNextKey(t *testing.T) {
	s := marketplace(t, 30, 1, 1)
	all := neighbours(s.State(), 6)
	d := NewDuplicates()
	f := withFindings(s, all, 120, 35)
	seen(t, d, f)
	f = withFindings(s, rescored(all, map[model.FindingID]float64{"d4": 0.9, "d1": -0.7}), 120, 35)
	view := seen(t, d, f)
	has(t, view, "●↑.94 Team 5 ~ Team 6", "●↓.80 Team 2 ~ Team 3", "● .90 Team 1 ~ Team 2", "● .88 Team 3 ~ Team 4")
	if lineOf(t, view, "Team 5 ~") > lineOf(t, view, "Team 3 ~") || lineOf(t, view, "Team 2 ~ Team 3") < lineOf(t, view, "Team 6 ~ Team 7") {
		t.Errorf("the rows are not in the new order:\n%s", view)
	}
	press(t, d, f, "down")
	if view = seen(t, d, f); strings.ContainsAny(view, signRose+signSank) {
		t.Errorf("the signs outlast the next key:\n%s", view)
	}
}

func TestLearningBringsUpNothingThatWasHidden(t *testing.T) {
	s := marketplace(t, 30, 1, 1)
	all := neighbours(s.State(), 29)
	f := withFindings(s, rescored(all, map[model.FindingID]float64{"d28": 1.5, "d0": -1.5}), 120, 35)
	view := seen(t, NewDuplicates(), f)
	has(t, view, "20 on the table", "v  9 more")
	if strings.Contains(view, "Team 29 ~") {
		t.Errorf("a hidden one came up:\n%s", view)
	}
}
