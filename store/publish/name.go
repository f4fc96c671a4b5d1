package publish

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"souk/workshop"
)

// maxName is the length of the longest file name, in bytes.
const maxName = 80

// Name proposes a file name for a report, such as "northwind-bank-2027-q1-report.md". It is safe on every system: letters, digits and
// single hyphens, and no name that a system keeps for itself.
func Name(s *workshop.State, f Format) string {
	tail := "report"
	if w, err := find(f); err == nil {
		tail += "." + w.ending
	}
	stem := slug(s.Organisation.Line()+" "+s.Cycle.Line(), maxName-len(tail)-1)
	if stem == "" {
		stem = "workshop"
	}
	return stem + "-" + tail
}

// slug keeps letters and digits, without accents and in lower case, and puts one hyphen for anything between them.
func slug(text string, most int) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap = b.Len() > 0
			continue
		}
		r = unicode.ToLower(r)
		if b.Len()+utf8.RuneLen(r)+1 > most {
			break
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}
