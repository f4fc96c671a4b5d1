package publish_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"souk/model"
	"souk/store/publish"
	"souk/workshop"
)

func TestWriteAhead(t *testing.T) {
	st := marketplace(t)
	folder := filepath.Join(t.TempDir(), "q1", "ahead")
	write := func() publish.Pages {
		t.Helper()
		p, err := publish.WriteAhead(folder, st.s.State())
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if p := write(); p.New != 12 || p.Total() != 12 {
		t.Errorf("at first it wrote %+v", p)
	}
	alone(t, folder, 12)
	growth, _ := st.s.State().TeamByName(text("Growth"))
	st.do(workshop.AskStall{Team: growth.ID, Text: text("What will be different? # really *now*")})
	st.do(workshop.NotePrivately{About: model.Side{Team: growth.ID}, Text: text("zebrawood")})
	if p := write(); p.New != 0 || p.Changed != 1 || p.Unchanged != 11 {
		t.Errorf("after a question it wrote %+v", p)
	}
	page, err := os.ReadFile(filepath.Join(folder, "growth.md"))
	if err != nil || !strings.HasPrefix(string(page), "# Growth: questions for your stall\n") {
		t.Fatalf("the page begins %.60q, error %v", page, err)
	}
	if !strings.Contains(string(page), `What will be different? \# really \*now\*`) || strings.Contains(string(page), "zebrawood") {
		t.Errorf("the page reads:\n%s", page)
	}
}

func TestWriteAheadHarmsNoFile(t *testing.T) {
	st := marketplace(t)
	folder := t.TempDir()
	precious := filepath.Join(folder, "platform.md")
	if err := os.WriteFile(precious, []byte("# My own notes\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := publish.WriteAhead(folder, st.s.State()); err == nil || !strings.Contains(err.Error(), "platform.md is there already") {
		t.Errorf("it says %v", err)
	}
	if got, err := os.ReadFile(precious); err != nil || string(got) != "# My own notes\n" {
		t.Errorf("the file holds %q, error %v", got, err)
	}
	alone(t, folder, 1)
	if _, err := publish.WriteAhead(folder, workshop.New().State()); err == nil || !strings.Contains(err.Error(), "souk import") {
		t.Errorf("without teams it says %v", err)
	}
}

func TestTeamsThatLookAlikeGetPagesOfTheirOwn(t *testing.T) {
	st := begin(t, "d.yaml", []byte("teams:\n- {name: R&D}\n- {name: R/D}\n- {name: ../../etc}\n- {name: \"???\"}\n"))
	folder := t.TempDir()
	if _, err := publish.WriteAhead(folder, st.s.State()); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"r-d.md", "r-d-2.md", "etc.md", "team.md"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	alone(t, folder, 4)
}
