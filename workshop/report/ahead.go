package report

import (
	"slices"
	"strconv"

	"souk/model"
	"souk/workshop"
)

// AheadTitle is how the titles of the pages end.
const AheadTitle = ": questions for your stall"

// Ahead is the page that a team gets before the workshop: what it is asked, what others will ask of it, its OKRs as they are known, and what
// to bring. It holds what people wrote, and nothing that is the coach's own.
func Ahead(s *workshop.State, id model.TeamID) Document {
	t, _ := s.Teams.Get(id)
	d := Document{Title: t.Name.Line() + AheadTitle}
	intro := "This is for " + t.Name.Line() + ", to prepare for the marketplace workshop."
	if s.Organisation.Line()+s.Cycle.Line() != "" {
		intro = s.Name() + ". " + intro
	}
	d.Blocks = append(d.Blocks, Paragraph{intro + " All teams bring their drafts; nothing in them is final, yours included."})
	d.Blocks = append(d.Blocks, questionsTo(s, t)...)
	d.Blocks = append(d.Blocks, asksOf(s, t)...)
	d.Blocks = append(d.Blocks, draftsOf(s, t)...)
	d.Blocks = append(d.Blocks, Section{"What to bring", []Block{List{[]string{
		"Somebody who may promise something for " + t.Name.Line() + ".",
		"Your objectives and key results, with today's figures where you know them.",
		"For each objective a sentence: why does it matter now?",
		"What you need from other teams, by when; and what you can offer them.",
	}}}})
	return d
}

// questionsTo are the coach's questions: those about the OKRs as a whole, then objective by objective.
func questionsTo(s *workshop.State, t model.Team) []Block {
	var general []string
	about := map[model.ObjectiveID][]string{}
	for _, q := range s.QuestionsTo(t.ID) {
		if slices.Contains(t.Objectives, q.Objective) {
			about[q.Objective] = append(about[q.Objective], q.Text.Line())
		} else {
			general = append(general, q.Text.Line())
		}
	}
	blocks := list(general)
	for _, o := range s.ObjectivesOf(t.ID) {
		if len(about[o.ID]) > 0 {
			blocks = append(blocks, Point{o.Title.Line(), list(about[o.ID])})
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return []Block{Section{"What we would like to hear from you", blocks}}
}

// asksOf are the dependencies on a team that are to come up, in the order of the queue.
func asksOf(s *workshop.State, t model.Team) []Block {
	queue := slices.Collect(s.Findings.All())
	s.InQueueOrder(queue)
	var items []string
	for _, f := range queue {
		if f.Kind != model.Dependency || f.Status != model.Queued || f.B.Team != t.ID {
			continue
		}
		who := s.TeamName(f.A.Team)
		if o, ok := s.Objectives.Get(f.A.Objective); ok {
			who += ", for " + quote(o.Title)
		}
		if said := wordsOf(f); said != "" {
			who += ": " + said
		}
		items = append(items, who)
	}
	if len(items) == 0 {
		return nil
	}
	intro := Paragraph{"These will come up. Think about what you could promise, by when, and what would have to wait."}
	return []Block{Section{"What others will ask of you", []Block{intro, List{items}}}}
}

// wordsOf is how a finding is put to people: in the coach's words, or else by its first reason.
func wordsOf(f model.Finding) string {
	if !f.Words.IsEmpty() || len(f.Reasons) == 0 {
		return f.Words.Line()
	}
	return f.Reasons[0].Text.Line()
}

// draftsOf are a team's OKRs as they are known, with what it needs and offers.
func draftsOf(s *workshop.State, t model.Team) []Block {
	w := &writer{State: s}
	var blocks []Block
	for i, o := range s.ObjectivesOf(t.ID) {
		if o.Fate == model.Live {
			blocks = append(blocks, w.okr(strconv.Itoa(i+1), o))
		}
	}
	if len(blocks) == 0 {
		blocks = []Block{Paragraph{"We know of no objective of yours yet."}}
	}
	out := []Block{Section{"Your OKRs, as we have them", blocks}}
	if x := w.exchanges(t); len(x) > 0 {
		out = append(out, Section{"What you need and offer, as we have it", x})
	}
	return out
}
