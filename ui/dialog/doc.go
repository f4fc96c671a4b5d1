// Package dialog holds what takes the keyboard until it is closed: forms, pickers, questions, help. Each is a flow.Dialog; what
// follows from it is the flow.Effect that its maker passed in, returned with Close set.
//
// Dialogs answer keys in this order: their own control keys (esc, enter, tab, ctrl+s), then the control with the focus. ctrl+c,
// ctrl+p and f1 are the app's and never arrive here. Everything typed or pasted goes through model.Clean before it reaches a
// text field.
package dialog

import (
	"strings"

	"souk/ui/flow"
	"souk/ui/kit"
)

// Hints are the footer's view of bindings that belong there.
func Hints(bindings []flow.Binding) []kit.Hint {
	var out []kit.Hint
	for _, b := range bindings {
		if b.Foot {
			out = append(out, kit.Hint{Keys: keysOf(b), Help: b.Help, Off: b.Off != ""})
		}
	}
	return out
}

// Merged joins bindings that stand side by side and say the same, such as the keys that move a cursor: people want to read them once.
func Merged(bindings []flow.Binding) []flow.Binding {
	var out []flow.Binding
	for _, b := range bindings {
		if n := len(out); n > 0 && out[n-1].Help == b.Help && out[n-1].Off == b.Off {
			out[n-1].Show = keysOf(out[n-1]) + " " + keysOf(b)
			continue
		}
		out = append(out, b)
	}
	return out
}

// keysOf is how help writes the keys of a binding.
func keysOf(b flow.Binding) string {
	if b.Show != "" {
		return b.Show
	}
	return kit.KeyNames(b.Keys)
}

// closing lets an effect close the dialog it came from, unless it opens another in its place.
func closing(e flow.Effect) flow.Effect {
	e.Close = e.Open == nil
	return e
}

// message draws the sentence at the foot of a dialog: nothing while there is none.
func message(f flow.Frame, sentence string) []string {
	if strings.TrimSpace(sentence) == "" {
		return nil
	}
	return kit.Paragraph(f.Styles.Refused, kit.SignRisk+" "+sentence, f.Width)
}
