package publish

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"souk/model"
	"souk/workshop"
	"souk/workshop/report"
)

// Pages says what WriteAhead did with the pages, each counted once.
type Pages struct {
	New, Changed, Unchanged int

	Kept   []string // edited by hand, and nothing new to say
	Beside []string // edited by hand, and so the new page is in this file beside it
}

// Total is the number of pages.
func (p Pages) Total() int { return p.New + p.Changed + p.Unchanged + len(p.Kept) + len(p.Beside) }

// WriteAhead writes for every team the page that it gets before the workshop, as Markdown, into a folder, which is made where there is none.
// A page of an earlier time is replaced where it differs, unless somebody edited it: then it stays, and what is new is written beside it. A
// file of that name that is no such page stops it before anything is written, and other files in the folder stay as they are. The error is a
// sentence for people.
func WriteAhead(folder string, s *workshop.State) (Pages, error) {
	var p Pages
	stalls := s.Stalls()
	if len(stalls) == 0 {
		return p, errors.New("there is no team yet, so there is no page to write: load drafts first, with souk import")
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return p, explain(folder, err)
	}
	names := pageNames(s)
	var pages []page
	for _, t := range stalls {
		one := page{path: filepath.Join(folder, names[t.ID]), text: aheadPage(s, t)}
		write, err := p.place(&one)
		if err != nil {
			return p, err
		}
		if write {
			pages = append(pages, one)
		}
	}
	for _, one := range pages {
		if err := writeWhole(one.path, func(w io.Writer) error { _, err := w.Write(one.text); return err }); err != nil {
			return p, err
		}
	}
	return p, nil
}

// page is one file to be written.
type page struct {
	path string
	text []byte
}

// place decides what becomes of a page, counts it, and says whether it is to be written. The path is another one where a page stands there that
// somebody edited.
func (p *Pages) place(one *page) (write bool, err error) {
	first := one.path
	for n := 1; ; n++ {
		old, err := earlier(one.path)
		switch {
		case err != nil:
			return false, err
		case old == nil || bytes.Equal(old, one.text) || !isEdited(old):
			write = !bytes.Equal(old, one.text)
			switch {
			case n > 1:
				p.Beside = append(p.Beside, shown(one.path))
			case old == nil:
				p.New++
			case write:
				p.Changed++
			default:
				p.Unchanged++
			}
			return write, nil
		case sealOf(old) == sealOf(one.text):
			p.Kept = append(p.Kept, shown(one.path))
			return false, nil
		}
		ending := ".new.md"
		if n > 1 {
			ending = fmt.Sprintf(".new-%d.md", n)
		}
		one.path = strings.TrimSuffix(first, ".md") + ending
	}
}

// earlier is the page of an earlier time, nil where there is none.
func earlier(path string) ([]byte, error) {
	if err := mayWrite(path); err != nil {
		return nil, err
	}
	old, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, explain(path, err)
	}
	if sealOf(old) == "" && !hasAheadTitle(old) {
		return nil, fmt.Errorf("%s is there already and is no page of souk; choose another folder with -o", shown(path))
	}
	return old, nil
}

// hasAheadTitle reports whether a text begins as the pages do that were written before they had a seal.
func hasAheadTitle(text []byte) bool {
	title, _, _ := bytes.Cut(text, []byte("\n"))
	title = bytes.TrimSpace(title)
	return bytes.HasSuffix(title, []byte(": questions for your stall")) || bytes.HasSuffix(title, []byte(": Fragen an euren Stand"))
}

// A page ends with a seal: a comment, which no reader of Markdown shows, with a sum of what stands above it. So souk knows a page of its own, and
// whether somebody edited it.
const (
	sealBegins = "<!-- Written by souk. A page that you edit stays as it is. "
	sealEnds   = " -->"
)

func seal(text []byte) string {
	sum := fnv.New64a()
	_, _ = sum.Write(bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))) // an editor may change blanks and the ends of lines
	return fmt.Sprintf("%016x", sum.Sum64())
}

// sealOf is the sum that a page ends with; empty where it has no seal.
func sealOf(page []byte) string {
	_, after, found := bytes.Cut(page, []byte(sealBegins))
	if !found {
		return ""
	}
	sum, _, _ := bytes.Cut(after, []byte(sealEnds))
	return string(sum)
}

// isEdited reports whether a page is not as souk wrote it, or may not be.
func isEdited(page []byte) bool {
	text, after, found := bytes.Cut(page, []byte(sealBegins))
	_, below, _ := bytes.Cut(after, []byte(sealEnds))
	return !found || seal(text) != sealOf(page) || len(bytes.TrimSpace(below)) > 0
}

// pageNames are the names of the teams' files. Teams whose names look alike get a number, in the order in which they came, so that moving a
// stall renames no page.
func pageNames(s *workshop.State) map[model.TeamID]string {
	const tail = ".md"
	names, taken := map[model.TeamID]string{}, map[string]bool{}
	for t := range s.Teams.All() {
		stem := slug(t.Name.Line(), maxName-len(tail)-4)
		if stem == "" {
			stem = "team"
		}
		name := stem
		for n := 2; taken[name]; n++ {
			name = fmt.Sprintf("%s-%d", stem, n)
		}
		taken[name] = true
		names[t.ID] = name + tail
	}
	return names
}

func aheadPage(s *workshop.State, t model.Team) []byte {
	var page bytes.Buffer
	b := bufio.NewWriter(&page)
	writeDocument(b, report.Ahead(s, t.ID))
	_ = b.Flush() // into memory
	fmt.Fprintf(&page, "\n%s%s%s\n", sealBegins, seal(page.Bytes()), sealEnds)
	return page.Bytes()
}
