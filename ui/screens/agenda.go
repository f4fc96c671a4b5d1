package screens

import (
	"fmt"
	"strconv"
	"strings"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
)

// agenda is the pane with the timebox of every stage.
type agenda struct{ list kit.List }

// agendaStep is how many minutes < and > move.
const agendaStep = 5

// agendaName is the width of a stage's name.
const agendaName = 14

// lines draws when each stage begins and ends, and how long it is; rest: another pane has the keys.
func (a *agenda) lines(f flow.Frame, rest bool, width, height int) []string {
	st, plan := f.Styles, f.State.Plan()
	from, _ := plan.Clock(workshop.CheckInStage)
	_, to := plan.Clock(workshop.PublishStage)
	note := ""
	if len(f.State.Agenda.Slots) == 0 {
		note = " proposed"
	}
	head := st.Heading.Render("AGENDA") + st.Text.Render(fmt.Sprintf(" %s – %s · %s", from, to, duration(plan.Total()))) + st.Muted.Render(note)
	longest := 1
	for _, s := range plan.Slots {
		longest = max(longest, s.Minutes)
	}
	rows := headed{n: len(plan.Slots), rest: rest, row: func(i, width int) string {
		return agendaRow(f, plan, plan.Slots[i], longest, width)
	}}
	return append([]string{kit.Cut(head, width)}, rows.lines(st, &a.list, width, height-1)...)
}

func agendaRow(f flow.Frame, plan workshop.Agenda, s workshop.Slot, longest, width int) string {
	st := f.Styles
	from, to := plan.Clock(s.Stage)
	line := st.Label.Render(from+"–"+to) + "  " + st.Text.Render(kit.Pad(capital(string(s.Stage)), agendaName)) +
		st.Text.Render(kit.PadLeft(fmt.Sprintf("%d min", s.Minutes), 8))
	if room := min(width-kit.Width(line)-2, 30); room > 4 {
		line += "  " + st.Rule.Render(strings.Repeat("━", (s.Minutes*room+longest-1)/longest))
	}
	return kit.Cut(line, width)
}

// duration writes minutes as people say them: "45 min", "7 h 30".
func duration(minutes int) string {
	switch {
	case minutes < 60:
		return fmt.Sprintf("%d min", minutes)
	case minutes%60 == 0:
		return fmt.Sprintf("%d h", minutes/60)
	}
	return fmt.Sprintf("%d h %02d", minutes/60, minutes%60)
}

// bindings are the keys of the pane.
func (a *agenda) bindings(f flow.Frame, off string) []flow.Binding {
	return append(moving(&a.list, len(f.State.Plan().Slots), max(f.Height-5, 1), "stage"), a.changing(f, off)...)
}

// changing are the keys that change the box under the cursor; off is why they do not just now.
func (a *agenda) changing(f flow.Frame, off string) []flow.Binding {
	plan := f.State.Plan()
	a.list.To(a.list.Cursor, len(plan.Slots))
	slot := plan.Slots[a.list.Cursor]
	set := func(minutes int) func() flow.Effect {
		return func() flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.SetAgenda{Agenda: plan.With(slot.Stage, minutes)}}}
		}
	}
	less := off
	if less == "" && slot.Minutes == 0 {
		less = "This stage has no time left to give."
	}
	here := off == ""
	return []flow.Binding{
		{Keys: []string{"<"}, Help: "5 min less", Off: less, Foot: here, Do: set(max(slot.Minutes-agendaStep, 0))},
		{Keys: []string{">"}, Help: "5 min more", Off: off, Foot: here, Do: set(slot.Minutes + agendaStep)},
		{Keys: []string{"e"}, Help: "set minutes", Off: off, Foot: here, Do: func() flow.Effect { return flow.Effect{Open: boxForm(plan, slot)} }},
	}
}

// boxForm sets the minutes of one stage.
func boxForm(plan workshop.Agenda, slot workshop.Slot) flow.Dialog {
	return dialog.NewForm(dialog.FormSpec{
		Title:  "Minutes for " + capital(string(slot.Stage)),
		Fields: []dialog.Field{{Key: "minutes", Label: "minutes", Value: model.Clean(strconv.Itoa(slot.Minutes)), Required: true}},
		Check:  func(v dialog.Values) string { _, problem := readMinutes(v.Text("minutes")); return problem },
		Submit: func(v dialog.Values) flow.Effect {
			n, _ := readMinutes(v.Text("minutes"))
			if n == slot.Minutes {
				return flow.Effect{Say: unchanged}
			}
			return flow.Effect{Do: []workshop.Intent{workshop.SetAgenda{Agenda: plan.With(slot.Stage, n)}}}
		},
	})
}

// beginForm says when the day begins and how long it is. Another length shares the minutes out anew among the stages; another beginning
// keeps every box as it is.
func beginForm(f flow.Frame) flow.Dialog {
	plan := f.State.Plan()
	from, _ := plan.Clock(workshop.CheckInStage)
	planned := func(v dialog.Values) workshop.Agenda {
		next := plan
		if total, problem := readMinutes(v.Text("total")); problem == "" && total != plan.Total() {
			c := countTeams(f.State)
			next = workshop.ProposeAgenda(c.teams, c.objectives, total)
		}
		next.Start, _ = readClock(v.Text("start"))
		return next
	}
	return dialog.NewForm(dialog.FormSpec{
		Title: "When does the workshop begin, and how long is it?",
		Fields: []dialog.Field{
			{Key: "start", Label: "begins at", Value: model.Clean(from), Required: true, Hint: "A time of day such as 09:00."},
			{
				Key: "total", Label: "minutes in all", Value: model.Clean(strconv.Itoa(plan.Total())), Required: true,
				Hint: "Another number shares the time out anew among the stages.",
			},
		},
		Preview: func(f flow.Frame, v dialog.Values) []string {
			if checkBegin(v) != "" {
				return nil
			}
			return beginPreview(f, planned(v))
		},
		Check: checkBegin,
		Submit: func(v dialog.Values) flow.Effect {
			return flow.Effect{Do: []workshop.Intent{workshop.SetAgenda{Agenda: planned(v)}}}
		},
	})
}

func checkBegin(v dialog.Values) string {
	if _, problem := readClock(v.Text("start")); problem != "" {
		return problem
	}
	n, problem := readMinutes(v.Text("total"))
	if problem == "" && n < len(workshop.Stages()) {
		return fmt.Sprintf("The %d stages need a minute each.", len(workshop.Stages()))
	}
	return problem
}

func beginPreview(f flow.Frame, plan workshop.Agenda) []string {
	parts := make([]string, 0, len(plan.Slots))
	for _, s := range plan.Slots {
		parts = append(parts, fmt.Sprintf("%s %d", capital(string(s.Stage)), s.Minutes))
	}
	_, to := plan.Clock(workshop.PublishStage)
	return kit.Paragraph(f.Styles.Text, fmt.Sprintf("ends at %s · %s", to, strings.Join(parts, " · ")), kit.Measure(f.Width, true))
}

// readClock reads a time of day as people write it: 9, 9:30, 09.30. The problem is empty where it is one.
func readClock(t model.Text) (minutes int, problem string) {
	const help = "Write a time of day such as 09:00."
	hours, rest, _ := strings.Cut(strings.ReplaceAll(t.Line(), ".", ":"), ":")
	h, err := strconv.Atoi(hours)
	if err != nil || h < 0 || h > 23 {
		return 0, help
	}
	if rest == "" {
		return h * 60, ""
	}
	m, err := strconv.Atoi(rest)
	if err != nil || m < 0 || m > 59 {
		return 0, help
	}
	return h*60 + m, ""
}

// readMinutes reads a number of minutes.
func readMinutes(t model.Text) (minutes int, problem string) {
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(t.Line(), "min")))
	if err != nil || n < 0 {
		return 0, "Write a number of minutes."
	}
	return n, ""
}
