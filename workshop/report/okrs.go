package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"souk/model"
	"souk/workshop/say"
)

// changed is what the workshop made of each team's drafts.
func (w *writer) changed() []Block {
	section := Section{Title: "What the workshop changed"}
	var same []string
	for _, t := range w.Stalls() {
		if changes := w.ChangedByWorkshop(t.ID); len(changes) > 0 {
			section.Blocks = append(section.Blocks, Section{t.Name.Line(), w.changes(changes)})
		} else {
			same = append(same, t.Name.Line())
		}
	}
	switch {
	case len(section.Blocks) == 0:
		section.Blocks = []Block{Paragraph{"The OKRs stand as they were drafted."}}
	case len(same) > 0:
		section.Blocks = append(section.Blocks, paragraph("Unchanged: %s.", say.Join(same)))
	}
	return []Block{section}
}

// finalOKRs are the OKRs as they stand: by team, and what is shared once more on its own; or all of it by what is shared.
func (w *writer) finalOKRs() []Block {
	if together := w.Together(); w.byShared && len(together.Shared) > 0 {
		return w.okrsByShared(together)
	}
	return append(w.okrs(), w.virtualChart()...)
}

// okrs are the OKRs per team.
func (w *writer) okrs() []Block {
	section := Section{Title: "The OKRs"}
	for _, t := range w.Stalls() {
		team := Section{Title: t.Name.Line()}
		for i, o := range w.ObjectivesOf(t.ID) {
			if o.Fate == model.Live {
				team.Blocks = append(team.Blocks, w.okr(strconv.Itoa(i+1), o))
			}
		}
		if len(team.Blocks) == 0 {
			team.Blocks = append(team.Blocks, Paragraph{"No objective this cycle."})
		}
		team.Blocks = append(team.Blocks, w.goneOf(t)...)
		team.Blocks = append(team.Blocks, w.exchanges(t)...)
		section.Blocks = append(section.Blocks, team)
	}
	if len(section.Blocks) == 0 {
		return nil
	}
	return []Block{section}
}

// exchanges are what a team needs and offers, each with the other team where it is known.
func (w *writer) exchanges(t model.Team) []Block {
	var f facts
	add := func(label string, xs []model.Exchange) {
		for _, x := range xs {
			if x.Team == "" {
				f.add(label, x.Text.Line())
			} else {
				f.add(label, w.TeamName(x.Team)+": "+x.Text.Line())
			}
		}
	}
	add("Needs", t.Needs)
	add("Offers", t.Offers)
	return f.blocks()
}

// okr is an objective with what is known of it, under the name that its place gives it.
func (w *writer) okr(name string, o model.Objective) Block {
	var results []string
	split := w.IsSplit(o)
	for i, k := range o.KeyResults {
		text := fmt.Sprintf("KR%d %s", i+1, w.keyResult(o, k))
		if split {
			text += " – " + w.TeamName(w.Deliverer(o, k))
		}
		results = append(results, text)
	}
	if len(results) == 0 {
		results = []string{"No key result yet."}
	}
	var f facts
	f.add("Why now", orSay(o.WhyNow, "not said yet"))
	f.add("Supports", w.supports(o))
	if o.IsShared() {
		var all []string
		one := w.SharedOf(o)
		for _, p := range one.Parts {
			all = append(all, w.owner(one, p.Team))
		}
		f.add("Owned by", say.Names(all))
	}
	w.moved(o, &f)
	if lead, ok := w.Objectives.Get(o.Follows); ok {
		f.add("Follows", w.titled(lead.ID)+fateNote(lead))
	}
	f.add("Phase", string(o.Phase))
	if o.Origin == model.Assigned {
		f.add("Origin", "assigned by leadership")
	}
	for _, note := range o.Notes {
		f.add("Agreed", note.Line())
	}
	for _, r := range w.waiting[o.ID] {
		if r.IsAtRisk() {
			f.add("At risk", w.refused(r)+": "+r.What.Line())
			continue
		}
		f.add("Not final", fmt.Sprintf("%s has not settled: %s", w.TeamName(r.To.Team), r.What.Line()))
	}
	return Point{name + " " + o.Title.Line(), append([]Block{List{results}}, f.blocks()...)}
}

// keyResult is a key result with what is known beyond its words, and a mark where an answer is missing.
func (w *writer) keyResult(o model.Objective, k model.KeyResult) string {
	var known []string
	if m := measure(k); m != "" {
		known = append(known, m)
	}
	if !k.Owner.IsEmpty() {
		known = append(known, "owner "+k.Owner.Line())
	}
	for _, r := range w.waiting[o.ID] {
		if !slices.Contains(w.Now(r.From).KeyResults, k.ID) {
			continue
		}
		mark := "not final"
		if r.IsAtRisk() {
			mark = "at risk: " + w.refused(r)
		}
		if !slices.Contains(known, mark) {
			known = append(known, mark)
		}
	}
	if len(known) == 0 {
		return k.Text.Line()
	}
	return k.Text.Line() + " (" + strings.Join(known, ", ") + ")"
}

// WithMeasure is a key result on one line, with how it is measured where its words do not say so.
func WithMeasure(k model.KeyResult) string {
	if m := measure(k); m != "" {
		return k.Text.Line() + " (" + m + ")"
	}
	return k.Text.Line()
}

// measure is how a key result is measured, "disputes: 14 → 6 per cent", where its words do not say so already.
func measure(k model.KeyResult) string {
	text, from, to := k.Text.Line(), k.Baseline.Line(), k.Target.Line()
	if strings.Contains(text, from) && strings.Contains(text, to) {
		return ""
	}
	var parts []string
	if m := k.Metric.Line(); m != "" {
		parts = append(parts, m+":")
	}
	if from != "" {
		parts = append(parts, from, "→")
	}
	parts = append(parts, orSay(k.Target, "no target"))
	if u := k.Unit.Line(); u != "" {
		parts = append(parts, u)
	}
	return strings.Join(parts, " ")
}

// supports is what an objective supports, in the words that hold now.
func (w *writer) supports(o model.Objective) string {
	var out []string
	for _, text := range w.SupportTexts(o) {
		out = append(out, text.Line())
	}
	return strings.Join(out, "; ")
}

// fateNote tells that an objective is no longer part of the OKRs.
func fateNote(o model.Objective) string {
	if o.Fate == model.Live {
		return ""
	}
	return ", which was " + string(o.Fate)
}

// goneOf are the objectives of a team that are no longer part of the OKRs.
func (w *writer) goneOf(t model.Team) []Block {
	var gone []string
	for i, o := range w.ObjectivesOf(t.ID) {
		if o.Fate != model.Live {
			gone = append(gone, w.gone(i+1, o, w.fates[o.ID].Rationale))
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return []Block{Point{"No longer part of the OKRs", list(gone)}}
}

// gone is one line about an objective that is no longer part of the OKRs.
func (w *writer) gone(n int, o model.Objective, why model.Text) string {
	text := fmt.Sprintf("%d %s was %s", n, say.Quote(o.Title), o.Fate)
	if o.Fate == model.Merged {
		text += " into " + w.titled(o.Into)
	}
	return sentence(text + because(why))
}
