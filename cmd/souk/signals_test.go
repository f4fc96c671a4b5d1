package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"souk/model"
	"souk/store"
	"souk/store/publish"
	"souk/ui"
	"souk/ui/uitest"
	"souk/workshop"
	"souk/workshop/signal"
)

// threeAlike are drafts in which three teams plan one outcome, so that the detector alone sees it in pieces.
const threeAlike = `teams:
- name: Shop
  objectives:
  - title: Customers who join stay with us through the first year
    key_results: [Churn of customers in their first year from 14% to 9%]
- name: Clinic
  objectives:
  - title: The customers who join stay with us through the first year
    key_results: [Complaints by new customers from 300 to 100 a month]
- name: Harbour
  objectives:
  - title: Customers who join will stay with us through their first year
    key_results: [Logins of new customers a month from 2 to 4]
`

// TestCloseAndPublishAndTheRecordTellTheSame compares, at every step of a workshop, the signals that the Close lists, the numbers on Publish,
// the record that is written there and what souk report prints.
func TestCloseAndPublishAndTheRecordTellTheSame(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bank.souk")
	entry, err := demoEntry(process{now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Create(path, time.Now(), []workshop.Entry{entry}); err != nil {
		t.Fatal(err)
	}
	importInto(t, path, threeAlike)
	type step = func(*workshop.State) workshop.Intent
	pairs := map[string][2]string{"a": {"Shop", "Growth"}, "b": {"Growth", "Payments"}, "c": {"Payments", "Platform"}, "d": {"Platform", "Fraud & Identity"}}
	queued := func(of string) step {
		return func(s *workshop.State) workshop.Intent {
			a, b := firstOf(t, s, pairs[of][0]), firstOf(t, s, pairs[of][1])
			f := model.Finding{ID: model.Pair(model.Synergy, a, b), Kind: model.Synergy, Score: 0.5, A: a, B: b}
			return workshop.TriageFindings{Findings: []model.Finding{f}, Status: model.Queued}
		}
	}
	seen := agree(t, path, "")
	if !slices.ContainsFunc(seen, func(g toldSignal) bool { return g.Kind == "fragmented-outcome" }) {
		t.Errorf("the detector sees no outcome in pieces: %+v", seen)
	}
	for _, c := range []struct {
		name string
		step step
	}{
		{"the coach queues", queued("a")},
		{"and more", queued("b")},
		{"and more again", queued("c")},
		{"and even more", queued("d")},
		{"the queue turned round", func(s *workshop.State) workshop.Intent {
			var q []model.FindingID
			for f := range s.Findings.All() {
				q = append(q, f.ID)
			}
			slices.Reverse(q)
			return workshop.OrderQueue{Queue: q}
		}},
		{"one is kept", func(s *workshop.State) workshop.Intent {
			g := signal.Open(s, nil)[0]
			return workshop.KeepSignal{Kind: g.Kind, Key: g.Key, Text: model.Clean("In our words")}
		}},
		{"one is dropped", func(s *workshop.State) workshop.Intent { return workshop.DropSignal{Key: signal.Open(s, nil)[0].Key} }},
		{"one is raised", func(*workshop.State) workshop.Intent { return workshop.RaiseSignal{Text: model.Clean("Nobody rests")} }},
		{"one is raised in the same words", func(*workshop.State) workshop.Intent {
			return workshop.RaiseSignal{Text: model.Clean(seen[len(seen)-1].Text)}
		}},
		{"something is asked", func(s *workshop.State) workshop.Intent {
			return workshop.MakeRequest{From: firstOf(t, s, "Payments"), To: model.Side{Team: firstOf(t, s, "Platform").Team}, What: model.Clean("a gate")}
		}},
		{"and escalated", func(s *workshop.State) workshop.Intent {
			in := workshop.AnswerRequest{Answer: model.EscalatedUp, Who: model.Clean("the COO"), Text: model.Clean("no budget")}
			for q := range s.Requests.All() {
				in.Request = q.ID
			}
			return in
		}},
		{"what was raised is dropped", func(s *workshop.State) workshop.Intent {
			for g := range s.KeptSignals() {
				return workshop.DropSignal{Key: g.Matter()}
			}
			return nil
		}},
		{"a decision is learned from", func(s *workshop.State) workshop.Intent {
			f, _ := s.Findings.Get(model.Pair(model.Synergy, firstOf(t, s, "Shop"), firstOf(t, s, "Growth")))
			return workshop.DecideFinding{Findings: []model.Finding{f}, Outcome: model.NoSynergy}
		}},
	} {
		happens(t, path, c.step)
		agree(t, path, c.name)
	}
}

func firstOf(t *testing.T, s *workshop.State, team string) model.Side {
	t.Helper()
	found, ok := s.TeamByName(model.Clean(team))
	if !ok {
		t.Fatalf("there is no %s", team)
	}
	return model.Side{Team: found.ID, Objective: found.Objectives[0]}
}

// toldSignal is a signal in the record.
type toldSignal struct{ Source, Status, Kind, Text string }

// agree fails where the screens and the records of a workshop file tell different signals, and returns them.
func agree(t *testing.T, path, when string) []toldSignal {
	t.Helper()
	printed := souk(t, "report", path, "--format", "json")
	var doc struct {
		Record struct{ Signals []toldSignal }
	}
	if err := json.Unmarshal([]byte(printed), &doc); err != nil {
		t.Fatal(err)
	}
	file, loaded, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // nothing was written to it
	d := uitest.Open(t, loaded.Session, 400, 120, func(c *ui.Config) { c.Report = reportBeside(file) })
	d.Press("ctrl+p").Type("close").Press("enter", "3")
	open, goesUp := 0, 0
	for _, g := range doc.Record.Signals {
		d.Sees(g.Text)
		if g.Status == "open" {
			open++
		} else {
			goesUp++
		}
	}
	d.Sees(fmt.Sprintf("SIGNALS %d open", open))
	d.Press("tab").Sees(fmt.Sprintf("%d to leadership · %d not discussed", goesUp, open))
	d.Press("2")
	written, err := os.ReadFile(filepath.Join(filepath.Dir(path), publish.Name(loaded.Session.State(), publish.JSON)))
	if err != nil {
		t.Fatal(err)
	}
	if string(written) != printed {
		t.Errorf("%s: souk report and the Publish stage write different records", when)
	}
	return doc.Record.Signals
}
