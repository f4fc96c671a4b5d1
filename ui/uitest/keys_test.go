package uitest

import "testing"

func TestKeyHasTheNameItWasMadeFrom(t *testing.T) {
	for _, name := range []string{
		"w", "W", "?", "+", "/", ":", "enter", "esc", "tab", "shift+tab", "space", "ctrl+r", "ctrl+p", "ctrl+c", "ctrl+s", "ctrl+j",
		"up", "shift+up", "down", "left", "right", "pgup", "pgdown", "home", "end", "f1", "1", "backspace",
	} {
		if got := Key(name).String(); got != name {
			t.Errorf("Key(%q) is %q", name, got)
		}
	}
}
