package review_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"souk/model"
	"souk/workshop/review"
)

// anyLine is a text as drafts have them, or anything at all.
func anyLine(t *rapid.T, label string) model.Text {
	words := rapid.SampledFrom([]string{
		"Increase", "reduce", "Launch", "from", "to", "40", "30 %", "€1.5m", "by", "until", "31", "March", "2030", "Q2", "→", "(today", "12)", "X", "TBD", "N4",
		"rate", "Wartezeit", "senken", "von", "auf", "bis", "31.05.2027", "einführen", "better", "every", "support", "is", "tracked", "?", ":", "…", "ſ", "İ", "K", "👩‍👩‍👧", "e\u0301",
		"99.999%", "1,000,000", "3x", "#12", "Tier", "1", "<", "≥", "-", "–", "'", "’s", "so", "that", "team", "Why",
	})
	drafted := rapid.SampledFrom([]string{
		"Continue with the stand at the fair", "Keep the shop open", "Maintain good relations", "Launch the app", "Increase orders", "90 % of orders",
		"Das Tagesgeschäft läuft weiter", "Neues Portal einführen", "Retouren senken", "Better meals", "TBD", "Ist: 12 %", "from 3h40 to 1h (2026: 14)",
	})
	return rapid.OneOf(
		rapid.Map(drafted, model.Clean),
		rapid.Map(rapid.SliceOfN(words, 0, 9), func(w []string) model.Text {
			text := ""
			for i, s := range w {
				if i > 0 && i%4 != 3 {
					text += " "
				}
				text += s
			}
			return model.Clean(text)
		}),
		rapid.Map(rapid.String(), model.Clean),
	).Draw(t, label)
}

func anyMarket(t *rapid.T) review.Input {
	in := review.Input{Cycle: anyLine(t, "cycle")}
	if rapid.Bool().Draw(t, "plain cycle") {
		in.Cycle = model.Clean("2027-Q1")
	}
	for n := range rapid.IntRange(0, 4).Draw(t, "teams") {
		team := model.Team{ID: model.TeamID(fmt.Sprintf("t%d", n)), Name: anyLine(t, "name"), Kind: rapid.SampledFrom(model.TeamKinds()).Draw(t, "kind")}
		if n > 0 && rapid.Bool().Draw(t, "has parent") {
			team.Parent = "t0"
		}
		in.Teams = append(in.Teams, team)
		for range rapid.IntRange(0, 4).Draw(t, "objectives") {
			o := model.Objective{ID: model.ObjectiveID(fmt.Sprintf("o%d", len(in.Objectives))), Team: team.ID, Title: anyLine(t, "title"), WhyNow: anyLine(t, "why now")}
			for k := range rapid.IntRange(0, 4).Draw(t, "key results") {
				o.KeyResults = append(o.KeyResults, model.KeyResult{
					ID: model.KeyResultID(fmt.Sprintf("%s.%d", o.ID, k)), Text: anyLine(t, "key result"),
					Metric: anyLine(t, "metric"), Baseline: anyLine(t, "baseline"), Target: anyLine(t, "target"), Owner: anyLine(t, "owner"),
				})
			}
			in.Objectives = append(in.Objectives, o)
		}
	}
	return in
}

func TestInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyMarket(t)
		check(t, in, review.Run(in))
	})
}

// counted is how a card with several places begins.
var counted = regexp.MustCompile(`^(\d+) (?:of|von) (\d+) `)

// check tests what holds for all cards.
func check(t rapid.TB, in review.Input, cards []review.Card) {
	t.Helper()
	texts := map[model.Span]string{}
	for _, o := range in.Objectives {
		texts[model.Span{Objective: o.ID}] = o.Title.String()
		texts[model.Span{Objective: o.ID, Start: 1}] = o.WhyNow.String()
		for _, k := range o.KeyResults {
			texts[model.Span{Objective: o.ID, KeyResult: k.ID}] = k.Text.String()
		}
	}
	touched, split := map[string]map[model.ObjectiveID]bool{}, map[string]bool{}
	seen, perTeam := map[string]bool{}, map[string]int{}
	for _, c := range cards {
		if len(c.Places) == 0 || c.Reason.IsEmpty() || c.ID == "" {
			t.Fatalf("an empty card: %+v", c)
		}
		key := c.Check.ID + " " + string(c.Team)
		if perTeam[key]++; perTeam[key] > 1 {
			split[c.Check.ID] = true
		}
		if m := counted.FindStringSubmatch(c.Reason.String()); m != nil && len(c.Places) > 1 {
			told, _ := strconv.Atoi(m[1])
			all, _ := strconv.Atoi(m[2])
			if told != len(c.Places) || told > all {
				t.Fatalf("%d places, and %q", len(c.Places), c.Reason)
			}
		} else if len(c.Places) > 1 {
			t.Fatalf("%q does not say how many of how many", c.Reason)
		}
		for _, p := range c.Places {
			if seen[p.ID] {
				t.Fatalf("%s stands there twice", p.ID)
			}
			seen[p.ID] = true
			if touched[c.Check.ID] == nil {
				touched[c.Check.ID] = map[model.ObjectiveID]bool{}
			}
			touched[c.Check.ID][p.Span.Objective] = true
			checkPlace(t, texts, p)
		}
	}
	for id := range split {
		if len(touched[id])*3 > len(in.Objectives) {
			t.Fatalf("%s speaks about %d of %d objectives and is not one card for each team", id, len(touched[id]), len(in.Objectives))
		}
	}
}

func checkPlace(t rapid.TB, texts map[model.Span]string, p review.Place) {
	t.Helper()
	if p.Reason.IsEmpty() {
		t.Fatalf("no reason: %+v", p)
	}
	if p.Span.Objective == "" {
		return
	}
	where := model.Span{Objective: p.Span.Objective, KeyResult: p.Span.KeyResult}
	if p.InWhyNow {
		where.Start = 1
	}
	text, ok := texts[where]
	if !ok || p.Span.Start < 0 || p.Span.End < p.Span.Start || p.Span.End > len(text) {
		t.Fatalf("%+v is not in %q", p, text)
	}
	if !utf8.ValidString(text[p.Span.Start:p.Span.End]) || !utf8.ValidString(text[:p.Span.Start]) {
		t.Fatalf("%+v cuts a character of %q", p, text)
	}
}

// ids lists what the cards are about, in an order of its own.
func ids(cards []review.Card) []string {
	all := map[string]bool{}
	for _, c := range cards {
		all[c.ID] = true
		for _, p := range c.Places {
			all[p.ID] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

func TestOrderOfTeamsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyMarket(t)
		want := ids(review.Run(in))
		in.Teams = rapid.Permutation(in.Teams).Draw(t, "order")
		if got := ids(review.Run(in)); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func FuzzRun(f *testing.F) {
	f.Add("Launch the portal", "Increase conversion from 40 % to 30 % by 30 June", "It is important", "2027-Q1", "14")
	f.Add("Neues Portal einführen", "Wartezeit von 4 auf 2, bis 31.05.2027", "TBD", "FY21-Q1 (Feb–Apr 2020)", "12 %")
	f.Add("", "", "", "", "")
	f.Add("a: (b) c: d", "12: 3.4.5,6 % $X <≥ 99.999%%", "???", "1. Quartal 2027", "€")
	f.Add("İstanbul ǅ ﬀ K ẞ 👩‍👩‍👧‍👦 \u0301\u0301", "١٢٣ % → ½ x", "’s", "Q9", "5k+")
	f.Fuzz(func(t *testing.T, title, kr, why, cycle, target string) {
		in := review.Input{
			Cycle: model.Clean(cycle),
			Teams: []model.Team{{ID: "a", Name: model.Clean(why)}, {ID: "b", Name: model.Clean("B"), Kind: model.SupportTeam}},
			Objectives: []model.Objective{
				{ID: "o1", Team: "a", Title: model.Clean(title), WhyNow: model.Clean(why), KeyResults: []model.KeyResult{
					{ID: "o1.1", Text: model.Clean(kr), Baseline: model.Clean(why), Target: model.Clean(target)},
					{ID: "o1.2", Text: model.Clean(target + " " + kr)},
				}},
				{ID: "o2", Team: "b", Title: model.Clean(kr)},
			},
		}
		check(t, in, review.Run(in))
	})
}
