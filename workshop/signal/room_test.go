package signal_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/workshop"
	"souk/workshop/signal"
)

func text(s string) model.Text { return model.Clean(s) }

// room is a workshop of six teams, Team 1 to Team 6, with two objectives each that say why now and support what is annual in turn. Nothing in
// it is worth a signal.
type room struct {
	t *testing.T
	*workshop.Session
}

func newRoom(t *testing.T, change ...func(*model.Drafts)) *room {
	t.Helper()
	annual := []string{"Customers stay with us", "Accounts open in minutes", "Losses shrink"}
	d := model.Drafts{Cycle: text("Q1")}
	for _, i := range annual {
		d.Strategy = append(d.Strategy, model.Intent{Horizon: model.Annual, Text: text(i)})
	}
	for i := range 6 {
		team := model.DraftTeam{Name: text(fmt.Sprintf("Team %d", i+1))}
		for j := range 2 {
			team.Objectives = append(team.Objectives, model.DraftObjective{
				Title: text(fmt.Sprintf("Outcome number %d of team %d", j+1, i+1)), WhyNow: text("the year has begun"),
				Supports:   []model.Text{text(annual[(2*i+j)%3])},
				KeyResults: []model.DraftKeyResult{{Text: text(fmt.Sprintf("Measure %d of team %d from 1 to 2", j+1, i+1))}},
			})
		}
		d.Teams = append(d.Teams, team)
	}
	for _, c := range change {
		c(&d)
	}
	r := &room{t, workshop.New()}
	r.do(workshop.ImportDrafts{Drafts: d})
	return r
}

func (r *room) do(ins ...workshop.Intent) {
	r.t.Helper()
	for _, in := range ins {
		if _, err := r.Do(time.Time{}, model.Text{}, in); err != nil {
			r.t.Fatalf("%T: %v", in, err)
		}
	}
}

// side is an objective of Team n.
func (r *room) side(team, objective int) model.Side {
	r.t.Helper()
	t, ok := r.State().TeamByName(text(fmt.Sprintf("Team %d", team)))
	if !ok {
		r.t.Fatalf("no Team %d", team)
	}
	return model.Side{Team: t.ID, Objective: t.Objectives[objective-1]}
}

// notYet has leadership say not yet.
func (r *room) notYet(team, objective int, reason string) {
	r.t.Helper()
	r.do(workshop.Speak{Objective: r.side(team, objective).Objective, Party: model.LeadershipParty, Stance: model.NotYet, Reason: text(reason)})
}

// settle raises a relation and gives it a status.
func (r *room) settle(kind model.FindingKind, a, b model.Side, status model.FindingStatus) model.Finding {
	r.t.Helper()
	f := model.Finding{ID: model.Pair(kind, a, b), Kind: kind, Score: 0.6, A: a, B: b}
	if status == model.Confirmed { // by a decision that leaves both as they are
		r.do(workshop.DecideFinding{
			Findings:  []model.Finding{f},
			Outcome:   map[model.FindingKind]model.Outcome{model.Synergy: model.StayInTouch, model.Duplicate: model.KeepBoth}[kind],
			Rationale: text("for now"),
		})
		return f
	}
	r.do(workshop.TriageFindings{Findings: []model.Finding{f}, Status: status})
	return f
}

func (r *room) compute() []signal.Signal { return signal.Compute(r.State(), r.State().OnTheTable(nil)) }

// quiet fails where there is any signal of a kind.
func (r *room) quiet(kind string) {
	r.t.Helper()
	for _, g := range r.compute() {
		if g.Kind == kind {
			r.t.Errorf("unexpected: %s\n%s", g.Text, strings.Join(g.Evidence, "\n"))
		}
	}
}

// tells wants one signal of a kind that says some words, and returns it.
func (r *room) tells(kind string, words ...string) signal.Signal {
	r.t.Helper()
	all := r.compute()
	i := slices.IndexFunc(all, func(g signal.Signal) bool { return g.Kind == kind })
	if i < 0 {
		r.t.Fatalf("there is no %s in %v", kind, all)
	}
	said := all[i].Text + "\n" + strings.Join(all[i].Evidence, "\n")
	for _, w := range words {
		if !strings.Contains(said, w) {
			r.t.Errorf("%s does not say %q:\n%s", kind, w, said)
		}
	}
	if about, ok := strings.CutPrefix(all[i].Key, kind+"/"); !ok || about == "" {
		r.t.Errorf("%s has the key %s", kind, all[i].Key)
	}
	return all[i]
}

func TestAWorkshopWithNothingToSay(t *testing.T) {
	if got := newRoom(t).compute(); len(got) > 0 {
		t.Errorf("%v", got)
	}
	if got := signal.Compute(workshop.New().State(), nil); len(got) > 0 {
		t.Errorf("an empty workshop tells %v", got)
	}
}
