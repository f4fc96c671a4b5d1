package store

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"souk/workshop"
)

// killedFile is set in the child process of the test below: the file to append to.
const killedFile = "SOUK_TEST_KILLED_FILE"

func TestMain(m *testing.M) {
	if path := os.Getenv(killedFile); path != "" {
		fmt.Fprintln(os.Stderr, appendForEver(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// appendForEver appends batches of one to three entries, says on standard output up to where they are stored, and takes a snapshot now and then.
func appendForEver(path string) error {
	f, l, err := Open(path)
	if err != nil {
		return err
	}
	for next := l.Entries + 1; ; {
		batch := signals(next, next+next%3)
		if err := f.Append(batch, &workshop.Place{Zoom: next%2 == 0}); err != nil {
			return err
		}
		next += uint64(len(batch))
		fmt.Println(next - 1)
		if next%10 == 0 {
			if err := f.Snapshot(l.Session.State()); err != nil {
				return err
			}
		}
	}
}

// TestWhatWasAcknowledgedSurvivesAKill kills a program in the middle of its work, again and again.
func TestWhatWasAcknowledgedSurvivesAKill(t *testing.T) {
	rounds := 30
	if testing.Short() {
		rounds = 3
	}
	if n, err := strconv.Atoi(os.Getenv("SOUK_KILL_ROUNDS")); err == nil {
		rounds = n
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "w.souk")
	if err := Create(path, noon, nil); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	acknowledged := uint64(0)
	for round := range rounds {
		acknowledged = max(acknowledged, killAfter(t, self, path, 1+random.IntN(20)))
		h, err := Check(path)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if h.Entries < acknowledged {
			t.Fatalf("round %d: %d entries are left of %d acknowledged ones", round, h.Entries, acknowledged)
		}
		// A batch may be stored and not yet acknowledged.
		if h.Entries > acknowledged+3 {
			t.Fatalf("round %d: %d entries, but only %d were acknowledged", round, h.Entries, acknowledged)
		}
	}
	t.Logf("%d kills, %d entries acknowledged, none lost", rounds, acknowledged)
}

// killAfter runs the child until it has acknowledged a number of batches, kills it, and returns the last entry that it acknowledged.
func killAfter(t *testing.T, self, path string, batches int) uint64 {
	t.Helper()
	child := exec.Command(self, "-test.run=^$")
	child.Env = append(os.Environ(), killedFile+"="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	last := uint64(0)
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		if last, err = strconv.ParseUint(lines.Text(), 10, 64); err != nil {
			t.Fatal(err)
		}
		if n == batches {
			_ = child.Process.Kill() // it works on while the signal travels
		}
	}
	var exit *exec.ExitError
	if err := child.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the child was not killed: %v", err)
	}
	return last
}
