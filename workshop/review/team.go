package review

import (
	"strconv"

	"souk/model"
)

// manyObjectives: more than a team can keep in mind.
func manyObjectives(t *team, tell tell) {
	most := t.limit(MostObjectives)
	if t.top {
		most = t.limit(MostObjectivesTop)
	}
	if n := len(t.objectives); n > most {
		at := spot{about: strconv.Itoa(n) + " objectives", text: t.Name.Line(), german: t.spoken == inGerman}
		tell(at, said{
			"%d objectives; %d are as many as a team can move in a cycle. Which would you keep if you had to choose?",
			"%d Ziele; mehr als %d kann ein Team in einem Zyklus kaum bewegen. Welche würdet ihr behalten, wenn ihr wählen müsstet?",
		}, n, most)
	}
}

func noKeyResults(o *objective, tell tell) {
	if len(o.keyResults) == 0 {
		tell(o.whole(), said{"No key result says yet how anybody would notice.", "Noch sagt kein Schlüsselergebnis, woran es jemand merken würde."})
	}
}

func fewKeyResults(o *objective, tell tell) {
	if n := len(o.keyResults); n > 0 && n < o.team.limit(FewestKeyResults) {
		few := said{
			"%d key results show one side of it. What should not get worse meanwhile?",
			"%d Schlüsselergebnisse zeigen eine Seite davon. Was darf dabei nicht schlechter werden?",
		}
		if n == 1 {
			few = said{
				"%d key result shows one side of it. What should not get worse meanwhile?",
				"%d Schlüsselergebnis zeigt eine Seite davon. Was darf dabei nicht schlechter werden?",
			}
		}
		tell(o.held(), few, n)
	}
}

func manyKeyResults(o *objective, tell tell) {
	if n := len(o.keyResults); n > o.team.limit(MostKeyResults) {
		tell(o.held(), said{
			"%d key results; nobody can watch that many. Which %d would tell you most?",
			"%d Schlüsselergebnisse; so viele behält niemand im Auge. Welche %d würden euch am meisten sagen?",
		}, n, o.team.limit(MostKeyResults))
	}
}

// noOwner: nobody is named, where most other objectives name somebody.
func noOwner(o *objective, tell tell) {
	if o.team.m.owned && len(o.keyResults) > 0 && !isOwned(o.Objective) {
		tell(o.whole(), said{
			"Most objectives here name who looks after a key result; this one does not.",
			"Die meisten Ziele hier nennen, wer sich um ein Schlüsselergebnis kümmert; dieses nicht.",
		})
	}
}

// allLeading: nothing but things to do.
func allLeading(o *objective, tell tell) {
	if o.onlyDoes() && o.Phase != model.Discovery {
		tell(o.held(), said{
			"%s are things to do. Which figure would move if they helped?",
			"%s sind Dinge, die zu tun sind. Welche Zahl würde sich bewegen, wenn sie helfen?",
		}, o.all())
	}
}

// onlyDoes reports whether no key result measures anything.
func (o *objective) onlyDoes() bool {
	done, blank := 0, 0
	for i := range o.keyResults {
		switch o.keyResults[i].is {
		case Metric:
			return false
		case Placeholder:
			if _, _, missing, _ := o.keyResults[i].placeholder(); missing == aFigure {
				return false // a measure, as soon as it is filled in
			}
			blank++
		default:
			done++
		}
	}
	return done >= 2 && done > blank
}

// allLagging: nothing that tells before the cycle is over.
func allLagging(o *objective, tell tell) {
	for i := range o.keyResults {
		k := &o.keyResults[i]
		metric := read(k.Metric.String())
		if k.is != Metric || !k.has(lagging) && !metric.has(lagging) || k.has(early) || metric.has(early) {
			return
		}
	}
	if len(o.keyResults) >= 2 {
		tell(o.held(), said{
			"%s tell only when it is over. What would show in week four that you are on the way?",
			"%s zeigen sich erst, wenn alles vorbei ist. Was würde in Woche vier zeigen, dass ihr auf dem Weg seid?",
		}, o.all())
	}
}

// all is how a sentence about all key results begins, in the language of the objective.
func (o *objective) all() model.Text {
	if len(o.keyResults) == 2 {
		return said{"Both key results", "Beide Schlüsselergebnisse"}.in(o.whole().german)
	}
	return said{"All %d key results", "Alle %d Schlüsselergebnisse"}.in(o.whole().german, len(o.keyResults))
}
