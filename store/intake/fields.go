package intake

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"souk/model"
)

// field is a key that a mapping may have, and what reads its value.
type field struct {
	name string
	read func(*node)
}

// fields reads a mapping by its known keys and names the others.
func (r *reader) fields(n *node, what string, known ...field) bool {
	if n.kind != mapping {
		r.fail(n.at, "write its keys and values here, e.g. "+known[0].name+": …", "There is %s where %s should be", n.kind, what)
		return false
	}
	for i := range n.children {
		c := &n.children[i]
		name := usual(c.key)
		if f := find(known, name); f != nil {
			f.read(c)
		} else if r.isFull(Warning) {
			r.warn(c.keyAt, "", "") // counted only
		} else {
			r.warn(c.keyAt, advice(name, known), "The key %s is not known in %s and was left out", quoted(c.key), what)
		}
	}
	return true
}

func find(known []field, name string) *field {
	for i := range known {
		if known[i].name == name {
			return &known[i]
		}
	}
	return nil
}

func advice(name string, known []field) string {
	all := make([]string, len(known))
	for i, f := range known {
		all[i] = f.name
	}
	if near, ok := nearest(name, all); ok {
		return "did you mean “" + near + "”?"
	}
	return "the known keys are " + strings.Join(all, ", ")
}

// each reads the elements of a list. One value alone counts as a list of one, null as none.
func (r *reader) each(n *node, read func(*node)) {
	switch n.kind {
	case nothing:
	case list:
		for i := range n.children {
			read(&n.children[i])
		}
	default:
		read(n)
	}
}

// paragraphs reads a text that may have several lines.
func (r *reader) paragraphs(to *model.Text) func(*node) {
	return func(n *node) { r.keep(to, n, r.text(n)) }
}

// line reads a text that stands on one line.
func (r *reader) line(to *model.Text) func(*node) {
	return func(n *node) { r.keep(to, n, r.oneLine(n)) }
}

// keep sets a text. Two sources may speak of one thing; the first has the word.
func (r *reader) keep(to *model.Text, n *node, t model.Text) {
	switch {
	case t.IsEmpty():
	case to.IsEmpty():
		*to = t
	case model.Fold(*to) != model.Fold(t):
		r.warn(n.at, "make both say the same", "%s for “%s” was said before as %s, which is kept", quoted(t.String()), usual(n.key), quoted(to.String()))
	}
}

// lines appends to a list of one-line texts.
func (r *reader) lines(to *[]model.Text) func(*node) {
	return func(n *node) {
		r.each(n, func(e *node) {
			if t := r.oneLine(e); !t.IsEmpty() {
				*to = append(*to, t)
			}
		})
	}
}

func (r *reader) oneLine(n *node) model.Text { return model.Clean(r.text(n).Line()) }

// text is a value as a clean text: composed (NFC), without outer white space, nothing cut off.
func (r *reader) text(n *node) model.Text {
	switch {
	case n.kind == nothing:
		return model.Text{}
	case n.kind != scalar:
		r.fail(n.at, "write one text", "There is %s where the text of “%s” should be", n.kind, usual(n.key))
		return model.Text{}
	}
	s := strings.TrimSpace(n.text)
	if length := utf8.RuneCountInString(s); length > model.MaxText {
		r.fail(n.at, "shorten it, or link to the long version", "The text of “%s” has %d characters, %d at most", usual(n.key), length, model.MaxText)
		return model.Text{}
	}
	t, removed := model.CleanCount(s)
	if removed > 0 {
		r.removed.add(n.at, removed)
	}
	if s := t.String(); !norm.NFC.IsNormalString(s) {
		t = model.Clean(norm.NFC.String(s))
	}
	t = model.Clean(strings.TrimSpace(t.String()))
	if !t.IsEmpty() {
		r.texts++
	}
	return t
}

// removed counts the characters that were taken out of a source.
type removed struct {
	first             place
	characters, texts int
}

func (c *removed) add(at place, n int) {
	if c.texts == 0 {
		c.first = at
	}
	c.texts++
	c.characters += n
}
