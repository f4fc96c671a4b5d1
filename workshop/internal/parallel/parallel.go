// Package parallel spreads the work on many things over all cores.
package parallel

import (
	"context"
	"runtime"
	"sync"
)

// A core takes up to mostAtOnce numbers at a time, fewer when they are few: then each of them may be a lot of work.
const (
	mostAtOnce = 16
	turns      = 8 // about how often a core takes some at least, where there are enough
)

// Each calls a worker for every number below n, on all cores; prepare makes one worker a core. It returns early when the context is done, with
// some numbers left out. A panic of a worker ends the work and is the caller's: it can be recovered where Each was called.
func Each(ctx context.Context, n int, prepare func() func(int)) {
	cores := runtime.GOMAXPROCS(0)
	p := pool{n: n, step: min(mostAtOnce, n/(cores*turns)+1)}
	var all sync.WaitGroup
	for range min(cores, n) {
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
	step     int
	panicked any
}

func (p *pool) take() (from, to int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	from = p.next
	p.next = min(p.next+p.step, p.n)
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
