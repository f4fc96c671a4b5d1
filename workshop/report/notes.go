package report

import (
	"fmt"

	"souk/model"
)

// parking is what must not be lost, with its owners, and the relations that the room put aside.
func (w *writer) parking() []Block {
	section := Section{Title: "Parking lot"}
	table := Table{Columns: []string{"What", "About", "Owner", "Due"}}
	without := 0
	for p := range w.Parking.All() {
		if p.Owner.IsEmpty() {
			without++
		}
		about := ""
		if p.About.Team != "" {
			about = w.side(p.About)
		}
		table.Rows = append(table.Rows, []string{p.Text.Line(), about, orSay(p.Owner, "nobody yet"), orSay(p.Due, "no date yet")})
	}
	if without > 0 {
		section.Blocks = append(section.Blocks, paragraph("Without an owner: %d of %d.", without, len(table.Rows)))
	}
	if len(table.Rows) > 0 {
		section.Blocks = append(section.Blocks, table)
	}
	if parked := w.undecided(model.Parked); len(parked) > 0 {
		section.Blocks = append(section.Blocks, Point{"Relations that were parked", list(parked)})
	}
	if len(section.Blocks) == 0 {
		section.Blocks = []Block{Paragraph{"The parking lot is empty."}}
	}
	return []Block{section}
}

// comments are what was said about objectives outside a decision.
func (w *writer) comments() []Block {
	said := map[model.ObjectiveID][]string{}
	var order []model.ObjectiveID
	for c := range w.Comments.All() {
		if len(said[c.Objective]) == 0 {
			order = append(order, c.Objective)
		}
		said[c.Objective] = append(said[c.Objective], fmt.Sprintf("%s, %s: %s", orSay(c.By, "Somebody"), moment(c.At), c.Text.Line()))
	}
	if len(order) == 0 {
		return nil
	}
	section := Section{Title: "Comments"}
	for _, id := range order {
		section.Blocks = append(section.Blocks, Point{"On " + w.titled(id), list(said[id])})
	}
	return []Block{section}
}
