package report

import (
	"cmp"
	"fmt"
	"strings"

	"souk/model"
	"souk/workshop/say"
)

// lastCycle is what became of last cycle: its objectives, the promises per provider, and what leadership answered to its signals.
func (w *writer) lastCycle() []Block {
	blocks := append(w.results(), w.promises()...)
	if blocks = append(blocks, w.pastSignals()...); len(blocks) == 0 {
		return w.overCycles()
	}
	return append([]Block{Section{"Last cycle", blocks}}, w.overCycles()...)
}

// overCycles is what became of each team's objectives in all cycles that are known, where these are several.
func (w *writer) overCycles() []Block {
	var cycles []model.PastCycle
	for _, c := range w.History() {
		if len(c.Results) > 0 {
			cycles = append(cycles, c)
		}
	}
	if len(cycles) < 2 {
		return nil
	}
	table := Table{Columns: []string{"Team"}}
	rows := map[string]int{}
	for i, c := range cycles {
		table.Columns = append(table.Columns, cmp.Or(c.Cycle.Line(), "Last cycle"))
		for _, r := range c.Results {
			if _, known := rows[model.Fold(r.Team)]; !known {
				rows[model.Fold(r.Team)] = len(table.Rows)
				table.Rows = append(table.Rows, append([]string{r.Team.Line()}, make([]string, len(cycles))...))
			}
		}
		for team, results := range byTeam(c.Results) {
			table.Rows[rows[team]][i+1] = say.Join(verdicts(results))
		}
	}
	return []Block{Section{"Results over the cycles", []Block{table}}}
}

func byTeam(results []model.Result) map[string][]model.Result {
	out := map[string][]model.Result{}
	for _, r := range results {
		out[model.Fold(r.Team)] = append(out[model.Fold(r.Team)], r)
	}
	return out
}

// lastCycleSentence is last cycle for a reader with one minute; nothing where it is not known.
func (w *writer) lastCycleSentence() []Block {
	var parts []string
	if n := len(w.LastCycle); n > 0 {
		parts = append(parts, fmt.Sprintf("%s (%s)", say.Count(n, "objective"), say.Join(verdicts(w.LastCycle))))
	}
	if n := len(w.Promises); n > 0 {
		kept := map[model.Keeping]int{}
		for _, p := range w.Promises {
			kept[p.Kept]++
		}
		parts = append(parts, fmt.Sprintf("%s between teams (%s)", say.Count(n, "promise"), say.Join(numbers(number{kept[model.Kept], "kept"},
			number{kept[model.KeptLate], "late"}, number{kept[model.Broken], "broken"}, number{kept[""], notRecorded}))))
	}
	if n := len(w.PastSignals); n > 0 {
		answered := 0
		for _, g := range w.PastSignals {
			if !g.Answer.IsEmpty() {
				answered++
			}
		}
		parts = append(parts, fmt.Sprintf("%s to leadership (%d answered)", say.Count(n, "signal"), answered))
	}
	if len(parts) == 0 {
		return nil
	}
	return []Block{Paragraph{"Last cycle had " + say.Join(parts) + "."}}
}

func (w *writer) results() []Block {
	if len(w.LastCycle) == 0 {
		return nil
	}
	table := Table{Columns: []string{"Team", "Objective", "Result", "Outcome", "What it means now"}}
	for _, r := range w.LastCycle {
		table.Rows = append(table.Rows, []string{r.Team.Line(), r.Objective.Line(), became(r), r.Outcome.Line(), r.Learned.Line()})
	}
	return []Block{Section{"Results", []Block{paragraph("Of %s: %s.", say.Count(len(w.LastCycle), "objective"), say.Join(verdicts(w.LastCycle))), table}}}
}

// The results to which nobody gave a verdict.
const (
	noVerdict   = "without a verdict"
	notRecorded = "not recorded"
)

func became(r model.Result) string {
	switch v := r.Became(); {
	case v != "":
		return string(v)
	case r.Outcome.IsEmpty():
		return notRecorded
	}
	return noVerdict
}

// verdicts counts results by what became of them.
func verdicts(results []model.Result) []string {
	n := map[string]int{}
	for _, r := range results {
		n[became(r)]++
	}
	var all []number
	for _, v := range model.Verdicts() {
		all = append(all, number{n[string(v)], string(v)})
	}
	all = append(all, number{n[noVerdict], noVerdict}, number{n[notRecorded], notRecorded})
	return numbers(all...)
}

// promises are those of last cycle by who made them.
func (w *writer) promises() []Block {
	var points []Block
	for _, p := range w.Promisers() {
		items := make([]string, 0, len(p.Promises))
		for _, one := range p.Promises {
			items = append(items, promise(one))
		}
		points = append(points, Point{fmt.Sprintf("%s: %s", p.By.Line(), p), list(items)})
	}
	if len(points) == 0 {
		return nil
	}
	return []Block{Section{"Promises between teams", points}}
}

// promise is a promise in one line: to whom, what, by when, what became of it.
func promise(p model.Promise) string {
	text := p.What.Line()
	if to := p.To.Line(); to != "" {
		text = "to " + to + ": " + text
	}
	if due := p.Due.Line(); due != "" {
		text += " (due " + due + ")"
	}
	if p.Kept == "" {
		text += " – " + notRecorded
	} else {
		text += " – " + string(p.Kept)
	}
	if note := p.Note.Line(); note != "" {
		text += ", " + note
	}
	return sentence(capital(text))
}

// pastSignals are what the last workshop told leadership, with the answers.
func (w *writer) pastSignals() []Block {
	var points []Block
	for _, g := range w.PastSignals {
		var f facts
		for line := range strings.Lines(g.Evidence.String()) {
			f.add("Evidence", strings.TrimSpace(line))
		}
		answer := g.Answer.Line()
		if answer == "" {
			answer = "none yet"
		}
		f.add("Answer", answer)
		points = append(points, Point{sentence(g.Text.Line()), f.blocks()})
	}
	if len(points) == 0 {
		return nil
	}
	return []Block{Section{"What leadership answered", points}}
}
