package screens

import (
	"fmt"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/ui/theme"
	"souk/workshop"
	"souk/workshop/say"
)

// pastKind is what a row of last cycle is about.
type pastKind int

const (
	pastResult pastKind = iota
	pastPromise
	pastSignal
)

// pastRow is something of last cycle: a result, a promise or a signal.
type pastRow struct {
	kind    pastKind
	head    string // of the group it stands in
	result  model.Result
	verdict model.Verdict // of the result
	promise model.Promise
	signal  model.PastSignal
}

// notSaid is what nobody said yet.
const notSaid = "not recorded"

// gatherPast lists the results, the promises by who made them, and the signals.
func gatherPast(s *workshop.State) []pastRow {
	var out []pastRow
	for _, r := range s.LastCycle {
		out = append(out, resultRow(r))
	}
	head := resultsHead(out)
	for i := range out {
		out[i].head = head
	}
	for _, p := range s.Promisers() {
		head := fmt.Sprintf("%s PROMISED  %s", strings.ToUpper(p.By.Line()), p)
		for _, one := range p.Promises {
			out = append(out, pastRow{kind: pastPromise, head: head, promise: one})
		}
	}
	answered := 0
	for _, g := range s.PastSignals {
		if !g.Answer.IsEmpty() {
			answered++
		}
	}
	head = fmt.Sprintf("SIGNALS TO LEADERSHIP  %d of %d answered", answered, len(s.PastSignals))
	for _, g := range s.PastSignals {
		out = append(out, pastRow{kind: pastSignal, head: head, signal: g})
	}
	return out
}

func resultRow(r model.Result) pastRow {
	return pastRow{kind: pastResult, result: r, verdict: r.Became()}
}

// resultsHead says how many objectives were met, missed and so on.
func resultsHead(results []pastRow) string {
	n := map[model.Verdict]int{}
	for _, r := range results {
		n[r.verdict]++
	}
	var parts []string
	for _, v := range model.Verdicts() {
		if n[v] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[v], v))
		}
	}
	return strings.TrimSpace("RESULTS  " + strings.Join(parts, ", "))
}

// isOpen reports whether nobody said yet what became of it.
func (p pastRow) isOpen() bool {
	switch p.kind {
	case pastPromise:
		return p.promise.Kept == ""
	case pastSignal:
		return p.signal.Answer.IsEmpty()
	case pastResult:
	}
	return p.verdict == "" && p.result.Outcome.IsEmpty()
}

// isSame reports whether two rows are about the same thing, whatever became of it.
func (p pastRow) isSame(o pastRow) bool {
	return p.kind == o.kind && p.result.Team == o.result.Team && p.result.Objective == o.result.Objective && p.result.Cycle == o.result.Cycle &&
		p.promise.By == o.promise.By && p.promise.To == o.promise.To && p.promise.What == o.promise.What && p.signal.Text == o.signal.Text
}

// line is the row in the list: its sign, what it is about, and the word for its sign.
func (p pastRow) line(st *theme.Styles, width int) string {
	team, text, word := model.Text{}, model.Text{}, notSaid
	sign := st.Muted.Render(kit.SignUnsaid)
	switch p.kind {
	case pastPromise:
		team, text = p.promise.To, p.promise.What
		if p.promise.Kept != "" {
			sign, word = keepingSign(st, p.promise.Kept), string(p.promise.Kept)
		}
	case pastSignal:
		text, word = p.signal.Text, "no answer"
		if !p.isOpen() {
			sign, word = st.Good.Render(kit.SignDecided), "answered"
		}
	case pastResult:
		team, text = p.result.Team, p.result.Objective
		if p.verdict != "" {
			sign, word = verdictSign(st, p.verdict), string(p.verdict)
		} else if !p.isOpen() {
			sign, word = st.Accent.Render(kit.SignOpen), "in words"
		}
	}
	out := sign + " "
	if p.kind != pastSignal {
		out += st.Label.Render(kit.Pad(team.Line(), min(24, width/3))) + "  "
	}
	return kit.Between(out+st.Text.Render(text.Line()), st.Muted.Render(word), width)
}

// verdictSign is the sign of what became of an objective.
func verdictSign(st *theme.Styles, v model.Verdict) string {
	switch v {
	case model.Met:
		return st.Good.Render(kit.SignDecided)
	case model.Exceeded:
		return st.Good.Render(kit.SignExceeded)
	case model.PartlyMet:
		return st.Queued.Render(kit.SignQueued)
	case model.Missed:
		return st.Warn.Render(kit.SignDismissed)
	case model.CarriedOver:
		return st.Queued.Render(kit.SignCarried)
	}
	return st.Muted.Render(kit.SignUnsaid)
}

// keepingSign is the sign of what became of a promise.
func keepingSign(st *theme.Styles, k model.Keeping) string {
	switch k {
	case model.Kept:
		return st.Good.Render(kit.SignDecided)
	case model.KeptLate:
		return st.Queued.Render(kit.SignQueued)
	case model.Broken:
		return st.Warn.Render(kit.SignDismissed)
	}
	return st.Muted.Render(kit.SignUnsaid)
}

// pastLabel is the width of the labels of what is told about last cycle.
const pastLabel = 11

// lines tell all of it.
func (p pastRow) lines(f flow.Frame, width int) []string {
	st := f.Styles
	labelled := func(label, text string) []string {
		if text == "" {
			return nil
		}
		return kit.Labelled(st, label, text, pastLabel, width)
	}
	titled := func(over, text string) []string {
		return append(kit.Paragraph(st.Label, over, width), large(f, text, width)...)
	}
	switch p.kind {
	case pastPromise:
		to := "promised"
		if !p.promise.To.IsEmpty() {
			to += " " + p.promise.To.Line()
		}
		return kit.Stack(1, titled(p.promise.By.Line()+" "+to, p.promise.What.Line()),
			append(labelled("due", p.promise.Due.Line()), p.said(f, keepingSign(st, p.promise.Kept), string(p.promise.Kept))...),
			labelled("note", p.promise.Note.Line()))
	case pastSignal:
		answer := kit.Paragraph(st.Warn, "– no answer yet –", width)
		if !p.isOpen() {
			answer = kit.Paragraph(st.Text, p.signal.Answer.String(), width)
		}
		return kit.Stack(1, titled("what last cycle's room told leadership", p.signal.Text.Line()),
			kit.Paragraph(st.Muted, p.signal.Evidence.String(), width), append([]string{st.Label.Render("leadership says")}, answer...))
	case pastResult:
	}
	return kit.Stack(1, titled(strings.Join(said(p.result.Team, p.result.Cycle), " · "), p.result.Objective.Line()),
		append(p.said(f, verdictSign(st, p.verdict), string(p.verdict)), labelled("in words", p.result.Outcome.Line())...),
		labelled("learned", p.result.Learned.Line()))
}

// said is what became of it, in a sign and a word; where nobody said, the key that says it.
func (p pastRow) said(f flow.Frame, sign, word string) []string {
	st := f.Styles
	head := st.Label.Render(kit.Pad("result", pastLabel))
	switch {
	case word != "":
		return []string{head + sign + " " + st.Strong.Render(word)}
	case p.isOpen():
		return []string{head + st.Warn.Render("– "+notSaid+" –") + "  " + st.Key.Render("e") + st.Text.Render(" says it")}
	}
	return nil
}

// pastNote is what last cycle says about a team, kept as long as the workshop stands like that.
type pastNote struct {
	state *workshop.State
	team  model.TeamID
	text  string
}

func (p *pastNote) of(s *workshop.State, t model.Team) string {
	if p.state != s || p.team != t.ID {
		*p = pastNote{s, t.ID, pastOf(s, t.Name)}
	}
	return p.text
}

// pastOf is what last cycle says about a team at its stall: what became of its promises, and of its objectives.
func pastOf(s *workshop.State, team model.Text) string {
	results, promised := s.Past(team)
	var parts []string
	if len(promised.Promises) > 0 {
		parts = append(parts, "promises: "+promised.String())
	}
	open := 0
	titles := map[string][]string{}
	for _, r := range results {
		row := resultRow(r)
		word := string(row.verdict)
		switch {
		case row.isOpen():
			open++
			continue
		case word == "":
			word = "told in words"
		}
		titles[word] = append(titles[word], r.Objective.Line())
	}
	for _, word := range append(options(notSaid, model.Verdicts()), "told in words") {
		if len(titles[word]) > 0 {
			parts = append(parts, word+": "+strings.Join(titles[word], "; "))
		}
	}
	if open > 0 {
		parts = append(parts, say.Count(open, "result")+" "+notSaid)
	}
	return strings.Join(parts, " · ")
}
