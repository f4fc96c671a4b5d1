package workshop

import (
	"strings"
	"testing"

	"souk/model"
)

func TestThePrivateSideOfTheReview(t *testing.T) {
	r := market(t)
	team := r.team("Payments")
	about := r.side("Payments 1", 1)
	r.do(NotePrivately{about, text("Eve and Bob do not talk")})
	r.refuses(Unchanged, NotePrivately{about, text("Eve and Bob do not talk")})
	if got := r.State().Private.NoteOn(r.side("Payments 1")).Line(); got != "Eve and Bob do not talk" {
		t.Errorf("the note is %q", got)
	}
	r.do(NotePrivately{About: about})
	if got := r.State().Private.NoteOn(about); !got.IsEmpty() {
		t.Errorf("the note stays: %q", got.Line())
	}
	r.do(MarkReviewed{team, true})
	r.refuses(Unchanged, MarkReviewed{team, true})
	if !r.State().Private.HasReviewed(team) {
		t.Error("it is not marked")
	}
	r.do(MarkReviewed{team, false})
	if r.State().Private.HasReviewed(team) {
		t.Error("the mark stays")
	}
	r.do(DismissChecks{IDs: []string{"a", "b"}, Note: text("it is their word")})
	r.refuses(Unchanged, DismissChecks{IDs: []string{"a"}, Note: text("it is their word")})
	before := r.State()
	r.do(DismissChecks{IDs: []string{"a"}, Again: true})
	r.refuses(Unchanged, DismissChecks{IDs: []string{"a"}, Again: true})
	if len(before.Private.Dismissed) != 2 || len(r.State().Private.Dismissed) != 1 {
		t.Errorf("dismissed were %v, are %v", before.Private.Dismissed, r.State().Private.Dismissed)
	}
	r.do(SetChecks{model.CheckSettings{Off: []string{"digits"}, Limits: map[string]int{"objectives": 4}}})
	r.refuses(Unchanged, SetChecks{r.State().Private.Checks})
	r.refuses(Invalid, SetChecks{model.CheckSettings{Limits: map[string]int{"objectives": -1}}})
}

func TestPrivateFactsSayNothingInTheJournal(t *testing.T) {
	r := market(t)
	secret := "they will be dissolved"
	r.do(NotePrivately{r.side("Payments 1"), text(secret)})
	r.do(DismissChecks{IDs: []string{"a"}, Note: text(secret)})
	private := 0
	for _, e := range r.journal {
		if title := e.Fact.Title(r.State()); strings.Contains(title, secret) {
			t.Errorf("the title is %q", title)
		}
		if IsPrivate(e.Fact) {
			private++
		}
	}
	if private != 2 {
		t.Errorf("%d entries are private", private)
	}
}
