package detect

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"souk/model"
)

// sets are where coaches' relations of real drafts lie, next to the repository.
const sets = "../../../shared/bench"

// TestAgainstCoaches compares the ranking with the relations that two coaches found by hand in the drafts of three organisations:
// nDCG over the first 20 findings of a kind. The bounds lie a little below what is reached; whoever raises one keeps the others.
func TestAgainstCoaches(t *testing.T) {
	bounds := map[string][4]float64{ // duplicate, dependency, synergy, conflict
		"ipfs-2019q1-drafts":    {0.70, 0.54, 0.69, 0.70},
		"posthog-2022q4-drafts": {0.54, 0.34, 0.61, 0.50},
		"sourcegraph-cy19-q4":   {0.34, 0.64, 0.32, 0.50},
		"sourcegraph-fy21-q1":   {0.88, 0.47, 0.58, 0.30},
		"sourcegraph-fy22-q3":   {0.90, 0.57, 0.63, 0.32},
	}
	for name, bound := range bounds {
		t.Run(name, func(t *testing.T) {
			in, gold := readSet(t, name)
			all := run(t, in)
			for i, kind := range []model.FindingKind{model.Duplicate, model.Dependency, model.Synergy, model.Conflict} {
				got := ndcg(all, kind, gold[kind])
				t.Logf("%-10s %.3f", kind, got)
				if got < bound[i] {
					t.Errorf("%s: %.3f is below %.2f", kind, got, bound[i])
				}
			}
		})
	}
}

type end struct{ Team, Objective string }

// readSet reads drafts and the grades of their relations. The ids are made of names, so that the two can be compared.
func readSet(t *testing.T, name string) (Input, map[model.FindingKind]map[string]float64) {
	var drafts struct {
		Organisation string
		Teams        []struct {
			Name, Description string
			Objectives        []struct {
				Title      string
				WhyNow     string   `json:"why_now"`
				KeyResults []string `json:"key_results"`
			}
		}
	}
	var links struct {
		Links []struct {
			Kind  model.FindingKind
			Grade float64
			A, B  end
		}
	}
	for file, into := range map[string]any{name + ".drafts.json": &drafts, name + ".links.json": &links} {
		b, err := os.ReadFile(filepath.Join(sets, file))
		if os.IsNotExist(err) {
			t.Skip("the coaches' relations are not here: no " + filepath.Join(sets, file))
		}
		if err == nil {
			err = json.Unmarshal(b, into)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	in := Input{Organisation: model.Clean(drafts.Organisation)}
	for _, d := range drafts.Teams {
		team := model.Team{ID: model.TeamID(known(d.Name)), Name: model.Clean(d.Name), Description: model.Clean(d.Description)}
		for _, o := range d.Objectives {
			id := model.ObjectiveID(known(d.Name) + "/" + known(o.Title))
			objective := model.Objective{ID: id, Team: team.ID, Title: model.Clean(o.Title), WhyNow: model.Clean(o.WhyNow)}
			for i, text := range o.KeyResults {
				kr := model.KeyResult{ID: model.KeyResultID(fmt.Sprintf("%s.%d", id, i)), Text: model.Clean(text)}
				objective.KeyResults = append(objective.KeyResults, kr)
			}
			team.Objectives, in.Objectives = append(team.Objectives, id), append(in.Objectives, objective)
		}
		in.Teams = append(in.Teams, team)
	}
	gold := map[model.FindingKind]map[string]float64{}
	for _, l := range links.Links {
		a, b := known(l.A.Team)+"/"+known(l.A.Objective), known(l.B.Team)+"/"+known(l.B.Objective)
		if l.Kind == model.Dependency {
			b = known(l.B.Team)
		}
		if gold[l.Kind] == nil {
			gold[l.Kind] = map[string]float64{}
		}
		key := relation(l.Kind, a, b)
		gold[l.Kind][key] = max(gold[l.Kind][key], l.Grade)
	}
	return in, gold
}

func known(text string) string { return model.Fold(model.Clean(text)) }

func relation(kind model.FindingKind, a, b string) string {
	if kind != model.Dependency && a > b {
		a, b = b, a
	}
	return a + " – " + b
}

// ndcg is the graded quality of the first 20 findings of a kind.
func ndcg(all Findings, kind model.FindingKind, gold map[string]float64) float64 {
	const most = 20
	gain := func(rank int, grade float64) float64 { return grade / math.Log2(float64(rank+2)) }
	got, best, rank := 0.0, 0.0, 0
	for _, f := range all {
		if f.Kind != kind || rank == most {
			continue
		}
		b := string(f.B.Objective)
		if kind == model.Dependency {
			b = string(f.B.Team)
		}
		got += gain(rank, gold[relation(kind, string(f.A.Objective), b)])
		rank++
	}
	var grades []float64
	for _, g := range gold {
		grades = append(grades, g)
	}
	slices.Sort(grades)
	slices.Reverse(grades)
	for i, g := range grades[:min(len(grades), most)] {
		best += gain(i, g)
	}
	return got / best
}

func TestDataFilesNameNobody(t *testing.T) {
	for _, text := range []string{glossaryText, functionsText, needsText, tensionsText, wordsText} {
		for _, name := range []string{"gitlab", "sourcegraph", "posthog", "ipfs"} {
			if strings.Contains(strings.ToLower(text), name) {
				t.Errorf("%s stands in the data", name)
			}
		}
	}
}
