package detect

import "math"

// judge turns what a close look found into a probability: a small logistic model over signals in 0 to 1. Its weights began as what a
// coach would expect and moved toward relations that people had listed in the drafts of many organisations;
// docs/detection.md tells how, and what the model reaches on organisations that it has not seen.
type judge struct {
	bias    float64
	weights []float64
}

// odds are the log-odds of a relation.
func (j judge) odds(signals []float64) float64 {
	sum := j.bias
	for i, w := range j.weights {
		sum += w * signals[i]
	}
	return sum
}

var (
	duplicates   = judge{-3.5, []float64{4.8, 6.1, 0.8, 2.2, 1.3, -1.1, 1, 0.7, 3.6, 0.5, -5.2}}
	synergies    = judge{-1.3, []float64{0.5, 0.5, 2.3, 0.3, 0.4, 0.6, 0.2, 0.5, 0.7, 0.3, 0.4, 1.5, 1.5, 1.3, -5.9}}
	conflicts    = judge{-4.2, []float64{5.2, 2.4, 0.6, 0.9, 0.8, 1.4, 0.9, 0.4, 1.2, 0.4, 1.9, 1.2, 1.2, -2.3}}
	dependencies = judge{-3.0, []float64{2.1, 0.7, 0.7, 0.7, 0.3, 0.2, 1.3, 1.7, 1.6, 1.1, 0.8, 0.9, 0.9, -3}}
)

// The signals of each kind, in the order of the weights, and the rule of the reason that tells about them: empty for what is no
// reason by itself.
var (
	duplicateRules  = []string{similarLine, similarLine, similarLine, similarLine, sharedWords, "", "", oneConcept, sharedWords, "", ""}
	synergyRules    = []string{similarLine, similarLine, similarLine, oneConcept, sharedWords, oneConcept, leadsTo, namesTeam, partnership, partnership, "", sharedWords, "", "", ""}
	conflictRules   = []string{similarLine, sharedWords, sharedWords, namesTeam, partnership, "", tradeOff, tradeOff, similarLine, oneConcept, "", sameTime, sameTime, ""}
	dependencyRules = []string{namesTeam, worksFor, usuallyProvides, asksEveryone, partnership, usuallyProvides, theirMatter, usuallyProvides, theirWords, "", "", "", "", ""}
)

// alike are the signals of a duplicate. Two lines that say nearly the same count twice: there the coaches hardly doubt.
func (k *closeness) alike() []float64 {
	return []float64{k.told, max(0, 2*k.told-1), k.second, k.mean, k.rare, flag(k.opposite), k.short, float64(k.concepts), k.nearer, k.chain, k.crowd}
}

func (k *closeness) together() []float64 {
	return []float64{k.title, k.says, k.mean, float64(k.concepts), k.rare, k.subject, k.chain, k.named, k.kin, k.adds, k.theme, k.nearer, k.long, k.joint, k.crowd}
}

func (k *closeness) against() []float64 {
	return []float64{k.mean, float64(k.stems), k.rare, k.named, k.kin, k.size, k.tension, float64(min(k.tensions, 10)) / 10, k.told, k.subject, k.contested, k.atOnce, k.standstill, k.crowd}
}

func (k *ask) wanting() []float64 {
	return []float64{math.Sqrt(k.mention), math.Sqrt(k.given), k.both, k.all, k.usual, k.indirect, k.work, k.alone, k.fit, k.large, k.size, k.seeking, k.sought, k.crowd}
}

// crowd is how many objectives or teams there are to choose from, 0 for one and 1 for most: everybody has to do with some others only, so
// the more there are, the less likely is each. Beyond what the weights were learnt from it stays the same.
func crowd(n int) float64 {
	const most = 200
	return math.Log(float64(max(1, min(n, most)))) / math.Log(most)
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// sameIntent is what it adds to a synergy, in log-odds, that both support one intent.
const sameIntent = 0.7

// sameFigure is what it adds to a duplicate, in log-odds, that both measure one thing and start from the same figure.
const sameFigure = 4

// inNumbers is how surely a coach takes up a trade-off that both sides put in numbers, whatever else speaks for it.
const inNumbers = 0.3

// oneTitle is how surely two objectives of the same title are one matter, even if it says too little for a duplicate: "hiring goals".
const oneTitle = 0.8

// different is how surely two objectives are not one matter.
func (k *closeness) different() float64 {
	same := k.duplicate
	if k.title >= nearlySame {
		same = max(same, oneTitle)
	}
	return 1 - same*same
}

// judge sets the scores of the symmetric kinds. What is the same is neither a synergy nor a conflict as well; opposite directions
// of one line speak for themselves.
func (k *closeness) judge() {
	k.duplicate = sigmoid(duplicates.odds(k.alike()) + sameFigure*flag(k.figure))
	k.synergy = sigmoid(synergies.odds(k.together()) + sameIntent*flag(k.intent))
	different := k.different()
	k.synergy *= different
	k.conflict = sigmoid(conflicts.odds(k.against())) * different
	k.conflict += (1 - k.conflict) * inNumbers * k.clash
	if k.opposite && k.line >= muchAlike {
		k.conflict += (1 - k.conflict) * k.line
	}
}

// A mention that is this strong says outright that the team is needed: "with team X", "blocked by X". The plainer it is, the surer; what is
// said comes before what is only likely.
const (
	outright = 0.4
	saysSo   = 0.45
	plainly  = 0.4
)

// dependency is the score of an ask. What a team states itself comes first, then what another offers.
func (k *ask) dependency() float64 {
	p := sigmoid(dependencies.odds(k.wanting()))
	if k.mention >= outright {
		p = max(p, saysSo+plainly*k.mention)
	}
	switch {
	case k.need > 0:
		return 0.9 + p/10
	case k.offer >= coveredEnough:
		return p + (1-p)*k.offer/2
	}
	return p
}
