package detect

import (
	"iter"
	"math"
)

// closeness is what a close look at two objectives finds; every figure is in 0 to 1.
type closeness struct {
	pair
	title      float64 // how alike the titles are
	line       float64 // how alike the two most similar lines are
	lineA      int
	lineB      int
	says       float64 // the same, less where the two lines hardly say anything
	mean       float64 // of the best match of every line of the shorter objective
	told       float64 // how alike the two lines are that tell most together
	second     float64 // the same, by the second thing that they both say
	rare       float64 // the rarest stem that both use
	concept    float64 // the strongest concept that both speak of
	conceptID  int16
	subject    float64 // how much two lines speak of the same concepts
	figure     bool    // and start from, or end at, the same figure
	figureA    int     // the lines that do
	figureB    int
	opposite   bool    // the most similar lines want opposite things
	chain      float64 // one leads to the other
	chainBy    [2]int16
	intent     bool    // both support one intent
	named      float64 // one names the other's team
	mention    *mention
	mentionBy  int     // the objective that names the other's team
	kin        float64 // the two teams are of one kind
	adds       float64 // the work of teams of their kinds usually adds up
	theme      float64 // how much they have to do with each other in the wide sense
	nearer     float64 // how much nearer they are to each other than to others, by the pieces of their words
	size       float64 // how much the two say, in lines,
	joint      float64 // what they are about gains from the work of others: 0 less than most, 1 more
	contested  float64 // others stand in the way of what they are about, in the same way
	atOnce     float64 // both name one month or season
	standstill float64 // and one says that things stand still then
	crowd      float64 // among how many objectives they are
	short      float64 // how much the shorter one says,
	long       float64 // and how many words
	tension    float64 // a trade-off between them
	clash      float64 // a trade-off that both sides put in numbers
	tensions   int
	tensionBy  [2]int16 // its concepts, a's first
	tensionID  int

	duplicate, synergy, conflict float64 // the scores
}

// look compares two objectives closely.
func (c *corpus) look(p pair, s *seen) closeness {
	a, b := &c.objectives[p.a], &c.objectives[p.b]
	k := closeness{pair: p, conceptID: -1, tensionID: -1}
	c.compareLines(&k, s)
	k.opposite = opposite(a.lines[k.lineA].wants, b.lines[k.lineB].wants)
	for stem := range c.tellingBoth(a, b) {
		k.rare = max(k.rare, c.rarity[stem])
	}
	c.compareClaims(&k, a, b)
	for _, x := range a.supports {
		for _, y := range b.supports {
			k.intent = k.intent || x == y
		}
	}
	k.names(s.mentions[p.a], int(p.a), b.team)
	k.names(s.mentions[p.b], int(p.b), a.team)
	k.nearer = s.nearness.nearer(int(p.a), int(p.b))
	k.theme = related(s.themes[p.a], s.themes[p.b])
	k.adds = c.partner(c.lex.adds, &c.teams[a.team], &c.teams[b.team])
	k.kin = kin(c.teams[a.team].provides, c.teams[b.team].provides)
	k.joint, k.contested = inclined(c.lex.joint, a, b), inclined(c.lex.contested, a, b)
	k.atOnce = flag(a.times&b.times != 0 && k.line < muchAlike) // one plan of two teams is no two plans
	if k.atOnce > 0 {
		k.standstill = max(0, standing(c.lex.standstill, a), standing(c.lex.standstill, b))
	}
	k.measure(a, b)
	k.crowd = crowd(len(c.objectives))
	k.judge()
	return k
}

// measure says how much there is to compare: the more two objectives say, the more they have to do with others.
func (k *closeness) measure(a, b *objective) {
	const most = 8 // lines
	k.size = float64(min(len(a.lines), most)+min(len(b.lines), most)) / (2 * most)
	k.short = float64(min(len(a.lines), len(b.lines), most)) / most
	k.long = min(1, (math.Log1p(a.words)+math.Log1p(b.words))/8)
}

// names takes the strongest mention of a team among those of an objective.
func (k *closeness) names(all []mention, o, team int) {
	for i := range all {
		if m := &all[i]; m.team == team && m.strength > k.named {
			k.named, k.mention, k.mentionBy = m.strength, m, o
		}
	}
}

func opposite(a, b direction) bool { return a == up && b == down || a == down && b == up }

// tellingBoth yields the stems that both objectives use, without those that nearly every OKR uses.
func (c *corpus) tellingBoth(a, b *objective) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i, j := 0, 0; i < len(a.stems) && j < len(b.stems); {
			x, y := a.stems[i].id, b.stems[j].id
			if x == y && !c.common[x] && !yield(x) {
				return
			}
			if x <= y {
				i++
			}
			if y <= x {
				j++
			}
		}
	}
}

// enoughTold is how much two lines must both say for a reader to take them for one: about three rare words.
const enoughTold = 2

// compareLines compares every line of one objective with every line of the other.
func (c *corpus) compareLines(k *closeness, s *seen) {
	a, b := s.lines[k.a], s.lines[k.b]
	linesA, linesB := c.objectives[k.a].lines, c.objectives[k.b].lines
	var few [16]float64
	bestB := few[:]
	if len(b) > len(few) {
		bestB = make([]float64, len(b))
	}
	sum := 0.0
	for i := range a {
		best := 0.0
		for j := range b {
			if !a[i].sketch.meets(&b[j].sketch) {
				continue
			}
			about := c.subject(&linesA[i], &linesB[j])
			fresh := max(a[i].fresh, b[j].fresh)
			k.subject = max(k.subject, about*fresh)
			if about > 0 && c.oneFigure(&linesA[i], &linesB[j]) {
				k.figure, k.figureA, k.figureB = true, i, j
			}
			both := similar(a[i].entries, b[j].entries)
			alike := both.share
			k.told = max(k.told, alike*min(both.sum, enoughTold)/enoughTold)
			k.second = max(k.second, alike*both.second)
			if i == 0 && j == 0 {
				k.title = alike
			}
			if alike > k.line {
				k.line, k.lineA, k.lineB = alike, i, j
			}
			k.says = max(k.says, alike*fresh*min(1, both.sum))
			best, bestB[j] = max(best, alike*fresh), max(bestB[j], alike*fresh)
		}
		sum += best
	}
	for _, alike := range bestB[:len(b)] {
		sum += alike
	}
	k.mean = sum / float64(len(a)+len(b))
}

// subject is how much two lines speak of the same concepts.
func (c *corpus) subject(a, b *line) float64 {
	sum, last := 0.0, int16(-1)
	for _, x := range a.said {
		if x.concept == last {
			continue
		}
		last = x.concept
		for _, y := range b.said {
			if x.concept == y.concept {
				sum += c.lex.together[x.concept] * c.known[x.concept] * x.share * y.share * min(a.at.weight(), b.at.weight())
				break
			}
		}
	}
	return min(1, sum/2)
}

// oneFigure reports whether the numbers of two lines go the same way and one of them is the same: what two teams measure in
// different words is still one thing where both start from 62%.
func (c *corpus) oneFigure(a, b *line) bool {
	if a.moves == nowhere || a.moves != b.moves {
		return false
	}
	for _, x := range a.tokens {
		if !isNumber(c.words[x.word].text) || len(c.words[x.word].text) < 2 {
			continue
		}
		for _, y := range b.tokens {
			if x.word == y.word {
				return true
			}
		}
	}
	return false
}

func (c *corpus) compareClaims(k *closeness, a, b *objective) {
	n := len(c.lex.concepts)
	for _, x := range a.claims {
		row := int(x.id) * n
		for _, y := range b.claims {
			w := x.weight * y.weight
			if x.id == y.id {
				if s := w * c.known[x.id]; s > k.concept {
					k.concept, k.conceptID = s, int16(x.id)
				}
			} else if link := c.lex.linked[row+int(y.id)]; link > 0 {
				if s := link * w * (c.known[x.id] + c.known[y.id]) / 2; s > k.chain {
					k.chain, k.chainBy = s, [2]int16{int16(x.id), int16(y.id)}
				}
			}
			if id := int(c.lex.tension[row+int(y.id)]); id != 0 {
				k.tensions++
				known := (c.known[x.id] + c.known[y.id]) / 2
				usual := c.lex.strains[row+int(y.id)]
				sure := usual * strain(id > 0, x.wants, y.wants)
				if clashes(id > 0, x, y) {
					k.clash = max(k.clash, w*usual)
					sure = usual
				}
				if s := w * sure * known; s > k.tension {
					k.tension, k.tensionID, k.tensionBy = s, max(id, -id)-1, [2]int16{int16(x.id), int16(y.id)}
				}
			}
		}
	}
}

// strain is how surely one side pushes what strains the other, by what the two want of it: more of the one, and anything of the
// other.
func strain(firstPushes bool, first, second direction) float64 {
	push, guard := first, second
	if !firstPushes {
		push, guard = second, first
	}
	sure := 0.5
	if push == up || push == making {
		sure = 1
	}
	if guard == nowhere {
		sure *= 0.6
	}
	return sure
}

// clashes reports whether the numbers say that one side gets more of what the other side's numbers move away from or must hold.
func clashes(firstPushes bool, first, second feature) bool {
	if !firstPushes {
		first, second = second, first
	}
	return first.moves == up && second.moves != nowhere
}

// kin is how far two teams provide the same.
func kin(a, b []float64) float64 {
	both, all := 0.0, 0.0
	for id, w := range a {
		both += min(w, b[id])
		all += w + b[id]
	}
	if all == 0 {
		return 0
	}
	return 2 * both / all
}
