package report

import (
	"fmt"
	"slices"
	"strconv"

	"souk/model"
	"souk/workshop"
)

// Ahead is the page that a team gets before the workshop: what it is asked, what others will ask of it, its OKRs as they are known, and what
// to bring. It holds what people wrote, and nothing that is the coach's own or a program's. A team that drafts in German gets it in German.
func Ahead(s *workshop.State, id model.TeamID) Document {
	t, _ := s.Teams.Get(id)
	p := page{State: s, team: t, say: tongueOf(s, id)}
	d := Document{Title: t.Name.Line() + ": " + p.say("questions for your stall")}
	intro := fmt.Sprintf(p.say("This is for %s, to prepare for the marketplace workshop."), t.Name.Line())
	if s.Organisation.Line()+s.Cycle.Line() != "" {
		intro = s.Name() + ". " + intro
	}
	d.Blocks = append(d.Blocks, Paragraph{intro + " " + p.say("All teams bring their drafts; nothing in them is final, yours included.")})
	d.Blocks = append(d.Blocks, p.questions()...)
	d.Blocks = append(d.Blocks, p.asks()...)
	d.Blocks = append(d.Blocks, p.drafts()...)
	d.Blocks = append(d.Blocks, Section{p.say("What to bring"), []Block{List{[]string{
		fmt.Sprintf(p.say("Somebody who may promise something for %s."), t.Name.Line()),
		p.say("Your objectives and key results, with today's figures where you know them."),
		p.say("For each objective a sentence: why does it matter now?"),
		p.say("What you need from other teams, by when; and what you can offer them."),
	}}}})
	return d
}

// page is one team's page while it is written.
type page struct {
	*workshop.State
	team model.Team
	say  func(string) string
}

// questions are the coach's questions: those about the OKRs as a whole, then objective by objective.
func (p page) questions() []Block {
	var general []string
	about := map[model.ObjectiveID][]string{}
	for _, q := range p.QuestionsTo(p.team.ID) {
		if slices.Contains(p.team.Objectives, q.Objective) {
			about[q.Objective] = append(about[q.Objective], q.Text.Line())
		} else {
			general = append(general, q.Text.Line())
		}
	}
	blocks := list(general)
	for _, o := range p.ObjectivesOf(p.team.ID) {
		if len(about[o.ID]) > 0 {
			blocks = append(blocks, Point{o.Title.Line(), list(about[o.ID])})
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return []Block{Section{p.say("What we would like to hear from you"), blocks}}
}

// asks are the dependencies on the team that are to come up, in the order of the queue: who needs something, what for, and what people said
// about it. What a program found in the drafts is its reason to look there, and not what anybody asks.
func (p page) asks() []Block {
	queue := slices.Collect(p.Findings.All())
	p.InQueueOrder(queue)
	var items []string
	for _, f := range queue {
		if f.Kind != model.Dependency || f.Status != model.Queued || f.B.Team != p.team.ID {
			continue
		}
		item := fmt.Sprintf(p.say("%s needs something from you"), p.TeamName(f.A.Team))
		if what := p.neededFor(f); what != "" {
			item = fmt.Sprintf(p.say("%s needs something from you for “%s”"), p.TeamName(f.A.Team), what)
		}
		if said := saidOf(f); said != "" {
			item += ": " + said
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	intro := Paragraph{p.say("These will come up. Think about what you could promise, by when, and what would have to wait.")}
	return []Block{Section{p.say("What others will ask of you"), []Block{intro, List{items}}}}
}

// neededFor is the key result that needs something, or the objective.
func (p page) neededFor(f model.Finding) string {
	o, _ := p.Objectives.Get(f.A.Objective)
	for _, id := range f.Needing() {
		if k, _, ok := workshop.KeyResult(o, id); ok && !k.Text.IsEmpty() {
			return k.Text.Line()
		}
	}
	return o.Title.Line()
}

// saidOf is what people said about a finding: the coach's words, or those of who raised it.
func saidOf(f model.Finding) string {
	if f.Words.IsEmpty() && f.RaisedByHand() && len(f.Reasons) > 0 {
		return f.Reasons[0].Text.Line()
	}
	return f.Words.Line()
}

// drafts are the team's OKRs as they are known, with what it needs and offers.
func (p page) drafts() []Block {
	w := &writer{State: p.State}
	var blocks []Block
	for i, o := range p.ObjectivesOf(p.team.ID) {
		if o.Fate == model.Live {
			blocks = append(blocks, w.okr(strconv.Itoa(i+1), o))
		}
	}
	if len(blocks) == 0 {
		blocks = []Block{Paragraph{p.say("We know of no objective of yours yet.")}}
	}
	out := []Block{Section{p.say("Your OKRs, as we have them"), p.labelled(blocks)}}
	if x := w.exchanges(p.team); len(x) > 0 {
		out = append(out, Section{p.say("What you need and offer, as we have it"), p.labelled(x)})
	}
	return out
}

// labelled says the labels of OKRs, and what stands for what is missing, in the language of the page.
func (p page) labelled(blocks []Block) []Block {
	out := slices.Clone(blocks)
	for i, b := range out {
		switch b := b.(type) {
		case Point:
			out[i] = Point{b.Text, p.labelled(b.Blocks)}
		case List:
			if len(b.Items) == 1 {
				out[i] = List{[]string{p.say(b.Items[0])}}
			}
		case Facts:
			said := make([]Fact, len(b.Items))
			for k, f := range b.Items {
				said[k] = Fact{p.say(f.Name), p.say(f.Text)}
			}
			out[i] = Facts{said}
		}
	}
	return out
}
