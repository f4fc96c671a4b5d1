package detect

import (
	"math"
	"slices"
)

// pieces compare texts by pieces of their words, and by what the glossary takes these for: "payroll" and "payslip", „Kundendienst“ and
// „Neukunden“ are often about one thing, though their stems differ.
type pieces struct {
	known  map[string]int32
	uses   []use       // by piece
	ofWord [][]int32   // by word
	of     [][]portion // by objective, how often it has each piece, in the order of the ids
}

// use is what a piece is good for.
type use uint8

const (
	forNearness use = 1 << iota // of two objectives
	forProfiles                 // of what somebody writes about
)

// portion is a piece, or the like, with its weight.
type portion struct {
	id     int32
	weight float32
}

// everyPiece is the number of objectives up to which all pieces of a word are compared; beyond, it is only one beginning.
const everyPiece = 250

// The letters of a piece: a beginning has from the fewest to the most, an inner piece always the same number, the only one its own.
const (
	fewestLetters = 3
	mostLetters   = 7
	innerLetters  = 4
	onlyLetters   = 5
)

// pieces takes the words of all objectives apart, but for lines of templates.
func (c *corpus) pieces(lines [][]gist) pieces {
	p := pieces{known: map[string]int32{}, ofWord: make([][]int32, len(c.words)), of: make([][]portion, len(c.objectives))}
	var room []int32
	for o := range c.objectives {
		if o%256 == 0 && c.stopped() {
			return p
		}
		room = room[:0]
		for i := range c.objectives[o].lines {
			if lines[o][i].fresh == 1 {
				room = c.takeApart(&p, &c.objectives[o].lines[i], room)
			}
		}
		p.of[o] = counted(room)
	}
	return p
}

// takeApart adds the pieces of the words of a line that say something, and what the glossary takes them for.
func (c *corpus) takeApart(p *pieces, l *line, to []int32) []int32 {
	for _, t := range l.tokens {
		if !c.isStop(t, l.in) && !isNumber(c.words[t.word].text) {
			to = append(to, c.piecesOf(p, t.word)...)
			if t.concept >= 0 {
				to = append(to, p.number("#"+c.lex.concepts[t.concept].name, forNearness))
			}
		}
	}
	return to
}

// number is the id of a piece.
func (p *pieces) number(piece string, uses use) int32 {
	id, ok := p.known[piece]
	if !ok {
		id = int32(len(p.known))
		p.known[piece], p.uses = id, append(p.uses, uses)
	}
	return id
}

// piecesOf are the pieces of one word. How words begin tells which objectives are near each other; what somebody writes about, stems tell
// in English, and every piece in German, which writes so much in one word.
func (c *corpus) piecesOf(p *pieces, word int32) []int32 {
	if p.ofWord[word] != nil {
		return p.ofWord[word]
	}
	all := []int32{}
	add := func(piece string, uses use) { all = append(all, p.number(piece, uses)) }
	text := []rune(c.words[word].text)
	begin := func(letters int) string { return string(text[:min(len(text), letters)]) }
	beginnings := func(uses use) {
		for n := fewestLetters; n <= max(fewestLetters, min(len(text), mostLetters)); n++ {
			add(begin(n), uses)
		}
	}
	switch {
	case len(c.objectives) > everyPiece:
		add(begin(onlyLetters), forNearness|forProfiles)
	case c.votes[inGerman] > c.votes[inEnglish]:
		beginnings(forNearness | forProfiles)
		for i := 1; i+innerLetters <= len(text); i++ {
			add("-"+string(text[i:i+innerLetters]), forProfiles)
		}
	default:
		beginnings(forNearness)
		add("="+stem(string(text), inEnglish), forProfiles)
	}
	p.ofWord[word] = all
	return all
}

// counted is how often each id occurs, in the order of the ids.
func counted(ids []int32) []portion {
	slices.Sort(ids)
	var all []portion
	for _, id := range ids {
		if k := len(all) - 1; k >= 0 && all[k].id == id {
			all[k].weight++
			continue
		}
		all = append(all, portion{id, 1})
	}
	return all
}

// cosine is that of two vectors of length 1 in the order of the ids.
func cosine(a, b []portion) float64 {
	sum := float32(0)
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := a[i], b[j]
		if x.id == y.id {
			sum += x.weight * y.weight
		}
		if x.id <= y.id {
			i++
		}
		if y.id <= x.id {
			j++
		}
	}
	return float64(sum)
}

// normalise makes the length of a vector 1, unless it is 0.
func normalise(all []portion) {
	sum := 0.0
	for _, x := range all {
		sum += float64(x.weight) * float64(x.weight)
	}
	if sum == 0 {
		return
	}
	for i := range all {
		all[i].weight /= float32(math.Sqrt(sum))
	}
}
