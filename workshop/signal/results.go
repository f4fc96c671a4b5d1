package signal

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/workshop"
)

// everyTime are the words by which a team says that it always goes like this, in English and German.
var everyTime = []string{
	"each of the last", "every time", "each time", "every cycle", "each cycle", "every quarter", "each quarter", "all of the last", "again and again",
	" always ", "in a row", "jedes mal", "jedesmal", "jedem der letzten", "jedem quartal", " immer ", "in folge", "allen der letzten",
}

// fewestResults are the results of a team that make a pattern by themselves.
const fewestResults = 2

// results are the teams whose targets are exceeded, or missed, every time: all of their last results say so, or they say it themselves.
func (r *reader) results() []Signal {
	var order []string
	of := map[string][]model.Result{}
	for _, res := range r.LastCycle {
		team := model.Fold(res.Team)
		if team == "" {
			continue
		}
		if _, known := of[team]; !known {
			order = append(order, team)
		}
		of[team] = append(of[team], res)
	}
	var out []Signal
	for _, p := range []struct {
		kind, words string
		became      model.Verdict
	}{
		{AlwaysExceeded, "exceeds its targets every time", model.Exceeded},
		{AlwaysMissed, "misses its targets every time", model.Missed},
	} {
		for _, team := range order {
			if evidence := pattern(of[team], p.became); len(evidence) > 0 {
				name := of[team][0].Team
				t, ok := r.TeamByName(name)
				g := Signal{Kind: p.kind, Key: key(p.kind, team), Text: fmt.Sprintf("%s %s.", name.Line(), p.words), Evidence: evidence}
				if ok {
					g.Key, g.About = key(p.kind, t.ID), []workshop.Target{{Team: t.ID}}
				}
				out = append(out, g)
			}
		}
	}
	return out
}

// pattern quotes the results by which a team always comes out like that; it is empty where it does not.
func pattern(results []model.Result, became model.Verdict) []string {
	var all, said []string
	for _, res := range results {
		if res.Became() != became {
			continue
		}
		line := quote(res.Objective) + ": " + res.Outcome.Line()
		if !res.Learned.IsEmpty() {
			line += " – " + res.Learned.Line()
		}
		line = strings.TrimSuffix(line, ": ")
		all = append(all, line)
		if contains(res.Outcome, everyTime) || contains(res.Learned, everyTime) {
			said = append(said, line)
		}
	}
	switch {
	case len(said) > 0 && len(all) == len(results):
		return all
	case len(said) > 0:
		return said
	case len(all) >= fewestResults && len(all) == len(results):
		return all
	}
	return nil
}
