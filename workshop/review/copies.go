package review

import "souk/model"

// subset: a key result that is part of a sibling, or stands there twice.
func subset(o *objective, tell tell) {
	for i := range o.keyResults {
		k := &o.keyResults[i]
		if k.is == Placeholder {
			continue
		}
		for j := range o.keyResults {
			other := &o.keyResults[j]
			if i > j && k.saysAgain(other) {
				tell(k.whole(), said{"“%s” stands here twice.", "„%s“ steht hier zweimal."}, k.short())
				break
			}
			if i != j && k.isPartOf(other) && (len(k.subject) < len(other.subject) || i > j) {
				tell(k.whole(), said{"“%s” is part of key result %d.", "„%s“ ist ein Teil von Schlüsselergebnis %d."}, k.short(), j+1)
				break
			}
		}
	}
}

// saysAgain reports whether two key results are the same text.
func (k *keyResult) saysAgain(other *keyResult) bool {
	return len(k.words) == len(other.words) && k.words.shared(other.words) == len(k.words) && model.Fold(k.Text) == model.Fold(other.Text)
}

// isPartOf reports whether what is measured is all in another key result.
func (k *keyResult) isPartOf(other *keyResult) bool {
	const fewest = 3 // words that say what is measured
	return len(k.subject) >= fewest && k.subject.shared(other.subject) == len(k.subject) && !k.saysAgain(other)
}

// repeatsObjective: a key result that only says its objective again.
func repeatsObjective(k *keyResult, tell tell) {
	if len(k.words) >= 2 && k.words.isAlike(k.of.words) {
		tell(k.whole(), said{
			"“%s” says the objective once more. How would you notice that it is reached?",
			"„%s“ sagt das Ziel noch einmal. Woran würdet ihr merken, dass es erreicht ist?",
		}, k.short())
	}
}

// cascadedCopy: an objective that is a key result of another team.
func cascadedCopy(o *objective, tell tell) {
	from := o.copied
	if from == nil {
		return
	}
	how := said{
		"This is key result %d of “%s” (%s), nearly word for word. What is your own part in it, in your own words?",
		"Das ist fast wörtlich Schlüsselergebnis %d von „%s“ (%s). Was ist euer eigener Teil daran, in euren Worten?",
	}
	if model.Fold(o.Title) == model.Fold(from.Text) {
		how = said{
			"This is key result %d of “%s” (%s), word for word. What is your own part in it, in your own words?",
			"Das ist wörtlich Schlüsselergebnis %d von „%s“ (%s). Was ist euer eigener Teil daran, in euren Worten?",
		}
	}
	tell(o.whole(), how, from.no, from.of.title.short(), from.of.team.Name.Line())
}

// findCopies looks for objectives that are nearly a key result of another team.
func (m *market) findCopies() {
	var rare rarity
	for o := range m.all() {
		rare.note(o.words)
	}
	titles := map[[2]uint64][]*objective{}
	for o := range m.all() {
		for pair := range rare.pairs(o.words) {
			titles[pair] = append(titles[pair], o)
		}
	}
	for o := range m.all() {
		for i := range o.keyResults {
			k := &o.keyResults[i]
			for pair := range rare.pairs(k.words) {
				for _, copied := range titles[pair] {
					if copied.team != o.team && copied.copied == nil && k.words.isAlike(copied.words) {
						copied.copied = k
					}
				}
			}
		}
	}
}
