package report

import (
	"fmt"

	"souk/model"
)

// decisions are what the room decided, by kind, in the order in which it happened.
func (w *writer) decisions() []Block {
	section := Section{Title: "Decisions"}
	if w.Decisions.Len() == 0 {
		section.Blocks = append(section.Blocks, Paragraph{"No decision was recorded."})
	}
	for _, k := range []struct{ kind, title string }{
		{string(model.Duplicate), "Duplicates"},
		{string(model.Synergy), "Synergies"},
		{string(model.Conflict), "Conflicts"},
		{string(model.Dependency), "Dependencies ruled out"},
		{"objective", "Objectives"},
	} {
		kind := Section{Title: k.title}
		for d := range w.Decisions.All() {
			if d.Kind == k.kind {
				kind.Blocks = append(kind.Blocks, w.decision(d))
			}
		}
		if len(kind.Blocks) > 0 {
			section.Blocks = append(section.Blocks, kind)
		}
	}
	if waiting := w.undecided(model.Queued); len(waiting) > 0 {
		section.Blocks = append(section.Blocks, Section{"Still on the table", append(
			[]Block{Paragraph{"These were queued and not decided."}}, list(waiting)...)})
	}
	return []Block{section}
}

func (w *writer) decision(d model.Decision) Block {
	var f facts
	f.add("Decided", string(d.Outcome))
	f.add("Agreed by", d.AgreedBy.Line())
	nobody, never := "nobody yet", "no date yet"
	if d.Outcome.NeedsNobody() {
		nobody, never = "", ""
	}
	f.add("Owner", orSay(d.Owner, nobody))
	f.add("Due", orSay(d.Due, never))
	f.add("Why", d.Rationale.Line())
	f.add("When", moment(d.At)+readBack(d.ReadBack))
	return Point{sentence(d.Summary.Line()), append(f.blocks(), w.changes(d.Changes)...)}
}

func orSay(t model.Text, blank string) string {
	if t.IsEmpty() {
		return blank
	}
	return t.Line()
}

func readBack(done bool) string {
	if done {
		return ", read back at the close"
	}
	return ""
}

// undecided lists the findings in a status with what they are about. One matter is told once.
func (w *writer) undecided(status model.FindingStatus) []string {
	var out []string
	cards := map[string]bool{}
	for f := range w.Findings.All() {
		if f.Status != status || cards[f.Card] {
			continue
		}
		if f.Card != "" {
			cards[f.Card] = true
		}
		text := fmt.Sprintf("%s: %s and %s", capital(string(f.Kind)), w.side(f.A), w.side(f.B))
		if f.Kind == model.Dependency {
			text = fmt.Sprintf("Dependency: %s needs %s", w.side(f.A), w.side(f.B))
		}
		if !f.Note.IsEmpty() {
			text += ": " + f.Note.Line()
		}
		out = append(out, sentence(text))
	}
	return out
}
