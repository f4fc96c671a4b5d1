package screens

import (
	"reflect"
	"strings"
	"testing"

	"souk/ui/flow"
	"souk/workshop"
)

func TestPublishWritesTheRecord(t *testing.T) {
	s := aDay(t)
	p := &Publish{}
	f := frame(s, 120, 35)
	for key, format := range map[string]string{"1": "md", "enter": "md", "2": "json"} {
		if e := press(t, p, f, key); !reflect.DeepEqual(e, flow.Effect{Call: flow.Call{Name: flow.WriteReport, Path: format}}) {
			t.Errorf("%s gives %+v", key, e)
		}
	}
	if off(t, p, frame(workshop.New(), 120, 35), "1") == "" {
		t.Error("an empty workshop can be written")
	}
}

func TestPublishSaysWhatIsInTheRecordAndWhatIsMissing(t *testing.T) {
	s := aDay(t)
	p := &Publish{}
	f := frame(s, 120, 35)
	has(t, seen(t, p, f), "write Markdown", "write JSON", "1 decision has no owner or date – see Close", "2 decisions are not read back",
		"2 parked things have no owner", "1 request has no final answer – see Dependencies", "WHAT THE RECORD WILL SAY",
		"1 aligned · 1 not yet · 0 parked · 28 open", "dropped.", "Ada · end of March")
	if e := press(t, p, f, "c"); e.Go.Stage != workshop.CloseStage {
		t.Errorf("c goes to %+v", e.Go)
	}
	f = frame(s, 80, 19)
	if strings.Contains(seen(t, p, f), "is dropped.") {
		t.Fatal("there is nothing to scroll")
	}
	press(t, p, f, "end")
	has(t, seen(t, p, f), "is dropped.")
}
