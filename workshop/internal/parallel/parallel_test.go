package parallel_test

import (
	"context"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"souk/workshop/internal/parallel"
)

func TestEachNumberOnce(t *testing.T) {
	for _, n := range []int{0, 1, 15, 16, 17, 1000} {
		seen := make([]atomic.Int32, n)
		parallel.Each(t.Context(), n, func() func(int) { return func(i int) { seen[i].Add(1) } })
		for i := range seen {
			if got := seen[i].Load(); got != 1 {
				t.Fatalf("of %d, number %d was done %d times", n, i, got)
			}
		}
	}
}

func TestFewAreSpreadToo(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	met := [2]chan bool{make(chan bool), make(chan bool)}
	parallel.Each(t.Context(), 2, func() func(int) {
		return func(i int) { // ends only when the other has begun
			close(met[i])
			select {
			case <-met[1-i]:
			case <-time.After(10 * time.Second):
				t.Errorf("number %d was alone", i)
			}
		}
	})
}

func TestItEndsWhenNobodyWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var done atomic.Int32
	parallel.Each(ctx, 1000, func() func(int) { return func(int) { done.Add(1) } })
	if done.Load() != 0 {
		t.Errorf("%d were done", done.Load())
	}
}

func TestAPanicIsTheCallers(t *testing.T) {
	defer func() {
		if r := recover(); r != "mistake" {
			t.Errorf("recovered %v", r)
		}
	}()
	parallel.Each(t.Context(), 1000, func() func(int) {
		return func(i int) {
			if i == 500 {
				panic("mistake")
			}
		}
	})
	t.Error("the panic was swallowed")
}
