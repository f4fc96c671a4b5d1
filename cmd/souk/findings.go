package main

import (
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"souk/model"
	"souk/store"
	"souk/store/intake"
	"souk/store/publish"
	"souk/workshop"
	"souk/workshop/say"
)

func newFindings(p process) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "findings",
		Short: "Findings of other programs",
		Args:  arguments(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newFindingsBrief(p), newFindingsImport(p))
	return cmd
}

func newFindingsBrief(p process) *cobra.Command {
	return &cobra.Command{
		Use:   "brief FILE",
		Short: "Write what a second coach needs to find relations",
		Long: `Write what somebody needs who reads the drafts as a second coach, a colleague or a language model: what to look for, the drafts, and how to write
the answer down so that “souk findings import” takes it. FILE is a workshop file or a drafts file; - reads drafts from standard input. It holds
the drafts: give it only to whom you may show them. souk itself sends nothing anywhere.`,
		Example: `  souk findings brief q1.souk > brief.md        # paste it into a chat, save the answer as answer.json
  souk findings import q1.souk answer.json`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			state, err := p.stateOf(args[0])
			if err != nil {
				return err
			}
			return publish.WriteBrief(p.out, state)
		},
	}
}

func newFindingsImport(p process) *cobra.Command {
	var dryRun, asJSON bool
	cmd := &cobra.Command{
		Use:   "import FILE.souk SOURCE",
		Short: "Put findings of another program on the table",
		Long: `Put findings of another program, or of a second coach, beside those of the detector. SOURCE is the answer to “souk findings brief”, or what
“souk detect --json” writes, by whatever program; - reads it from standard input. Words around the document, as a chat writes them, do not matter.
Teams are matched by name, objectives by title or number, key results by number or text. What does not match is told and left out; what the
room did stays as it is.`,
		Args: arguments(cobra.ExactArgs(2)),
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "say what would be loaded, and load nothing")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		r := broughtFindings{Schema: "souk.findings-import/1", File: args[0], DryRun: dryRun, LeftOut: []leftOutJSON{}}
		return r.tell(p, asJSON, r.load(p, args[0], args[1]))
	}
	return cmd
}

// broughtFindings is what an import of findings did.
type broughtFindings struct {
	Schema    string        `json:"schema"`
	File      string        `json:"file"`
	Source    string        `json:"source"`
	DryRun    bool          `json:"dry_run"`
	Matched   int           `json:"matched"`
	Loaded    int           `json:"loaded"`    // new, or other than before
	Unchanged int           `json:"unchanged"` // there already
	LeftOut   []leftOutJSON `json:"left_out"`
	Error     string        `json:"error,omitempty"`
}

type leftOutJSON struct {
	Number int    `json:"number"` // in the source, counted from 1
	What   string `json:"what"`
	Why    string `json:"why"`
}

func (r *broughtFindings) load(p process, path, source string) error {
	file, loaded, err := store.Open(path)
	if err != nil {
		return err
	}
	e, err := r.record(p, loaded.Session, source)
	if err == nil && e.Fact != nil && !r.DryRun {
		err = file.Append([]workshop.Entry{e}, nil)
	}
	return errors.Join(err, file.Close())
}

// record is the entry of the import; it has no fact where there is nothing new.
func (r *broughtFindings) record(p process, s *workshop.Session, source string) (workshop.Entry, error) {
	read := func() (intake.Suggestions, error) { return intake.ReadFindings(source, s.State()) }
	if source == "-" {
		read = func() (intake.Suggestions, error) { return intake.FindingsFrom(p.in, s.State()) }
	}
	found, err := read()
	if err != nil {
		return workshop.Entry{}, err
	}
	r.Source, r.Matched = found.Source.Line(), len(found.Findings)
	for _, l := range found.LeftOut {
		r.LeftOut = append(r.LeftOut, leftOutJSON(l))
	}
	e, err := s.Do(p.now(), model.Text{}, workshop.BringFindings{Findings: found.Findings, Source: found.Source})
	if f, ok := e.Fact.(workshop.FindingsBrought); ok {
		r.Loaded = len(f.Findings)
	}
	r.Unchanged = r.Matched - r.Loaded
	var refused *workshop.Error
	if errors.As(err, &refused) && refused.Code == workshop.Unchanged {
		err = nil
		if r.Matched == 0 && len(r.LeftOut) > 0 {
			err = errors.New("nothing was imported: none of the findings fits this workshop; mend what is listed above, then import again")
		}
	}
	return e, err
}

func (r *broughtFindings) tell(p process, asJSON bool, err error) error {
	if asJSON {
		if err != nil {
			r.Error = err.Error()
		}
		return errors.Join(err, json.NewEncoder(p.out).Encode(r))
	}
	for _, l := range r.LeftOut {
		p.complain("left out: %d, %s: %s\n", l.Number, l.What, l.Why)
	}
	switch {
	case err != nil:
		return err
	case r.Loaded == 0:
		return p.say("%s: Nothing in it is new.\n", shown(r.File))
	case r.DryRun:
		return p.say("%s would get %s of %s; nothing was loaded.\n", shown(r.File), say.Plural(r.Loaded, "finding", "findings"), r.Source)
	}
	return p.say("%s: %s of %s (%d there already, %d left out).\n", shown(r.File), say.Plural(r.Loaded, "finding", "findings"), r.Source,
		r.Unchanged, len(r.LeftOut))
}
