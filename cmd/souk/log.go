package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"souk/store"
	"souk/workshop"
)

func newLog(p process) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "log FILE.souk",
		Short: "The journal: everything that was recorded, and taken back",
		Args:  arguments(cobra.ExactArgs(1)),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document: the entries as they are stored, without what is private")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		records, err := store.Log(args[0])
		if err != nil {
			return err
		}
		if asJSON {
			entries := make([]json.RawMessage, len(records))
			for i, r := range records {
				if entries[i], err = workshop.Public(r.JSON); err != nil {
					return err
				}
			}
			enc := json.NewEncoder(p.out)
			enc.SetEscapeHTML(false)
			return enc.Encode(map[string]any{"schema": "souk.journal/1", "entries": entries})
		}
		return narrate(p, records)
	}
	return cmd
}

// narrate prints one line an entry. It stops at an entry that this version does not know.
func narrate(p process, records []store.Record) error {
	teller := workshop.NewTeller()
	for _, r := range records {
		if r.Err != nil {
			return r.Err
		}
		title, err := teller.Tell(r.Entry)
		if err != nil {
			return err
		}
		by := r.Entry.By.Line()
		if by != "" {
			by = "  (" + by + ")"
		}
		if _, err := fmt.Fprintf(p.out, "%5d  %s  %s%s\n", r.Seq, r.Entry.At.Local().Format("2006-01-02 15:04:05"), title, by); err != nil {
			return err
		}
	}
	return nil
}
