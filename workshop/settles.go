package workshop

import "souk/model"

// Settles are the findings that the decision settles: those between its two objectives, or the whole matter where the outcome says
// that all teams go on as they are. The others stay on the table.
func (in DecideFinding) Settles() []model.Finding {
	if len(in.Findings) == 0 || SettlesAll(in.Outcome) {
		return in.Findings
	}
	first := in.Findings[0]
	pair := model.Pair(first.Kind, first.A, first.B)
	var out []model.Finding
	for _, f := range in.Findings {
		if model.Pair(f.Kind, f.A, f.B) == pair {
			out = append(out, f)
		}
	}
	return out
}

// SettlesAll reports whether an outcome settles the whole matter: that there is no such relation, or that all go on knowingly.
func SettlesAll(o model.Outcome) bool { return o.RulesOut() || o == model.KeepBoth }
