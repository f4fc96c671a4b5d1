package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"souk/model"
	"souk/store"
	"souk/store/intake"
	"souk/workshop"
	"souk/workshop/say"
)

func newImport(p process) *cobra.Command {
	var dryRun, asJSON bool
	var format string
	cmd := &cobra.Command{
		Use:   "import FILE.souk SOURCE…",
		Short: "Load drafted OKRs into a workshop file",
		Long: `Load drafted OKRs (YAML, JSON or CSV) into a workshop file, which is created where there is none.
What is there already is updated, by its id, by team and title, or by what a reworded objective and a renamed team have kept; what the room
said, decided or edited stays. What the drafts leave out stays too, and is listed.
Either all sources are loaded or nothing is.`,
		Args: arguments(cobra.MinimumNArgs(2)),
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "say what would be loaded, and load nothing")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.Flags().StringVar(&format, "format", "", "yaml, json or csv (default: by name and content)")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		f, err := intake.ParseFormat(format)
		if err != nil {
			return usageError{err}
		}
		drafts, problems := intake.ReadFiles(f, args[1:]...)
		result := imported{Schema: "souk.import/1", File: args[0], DryRun: dryRun, Problems: problemsJSON(problems), Missing: []missingJSON{}}
		if !intake.HasErrors(problems) {
			err = result.load(p, args[0], drafts, args[1:])
		} else {
			err = errors.New("nothing was imported: mend what is listed above, then import again")
		}
		return result.tell(p, asJSON, problems, err)
	}
	return cmd
}

// imported is what an import did.
type imported struct {
	Schema     string        `json:"schema"`
	File       string        `json:"file"`
	DryRun     bool          `json:"dry_run"`
	Teams      int           `json:"teams"` // in the sources
	Objectives int           `json:"objectives"`
	KeyResults int           `json:"key_results"`
	New        int           `json:"new"` // teams and objectives
	Updated    int           `json:"updated"`
	Unchanged  int           `json:"unchanged"`
	Results    int           `json:"results,omitempty"`  // of last cycle, in the sources
	Promises   int           `json:"promises,omitempty"` // of last cycle
	Signals    int           `json:"signals,omitempty"`  // of last cycle
	Cycles     int           `json:"cycles,omitempty"`   // older ones
	Problems   []problemJSON `json:"problems"`
	Error      string        `json:"error,omitempty"`

	Workshop amounts       `json:"workshop"`           // what is in the file now
	Added    amounts       `json:"added"`              // what of it is new
	Changed  amounts       `json:"changed"`            // what of it was updated
	Removed  amounts       `json:"removed"`            // key results that the drafts dropped and nothing held on to
	Renamed  []renamedJSON `json:"renamed,omitempty"`  // teams
	Reworded []renamedJSON `json:"reworded,omitempty"` // titles in the drafts
	Missing  []missingJSON `json:"missing"`            // no longer in the drafts
}

type problemJSON struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Severity string `json:"severity"`
	What     string `json:"what"`
	Next     string `json:"next"`
}

func problemsJSON(ps []intake.Problem) []problemJSON {
	out := make([]problemJSON, len(ps))
	for i, p := range ps {
		out[i] = problemJSON{p.File, p.Line, p.Column, p.Severity.String(), p.What, p.Next}
	}
	return out
}

// load puts drafts into a workshop file, which it makes where there is none.
func (r *imported) load(p process, path string, drafts model.Drafts, sources []string) error {
	r.Teams, r.Objectives, r.KeyResults = drafts.Count()
	r.Results, r.Promises, r.Signals, r.Cycles = len(drafts.LastCycle), len(drafts.Promises), len(drafts.Signals), len(drafts.Cycles)
	in := workshop.ImportDrafts{Drafts: drafts, Source: model.Clean(baseNames(sources))}
	file, loaded, err := store.Open(path)
	switch {
	case errors.Is(err, store.ErrNotFound):
		if err := mayCreate(path); err != nil {
			return err
		}
		e, err := r.record(p, workshop.New(), in)
		if err != nil || r.DryRun {
			return err
		}
		return store.Create(path, p.now(), []workshop.Entry{e})
	case err != nil:
		return err
	}
	e, err := r.record(p, loaded.Session, in)
	if err == nil && !r.DryRun {
		err = file.Append([]workshop.Entry{e}, nil)
	}
	return errors.Join(err, file.Close())
}

// record is the entry of the import. That nothing changed is no error of the command.
func (r *imported) record(p process, s *workshop.Session, in workshop.ImportDrafts) (workshop.Entry, error) {
	before := s.State()
	e, err := s.Do(p.now(), model.Text{}, in)
	if f, ok := e.Fact.(workshop.DraftsImported); ok {
		r.New, r.Updated, r.Unchanged = f.New, f.Updated, f.Unchanged
	}
	if err == nil || isUnchanged(err) {
		r.compare(before, s.State(), in.Drafts)
	}
	return e, err
}

// isUnchanged reports whether drafts were refused since they are in the workshop already.
func isUnchanged(err error) bool {
	var refused *workshop.Error
	return errors.As(err, &refused) && refused.Code == workshop.Unchanged
}

func baseNames(paths []string) string {
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = filepath.Base(path)
	}
	return strings.Join(names, ", ")
}

// tell reports what was done, and what was in the way.
func (r *imported) tell(p process, asJSON bool, problems []intake.Problem, err error) error {
	unchanged := isUnchanged(err)
	what := fmt.Sprintf("%s: %s. Open it with: souk %[1]s", shown(r.File), r.sum())
	switch {
	case unchanged:
		what = fmt.Sprintf("%s: %s", shown(r.File), err)
		err = nil
		r.Unchanged = r.Teams + r.Objectives
	case r.DryRun:
		what = fmt.Sprintf("%s would have %s; nothing was loaded.", shown(r.File), r.sum())
	}
	if asJSON {
		if err != nil {
			r.Error = err.Error()
		}
		return errors.Join(err, json.NewEncoder(p.out).Encode(r))
	}
	complainOf(p, problems)
	if err != nil {
		return err
	}
	return p.say("%s\n", strings.Join(append([]string{what}, r.particulars()...), "\n"))
}

// alike is how many warnings that ask for the same are told one by one.
const alike = 3

// complainOf tells every error, and of many warnings that ask for the same the first few and how many follow.
func complainOf(p process, problems []intake.Problem) {
	told, more := map[string]int{}, []string{}
	for _, problem := range problems {
		if problem.Severity == intake.Warning {
			if told[problem.Next]++; told[problem.Next] > alike {
				if told[problem.Next] == alike+1 {
					more = append(more, problem.Next)
				}
				continue
			}
		}
		p.complain("%s: %s\n", problem.Severity, problem)
	}
	for _, next := range more {
		p.complain("warning: %s like that — %s; --json lists them all\n", say.Plural(told[next]-alike, "more", "more"), next)
	}
}
