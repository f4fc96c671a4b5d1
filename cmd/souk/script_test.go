package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"souk/store"
)

func TestMain(m *testing.M) {
	testscript.Main(suite{m}, map[string]func(){"souk": main})
}

// atTheEnd is done when all tests have run.
var atTheEnd []func()

type suite struct{ *testing.M }

func (s suite) Run() int {
	defer func() {
		for _, f := range atTheEnd {
			f()
		}
	}()
	return s.M.Run()
}

// TestScripts runs the command line as people do. Besides the usual commands, scripts have those below.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Deadline:            time.Now().Add(5 * time.Minute), // a command that waits for something for ever
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    scriptExits,
			"sentence": scriptSentence,
			"document": scriptDocument,
			"folder":   scriptFolder,
			"hold":     scriptHold,
			"damage":   scriptDamage,
		},
	})
}

// scriptExits runs a command that must end with a status: exits 2 souk frobnicate.
func scriptExits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	switch got := 0; {
	case errors.As(err, &exit):
		got = exit.ExitCode()
		fallthrough
	case err == nil:
		if got != want {
			ts.Fatalf("%s ended with %d, want %d", strings.Join(args[1:], " "), got, want)
		}
	default:
		ts.Fatalf("%s: %v", strings.Join(args[1:], " "), err)
	}
}

// scriptSentence checks that the last command said one sentence on its standard error, or a first line that is one before the line that leads to
// the help, and that it holds some words.
func scriptSentence(ts *testscript.TestScript, _ bool, args []string) {
	said := strings.TrimSuffix(ts.ReadFile("stderr"), "\n")
	first, rest, _ := strings.Cut(said, "\n")
	if !strings.HasPrefix(first, "souk: ") || strings.ContainsAny(first, "\x1b\x07") || rest != "" && !strings.HasPrefix(rest, "Try: ") {
		ts.Fatalf("this is not one sentence:\n%s", said)
	}
	for _, words := range args {
		if !strings.Contains(first, words) {
			ts.Fatalf("%q is not in: %s", words, first)
		}
	}
}

// scriptDocument checks that standard output is one JSON document of a schema, and nothing else.
func scriptDocument(ts *testscript.TestScript, _ bool, args []string) {
	d := json.NewDecoder(strings.NewReader(ts.ReadFile("stdout")))
	var doc struct{ Schema string }
	ts.Check(d.Decode(&doc))
	if doc.Schema != args[0] {
		ts.Fatalf("the schema is %q, want %q", doc.Schema, args[0])
	}
	if _, err := d.Token(); err != io.EOF {
		ts.Fatalf("something follows the document")
	}
}

// scriptFolder checks that a folder holds certain files, and no others: folder data drafts.yaml w.souk.
func scriptFolder(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	want := slices.Sorted(slices.Values(args[1:]))
	if !slices.Equal(got, want) {
		ts.Fatalf("%s holds %q, want %q", args[0], got, want)
	}
}

// scriptHold keeps a workshop file open until the script ends, as another window does.
func scriptHold(ts *testscript.TestScript, _ bool, args []string) {
	file, _, err := store.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { ts.Check(file.Close()) })
}

// scriptDamage replaces a text in a file by another one of the same length, or cuts the file off where there is none: damage w.souk Payments Peyments.
func scriptDamage(ts *testscript.TestScript, _ bool, args []string) {
	content := ts.ReadFile(args[0])
	spoiled := content[:len(content)/4]
	if len(args) > 1 {
		spoiled = strings.ReplaceAll(content, args[1], args[2])
		if len(spoiled) != len(content) || spoiled == content {
			ts.Fatalf("%q cannot become %q in %s", args[1], args[2], args[0])
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(spoiled), 0o600))
}
