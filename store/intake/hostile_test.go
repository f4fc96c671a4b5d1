package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"souk/store/intake"
)

// numbered repeats a line with a number in it.
func numbered(n int, line string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line, i)
	}
	return b.String()
}

func TestWhatIsRefused(t *testing.T) {
	rep := strings.Repeat
	long := rep("x", 4001)
	for _, c := range []struct{ name, file, data, want string }{
		{"empty", "a.yaml", "", "a.yaml:1: There is nothing in the file"},
		{"only comments", "a.yaml", "# later\n", "a.yaml:1: There is nothing in the file"},
		{"only a mark", "a.csv", "\xef\xbb\xbf", "a.csv:1: There is nothing in the file"},
		{"no teams", "a.yaml", "teams: []\n", "a.yaml:1: There is nothing to import"},
		{"nothing but a name", "a.yaml", "organisation: A\n", "a.yaml: There is no team and no strategy"},
		{"too large", "a.json", rep(" ", intake.MaxFile+1), "a.json: The file is larger than 16 MB"},
		{"a text", "a.yaml", "hello", "a.yaml:1: There is a text where the drafts should be"},
		{"long text", "a.yaml", "- name: A\n  description: " + long, "a.yaml:2: The text of “description” has 4001 characters, 4000 at most"},
		{"no name", "a.yaml", "teams:\n- level: pod\n", "a.yaml:2: This team has no name"},
		{"no title", "a.yaml", "- name: A\n  objectives:\n  - why_now: x\n", "a.yaml:3: This objective has no title"},
		{"no text", "a.yaml", "- name: A\n  objectives:\n  - title: x\n    key_results:\n    - {target: 1}\n", "a.yaml:5: This key result has no text"},
		{"list for a text", "a.yaml", "- name: A\n  level: [a]\n", "a.yaml:2: There is a list where the text of “level” should be"},
		{"team twice", "a.yaml", "- name: A\n- name: a\n", "a.yaml:2: The team “a” stands here a second time, after line 1"},
		{"id twice", "a.yaml", "- name: A\n  objectives:\n  - {id: o1, title: x}\n  - {id: o1, title: y}\n", "a.yaml:4: The id “o1” was given before, in line 3"},
		{"parents in a circle", "a.yaml", "- {name: A, parent: B}\n- {name: B, parent: C}\n- {name: C, parent: B}\n", "a.yaml:3: The parents of these teams go in a circle: B → C → B"},

		{"YAML laughs", "a.yaml", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "a.yaml:1: “&a” is an anchor"},
		{"YAML merge", "a.yaml", "a:\n  <<: {b: c}\n", "a.yaml:2: This key is not a word"},
		{"YAML self reference", "a.yaml", "a: &a [*a]\n", "a.yaml:1: “&a” is an anchor"},
		{"YAML anchor on a key", "a.yaml", "&a a: b\n", "a.yaml:1: “&a” is an anchor"},
		{"YAML unknown alias", "a.yaml", "a: b\nc: *d\n", "a.yaml:2: “*d” is a reference"},
		{"YAML binary", "a.yaml", "name: !!binary QQ==\n", "a.yaml:1: The tag “!!binary” is not read"},
		{"YAML object", "a.yaml", "name: !!python/object:os.system x\n", "a.yaml:1: The tag “!!python/object:os.system” is not read"},
		{"YAML two documents", "a.yaml", "vision: a\n---\nvision: b\n", "a.yaml:2: A second YAML document begins here"},
		{"YAML key twice", "a.yaml", "vision: a\nvision: b\n", "a.yaml:2: The key “vision” stands here a second time, after line 1"},
		{"YAML key by two names", "a.yaml", "- name: A\n  objectives:\n  - title: x\n    why: a\n    why_now: b\n", "a.yaml:5: The key “why_now” stands here a second time, after line 4"},
		{"YAML grammar", "a.yaml", "teams:\n  - name: A\n   level: b\n", "a.yaml:3: This is not valid YAML: this line does not fit"},
		{"YAML quote", "a.yaml", "teams:\n  - name: \"A\n    level: b\n", "a.yaml:2: This is not valid YAML: a quote is opened and not closed"},
		{"YAML not UTF-8", "a.yaml", "vision: a\ncycle: \xff\n", "a.yaml:2: The file is not UTF-8 here"},
		{"YAML dashes", "a.yaml", rep("- ", 100_000), "a.yaml:1: This is not valid YAML: values stand inside each other far too often"},
		{"YAML depth", "a.yaml", rep("- ", 40) + "x", "a.yaml:1: Values stand inside each other more than 32 times"},
		{"YAML values", "a.yaml", "[" + rep("a,", 600_000) + "a]", "a.yaml:1: The file has more than 500000 values"},
		{"YAML values behind short signs", "a.yaml", "[" + rep("[],[],", 80_000) + rep("a,", 240_000) + "a]", "a.yaml:1: The file has more than 500000 values"},
		{"YAML keys", "a.yaml", numbered(200_000, "k%d: 1\n"), "a.yaml:1: There is nothing to import"},

		{"JSON depth", "a.json", rep("[", 10_001), "a.json:1: This is not valid JSON: invalid character '[' exceeded max depth"},
		{"JSON depth within limits of the library", "a.json", rep("[", 9_999) + rep("]", 9_999), "a.json:1: Values stand inside each other more than 32 times"},
		{"JSON key twice", "a.json", "{\"vision\": \"a\",\n \"vision\": \"b\"}", "a.json:2: The key “vision” stands here a second time"},
		{"JSON key in two cases", "a.json", "{\"vision\": \"a\",\n \"VISION\": \"b\"}", "a.json:2: The key “VISION” stands here a second time"},
		{"JSON unknown key twice", "a.json", "{\"vision\": \"a\",\n \"x\": {\"q\": 1,\n\"Q\": 2}}", "a.json:3: The key “Q” stands here a second time"},
		{"JSON trailing data", "a.json", "{\"vision\": \"a\"}\n]", "a.json:2: This is not valid JSON: invalid character ']' after top-level value"},
		{"JSON cut off", "a.json", "{\"vision\":\n \"a\"", "a.json:2: This is not valid JSON: unexpected end of JSON input"},
		{"JSON not UTF-8", "a.json", "{\"vision\":\n \"\xc3\"}", "a.json:2: The file is not UTF-8 here"},
		{"JSON lone surrogate", "a.json", "{\"vision\":\n \"\\uD83D!\"}", "a.json:2: This text has half of a character"},
		{"JSON halves in the wrong order", "a.json", `{"vision": "\udc00\ud800"}`, "a.json:1: This text has half of a character"},
		{"JSON digits", "a.json", `{"vision": ` + rep("1", 1<<20) + "}", "a.json:1: The text of “vision” has 1048576 characters"},
		{"JSON values", "a.json", "[" + rep("1,", 600_000) + "1]", "a.json:1: The file has more than 500000 values"},

		{"CSV no header", "a.csv", "1,2,3\n", "a.csv:1: There is no column “Team”"},
		{"CSV no rows", "a.csv", "Team,Objective\n\n,\n", "a.csv:1: There is no row under the names of the columns"},
		{"CSV same header", "a.csv", "Team,Objective,Team\nA,b,c\n", "a.csv:1: The columns “Team” and “Team” mean the same"},
		{"CSV same meaning", "a.csv", "Team,Objective,Ziel\nA,b,c\n", "a.csv:1: The columns “Objective” and “Ziel” mean the same"},
		{"CSV open quote", "a.csv", "Team,Objective\nA,\"b\n" + rep("c,d\n", 100_000), "a.csv:2: A quoted cell in this row has no proper end"},
		{"CSV bare quote", "a.csv", "Team,Objective\nA,b\nA,c\"d\n", "a.csv:3: There is a quote inside a cell that is not quoted"},
		{"CSV long row", "a.csv", "Team,Objective\nA,b,c\n", "a.csv:2: This row has 3 cells, the header 2"},
		{"CSV commas", "a.csv", rep(",", 5_000_000), "a.csv:1: The table has more than 1000000 cells"},
		{"CSV columns", "a.csv", "Team,Objective" + rep(",x", 63) + "\nA,b\n", "a.csv:1: The table has 65 columns, 64 at most"},
		{"CSV rows", "a.csv", "Team,Objective\n" + rep("A,b\n", 100_001), "a.csv:100002: The table has more than 100000 rows"},
		{"CSV long cell", "a.csv", "Team,Objective\nA," + rep("x", 10<<20), "a.csv:2: The text of “title” has 10485760 characters"},
		{"CSV no team", "a.csv", "Team,Objective\n,b\n", "a.csv:2: This row names no team"},
		{"CSV no objective", "a.csv", "Team,Objective,KR\nA,,k\n", "a.csv:2: This row of “A” names no objective"},

		{"workbook", "a.xlsx", "PK\x03\x04", "a.xlsx: This is a workbook, which is not read as drafts"},
		{"workbook without its name", "a", "PK\x03\x04", "a: This is a workbook"},
		{"workshop", "a.souk", "\x00", "a.souk: This is a workshop file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ps := intake.Read(c.file, []byte(c.data), intake.Auto)
			if got := said(ps); !strings.Contains(got, "error "+c.want) {
				t.Errorf("got  %.600s\nwant %s", got, c.want)
			}
			if teams, _, _ := d.Count(); teams+len(d.Strategy) > 0 {
				t.Error("something was imported in spite of an error")
			}
			for _, p := range ps {
				if p.File == "" || p.What == "" || p.Next == "" {
					t.Errorf("a problem does not say where, what or what next: %+v", p)
				}
			}
		})
	}
}

func TestAllProblemsAreToldAtOnce(t *testing.T) {
	_, ps := intake.Read("a.yaml", []byte("- level: x\n- name: A\n  colour: red\n  objectives:\n  - why_now: x\n- name: A\n"), intake.Auto)
	lines := make([]int, len(ps))
	for i, p := range ps {
		lines[i] = p.Line
	}
	if fmt.Sprint(lines) != "[1 3 5 6]" {
		t.Error(said(ps))
	}
}

func TestTheListOfProblemsIsCapped(t *testing.T) {
	_, ps := intake.Read("a.yaml", []byte(numbered(300, "- {name: T%d, colour: red}\n")+"- name: T1\n"), intake.Auto)
	if len(ps) != 101 {
		t.Fatalf("%d problems are told", len(ps))
	}
	if !intake.HasErrors(ps) {
		t.Error("the only error was crowded out by warnings")
	}
	if last := ps[100].What; last != "There are 201 more problems like these" {
		t.Error(last)
	}
}

func TestMessagesAreSafeToShow(t *testing.T) {
	_, ps := intake.Read("a\x1b]52;c;x\x07.yaml", []byte("\"k\\e[2J\": 1\nteams:\n- name: \"A\\e]0;x\\a\"\n  kind: \"\\u202eclub\"\n"), intake.Auto)
	if got := said(ps); len(ps) < 3 || strings.ContainsAny(got, "\x1b\x07\u202e") {
		t.Errorf("%q", got)
	}
}
