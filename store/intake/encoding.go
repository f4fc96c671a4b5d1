package intake

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode returns the text of a source without byte order mark. ok is false where it is not Unicode; then the text is the data as it was.
func decode(data []byte) (text []byte, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return data, false
		}
		return text, true
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	}
	return data, utf8.Valid(data)
}

// fromWindows reads bytes as windows-1252, in which every byte means something.
func fromWindows(data []byte) []byte {
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return bytes.ToValidUTF8(data, nil)
	}
	return text
}

// firstInvalid is the place of the first byte that is not UTF-8.
func firstInvalid(data []byte) place {
	c := newCursor(data)
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return c.to(i)
		}
		i += size
	}
	return c.to(len(data))
}

// cursor turns offsets into places. It only moves forward, so the whole walk costs one pass over the data.
type cursor struct {
	data []byte
	off  int
	at   place
}

func newCursor(data []byte) *cursor { return &cursor{data: data, at: at(1, 1)} }

// to moves on to an offset and returns its place.
func (c *cursor) to(off int) place {
	off = min(max(off, c.off), len(c.data))
	passed := c.data[c.off:off]
	if n := bytes.Count(passed, []byte("\n")); n > 0 {
		c.at.line += int32(n)
		c.at.column = 1
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	c.at.column += int32(utf8.RuneCount(passed))
	c.off = off
	return c.at
}
