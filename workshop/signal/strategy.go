package signal

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/workshop/say"
)

// fewBlanks is how many questions without an answer are a signal each.
const fewBlanks = 2

// unanswered are the six questions to which leadership has no answer. Where none was answered the drafts brought none, and nothing is said.
func (r *reader) unanswered() []Signal {
	questions := model.Questions()
	var open []int
	for n := range questions {
		if r.Answer(n).IsEmpty() {
			open = append(open, n)
		}
	}
	if len(open) == len(questions) {
		return nil
	}
	if len(open) > fewBlanks {
		g := Signal{Kind: UnansweredQuestion, Text: fmt.Sprintf("Leadership has no answer yet to %d of the %d questions.", len(open), len(questions))}
		var numbers []string
		for _, n := range open {
			numbers = append(numbers, fmt.Sprint(n+1))
			g.Evidence = append(g.Evidence, fmt.Sprintf("Question %d is blank: “%s”", n+1, questions[n]))
		}
		g.Key = key(UnansweredQuestion, numbers...)
		return []Signal{g}
	}
	var out []Signal
	for _, n := range open {
		out = append(out, Signal{
			Kind: UnansweredQuestion, Key: key(UnansweredQuestion, fmt.Sprint(n+1)),
			Text:     fmt.Sprintf("Leadership has no answer yet to “%s”", questions[n]),
			Evidence: []string{fmt.Sprintf("Question %d of %d is blank; %d are answered.", n+1, len(questions), len(questions)-len(open))},
		})
	}
	return out
}

// Below these, too few teams say what they support for what nobody says to mean anything.
const (
	fewestStating = 3
	stating       = 3 // every third objective
)

// supportIsStated reports whether the teams say what they support.
func (r *reader) supportIsStated() bool {
	return r.stating >= fewestStating && r.stating*stating >= len(r.live)
}

// unsupported are the intents that no live objective says it supports. A vision is nobody's task in one cycle. What looks far ahead may be
// carried by nearer intents: it is missed only where teams do name intents of its horizon, or where there is no nearer one.
func (r *reader) unsupported() []Signal {
	if !r.supportIsStated() {
		return nil
	}
	named := map[model.Horizon]bool{}
	for _, i := range r.Intents {
		if len(r.behind[i.ID]) > 0 {
			named[i.Horizon] = true
		}
	}
	nearest := r.nearest()
	var out []Signal
	for _, i := range r.Intents {
		if i.Horizon == model.Vision || len(r.behind[i.ID]) > 0 || !named[i.Horizon] && i.Horizon != nearest {
			continue
		}
		evidence := []string{fmt.Sprintf("%d of %s say which intent they support, none of them this one.", r.stating, say.Count(len(r.live), "objective"))}
		if others := r.others(i, func(o model.Intent) bool { return o.Horizon == i.Horizon }); others != "" {
			evidence = append(evidence, "For comparison: "+others)
		}
		out = append(out, Signal{
			Kind: UnsupportedIntent, Key: key(UnsupportedIntent, i.ID),
			Text:     fmt.Sprintf("No objective says that it supports the %s %s", i.Horizon.Word(), ended(i.Text)),
			Evidence: evidence, Intent: i.ID,
		})
	}
	return out
}

// nearest is the nearest horizon that has an intent.
func (r *reader) nearest() model.Horizon {
	for _, h := range slices.Backward(model.Horizons()) {
		if slices.ContainsFunc(r.Intents, func(i model.Intent) bool { return i.Horizon == h }) {
			return h
		}
	}
	return ""
}

// others says how many objectives are behind other intents.
func (r *reader) others(than model.Intent, like func(model.Intent) bool) string {
	var parts []string
	for _, i := range r.Intents {
		if i.ID != than.ID && like(i) {
			parts = append(parts, fmt.Sprintf("%s %d", say.Quote(i.Text), len(r.behind[i.ID])))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, ", ") + "."
}

// An intent is crowded where at least that many teams stand behind it, half of the objectives and half of the teams that name any intent.
const (
	crowd        = 5
	fewestChoice = 3 // intents to choose from
)

// crowded is the intent behind which everybody stands.
func (r *reader) crowded() []Signal {
	choice := slices.DeleteFunc(slices.Clone(r.Intents), func(i model.Intent) bool { return i.Horizon == model.Vision })
	if len(choice) < fewestChoice || !r.supportIsStated() {
		return nil
	}
	teams := map[model.TeamID]bool{} // that name any intent
	for _, behind := range r.behind {
		for _, o := range behind {
			teams[o.Team] = true
		}
	}
	var out []Signal
	for _, i := range choice {
		behind := r.behind[i.ID]
		crowding := teamsOf(behind)
		if len(crowding) < crowd || 2*len(crowding) < len(teams) || 2*len(behind) < r.stating {
			continue
		}
		evidence := []string{"Behind it are " + say.Names(r.names(crowding)) + "."}
		if others := r.others(i, func(o model.Intent) bool { return o.Horizon != model.Vision }); others != "" {
			evidence = append(evidence, "The other intents: "+others)
		}
		out = append(out, Signal{
			Kind: CrowdedIntent, Key: key(CrowdedIntent, i.ID),
			Text: fmt.Sprintf("Everybody crowds on %s: %d of %s that name an intent, and %d of %s.",
				say.Quote(i.Text), len(behind), say.Count(r.stating, "objective"), len(crowding), say.Count(len(teams), "team")),
			Evidence: evidence, Intent: i.ID,
		})
	}
	return out
}

// An intent meets many a "not yet" from two on, where that is a third of the objectives behind it.
const (
	fewestNotYet = 2
	notYetShare  = 3
)

// notYet are the intents whose objectives the room does not agree to yet.
func (r *reader) notYet() []Signal {
	var out []Signal
	for _, i := range r.Intents {
		var evidence []string
		var held []model.Objective
		for _, o := range r.behind[i.ID] {
			words := notYetWords(o)
			if len(words) > 0 {
				held = append(held, o)
				evidence = append(evidence, r.titled(o)+": "+strings.Join(words, "; "))
			}
		}
		behind := len(r.behind[i.ID])
		if len(held) < fewestNotYet || len(held)*notYetShare < behind {
			continue
		}
		out = append(out, Signal{
			Kind: ManyNotYet, Key: key(ManyNotYet, i.ID),
			Text:     fmt.Sprintf("%d of the %d objectives behind %s met a “not yet”.", len(held), behind, say.Quote(i.Text)),
			Evidence: evidence, Intent: i.ID,
		})
	}
	return out
}

// notYetWords are the sides that said "not yet", with what is missing.
func notYetWords(o model.Objective) []string {
	var out []string
	for _, p := range []model.Party{model.TeamParty, model.LeadershipParty} {
		if w := o.Agreement.Of(p); w.Stance == model.NotYet {
			out = append(out, string(p)+" says not yet"+saidLast(w.Reason))
		}
	}
	return out
}
