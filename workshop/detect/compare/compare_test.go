// Package compare measures the detector against bleve, a full-text index in Go, on the same texts. It is a module of its own, so
// that souk itself needs nothing of bleve:
//
//	go -C workshop/detect/compare test -bench . -benchtime 1x
package compare

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"

	"souk/model"
	"souk/workshop/detect"
)

// BenchmarkAgainstBleve takes the time of three things with the same texts: bleve indexes them all and answers one query per text,
// on all cores; the detector reads them and finds the nearest of every text; the detector makes ranked and explained cards of
// them, five texts to an objective.
func BenchmarkAgainstBleve(b *testing.B) {
	for _, n := range []int{1000, 10000, 50000} {
		b.Run(fmt.Sprintf("%d-texts", n), func(b *testing.B) {
			texts := company(n)
			apart, grouped := market(texts, 1), market(texts, 5)
			for b.Loop() {
				other := took(func() { search(b, texts) })
				near := took(func() { nearest(b, apart) })
				cards := took(func() { run(b, grouped) })
				b.ReportMetric(other.Seconds()*1000, "bleve-ms")
				b.ReportMetric(near.Seconds()*1000, "nearest-ms")
				b.ReportMetric(cards.Seconds()*1000, "cards-ms")
				b.ReportMetric(float64(other)/float64(near), "x-nearest")
				b.ReportMetric(float64(other)/float64(cards), "x-cards")
			}
		})
	}
}

func took(f func()) time.Duration {
	runtime.GC()
	start := time.Now()
	f()
	return time.Since(start)
}

// company makes texts of eight words out of 2,800. No word stands in more than one of twenty texts: such words find no partners in
// the detector, and bleve would have more to do.
func company(n int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	const words = 2800
	upTo := make([]float64, words) // how much of all is said with the first words
	sum := 0.0
	for i := range upTo {
		sum += 1 / float64(i+40)
		upTo[i] = sum
	}
	texts := make([]string, n)
	for i := range texts {
		var t strings.Builder
		for range 8 {
			w := sort.SearchFloat64s(upTo, r.Float64()*sum)
			fmt.Fprintf(&t, "%c%c%c%c%c ", "bdfgklmnprst"[w%12], "aeiou"[w/12%5], "bdfgklmnprst"[w/60%12], "aou"[w/720%3], "kltx"[w/2160%4])
		}
		texts[i] = t.String()
	}
	return texts
}

// market puts the texts into objectives of so many texts each, a hundred texts to a team.
func market(texts []string, each int) detect.Input {
	in := detect.Input{Top: 200}
	for i, text := range texts {
		if i%100 == 0 {
			n := len(in.Teams) + 1
			in.Teams = append(in.Teams, model.Team{ID: model.TeamID(fmt.Sprintf("t%04d", n)), Name: model.Clean(fmt.Sprintf("Crew %d", n))})
		}
		if i%each == 0 {
			in.Objectives = append(in.Objectives, model.Objective{
				ID: model.ObjectiveID(fmt.Sprintf("o%06d", i)), Team: in.Teams[len(in.Teams)-1].ID, Title: model.Clean(text),
			})
			continue
		}
		o := &in.Objectives[len(in.Objectives)-1]
		o.KeyResults = append(o.KeyResults, model.KeyResult{ID: model.KeyResultID(fmt.Sprintf("k%06d", i)), Text: model.Clean(text)})
	}
	return in
}

func run(b *testing.B, in detect.Input) {
	b.Helper()
	if found, err := detect.Run(context.Background(), in, nil); err != nil || len(found) == 0 {
		b.Fatal(len(found), err)
	}
}

// nearest runs the detector as far as the partners of every objective are known: that is its second step.
func nearest(b *testing.B, in detect.Input) {
	b.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if _, err := detect.Run(ctx, in, func(done, _ int) {
		if done == 2 {
			cancel()
		}
	}); err == nil {
		b.Fatal("the detector went on")
	}
}

// search asks an index for the ten texts that are most like each text. The index is of bleve's usual kind, on disk; the one in memory
// takes ten times as long.
func search(b *testing.B, texts []string) {
	b.Helper()
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = en.AnalyzerName
	index, err := bleve.New(filepath.Join(b.TempDir(), "index"), mapping)
	if err != nil {
		b.Fatal(err)
	}
	defer index.Close()
	for from := 0; from < len(texts); from += 1000 {
		batch := index.NewBatch()
		for i := from; i < min(from+1000, len(texts)); i++ {
			if err := batch.Index(fmt.Sprint(i), map[string]string{"text": texts[i]}); err != nil {
				b.Fatal(err)
			}
		}
		if err := index.Batch(batch); err != nil {
			b.Fatal(err)
		}
	}
	var wg sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for core := range cores {
		wg.Go(func() {
			for i := core; i < len(texts); i += cores {
				query := bleve.NewMatchQuery(texts[i])
				query.SetField("text")
				if found, err := index.Search(bleve.NewSearchRequestOptions(query, 10, 0, false)); err != nil || len(found.Hits) == 0 {
					b.Error(err)
				}
			}
		})
	}
	wg.Wait()
}
