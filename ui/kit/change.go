package kit

import (
	"strings"

	"souk/ui/theme"
)

// changeLabel is the width of "before" and "after" in Change.
const changeLabel = 8

// maxCompared bounds the work of comparing two texts: the product of their numbers of words.
const maxCompared = 250_000

// Change shows what happens to a wording: the words that go are marked in the text before, those that come in the text after.
// An empty side is said in words.
func Change(st *theme.Styles, before, after string, width int) []string {
	gone, come := changed(before, after)
	room := max(width-changeLabel, 1)
	out := labelledLines(st, "before", side(st, before, gone, room, false), width)
	return append(out, labelledLines(st, "after", side(st, after, come, room, true), width)...)
}

func side(st *theme.Styles, text string, spans [][2]int, width int, after bool) []string {
	if strings.TrimSpace(text) == "" {
		return Paragraph(st.Muted, "– nothing –", width)
	}
	if after {
		return MarkedIn(st, st.Text, st.After, text, spans, width)
	}
	return MarkedIn(st, st.Muted, st.Before, text, spans, width)
}

func labelledLines(st *theme.Styles, label string, lines []string, width int) []string {
	for i, l := range lines {
		head := ""
		if i == 0 {
			head = label
		}
		lines[i] = Cut(st.Label.Render(Pad(head, changeLabel))+l, width)
	}
	return lines
}

// changed returns the byte ranges of the words of before that go and of the words of after that come.
func changed(before, after string) (gone, come [][2]int) {
	a, b := words(before), words(after)
	same := func(i, j int) bool { return before[a[i][0]:a[i][1]] == after[b[j][0]:b[j][1]] }
	head := 0
	for head < len(a) && head < len(b) && same(head, head) {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && same(len(a)-1-tail, len(b)-1-tail) {
		tail++
	}
	keepA, keepB := common(len(a)-head-tail, len(b)-head-tail, func(i, j int) bool { return same(head+i, head+j) })
	return runs(a[head:len(a)-tail], keepA), runs(b[head:len(b)-tail], keepB)
}

// common marks a longest common subsequence of two sequences of n and m words; nothing where that would be too much work.
func common(n, m int, same func(i, j int) bool) (keepA, keepB []bool) {
	keepA, keepB = make([]bool, n), make([]bool, m)
	if n*m > maxCompared {
		return keepA, keepB
	}
	longest := make([][]int, n+1)
	for i := range longest {
		longest[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if same(i, j) {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			keepA[i], keepB[j] = true, true
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return keepA, keepB
}

// runs joins neighbouring words that are not kept to byte ranges.
func runs(words [][2]int, keep []bool) [][2]int {
	var out [][2]int
	for i, w := range words {
		switch {
		case keep[i]:
		case i > 0 && !keep[i-1]:
			out[len(out)-1][1] = w[1]
		default:
			out = append(out, w)
		}
	}
	return out
}

// words returns the byte ranges of the words of a text.
func words(s string) [][2]int {
	var out [][2]int
	start := -1
	for i, r := range s {
		isSpace := r == ' ' || r == '\n' || r == '\t'
		switch {
		case isSpace && start >= 0:
			out, start = append(out, [2]int{start, i}), -1
		case !isSpace && start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, [2]int{start, len(s)})
	}
	return out
}
