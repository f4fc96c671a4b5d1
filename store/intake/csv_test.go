package intake_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"souk/model"
	"souk/store/intake"
)

func TestRowsBecomeTeamsObjectivesAndKeyResults(t *testing.T) {
	d, ps := read(t, "drafts.csv", `Team,Level,Parent,Kind,Description,Needs,Offers,ID,Objective,Why now,Supports,Owners,Phase,Key result,Metric,Baseline,Target,Unit,Owner
Payments,stream,Platform,delivery,"Moves
money",Platform: test data; time,,o1,Pay fast,"It is the law; since October",Reduce churn; Grow,Platform,delivery,Raise payments,share,"1,5","1.500,00",%,Mara K.
,,,,,,,,,,,,,Cut disputes,,31.02.,1e999,,
,,,,,Legal advice,,,Pay abroad,,,,,"Open ""two"" corridors",,,,,
Platform,,,support,,,Sandboxes,,No waiting,,,,,Same day,,,,,
Payments,stream,,,,,,,pay fast,,,,,Third,,,,,
`)
	text := model.Clean
	want := []model.DraftTeam{{
		Name: text("Payments"), Level: text("stream"), Parent: text("Platform"), Kind: model.DeliveryTeam, Description: text("Moves\nmoney"),
		Needs: []model.DraftExchange{{Team: text("Platform"), Text: text("test data")}, {Text: text("time")}, {Text: text("Legal advice")}},
		Objectives: []model.DraftObjective{{
			ID: "o1", Title: text("Pay fast"), WhyNow: text("It is the law; since October"), Supports: clean("Reduce churn", "Grow"),
			Owners: clean("Platform"), Phase: model.Delivering,
			KeyResults: []model.DraftKeyResult{
				{Text: text("Raise payments"), Metric: text("share"), Baseline: text("1,5"), Target: text("1.500,00"), Unit: text("%"), Owner: text("Mara K.")},
				{Text: text("Cut disputes"), Baseline: text("31.02."), Target: text("1e999")},
				{Text: text("Third")},
			},
		}, {
			Title: text("Pay abroad"), KeyResults: []model.DraftKeyResult{{Text: text(`Open "two" corridors`)}},
		}},
	}, {
		Name: text("Platform"), Kind: model.SupportTeam, Offers: []model.DraftExchange{{Text: text("Sandboxes")}},
		Objectives: []model.DraftObjective{{Title: text("No waiting"), KeyResults: []model.DraftKeyResult{{Text: text("Same day")}}}},
	}}
	if diff := cmp.Diff(want, d.Teams, sameTexts); diff != "" {
		t.Error(diff)
	}
	if len(ps) > 0 {
		t.Error(said(ps))
	}
}

func TestTablesAsTheyComeOutOfSpreadsheets(t *testing.T) {
	for _, c := range []struct{ name, file, data string }{
		{"commas", "a.csv", "Team,Objective,Key Result\nRück,Ziel 1,é\n"},
		{"semicolons", "a.csv", "TEAM;objective;key_result\nRück;Ziel 1;é\n"},
		{"tabs", "a.tsv", "Team\tObjective\tKR\nRück\tZiel 1\té\n"},
		{"tabs with empty cells", "a.tsv", "Level\tTeam\tObjective\tKR\n\tRück\tZiel 1\té\n"},
		{"spaces behind commas", "a.csv", "Team, Objective, KR\nRück, Ziel 1, \"é\"\n"},
		{"German", "a.csv", "Team;Ziel;Schlüsselergebnis\nRück;Ziel 1;é\n"},
		{"German, decomposed", "a.csv", "Team;Ziel;Schlu\u0308sselergebnis\nRu\u0308ck;Ziel 1;e\u0301\n"},
		{"byte order mark", "a.csv", "\xef\xbb\xbfTeam,Objective,KR\nRück,Ziel 1,é\n"},
		{"UTF-16", "a.csv", "\xff\xfeT\x00e\x00a\x00m\x00\t\x00Z\x00i\x00e\x00l\x00\t\x00K\x00R\x00\n\x00R\x00\xfc\x00c\x00k\x00\t\x00Z\x00i\x00e\x00l\x00 \x001\x00\t\x00\xe9\x00"},
		{"carriage returns", "a.csv", "Team,Objective,KR\rRück,Ziel 1,é\r"},
		{"Windows line ends", "a.csv", "Team,Objective,KR\r\nRück,Ziel 1,é\r\n"},
		{"separator line", "a.csv", "\xef\xbb\xbfsep=;\r\nTeam;Objective;KR\r\nRück;Ziel 1;é\r\n"},
		{"blank rows and cells", "a.csv", "\n,,\nTeam,Objective,KR,,\n,,,,\nRück,Ziel 1,é,,\n\n"},
		{"empty cells too many", "a.csv", "Team,Objective,KR\nRück,Ziel 1,é,,,\n"},
		{"no ending", "drafts", "Team;Objective;KR\nRück;Ziel 1;é\n"},
		{"NUL", "a.csv", "Team,Objective,KR\nR\x00ück,Ziel 1,é\n"},
		{"windows-1252", "a.csv", "Team,Objective,KR\nR\xfcck,Ziel 1,\xe9\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := read(t, c.file, c.data)
			want := []model.DraftTeam{{
				Name:       model.Clean("Rück"),
				Objectives: []model.DraftObjective{{Title: model.Clean("Ziel 1"), KeyResults: []model.DraftKeyResult{{Text: model.Clean("é")}}}},
			}}
			if diff := cmp.Diff(want, d.Teams, sameTexts); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWarningsAboutTables(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"windows-1252", "Team,Objective,KR\nA,b,c\n,,\xe9\n", "a.csv:3: The file is not UTF-8 and was read as windows-1252"},
		{"unknown column", "Team,Objective,KR,Metrik2\nA,b,c,d\n", "a.csv:1: The column “Metrik2” is not known and was left out — did you mean “metrik”?"},
		{"short row", "sep=,\nTeam,Objective,KR\nA,b,c\nA,d\n,,e\n", "a.csv:4: This row has 2 cells, the header 3"},
		{"no key result", "Team,Objective,KR,Target\nA,b,,5\n,,c,\n", "a.csv:2: “Target” is given without a key result and was left out"},
		{"two answers", "Team,Objective,KR,Why now\nA,b,c,x\nA,b,d,y\n", "a.csv:3: “Why now” is “y” here and “x” in line 2, which is kept"},
		{"NUL", "Team,Objective,KR\nA,b,c\x00\x00\n", "a.csv:2: Characters that cannot be shown were taken out: 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ps := intake.Read("a.csv", []byte(c.data), intake.Auto)
			if got := said(ps); len(ps) != 1 || !strings.HasPrefix(got, "warning "+c.want) {
				t.Errorf("got  %swant %s", got, c.want)
			}
			if len(d.Teams) != 1 {
				t.Error("a warning stopped the import")
			}
		})
	}
}

func TestFormulasAreTexts(t *testing.T) {
	const formula = "=cmd|' /C calc'!A0"
	for _, cell := range []string{formula, "'" + formula} { // the second as our own tables guard it
		d, _ := read(t, "a.csv", "Team,Objective,KR\nA,"+cell+",k\n")
		if got := d.Teams[0].Objectives[0].Title.String(); got != formula {
			t.Errorf("%q", got)
		}
	}
}

func TestObjectivesAreToldApartByID(t *testing.T) {
	d, ps := read(t, "a.csv", "Team,ID,Objective,KR\nA,1,Grow,a\nA,2,Grow,b\nA,1,,c\nA,2,Grow,d\n")
	var got []string
	for _, o := range d.Teams[0].Objectives {
		for _, kr := range o.KeyResults {
			got = append(got, string(o.ID)+kr.Text.String())
		}
	}
	if diff := cmp.Diff([]string{"1a", "1c", "2b", "2d"}, got); diff != "" {
		t.Error(diff, said(ps))
	}
}
