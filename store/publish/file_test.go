package publish_test

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"souk/model"
	"souk/store/publish"
	"souk/workshop"
)

func TestWriteFile(t *testing.T) {
	s := harbour(t).state()
	path := filepath.Join(t.TempDir(), "report.md")
	for _, before := range []string{"", "an older report"} {
		if before != "" {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := publish.WriteFile(path, s, publish.Markdown); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != written(t, s, publish.Markdown) {
			t.Errorf("the file holds %d bytes, error %v", len(got), err)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("a private report became %v, %v", info.Mode(), err)
	}
	alone(t, filepath.Dir(path), 1)
}

func TestWriteFileRefuses(t *testing.T) {
	s := harbour(t).state()
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, name := range []string{"precious.txt", "bank.souk", "BANK.Souk"} {
		if err := os.WriteFile(at(name), []byte("precious"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(at("precious.txt"), at("link.md")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	if err := os.Symlink(at("nowhere"), at("dangling.md")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(at("folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		format publish.Format
		says   string
	}{
		{"link.md", publish.Markdown, "link"},
		{"dangling.md", publish.Markdown, "link"},
		{"bank.souk", publish.Markdown, "workshop file"},
		{"BANK.Souk", publish.JSON, "workshop file"},
		{"new.souk", publish.JSON, "workshop file"},
		{"folder", publish.Markdown, "folder"},
		{filepath.Join("missing", "report.md"), publish.Markdown, "there is no folder"},
		{"report.md", "docx", "use md, json"},
	} {
		err := publish.WriteFile(at(c.name), s, c.format)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: the error is %v, want one that says %q", c.name, err, c.says)
		}
	}
	for _, name := range []string{"precious.txt", "bank.souk", "BANK.Souk"} {
		if got, err := os.ReadFile(at(name)); err != nil || string(got) != "precious" {
			t.Errorf("%s was touched: %q, %v", name, got, err)
		}
	}
	alone(t, dir, 6)
}

// alone checks that no draft of a report stayed behind.
func alone(t *testing.T, dir string, want int) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != want {
		t.Errorf("the folder has %d entries, want %d: %v", len(entries), want, entries)
	}
}

func TestName(t *testing.T) {
	for _, c := range []struct{ organisation, cycle, want string }{
		{"Northwind Bank", "2027-Q1", "northwind-bank-2027-q1-report.md"},
		{"", "", "workshop-report.md"},
		{"../../etc/passwd", "", "etc-passwd-report.md"},
		{"CON", "", "con-report.md"},
		{"Müller & Søn", "Q1", "muller-søn-q1-report.md"},
		{"🚀 . ", " ", "workshop-report.md"},
		{"北風銀行", "2027", "北風銀行-2027-report.md"},
		{"C:\\x|y?*", "<>\"", "c-x-y-report.md"},
		{strings.Repeat("long name ", 40), "", strings.TrimSuffix(strings.Repeat("long-name-", 7), "-") + "-report.md"},
		{strings.Repeat("𝔄銀", 150), "", ""},
	} {
		st := &story{t: t, s: workshop.New()}
		if c.organisation+c.cycle != "" {
			st.do(workshop.ImportDrafts{Drafts: model.Drafts{
				Organisation: text(c.organisation), Cycle: text(c.cycle), Strategy: []model.Intent{{Horizon: model.Annual, Text: text("x")}},
			}})
		}
		got := publish.Name(st.state(), publish.Markdown)
		if c.want != "" && got != c.want {
			t.Errorf("%q, %q: the name is %q, want %q", c.organisation, c.cycle, got, c.want)
		}
		if len(got) > 80 || !utf8.ValidString(got) || !regexp.MustCompile(`^[\pL\pN]+(-[\pL\pN]+)*\.md$`).MatchString(got) {
			t.Errorf("%q is no safe file name", got)
		}
	}
}

func TestEveryFormatWritesAnEmptyWorkshop(t *testing.T) {
	for _, f := range publish.Formats() {
		if again, err := publish.ParseFormat(" " + strings.ToUpper(string(f))); err != nil || again != f {
			t.Errorf("the format %s is read as %q, %v", f, again, err)
		}
		if got := written(t, workshop.New().State(), f); got == "" {
			t.Errorf("%s writes nothing", f)
		}
	}
	if err := publish.Write(io.Discard, workshop.New().State(), "docx"); err == nil {
		t.Error("an unknown format is written")
	}
}
