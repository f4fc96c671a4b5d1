package say_test

import (
	"testing"

	"souk/model"
	"souk/workshop/say"
)

func TestSay(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{say.Count(0, "team"), "0 teams"},
		{say.Count(1, "team"), "1 team"},
		{say.Plural(1, "entry", "entries"), "1 entry"},
		{say.Plural(2, "entry", "entries"), "2 entries"},
		{say.Join(nil), ""},
		{say.Join([]string{"Red"}), "Red"},
		{say.Join([]string{"Red", "Green", "Blue"}), "Red, Green and Blue"},
		{say.Join([]string{"“One, two”", "“three”", "“four”"}), "“One, two”, “three” and “four”"},
		{say.Names([]string{"Risk, Legal & Tax", "Red", "Blue"}), "Risk, Legal & Tax; Red and Blue"},
		{say.Names([]string{"Red", "Green", "Blue"}), "Red, Green and Blue"},
		{say.Quote(model.Clean("two\nlines")), "“two lines”"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
