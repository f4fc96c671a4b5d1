package workshop

import (
	"strings"
	"testing"
)

func TestTellerNamesEveryEntry(t *testing.T) {
	r := goldenStory(t)
	teller := NewTeller()
	var last string
	for _, e := range r.journal {
		title, err := teller.Tell(e)
		if err != nil || title == "" || strings.Contains(title, "?") {
			t.Errorf("entry %d (%s) is told as %q, %v", e.Seq, e.Fact.Kind(), title, err)
		}
		last = title
	}
	if !strings.HasPrefix(last, "brought back: ") {
		t.Errorf("the last entry is told as %q", last)
	}
	_, err := teller.Tell(r.journal[0])
	wantCode(t, err, Invalid)
}
