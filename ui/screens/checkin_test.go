package screens

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

func TestCheckInSaysWhoIsHere(t *testing.T) {
	s := aDay(t)
	view := seen(t, &CheckIn{}, frame(s, 120, 35))
	has(t, view, "12 teams", "30 objectives", "12 here", "9 may commit", "Payments", "AGENDA", "proposed", "Dependencies")
	has(t, seen(t, &CheckIn{}, frame(workshop.New(), 120, 35)), "souk import FILE.souk drafts.yaml", "a adds a team", "N names the workshop")
}

func TestOnlyLiveObjectivesAreCounted(t *testing.T) {
	s := fixture(t)
	team := s.State().Stalls()[0]
	o := s.State().ObjectivesOf(team.ID)[0]
	do(t, s, workshop.DecideObjective{Objective: o.ID, Outcome: model.Defer, Rationale: model.Clean("later")})
	f := frame(s, 120, 35)
	c, all := countTeams(s.State()), 0
	for live := range s.State().Live() {
		all += len(live.KeyResults)
	}
	if c.objectives != 31 || c.keyResults != all {
		t.Errorf("%d objectives with %d key results are counted, want 31 with %d", c.objectives, c.keyResults, all)
	}
	has(t, seen(t, &CheckIn{}, f), "31 objectives")
	has(t, seen(t, &Publish{}, f), fmt.Sprintf("31 with %d key results", all))
	if got := teamDetail(s.State(), team); len(team.Objectives) != 2 || !strings.HasSuffix(got, " 1 objective") {
		t.Errorf("the pickers say %q, and the team brought %d of which one is deferred", got, len(team.Objectives))
	}
}

func TestCheckInMarksPresence(t *testing.T) {
	s := fixture(t)
	c := &CheckIn{}
	first := s.State().Stalls()[0].ID
	for _, step := range []struct {
		key  string
		want workshop.MarkPresence
	}{
		{"c", workshop.MarkPresence{Team: first, Present: true, MayCommit: true}},
		{"c", workshop.MarkPresence{Team: first, Present: true}},
		{"space", workshop.MarkPresence{Team: first}},
		{"c", workshop.MarkPresence{Team: first, Present: true, MayCommit: true}},
		{"space", workshop.MarkPresence{Team: first}},
		{"space", workshop.MarkPresence{Team: first, Present: true}},
	} {
		e := press(t, c, frame(s, 120, 30), step.key)
		if want := (flow.Effect{Do: []workshop.Intent{step.want}}); !reflect.DeepEqual(e, want) {
			t.Fatalf("%s gives %+v, want %+v", step.key, e, want)
		}
		do(t, s, e.Do...)
	}
	if why := off(t, c, frame(s, 120, 30), "A"); why == "" {
		t.Error("all are here, and A can be pressed")
	}
	do(t, s, workshop.MarkPresence{Team: first}, workshop.MarkPresence{Team: s.State().Stalls()[3].ID})
	if e := press(t, c, frame(s, 120, 30), "A"); len(e.Do) != 2 {
		t.Errorf("A marks %d teams, want 2", len(e.Do))
	}
}

func TestCheckInAddsATeamAndGoesThere(t *testing.T) {
	s := fixture(t)
	c := &CheckIn{}
	f := frame(s, 120, 30)
	e := keys(press(t, c, f, "a").Open, f, "Treasury", "enter", "crew", "enter", "right", "enter")
	want := workshop.AddTeam{Name: model.Clean("Treasury"), Level: model.Clean("crew"), Team: model.SupportTeam}
	if !reflect.DeepEqual(e.Do, []workshop.Intent{want}) {
		t.Fatalf("%+v", e.Do)
	}
	do(t, s, e.Do...)
	if under, _ := c.team(s.State().Stalls()); under.Name.Line() != "Treasury" {
		t.Errorf("the cursor is on %s", under.Name.Line())
	}
}

func TestCheckInChangesTheAgenda(t *testing.T) {
	s := fixture(t)
	c := &CheckIn{}
	f := frame(s, 120, 30)
	if off(t, c, f, ">") == "" {
		t.Error("the teams have the keys, and > works")
	}
	press(t, c, f, "right")
	press(t, c, f, "down")
	before := s.State().Plan().Box(workshop.StrategyStage)
	do(t, s, press(t, c, f, ">").Do...)
	if got := s.State().Agenda.Box(workshop.StrategyStage); got != before+5 {
		t.Errorf("> makes %d of %d", got, before)
	}
	f = frame(s, 120, 30)
	do(t, s, keys(press(t, c, f, "e").Open, f, "ctrl+u", "40", "enter").Do...)
	if got := s.State().Agenda.Box(workshop.StrategyStage); got != 40 {
		t.Errorf("e makes %d", got)
	}
	boxes := s.State().Agenda
	f = frame(s, 120, 30)
	do(t, s, keys(press(t, c, f, "b").Open, f, "ctrl+u", "8.30", "enter", "enter").Do...)
	if boxes.Start = 8*60 + 30; !reflect.DeepEqual(s.State().Agenda, boxes) {
		t.Errorf("another beginning changed the boxes: %+v", s.State().Agenda)
	}
	f = frame(s, 120, 30)
	do(t, s, keys(press(t, c, f, "b").Open, f, "enter", "ctrl+u", "120", "enter").Do...)
	if a := s.State().Agenda; a.Total() != 120 || a.Start != 8*60+30 {
		t.Errorf("%d minutes from %d", a.Total(), a.Start)
	}
	if at := c.At(frame(s, 120, 30)); at.View != "agenda" {
		t.Errorf("the screen stands at %+v", at)
	}
}

func TestClocksAndMinutesAreRead(t *testing.T) {
	for said, want := range map[string]int{"9": 540, "09:00": 540, "9.15": 555, "23:59": 1439} {
		if got, problem := readClock(model.Clean(said)); got != want || problem != "" {
			t.Errorf("%q is %d (%s), want %d", said, got, problem, want)
		}
	}
	for _, said := range []string{"", "24:00", "nine", "9:60", "-1"} {
		if _, problem := readClock(model.Clean(said)); problem == "" {
			t.Errorf("%q is a time of day", said)
		}
	}
	if n, problem := readMinutes(model.Clean("45 min")); n != 45 || problem != "" {
		t.Errorf("45 min is %d (%s)", n, problem)
	}
	if _, problem := readMinutes(model.Clean("-5")); problem == "" {
		t.Error("-5 are minutes")
	}
}
