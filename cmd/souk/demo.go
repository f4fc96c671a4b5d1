package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"souk/model"
	"souk/store"
	"souk/store/intake"
	"souk/workshop"
)

// demoDrafts is a sample marketplace: an invented bank.
//
//go:embed demo.yaml
var demoDrafts []byte

func newDemo(p process) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "The whole walk on a sample marketplace",
		Long:  "The whole walk on a sample marketplace, an invented bank with twelve teams. It runs in a throw-away copy unless --keep names a file.",
		Args:  arguments(cobra.NoArgs),
	}
	l := addLook(cmd)
	keep := cmd.Flags().String("keep", "", "keep the workshop in this file")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return demo(cmd.Context(), p, *keep, *l) }
	return cmd
}

func demo(ctx context.Context, p process, keep string, l look) error {
	path := keep
	if keep != "" {
		if err := mayCreate(keep); err != nil {
			return err
		}
	}
	if _, err := l.themeName(p); err != nil {
		return usageError{err}
	}
	if err := needTerminal(p); err != nil {
		return err
	}
	if keep == "" {
		dir, err := os.MkdirTemp("", "souk-demo-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir) //nolint:errcheck // the system clears its temporary folder
		path = filepath.Join(dir, "demo.souk")
	}
	entry, err := demoEntry(p)
	if err != nil {
		return err
	}
	err = store.Create(path, p.now(), []workshop.Entry{entry})
	if keep != "" && errors.Is(err, store.ErrExists) {
		return fmt.Errorf("%s exists already: go on with “souk %[1]s”, or choose another name", shown(keep))
	}
	if err != nil {
		return err
	}
	return openFile(ctx, p, path, l)
}

// demoEntry is the journal of a workshop in which nothing happened but the import of the sample.
func demoEntry(p process) (workshop.Entry, error) {
	drafts, problems := intake.Read("demo.yaml", demoDrafts, intake.YAML)
	if intake.HasErrors(problems) {
		return workshop.Entry{}, fmt.Errorf("the sample cannot be read: %v", problems[0])
	}
	in := workshop.ImportDrafts{Drafts: drafts, Source: model.Clean("the sample marketplace")}
	return workshop.New().Do(p.now(), model.Text{}, in)
}
