package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the repository, seen from this package.
const root = "../.."

// mayImport says which layers a layer may know.
var mayImport = map[string][]string{
	"cmd":      {"cmd", "ui", "store", "workshop", "model"},
	"ui":       {"ui", "workshop", "model"},
	"store":    {"store", "workshop", "model"},
	"workshop": {"workshop", "model"},
	"model":    {"model"},
}

// wall keeps imports that begin with pkg, or only some of its names, inside or outside of some folders.
type wall struct {
	pkg    string
	names  []string // all where empty
	only   []string // the folders that may use it; a trailing slash includes those below
	except []string // the folders that may not
	why    string
}

var walls = []wall{
	{pkg: "go.etcd.io/bbolt", only: []string{"store"}, why: "only package store knows the database"},
	{pkg: "charm.land", only: []string{"cmd/", "ui/"}, why: "only ui and cmd know the terminal"},
	{pkg: "github.com/charmbracelet", only: []string{"cmd/", "ui/"}, why: "only ui and cmd know the terminal"},
	{pkg: "image/color", only: []string{"ui/theme"}, why: "colours live in ui/theme"},
	{pkg: "charm.land/lipgloss/v2", names: []string{"Color"}, only: []string{"ui/theme"}, why: "colours live in ui/theme"},
	{pkg: "os", except: []string{"model/", "workshop/"}, why: "the domain reads no files"},
	{pkg: "math/rand", except: []string{"model/", "workshop/"}, why: "the domain has no randomness"},
	{pkg: "crypto/rand", except: []string{"model/", "workshop/"}, why: "the domain has no randomness"},
	{pkg: "time", names: []string{"Now", "Since", "Until"}, except: []string{"model/", "workshop/"}, why: "time is passed into the domain"},
}

// private holds where State.Private may be read.
var private = wall{only: []string{"workshop", "workshop/review", "ui/review"}, why: "only the review may read what is the coach's own"}

func TestTheWallsHold(t *testing.T) {
	files := 0
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && file != root):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		files++
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, o := range offences(path.Dir(filepath.ToSlash(rel)), parsed) {
			t.Errorf("%s %s", filepath.ToSlash(rel), o)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Fatal("no source was found")
	}
}

func TestTheTopLevelFoldersAreFixed(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	optional := []string{"docs", "dist"} // dist is what a release build leaves; git ignores it
	var missing []string
	for layer := range mayImport {
		missing = append(missing, layer)
	}
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case e.IsDir() && slices.Contains(missing, name):
			missing = slices.DeleteFunc(missing, func(m string) bool { return m == name })
		case e.IsDir() && !slices.Contains(optional, name):
			t.Errorf("the top-level folder %s is not part of the house", name)
		case strings.HasSuffix(name, ".go"):
			t.Errorf("%s lies at the top; source lives in the folders", name)
		}
	}
	if len(missing) > 0 {
		t.Errorf("these folders are missing: %v", missing)
	}
}

func TestAnOffenceIsFound(t *testing.T) {
	for source, want := range map[string][]string{
		`ui: import "souk/store"`:                                           {"imports souk/store"},
		`store/publish: import "souk/ui/kit"`:                               {"imports souk/ui/kit"},
		`workshop/detect: import "souk/store/intake"`:                       {"imports souk/store/intake"},
		`model: import "souk/workshop"`:                                     {"imports souk/workshop"},
		`model: import "golang.org/x/text/unicode/norm"`:                    {"standard library only"},
		`model: import ("strings"; "unicode")`:                              nil,
		`workshop: import "os"`:                                             {"reads no files"},
		`workshop: import "math/rand/v2"`:                                   {"no randomness"},
		`workshop: import tea "charm.land/bubbletea/v2"`:                    {"know the terminal"},
		`workshop: import "time"; var now = time.Now()`:                     {"time.Now"},
		`workshop: import clock "time"; var now = clock.Now()`:              {"time.Now"},
		`workshop: import "time"; var zero time.Time`:                       nil,
		`ui: import "time"; var now = time.Now`:                             nil,
		`store/intake: import "go.etcd.io/bbolt"`:                           {"knows the database"},
		`cmd/souk: import "go.etcd.io/bbolt"`:                               {"knows the database"},
		`store: import "go.etcd.io/bbolt/errors"`:                           nil,
		`ui/kit: import "image/color"`:                                      {"colours"},
		`ui/kit: import "charm.land/lipgloss/v2"; var c = lipgloss.Color`:   {"lipgloss.Color"},
		`ui/theme: import "charm.land/lipgloss/v2"; var c = lipgloss.Color`: nil,
		`cmd/souk: import ("souk/store"; "souk/ui"; "os")`:                  nil,
		`ui/screens: var x = f.State.Private.Notes`:                         {"only the review"},
		`workshop/report: func x(s S) any { return s.Private }`:             {"only the review"},
		`ui/review: var x = f.State.Private.Notes`:                          nil,
		`cmd/souk: func x(s *S) any { return s.Private }`:                   {"only the review"},
	} {
		folder, code, _ := strings.Cut(source, ": ")
		parsed, err := parser.ParseFile(token.NewFileSet(), "a.go", "package a; "+code, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		got := offences(folder, parsed)
		if len(got) != len(want) {
			t.Errorf("%s\ngives %q, want %q", source, got, want)
			continue
		}
		for i := range want {
			if !strings.Contains(got[i], want[i]) {
				t.Errorf("%s\ngives %q, want %q", source, got, want)
			}
		}
	}
}

// offences lists what a file in a folder may not use.
func offences(folder string, file *ast.File) []string {
	var out []string
	layer, _, _ := strings.Cut(folder, "/")
	used := map[string]string{} // what the file calls a package → its path
	for _, spec := range file.Imports {
		pkg, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return []string{"has an import that cannot be read"}
		}
		used[nameOf(spec, pkg)] = pkg
		if own, ok := strings.CutPrefix(pkg, "souk/"); ok {
			if to, _, _ := strings.Cut(own, "/"); !slices.Contains(mayImport[layer], to) {
				out = append(out, "imports "+pkg+", which "+layer+" may not know")
			}
		} else if first, _, _ := strings.Cut(pkg, "/"); layer == "model" && strings.Contains(first, ".") {
			out = append(out, "imports "+pkg+": model knows the standard library only")
		}
		for _, w := range walls {
			if len(w.names) == 0 && within(pkg, w.pkg) && !w.open(folder) {
				out = append(out, "imports "+pkg+": "+w.why)
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if s.Sel.Name == "Private" && !private.open(folder) {
				out = append(out, "reads .Private: "+private.why)
			}
			if x, ok := s.X.(*ast.Ident); ok {
				for _, w := range walls {
					if used[x.Name] == w.pkg && slices.Contains(w.names, s.Sel.Name) && !w.open(folder) {
						out = append(out, "uses "+path.Base(strings.TrimSuffix(w.pkg, "/v2"))+"."+s.Sel.Name+": "+w.why)
					}
				}
			}
		}
		return true
	})
	return out
}

// open reports whether a folder may pass the wall.
func (w wall) open(folder string) bool {
	in := func(f string) bool {
		below, ok := strings.CutSuffix(f, "/")
		return folder == f || ok && within(folder, below)
	}
	return (len(w.only) == 0 || slices.ContainsFunc(w.only, in)) && !slices.ContainsFunc(w.except, in)
}

// within reports whether a path is another one or lies below it.
func within(p, above string) bool { return p == above || strings.HasPrefix(p, above+"/") }

// nameOf is what a file calls a package that it imports.
func nameOf(spec *ast.ImportSpec, pkg string) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	base := path.Base(pkg)
	if len(base) > 1 && base[0] == 'v' && base[1] >= '0' && base[1] <= '9' {
		base = path.Base(path.Dir(pkg))
	}
	return base
}
