// Package parallel spreads the work on many things over all cores.
package parallel

import (
	"context"
	"runtime"
	"sync"
)

// step is how many numbers a core takes at a time.
const step = 16

// Each calls a worker for every number below n, on all cores; prepare makes one worker a core. It returns early when the context is done, with
// some numbers left out. A panic of a worker ends the work and is the caller's: it can be recovered where Each was called.
func Each(ctx context.Context, n int, prepare func() func(int)) {
	p := pool{n: n}
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+step-1)/step) {
		all.Go(func() {
			defer p.stopOnPanic()
			work := prepare()
			for from, to := p.take(); from < to && ctx.Err() == nil; from, to = p.take() {
				for i := from; i < to; i++ {
					work(i)
				}
			}
		})
	}
	all.Wait()
	if p.panicked != nil {
		panic(p.panicked)
	}
}

// pool is what is left to do.
type pool struct {
	mu       sync.Mutex
	next, n  int
	panicked any
}

func (p *pool) take() (from, to int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	from = p.next
	p.next = min(p.next+step, p.n)
	return from, p.next
}

// stopOnPanic keeps the first panic and takes what is left away.
func (p *pool) stopOnPanic() {
	if r := recover(); r != nil {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.panicked == nil {
			p.panicked = r
		}
		p.next = p.n
	}
}
