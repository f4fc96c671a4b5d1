//go:build linux

package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// bigDrafts are invented drafts of a large organisation, in JSON: 20 objectives a team, three key results an objective, worded as variously as
// people do, the same ones each time. Teams share subjects and name each other, so there is something to find.
func bigDrafts(t testing.TB, objectives int) string {
	t.Helper()
	const perTeam = 20
	type objective struct {
		Title      string   `json:"title"`
		WhyNow     string   `json:"why_now,omitempty"`
		KeyResults []string `json:"key_results"`
	}
	type team struct {
		Name       string      `json:"name"`
		Needs      []string    `json:"needs,omitempty"`
		Objectives []objective `json:"objectives"`
	}
	w := &wording{}
	name := func(n int) string {
		return fmt.Sprintf("%s %s %d", crafts[n%len(crafts)], places[n/len(crafts)%len(places)], n)
	}
	var teams []team
	for n := range objectives / perTeam {
		one := team{Name: name(n), Needs: []string{w.any(subjects) + " from " + name(w.number(objectives/perTeam))}}
		for range perTeam {
			o := objective{Title: fmt.Sprintf("%s %s %s", w.any(people), w.any(verbs), w.any(subjects))}
			if w.number(3) > 0 {
				o.WhyNow = fmt.Sprintf("%s %s %s", strings.ToUpper(o.Title[:1])+o.Title[1:], w.any(reasons), w.any(places))
			}
			for range 3 {
				from := w.number(50)
				kr := fmt.Sprintf("%s %s from %d%% to %d%%", w.any(moves), w.any(subjects), from, from+10+w.number(40))
				if w.number(8) == 0 {
					kr += " with " + name(w.number(objectives/perTeam))
				}
				o.KeyResults = append(o.KeyResults, kr)
			}
			one.Objectives = append(one.Objectives, o)
		}
		teams = append(teams, one)
	}
	out, err := json.Marshal(map[string]any{"organisation": "Large & Sons", "cycle": "2027-Q1", "teams": teams})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestTenThousandObjectivesAreWalked(t *testing.T) {
	dir := t.TempDir()
	importInto(t, filepath.Join(dir, "w.souk"), bigDrafts(t, 10_000))
	w := start(t, dir, wide, "w.souk").sees("? help").goTo("dependencies").seesNo("ooking for relations")
	for _, stage := range []string{"duplicates", "regroup", "agreement", "publish"} {
		w.goTo(stage)
	}
	w.press("q").sees("Leave the workshop?")
}

// wording picks words, in the same order each time.
type wording struct{ state uint32 }

func (w *wording) number(below int) int {
	w.state = w.state*1664525 + 1013904223
	return int(w.state>>8) % below
}

func (w *wording) any(words []string) string { return words[w.number(len(words))] }

var (
	crafts  = words("Payments, Platform, Growth, Lending, Support, Data, Security, Mobile, Search, Billing, Onboarding, Compliance, Logistics, Pricing")
	places  = words("North, South, Harbour, Valley, Coast, Centre, Hills, Islands, Lakes, Border")
	people  = words("customers, small firms, new colleagues, agents, merchants, engineers, partners, first-time buyers, older people, drivers")
	verbs   = words("trust, understand, finish alone, find, no longer wait for, recommend, get more out of, hardly notice, choose, come back for")
	moves   = words("raise, lift, halve the gap in, bring, improve, move, grow, stabilise")
	reasons = words("matters because the contract ends in, was the loudest complaint from, is what the law asks for in, costs a third of the day in, decides the season in")

	subjects = words("instant payments, the monthly invoice, refunds, identity checks, the first login, delivery promises, price changes, test environments, " +
		"search results, the event stream, the churn forecast, returns, opening an account, credit decisions, the support queue, release notes, " +
		"data quality, night shifts, the mobile app, response times, fraud alerts, consent, the partner portal, spare parts, loyalty points, " +
		"outages, the onboarding course, card limits, address changes, call-backs, the knowledge base, translations")
)

func words(list string) []string { return strings.Split(list, ", ") }
