package intake_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"souk/model"
	"souk/store/intake"
)

func TestRealDraftsAreRead(t *testing.T) {
	const shared = "../../../shared"
	for _, c := range []struct {
		file                                   string
		teams, objectives, keyResults, intents int
	}{
		{"bench/ipfs-2019q1-drafts.drafts.json", 4, 20, 85, 0},
		{"bench/posthog-2022q4-drafts.drafts.json", 9, 16, 44, 0},
		{"bench/sourcegraph-cy19-q4.drafts.json", 11, 20, 38, 4},
		{"bench/sourcegraph-fy21-q1.drafts.json", 12, 27, 67, 2},
		{"bench/sourcegraph-fy22-q3.drafts.json", 8, 21, 74, 7},
		{"samples/gitlab-fy21-q1.drafts.json", 56, 172, 302, 3},
		{"samples/rust-2025h2.drafts.json", 8, 41, 204, 5},
	} {
		t.Run(c.file, func(t *testing.T) {
			path := filepath.Join(shared, c.file)
			if _, err := os.Stat(path); err != nil {
				t.Skip("the collection of real drafts is not here")
			}
			d, ps := intake.ReadFile(path)
			teams, objectives, krs := d.Count()
			if got, want := []int{teams, objectives, krs, len(d.Strategy)}, []int{c.teams, c.objectives, c.keyResults, c.intents}; !cmp.Equal(got, want) {
				t.Errorf("teams, objectives, key results, intents: %v, want %v\n%s", got, want, said(ps))
			}
			for _, p := range ps {
				if !strings.Contains(p.What, "has no key results") {
					t.Error(p)
				}
			}
		})
	}
}

func TestSeveralSourcesAreOneMarketplace(t *testing.T) {
	d, ps := intake.Merge(
		intake.Source{Name: "payments.yaml", Data: []byte("vision: Grow\nteams:\n- name: Payments\n  level: stream\n  parent: Core\n  needs: 'Core: data'\n  objectives: [{title: a, key_results: [k]}]\n")},
		intake.Source{Name: "core.json", Data: []byte(`{"vision": "grow", "teams": [{"name": "Core", "objectives": [{"title": "b", "key_results": ["k"]}]}]}`)},
		intake.Source{Name: "more.csv", Data: []byte("Team,Level,Objective,KR\npayments,pod,c,k\n,,A,k\n")},
	)
	if intake.HasErrors(ps) {
		t.Fatal(said(ps))
	}
	var got []string
	for _, team := range d.Teams {
		for _, o := range team.Objectives {
			got = append(got, team.Name.String()+"/"+team.Level.String()+"/"+o.Title.String())
		}
	}
	if diff := cmp.Diff([]string{"Payments/stream/a", "Payments/stream/c", "Payments/stream/A", "Core//b"}, got); diff != "" {
		t.Error(diff)
	}
	if len(d.Strategy) != 1 || d.Teams[0].Needs[0].Team != model.Clean("Core") {
		t.Errorf("%+v", d)
	}
	want := "warning more.csv:2: “pod” for “level” was said before as “stream”, which is kept — make both say the same\n" +
		"warning more.csv:3: Payments has the objective “A” twice, first in line 7 of payments.yaml — give one of them another title if they are two\n"
	if got := said(ps); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestOneBadSourceStopsAllAndIsNamed(t *testing.T) {
	d, ps := intake.Merge(
		intake.Source{Name: "bad.yaml", Data: []byte("teams: [\n")},
		intake.Source{Name: "good.yaml", Data: []byte("- name: A\n  objectives: [x]\n")},
	)
	if len(d.Teams) > 0 || len(ps) != 2 || ps[0].File != "bad.yaml" || ps[1].File != "good.yaml" {
		t.Errorf("%+v\n%s", d, said(ps))
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ path, want string }{
		{filepath.Join(dir, "none.yaml"), "There is no such file"},
		{dir, "This is a folder"},
		{"/dev/null", "This is not a regular file"},
	} {
		if _, err := os.Stat(c.path); err != nil && c.path == "/dev/null" {
			continue
		}
		d, ps := intake.ReadFile(c.path)
		if got := said(ps); len(d.Teams) > 0 || !strings.HasPrefix(got, "error "+c.path+": "+c.want) {
			t.Errorf("%s: %s", c.path, got)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       intake.Format
	}{
		{"a.YML", "{}", intake.YAML},
		{"a.json", "teams:", intake.JSON},
		{"a.tsv", "", intake.CSV},
		{"-", "\ufeff \n{\"teams\": []}", intake.JSON},
		{"-", "teams:\n", intake.YAML},
		{"notes.txt", "Team,Objective\n", intake.CSV},
		{"notes.txt", "sep=;\nTeam;Objective\n", intake.CSV},
		{"a.md", "# OKRs", intake.Auto},
	} {
		if got := intake.Detect(c.name, []byte(c.data)); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.name, c.data, got, c.want)
		}
	}
}

func TestParseFormat(t *testing.T) {
	for name, want := range map[string]intake.Format{"": intake.Auto, "YAML": intake.YAML, "yml": intake.YAML, "json": intake.JSON, "tsv": intake.CSV} {
		if got, err := intake.ParseFormat(name); got != want || err != nil {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
	if _, err := intake.ParseFormat("xlsx\x1b"); err == nil || strings.ContainsAny(err.Error(), "\x1b") {
		t.Errorf("%v", err)
	}
}
