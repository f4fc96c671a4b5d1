package intake_test

import (
	"strings"
	"testing"

	"souk/model"
)

func TestAKeyResultMayNameTheTeamThatDeliversIt(t *testing.T) {
	for name, data := range map[string]string{
		"drafts.yaml": `teams:
  - name: Payments
    objectives:
      - title: Pay fast
        owners: [Platform]
        key_results: [Raise payments, {text: A stable gateway, team: platform}]
  - name: Platform
    objectives: [{title: No waiting, key_results: [Same day]}]
`,
		"drafts.csv": `Team,Objective,Owners,Key result,Key result team
Payments,Pay fast,Platform,Raise payments,
Payments,Pay fast,Platform,A stable gateway,platform
Platform,No waiting,,Same day,
`,
	} {
		d, ps := read(t, name, data)
		if len(ps) > 0 {
			t.Errorf("%s: %s", name, said(ps))
			continue
		}
		krs := d.Teams[0].Objectives[0].KeyResults
		if !krs[0].Team.IsEmpty() || krs[1].Team != model.Clean("platform") {
			t.Errorf("%s: the key results are %+v", name, krs)
		}
	}
	_, ps := read(t, "drafts.yaml", "teams: [{name: A, objectives: [{title: a, key_results: [{text: x, team: Nobody}]}]}]\n")
	if got := said(ps); !strings.Contains(got, "There is no team “Nobody”") {
		t.Errorf("an unknown team is told as: %s", got)
	}
}
