package intake

import (
	"slices"
	"strings"

	"souk/model"
)

// word is one of a fixed set and what people call it.
type word[T ~string] struct {
	value T
	names []string // folded
}

var horizons = []word[model.Horizon]{
	{model.Vision, []string{"vision", "purpose", "mission"}},
	{model.MultiYear, []string{"multiyear", "strategicintent", "strategicintents", "strategic", "longterm"}},
	{model.Annual, []string{"annual", "businessintent", "businessintents", "business", "year", "yearly"}},
	{model.Quarter, []string{
		"quarter", "quarterly", "direction", "directionthiscycle", "cycle", "thiscycle", "halfyear", "trimester", "tertial", "month",
	}},
}

var teamKinds = []word[model.TeamKind]{
	{model.DeliveryTeam, []string{"delivery", "deliveryteam", "product", "lieferteam"}},
	{model.SupportTeam, []string{"support", "supportteam", "enabling", "sustaining", "unterstützung"}},
	{model.LeadershipTeam, []string{"leadership", "leadershipteam", "führung", "leitung"}},
	{model.TeamOfTeams, []string{"teamofteams"}},
	{model.VirtualTeam, []string{"virtual", "virtualteam", "virtuell"}},
}

var phases = []word[model.Phase]{
	{model.Discovery, []string{"discovery", "discover", "learning"}},
	{model.Delivering, []string{"delivery", "delivering", "deliver"}},
}

var origins = []word[model.Origin]{
	{model.Authored, []string{"authored", "team", "own"}},
	{model.Assigned, []string{"assigned", "leadership"}},
}

var keepings = []word[model.Keeping]{
	{"", []string{"unknown", "open", "unbekannt", "offen"}},
	{model.Kept, []string{"kept", "yes", "true", "gehalten", "ja"}},
	{model.KeptLate, []string{"late", "keptlate", "verspätet", "spät", "zuspät"}},
	{model.Broken, []string{"broken", "no", "false", "notkept", "gebrochen", "nichtgehalten", "nein"}},
}

// choose reads one of the words. What is not among them is named in a warning, and fallback taken.
func choose[T ~string](r *reader, to *T, words []word[T], fallback T) func(*node) {
	return func(n *node) {
		t := r.oneLine(n)
		if t.IsEmpty() {
			return
		}
		var known bool
		if *to, known = among(words, t); known {
			return
		}
		all := make([]string, len(words))
		for i, w := range words {
			all[i] = string(w.value)
		}
		r.warn(n.at, "use one of "+listed(all), "%s is not a known %s%s", quoted(t.String()), usual(n.key), taken(fallback))
		*to = fallback
	}
}

// among is the value that a text names.
func among[T ~string](words []word[T], t model.Text) (none T, ok bool) {
	for _, w := range words {
		if slices.Contains(w.names, fold(t.String())) {
			return w.value, true
		}
	}
	return none, false
}

func taken[T ~string](fallback T) string {
	if fallback == "" {
		return " and was left out"
	}
	return "; it was read as “" + string(fallback) + "”"
}

// spell turns words into strings.
func spell[T ~string](words []T) []string {
	s := make([]string, len(words))
	for i, w := range words {
		s[i] = string(w)
	}
	return s
}

// listed is an enumeration: a, b or c.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
