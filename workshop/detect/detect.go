package detect

import (
	"context"
	"slices"

	"souk/model"
)

// Input is what relations are looked for in.
type Input struct {
	Organisation, Cycle model.Text
	Intents             []model.Intent
	Teams               []model.Team      // with needs, offers and description
	Objectives          []model.Objective // the live ones
	Words               [][2]model.Text   // that mean the same here
	Aliases             []model.Alias     // whom an ambiguous name means
	Kinds               []model.FindingKind
	Top                 int // most findings per kind to return; 0: all above the floor
}

// Findings are sorted by score, best first, ties by id.
type Findings []model.Finding

// Run looks for relations between the objectives of different teams. The result depends on the input only, not on the order
// of teams and objectives or on the number of cores. Run stops soon after the context is done and then returns its error.
// It calls progress, which may be nil, a few times from its own goroutine.
func Run(ctx context.Context, in Input, progress func(done, total int)) (Findings, error) {
	const steps = 5
	done := 0
	step := func() error {
		done++
		if progress != nil {
			progress(done, steps)
		}
		return ctx.Err()
	}
	c := read(ctx, in)
	if err := step(); err != nil {
		return nil, err
	}
	near := c.pairs(ctx)
	if err := step(); err != nil {
		return nil, err
	}
	s := c.prepare(ctx, near)
	looks := c.looks(ctx, near, s)
	if err := step(); err != nil {
		return nil, err
	}
	var asks []candidate
	if in.wants(model.Dependency) {
		asks = c.asks(ctx, s)
	}
	if err := step(); err != nil {
		return nil, err
	}
	all := c.findings(ctx, in, s, near, looks, asks)
	return all, step()
}

func (in Input) wants(k model.FindingKind) bool {
	return len(in.Kinds) == 0 || slices.Contains(in.Kinds, k)
}
