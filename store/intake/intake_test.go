package intake_test

import (
	"strings"
	"testing"

	"souk/model"
	"souk/store/intake"
)

// said are the problems as they are told, one a line.
func said(ps []intake.Problem) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.Severity.String() + " " + p.String() + "\n")
	}
	return b.String()
}

// read reads a source that must not fail.
func read(t *testing.T, name, data string) (model.Drafts, []intake.Problem) {
	t.Helper()
	d, ps := intake.Read(name, []byte(data), intake.Auto)
	if intake.HasErrors(ps) {
		t.Fatalf("%s cannot be read:\n%s", name, said(ps))
	}
	return d, ps
}

func clean(ss ...string) []model.Text {
	ts := make([]model.Text, len(ss))
	for i, s := range ss {
		ts[i] = model.Clean(s)
	}
	return ts
}
