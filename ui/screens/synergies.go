package screens

import "souk/ui/flow"

// Synergies is where the room looks at objectives that would gain from each other, and at those that stand in each other's way.
type Synergies struct{ findings }

// NewSynergies makes the screen.
func NewSynergies() *Synergies { return &Synergies{findings{subject: synergies}} }

// Bindings implements Screen.
func (s *Synergies) Bindings(f flow.Frame) []flow.Binding { return s.bindings(f, s.outcomes(f)) }

// View implements Screen.
func (s *Synergies) View(f flow.Frame) string { return s.view(f, s.outcomes(f)) }
