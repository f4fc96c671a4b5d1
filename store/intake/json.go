package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strings"

	"souk/model"
)

// parseJSON reads exactly one JSON value; encoding/json's leniencies (keys that stand twice, lone surrogates) are not for us.
func parseJSON(ps *problems, data []byte) (root node, ok bool) {
	if len(bytes.TrimSpace(data)) == 0 {
		ps.fail(at(1, 1), "give a file with teams and their objectives", "There is nothing in the file")
		return node{}, false
	}
	var syntax *json.SyntaxError
	switch err := json.Unmarshal(data, new(json.RawMessage)); {
	case errors.As(err, &syntax):
		where := newCursor(data).to(int(syntax.Offset) - 1)
		ps.fail(where, "look at the commas, quotes and brackets here", "This is not valid JSON: %s", model.Clean(syntax.Error()).Line())
		return node{}, false
	case err != nil:
		ps.fail(at(1, 1), "export it again", "This JSON cannot be read: %s", model.Clean(err.Error()).Line())
		return node{}, false
	}
	before := ps.counts[Error]
	w := jsonWalk{ps: ps, data: data, dec: json.NewDecoder(bytes.NewReader(data)), cursor: newCursor(data)}
	w.dec.UseNumber()
	root = w.value(1)
	return root, ps.counts[Error] == before
}

// jsonWalk makes nodes out of the tokens of valid JSON. It stops at a limit.
type jsonWalk struct {
	ps      *problems
	data    []byte
	dec     *json.Decoder
	cursor  *cursor
	count   int
	stopped bool
}

// token returns the next token, the place where it begins, and its characters.
func (w *jsonWalk) token() (t json.Token, where place, raw []byte) {
	from := int(w.dec.InputOffset())
	t, err := w.dec.Token()
	if err != nil { // cannot be, since the text is valid
		w.stopped = true
		return nil, w.cursor.at, nil
	}
	raw = w.data[from:w.dec.InputOffset()]
	begin := bytes.IndexFunc(raw, func(r rune) bool { return !strings.ContainsRune(" \t\r\n,:", r) })
	return t, w.cursor.to(from + max(begin, 0)), raw[max(begin, 0):]
}

func (w *jsonWalk) value(depth int) node {
	t, where, raw := w.token()
	n := node{at: where}
	switch w.count++; {
	case w.count > maxNodes:
		w.stop(where, "split it into one file per team", "The file has more than %d values", maxNodes)
	case depth > maxDepth:
		w.stop(where, "write the drafts as teams, objectives and key results, without further levels",
			"Values stand inside each other more than %d times", maxDepth)
	case t == json.Delim('{'):
		n.kind = mapping
		w.members(&n, depth)
	case t == json.Delim('['):
		n.kind = list
		for !w.stopped && w.dec.More() {
			n.children = append(n.children, w.value(depth+1))
		}
		w.token()
	case t != nil:
		n.kind, n.text = scalar, w.scalar(t, where, raw)
	}
	return n
}

func (w *jsonWalk) members(n *node, depth int) {
	for !w.stopped && w.dec.More() {
		t, where, raw := w.token()
		if w.stopped {
			return
		}
		key := w.scalar(t, where, raw)
		c := w.value(depth + 1)
		c.under(key, where)
		n.children = append(n.children, c)
	}
	w.token()
}

// scalar is the text of a token, numbers and truth values as written.
func (w *jsonWalk) scalar(t json.Token, where place, raw []byte) string {
	s, isText := t.(string)
	if !isText {
		return string(raw)
	}
	if loneSurrogate(raw) {
		w.ps.fail(where, "write the character itself", "This text has half of a character (\\ud800 to \\udfff alone)")
	}
	return s
}

func (w *jsonWalk) stop(where place, next, what string, args ...any) {
	if !w.stopped {
		w.ps.fail(where, next, what, args...)
	}
	w.stopped = true
}

var (
	escapePair = regexp.MustCompile(`(?i)\\\\|\\u(d[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2})`)
	escapeHalf = regexp.MustCompile(`(?i)\\ud[89a-f]`)
)

// loneSurrogate reports whether a JSON text escapes one half of a surrogate pair without the other.
func loneSurrogate(raw []byte) bool {
	return bytes.Contains(raw, []byte(`\u`)) && escapeHalf.Match(escapePair.ReplaceAll(raw, nil))
}
