package screens

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/say"
)

// whyNowFields is about how many lines the form needs beside the intents.
const whyNowFields = 7

// whyNowForm asks why an objective matters now and what it supports. The intents stand below with their numbers, and a number
// stands for an intent's words.
func whyNowForm(f flow.Frame, o model.Objective) flow.Dialog {
	s := supporting{intents: f.State.Intents, before: o.Supports}
	prefilled := s.joined()
	return dialog.NewForm(dialog.FormSpec{
		Title: "Why now: " + named(f, o),
		Fields: []dialog.Field{
			{
				Key: "why", Label: "why now", Kind: dialog.Area, Value: o.WhyNow,
				Hint: "Why is it important? Why is it urgent – what happens if it waits a quarter? What does it support?",
			},
			{
				Key: "supports", Label: "supports", Kind: dialog.Line, Value: prefilled,
				Hint: "Numbers of intents, names of teams, or your own words; a semicolon between them. It may stand alone.",
			},
		},
		Preview: func(f flow.Frame, v dialog.Values) []string { return s.preview(f, s.read(v.Text("supports"))) },
		Check:   func(v dialog.Values) string { return s.unknown(v.Text("supports")) },
		Submit: func(v dialog.Values) flow.Effect {
			var do []workshop.Intent
			if v.Text("why") != o.WhyNow {
				do = append(do, workshop.RecordWhyNow{Objective: o.ID, Why: v.Text("why")})
			}
			if v.Text("supports") != prefilled {
				if said := s.read(v.Text("supports")); !slices.Equal(said, s.said()) {
					do = append(do, workshop.StateSupport{Objective: o.ID, Supports: said})
				}
			}
			if len(do) == 0 {
				return flow.Effect{Say: unchanged}
			}
			return flow.Effect{Do: do}
		},
	})
}

// supporting reads what an objective supports out of one line: parts with a semicolon between them.
type supporting struct {
	intents []model.Intent
	before  []model.Support
}

func (s supporting) said() []model.Text {
	out := make([]model.Text, 0, len(s.before))
	for _, p := range s.before {
		out = append(out, p.Text)
	}
	return out
}

func (s supporting) joined() model.Text {
	parts := make([]string, 0, len(s.before))
	for _, p := range s.before {
		parts = append(parts, p.Text.Line())
	}
	return model.Clean(strings.Join(parts, "; "))
}

// read is what a line says, once each. A number is the intent of that number. Words that the strategy or the objective has already stay
// together, even with a semicolon in them.
func (s supporting) read(line model.Text) []model.Text {
	var out []model.Text
	parts := strings.Split(line.Line(), ";")
	for i := 0; i < len(parts); {
		text, n := s.known(parts[i:])
		i += n
		if !text.IsEmpty() && !slices.ContainsFunc(out, func(t model.Text) bool { return model.Fold(t) == model.Fold(text) }) {
			out = append(out, text)
		}
	}
	return out
}

// known is the text at the beginning of parts, and of how many of them it is made.
func (s supporting) known(parts []string) (model.Text, int) {
	for n := len(parts); n > 0; n-- {
		whole := model.Clean(strings.Join(parts[:n], ";"))
		for _, i := range s.intents {
			if model.Fold(i.Text) == model.Fold(whole) {
				return i.Text, n
			}
		}
		for _, p := range s.before {
			if model.Fold(p.Text) == model.Fold(whole) {
				return p.Text, n
			}
		}
	}
	part := strings.TrimSpace(parts[0])
	if n, err := strconv.Atoi(part); err == nil && n >= 1 && n <= len(s.intents) {
		return s.intents[n-1].Text, 1
	}
	return model.Clean(part), 1
}

// unknown is a sentence about a number that no intent has.
func (s supporting) unknown(line model.Text) string {
	for _, t := range s.read(line) {
		n, err := strconv.Atoi(t.Line())
		if err == nil && n < 100 && !slices.Contains(s.said(), t) {
			return fmt.Sprintf("The strategy has %s; there is no intent %d.", say.Count(len(s.intents), "intent"), n)
		}
	}
	return ""
}

// preview lists the intents with their numbers and a sign at those that are meant, then what else is meant.
func (s supporting) preview(f flow.Frame, said []model.Text) []string {
	st := f.Styles
	width, columns := f.Width, 1
	if len(s.intents) > f.Height-whyNowFields {
		width, columns = (f.Width-2)/2, 2
	}
	var cells []string
	for n, i := range s.intents {
		sign, style := "  ", st.Text
		if at := slices.IndexFunc(said, func(t model.Text) bool { return model.Fold(t) == model.Fold(i.Text) }); at >= 0 {
			sign, style = kit.SignDecided+" ", st.Strong
			said = slices.Delete(slices.Clone(said), at, at+1)
		}
		head := fmt.Sprintf("%s%2d  ", sign, n+1)
		cell := st.Key.Render(head) + style.Render(i.Text.Line())
		if columns == 1 {
			cell += st.Muted.Render("  " + i.Horizon.Word())
		}
		cells = append(cells, kit.Pad(cell, width))
	}
	var out []string
	for row := range slices.Chunk(cells, columns) {
		out = append(out, strings.Join(row, "  "))
	}
	for _, t := range said {
		what := "in your own words"
		if _, ok := f.State.TeamByName(t); ok {
			what = "a team's priority"
		}
		out = append(out, kit.Cut(st.Key.Render(kit.SignDecided+"     ")+st.Strong.Render(t.Line())+st.Muted.Render("  "+what), f.Width))
	}
	return out
}
