package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Styles is a theme ready for use. A style sets colours and weight only, never a size, a margin or a border; and never an
// underline or a strike, which Lip Gloss draws rune by rune, tearing apart what belongs to one character.
type Styles struct {
	Name   Name
	IsDark bool
	Plain  bool // no colour: signs, bold and reverse only

	Background color.Color // of the whole screen; nil leaves the terminal's own
	Foreground color.Color // nil leaves the terminal's own

	Text    lipgloss.Style // running text
	Muted   lipgloss.Style // what may be overlooked: hints, details
	Strong  lipgloss.Style // a word that matters within text
	Title   lipgloss.Style // the OKR's own words, the largest on the screen
	Heading lipgloss.Style // the name of a screen, a pane, a section
	Label   lipgloss.Style // "why now", "supports": what stands before a value
	Accent  lipgloss.Style // what may be acted on
	Rule    lipgloss.Style // lines between panes; not text

	Key    lipgloss.Style // a key in the footer and in help
	KeyOff lipgloss.Style // a key that does nothing just now

	Selected lipgloss.Style // the row under the cursor; has its own ground
	Mark     lipgloss.Style // evidence in a text; has its own ground
	Before   lipgloss.Style // words that a change takes away
	After    lipgloss.Style // words that a change brings

	Good      lipgloss.Style // agreed, saved, answered
	Warn      lipgloss.Style // soon, perhaps
	Risk      lipgloss.Style // late, refused, worried
	Open      lipgloss.Style // a finding that waits for the room
	Queued    lipgloss.Style // taken up later
	Decided   lipgloss.Style // confirmed and decided
	Dismissed lipgloss.Style // not a relation
	Parked    lipgloss.Style // not now

	Status  lipgloss.Style // the status line
	Refused lipgloss.Style // the sentence of a refusal

	Bar       lipgloss.Style // the top line; has its own ground, as have all that stand in it
	BarName   lipgloss.Style // the workshop's name in it
	StageNow  lipgloss.Style // the present stage
	StageDone lipgloss.Style // a stage that is behind the room
	StageNext lipgloss.Style // a stage to come
	Clock     lipgloss.Style // the timer while there is time
	ClockLate lipgloss.Style // the timer when the box is over

	Field      lipgloss.Style // a text field at rest; has its own ground
	FieldFocus lipgloss.Style // the text field that takes the keys; has its own ground
	Badge      lipgloss.Style // a short word set apart: a kind, a score; has its own ground
}

func build(n Name, p palette) *Styles {
	on := func(ground, ink color.Color) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(ink).Background(ground)
	}
	ink := func(c color.Color) lipgloss.Style { return lipgloss.NewStyle().Foreground(c) }
	return &Styles{
		Name: n, IsDark: p.dark, Background: p.ground, Foreground: p.ink,

		Text: ink(p.ink), Muted: ink(p.quiet), Strong: ink(p.ink).Bold(true), Title: ink(p.ink).Bold(true),
		Heading: ink(p.accent).Bold(true), Label: ink(p.quiet), Accent: ink(p.accent), Rule: ink(p.line),
		Key: ink(p.accent).Bold(true), KeyOff: ink(p.quiet),

		Selected: on(p.choice, p.choiceInk).Bold(true), Mark: on(p.marker, p.markerText).Bold(true),
		Before: ink(p.risk).Bold(true), After: ink(p.good).Bold(true),

		Good: ink(p.good), Warn: ink(p.warn), Risk: ink(p.risk).Bold(true), Open: ink(p.accent), Queued: ink(p.hush),
		Decided: ink(p.good), Dismissed: ink(p.quiet), Parked: ink(p.hush),

		Status: ink(p.quiet), Refused: ink(p.risk).Bold(true),

		Bar: on(p.panel, p.ink), BarName: on(p.panel, p.ink).Bold(true), StageNow: on(p.panel, p.accent).Bold(true),
		StageDone: on(p.panel, p.good), StageNext: on(p.panel, p.quiet), Clock: on(p.panel, p.ink).Bold(true),
		ClockLate: on(p.panel, p.risk).Bold(true),

		Field: on(p.panel, p.ink), FieldFocus: on(p.choice, p.choiceInk), Badge: on(p.panel, p.accent).Bold(true),
	}
}

// plain is the theme without any colour: what colour would say is said by weight here, and by the kit's signs.
func plain() *Styles {
	s := lipgloss.NewStyle()
	bold, turned := s.Bold(true), s.Reverse(true)
	return &Styles{
		Name: NoColour, IsDark: true, Plain: true,

		Text: s, Muted: s, Strong: bold, Title: bold, Heading: bold, Label: s, Accent: bold, Rule: s,
		Key: bold, KeyOff: s,

		Selected: turned, Mark: bold, Before: bold, After: bold,

		Good: s, Warn: bold, Risk: bold, Open: bold, Queued: s, Decided: s, Dismissed: s, Parked: s,

		Status: s, Refused: bold,

		Bar: turned, BarName: turned.Bold(true), StageNow: turned.Bold(true), StageDone: turned,
		StageNext: turned, Clock: turned.Bold(true), ClockLate: turned.Bold(true),

		Field: s, FieldFocus: turned, Badge: bold,
	}
}
