package intake_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"souk/model"
	"souk/store/intake"
	"souk/workshop"
)

// bank is a workshop with two teams; the first has one title twice, dropped and live.
func bank(t testing.TB) *workshop.Session {
	t.Helper()
	text := model.Clean
	s := workshop.New()
	do := func(in workshop.Intent) {
		t.Helper()
		if _, err := s.Do(time.Time{}, model.Text{}, in); err != nil {
			t.Fatal(err)
		}
	}
	objective := func(title string, krs ...string) model.DraftObjective {
		o := model.DraftObjective{Title: text(title)}
		for _, k := range krs {
			o.KeyResults = append(o.KeyResults, model.DraftKeyResult{Text: text(k)})
		}
		return o
	}
	do(workshop.ImportDrafts{Drafts: model.Drafts{Teams: []model.DraftTeam{
		{Name: text("Payments"), Objectives: []model.DraftObjective{objective("Pay anyone", "97% arrive"), objective("Pay anyone", "100% arrive"), objective("7", "Überweisung")}},
		{Name: text("Platform"), Objectives: []model.DraftObjective{objective("Ship daily", "Ten a day")}},
	}}})
	for o := range s.State().Objectives.All() {
		do(workshop.DecideObjective{Objective: o.ID, Outcome: model.Drop, Rationale: text("twice")})
		break
	}
	return s
}

// match reads findings that were written as the inner part of a list.
func match(t testing.TB, s *workshop.State, findings string) intake.Suggestions {
	t.Helper()
	got, err := intake.FindingsFrom(strings.NewReader(`{"schema":"souk.findings/1","findings":[`+findings+`]}`), s)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestFindingsAreMatchedByTitleAndNumber(t *testing.T) {
	s := bank(t).State()
	for of, want := range map[string]string{
		`"Pay anyone"`: "Payments 2", `"pay  ANYONE "`: "Payments 2", `2`: "Payments 2", `"2"`: "Payments 2", `"Objective 2"`: "Payments 2", `"Objective two"`: "", `7`: "", `"7"`: "Payments 3", `1`: "", `0`: "", `-1`: "", `"Pay"`: "",
	} {
		got := match(t, s, `{"kind":"duplicate","a":{"team":"payments","objective":`+of+`},"b":{"team":"Platform","objective":1}}`)
		label := ""
		if len(got.Findings) == 1 {
			label = s.Label(got.Findings[0].A.Objective)
		}
		if label != want || want == "" && len(got.LeftOut) != 1 {
			t.Errorf("%s is matched with %q, want %q; left out: %+v", of, label, want, got.LeftOut)
		}
	}
}

// What is copied out of a chat has words and a fence around the document.
func TestWordsAroundTheDocumentAreNoPartOfIt(t *testing.T) {
	s := bank(t).State()
	const found = `{"schema": "souk.findings/1", "source": "A chat", "findings": [
  {"kind": "dependency", "score": 0.8, "a": {"team": "Payments", "objective": "Objective 2", "key_results": ["Key result 1"]}, "b": {"team": "Platform"}, "reason": "Nobody planned {it}."}
]}`
	for name, answer := range map[string]string{
		"alone": found, "in a fence": "```json\n" + found + "\n```\n", "with words": "Here {you} are:\n\n" + found + "\n\nShall I explain one of them?",
		"with an indent and Windows lines": strings.ReplaceAll("  "+found+"\n", "\n", "\r\n"),
	} {
		got, err := intake.FindingsFrom(strings.NewReader(answer), s)
		if err != nil || len(got.Findings) != 1 || len(got.Findings[0].A.KeyResults) != 1 || got.Source.Line() != "A chat" {
			t.Errorf("%s: %+v, error %v", name, got, err)
			continue
		}
		if r := got.Findings[0].Reasons; len(r) == 0 || r[0].Text.Line() != "Nobody planned {it}." {
			t.Errorf("%s: the reasons are %+v", name, r)
		}
	}
	for name, answer := range map[string]string{"cut off": found[:len(found)-2], "two": found + "\nand\n" + found, "only words": "I cannot do that."} {
		if got, err := intake.FindingsFrom(strings.NewReader(answer), s); err == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestWhatAnotherRoomDismissedStaysThere(t *testing.T) {
	one := `{"kind":"duplicate","status":"%s","a":{"team":"Payments","objective":3},"b":{"team":"Platform","objective":1}}`
	for status, taken := range map[string]int{"": 1, "queued": 1, "confirmed": 1, "dismissed": 0} {
		got := match(t, bank(t).State(), fmt.Sprintf(one, status))
		if len(got.Findings) != taken || len(got.LeftOut) != 1-taken {
			t.Errorf("%q: %+v", status, got)
		}
	}
}

func TestMarksThatDoNotFitMarkNothing(t *testing.T) {
	s := bank(t).State()
	marks := `{"team":"Payments","objective":3,"key_result":1,"start":0,"end":12}, {"team":"Payments","objective":3,"key_result":1,"start":1,"end":4},
		{"team":"Payments","objective":3,"start":0,"end":99}, {"team":"Payments","objective":3,"key_result":9,"start":0,"end":1},
		{"team":"Payments","objective":2,"start":0,"end":1}, {"team":"Nobody","objective":2,"start":0,"end":1}, {"team":"Platform","objective":1,"start":3,"end":2}`
	got := match(t, s, `{"kind":"duplicate","a":{"team":"Payments","objective":3},"b":{"team":"Platform","objective":1},"reasons":[{"text":"so\u001b[31m it is","spans":[`+marks+`]}]}`)
	if len(got.Findings) != 1 {
		t.Fatalf("left out: %+v", got.LeftOut)
	}
	r := got.Findings[0].Reasons[0]
	if r.Text.Line() != "so[31m it is" || len(r.Spans) != 1 || r.Spans[0].Start != 0 || r.Spans[0].End != 12 {
		t.Errorf("the reason is %+v", r)
	}
	if got.Findings[0].Score != 0.5 || got.Source.Line() != "standard input" {
		t.Errorf("%+v", got)
	}
}

func TestAFileOfFindingsIsReadWholeOrNotAtAll(t *testing.T) {
	s := bank(t).State()
	for name, content := range map[string]string{
		"nothing":  "",
		"cut off":  `{"schema":"souk.findings/1","findings":[{"kind":"duplicate"`,
		"a list":   `[]`,
		"two":      `{"schema":"souk.findings/1","findings":[]} {}`,
		"a number": `{"schema":"souk.findings/1","findings":[{"a":{"team":7}}]}`,
		"a third":  `{"schema":"souk.findings/1","findings":[{"a":{"team":"A","objective":1.5}}]}`,
		"newer":    `{"schema":"souk.findings/2","findings":[]}`,
		"unnamed":  `{"findings":[]}`,
	} {
		path := filepath.Join(t.TempDir(), "found.json")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := intake.ReadFindings(path, s); err == nil || !strings.HasPrefix(err.Error(), "found.json: ") || !strings.Contains(err.Error(), "souk detect --json") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := intake.ReadFindings(t.TempDir(), s); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("a folder: %v", err)
	}
}

func FuzzFindings(f *testing.F) {
	f.Add([]byte(`{"schema":"souk.findings/1","source":"x","findings":[{"kind":"dependency","score":0.4,"card":"c","a":{"team":"Payments","objective":"7","key_results":[1,"x"]},"b":{"team":"Platform"},"reasons":[{"text":"t","spans":[{"team":"Payments","objective":3,"key_result":1,"start":0,"end":2}]}]}]}`))
	f.Add([]byte(`{"schema":"souk.findings/1","findings":[{"kind":"synergy","score":1e308,"a":{"objective":-9},"b":{}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := bank(t)
		got, err := intake.FindingsFrom(strings.NewReader(string(data)), s.State())
		if err != nil || len(got.Findings) == 0 {
			return
		}
		if _, err := s.Do(time.Time{}, model.Text{}, workshop.BringFindings{Findings: got.Findings, Source: got.Source}); err != nil {
			t.Fatalf("what fits is refused: %v", err)
		}
		if b, err := json.Marshal(s.State()); err != nil || slices.Contains(b, 0x1b) {
			t.Fatalf("the state cannot be kept: %v", err)
		}
	})
}
