package report

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/workshop"
	"souk/workshop/say"
)

// requests are what teams asked of each other, by the team that was asked.
func (w *writer) requests() []Block {
	section := Section{Title: "Requests and answers"}
	if w.Requests.Len() == 0 {
		section.Blocks = []Block{Paragraph{"No team has asked another for anything."}}
		return []Block{section}
	}
	asked := map[model.TeamID][]Block{}
	for r := range w.Requests.All() {
		asked[r.To.Team] = append(asked[r.To.Team], w.request(r))
	}
	for t := range w.Teams.All() {
		if points := asked[t.ID]; len(points) > 0 {
			section.Blocks = append(section.Blocks, Section{"Asked of " + t.Name.Line(), append([]Block{w.load(t.ID)}, points...)})
		}
	}
	if rings := w.Cycles(); len(rings) > 0 {
		var items []string
		for _, ring := range rings {
			items = append(items, strings.Join(append(w.teamNames(ring), w.TeamName(ring[0])), " → "))
		}
		section.Blocks = append(section.Blocks, Section{"Teams that wait for each other", append(
			[]Block{Paragraph{"Each team waits for the next, and the last for the first. Somebody has to begin."}}, list(items)...)})
	}
	return []Block{section}
}

// load says how much a team is asked for.
func (w *writer) load(id model.TeamID) Block {
	l := w.loads[id]
	text := fmt.Sprintf("%s: %s.", say.Count(l.Asked, "request"), say.Join(numbers(
		number{l.Promised, "promised"}, number{l.Open, "open"}, number{l.Asked - l.Promised - l.Open, "answered otherwise"})))
	if workshop.Overloaded(l, w.loads) {
		text += " That is far more than other teams are asked for."
	}
	return Paragraph{text}
}

func (w *writer) request(r model.Request) Block {
	var f facts
	f.add("For", w.place(r.From))
	if r.To.Objective != "" {
		f.add("Touches", w.place(r.To))
	}
	f.add("Needed by", r.NeededBy.Line())
	f.add("Size", string(r.Size))
	f.add("Answer", w.standing(r))
	blocks := f.blocks()
	if len(r.Trail) > 2 { // more than a question and its answer
		var steps []string
		for _, t := range r.Trail {
			steps = append(steps, w.step(r, t))
		}
		blocks = append(blocks, Paragraph{"How it went:"}, List{steps})
	}
	return Point{fmt.Sprintf("%s needs: %s", w.TeamName(r.From.Team), r.What.Line()), blocks}
}

// standing is where a negotiation ended.
func (w *writer) standing(r model.Request) string {
	a := r.Answer()
	switch a.Answer {
	case model.Unanswered:
		return "none yet; asked on " + moment(a.At)
	case model.Countered:
		return w.said(r, a) + "; " + w.TeamName(r.From.Team) + " has not answered yet"
	default:
		return w.said(r, a) + " (" + moment(a.At) + ")"
	}
}

// refused is what became of a request that leaves what needs it at risk.
func (w *writer) refused(r model.Request) string {
	if r.Answer().Answer == model.Declined {
		return w.TeamName(r.To.Team) + " declined"
	}
	return "escalated, not promised by " + w.TeamName(r.To.Team)
}

// step is one line of the negotiation.
func (w *writer) step(r model.Request, t model.Turn) string {
	text := moment(t.At) + ": " + w.said(r, t)
	if t.Answer == model.Unanswered {
		text = moment(t.At) + ": " + w.TeamName(r.From.Team) + " asks" + by(t.When)
	}
	if !t.By.IsEmpty() {
		text += " (recorded by " + t.By.Line() + ")"
	}
	return text
}

// said is an answer in words.
func (w *writer) said(r model.Request, t model.Turn) string {
	team := w.TeamName(r.To.Team)
	var text string
	switch t.Answer {
	case model.Committed:
		text = team + " commits" + by(t.When)
	case model.Countered:
		text = team + " proposes something else" + by(t.When)
	case model.Declined:
		text = team + " declines" + by(t.When)
	case model.SisterKR:
		text = team + " takes on a key result of its own" + by(t.When)
	case model.RiskOwned:
		return "the risk is owned by " + t.Who.Line() + by(t.When) + because(t.Text)
	case model.EscalatedUp:
		text = "escalated" + by(t.When)
		if !t.Who.IsEmpty() {
			return text + " to " + t.Who.Line() + because(t.Text)
		}
		return text + because(t.Text)
	default:
		return "not answered yet"
	}
	if !t.Who.IsEmpty() {
		text += " (" + t.Who.Line() + ")"
	}
	return text + because(t.Text)
}

// by is a date as the room said it: words such as "mid-cycle" stand as they are.
func by(when model.Text) string {
	if when.IsEmpty() {
		return ""
	}
	return ", by " + strings.TrimPrefix(when.Line(), "by ")
}

func because(t model.Text) string {
	if t.IsEmpty() {
		return ""
	}
	return ": " + t.Line()
}
