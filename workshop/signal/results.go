package signal

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/workshop/say"
)

// everyTime are the words by which a team says that it always goes like this, in English and German.
var everyTime = []string{
	"each of the last", "every time", "each time", "every cycle", "each cycle", "every quarter", "each quarter", "all of the last", "again and again",
	" always ", "in a row", "jedes mal", "jedesmal", "jedem der letzten", "jedem quartal", " immer ", "in folge", "allen der letzten",
}

// What makes a pattern by itself: so many results where all are like that, or so many cycles in a row, whatever was before.
const (
	fewestResults = 2
	fewestInARow  = 3
)

// yield is what became of a team's objectives in one cycle.
type yield struct {
	cycle   model.Text // empty where nobody said which
	results []model.Result
}

// results are the teams whose targets are exceeded, or missed, every time: the results of all cycles that are known say so, or those of many
// cycles in a row, or the team says it itself and no result says otherwise.
func (r *reader) results() []Signal {
	order, names, of := r.yields()
	var out []Signal
	for _, p := range []struct {
		kind, words string
		became      model.Verdict
	}{
		{AlwaysExceeded, "exceeds its targets", model.Exceeded},
		{AlwaysMissed, "misses its targets", model.Missed},
	} {
		for _, team := range order {
			when, evidence := pattern(of[team], p.became)
			if len(evidence) == 0 {
				continue
			}
			name := names[team]
			g := Signal{Kind: p.kind, Key: key(p.kind, team), Text: fmt.Sprintf("%s %s %s.", name.Line(), p.words, when), Evidence: evidence}
			if t, ok := r.TeamByName(name); ok {
				g.Key = key(p.kind, t.ID)
			}
			out = append(out, g)
		}
	}
	return out
}

// yields are what became of each team's objectives, the oldest cycle first, and the teams in the order in which they are met, the last cycle's
// first. A result of nobody is left out.
func (r *reader) yields() (order []string, names map[string]model.Text, of map[string][]yield) {
	names, of = map[string]model.Text{}, map[string][]yield{}
	history := r.History()
	for _, c := range history {
		for _, res := range c.Results {
			team := model.Fold(res.Team)
			if team == "" {
				continue
			}
			all := of[team]
			if len(all) == 0 || all[len(all)-1].cycle != c.Cycle {
				all = append(all, yield{cycle: c.Cycle})
			}
			last := &all[len(all)-1]
			last.results = append(last.results, res)
			names[team], of[team] = res.Team, all
		}
	}
	seen := map[string]bool{}
	for _, c := range slices.Backward(history) {
		for _, res := range c.Results {
			if team := model.Fold(res.Team); team != "" && !seen[team] {
				seen[team], order = true, append(order, team)
			}
		}
	}
	return order, names, of
}

// pattern says since when a team always comes out like that, and quotes the results; it says nothing where it does not. What became of the
// last cycle must be known: nobody can say "every time" before that. Older results that nobody recorded are passed over.
func pattern(cycles []yield, became model.Verdict) (when string, evidence []string) {
	last := len(cycles) - 1
	known := slices.Clone(cycles)
	for i := range known[:last] {
		known[i].results = slices.DeleteFunc(slices.Clone(known[i].results), isBlank)
	}
	known = slices.DeleteFunc(known, func(y yield) bool { return len(y.results) == 0 })
	from, n := len(known), 0 // of the cycles in a row
	for from > 0 && len(known[from-1].like(became)) == len(known[from-1].results) {
		from--
		n += len(known[from].results)
	}
	switch {
	case from == 0 && n >= fewestResults, saysAlways(cycles[last], became) && isAlways(cycles, became):
		return "every time", told(known)
	case len(known)-from >= fewestInARow:
		return fmt.Sprintf("%d cycles in a row", len(known)-from), told(known[from:])
	}
	return "", nil
}

// saysAlways reports whether the team itself says that it always comes out like that.
func saysAlways(y yield, became model.Verdict) bool {
	return slices.ContainsFunc(y.like(became), func(res model.Result) bool {
		return contains(res.Outcome, everyTime) || contains(res.Learned, everyTime)
	})
}

// isAlways reports whether no result that is known came out otherwise.
func isAlways(cycles []yield, became model.Verdict) bool {
	return !slices.ContainsFunc(cycles, func(y yield) bool {
		return slices.ContainsFunc(y.results, func(res model.Result) bool { return !isBlank(res) && res.Became() != became })
	})
}

// isBlank reports whether nobody said what became of an objective.
func isBlank(res model.Result) bool { return res.Became() == "" && res.Outcome.IsEmpty() }

// like are the results that came out like that.
func (y yield) like(became model.Verdict) []model.Result {
	var out []model.Result
	for _, res := range y.results {
		if res.Became() == became {
			out = append(out, res)
		}
	}
	return out
}

// told quotes the results that are known: a line for each, or a line for each cycle where there are several.
func told(cycles []yield) []string {
	var out []string
	for _, y := range cycles {
		lines := make([]string, 0, len(y.results))
		for _, res := range y.results {
			if isBlank(res) {
				continue
			}
			line := say.Quote(res.Objective)
			if v := res.Became(); v != model.ReadVerdict(res.Outcome) {
				line += ": " + string(v)
			}
			line += saidLast(res.Outcome)
			if !res.Learned.IsEmpty() {
				line += " – " + res.Learned.Line()
			}
			lines = append(lines, line)
		}
		if len(cycles) == 1 {
			return lines
		}
		out = append(out, cmp.Or(y.cycle.Line(), "last cycle")+": "+strings.Join(lines, "; "))
	}
	return out
}
