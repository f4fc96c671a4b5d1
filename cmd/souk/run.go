package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"souk/model"
)

// The exit statuses.
const (
	done   = 0
	failed = 1
	misuse = 2
)

// process is what a command may use of the world around it.
type process struct {
	in       io.Reader
	out, err io.Writer
	env      func(string) string
	now      func() time.Time
}

// say prints for people on standard output.
func (p process) say(format string, args ...any) error {
	_, err := fmt.Fprintf(p.out, format, args...)
	return err
}

// complain prints on standard error; where that fails, there is nobody left to tell.
func (p process) complain(format string, args ...any) { _, _ = fmt.Fprintf(p.err, format, args...) }

// usageError is a command line that means nothing.
type usageError struct{ error }

// run carries out a command line and returns the exit status.
func run(ctx context.Context, args []string, p process) int {
	root := newRoot(p)
	root.SetArgs(args)
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return done
	}
	p.complain("souk: %s\n", model.Clean(err.Error()))
	var usage usageError
	if errors.As(err, &usage) {
		p.complain("Try: %s --help\n", cmd.CommandPath())
		return misuse
	}
	return failed
}

func newRoot(p process) *cobra.Command {
	root := &cobra.Command{
		Use:   "souk [FILE.souk]",
		Short: "The marketplace where teams align their drafted OKRs",
		Long: `souk runs a marketplace alignment workshop: every team drafts its own OKRs, then all meet and find
dependencies, duplicates and synergies, say why now, and agree. One workshop is one file.

  souk demo                     try the whole walk on a sample marketplace
  souk import w.souk DRAFTS…    load drafted OKRs (YAML, JSON, CSV) into a workshop file
  souk review w.souk            read the drafts alone, prepare the workshop
  souk ahead w.souk             a page for each team to send ahead
  souk w.souk                   facilitate
  souk report w.souk            the record of the workshop
  souk next w.souk              the next cycle's file`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          arguments(cobra.MaximumNArgs(1)),
	}
	look := addLook(root)
	addCreate(root, look)
	root.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		if _, err := os.Lstat(args[0]); err != nil && !isWorkshop(args[0]) {
			return usageError{fmt.Errorf("there is neither a command nor a file “%s”", shown(args[0]))}
		}
		return openFile(cmd.Context(), p, args[0], *look)
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		newOpen(p), newReview(p), newAhead(p), newDemo(p), newImport(p), newDetect(p), newLint(p), newFindings(p), newGlossary(p), newReport(p), newNext(p), newLog(p), newCheck(p), newBackup(p), newRecover(p),
	)
	return root
}

// arguments makes a wrong number of arguments a wrong usage.
func arguments(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if check(cmd, args) != nil {
			return usageError{fmt.Errorf("that is not how it is called: write “%s”", strings.TrimSuffix(cmd.UseLine(), " [flags]"))}
		}
		return nil
	}
}
