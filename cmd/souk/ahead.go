package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"souk/store"
	"souk/store/publish"
	"souk/workshop"
	"souk/workshop/say"
)

func newAhead(p process) *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "ahead FILE.souk",
		Short: "Write a page for each team to send ahead of the workshop",
		Long: `Write a page for each team to send ahead of the workshop, as Markdown: its OKRs as they are known, the questions that were asked in the review,
what others will ask of it, what to bring; in German for a team that drafts in German. A page that is there already is replaced where it differs,
unless you edited it: then it stays, and the new one is written beside it as NAME.new.md.`,
		Args: arguments(cobra.ExactArgs(1)),
	}
	cmd.Flags().StringVarP(&folder, "output", "o", "", "the folder for the pages (default: NAME-ahead beside NAME.souk)")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		loaded, err := store.Read(args[0])
		if err != nil {
			return err
		}
		if folder == "" {
			folder = aheadFolder(args[0])
		}
		state := loaded.Session.State()
		said, err := writeAhead(folder, state)
		if err != nil {
			return err
		}
		asked := fmt.Sprintf("%s asked something.", say.Plural(state.TeamsAsked(), "team is", "teams are"))
		if state.TeamsAsked() == 0 {
			asked = fmt.Sprintf("No team is asked anything yet: questions are asked in “souk review %s”.", shown(args[0]))
		}
		if n := outdated(state); n > 0 {
			asked += fmt.Sprintf("\n%s words that the drafts do not hold any more: see “souk review %s”.", say.Plural(n, "question repeats", "questions repeat"), shown(args[0]))
		}
		return p.say("%s\n%s\n", said, asked)
	}
	return cmd
}

// aheadFolder is where the pages of a workshop file go.
func aheadFolder(path string) string { return strings.TrimSuffix(path, filepath.Ext(path)) + "-ahead" }

// writeAhead writes the pages and says which.
func writeAhead(folder string, s *workshop.State) (string, error) {
	pages, err := publish.WriteAhead(folder, s)
	if err != nil {
		return "", err
	}
	var how []string
	for _, part := range []struct {
		n    int
		what string
	}{
		{pages.New, "new"},
		{pages.Changed, "changed"},
		{pages.Unchanged, "as before"},
		{len(pages.Kept), "edited by you and kept"},
		{len(pages.Beside), "edited by you and kept, the new one beside it as " + strings.Join(pages.Beside, ", ")},
	} {
		if part.n > 0 {
			how = append(how, fmt.Sprintf("%d %s", part.n, part.what))
		}
	}
	return fmt.Sprintf("%s in %s: %s.", say.Plural(pages.Total(), "page", "pages"), shown(folder), strings.Join(how, ", ")), nil
}

// outdated counts the questions that repeat words which the drafts do not hold any more.
func outdated(s *workshop.State) int {
	n := 0
	for q := range s.StallQuestions.All() {
		if s.IsOutdated(q) {
			n++
		}
	}
	return n
}
