package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"souk/store"
	"souk/workshop/say"
)

func newCheck(p process) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE.souk",
		Short: "Verify a workshop file, every entry of it",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			health, err := store.Check(args[0])
			if err != nil {
				return err
			}
			return p.say("%s is sound: %s.\n", shown(args[0]), say.Plural(int(health.Entries), "entry", "entries"))
		},
	}
}

func newBackup(p process) *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE.souk",
		Short: "Copy a workshop file, verified, into a new file beside it",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			base := strings.TrimSuffix(args[0], filepath.Ext(args[0]))
			to := fmt.Sprintf("%s-%s.souk", base, p.now().Format("2006-01-02-150405"))
			if err := store.Backup(args[0], to); err != nil {
				return err
			}
			return p.say("The backup is in %s.\n", shown(to))
		},
	}
}

func newRecover(p process) *cobra.Command {
	return &cobra.Command{
		Use:   "recover FILE.souk",
		Short: "Bring back what can be read of a damaged workshop file, into a new file",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			got, err := store.Recover(args[0])
			if err != nil {
				return err
			}
			err = p.say("%s recovered, in %s. %s was not touched.\n",
				say.Plural(int(got.Entries), "entry was", "entries were"), shown(got.Path), shown(args[0]))
			if err == nil && got.Beyond > 0 {
				err = p.say("%s found behind one that is lost, and left out: without it nothing proves them.\n",
					say.Plural(got.Beyond, "more entry was", "more entries were"))
			}
			return err
		},
	}
}
