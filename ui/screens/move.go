package screens

import (
	"souk/ui/flow"
	"souk/ui/kit"
)

// moving are the keys that move a cursor in n rows. They say "↑↓" in the footer once, and hjkl work too.
func moving(l *kit.List, n, page int, what string) []flow.Binding {
	keys := []string{"up", "down", "k", "j", "pgup", "pgdown", "home", "end", "g", "G"}
	out := make([]flow.Binding, 0, len(keys))
	for i, key := range keys {
		b := flow.Binding{Keys: []string{key}, Help: what, Do: func() flow.Effect { l.Key(key, n, page); return flow.Effect{} }}
		if i == 0 {
			b.Show, b.Foot = "↑↓", true
		}
		out = append(out, b)
	}
	return out
}
