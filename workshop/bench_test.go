package workshop

import (
	"encoding/json"
	"fmt"
	"testing"

	"souk/model"
)

// large is a market of 200 teams and 10,000 objectives with three key results each.
func large(t fataler) *room {
	t.Helper()
	d := model.Drafts{Organisation: text("Northwind"), Strategy: []model.Intent{{Horizon: model.Annual, Text: text("Reduce churn")}}}
	for i := range 200 {
		dt := model.DraftTeam{Name: text(fmt.Sprint("Team ", i))}
		for j := range 50 {
			o := model.DraftObjective{Title: text(fmt.Sprintf("Objective %d of team %d", j, i)), Supports: []model.Text{text("Reduce churn")}}
			for k := range 3 {
				o.KeyResults = append(o.KeyResults, model.DraftKeyResult{Text: text(fmt.Sprintf("Key result %d from 10%% to 20%%", k))})
			}
			dt.Objectives = append(dt.Objectives, o)
		}
		d.Teams = append(d.Teams, dt)
	}
	r := newRoom(t)
	r.do(ImportDrafts{Drafts: d})
	return r
}

func BenchmarkDoAt10000(b *testing.B) {
	r := large(b)
	var ids []model.ObjectiveID
	for o := range r.State().Objectives.All() {
		ids = append(ids, o.ID)
	}
	n := 0
	for b.Loop() {
		n++
		if _, err := r.Do(r.now, text("Ada"), RecordWhyNow{ids[n*7919%len(ids)], text(fmt.Sprint("why ", n))}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecideAt10000(b *testing.B) {
	r := large(b)
	var all []model.Objective
	for o := range r.State().Objectives.All() {
		all = append(all, o)
	}
	n := 0
	for b.Loop() {
		x, y := all[n*7919%5000], all[5000+n*7919%5000]
		f := model.Finding{ID: model.FindingID(fmt.Sprint("f", n)), Kind: model.Duplicate, A: model.Side{Team: x.Team, Objective: x.ID}, B: model.Side{Team: y.Team, Objective: y.ID}}
		n++
		if _, err := r.Preview(r.now, text("Ada"), DecideFinding{Findings: []model.Finding{f}, Outcome: model.Merge}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkImport10000Again(b *testing.B) {
	r := large(b)
	in := ImportDrafts{}
	for t := range r.State().Teams.All() {
		dt := model.DraftTeam{Name: t.Name}
		for _, o := range r.State().ObjectivesOf(t.ID) {
			do := model.DraftObjective{Title: o.Title, WhyNow: text("new")}
			for _, k := range o.KeyResults {
				do.KeyResults = append(do.KeyResults, model.DraftKeyResult{Text: k.Text})
			}
			dt.Objectives = append(dt.Objectives, do)
		}
		in.Drafts.Teams = append(in.Drafts.Teams, dt)
	}
	for b.Loop() {
		if _, err := r.Preview(r.now, text("Ada"), in); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkResume5000(b *testing.B) {
	r := large(b)
	var ids []model.ObjectiveID
	for o := range r.State().Objectives.All() {
		ids = append(ids, o.ID)
	}
	for n := range 5000 {
		r.do(RecordWhyNow{ids[n*7919%len(ids)], text(fmt.Sprint("why ", n))})
	}
	for b.Loop() {
		if _, err := Resume(nil, r.journal); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSnapshotAt10000(b *testing.B) {
	s := large(b).State()
	for b.Loop() {
		if _, err := json.Marshal(s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadSnapshotAt10000(b *testing.B) {
	data := []byte(image(b, large(b).State()))
	for b.Loop() {
		var s State
		if err := json.Unmarshal(data, &s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkViewsAt10000(b *testing.B) {
	r := large(b)
	s := r.State()
	var found []model.Finding
	for o := range s.Objectives.All() {
		found = append(found, model.Finding{
			ID: model.FindingID(o.ID), Kind: model.Synergy, Score: float64(len(found)*7919%1000) / 1000,
			A: model.Side{Team: o.Team, Objective: o.ID}, B: model.Side{Team: o.Team, Objective: o.ID},
		})
	}
	churn := r.intent("Reduce churn")
	for name, view := range map[string]func(){
		"OnTheTable": func() { s.OnTheTable(found) },
		"Aligned":    func() { s.Aligned() },
		"Stalls":     func() { s.Stalls() },
		"Supporters": func() {
			for range s.Supporters(churn) {
			}
		},
		"Plan": func() { s.Plan() },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				view()
			}
		})
	}
}
