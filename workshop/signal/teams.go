package signal

import (
	"fmt"
	"slices"

	"souk/model"
	"souk/workshop/say"
)

// A team finds it hard to say why now where none of its objectives says it, from two on, or three of four, from three silent ones on.
const (
	fewestSilent = 2
	manySilent   = 3
)

// withoutWhyNow are the teams that find it hard to say why their objectives matter now. Where most objectives of the workshop lack a why now,
// nobody was asked, and nothing is said.
func (r *reader) withoutWhyNow() []Signal {
	said := 0
	for _, o := range r.live {
		if !o.WhyNow.IsEmpty() {
			said++
		}
	}
	if 2*said < len(r.live) {
		return nil
	}
	var out []Signal
	for _, t := range r.Stalls() {
		var silent []string
		own := r.liveOf(t.ID)
		for _, o := range own {
			if o.WhyNow.IsEmpty() {
				silent = append(silent, say.Quote(o.Title))
			}
		}
		if n := len(silent); n >= fewestSilent && n == len(own) || n >= manySilent && 4*n >= 3*len(own) {
			out = append(out, Signal{
				Kind: NoWhyNow, Key: key(NoWhyNow, t.ID), Text: t.Name.Line() + " leaves open why its objectives matter now.",
				Evidence: []string{fmt.Sprintf("No why now for %d of %s: %s", n, say.Count(len(own), "objective"), say.Join(silent))},
			})
		}
	}
	return out
}

func (r *reader) liveOf(t model.TeamID) []model.Objective {
	return slices.DeleteFunc(r.ObjectivesOf(t), func(o model.Objective) bool { return o.Fate != model.Live })
}

// fewestAsking is from how many teams on a load is one.
const fewestAsking = 3

// everybody are the words by which a team's own OKRs say that it works for whoever asks, in English and German.
var everybody = []string{
	"request", "every team", "each team", "all teams", "ticket", "other teams", "teams can", "for teams", "anfrage", "alle teams", "jedes team", "allen teams",
	"jedem team", "andere teams",
}

// hidden are support teams that many teams count on, while neither their own OKRs nor their offers say so.
func (r *reader) hidden() []Signal {
	asks := r.asks()
	var out []Signal
	for _, t := range r.Stalls() {
		own := r.liveOf(t.ID)
		if t.Kind != model.SupportTeam || len(own) == 0 || saysItServes(own) {
			continue
		}
		var asking []model.TeamID
		var evidence []string
		for _, a := range asks[t.ID] {
			if slices.ContainsFunc(t.Offers, func(x model.Exchange) bool { return x.Team == a.from }) {
				continue
			}
			evidence = append(evidence, r.TeamName(a.from)+": "+a.what)
			if !slices.Contains(asking, a.from) {
				asking = append(asking, a.from)
			}
		}
		if len(asking) < fewestAsking {
			continue
		}
		titles := make([]string, len(own))
		for i, o := range own {
			titles[i] = say.Quote(o.Title)
		}
		out = append(out, Signal{
			Kind: HiddenLoad, Key: key(HiddenLoad, t.ID),
			Text:     fmt.Sprintf("%s count on %s, and none of its objectives or offers says so.", say.Count(len(asking), "team"), t.Name.Line()),
			Evidence: append(evidence, "Its own objectives: "+say.Join(titles)+"."),
		})
	}
	return out
}

// ask is what one team wants of another.
type ask struct {
	from model.TeamID
	what string
}

// asks are what teams want, by who is asked, as far as no objective there answers it: requests, needs that name the team, and dependencies
// that the room confirmed.
func (r *reader) asks() map[model.TeamID][]ask {
	out := map[model.TeamID][]ask{}
	asked := map[model.FindingID]bool{}
	for q := range r.Requests.All() {
		asked[q.Finding] = true
		if a := q.Answer().Answer; q.To.Objective == "" && a != model.Declined && a != model.SisterKR {
			out[q.To.Team] = append(out[q.To.Team], ask{q.From.Team, "request: " + q.What.Line()})
		}
	}
	for _, t := range r.Stalls() {
		for _, n := range t.Needs {
			if n.Team != "" && n.Team != t.ID {
				out[n.Team] = append(out[n.Team], ask{t.ID, "need: " + n.Text.Line()})
			}
		}
	}
	for _, f := range r.findings {
		if f.Kind == model.Dependency && f.Status == model.Confirmed && f.B.Objective == "" && !asked[f.ID] {
			o, _ := r.Objectives.Get(f.A.Objective)
			out[f.B.Team] = append(out[f.B.Team], ask{f.A.Team, "confirmed dependency of " + r.titled(o)})
		}
	}
	return out
}

func saysItServes(own []model.Objective) bool {
	for _, o := range own {
		if contains(o.Title, everybody) || contains(o.WhyNow, everybody) {
			return true
		}
		for _, k := range o.KeyResults {
			if contains(k.Text, everybody) {
				return true
			}
		}
	}
	return false
}

// drifting are delivery teams whose objectives are far from the strategy and from everybody else's, by their words and by what the room said:
// no support and no why now, not a word in common with any intent, nothing agreed with another team, and a "not yet" or a relation ruled out.
func (r *reader) drifting() []Signal {
	if !r.supportIsStated() {
		return nil
	}
	strategy := map[string]bool{}
	for _, i := range r.Intents {
		for w := range about(i.Text) {
			strategy[w] = true
		}
	}
	bound := r.bound()
	var out []Signal
	for _, t := range r.Stalls() {
		own := r.liveOf(t.ID)
		if t.Kind != model.DeliveryTeam || len(own) < 2 || bound[t.ID] || slices.ContainsFunc(own, func(o model.Objective) bool { return !adrift(o, strategy) }) {
			continue
		}
		said := r.doubts(t.ID, own)
		if len(said) == 0 {
			continue
		}
		titles := make([]string, len(own))
		for i, o := range own {
			titles[i] = say.Quote(o.Title)
		}
		out = append(out, Signal{
			Kind: DriftingTeams, Key: key(DriftingTeams, t.ID), Text: t.Name.Line() + " drifts away from the strategy and from the other teams.",
			Evidence: append([]string{"No support, no why now and no word of the strategy in " + say.Join(titles) + "."}, said...),
		})
	}
	return out
}

// adrift reports whether nothing in an objective ties it to the strategy or to another team.
func adrift(o model.Objective, strategy map[string]bool) bool {
	if len(o.Supports) > 0 || !o.WhyNow.IsEmpty() || o.IsShared() || o.Follows != "" {
		return false
	}
	texts := []model.Text{o.Title}
	for _, k := range o.KeyResults {
		texts = append(texts, k.Text)
	}
	for _, t := range texts {
		for w := range about(t) {
			if strategy[w] {
				return false
			}
		}
	}
	return true
}

// bound are the teams that agreed something with another one, or ask or are asked for something.
func (r *reader) bound() map[model.TeamID]bool {
	out := map[model.TeamID]bool{}
	for q := range r.Requests.All() {
		out[q.From.Team], out[q.To.Team] = true, true
	}
	for f := range r.Findings.All() {
		if f.Status == model.Confirmed || f.Status == model.Queued {
			out[f.A.Team], out[f.B.Team] = true, true
		}
	}
	for _, o := range r.live {
		for _, p := range o.Supports {
			out[p.Team] = true
		}
	}
	return out
}

// doubts are what the room said against a team's objectives, or against their relations.
func (r *reader) doubts(team model.TeamID, own []model.Objective) []string {
	var out []string
	for _, o := range own {
		for _, words := range notYetWords(o) {
			out = append(out, r.titled(o)+": "+words)
		}
	}
	for d := range r.Decisions.All() { // what a coach dismissed alone is no word of the room
		if f, ok := r.Findings.Get(d.Finding); ok && d.Outcome.RulesOut() && (f.A.Team == team || f.B.Team == team) {
			out = append(out, fmt.Sprintf("the room ruled out a %s: %s", f.Kind, r.Pair(f)))
		}
	}
	return out
}
