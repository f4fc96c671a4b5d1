package intake

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// level is what a column tells something about.
type level int

const (
	ofTeam level = iota
	ofObjective
	ofKeyResult
)

// column is what a column of a table means: a field of the team, the objective or the key result. The zero value is a column that is not read.
type column struct {
	level  level
	field  string
	many   bool   // a cell may hold several, separated by semicolons or lines
	header string // as written
}

// columnNames are what tables call their columns, folded: English, and German.
var columnNames = []struct {
	column
	names string
}{
	{column{level: ofTeam, field: "name"}, "team teamname squad mannschaft"},
	{column{level: ofTeam, field: "level"}, "level teamlevel ebene"},
	{column{level: ofTeam, field: "parent"}, "parent parentteam übergeordnet übergeordnetesteam elternteam"},
	{column{level: ofTeam, field: "kind"}, "kind teamkind type teamtype art teamart typ"},
	{column{level: ofTeam, field: "description"}, "description teamdescription beschreibung"},
	{column{level: ofTeam, field: "needs", many: true}, "needs need braucht bedarf"},
	{column{level: ofTeam, field: "offers", many: true}, "offers offer bietet angebot"},
	{column{level: ofObjective, field: "title"}, "objective objectives objectivetitle title ziel ziele"},
	{column{level: ofObjective, field: "id"}, "id objectiveid zielid"},
	{column{level: ofObjective, field: "why_now"}, "whynow why whyisitimportantnow warumjetzt warum begründung"},
	{column{level: ofObjective, field: "supports", many: true}, "supports support contributesto unterstützt zahlteinauf beitragzu"},
	{column{level: ofObjective, field: "owners", many: true}, "owners sharedwith coowners jointowners gemeinsammit mitverantwortlich"},
	{column{level: ofObjective, field: "phase"}, "phase"},
	{column{level: ofObjective, field: "origin"}, "origin herkunft"},
	{column{level: ofKeyResult, field: "text"}, "keyresult keyresults kr keyresulttext schlüsselergebnis schlüsselergebnisse"},
	{column{level: ofKeyResult, field: "id"}, "keyresultid krid"},
	{column{level: ofKeyResult, field: "metric"}, "metric measure kpi kennzahl messgröße metrik"},
	{column{level: ofKeyResult, field: "baseline"}, "baseline start startvalue from ausgangswert startwert basiswert"},
	{column{level: ofKeyResult, field: "target"}, "target targetvalue goal to zielwert"},
	{column{level: ofKeyResult, field: "unit"}, "unit einheit"},
	{column{level: ofKeyResult, field: "team"}, "keyresultteam krteam"},
	{column{level: ofKeyResult, field: "owner"}, "owner keyresultowner krowner responsible verantwortlich verantwortlicher verantwortliche"},
}

var headers = func() map[string]column {
	m := map[string]column{}
	for _, c := range columnNames {
		for name := range strings.FieldsSeq(c.names) {
			m[name] = c.column
		}
	}
	return m
}()

// headerKey is how headers are compared.
func headerKey(header string) string { return fold(norm.NFC.String(header)) }

// readHeader gives each column its meaning.
func readHeader(ps *problems, cells []string, where func(int) place) ([]column, bool) {
	before := ps.counts[Error]
	if len(cells) > maxColumns {
		ps.fail(where(0), "remove those that are not needed", "The table has %d columns, %d at most", len(cells), maxColumns)
		return nil, false
	}
	columns := make([]column, len(cells))
	first := map[column]int{}
	for i, cell := range cells {
		c, ok := headers[headerKey(cell)]
		switch earlier, twice := first[c]; {
		case strings.TrimSpace(cell) == "":
		case !ok:
			ps.warn(where(i), columnAdvice(cell), "The column %s is not known and was left out", quoted(cell))
		case twice:
			ps.fail(where(i), "keep one of them, or give one another name", "The columns %s and %s mean the same", quoted(cells[earlier]), quoted(cell))
		default:
			first[c] = i
			columns[i] = c
			columns[i].header = cell
		}
	}
	for _, need := range []struct{ field, header string }{{"name", "Team"}, {"title", "Objective"}} {
		if !slices.ContainsFunc(columns, func(c column) bool { return c.field == need.field }) {
			ps.fail(where(0), "begin with a row such as: Team, Objective, Why now, Key result", "There is no column “%s”", need.header)
		}
	}
	return columns, ps.counts[Error] == before
}

func columnAdvice(header string) string {
	all := slices.Sorted(maps.Keys(headers))
	if near, ok := nearest(header, all); ok {
		return "did you mean “" + near + "”?"
	}
	return "rename it if it should be read: Team, Objective, Why now, Supports, Key result, Metric, Baseline, Target, Unit, Owner …"
}
