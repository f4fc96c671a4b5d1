package detect

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"souk/model"

	"github.com/google/go-cmp/cmp"
)

// market builds an input out of lines: "Team", " objective", "  key result", " ? why now", " - need @Team" and " + offer".
func market(lines ...string) Input {
	in := Input{Organisation: model.Clean("Northwind")}
	ids := map[string]model.TeamID{}
	for _, l := range lines {
		if !strings.HasPrefix(l, " ") {
			ids[l] = model.TeamID(fmt.Sprintf("t%d", len(ids)+1))
		}
	}
	exchange := func(text string) model.Exchange {
		text, team, _ := strings.Cut(text, " @")
		return model.Exchange{Team: ids[team], Text: model.Clean(text)}
	}
	for _, l := range lines {
		switch text := strings.TrimSpace(l); {
		case !strings.HasPrefix(l, " "):
			in.Teams = append(in.Teams, model.Team{ID: ids[l], Name: model.Clean(l), Kind: model.DeliveryTeam})
		case strings.HasPrefix(text, "- "):
			t := &in.Teams[len(in.Teams)-1]
			t.Needs = append(t.Needs, exchange(text[2:]))
		case strings.HasPrefix(text, "+ "):
			t := &in.Teams[len(in.Teams)-1]
			t.Offers = append(t.Offers, exchange(text[2:]))
		case strings.HasPrefix(text, "? "):
			in.Objectives[len(in.Objectives)-1].WhyNow = model.Clean(text[2:])
		case strings.HasPrefix(l, "  "):
			o := &in.Objectives[len(in.Objectives)-1]
			id := model.KeyResultID(fmt.Sprintf("%s.%d", o.ID, len(o.KeyResults)+1))
			o.KeyResults = append(o.KeyResults, model.KeyResult{ID: id, Text: model.Clean(text)})
		default:
			t := &in.Teams[len(in.Teams)-1]
			id := model.ObjectiveID(fmt.Sprintf("o%02d", len(in.Objectives)+1))
			t.Objectives = append(t.Objectives, id)
			in.Objectives = append(in.Objectives, model.Objective{ID: id, Team: t.ID, Title: model.Clean(text)})
		}
	}
	return in
}

// bank is a small marketplace with one relation of every kind.
func bank() Input {
	return market(
		"Payments",
		" Customers pay anyone in seconds",
		"  Raise successful instant payments from 71% to 97%",
		"  Name check answers within 300 ms, with the name-check API from Platform",
		" Cut disputes about payments",
		"  Reduce disputes per 10k payments from 14 to 6",
		"Platform",
		" Every service is up when customers need it",
		"  Name-check API is live for all channels",
		"  Uptime of core services from 99.5% to 99.95%",
		"Growth",
		" New customers start without friction",
		"  Reduce sign-up drop-off from 43% to 25%",
		"Retail Banking",
		" Opening an account is a pleasure",
		"  Reduce abandoned registrations from 43% to 25%",
		"Risk",
		" Fraudsters find no way in",
		"  Bring the fraud rate at account opening from 0.9% to 0.3%",
		"People Ops",
		" The right people at the right time",
		"  Time to fill an open role from 70 to 45 days",
		"Lending",
		" Small companies get a loan within a day",
		"  Hire six credit analysts",
		" Cut disputes about payments",
		"  Reduce disputes per 10k payments from 14 to 6",
	)
}

func run(t testing.TB, in Input) Findings {
	t.Helper()
	all, err := Run(context.Background(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// find is the finding between two objectives, or between an objective and a team; nil where there is none.
func (all Findings) find(kind model.FindingKind, a, b string) *model.Finding {
	for i, f := range all {
		if f.Kind == kind && string(f.A.Objective) == a && (string(f.B.Objective) == b || kind == model.Dependency && string(f.B.Team) == b) {
			return &all[i]
		}
	}
	return nil
}

// has reports whether one of the reasons is by that rule.
func has(f *model.Finding, rule string) bool {
	return f != nil && slices.ContainsFunc(f.Reasons, func(r model.Reason) bool { return r.Rule == rule })
}

func TestEveryKindIsFound(t *testing.T) {
	all := run(t, bank())
	for _, want := range []struct {
		kind model.FindingKind
		a, b string
		rule string
		over float64
	}{
		{model.Duplicate, "o02", "o09", sameLine, 0.9},
		{model.Duplicate, "o04", "o05", oneFigure, 0.5},
		{model.Dependency, "o01", "t2", namesTeam, 0.7},
		{model.Dependency, "o08", "t6", usuallyProvides, 0.12},
		{model.Conflict, "o04", "o06", tradeOff, 0},
	} {
		f := all.find(want.kind, want.a, want.b)
		if f == nil || f.Score < want.over || !has(f, want.rule) {
			t.Errorf("%s %s–%s over %.2f by %s: got %+v", want.kind, want.a, want.b, want.over, want.rule, f)
		}
	}
}

func TestStatedNeedsComeFirst(t *testing.T) {
	in := market(
		"Apps", " Customers find everything in the app", "  App rating from 3.9 to 4.6", " - Design review of the new start page @Studio",
		"Studio", " One look for all products",
		"Data", " Numbers that people trust", " + Weekly dashboard of app ratings",
		"Web", " The site loads fast", "  Weekly app ratings on the start page", " - dashboard of app ratings",
	)
	all := run(t, in)
	f := all.find(model.Dependency, "o01", "t2")
	if !has(f, statedNeed) || f.Score < 0.9 || all[0].Kind != model.Dependency {
		t.Errorf("a need that names its team must come first, got %+v", f)
	}
	if f := all.find(model.Dependency, "o04", "t3"); !has(f, statedNeed) || !has(f, offersIt) {
		t.Errorf("a need that an offer covers must find its team, got %+v", f)
	}
}

func TestOffersAndSupportNameTheirTaker(t *testing.T) {
	in := market(
		"Apps", " Customers find everything",
		"Studio", " One look for all products", " + Icons for the start page @Apps",
		"Cloud", " Lower the bill",
	)
	in.Objectives[2].Supports = []model.Support{{Team: "t1", Text: model.Clean("Apps")}}
	all := run(t, in)
	if f := all.find(model.Dependency, "o01", "t2"); !has(f, offersIt) || f.Score < 0.5 {
		t.Errorf("an offer to a team is a relation, got %+v", f)
	}
	if f := all.find(model.Dependency, "o01", "t3"); !has(f, worksFor) || f.B.Objective != "o03" {
		t.Errorf("an objective that supports a team is a relation, got %+v", f)
	}
}

func TestSupportIsNoDuplicate(t *testing.T) {
	in := market("Payments", " Customers pay in seconds", "Platform", " Teams ship alone", "Fraud", " Thieves leave with nothing")
	for _, i := range []int{1, 2} {
		in.Objectives[i].Supports = []model.Support{{Team: "t1", Text: model.Clean("Payments")}}
	}
	for _, f := range run(t, in) {
		if f.Kind == model.Duplicate {
			t.Errorf("what two teams support is not their own text: %+v", f)
		}
	}
}

func TestOneMeasureInTwoWords(t *testing.T) {
	all := run(t, market(
		"Growth", " Reach more people", "  Cut sign-up drop-off from 62% to 40%",
		"Onboarding", " A start that is easy", "  Reduce abandoned registrations from 62% to 35%",
		"Shop", " A checkout that is easy", "  Reduce abandoned registrations from 48% to 35%",
	))
	same, other := all.find(model.Duplicate, "o01", "o02"), all.find(model.Duplicate, "o01", "o03")
	if same == nil || other != nil && same.Score < other.Score+0.2 {
		t.Errorf("the same starting figure must count: %+v and %+v", same, other)
	}
}

// TestConflictsNeedNoSharedWord plants trade-offs whose sides have no word in common.
func TestConflictsNeedNoSharedWord(t *testing.T) {
	all := run(t, market(
		"Growth", " The north talks about us", "  Go from 4 to 10 campaign waves a month",
		"Care", " Help before anybody must ask", "  Support tickets from 182 to 120",
		"Platform", " Ship without waiting", "  Test environments: 18 → 40",
		"Finance", " Cheaper for everyone", "  Cloud costs from 410 to 330",
		"Studio", " One look for all",
	))
	for _, want := range [][2]string{{"o01", "o02"}, {"o03", "o04"}} {
		f := all.find(model.Conflict, want[0], want[1])
		if !has(f, tradeOff) || f.Score < 0.1 {
			t.Errorf("%v: got %+v", want, f)
			continue
		}
		if r := f.Reasons[0]; len(r.Spans) != 2 || r.Spans[0].Objective == r.Spans[1].Objective {
			t.Errorf("both sides must be marked: %+v", r)
		}
	}
}

// TestReasonsSayWhatTheyAdd checks that what the reasons add is there to be shown: without them a pair is like any other.
// What two teams have in common sets nobody against anybody: a conflict says first what does.
func TestAConflictSaysWhatMakesItOne(t *testing.T) {
	own := []string{tradeOff, opposites, sameTime, namesTeam}
	for _, name := range inventedNames(t) {
		in, _ := readSet(t, name)
		in.Kinds = []model.FindingKind{model.Conflict}
		for _, f := range run(t, in) {
			if !slices.Contains(own, f.Reasons[0].Rule) {
				t.Errorf("%s: %s at %.2f is a conflict since %s", name, f.ID, f.Score, f.Reasons[0].Text.Line())
			}
		}
	}
}

func TestReasonsSayWhatTheyAdd(t *testing.T) {
	for _, f := range run(t, bank()) {
		sum := 0.0
		for _, r := range f.Reasons {
			sum += r.Weight
		}
		if rest := odds(min(f.Score, 0.9999)) - sum; f.Score >= 0.2 && (sum <= 0 || rest > 0) {
			t.Errorf("%s %s: reasons add %.2f to %.4f, which leaves %.2f for any pair", f.Kind, f.ID, sum, f.Score, rest)
		}
	}
}

func TestWhatIsAskedOfEveryTeamIsOneCard(t *testing.T) {
	cards := map[string]int{}
	for _, f := range run(t, market("Office", " Every team writes its goals down", "North", " Open a shop", "South", " Close a shop", "East", " Move a shop")) {
		if f.Kind == model.Dependency && f.A.Objective == "o01" {
			cards[f.Card]++
		}
	}
	if len(cards) != 1 {
		t.Errorf("got %v", cards)
	}
}

func TestGapIsSaid(t *testing.T) {
	all := run(t, market(
		"Shop", " Checkout works on every phone", "  Blocked by Logistics: parcel tracking on the order page",
		"Logistics",
	))
	if f := all.find(model.Dependency, "o01", "t2"); !has(f, gap) || f.B.Objective != "" {
		t.Errorf("a provider without an objective is a gap, got %+v", f)
	}
}

func TestNothingWithinOneTeam(t *testing.T) {
	in := market("A", " Reduce churn from 5% to 3%", " Reduce churn from 5% to 3%", "B", " Reduce churn from 5% to 3%")
	in.Objectives[2].Owners = []model.TeamID{"t1"}
	for _, f := range run(t, in) {
		if f.A.Objective != "" && f.B.Objective != "" {
			t.Errorf("both belong to one team: %+v", f)
		}
	}
}

func TestTemplateIsOneCard(t *testing.T) {
	var lines []string
	for _, team := range []string{"North", "South", "East", "West"} {
		lines = append(lines, team, " Improve what we do in the "+team, "  Merge request rate of the section increases to 10")
	}
	cards := map[string]int{}
	for _, f := range run(t, market(lines...)) {
		if f.Kind == model.Duplicate {
			cards[f.Card]++
		}
	}
	if len(cards) != 1 {
		t.Errorf("one line in four teams must be one card, got %v", cards)
	}
}

func TestCopiesAreDuplicates(t *testing.T) {
	all := run(t, market("A", " Reduce churn of business customers from 5% to 3%", "B", " Reduce churn of business customers from 5% to 3%", "C", " Open a shop in Graz"))
	if f := all.find(model.Duplicate, "o01", "o02"); f == nil || f.Score < 0.9 {
		t.Errorf("got %+v", f)
	}
}

func TestTopAndKinds(t *testing.T) {
	in := bank()
	in.Kinds, in.Top = []model.FindingKind{model.Synergy, model.Dependency}, 2
	n := map[model.FindingKind]int{}
	for _, f := range run(t, in) {
		n[f.Kind]++
	}
	if diff := cmp.Diff(map[model.FindingKind]int{model.Synergy: 2, model.Dependency: 2}, n); diff != "" {
		t.Error(diff)
	}
}

func TestProgressAndCancel(t *testing.T) {
	last := 0
	if _, err := Run(context.Background(), bank(), func(done, total int) {
		if done != last+1 || done > total {
			t.Errorf("step %d of %d after %d", done, total, last)
		}
		last = done
	}); err != nil || last == 0 {
		t.Fatal(err, last)
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err := Run(ctx, large(3000), func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestEmptyInput(t *testing.T) {
	if all := run(t, Input{}); len(all) != 0 {
		t.Errorf("got %v", all)
	}
	in := market("A", " !", "B", " …", "  ")
	in.Objectives[0].Team = "nobody"
	run(t, in)
}

// large is a made-up company of n objectives with four key results each.
func large(n int) Input {
	words := strings.Fields(`churn revenue latency onboarding invoice warehouse partner training fraud release roadmap hiring search
		mobile payment budget audit support catalogue pricing checkout inventory booking claims insight campaign contract editor`)
	verbs := strings.Fields("Increase Reduce Launch Maintain Simplify Automate Measure")
	in := Input{}
	seed := uint32(7)
	pick := func(from []string) string {
		seed = seed*1664525 + 1013904223
		return from[int(seed>>16)%len(from)]
	}
	name := func() string {
		return pick(words) + pick([]string{"al", "er", "um", "ix", "on", "ar"}) + pick(words)[:3]
	}
	line := func() model.Text {
		return model.Clean(pick(verbs) + " " + pick(words) + " " + name() + " of " + name() + " and " + pick(words) + " from " + pick([]string{"3", "14", "20"}) + "% to 40%")
	}
	for i := range n {
		if i%20 == 0 {
			in.Teams = append(in.Teams, model.Team{ID: model.TeamID(fmt.Sprintf("t%04d", i/20)), Name: model.Clean(name() + " " + pick(words))})
		}
		t := &in.Teams[len(in.Teams)-1]
		o := model.Objective{ID: model.ObjectiveID(fmt.Sprintf("o%05d", i)), Team: t.ID, Title: line()}
		for k := range 4 {
			o.KeyResults = append(o.KeyResults, model.KeyResult{ID: model.KeyResultID(fmt.Sprintf("k%05d.%d", i, k)), Text: line()})
		}
		t.Objectives = append(t.Objectives, o.ID)
		in.Objectives = append(in.Objectives, o)
	}
	return in
}
