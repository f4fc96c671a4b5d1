package signal

import (
	"fmt"

	"souk/model"
	"souk/workshop/say"
)

// escalated is what the room could not settle and sent up.
func (r *reader) escalated() []Signal {
	var out []Signal
	for q := range r.Requests.All() {
		a := q.Answer()
		if a.Answer == model.EscalatedUp {
			text := fmt.Sprintf("%s asks %s for %s, which was escalated.", r.TeamName(q.From.Team), r.TeamName(q.To.Team), say.Quote(q.What))
			out = append(out, Signal{
				Kind: EscalatedRequest, Key: key(EscalatedRequest, q.ID), Text: text, Evidence: lines(a.Text), Owner: a.Who.Line(),
			})
		}
	}
	for d := range r.Decisions.All() {
		if d.Outcome == model.Escalated {
			out = append(out, Signal{
				Kind: EscalatedConflict, Key: key(EscalatedConflict, d.ID), Text: d.Summary.Line(), Evidence: lines(d.Rationale), Owner: d.Owner.Line(),
			})
		}
	}
	return out
}

func lines(t model.Text) []string {
	if t.IsEmpty() {
		return nil
	}
	return []string{t.Line()}
}
