package detect

import (
	"context"
	"strings"
	"testing"

	"souk/model"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// twoMarketings is a marketplace in which others write about Marketing, which two teams may be.
func twoMarketings() Input {
	return market(
		"Product Marketing", " Launches that people hear of",
		"Growth Marketing", " More visitors who stay",
		"Payments", " Customers pay anyone in seconds", "  The launch is announced together with Marketing", "  Fewer disputes, with help from Platform",
		"Platform", " Every service is up",
		"Lending", " Loans within a day", "  Fill the webinar together with Marketing",
	)
}

func TestAnAmbiguousNameIsAskedOnce(t *testing.T) {
	in := twoMarketings()
	got := Questions(context.Background(), in)
	want := []Question{{Word: model.Clean("Marketing"), Teams: []model.TeamID{"t1", "t2"}, Times: 2}}
	if diff := cmp.Diff(want, got, texts); diff != "" {
		t.Fatalf("the questions are\n%s", diff)
	}
	for _, team := range []model.TeamID{"t1", "t2", ""} {
		in.Aliases = []model.Alias{{Word: got[0].Word, Team: team}}
		if again := Questions(context.Background(), in); len(again) != 0 {
			t.Errorf("it is asked again: %+v", again)
		}
	}
}

func TestTheAnswerSaysWhoIsMeant(t *testing.T) {
	in := twoMarketings()
	score := func(team string, aliases ...model.Alias) float64 {
		in.Aliases = aliases
		if f := run(t, in).find(model.Dependency, "o03", team); f != nil && has(f, namesTeam) {
			return f.Score
		}
		return 0
	}
	word := model.Clean("marketing")
	unsure := score("t2")
	sure := score("t2", model.Alias{Word: word, Team: "t2"})
	if sure <= unsure || sure < 0.5 {
		t.Errorf("named, the score goes from %v to %v", unsure, sure)
	}
	if other := score("t1", model.Alias{Word: word, Team: "t2"}); other != 0 {
		t.Errorf("the other team still counts as named: %v", other)
	}
	if none := score("t2", model.Alias{Word: word}); none != 0 {
		t.Errorf("a name that means no team still counts: %v", none)
	}
}

func TestAClearNameIsNotAsked(t *testing.T) {
	for _, in := range []Input{
		bank(),
		market("Marketing", " Launches", "Growth Marketing", " Visitors", "Payments", " Pay", "  Announced together with Marketing"),
		market("Product Marketing", " Launches", "Growth Marketing", " Visitors", "Payments", " Pay", "  A marketing website"),
		{},
	} {
		if got := Questions(context.Background(), in); len(got) != 0 {
			t.Errorf("asked: %+v", got)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if got := Questions(ctx, twoMarketings()); got != nil {
		t.Errorf("somebody who left is asked: %+v", got)
	}
}

func TestANameThatEverybodyHasIsNotAsked(t *testing.T) {
	var lines []string
	for _, place := range strings.Fields("North South Harbour Valley Coast Centre Hills Islands Lakes Border Forest Moor") {
		lines = append(lines, "Platform "+place, " Services are up in the "+place)
	}
	in := market(append(lines, "Lending", " Loans within a day", "  Ship it together with Platform")...)
	if got := Questions(context.Background(), in); len(got) != 0 {
		t.Errorf("asked: %+v", got)
	}
}

func TestQuestionsDoNotDependOnTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := twoMarketings()
		want := Questions(context.Background(), in)
		in.Teams = rapid.Permutation(in.Teams).Draw(t, "teams")
		in.Objectives = rapid.Permutation(in.Objectives).Draw(t, "objectives")
		if diff := cmp.Diff(want, Questions(context.Background(), in), texts); diff != "" {
			t.Fatal(diff)
		}
	})
}
