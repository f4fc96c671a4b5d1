package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"souk/model"
	"souk/store"
	"souk/workshop"
	"souk/workshop/alignment"
	"souk/workshop/say"
	"souk/workshop/signal"
)

func newNext(p process) *cobra.Command {
	var output, cycle string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "next FILE.souk",
		Short: "Begin the next cycle's workshop file",
		Long: `Begin the next cycle's workshop file. The organisation, its strategy and its teams come along, without what belongs to one cycle: directions,
needs, offers, virtual teams. What was agreed becomes the last cycle, whose results are recorded in the new file; commitments become
promises, and signals come with leadership's answers; how far the OKRs were aligned comes along to compare with, and the results of older
cycles. Deferred objectives are drafts of their teams. FILE is only read, and may be open.`,
		Args: arguments(cobra.ExactArgs(1)),
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "the new file (default: beside FILE, named after the cycle)")
	cmd.Flags().StringVar(&cycle, "cycle", "", "what the next cycle is called (default: what follows, such as 2027-Q2 after 2027-Q1)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if output != "" {
			if err := mayCreate(output); err != nil {
				return err
			}
		}
		return begin(p, args[0], output, model.Clean(strings.TrimSpace(cycle)), asJSON)
	}
	return cmd
}

// begin makes the file and says what is in it.
func begin(p process, path, output string, cycle model.Text, asJSON bool) error {
	loaded, err := store.Read(path)
	if err != nil {
		return err
	}
	if loaded.ReadOnly != "" {
		return errors.New(loaded.ReadOnly)
	}
	last := loaded.Session.State()
	_, newYear, _ := workshop.PeriodOf(last.Cycle).After()
	if cycle.IsEmpty() {
		if cycle, newYear, err = following(last.Cycle); err != nil {
			return err
		}
	}
	next, err := workshop.Begin(p.now(), model.Text{}, last, cycle, alignment.Figures(last), escalated(last)...)
	if err != nil {
		return err
	}
	if output == "" {
		output = fileOf(path, last.Cycle, cycle)
	}
	if err := store.Create(output, p.now(), next.Entries); err != nil {
		if errors.Is(err, store.ErrExists) {
			return fmt.Errorf("%s exists already and was left as it is: go on with it, or give another name with -o", shown(output))
		}
		return err
	}
	if asJSON {
		return writeNext(p.out, path, output, last, next, newYear)
	}
	return p.say("%s", strings.Join(append(made(path, output, last, next), todo(output, next, newYear)...), "\n")+"\n")
}

// escalated is what the room could not settle and sent up, as the record tells it, but for what it kept as a signal of its own or dropped.
func escalated(s *workshop.State) []model.PastSignal {
	var out []model.PastSignal
	for _, g := range signal.Open(s, nil) {
		if g.Kind == signal.EscalatedRequest || g.Kind == signal.EscalatedConflict {
			out = append(out, model.PastSignal{Text: model.Clean(g.Text), Evidence: model.Clean(strings.Join(g.Evidence, "\n"))})
		}
	}
	return out
}

func following(cycle model.Text) (model.Text, bool, error) {
	next, newYear, ok := workshop.PeriodOf(cycle).After()
	switch {
	case cycle.IsEmpty():
		return next, false, errors.New("this workshop does not say its cycle: say what the next one is called with --cycle NAME")
	case !ok:
		return next, false, fmt.Errorf("which cycle follows “%s” is not clear: say what it is called with --cycle NAME", cycle.Line())
	}
	return next, newYear, nil
}

// fileOf names the next cycle's file: the last one's name with the new cycle in place of the old one, or behind it.
func fileOf(path string, last, next model.Text) string {
	dir, base := filepath.Split(path)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	was, is := fileWord(last), fileWord(next)
	at := -1
	if was != "" {
		at = strings.Index(strings.ToLower(base), strings.ToLower(was))
	}
	if at < 0 || at+len(was) > len(base) {
		return filepath.Join(dir, base+"-"+is+".souk")
	}
	if base[at:at+len(was)] == strings.ToLower(was) {
		is = strings.ToLower(is)
	}
	return filepath.Join(dir, base[:at]+is+base[at+len(was):]+".souk")
}

// fileWord is the name of a cycle as it can stand in the name of a file.
func fileWord(cycle model.Text) string {
	return strings.Join(strings.FieldsFunc(cycle.Line(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
}

// made says what is in the new file, and what stayed behind.
func made(path, output string, last *workshop.State, next workshop.Next) []string {
	s := next.State
	lines := []string{
		fmt.Sprintf("%s is ready for %s. %s stays as it is.", shown(output), s.Cycle.Line(), shown(path)),
		fmt.Sprintf("  strategy    %s, %s of leadership", say.Plural(len(s.Intents), "intent", "intents"), say.Plural(said(s.Answers), "answer", "answers")),
		fmt.Sprintf("  teams       %s, without needs and offers", say.Plural(s.Teams.Len(), "team", "teams")),
		fmt.Sprintf("  last cycle  %s and %s to record, %s to leadership (%d answered)", say.Plural(len(s.LastCycle), "result", "results"),
			say.Plural(len(s.Promises), "promise", "promises"), say.Plural(len(s.PastSignals), "signal", "signals"), replied(s)),
		fmt.Sprintf("  to compare  %s", compared(s)),
	}
	for o := range s.Objectives.All() {
		lines = append(lines, fmt.Sprintf("  deferred    %s: %s", s.TeamName(o.Team), o.Title.Line()))
	}
	for _, t := range next.Virtual {
		lines = append(lines, fmt.Sprintf("  ended       virtual team %s", t.Name.Line()))
	}
	if next.Unsettled > 0 {
		lines = append(lines, fmt.Sprintf("  left open   %s that nobody settled", say.Plural(next.Unsettled, "request", "requests")))
	}
	for _, r := range openRequests(last) {
		lines = append(lines, fmt.Sprintf("    %s: %s", last.Between(r), brief(r.What.Line())))
	}
	if n := last.Parking.Len(); n > 0 {
		lines = append(lines, fmt.Sprintf("  left open   %s in the parking lot", say.Plural(n, "entry", "entries")))
	}
	for p := range last.Parking.All() {
		line := "    " + brief(p.Text.Line())
		if !p.Owner.IsEmpty() {
			line += " (" + p.Owner.Line() + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

// openRequests are those that stay behind without an answer that settles them.
func openRequests(last *workshop.State) []model.Request {
	var out []model.Request
	for r := range last.Requests.All() {
		if !r.IsSettled() {
			out = append(out, r)
		}
	}
	return out
}

// said counts the answers that are not blank.
func said(answers []model.Text) int {
	n := 0
	for _, a := range answers {
		if !a.IsEmpty() {
			n++
		}
	}
	return n
}

// replied counts the signals that leadership answered.
func replied(s *workshop.State) int {
	n := 0
	for _, g := range s.PastSignals {
		if !g.Answer.IsEmpty() {
			n++
		}
	}
	return n
}

// compared says which older cycles came along, and what of them.
func compared(s *workshop.State) string {
	var all []string
	for _, c := range s.PastCycles {
		var what []string
		if c.HasFigures() {
			what = append(what, "alignment")
		}
		if len(c.Results) > 0 {
			what = append(what, say.Plural(len(c.Results), "result", "results"))
		}
		all = append(all, fmt.Sprintf("%s (%s)", c.Cycle.Line(), strings.Join(what, ", ")))
	}
	return strings.Join(all, ", ")
}

// briefest is how much of a direction is printed, in characters: it is there to be recognised.
const briefest = 100

func brief(text string) string {
	if r := []rune(text); len(r) > briefest {
		return string(r[:briefest-1]) + "…"
	}
	return text
}

// todo says how to go on.
func todo(output string, next workshop.Next, newYear bool) []string {
	file := shown(output)
	lines := []string{"", "What to do next:"}
	if newYear {
		lines = append(lines, "  - Read the business intents again: a new year begins.")
	}
	lines = append(lines, "  - Say the direction of the new cycle, in the drafts or in the strategy stage.")
	for _, i := range next.Directions {
		lines = append(lines, "      last cycle: "+brief(i.Text.Line()))
	}
	return append(lines,
		"  - Load the teams' drafts, with their results under last_cycle: souk import "+file+" DRAFTS…",
		"  - Record results and promises in the strategy stage, part “last cycle”: souk "+file)
}
