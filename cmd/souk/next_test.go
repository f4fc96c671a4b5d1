package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/store"
	"souk/workshop"
	"souk/workshop/signal"
)

// happens records what the room does in a workshop file; what is wanted is asked of the state before each step.
func happens(t *testing.T, path string, steps ...func(*workshop.State) workshop.Intent) *workshop.State {
	t.Helper()
	file, loaded, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range steps {
		e, err := loaded.Session.Do(time.Now(), model.Clean("Ada"), step(loaded.Session.State()))
		if err != nil {
			t.Fatal(err)
		}
		if err := file.Append([]workshop.Entry{e}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return loaded.Session.State()
}

func tells(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not told in\n%s", w, text)
		}
	}
}

// TestTwoCyclesTellOneStory walks from the sample's workshop into the next cycle, up to its report.
func TestTwoCyclesTellOneStory(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "bank-2027-Q1.souk"), filepath.Join(dir, "bank-2027-Q2.souk")
	entry, err := demoEntry(process{now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Create(first, time.Now(), []workshop.Entry{entry}); err != nil {
		t.Fatal(err)
	}
	objective := func(s *workshop.State, label string) model.Objective {
		for o := range s.Objectives.All() {
			if s.Label(o.ID) == label {
				return o
			}
		}
		t.Fatalf("there is no %s", label)
		return model.Objective{}
	}
	ask := func(from, what string) func(*workshop.State) workshop.Intent {
		return func(s *workshop.State) workshop.Intent {
			o, platform := objective(s, from), objective(s, "Platform 1")
			return workshop.MakeRequest{
				From: model.Side{Team: o.Team, Objective: o.ID}, To: model.Side{Team: platform.Team}, What: model.Clean(what), NeededBy: model.Clean("February"),
			}
		}
	}
	answer := func(in workshop.AnswerRequest) func(*workshop.State) workshop.Intent {
		return func(s *workshop.State) workshop.Intent {
			for r := range s.Requests.All() {
				in.Request = r.ID
			}
			return in
		}
	}
	const signal = "Nobody supports the intent on older and disabled customers, again"
	happens(t, first,
		ask("Payments 1", "a name-check connector"), answer(workshop.AnswerRequest{Answer: model.Committed, When: model.Clean("15 March")}),
		ask("Growth 3", "event triggers"), answer(workshop.AnswerRequest{Answer: model.Declined, Text: model.Clean("no hands left")}),
		ask("Payments 2", "a second connector"), answer(workshop.AnswerRequest{Answer: model.EscalatedUp, Who: model.Clean("the COO"), Text: model.Clean("no budget")}),
		func(*workshop.State) workshop.Intent {
			return workshop.KeepSignal{Kind: "unsupported-intent", Key: "unsupported-intent/i7", Text: model.Clean(signal), Evidence: model.Clean("0 of 32 objectives")}
		},
		func(s *workshop.State) workshop.Intent {
			return workshop.DecideObjective{Objective: objective(s, "Business Lending 3").ID, Outcome: model.Defer, Rationale: model.Clean("the credit engine first")}
		},
		func(s *workshop.State) workshop.Intent {
			o := objective(s, "Payments 1")
			return workshop.NotePrivately{About: model.Side{Team: o.Team}, Text: model.Clean("zebrawood")}
		},
	)
	happens(t, first,
		func(s *workshop.State) workshop.Intent {
			return workshop.MakeRequest{
				From: model.Side{Team: objective(s, "Growth 1").Team, Objective: objective(s, "Growth 1").ID},
				To:   model.Side{Team: objective(s, "Platform 1").Team}, What: model.Clean("event triggers"),
			}
		},
		func(*workshop.State) workshop.Intent {
			return workshop.Park{Text: model.Clean("who owns the branches"), Owner: model.Clean("Ada")}
		},
	)
	said := souk(t, "next", first)
	tells(t, said, "that nobody settled", "    Growth → Platform: event triggers", "left open   1 entry in the parking lot", "    who owns the branches (Ada)")
	tells(t, souk(t, "next", first, "--json", "-o", first+".next.souk"), `"what": "event triggers"`, `"from": "Growth"`, `"text": "who owns the branches"`, `"owner": "Ada"`)
	tells(t, said, "bank-2027-Q2.souk is ready for 2027-Q2", "31 results and 1 promise to record, 2 signals to leadership (0 answered)",
		"deferred    Business Lending: Find out whether invoice finance is something for us", "last cycle: Turn sign-ups into active customers")
	if s := happens(t, second); s.Private.Notes.Len() > 0 || s.Teams.Len() != 12 || s.Objectives.Len() != 1 {
		t.Errorf("the next cycle begins with %d private notes, %d teams, %d objectives", s.Private.Notes.Len(), s.Teams.Len(), s.Objectives.Len())
	}
	tells(t, souk(t, "report", second), "Of 31 objectives: 31 not recorded.", "**Platform: 1 made, not recorded yet**", "* **Answer:** none yet",
		"Payments asks Platform for “a second connector”, which was escalated", "* **Evidence:** no budget")

	// The teams say in the drafts what became of it, and the room says the rest.
	importInto(t, second, `last_cycle:
- {team: Payments, objective: Customers pay anyone in seconds, outcome: "Partly met: 91 % arrive in seconds", learned: The connector came in April}
- {team: Growth, objective: "60,000 new accounts opened this quarter", outcome: "Missed: 47,000"}
`)
	happens(t, second,
		func(*workshop.State) workshop.Intent {
			return workshop.JudgePromise{Promise: model.Promise{
				By: model.Clean("Platform"), To: model.Clean("Payments"), What: model.Clean("a name-check connector"), Kept: model.KeptLate, Note: model.Clean("on 9 April"),
			}}
		},
		func(s *workshop.State) workshop.Intent {
			return workshop.RecordResult{Result: model.Result{
				Team: model.Clean("Legal & Compliance"), Objective: objectiveOf(s, "Legal & Compliance"), Verdict: model.Met, Outcome: model.Clean("1.8 days"),
			}}
		},
		func(*workshop.State) workshop.Intent {
			return workshop.AnswerPastSignal{Text: model.Clean(signal), Answer: model.Clean("We drop it, it was never funded")}
		},
	)
	tells(t, souk(t, "report", second),
		"# Northwind Bank · 2027-Q2: record of the workshop",
		"Of 31 objectives: 1 met, 1 partly met, 1 missed and 28 not recorded.",
		"| Payments | Customers pay anyone in seconds | partly met | Partly met: 91 % arrive in seconds | The connector came in April |",
		"**Platform: 0 of 1 kept, 1 late**", "- To Payments: a name-check connector (due 15 March) – late, on 9 April.",
		signal, "* **Evidence:** 0 of 32 objectives", "* **Answer:** We drop it, it was never funded",
		"Find out whether invoice finance is something for us")

	// The same goes on: what is agreed now is last cycle of the next one, and nothing of the cycles before is lost.
	tells(t, souk(t, "next", second), "bank-2027-Q3.souk is ready for 2027-Q3", "1 result and 0 promises to record",
		"to compare  2026-Q4 (alignment, 9 results), 2027-Q1 (alignment, 31 results), 2027-Q2 (alignment)")
}

// TestThreeCyclesTellOneStory goes on to a third cycle, in which one team exceeded its target again and the OKRs are aligned in other shares.
func TestThreeCyclesTellOneStory(t *testing.T) {
	dir := t.TempDir()
	file := func(cycle string) string { return filepath.Join(dir, "bank-"+cycle+".souk") }
	entry, err := demoEntry(process{now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Create(file("2027-Q1"), time.Now(), []workshop.Entry{entry}); err != nil {
		t.Fatal(err)
	}
	exceeded := func(s *workshop.State) workshop.Intent {
		return workshop.RecordResult{Result: model.Result{
			Team: model.Clean("Sustaining Engineering"), Objective: objectiveOf(s, "Sustaining Engineering"), Outcome: model.Clean("Exceeded: 99.97 %"),
		}}
	}
	souk(t, "next", file("2027-Q1"))
	importInto(t, file("2027-Q2"), `teams:
- {name: Sustaining Engineering, objectives: [{title: The ledger never sleeps, why_now: Salary day comes each month, key_results: [Availability from 99.93 % to 99.99 %]}]}
- {name: Payments, objectives: [{title: Refunds arrive the same day, key_results: [Refunds on the day from 20 % to 60 %]}]}
`)
	second := happens(t, file("2027-Q2"), func(s *workshop.State) workshop.Intent {
		// The ledger is one of two objectives; the other one is not recorded, so nobody can say “every time” yet.
		return exceeded(s)
	})
	signals := func(s *workshop.State) string {
		var all []string
		for _, g := range signal.Compute(s, nil) {
			all = append(all, g.Text)
		}
		return strings.Join(all, "\n")
	}
	if told := signals(second); strings.Contains(told, "every time") {
		t.Errorf("one of two results is known, and the signals say\n%s", told)
	}
	second = happens(t, file("2027-Q2"), func(s *workshop.State) workshop.Intent {
		results, _ := s.Past(model.Clean("Sustaining Engineering"))
		return workshop.RecordResult{Result: model.Result{Team: results[1].Team, Objective: results[1].Objective, Verdict: model.Exceeded}}
	})
	tells(t, signals(second), "Sustaining Engineering exceeds its targets every time.")
	for _, party := range []model.Party{model.TeamParty, model.LeadershipParty} {
		happens(t, file("2027-Q2"), func(s *workshop.State) workshop.Intent {
			team, _ := s.TeamByName(model.Clean("Payments"))
			return workshop.Speak{Objective: team.Objectives[0], Party: party, Stance: model.Agreed}
		})
	}
	tells(t, souk(t, "report", file("2027-Q2")),
		"Last cycle had 32 objectives (2 exceeded and 30 not recorded).",
		"From 2027-Q1 to 2027-Q2, all together: why now said 75 % → 50 %, agreed by both 0 % → 50 % and shared 0 % → 0 %.",
		"| Payments | 2 of 3 → 0 of 1 | 0 of 3 → 1 of 1 |", "| 2026-Q4 | 16 of 29 | 17 of 29 |", "| 2027-Q1 | 24 of 32 | 0 of 32 |", "| 2027-Q2 | 1 of 2 | 1 of 2 |",
		"| Sustaining Engineering | 1 exceeded | 2 exceeded |")

	souk(t, "next", file("2027-Q2"))
	third := happens(t, file("2027-Q3"), exceeded)
	tells(t, signals(third), "Sustaining Engineering exceeds its targets every time.")
	for _, g := range signal.Compute(third, nil) {
		if g.Kind == signal.AlwaysExceeded {
			tells(t, strings.Join(g.Evidence, "\n"), "2026-Q4: “Core ledger available 99.5 % of the time”: Exceeded: 99.93 %", "2027-Q1: ", "2027-Q2: “The ledger never sleeps”: Exceeded: 99.97 %")
		}
	}
	tells(t, souk(t, "report", file("2027-Q3")), "| Team | 2026-Q4 | 2027-Q1 | 2027-Q2 |", "| Sustaining Engineering | 1 exceeded | 2 exceeded | 1 exceeded |",
		"Last cycle had 2 objectives (1 exceeded and 1 not recorded).")
}

// TestTheReportSeesWhatTheCloseSees: an outcome in pieces is told in the record although nobody touched the findings.
func TestTheReportSeesWhatTheCloseSees(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.souk")
	importInto(t, path, `teams:
- {name: Growth, objectives: [{title: Customers open an account in five minutes}]}
- {name: Onboarding, objectives: [{title: Customers open their account in five minutes}]}
- {name: Identity, objectives: [{title: Customers can open an account in five minutes}]}
`)
	const pieces = "pursue one outcome with an objective each"
	tells(t, souk(t, "report", path), "Seen in the drafts, not discussed", pieces)
	tells(t, souk(t, "report", "--format", "json", path), "fragmented-outcome", pieces)
}

// objectiveOf is the first objective that a team has among those of last cycle.
func objectiveOf(s *workshop.State, team string) model.Text {
	results, _ := s.Past(model.Clean(team))
	return results[0].Objective
}
