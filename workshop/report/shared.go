package report

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/workshop"
)

// virtualChart is the OKRs by what teams own together, the second order in which they can be read. It is left out where nothing is shared.
func (w *writer) virtualChart() []Block {
	all := w.Together()
	if len(all.Shared) == 0 {
		return nil
	}
	blocks := append([]Block{
		Paragraph{"The same OKRs in another order: first what teams own together, with the part of each, then what every team does on its own."},
	}, w.shared(all.Shared)...)
	var alone []Block
	for _, a := range all.Alone {
		var items []string
		for _, o := range a.Objectives {
			items = append(items, fmt.Sprintf("%d %s", slices.Index(a.Team.Objectives, o.ID)+1, o.Title.Line()))
		}
		alone = append(alone, Point{a.Team.Name.Line(), list(items)})
	}
	if len(alone) > 0 {
		blocks = append(blocks, Section{"On their own", alone})
	}
	return []Block{Section{"Virtual org chart", blocks}}
}

// shared are the virtual teams and the other shared objectives, each with what its owners deliver.
func (w *writer) shared(all []workshop.Shared) []Block {
	var virtual, others []Block
	for _, one := range all {
		if len(one.Virtual) == 0 {
			others = append(others, Point{w.titled(one.Objective.ID), list(w.parts(one))})
			continue
		}
		for _, t := range one.Virtual {
			f := w.about(t)
			f.add("Around", w.titled(one.Objective.ID))
			virtual = append(virtual, Point{t.Name.Line(), append(f.blocks(), list(w.parts(one))...)})
		}
	}
	var blocks []Block
	for _, part := range []Section{{"Virtual teams", virtual}, {"Shared objectives", others}} {
		if len(part.Blocks) > 0 {
			blocks = append(blocks, part)
		}
	}
	return blocks
}

// okrsByShared are the OKRs by what teams own together, in full; needs and offers are left out, since they are a team's.
func (w *writer) okrsByShared(all workshop.Together) []Block {
	var virtual, others []Block
	for _, one := range all.Shared {
		o := one.Objective
		okrs := []Block{w.okr(w.labels[o.ID], o)}
		for _, p := range one.Parts {
			for _, id := range p.Follows {
				follower, _ := w.Objectives.Get(id)
				okrs = append(okrs, w.okr(w.labels[id], follower))
			}
		}
		if len(one.Virtual) == 0 {
			others = append(others, okrs...)
			continue
		}
		for _, t := range one.Virtual {
			virtual = append(virtual, Section{t.Name.Line(), append(w.about(t).blocks(), okrs...)})
		}
	}
	section := Section{Title: "The OKRs, by what is shared"}
	add := func(title string, blocks []Block) {
		if len(blocks) > 0 {
			section.Blocks = append(section.Blocks, Section{title, blocks})
		}
	}
	add("Virtual teams", virtual)
	add("Shared objectives", others)
	var alone []Block
	for _, a := range all.Alone {
		team := Section{Title: a.Team.Name.Line()}
		for _, o := range a.Objectives {
			team.Blocks = append(team.Blocks, w.okr(w.labels[o.ID], o))
		}
		alone = append(alone, team)
	}
	add("On their own", alone)
	var gone []Block
	for _, t := range w.Stalls() {
		if blocks := w.goneOf(t); len(blocks) > 0 {
			gone = append(gone, Section{t.Name.Line(), blocks})
		}
	}
	add("No longer part of the OKRs", gone)
	return []Block{section}
}

// about is what a virtual team is for, until when, and who leads it.
func (w *writer) about(t model.Team) facts {
	var f facts
	f.add("Purpose", orSay(t.Description, "not said yet"))
	f.add("Until", orSay(t.Until, "no end said yet"))
	if len(t.Members) > 0 {
		f.add("Lead", w.TeamName(t.Members[0]))
	}
	return f
}

// parts says for each owner what it delivers, a line for each key result.
func (w *writer) parts(one workshop.Shared) []string {
	var out []string
	for _, p := range one.Parts {
		who := w.owner(one, p.Team)
		for _, n := range p.KeyResults {
			k := one.Objective.KeyResults[n-1]
			out = append(out, fmt.Sprintf("%s: KR%d %s", who, n, w.keyResult(one.Objective, k)))
		}
		for _, id := range p.Follows {
			out = append(out, fmt.Sprintf("%s: follows with %s", who, w.titled(id)))
		}
		if p.IsEmpty() {
			out = append(out, who+": no key result of its own yet")
		}
	}
	return out
}

// partsInShort is parts on one line: "Trains (lead): KR1; Tickets: KR2".
func (w *writer) partsInShort(one workshop.Shared) string {
	out := make([]string, 0, len(one.Parts))
	for _, p := range one.Parts {
		out = append(out, w.owner(one, p.Team)+": "+strings.Join(w.delivers(p), ", "))
	}
	return strings.Join(out, "; ")
}

// delivers names what a part is, or says that it is nothing yet.
func (w *writer) delivers(p workshop.Part) []string {
	var out []string
	if len(p.KeyResults) > 0 {
		out = append(out, p.Numbers())
	}
	for _, id := range p.Follows {
		out = append(out, "follows with "+w.labels[id])
	}
	if p.IsEmpty() {
		out = append(out, "no key result of its own yet")
	}
	return out
}

// owner is a team with a word for who leads.
func (w *writer) owner(one workshop.Shared, id model.TeamID) string {
	if id == one.Lead() {
		return w.TeamName(id) + " (lead)"
	}
	return w.TeamName(id)
}

// moved tells how an objective was lifted and brought back.
func (w *writer) moved(o model.Objective, f *facts) {
	for _, d := range w.moves[o.ID] {
		name := "Lifted"
		if d.Outcome == model.BringBack {
			name = "Brought back"
		}
		f.add(name, fmt.Sprintf("from %s to %s%s", w.TeamName(d.Teams[0]), w.TeamName(d.Teams[1]), because(d.Rationale)))
	}
}
