package workshop

import (
	"testing"

	"pgregory.net/rapid"

	"souk/model"
)

func TestProposedAgendas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		teams, objectives := rapid.IntRange(0, 200).Draw(t, "teams"), rapid.IntRange(0, 10_000).Draw(t, "objectives")
		total := rapid.IntRange(15, 2400).Draw(t, "total")
		a := ProposeAgenda(teams, objectives, total)
		if a.Total() != total {
			t.Fatalf("%v sum up to %d, want %d", a.Slots, a.Total(), total)
		}
		for _, s := range a.Slots {
			if s.Minutes < 1 {
				t.Fatalf("%s has %d minutes", s.Stage, s.Minutes)
			}
		}
		if _, err := New().Do(morning, model.Text{}, SetAgenda{a}); err != nil {
			t.Fatalf("the proposal is refused: %v", err)
		}
	})
}

func TestAgendaGrowsWithTheRoomUpToADay(t *testing.T) {
	last := 0
	for _, teams := range []int{0, 1, 4, 8, 12, 30, 200} {
		total := ProposeAgenda(teams, 3*teams, 0).Total()
		if total < last || total > 480 || total%30 != 0 {
			t.Errorf("%d teams take %d minutes after %d", teams, total, last)
		}
		last = total
	}
	if got := ProposeAgenda(3, 9, 1).Total(); got != len(Stages()) {
		t.Errorf("an agenda of one minute takes %d, want one per stage", got)
	}
}

func TestAgenda(t *testing.T) {
	r := market(t)
	plan := r.State().Plan()
	longer := plan.With(StallsStage, plan.Box(StallsStage)+10)
	late := plan
	late.Start = 13 * 60
	r.do(SetAgenda{late})
	swapped := plan.With(CheckInStage, 5)
	swapped.Slots[0], swapped.Slots[1] = swapped.Slots[1], swapped.Slots[0]
	midnight := plan
	midnight.Start = 24 * 60
	empty := plan
	for _, st := range Stages() {
		empty = empty.With(st, 0)
	}
	family(t, r, []allowed{
		{"longer", SetAgenda{longer}, func(s *State) any { return []any{s.Plan().Total(), s.Plan().Start} }, []int{plan.Total() + 10, 540}},
	}, []refused{
		{"no stages", SetAgenda{Agenda{Start: 540}}, Invalid},
		{"other order", SetAgenda{swapped}, Invalid},
		{"past midnight", SetAgenda{midnight}, Invalid},
		{"no time", SetAgenda{empty}, Invalid},
		{"negative box", SetAgenda{plan.With(CloseStage, -1)}, Invalid},
		{"six days", SetAgenda{plan.With(CloseStage, 2401)}, Invalid},
		{"same", SetAgenda{late}, Unchanged},
	})
	if longer.Box(StallsStage) == plan.Box(StallsStage) {
		t.Error("With changed the agenda that it was called on")
	}
	if longer.Box("lunch") != 0 {
		t.Error("a stage that is not planned has a box")
	}
}

func TestClock(t *testing.T) {
	a := Agenda{Start: 23*60 + 50, Slots: []Slot{{CheckInStage, 5}, {StrategyStage, 10}}}
	for st, want := range map[Stage][2]string{CheckInStage: {"23:50", "23:55"}, StrategyStage: {"23:55", "00:05"}, CloseStage: {"", ""}} {
		if from, to := a.Clock(st); [2]string{from, to} != want {
			t.Errorf("%s from %s to %s, want %v", st, from, to, want)
		}
	}
}

func TestThePlanDoesNotJumpWhenAVirtualTeamForms(t *testing.T) {
	r := market(t)
	before := r.State().Plan().Total()
	for range 6 {
		r.do(AddTeam{Name: text(string(rune('A' + r.State().Teams.Len()))), Team: model.VirtualTeam})
	}
	if after := r.State().Plan().Total(); after != before {
		t.Errorf("the plan went from %d to %d minutes", before, after)
	}
}
