package detect

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"souk/model"
)

// The rules that reasons name.
const (
	sameLine        = "same-line"
	similarLine     = "similar-line"
	sharedWords     = "shared-words"
	oneConcept      = "same-concept"
	oneFigure       = "same-figure"
	leadsTo         = "leads-to"
	oneIntent       = "same-intent"
	namesTeam       = "names-team"
	theirMatter     = "their-matter"
	theirWords      = "their-words"
	tradeOff        = "trade-off"
	sameTime        = "same-time"
	opposites       = "opposite-directions"
	statedNeed      = "stated-need"
	worksFor        = "works-for"
	usuallyProvides = "usually-provides"
	asksEveryone    = "asks-everyone"
	offersIt        = "offers-it"
	gap             = "gap"
	partnership     = "usual-partners"
)

// longest is how many characters of a line a reason quotes.
const longest = 90

func because(rule, format string, args ...any) model.Reason {
	return model.Reason{Rule: rule, Text: model.Clean(fmt.Sprintf(format, args...))}
}

// short is a text in quotation marks, cut at a word.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > longest {
		cut := text[:longest]
		if i := strings.LastIndexByte(cut, ' '); i > 0 {
			cut = cut[:i]
		}
		text = strings.ToValidUTF8(cut, "") + " …"
	}
	return "“" + text + "”"
}

// capital makes the first letter a capital.
func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// mark adds the tokens of a line as evidence.
func mark(r *model.Reason, o *objective, l *line, first, last int) {
	if s, ok := l.span(o.id, first, last); ok {
		r.Spans = append(r.Spans, s)
	}
}

func markLine(r *model.Reason, o *objective, l *line) {
	if len(l.tokens) > 0 {
		mark(r, o, l, 0, len(l.tokens)-1)
	}
}

const (
	nearlySame = 0.9 // lines this similar are one line to a reader
	muchAlike  = 0.45
)

// whyAlike says why two objectives have to do with each other, the best reason first.
func (c *corpus) whyAlike(k *closeness) []model.Reason {
	a, b := &c.objectives[k.a], &c.objectives[k.b]
	la, lb := &a.lines[k.lineA], &b.lines[k.lineB]
	var all []model.Reason
	switch {
	case k.line >= nearlySame && model.Fold(model.Clean(la.text)) == model.Fold(model.Clean(lb.text)):
		all = append(all, because(sameLine, "Both write: %s", short(la.text)))
	case k.line >= muchAlike:
		all = append(all, because(similarLine, "These lines say much the same: %s and %s", short(la.text), short(lb.text)))
	}
	if len(all) > 0 {
		markLine(&all[0], a, la)
		markLine(&all[0], b, lb)
	}
	if k.figure && k.line < nearlySame {
		la, lb := &a.lines[k.figureA], &b.lines[k.figureB]
		r := because(oneFigure, "Both measure from the same figure: %s and %s", short(la.text), short(lb.text))
		markLine(&r, a, la)
		markLine(&r, b, lb)
		all = append([]model.Reason{r}, all...)
	}
	if len(all) == 0 || k.line < nearlySame {
		all = append(all, c.wordsShared(a, b)...)
		all = append(all, c.conceptShared(k, a, b)...)
	}
	return all
}

// mostWords is how many shared words a reason reads out.
const mostWords = 4

// wordsShared names the rarest words that both use.
func (c *corpus) wordsShared(a, b *objective) []model.Reason {
	stems := slices.Collect(c.tellingBoth(a, b))
	if len(stems) == 0 {
		return nil
	}
	slices.SortStableFunc(stems, func(x, y int32) int { return c.spread[x] - c.spread[y] })
	stems = stems[:min(len(stems), mostWords)]
	r := model.Reason{Rule: sharedWords}
	var said []string
	for _, s := range stems {
		word := ""
		for _, o := range []*objective{b, a} {
			if l, t := firstOf(o, s); l != nil {
				mark(&r, o, l, t, t)
				word = l.quote(t, t)
			}
		}
		said = append(said, "“"+word+"”")
	}
	r.Text = model.Clean("Both speak of " + and(said))
	return []model.Reason{r}
}

func firstOf(o *objective, stem int32) (*line, int) {
	return firstToken(o, func(t token) bool { return t.stem == stem })
}

// firstToken is the first place of an objective that is meant; no line where there is none.
func firstToken(o *objective, meant func(token) bool) (*line, int) {
	for _, lines := range [][]line{o.lines, o.metrics} {
		for i := range lines {
			if t := slices.IndexFunc(lines[i].tokens, meant); t >= 0 {
				return &lines[i], t
			}
		}
	}
	return nil, 0
}

func and(all []string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

// saying is where an objective speaks of a concept, the surest place first.
func saying(o *objective, concept int16) (*line, said) {
	var at *line
	best := said{}
	for _, lines := range [][]line{o.lines, o.metrics} {
		for i := range lines {
			for _, s := range lines[i].said {
				share := s.share * lines[i].at.weight()
				if lines[i].at == inMetric {
					share /= 2 // cannot be marked
				}
				if lines[i].moves != nowhere {
					share *= 1.2
				}
				if s.concept == concept && share > best.share {
					at, best = &lines[i], s
					best.share = share
				}
			}
		}
	}
	return at, best
}

// conceptShared says that both speak of one thing, in the words of each.
func (c *corpus) conceptShared(k *closeness, a, b *objective) []model.Reason {
	if k.conceptID < 0 {
		return nil
	}
	la, sa := saying(a, k.conceptID)
	lb, sb := saying(b, k.conceptID)
	if fold(la.quote(sa.first, sa.last)) == fold(lb.quote(sb.first, sb.last)) {
		return nil // a shared word says it already
	}
	r := because(oneConcept, "Both are about %s: %s and %s", c.lex.concepts[k.conceptID].name,
		short(c.phrase(la, sa)), short(c.phrase(lb, sb)))
	mark(&r, a, la, sa.first, sa.last)
	mark(&r, b, lb, sb.first, sb.last)
	return []model.Reason{r}
}

// phrase is what is said with the words that belong to it: one before and two behind, as far as nothing but a space or a hyphen
// stands between and they are no stop words.
func (c *corpus) phrase(l *line, s said) string {
	joined := func(i int) bool { // with the word before
		gap := l.text[l.tokens[i-1].end:l.tokens[i].start]
		return gap == " " || gap == "-"
	}
	from, to := s.first, s.last
	if from > 0 && joined(from) && !c.isStop(l.tokens[from-1], l.in) {
		from--
	}
	for to < s.last+2 && to+1 < len(l.tokens) && joined(to+1) && !c.isStop(l.tokens[to+1], l.in) && !c.common[l.tokens[to+1].stem] {
		to++
	}
	return l.quote(from, to)
}
