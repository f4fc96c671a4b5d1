package workshop

import (
	"slices"

	"souk/model"
)

// Brought is what the drafts said last about what the room may change: so the next import can tell what the drafts changed from what the room did.
type Brought struct {
	Organisation model.Text     `json:"organisation,omitzero"`
	Cycle        model.Text     `json:"cycle,omitzero"`
	Intents      []model.Intent `json:"intents,omitempty"` // in the words of the drafts
	Names        []model.Alias  `json:"names,omitempty"`   // what teams were called before
}

// strategy brings what the drafts say about the workshop as a whole.
func (im *importing) strategy(in model.Drafts) {
	f, was := im.fact, im.Brought
	in.LastCycle, in.Cycles = slices.Clone(in.LastCycle), slices.Clone(in.Cycles)
	for i := range in.LastCycle {
		in.LastCycle[i].Cycle = im.spelled(in.LastCycle[i].Cycle)
	}
	for i := range in.Cycles {
		in.Cycles[i].Cycle = im.spelled(in.Cycles[i].Cycle)
	}
	f.Organisation = called(was.Organisation, im.Organisation, in.Organisation)
	f.Cycle = called(was.Cycle, im.Cycle, in.Cycle)
	f.Brought.Organisation = cmpOr(in.Organisation, was.Organisation)
	f.Brought.Cycle = cmpOr(in.Cycle, was.Cycle)
	f.Answers = im.answers(in.Questions)
	f.LastCycle = broughtTo(im.dated(in.LastCycle), in.LastCycle, joinedResult)
	f.Promises = broughtTo(im.Promises, in.Promises, joinedPromise)
	f.PastSignals = broughtTo(im.PastSignals, in.Signals, joinedSignal)
	f.PastCycles = broughtTo(im.PastCycles, in.Cycles, joinedCycle)
	f.Intents, f.Brought.Intents = slices.Clone(im.Intents), slices.Clone(was.Intents)
	for _, intent := range in.Strategy {
		if !intent.Text.IsEmpty() {
			im.intent(intent)
		}
	}
}

// called is newer, but that the first drafts win over what the file was called before.
func called(was, now, draft model.Text) model.Text {
	if draft.IsEmpty() || (was != now && !was.IsEmpty()) {
		return now
	}
	return draft
}

// intent adds a drafted intent. One that the room reworded or dropped is known by its drafted words and stays as the room left it.
func (im *importing) intent(drafted model.Intent) {
	f := im.fact
	same := func(i model.Intent) bool { return model.Fold(i.Text) == model.Fold(drafted.Text) }
	b := slices.IndexFunc(f.Brought.Intents, same)
	if b < 0 {
		drafted.ID = ""
		if i := slices.IndexFunc(f.Intents, same); i >= 0 {
			drafted.ID = f.Intents[i].ID
		} else {
			drafted.ID = model.IntentID(im.id("i"))
			f.Intents = append(f.Intents, drafted)
		}
		f.Brought.Intents = append(f.Brought.Intents, drafted)
		return
	}
	was := &f.Brought.Intents[b]
	if drafted.Horizon == "" {
		return
	}
	for i := range f.Intents {
		if f.Intents[i].ID == was.ID && f.Intents[i].Horizon == was.Horizon {
			f.Intents[i].Horizon = drafted.Horizon
		}
	}
	was.Horizon = drafted.Horizon
}

// answers fills blanks only: what was said in the room is not overwritten by a file.
func (im *importing) answers(drafted []model.Text) []model.Text {
	out := slices.Clone(im.Answers)
	for i, a := range drafted {
		switch {
		case i >= len(model.Questions()):
			return out
		case i >= len(out):
			out = append(out, a)
		case out[i].IsEmpty():
			out[i] = a
		}
	}
	return out
}

// broughtTo puts drafted things of last cycle into those that are known; join brings a draft into the one that is the same.
func broughtTo[T past[T]](now, drafted []T, join func(now, draft T) T) []T {
	out, at := slices.Clone(now), map[string][]int{}
	for i, o := range out {
		at[o.Key()] = append(at[o.Key()], i)
	}
	for _, d := range drafted {
		alike := at[d.Key()]
		i := slices.IndexFunc(alike, func(i int) bool { return out[i].IsSame(d) })
		if i >= 0 {
			out[alike[i]] = join(out[alike[i]], d)
			continue
		}
		at[d.Key()] = append(alike, len(out))
		out = append(out, d)
	}
	return out
}

// dated are the results of last cycle of which those that the room recorded say their cycle where drafts bring several: as the name of this
// cycle tells, or else that of the first draft. So a row stands for one result only.
func (im *importing) dated(drafted []model.Result) []model.Result {
	out := slices.Clone(im.LastCycle)
	before, _ := PeriodOf(im.fact.Cycle).Before()
	for i, r := range out {
		if !r.Recorded || !r.Cycle.IsEmpty() {
			continue
		}
		alike := slices.DeleteFunc(slices.Clone(drafted), func(d model.Result) bool { return d.Key() != r.Key() || d.Cycle.IsEmpty() })
		best := slices.IndexFunc(alike, func(d model.Result) bool { return isCycle(d.Cycle, before) })
		if best < 0 {
			best = slices.IndexFunc(alike, func(d model.Result) bool { return !PeriodOf(d.Cycle).IsOther(PeriodOf(before)) })
		}
		switch {
		case best >= 0:
			out[i].Cycle = alike[best].Cycle
		case len(alike) > 0:
			out[i].Cycle = before
		}
	}
	return out
}

// joinedResult takes from a draft what the room did not say itself. A verdict and the words for it belong together; what the room recorded,
// a blank too, only learns.
func joinedResult(now, draft model.Result) model.Result {
	now.Cycle = cmpOr(now.Cycle, draft.Cycle)
	if now.Recorded && !draft.Recorded {
		now.Learned = cmpOr(now.Learned, draft.Learned)
		return now
	}
	if draft.Recorded || !draft.Outcome.IsEmpty() || draft.Verdict != "" {
		now.Verdict, now.Outcome, now.Recorded = draft.Verdict, draft.Outcome, draft.Recorded
	}
	now.Learned = cmpOr(draft.Learned, now.Learned)
	return now
}

func joinedPromise(now, draft model.Promise) model.Promise {
	if now.Recorded {
		return now
	}
	if draft.Kept != "" {
		now.Kept, now.Note = draft.Kept, draft.Note
	}
	now.Due = cmpOr(draft.Due, now.Due)
	return now
}

func joinedSignal(now, draft model.PastSignal) model.PastSignal {
	now.Evidence = cmpOr(draft.Evidence, now.Evidence)
	if !now.Recorded {
		now.Answer = cmpOr(draft.Answer, now.Answer)
	}
	return now
}

// joinedCycle takes the figures of a draft that has some, and its results beside those that are known.
func joinedCycle(now, draft model.PastCycle) model.PastCycle {
	if draft.HasFigures() {
		now.Total, now.Teams = draft.Total, draft.Teams
	}
	now.Results = broughtTo(now.Results, draft.Results, joinedResult)
	return now
}

func (im *importing) sameStrategy() bool {
	f := im.fact
	return f.Organisation == im.Organisation && f.Cycle == im.Cycle && slices.Equal(f.Intents, im.Intents) &&
		slices.Equal(f.Answers, im.Answers) && slices.Equal(f.LastCycle, im.LastCycle) &&
		slices.Equal(f.Promises, im.Promises) && slices.Equal(f.PastSignals, im.PastSignals) &&
		slices.EqualFunc(f.PastCycles, im.PastCycles, model.PastCycle.IsEqual) &&
		f.Brought.Organisation == im.Brought.Organisation && f.Brought.Cycle == im.Brought.Cycle &&
		slices.Equal(f.Brought.Intents, im.Brought.Intents) && slices.Equal(f.Brought.Names, im.Brought.Names)
}

// spelled is the name of a cycle as the workshop writes it already, so that “Q4 2026” finds 2026-Q4.
func (im *importing) spelled(cycle model.Text) model.Text {
	if cycle.IsEmpty() {
		return cycle
	}
	for _, c := range im.PastCycles {
		if isCycle(c.Cycle, cycle) {
			return c.Cycle
		}
	}
	for _, r := range im.LastCycle {
		if !r.Cycle.IsEmpty() && isCycle(r.Cycle, cycle) {
			return r.Cycle
		}
	}
	return cycle
}
