package signal

import (
	"slices"
	"strings"

	"souk/model"
	"souk/workshop"
)

// between separates the ids in a key.
const between = "+"

// key is the matter of a signal: its kind and what it is about, in whichever order that was found.
func key[T ~string](kind string, ids ...T) string {
	sorted := make([]string, len(ids))
	for i, id := range ids {
		sorted[i] = strings.ReplaceAll(string(id), between, " ") // a team of last cycle is known by its name
	}
	slices.Sort(sorted)
	return kind + "/" + strings.Join(sorted, between)
}

// Settled are the matters about which the room has decided, by their keys.
type Settled []string

// Kept are the matters that the room raised or kept, whether or not it dropped them later.
func Kept(s *workshop.State) Settled {
	var out Settled
	for g := range s.Signals.All() {
		out = append(out, g.Matter())
	}
	return out
}

// Dropped are the matters that are not for leadership.
func Dropped(s *workshop.State) Settled {
	var out Settled
	for matter := range s.DroppedSignals {
		out = append(out, matter)
	}
	slices.Sort(out)
	return out
}

// Of is the matter among these that a computed signal is about. It is the same one as long as most of what it is about is the same: an outcome
// in four pieces stays that outcome when one of them goes, or when a fifth comes.
func (all Settled) Of(g Signal) (matter string, ok bool) {
	if slices.Contains(all, g.Key) {
		return g.Key, true
	}
	kind, about, _ := strings.Cut(g.Key, "/")
	ids := strings.Split(about, between)
	for _, matter := range all {
		k, was, _ := strings.Cut(matter, "/")
		if k != kind {
			continue
		}
		before, same := strings.Split(was, between), 0
		for _, id := range ids {
			if slices.Contains(before, id) {
				same++
			}
		}
		if 2*same > len(ids) {
			return matter, true
		}
	}
	return "", false
}

// Open lists the computed signals that the room has neither kept nor dropped.
func Open(s *workshop.State, findings []model.Finding) []Signal {
	settled := append(Kept(s), Dropped(s)...)
	return slices.DeleteFunc(Compute(s, findings), func(g Signal) bool {
		_, ok := settled.Of(g)
		return ok
	})
}
