package dialog_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
)

// bigForm has a field of every kind and a preview.
func bigForm() *dialog.Form {
	return dialog.NewForm(dialog.FormSpec{
		Title: "Re-word", Lead: "Payments 1: Customers pay anyone in seconds",
		Fields: []dialog.Field{
			{Key: "title", Label: "wording", Value: model.Clean("Customers pay anyone in seconds"), Required: true, Hint: "in the team's words"},
			{Key: "why", Label: "why now", Kind: dialog.Area},
			{Key: "size", Label: "size", Kind: dialog.Choice, Options: []string{"S", "M", "L"}, At: 1},
			{Key: "votes", Label: "confidence", Kind: dialog.Digits, Votes: []int{4, 5}},
		},
		Preview: func(f flow.Frame, v dialog.Values) []string {
			return kit.Change(f.Styles, "Customers pay anyone in seconds", v.Text("title").String(), f.Width)
		},
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Say: fmt.Sprint(v.Text("title"), "|", v.Text("why"), "|", v.Choice("size"), v.Text("size"), "|", v.Votes("votes"))}
		},
	})
}

func TestFormRecordsOnTheLastField(t *testing.T) {
	m, f := bigForm(), frame(100, 20)
	typed(m, f, "!")
	if e := press(t, m, f, "enter"); !isNothing(e) {
		t.Fatalf("enter on the first field gives %+v", e)
	}
	typed(m, f, "law")
	press(t, m, f, "ctrl+j")
	typed(m, f, "in October")
	press(t, m, f, "enter", "right", "enter")
	typed(m, f, " 3")
	e := press(t, m, f, "enter")
	if want := "{Customers pay anyone in seconds!}|{law\nin October}|2 {L}|[4 5 3]"; !e.Close || squeeze(e.Say) != squeeze(want) {
		t.Errorf("got %+v, want %q", e, want)
	}
}

func squeeze(s string) string { return strings.NewReplacer(" ", "", "{", "", "}", "").Replace(s) }

func TestFormMovesBetweenFields(t *testing.T) {
	m, f := bigForm(), frame(100, 20)
	onFirst := m.Cursor(f).Y
	for _, path := range [][]string{{"tab", "shift+tab"}, {"down", "up"}, {"tab", "tab", "tab", "tab"}, {"up", "down"}} {
		press(t, m, f, path...)
		if c := m.Cursor(f); c == nil || c.Y != onFirst {
			t.Errorf("%v does not lead back to the first field: %+v", path, c)
		}
	}
	press(t, m, f, "tab", "tab")
	if m.Cursor(f) != nil {
		t.Error("a choice has a text cursor")
	}
	press(t, m, f, "3")
	if got := m.Values().Choice("size"); got != 2 {
		t.Errorf("the key 3 chose option %d", got)
	}
	press(t, m, f, "9", "left")
	if got := m.Values().Choice("size"); got != 1 {
		t.Errorf("left chose option %d", got)
	}
}

func TestFormRecordsFromAnywhere(t *testing.T) {
	m, f := bigForm(), frame(100, 20)
	if e := press(t, m, f, "ctrl+s"); !e.Close || !strings.Contains(e.Say, "seconds") {
		t.Errorf("ctrl+s gives %+v", e)
	}
}

func TestFormWantsWhatIsRequired(t *testing.T) {
	m, f := bigForm(), frame(100, 20)
	press(t, m, f, "ctrl+u", "tab")
	if e := press(t, m, f, "ctrl+s"); !isNothing(e) {
		t.Fatalf("an empty required field is recorded: %+v", e)
	}
	mustShow(t, m, f, "Please fill in “wording” first.", "in the team's words")
}

func TestFormChecks(t *testing.T) {
	f := frame(100, 20)
	m := dialog.NewForm(dialog.FormSpec{
		Fields: []dialog.Field{{Key: "by", Label: "by when"}},
		Check: func(v dialog.Values) string {
			if v.Text("by").IsEmpty() {
				return "Say by when."
			}
			return ""
		},
		Submit: func(dialog.Values) flow.Effect { return flow.Effect{} },
	})
	if e := press(t, m, f, "enter"); e.Close {
		t.Error("a failed check closes")
	}
	mustShow(t, m, f, "Say by when.")
	typed(m, f, "Feb")
	if e := press(t, m, f, "enter"); !e.Close {
		t.Error("a passed check does not close")
	}
}

func TestFormKeepsWhatWasTypedWhenRefused(t *testing.T) {
	m, f := bigForm(), frame(100, 20)
	typed(m, f, " and everywhere")
	press(t, m, f, "ctrl+s")
	m.Refuse("The objective was dropped meanwhile.")
	mustShow(t, m, f, "! The objective was dropped meanwhile.", "seconds and everywhere")
	typed(m, f, "!")
	if strings.Contains(shown(m, f), "meanwhile") {
		t.Error("the refusal stays after the next key")
	}
}

func TestFormAsksOnceBeforeItThrowsAway(t *testing.T) {
	f := frame(100, 20)
	if e := press(t, bigForm(), f, "esc"); !e.Close {
		t.Error("esc does not close an untouched form")
	}
	m := bigForm()
	typed(m, f, "x")
	if e := press(t, m, f, "esc"); e.Close {
		t.Fatal("the first esc throws away what was typed")
	}
	mustShow(t, m, f, "Press esc again")
	typed(m, f, "y")
	if e := press(t, m, f, "esc"); e.Close {
		t.Fatal("after another key esc does not ask again")
	}
	if e := press(t, m, f, "esc"); !e.Close || e.Say != "" {
		t.Errorf("the second esc gives %+v", e)
	}
	m = bigForm()
	press(t, m, f, "x", "backspace")
	if e := press(t, m, f, "esc"); !e.Close {
		t.Error("esc asks although nothing differs from what was prefilled")
	}
}

func TestFormShowsTheChangeWhileTyping(t *testing.T) {
	m, f := bigForm(), frame(100, 20)
	press(t, m, f, "ctrl+w", "ctrl+w")
	typed(m, f, "at once")
	mustShow(t, m, f, "before  Customers pay anyone ⟦in seconds⟧", "after   Customers pay anyone ⟦at once⟧")
}

func TestFormPreviewsOncePerChange(t *testing.T) {
	asked, f := 0, frame(100, 20)
	m := dialog.NewForm(dialog.FormSpec{
		Fields:  []dialog.Field{{Key: "why", Label: "why now"}},
		Preview: func(flow.Frame, dialog.Values) []string { asked++; return []string{fmt.Sprint("preview ", asked)} },
	})
	for range 3 {
		m.View(f)
		m.Cursor(f)
	}
	if asked != 1 {
		t.Errorf("previewed %d times, want once", asked)
	}
	typed(m, f, "x")
	mustShow(t, m, f, "preview 2")
	f.Width = 80
	mustShow(t, m, f, "preview 3")
}

func TestFormVotesAreShownLive(t *testing.T) {
	m, f := bigForm(), frame(100, 20)
	press(t, m, f, "shift+tab")
	typed(m, f, "1")
	mustShow(t, m, f, "3.3 (3) ! 1 worried")
	typed(m, f, "7")
	mustShow(t, m, f, "0 to 5")
	if got := m.Values().Votes("votes"); !reflect.DeepEqual(got, []int{4, 5, 1}) {
		t.Errorf("the votes are %v", got)
	}
}

func TestFormCleansWhatIsPasted(t *testing.T) {
	m, f := bigForm(), frame(100, 20)
	press(t, m, f, "ctrl+u")
	m.Update(f, tea.PasteMsg{Content: "one\r\n\x1b[31mtwo\u202e\tthree"})
	if got := m.Values().Text("title").String(); got != "one [31mtwo three" {
		t.Errorf("a line holds %q", got)
	}
	press(t, m, f, "tab")
	m.Update(f, tea.PasteMsg{Content: "one\r\ntwo"})
	if got := m.Values().Text("why").String(); got != "one\ntwo" {
		t.Errorf("an area holds %q", got)
	}
	press(t, m, f, "tab", "tab")
	m.Update(f, tea.PasteMsg{Content: "9 1, 2; 6"})
	if got := m.Values().Votes("votes"); !reflect.DeepEqual(got, []int{4, 5, 1, 2}) {
		t.Errorf("the votes are %v", got)
	}
}

func TestFormSaysWhenATextIsTooLong(t *testing.T) {
	m, f := bigForm(), frame(100, 20)
	press(t, m, f, "tab")
	m.Update(f, tea.PasteMsg{Content: strings.Repeat("ab ", 3000)})
	mustShow(t, m, f, "4,000 characters")
	if n := len(m.Values().Text("why").String()); n != model.MaxText {
		t.Errorf("%d characters are kept", n)
	}
	typed(m, f, "x")
	mustShow(t, m, f, "4,000 characters")
}

func TestFormArrowsMoveWithinALongText(t *testing.T) {
	m, f := bigForm(), frame(60, 20)
	press(t, m, f, "tab")
	typed(m, f, "first")
	press(t, m, f, "ctrl+j")
	typed(m, f, "second")
	below := m.Cursor(f).Y
	press(t, m, f, "up")
	if c := m.Cursor(f); c == nil || c.Y != below-1 {
		t.Errorf("up leads to %+v, want line %d", c, below-1)
	}
	typed(m, f, "!")
	if got := m.Values().Text("why").String(); got != "first!\nsecond" {
		t.Errorf("the area holds %q", got)
	}
	press(t, m, f, "down", "down")
	if m.Cursor(f) != nil {
		t.Error("down on the last line stays in the field")
	}
}

func TestFormWithoutFieldsRecords(t *testing.T) {
	m := dialog.NewForm(dialog.FormSpec{Lead: "Nothing to say", Submit: func(dialog.Values) flow.Effect { return flow.Effect{Say: "done"} }})
	if e := press(t, m, frame(60, 10), "x", "tab", "enter"); e.Say != "done" || !e.Close {
		t.Errorf("enter gives %+v", e)
	}
}

func TestFormCanOpenAnotherDialog(t *testing.T) {
	next := dialog.NewHelp(dialog.HelpSpec{})
	m := dialog.NewForm(dialog.FormSpec{Submit: func(dialog.Values) flow.Effect { return flow.Effect{Open: next} }})
	if e := press(t, m, frame(60, 10), "enter"); e.Close || e.Open != flow.Dialog(next) {
		t.Errorf("enter gives %+v", e)
	}
}

func BenchmarkFormKeyInALongText(b *testing.B) {
	f := frame(120, 20)
	m := bigForm()
	m.Update(f, tea.KeyPressMsg{Code: tea.KeyTab})
	m.Update(f, tea.PasteMsg{Content: strings.Repeat("words of people ", 245)})
	for i := range b.N {
		msg := tea.KeyPressMsg{Code: 'x', Text: "x"}
		if i%2 == 1 {
			msg = tea.KeyPressMsg{Code: tea.KeyBackspace}
		}
		m.Update(f, msg)
		m.View(f)
		m.Cursor(f)
	}
}

func TestFormSaysWhenThePreviewIsLonger(t *testing.T) {
	preview := func(flow.Frame, dialog.Values) []string { return []string{"one", "two", "three", "four"} }
	m := dialog.NewForm(dialog.FormSpec{Fields: []dialog.Field{{Key: "a", Label: "name"}, {Key: "b", Label: "why"}}, Preview: preview})
	mustShow(t, m, frame(60, 7), "four")
	mustShow(t, m, frame(60, 5), "name", "why", "one", "↓ 3 more")
	mustShow(t, m, frame(60, 1), "name")
}

func TestWhatIsNotTouchedFollows(t *testing.T) {
	leads := []string{"Payments", "Growth"}
	m, f := dialog.NewForm(dialog.FormSpec{
		Title: "Share",
		Fields: []dialog.Field{
			{Key: "lead", Label: "leads", Kind: dialog.Choice, Options: leads},
			{Key: "owner", Label: "owner", Value: model.Clean(leads[0]), Follows: func(v dialog.Values) model.Text {
				return model.Clean(leads[v.Choice("lead")])
			}},
		},
		Submit: func(v dialog.Values) flow.Effect { return flow.Effect{Say: v.Text("owner").Line()} },
	}), frame(100, 20)
	owner := func() string { return m.Values().Text("owner").Line() }
	if press(t, m, f, "right"); owner() != "Growth" {
		t.Errorf("with the other lead the owner is %q", owner())
	}
	press(t, m, f, "tab")
	typed(m, f, " and Eve")
	if press(t, m, f, "tab", "right"); owner() != "Growth and Eve" {
		t.Errorf("what was typed became %q", owner())
	}
}
