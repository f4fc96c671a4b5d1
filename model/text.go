package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxText is the length of the longest Text, in runes.
const MaxText = 4000

// maxMarks is how many combining marks one base character may carry.
const maxMarks = 4

// Text is a string that is safe to show, to log and to export: the only way to make one is Clean.
// The zero value is the empty text.
type Text struct{ s string }

// Clean makes a Text out of anything: keys, a paste, an imported file, our own file.
//
// It keeps valid UTF-8 and drops control characters other than newline and tab, bidirectional
// controls, zero-width characters (joiners and variation selectors survive where they hold an emoji
// together), tags, soft hyphens, private use, line and paragraph separators and non-characters. Carriage returns
// become newlines, at most four marks stay on one base, and what exceeds MaxText is cut.
// Clean is idempotent: Clean(Clean(s).String()) == Clean(s).
func Clean(s string) Text {
	t, _ := CleanCount(s)
	return t
}

// CleanCount is Clean, and tells how many characters it took out.
func CleanCount(s string) (Text, int) {
	if plain(s) {
		return Text{s}, 0
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	c := cleaner{out: make([]rune, 0, min(len(s), MaxText))}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		c.add(r)
	}
	c.settle(0)
	return Text{string(c.out)}, c.removed
}

// String returns the text.
func (t Text) String() string { return t.s }

// IsEmpty reports whether there is nothing but white space.
func (t Text) IsEmpty() bool { return strings.TrimSpace(t.s) == "" }

// Line is the text on one line: every run of white space is one space.
func (t Text) Line() string { return strings.Join(strings.Fields(t.s), " ") }

// MarshalText implements encoding.TextMarshaler.
func (t Text) MarshalText() ([]byte, error) { return []byte(t.s), nil }

// UnmarshalText implements encoding.TextUnmarshaler; what it reads is cleaned.
func (t *Text) UnmarshalText(b []byte) error {
	*t = Clean(string(b))
	return nil
}

// Fold is the text as names and titles are compared: one line, case and outer white space ignored.
func Fold(t Text) string { return strings.ToLower(t.Line()) }

// plain reports whether s is short and made of characters that Clean would not change: printable ASCII, Latin letters, quotation
// marks and dashes.
func plain(s string) bool {
	if len(s) > MaxText {
		return false
	}
	for _, r := range s {
		switch {
		case r >= ' ' && r <= '~', r == '\n', r == '\t':
		case r >= '¡' && r <= 'ɏ' && r != '\u00ad', r >= '‐' && r <= '‧':
		default:
			return false
		}
	}
	return true
}

const (
	joiner   = '\u200d'
	selector = '\ufe0f'
	key      = '\u20e3'
)

// cleaner decides on each character by what it has kept so far; so what it has kept, it would keep again.
type cleaner struct {
	out     []rune
	marks   int // at the end of out
	removed int
	full    bool
}

func (c *cleaner) add(r rune) {
	if c.full || forbidden(r) {
		c.removed++
		return
	}
	c.settle(r)
	c.full = len(c.out) == MaxText
	if c.full || !c.keeps(r) {
		c.removed++
		return
	}
	c.out = append(c.out, r)
}

// settle takes back a joiner or a selector at the end that next does not complete to an emoji.
func (c *cleaner) settle(next rune) {
	last := c.back(1)
	if (last == joiner && !isPictograph(next)) || (last == selector && isKeycap(c.back(2)) && next != key) {
		c.out = c.out[:len(c.out)-1]
		c.removed++
	}
}

func (c *cleaner) keeps(r rune) bool {
	last := c.back(1)
	switch {
	case r == joiner:
		return isPictograph(last) || isSkinTone(last) || last == selector
	case r == selector:
		return isPictograph(last) || isKeycap(last)
	case unicode.Is(unicode.M, r):
		c.marks++
		return c.marks <= maxMarks
	}
	c.marks = 0
	return true
}

// back is the n-th last character that was kept, or 0.
func (c *cleaner) back(n int) rune {
	if len(c.out) < n {
		return 0
	}
	return c.out[len(c.out)-n]
}

func forbidden(r rune) bool {
	switch {
	case r == '\n', r == '\t', r == joiner, r == selector:
		return false
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Co, r), unicode.Is(unicode.Cs, r):
		return true
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
		return true
	case unicode.Is(unicode.Variation_Selector, r), unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
		return true
	case unicode.Is(unicode.Noncharacter_Code_Point, r), r == utf8.RuneError:
		return true
	}
	return false
}
