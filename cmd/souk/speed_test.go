//go:build linux

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/store"
	"souk/workshop"
)

// BenchmarkSpeed measures the whole program in a terminal of 120 × 40, as the room feels it. All the figures:
//
//	go test ./cmd/souk -run '^$' -bench Speed -benchtime 10x
func BenchmarkSpeed(b *testing.B) {
	binary(b)
	many := b.TempDir()
	drafts := bigDrafts(b, 10_000)
	importInto(b, filepath.Join(many, "w.souk"), drafts)
	long := newWorkshop(b)
	talk(b, filepath.Join(long, "w.souk"), 5_000)

	b.Run("start/demo", func(b *testing.B) { benchmarkStart(b, b.TempDir(), "demo") })
	b.Run("start/10000-objectives", func(b *testing.B) { benchmarkStart(b, many, "w.souk") })
	b.Run("start/5000-entries", func(b *testing.B) { benchmarkStart(b, long, "w.souk") })
	b.Run("findings/10000-objectives", func(b *testing.B) {
		var all []time.Duration
		for range b.N {
			begin := time.Now()
			w := atRest(b, many, "w.souk")
			all = append(all, time.Since(begin))
			w.kill()
		}
		report(b, all)
	})
	for _, stage := range []string{"stalls", "dependencies", "regroup", "agreement"} {
		b.Run("move/10000-objectives/"+stage, func(b *testing.B) {
			benchmarkKeys(b, atRest(b, many, "w.souk").goTo(stage), "down", "up")
		})
	}
	b.Run("record/10000-objectives", func(b *testing.B) {
		benchmarkKeys(b, atRest(b, many, "w.souk").goTo("agreement"), "a", "a")
	})
	b.Run("find/10000-objectives", func(b *testing.B) {
		benchmarkKeys(b, atRest(b, many, "w.souk").press("/").sees("Find"), "r", "backspace")
	})
	b.Run("move/demo/dependencies", func(b *testing.B) { benchmarkKeys(b, atRest(b, b.TempDir(), "demo"), "down", "up") })
	b.Run("idle/demo", func(b *testing.B) { benchmarkIdle(b, b.TempDir(), "demo") })
	b.Run("idle/10000-objectives", func(b *testing.B) { benchmarkIdle(b, many, "w.souk") })
	b.Run("import/10000-objectives", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			importInto(b, filepath.Join(b.TempDir(), fmt.Sprintf("w%d.souk", n)), drafts)
		}
	})
}

// talk records so many comments in a workshop file.
func talk(b *testing.B, path string, entries int) {
	b.Helper()
	file, loaded, err := store.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	var o model.Objective
	for o = range loaded.Session.State().Live() {
		break
	}
	var batch []workshop.Entry
	for n := range entries {
		e, err := loaded.Session.Do(time.Now(), model.Clean("Ada"), workshop.Comment{
			Objective: o.ID, Text: model.Clean(fmt.Sprintf("remark %d of the room", n)),
		})
		if err != nil {
			b.Fatal(err)
		}
		batch = append(batch, e)
	}
	if err := file.Append(batch, nil); err != nil {
		b.Fatal(err)
	}
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
}

// benchmarkStart measures from the start of the process to the first whole frame.
func benchmarkStart(b *testing.B, in string, args ...string) {
	var all []time.Duration
	for range b.N {
		begin := time.Now()
		w := start(b, in, wide, args...)
		all = append(all, w.until("the first frame", isFrame).Sub(begin))
		w.kill()
	}
	report(b, all)
}

// isFrame reports whether the last line of the frame is there, which is drawn last.
func isFrame(screen string) bool { return strings.Contains(screen, "? help") }

// benchmarkKeys measures from a key to the change of the screen, when nothing else is at work any more; what the key records is then on the
// disk. Each key is the other's way back.
func benchmarkKeys(b *testing.B, w *terminal, there, back string) {
	var all []time.Duration
	for range b.N {
		for n := range 20 {
			before := w.screen()
			key := there
			if n%2 == 1 {
				key = back
			}
			begin := time.Now()
			w.press(key)
			all = append(all, w.until("a change", func(screen string) bool {
				return screen != before && !strings.Contains(screen, "saving …")
			}).Sub(begin))
		}
	}
	w.kill()
	report(b, all)
}

// atRest starts souk and waits until the detector has finished.
func atRest(b *testing.B, in string, args ...string) *terminal {
	return start(b, in, wide, args...).sees("? help").goTo("dependencies").seesNo("ooking for relations")
}

// benchmarkIdle measures what souk takes of one processor while nobody does anything for three seconds, and the memory it has needed.
func benchmarkIdle(b *testing.B, in string, args ...string) {
	const span = 3 * time.Second
	w := atRest(b, in, args...)
	var share float64
	for range b.N {
		before := onProcessor(b, w)
		<-time.After(span)
		share += float64(onProcessor(b, w)-before) / float64(span)
	}
	peak := peakMemory(b, w)
	w.kill()
	b.ReportMetric(100*share/float64(b.N), "%cpu")
	b.ReportMetric(peak, "MiB-peak")
	b.ReportMetric(0, "ns/op")
}

// onProcessor is how long the threads of souk have run.
func onProcessor(b *testing.B, w *terminal) time.Duration {
	b.Helper()
	files, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", w.process.Process.Pid))
	if err != nil || len(files) == 0 {
		b.Skip("the system does not tell")
	}
	var sum time.Duration
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			continue // the thread has ended
		}
		first, _, _ := strings.Cut(string(content), " ")
		n, err := strconv.ParseInt(first, 10, 64)
		if err != nil {
			b.Fatal(err)
		}
		sum += time.Duration(n)
	}
	return sum
}

// peakMemory is the most memory that souk has had, in MiB. What the system counts for a process that has ended includes the test's own.
func peakMemory(b *testing.B, w *terminal) float64 {
	b.Helper()
	content, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", w.process.Process.Pid))
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		var kib float64
		if _, err := fmt.Sscanf(line, "VmHWM: %f kB", &kib); err == nil {
			return kib / 1024
		}
	}
	return 0
}

// report tells the median and what one in twenty exceeds.
func report(b *testing.B, all []time.Duration) {
	slices.Sort(all)
	at := func(share float64) float64 {
		return float64(all[int(share*float64(len(all)-1))]) / float64(time.Millisecond)
	}
	b.ReportMetric(at(0.5), "ms-p50")
	b.ReportMetric(at(0.95), "ms-p95")
	b.ReportMetric(0, "ns/op")
}
