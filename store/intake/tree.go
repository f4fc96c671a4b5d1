package intake

import "strings"

// kind is what a node is.
type kind uint8

const (
	nothing kind = iota // null, or left blank
	scalar
	list
	mapping
)

// String names a kind in a message.
func (k kind) String() string {
	return [...]string{"nothing", "a text", "a list", "a group of keys"}[k]
}

// node is one value of a source, whatever its format. A child of a mapping knows its key as it was written; an element of a list
// has the key of the list.
type node struct {
	at, keyAt place
	kind      kind
	key       string
	text      string // of a scalar, as written
	children  []node
}

// under puts a value under a key of its mapping.
func (n *node) under(key string, at place) {
	n.key, n.keyAt = key, at
	for i := range n.children {
		if n.kind == list {
			n.children[i].key, n.children[i].keyAt = key, at
		}
	}
}

// child returns the value under a key, by the key's usual name.
func (n *node) child(name string) *node {
	for i := range n.children {
		if usual(n.children[i].key) == name {
			return &n.children[i]
		}
	}
	return nil
}

// names are the keys that are known somewhere in the drafts, by their folded form; some have a second name.
var names = vocabulary(
	"organisation organization", "cycle", "vision", "strategy", "horizon", "questions", "question", "answer", "last_cycle", "outcome", "learned",
	"cycles", "results", "total", "agreed_by_both agreed", "shared", "requests", "requests_answered", "confidence", "votes", "mean", "low", "high",
	"verdict", "promises commitments", "by", "to", "what", "due", "kept", "note", "signals", "evidence",
	"teams", "name", "level", "parent", "kind", "description", "needs", "offers",
	"objectives", "id", "title", "why_now why", "supports", "owners", "phase", "origin",
	"key_results", "text", "metric", "baseline", "target", "unit", "owner", "team", "objective", "source", "schema",
)

// vocabulary maps the folded form of every word of a line to the first word.
func vocabulary(lines ...string) map[string]string {
	m := make(map[string]string, 2*len(lines))
	for _, line := range lines {
		words := strings.Fields(line)
		for _, w := range words {
			m[fold(w)] = words[0]
		}
	}
	return m
}

// usual is the usual name of a key: case, spaces, hyphens and underscores do not matter. A key that is not known is folded.
func usual(key string) string {
	if name, ok := names[key]; ok {
		return name
	}
	f := fold(key)
	if name, ok := names[f]; ok {
		return name
	}
	return f
}

var folder = strings.NewReplacer(" ", "", "-", "", "_", "", "\u00a0", "")

// fold is how keys and the headers of columns are compared.
func fold(s string) string { return strings.ToLower(folder.Replace(strings.TrimSpace(s))) }

// refuseTwins fails for every key that stands twice in its mapping, in whatever spelling: one of the two would be lost.
func refuseTwins(ps *problems, n *node) {
	if n.kind == mapping {
		seen := make(map[string]place, len(n.children))
		for i := range n.children {
			c := &n.children[i]
			name := usual(c.key)
			if first, twice := seen[name]; twice {
				ps.fail(c.keyAt, "keep one of the two", "The key %s stands here a second time, after line %d", quoted(c.key), first.line)
				continue
			}
			seen[name] = c.keyAt
		}
	}
	for i := range n.children {
		refuseTwins(ps, &n.children[i])
	}
}
