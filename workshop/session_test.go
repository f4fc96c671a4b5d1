package workshop

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"souk/model"
)

// story draws a market in which a lot happened, in front of the room and before the coach alone, some of it taken back and brought back, and
// returns every state that was seen. At its end the coach is alone, so that everything can be taken back.
func story(t *rapid.T, steps int) (*room, []*State) {
	r := market(t)
	states := []*State{r.State()}
	defer r.WorkAlone(true)
	for range rapid.IntRange(1, steps).Draw(t, "steps") {
		r.WorkAlone(rapid.Bool().Draw(t, "alone"))
		switch rapid.IntRange(0, 9).Draw(t, "step") {
		case 0, 1:
			if _, ok := r.CanUndo(); ok {
				r.undo()
			}
		case 2:
			if _, ok := r.CanRedo(); ok {
				r.redo()
			}
		default:
			if _, err := r.try(anyIntent(t, r.State())); err != nil {
				var e *Error
				if !errors.As(err, &e) {
					t.Fatalf("refused without a code: %v", err)
				}
			}
		}
		states = append(states, r.State())
	}
	return r, states
}

func TestUndoAndRedoLeadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := story(t, 25)
		var way []string
		for {
			way = append(way, image(t, r.State()))
			if _, ok := r.CanUndo(); !ok {
				break
			}
			r.undo()
		}
		if got := content(t, r.State()); got != content(t, &State{}) {
			t.Fatalf("taking everything back leaves %s", got)
		}
		for i := len(way) - 2; i >= 0; i-- {
			r.redo()
			if image(t, r.State()) != way[i] {
				t.Fatalf("bringing back leads to\n%s\nnot to\n%s", image(t, r.State()), way[i])
			}
		}
	})
}

func TestResumeFromTheJournal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := story(t, 25)
		again, err := Resume(nil, viaDisk(t, r.journal))
		if err != nil {
			t.Fatal(err)
		}
		sameFromHere(t, r.Session, again, 1000, image)
	})
}

func TestResumeFromASnapshot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := story(t, 25)
		depth := rapid.IntRange(0, 5).Draw(t, "depth")
		base := r.Base(depth)
		if base == nil {
			if steps := len(r.done); steps > max(depth, 1) {
				t.Fatalf("there is no base for %d of %d steps", depth, steps)
			}
			return
		}
		var snapshot State
		if err := json.Unmarshal([]byte(image(t, base)), &snapshot); err != nil {
			t.Fatal(err)
		}
		tail := viaDisk(t, r.journal[base.Seq:])
		again, err := Resume(&snapshot, tail)
		if errors.Is(err, ErrNeedsJournal) {
			if !reachesBack(tail, base.Seq) {
				t.Fatal("the whole journal is asked for without need")
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if len(again.done) < depth {
			t.Fatalf("%d steps can be undone, want %d", len(again.done), depth)
		}
		sameFromHere(t, r.Session, again, len(again.done), content)
	})
}

// reachesBack reports whether an entry takes back what lies before the snapshot.
func reachesBack(tail []Entry, seq uint64) bool {
	for _, e := range tail {
		switch f := e.Fact.(type) {
		case TakenBack:
			if f.Target <= seq {
				return true
			}
		case BroughtBack:
			if f.Target <= seq {
				return true
			}
		}
	}
	return false
}

func viaDisk(t fataler, entries []Entry) []Entry {
	t.Helper()
	var out []Entry
	for _, e := range entries {
		b, err := EncodeEntry(e)
		if err != nil {
			t.Fatalf("%v", err)
		}
		back, err := DecodeEntry(b)
		if err != nil {
			t.Fatalf("%v", err)
		}
		out = append(out, back)
	}
	return out
}

// sameFromHere compares two sessions now and, as far as steps, backwards.
func sameFromHere(t fataler, a, b *Session, steps int, see func(fataler, *State) string) {
	t.Helper()
	b.WorkAlone(a.alone)
	if a.seq != b.seq {
		t.Fatalf("the next entry is %d and %d", a.seq+1, b.seq+1)
	}
	for n := 0; ; n++ {
		if see(t, a.State()) != see(t, b.State()) {
			t.Fatalf("after %d steps back\n%s\nand\n%s", n, see(t, a.State()), see(t, b.State()))
		}
		title, can := a.CanUndo()
		if other, _ := b.CanUndo(); n < steps && other != title {
			t.Fatalf("undo is called %q and %q", title, other)
		}
		if n == steps || !can {
			return
		}
		one, err := a.Undo(morning, model.Text{})
		two, err2 := b.Undo(morning, model.Text{})
		if err != nil || err2 != nil || asJSON(t, one.Fact) != asJSON(t, two.Fact) {
			t.Fatalf("undo: %v, %v", err, err2)
		}
	}
}

func TestStatesNeverChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := market(t)
		var states []*State
		var images []string
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			states, images = append(states, r.State()), append(images, image(t, r.State()))
			in := anyIntent(t, r.State())
			if rapid.IntRange(0, 4).Draw(t, "undo") == 0 {
				if _, ok := r.CanUndo(); ok {
					r.undo()
				}
			}
			_, _ = r.Preview(r.now, model.Text{}, in)
			_, _ = r.try(in)
			_, _ = states[0].Preview(99, r.now, model.Text{}, in)
		}
		for i, s := range states {
			if image(t, s) != images[i] {
				t.Fatalf("a state became\n%s\nfrom\n%s", image(t, s), images[i])
			}
			for f := range s.Findings.All() {
				if !s.Findings.Has(f.ID) {
					t.Fatalf("a state lost sight of the finding %s", f.ID)
				}
			}
		}
	})
}

func TestPreviewIsWhatDoWouldDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := story(t, 10)
		in := anyIntent(t, r.State())
		before := image(t, r.State())
		preview, err := r.Preview(r.now, text("Ada"), in)
		if image(t, r.State()) != before {
			t.Fatal("a preview changed the state")
		}
		_, err2 := r.Do(r.now, text("Ada"), in)
		if (err == nil) != (err2 == nil) {
			t.Fatalf("preview %v, do %v", err, err2)
		}
		if err == nil && image(t, preview) != image(t, r.State()) {
			t.Fatalf("preview\n%s\ndo\n%s", image(t, preview), image(t, r.State()))
		}
	})
}

func TestIdsAreNeverUsedAgain(t *testing.T) {
	r := newRoom(t)
	seen := map[model.TeamID]bool{}
	for range 3 {
		r.do(AddTeam{Name: text("Legal")})
		if id := r.team("Legal"); seen[id] {
			t.Errorf("%s stands for two teams", id)
		} else {
			seen[id] = true
		}
		r.undo()
	}
}

func TestNothingToTakeBack(t *testing.T) {
	r := newRoom(t)
	_, err := r.Undo(r.now, model.Text{})
	wantCode(t, err, NothingToDo)
	_, err = r.Redo(r.now, model.Text{})
	wantCode(t, err, NothingToDo)
	r.do(AddTeam{Name: text("Legal")})
	r.undo()
	r.do(AddTeam{Name: text("Finance")})
	_, err = r.Redo(r.now, model.Text{})
	wantCode(t, err, NothingToDo)
	if title, ok := r.CanUndo(); !ok || title != "team Finance" {
		t.Errorf("undo is called %q", title)
	}
}

func TestBrokenJournals(t *testing.T) {
	r := newRoom(t)
	for _, n := range []string{"A", "B", "C"} {
		r.do(AddTeam{Name: text(n)})
	}
	j := r.journal
	_, err := Resume(nil, []Entry{j[0], j[2]})
	wantCode(t, err, Invalid)
	_, err = Resume(nil, j[1:])
	wantCode(t, err, Invalid)
	_, err = Resume(nil, []Entry{j[0], {Seq: 2, Fact: TakenBack{Target: 7}}})
	wantCode(t, err, Invalid)
	_, err = Resume(nil, []Entry{j[0], {Seq: 2, Fact: BroughtBack{Target: 1}}})
	wantCode(t, err, Invalid)
}

func TestASnapshotThatIsTooYoung(t *testing.T) {
	r := newRoom(t)
	for _, n := range []string{"A", "B", "C"} {
		r.do(AddTeam{Name: text(n)})
	}
	base := r.Base(1)
	for range 2 {
		r.undo()
	}
	if _, err := Resume(base, r.journal[base.Seq:]); !errors.Is(err, ErrNeedsJournal) {
		t.Errorf("error %v, want ErrNeedsJournal", err)
	}
	again, err := Resume(nil, r.journal)
	if err != nil || again.State().Teams.Len() != 1 {
		t.Errorf("the whole journal: %v", err)
	}
	if r.Base(1) != nil || New().Base(0) != nil {
		t.Error("there is a base where there is nothing to undo behind it")
	}
}

// A snapshot is as young as it can be: what was taken back before it need not be folded again.
func TestASnapshotBehindWhatWasTakenBack(t *testing.T) {
	r := newRoom(t)
	r.do(AddTeam{Name: text("A")})
	r.do(AddTeam{Name: text("B")})
	r.undo()
	r.undo()
	r.redo()
	r.do(AddTeam{Name: text("C")})
	base := r.Base(1)
	if base.Seq != 5 || base.Teams.Len() != 1 {
		t.Errorf("the snapshot stands at entry %d with %d teams, want 5 with 1", base.Seq, base.Teams.Len())
	}
	again, err := Resume(base, r.journal[base.Seq:])
	if err != nil {
		t.Fatal(err)
	}
	sameFromHere(t, r.Session, again, 1, content)
}

func TestTwoYesesAtOnceHaveOneName(t *testing.T) {
	r := market(t)
	o := r.id("Payments 1")
	say := func(p model.Party, st model.Stance) Intent { return Speak{Objective: o, Party: p, Stance: st} }
	if _, err := r.DoAll(morning, model.Text{}, say(model.TeamParty, model.Agreed), say(model.LeadershipParty, model.Agreed)); err != nil {
		t.Fatal(err)
	}
	if title, _ := r.CanUndo(); title != "both agree to Payments 1" {
		t.Errorf("undo would take back %q", title)
	}
	if _, err := r.TakeBack(morning, model.Text{}); err != nil {
		t.Fatal(err)
	}
	if title, _ := r.CanRedo(); title != "both agree to Payments 1" {
		t.Errorf("redo would bring back %q", title)
	}
	if _, err := r.DoAll(morning, model.Text{}, say(model.TeamParty, model.Agreed), say(model.LeadershipParty, model.ParkedStance)); err != nil {
		t.Fatal(err)
	}
	if title, _ := r.CanUndo(); title != "Payments 1, team: agreed, and 1 more" {
		t.Errorf("undo would take back %q", title)
	}
}

func TestIntentsThatBelongTogetherAreRecordedAndTakenBackTogether(t *testing.T) {
	s := New()
	add := func(name string) Intent { return AddTeam{Name: text(name)} }
	if _, err := s.Do(morning, model.Text{}, add("A")); err != nil {
		t.Fatal(err)
	}
	alone := s.State()
	if _, err := s.DoAll(morning, model.Text{}, add("B"), add("A")); err == nil || s.State() != alone || s.seq != 1 {
		t.Fatalf("half of what was refused is recorded: %v, seq %d", err, s.seq)
	}
	entries, err := s.DoAll(morning, model.Text{}, add("B"), add("C"))
	if err != nil || len(entries) != 2 || s.State().Teams.Len() != 3 {
		t.Fatalf("%v, %d entries, %d teams", err, len(entries), s.State().Teams.Len())
	}
	if title, _ := s.CanUndo(); title != "team B, and 1 more" {
		t.Errorf("undo would take back %q", title)
	}
	back, err := s.TakeBack(morning, model.Text{})
	if err != nil || len(back) != 2 || s.State() != alone {
		t.Fatalf("%v, %d entries, %d teams", err, len(back), s.State().Teams.Len())
	}
	if title, _ := s.CanRedo(); title != "team B, and 1 more" {
		t.Errorf("redo would bring back %q", title)
	}
	if forth, err := s.BringBack(morning, model.Text{}); err != nil || len(forth) != 2 || s.State().Teams.Len() != 3 {
		t.Fatalf("%v, %d entries, %d teams", err, len(forth), s.State().Teams.Len())
	}
	if one, err := s.TakeBack(morning, model.Text{}); err != nil || len(one) != 2 {
		t.Fatalf("%v, %d entries", err, len(one))
	}
	if one, err := s.TakeBack(morning, model.Text{}); err != nil || len(one) != 1 || s.State().Teams.Len() != 0 {
		t.Fatalf("%v, %d entries", err, len(one))
	}
	if _, err := s.TakeBack(morning, model.Text{}); err == nil {
		t.Error("nothing was taken back without a word")
	}
}

func TestSameStalls(t *testing.T) {
	s := New()
	step := func(in Intent) *State {
		t.Helper()
		if _, err := s.Do(morning, model.Text{}, in); err != nil {
			t.Fatal(err)
		}
		return s.State()
	}
	empty := s.State()
	team := step(AddTeam{Name: text("A")})
	one := step(AddObjective{Team: "t1", Title: text("x")})
	said := step(RecordWhyNow{Objective: "o2", Why: text("because")})
	agreed := step(Speak{Objective: "o2", Party: model.TeamParty, Stance: model.Agreed})
	here := step(MarkPresence{Team: "t1", Present: false})
	dropped := step(DecideObjective{Objective: "o2", Outcome: model.Drop, Rationale: text("late")})
	for _, c := range []struct {
		name string
		a, b *State
		want bool
	}{
		{"a team came", empty, team, false},
		{"an objective came", team, one, false},
		{"an objective went", one, team, false},
		{"something was said", one, here, true},
		{"something was taken back", agreed, said, true},
		{"an objective was dropped", here, dropped, false},
	} {
		if got := SameStalls(c.a, c.b); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
