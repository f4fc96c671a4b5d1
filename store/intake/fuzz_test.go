package intake_test

import (
	"testing"

	"souk/model"
	"souk/store/intake"
)

// fuzz checks what holds for any input: no panic, every problem says where and what next, an error imports nothing, every text is clean and
// the same after a second cleaning.
func fuzz(f *testing.F, format intake.Format, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, ps := intake.Read("a", data, format)
		for _, p := range ps {
			if p.File != "a" || p.Line < 0 || p.What == "" || p.Next == "" || p.String() != model.Clean(p.String()).String() {
				t.Errorf("%+v", p)
			}
		}
		teams, _, _ := d.Count()
		if intake.HasErrors(ps) != d.IsEmpty() {
			t.Errorf("%d teams in spite of, or nothing without, an error:\n%s", teams, said(ps))
		}
		names := map[string]bool{}
		for _, team := range d.Teams {
			if team.Name.IsEmpty() || names[model.Fold(team.Name)] {
				t.Errorf("team %q is empty or twice", team.Name)
			}
			names[model.Fold(team.Name)] = true
			for _, o := range team.Objectives {
				if o.Title.IsEmpty() || model.Clean(o.Title.String()) != o.Title {
					t.Errorf("title %q", o.Title)
				}
				for _, kr := range o.KeyResults {
					if kr.Text.IsEmpty() {
						t.Error("empty key result")
					}
				}
			}
		}
	})
}

func FuzzYAML(f *testing.F) {
	fuzz(f, intake.YAML, friendlyYAML, "a: &a [*a]", "- ? a\n  : b\n", "<<: {a: b}", "!!str a: !x b", "--- a\n--- b", "{a, b: [c", "\"\\x1b\": '", "name: A\nobjectives:\n- >\n a\n b")
}

func FuzzJSON(f *testing.F) {
	fuzz(f, intake.JSON, `{"teams": [{"name": "A", "objectives": [{"title": "x", "key_results": [1, true, null, {"text": "\ud83d\ude00"}]}]}]}`,
		`{"a": 1, "A": 2}`, `["\ud800"]`, `{"vision": "a"} x`, `{"questions": {"1": "x"}, "last_cycle": [{}], "strategy": ["x", {"horizon": 3}]}`)
}

func FuzzCSV(f *testing.F) {
	fuzz(f, intake.CSV, "Team,Objective,KR\nA,b,c\n,,d\n", "sep=;\r\nTeam;Ziel;KR;Needs\rA;b;\"c\n\";x;y", "\xef\xbb\xbfTeam\tObjective\n\xff\tb", "Team,ID,Objective,Owners\nA,1,b,A;B\nA,1,,\n", "Team,Objective\nA,\"b\n")
}
