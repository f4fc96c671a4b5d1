package review

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/screens"
)

// questionFor is what a coach would ask the team about an item; it is only a beginning, to be changed before it is sent.
func questionFor(f flow.Frame, it item, team model.TeamID) string {
	switch it.sort {
	case ofCheck:
		return questionOnCheck(it)
	case ofPair:
		return questionOnPair(f, it.matter, team)
	case ofTeam, ofNote, ofAsked:
	}
	return ""
}

// askOf are questions by check. What stands at the place goes in for {}.
var askOf = map[string]string{
	"deliverable":         "Suppose {} is done: what will be different for customers or colleagues, and how will you notice?",
	"only-a-number":       "Whom does it help when {} comes true, and what will they be able to do then?",
	"figure-in-objective": "Could you say {} without the figure, and keep the figure as a key result?",
	"short-objective":     "What exactly should change with {}, and for whom?",
	"long-objective":      "How would you say {} in one breath?",
	"business-as-usual":   "What will you do differently this cycle because of {}?",
	"no-owner":            "Whom can the other teams ask about {}?",
	"no-key-results":      "How will you know in three months that {} has come true?",
	"few-key-results":     "What must not get worse while you reach {}? Would that be a second key result?",
	"many-key-results":    "If you could only keep three key results of {}, which would they be?",
	"all-leading":         "You know what you will do for {}. Which figure should move because of it?",
	"all-lagging":         "What would show you within weeks that {} is on its way?",
	"placeholder":         "What is your best guess for the figure in {}? A rough one is enough to talk about.",
	"target-is-baseline":  "{}: is it meant to stay as it is, or is one of the figures another one?",
	"wrong-way":           "{}: should it go up or down?",
	"over-100":            "{}: of what is that the share?",
	"no-unit":             "{}: what do the figures count?",
	"vague":               "How would another team see that {} has come true?",
	"no-number":           "{}: from where to where?",
	"no-baseline":         "Where does it stand today: {}?",
	"outside-cycle":       "What of {} will be true at the end of this cycle?",
	"repeats-objective":   "{} says the objective again: what would be evidence for it?",
	"subset":              "{} is part of another key result: what else would show that it worked?",
	"activity":            "What will come of {}, and how will you notice?",
	"baseline":            "What will you decide once you know it: {}?",
	"milestone":           "When {} is done, what will be better, and for whom?",
	"no-why-now":          "Why does {} matter now? What happens if it waits for a cycle?",
	"stands-alone":        "Why does {} matter now, and what does it contribute to? It may stand alone; then one sentence why.",
	"why-now-echo":        "What has changed, that {} matters now?",
	"why-now-generic":     "{} would be true of many objectives. What is it about this one, now?",
	"many-objectives":     "Which of your objectives would you keep if you could only keep three?",
	"cascaded-copy":       "{} is also a key result of another team. What is your own part in it, in your own words?",
}

// longestQuote is how much of a place a question repeats, in cells.
const longestQuote = 90

func quoted(t model.Text) string { return "“" + kit.Cut(t.Line(), longestQuote) + "”" }

// questionOnCheck asks about what a check found; of several places it names the first.
func questionOnCheck(it item) string {
	p := it.card.Places[0]
	ask, known := askOf[it.card.Check.ID]
	if !known {
		return p.Reason.Line()
	}
	text := strings.ReplaceAll(ask, "{}", quoted(p.Text))
	if n := len(it.card.Places) - 1; n > 0 {
		text += " The same goes for " + counted(n, "other line", "other lines") + " of yours."
	}
	return text
}

// questionOnPair asks a team about its relation with another one.
func questionOnPair(f flow.Frame, m screens.Matter, team model.TeamID) string {
	fi := m.Finding()
	own, side := sidesOf(m, team)
	name := f.State.TeamName(side.Team)
	ours, theirs := titleOf(f, own), titleOf(f, side)
	switch fi.Kind {
	case model.Duplicate:
		return fmt.Sprintf("%s plans %s. Is that the same work as %s, and if it is, who should lead it?", name, theirs, ours)
	case model.Synergy:
		return fmt.Sprintf("%s plans %s. What could you both win by doing that together with %s?", name, theirs, ours)
	case model.Conflict:
		return fmt.Sprintf("Could %s make it harder for %s to reach %s? What would let both succeed?", ours, name, theirs)
	case model.Dependency:
	}
	need := quoted(model.Clean(topic(f, m)))
	if fi.A.Team == team {
		return fmt.Sprintf("%s: what exactly do you need from %s for that, and by when? Have you talked yet?", need, name)
	}
	return fmt.Sprintf("%s may ask you for this: %s. Could you, and by when?", name, need)
}

// titleOf is the objective of a side in quotation marks, or the team's name where it has none.
func titleOf(f flow.Frame, side model.Side) string {
	if o, ok := f.State.Objectives.Get(side.Objective); ok {
		return quoted(o.Title)
	}
	return "what " + f.State.TeamName(side.Team) + " plans"
}
