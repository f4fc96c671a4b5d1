package screens

import (
	"souk/model"
	"souk/ui/flow"
)

// formedLines are the virtual team that a decision formed, as it is now: what it is for, until when, and the part of each member.
func formedLines(f flow.Frame, d model.Decision, width int) []string {
	t, ok := f.State.VirtualTeamOf(d)
	if !ok {
		return nil
	}
	for _, one := range f.State.SharedObjectives() {
		if one.IsAround(t.ID) {
			return sharedLines(f, one, width)
		}
	}
	return virtualLines(f, t, width)
}

// describing is the key that says what the virtual team is for that the decision under the cursor formed.
func (s *Close) describing(f flow.Frame) []flow.Binding {
	d, _ := s.decision(f)
	t, ok := f.State.VirtualTeamOf(d.Decision)
	if !ok || s.parts.at != decisionsPart {
		return nil
	}
	return []flow.Binding{{Keys: []string{"v"}, Help: "virtual team", Foot: true, Do: func() flow.Effect {
		return flow.Effect{Open: virtualForm(f, t)}
	}}}
}
