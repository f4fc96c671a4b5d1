package screens

import (
	"souk/model"
	"souk/ui/flow"
	"souk/workshop"
)

// cardPart is what findings have in common that are one row. A card that was decided in part is several: each pair that was decided, by the
// id of its finding, and what is still on the table.
type cardPart struct {
	kind model.FindingKind
	name string
	part model.FindingID
}

// splitter tells the card of a finding. One whose only decision is for all of it stays whole.
func splitter(f flow.Frame) func(model.Finding) cardPart {
	own, parted, rest := map[model.FindingID]bool{}, map[cardPart]bool{}, map[cardPart]model.FindingID{}
	for d := range f.State.Decisions.All() {
		fi, _ := f.State.Findings.Get(d.Finding)
		if fi.Card == "" {
			continue
		}
		of := cardPart{kind: fi.Kind, name: fi.Card}
		own[fi.ID] = true
		forAll := workshop.SettlesAll(d.Outcome)
		parted[of] = parted[of] || !forAll
		if forAll || rest[of] == "" {
			rest[of] = fi.ID
		}
	}
	return func(fi model.Finding) cardPart {
		of := cardPart{kind: fi.Kind, name: fi.Card}
		switch {
		case !parted[of]:
			return of
		case own[fi.ID]:
			of.part = fi.ID
		case fi.Status == model.Confirmed || fi.Status == model.Dismissed: // settled along with one that was decided
			of.part = rest[of]
		}
		return of
	}
}
