package detect

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"runtime/metrics"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"souk/model"
)

func TestCoresDoNotMatter(t *testing.T) {
	in := large(everything + 250)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	want := run(t, in)
	for _, cores := range []int{2, 4, 7} {
		runtime.GOMAXPROCS(cores)
		if got := run(t, in); !reflect.DeepEqual(want, got) {
			t.Errorf("%d findings on one core, %d on %d cores, or not the same", len(want), len(got), cores)
		}
	}
}

// checks is a context that is done after it was asked a number of times whether it is, or never where until is negative. It knows how
// often it was asked and the longest time that nobody asked.
type checks struct {
	context.Context
	until, asked, last, longest atomic.Int64
}

func checksUntil(n int64) *checks {
	c := &checks{Context: context.Background()}
	c.until.Store(n)
	return c
}

func (c *checks) Err() error {
	now := time.Now().UnixNano()
	if last := c.last.Swap(now); last > 0 {
		for old := c.longest.Load(); now-last > old && !c.longest.CompareAndSwap(old, now-last); old = c.longest.Load() {
		}
	}
	if n := c.asked.Add(1); c.until.Load() >= 0 && n > c.until.Load() {
		return context.Canceled
	}
	return nil
}

// Whenever nobody waits for the result any more, the run ends after it has asked a few times more. Every loop over the objectives
// must ask, so that this is soon.
func TestRunStopsSoon(t *testing.T) {
	const n, few = 200, 24
	in := withStalls(large(n))
	in.Top = 200
	whole := checksUntil(-1)
	if _, err := Run(whole, in, nil); err != nil {
		t.Fatal(err)
	}
	total := whole.asked.Load()
	if total < n/4 {
		t.Errorf("a run over %d objectives asks only %d times", n, total)
	}
	for until := int64(0); until < total; until += 1 + total/30 {
		ctx := checksUntil(until)
		if _, err := Run(ctx, in, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("after %d times: got %v", until, err)
		}
		if more := ctx.asked.Load() - until; more > few {
			t.Errorf("done after %d times, it asks %d times more", until, more)
		}
	}
}

// BenchmarkRun is how long it takes from texts to ranked and explained findings.
func BenchmarkRun(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprintf("%d-texts", n*5), func(b *testing.B) {
			in := withStalls(large(n))
			in.Top = 200
			for b.Loop() {
				run(b, in)
			}
		})
	}
}

// withStalls gives every team five needs and five offers; every other need names a team.
func withStalls(in Input) Input {
	in.Teams = slices.Clone(in.Teams)
	for i := range in.Teams {
		t := &in.Teams[i]
		for k := range 5 {
			other := in.Teams[(i+k*7+1)%len(in.Teams)].ID
			title := func(n int) model.Text { return in.Objectives[n%len(in.Objectives)].Title }
			need := model.Exchange{Text: title(i*37 + k*11)}
			if k%2 == 0 {
				need.Team = other
			}
			t.Needs = append(t.Needs, need)
			t.Offers = append(t.Offers, model.Exchange{Text: title(i*41 + k*13)})
		}
	}
	return in
}

// BenchmarkUnasked is the longest time in which a run over 50,000 texts does not ask whether anybody still waits, so how late it may end.
func BenchmarkUnasked(b *testing.B) {
	in := withStalls(large(10000))
	in.Top = 200
	for b.Loop() {
		ctx := checksUntil(-1)
		if _, err := Run(ctx, in, nil); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(ctx.longest.Load())/1e6, "ms-unasked")
		b.ReportMetric(float64(ctx.asked.Load()), "times-asked")
	}
}

// BenchmarkMemory is how much memory a run over 50,000 texts takes above the texts: how much is in use at once, garbage included, and
// how much of it the collector found alive.
func BenchmarkMemory(b *testing.B) {
	in := withStalls(large(10000))
	in.Top = 200
	for b.Loop() {
		runtime.GC()
		stop, peak := make(chan struct{}), make(chan [2]uint64)
		before := heap()
		go func() { peak <- watchHeap(stop) }()
		run(b, in)
		close(stop)
		most := <-peak
		b.ReportMetric(float64(most[0]-before[0])/1e6, "MB-peak")
		b.ReportMetric(float64(most[1]-before[1])/1e6, "MB-alive")
	}
}

// heap is how many bytes are in use, and how many of them were alive at the last collection.
func heap() [2]uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/live:bytes"}}
	metrics.Read(s)
	return [2]uint64{s[0].Value.Uint64(), s[1].Value.Uint64()}
}

func watchHeap(stop chan struct{}) (most [2]uint64) {
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for {
		now := heap()
		most = [2]uint64{max(most[0], now[0]), max(most[1], now[1])}
		select {
		case <-stop:
			return most
		case <-tick.C:
		}
	}
}
