package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"souk/model"
	"souk/store"
	"souk/store/intake"
	"souk/ui"
	"souk/workshop"
	"souk/workshop/detect"
)

func newDetect(p process) *cobra.Command {
	var asJSON bool
	var kinds []string
	var top int
	cmd := &cobra.Command{
		Use:   "detect FILE",
		Short: "Find dependencies, duplicates, synergies and conflicts",
		Long: "Find relations between the OKRs of different teams. FILE is a workshop file or a drafts file; - reads drafts from standard input.\n" +
			"Of a workshop it prints what is on the table: what souk finds, what was imported or raised, and what the room made of it.",
		Args: arguments(cobra.ExactArgs(1)),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.Flags().StringSliceVar(&kinds, "kind", nil, "only this kind: duplicate, dependency, synergy, conflict (may be repeated)")
	cmd.Flags().IntVar(&top, "top", 0, "at most so many findings of a kind (default: all)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		for _, k := range kinds {
			if !slices.Contains(model.FindingKinds(), model.FindingKind(k)) {
				return usageError{fmt.Errorf("there is no kind %q: choose duplicate, dependency, synergy or conflict", k)}
			}
		}
		state, err := p.stateOf(args[0])
		if err != nil {
			return err
		}
		found, err := detectIn(cmd.Context(), state, kinds, top)
		if err != nil {
			return err
		}
		if asJSON {
			return writeFindings(p.out, state, found)
		}
		return tellFindings(p.out, state, found)
	}
	return cmd
}

// stateOf reads a workshop file or a drafts file; "-" is drafts on standard input.
func (p process) stateOf(path string) (*workshop.State, error) {
	if isWorkshop(path) {
		loaded, err := store.Read(path)
		if err != nil {
			return nil, err
		}
		return loaded.Session.State(), nil
	}
	var drafts model.Drafts
	var problems []intake.Problem
	if path == "-" {
		data, err := io.ReadAll(io.LimitReader(p.in, intake.MaxFile+1))
		if err != nil {
			return nil, err
		}
		drafts, problems = intake.Read("standard input", data, intake.Auto)
	} else {
		drafts, problems = intake.ReadFile(path)
	}
	if intake.HasErrors(problems) {
		i := slices.IndexFunc(problems, func(p intake.Problem) bool { return p.Severity == intake.Error })
		return nil, fmt.Errorf("%v", problems[i])
	}
	s := workshop.New()
	_, err := s.Do(p.now(), model.Text{}, workshop.ImportDrafts{Drafts: drafts, Source: model.Clean(path)})
	return s.State(), err
}

// detectIn finds what is on the table of a workshop, best first: of these kinds, or of all; at most top of each, or all.
func detectIn(ctx context.Context, s *workshop.State, kinds []string, top int) ([]model.Finding, error) {
	in := ui.DetectInput(s)
	if top == 0 || top > in.Top { // else as many as a screen has, since what the room decided moves them
		in.Top = top
	}
	for _, k := range kinds {
		in.Kinds = append(in.Kinds, model.FindingKind(k))
	}
	detected, err := detect.Run(ctx, in, nil)
	if err != nil {
		return nil, err
	}
	var found []model.Finding
	count := map[model.FindingKind]int{}
	for _, f := range ui.Table(s, detected) {
		if len(kinds) > 0 && !slices.Contains(in.Kinds, f.Kind) || top > 0 && count[f.Kind] == top {
			continue
		}
		count[f.Kind]++
		found = append(found, f)
	}
	return found, nil
}

// findingsJSON is the schema souk.findings/1.
type findingsJSON struct {
	Schema       string        `json:"schema"`
	Organisation string        `json:"organisation"`
	Cycle        string        `json:"cycle"`
	Teams        int           `json:"teams"`
	Objectives   int           `json:"objectives"`
	KeyResults   int           `json:"key_results"`
	Findings     []findingJSON `json:"findings"`
}

type findingJSON struct {
	ID      string       `json:"id"`
	Kind    string       `json:"kind"`
	Score   float64      `json:"score"`
	Card    string       `json:"card,omitempty"`
	Status  string       `json:"status,omitempty"`
	Source  string       `json:"source,omitempty"` // who found or raised it; empty for souk
	A       sideJSON     `json:"a"`
	B       sideJSON     `json:"b"`
	Reasons []reasonJSON `json:"reasons"`
}

type sideJSON struct {
	Team       string `json:"team"`
	Objective  string `json:"objective"`
	KeyResults []int  `json:"key_results"`
}

type reasonJSON struct {
	Rule   string     `json:"rule"`
	Text   string     `json:"text"`
	Weight float64    `json:"weight,omitempty"` // what it adds to the log-odds of the score
	Spans  []spanJSON `json:"spans"`
}

// spanJSON marks the bytes [Start, End) of a side's title, or of a key result counted from 1.
type spanJSON struct {
	Team      string `json:"team"`
	Objective string `json:"objective"`
	KeyResult int    `json:"key_result,omitempty"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

func writeFindings(w io.Writer, s *workshop.State, found []model.Finding) error {
	doc := findingsJSON{
		Schema: "souk.findings/1", Organisation: s.Organisation.String(), Cycle: s.Cycle.String(),
		Teams: s.Teams.Len(), Findings: []findingJSON{},
	}
	for o := range s.Live() {
		doc.Objectives++
		doc.KeyResults += len(o.KeyResults)
	}
	for _, f := range found {
		j := findingJSON{
			ID: string(f.ID), Kind: string(f.Kind), Score: f.Score, Card: f.Card, Status: string(f.Status), Source: f.Source.String(),
			A: sideOf(s, f.A), B: sideOf(s, f.B), Reasons: []reasonJSON{},
		}
		for _, r := range f.Reasons {
			j.Reasons = append(j.Reasons, reasonJSON{r.Rule, r.Text.String(), r.Weight, spansOf(s, r.Spans)})
		}
		doc.Findings = append(doc.Findings, j)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	return enc.Encode(doc)
}

func sideOf(s *workshop.State, side model.Side) sideJSON {
	o, _ := s.Objectives.Get(side.Objective)
	j := sideJSON{Team: s.TeamName(side.Team), Objective: o.Title.String(), KeyResults: []int{}}
	for _, id := range side.KeyResults {
		if _, n, ok := workshop.KeyResult(o, id); ok {
			j.KeyResults = append(j.KeyResults, n)
		}
	}
	return j
}

func spansOf(s *workshop.State, spans []model.Span) []spanJSON {
	out := []spanJSON{}
	for _, sp := range spans {
		o, _ := s.Objectives.Get(sp.Objective)
		_, n, _ := workshop.KeyResult(o, sp.KeyResult)
		out = append(out, spanJSON{s.TeamName(o.Team), o.Title.String(), n, sp.Start, sp.End})
	}
	return out
}

// tellFindings prints findings for people.
func tellFindings(to io.Writer, s *workshop.State, found []model.Finding) error {
	w := bufio.NewWriter(to)
	if len(found) == 0 {
		fmt.Fprintln(w, "No relation was found between the OKRs of different teams.")
	}
	for _, f := range found {
		fmt.Fprintf(w, "%.2f  %-10s  %s%s\n", f.Score, f.Kind, s.Pair(f), decidedAs(f))
		for _, side := range []model.Side{f.A, f.B} {
			if o, ok := s.Objectives.Get(side.Objective); ok {
				fmt.Fprintf(w, "      %s: %s\n", s.Label(o.ID), o.Title.Line())
			}
		}
		for _, r := range f.Reasons {
			fmt.Fprintf(w, "      %s\n", r.Text.Line())
		}
		if origin := f.Origin(); origin != "" {
			fmt.Fprintf(w, "      %s\n", origin)
		}
	}
	return w.Flush()
}

// decidedAs says what the room made of a finding, if anything.
func decidedAs(f model.Finding) string {
	if f.Status == model.Open {
		return ""
	}
	return " · " + string(f.Status)
}
