package detect

import (
	"testing"

	"souk/model"
)

// TestARoomThatDecides walks the cards of every kind in the order of the stages, as a room does, and decides the best that is left by what people
// listed: what it decides must not put fewer cards before it that it takes up.
func TestARoomThatDecides(t *testing.T) {
	invented := append(inventedNames(t), organisationNames(t)...)
	if testing.Short() {
		invented = invented[:12]
	}
	for group, names := range map[string][]string{"real": realNames, "invented": invented} {
		least := map[string]int{"real": 97, "invented": 99}[group] // of 100; the few real sets say less
		t.Run(group, func(t *testing.T) {
			fixed, learning := map[model.FindingKind]int{}, map[model.FindingKind]int{}
			all := [2]int{}
			for _, name := range names {
				in, gold := readAny(t, name)
				r := room{found: run(t, in), gold: gold, quote: quoted(in)}
				for i, taken := range [2]map[model.FindingKind]int{r.takesUp(false), r.takesUp(true)} {
					for kind, n := range taken {
						all[i] += n
						[]map[model.FindingKind]int{fixed, learning}[i][kind] += n
					}
				}
			}
			for _, kind := range walked {
				t.Logf("%-10s %4d taken up in the order of the detector, %4d in that of the room", kind, fixed[kind], learning[kind])
			}
			if all[1]*100 < all[0]*least {
				t.Errorf("%d cards are taken up, %d when nothing is learned", all[1], all[0])
			}
		})
	}
}

// walked are the kinds in the order in which a room meets them.
var walked = []model.FindingKind{model.Dependency, model.Duplicate, model.Synergy, model.Conflict}

// room decides cards.
type room struct {
	found   Findings
	gold    map[model.FindingKind]map[string]float64
	quote   func(model.Span) string
	decided []Decided
}

// takesUp counts how many of the first twenty cards of each kind the room takes up.
func (r *room) takesUp(learns bool) map[model.FindingKind]int {
	const most = 20
	taken := map[model.FindingKind]int{}
	r.decided = nil
	for _, kind := range walked {
		var left []model.Finding
		for _, f := range r.found {
			if f.Kind == kind && len(left) < 3*most {
				left = append(left, f)
			}
		}
		for range min(most, len(left)) {
			if learns {
				left = Relearn(left, r.decided, r.quote)
			}
			best := left[0]
			left = left[1:]
			_, yes := r.gold[kind][key(best)]
			if yes {
				taken[kind]++
			}
			r.decided = append(r.decided, Decided{best, yes})
		}
	}
	return taken
}

// key is how a finding stands among listed relations.
func key(f model.Finding) string {
	b := string(f.B.Objective)
	if f.Kind == model.Dependency {
		b = string(f.B.Team)
	}
	return relation(f.Kind, string(f.A.Objective), b)
}
