package intake

import (
	"strings"

	"souk/model"
)

// sheet groups the rows of a table, one per key result, into teams and objectives. Cells that repeat what an earlier row said about the
// same team or objective add nothing; an empty team or objective means the one above.
type sheet struct {
	ps      *problems
	columns []column
	cells   []string
	at      func(int) place

	stalls    []*stall
	byName    map[string]*stall
	stall     *stall // of the row above
	objective *group // of the row above
}

// stall is a team with its objectives.
type stall struct {
	group
	objectives []*group
	byID       map[string]*group
	byTitle    map[string]*group
}

// group is a mapping in the making, with the list of what belongs to it.
type group struct {
	node  node
	parts []node
	seen  map[string]bool // what its list fields have
}

func newSheet(ps *problems, columns []column) *sheet {
	return &sheet{ps: ps, columns: columns, byName: map[string]*stall{}}
}

// row takes a row with as many cells as there are columns; it may change the cells.
func (s *sheet) row(cells []string, at func(int) place) {
	s.cells, s.at = cells, at
	for i, c := range cells {
		cells[i] = unguarded(strings.TrimSpace(c))
	}
	if !s.findTeam() {
		return
	}
	s.fill(&s.stall.group, ofTeam)
	if !s.says(ofObjective) && !s.says(ofKeyResult) {
		return
	}
	if !s.findObjective() {
		return
	}
	s.fill(s.objective, ofObjective)
	s.addKeyResult()
}

// findTeam goes to the row's team, which is new where no row named it before.
func (s *sheet) findTeam() bool {
	name, at := s.cell(ofTeam, "name")
	if name == "" {
		if s.stall == nil {
			s.ps.fail(at, "write the team's name into the first row of each team", "This row names no team, and none stands above it")
		}
		return s.stall != nil
	}
	key := folded(name)
	t := s.byName[key]
	if t == nil {
		t = &stall{group: newGroup(at), byID: map[string]*group{}, byTitle: map[string]*group{}}
		s.byName[key] = t
		s.stalls = append(s.stalls, t)
	}
	if t != s.stall {
		s.stall, s.objective = t, nil
	}
	return true
}

// findObjective goes to the row's objective: the one with its id, or with its title, or the one above.
func (s *sheet) findObjective() bool {
	title, at := s.cell(ofObjective, "title")
	id, _ := s.cell(ofObjective, "id")
	t := s.stall
	switch {
	case id != "" && t.byID[id] != nil:
		s.objective = t.byID[id]
		return true
	case title == "":
		if s.objective == nil {
			s.ps.fail(at, "write the objective into the first row of each objective", "This row of %s names no objective, and none of this team stands above it", quoted(t.node.child("name").text))
		}
		return s.objective != nil
	}
	key := folded(title)
	o := t.byTitle[key]
	if o == nil || (id != "" && o.node.child("id") != nil) {
		g := newGroup(at)
		o = &g
		t.objectives = append(t.objectives, o)
		t.byTitle[key] = o
	}
	if id != "" {
		t.byID[id] = o
	}
	s.objective = o
	return true
}

// addKeyResult takes the row's key result, if there is one.
func (s *sheet) addKeyResult() {
	text, at := s.cell(ofKeyResult, "text")
	if text == "" {
		for i, c := range s.columns {
			if c.level == ofKeyResult && s.cells[i] != "" {
				s.ps.warn(s.at(i), "write the key result into the same row", "%s is given without a key result and was left out", quoted(c.header))
			}
		}
		return
	}
	kr := newGroup(at)
	s.fill(&kr, ofKeyResult)
	s.objective.parts = append(s.objective.parts, kr.node)
}

// fill puts the row's cells of one level into their group.
func (s *sheet) fill(g *group, l level) {
	for i, c := range s.columns {
		text := s.cells[i]
		switch {
		case c.field == "" || c.level != l || text == "":
		case c.many:
			g.add(c.field, text, s.at(i))
		default:
			if old := g.node.child(c.field); old == nil {
				g.node.put(c.field, text, s.at(i))
			} else if folded(old.text) != folded(text) {
				s.ps.warn(s.at(i), "make the rows say the same", "%s is %s here and %s in line %d, which is kept", quoted(c.header), quoted(text), quoted(old.text), old.at.line)
			}
		}
	}
}

// cell is the row's text for a field, and the place where it stands or would stand.
func (s *sheet) cell(l level, field string) (string, place) {
	for i, c := range s.columns {
		if c.level == l && c.field == field {
			return s.cells[i], s.at(i)
		}
	}
	return "", s.at(0)
}

func (s *sheet) says(l level) bool {
	for i, c := range s.columns {
		if c.field != "" && c.level == l && s.cells[i] != "" {
			return true
		}
	}
	return false
}

// tree is all rows as the drafts that they are.
func (s *sheet) tree() node {
	teams := node{at: at(1, 1), kind: list}
	for _, t := range s.stalls {
		objectives := node{at: t.node.at, kind: list}
		for _, o := range t.objectives {
			o.node.put("key_results", "", o.node.at)
			last := &o.node.children[len(o.node.children)-1]
			last.kind, last.children = list, o.parts
			objectives.children = append(objectives.children, o.node)
		}
		objectives.under("objectives", t.node.at)
		t.node.children = append(t.node.children, objectives)
		teams.children = append(teams.children, t.node)
	}
	return teams
}

func newGroup(at place) group { return group{node: node{at: at, kind: mapping}} }

// add puts the parts of a cell into a list, each once.
func (g *group) add(field, cell string, at place) {
	for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ';' || r == '\n' }) {
		part = strings.TrimSpace(part)
		key := field + "\x00" + folded(part)
		if part == "" || g.seen[key] {
			continue
		}
		if g.seen == nil {
			g.seen = map[string]bool{}
		}
		g.seen[key] = true
		l := g.node.child(field)
		if l == nil {
			g.node.children = append(g.node.children, node{at: at, kind: list, key: field, keyAt: at})
			l = &g.node.children[len(g.node.children)-1]
		}
		l.children = append(l.children, node{at: at, kind: scalar, key: field, text: part})
	}
}

// put sets a text under a key.
func (n *node) put(key, text string, at place) {
	n.children = append(n.children, node{at: at, keyAt: at, kind: scalar, key: key, text: text})
}

// unguarded takes off the apostrophe that keeps a spreadsheet from reading a cell as a formula.
func unguarded(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.IndexByte("=+-@", cell[1]) >= 0 {
		return cell[1:]
	}
	return cell
}

// folded is how the cells of two rows are compared.
func folded(cell string) string { return model.Fold(model.Clean(cell)) }
