package detect

// judge turns what a close look found into a probability: a small logistic model over signals in 0 to 1. Its weights began as what a
// coach would expect and moved a little, strongly shrunk, toward relations that coaches had found in drafts of several organisations;
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
	duplicates   = judge{-6, []float64{8.5, 3.1, 6.2, 1.1, -1.6}}
	synergies    = judge{-4.3, []float64{1.4, 1.9, 1.2, 0.6, 0.4, 1.6, 1.1, 1, 1.2, 0.5, 1.2}}
	conflicts    = judge{-6.7, []float64{5.4, 3, 1.5, 1, 1.2, 1.5, 2.7, 1.1}}
	dependencies = judge{-4.1, []float64{4.3, 2.2, 0.5, 1.7, 2.7, 1.2, 1.4, 0.4, 0.4, 0.9, 0.2, 2, 2.5}}
)

// The signals of each kind, in the order of the weights, and the rule of the reason that tells about them: empty for what is no
// reason by itself.
var (
	duplicateRules  = []string{similarLine, similarLine, similarLine, sharedWords, ""}
	synergyRules    = []string{similarLine, similarLine, similarLine, oneConcept, sharedWords, oneConcept, leadsTo, namesTeam, partnership, partnership, ""}
	conflictRules   = []string{similarLine, sharedWords, sharedWords, namesTeam, partnership, "", tradeOff, tradeOff}
	dependencyRules = []string{
		namesTeam, worksFor, usuallyProvides, asksEveryone, sharedWords, leadsTo, sharedWords, partnership, partnership, usuallyProvides, usuallyProvides,
		theirMatter, usuallyProvides,
	}
)

func (k *closeness) alike() []float64 {
	return []float64{k.told, k.second, k.mean, k.rare, flag(k.opposite)}
}

func (k *closeness) together() []float64 {
	return []float64{k.title, k.says, k.mean, k.concepts, k.rare, k.subject, k.chain, k.named, k.kin, k.adds, k.theme}
}

func (k *closeness) against() []float64 {
	return []float64{k.mean, k.stems, k.rare, k.named, k.kin, k.size, k.tension, float64(min(k.tensions, 10)) / 10}
}

func (k *ask) wanting() []float64 {
	return []float64{k.mention, k.given, k.both, k.all, k.stems, k.chain, k.theme, k.usual, k.adds, k.indirect, k.direct, k.work, k.alone}
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

// judge sets the scores of the symmetric kinds. What is the same is neither a synergy nor a conflict as well; opposite directions
// of one line speak for themselves.
func (k *closeness) judge() {
	k.duplicate = sigmoid(duplicates.odds(k.alike()) + sameFigure*flag(k.figure))
	k.synergy = sigmoid(synergies.odds(k.together()) + sameIntent*flag(k.intent))
	different := 1 - k.duplicate*k.duplicate
	k.synergy *= different
	k.conflict = sigmoid(conflicts.odds(k.against())) * different
	k.conflict += (1 - k.conflict) * inNumbers * k.clash
	if k.opposite && k.line >= muchAlike {
		k.conflict += (1 - k.conflict) * k.line
	}
}

// A mention that is this strong says outright that the team is needed: "with team X", "blocked by X". Coaches took up that share.
const (
	outright = 0.5
	saysSo   = 0.85
)

// dependency is the score of an ask. What a team states itself comes first, then what another offers.
func (k *ask) dependency() float64 {
	p := sigmoid(dependencies.odds(k.wanting()))
	if k.mention >= outright {
		p = max(p, k.mention*saysSo)
	}
	switch {
	case k.need > 0:
		return 0.9 + p/10
	case k.offer >= coveredEnough:
		return p + (1-p)*k.offer/2
	}
	return p
}
