package detect

// judge turns what a close look found into a probability: a small logistic model. Its weights began as what a coach would
// expect and moved, strongly shrunk, toward relations that coaches had found in drafts of several organisations.
type judge struct {
	bias    float64
	weights []float64
}

func (j judge) score(features []float64) float64 {
	sum := j.bias
	for i, w := range j.weights {
		sum += w * features[i]
	}
	return sigmoid(sum)
}

var (
	// alike: line, mean, stems, rare, subject, opposite
	duplicates = judge{-7.2, []float64{7.5, 6.3, 4.2, 1.6, 2, -1.4}}
	// together: title, line, mean, stems, concepts, rare, subject, chain, named, kin, size, tension, intent
	synergies = judge{-4.1, []float64{0.7, 2.2, 1.5, 1.3, 0.5, 1, 0.5, 1.1, 1, 1.1, 1, 0.6, 0.6}}
	// against: mean, stems, rare, named, kin, size, tension, tensions
	conflicts = judge{-7.8, []float64{4.7, 1.7, 1.6, 1.3, 0.93, 1.5, 2.9, 1.5}}
	// wanting: mention, given, indirect, lift, match, both, all, stems, concepts, hub
	dependencies = judge{-3.1, []float64{3.2, 1.3, 0.3, 1.9, 1, 1, 0.9, 1.3, 0.6, 0.6}}
)

func (k *closeness) alike() []float64 {
	return []float64{k.line, k.mean, k.stems, k.rare, k.subject, flag(k.opposite)}
}

func (k *closeness) together() []float64 {
	return []float64{
		k.title, k.line, k.mean, k.stems, k.concepts, k.rare, k.subject, k.chain, k.named, k.kin, k.size, k.tension,
		flag(k.intent),
	}
}

func (k *closeness) against() []float64 {
	return []float64{k.mean, k.stems, k.rare, k.named, k.kin, k.size, k.tension, float64(min(k.tensions, 10)) / 10}
}

func (k *ask) wanting() []float64 {
	return []float64{
		k.mention, k.given, k.indirect, k.lift, k.match, k.both, k.all, k.stems, k.concepts, k.hub,
	}
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// judge sets the scores of the symmetric kinds. What is the same is neither a synergy nor a conflict as well; opposite directions
// of one line speak for themselves.
func (k *closeness) judge() {
	k.duplicate = duplicates.score(k.alike())
	k.synergy = synergies.score(k.together())
	same := k.duplicate * k.duplicate
	k.synergy *= 1 - same
	k.conflict = conflicts.score(k.against()) * (1 - same)
	if k.opposite && k.line >= muchAlike {
		k.conflict += (1 - k.conflict) * k.line
	}
}

// dependency is the score of an ask. What a team states itself comes first, then what another offers.
func (k *ask) dependency() float64 {
	p := dependencies.score(k.wanting())
	switch {
	case k.need > 0:
		return 0.9 + p/10
	case k.offer >= coveredEnough:
		return p + (1-p)*k.offer/2
	}
	return p
}
