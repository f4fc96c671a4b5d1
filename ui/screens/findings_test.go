package screens

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// objectiveOf is objective n of a team, counted from 1.
func objectiveOf(t testing.TB, s *workshop.State, name string, n int) model.Objective {
	t.Helper()
	all := s.ObjectivesOf(team(t, s, name).ID)
	if len(all) < n {
		t.Fatalf("%s has no objective %d", name, n)
	}
	return all[n-1]
}

// sideOf is an end of a finding: objective n of a team, and key result kr of it where that is not 0.
func sideOf(t testing.TB, s *workshop.State, name string, n, kr int) model.Side {
	t.Helper()
	o := objectiveOf(t, s, name, n)
	side := model.Side{Team: o.Team, Objective: o.ID}
	if kr > 0 {
		side.KeyResults = []model.KeyResultID{o.KeyResults[kr-1].ID}
	}
	return side
}

// spanOf marks words in the key result that a side names.
func spanOf(t testing.TB, s *workshop.State, side model.Side, marked string) model.Span {
	t.Helper()
	o, _ := s.Objectives.Get(side.Objective)
	k, _, _ := workshop.KeyResult(o, side.KeyResults[0])
	at := strings.Index(k.Text.String(), marked)
	if at < 0 {
		t.Fatalf("%q is not in %q", marked, k.Text.String())
	}
	return model.Span{Objective: o.ID, KeyResult: k.ID, Start: at, End: at + len(marked)}
}

// relations are findings of every kind in the sample marketplace.
func relations(t testing.TB, s *workshop.State) []model.Finding {
	t.Helper()
	finding := func(id string, kind model.FindingKind, score float64, card string, a, b model.Side, reasons ...model.Reason) model.Finding {
		return model.Finding{ID: model.FindingID(id), Kind: kind, Score: score, Card: card, A: a, B: b, Reasons: reasons}
	}
	why := func(text string, spans ...model.Span) model.Reason {
		return model.Reason{Rule: "r", Text: model.Clean(text), Spans: spans}
	}
	growth, onboarding := sideOf(t, s, "Growth", 1, 2), sideOf(t, s, "Digital Onboarding", 1, 1)
	p3, c3, e2 := sideOf(t, s, "Platform", 3, 1), sideOf(t, s, "Customer Care", 3, 1), sideOf(t, s, "Sustaining Engineering", 2, 3)
	return []model.Finding{
		finding("dep1", model.Dependency, 0.97, "", sideOf(t, s, "Payments", 1, 0), model.Side{Team: team(t, s, "Platform").ID},
			why("Payments says what it needs of Platform: “name-check connector in production by 15 February”")),
		finding("dup1", model.Duplicate, 0.93, "nps", p3, c3, why("Both write the same line")),
		finding("dup2", model.Duplicate, 0.92, "nps", p3, e2, why("Both write the same line")),
		finding("dup3", model.Duplicate, 0.91, "nps", c3, e2, why("Both write the same line")),
		finding("dup4", model.Duplicate, 0.86, "", growth, onboarding,
			why("The same metric under two names", spanOf(t, s, growth, "sign-up drop-off"), spanOf(t, s, onboarding, "abandoned registrations"))),
		finding("dep2", model.Dependency, 0.8, "", sideOf(t, s, "Digital Onboarding", 2, 2), sideOf(t, s, "Customer Care", 1, 0)),
		finding("syn1", model.Synergy, 0.6, "", sideOf(t, s, "Fraud & Identity", 2, 0), sideOf(t, s, "Customer Care", 2, 0), why("Both speak of identity")),
		finding("con1", model.Conflict, 0.4, "", sideOf(t, s, "Digital Onboarding", 1, 3), sideOf(t, s, "Fraud & Identity", 1, 2), why("One drops steps, the other adds some")),
		finding("dup5", model.Duplicate, 0.08, "", sideOf(t, s, "Retail Banking", 1, 0), sideOf(t, s, "Payments", 2, 0)),
	}
}

// withFindings is a frame in which these are detected.
func withFindings(s *workshop.Session, detected []model.Finding, width, height int) flow.Frame {
	f := frame(s, width, height)
	f.Findings = s.State().OnTheTable(detected)
	return f
}

// neighbours are n duplicates, each between two teams that follow each other, less and less likely.
func neighbours(s *workshop.State, n int) []model.Finding {
	teams := s.Stalls()
	var out []model.Finding
	for i := range n {
		out = append(out, model.Finding{
			ID: model.FindingID(fmt.Sprint("d", i)), Kind: model.Duplicate, Score: 0.9 - float64(i)/100,
			A: model.Side{Team: teams[i].ID, Objective: teams[i].Objectives[0]},
			B: model.Side{Team: teams[i+1].ID, Objective: teams[i+1].Objectives[0]},
		})
	}
	return out
}

// related are the screens for relations, each on its first matter.
func related() []Screen { return []Screen{&Dependencies{}, NewDuplicates(), NewSynergies()} }

func TestFindingsHaveTheirSizeWhateverIsOnTheTable(t *testing.T) {
	demo, none, long := fixture(t), workshop.New(), marketplace(t, 60, 2, 12)
	var many []model.Finding
	teams := long.State().Stalls()
	for i := range teams {
		for j := range i {
			a, b := teams[i].Objectives[0], teams[j].Objectives[1]
			kind := model.FindingKinds()[(i+j)%4]
			many = append(many, model.Finding{
				ID: model.FindingID(fmt.Sprintf("%d-%d", i, j)), Kind: kind, Score: 0.9,
				A: model.Side{Team: teams[i].ID, Objective: a}, B: model.Side{Team: teams[j].ID, Objective: b},
			})
		}
	}
	sizes := [][2]int{{80, 19}, {120, 35}, {200, 55}, {80, 10}, {120, 10}}
	for _, size := range sizes {
		for _, zoom := range []bool{false, true} {
			for _, f := range []flow.Frame{
				withFindings(demo, relations(t, demo.State()), size[0], size[1]),
				withFindings(none, nil, size[0], size[1]),
				withFindings(long, many, size[0], size[1]),
			} {
				f.Zoom = zoom
				for _, s := range related() {
					seen(t, s, f)
					if f.Compact() && !zoom && len(f.Findings) > 0 {
						press(t, s, f, "enter")
						seen(t, s, f)
					}
				}
			}
		}
	}
}

func TestFindingsShowTheMatterAndItsEvidence(t *testing.T) {
	s := fixture(t)
	f := withFindings(s, relations(t, s.State()), 120, 35)
	d := NewDuplicates()
	view := seen(t, d, f)
	has(t, view, "DUPLICATES  2 on the table", "3 teams", "Is this the same work in 3 teams?", "also in", "1 lead and follow", "x not a duplicate")
	press(t, d, f, "down")
	view = seen(t, d, f)
	has(t, view, "▸ ● .86 Growth ~ Digital Onboarding", "sign-up drop-off", "likely .86", "GROWTH 1", "DIGITAL ONBOARDING 1",
		"why  The same metric under two names", "why now", "– not said yet –")
	if strings.Contains(view, "Retail Banking ~ Payments") {
		t.Error("a faint trace stands beside the likely ones")
	}
	has(t, seen(t, NewSynergies(), f), "Would they gain from doing this together?", "Digital Onboarding × Fraud", "conflict: ")
	has(t, seen(t, &Dependencies{}, f), "Does Payments need Platform for this?", "name-check connector", "a ask", "has no objective of its own")
}

func TestMarkedEvidenceStaysVisibleWithoutColourAndRoom(t *testing.T) {
	s := fixture(t)
	f := withFindings(s, relations(t, s.State()), 120, 10)
	f.Styles = plainStyles()
	d := NewDuplicates()
	d.Show(f, flow.Target{Finding: "dup4"})
	has(t, seen(t, d, f), "⟦sign-up", "⟦abandoned", "1 lead and follow")
}

// TestTheBestFewAreShownHoweverUnlikely has fewer likely findings than a room wants to see: the best of the others are shown with them, but
// none of which next to nothing is left.
func TestTheBestFewAreShownHoweverUnlikely(t *testing.T) {
	s := fixture(t)
	for scores, want := range map[[7]float64][2]string{
		{0.6, 0.29, 0.25, 0.2, 0.15, 0.14, 0.13}:  {"DUPLICATES  5 on the table", "v  2 more, less likely"},
		{0.6, 0.5, 0.4, 0.35, 0.32, 0.31, 0.29}:   {"DUPLICATES  6 on the table", "v  1 more, less likely"},
		{0.2, 0.12, 0.09, 0.08, 0.07, 0.06, 0.05}: {"DUPLICATES  2 on the table", "v  5 more, less likely"},
	} {
		all := neighbours(s.State(), len(scores))
		for i := range all {
			all[i].Score = scores[i]
		}
		has(t, seen(t, NewDuplicates(), withFindings(s, all, 120, 35)), want[0], want[1])
	}
}

func TestMoreAndFilter(t *testing.T) {
	s := fixture(t)
	f := withFindings(s, relations(t, s.State()), 120, 35)
	d := NewDuplicates()
	has(t, seen(t, d, f), "v  1 more, less likely")
	press(t, d, f, "v")
	has(t, seen(t, d, f), "Retail Banking ~ Payments", "v  only the likely ones")
	press(t, d, f, "v")

	e := press(t, d, f, "f")
	keys(e.Open, f, "Growth", "enter")
	view := seen(t, d, f)
	has(t, view, "only Growth", "Growth ~ Digital Onboarding")
	if strings.Contains(view, "3 teams") {
		t.Error("the filter lets other teams through")
	}
	press(t, d, f, "f")
	has(t, seen(t, d, f), "3 teams")
}

func TestOnlyTheLikeliestAreShownAtFirst(t *testing.T) {
	s := marketplace(t, 30, 1, 1)
	all := neighbours(s.State(), 29)
	d := NewDuplicates()
	f := withFindings(s, all, 120, 35)
	has(t, seen(t, d, f), "20 on the table", "v  9 more")
	do(t, s, workshop.TriageFindings{Findings: all[28:], Status: model.Queued})
	has(t, seen(t, d, withFindings(s, all, 120, 35)), "21 on the table", "v  8 more")
}

func TestDecidingBringsUpNoOther(t *testing.T) {
	s := marketplace(t, 30, 1, 1)
	all := neighbours(s.State(), 29)
	for i := range 20 {
		do(t, s, workshop.DecideFinding{Findings: all[i : i+1], Outcome: model.KeepBoth})
	}
	if got := NewDuplicates().Progress(withFindings(s, all, 120, 35)); got != "20/20" {
		t.Errorf("after twenty decisions the room is at %s", got)
	}
}

func TestTriage(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	d := NewDuplicates()
	f := withFindings(s, all, 120, 35)
	if got := off(t, d, f, "b"); got == "" {
		t.Error("what is on the table can be put back on it")
	}
	e := press(t, d, f, "s")
	in, ok := e.Do[0].(workshop.TriageFindings)
	if !ok || in.Status != model.Queued || len(in.Findings) != 3 {
		t.Fatalf("queueing a card is %+v", e)
	}
	do(t, s, in)
	f = withFindings(s, all, 120, 35)
	has(t, seen(t, d, f), "◐ .93")
	if off(t, d, f, "s") == "" {
		t.Error("what is queued can be queued again")
	}
	e = keys(press(t, d, f, "p").Open, f, "until the pulse survey", "enter")
	do(t, s, e.Do...)
	f = withFindings(s, all, 120, 35)
	has(t, seen(t, d, f), "⏸ .93", "parked: until the pulse survey", "1 on the table · 1 parked")
	do(t, s, press(t, d, f, "b").Do...)
	has(t, seen(t, d, withFindings(s, all, 120, 35)), "● .93", "2 on the table")
}

func TestTheCursorStaysOnItsMatter(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	d := NewDuplicates()
	f := withFindings(s, all[:4], 120, 35)
	d.View(f)
	f = withFindings(s, all[4:], 120, 35) // another one comes first
	d.View(f)
	if m, _ := d.current(f); m.finding.ID != "dup4" {
		t.Fatalf("the cursor is on %s", m.finding.ID)
	}
	f = withFindings(s, all, 120, 35)
	d.View(f)
	if m, _ := d.current(f); m.finding.ID != "dup4" {
		t.Errorf("the cursor went to %s when the detector found more", m.finding.ID)
	}
}

func TestNextGoesToWhatWaitsForTheRoom(t *testing.T) {
	s := fixture(t)
	all := relations(t, s.State())
	i := slices.IndexFunc(all, func(f model.Finding) bool { return f.ID == "syn1" })
	do(t, s, workshop.DecideFinding{Findings: all[i : i+1], Outcome: model.StayInTouch})
	y := NewSynergies()
	f := withFindings(s, all, 120, 35)
	if got := y.Progress(f); got != "1/2" {
		t.Errorf("the progress is %s", got)
	}
	press(t, y, f, "n")
	if m, _ := y.current(f); m.finding.ID != "con1" {
		t.Errorf("next is %s", m.finding.ID)
	}
	do(t, s, workshop.DecideFinding{Findings: all[i+1 : i+2], Outcome: model.NoConflict})
	if off(t, y, withFindings(s, all, 120, 35), "n") == "" {
		t.Error("there is a next one although all are decided")
	}
}

// What the coach dismissed alone is no first impression: it stands last, no cursor begins on it, and the room has not decided it.
func TestWhatTheCoachDismissedStandsLast(t *testing.T) {
	s := marketplace(t, 30, 1, 1)
	all := neighbours(s.State(), 5)
	for i := range all {
		all[i].Kind = model.Synergy
	}
	do(t, s, workshop.TriageFindings{Findings: all[:2], Status: model.Dismissed})
	y := NewSynergies()
	soon := withFindings(s, nil, 120, 35) // the detector is still at work
	has(t, seen(t, y, soon), "0 on the table")
	if got := y.Progress(soon); got != "" {
		t.Errorf("with nothing to decide the progress is %q", got)
	}
	if at := y.At(soon); at.Finding != "" {
		t.Errorf("the place is on what was dismissed: %+v", at)
	}
	f := withFindings(s, all, 120, 35)
	view := seen(t, y, f)
	has(t, view, "3 on the table", "▸ ● .88 Team 3 ~ Team 4")
	if lineOf(t, view, "Team 1 ~ Team 2") < lineOf(t, view, "Team 5 ~ Team 6") {
		t.Errorf("what was dismissed does not stand last:\n%s", view)
	}
	if got := y.Progress(f); got != "0/3" {
		t.Errorf("the progress is %s", got)
	}

	// In the stage, nothing moves: what is taken back on the table stays under the cursor, and a decision where it is.
	press(t, y, f, "end")
	do(t, s, press(t, y, f, "b").Do...)
	f = withFindings(s, all, 120, 35)
	view = seen(t, y, f)
	has(t, view, "4 on the table", "▸ ● .89 Team 2 ~ Team 3")
	if lineOf(t, view, "▸") < lineOf(t, view, "Team 5 ~ Team 6") {
		t.Errorf("the card under the cursor moved:\n%s", view)
	}
	do(t, s, workshop.DecideFinding{Findings: all[2:3], Outcome: model.NoSynergy})
	view = seen(t, y, withFindings(s, all, 120, 35))
	has(t, view, "3 on the table · 1 dec", "✗ .88 Team 3 ~ Team 4")
	if lineOf(t, view, "Team 3 ~ Team 4") > lineOf(t, view, "Team 5 ~ Team 6") {
		t.Errorf("what the room dismissed moved:\n%s", view)
	}
}

func TestFindingsComeBackToWhereTheyWere(t *testing.T) {
	s := fixture(t)
	f := withFindings(s, relations(t, s.State()), 120, 35)
	for _, id := range []model.FindingID{"dup4", "dup5", "dup3"} { // dup5 is hidden at first, dup3 is part of a card
		d := NewDuplicates()
		d.Show(f, flow.Target{Finding: id})
		m, _ := d.current(f)
		if !slices.ContainsFunc(m.all, func(x model.Finding) bool { return x.ID == id }) {
			t.Errorf("%s is not shown but %s", id, m.finding.ID)
		}
		again := NewDuplicates()
		again.Show(f, d.At(f))
		if n, _ := again.current(f); n.finding.ID != m.finding.ID {
			t.Errorf("the place of %s leads to %s", m.finding.ID, n.finding.ID)
		}
	}
}

func TestThePlaceWaitsForTheDetector(t *testing.T) {
	s := fixture(t)
	d := NewDuplicates()
	soon := withFindings(s, nil, 120, 35)
	soon.Detecting = true
	d.Show(soon, flow.Target{Finding: "dup4"})
	if got := d.At(soon).Finding; got != "dup4" {
		t.Errorf("while the detector works the place is %q", got)
	}
	f := withFindings(s, relations(t, s.State()), 120, 35)
	has(t, seen(t, d, f), "▸ ● .86", "v  1 more")

	d = NewDuplicates()
	d.Show(soon, flow.Target{Finding: "dup4"})
	press(t, d, soon, "down") // the room goes on without waiting
	has(t, seen(t, d, f), "▸ ● .93")
}

func TestStallsOfBothSides(t *testing.T) {
	s := fixture(t)
	f := withFindings(s, relations(t, s.State()), 120, 35)
	d := NewDuplicates()
	d.Show(f, flow.Target{Finding: "dup4"})
	want := sideOf(t, s.State(), "Digital Onboarding", 1, 1)
	got := press(t, d, f, "O").Go
	if got != (flow.Target{Stage: workshop.StallsStage, Team: want.Team, Objective: want.Objective, KeyResult: want.KeyResults[0]}) {
		t.Errorf("O leads to %+v", got)
	}
}

func TestEmptyTablesSayWhatToDo(t *testing.T) {
	none, demo := workshop.New(), fixture(t)
	for _, d := range related() {
		has(t, seen(t, d, frame(none, 120, 35)), "There are no drafts yet", "souk import")
		has(t, seen(t, d, frame(demo, 120, 35)), "Nothing found that is worth the room's time.", "Press r to raise one.")
		looking := frame(demo, 120, 35)
		looking.Detecting = true
		has(t, seen(t, d, looking), "Looking for relations …")
		for _, b := range d.Bindings(frame(none, 120, 35)) {
			if b.Off == "" && b.Do().Do != nil {
				t.Errorf("%v does something with nothing on the table", b.Keys)
			}
		}
	}
}

func TestKeysOfFindings(t *testing.T) {
	s := fixture(t)
	global := []string{"?", "f1", ":", "ctrl+p", "ctrl+c", "ctrl+r", "/", "u", "t", "+", "z", "q", "tab", "shift+tab", "P", "S", "T", " "}
	for _, f := range []flow.Frame{withFindings(s, relations(t, s.State()), 120, 35), withFindings(s, nil, 80, 19)} {
		for _, d := range related() {
			bound := map[string]bool{}
			for _, b := range d.Bindings(f) {
				for _, k := range b.Keys {
					if bound[k] || slices.Contains(global, k) {
						t.Errorf("%s: %q is bound twice, or global", d.Title(), k)
					}
					bound[k] = true
				}
				if b.Help == "" || len(strings.Fields(b.Help)) > 3 {
					t.Errorf("%s: the help of %v is %q", d.Title(), b.Keys, b.Help)
				}
			}
		}
	}
}

func BenchmarkFindings(b *testing.B) {
	s := marketplace(b, 500, 20, 1)
	teams := s.State().Stalls()
	var all []model.Finding
	for i := range 20_000 {
		x, y := teams[i%500], teams[(i*7+1)%500]
		all = append(all, model.Finding{
			ID: model.FindingID(fmt.Sprint("f", i)), Kind: model.FindingKinds()[i%4], Score: 1 - float64(i)/20_000,
			A: model.Side{Team: x.ID, Objective: x.Objectives[i%20]}, B: model.Side{Team: y.ID, Objective: y.Objectives[i%20]},
		})
	}
	f := withFindings(s, all, 120, 40)
	d := NewDuplicates()
	d.more = true
	for b.Loop() {
		d.Bindings(f)
		d.View(f)
	}
}
