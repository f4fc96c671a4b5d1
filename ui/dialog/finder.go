package dialog

import "strings"

// finder finds options by words. It lowers every text once, and narrows what it found before while the query only grows.
type finder struct {
	labels []string // lowered
	texts  []string // lowered: label, detail and search words
	query  string
	found  []int // indices of options, best first
	inTurn []int // the same, in the options' order
}

// The ranks of what is found, best first.
const (
	labelBegins = iota // the label begins with the query
	labelHasAll        // every word is in the label
	elsewhere
	ranks
)

func newFinder(options []Option) *finder {
	f := &finder{labels: make([]string, len(options)), texts: make([]string, len(options))}
	for i, o := range options {
		f.labels[i] = strings.ToLower(o.Label)
		f.texts[i] = strings.ToLower(o.Label + "\n" + o.Detail + "\n" + o.Search)
	}
	f.find("")
	return f
}

// find sets found to the options that have every word of the query.
func (f *finder) find(query string) {
	query = strings.ToLower(query)
	among := f.inTurn
	if f.query == "" || !strings.HasPrefix(query, f.query) {
		among = f.all()
	}
	f.query = query
	words := strings.Fields(query)
	var byRank [ranks][]int
	f.inTurn = nil
	for _, i := range among {
		if hasAll(f.texts[i], words) {
			rank := f.rank(i, words)
			byRank[rank] = append(byRank[rank], i)
			f.inTurn = append(f.inTurn, i)
		}
	}
	f.found = make([]int, 0, len(f.inTurn))
	for _, r := range byRank {
		f.found = append(f.found, r...)
	}
}

func (f *finder) all() []int {
	out := make([]int, len(f.texts))
	for i := range out {
		out[i] = i
	}
	return out
}

func (f *finder) rank(i int, words []string) int {
	switch {
	case len(words) == 0:
		return labelBegins
	case !hasAll(f.labels[i], words):
		return elsewhere
	case strings.HasPrefix(f.labels[i], words[0]):
		return labelBegins
	}
	return labelHasAll
}

func hasAll(s string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}
