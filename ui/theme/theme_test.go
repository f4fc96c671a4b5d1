package theme_test

import (
	"image/color"
	"math"
	"reflect"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"souk/ui/theme"
)

// contrast is the ratio of WCAG 2.2, 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// each calls do for every style of a theme.
func each(s *theme.Styles, do func(name string, style lipgloss.Style)) {
	v := reflect.ValueOf(s).Elem()
	for i := range v.NumField() {
		if style, ok := v.Field(i).Interface().(lipgloss.Style); ok {
			do(v.Type().Field(i).Name, style)
		}
	}
}

func isSet(c color.Color) bool {
	_, none := c.(lipgloss.NoColor)
	return c != nil && !none
}

func TestContrastKnowsTheExtremes(t *testing.T) {
	if got := contrast(color.Black, color.White); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white is %.2f, want 21", got)
	}
	if got := contrast(lipgloss.Color("#767676"), color.White); got < 4.5 || got > 4.6 {
		t.Errorf("#767676 on white is %.2f, want just above 4.5", got)
	}
}

func TestEveryTextCanBeRead(t *testing.T) {
	for _, name := range []theme.Name{theme.Dark, theme.Light, theme.HighContrast} {
		s := theme.New(name)
		need := 4.5
		if name == theme.HighContrast {
			need = 7
		}
		each(s, func(field string, style lipgloss.Style) {
			ink, ground := style.GetForeground(), style.GetBackground()
			if !isSet(ink) {
				ink = s.Foreground
			}
			if !isSet(ground) {
				ground = s.Background
			}
			least := need
			if field == "Rule" { // a line, no text
				least = 3
			}
			if got := contrast(ink, ground); got < least {
				t.Errorf("%s: %s has contrast %.2f, want %.1f", name, field, got, least)
			}
			if style.GetFaint() || style.GetBlink() {
				t.Errorf("%s: %s is faint or blinks", name, field)
			}
		})
	}
}

func TestStylesLeaveCharactersWhole(t *testing.T) {
	const family = "👩‍👩‍👧 é"
	for _, name := range theme.Names() {
		each(theme.New(name), func(field string, style lipgloss.Style) {
			if drawn := style.Render(family); !strings.Contains(drawn, family) {
				t.Errorf("%s: %s tears a character apart: %q", name, field, drawn)
			}
		})
	}
}

func TestNoColourHasNoColourAndShowsFocus(t *testing.T) {
	s := theme.New(theme.NoColour)
	if s.Background != nil || s.Foreground != nil || !s.Plain {
		t.Error("no-colour paints the screen")
	}
	each(s, func(field string, style lipgloss.Style) {
		if isSet(style.GetForeground()) || isSet(style.GetBackground()) {
			t.Errorf("%s has a colour", field)
		}
	})
	if s.Selected.Render("x") == s.Text.Render("x") || s.FieldFocus.Render("x") == s.Field.Render("x") ||
		s.Mark.Render("x") == s.Text.Render("x") {
		t.Error("focus looks like the rest")
	}
}

func TestParse(t *testing.T) {
	for _, n := range theme.Names() {
		got, err := theme.Parse(" " + string(n))
		if err != nil || got != n {
			t.Errorf("Parse(%q) = %q, %v", n, got, err)
		}
		if theme.New(n).Name != n {
			t.Errorf("New(%q) is called %q", n, theme.New(n).Name)
		}
	}
	if _, err := theme.Parse("mauve"); err == nil {
		t.Error("mauve is a theme")
	}
}

func TestNextTurnsThroughAll(t *testing.T) {
	n, seen := theme.Dark, map[theme.Name]bool{}
	for range theme.Names() {
		seen[n] = true
		n = theme.Next(n)
	}
	if n != theme.Dark || len(seen) != len(theme.Names()) {
		t.Errorf("Next ends at %q after %d themes", n, len(seen))
	}
}
