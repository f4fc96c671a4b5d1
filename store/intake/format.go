package intake

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
)

// Format is how a source is written.
type Format string

// The formats. Auto asks Detect.
const (
	Auto Format = ""
	YAML Format = "yaml"
	JSON Format = "json"
	CSV  Format = "csv"
)

// ParseFormat understands the name of a format as typed on the command line.
func ParseFormat(name string) (Format, error) {
	switch f := Format(strings.ToLower(strings.TrimSpace(name))); f {
	case Auto, YAML, JSON, CSV:
		return f, nil
	case "yml":
		return YAML, nil
	case "tsv":
		return CSV, nil
	}
	return Auto, fmt.Errorf("%s is not a format that can be imported; use yaml, json or csv", quoted(name))
}

// Detect tells the format by the name's ending and, where that says nothing, by the content. It is Auto for what is known to be
// something else, such as a workbook.
func Detect(name string, data []byte) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		return YAML
	case ".json":
		return JSON
	case ".csv", ".tsv":
		return CSV
	}
	if foreign(name, data) != "" {
		return Auto
	}
	text, _ := decode(data)
	switch {
	case bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")):
		return JSON
	case looksLikeTable(text):
		return CSV
	}
	return YAML
}

// foreign says what a source is that cannot be imported, and is empty for all others.
func foreign(name string, data []byte) string {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), ext == ".xlsx", ext == ".xls", ext == ".ods":
		return "a workbook"
	case ext == ".md", ext == ".markdown":
		return "a Markdown page"
	case ext == ".souk":
		return "a workshop file"
	}
	return ""
}
