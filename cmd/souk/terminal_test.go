//go:build unix

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	xterm "github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a test waits for something to appear before it fails.
const patience = 20 * time.Second

// size is a terminal's, in cells.
type size struct{ columns, rows int }

// The sizes that tests look at.
var (
	small = size{80, 24}
	wide  = size{120, 40}
	hall  = size{160, 48} // where no team's name is cut
)

// terminal is the real program in a pseudo terminal, and an emulator that shows what it draws. A test presses keys and waits for what it
// wants to see; it never sleeps, and never looks at the stream of bytes, in which only the changes of the screen stand.
type terminal struct {
	t       testing.TB
	size    size
	process *exec.Cmd
	control *os.File     // our end of the pseudo terminal
	before  *xterm.State // of the terminal, when souk had not started yet

	mu       sync.Mutex
	emulator *vt.Emulator
	modes    map[ansi.Mode]bool // what the program switched, and how it stands
	shown    string             // the newest whole frame
	news     chan struct{}      // closed when something has come, and replaced
	at       time.Time          // when it came
	over     bool               // nothing more will come
	end      func() int         // waits for the process; its status, or -1 after a signal
}

// start runs souk in a folder. More of the environment than what a terminal needs goes in front: "TERM=dumb".
func start(t testing.TB, in string, s size, args ...string) *terminal {
	t.Helper()
	var env []string
	for len(args) > 0 && strings.Contains(args[0], "=") {
		env, args = append(env, args[0]), args[1:]
	}
	term := &terminal{
		t: t, size: s, process: exec.Command(binary(t), args...),
		emulator: vt.NewEmulator(s.columns, s.rows), modes: map[ansi.Mode]bool{}, news: make(chan struct{}),
	}
	term.emulator.SetCallbacks(vt.Callbacks{
		EnableMode:  func(m ansi.Mode) { term.modes[m] = true },
		DisableMode: func(m ansi.Mode) { term.modes[m] = false },
	})
	// From here on the emulator says that it knows synchronised output, so that souk marks where its frames begin and end.
	_, _ = term.emulator.WriteString(ansi.ResetModeSynchronizedOutput)
	home := t.TempDir()
	term.process.Dir = in
	term.process.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "TMPDIR=" + home, "LANG=C.UTF-8", "TERM=xterm-256color",
	}, env...)
	if err := term.connect(); err != nil {
		t.Fatal(err)
	}
	read := make(chan struct{})
	go term.read(read)
	go term.answer()
	term.end = sync.OnceValue(func() int {
		var exit *exec.ExitError
		if err := term.process.Wait(); err != nil && !errors.As(err, &exit) {
			t.Error(err)
		}
		select {
		case <-read: // nobody has the terminal open any more, and all is read
		case <-time.After(patience):
			t.Error("the terminal is still open although souk has ended")
		}
		return term.process.ProcessState.ExitCode()
	})
	t.Cleanup(func() {
		term.kill()
		_ = term.emulator.InputPipe().(io.Closer).Close() // the emulator's own Close races with its Read
		_ = term.control.Close()
	})
	return term
}

// connect starts the program in a terminal of its own, and remembers how that was before.
func (term *terminal) connect() error {
	control, tty, err := pty.Open()
	if err != nil {
		return err
	}
	defer func() { _ = tty.Close() }()
	term.control = control
	if err := pty.Setsize(control, &pty.Winsize{Cols: uint16(term.size.columns), Rows: uint16(term.size.rows)}); err != nil {
		return err
	}
	if term.before, err = xterm.GetState(control.Fd()); err != nil {
		return err
	}
	term.process.Stdin, term.process.Stdout, term.process.Stderr = tty, tty, tty
	term.process.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	return term.process.Start()
}

// binary is the program, built once in a run of the tests.
func binary(t testing.TB) string {
	t.Helper()
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var build = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "souk-test-")
	if err != nil {
		return "", err
	}
	atTheEnd = append(atTheEnd, func() { _ = os.RemoveAll(dir) })
	path := filepath.Join(dir, "souk")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("souk cannot be built: %w\n%s", err, out)
	}
	return path, nil
})

// read brings what the program writes to the emulator. A terminal ends with an error when nobody has it open any more.
func (term *terminal) read(done chan<- struct{}) {
	defer close(done)
	buf := make([]byte, 64*1024)
	for {
		n, err := term.control.Read(buf)
		at := time.Now()
		term.mu.Lock()
		if n > 0 {
			_, _ = term.emulator.Write(buf[:n])
			if !term.modes[ansi.ModeSynchronizedOutput] {
				term.shown, term.at = term.emulator.String(), at
			}
		}
		term.over = err != nil
		close(term.news)
		term.news = make(chan struct{})
		term.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// answer passes on what a terminal says when it is asked. It goes on when nobody listens any more: an answer that is not taken blocks the
// emulator.
func (term *terminal) answer() {
	buf := make([]byte, 1024)
	for {
		n, err := term.emulator.Read(buf)
		if err != nil {
			return
		}
		_, _ = term.control.Write(buf[:n])
	}
}

// look is the newest whole frame and when it came, the channel that tells of news, and whether there will be any.
func (term *terminal) look() (screen string, at time.Time, news <-chan struct{}, over bool) {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.shown, term.at, term.news, term.over
}

// until waits for a screen that satisfies a condition, and returns when its last piece came.
func (term *terminal) until(what string, ok func(screen string) bool) time.Time {
	term.t.Helper()
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	for {
		screen, at, news, over := term.look()
		if ok(screen) {
			return at
		}
		if over {
			term.t.Fatalf("souk has ended (%d) before %s; the screen:\n%s", term.end(), what, screen)
		}
		select {
		case <-news:
		case <-deadline.C:
			term.t.Fatalf("waited for %s in vain; the screen:\n%s", what, term.screen())
		}
	}
}

// sees waits until texts are on the screen, all at once.
func (term *terminal) sees(texts ...string) *terminal {
	term.t.Helper()
	term.until(fmt.Sprintf("%q", texts), func(screen string) bool {
		return !slices.ContainsFunc(texts, func(text string) bool { return !strings.Contains(screen, text) })
	})
	return term
}

// seesNo waits until none of the texts is on the screen.
func (term *terminal) seesNo(texts ...string) *terminal {
	term.t.Helper()
	term.until(fmt.Sprintf("the end of %q", texts), func(screen string) bool {
		return !slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(screen, text) })
	})
	return term
}

// goTo goes to a stage by the palette.
func (term *terminal) goTo(stage string) *terminal {
	term.t.Helper()
	term.press(":").sees("Commands").types("go to " + stage).sees("› go to " + stage).press("enter")
	return term.seesNo("Commands").sees("▸" + strings.ToUpper(stage))
}

// screen is what stands on the screen now.
func (term *terminal) screen() string {
	screen, _, _, _ := term.look()
	return screen
}

// press presses keys by their names: "w", "enter", "shift+tab". Wait for what esc does before you press another key: together they would be
// one with alt.
func (term *terminal) press(keys ...string) *terminal {
	term.t.Helper()
	for _, k := range keys {
		term.send(sequence(k))
	}
	return term
}

// types types a text.
func (term *terminal) types(text string) *terminal {
	term.t.Helper()
	term.send(text)
	return term
}

func (term *terminal) send(keys string) {
	term.t.Helper()
	if _, err := io.WriteString(term.control, keys); err != nil {
		term.t.Fatal(err)
	}
}

// resize changes the size of the window.
func (term *terminal) resize(s size) *terminal {
	term.t.Helper()
	term.mu.Lock()
	term.emulator.Resize(s.columns, s.rows)
	term.mu.Unlock()
	term.size = s
	if err := pty.Setsize(term.control, &pty.Winsize{Cols: uint16(s.columns), Rows: uint16(s.rows)}); err != nil {
		term.t.Fatal(err)
	}
	return term
}

// signal sends a signal to the program.
func (term *terminal) signal(s syscall.Signal) {
	term.t.Helper()
	if err := term.process.Process.Signal(s); err != nil {
		term.t.Fatal(err)
	}
}

// kill ends the program as a crash or a flat battery does.
func (term *terminal) kill() {
	_ = term.process.Process.Kill() // it may have ended already
	term.end()
}

// leaves waits for the program to end with a status, and checks that it leaves the terminal as it was.
func (term *terminal) leaves(status int) *terminal {
	term.t.Helper()
	timer := time.AfterFunc(patience, func() { _ = term.process.Process.Kill() })
	defer timer.Stop()
	if got := term.end(); got != status {
		term.t.Fatalf("souk ended with %d, want %d (-1 is a signal); the screen:\n%s", got, status, term.screen())
	}
	term.mu.Lock()
	defer term.mu.Unlock()
	if term.emulator.IsAltScreen() {
		term.t.Error("the alternate screen was not left")
	}
	for mode, on := range term.modes {
		if on != (mode == ansi.ModeTextCursorEnable || mode == ansi.ModeAutoWrap) { // what a terminal begins with
			term.t.Errorf("mode %d was left %v", mode.Mode(), on)
		}
	}
	return term
}
