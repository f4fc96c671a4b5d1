package detect

import (
	"context"
	"math"

	"souk/workshop/internal/parallel"
)

// nearness says how near objectives are to each other by the pieces of their words, compared with how near they usually are to others. Long
// and general objectives are near to all others, so that says little.
type nearness struct {
	of    [][]portion // by objective, of length 1
	usual []float64   // by objective: the cosine with another, in the mean
}

func (p *pieces) nearness(ctx context.Context) nearness {
	objectives, df := float64(len(p.of)), make([]float64, len(p.known))
	for _, all := range p.of {
		for _, x := range all {
			df[x.id]++
		}
	}
	n := nearness{of: make([][]portion, len(p.of)), usual: make([]float64, len(p.of))}
	parallel.Each(ctx, len(p.of), func() func(int) {
		return func(o int) {
			n.of[o] = make([]portion, 0, len(p.of[o]))
			for _, x := range p.of[o] {
				if rare := math.Log((objectives + 1) / (df[x.id] + 0.5)); rare > 0 && p.uses[x.id]&forNearness != 0 {
					n.of[o] = append(n.of[o], portion{x.id, float32(math.Log1p(float64(x.weight)) * rare)})
				}
			}
			normalise(n.of[o])
		}
	})
	sum := make([]float64, len(p.known))
	for _, all := range n.of {
		for _, x := range all {
			sum[x.id] += float64(x.weight)
		}
	}
	for o, all := range n.of {
		for _, x := range all {
			n.usual[o] += float64(x.weight) * sum[x.id]
		}
		n.usual[o] = max(0, n.usual[o]-1) / max(objectives-1, 1)
	}
	return n
}

// nearer is how much nearer two objectives are to each other than each usually is to others: 0 for farther, 1 for seven times as near.
func (n *nearness) nearer(x, y int) float64 {
	near := cosine(n.of[x], n.of[y])
	const little = 0.02 // two objectives are never taken for farther than that
	beyond := func(o int) float64 { return (near - n.usual[o]) / (n.usual[o] + little) }
	return min(1, max(0, ((beyond(x)+beyond(y))/2+1)/8))
}
