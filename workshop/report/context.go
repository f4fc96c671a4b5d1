package report

import (
	"souk/model"
	"souk/workshop"
	"souk/workshop/say"
)

// context is what the teams aligned to.
func (w *writer) context() []Block {
	blocks := append(w.strategy(), w.questions())
	blocks = append(blocks, w.pulse()...)
	return []Block{Section{"Context", append(blocks, w.lastCycle()...)}}
}

// strategy lists the intents by horizon, each with the objectives that say they support it.
func (w *writer) strategy() []Block {
	if len(w.Intents) == 0 {
		return []Block{Section{"Strategy", []Block{Paragraph{"No strategy was brought to the workshop."}}}}
	}
	supporters := w.supporters()
	section := Section{Title: "Strategy"}
	for _, h := range model.Horizons() {
		var items []string
		for _, i := range w.Intents {
			if i.Horizon != h {
				continue
			}
			text := sentence(i.Text.Line())
			if by := supporters[i.ID]; len(by) > 0 {
				text += " Supported by " + say.Join(by) + "."
			} else if h != model.Vision {
				text += " No objective says that it supports this."
			}
			items = append(items, text)
		}
		if len(items) > 0 {
			section.Blocks = append(section.Blocks, Point{capital(h.Word()), list(items)})
		}
	}
	return []Block{section}
}

// supporters lists the labels of the live objectives per intent.
func (w *writer) supporters() map[model.IntentID][]string {
	out := map[model.IntentID][]string{}
	for o := range w.Live() {
		for _, p := range o.Supports {
			if p.Intent != "" {
				out[p.Intent] = append(out[p.Intent], w.labels[o.ID])
			}
		}
	}
	return out
}

func (w *writer) questions() Block {
	section := Section{Title: "The six questions"}
	for n, q := range model.Questions() {
		answer := w.Answer(n).Line()
		if answer == "" {
			answer = "Not answered yet."
		}
		section.Blocks = append(section.Blocks, Point{q, []Block{Paragraph{answer}}})
	}
	return section
}

// pulse is how well the direction is understood, at the start and at the close.
func (w *writer) pulse() []Block {
	start, end := w.PulseOf(workshop.StrategyStage, ""), w.PulseOf(workshop.CloseStage, "")
	if len(start)+len(end) == 0 {
		return []Block{Section{"Clarity pulse", []Block{Paragraph{"The clarity pulse was not taken."}}}}
	}
	table := Table{Columns: []string{"Team", "Strategy stage", "Close"}}
	for t := range w.Teams.All() {
		a, b := w.PulseOf(workshop.StrategyStage, t.ID), w.PulseOf(workshop.CloseStage, t.ID)
		if len(a)+len(b) > 0 {
			table.Rows = append(table.Rows, []string{t.Name.Line(), voted(a), voted(b)})
		}
	}
	table.Rows = append(table.Rows, []string{"All together", voted(start), voted(end)})
	return []Block{Section{"Clarity pulse", []Block{
		Paragraph{"Do we know and understand the direction? A fist of five, from 0 to 5, and how it moved."}, table,
	}}}
}

func voted(votes []int) string {
	if text := fist(votes); text != "" {
		return text
	}
	return "not taken"
}
