package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/spf13/cobra"

	"souk/model"
	"souk/workshop"
	"souk/workshop/review"
	"souk/workshop/say"
)

func newLint(p process) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "lint FILE",
		Short: "The coach's checks on drafted OKRs",
		Long: `The coach's checks on drafted OKRs: what to fix before the workshop, what to talk about, what is fine to ignore. They advise, so the exit
status is 0 whatever they say. FILE is a workshop file or a drafts file; - reads drafts from standard input. In a workshop file the
checks that were switched off or dismissed stay quiet, and how many those are is said in the end.`,
		Args: arguments(cobra.ExactArgs(1)),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		state, err := p.stateOf(args[0])
		if err != nil {
			return err
		}
		in := review.InputOf(state)
		cards, left := lint(in)
		if asJSON {
			return writeCards(p.out, state, in, cards, left)
		}
		return tellCards(p.out, args[0], state, in, cards, left)
	}
	return cmd
}

// leftOut is what the checks do not say, since the coach wants it so.
type leftOut struct {
	dismissed int // places
	off       []string
}

// lint runs the checks, and counts what they leave out.
func lint(in review.Input) ([]review.Card, leftOut) {
	var dismissed atomic.Int64
	isQuiet := in.Quiet
	in.Quiet = func(id string) bool {
		quiet := isQuiet(id)
		if quiet {
			dismissed.Add(1)
		}
		return quiet
	}
	cards := review.Run(in)
	left := leftOut{dismissed: int(dismissed.Load()), off: []string{}}
	for _, c := range review.Checks() {
		if slices.Contains(in.Settings.Off, c.ID) {
			left.off = append(left.off, c.ID)
		}
	}
	return cards, left
}

// lintJSON is the schema souk.lint/1.
type lintJSON struct {
	Schema       string     `json:"schema"`
	Organisation string     `json:"organisation"`
	Cycle        string     `json:"cycle"`
	Teams        int        `json:"teams"`
	Objectives   int        `json:"objectives"`
	KeyResults   int        `json:"key_results"`
	Dismissed    int        `json:"dismissed"` // places that are left out, since somebody dismissed them
	Off          []string   `json:"off"`       // checks that are switched off
	Cards        []cardJSON `json:"cards"`
}

type cardJSON struct {
	ID       string `json:"id"`
	Check    string `json:"check"`
	Severity string `json:"severity"`
	Team     string `json:"team"`
	Title    string `json:"title"`
	Reason   string `json:"reason"`
	Why      string `json:"why"`
	review.Example
	Places []placeJSON `json:"places"`
}

// placeJSON marks the bytes [Start, End) of an objective's title, of its why-now, or of its key result counted from 1; without an
// objective it is about the team. ID is what a dismissal names.
type placeJSON struct {
	ID        string `json:"id"`
	Objective string `json:"objective"`
	KeyResult int    `json:"key_result,omitempty"`
	In        string `json:"in,omitempty"` // "why_now", where it is that
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	Reason    string `json:"reason"`
}

func writeCards(w io.Writer, s *workshop.State, in review.Input, cards []review.Card, left leftOut) error {
	doc := lintJSON{
		Schema: "souk.lint/1", Organisation: s.Organisation.String(), Cycle: s.Cycle.String(), Teams: len(in.Teams),
		Objectives: len(in.Objectives), Dismissed: left.dismissed, Off: left.off, Cards: make([]cardJSON, len(cards)),
	}
	for _, o := range in.Objectives {
		doc.KeyResults += len(o.KeyResults)
	}
	for i, c := range cards {
		j := cardJSON{
			ID: c.ID, Check: c.Check.ID, Severity: string(c.Check.Severity), Team: s.TeamName(c.Team), Title: c.Check.Title,
			Reason: c.Reason.String(), Why: c.Check.Why, Example: c.Example(), Places: make([]placeJSON, len(c.Places)),
		}
		for n, p := range c.Places {
			o, _ := s.Objectives.Get(p.Span.Objective)
			_, kr, _ := workshop.KeyResult(o, p.Span.KeyResult)
			j.Places[n] = placeJSON{
				ID: p.ID, Objective: o.Title.String(), KeyResult: kr, Start: p.Span.Start, End: p.Span.End,
				Text: p.Text.String(), Reason: p.Reason.String(),
			}
			if p.InWhyNow {
				j.Places[n].In = "why_now"
			}
		}
		doc.Cards[i] = j
	}
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(doc); err != nil {
		return err
	}
	return b.Flush()
}

// tellCards prints cards for people, team by team.
func tellCards(to io.Writer, path string, s *workshop.State, in review.Input, cards []review.Card, left leftOut) error {
	w := bufio.NewWriter(to)
	if len(in.Objectives) == 0 {
		tellEmpty(w, path, s)
		return w.Flush()
	}
	var team model.TeamID
	counts := map[review.Severity]int{}
	for i, c := range cards {
		if i == 0 || c.Team != team {
			team = c.Team
			fmt.Fprintf(w, "%s\n", s.TeamName(team))
		}
		counts[c.Check.Severity]++
		tellCard(w, s, c)
	}
	if len(cards) == 0 {
		fmt.Fprintln(w, left.nothing())
		return w.Flush()
	}
	fmt.Fprintf(w, "\n%s: %d to fix before the workshop, %d to talk about, %d fine to ignore.\n", say.Plural(len(cards), "card", "cards"),
		counts[review.Fix], counts[review.Talk], counts[review.Fine])
	if words := left.words(); words != "" {
		fmt.Fprintf(w, "Left out: %s.\n", words)
	}
	fmt.Fprintln(w, "Next: send each team its part, let it decide what to change, and import its drafts again.")
	return w.Flush()
}

// tellEmpty says what to do where there is nothing to read.
func tellEmpty(w *bufio.Writer, path string, s *workshop.State) {
	next := "write the teams' objectives into it"
	if isWorkshop(path) {
		next = "souk import " + shown(path) + " DRAFTS"
	}
	what := "There are no drafts yet"
	if slices.ContainsFunc(s.Stalls(), func(t model.Team) bool { return len(t.Objectives) > 0 }) {
		what = "No objective is left to read: all of them were dropped, deferred or merged"
	}
	fmt.Fprintf(w, "%s. Next: %s.\n", what, next)
}

// nothing is what to say where no card is left.
func (l leftOut) nothing() string {
	if words := l.words(); words != "" {
		return "Nothing more to say about these drafts. Left out: " + words + "."
	}
	return "Nothing to say about these drafts. The room will find the rest."
}

// words is how much is left out, or empty.
func (l leftOut) words() string {
	var parts []string
	if l.dismissed > 0 {
		parts = append(parts, say.Plural(l.dismissed, "dismissed place", "dismissed places"))
	}
	if n := len(l.off); n > 0 {
		parts = append(parts, say.Plural(n, "check that is switched off", "checks that are switched off")+" ("+strings.Join(l.off, ", ")+")")
	}
	return strings.Join(parts, ", ")
}

// tellCard prints what a card is, the places, and the reason.
func tellCard(w *bufio.Writer, s *workshop.State, c review.Card) {
	fmt.Fprintf(w, "  %-4s  %s\n", c.Check.Severity, c.Check.Title)
	const most = 5
	for i, p := range c.Places {
		if i == most && len(c.Places) > most+1 {
			fmt.Fprintf(w, "        … and %d more\n", len(c.Places)-most)
			break
		}
		if where := quoted(s, p); where != "" {
			fmt.Fprintf(w, "        %s\n", where)
		}
	}
	fmt.Fprintf(w, "        → %s\n", c.Reason.Line())
}

// quoted is the number of a place in the team's drafts, and the text there: 2.1 “Raise …”.
func quoted(s *workshop.State, p review.Place) string {
	o, ok := s.Objectives.Get(p.Span.Objective)
	if !ok {
		return ""
	}
	t, _ := s.Teams.Get(o.Team)
	number := slices.Index(t.Objectives, o.ID) + 1
	switch kr, n, ok := workshop.KeyResult(o, p.Span.KeyResult); {
	case ok:
		return fmt.Sprintf("%d.%d “%s”", number, n, kr.Text.Line())
	case p.InWhyNow:
		return fmt.Sprintf("%d “%s”: %s", number, o.Title.Line(), o.WhyNow.Line())
	}
	return fmt.Sprintf("%d “%s”", number, o.Title.Line())
}
