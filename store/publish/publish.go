package publish

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"souk/model"
	"souk/workshop"
	"souk/workshop/report"
)

// Format is how a report is written.
type Format string

// The formats.
const (
	Markdown Format = "md"
	JSON     Format = "json"
)

// writer is a format, the ending of its files, and what writes it.
type writer struct {
	format Format
	ending string
	write  func(io.Writer, *workshop.State, []report.Option) error
}

func writers() []writer {
	return []writer{
		{Markdown, "md", writeMarkdown},
		{JSON, "json", writeJSON},
	}
}

// Formats lists the formats in the order in which they are offered.
func Formats() []Format {
	var out []Format
	for _, w := range writers() {
		out = append(out, w.format)
	}
	return out
}

// ParseFormat understands the name of a format as typed on the command line.
func ParseFormat(name string) (Format, error) {
	w, err := find(Format(strings.ToLower(strings.TrimSpace(name))))
	return w.format, err
}

// Write writes the report of a workshop. JSON has the same order whatever the options.
func Write(to io.Writer, s *workshop.State, f Format, options ...report.Option) error {
	w, err := find(f)
	if err != nil {
		return err
	}
	return w.write(to, s, options)
}

func find(f Format) (writer, error) {
	all := writers()
	if i := slices.IndexFunc(all, func(w writer) bool { return w.format == f }); i >= 0 {
		return all[i], nil
	}
	names := make([]string, len(all))
	for i, w := range all {
		names[i] = string(w.format)
	}
	return writer{}, fmt.Errorf("a report cannot be written as “%s”; use %s", model.Clean(string(f)).Line(), strings.Join(names, ", "))
}
