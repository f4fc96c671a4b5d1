package workshop

import (
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"souk/model"
)

type signals = Table[model.SignalID, model.Signal]

// plain is what a table must behave like.
type plain struct {
	keys []model.SignalID
	rows map[model.SignalID]model.Signal
}

func (p plain) put(v model.Signal) plain {
	next := plain{slices.Clone(p.keys), map[model.SignalID]model.Signal{v.ID: v}}
	if _, known := p.rows[v.ID]; !known {
		next.keys = append(next.keys, v.ID)
	}
	for k, row := range p.rows {
		if k != v.ID {
			next.rows[k] = row
		}
	}
	return next
}

func (p plain) check(t *rapid.T, s signals) {
	t.Helper()
	if s.Len() != len(p.keys) {
		t.Fatalf("%d rows, want %d", s.Len(), len(p.keys))
	}
	i := 0
	for v := range s.All() {
		if v != p.rows[p.keys[i]] {
			t.Fatalf("row %d is %+v, want %+v", i, v, p.rows[p.keys[i]])
		}
		i++
	}
	for n := range 300 {
		k := model.SignalID(fmt.Sprint("s", n))
		got, ok := s.Get(k)
		want, known := p.rows[k]
		if ok != known || got != want || s.Has(k) != known {
			t.Fatalf("%s is %+v (%v), want %+v (%v)", k, got, ok, want, known)
		}
	}
}

// Versions that branch off each other, as after an undo, hold what a slice and a map would, whatever is put into the others.
func TestTableIsASliceAndAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tables, plains := []signals{{}}, []plain{{}}
		draw := func() model.Signal {
			n := rapid.IntRange(0, 299).Draw(t, "key")
			return model.Signal{ID: model.SignalID(fmt.Sprint("s", n)), Text: text(rapid.StringMatching("[a-z]{0,3}").Draw(t, "text"))}
		}
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			from := rapid.IntRange(0, len(tables)-1).Draw(t, "from")
			p := plains[from]
			var vs []model.Signal
			for range rapid.SampledFrom([]int{0, 1, 3, 63, 64, 65, 130}).Draw(t, "rows") {
				v := draw()
				vs, p = append(vs, v), p.put(v)
			}
			next := tables[from]
			if len(vs) == 1 {
				next = next.Put(vs[0])
			} else {
				next = next.PutAll(vs)
			}
			tables, plains = append(tables, next), append(plains, p)
		}
		for i := range tables {
			plains[i].check(t, tables[i])
		}
	})
}

func TestChangedYieldsExactlyTheChangedRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := func(n int, s string) model.Signal {
			return model.Signal{ID: model.SignalID(fmt.Sprint("s", n)), Text: text(s)}
		}
		var old signals
		size := rapid.IntRange(0, 200).Draw(t, "size")
		for n := range size {
			old = old.Put(row(n, "old"))
		}
		put := map[model.SignalID]bool{}
		now := old
		for _, n := range rapid.SliceOfN(rapid.IntRange(0, 260), 0, 80).Draw(t, "put") {
			v := row(n, "new")
			put[v.ID] = true
			now = now.Put(v)
		}
		for before, after := range now.Changed(old) {
			if !put[after.ID] || after.Text != text("new") {
				t.Fatalf("%s did not change", after.ID)
			}
			delete(put, after.ID)
			if was, ok := old.Get(after.ID); ok != (before != nil) || (ok && *before != was) {
				t.Fatalf("%s was %v before", after.ID, before)
			}
		}
		if len(put) > 0 {
			t.Fatalf("%v changed, too", put)
		}
	})
}

func TestChangedStopsWhenAsked(t *testing.T) {
	now := signals{}.Put(model.Signal{ID: "a"}).Put(model.Signal{ID: "b"})
	n := 0
	for range now.Changed(signals{}) {
		n++
		break
	}
	for range now.All() {
		n++
		break
	}
	if n != 2 {
		t.Errorf("%d rounds, want one each", n)
	}
}

func TestTableInJSON(t *testing.T) {
	var many []model.Signal
	for n := range 200 {
		many = append(many, model.Signal{ID: model.SignalID(fmt.Sprint("s", n)), Text: text("x")})
	}
	for _, vs := range [][]model.Signal{nil, many[:1], many} {
		b, err := json.Marshal(signals{}.PutAll(vs))
		if err != nil {
			t.Fatal(err)
		}
		var back signals
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		if again := asJSON(t, back); again != string(b) || back.Len() != len(vs) {
			t.Errorf("%d rows came back as %d", len(vs), back.Len())
		}
	}
	var broken signals
	if err := json.Unmarshal([]byte(`{"a":1}`), &broken); err == nil {
		t.Error("an object is read as a table")
	}
}

// One goroutine goes on while others read older versions.
func TestVersionsAreReadBesideNewOnes(t *testing.T) {
	now := signals{}.Put(model.Signal{ID: "s0"})
	var wg sync.WaitGroup
	for n := range 200 {
		old := now
		wg.Go(func() {
			if !old.Has("s0") || old.Has("s200") {
				t.Error("an older version changed")
			}
		})
		now = now.Put(model.Signal{ID: model.SignalID(fmt.Sprint("s", n+1))})
	}
	wg.Wait()
}
