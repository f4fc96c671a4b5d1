package review

import (
	"fmt"

	"souk/model"
)

// manyObjectives: more than a team can keep in mind.
func manyObjectives(t *team, tell tell) {
	most := t.limit(MostObjectives)
	if t.top {
		most = t.limit(MostObjectivesTop)
	}
	if n := len(t.objectives); n > most {
		at := spot{about: plural(n, "objective", "objectives"), text: t.Name.Line()}
		tell(at, "%d objectives; %d are as many as a team can move in a cycle. Which would you keep if you had to choose?", n, most)
	}
}

func noKeyResults(o *objective, tell tell) {
	if len(o.keyResults) == 0 {
		tell(o.whole(), "No key result says yet how anybody would notice.")
	}
}

func fewKeyResults(o *objective, tell tell) {
	if n := len(o.keyResults); n > 0 && n < o.team.limit(FewestKeyResults) {
		tell(o.held(), "%s one side of it. What should not get worse meanwhile?", plural(n, "key result shows", "key results show"))
	}
}

func manyKeyResults(o *objective, tell tell) {
	if n := len(o.keyResults); n > o.team.limit(MostKeyResults) {
		tell(o.held(), "%d key results; nobody can watch that many. Which %d would tell you most?", n, o.team.limit(MostKeyResults))
	}
}

// noOwner: nobody is named, where most other objectives name somebody.
func noOwner(o *objective, tell tell) {
	if o.team.m.owned && len(o.keyResults) > 0 && !isOwned(o.Objective) {
		tell(o.whole(), "Most objectives here name who looks after a key result; this one does not.")
	}
}

// allLeading: nothing but things to do.
func allLeading(o *objective, tell tell) {
	if o.onlyDoes() && o.Phase != model.Discovery {
		tell(o.held(), "%s are things to do. Which figure would move if they helped?", allOf(len(o.keyResults)))
	}
}

// onlyDoes reports whether no key result measures anything.
func (o *objective) onlyDoes() bool {
	done, blank := 0, 0
	for i := range o.keyResults {
		switch o.keyResults[i].is {
		case Metric:
			return false
		case Placeholder:
			blank++
		default:
			done++
		}
	}
	return done >= 2 && done > blank
}

// allLagging: nothing that tells before the cycle is over.
func allLagging(o *objective, tell tell) {
	for i := range o.keyResults {
		k := &o.keyResults[i]
		metric := read(k.Metric.String())
		if k.is != Metric || !k.has(lagging) && !metric.has(lagging) || k.has(early) || metric.has(early) {
			return
		}
	}
	if len(o.keyResults) >= 2 {
		tell(o.held(), "%s tell only when it is over. What would show in week four that you are on the way?", allOf(len(o.keyResults)))
	}
}

func allOf(keyResults int) string {
	if keyResults == 2 {
		return "Both key results"
	}
	return fmt.Sprintf("All %d key results", keyResults)
}
