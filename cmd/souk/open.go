package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"souk/model"
	"souk/store"
	"souk/store/publish"
	"souk/ui"
	"souk/ui/theme"
	"souk/workshop"
	"souk/workshop/detect"
	record "souk/workshop/report"
)

// look is how the screen should look.
type look struct {
	theme  string
	by     string
	create bool
	onto   func(*ui.Config, *store.File) // makes something else of the live walk; may be nil
}

func addLook(cmd *cobra.Command) *look {
	l := &look{}
	cmd.Flags().StringVar(&l.theme, "theme", "", "dark, light, high-contrast or no-colour (default: what fits the terminal)")
	cmd.Flags().StringVar(&l.by, "by", "", "who holds the keyboard; stands in the journal")
	return l
}

// addCreate lets a command make the file that it opens.
func addCreate(cmd *cobra.Command, l *look) {
	cmd.Flags().BoolVar(&l.create, "create", false, "create the workshop file if there is none")
}

func newOpen(p process) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "open FILE.souk",
		Short: "Facilitate a workshop",
		Args:  arguments(cobra.ExactArgs(1)),
	}
	l := addLook(cmd)
	addCreate(cmd, l)
	rehearsal := cmd.Flags().Bool("rehearse", false, "walk on a throw-away copy: nothing is kept, and FILE may be open elsewhere")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *rehearsal {
			return rehearse(cmd.Context(), p, args[0], *l)
		}
		return openFile(cmd.Context(), p, args[0], *l)
	}
	return cmd
}

// rehearse opens a copy of a workshop file, which is gone when somebody leaves.
func rehearse(ctx context.Context, p process, path string, l look) error {
	if l.create {
		return usageError{errors.New("a rehearsal needs a workshop file to copy: leave out --create")}
	}
	if _, err := l.themeName(p); err != nil {
		return usageError{err}
	}
	if err := needTerminal(p); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "souk-rehearsal-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // the system clears its temporary folder
	copied := filepath.Join(dir, "rehearsal.souk")
	if err := store.Backup(path, copied); err != nil {
		return err
	}
	l.onto = func(c *ui.Config, _ *store.File) {
		c.Mode, c.Leaving = "REHEARSAL", "This was a rehearsal: nothing of it is kept, and the workshop file is as it was."
		c.Report = func(*workshop.State, []model.Finding, string) (string, error) {
			return "", errors.New("This is a rehearsal: nothing is kept, so no record is written.") //nolint:staticcheck // the room reads it
		}
	}
	return openFile(ctx, p, copied, l)
}

// openFile shows a workshop file until somebody leaves.
func openFile(ctx context.Context, p process, path string, l look) error {
	name, err := l.themeName(p)
	if err != nil {
		return usageError{err}
	}
	if l.create {
		if err := mayCreate(path); err != nil {
			return err
		}
	}
	if err := needTerminal(p); err != nil {
		return err
	}
	file, loaded, err := store.Open(path)
	if errors.Is(err, store.ErrNotFound) && l.create {
		if err = store.Create(path, p.now(), nil); err == nil {
			file, loaded, err = store.Open(path)
		}
	}
	if errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("%s does not exist: load drafts into it with “souk import %[1]s DRAFTS…”, or start an empty one with “souk open --create %[1]s”", shown(path))
	}
	if err != nil {
		return err
	}
	err = show(ctx, p, file, loaded, name, l)
	return errors.Join(err, file.Close())
}

// themeName is the theme that was asked for; NO_COLOR is honoured. Empty leaves the choice to the app.
func (l look) themeName(p process) (theme.Name, error) {
	switch {
	case l.theme != "":
		return theme.Parse(l.theme)
	case p.env("NO_COLOR") != "":
		return theme.NoColour, nil
	}
	return "", nil
}

// framesPerSecond is a little more than the usual 60, so that a key is on the screen within a sixtieth of a second.
const framesPerSecond = 75

// show runs the app on an open file. A signal makes it save, then leave.
func show(ctx context.Context, p process, file *store.File, loaded *store.Loaded, name theme.Name, l look) error {
	config := ui.Config{
		Session: loaded.Session, Place: loaded.Place, By: model.Clean(l.by), Now: p.now, Theme: name, ReadOnly: loaded.ReadOnly,
		Append:   func(es []workshop.Entry, at workshop.Place) error { return file.Append(es, &at) },
		Snapshot: file.Snapshot,
		Detect:   detect.Run,
		Ask:      detect.Questions,
		Report:   reportBeside(file),
	}
	if l.onto != nil {
		l.onto(&config, file)
	}
	app := ui.New(config)
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	program := tea.NewProgram(app, tea.WithInput(p.in), tea.WithOutput(p.out), tea.WithoutSignalHandler(), tea.WithFPS(framesPerSecond))
	gone := make(chan struct{})
	go func() {
		select {
		case <-ctx.Done():
			program.Send(ui.LeaveMsg{})
		case <-gone:
		}
	}()
	_, err := program.Run()
	close(gone)
	return err
}

// reportBeside writes the record into the folder of the workshop file.
func reportBeside(file *store.File) func(*workshop.State, []model.Finding, string) (string, error) {
	return func(s *workshop.State, findings []model.Finding, format string) (string, error) {
		f, err := publish.ParseFormat(format)
		if err != nil {
			return "", err
		}
		path := filepath.Join(filepath.Dir(file.Path()), publish.Name(s, f))
		return path, publish.WriteFile(path, s, f, record.Seeing(findings))
	}
}

// needTerminal says why there can be no screen.
func needTerminal(p process) error {
	in, okIn := p.in.(*os.File)
	out, okOut := p.out.(*os.File)
	switch {
	case !okIn || !okOut || !term.IsTerminal(in.Fd()) || !term.IsTerminal(out.Fd()):
		return errors.New("this needs a terminal to show the workshop in: run it in one, without a pipe; “souk report” and “souk log” need none")
	case p.env("TERM") == "dumb":
		return errors.New("this terminal (TERM=dumb) cannot show screens: use another one; “souk report” and “souk log” work here")
	}
	return nil
}
