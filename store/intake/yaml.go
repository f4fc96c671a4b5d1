package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"souk/model"
)

// parseYAML reads one YAML document. What the language offers beyond lists, keys and texts is refused: anchors and aliases, merge keys,
// tags of one's own, several documents.
func parseYAML(ps *problems, data []byte) (root node, ok bool) {
	if indicators(data) > maxNodes {
		ps.fail(at(1, 1), "split it into one file per team", "The file has more than %d values", maxNodes)
		return node{}, false
	}
	lines := &lineReader{rest: data}
	dec := yaml.NewDecoder(lines)
	var doc yaml.Node
	switch err := decodeYAML(dec, &doc); {
	case errors.Is(err, io.EOF):
		ps.fail(at(1, 1), "give a file with teams and their objectives", "There is nothing in the file")
		return node{}, false
	case err != nil:
		yamlFault(ps, data, err, lines.given)
		return node{}, false
	}
	before := ps.counts[Error]
	w := yamlWalk{ps: ps}
	root = w.node(doc.Content[0], 1)
	var second yaml.Node
	if err := decodeYAML(dec, &second); err == nil {
		ps.fail(at(second.Line, second.Column), "put each document into a file of its own", "A second YAML document begins here")
	} else if !errors.Is(err, io.EOF) {
		yamlFault(ps, data, err, lines.given)
	}
	return root, ps.counts[Error] == before
}

// decodeYAML keeps a fault in the YAML library from taking the program down.
func decodeYAML(dec *yaml.Decoder, n *yaml.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("yaml: the file cannot be understood")
		}
	}()
	return dec.Decode(n)
}

// indicators is at least half the number of values that a YAML text can hold, whatever stands in it: it counts what must stand before a
// value, a line, a comma, a bracket, a colon or a dash. So the memory is bounded before the library parses.
func indicators(data []byte) int {
	n := 0
	for i, c := range data {
		switch c {
		case '\n', ',', '[', '{', ':', '?':
			n++
		case '-':
			if i+1 < len(data) && (data[i+1] == ' ' || data[i+1] == '\t') {
				n++
			}
		}
	}
	return n
}

// lineReader hands out one line at a time, so that the number of lines given tells how far a parser has come.
type lineReader struct {
	rest  []byte
	given int
}

func (r *lineReader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.rest)
	if i := bytes.IndexByte(p[:n], '\n'); i >= 0 {
		n = i + 1
	}
	if n == len(r.rest) || r.rest[n-1] == '\n' {
		r.given++
	}
	r.rest = r.rest[n:]
	return n, nil
}

var (
	yamlMessage   = regexp.MustCompile(`(?s)^yaml: (?:line (\d+): )?(.*)$`)
	unknownAnchor = regexp.MustCompile(`unknown anchor '(.*)' referenced`)
)

// yamlFault reports an error of the YAML library. Its line is where the construct began, which helps with an open quote; the errors of its
// grammar ("did not find expected …") count from 0 and name the start of the whole block, so there the line that was reached is told.
func yamlFault(ps *problems, data []byte, err error, reached int) {
	m := yamlMessage.FindStringSubmatch(err.Error())
	if m == nil {
		m = []string{"", "", err.Error()}
	}
	line, what := reached, m[2]
	if n, err := strconv.Atoi(m[1]); err == nil && !strings.HasPrefix(what, "did not find expected") {
		line = n
	}
	if a := unknownAnchor.FindStringSubmatch(what); a != nil {
		if i := bytes.Index(data, []byte("*"+a[1])); i >= 0 {
			line = int(newCursor(data).to(i).line)
		}
		ps.fail(at(line, 0), "put quotes around a text that begins with *", "%s is a reference to something else, which is not read", quoted("*"+a[1]))
		return
	}
	for _, s := range yamlSayings {
		if strings.Contains(what, s.library) {
			ps.fail(at(max(line, 1), 0), s.next, "This is not valid YAML: %s", s.what)
			return
		}
	}
	ps.fail(at(max(line, 1), 0), "look at this line and the one above it: the indentation (spaces, no tabs), colons, dashes and quotes",
		"This is not valid YAML: %s", model.Clean(what).Line())
}

// yamlSayings put the library's commonest messages into words for those who write drafts.
var yamlSayings = []struct{ library, what, next string }{
	{"found unexpected end of stream", "a quote is opened and not closed", "close it, or take the quotes away"},
	{"mapping values are not allowed", "there is a colon where none can be", "put quotes around a text with a colon, or correct the indentation of this line"},
	{"did not find expected key", "this line does not fit those above it", "indent it like its neighbours, and put quotes around a text that begins with a quote or a bracket"},
	{"did not find expected '-' indicator", "this line does not fit the list above it", "begin it with a dash like the others, or correct its indentation"},
	{"could not find expected ':'", "there is a key without a colon", "write key: value, or put the text on the line of its key"},
	{"cannot start any token", "a text begins with a sign that needs quotes, or a line with a tab", "put quotes around the text, and indent with spaces"},
	{"exceeded max depth", "values stand inside each other far too often", "write the drafts as teams, objectives and key results, without further levels"},
}

// yamlWalk turns the library's nodes into ours.
type yamlWalk struct {
	ps    *problems
	count int
}

func (w *yamlWalk) node(y *yaml.Node, depth int) node {
	n := node{at: at(y.Line, y.Column)}
	switch w.count++; {
	case w.count == maxNodes+1:
		w.ps.fail(n.at, "split it into one file per team", "The file has more than %d values", maxNodes)
	case depth > maxDepth:
		w.ps.fail(n.at, "write the drafts as teams, objectives and key results, without further levels", "Values stand inside each other more than %d times", maxDepth)
	case w.refused(y):
	case w.count <= maxNodes:
		w.fill(&n, y, depth)
	}
	return n
}

// refused reports a use of YAML beyond plain data.
func (w *yamlWalk) refused(y *yaml.Node) bool {
	here := at(y.Line, y.Column)
	switch {
	case y.Kind == yaml.AliasNode:
		w.ps.fail(here, "write the text out here, or put quotes around a text that begins with *", "%s is a reference to something else, which is not read", quoted("*"+y.Value))
	case y.Anchor != "":
		w.ps.fail(here, "remove it, or put quotes around a text that begins with &", "%s is an anchor, which is not read", quoted("&"+y.Anchor))
	case y.Style&yaml.TaggedStyle != 0 && !plainTags[y.Tag]:
		w.ps.fail(here, "remove it, or put quotes around a text that begins with !", "The tag %s is not read", quoted(y.Tag))
	default:
		return false
	}
	return true
}

// plainTags change nothing, since every value is taken as written.
var plainTags = map[string]bool{
	"!!str": true, "!!int": true, "!!float": true, "!!bool": true, "!!null": true, "!!timestamp": true, "!!map": true, "!!seq": true,
}

func (w *yamlWalk) fill(n *node, y *yaml.Node, depth int) {
	switch y.Kind {
	case yaml.ScalarNode:
		if y.ShortTag() != "!!null" {
			n.kind, n.text = scalar, y.Value
		}
	case yaml.SequenceNode:
		n.kind = list
		n.children = make([]node, 0, len(y.Content))
		for _, c := range y.Content {
			n.children = append(n.children, w.node(c, depth+1))
		}
	case yaml.MappingNode:
		n.kind = mapping
		n.children = make([]node, 0, len(y.Content)/2)
		for i := 0; i+1 < len(y.Content); i += 2 {
			key := y.Content[i]
			if w.refused(key) {
				continue
			}
			if key.Kind != yaml.ScalarNode || key.ShortTag() == "!!merge" {
				w.ps.fail(at(key.Line, key.Column), "use a plain word as the key", "This key is not a word")
				continue
			}
			c := w.node(y.Content[i+1], depth+1)
			c.under(key.Value, at(key.Line, key.Column))
			n.children = append(n.children, c)
		}
	default: // documents and aliases were refused before
	}
}
