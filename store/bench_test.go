package store

import (
	"fmt"
	"path/filepath"
	"testing"

	"souk/model"
	"souk/workshop"
)

// large makes a workshop of 10,000 objectives with three key results each, in a file with its snapshot.
func large(b *testing.B) (path string, s *workshop.Session) {
	b.Helper()
	d := model.Drafts{Organisation: model.Clean("Northwind")}
	for team := range 500 {
		t := model.DraftTeam{Name: model.Clean(fmt.Sprintf("Team %d", team))}
		for n := range 20 {
			o := model.DraftObjective{Title: model.Clean(fmt.Sprintf("Objective %d of team %d is about what matters", n, team))}
			for k := range 3 {
				o.KeyResults = append(o.KeyResults, model.DraftKeyResult{Text: model.Clean(fmt.Sprintf("Raise measure %d from 10 to 70", k))})
			}
			t.Objectives = append(t.Objectives, o)
		}
		d.Teams = append(d.Teams, t)
	}
	s = workshop.New()
	e, err := s.Do(noon, model.Clean("Ada"), workshop.ImportDrafts{Drafts: d})
	if err != nil {
		b.Fatal(err)
	}
	path = filepath.Join(b.TempDir(), "w.souk")
	if err := Create(path, noon, []workshop.Entry{e}); err != nil {
		b.Fatal(err)
	}
	return path, s
}

func BenchmarkAppendToALargeWorkshop(b *testing.B) {
	path, s := large(b)
	f, _ := open(b, path)
	if err := f.Snapshot(s.State()); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(size(path))/1e6, "MB")
	for seq := uint64(2); b.Loop(); seq++ {
		if err := f.Append(signals(seq, seq), nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSnapshotOfALargeWorkshop(b *testing.B) {
	path, s := large(b)
	f, _ := open(b, path)
	for b.Loop() {
		if err := f.Snapshot(s.State()); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkOpen(b *testing.B, path string) {
	for b.Loop() {
		f, l, err := Open(path)
		if err != nil || l.Entries == 0 {
			b.Fatal(err)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenALargeWorkshop(b *testing.B) {
	path, s := large(b)
	f, _ := open(b, path)
	if err := f.Snapshot(s.State()); err != nil {
		b.Fatal(err)
	}
	_ = f.Close()
	benchmarkOpen(b, path)
}

func BenchmarkOpen5000Entries(b *testing.B) {
	benchmarkOpen(b, newWorkshop(b, 5000))
}

func BenchmarkOpen5000EntriesWithASnapshot(b *testing.B) {
	path := newWorkshop(b, 5000)
	f, l := open(b, path)
	if err := f.Snapshot(l.Session.Base(50)); err != nil {
		b.Fatal(err)
	}
	_ = f.Close()
	benchmarkOpen(b, path)
}
