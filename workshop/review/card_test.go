package review_test

import (
	"strings"
	"testing"

	"souk/model"
	"souk/workshop/review"
)

// cardsOf are the cards of one check.
func cardsOf(in review.Input, check string) []review.Card {
	var out []review.Card
	for _, c := range review.Run(in) {
		if c.Check.ID == check {
			out = append(out, c)
		}
	}
	return out
}

const (
	calm     = "A calmer night for every guest\nwhy: Two of three letters in May were about noise.\n- Complaints about noise from 9 to 4 a week\n- Rooms changed at night from 7 to 1 a week\n"
	deliver1 = "Launch the quiet hours app\nwhy: The lease of the old one ends in May.\n- Complaints from 9 to 4 a week\n- Rooms changed from 7 to 1 a week\n"
	deliver2 = "Implement a lighter key card\nwhy: The lease of the old one ends in May.\n- Lost cards from 9 to 4 a week\n- Queue at night from 7 to 1 minutes\n"
	deliver3 = "Build new breakfast tables\nwhy: The lease of the old ones ends in May.\n- Lost forks from 9 to 4 a week\n- Queue at noon from 7 to 1 minutes\n"
)

func TestWhatIsRareIsACardForEachPlace(t *testing.T) {
	cards := cardsOf(drafts(deliver1+deliver2+strings.Repeat(calm, 5)), "deliverable")
	if len(cards) != 2 || cards[0].Reason != cards[0].Places[0].Reason || cards[0].ID != cards[0].Places[0].ID {
		t.Fatalf("got %+v", cards)
	}
}

func TestWhatIsFrequentInATeamIsOneCard(t *testing.T) {
	cards := cardsOf(drafts(deliver1+deliver2+deliver3+strings.Repeat(calm, 9)), "deliverable")
	if len(cards) != 1 || len(cards[0].Places) != 3 {
		t.Fatalf("got %+v", cards)
	}
	if got := cards[0].Reason.String(); got != "3 of 12 objectives begin with what will be done." {
		t.Errorf("the card says %q", got)
	}
}

func TestWhatIsCommonEverywhereIsOneCardForEachTeam(t *testing.T) {
	in := drafts("# North\n" + deliver1 + deliver2 + "# South\n" + deliver3 + calm)
	cards := cardsOf(in, "deliverable")
	if len(cards) != 2 || len(cards[0].Places) != 2 || cards[0].Team != "North" || len(cards[1].Places) != 1 {
		t.Fatalf("got %+v", cards)
	}
}

func TestCardsComeTeamByTeamTheMostPressingFirst(t *testing.T) {
	cards := review.Run(drafts("# North\nLaunch the app for quiet hours\n# South\nLaunch it\n- TBD"))
	var got []string
	for _, c := range cards {
		got = append(got, string(c.Team)+" "+string(c.Check.Severity))
	}
	want := "North fix, North talk, North talk, South fix, South talk, South talk, South talk"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestADismissalHoldsUntilTheTextChanges(t *testing.T) {
	text := "# North\n" + deliver1 + "- Increase repeat orders\n"
	in := drafts(text)
	dismissed := map[string]bool{}
	for _, c := range review.Run(in) {
		for _, p := range c.Places {
			dismissed[p.ID] = true
		}
	}
	if len(dismissed) < 2 {
		t.Fatalf("only %d places", len(dismissed))
	}
	quiet := func(id string) bool { return dismissed[id] }
	in.Quiet = quiet
	if got := review.Run(in); len(got) > 0 {
		t.Errorf("what was dismissed speaks: %+v", got)
	}
	changed := drafts(strings.Replace(text, "repeat orders", "repeat visits", 1))
	changed.Quiet = quiet
	got := review.Run(changed)
	if len(got) != 1 || got[0].Check.ID != "no-number" {
		t.Errorf("after one key result changed: %+v", got)
	}
}

func TestADismissedPlaceLeavesItsCard(t *testing.T) {
	in := drafts(deliver1 + deliver2 + deliver3 + strings.Repeat(calm, 9))
	second := cardsOf(in, "deliverable")[0].Places[1].ID
	in.Quiet = func(id string) bool { return id == second }
	if got := cardsOf(in, "deliverable"); len(got) != 2 {
		t.Errorf("two of three are left, and rare: got %+v", got)
	}
}

func TestSettings(t *testing.T) {
	in := drafts(deliver1 + deliver2 + deliver3 + calm)
	if got := places(in, "many-objectives"); len(got) != 1 {
		t.Fatalf("got %v", got)
	}
	in.Settings = model.CheckSettings{Limits: map[string]int{string(review.MostObjectives): 4, "unheard-of": 1}}
	if got := places(in, "many-objectives"); len(got) != 0 {
		t.Errorf("four objectives are allowed: %v", got)
	}
	in.Settings = model.CheckSettings{Off: []string{"deliverable", "unheard-of"}}
	if got := places(in, "deliverable"); len(got) != 0 {
		t.Errorf("the check is off: %v", got)
	}
	for limit, n := range review.Limits() {
		if n <= 0 {
			t.Errorf("%s is %d", limit, n)
		}
	}
}

func TestExamplesSpeakTheLanguageOfTheDrafts(t *testing.T) {
	for text, want := range map[string]string{"Neues Kassensystem einführen": "Neues Retourenportal einführen", "Launch the new tills in May": "Launch the new returns portal"} {
		if got := cardsOf(drafts(text), "deliverable")[0].Example().Weak; got != want {
			t.Errorf("%q is shown for %q", got, text)
		}
	}
}

func TestWhyNowMarksTheWhyNow(t *testing.T) {
	p := places(drafts("Simple fares for families\nwhy: Management asked us to."), "why-now-generic")[0]
	if !p.InWhyNow || p.Text.String() != "Management asked us to." || p.Span.KeyResult != "" {
		t.Errorf("got %+v", p)
	}
}

func TestACardCountsWhatItsPlacesAre(t *testing.T) {
	in := drafts("Continue with the stand at the fair\n- Keep the monthly letter running\nMaintain good relations with the council\n- Keep the shop open\nGuests sleep well in every room")
	cards := cardsOf(in, "business-as-usual")
	if len(cards) != 1 || cards[0].Reason.String() != "4 of 5 objectives and key results go on with what is done anyway." {
		t.Errorf("got %+v", cards)
	}
}

func TestReasonsSpeakTheLanguageOfTheDrafts(t *testing.T) {
	waiting := "- Wartezeit unter 4 Minuten\n"
	for text, want := range map[string]string{
		"Gäste fühlen sich wie zu Hause\n" + waiting:                         "„Wartezeit unter 4 Minuten“ sagt nicht, wo es heute steht.",
		"Gäste fühlen sich wie zu Hause\n- MTTR < 8 h\n":                     "„MTTR < 8 h“ sagt nicht, wo es heute steht.",
		"Guests feel at home with us\n- MTTR < 8 h\n":                        "“MTTR < 8 h” does not say where it stands today.",
		"Gäste fühlen sich wie zu Hause\n" + strings.Repeat(waiting, 3) + "": "3 von 3 Schlüsselergebnissen sagen, wohin sie wollen, und nicht, wo sie stehen.",
	} {
		if got := cardsOf(drafts(text), "no-baseline")[0].Reason.String(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestAPlaceholderIsAskedForWhatItStandsFor(t *testing.T) {
	for text, want := range map[string]string{
		"- Bring returns down to X %":                       "“X” still holds a place. A rough figure is enough to talk about.",
		"- Waiting time: TBD":                               "“TBD” still holds a place. A rough figure is enough to talk about.",
		"- Sponsor a scholarship (school/organization TBD)": "“TBD” still holds a place. What would you write there today? A guess is enough to talk about.",
		"- Team to fill in":                                 "“Team to fill in” still holds a place. One sentence is enough to talk about.",
	} {
		if got := cardsOf(drafts(text), "placeholder")[0].Reason.String(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
