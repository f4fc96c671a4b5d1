package screens

import (
	"souk/ui/flow"
	"souk/ui/kit"
)

// moving are the keys that move a cursor in n rows. They say "↑↓" in the footer once, and hjkl work too.
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
		out = append(out, flow.Binding{Keys: k.names, Show: k.show, Help: what, Foot: i == 0, Do: func() flow.Effect {
			l.Key(k.names[0], n, page)
			return flow.Effect{}
		}})
	}
	return out
}
