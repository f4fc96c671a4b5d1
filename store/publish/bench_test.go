package publish_test

import (
	"fmt"
	"io"
	"testing"

	"souk/model"
	"souk/store/publish"
	"souk/workshop"
)

// BenchmarkReport writes the report of 100 teams with 10,000 objectives and 30,000 key results.
func BenchmarkReport(b *testing.B) {
	d := model.Drafts{Organisation: text("Large"), Strategy: []model.Intent{{Horizon: model.Annual, Text: text("Grow")}}}
	for t := range 100 {
		team := model.DraftTeam{Name: text(fmt.Sprintf("Team %d", t))}
		for o := range 100 {
			do := model.DraftObjective{Title: text(fmt.Sprintf("Objective %d of team %d", o, t)), Supports: []model.Text{text("Grow")}}
			for k := range 3 {
				do.KeyResults = append(do.KeyResults, model.DraftKeyResult{Text: text(fmt.Sprintf("Raise figure %d from 10 %% to 20 %%", k))})
			}
			team.Objectives = append(team.Objectives, do)
		}
		d.Teams = append(d.Teams, team)
	}
	st := &story{t: b, s: workshop.New()}
	st.do(workshop.ImportDrafts{Drafts: d})
	for _, f := range publish.Formats() {
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				if err := publish.Write(io.Discard, st.state(), f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
