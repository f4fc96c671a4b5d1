package screens

import (
	"souk/ui/flow"
	"souk/ui/kit"
)

// moving are the keys that move a cursor in n rows. They say "↑↓" in the footer once, where there is a row, and hjkl work too.
func moving(l *kit.List, n, page int, what string) []flow.Binding {
	keys := []struct {
		names []string
		show  string
	}{
		{[]string{"up", "k"}, "↑↓"},
		{[]string{"down", "j"}, "k j"},
		{[]string{"pgup"}, ""},
		{[]string{"pgdown"}, ""},
		{[]string{"home", "g"}, ""},
		{[]string{"end", "G"}, ""},
	}
	out := make([]flow.Binding, 0, len(keys))
	for i, k := range keys {
		out = append(out, flow.Binding{Keys: k.names, Show: k.show, Help: what, Foot: i == 0 && n > 0, Do: func() flow.Effect {
			l.Key(k.names[0], n, page)
			return flow.Effect{}
		}})
	}
	return out
}

// onlyWorking takes the keys that do nothing out of the footer. It is for a screen with nothing on it, where they would take the room of
// those that bring something.
func onlyWorking(bindings []flow.Binding) []flow.Binding {
	for i, b := range bindings {
		bindings[i].Foot = b.Foot && b.Off == ""
	}
	return bindings
}
