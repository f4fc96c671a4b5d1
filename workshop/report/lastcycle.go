package report

import (
	"fmt"
	"strings"

	"souk/model"
)

// lastCycle is what became of last cycle: its objectives, the promises per provider, and what leadership answered to its signals.
func (w *writer) lastCycle() []Block {
	blocks := append(w.results(), w.promises()...)
	if blocks = append(blocks, w.pastSignals()...); len(blocks) == 0 {
		return nil
	}
	return []Block{Section{"Last cycle", blocks}}
}

func (w *writer) results() []Block {
	if len(w.LastCycle) == 0 {
		return nil
	}
	table := Table{Columns: []string{"Team", "Objective", "Result", "Outcome", "What it means now"}}
	for _, r := range w.LastCycle {
		table.Rows = append(table.Rows, []string{r.Team.Line(), r.Objective.Line(), became(r), r.Outcome.Line(), r.Learned.Line()})
	}
	return []Block{Section{"Results", []Block{Paragraph{w.verdicts()}, table}}}
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

// verdicts counts the results by what became of them.
func (w *writer) verdicts() string {
	n := map[string]int{}
	for _, r := range w.LastCycle {
		n[became(r)]++
	}
	var all []number
	for _, v := range model.Verdicts() {
		all = append(all, number{n[string(v)], string(v)})
	}
	all = append(all, number{n[noVerdict], noVerdict}, number{n[notRecorded], notRecorded})
	return fmt.Sprintf("Of %s: %s.", count(len(w.LastCycle), "objective"), join(numbers(all...)))
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
