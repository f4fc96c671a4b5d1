package detect

import (
	"testing"

	"souk/model"
)

func TestTimesThatATextNames(t *testing.T) {
	month := func(n ...int) (all times) {
		for _, m := range n {
			all |= 1 << m
		}
		return all
	}
	for text, want := range map[string]times{
		"Change freeze for three weeks in August":      month(7),
		"Season pass on 19 Aug and 3 Sept":             month(7, 8),
		"Go live until 15.08. at the latest":           month(7),
		"Cut over on 2026-11-15":                       month(10),
		"We may march on, 3.5 of 4.2 in version 1.2.3": 0,
		"Verspätungen vor Weihnachten halbieren":       month(11),
		"Freibäder bis zum 31.5. öffnen, im Sommer":    month(4, 13),
		"Costs of 31.12 a month":                       0,
	} {
		v := newVocabulary(theLexicon())
		if got := v.timesOf(&objective{lines: []line{v.parse(text, inTitle)}}); got != want {
			t.Errorf("%q: got %b, want %b", text, got, want)
		}
	}
}

// TestWhatFallsIntoAStandstillStandsInItsWay plants a freeze in one month and a launch in the same and in another one, which share no word.
func TestWhatFallsIntoAStandstillStandsInItsWay(t *testing.T) {
	all := run(t, market(
		"Infra", " Change freeze for three weeks in August",
		"Crumbs", " Season pass on 19 Aug",
		"Petals", " Season pass on 19 Oct",
	))
	same, other := all.find(model.Conflict, "o01", "o02"), all.find(model.Conflict, "o01", "o03")
	if !has(same, sameTime) || len(same.Reasons[0].Spans) < 2 {
		t.Fatalf("got %+v", same)
	}
	if f := run(t, market(
		"North", " Merge rate to 10 by the end of April", "South", " Merge rate to 12 by the end of April",
	)).find(model.Conflict, "o01", "o02"); has(f, sameTime) {
		t.Errorf("one plan of two teams is no two plans for one month: %+v", f.Reasons)
	}
	if other != nil && other.Score > same.Score/2 {
		t.Errorf("another month is at %.2f, the same at %.2f", other.Score, same.Score)
	}
}
