package workshop

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"souk/model"
)

// asks is a state with requests "from>to"; a "!" makes a declined one, a "+" a commitment, a "?" a counter-proposal.
func asks(pairs ...string) *State {
	s := &State{}
	for i, p := range pairs {
		r := model.Request{
			ID: model.RequestID(fmt.Sprint("r", i)), From: model.Side{Team: model.TeamID(p[0:1])}, To: model.Side{Team: model.TeamID(p[2:3])},
			Trail: []model.Turn{{}},
		}
		if len(p) > 3 {
			r.Trail = append(r.Trail, model.Turn{Answer: map[byte]model.AnswerKind{'!': model.Declined, '+': model.Committed, '?': model.Countered}[p[3]]})
		}
		s.Requests = s.Requests.Put(r)
	}
	return s
}

func TestCycles(t *testing.T) {
	for _, c := range []struct {
		pairs []string
		want  string
	}{
		{nil, "null"},
		{[]string{"a>b", "b>c", "a>c"}, "null"},
		{[]string{"a>b", "b>a"}, `[["a","b"]]`},
		{[]string{"a>b", "b>a!"}, "null"},
		{[]string{"a>b", "b>a!", "b>a+"}, `[["a","b"]]`},
		{[]string{"a>b", "b>c", "c>a", "c>d"}, `[["a","b","c"]]`},
		{[]string{"a>c", "c>b", "b>a"}, `[["a","c","b"]]`},
		{[]string{"x>a", "a>b", "b>a", "c>d", "d>c"}, `[["a","b"],["c","d"]]`},
		{[]string{"a>b", "b>a", "a>c", "c>a"}, `[["a","b","c"]]`},
	} {
		if got := asJSON(t, asks(c.pairs...).Cycles()); got != c.want {
			t.Errorf("%v: cycles %s, want %s", c.pairs, got, c.want)
		}
	}
}

// A team is in a cycle exactly where it reaches itself, and two teams are in the same one where each reaches the other.
func TestCyclesAreWhoReachesEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := []string{"a", "b", "c", "d", "e", "f", "g"}
		n := rapid.IntRange(0, 14).Draw(t, "n")
		var pairs []string
		reach := map[string]bool{}
		for range n {
			a, b := rapid.SampledFrom(names).Draw(t, "a"), rapid.SampledFrom(names).Draw(t, "b")
			if a != b {
				pairs = append(pairs, a+">"+b)
				reach[a+b] = true
			}
		}
		for _, via := range names {
			for _, a := range names {
				for _, b := range names {
					reach[a+b] = reach[a+b] || (reach[a+via] && reach[via+b])
				}
			}
		}
		group := map[string]int{}
		for i, c := range asks(pairs...).Cycles() {
			for _, id := range c {
				if group[string(id)] != 0 {
					t.Fatalf("%s is in two cycles", id)
				}
				group[string(id)] = i + 1
			}
		}
		for _, a := range names {
			for _, b := range names {
				together := group[a] != 0 && group[a] == group[b]
				if together != (reach[a+b] && reach[b+a]) {
					t.Fatalf("%v: %s and %s together: %v", pairs, a, b, together)
				}
			}
		}
	})
}

func TestLoads(t *testing.T) {
	s := asks("a>b", "c>b+", "d>b!", "a>c?")
	loads := s.Loads()
	if got := loads["b"]; got != (Load{Asked: 3, Promised: 1, Open: 1}) {
		t.Errorf("load of b %+v", got)
	}
	if got := loads["c"]; got != (Load{Asked: 1, Open: 1}) {
		t.Errorf("load of c %+v", got)
	}
	if len(loads) != 2 {
		t.Errorf("%d teams are asked, want 2", len(loads))
	}
}

func TestOverloaded(t *testing.T) {
	many := func(n int, to string) []string { return slices.Repeat([]string{"z>" + to}, n) }
	for _, c := range []struct {
		pairs []string
		want  bool
	}{
		{many(4, "b"), false},
		{append(many(5, "b"), many(5, "c")...), false},
		{slices.Concat(many(6, "b"), many(1, "c"), many(1, "d")), true},
		{slices.Concat(many(4, "b"), many(1, "c"), many(1, "d"), many(1, "e")), false},
	} {
		all := asks(c.pairs...).Loads()
		if Overloaded(all["b"], all) != c.want {
			t.Errorf("%v overloads b: %v", c.pairs, !c.want)
		}
	}
	if Overloaded(Load{}, nil) {
		t.Error("a team that nobody asks is overloaded")
	}
}
