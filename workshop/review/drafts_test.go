package review_test

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/workshop/review"
)

// drafts writes a market as people would note it down:
//
//	# Team (kind)
//	Title
//	why: …
//	supports: …
//	phase: discovery
//	- key result [metric=…; baseline=…; target=…; unit=…; owner=…]
//
// Titles need no team: then they are those of one team.
func drafts(text string) review.Input {
	in := review.Input{Cycle: model.Clean("2027-Q1")}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		field, value, _ := strings.Cut(line, ": ")
		last := len(in.Objectives) - 1
		switch {
		case line == "":
		case strings.HasPrefix(line, "# "):
			name, kind, _ := strings.Cut(strings.TrimSuffix(line[2:], ")"), " (")
			in.Teams = append(in.Teams, model.Team{ID: model.TeamID(name), Name: model.Clean(name), Kind: model.TeamKind(kind)})
		case field == "cycle":
			in.Cycle = model.Clean(value)
		case field == "why":
			in.Objectives[last].WhyNow = model.Clean(value)
		case field == "supports":
			in.Objectives[last].Supports = append(in.Objectives[last].Supports, model.Support{Text: model.Clean(value)})
		case field == "phase":
			in.Objectives[last].Phase = model.Phase(value)
		case strings.HasPrefix(line, "- "):
			if last < 0 {
				addObjective(&in, "Guests feel at home from the first evening")
				last = 0
			}
			addKeyResult(&in.Objectives[last], line[2:])
		default:
			addObjective(&in, line)
		}
	}
	return in
}

func addObjective(in *review.Input, title string) {
	if len(in.Teams) == 0 {
		in.Teams = append(in.Teams, model.Team{ID: "House", Name: model.Clean("House")})
	}
	in.Objectives = append(in.Objectives, model.Objective{
		ID: model.ObjectiveID(fmt.Sprintf("o%d", len(in.Objectives)+1)), Team: in.Teams[len(in.Teams)-1].ID, Title: model.Clean(title),
	})
}

func addKeyResult(o *model.Objective, text string) {
	k := model.KeyResult{ID: model.KeyResultID(fmt.Sprintf("%s.%d", o.ID, len(o.KeyResults)+1))}
	text, fields, _ := strings.Cut(strings.TrimSuffix(text, "]"), " [")
	k.Text = model.Clean(text)
	for field := range strings.SplitSeq(fields, "; ") {
		switch name, value, _ := strings.Cut(field, "="); name {
		case "metric":
			k.Metric = model.Clean(value)
		case "baseline":
			k.Baseline = model.Clean(value)
		case "target":
			k.Target = model.Clean(value)
		case "unit":
			k.Unit = model.Clean(value)
		case "owner":
			k.Owner = model.Clean(value)
		}
	}
	o.KeyResults = append(o.KeyResults, k)
}

// places are all places where a check speaks.
func places(in review.Input, check string) []review.Place {
	var out []review.Place
	for _, c := range review.Run(in) {
		if c.Check.ID == check {
			out = append(out, c.Places...)
		}
	}
	return out
}
