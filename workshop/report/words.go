package report

import (
	"fmt"
	"strings"
	"time"

	"souk/model"
	"souk/workshop/say"
)

// number is how many of something there are.
type number struct {
	n    int
	what string
}

// numbers says each number that is not zero.
func numbers(all ...number) []string {
	var out []string
	for _, a := range all {
		if a.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", a.n, a.what))
		}
	}
	return out
}

// are is "is" or "are".
func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// sentence ends a text with a full stop where it has no end of its own.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	said := strings.TrimSuffix(text, "”") // a quotation may have its own
	if said == "" || strings.ContainsAny(said[len(said)-1:], ".!?:") || strings.HasSuffix(said, "…") {
		return text
	}
	return text + "."
}

// capital is a text with a capital first letter.
func capital(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return text
}

// moment is a time as minutes have it.
func moment(t time.Time) string { return t.Format("2 January 2006, 15:04") }

// facts collects what was said and leaves out what was not.
type facts []Fact

func (f *facts) add(name, text string) {
	if text != "" {
		*f = append(*f, Fact{name, text})
	}
}

// blocks is the facts as a block, or nothing.
func (f facts) blocks() []Block {
	if len(f) == 0 {
		return nil
	}
	return []Block{Facts{f}}
}

// list is a list as a block, or nothing.
func list(items []string) []Block {
	if len(items) == 0 {
		return nil
	}
	return []Block{List{items}}
}

func paragraph(format string, args ...any) Paragraph {
	return Paragraph{fmt.Sprintf(format, args...)}
}

// fist is a fist of five: its mean, who voted, and how many are worried.
func fist(votes []int) string {
	mean, ok := model.Mean(votes)
	if !ok {
		return ""
	}
	text := fmt.Sprintf("%.1f (%s", mean, say.Count(len(votes), "vote"))
	if w := model.Worried(votes); w > 0 {
		text += fmt.Sprintf(", %d of two or less", w)
	}
	return text + ")"
}
