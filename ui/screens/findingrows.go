package screens

import (
	"fmt"
	"slices"
	"strings"

	"souk/model"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop"
	"souk/workshop/detect"
	"souk/workshop/say"
)

// What a row needs beside the names, in cells, to say all on one line: its sign and score before them, some words behind.
const (
	rowHead  = 6
	rowWords = 26
)

// isOneLine reports whether every row has room for all names and some words on one line of that width; or else names and words have
// lines of their own.
func (ms *matters) isOneLine(width int) bool { return rowHead+ms.names+rowWords <= width }

// row draws a matter: its sign, how likely it is, whom it concerns, and a few words on what it is about or what became of it.
func (s *findings) row(f flow.Frame, ms *matters) kit.Row {
	st := f.Styles
	return func(i int, _ bool, width int) []string {
		m := ms.rows[i]
		head := kit.Pad(matterSign(f, m)+s.moveSign(f, m)+st.Muted.Render(kit.PadLeft(shortScore(m), 3)), rowHead)
		room := max(width-rowHead, 1)
		words := st.Muted.Render(matterWords(f, m))
		if ms.isOneLine(width) {
			return []string{head + kit.Pad(st.Text.Render(names(f, m)), ms.names) + "  " + kit.Cut(words, room-ms.names-2)}
		}
		out := make([]string, 0, 3)
		for _, l := range namesIn(f, m, room) {
			out = append(out, head+kit.Cut(st.Text.Render(l), room))
			head = strings.Repeat(" ", rowHead)
		}
		return append(out, head+kit.Cut(words, room))
	}
}

// names says whom a matter concerns.
func names(f flow.Frame, m matter) string {
	if teams := m.teams(); len(teams) > 2 {
		return say.Count(len(teams), "team")
	}
	return f.State.Pair(m.finding)
}

// namesIn says whom a matter concerns on one line, or on two where they are too long.
func namesIn(f flow.Frame, m matter, width int) []string {
	whole := names(f, m)
	if kit.Width(whole) <= width {
		return []string{whole}
	}
	b := f.State.TeamName(m.finding.B.Team)
	return []string{strings.TrimSpace(strings.TrimSuffix(whole, b)), b}
}

// moveSign says where a row went when the room's decisions ranked it anew.
func (s *findings) moveSign(f flow.Frame, m matter) string {
	if sign := s.moved[m.key()]; sign != "" {
		return f.Styles.Accent.Render(sign)
	}
	return " "
}

func matterSign(f flow.Frame, m matter) string {
	if m.isAsked() {
		return answerSign(f.Styles, m.request.Answer().Answer)
	}
	return kit.Status(f.Styles, m.finding.Status)
}

// noScore stands where nothing was computed.
const noScore = "·"

// shortScore is ".86"; what the room itself raised has none.
func shortScore(m matter) string {
	if m.finding.RaisedByHand() || m.finding.Score == 0 {
		return noScore
	}
	return score(m.finding.Score)
}

func score(p float64) string {
	return strings.TrimPrefix(fmt.Sprintf("%.2f", min(p, 0.99)), "0")
}

// matterWords is what became of a matter, or else what it is about.
func matterWords(f flow.Frame, m matter) string {
	switch {
	case m.hasVerdict():
		return string(m.decision.Outcome)
	case m.isAsked():
		return answerWords(m.request)
	case m.finding.Status == model.Parked || m.finding.Status == model.Dismissed:
		word := kit.StatusWord(m.finding.Status)
		if !m.finding.Note.IsEmpty() {
			word += ": " + m.finding.Note.Line()
		}
		return word
	}
	return topic(f, m.finding)
}

// topic is what a finding is about in a few words: what is needed, or what both sides have in common.
func topic(f flow.Frame, fi model.Finding) string {
	switch fi.Kind {
	case model.Dependency:
		return needed(f, fi, asking(fi)).Line()
	case model.Conflict:
		return "conflict: " + atOdds(f, fi)
	case model.Duplicate, model.Synergy:
	}
	return shared(f, fi)
}

// atOdds is what sets both sides against each other: the sentence of a trade-off without the words that it rests on, or the first reason.
func atOdds(f flow.Frame, fi model.Finding) string {
	if len(fi.Reasons) == 0 {
		return shared(f, fi)
	}
	first := fi.Reasons[0].Text.Line()
	switch fi.Reasons[0].Rule {
	case "trade-off":
		if at := strings.LastIndex(first, ": "); at >= 0 {
			return first[at+2:]
		}
	case "opposite-directions":
		wants, _, _ := strings.Cut(first, ":")
		return wants
	case "suggested":
		return suggested(f, fi, first)
	case detect.Learned:
		return shared(f, fi)
	}
	return first
}

// suggested is a reason of another program or person without the name before it.
func suggested(f flow.Frame, fi model.Finding, reason string) string {
	other, _ := f.State.Suggested.Get(fi.ID)
	return strings.TrimPrefix(reason, other.Source.Line()+": ")
}

// shared is what both sides have in common: what somebody says who read them, the line that both write, or what both are about, or else the first
// reason.
func shared(f flow.Frame, fi model.Finding) string {
	o, _ := f.State.Objectives.Get(fi.A.Objective)
	for _, r := range fi.Reasons {
		switch r.Rule {
		case "suggested":
			return suggested(f, fi, r.Text.Line())
		case "same-line", "similar-line":
			if said := evidenceIn(o, r); said != "" {
				return said
			}
		case "same-concept":
			about, _, _ := strings.Cut(r.Text.Line(), ":")
			return about
		}
	}
	if len(fi.Reasons) > 0 && fi.Reasons[0].Rule != detect.Learned && !fi.Reasons[0].Text.IsEmpty() {
		return fi.Reasons[0].Text.Line()
	}
	return o.Title.Line()
}

// evidenceIn are the words of an objective that a reason marks, each once.
func evidenceIn(o model.Objective, r model.Reason) string {
	var out []string
	for _, s := range r.Spans {
		text := o.Title
		if k, _, ok := workshop.KeyResult(o, s.KeyResult); ok {
			text = words(k)
		}
		if s.Objective != o.ID || s.Start < 0 || s.End > len(text.String()) || s.Start >= s.End {
			continue
		}
		if said := model.Clean(closed(text.String(), s.Start, s.End)).Line(); !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	return strings.Join(out, ", ")
}

// closed are the bytes [start, end) of a text, with the bracket behind them that closes one of theirs.
func closed(text string, start, end int) string {
	said := text[start:end]
	if end < len(text) && text[end] == ')' && strings.Count(said, "(") > strings.Count(said, ")") {
		return text[start : end+1]
	}
	return said
}
