package publish

import (
	"bufio"
	_ "embed" // the words of the brief
	"errors"
	"fmt"
	"io"

	"souk/model"
	"souk/workshop"
	"souk/workshop/report"
)

// whatToDo tells a reader who knows nothing of souk what to look for, and how to write it down so that it can be imported.
//
//go:embed brief.md
var whatToDo string

// WriteBrief writes what somebody needs who reads the drafts as a second coach, a colleague or a language model, and whose answer is to be
// imported: what to look for, how to answer, the strategy, and the OKRs as they stand with the numbers by which an answer calls them. It holds
// nothing of the coach's own, no decision and no finding. The error is a sentence for people.
func WriteBrief(to io.Writer, s *workshop.State) error {
	stalls := s.Stalls()
	if len(stalls) < 2 {
		return errors.New("relations are between the OKRs of two teams or more, and there are fewer: load drafts first, with souk import")
	}
	b := bufio.NewWriter(to)
	b.WriteString(whatToDo)
	briefStrategy(b, s)
	b.WriteString("\n## The drafts")
	if s.Organisation.Line()+s.Cycle.Line() != "" {
		b.WriteString(" of " + s.Name())
	}
	b.WriteString("\n")
	for _, t := range stalls {
		briefTeam(b, s, t)
	}
	return b.Flush()
}

func briefStrategy(b *bufio.Writer, s *workshop.State) {
	if len(s.Intents) == 0 {
		return
	}
	b.WriteString("\n## The strategy\n\n")
	for _, i := range s.Intents {
		fmt.Fprintf(b, "- %s: %s\n", i.Horizon.Word(), i.Text.Line())
	}
}

func briefTeam(b *bufio.Writer, s *workshop.State, t model.Team) {
	fmt.Fprintf(b, "\n### %s\n\n", t.Name.Line())
	said := func(what string, text model.Text) {
		if !text.IsEmpty() {
			fmt.Fprintf(b, "%s: %s\n", what, text.Line())
		}
	}
	said("About", t.Description)
	for _, e := range t.Needs {
		said("Needs"+among(s, " from ", e.Team), e.Text)
	}
	for _, e := range t.Offers {
		said("Offers"+among(s, " to ", e.Team), e.Text)
	}
	for i, o := range s.ObjectivesOf(t.ID) {
		if o.Fate == model.Live {
			briefObjective(b, s, i+1, o)
		}
	}
}

// among names a team behind a word, where there is one.
func among(s *workshop.State, word string, t model.TeamID) string {
	if t == "" {
		return ""
	}
	return word + s.TeamName(t)
}

func briefObjective(b *bufio.Writer, s *workshop.State, number int, o model.Objective) {
	fmt.Fprintf(b, "Objective %d: %s\n", number, o.Title.Line())
	if !o.WhyNow.IsEmpty() {
		fmt.Fprintf(b, "  Why now: %s\n", o.WhyNow.Line())
	}
	for _, text := range s.SupportTexts(o) {
		fmt.Fprintf(b, "  Supports: %s\n", text.Line())
	}
	for _, owner := range o.Owners {
		fmt.Fprintf(b, "  Shared with %s\n", s.TeamName(owner))
	}
	for i, kr := range o.KeyResults {
		fmt.Fprintf(b, "  Key result %d: %s\n", i+1, report.WithMeasure(kr))
	}
}
