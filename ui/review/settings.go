package review

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
	checks "souk/workshop/review"
)

// checksPick switches the checks of this workshop on and off, and changes their limits. It stays open at what was chosen.
func checksPick(f flow.Frame, at int) flow.Dialog {
	set := f.State.Private.Checks
	all, limits := checks.Checks(), slices.Sorted(maps.Keys(checks.Limits()))
	spec := dialog.PickSpec{Title: "Checks on these drafts", Pick: "switch", At: at}
	for _, l := range limits {
		spec.Options = append(spec.Options, dialog.Option{Label: limitName(l), Detail: fmt.Sprintf("limit: %d", limitOf(set, l))})
	}
	for _, c := range all {
		state := "on · " + c.Severity.Words()
		if slices.Contains(set.Off, c.ID) {
			state = "off"
		}
		spec.Options = append(spec.Options, dialog.Option{Label: c.Title, Detail: state, Search: c.ID})
	}
	spec.Choose = func(i int) flow.Effect {
		if i < len(limits) {
			return flow.Effect{Open: limitForm(set, limits[i])}
		}
		c := all[i-len(limits)]
		next := model.CheckSettings{Off: slices.DeleteFunc(slices.Clone(set.Off), func(id string) bool { return id == c.ID }), Limits: set.Limits}
		said := "“" + c.Title + "” speaks again."
		if len(next.Off) == len(set.Off) {
			next.Off = append(next.Off, c.ID)
			said = "“" + c.Title + "” is silent in this workshop."
		}
		e := flow.Effect{Do: []workshop.Intent{workshop.SetChecks{Settings: next}}, Say: said}
		if after, err := f.Preview(e.Do[0]); err == nil {
			f.State = after
			e.Open = checksPick(f, i)
		}
		return e
	}
	return dialog.NewPick(spec)
}

// limitName says what a limit is of.
func limitName(l checks.Limit) string {
	words := strings.ReplaceAll(string(l), "-", " ")
	switch l {
	case checks.MostObjectives:
		words += " of a team"
	case checks.MostObjectivesTop:
		words = "most objectives of a team at the top"
	case checks.FewestWords, checks.MostWords, checks.FewestKeyResults, checks.MostKeyResults:
		words += " of an objective"
	}
	return words
}

func limitOf(set model.CheckSettings, l checks.Limit) int {
	if n, ok := set.Limits[string(l)]; ok {
		return n
	}
	return checks.Limits()[l]
}

func limitForm(set model.CheckSettings, l checks.Limit) flow.Dialog {
	number := func(v dialog.Values) (int, error) { return strconv.Atoi(v.Text("limit").Line()) }
	return dialog.NewForm(dialog.FormSpec{
		Title:  "Limit: " + limitName(l),
		Fields: []dialog.Field{{Key: "limit", Label: "number", Value: model.Clean(strconv.Itoa(limitOf(set, l))), Required: true}},
		Check: func(v dialog.Values) string {
			if n, err := number(v); err != nil || n < 0 {
				return "Write a whole number."
			}
			return ""
		},
		Submit: func(v dialog.Values) flow.Effect {
			n, _ := number(v)
			next := model.CheckSettings{Off: set.Off, Limits: maps.Clone(set.Limits)}
			if next.Limits == nil {
				next.Limits = map[string]int{}
			}
			next.Limits[string(l)] = n
			return flow.Effect{Do: []workshop.Intent{workshop.SetChecks{Settings: next}}}
		},
	})
}
