package detect

import (
	"cmp"
	"context"
	"math"
	"slices"
	"unicode/utf8"

	"souk/workshop/internal/parallel"
)

// profiles compare objectives with teams as one looks for the expert in a house: by all that somebody writes about rather than by the
// best match. A profile is the pieces of words that somebody uses, each as rare as it is among teams, together of length 1.
type profiles struct {
	teams      [][]portion
	objectives [][]portion
	mean       []float64 // by objective: how near it is to another team,
	deviation  []float64 // and how much that differs
}

// ofItsName is how much a piece of a team's name counts beside one that stands in its drafts.
const ofItsName = 2

func (c *corpus) profiles(ctx context.Context, p *pieces) profiles {
	all := profiles{teams: make([][]portion, len(c.teams)), objectives: make([][]portion, len(c.objectives))}
	for t := range c.teams {
		if t%64 == 0 && c.stopped() {
			return all
		}
		all.teams[t] = c.writesAbout(t, p)
	}
	rarity := rarityOf(all.teams, p.uses)
	c.raiseNames(all.teams, p)
	for t := range all.teams {
		all.teams[t] = weighed(all.teams[t], rarity)
	}
	parallel.Each(ctx, len(c.objectives), func() func(int) {
		return func(o int) {
			own := slices.Clone(p.of[o])
			for i := range own {
				own[i].weight = 1
			}
			all.objectives[o] = weighed(own, rarity)
		}
	})
	all.compare(ctx, c, len(p.known))
	return all
}

// writesAbout are the pieces of a team's objectives, stall and name, each once.
func (c *corpus) writesAbout(t int, p *pieces) []portion {
	var ids []int32
	for _, o := range c.teams[t].objectives {
		for _, x := range p.of[o] {
			ids = append(ids, x.id)
		}
	}
	for i := range c.teams[t].stall {
		ids = c.takeApart(p, &c.teams[t].stall[i], ids)
	}
	all := counted(append(ids, c.piecesOfName(t, p)...))
	for i := range all {
		all[i].weight = 1
	}
	return all
}

func (c *corpus) piecesOfName(t int, p *pieces) []int32 {
	var ids []int32
	for _, word := range c.teams[t].nameWords {
		ids = append(ids, c.piecesOf(p, word)...)
	}
	return ids
}

// raiseNames makes the pieces of a team's name count more, less so where several teams have them in theirs.
func (c *corpus) raiseNames(teams [][]portion, p *pieces) {
	bearers := make([]float32, len(p.known))
	for t := range c.teams {
		for _, x := range counted(c.piecesOfName(t, p)) {
			bearers[x.id]++
		}
	}
	for t, all := range teams {
		for _, x := range counted(c.piecesOfName(t, p)) {
			i, _ := slices.BinarySearchFunc(all, x.id, byPiece)
			all[i].weight += ofItsName / bearers[x.id]
		}
	}
}

func byPiece(x portion, id int32) int { return int(x.id - id) }

// rarityOf is how rare every piece is among teams, 0 to 1; 0 for what tells nothing about what somebody writes about.
func rarityOf(teams [][]portion, uses []use) []float32 {
	rarity := make([]float32, len(uses))
	for _, all := range teams {
		for _, x := range all {
			rarity[x.id]++
		}
	}
	n := float64(len(teams) + 1)
	for id, df := range rarity {
		if uses[id]&forProfiles == 0 {
			rarity[id] = 0
			continue
		}
		rarity[id] = float32(min(1, max(0, math.Log(n/(float64(df)+0.5))/math.Log(n))))
	}
	return rarity
}

// weighed makes what is rare count more, and the length 1.
func weighed(all []portion, rarity []float32) []portion {
	for i := range all {
		all[i].weight *= rarity[all[i].id]
	}
	all = slices.DeleteFunc(all, func(x portion) bool { return x.weight == 0 })
	normalise(all)
	return all
}

// compare finds out how near objectives and teams usually are to each other.
func (p *profiles) compare(ctx context.Context, c *corpus, size int) {
	writing := make([][]portion, size) // by piece, the teams that write about it
	for t, all := range p.teams {
		for _, x := range all {
			writing[x.id] = append(writing[x.id], portion{int32(t), x.weight})
		}
	}
	n, others := len(c.objectives), float64(max(len(c.teams)-1, 1))
	p.mean, p.deviation = make([]float64, n), make([]float64, n)
	parallel.Each(ctx, n, func() func(int) {
		near := make([]float32, len(c.teams))
		return func(o int) {
			for _, x := range p.objectives[o] {
				for _, t := range writing[x.id] {
					near[t.id] += x.weight * t.weight
				}
			}
			sum, squares := 0.0, 0.0
			for t, x := range near {
				if t != c.objectives[o].team {
					sum, squares = sum+float64(x), squares+float64(x)*float64(x)
				}
			}
			clear(near)
			p.mean[o] = sum / others
			p.deviation[o] = math.Sqrt(max(0, squares/others-p.mean[o]*p.mean[o]))
		}
	})
}

// fit is how near an objective is to a team, compared with how near it is to others: 0 for a standard deviation farther than the mean,
// 1 for three nearer.
func (p *profiles) fit(o, t int) float64 {
	near := cosine(p.objectives[o], p.teams[t])
	if near == 0 && p.mean[o] == 0 {
		return 0
	}
	return min(1, max(0, ((near-p.mean[o])/max(p.deviation[o], 1e-6)+1)/4))
}

// telling are the words of an objective that bring it near to a team, those first that do so most.
func (c *corpus) telling(p *profiles, pieces *pieces, o, t int) []int32 {
	share := func(all []portion, id int32) float32 {
		i, ok := slices.BinarySearchFunc(all, id, byPiece)
		if !ok {
			return 0
		}
		return all[i].weight
	}
	type telling struct {
		word, stem int32
		weight     float32
	}
	var words []telling
	for i := range c.objectives[o].lines {
		l := &c.objectives[o].lines[i]
		for _, token := range l.tokens {
			w := telling{word: token.word, stem: token.stem}
			if !c.standsAlone(l, token) || slices.ContainsFunc(words, func(x telling) bool { return x.stem == w.stem }) {
				continue
			}
			all, known := float32(0), float32(0)
			for _, id := range pieces.ofWord[token.word] {
				own, theirs := share(p.objectives[o], id), share(p.teams[t], id)
				w.weight += own * theirs
				all += own
				if theirs > 0 {
					known += own
				}
			}
			if known > all/2 { // a piece is not yet the word
				words = append(words, w)
			}
		}
	}
	slices.SortStableFunc(words, func(x, y telling) int { return cmp.Compare(y.weight, x.weight) })
	var all []int32
	for _, w := range words {
		all = append(all, w.word)
	}
	return all
}

// standsAlone reports whether a word can stand alone in a reason: not "com", but "SDK".
func (c *corpus) standsAlone(l *line, t token) bool {
	word := l.text[t.start:t.end]
	return t.weight > 0 && !c.common[t.stem] && (utf8.RuneCountInString(word) > 3 || isAcronym(word))
}
