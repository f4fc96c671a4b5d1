package report

import (
	"fmt"

	"souk/model"
	"souk/workshop/say"
)

// together is what teams own in common.
func (w *writer) together() []Block {
	var shared, follows []string
	for _, one := range w.Together().Shared {
		shared = append(shared, sentence(w.titled(one.Objective.ID)+" – "+w.partsInShort(one)))
	}
	for o := range w.Live() {
		if lead, ok := w.Objectives.Get(o.Follows); ok && lead.Fate == model.Live {
			follows = append(follows, fmt.Sprintf("%s leads; %s follows.", w.titled(lead.ID), w.titled(o.ID)))
		}
	}
	var virtual []Block
	for t := range w.Teams.All() {
		if t.Kind == model.VirtualTeam {
			virtual = append(virtual, w.virtual(t))
		}
	}
	var blocks []Block
	for _, part := range []Section{{"Shared objectives", list(shared)}, {"Virtual teams", virtual}, {"Lead and follow", list(follows)}} {
		if len(part.Blocks) > 0 {
			blocks = append(blocks, part)
		}
	}
	if len(blocks) == 0 {
		blocks = []Block{Paragraph{"No objective is shared, and no virtual team was formed."}}
	}
	return []Block{Section{"What teams do together", blocks}}
}

func (w *writer) virtual(t model.Team) Block {
	f := w.about(t)
	if len(t.Members) > 0 {
		f.add("Members", say.Names(w.teamNames(t.Members[1:])))
	}
	for _, id := range t.Objectives {
		o, _ := w.Objectives.Get(id)
		f.add("Around", w.titled(id)+fateNote(o))
	}
	return Point{t.Name.Line(), f.blocks()}
}

// agreement tells per team and objective why it matters now and who agreed to that.
func (w *writer) agreement() []Block {
	section := Section{Title: "Why now, and agreement"}
	for _, t := range w.Stalls() {
		table := Table{Columns: []string{"Objective", "Why now", "Team", "Leadership", "Confidence"}}
		for i, o := range w.ObjectivesOf(t.ID) {
			if o.Fate != model.Live {
				continue
			}
			table.Rows = append(table.Rows, []string{
				fmt.Sprintf("%d %s", i+1, o.Title.Line()), orSay(o.WhyNow, "not said yet"),
				stance(o.Agreement.Team), stance(o.Agreement.Leadership), confidence(o.Agreement.Votes),
			})
		}
		if len(table.Rows) > 0 {
			section.Blocks = append(section.Blocks, Section{t.Name.Line(), []Block{table}})
		}
	}
	if len(section.Blocks) == 0 {
		section.Blocks = []Block{Paragraph{"There are no objectives yet."}}
	}
	return []Block{section}
}

// stance is what one side said, with its reason.
func stance(w model.Word) string {
	text := string(w.Stance)
	if w.Stance == model.Unsaid {
		text = "has not spoken"
	}
	return text + because(w.Reason)
}

func confidence(votes []int) string {
	if text := fist(votes); text != "" {
		return text
	}
	return "no vote"
}
