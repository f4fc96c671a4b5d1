package dialog_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"souk/ui/dialog"
	"souk/ui/flow"
)

func manyOptions(n int) []dialog.Option {
	words := []string{"Raise", "payments", "Customers", "seconds", "churn", "disputes", "onboarding", "Platform", "name-check", "revenue"}
	out := make([]dialog.Option, n)
	for i := range out {
		out[i] = dialog.Option{
			Label:  fmt.Sprintf("%s %s %d", words[i%10], words[i/10%10], i),
			Detail: "team " + words[i/100%10], Search: strings.Join(words[i%5:i%5+4], " "),
		}
	}
	return out
}

func teamsToPick() *dialog.Pick {
	return dialog.NewPick(dialog.PickSpec{
		Title: "Which team?",
		Options: []dialog.Option{
			{Label: "Retail Payments", Detail: "stream"},
			{Label: "Platform", Detail: "crew", Search: "infrastructure payments-api"},
			{Label: "Payments", Detail: "stream"},
			{Label: "Legal", Detail: "support", Off: "Legal is not in the room."},
		},
		Choose: func(i int) flow.Effect { return flow.Effect{Say: fmt.Sprint("chose ", i)} },
	})
}

func TestPickChoosesTheRowUnderTheCursor(t *testing.T) {
	f := frame(80, 12)
	if e := press(t, teamsToPick(), f, "down", "enter"); e.Say != "chose 1" || !e.Close {
		t.Errorf("got %+v", e)
	}
	if e := press(t, teamsToPick(), f, "up", "end", "up", "enter"); e.Say != "chose 2" {
		t.Errorf("got %+v", e)
	}
	if e := press(t, teamsToPick(), f, "esc"); !e.Close || e.Say != "" {
		t.Errorf("esc gives %+v", e)
	}
}

func TestPickNarrowsWhileTyping(t *testing.T) {
	p, f := teamsToPick(), frame(80, 12)
	mustShow(t, p, f, "4 of 4")
	typed(p, f, "PAY")
	mustShow(t, p, f, "3 of 4")
	if e := press(t, p, f, "enter"); e.Say != "chose 2" {
		t.Errorf("the best match is %q, want the label that begins with it", e.Say)
	}
	typed(p, f, " strea")
	mustShow(t, p, f, "2 of 4")
	press(t, p, f, "ctrl+u")
	typed(p, f, "api")
	if e := press(t, p, f, "enter"); e.Say != "chose 1" {
		t.Errorf("a search word finds %q", e.Say)
	}
}

func TestPickHitsTheRightRowWhenTypedFast(t *testing.T) {
	options := manyOptions(500)
	for i := range 30 {
		p := dialog.NewPick(dialog.PickSpec{Options: options, Choose: func(i int) flow.Effect { return flow.Effect{Say: options[i].Label} }})
		want := options[i*16+3].Label
		typed(p, frame(80, 12), want)
		if e := press(t, p, frame(80, 12), "enter"); e.Say != want {
			t.Errorf("typed %q, chose %q", want, e.Say)
		}
	}
}

func TestPickSaysWhatIsOffAndWhatIsNotFound(t *testing.T) {
	p, f := teamsToPick(), frame(80, 12)
	mustShow(t, p, f, "– Legal is not in the room.")
	if e := press(t, p, f, "end", "enter"); !isNothing(e) {
		t.Errorf("an option that is off gives %+v", e)
	}
	mustShow(t, p, f, "! Legal is not in the room.")
	typed(p, f, "zzz")
	mustShow(t, p, f, "0 of 4", "Nothing has all of these words")
	if e := press(t, p, f, "enter"); !isNothing(e) {
		t.Errorf("nothing found gives %+v", e)
	}
	mustShow(t, dialog.NewPick(dialog.PickSpec{None: "No objective yet."}), f, "No objective yet.")
}

func TestPickStartsWhereItIsTold(t *testing.T) {
	p := dialog.NewPick(dialog.PickSpec{
		Options: manyOptions(100), At: 40, Choose: func(i int) flow.Effect { return flow.Effect{Say: fmt.Sprint(i)} },
	})
	if e := press(t, p, frame(80, 12), "enter"); e.Say != "40" {
		t.Errorf("chose %q", e.Say)
	}
}

func TestPickCleansWhatIsPasted(t *testing.T) {
	p, f := teamsToPick(), frame(80, 12)
	p.Update(f, tea.PasteMsg{Content: "\x1bplat\nform"})
	mustShow(t, p, f, "plat form", "1 of 4")
}

func BenchmarkPickKeyIn50000(b *testing.B) {
	p := dialog.NewPick(dialog.PickSpec{Options: manyOptions(50_000)})
	f := frame(120, 30)
	for i := range b.N { // the worst key: one letter that nearly everything has, from scratch
		msg := tea.KeyPressMsg{Code: 'e', Text: "e"}
		if i%2 == 1 {
			msg = tea.KeyPressMsg{Code: tea.KeyBackspace}
		}
		p.Update(f, msg)
		p.View(f)
	}
}
