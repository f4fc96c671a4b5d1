package screens

import (
	"fmt"
	"math"

	"souk/model"
	"souk/ui/dialog"
	"souk/ui/flow"
	"souk/ui/kit"
	"souk/workshop/detect"
)

// explain says where a matter's score comes from.
func (s *findings) explain(f flow.Frame) flow.Binding {
	m, some := s.current(f)
	off := ""
	switch {
	case !some:
		off = nothingThere
	case shortScore(m) == noScore:
		off = "People raised this; nothing was computed."
	}
	return flow.Binding{Keys: []string{"e"}, Help: "explain score", Off: off, Do: func() flow.Effect {
		return flow.Effect{Open: dialog.NewHelp(dialog.HelpSpec{
			Title: "Why " + score(m.finding.Score) + ": " + f.State.Pair(m.finding),
			Body:  func(f flow.Frame) []string { return explanation(f, m.finding) },
		})}
	}}
}

// explanation is what a score means, what it is made of, and what the room's decisions did to it.
func explanation(f flow.Frame, fi model.Finding) []string {
	st, width := f.Styles, kit.Measure(f.Width, true)
	before := detect.Unlearned(fi)
	speaks, against, unknown := 0.0, 0.0, false
	var reasons []model.Reason
	learned := model.Reason{}
	for _, r := range fi.Reasons {
		switch {
		case r.Rule == detect.Learned:
			learned = r
			continue
		case r.Weight > 0:
			speaks += r.Weight
		case r.Weight < 0:
			against += r.Weight
		default:
			unknown = true
		}
		reasons = append(reasons, r)
	}
	var why []string
	for _, r := range reasons {
		why = append(why, kit.Labelled(st, share(r, speaks), r.Text.Line(), 9, width)...)
	}
	var without []string
	if speaks > 0 && !unknown {
		bare := 1 / (1 + (1-before)/before*math.Exp(speaks+against))
		without = kit.Paragraph(st.Muted, "Without any of this it would stand at "+score(bare)+".", width)
	}
	return kit.Stack(1, kit.Paragraph(st.Text, meaning(fi), width), append(why, without...),
		kit.Paragraph(st.Text, learnedSentence(learned, before, fi.Score), width))
}

// meaning is a score in the words of somebody who counts on ten fingers.
func meaning(fi model.Finding) string {
	how := likelihood(fi.Score)
	switch n := int(math.Round(fi.Score * 10)); {
	case n >= 10:
		return how + ": of ten cards like this, nearly all are accepted."
	case n == 0:
		return how + ": of ten cards like this, hardly one is accepted."
	case n == 1:
		return how + ": of ten cards like this, about one is accepted."
	default:
		return fmt.Sprintf("%s: of ten cards like this, about %s are accepted.", how, numbers[n])
	}
}

var numbers = [...]string{2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}

// share is how much of what speaks for a finding a reason makes up; what speaks against it says so.
func share(r model.Reason, speaks float64) string {
	switch {
	case r.Weight > 0:
		return kit.PadLeft(fmt.Sprintf("%.0f %%", 100*r.Weight/speaks), 5)
	case r.Weight < 0:
		return "against"
	}
	return "    ·"
}

// learnedSentence says what the room's decisions about others did.
func learnedSentence(r model.Reason, before, now float64) string {
	if r.Weight == 0 {
		return "Nothing that the room decided so far changes it."
	}
	moved := "raises"
	if r.Weight < 0 {
		moved = "lowers"
	}
	return fmt.Sprintf("%s: that %s it from %s to %s.", r.Text.Line(), moved, score(before), score(now))
}
