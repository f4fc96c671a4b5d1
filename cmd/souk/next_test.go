package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/store"
	"souk/workshop"
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
	said := souk(t, "next", first)
	tells(t, said, "bank-2027-Q2.souk is ready for 2027-Q2", "31 results and 1 promise to record, 1 signal to leadership (0 answered)",
		"deferred    Business Lending: Find out whether invoice finance is something for us", "last cycle: Turn sign-ups into active customers")
	if s := happens(t, second); s.Private.Notes.Len() > 0 || s.Teams.Len() != 12 || s.Objectives.Len() != 1 {
		t.Errorf("the next cycle begins with %d private notes, %d teams, %d objectives", s.Private.Notes.Len(), s.Teams.Len(), s.Objectives.Len())
	}
	tells(t, souk(t, "report", second), "Of 31 objectives: 31 not recorded.", "**Platform: 1 made, not recorded yet**", "* **Answer:** none yet")

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

	// The same goes on: what is agreed now is last cycle of the next one.
	tells(t, souk(t, "next", second), "bank-2027-Q3.souk is ready for 2027-Q3", "1 result and 0 promises to record")
}

// objectiveOf is the first objective that a team has among those of last cycle.
func objectiveOf(s *workshop.State, team string) model.Text {
	results, _ := s.Past(model.Clean(team))
	return results[0].Objective
}
