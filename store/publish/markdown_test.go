package publish_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"souk/model"
	"souk/store/publish"
	"souk/workshop"
)

var update = flag.Bool("update", false, "write the golden files anew")

func written(t testing.TB, s *workshop.State, f publish.Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := publish.Write(&b, s, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// harbour is a short workshop, told step by step.
func harbour(t testing.TB) *story {
	t.Helper()
	data, err := os.ReadFile("testdata/story.yaml")
	if err != nil {
		t.Fatal(err)
	}
	st := begin(t, "story.yaml", data)
	st.do(workshop.MarkPresence{Team: st.team("Safety")})
	st.do(workshop.TakePulse{When: workshop.StrategyStage, Team: st.team("Trains"), Votes: []int{2, 4}})
	st.do(workshop.TakePulse{When: workshop.CloseStage, Team: st.team("Trains"), Votes: []int{4, 5}})
	ask := st.ask(st.side("Tickets", 1, 2), model.Side{Team: st.team("Safety")}, "clearance of the new refund", "1 May")
	st.do(workshop.AnswerRequest{Request: ask, Answer: model.Countered, When: text("1 June")})
	st.do(workshop.AnswerRequest{Request: ask, Answer: model.Committed, When: text("15 May"), Who: text("Otto")})
	st.ask(st.side("Trains", 1), model.Side{Team: st.team("Safety")}, "a rule for spare drivers", "")
	same := st.find(model.Duplicate, st.side("Trains", 1, 2), st.side("Tickets", 2, 1))
	st.do(workshop.DecideFinding{
		Findings: same, Outcome: model.ShareOwners, Title: text("Passengers can rely on the next train"),
		Owner: text("Ida"), Due: text("end of April"), AgreedBy: text("Ida and Otto"), Rationale: text("one map, two teams"),
	})
	st.do(workshop.DecideObjective{Objective: st.objective("Trains", 2), Outcome: model.Defer, Rationale: text("the pay round comes first")})
	st.together()
	st.do(workshop.Speak{Objective: st.objective("Trains", 1), Party: model.TeamParty, Stance: model.Agreed})
	st.do(workshop.Speak{Objective: st.objective("Trains", 1), Party: model.LeadershipParty, Stance: model.Agreed})
	st.do(workshop.Vote{Objective: st.objective("Trains", 1), Votes: []int{5, 4, 2}})
	st.do(workshop.Speak{Objective: st.objective("Tickets", 1), Party: model.LeadershipParty, Stance: model.NotYet, Reason: text("and who has no phone?")})
	st.do(workshop.Park{Text: text("Bicycles on board"), Owner: text("Ida")})
	st.do(workshop.RaiseSignal{Text: text("Nobody owns the stations"), Evidence: text("asked for three times today")})
	st.do(workshop.Comment{Objective: st.objective("Tickets", 1), By: text("Otto"), Text: text("The old machines speak six languages.")})
	st.do(workshop.RaiseSignal{Text: text("TAKEN BACK signal")})
	st.undo()
	return st
}

// together says which part each owner takes on, forms a virtual team, and lifts an objective and brings it back.
func (st *story) together() {
	st.t.Helper()
	o, _ := st.state().Objectives.Get(st.objective("Trains", 1))
	st.do(workshop.AssignKeyResult{Objective: o.ID, KeyResult: o.KeyResults[1].ID, Team: st.team("Tickets")})
	forms := st.find(model.Synergy, st.side("Trains", 1), st.side("Tickets", 1))
	st.do(workshop.DecideFinding{
		Findings: forms, Outcome: model.FormVirtualTeam, Name: text("On the Platform"), Rationale: text("one journey, from the ticket to the seat"),
		Until: text("end of June"), Owner: text("Otto"), Due: text("end of June"),
	})
	lift := workshop.DecideObjective{Objective: st.objective("Tickets", 1), Outcome: model.Lift, To: st.team("Trains"), Rationale: text("trains sell tickets, too")}
	st.do(lift)
	st.do(workshop.DecideObjective{Objective: lift.Objective, Outcome: model.BringBack, To: st.team("Tickets"), Rationale: text("Otto's people do all of it")})
}

func TestMarkdownGolden(t *testing.T) {
	const path = "testdata/story.md"
	got := written(t, harbour(t).state(), publish.Markdown)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("the report changed (go test ./store/publish -update writes it anew):\n%s", diff)
	}
}

// plain undoes the escapes.
func plain(markdown string) string {
	return strings.ReplaceAll(regexp.MustCompile(`\\([^0-9A-Za-z\s])`).ReplaceAllString(markdown, "$1"), "&lt;", "<")
}

func TestReportHasEverythingThatWasAgreedAndNothingThatWasTakenBack(t *testing.T) {
	s := marketplace(t).walk().state()
	for _, f := range publish.Formats() {
		got := plain(written(t, s, f))
		for d := range s.Decisions.All() {
			if !strings.Contains(got, strings.TrimSuffix(d.Summary.Line(), ".")) {
				t.Errorf("%s: the decision %q is missing", f, d.Summary)
			}
			if !strings.Contains(got, d.Rationale.Line()) {
				t.Errorf("%s: the rationale %q is missing", f, d.Rationale)
			}
		}
		for r := range s.Requests.All() {
			for _, turn := range r.Trail {
				if !strings.Contains(got, turn.Text.Line()) {
					t.Errorf("%s: %q of a negotiation is missing", f, turn.Text)
				}
			}
		}
		for o := range s.Objectives.All() {
			if !strings.Contains(got, o.Title.Line()) {
				t.Errorf("%s: the objective %q is missing", f, o.Title)
			}
			for _, k := range o.KeyResults {
				if o.Fate == model.Live && !strings.Contains(got, k.Text.Line()) {
					t.Errorf("%s: the key result %q is missing", f, k.Text)
				}
			}
		}
		for _, want := range []string{"One Identity", "Do we need a second test desk?", "Ledger targets are exceeded every time", "The scheme test is on 3 March.", "who pays for the second region?"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is missing", f, want)
			}
		}
		if strings.Contains(got, "TAKEN BACK") {
			t.Errorf("%s: what was taken back is in the report", f)
		}
	}
}

func TestMarkdownShowsNoIDs(t *testing.T) {
	s := marketplace(t).walk().state()
	got := written(t, s, publish.Markdown)
	ids := 0
	for o := range s.Objectives.All() {
		if id := string(o.ID); strings.Contains(id, ".") {
			ids++
			if regexp.MustCompile(`\b` + regexp.QuoteMeta(id) + `\b`).MatchString(got) {
				t.Errorf("the id %s is in the report", id)
			}
		}
	}
	if ids == 0 {
		t.Fatal("no ids were looked for")
	}
}

// hostile are texts that mean something to a reader of Markdown or HTML.
var hostile = []string{
	"# heading", "- item", "+ item", "* item", "> quotation", "1. first", "2) second", "---", "***", "===", "```sh", "~~~", "    code",
	"a | b | c", "|---|", "line\n\n# two", "tab\tand\r\nCR", "`code", "``", "[x](javascript:alert(1))", "![](http://tracker/p.png)",
	"[ref]: http://x", "<script>alert(1)</script>", "<img src=x onerror=y>", "<!-- open", "<http://x>", "**bold", "__bold", "_it_", "~~gone~~",
	"&lt;b&gt;", "&#60;b&#62;", "&copy;", `\`, `ends with \`, `\|`, `\\|`, "$x$", "#", "-", "[", "- [ ] task", "** **",
}

// told is a workshop whose every text is what say makes of it.
func told(t testing.TB, say func(string) string) *workshop.State {
	t.Helper()
	x := func(s string) model.Text { return text(say(s)) }
	st := &story{t: t, s: workshop.New()}
	team := func(name string) model.DraftTeam {
		return model.DraftTeam{
			Name: x(name), Level: x("level"), Description: x("description"), Needs: []model.DraftExchange{{Text: x("need")}},
			Objectives: []model.DraftObjective{
				{
					Title: x(name + " one"), WhyNow: x("why"), Supports: []model.Text{x("intent")},
					KeyResults: []model.DraftKeyResult{{Text: x("kr"), Metric: x("metric"), Baseline: x("baseline"), Target: x("target"), Unit: x("unit"), Owner: x("owner")}},
				},
				{Title: x(name + " two")},
			},
		}
	}
	st.do(workshop.ImportDrafts{Drafts: model.Drafts{
		Organisation: x("organisation"), Cycle: x("cycle"), Strategy: []model.Intent{{Horizon: model.Annual, Text: x("intent")}, {Horizon: model.Annual, Text: x("lonely")}},
		Questions: []model.Text{x("answer")}, LastCycle: []model.Result{{Team: x("a"), Objective: x("o"), Outcome: x("out"), Learned: x("learned")}},
		Teams: []model.DraftTeam{team("A"), team("B")},
	}})
	a, b := say("A"), say("B")
	ask := st.ask(st.side(a, 1, 1), st.side(b, 1), say("what"), say("by"))
	st.do(workshop.AnswerRequest{Request: ask, Answer: model.Countered, When: x("when"), Who: x("who"), Text: x("text")})
	st.do(workshop.AnswerRequest{Request: ask, Answer: model.EscalatedUp, When: x("when"), Who: x("who"), Text: x("text")})
	st.do(workshop.DecideFinding{
		Findings: st.find(model.Synergy, st.side(a, 1), st.side(b, 1)), Outcome: model.FormVirtualTeam, Name: x("virtual"), Title: x("new title"),
		Owner: x("owner"), Due: x("due"), AgreedBy: x("agreed"), Rationale: x("rationale"),
	})
	st.do(workshop.DecideFinding{
		Findings: st.find(model.Duplicate, st.side(a, 2), st.side(b, 2)), Outcome: model.SplitScope, ScopeLead: x("this"), ScopeRest: x("that"),
	})
	st.do(workshop.Speak{Objective: st.objective(a, 1), Party: model.TeamParty, Stance: model.NotYet, Reason: x("reason")})
	st.do(workshop.Park{Text: x("parked"), Owner: x("owner"), Due: x("due")})
	st.do(workshop.RaiseSignal{Text: x("signal"), Evidence: x("evidence"), Owner: x("owner")})
	st.do(workshop.Comment{Objective: st.objective(a, 1), By: x("by"), Text: x("comment")})
	st.do(workshop.DecideObjective{Objective: st.objective(b, 2), Outcome: model.Drop, Rationale: x("drop")})
	return st.state()
}

var (
	escaped = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]|&lt;|&amp;`)
	leading = regexp.MustCompile(`^(#+ |- |\* |\| )?(\*\*)?`)
	starts  = regexp.MustCompile(`^([-+>=#]|[0-9]+[.)]( |$))`)
	entity  = regexp.MustCompile(`&[#0-9A-Za-z]+;`)
	inline  = regexp.MustCompile("[^#*|_`\\[\\]<~$\\\\]+")
)

// shape is what a line of Markdown is made of once the escapes are out: how it begins, whether its text would begin a block, and the marks inside it.
func shape(line string) string {
	line = escaped.ReplaceAllString(line, "·")
	lead := leading.FindString(line)
	rest := line[len(lead):]
	return fmt.Sprint(lead, starts.MatchString(rest), entity.MatchString(rest), inline.ReplaceAllString(rest, " "))
}

func TestNoTextBreaksOutOfMarkdown(t *testing.T) {
	harmless := strings.Split(written(t, told(t, func(s string) string { return "word " + s }), publish.Markdown), "\n")
	for _, h := range hostile {
		for _, say := range []func(string) string{
			func(s string) string { return h + s },
			func(s string) string { return s + h },
			func(s string) string { return h + "\n" + s + "\n" + h },
		} {
			got := written(t, told(t, say), publish.Markdown)
			if strings.ContainsAny(got, "<\r\t") {
				t.Errorf("%q leaves a raw < or a control character in the report", h)
			}
			lines := strings.Split(got, "\n")
			if len(lines) != len(harmless) {
				t.Errorf("%q makes %d lines out of %d", h, len(lines), len(harmless))
				continue
			}
			for i, line := range lines {
				if shape(line) != shape(harmless[i]) {
					t.Errorf("%q changes the structure of\n  %s\ninto\n  %s", h, harmless[i], line)
					break
				}
			}
		}
	}
}
