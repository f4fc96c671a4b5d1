package workshop

import (
	"slices"

	"souk/model"
)

// History lists the cycles before this one as far as they are known, the oldest first and the last one at the end, each with its results. A
// result that does not say its cycle is of the one before this.
func (s *State) History() []model.PastCycle {
	out := slices.Clone(s.PastCycles)
	found := map[int][]model.Result{}
	for _, r := range s.LastCycle {
		cycle := model.PastCycle{Cycle: s.cycleOf(r)}
		i := slices.IndexFunc(out, cycle.IsSame)
		if i < 0 {
			i, out = len(out), append(out, cycle)
		}
		found[i] = append(found[i], r)
	}
	for i, results := range found {
		out[i].Results = broughtTo(out[i].Results, results, joinedResult)
	}
	return s.inTime(out)
}

// MeasuredCycles lists the cycles before this one of which it is known how far they were aligned, the oldest first.
func (s *State) MeasuredCycles() []model.PastCycle {
	return s.inTime(slices.DeleteFunc(slices.Clone(s.PastCycles), func(c model.PastCycle) bool { return !c.HasFigures() }))
}

// cycleOf is the cycle of a result; empty where neither the result nor the name of this cycle tells.
func (s *State) cycleOf(r model.Result) model.Text {
	if !r.Cycle.IsEmpty() {
		return r.Cycle
	}
	before, _ := PeriodOf(s.Cycle).Before()
	return before
}

// inTime puts cycles into the order of time where all their names tell it, and leaves them as they came where one does not.
func (s *State) inTime(cycles []model.PastCycle) []model.PastCycle {
	ages := map[string]int{}
	for _, c := range cycles {
		age, ok := cyclesBetween(c.Cycle, s.Cycle)
		if !ok {
			return cycles
		}
		ages[c.Key()] = age
	}
	slices.SortStableFunc(cycles, func(a, b model.PastCycle) int { return ages[b.Key()] - ages[a.Key()] })
	return cycles
}

// isCycle reports whether two names are those of the same cycle.
func isCycle(a, b model.Text) bool {
	return model.Fold(a) == model.Fold(b) || PeriodOf(a).IsSame(PeriodOf(b))
}

// farthestBack is how many cycles back a name is understood: ten years of quarters.
const farthestBack = 40

// cyclesBetween counts the cycles from one to another that follows; false where it does not follow, or the names do not tell.
func cyclesBetween(from, to model.Text) (n int, ok bool) {
	for ; n <= farthestBack; n++ {
		if isCycle(from, to) {
			return n, true
		}
		if from, _, ok = PeriodOf(from).After(); !ok {
			return 0, false
		}
	}
	return 0, false
}

// leftOver are the older cycles as the next workshop knows them: the results of all that are known, and how far this one was aligned.
func (s *State) leftOver(next model.Text, figures model.PastCycle) []model.PastCycle {
	from, back := s.Cycle, 1
	if s.Cycle.IsEmpty() {
		from, back = next, 2
	}
	figures.Cycle = named(s.Cycle, next, 1)
	out := s.History()
	for i, c := range out {
		out[i].Cycle = named(c.Cycle, from, back)
		out[i].Results = make([]model.Result, len(c.Results))
		for j, r := range c.Results {
			r.Cycle = model.Text{} // it stands under its cycle
			out[i].Results[j] = r
		}
	}
	if !figures.HasFigures() {
		return out
	}
	return append(out, figures)
}

// named is the name of a cycle, or else what one can call it by the one that follows, directly or as the second.
func named(cycle, next model.Text, back int) model.Text {
	if !cycle.IsEmpty() {
		return cycle
	}
	before := next
	for range back {
		earlier, ok := PeriodOf(before).Before()
		if !ok {
			return model.Clean([...]string{"before ", "two cycles before "}[back-1] + next.Line())
		}
		before = earlier
	}
	return before
}
