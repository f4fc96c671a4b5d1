package dialog_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/theme"
)

// frame is what a dialog of that size is given.
func frame(width, height int) flow.Frame {
	return flow.Frame{Styles: theme.New(theme.NoColour), Width: width, Height: height}
}

// keys are the keys with a name that the tests press.
var keys = map[string]tea.KeyPressMsg{
	"esc": {Code: tea.KeyEscape}, "enter": {Code: tea.KeyEnter}, "tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "space": {Code: tea.KeySpace, Text: " "},
	"ctrl+s": {Code: 's', Mod: tea.ModCtrl}, "ctrl+j": {Code: 'j', Mod: tea.ModCtrl}, "ctrl+w": {Code: 'w', Mod: tea.ModCtrl},
	"ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+k": {Code: 'k', Mod: tea.ModCtrl}, "ctrl+left": {Code: tea.KeyLeft, Mod: tea.ModCtrl},
	"ctrl+right": {Code: tea.KeyRight, Mod: tea.ModCtrl}, "ctrl+home": {Code: tea.KeyHome, Mod: tea.ModCtrl},
}

// press presses keys by name and returns what follows from the last.
func press(t *testing.T, d flow.Dialog, f flow.Frame, names ...string) flow.Effect {
	t.Helper()
	var e flow.Effect
	for _, name := range names {
		msg, ok := keys[name]
		if !ok {
			msg = tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
		}
		if ok && msg.String() != name {
			t.Fatalf("the key %q is called %q", name, msg.String())
		}
		e = d.Update(f, msg)
	}
	return e
}

// typed types a text key by key.
func typed(d flow.Dialog, f flow.Frame, text string) {
	for _, r := range text {
		d.Update(f, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// shown is the view without styles.
func shown(d flow.Dialog, f flow.Frame) string { return ansi.Strip(d.View(f)) }

func mustShow(t *testing.T, d flow.Dialog, f flow.Frame, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if got := shown(d, f); !strings.Contains(got, want) {
			t.Errorf("%q is not shown in\n%s", want, got)
		}
	}
}

// isNothing reports whether nothing follows from a key.
func isNothing(e flow.Effect) bool {
	return len(e.Do) == 0 && e.Open == nil && !e.Close && e.Say == "" && e.Call == flow.Call{} && e.Go == flow.Target{}
}

func TestEveryDialogStaysWithinItsFrame(t *testing.T) {
	for name, d := range map[string]flow.Dialog{
		"form": bigForm(), "pick": dialog.NewPick(dialog.PickSpec{Title: "Teams", Options: manyOptions(200)}),
		"empty pick": dialog.NewPick(dialog.PickSpec{Title: "Teams"}),
		"confirm":    dialog.NewConfirm(dialog.ConfirmSpec{Question: strings.Repeat("really ", 30), Detail: "漢字 👩‍👩‍👧"}),
		"help":       dialog.NewHelp(helpOfStalls()),
	} {
		d.Refuse("The other team has not been asked yet: ask it first, and then record what it says.")
		for width := 20; width <= 130; width += 11 {
			for height := 3; height <= 30; height += 3 {
				for _, th := range theme.Names() {
					f := frame(width, height)
					f.Styles = theme.New(th)
					lines := strings.Split(d.View(f), "\n")
					if len(lines) > height {
						t.Errorf("%s at %d×%d draws %d lines", name, width, height, len(lines))
					}
					for _, l := range lines {
						if w := ansi.StringWidth(l); w > width {
							t.Errorf("%s at %d×%d draws %d cells: %q", name, width, height, w, l)
						}
					}
					if c := d.Cursor(f); c != nil && (c.X < 0 || c.X >= width || c.Y < 0 || c.Y >= height) {
						t.Errorf("%s at %d×%d has its cursor at %d, %d", name, width, height, c.X, c.Y)
					}
				}
			}
		}
	}
}

func TestEveryBindingIsSound(t *testing.T) {
	f := frame(80, 20)
	for _, d := range []flow.Dialog{
		bigForm(), dialog.NewPick(dialog.PickSpec{}), dialog.NewConfirm(dialog.ConfirmSpec{}), dialog.NewHelp(dialog.HelpSpec{}),
	} {
		seen := map[string]bool{}
		for _, b := range d.Bindings(f) {
			if b.Help == "" || (len(b.Keys) == 0 && b.Show == "") {
				t.Errorf("%T: a binding without key or help: %+v", d, b)
			}
			for _, k := range b.Keys {
				if k == " " || seen[k] {
					t.Errorf("%T: %q never matches or is bound twice", d, k)
				}
				seen[k] = true
			}
		}
		if !seen["esc"] {
			t.Errorf("%T does not say how to leave it", d)
		}
		if len(dialog.Hints(d.Bindings(f))) == 0 {
			t.Errorf("%T has nothing for the footer", d)
		}
	}
}

func TestConfirm(t *testing.T) {
	f := frame(80, 10)
	ask := func() flow.Dialog {
		return dialog.NewConfirm(dialog.ConfirmSpec{
			Title: "Leave", Question: "The timer is running. Leave all the same?",
			Yes: flow.Effect{Call: flow.Call{Name: flow.Leave}}, No: flow.Effect{Say: "stayed"}, YesHelp: "leave", NoHelp: "stay",
		})
	}
	mustShow(t, ask(), f, "Leave all the same?", "y leave", "n stay")
	for _, key := range []string{"y", "enter"} {
		if e := press(t, ask(), f, key); e.Call.Name != flow.Leave || !e.Close {
			t.Errorf("%s gives %+v", key, e)
		}
	}
	for _, key := range []string{"n", "esc"} {
		if e := press(t, ask(), f, key); e.Say != "stayed" || !e.Close {
			t.Errorf("%s gives %+v", key, e)
		}
	}
	if e := press(t, ask(), f, "x"); !isNothing(e) {
		t.Errorf("x gives %+v", e)
	}
}

func helpOfStalls() dialog.HelpSpec {
	var many []flow.Binding
	for _, k := range strings.Split("abcdefgh", "") {
		many = append(many, flow.Binding{Keys: []string{k}, Help: "does " + k})
	}
	return dialog.HelpSpec{
		Title: "Stalls", Text: "Each team shows what it wants to reach and says why now.",
		Sections: []dialog.Section{
			{Title: "On this screen", Bindings: append(many, flow.Binding{Keys: []string{"x"}, Help: "take back", Off: "nothing was recorded"})},
			{Title: "Everywhere", Bindings: []flow.Binding{{Keys: []string{"ctrl+p"}, Help: "commands"}}},
			{Title: "Nothing here"},
		},
	}
}

func TestHelp(t *testing.T) {
	h := dialog.NewHelp(helpOfStalls())
	mustShow(t, h, frame(90, 30), "says why now", "a    does a", "take back  – not now: nothing was recorded", "^p   commands")
	if strings.Contains(shown(h, frame(90, 30)), "Nothing here") {
		t.Error("an empty section is shown")
	}
	small := frame(60, 6)
	mustShow(t, h, small, "↓")
	if e := press(t, h, small, "end"); !isNothing(e) {
		t.Errorf("end gives %+v", e)
	}
	mustShow(t, h, small, "commands")
	for _, key := range []string{"esc", "?", "q"} {
		if e := press(t, h, small, key); !e.Close {
			t.Errorf("%s does not close", key)
		}
	}
}
