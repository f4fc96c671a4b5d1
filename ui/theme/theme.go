// Package theme gives colours their meaning. It is the only package that names a colour: everybody else asks for a style by
// what it says (Good, Risk, Mark), and a theme is one small palette of named roles.
//
// Every text reaches a contrast of at least 4.5:1 against its background, and no meaning hangs on colour alone: the kit puts
// a sign or a word beside it, and the no-colour theme shows focus with bold and reverse.
package theme

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
)

// Name names a theme.
type Name string

// The themes.
const (
	Dark         Name = "dark"
	Light        Name = "light"
	HighContrast Name = "high-contrast"
	NoColour     Name = "no-colour"
)

// Names lists every theme in the order in which a key turns through them.
func Names() []Name { return []Name{Dark, Light, HighContrast, NoColour} }

// Next is the theme after n, and Dark after the last or after a name that does not exist.
func Next(n Name) Name {
	names := Names()
	return names[(slices.Index(names, n)+1)%len(names)]
}

// Parse reads a theme's name as people type it.
func Parse(s string) (Name, error) {
	switch n := strings.ToLower(strings.TrimSpace(s)); n {
	case "no-color", "none", "plain":
		return NoColour, nil
	case "contrast", "high contrast":
		return HighContrast, nil
	default:
		if slices.Contains(Names(), Name(n)) {
			return Name(n), nil
		}
	}
	return "", fmt.Errorf("there is no theme %q: choose dark, light, high-contrast or no-colour", s)
}

// New makes the styles of a theme; an unknown name gets Dark.
func New(n Name) *Styles {
	switch n {
	case Light:
		return build(n, light())
	case HighContrast:
		return build(n, highContrast())
	case NoColour:
		return plain()
	case Dark:
	}
	return build(Dark, dark())
}

// palette is a theme's colours by role.
type palette struct {
	dark       bool
	ground     color.Color // the screen
	ink        color.Color // text on the ground
	quiet      color.Color // text that may be overlooked
	line       color.Color // rules between things
	panel      color.Color // the ground of bars and fields
	accent     color.Color // keys, the present stage, what may be acted on
	good       color.Color // agreed, decided, saved
	warn       color.Color // soon, perhaps, changed
	risk       color.Color // late, refused, declined
	hush       color.Color // queued, parked: not now
	choice     color.Color // the ground of the row under the cursor
	choiceInk  color.Color
	marker     color.Color // the ground of evidence, as with a marker pen
	markerText color.Color
}

func dark() palette {
	return palette{
		dark:   true,
		ground: hex("#14161d"), ink: hex("#e8e9f0"), quiet: hex("#a9afc3"), line: hex("#6f7690"), panel: hex("#262a38"),
		accent: hex("#8fb8ff"), good: hex("#86d992"), warn: hex("#f0c35a"), risk: hex("#ff9a94"), hush: hex("#d3b0ff"),
		choice: hex("#34457a"), choiceInk: hex("#ffffff"), marker: hex("#f2d068"), markerText: hex("#14161d"),
	}
}

func light() palette {
	return palette{
		ground: hex("#fdfcf9"), ink: hex("#191a22"), quiet: hex("#555a6b"), line: hex("#82879a"), panel: hex("#e7e8ee"),
		accent: hex("#1a4bb0"), good: hex("#15602a"), warn: hex("#724b00"), risk: hex("#ab101b"), hush: hex("#642a99"),
		choice: hex("#c9d8ff"), choiceInk: hex("#0c0d14"), marker: hex("#ffe17a"), markerText: hex("#191a22"),
	}
}

func highContrast() palette {
	return palette{
		dark:   true,
		ground: hex("#000000"), ink: hex("#ffffff"), quiet: hex("#e4e4e4"), line: hex("#ffffff"), panel: hex("#1c1c1c"),
		accent: hex("#ffff00"), good: hex("#5cff8f"), warn: hex("#ffd24d"), risk: hex("#ffaaaa"), hush: hex("#f0b3ff"),
		choice: hex("#ffff00"), choiceInk: hex("#000000"), marker: hex("#00e5ff"), markerText: hex("#000000"),
	}
}

func hex(s string) color.Color { return lipgloss.Color(s) }
