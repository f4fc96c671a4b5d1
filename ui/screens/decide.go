package screens

import (
	"errors"
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/say"
)

// The fields of a decision.
const (
	fieldLead      = "lead"
	fieldName      = "name"
	fieldWords     = "words"
	fieldScopeLead = "scope of the first"
	fieldScopeRest = "scope of the other"
	fieldRationale = "rationale"
	fieldOwner     = "owner"
	fieldDue       = "due"
)

// decideForm asks for what an outcome needs, and shows what it would do to the OKRs.
func decideForm(f flow.Frame, m matter, outcome model.Outcome) flow.Dialog {
	d := deciding{frame: f, matter: m, outcome: outcome}
	return dialog.NewForm(dialog.FormSpec{
		Title:  capital(string(outcome)) + ": " + f.State.Pair(m.finding),
		Lead:   strings.TrimSpace(m.proposal(outcome) + " " + d.lead()),
		Fields: d.fields(),
		Preview: func(f flow.Frame, v dialog.Values) []string {
			return decisionPreview(f, d.intent(v))
		},
		Submit: func(v dialog.Values) flow.Effect { return flow.Effect{Do: []workshop.Intent{d.intent(v)}} },
	})
}

// deciding is a decision while the room is at it.
type deciding struct {
	frame   flow.Frame
	matter  matter
	outcome model.Outcome
}

// lead says what a decision about a card with more than two teams covers, and who stays on the table.
func (d deciding) lead() string {
	teams := d.matter.teams()
	if len(teams) <= 2 {
		return ""
	}
	s := d.frame.State
	settled := workshop.DecideFinding{Findings: d.matter.all, Outcome: d.outcome}.Settles()
	if len(settled) == len(d.matter.all) {
		return fmt.Sprintf("With this the card is settled for all %d teams.", len(teams))
	}
	rest := make([]string, 0, len(teams)-2)
	for _, t := range teams[2:] {
		rest = append(rest, s.TeamName(t))
	}
	verb := "stay"
	if len(rest) == 1 {
		verb = "stays"
	}
	return fmt.Sprintf("This settles %s; %s %s on the table.", s.Pair(d.matter.finding), say.Names(rest), verb)
}

// isDenial reports whether the outcome says that there is no such relation.
func (d deciding) isDenial() bool {
	all := model.Outcomes(d.matter.finding.Kind)
	return d.outcome == all[len(all)-1]
}

// leadLabel names what sets the two objectives apart; empty where the outcome treats both alike.
func (d deciding) leadLabel() string {
	switch d.outcome {
	case model.LeadAndFollow, model.FormVirtualTeam, model.ShareOwners, model.ShareObjective:
		return "leads"
	case model.Merge:
		return "stays"
	case model.Sequence:
		return "comes first"
	case model.OneGivesWay:
		return "has the way"
	default:
		return ""
	}
}

// hasWords reports whether the objective that stays may get new words.
func (d deciding) hasWords() bool {
	switch d.outcome {
	case model.Merge, model.ShareOwners, model.ShareObjective, model.FormVirtualTeam:
		return true
	default:
		return false
	}
}

func (d deciding) fields() []dialog.Field {
	s, fi := d.frame.State, d.matter.finding
	a, b := s.TeamName(fi.A.Team), s.TeamName(fi.B.Team)
	if fi.A.Team == fi.B.Team { // as when one side went into another objective
		a, b = s.Label(fi.A.Objective), s.Label(fi.B.Objective)
	}
	if d.isDenial() {
		return []dialog.Field{{Key: fieldRationale, Label: "why", Hint: "may stay empty"}}
	}
	var out []dialog.Field
	if label := d.leadLabel(); label != "" {
		out = append(out, dialog.Field{Key: fieldLead, Label: label, Kind: dialog.Choice, Options: []string{a, b}})
	}
	if d.outcome == model.FormVirtualTeam {
		out = append(out, dialog.Field{Key: fieldName, Label: "team's name", Required: true})
	}
	if d.hasWords() {
		out = append(out, dialog.Field{
			Key: fieldWords, Label: "objective's title", Value: d.prefilled(fieldWords, dialog.Values{}), Follows: d.follows(fieldWords),
			Hint: "untouched, it is the title of the one chosen above",
		})
	}
	if d.outcome == model.SplitScope {
		out = append(out,
			dialog.Field{Key: fieldScopeLead, Label: a, Hint: "what " + a + " takes on", Required: true},
			dialog.Field{Key: fieldScopeRest, Label: b, Hint: "what " + b + " takes on", Required: true})
	}
	due := dialog.Field{Key: fieldDue, Label: "due", Value: endOfCycle(d.frame.State), Hint: "a date, or a moment of the cycle"}
	if d.outcome == model.FormVirtualTeam {
		due.Label, due.Hint = "until", "when the team ends: a date, or a moment of the cycle"
	}
	return append(out, d.rationale(),
		dialog.Field{Key: fieldOwner, Label: "owner", Value: d.prefilled(fieldOwner, dialog.Values{}), Follows: d.follows(fieldOwner), Hint: d.ownerHint()}, due)
}

func (d deciding) rationale() dialog.Field {
	switch d.outcome {
	case model.TradeOff, model.OneGivesWay:
		return dialog.Field{Key: fieldRationale, Label: "agreed", Hint: "what was agreed", Required: true}
	case model.FormVirtualTeam:
		return dialog.Field{Key: fieldRationale, Label: "purpose", Hint: "what the team is for; may stay empty"}
	case model.ShareAsset:
		return dialog.Field{Key: fieldRationale, Label: "they share", Hint: "the key result or asset"}
	case model.Escalated:
		return dialog.Field{Key: fieldRationale, Label: "to decide", Hint: "what leadership must decide"}
	default:
		return dialog.Field{Key: fieldRationale, Label: "why", Hint: "may stay empty"}
	}
}

func (d deciding) ownerHint() string {
	if d.leadLabel() == "" {
		return "who sees to it"
	}
	return "untouched, it is the team chosen above"
}

// chosen is the side that leads, or stays.
func (d deciding) chosen(v dialog.Values) model.Side {
	if v.Choice(fieldLead) == 1 {
		return d.matter.finding.B
	}
	return d.matter.finding.A
}

// follows is prefilled for a field that changes with the choice.
func (d deciding) follows(key string) func(dialog.Values) model.Text {
	return func(v dialog.Values) model.Text { return d.prefilled(key, v) }
}

// prefilled is what a field says until somebody types: the title of the chosen side, and its team.
func (d deciding) prefilled(key string, v dialog.Values) model.Text {
	side := d.chosen(v)
	if key == fieldWords {
		o, _ := d.frame.State.Objectives.Get(side.Objective)
		return o.Title
	}
	return model.Clean(d.frame.State.TeamName(side.Team))
}

// intent is the decision as the form says it. A title that is not touched is none.
func (d deciding) intent(v dialog.Values) workshop.DecideFinding {
	in := workshop.DecideFinding{
		Findings: d.matter.all, Outcome: d.outcome, Lead: d.chosen(v).Objective,
		Title: v.Text(fieldWords), Name: v.Text(fieldName), ScopeLead: v.Text(fieldScopeLead), ScopeRest: v.Text(fieldScopeRest),
		Rationale: v.Text(fieldRationale), Owner: v.Text(fieldOwner), Due: v.Text(fieldDue),
	}
	if d.outcome == model.FormVirtualTeam {
		in.Until = in.Due
	}
	if in.Title == d.prefilled(fieldWords, v) {
		in.Title = model.Text{}
	}
	return in
}

// decisionPreview shows the decision as it would be read aloud, and each change to the OKRs before and after; or why it cannot be.
func decisionPreview(f flow.Frame, in workshop.DecideFinding) []string {
	after, err := f.Preview(in)
	if err != nil {
		return missing(f, err)
	}
	d, _ := after.DecisionOn(in.Findings[0].ID)
	return verdictLines(flow.Frame{State: after, Styles: f.Styles}, d, kit.Measure(f.Width, true))
}

// missing is the sentence of a preview that does not come about. What is only not said yet is no mistake.
func missing(f flow.Frame, err error) []string {
	var e *workshop.Error
	if errors.As(err, &e) && e.Code == workshop.Empty {
		return kit.Paragraph(f.Styles.Muted, e.Message, kit.Measure(f.Width, true))
	}
	return kit.Paragraph(f.Styles.Refused, kit.SignRisk+" "+err.Error(), kit.Measure(f.Width, true))
}

// verdictLines are a decision: the sentence, who sees to it by when, why, and what it changes.
func verdictLines(f flow.Frame, d model.Decision, width int) []string {
	st := f.Styles
	out := kit.Paragraph(st.Good, kit.SignDecided+" "+d.Summary.Line(), width)
	var parts []string
	for _, p := range []struct {
		label string
		text  model.Text
	}{{"owner", d.Owner}, {"due", d.Due}, {"agreed by", d.AgreedBy}} {
		if !p.text.IsEmpty() {
			parts = append(parts, p.label+" "+p.text.Line())
		}
	}
	if len(parts) > 0 {
		out = append(out, kit.Paragraph(st.Text, strings.Join(parts, " · "), width)...)
	}
	if !d.Rationale.IsEmpty() {
		out = append(out, kit.Labelled(st, "because", d.Rationale.Line(), 10, width)...)
	}
	return append(out, decidedChanges(f, d.Changes, width)...)
}

// decidedChanges shows each change before and after, objective by objective.
func decidedChanges(f flow.Frame, changes []model.Change, width int) []string {
	var out []string
	last := model.ObjectiveID("")
	for _, c := range changes {
		if c.Objective != last {
			last = c.Objective
			out = append(out, kit.Cut(f.Styles.Strong.Render(f.State.Label(c.Objective)), width))
		}
		out = append(out, kit.Indent(fieldChange(f, c, max(width-2, 1)), 2)...)
	}
	return out
}

// capital is s with a capital first letter.
func capital(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
