package detect

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"souk/model"
)

// organisationFiles are invented organisations with the relations that one or two readers listed: what the weights are learnt from. A file
// holds the drafts, then the relations by the numbers of teams and objectives.
const organisationFiles = "testdata/organisations"

func organisationNames(t *testing.T) []string { return filesNamed(t, organisationFiles, ".txt") }

// filesNamed are the names of the files of a folder that end in a suffix, without it.
func filesNamed(t *testing.T, folder, suffix string) []string {
	files, err := filepath.Glob(filepath.Join(folder, "*"+suffix))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), suffix)
	}
	return files
}

// readOrganisation reads one of them.
//
//	# name | trade | cycle | language
//	S: a line of the strategy
//	## team
//	- objective
//	* key result
//	? why now
//	### Relations
//	dep 3.2 7.1 2 why       kind, objective 2 of team 3, objective or team, grade, reason
func readOrganisation(t *testing.T, name string) (Input, map[model.FindingKind]map[string]float64) {
	text, err := os.ReadFile(filepath.Join(organisationFiles, name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	drafts, relations, _ := strings.Cut(string(text), "### Relations\n")
	var in Input
	for line := range strings.Lines(drafts) {
		if mark, text, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			in.readDraft(mark, text)
		}
	}
	gold := map[model.FindingKind]map[string]float64{}
	for line := range strings.Lines(relations) {
		kind, key, grade := in.readRelation(t, strings.Fields(line))
		if gold[kind] == nil {
			gold[kind] = map[string]float64{}
		}
		gold[kind][key] = max(gold[kind][key], grade)
	}
	return in, gold
}

func (in *Input) readDraft(mark, text string) {
	team, objective := len(in.Teams)-1, len(in.Objectives)-1
	switch mark {
	case "#":
		name, _, _ := strings.Cut(text, " | ")
		in.Organisation = model.Clean(name)
	case "##":
		in.Teams = append(in.Teams, model.Team{ID: model.TeamID(known(text)), Name: model.Clean(text)})
	case "-":
		id := model.ObjectiveID(string(in.Teams[team].ID) + "/" + known(text))
		in.Objectives = append(in.Objectives, model.Objective{ID: id, Team: in.Teams[team].ID, Title: model.Clean(text)})
		in.Teams[team].Objectives = append(in.Teams[team].Objectives, id)
	case "*":
		o := &in.Objectives[objective]
		id := model.KeyResultID(fmt.Sprintf("%s.%d", o.ID, len(o.KeyResults)))
		o.KeyResults = append(o.KeyResults, model.KeyResult{ID: id, Text: model.Clean(text)})
	case "?":
		in.Objectives[objective].WhyNow = model.Clean(text)
	}
}

func (in *Input) readRelation(t *testing.T, fields []string) (model.FindingKind, string, float64) {
	kinds := map[string]model.FindingKind{"dup": model.Duplicate, "dep": model.Dependency, "syn": model.Synergy, "con": model.Conflict}
	end := func(number string) (string, string) {
		team, objective, _ := strings.Cut(number, ".")
		i, err := strconv.Atoi(team)
		if err != nil {
			t.Fatal(err)
		}
		at := in.Teams[i-1]
		if objective == "" {
			return string(at.ID), ""
		}
		k, err := strconv.Atoi(objective)
		if err != nil {
			t.Fatal(err)
		}
		return string(at.ID), string(at.Objectives[k-1])
	}
	kind := kinds[fields[0]]
	_, a := end(fields[1])
	team, b := end(fields[2])
	if kind == model.Dependency {
		b = team
	}
	grade, err := strconv.ParseFloat(fields[3], 64)
	if err != nil {
		t.Fatal(err)
	}
	return kind, relation(kind, a, b), grade
}
