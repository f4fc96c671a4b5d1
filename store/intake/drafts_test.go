package intake_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"souk/model"
	"souk/store/intake"
)

var sameTexts = cmp.Comparer(func(a, b model.Text) bool { return a == b })

const friendlyYAML = `# A small marketplace
organisation: Northwind Bank
cycle: 2027-Q1
vision: Everybody's bank
strategy:
  - {horizon: multi-year, text: Become the primary digital banking provider}
  - {horizon: business intent, text: Reduce churn}
  - {horizon: half-year, text: Instant payments}
questions:
  - Because banking is slow
  - ""
  - Time, for small firms
last_cycle:
  - {team: Payments, objective: Pay fast, outcome: 0.40, learned: Start earlier}
teams:
  - name: Payments
    level: stream
    kind: delivery
    needs:
      - "Platform: name-check API"
      - "Two things: time and money"
    objectives:
      - title: Customers pay anyone
          in seconds
        why: |
          Mandatory in October.
          And customers ask.
        supports: Reduce churn
        owners: [Payments, Platform]
        phase: discovery
        origin: assigned
        key_results:
          - Raise successful instant payments from 71% to 97%
          - {text: Cut disputes, metric: disputes per 10k payments, baseline: 014, target: 6.50, unit: no, owner: Mara K.}
  - name: Platform
    parent: payments
    kind: Team of Teams
    offers: {team: Payments, text: Sandboxes}
    objectives:
      - Nobody waits for an environment
`

func friendly() model.Drafts {
	return model.Drafts{
		Organisation: model.Clean("Northwind Bank"),
		Cycle:        model.Clean("2027-Q1"),
		Strategy: []model.Intent{
			{Horizon: model.Vision, Text: model.Clean("Everybody's bank")},
			{Horizon: model.MultiYear, Text: model.Clean("Become the primary digital banking provider")},
			{Horizon: model.Annual, Text: model.Clean("Reduce churn")},
			{Horizon: model.Quarter, Text: model.Clean("Instant payments")},
		},
		Questions: clean("Because banking is slow", "", "Time, for small firms"),
		LastCycle: []model.Result{{
			Team: model.Clean("Payments"), Objective: model.Clean("Pay fast"), Outcome: model.Clean("0.40"), Learned: model.Clean("Start earlier"),
		}},
		Teams: []model.DraftTeam{{
			Name: model.Clean("Payments"), Level: model.Clean("stream"), Kind: model.DeliveryTeam,
			Needs: []model.DraftExchange{
				{Team: model.Clean("Platform"), Text: model.Clean("name-check API")},
				{Text: model.Clean("Two things: time and money")},
			},
			Objectives: []model.DraftObjective{{
				Title: model.Clean("Customers pay anyone in seconds"), WhyNow: model.Clean("Mandatory in October.\nAnd customers ask."),
				Supports: clean("Reduce churn"), Owners: clean("Platform"), Phase: model.Discovery, Origin: model.Assigned,
				KeyResults: []model.DraftKeyResult{
					{Text: model.Clean("Raise successful instant payments from 71% to 97%")},
					{
						Text: model.Clean("Cut disputes"), Metric: model.Clean("disputes per 10k payments"), Baseline: model.Clean("014"),
						Target: model.Clean("6.50"), Unit: model.Clean("no"), Owner: model.Clean("Mara K."),
					},
				},
			}},
		}, {
			Name: model.Clean("Platform"), Parent: model.Clean("payments"), Kind: model.TeamOfTeams,
			Offers:     []model.DraftExchange{{Team: model.Clean("Payments"), Text: model.Clean("Sandboxes")}},
			Objectives: []model.DraftObjective{{Title: model.Clean("Nobody waits for an environment")}},
		}},
	}
}

func TestEveryFieldOfTheDraftsIsRead(t *testing.T) {
	d, ps := read(t, "drafts.yaml", friendlyYAML)
	if diff := cmp.Diff(friendly(), d, sameTexts); diff != "" {
		t.Error(diff)
	}
	want := "warning drafts.yaml:40: The objective “Nobody waits for an environment” has no key results — add key results, or leave that to the workshop\n"
	if got := said(ps); got != want {
		t.Errorf("problems:\n%swant:\n%s", got, want)
	}
}

func TestJSONReadsLikeYAML(t *testing.T) {
	d, ps := read(t, "drafts.json", `{
  "schema": "souk.report/1", "source": {"repo": "x"},
  "Organization": "Northwind Bank",
  "teams": [{"name": "Payments", "kind": "delivery", "objectives": [
    {"id": "o1", "title": "Pay \ud83d\ude00", "whyNow": "e\u0301", "Key Results": [
      {"id": "k1", "text": "Raise", "baseline": 1.50, "target": true, "unit": null}, "Second"]}]}]}`)
	want := model.Drafts{
		Organisation: model.Clean("Northwind Bank"),
		Teams: []model.DraftTeam{{Name: model.Clean("Payments"), Kind: model.DeliveryTeam, Objectives: []model.DraftObjective{{
			ID: "o1", Title: model.Clean("Pay 😀"), WhyNow: model.Clean("é"), KeyResults: []model.DraftKeyResult{
				{ID: "k1", Text: model.Clean("Raise"), Baseline: model.Clean("1.50"), Target: model.Clean("true")},
				{Text: model.Clean("Second")},
			},
		}}}},
	}
	if diff := cmp.Diff(want, d, sameTexts); diff != "" {
		t.Error(diff)
	}
	if len(ps) > 0 {
		t.Error(said(ps))
	}
}

func TestASourceMayBeAListOfTeamsOrOneTeam(t *testing.T) {
	for _, data := range []string{
		"- name: A\n  objectives: [{title: x, key_results: [y]}]\n",
		"name: A\nobjectives:\n- {title: x, key_results: y}\n",
		`{"teams": {"name": "A", "objectives": [{"title": "x", "key_results": ["y"]}]}}`,
	} {
		d, ps := read(t, "drafts", data)
		if teams, objectives, krs := d.Count(); teams != 1 || objectives != 1 || krs != 1 || len(ps) > 0 {
			t.Errorf("%s: %d teams, %d objectives, %d key results\n%s", data, teams, objectives, krs, said(ps))
		}
	}
}

func TestQuestionsAreFoundByNumberAndByWords(t *testing.T) {
	d, ps := read(t, "drafts.yaml", "vision: v\nquestions:\n  2: a bank for all\n  impact: less churn\n  colour: blue\n")
	if diff := cmp.Diff(clean("", "a bank for all", "", "less churn"), d.Questions, sameTexts); diff != "" {
		t.Error(diff)
	}
	if got := said(ps); !strings.Contains(got, "drafts.yaml:5: This answer belongs to none of the 6 questions") {
		t.Error(got)
	}
	d, _ = read(t, "drafts.yaml", "vision: v\nquestions:\n- {question: 'Where do we play and how do we win?', answer: at home}\n")
	if diff := cmp.Diff(clean("", "", "", "", "at home"), d.Questions, sameTexts); diff != "" {
		t.Error(diff)
	}
}

func TestWarningsSayWhereAndWhatToDo(t *testing.T) {
	const rest = "    objectives: [{title: x, key_results: [y]}]\n"
	for _, c := range []struct{ name, data, want string }{
		{"unknown key", "teams:\n  - name: A\n    parant: B\n" + rest, `a.yaml:3: The key “parant” is not known in a team and was left out — did you mean “parent”?`},
		{"key far from all", "teams:\n  - name: A\n    xyzzy: B\n" + rest, `a.yaml:3: The key “xyzzy” is not known in a team and was left out — the known keys are name, level,`},
		{"unknown parent", "teams:\n  - name: Payments\n    parent: Platfrom\n" + rest + "  - name: Platform\n", `a.yaml:3: There is no team “Platfrom”, which is named here as parent — did you mean “Platform”?`},
		{"unknown owner", "teams:\n  - name: A\n    objectives: [{title: x, owners: [Q], key_results: [y]}]\n", `a.yaml:3: There is no team “Q”, which is named here as owner`},
		{"unknown kind", "teams:\n  - name: A\n    kind: club\n" + rest, `a.yaml:3: “club” is not a known kind; it was read as “delivery” — use one of delivery, support,`},
		{"unknown phase", "teams:\n  - name: A\n    objectives: [{title: x, phase: two, key_results: [y]}]\n", `a.yaml:3: “two” is not a known phase and was left out`},
		{"unknown horizon", "strategy:\n  - {horizon: soon, text: Grow}\n", `a.yaml:2: “soon” is not a known horizon; it was read as “quarter” — use one of vision,`},
		{"no horizon", "strategy:\n  - Grow\n", `a.yaml:2: This entry of the strategy has no horizon`},
		{"title twice", "teams:\n  - name: A\n    objectives:\n    - {title: Grow, key_results: [y]}\n    - {title: grow, key_results: [y]}\n", `a.yaml:5: A has the objective “grow” twice, first in line 4`},
		{"empty key result", "teams:\n  - name: A\n    objectives: [{title: x, key_results: [y, '']}]\n", `a.yaml:3: This key result is empty and was left out`},
		{"removed", "teams:\n  - name: A\n    objectives: [{title: \"x\\e[31m\u202e\", key_results: [y]}]\n", `a.yaml:3: Characters that cannot be shown were taken out: 2, from 1 texts`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ps := intake.Read("a.yaml", []byte(c.data), intake.Auto)
			if got := said(ps); len(ps) != 1 || !strings.HasPrefix(got, "warning "+c.want) {
				t.Errorf("got  %swant %s", got, c.want)
			}
			if teams, _, _ := d.Count(); teams+len(d.Strategy) == 0 {
				t.Error("a warning stopped the import")
			}
		})
	}
}
