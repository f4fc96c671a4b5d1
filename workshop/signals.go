package workshop

import (
	"iter"
	"maps"

	"souk/model"
)

// RaiseSignal tells leadership something that the room noticed.
type RaiseSignal struct{ Text, Evidence, Owner model.Text }

func (in RaiseSignal) check(d *desk) (Fact, error) {
	if in.Text.IsEmpty() {
		return nil, refuse(Empty, "Say what leadership should hear.")
	}
	return SignalRaised{Signal: model.Signal{
		ID: model.SignalID(d.id("s")), Text: in.Text, Evidence: in.Evidence, Owner: in.Owner, At: d.at,
	}}, nil
}

// KeepSignal sends a computed signal up to leadership, in the words that the room gives it; kind and key are those of workshop/signal.
// One that is kept already is worded anew and keeps its answer.
type KeepSignal struct {
	Kind, Key             string
	Text, Evidence, Owner model.Text
}

func (in KeepSignal) check(d *desk) (Fact, error) {
	if in.Text.IsEmpty() {
		return nil, refuse(Empty, "Say what leadership should hear.")
	}
	if in.Kind == "" || in.Key == "" {
		return nil, refuse(Invalid, "This is no signal that souk computes.")
	}
	g, kept := d.SignalAbout(in.Key)
	if !kept {
		g = model.Signal{ID: model.SignalID(d.id("s")), Kind: in.Kind, About: in.Key, At: d.at}
	}
	next := g
	next.Text, next.Evidence, next.Owner = in.Text, in.Evidence, in.Owner
	if _, quiet := d.DroppedSignals[in.Key]; kept && !quiet && next == g {
		return nil, refuse(Unchanged, "It goes up to leadership like that already.")
	}
	return SignalRaised{Signal: next}, nil
}

// RewordSignal changes what goes up to leadership.
type RewordSignal struct {
	Signal                model.SignalID
	Text, Evidence, Owner model.Text
}

func (in RewordSignal) check(d *desk) (Fact, error) {
	g, err := d.signal(in.Signal)
	if err != nil {
		return nil, err
	}
	if in.Text.IsEmpty() {
		return nil, refuse(Empty, "Say what leadership should hear, or drop it.")
	}
	next := g
	next.Text, next.Evidence, next.Owner = in.Text, in.Evidence, in.Owner
	if next == g {
		return nil, refuse(Unchanged, "It reads like that already.")
	}
	return SignalRaised{Signal: next}, nil
}

// DropSignal silences a signal for good, a computed one or one that the room raised; Key is its matter.
type DropSignal struct {
	Key  string
	Text model.Text // how it reads, for the journal
	Note model.Text // why
}

func (in DropSignal) check(d *desk) (Fact, error) {
	if in.Key == "" {
		return nil, refuse(Empty, "Choose what to drop.")
	}
	if _, quiet := d.DroppedSignals[in.Key]; quiet {
		return nil, refuse(Unchanged, "It was dropped already.")
	}
	return SignalDropped(in), nil
}

// TakeUpSignal brings a dropped signal back: a computed one is open again, one that was kept or raised goes up again.
type TakeUpSignal struct {
	Key  string
	Text model.Text // how it reads, for the journal
}

func (in TakeUpSignal) check(d *desk) (Fact, error) {
	if _, quiet := d.DroppedSignals[in.Key]; !quiet {
		return nil, refuse(NotFound, "This signal was not dropped.")
	}
	return SignalTakenUpAgain(in), nil
}

// AnswerSignal is what leadership says to a signal; an empty text is an honest blank.
type AnswerSignal struct {
	Signal model.SignalID
	Answer model.Text
}

func (in AnswerSignal) check(d *desk) (Fact, error) {
	g, err := d.signal(in.Signal)
	if err != nil {
		return nil, err
	}
	if g.Answer == in.Answer {
		return nil, refuse(Unchanged, "That is the answer already.")
	}
	return SignalAnswered(in), nil
}

func (d *desk) signal(id model.SignalID) (model.Signal, error) {
	g, ok := d.Signals.Get(id)
	if _, quiet := d.DroppedSignals[g.Matter()]; !ok || quiet {
		return g, refuse(NotFound, "This signal was dropped or taken back.")
	}
	return g, nil
}

// KeptSignals yields what goes up to leadership: what the room raised or kept and did not drop.
func (s *State) KeptSignals() iter.Seq[model.Signal] {
	return func(yield func(model.Signal) bool) {
		for g := range s.Signals.All() {
			if _, quiet := s.DroppedSignals[g.Matter()]; !quiet && !yield(g) {
				return
			}
		}
	}
}

// SignalAbout is the signal that the room kept about a matter, whether or not it was dropped later.
func (s *State) SignalAbout(matter string) (model.Signal, bool) {
	for g := range s.Signals.All() {
		if g.Matter() == matter {
			return g, true
		}
	}
	return model.Signal{}, false
}

// SignalRaised is what leadership should hear. It replaces what was said about the same matter.
type SignalRaised struct {
	Signal model.Signal `json:"signal"`
}

// SignalDropped says that a matter is not for leadership.
type SignalDropped struct {
	Key  string     `json:"key"`
	Text model.Text `json:"text,omitzero"`
	Note model.Text `json:"note,omitzero"`
}

// SignalTakenUpAgain says that a matter was dropped too early.
type SignalTakenUpAgain struct {
	Key  string     `json:"key"`
	Text model.Text `json:"text,omitzero"`
}

// SignalAnswered is what leadership says to a signal.
type SignalAnswered struct {
	Signal model.SignalID `json:"signal"`
	Answer model.Text     `json:"answer"`
}

// Kind implements Fact.
func (SignalRaised) Kind() string { return "signal-raised" }

// Kind implements Fact.
func (SignalDropped) Kind() string { return "signal-dropped" }

// Kind implements Fact.
func (SignalTakenUpAgain) Kind() string { return "signal-taken-up-again" }

// Kind implements Fact.
func (SignalAnswered) Kind() string { return "signal-answered" }

// Title implements Fact.
func (f SignalRaised) Title(*State) string { return "signal “" + short(f.Signal.Text) + "”" }

// Title implements Fact.
func (f SignalDropped) Title(*State) string { return "dropping the signal “" + short(f.Text) + "”" }

// Title implements Fact.
func (f SignalTakenUpAgain) Title(*State) string {
	return "bringing back the signal “" + short(f.Text) + "”"
}

// Title implements Fact.
func (f SignalAnswered) Title(s *State) string {
	g, _ := s.Signals.Get(f.Signal)
	return "answer to “" + short(g.Text) + "”"
}

func (f SignalRaised) apply(s *State, _ Entry) {
	s.Signals = s.Signals.Put(f.Signal)
	s.unsilence(f.Signal.Matter())
}

func (f SignalTakenUpAgain) apply(s *State, _ Entry) { s.unsilence(f.Key) }

func (s *State) unsilence(matter string) {
	if _, quiet := s.DroppedSignals[matter]; quiet {
		s.DroppedSignals = maps.Clone(s.DroppedSignals)
		delete(s.DroppedSignals, matter)
	}
}

func (f SignalDropped) apply(s *State, _ Entry) {
	dropped := maps.Clone(s.DroppedSignals)
	if dropped == nil {
		dropped = map[string]model.Text{}
	}
	dropped[f.Key] = f.Note
	s.DroppedSignals = dropped
}

func (f SignalAnswered) apply(s *State, _ Entry) {
	if g, ok := s.Signals.Get(f.Signal); ok {
		g.Answer = f.Answer
		s.Signals = s.Signals.Put(g)
	}
}
