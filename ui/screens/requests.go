package screens

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/theme"
	"souk/workshop"
)

// answerSign is the sign of the last word about a request.
func answerSign(st *theme.Styles, a model.AnswerKind) string {
	switch a {
	case model.Committed, model.SisterKR:
		return st.Decided.Render(kit.SignDecided)
	case model.Countered:
		return st.Queued.Render(kit.SignQueued)
	case model.Declined:
		return st.Dismissed.Render(kit.SignDismissed)
	case model.RiskOwned, model.EscalatedUp:
		return st.Risk.Render(kit.SignRisk)
	case model.Unanswered:
	}
	return st.Open.Render(kit.SignOpen)
}

// answerWords is where a request stands, in a few words.
func answerWords(r model.Request) string {
	t := r.Answer()
	if details := answerDetails(t); t.Answer != model.Unanswered && len(details) > 0 {
		return answerWord(t.Answer) + ": " + strings.Join(details, ", ")
	}
	if t.Answer == model.Unanswered {
		return "asked, not answered"
	}
	return answerWord(t.Answer)
}

// said are the texts that are not empty.
func said(texts ...model.Text) []string {
	var out []string
	for _, t := range texts {
		if !t.IsEmpty() {
			out = append(out, t.Line())
		}
	}
	return out
}

// answerWord is an answer in the past tense.
func answerWord(a model.AnswerKind) string {
	switch a {
	case model.Committed:
		return "committed"
	case model.Countered:
		return "counter-proposal"
	case model.Declined:
		return "declined"
	case model.EscalatedUp:
		return "escalated"
	case model.SisterKR, model.RiskOwned:
		return string(a)
	case model.Unanswered:
	}
	return "not answered"
}

// requestLines are a request: what is asked, and everything that was said to it, oldest first.
func requestLines(f flow.Frame, r model.Request, width int) []string {
	st := f.Styles
	out := kit.Paragraph(st.Title, r.What.Line(), max(width-2, 1))
	for i := range out {
		sign := "  "
		if i == 0 {
			sign = answerSign(st, r.Answer().Answer) + " "
		}
		out[i] = sign + out[i]
	}
	for i, t := range r.Trail {
		word, details := answerWord(t.Answer), answerDetails(t)
		if i == 0 {
			word, details = "asked", askDetails(r)
		}
		if len(details) > 0 {
			word += ": " + strings.Join(details, ", ")
		}
		if !t.By.IsEmpty() {
			word += " (" + t.By.Line() + ")"
		}
		when := ""
		if !t.At.IsZero() {
			when = t.At.In(f.Now.Location()).Format("2 Jan")
		}
		out = append(out, kit.Labelled(st, when, word, 10, width)...)
	}
	if r.Answer().Answer == model.Unanswered {
		out = append(out, kit.Paragraph(st.Warn, f.State.TeamName(r.To.Team)+" has not answered yet.", width)...)
	}
	return out
}

func askDetails(r model.Request) []string {
	var out []string
	if !r.NeededBy.IsEmpty() {
		out = append(out, "needed by "+r.NeededBy.Line())
	}
	if r.Size != "" {
		out = append(out, "size "+string(r.Size))
	}
	return out
}

func answerDetails(t model.Turn) []string {
	var out []string
	if !t.When.IsEmpty() {
		out = append(out, "by "+t.When.Line())
	}
	return append(out, said(t.Who, t.Text)...)
}

// optionWidth is how much of a text an option shows.
const optionWidth = 48

// askForm turns a finding into a request to the other team.
func askForm(f flow.Frame, m matter) flow.Dialog {
	from, to := asking(m.finding), m.finding.B
	o, _ := f.State.Objectives.Get(from.Objective)
	options, at := []string{"the whole objective"}, 0
	for i, k := range o.KeyResults {
		options = append(options, kit.Cut(fmt.Sprintf("KR%d %s", i+1, words(k).Line()), optionWidth))
		if len(from.KeyResults) > 0 && k.ID == from.KeyResults[0] {
			at = i + 1
		}
	}
	sizes := []model.Size{model.Small, model.Medium, model.Large}
	fields := []dialog.Field{
		{Key: "what", Label: "what", Value: needed(f, m.finding, from), Hint: "what exactly is needed", Required: true},
		{Key: "by", Label: "needed by", Hint: "a date, or a moment of the cycle"},
		{Key: "size", Label: "size", Kind: dialog.Choice, Options: []string{"S", "M", "L"}, At: 1},
	}
	if len(options) > 1 {
		fields = append(fields, dialog.Field{Key: "for", Label: "for", Kind: dialog.Choice, Options: options, At: at})
	}
	return dialog.NewForm(dialog.FormSpec{
		Title:  fmt.Sprintf("%s asks %s", f.State.TeamName(from.Team), f.State.TeamName(to.Team)),
		Fields: fields,
		Record: "ask",
		Submit: func(v dialog.Values) flow.Effect {
			side := model.Side{Team: from.Team, Objective: from.Objective}
			if i := v.Choice("for"); i > 0 {
				side.KeyResults = []model.KeyResultID{o.KeyResults[i-1].ID}
			}
			return flow.Effect{Do: []workshop.Intent{workshop.MakeRequest{
				Findings: m.all, From: side, To: to, What: v.Text("what"), NeededBy: v.Text("by"), Size: sizes[v.Choice("size")],
			}}}
		},
	})
}

// asking is the side that needs something, with the key result in which the first evidence stands where the finding names none.
func asking(fi model.Finding) model.Side {
	side := fi.A
	side.KeyResults = fi.Needing()
	return side
}

// needed is what is probably asked for: what somebody raised, or a need on the stall that the evidence quotes, or the key result that
// needs it, or the objective.
func needed(f flow.Frame, fi model.Finding, from model.Side) model.Text {
	if fi.RaisedByHand() && len(fi.Reasons) > 0 {
		return fi.Reasons[0].Text
	}
	team, _ := f.State.Teams.Get(from.Team)
	for _, need := range team.Needs {
		if need.Team == fi.B.Team && quoted(fi, need.Text) {
			return need.Text
		}
	}
	o, _ := f.State.Objectives.Get(from.Objective)
	for _, id := range from.KeyResults {
		if k, _, ok := workshop.KeyResult(o, id); ok {
			return words(k)
		}
	}
	return o.Title
}

// quoted reports whether a reason quotes the beginning of a text.
func quoted(fi model.Finding, t model.Text) bool {
	const enough = 40
	start := []rune(t.Line())
	start = start[:min(len(start), enough)]
	return slices.ContainsFunc(fi.Reasons, func(r model.Reason) bool { return strings.Contains(r.Text.Line(), string(start)) })
}

// answerForm records what the asked team says.
func answerForm(f flow.Frame, m matter, answer model.AnswerKind) flow.Dialog {
	r := m.request
	a := answering{frame: f, request: r, answer: answer, into: homes(f, r)}
	return dialog.NewForm(dialog.FormSpec{
		Title:  fmt.Sprintf("%s: %s “%s”", capital(string(answer)), f.State.Between(r), kit.Cut(r.What.Line(), 40)),
		Lead:   m.proposal(model.Outcome(answer)),
		Fields: a.fields(),
		Preview: func(f flow.Frame, v dialog.Values) []string {
			return a.preview(f, v)
		},
		Submit: func(v dialog.Values) flow.Effect { return flow.Effect{Do: []workshop.Intent{a.intent(v)}} },
	})
}

// answering is an answer while the room is at it.
type answering struct {
	frame   flow.Frame
	request model.Request
	answer  model.AnswerKind
	into    []model.Objective // where a sister key result may go
}

// homes are the live objectives of the asked team, the one that was asked first.
func homes(f flow.Frame, r model.Request) []model.Objective {
	var out []model.Objective
	for _, o := range f.State.ObjectivesOf(r.To.Team) {
		switch {
		case o.Fate != model.Live:
		case o.ID == r.To.Objective:
			out = slices.Insert(out, 0, o)
		default:
			out = append(out, o)
		}
	}
	return out
}

func (a answering) fields() []dialog.Field {
	s := a.frame.State
	asking, asked := s.TeamName(a.request.From.Team), s.TeamName(a.request.To.Team)
	when := a.request.NeededBy
	if last := a.request.Answer(); last.Answer == model.Countered && !last.When.IsEmpty() {
		when = last.When
	}
	switch a.answer {
	case model.Committed:
		return []dialog.Field{
			{Key: "when", Label: "by", Value: when, Hint: "a date, or a moment of the cycle", Required: true},
			{Key: "who", Label: "who", Value: model.Clean(asked)},
		}
	case model.Countered:
		return []dialog.Field{
			{Key: "when", Label: "by", Hint: "the date that " + asked + " can offer"},
			{Key: "text", Label: "proposes", Hint: "what " + asked + " can do instead, or under which condition"},
		}
	case model.Declined:
		return []dialog.Field{{Key: "text", Label: "why not", Hint: "what stands in the way", Required: true}}
	case model.SisterKR:
		out := []dialog.Field{{Key: "text", Label: "key result", Value: a.request.What, Hint: "that " + asked + " takes on", Required: true}}
		if len(a.into) > 0 {
			names := make([]string, len(a.into))
			for i, o := range a.into {
				names[i] = kit.Cut(o.Title.Line(), optionWidth)
			}
			out = append(out, dialog.Field{Key: "into", Label: "under", Kind: dialog.Choice, Options: names})
		}
		return out
	case model.RiskOwned:
		return []dialog.Field{
			{Key: "who", Label: "who owns it", Value: model.Clean(asking), Required: true},
			{Key: "text", Label: "how", Hint: "what happens if it does not come; may stay empty"},
		}
	case model.EscalatedUp, model.Unanswered:
	}
	return []dialog.Field{
		{Key: "text", Label: "to decide", Hint: "what must be decided; may stay empty"},
		{Key: "who", Label: "by whom", Value: model.Clean("leadership"), Required: true},
	}
}

func (a answering) intent(v dialog.Values) workshop.AnswerRequest {
	in := workshop.AnswerRequest{
		Request: a.request.ID, Answer: a.answer, When: v.Text("when"), Who: v.Text("who"), Text: v.Text("text"),
	}
	if a.answer == model.SisterKR && len(a.into) > 0 {
		in.Into = a.into[v.Choice("into")].ID
	}
	return in
}

// preview shows the key result that the asked team takes on; other answers change no OKR.
func (a answering) preview(f flow.Frame, v dialog.Values) []string {
	in := a.intent(v)
	if in.Into == "" {
		return nil
	}
	after, err := f.Preview(in)
	if err != nil {
		return missing(f, err)
	}
	was, _ := f.State.Objectives.Get(in.Into)
	is, _ := after.Objectives.Get(in.Into)
	return decidedChanges(flow.Frame{State: after, Styles: f.Styles}, after.Diff(was, is), kit.Measure(f.Width, true))
}
