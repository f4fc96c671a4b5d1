package review

import (
	"souk/model"
	"souk/workshop"
)

// IsGerman reports whether a team writes most of its drafts in German, so that it is written to in German, too.
func IsGerman(s *workshop.State, t model.TeamID) bool {
	german, all := 0, 0
	count := func(text model.Text) {
		if text.IsEmpty() {
			return
		}
		all++
		if l := read(text.Line()); l.german {
			german++
		}
	}
	for _, o := range s.ObjectivesOf(t) {
		if o.Fate != model.Live {
			continue
		}
		count(o.Title)
		for _, k := range o.KeyResults {
			count(k.Text)
		}
	}
	return german*2 > all
}
