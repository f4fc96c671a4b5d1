package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"souk/model"
	"souk/store"
	"souk/store/publish"
	"souk/ui"
	record "souk/workshop/report"
)

func newReport(p process) *cobra.Command {
	var format, path, by string
	cmd := &cobra.Command{
		Use:   "report FILE.souk",
		Short: "The record of a workshop",
		Long:  "The record of a workshop, as Markdown or as JSON. The JSON can be imported again: it holds the OKRs as they were agreed.",
		Args:  arguments(cobra.ExactArgs(1)),
	}
	cmd.Flags().StringVar(&format, "format", "md", "md or json")
	cmd.Flags().StringVar(&by, "by", "team", "order of the OKRs in Markdown: team, or shared (what teams own together first)")
	cmd.Flags().StringVarP(&path, "output", "o", "", "write to this file (default: standard output)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		f, err := publish.ParseFormat(format)
		if err != nil {
			return usageError{err}
		}
		options, err := ordered(by)
		if err != nil {
			return err
		}
		loaded, err := store.Read(args[0])
		if err != nil {
			return err
		}
		state := loaded.Session.State()
		findings, err := ui.Detected(cmd.Context(), state)
		if err != nil {
			p.complain("The record goes without what nobody touched, since the search for relations failed: %v.\n", err)
		}
		options = append(options, record.Seeing(findings))
		if path == "" {
			return publish.Write(p.out, state, f, options...)
		}
		if err := publish.WriteFile(path, state, f, options...); err != nil {
			return err
		}
		_, err = fmt.Fprintf(p.err, "The record is in %s.\n", shown(path))
		return err
	}
	return cmd
}

// ordered understands the order of the OKRs as typed.
func ordered(by string) ([]record.Option, error) {
	switch strings.ToLower(strings.TrimSpace(by)) {
	case "team":
		return nil, nil
	case "shared":
		return []record.Option{record.ByShared()}, nil
	}
	return nil, usageError{fmt.Errorf("the OKRs cannot be ordered by “%s”; use team or shared", model.Clean(by).Line())}
}
