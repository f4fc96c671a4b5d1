package detect

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"souk/model"
)

// place says where in an objective a line stands.
type place int32

// The places: negative ones are no key results.
const (
	inTitle  place = -1
	inWhy    place = -2
	inMetric place = -3 // what a key result measures, where it is written apart
	inStall  place = -4 // a team's description, need or offer
)

// token is one word in its place in the text.
type token struct {
	weight     float64 // how much the word says, from 0 (stop word) to 1 (rare); set when the whole input is read
	word       int32
	stem       int32
	start, end uint16 // a model.Text is shorter than that
	concept    int16  // the concept that it is part of, or -1
}

// said is a concept in its place in a line.
type said struct {
	concept     int16
	first, last int // tokens
	share       float64
	turns       bool // less of it is more of the concept
}

// direction is what a line wants of its subject.
type direction int8

const (
	nowhere direction = iota
	up
	down
	steady
	making
)

// turned is what is wanted of a concept where a line wants something of its opposite.
func (d direction) turned() direction {
	switch d {
	case up:
		return down
	case down:
		return up
	default:
		return d
	}
}

// line is one parsed text: a title, a key result, a sentence of a stall.
type line struct {
	text   string
	kr     model.KeyResultID
	tokens []token
	said   []said
	at     place
	in     language
	unsure bool // no word told the language
	wants  direction
	moves  direction // where its numbers go, up or down
}

// parse reads one text.
func (v *vocabulary) parse(text string, at place) line {
	l := line{text: text, at: at}
	score, tokens := [languages]int{}, v.tokens[:0]
	for w := range wordsOf(text) {
		id := v.word(w.text)
		m := v.words[id].marks
		if m&stopEnglish != 0 {
			score[inEnglish]++
		}
		if m&stopGerman != 0 {
			score[inGerman]++
		}
		tokens = append(tokens, token{start: uint16(w.start), end: uint16(w.end), word: id, concept: -1})
	}
	v.tokens, l.tokens = tokens, slices.Clone(tokens)
	switch german, english := score[inGerman], score[inEnglish]; {
	case german > english || german == english && strings.ContainsAny(text, "äöüßÄÖÜ"):
		l.in = inGerman
		v.votes[inGerman]++
	case english > german:
		v.votes[inEnglish]++
	default:
		l.unsure = true
	}
	v.understand(&l)
	return l
}

// understand finds stems, concepts and direction of a line whose language is known.
func (v *vocabulary) understand(l *line) {
	l.said = nil
	for i := range l.tokens {
		t := &l.tokens[i]
		t.stem, t.concept = v.stem(t.word, l.in), -1
	}
	v.findConcepts(l)
	l.moves = v.trend(l)
	l.wants = v.direction(l)
}

// settle reads a line in the language of most others where it does not tell its own.
func (v *vocabulary) settle(l *line) {
	if l.unsure && v.votes[inGerman] > v.votes[inEnglish] {
		l.in, l.unsure = inGerman, false
		v.understand(l)
	}
}

// findConcepts looks for the phrases of the glossary, the longest first; English ones in a German line, too.
func (v *vocabulary) findConcepts(l *line) {
	for i := 0; i < len(l.tokens); i++ {
		best := v.phraseAt(l, i, l.in)
		if best.concept < 0 && l.in != inEnglish {
			best = v.phraseAt(l, i, inEnglish)
		}
		if best.concept < 0 && l.in == inGerman {
			best = v.inCompound(l, i)
		}
		if best.concept < 0 {
			continue
		}
		l.said = append(l.said, best)
		for t := best.first; t <= best.last; t++ {
			l.tokens[t].concept = best.concept
		}
		i = best.last
	}
}

// The parts of a German compound have at least this many letters.
const shortestPart = 5

// inCompound looks for a concept at the end of a German compound, then at its beginning: "Kundenabwanderung", "Churnrate". What a
// compound is about stands at its end, so a beginning is weak.
func (v *vocabulary) inCompound(l *line, at int) said {
	w := &v.words[l.tokens[at].word]
	if w.compound == nil {
		found := v.splitCompound(w.text)
		w.compound = &found
	}
	s := *w.compound
	s.first, s.last = at, at
	return s
}

func (v *vocabulary) splitCompound(text string) said {
	look := func(part string, share float64) said {
		first, ok := v.lex.stems[stem(part, inGerman)]
		if ok && int(first) < len(v.lex.phrases[inGerman]) {
			for _, p := range v.lex.phrases[inGerman][first] {
				if len(p.rest) == 0 && len(p.words) == 0 {
					return said{concept: p.id, share: share * p.share, turns: p.turns}
				}
			}
		}
		return said{concept: -1}
	}
	for cut := range text {
		if cut >= shortestPart-2 && len(text)-cut >= shortestPart {
			if s := look(text[cut:], 1); s.concept >= 0 {
				return s
			}
		}
	}
	for cut := len(text) - 4; cut >= shortestPart; cut-- {
		if utf8.RuneStart(text[cut]) {
			if s := look(text[:cut], weakShare); s.concept >= 0 {
				return s
			}
		}
	}
	return said{concept: -1}
}

func (v *vocabulary) phraseAt(l *line, at int, in language) said {
	best := said{concept: -1}
	first := v.stem(l.tokens[at].word, in)
	phrases := v.lex.phrases[in]
	if int(first) >= len(phrases) {
		return best
	}
	for i := range phrases[first] {
		p := &phrases[first][i]
		last := at + len(p.rest)
		if last < len(l.tokens) && (best.concept < 0 || last > best.last) && v.says(p, l.tokens[at:last+1], in) {
			best = said{concept: p.id, first: at, last: last, share: p.share, turns: p.turns}
		}
	}
	return best
}

// says reports whether the tokens are the phrase, given that the first stem is.
func (v *vocabulary) says(p *phrase, tokens []token, in language) bool {
	for i, want := range p.rest {
		if v.stem(tokens[1+i].word, in) != want {
			return false
		}
	}
	for i, want := range p.words {
		if singular(v.words[tokens[i].word].text) != want {
			return false
		}
	}
	return true
}

// direction is the first thing that the line says to do; where no verb says it, "from 71% to 97%" does.
func (v *vocabulary) direction(l *line) direction {
	for _, t := range l.tokens {
		switch m := v.lex.byStem[t.stem]; {
		case m&keeps != 0:
			return steady
		case m&goesUp != 0:
			return up
		case m&goesDown != 0:
			return down
		case m&builds != 0:
			return making
		}
	}
	return l.moves
}

// trend is where the first two numbers go that are a baseline and a target: "from 4 to 10", "18 → 40", "9 screens instead of 17",
// "2.5 million messages (today 1.1 million)".
func (v *vocabulary) trend(l *line) direction {
	last := -1
	for i := range l.tokens {
		if !isNumber(v.words[l.tokens[i].word].text) {
			continue
		}
		if last >= 0 {
			if d := v.change(l, last, i); d != nowhere {
				return d
			}
		}
		last = i
	}
	return nowhere
}

// change compares two numbers of a line by the words between them.
func (v *vocabulary) change(l *line, first, second int) direction {
	between := l.text[l.tokens[first].end:l.tokens[second].start]
	from, to := number(l.quote(first, first)), number(l.quote(second, second))
	switch {
	case strings.Contains(between, "→") || strings.Contains(between, "->"):
	default:
		found := false
		for i := first + 1; i < second && !found; i++ {
			switch v.words[l.tokens[i].word].text {
			case "to", "auf", "zu":
				found = first > 0 && startsRange(v.words[l.tokens[first-1].word].text)
			case "instead", "statt", "today", "heute", "currently", "derzeit":
				found, from, to = true, to, from
			}
		}
		if !found {
			return nowhere
		}
	}
	switch {
	case from < to:
		return up
	case from > to:
		return down
	}
	return nowhere
}

func startsRange(word string) bool { return word == "from" || word == "von" || word == "vom" }

var thousands = regexp.MustCompile(`^\d{1,3}([.,]\d{3})+$`)

// number reads a figure as it is written in English or German.
func number(text string) float64 {
	if thousands.MatchString(text) {
		text = strings.NewReplacer(".", "", ",", "").Replace(text)
	}
	x, _ := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64)
	return x
}

func (v *vocabulary) marksOf(t token) marks { return v.words[t.word].marks | v.lex.byStem[t.stem] }

// isStop reports whether the word says nothing by itself.
func (v *vocabulary) isStop(t token, in language) bool {
	w := &v.words[t.word]
	if in == inGerman && w.marks&stopGerman != 0 || w.marks&stopEnglish != 0 {
		return true
	}
	return len(w.text) == 1 && !isNumber(w.text)
}

// isCapital reports whether the word is written like a name in the middle of a sentence.
func (l *line) isCapital(i int) bool {
	if i == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(l.text[l.tokens[i].start:])
	return unicode.IsUpper(r)
}

// quote is a part of the line as a person would read it out.
func (l *line) quote(first, last int) string {
	if first > last {
		return l.text
	}
	return l.text[l.tokens[first].start:l.tokens[last].end]
}

// span marks the tokens first to last, where the line is something that can be marked.
func (l *line) span(o model.ObjectiveID, first, last int) (model.Span, bool) {
	if l.at < inTitle || o == "" {
		return model.Span{}, false
	}
	return model.Span{Objective: o, KeyResult: l.kr, Start: int(l.tokens[first].start), End: int(l.tokens[last].end)}, true
}
