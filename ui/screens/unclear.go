package screens

import (
	"fmt"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
	"souk/workshop/say"
)

// unclear asks the facilitator whom the drafts mean by a name, where dependencies are the subject and several teams may be meant.
func (s *findings) unclear(f flow.Frame) string {
	if s.subject != dependencies || len(f.Questions) == 0 {
		return ""
	}
	more := ""
	if n := len(f.Questions) - 1; n > 0 {
		more = fmt.Sprintf(" · %d more", n)
	}
	return "w  Who is meant by “" + f.Questions[0].Word.Line() + "”?" + more
}

// whoIsMeant answers the first question about a name: a team, or none of those. The answer is asked for once.
func whoIsMeant(f flow.Frame) flow.Binding {
	if len(f.Questions) == 0 {
		return flow.Binding{Keys: []string{"w"}, Help: "who is meant", Off: "Every name in the drafts is clear."}
	}
	q := f.Questions[0]
	teams := append(append([]model.TeamID{}, q.Teams...), "")
	options := make([]dialog.Option, 0, len(teams))
	for _, id := range q.Teams {
		t, _ := f.State.Teams.Get(id)
		options = append(options, dialog.Option{Label: f.State.TeamName(id), Detail: t.Description.Line()})
	}
	options = append(options, dialog.Option{Label: "none of these teams", Detail: "or all of them"})
	return flow.Binding{Keys: []string{"w"}, Help: "who is meant", Do: func() flow.Effect {
		return flow.Effect{Open: dialog.NewPick(dialog.PickSpec{
			Title: fmt.Sprintf("Who is meant by “%s”? Others write it in %s", q.Word.Line(), say.Count(q.Times, "line")), Options: options,
			Choose: func(i int) flow.Effect {
				return flow.Effect{Do: []workshop.Intent{workshop.NameTeam{Word: q.Word, Team: teams[i]}}}
			},
		})}
	}}
}
