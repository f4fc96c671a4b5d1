package publish_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"souk/model"
	"souk/store/publish"
	"souk/workshop"
)

// writeAhead writes the pages for the teams into a folder.
func (st *story) writeAhead(folder string) publish.Pages {
	st.t.Helper()
	p, err := publish.WriteAhead(folder, st.s.State())
	if err != nil {
		st.t.Fatal(err)
	}
	return p
}

func TestWriteAhead(t *testing.T) {
	st := marketplace(t)
	folder := filepath.Join(t.TempDir(), "q1", "ahead")
	if p := st.writeAhead(folder); p.New != 12 || p.Total() != 12 {
		t.Errorf("at first it wrote %+v", p)
	}
	alone(t, folder, 12)
	growth, _ := st.s.State().TeamByName(text("Growth"))
	st.do(workshop.AskStall{Team: growth.ID, Text: text("What will be different? # really *now*")})
	st.do(workshop.NotePrivately{About: model.Side{Team: growth.ID}, Text: text("zebrawood")})
	if p := st.writeAhead(folder); p.New != 0 || p.Changed != 1 || p.Unchanged != 11 {
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

func TestWriteAheadKeepsWhatSomebodyEdited(t *testing.T) {
	st := marketplace(t)
	folder := t.TempDir()
	file := func(name string) string {
		t.Helper()
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	st.writeAhead(folder)
	edited := strings.Replace(file("growth.md"), "What to bring", "What to bring, and cake", 1)
	put("growth.md", edited)
	put("platform.md", strings.ReplaceAll(file("platform.md"), "\n", "\r\n"))
	if p := st.writeAhead(folder); p.Unchanged != 10 || p.Changed != 1 || !slices.Equal(p.Kept, []string{"growth.md"}) || p.Total() != 12 {
		t.Errorf("with nothing new to say it did %+v", p)
	}
	growth, _ := st.s.State().TeamByName(text("Growth"))
	ask := func(question string) publish.Pages {
		st.do(workshop.AskStall{Team: growth.ID, Text: text(question)})
		return st.writeAhead(folder)
	}
	for _, question := range []string{"What will be different?", "Who told you?"} {
		if p := ask(question); p.Unchanged != 11 || !slices.Equal(p.Beside, []string{"growth.new.md"}) {
			t.Errorf("with something new to say it did %+v", p)
		}
		if file("growth.md") != edited || !strings.Contains(file("growth.new.md"), question) {
			t.Errorf("the pages read\n%s\n%s", file("growth.md"), file("growth.new.md"))
		}
	}
	put("growth.new.md", file("growth.new.md")+"\nand more\n")
	if p := ask("And then?"); !slices.Equal(p.Beside, []string{"growth.new-2.md"}) || !strings.Contains(file("growth.new.md"), "and more") {
		t.Errorf("with both edited it did %+v", p)
	}
	put("platform.md", strings.Replace(file("platform.md"), ". ", ".\n\n", 1)) // a paragraph of one's own is an edit, too
	if p := st.writeAhead(folder); !slices.Contains(p.Kept, "platform.md") {
		t.Errorf("with a paragraph more it did %+v", p)
	}
	put("payments.md", "# Payments: Fragen an euren Stand\n\nHallo\n") // somebody's editor took the seal away
	if p := st.writeAhead(folder); !slices.Contains(p.Beside, "payments.new.md") {
		t.Errorf("with a page without a seal it did %+v", p)
	}
	alone(t, folder, 15)
}

func TestMovingAStallRenamesNoPage(t *testing.T) {
	st := begin(t, "d.yaml", []byte("teams:\n- {name: R&D}\n- {name: R/D}\n"))
	folder := t.TempDir()
	st.writeAhead(folder)
	first, _ := st.s.State().TeamByName(text("R&D"))
	second, _ := st.s.State().TeamByName(text("R/D"))
	st.do(workshop.ReorderStalls{Order: []model.TeamID{second.ID, first.ID}})
	if p := st.writeAhead(folder); p.Unchanged != 2 {
		t.Errorf("with the stalls the other way round it wrote %+v", p)
	}
}
