package review

import (
	"fmt"
	"testing"

	"souk/model"
)

// invented makes drafts: 20 objectives a team, three key results each, worded as variously as people do, the same ones each time.
func invented(objectives int) Input {
	const perTeam = 20
	state := uint32(1)
	number := func(below int) int {
		state = state*1664525 + 1013904223
		return int(state>>8) % below
	}
	pick := func(of ...string) string { return of[number(len(of))] }
	subject := func() string {
		return pick("parcels", "night shifts", "the booking form", "spare parts", "first calls", "the harbour gate", "refunds", "school meals") + " " +
			pick("in the north", "for new guests", "before noon", "on the phone", "with partners", "without paper", "at the depot", "on Sundays")
	}
	in := Input{Cycle: model.Clean("2027-Q1")}
	for n := range objectives {
		if n%perTeam == 0 {
			in.Teams = append(in.Teams, model.Team{ID: model.TeamID(fmt.Sprintf("t%d", n/perTeam)), Name: model.Clean(fmt.Sprintf("Team %d", n/perTeam))})
		}
		o := model.Objective{
			ID: model.ObjectiveID(fmt.Sprintf("o%d", n)), Team: in.Teams[n/perTeam].ID,
			Title: model.Clean(pick("Nobody waits for ", "Launch ", "Everybody trusts ", "We no longer worry about ", "Increase ") + subject()),
		}
		if number(3) > 0 {
			o.WhyNow = model.Clean("The contract on " + subject() + " ends in May")
		}
		for k := range 3 {
			text := fmt.Sprintf(pick("Raise %s from %d%% to %d%%", "Publish the guide to %s (%d of %d)", "Cut complaints about %s from %d to %d a week", "Support %s in %d of %d branches"),
				subject(), number(50), 50+number(40))
			o.KeyResults = append(o.KeyResults, model.KeyResult{ID: model.KeyResultID(fmt.Sprintf("k%d.%d", n, k)), Text: model.Clean(text)})
		}
		in.Objectives = append(in.Objectives, o)
	}
	return in
}

// BenchmarkRun is how long it takes from texts to cards.
func BenchmarkRun(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprintf("%d-objectives", n), func(b *testing.B) {
			in := invented(n)
			b.ReportAllocs()
			for b.Loop() {
				Run(in)
			}
		})
	}
}
