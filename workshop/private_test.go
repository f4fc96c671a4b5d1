package workshop

import (
	"strings"
	"testing"

	"souk/model"
)

func TestThePrivateSideOfTheReview(t *testing.T) {
	r := market(t)
	team := r.team("Payments")
	about := r.side("Payments 1", 1)
	r.do(NotePrivately{about, text("Eve and Bob do not talk")})
	r.refuses(Unchanged, NotePrivately{about, text("Eve and Bob do not talk")})
	if got := r.State().Private.NoteOn(r.side("Payments 1")).Line(); got != "Eve and Bob do not talk" {
		t.Errorf("the note is %q", got)
	}
	r.do(NotePrivately{About: about})
	if got := r.State().Private.NoteOn(about); !got.IsEmpty() {
		t.Errorf("the note stays: %q", got.Line())
	}
	r.do(MarkReviewed{team, true})
	r.refuses(Unchanged, MarkReviewed{team, true})
	if !r.State().Private.HasReviewed(team) {
		t.Error("it is not marked")
	}
	r.do(MarkReviewed{team, false})
	if r.State().Private.HasReviewed(team) {
		t.Error("the mark stays")
	}
	r.do(DismissChecks{IDs: []string{"a", "b"}, Note: text("it is their word")})
	r.refuses(Unchanged, DismissChecks{IDs: []string{"a"}, Note: text("it is their word")})
	before := r.State()
	r.do(DismissChecks{IDs: []string{"a"}, Again: true})
	r.refuses(Unchanged, DismissChecks{IDs: []string{"a"}, Again: true})
	if len(before.Private.Dismissed) != 2 || len(r.State().Private.Dismissed) != 1 {
		t.Errorf("dismissed were %v, are %v", before.Private.Dismissed, r.State().Private.Dismissed)
	}
	r.do(SetChecks{model.CheckSettings{Off: []string{"digits"}, Limits: map[string]int{"objectives": 4}}})
	r.refuses(Unchanged, SetChecks{r.State().Private.Checks})
	r.refuses(Invalid, SetChecks{model.CheckSettings{Limits: map[string]int{"objectives": -1}}})
}

func TestAPrivateNoteStaysWithAnObjectiveThatIsLifted(t *testing.T) {
	r := market(t)
	o, to := r.id("Payments 1"), r.team("Retail")
	r.do(NotePrivately{r.side("Payments 1"), text("Eve wrote it")})
	r.do(NotePrivately{model.Side{Team: r.team("Payments")}, text("they are tired")})
	r.do(DecideObjective{Objective: o, Outcome: model.Lift, To: to, Rationale: text("bigger than one team")})
	lifted, _ := r.State().Objectives.Get(o)
	if got := r.State().Private.NoteOn(model.Side{Team: lifted.Team, Objective: o}).Line(); lifted.Team != to || got != "Eve wrote it" {
		t.Errorf("the note on the objective, now of %s, is %q", lifted.Team, got)
	}
	if got := r.State().Private.NoteOn(model.Side{Team: to}); !got.IsEmpty() {
		t.Errorf("the team has the objective's note: %q", got.Line())
	}
	if got := r.State().Private.NoteOn(model.Side{Team: r.team("Payments")}).Line(); got != "they are tired" {
		t.Errorf("the note on the team is %q", got)
	}
}

// What the coach made alone is neither named nor touched by undo and redo in front of the room; alone, undo goes back all the way.
func TestInFrontOfTheRoomUndoStopsAtWhatTheCoachMadeAlone(t *testing.T) {
	r := newRoom(t)
	nothing := func(where string) {
		t.Helper()
		undo, canUndo := r.CanUndo()
		redo, canRedo := r.CanRedo()
		if _, next := r.NextUndo(); canUndo || canRedo || next {
			t.Errorf("%s, undo is %q and redo %q", where, undo, redo)
		}
		_, err := r.TakeBack(r.now, text("Ada"))
		wantCode(t, err, NothingToDo)
		_, err = r.BringBack(r.now, text("Ada"))
		wantCode(t, err, NothingToDo)
	}
	r.do(AddTeam{Name: text("Legal")})
	r.WorkAlone(true)
	r.do(AddTeam{Name: text("Finance")})
	r.do(AddTeam{Name: text("Sales")})
	r.undo()
	r.WorkAlone(false)
	nothing("after the review")
	r.do(AddTeam{Name: text("Ops")})
	r.undo()
	r.redo()
	r.undo()
	if _, ok := r.CanUndo(); ok || r.State().Teams.Len() != 2 {
		t.Errorf("undo reaches behind what the coach made: %d teams", r.State().Teams.Len())
	}

	again, err := Resume(nil, viaDisk(t, r.journal))
	if err != nil {
		t.Fatal(err)
	}
	again.WorkAlone(true)
	if title, _ := again.CanUndo(); title != "team Finance" {
		t.Errorf("alone, undo takes back %q", title)
	}
	r.WorkAlone(true)
	r.undo()
	r.undo()
	r.WorkAlone(false)
	if _, ok := r.CanRedo(); ok {
		t.Error("the room brings back what the coach took back alone")
	}
}

func TestInFrontOfTheRoomUndoStopsAtPrivateFacts(t *testing.T) {
	r := market(t)
	r.do(NotePrivately{r.side("Payments 1"), text("they will be dissolved")})
	if title, ok := r.CanUndo(); ok {
		t.Errorf("the room can take back %q", title)
	}
	r.WorkAlone(true)
	r.undo()
	r.WorkAlone(false)
	if title, ok := r.CanRedo(); ok {
		t.Errorf("the room can bring back %q", title)
	}
}

func TestAnEntryTellsThatItIsPrivateAndMadeAlone(t *testing.T) {
	r := market(t)
	r.WorkAlone(true)
	for _, c := range []struct {
		in   Intent
		want string
	}{
		{NotePrivately{r.side("Payments 1"), text("zebrawood")}, `"alone":true,"private":true`},
		{AddTeam{Name: text("Legal")}, `"alone":true,"kind"`},
	} {
		b, err := EncodeEntry(r.do(c.in))
		if err != nil || !strings.Contains(string(b), c.want) {
			t.Errorf("it is written as %s, %v", b, err)
		}
	}
}

func TestWhatIsNotKnownToBePublicIsWithheld(t *testing.T) {
	const head = `{"seq":3,"at":"2027-01-12T09:00:00Z",`
	for stored, want := range map[string]string{
		head + `"kind":"taken-back","v":1,"data":{"target":2,"what":"zebrawood"}}`:                            "",
		head + `"private":true,"kind":"taken-back","v":1,"data":{"target":2,"what":"zebrawood"}}`:             head + `"private":true,"kind":"taken-back","v":1,"data":null}`,
		head + `"kind":"private-note-written","v":1,"data":{"note":{"text":"zebrawood"}}}`:                    head + `"private":true,"kind":"private-note-written","v":1,"data":null}`,
		head + `"kind":"private-note-written","v":1,"data":{"note":"zebrawood"}}`:                             head + `"private":true,"kind":"private-note-written","v":1,"data":null}`,
		head + `"kind":"private-note-written","v":9,"data":{"note":{"text":"zebrawood"}}}`:                    head + `"private":true,"kind":"private-note-written","v":9,"data":null}`,
		head + `"kind":"mood-guessed","v":1,"data":"zebrawood","more":"zebrawood"}`:                           head + `"kind":"mood-guessed","v":1,"data":null}`,
		head + `"alone":true,"private":true,"kind":"mood-guessed","v":1,"data":{"of":{"guess":"zebrawood"}}}`: head + `"alone":true,"private":true,"kind":"mood-guessed","v":1,"data":null}`,
	} {
		if want == "" {
			want = stored
		}
		got, err := Public([]byte(stored))
		if err != nil || string(got) != want {
			t.Errorf("of %s\nothers read %s, %v\nnot %s", stored, got, err, want)
		}
	}
	if got, err := Public([]byte("zebrawood")); err == nil {
		t.Errorf("others read %s", got)
	}
	_, err := DecodeEntry([]byte(head + `"kind":"private-note-written","v":1,"data":{"note":{"at":"zebrawood"}}}`))
	if wantCode(t, err, Invalid); strings.Contains(err.Error(), "zebrawood") {
		t.Errorf("the error says %v", err)
	}
}

func TestPrivateFactsSayNothingInTheJournal(t *testing.T) {
	r := market(t)
	secret := "they will be dissolved"
	r.do(NotePrivately{r.side("Payments 1"), text(secret)})
	r.do(DismissChecks{IDs: []string{"a"}, Note: text(secret)})
	private := 0
	for _, e := range r.journal {
		if title := e.Fact.Title(r.State()); strings.Contains(title, secret) {
			t.Errorf("the title is %q", title)
		}
		if IsPrivate(e.Fact) {
			private++
		}
	}
	if private != 2 {
		t.Errorf("%d entries are private", private)
	}
}

func TestAMarkTakenAwayIsWrittenAsNone(t *testing.T) {
	r := market(t)
	before := content(t, r.State())
	for _, done := range []bool{true, false} {
		r.do(MarkReviewed{r.team("Payments"), done})
		if same := content(t, r.State()) == before; same == done {
			t.Errorf("read: %t, and the state is written as before: %t", done, same)
		}
	}
}
