package workshop

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"souk/model"
)

func TestKindsAreDistinctNames(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	for _, f := range facts() {
		if seen[f.Kind()] || !name.MatchString(f.Kind()) {
			t.Errorf("%T is called %q", f, f.Kind())
		}
		seen[f.Kind()] = true
	}
}

// filled is a fact with something in every field, down to the last one.
func filled(f Fact) Fact {
	v := reflect.New(reflect.TypeOf(f)).Elem()
	fill(v, 0)
	return v.Interface().(Fact)
}

func fill(v reflect.Value, n int) {
	switch x := v.Addr().Interface().(type) {
	case *model.Text:
		*x = text(strings.Repeat("é<&\n", 1+n%3))
		return
	}
	if v.Type() == reflect.TypeOf(morning) {
		v.Set(reflect.ValueOf(morning.Add(7)))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n+i)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n+i)
		}
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, n)
		fill(value, n)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.String:
		v.SetString("s" + strings.Repeat("x", n%4))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(n%5) + 1)
	case reflect.Uint64:
		v.SetUint(uint64(n) + 1<<60)
	case reflect.Float64:
		v.SetFloat(0.1)
	default:
		panic("a fact has a field of a kind that this test cannot fill: " + v.Type().String())
	}
}

func TestEveryFactRoundTrips(t *testing.T) {
	for _, f := range facts() {
		for _, f := range []Fact{f, filled(f)} {
			e := Entry{Seq: 7, At: morning.Add(123456789), By: text("Ada ü"), Fact: f}
			b, err := EncodeEntry(e)
			if err != nil {
				t.Fatalf("%s: %v", f.Kind(), err)
			}
			if strings.Contains(string(b), "\n") {
				t.Errorf("%s is not one line", f.Kind())
			}
			back, err := DecodeEntry(b)
			if err != nil {
				t.Fatalf("%s: %v", f.Kind(), err)
			}
			if back.Seq != e.Seq || !back.At.Equal(e.At) || back.By != e.By || !reflect.DeepEqual(back.Fact, e.Fact) {
				t.Errorf("%s came back as\n%+v\nfrom\n%+v", f.Kind(), back, e)
			}
		}
	}
}

// What is in a journal may name what is not there: folding it must not fail.
func TestFoldingIsTotal(t *testing.T) {
	r := market(t)
	for _, f := range facts() {
		for _, f := range []Fact{f, filled(f)} {
			for _, s := range []*State{{}, r.State()} {
				before := image(t, s)
				after := s.after(Entry{Seq: 9, Fact: f})
				if f.Title(after) == "" {
					t.Errorf("%s has no title", f.Kind())
				}
				if image(t, s) != before {
					t.Errorf("%s changed the state before it", f.Kind())
				}
			}
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	const good = `"seq":3,"at":"2027-01-12T09:00:00Z"`
	for in, code := range map[string]Code{
		``:                        Invalid,
		`null`:                    Invalid,
		`[]`:                      Invalid,
		`{}`:                      Invalid,
		"\x00\xff":                Invalid,
		`{"seq":3,"at":"morning"`: Invalid,
		`{` + good + `,"kind":"team-added","v":1,"data":{}} x`:                              Invalid,
		`{` + good + `,"kind":"team-added","v":1,"data":{"team":7}}`:                        Invalid,
		`{` + good + `,"kind":"team-added","v":1}`:                                          Invalid,
		`{` + good + `,"kind":"team-added","data":{}}`:                                      Invalid,
		`{` + good + `,"kind":"team-added","v":-1,"data":{}}`:                               Invalid,
		`{"seq":0,"at":"2027-01-12T09:00:00Z","kind":"team-added","v":1,"data":{}}`:         Invalid,
		`{"seq":-1,"at":"2027-01-12T09:00:00Z","kind":"team-added","v":1,"data":{}}`:        Invalid,
		`{` + good + `,"kind":"team-added","v":2,"data":{}}`:                                Unknown,
		`{` + good + `,"kind":"team-teleported","v":1,"data":{}}`:                           Unknown,
		`{` + good + `,"kind":"","v":1,"data":{}}`:                                          Unknown,
		`{` + good + `,"kind":"\u001b]0;x\u0007","v":1,"data":{}}`:                          Unknown,
		`{` + good + `,"kind":"pulse-taken","v":1,"data":{"votes":["five"],"team":"x"}}`:    Invalid,
		`{` + good + `,"kind":"agenda-set","v":1,"data":{"agenda":{"start":1e400}}}`:        Invalid,
		`{` + good + `,"kind":"question-answered","v":1,"data":{"number":9999999999999e9}}`: Invalid,
	} {
		_, err := DecodeEntry([]byte(in))
		wantCode(t, err, code)
		if strings.ContainsRune(err.Error(), '\x1b') {
			t.Errorf("%q: the message carries an escape", in)
		}
	}
}

func TestWhatIsReadIsCleaned(t *testing.T) {
	e, err := DecodeEntry([]byte(`{"seq":1,"at":"2027-01-12T09:00:00Z","by":"A\u001b[2Jda","kind":"workshop-named","v":1,"data":{"organisation":"N\u202eorth"}}`))
	if err != nil {
		t.Fatal(err)
	}
	if e.By != text("A[2Jda") || e.Fact != (WorkshopNamed{Organisation: text("North")}) {
		t.Errorf("read %+v", e)
	}
}

func FuzzDecodeEntry(f *testing.F) {
	for _, fact := range facts() {
		b, err := EncodeEntry(Entry{Seq: 1, At: morning, Fact: filled(fact)})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := DecodeEntry(b)
		if err != nil {
			return
		}
		s := (&State{}).after(e)
		e.Fact.Title(s)
		if _, err := EncodeEntry(e); err != nil {
			t.Errorf("what was read cannot be written: %v", err)
		}
	})
}
