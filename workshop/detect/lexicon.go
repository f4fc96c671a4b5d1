package detect

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"souk/model"
)

//go:embed data/glossary.txt
var glossaryText string

//go:embed data/functions.txt
var functionsText string

//go:embed data/worth.txt
var worthText string

//go:embed data/partners.txt
var partnersText string

//go:embed data/tensions.txt
var tensionsText string

//go:embed data/needs.txt
var needsText string

//go:embed data/words.txt
var wordsText string

// concept is one entry of the glossary: something that OKRs of any company talk about.
type concept struct {
	name string
	sign int // +1: most want more of it, -1: less, 0: neither
}

// phrase is one way to say a concept or the name of a kind of team.
type phrase struct {
	rest  []int32  // the stems after the first one
	words []string // as written, without a plural's s, where the stems are not enough
	id    int16    // of the concept, or of the function
	share float64  // 1, or less where the words are said in other senses, too
	turns bool     // less of what it says is more of the concept: a drop-off, a latency
}

// function is a kind of team, with what it usually provides: share by concept.
type function struct {
	name     string
	called   []string  // what others write when they mean such a team
	provides []float64 // share by concept
	alone    []bool    // by concept: others hardly get it without such a team
}

// supply is a concept that is needed, and how surely.
type supply struct {
	concept int16
	share   float64
}

// marks are the word lists that a stem or a word stands in.
type marks uint32

const (
	stopEnglish marks = 1 << iota
	stopGerman
	plain
	goesUp
	goesDown
	keeps
	builds
	needStrong
	needMiddle
	giving
	segments
	roleWord
)

const weakShare = 0.5

// lexicon is what the detector knows about words before it reads a draft. It is never changed after it is made.
type lexicon struct {
	stems      map[string]int32      // the stems of the data files; the stems of a run go on from here
	phrases    [languages][][]phrase // by the first stem
	concepts   []concept
	functions  []function
	together   []float64  // by concept: what it is worth that two teams pursue it
	asked      []float64  // by concept: what it is worth that one needs it for something else
	joint      []float64  // by concept: 1 if who pursues it gains from others' different work, -1 if it is provided, or one's own
	standstill []float64  // by concept: 1 where nothing may change, be hired or be spent for some time
	contested  []float64  // by concept: 1 if others often stand in its way, -1 if nobody does
	seeking    []float64  // by function: 1 if its objectives need others more than those of most teams, -1 if less
	sought     []float64  // by function: 1 if others need it more than most teams, -1 if less
	usual      []float64  // by two functions: how surely teams of the first usually need teams of the second
	adds       []float64  // by two functions, in any order: how surely the work of such teams usually adds up
	teamNames  [][]phrase // by the first stem
	tensions   []string   // trade-offs, in words
	tension    []int8     // by two concepts: 1 + the number of the trade-off between them, negative if the first is the one strained, or 0
	strains    []float64  // by the same: how surely
	needs      [][]supply // what is needed, by what is pursued
	linked     []float64  // by two concepts: how surely one needs the other, in any order
	byWord     map[string]marks
	byStem     map[int32]marks
}

// theLexicon reads the data files once. They are part of the program, so a mistake in them is a bug and panics.
var theLexicon = sync.OnceValue(func() *lexicon { return newLexicon(nil) })

// newLexicon reads the data files, and what the workshop adds to the glossary.
func newLexicon(own [][2]model.Text) *lexicon {
	l := &lexicon{stems: map[string]int32{}, byWord: map[string]marks{}, byStem: map[int32]marks{}}
	names := l.readGlossary()
	l.readOwn(own)
	l.readFunctions(names)
	l.readWorth(names)
	l.readPartners()
	l.readTensions(names)
	l.readNeeds(names)
	l.readWords()
	return l
}

// rows are the lines of a data file that say something, split at "|".
func rows(text string, columns int) [][]string {
	var all [][]string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "|")
		if len(cells) != columns {
			panic(fmt.Sprintf("detect: %d columns instead of %d: %s", len(cells), columns, line))
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		all = append(all, cells)
	}
	return all
}

func list(cell string) []string {
	all := strings.Split(cell, ",")
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}

// weak cuts the mark of a weak entry off.
func weak(entry string) (string, float64) {
	if rest, ok := strings.CutPrefix(entry, "~"); ok {
		return rest, weakShare
	}
	return entry, 1
}

// sequence is a term as stems.
func (l *lexicon) sequence(term string, in language) []int32 {
	var ids []int32
	for w := range wordsOf(term) {
		s := stem(fold(w.text), in)
		id, ok := l.stems[s]
		if !ok {
			id = int32(len(l.stems))
			l.stems[s] = id
		}
		ids = append(ids, id)
	}
	return ids
}

func (l *lexicon) add(to *[][]phrase, term string, in language, id int, share float64) {
	p := phrase{id: int16(id), share: share}
	term, p.turns = strings.CutPrefix(term, "!")
	if exact, ok := strings.CutPrefix(term, "="); ok {
		term = exact
		for w := range wordsOf(term) {
			p.words = append(p.words, singular(fold(w.text)))
		}
	}
	ids := l.sequence(term, in)
	if len(ids) == 0 {
		panic("detect: empty term in the data of concept or function " + fmt.Sprint(id))
	}
	for len(*to) <= int(ids[0]) {
		*to = append(*to, nil)
	}
	p.rest = ids[1:]
	(*to)[ids[0]] = append((*to)[ids[0]], p)
}

func (l *lexicon) readGlossary() map[string]int16 {
	names := map[string]int16{}
	for id, row := range rows(glossaryText, 4) {
		c := concept{name: row[0]}
		switch row[1] {
		case "+":
			c.sign = 1
		case "-":
			c.sign = -1
		}
		names[c.name] = int16(id)
		l.concepts = append(l.concepts, c)
		for in, cell := range row[2:] {
			for _, entry := range list(cell) {
				term, share := weak(entry)
				l.add(&l.phrases[in], term, language(in), id, share)
			}
		}
	}
	return names
}

func conceptNamed(names map[string]int16, name string) int16 {
	id, ok := names[name]
	if !ok {
		panic("detect: no concept named " + name)
	}
	return id
}

// worth is what a word of worth.txt counts: the first four as a factor of a concept's weight, the others on a scale from -1 to 1.
var worth = map[string]float64{
	"together": 3, "apart": 0.2, "asked": 3, "seldom": 0.3,
	"joint": 1, "solo": -1, "contested": 1, "welcome": -1, "standstill": 1, "seeking": 1, "alone": -1, "sought": 1, "spared": -1,
}

func (l *lexicon) readWorth(names map[string]int16) {
	l.together, l.asked = make([]float64, len(l.concepts)), make([]float64, len(l.concepts))
	for i := range l.concepts {
		l.together[i], l.asked[i] = 1, 1
	}
	l.joint, l.contested, l.standstill = make([]float64, len(l.concepts)), make([]float64, len(l.concepts)), make([]float64, len(l.concepts))
	l.seeking, l.sought = make([]float64, len(l.functions)), make([]float64, len(l.functions))
	concepts := map[string][]float64{
		"together": l.together, "apart": l.together, "asked": l.asked, "seldom": l.asked,
		"joint": l.joint, "solo": l.joint, "contested": l.contested, "welcome": l.contested, "standstill": l.standstill,
	}
	functions := map[string][]float64{"seeking": l.seeking, "alone": l.seeking, "sought": l.sought, "spared": l.sought}
	for _, row := range rows(worthText, 2) {
		count, known := worth[row[0]]
		if !known {
			panic("detect: no word for what something is worth: " + row[0])
		}
		for _, name := range list(row[1]) {
			if table := concepts[row[0]]; table != nil {
				table[conceptNamed(names, name)] = count
			} else {
				functions[row[0]][l.functionNamed(name)] = count
			}
		}
	}
}

func (l *lexicon) functionNamed(name string) int {
	id := slices.IndexFunc(l.functions, func(f function) bool { return f.name == name })
	if id < 0 {
		panic("detect: no kind of team named " + name)
	}
	return id
}

func (l *lexicon) readFunctions(names map[string]int16) {
	for id, row := range rows(functionsText, 3) {
		f := function{name: row[0], provides: make([]float64, len(l.concepts)), alone: make([]bool, len(l.concepts))}
		for _, name := range list(row[1]) {
			if called, ok := strings.CutPrefix(name, "+"); ok {
				name = called
				f.called = append(f.called, name)
			}
			name, share := weak(name)
			l.add(&l.teamNames, "="+name, inEnglish, id, share)
			l.add(&l.teamNames, "="+name, inGerman, id, share)
		}
		for _, entry := range list(row[2]) {
			entry, alone := strings.CutPrefix(entry, "!")
			name, share := weak(entry)
			concept := conceptNamed(names, name)
			f.provides[concept], f.alone[concept] = share, alone
		}
		l.functions = append(l.functions, f)
	}
}

func (l *lexicon) readPartners() {
	n, number := len(l.functions), l.functionNamed
	l.usual, l.adds = make([]float64, n*n), make([]float64, n*n)
	for _, row := range rows(partnersText, 3) {
		a := number(row[0])
		for _, entry := range list(row[1]) {
			name, share := weak(entry)
			l.usual[a*n+number(name)] = share
		}
		for _, entry := range list(row[2]) {
			name, share := weak(entry)
			b := number(name)
			l.adds[a*n+b], l.adds[b*n+a] = max(l.adds[a*n+b], share), max(l.adds[b*n+a], share)
		}
	}
}

func (l *lexicon) readTensions(names map[string]int16) {
	n := len(l.concepts)
	l.tension, l.strains = make([]int8, n*n), make([]float64, n*n)
	for _, row := range rows(tensionsText, 3) {
		l.tensions = append(l.tensions, row[2])
		for _, left := range list(row[0]) {
			left, pushes := weak(left)
			for _, right := range list(row[1]) {
				right, strained := weak(right)
				x, y := int(conceptNamed(names, left)), int(conceptNamed(names, right))
				if l.tension[x*n+y] == 0 {
					l.strains[x*n+y], l.strains[y*n+x] = pushes*strained, pushes*strained
					l.tension[x*n+y], l.tension[y*n+x] = int8(len(l.tensions)), -int8(len(l.tensions))
				}
			}
		}
	}
}

func (l *lexicon) readNeeds(names map[string]int16) {
	n := len(l.concepts)
	l.needs, l.linked = make([][]supply, n), make([]float64, n*n)
	for _, row := range rows(needsText, 2) {
		pursued := int(conceptNamed(names, row[0]))
		for _, entry := range list(row[1]) {
			name, share := weak(entry)
			needed := conceptNamed(names, name)
			l.needs[pursued] = append(l.needs[pursued], supply{needed, share})
			for _, at := range []int{pursued*n + int(needed), int(needed)*n + pursued} {
				l.linked[at] = max(l.linked[at], share)
			}
		}
	}
}

func (l *lexicon) readWords() {
	asWritten := map[string]marks{"stop en": stopEnglish, "stop de": stopGerman, "plain": plain, "role": roleWord}
	byStem := map[string]marks{
		"up": goesUp, "down": goesDown, "keep": keeps, "build": builds,
		"need strong": needStrong, "need middle": needMiddle, "give": giving, "segment": segments,
	}
	block := ""
	for _, row := range rows(wordsText, 1) {
		if name, ok := strings.CutPrefix(row[0], "["); ok {
			block = strings.TrimSuffix(name, "]")
			continue
		}
		for _, word := range strings.Fields(row[0]) {
			if m, ok := asWritten[block]; ok {
				l.byWord[word] |= m
				continue
			}
			m, ok := byStem[block]
			if !ok {
				panic("detect: no word list named " + block)
			}
			for in := range languages {
				for _, id := range l.sequence(word, in) {
					l.byStem[id] |= m
				}
			}
		}
	}
}
