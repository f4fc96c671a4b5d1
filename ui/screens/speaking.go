package screens

import (
	"slices"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/workshop"
)

// speaking are the keys that record what is said to an objective; none is why there is nothing to say.
func (s *Agreement) speaking(f flow.Frame, o model.Objective, none string) []flow.Binding {
	both := none
	if both == "" && o.Agreement.IsAligned() {
		both = "Both have agreed to this one."
	}
	var yes []workshop.Intent
	for _, p := range []model.Party{model.TeamParty, model.LeadershipParty} {
		if o.Agreement.Of(p).Stance != model.Agreed {
			yes = append(yes, workshop.Speak{Objective: o.ID, Party: p, Stance: model.Agreed})
		}
	}
	toggle := func(p model.Party) func() flow.Effect {
		stance := model.Agreed
		if o.Agreement.Of(p).Stance == model.Agreed {
			stance = model.Unsaid
		}
		return func() flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.Speak{Objective: o.ID, Party: p, Stance: stance}}}
		}
	}
	return []flow.Binding{
		{Keys: []string{"y"}, Help: "both agree", Off: both, Foot: true, Do: func() flow.Effect { return flow.Effect{Do: yes} }},
		{Keys: []string{"a"}, Help: "team agrees", Off: none, Do: toggle(model.TeamParty)},
		{Keys: []string{"l"}, Help: "leadership agrees", Off: none, Do: toggle(model.LeadershipParty)},
		{Keys: []string{"n"}, Help: "not yet", Off: none, Foot: true, Do: func() flow.Effect { return flow.Effect{Open: notYetForm(f, o)} }},
		{Keys: []string{"v"}, Help: "vote", Off: none, Foot: true, Do: func() flow.Effect { return flow.Effect{Open: voteForm(f, o)} }},
		{Keys: []string{"p"}, Help: "park", Off: none, Do: func() flow.Effect { return flow.Effect{Open: parkStanceForm(f, o)} }},
	}
}

// whose is the field that says for whom something is recorded: at first the side that has not agreed, leadership before the team.
func whose(o model.Objective) dialog.Field {
	at := 0
	if o.Agreement.Leadership.Stance == model.Agreed && o.Agreement.Team.Stance != model.Agreed {
		at = 1
	}
	return dialog.Field{Key: "who", Label: "who says it", Kind: dialog.Choice, Options: []string{"leadership", "team"}, At: at}
}

func partyOf(v dialog.Values) model.Party {
	if v.Choice("who") == 1 {
		return model.TeamParty
	}
	return model.LeadershipParty
}

// notYetForm records what is missing for a yes.
func notYetForm(f flow.Frame, o model.Objective) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title: "Not yet: " + named(f, o),
		Fields: []dialog.Field{
			{Key: "reason", Label: "what is missing", Required: true, Hint: "What would make it a yes, and who finds out by when: “is it this quarter? → COO, 12 Feb”."},
			whose(o),
		},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.Speak{
				Objective: o.ID, Party: partyOf(v), Stance: model.NotYet, Reason: v.Text("reason"),
			}}}
		},
	})
}

// parkStanceForm sets an objective aside without a yes or a no.
func parkStanceForm(f flow.Frame, o model.Objective) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title:  "Park: " + named(f, o),
		Fields: []dialog.Field{{Key: "reason", Label: "until", Hint: "What it waits for; may stay empty."}, whose(o)},
		Record: "park",
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.Speak{
				Objective: o.ID, Party: partyOf(v), Stance: model.ParkedStance, Reason: v.Text("reason"),
			}}}
		},
	})
}

// voteForm takes the room's confidence.
func voteForm(f flow.Frame, o model.Objective) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title: "How confident are we: " + named(f, o),
		Fields: []dialog.Field{{
			Key: "votes", Label: "fist of five", Kind: dialog.Digits, Votes: o.Agreement.Votes,
			Hint: "A digit for each person: 0 no confidence, 5 full confidence. Hear those with two or fewer.",
		}},
		Submit: func(v dialog.Values) flow.Effect {
			votes := v.Votes("votes")
			if slices.Equal(votes, o.Agreement.Votes) {
				return flow.Effect{Say: unchanged}
			}
			return flow.Effect{Do: []workshop.Intent{workshop.Vote{Objective: o.ID, Votes: votes}}}
		},
	})
}
