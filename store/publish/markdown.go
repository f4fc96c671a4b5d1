package publish

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"souk/workshop"
	"souk/workshop/report"
)

// deepest is the deepest heading that Markdown knows.
const deepest = 6

// writeMarkdown writes the report as GitHub flavoured Markdown.
func writeMarkdown(to io.Writer, s *workshop.State, options []report.Option) error {
	b := bufio.NewWriter(to)
	writeDocument(b, report.Build(s, options...))
	return b.Flush()
}

// writeDocument writes a document with its title. Write errors are kept by b.
func writeDocument(b *bufio.Writer, d report.Document) {
	fmt.Fprintf(b, "# %s\n", markdownText(d.Title))
	markdownBlocks(b, d.Blocks, 2)
}

// markdownBlocks writes blocks, each behind a blank line. Write errors are kept by b.
func markdownBlocks(b *bufio.Writer, blocks []report.Block, depth int) {
	for _, block := range blocks {
		b.WriteByte('\n')
		switch t := block.(type) {
		case report.Section:
			fmt.Fprintf(b, "%s %s\n", strings.Repeat("#", min(depth, deepest)), markdownText(t.Title))
			markdownBlocks(b, t.Blocks, depth+1)
		case report.Paragraph:
			fmt.Fprintf(b, "%s\n", markdownText(t.Text))
		case report.Point:
			fmt.Fprintf(b, "%s\n", bold(t.Text))
			markdownBlocks(b, t.Blocks, depth)
		case report.List:
			for _, item := range t.Items {
				fmt.Fprintf(b, "- %s\n", markdownText(item))
			}
		case report.Facts:
			for _, f := range t.Items {
				fmt.Fprintf(b, "* %s %s\n", bold(f.Name+":"), markdownText(f.Text)) // another bullet: a list before it stays a list of its own
			}
		case report.Table:
			markdownTable(b, t.Columns, t.Rows)
		case report.Changes:
			rows := make([][]string, 0, len(t.Items))
			for _, c := range t.Items {
				rows = append(rows, []string{c.What, blank(c.Before), blank(c.After)})
			}
			markdownTable(b, []string{"What", "Before", "After"}, rows)
		default:
			panic(fmt.Sprintf("publish: no Markdown for %T", block)) // a new kind of block needs a case here
		}
	}
}

func markdownTable(b *bufio.Writer, columns []string, rows [][]string) {
	markdownRow(b, columns)
	b.WriteString("|" + strings.Repeat(" --- |", len(columns)) + "\n")
	for _, row := range rows {
		markdownRow(b, row)
	}
}

func markdownRow(b *bufio.Writer, cells []string) {
	b.WriteByte('|')
	for _, c := range cells {
		fmt.Fprintf(b, " %s |", markdownText(c))
	}
	b.WriteByte('\n')
}

func blank(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

func bold(text string) string {
	if text = markdownText(text); text == "" {
		return ""
	}
	return "**" + text + "**"
}

// markdownText is a text on one line in which nothing means anything to a reader of Markdown or HTML.
func markdownText(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	var b strings.Builder
	b.Grow(len(text) + 8)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '<':
			b.WriteString("&lt;")
		case c == '&' && isEntity(text[i:]):
			b.WriteString("&amp;")
		case strings.IndexByte("\\`*_[]|~#$", c) >= 0, startsBlock(text, i):
			b.WriteByte('\\')
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// startsBlock reports whether the byte at i, at the beginning of a text, would make it a list, a quotation or the like.
func startsBlock(text string, i int) bool {
	switch text[i] {
	case '-', '+', '>', '=':
		return i == 0
	case '.', ')':
		return i > 0 && (i+1 == len(text) || text[i+1] == ' ') && strings.Trim(text[:i], "0123456789") == ""
	}
	return false
}

// isEntity reports whether a text that begins with & begins with an entity such as &copy;. Those with a number are stopped by their #.
func isEntity(text string) bool {
	end := strings.IndexByte(text, ';')
	if end < 2 {
		return false
	}
	for _, c := range []byte(text[1:end]) {
		if (c < '0' || c > '9') && (c|' ' < 'a' || c|' ' > 'z') {
			return false
		}
	}
	return true
}
