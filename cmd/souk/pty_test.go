//go:build unix

package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"

	"souk/store"
)

// newWorkshop is a folder with a workshop file in it.
func newWorkshop(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	drafts := "teams:\n- name: Payments\n  objectives:\n  - title: Customers pay anyone in seconds\n    key_results: [Nine of ten are content]\n"
	importInto(t, filepath.Join(dir, "w.souk"), drafts)
	return dir
}

// importInto makes a workshop file of drafts in YAML or JSON.
func importInto(t testing.TB, path, drafts string) {
	t.Helper()
	source := filepath.Join(t.TempDir(), "drafts.yaml")
	if err := os.WriteFile(source, []byte(drafts), 0o600); err != nil {
		t.Fatal(err)
	}
	souk(t, "import", path, source)
}

// souk runs a command in this process and returns what it printed; it must succeed.
func souk(t testing.TB, args ...string) string {
	t.Helper()
	var out, errs strings.Builder
	p := process{in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" }, now: time.Now}
	if status := run(t.Context(), args, p); status != done {
		t.Fatalf("souk %s ended with %d: %s", strings.Join(args, " "), status, errs.String())
	}
	return out.String()
}

func TestAFileThatIsOpenIsNotOpenedTwice(t *testing.T) {
	dir := newWorkshop(t)
	first := start(t, dir, small, "w.souk").sees("help")
	second := start(t, dir, small, "w.souk").leaves(failed)
	if got := second.screen(); !strings.Contains(got, "w.souk is open in another window") {
		t.Errorf("the second window says:\n%s", got)
	}
	first.press("q").sees("Leave the workshop?")
}

func TestATerminalWithoutScreensIsToldSo(t *testing.T) {
	dir := newWorkshop(t)
	for _, args := range [][]string{{"w.souk"}, {"demo", "--keep", "demo.souk"}} {
		term := start(t, dir, small, append([]string{"TERM=dumb"}, args...)...).leaves(failed)
		if got := term.screen(); !strings.Contains(got, "TERM=dumb") {
			t.Errorf("souk %v says:\n%s", args, got)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "demo.souk")); err == nil {
		t.Error("a file was made all the same")
	}
}

// Whatever ends souk, what was recorded is in the file and the terminal is as it was.
func TestEveryWayOutSavesAndTidiesUp(t *testing.T) {
	for name, leave := range map[string]func(*terminal){
		"q":          func(term *terminal) { term.press("q").sees("Leave the workshop?").press("y") },
		"ctrl+c":     func(term *terminal) { term.press("ctrl+c").sees("once more").press("ctrl+c") },
		"SIGTERM":    func(term *terminal) { term.signal(syscall.SIGTERM) },
		"SIGINT":     func(term *terminal) { term.signal(syscall.SIGINT) },
		"SIGHUP":     func(term *terminal) { term.signal(syscall.SIGHUP) },
		"in a field": func(term *terminal) { term.press("P").types("half").sees("half").signal(syscall.SIGTERM) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := newWorkshop(t)
			window := start(t, dir, small, "w.souk")
			window.sees("help").press("P").sees("Into the parking lot").types("the canteen").sees("the canteen").press("ctrl+s")
			window.seesNo("Into the parking lot")
			leave(window)
			window.leaves(done)
			if got := souk(t, "log", filepath.Join(dir, "w.souk")); !strings.Contains(got, "the canteen") {
				t.Errorf("the journal lacks the entry:\n%s", got)
			}
			if after, err := term.GetState(window.control.Fd()); err == nil && !reflect.DeepEqual(window.before, after) {
				t.Errorf("the terminal was left in another state: %+v, was %+v", after, window.before)
			}
		})
	}
}

func TestTheDemoLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	window := start(t, dir, small, "TMPDIR="+dir, "demo").sees("Northwind Bank", "help")
	if left, err := filepath.Glob(filepath.Join(dir, "souk-demo-*")); err != nil || len(left) != 1 {
		t.Fatalf("the demo has no folder of its own: %v, %v", left, err)
	}
	window.press("q").sees("Leave the workshop?").press("y").leaves(done)
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestOpenCreatesAFileOnlyWhenAsked(t *testing.T) {
	dir := t.TempDir()
	window := start(t, dir, small, "new.souk").leaves(failed)
	wantIn(t, strings.Join(strings.Fields(window.screen()), " "), "new.souk does not exist", "souk open --create new.souk")
	if _, err := os.Stat(filepath.Join(dir, "new.souk")); err == nil {
		t.Fatal("a file was made without being asked for")
	}
	start(t, dir, small, "open", "--create", "new.souk").sees("help").press("q").sees("Leave the workshop?").press("y").leaves(done)
	if _, err := store.Check(filepath.Join(dir, "new.souk")); err != nil {
		t.Error(err)
	}
}

func TestAWindowThatIsTooSmallSaysSoAndComesBack(t *testing.T) {
	window := start(t, newWorkshop(t), small, "w.souk").sees("help")
	window.resize(size{60, 10}).sees("80 × 24", "60 × 10").resize(wide).sees("help").seesNo("80 × 24")
}
