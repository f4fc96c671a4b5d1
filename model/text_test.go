package model_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"souk/model"
)

func TestCleanTakesOut(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain":               {"Cut churn to 3 %", "Cut churn to 3 %"},
		"newline and tab":     {"a\n\tb", "a\n\tb"},
		"carriage returns":    {"a\r\nb\rc", "a\nb\nc"},
		"colour":              {"\x1b[31mred\x1b[0m", "[31mred[0m"},
		"title":               {"\x1b]0;owned\x07x", "]0;ownedx"},
		"clipboard":           {"\x1b]52;c;aGk=\x1b\\x", "]52;c;aGk=\\x"},
		"33 parameters":       {"\x1b[" + strings.Repeat(";", 33) + "m", "[" + strings.Repeat(";", 33) + "m"},
		"sixel":               {"\x1bPq#0\x1b\\", "Pq#0\\"},
		"C0":                  {"a\x00\x05\x07\x08\x0b\x0c\x0e\x0f\x7fb", "ab"},
		"C1 as UTF-8":         {"a\u009b31m\u0085b", "a31mb"},
		"C1 raw":              {"a\x9b31mb", "a31mb"},
		"invalid":             {"a\xff\xc0\xafb", "ab"},
		"surrogate":           {"a\xed\xa0\x80b", "ab"},
		"unfinished":          {"ab\xe2\x82", "ab"},
		"replacement":         {"a\ufffdb", "ab"},
		"right to left":       {"a\u202eb\u202c\u2066c\u2069\u200e\u200f\u061c", "abc"},
		"zero width":          {"a\u200bb\u2060c\ufeffd\u200ce", "abcde"},
		"soft hyphen":         {"a\u00adb", "ab"},
		"separators":          {"a\u2028b\u2029c", "abc"},
		"tags":                {"a\U000e0041\U000e007fb", "ab"},
		"private use":         {"a\ue000\U000f0000\U0010fffdb", "ab"},
		"non-characters":      {"a\ufffe\ufdd0\U0001ffffb", "ab"},
		"fillers":             {"a\u3164\u115f\u1160\uffa0\u034fb", "ab"},
		"five marks":          {"e" + strings.Repeat("\u0301", 5) + "x", "e" + strings.Repeat("\u0301", 4) + "x"},
		"two thousand marks":  {"e" + strings.Repeat("\u0301", 2000), "e" + strings.Repeat("\u0301", 4)},
		"joiner in a word":    {"pay\u200dments", "payments"},
		"joiner in a number":  {"1\u200d2", "12"},
		"joiner at the end":   {"👨\u200d", "👨"},
		"joiner and selector": {"👨\u200d\ufe0fa", "👨\ufe0fa"},
		"two joiners":         {"👨\u200d\u200d👩", "👨\u200d👩"},
		"selector in a word":  {"pay\ufe0fments", "payments"},
		"selector on a digit": {"1\ufe0f2", "12"},
		"selector at the end": {"1\ufe0f", "1"},
		"other selectors":     {"☺\ufe0e a\U000e0100", "☺ a"},
	} {
		if got := model.Clean(c.in).String(); got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", name, c.in, got, c.want)
		}
	}
}

func TestCleanKeeps(t *testing.T) {
	for name, s := range map[string]string{
		"family":             "👨\u200d👩\u200d👧\u200d👦",
		"family of colours":  "👨🏽\u200d👩🏿\u200d👧",
		"flags":              "🇩🇪🇨🇭",
		"pirate flag":        "🏴\u200d☠\ufe0f",
		"rainbow flag":       "🏳\ufe0f\u200d🌈",
		"skin tone":          "👍🏾",
		"selector":           "❤\ufe0f and ☎\ufe0f",
		"heart on fire":      "❤\ufe0f\u200d🔥",
		"man running right":  "🏃\u200d♂\ufe0f\u200d➡\ufe0f",
		"keycaps":            "1\ufe0f\u20e3 #\ufe0f\u20e3 *\ufe0f\u20e3",
		"accents":            "Zürich e\u0301 ệ",
		"marks on each":      "e\u0301\u0301\u0301a\u0301\u0301\u0301",
		"other scripts":      "目標 цель هدف उद्देश्य",
		"no-break space":     "5\u00a0%",
		"typographic quotes": "“so” – ‘so’ …",
	} {
		got, removed := model.CleanCount(s)
		if got.String() != s || removed != 0 {
			t.Errorf("%s: Clean(%q) = %q, %d removed", name, s, got, removed)
		}
	}
}

func TestCleanCounts(t *testing.T) {
	for in, want := range map[string]int{"abc": 0, "a\x1bb": 1, "a\u200bb\xff": 2, "1\ufe0fx": 1, "👨\u200d": 1} {
		if _, got := model.CleanCount(in); got != want {
			t.Errorf("CleanCount(%q) removed %d, want %d", in, got, want)
		}
	}
	_, got := model.CleanCount(strings.Repeat("x", model.MaxText+7))
	if got != 7 {
		t.Errorf("a text seven too long lost %d characters", got)
	}
}

func TestCleanCutsBehindAWholeEmoji(t *testing.T) {
	for _, tail := range []string{"👨\u200d👩", "1\ufe0f\u20e3"} {
		s := strings.Repeat("x", model.MaxText-2) + tail
		got := model.Clean(s).String()
		if r, _ := utf8.DecodeLastRuneInString(got); r == '\u200d' || r == '\ufe0f' {
			t.Errorf("the cut leaves %q behind", r)
		}
	}
}

// hostile draws strings in which everything that Clean looks at stands beside everything else.
func hostile() *rapid.Generator[string] {
	parts := []string{
		"a", "Ω", "7", "#", "👨", "❤", "🏽", "🇩", "\u200d", "\ufe0f", "\ufe0e", "\u20e3", "\u0301", "\u0489", "\x1b[", "\x9b", "\u009b", "\xff",
		"\xed\xa0\x80", "\r", "\n", "\t", "\x00", "\u202e", "\u2028", "\u200b", "\u00ad", "\ue000", "\U000e0041", "\ufdd0", "!", "↔", "™", " ",
	}
	return rapid.OneOf(
		rapid.String(),
		rapid.Map(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 40), func(p []string) string { return strings.Join(p, "") }),
		rapid.Map(rapid.SliceOfN(rapid.SampledFrom(parts), 1, 12), func(p []string) string {
			return strings.Repeat(strings.Join(p, ""), model.MaxText/len(p)+3)
		}),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
	)
}

func TestCleanProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if complaint := unclean(hostile().Draw(t, "s")); complaint != "" {
			t.Fatal(complaint)
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "plain", "\x1b]52;c;aGk=\x07", "👨\u200d\ufe0fa", "1\ufe0f\u20e3", "\xed\xa0\x80", "e\u0301\u0301\u0301\u0301\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if complaint := unclean(s); complaint != "" {
			t.Error(complaint)
		}
	})
}

// unclean says which promise of Clean is broken for s.
func unclean(s string) string {
	text, removed := model.CleanCount(s)
	out := text.String()
	again, more := model.CleanCount(out)
	switch {
	case again != text || more != 0:
		return "not idempotent: " + out + " becomes " + again.String()
	case !utf8.ValidString(out):
		return "not UTF-8: " + out
	case utf8.RuneCountInString(out) > model.MaxText:
		return "too long"
	case removed < 0 || removed > utf8.RuneCountInString(s):
		return "the count of what was removed is off"
	}
	marks, runes := 0, []rune(out)
	for i, r := range runes {
		switch {
		case r == '\n' || r == '\t':
		case unicode.In(r, unicode.Cc, unicode.Cs, unicode.Co, unicode.Zl, unicode.Zp, unicode.Noncharacter_Code_Point, unicode.Bidi_Control):
			return "keeps " + string(r)
		case r == '\u200d' && (i == 0 || i == len(runes)-1 || runes[i-1] < 0x80 || runes[i+1] < 0x80):
			return "keeps a joiner outside an emoji"
		case r == '\ufe0f' && i == 0:
			return "keeps a selector without a base"
		case r != '\u200d' && unicode.Is(unicode.Cf, r):
			return "keeps the format character " + string(r)
		}
		if unicode.Is(unicode.M, r) && r != '\ufe0f' {
			marks++
		} else if r != '\ufe0f' {
			marks = 0
		}
		if marks > 4 {
			return "keeps more than four marks"
		}
	}
	return ""
}

func TestTextInJSONIsCleaned(t *testing.T) {
	var got struct{ T model.Text }
	if err := json.Unmarshal([]byte(`{"T":"a\u001b]52;c;x\u0007\u202eb"}`), &got); err != nil {
		t.Fatal(err)
	}
	if got.T.String() != "a]52;c;xb" {
		t.Errorf("read %q", got.T)
	}
	b, err := json.Marshal(got)
	if err != nil || string(b) != `{"T":"a]52;c;xb"}` {
		t.Errorf("wrote %s, %v", b, err)
	}
}

func TestTextViews(t *testing.T) {
	x := model.Clean("  Payments\n\tTeam ")
	if x.Line() != "Payments Team" || model.Fold(x) != "payments team" || x.IsEmpty() {
		t.Errorf("line %q, fold %q", x.Line(), model.Fold(x))
	}
	if !model.Clean(" \n\t").IsEmpty() || !model.Clean("\x1b\u200b").IsEmpty() {
		t.Error("white space and what was taken out count as empty")
	}
}

func BenchmarkCleanMegabyte(b *testing.B) {
	s := strings.Repeat("\x1b[", 500_000)
	for b.Loop() {
		model.Clean(s)
	}
}

// A text of plain characters takes a short way, a soft hyphen makes it take the long one.
func TestTheShortWayCleansTheSame(t *testing.T) {
	for r := rune(0); r < 0x3000; r++ {
		for _, s := range []string{string(r), "a" + string(r) + "b", "a\xff" + string(r)} {
			if short, long := model.Clean(s), model.Clean("\u00ad"+s); short != long {
				t.Errorf("%q becomes %q and %q", s, short, long)
			}
		}
	}
}
