package workshop

import (
	"encoding/json"
	"reflect"
	"time"

	"souk/model"
)

// version is what facts are written as. A fact whose form changes gets a new kind, or a higher version that still reads the old one.
const version = 1

// facts lists one fact of every kind that can be in a journal.
func facts() []Fact {
	return []Fact{
		TakenBack{},
		BroughtBack{},
		WorkshopNamed{},
		DraftsImported{},
		TeamAdded{},
		PresenceMarked{},
		AgendaSet{},
		StallsReordered{},
		IntentAdded{},
		IntentReworded{},
		IntentDropped{},
		QuestionAnswered{},
		PulseTaken{},
		ResultRecorded{},
		PromiseJudged{},
		PastSignalAnswered{},
		ResultAdded{},
		PromiseAdded{},
		WhyNowRecorded{},
		SupportStated{},
		ObjectiveAdded{},
		ObjectiveReworded{},
		KeyResultAdded{},
		KeyResultReworded{},
		KeyResultDropped{},
		KeyResultAssigned{},
		NeedAdded{},
		OfferAdded{},
		FindingRaised{},
		FindingsBrought{},
		WordsEquated{},
		TeamAliasSet{},
		FindingsTriaged{},
		RequestMade{},
		RequestAnswered{},
		DuplicateDecided{},
		SynergyDecided{},
		ConflictDecided{},
		DependencyRuledOut{},
		ObjectiveDecided{},
		VirtualTeamDescribed{},
		DecisionAmended{},
		DecisionReadBack{},
		AgreementSpoken{},
		ConfidenceVoted{},
		ParkingAdded{},
		ParkingOwned{},
		SignalRaised{},
		SignalDropped{},
		SignalAnswered{},
		SignalTakenUpAgain{},
		CommentMade{},
		PrivateNoteWritten{},
		TeamReviewed{},
		ChecksDismissed{},
		ChecksSet{},
		FindingsPrepared{},
		QueueOrdered{},
		StallAsked{},
	}
}

// record is an entry on disk.
type record struct {
	Seq     uint64          `json:"seq"`
	At      time.Time       `json:"at"`
	By      model.Text      `json:"by,omitzero"`
	With    uint64          `json:"with,omitempty"`
	Alone   bool            `json:"alone,omitempty"`
	Private bool            `json:"private,omitempty"` // of the fact, so that programs can tell that do not know its kind
	Kind    string          `json:"kind"`
	Version int             `json:"v"`
	Data    json.RawMessage `json:"data"`
}

// EncodeEntry writes an entry as one JSON object.
func EncodeEntry(e Entry) ([]byte, error) {
	data, err := json.Marshal(e.Fact)
	if err != nil {
		return nil, err
	}
	return json.Marshal(record{
		Seq: e.Seq, At: e.At, By: e.By, With: e.With, Alone: e.Alone, Private: IsPrivate(e.Fact),
		Kind: e.Fact.Kind(), Version: version, Data: data,
	})
}

// DecodeEntry reads what EncodeEntry wrote. It returns an *Error: Unknown where this program does not know the kind or version, Invalid
// where the bytes are no entry.
func DecodeEntry(b []byte) (Entry, error) {
	var r record
	if err := json.Unmarshal(b, &r); err != nil {
		return Entry{}, refuse(Invalid, "This is no entry of a journal: %v.", err)
	}
	if r.Version < 1 || r.Seq < 1 {
		return Entry{}, refuse(Invalid, "This is no entry of a journal: it lacks its number or version.")
	}
	kind, known := kinds[r.Kind]
	if !known || r.Version > version {
		return Entry{}, refuse(Unknown, "Entry %d (%s, version %d) was written by a newer souk.", r.Seq, model.Clean(r.Kind).Line(), r.Version)
	}
	fact := reflect.New(kind)
	if err := json.Unmarshal(r.Data, fact.Interface()); err != nil {
		if r.isPrivate() {
			return Entry{}, refuse(Invalid, "Entry %d (%s) cannot be read.", r.Seq, r.Kind) // the reason may quote it
		}
		return Entry{}, refuse(Invalid, "Entry %d (%s) cannot be read: %v.", r.Seq, r.Kind, err)
	}
	return Entry{Seq: r.Seq, At: r.At, By: r.By, With: r.With, Alone: r.Alone, Fact: fact.Elem().Interface().(Fact)}, nil
}

// Public is what others may read of an entry as it is stored: all of it where the fact is known and not the coach's own, else the entry
// without its data.
func Public(stored []byte) ([]byte, error) {
	var r record
	if err := json.Unmarshal(stored, &r); err != nil {
		return nil, refuse(Invalid, "This is no entry of a journal: %v.", err)
	}
	if _, err := DecodeEntry(stored); err == nil && !r.isPrivate() {
		return stored, nil
	}
	r.Private, r.Data = r.isPrivate(), nil
	return json.Marshal(r)
}

// isPrivate reports whether an entry says that it is the coach's own, or is of a kind that is.
func (r record) isPrivate() bool {
	kind, known := kinds[r.Kind]
	return r.Private || known && IsPrivate(reflect.Zero(kind).Interface().(Fact))
}

var kinds = func() map[string]reflect.Type {
	m := map[string]reflect.Type{}
	for _, f := range facts() {
		m[f.Kind()] = reflect.TypeOf(f)
	}
	return m
}()
