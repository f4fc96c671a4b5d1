package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"souk/store/intake"
)

// marketplace writes 10,000 objectives of 500 teams with three key results each.
func marketplace(team, objective, keyResult string) string {
	var b strings.Builder
	for t := range 500 {
		fmt.Fprintf(&b, team, t)
		for o := range 20 {
			fmt.Fprintf(&b, objective, t, o)
			for k := range 3 {
				fmt.Fprintf(&b, keyResult, o, k)
			}
		}
	}
	return b.String()
}

func BenchmarkRead10000Objectives(b *testing.B) {
	sources := map[intake.Format]string{
		intake.YAML: "teams:\n" + marketplace("- name: Team %d\n  objectives:\n", "  - title: Customers of %d get what they need, number %d\n    why_now: It is the law\n    key_results:\n",
			"    - Raise the share of %d from 71%% to 97%%, part %d\n"),
		intake.CSV: "Team,Objective,Key result\n" + marketplace("Team %d,,\n", ",\"Customers of %d get what they need, number %d\",\n", ",,\"Raise the share of %d from 71%% to 97%%, part %d\"\n"),
	}
	sources[intake.JSON] = "{\"teams\":[" + marketplace(
		"]}]},{\"name\":\"Team %d\",\"objectives\":[{\"title\":\"First\",\"key_results\":[\"x\"", "]},{\"title\":\"Customers of %d get what they need, number %d\",\"key_results\":[\"x\"", ",\"Raise the share of %d from 71%% to 97%%, part %d\"")[5:] + "]}]}]}"
	for _, f := range []intake.Format{intake.YAML, intake.JSON, intake.CSV} {
		b.Run(string(f), func(b *testing.B) {
			data := []byte(sources[f])
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				d, ps := intake.Read("a", data, f)
				if _, objectives, _ := d.Count(); objectives < 10_000 {
					b.Fatal(said(ps))
				}
			}
		})
	}
}
