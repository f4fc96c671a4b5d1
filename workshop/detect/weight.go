package detect

import (
	"math"
	"slices"

	"souk/model"
)

// byRule adds up what the signals say by the rule of the reason that tells about them.
func (j judge) byRule(rules []string, signals []float64) map[string]float64 {
	all := map[string]float64{}
	for i, rule := range rules {
		all[rule] += j.weights[i] * signals[i]
	}
	return all
}

// odds are the log-odds of a probability.
func odds(p float64) float64 { return math.Log(p) - math.Log1p(-p) }

// least is what a reason must add to a score, in log-odds, to be worth saying where there is a better one.
const least = 0.15

// wordRules are the rules that tell about words in common, the plainest first.
var wordRules = []string{similarLine, sharedWords, oneConcept}

// gather gives what words in common add, but no reason tells about, to the plainest reason that does tell about words.
func gather(reasons []model.Reason, adds map[string]float64) {
	told := func(rule string) bool {
		return slices.ContainsFunc(reasons, func(r model.Reason) bool { return ruleOf(r) == rule })
	}
	at := slices.IndexFunc(wordRules, told)
	if at < 0 {
		return
	}
	for _, rule := range wordRules {
		if !told(rule) {
			adds[wordRules[at]] += adds[rule]
			delete(adds, rule)
		}
	}
}

// ruleOf is the rule that a reason stands for: the same line is a similar one.
func ruleOf(r model.Reason) string {
	if r.Rule == sameLine {
		return similarLine
	}
	return r.Rule
}

// weigh says of every reason what it adds to the score, in log-odds. What remains of the score without them is what holds for any pair.
// Reasons that add next to nothing are left out while others remain.
func weigh(reasons []model.Reason, adds map[string]float64) []model.Reason {
	gather(reasons, adds)
	var kept []model.Reason
	for i := range reasons {
		r := &reasons[i]
		rule := ruleOf(*r)
		r.Weight = math.Round(adds[rule]*100) / 100
		delete(adds, rule)
		if r.Weight >= least || alwaysSaid(r.Rule) {
			kept = append(kept, *r)
		}
	}
	if len(kept) == 0 {
		return reasons
	}
	return kept
}

// alwaysSaid holds for what the drafts state themselves, for what is missing, and for what makes a conflict.
func alwaysSaid(rule string) bool {
	switch rule {
	case statedNeed, offersIt, gap, opposites, tradeOff, sameTime:
		return true
	}
	return false
}

// addsTo are the contributions to one of the scores of two objectives.
func (k *closeness) addsTo(kind model.FindingKind) map[string]float64 {
	switch kind {
	case model.Conflict:
		all := conflicts.byRule(conflictRules, k.against())
		if k.conflict > 0 && k.conflict < 1 {
			plainly := sigmoid(conflicts.odds(k.against())) * k.different()
			rule := tradeOff
			if k.opposite && k.line >= muchAlike {
				rule = opposites
			}
			all[rule] += max(0, odds(k.conflict)-odds(plainly))
		}
		return all
	case model.Synergy:
		all := synergies.byRule(synergyRules, k.together())
		all[oneIntent] += sameIntent * flag(k.intent)
		return all
	default:
		all := duplicates.byRule(duplicateRules, k.alike())
		all[oneFigure] += sameFigure * flag(k.figure)
		return all
	}
}

// addsUp are the contributions to the score of an ask. What is said outright takes what the rest leaves.
func (k *ask) addsUp() map[string]float64 {
	all := dependencies.byRule(dependencyRules, k.wanting())
	said := namesTeam
	switch {
	case k.need > 0:
		said = statedNeed
	case k.offer >= coveredEnough:
		said = offersIt
	}
	if p := k.dependency(); p < 1 {
		all[said] += max(0, odds(p)-dependencies.odds(k.wanting()))
	}
	return all
}
