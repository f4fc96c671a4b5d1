package screens

import (
	"strings"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// needForm writes on a stall what the team needs.
func needForm(f flow.Frame, t model.Team) flow.Dialog {
	x := exchanging{verb: "needs", label: "from", hint: "Which team could provide it? May stay empty.", team: t}
	x.intent = func(other model.TeamID, text model.Text) workshop.Intent {
		return workshop.AddNeed{Team: t.ID, From: other, Text: text}
	}
	return x.form(f)
}

// offerForm writes on a stall what the team offers.
func offerForm(f flow.Frame, t model.Team) flow.Dialog {
	x := exchanging{verb: "offers", label: "to", hint: "Which team is it for? Empty: for everyone.", team: t}
	x.intent = func(other model.TeamID, text model.Text) workshop.Intent {
		return workshop.AddOffer{Team: t.ID, To: other, Text: text}
	}
	return x.form(f)
}

// exchanging is a need or an offer in the making.
type exchanging struct {
	verb, label, hint string
	team              model.Team
	intent            func(other model.TeamID, text model.Text) workshop.Intent
}

func (x exchanging) form(f flow.Frame) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title: "What " + x.team.Name.Line() + " " + x.verb,
		Fields: []dialog.Field{
			{Key: "text", Label: x.verb, Kind: dialog.Line, Required: true},
			{Key: "team", Label: x.label, Kind: dialog.Line, Hint: x.hint + " The first letters will do."},
		},
		Preview: func(f flow.Frame, v dialog.Values) []string { return meantLines(f, v.Text("team"), x.team.ID) },
		Check: func(v dialog.Values) string {
			said := v.Text("team")
			if _, ok := meant(f.State, said, x.team.ID); ok || said.IsEmpty() {
				return ""
			}
			return "It is not clear which team “" + said.Line() + "” is. Type more of its name, or leave it empty."
		},
		Submit: func(v dialog.Values) flow.Effect {
			other, _ := meant(f.State, v.Text("team"), x.team.ID)
			return flow.Effect{Do: []workshop.Intent{x.intent(other.ID, v.Text("text"))}}
		},
	})
}

// candidates are the teams whose name begins with what was said, or else those with it somewhere in their name.
func candidates(s *workshop.State, said model.Text, except model.TeamID) []model.Team {
	var begin, within []model.Team
	want := model.Fold(said)
	if want == "" {
		return nil
	}
	for t := range s.Teams.All() {
		name := model.Fold(t.Name)
		switch {
		case t.ID == except:
		case name == want:
			return []model.Team{t}
		case strings.HasPrefix(name, want):
			begin = append(begin, t)
		case strings.Contains(name, want):
			within = append(within, t)
		}
	}
	if len(begin) > 0 {
		return begin
	}
	return within
}

// meant is the one team that somebody means by the beginning or a part of its name.
func meant(s *workshop.State, said model.Text, except model.TeamID) (model.Team, bool) {
	if c := candidates(s, said, except); len(c) == 1 {
		return c[0], true
	}
	return model.Team{}, false
}

// meantLines show which team is meant so far.
func meantLines(f flow.Frame, said model.Text, except model.TeamID) []string {
	st := f.Styles
	c := candidates(f.State, said, except)
	if len(c) == 1 {
		return []string{kit.Cut(st.Good.Render(kit.SignDecided+" ")+st.Strong.Render(c[0].Name.Line()), f.Width)}
	}
	var names []string
	for _, t := range c {
		names = append(names, t.Name.Line())
	}
	if len(names) == 0 {
		return nil
	}
	return kit.Paragraph(st.Muted, "which one: "+strings.Join(names, ", ")+"?", f.Width)
}

// addObjectiveForm writes one more objective on a stall and goes there.
func addObjectiveForm(f flow.Frame, t model.Team) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title: "One more objective of " + t.Name.Line(),
		Fields: []dialog.Field{{
			Key: "title", Label: "objective", Kind: dialog.Line, Required: true,
			Hint: "What will be better, and for whom? Key results follow with e.",
		}},
		Submit: func(v dialog.Values) flow.Effect {
			add := workshop.AddObjective{Team: t.ID, Title: v.Text("title")}
			e := flow.Effect{Do: []workshop.Intent{add}}
			if next, err := f.Preview(add); err == nil {
				after, _ := next.Teams.Get(t.ID)
				e.Go = flow.Target{Stage: workshop.StallsStage, Team: t.ID, Objective: after.Objectives[len(after.Objectives)-1]}
			}
			return e
		},
	})
}
