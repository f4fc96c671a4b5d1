package screens

import (
	"cmp"
	"slices"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/detect"
)

// What is shown of every kind at first: beyond it, what is found is wrong more often than it is right.
const (
	shownAtFirst = 20
	worthALook   = 0.3
)

// Of a kind of which little is likely, the best few are shown all the same: where a trade speaks in words that the detector does not know, one
// in four of them is something, and a room that sees none believes that there is none.
const (
	fewAtLeast   = 5
	worthAGlance = 0.1
)

// matter is one thing to talk about: the findings of one card, or a request that nothing was found for, and what became of it.
type matter struct {
	finding  model.Finding   // the first of the card; made of the request where there is none
	all      []model.Finding // the whole card; empty for a request without a finding
	request  model.Request   // zero while nobody asked
	decision model.Decision  // zero while nothing is decided
}

func (m matter) isAsked() bool    { return m.request.ID != "" }
func (m matter) hasVerdict() bool { return m.decision.ID != "" }

// isSettled reports whether the room is through with it.
func (m matter) isSettled() bool {
	return m.hasVerdict() || m.isAsked() && !m.request.IsWaiting() || m.finding.Status == model.Dismissed
}

// waits reports whether the room still has to talk about it.
func (m matter) waits() bool { return !m.isSettled() && m.finding.Status != model.Parked }

// isAside reports whether the coach dismissed it before the room met; what the room itself dismisses has a verdict.
func (m matter) isAside() bool { return m.finding.Status == model.Dismissed && !m.hasVerdict() }

// isUntouched reports whether only programs have spoken so far.
func (m matter) isUntouched() bool {
	return m.finding.Status == model.Open && !m.finding.RaisedByHand() && !m.isAsked() && !m.hasVerdict()
}

// is reports whether the two are the same matter, whatever happened to it in between.
func (m matter) is(other matter) bool {
	return m.key() == other.key()
}

// key names a matter, whatever happens to it.
func (m matter) key() string {
	if m.finding.ID != "" {
		return string(m.finding.ID)
	}
	return "request " + string(m.request.ID)
}

// teams are all teams of the card, in the order in which they come up.
func (m matter) teams() []model.TeamID {
	out := []model.TeamID{m.finding.A.Team, m.finding.B.Team}
	for _, f := range m.all {
		for _, t := range []model.TeamID{f.A.Team, f.B.Team} {
			if !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// matters are the rows of a screen of findings.
type matters struct {
	from    source
	rows    []matter
	hidden  int // left out because there is probably nothing in them
	open    int // wait for the room, queued ones included
	settled int // by the room
	parked  int
	aside   int // dismissed before the room met; they stand last
	names   int // the width of the longest names

	// detected is how many of a kind are shown that programs found, settled ones included: deciding one brings up no other, so
	// that the room comes to an end.
	detected map[model.FindingKind]int
	counted  map[cardPart]bool // the cards among them: what is left of one that was decided in part is shown with it
}

// source is what rows were made of; they are made anew when it changes.
type source struct {
	state *workshop.State
	first *model.Finding
	n     int
	team  model.TeamID
	more  bool
}

func sourceOf(f flow.Frame, team model.TeamID, more bool) source {
	src := source{state: f.State, n: len(f.Findings), team: team, more: more}
	if src.n > 0 {
		src.first = &f.Findings[0]
	}
	return src
}

// gather makes the rows: one for each card of these kinds, best first, and the requests without a finding where dependencies
// are wanted. What the coach dismissed beforehand stands last; no other status moves a row.
func gather(f flow.Frame, kinds []model.FindingKind, src source) matters {
	out := matters{from: src, detected: map[model.FindingKind]int{}, counted: map[cardPart]bool{}}
	byCard := map[cardPart]int{}
	cardOf := splitter(f)
	var rows []matter
	for _, fi := range f.Findings {
		if !slices.Contains(kinds, fi.Kind) {
			continue
		}
		if fi.Card != "" {
			at, known := byCard[cardOf(fi)]
			if known {
				rows[at].all = append(rows[at].all, fi)
				continue
			}
			byCard[cardOf(fi)] = len(rows)
		}
		rows = append(rows, matter{finding: fi, all: []model.Finding{fi}})
	}
	if slices.Contains(kinds, model.Dependency) {
		rows = withRequests(f, rows)
	}
	withDecisions(f, rows)
	var shown []int
	for _, i := range byLikelihood(rows) {
		if out.takes(rows[i]) {
			shown = append(shown, i)
		}
	}
	slices.SortFunc(shown, func(a, b int) int {
		return cmp.Or(cmp.Compare(last(rows[a]), last(rows[b])), cmp.Compare(a, b))
	})
	for _, i := range shown {
		out.rows = append(out.rows, rows[i])
	}
	for _, m := range out.rows {
		out.names = max(out.names, kit.Width(names(f, m)))
	}
	return out
}

// last is 1 for a matter that stands behind the others.
func last(m matter) int {
	if m.isAside() {
		return 1
	}
	return 0
}

// withRequests puts every request to the finding that it came from, or into a row of its own.
func withRequests(f flow.Frame, rows []matter) []matter {
	at := rowsOf(rows)
	for r := range f.State.Requests.All() {
		if i, known := at[r.Finding]; known && r.Finding != "" {
			rows[i].request = r
			continue
		}
		rows = append(rows, matter{
			finding: model.Finding{Kind: model.Dependency, A: r.From, B: r.To, Status: model.Confirmed}, request: r,
		})
	}
	for i, m := range rows { // what asks for the same under an objective that others were merged into
		if m.finding.Kind == model.Dependency && !m.isAsked() {
			rows[i].request, _ = f.State.RequestFor(m.finding)
		}
	}
	return rows
}

func withDecisions(f flow.Frame, rows []matter) {
	at := rowsOf(rows)
	for d := range f.State.Decisions.All() {
		if i, known := at[d.Finding]; known && d.Finding != "" {
			rows[i].decision = d
		}
	}
}

func rowsOf(rows []matter) map[model.FindingID]int {
	at := make(map[model.FindingID]int, len(rows))
	for i, m := range rows {
		for _, f := range m.all {
			at[f.ID] = i
		}
	}
	return at
}

// takes reports whether a row is wanted, and counts it.
func (ms *matters) takes(m matter) bool {
	if ms.from.team != "" && !slices.Contains(m.teams(), ms.from.team) {
		return false
	}
	whole := cardPart{kind: m.finding.Kind, name: m.finding.Card}
	known := whole.name != "" && ms.counted[whole]
	if m.isUntouched() && !known && !ms.from.more && !ms.isWorthShowing(m.finding) {
		ms.hidden++
		return false
	}
	if len(m.all) > 0 && !m.finding.RaisedByHand() && !known {
		ms.detected[m.finding.Kind]++
		ms.counted[whole] = true
	}
	switch {
	case m.isAside():
		ms.aside++
	case m.isSettled():
		ms.settled++
	case m.finding.Status == model.Parked:
		ms.parked++
	default:
		ms.open++
	}
	return true
}

// isWorthShowing reports whether a finding belongs to what is shown at first, after those that were likelier.
func (ms *matters) isWorthShowing(f model.Finding) bool {
	likely, before := detect.Unlearned(f), ms.detected[f.Kind]
	return likely >= worthALook && before < shownAtFirst || likely >= worthAGlance && before < fewAtLeast
}

// find is the row of a finding or of a request, -1 where it has none.
func (ms *matters) find(id model.FindingID, request model.RequestID) int {
	return slices.IndexFunc(ms.rows, func(m matter) bool {
		if request != "" && m.request.ID == request {
			return true
		}
		return id != "" && slices.ContainsFunc(m.all, func(f model.Finding) bool { return f.ID == id })
	})
}

// next is the nearest row after at, or before it, that still waits for the room, round the ends; -1 where there is none.
func (ms *matters) next(at, step int) int {
	n := len(ms.rows)
	for i := 1; i <= n; i++ {
		k := ((at+step*i)%n + n) % n
		if ms.rows[k].waits() {
			return k
		}
	}
	return -1
}
