package ui_test

import (
	"flag"
	"strings"
	"testing"

	"souk/ui/flow"
	"souk/ui/screens"
	"souk/ui/theme"
	"souk/workshop"
)

// updating reports whether goldens are rewritten; the flag belongs to the golden package.
func updating() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

// workshops are the ones in which keys and sizes are tried.
func workshops(t *testing.T) map[string]*workshop.Session {
	return map[string]*workshop.Session{"empty": workshop.New(), "sample": sample(t), "midway": midway(t)}
}

// TestKeys checks the bindings of every screen: none twice on a screen or against the app's own, none that cannot be typed, each
// explained, each with something to do or a reason why not.
func TestKeys(t *testing.T) {
	for name, session := range workshops(t) {
		for _, s := range screens.All() {
			for _, size := range sizes {
				d := at(t, session, s.Stage(), size.width, size.height, theme.Dark)
				checkBindings(t, name+" "+string(s.Stage()), append(d.App.ScreenBindings(), d.App.GlobalBindings()...))
			}
		}
	}
}

// checkBindings checks the bindings that work at the same time.
func checkBindings(t *testing.T, where string, all []flow.Binding) {
	t.Helper()
	owner := map[string]string{}
	for _, b := range all {
		checkBinding(t, where, b)
		for _, k := range b.Keys {
			if other, taken := owner[k]; taken {
				t.Errorf("%s: %q is both %q and %q", where, k, other, b.Help)
			}
			owner[k] = b.Help
		}
	}
}

func checkBinding(t *testing.T, where string, b flow.Binding) {
	t.Helper()
	if len(b.Keys) == 0 || b.Help == "" {
		t.Errorf("%s: a key without a name or an explanation: %+v", where, b.Keys)
	}
	for _, k := range b.Keys {
		if strings.TrimSpace(k) == "" {
			t.Errorf("%s: %q never matches; the space key is called space", where, k)
		}
	}
	if b.Off == "" && b.Do == nil {
		t.Errorf("%s: %v does nothing and does not say why", where, b.Keys)
	}
	if b.Off != "" && !strings.HasSuffix(b.Off, ".") {
		t.Errorf("%s: the reason %q is no sentence", where, b.Off)
	}
}

// TestHelp checks that help names every key of every screen.
func TestHelp(t *testing.T) {
	for _, s := range screens.All() {
		d := at(t, midway(t), s.Stage(), 120, 100, theme.Dark)
		if s.About() == "" || s.Title() == "" {
			t.Errorf("%s does not say what it is for", s.Stage())
		}
		bindings := d.App.ScreenBindings()
		d.Press("?")
		screen := strings.Join(strings.Fields(d.Screen()), " ")
		for _, b := range bindings {
			if !strings.Contains(screen, b.Help) {
				t.Errorf("%s: help does not say %q (%v)", s.Stage(), b.Help, b.Keys)
			}
		}
	}
}

// TestSizes draws every screen, with and without a dialog, at odd sizes: never a line too long or missing.
func TestSizes(t *testing.T) {
	for _, session := range workshops(t) {
		for _, s := range screens.All() {
			for _, size := range []struct{ width, height int }{{80, 24}, {99, 24}, {100, 25}, {101, 33}, {250, 80}, {80, 100}, {79, 23}, {20, 5}} {
				d := at(t, session, s.Stage(), size.width, size.height, theme.NoColour)
				exact(t, d.App.View().Content, size.width, size.height)
				d.Press("P")
				exact(t, d.App.View().Content, size.width, size.height)
				d.Press("esc", "z", "?")
				exact(t, d.App.View().Content, size.width, size.height)
			}
		}
	}
}
