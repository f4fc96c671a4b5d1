package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"souk/store"
	"souk/store/publish"
)

func newReport(p process) *cobra.Command {
	var format, path string
	cmd := &cobra.Command{
		Use:   "report FILE.souk",
		Short: "The record of a workshop",
		Long:  "The record of a workshop, as Markdown or as JSON. The JSON can be imported again: it holds the OKRs as they were agreed.",
		Args:  arguments(cobra.ExactArgs(1)),
	}
	cmd.Flags().StringVar(&format, "format", "md", "md or json")
	cmd.Flags().StringVarP(&path, "output", "o", "", "write to this file (default: standard output)")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		f, err := publish.ParseFormat(format)
		if err != nil {
			return usageError{err}
		}
		loaded, err := store.Read(args[0])
		if err != nil {
			return err
		}
		state := loaded.Session.State()
		if path == "" {
			return publish.Write(p.out, state, f)
		}
		if err := publish.WriteFile(path, state, f); err != nil {
			return err
		}
		_, err = fmt.Fprintf(p.err, "The record is in %s.\n", shown(path))
		return err
	}
	return cmd
}
