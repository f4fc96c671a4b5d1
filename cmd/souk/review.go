package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"souk/model"
	"souk/store"
	"souk/ui"
	"souk/ui/review"
	"souk/workshop"
)

func newReview(p process) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review FILE.souk",
		Short: "Read the drafts alone, and prepare the workshop",
		Long: `Read the drafts alone, days before the workshop, and prepare it: checks on every team's drafts, relations between teams, private notes; the
queue of what should come up, agenda and timeboxes, and the questions to send ahead. The live walk starts from that queue. Private notes
and marks are kept in the file and shown nowhere else.`,
		Args: arguments(cobra.ExactArgs(1)),
	}
	l := addLook(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := reviewable(args[0]); err != nil {
			return err
		}
		l.onto = reviewing
		return openFile(cmd.Context(), p, args[0], *l)
	}
	return cmd
}

// reviewable refuses drafts that are not in a workshop file yet: there would be nowhere to keep what the coach prepares.
func reviewable(path string) error {
	if isWorkshop(path) {
		return nil
	}
	if _, err := os.Lstat(path); err != nil {
		return nil // opening says what is wrong
	}
	return fmt.Errorf("%s is not a workshop file, and a review needs one to keep what you prepare: load the drafts first with “souk import NAME.souk %[1]s”, then “souk review NAME.souk”", shown(path))
}

// reviewing makes the review of the live walk. The room stays where it is.
func reviewing(c *ui.Config, file *store.File) {
	room, keep := c.Place, c.Append
	c.Mode, c.Alone, c.Screens, c.Place = review.Mode, true, review.All(), review.Resume(room)
	c.Leaving = "Everything is saved. Your notes stay private; what you queued, worded and asked is ready for the room."
	c.Append = func(es []workshop.Entry, at workshop.Place) error { return keep(es, review.Leave(room, at)) }
	c.Report = func(*workshop.State, []model.Finding, string) (string, error) {
		return "", errors.New("the review writes no record; souk report does")
	}
	c.Ahead = func(s *workshop.State) (string, error) { return writeAhead(aheadFolder(file.Path()), s) }
}
